#include "app/shell/settings.h"

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

void Settings::addRecentFile(const QString& path) {
    constexpr qsizetype most = 10;
    QStringList files = recentFiles();
    files.removeAll(path);
    files.prepend(path);
    m_settings.setValue("files/recent", files.mid(0, most));
}

} // namespace entente::shell
