#include "app/shell/settings.h"

#include <QCryptographicHash>
#include <QStandardPaths>

namespace entente::shell {

static QString defaultFile() {
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + "/entente.ini";
}

Settings::Settings(const QString& file) : m_settings(file.isEmpty() ? defaultFile() : file, QSettings::IniFormat) {}

std::optional<theme::Scheme> Settings::scheme() const {
    const QString word = m_settings.value("window/scheme").toString();
    if (word == "light")
        return theme::Scheme::Light;
    if (word == "dark")
        return theme::Scheme::Dark;
    return {};
}

void Settings::setScheme(std::optional<theme::Scheme> scheme) {
    if (!scheme)
        m_settings.remove("window/scheme");
    else
        m_settings.setValue("window/scheme", *scheme == theme::Scheme::Dark ? "dark" : "light");
}

std::optional<model::Calendar> Settings::secondCalendar() const {
    const QString word = m_settings.value("timeline/secondCalendar").toString();
    if (word == "julian")
        return model::Calendar::Julian;
    if (word == "solar-hijri")
        return model::Calendar::SolarHijri;
    return {};
}

void Settings::setSecondCalendar(std::optional<model::Calendar> calendar) {
    if (!calendar)
        m_settings.remove("timeline/secondCalendar");
    else
        m_settings.setValue("timeline/secondCalendar", *calendar == model::Calendar::Julian ? "julian" : "solar-hijri");
}

static QString viewsKey(const QString& path) {
    return "views/" + QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha1).toHex();
}

QByteArray Settings::views(const QString& path) const {
    return m_settings.value(viewsKey(path)).toByteArray();
}

void Settings::setViews(const QString& path, const QByteArray& views) {
    QStringList recent;
    for (const QString& file : recentFiles())
        recent.append(viewsKey(file).section('/', 1));
    m_settings.beginGroup("views");
    for (const QString& key : m_settings.childKeys())
        if (!recent.contains(key))
            m_settings.remove(key);
    m_settings.endGroup();
    m_settings.setValue(viewsKey(path), views);
}

void Settings::clearRecentFiles() {
    m_settings.remove("files/recent");
    m_settings.remove("views");
}

void Settings::addRecentFile(const QString& path) {
    constexpr qsizetype most = 10;
    QStringList files = recentFiles();
    files.removeAll(path);
    files.prepend(path);
    m_settings.setValue("files/recent", files.mid(0, most));
}

std::optional<RunningShow> Settings::runningShow() const {
    const RunningShow show{m_settings.value("show/file").toString(), m_settings.value("show/story").toString(),
                           m_settings.value("show/scene").toString(), m_settings.value("show/step").toInt(),
                           m_settings.value("show/process").toLongLong()};
    return show.file.isEmpty() || show.story.isEmpty() ? std::nullopt : std::optional(show);
}

void Settings::setRunningShow(const std::optional<RunningShow>& show) {
    m_settings.remove("show");
    if (show) {
        m_settings.setValue("show/file", show->file);
        m_settings.setValue("show/story", show->story);
        m_settings.setValue("show/scene", show->scene);
        m_settings.setValue("show/step", show->step);
        m_settings.setValue("show/process", show->process);
    }
    m_settings.sync();
}

} // namespace entente::shell
