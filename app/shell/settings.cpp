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

} // namespace entente::shell
