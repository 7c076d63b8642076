#pragma once

#include "app/shell/document.h"
#include "app/shell/reading_bar.h"
#include "app/shell/settings.h"
#include "app/wording/wording.h"

namespace entente::shell {

/// What the File menu does: the questions, dialogs and messages around opening, saving and exporting.
class FileDeeds : public QObject {
    Q_OBJECT

public:
    FileDeeds(Document& document, exploration::Exploration& exploration, const wording::Wording& wording,
              Settings& settings, ReadingBar& readingBar, QWidget& window);

    /// Opens a file, after asking what becomes of unsaved changes.
    void open(const QString& path);
    void askForFile();
    void importTables();
    void exportTables();
    /// True if everything is saved now.
    bool save();
    /// Under another name, and on with that.
    bool saveAs();
    void saveCopy();
    /// Whether the window may close or another file be opened: saves or discards as the user says.
    bool mayLeave();
    /// While held, nothing is asked that no one here has caused: an audience may be watching. It is asked afterwards.
    void setHeld(bool held);

signals:
    void said(const QString& message);
    /// What is asked once it is held no longer; empty: nothing.
    void heldBack(const QString& message);

private:
    bool tellOfSaving(const model::Result<void>& saved);
    bool mustWait(const QString& heading);
    void showFailure(const QString& heading, const model::Finding& finding);
    void askAboutChangedFile();
    QString askForTarget(const QString& title, const QString& name);
    void remember(const QString& path);

    Document& m_document;
    exploration::Exploration& m_exploration;
    const wording::Wording& m_wording;
    Settings& m_settings;
    ReadingBar& m_readingBar;
    QWidget& m_window;
    bool m_asking = false;
    bool m_isHeld = false;
    bool m_hasToAsk = false; ///< once it is held no longer
};

} // namespace entente::shell
