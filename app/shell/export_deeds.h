#pragma once

#include "app/pictures/story_slide.h"
#include "app/shell/document.h"
#include "app/shell/export_queue.h"
#include "app/shell/reading_bar.h"
#include "app/shell/settings.h"
#include "app/wording/wording.h"

namespace entente::shell {

class StoryDialog;

/// Pictures, stories and pages, from the menus: the questions, and the messages afterwards. They are made in the
/// background, of the dossier as it is when they are wished for.
class ExportDeeds : public QObject {
    Q_OBJECT

public:
    ExportDeeds(Document& document, exploration::Exploration& exploration, const wording::Wording& wording,
                Settings& settings, ReadingBar& bar, QWidget& window);

    void exportPicture();
    void copyPicture();
    /// The whole dossier as one page for any browser.
    void exportPage();
    /// A story, as slides, pages, a handout or a folder of pictures.
    void exportStory();
    /// Whether the window may close: asks while something is made. Who chooses to wait is told by closeWished().
    bool mayClose();
    /// Pictures follow the window's colours.
    void setScheme(theme::Scheme scheme) { m_scheme = scheme; }

    ExportQueue& queue() { return m_queue; }

signals:
    void said(const QString& message);
    void closeWished();

private:
    using Make = std::function<model::Result<QByteArray>(const pictures::Progress& progress)>;
    void write(const QString& path, const QString& heading, const Make& make, const std::function<void()>& then = {});
    void writeScenes(const StoryDialog& dialog);
    QString askForFolder(const QStringList& names);
    void tellLosses(const QStringList& losses);
    bool mustWait(const QString& heading);
    QString askForPath(const QString& title, const QString& suffix, const QString& filter);

    Document& m_document;
    exploration::Exploration& m_exploration;
    const wording::Wording& m_wording;
    Settings& m_settings;
    QWidget& m_window;
    theme::Scheme m_scheme = theme::Scheme::Light;
    bool m_closesWhenIdle = false;
    ExportQueue m_queue;
};

} // namespace entente::shell
