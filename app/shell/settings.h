#pragma once

#include "app/theme/theme.h"
#include "db/model/calendar.h"

#include <QByteArray>
#include <QSettings>
#include <QStringList>

namespace entente::shell {

/// A show that runs: what it takes to go on with it.
struct RunningShow {
    QString file, story, scene; ///< path; keys
    int step = 0;               ///< of the scene, from 0
    qint64 process = 0;         ///< that shows it

    bool operator==(const RunningShow&) const = default;
};

/// What is remembered between runs. A damaged or unwritable file reads as defaults and never blocks the start.
class Settings {
public:
    /// In the user's configuration folder, or in the file given.
    explicit Settings(const QString& file = {});

    QByteArray windowGeometry() const { return m_settings.value("window/geometry").toByteArray(); }
    void setWindowGeometry(const QByteArray& geometry) { m_settings.setValue("window/geometry", geometry); }
    QByteArray panes() const { return m_settings.value("window/panes").toByteArray(); }
    void setPanes(const QByteArray& panes) { m_settings.setValue("window/panes", panes); }

    bool showsStrip() const { return m_settings.value("window/strip", false).toBool(); }
    void setShowsStrip(bool show) { m_settings.setValue("window/strip", show); }

    /// None: as the desktop's palette is.
    std::optional<theme::Scheme> scheme() const;
    void setScheme(std::optional<theme::Scheme> scheme);

    bool showsEndedTies() const { return m_settings.value("network/showEnded", true).toBool(); }
    void setShowsEndedTies(bool show) { m_settings.setValue("network/showEnded", show); }

    /// The calendar beside the Gregorian one.
    std::optional<model::Calendar> secondCalendar() const;
    void setSecondCalendar(std::optional<model::Calendar> calendar);

    bool hasReducedMotion() const { return m_settings.value("window/reducedMotion", false).toBool(); }
    void setReducedMotion(bool reduced) { m_settings.setValue("window/reducedMotion", reduced); }

    /// Written at once, as it is for after a crash; none: no show runs.
    std::optional<RunningShow> runningShow() const;
    void setRunningShow(const std::optional<RunningShow>& show);

    /// Newest first, at most ten.
    QStringList recentFiles() const { return m_settings.value("files/recent").toStringList(); }
    void addRecentFile(const QString& path);
    void clearRecentFiles();

    /// The views of a file as they were last kept, and those to keep. Only recent files' are.
    QByteArray views(const QString& path) const;
    void setViews(const QString& path, const QByteArray& views);

    /// Folder of the last picture, tables or dossier.
    QString lastFolder() const { return m_settings.value("files/folder").toString(); }
    void setLastFolder(const QString& folder) { m_settings.setValue("files/folder", folder); }

    /// The word of what the last picture was for, and what was chosen for pictures of that kind.
    QString exportPreset() const { return m_settings.value("export/preset").toString(); }
    void setExportPreset(const QString& preset) { m_settings.setValue("export/preset", preset); }
    QVariantMap exportChoices(const QString& preset) const { return m_settings.value("export/" + preset).toMap(); }
    void setExportChoices(const QString& preset, const QVariantMap& choices) {
        m_settings.setValue("export/" + preset, choices);
    }

    /// Whether the hint on what the mouse does has served its purpose.
    bool hintIsDone() const { return m_settings.value("hint/done", false).toBool(); }
    void setHintIsDone() { m_settings.setValue("hint/done", true); }

private:
    QSettings m_settings;
};

} // namespace entente::shell
