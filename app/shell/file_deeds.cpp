#include "app/shell/file_deeds.h"

#include "app/shell/dialogs.h"
#include "app/shell/run.h"
#include "db/exchange/csv_tables.h"
#include "db/store/whole_file.h"

#include <QDir>
#include <QFileDialog>
#include <QTimer>
#include <utility>

namespace entente::shell {

FileDeeds::FileDeeds(Document& document, exploration::Exploration& exploration, const wording::Wording& wording,
                     Settings& settings, ReadingBar& readingBar, QWidget& window)
    : QObject(&window), m_document(document), m_exploration(exploration), m_wording(wording), m_settings(settings),
      m_readingBar(readingBar), m_window(window) {
    connect(&m_document, &Document::progressed, &m_readingBar, &ReadingBar::report);
    connect(&m_readingBar, &ReadingBar::cancelled, &m_document, &Document::cancelOpening);
    connect(&m_document, &Document::opened, this, [this] {
        m_readingBar.end();
        remember(m_document.path());
    });
    connect(&m_document, &Document::openCancelled, &m_readingBar, &ReadingBar::end);
    connect(&m_document, &Document::openFailed, this, [this](const model::Finding& finding) {
        m_readingBar.end();
        showFailure(tr("The dossier cannot be opened."), finding);
    });
    connect(&m_document, &Document::changeRefused, this,
            [this](const model::Finding& finding) { showFailure(tr("This cannot be changed."), finding); });
    connect(&m_document, &Document::changedOnDisk, this, &FileDeeds::askAboutChangedFile);
}

void FileDeeds::open(const QString& path) {
    if (mayLeave())
        m_document.open(path);
}

void FileDeeds::askForFile() {
    const QString path = QFileDialog::getOpenFileName(&m_window, tr("Open a Dossier"), m_settings.lastFolder(),
                                                      tr("Dossiers (*.dossier);;All files (*)"));
    if (!path.isEmpty())
        open(path);
}

/// Whether the wish has to wait until the file is read; says so.
bool FileDeeds::mustWait(const QString& heading) {
    if (m_document.isPreviewing())
        showFailure(heading, m_document.stillReading());
    return m_document.isPreviewing();
}

void FileDeeds::showFailure(const QString& heading, const model::Finding& finding) {
    tell(&m_window, heading, finding);
}

void FileDeeds::remember(const QString& path) {
    m_settings.addRecentFile(path);
    if (!isBundledDossier(path))
        m_settings.setLastFolder(QFileInfo(path).absolutePath());
}

QString FileDeeds::askForTarget(const QString& title, const QString& name) {
    QString path = QFileDialog::getSaveFileName(&m_window, title, QDir(m_settings.lastFolder()).filePath(name),
                                                tr("Dossiers (*.dossier)"));
    if (!path.isEmpty() && QFileInfo(path).suffix().isEmpty())
        path += ".dossier";
    return path;
}

bool FileDeeds::save() {
    return m_document.mustBeSavedElsewhere() ? saveAs() : tellOfSaving(m_document.save());
}

bool FileDeeds::saveAs() {
    if (mustWait(tr("The dossier was not saved.")))
        return false;
    const QString path = askForTarget(tr("Save the Dossier"), m_document.name());
    if (path.isEmpty())
        return false;
    const bool isSaved = tellOfSaving(m_document.saveAs(path));
    if (isSaved)
        remember(path);
    return isSaved;
}

bool FileDeeds::tellOfSaving(const model::Result<void>& saved) {
    if (!saved)
        showFailure(tr("The dossier was not saved."), saved.error());
    else
        emit said(tr("Saved %1").arg(m_document.name()));
    return saved.has_value();
}

void FileDeeds::saveCopy() {
    if (mustWait(tr("The copy was not saved.")))
        return;
    const QString path = askForTarget(tr("Save a Copy"), m_document.name());
    if (path.isEmpty())
        return;
    if (const auto saved = m_document.saveCopy(path); !saved)
        showFailure(tr("The copy was not saved."), saved.error());
    else
        emit said(tr("Saved a copy as %1").arg(QFileInfo(path).fileName()));
}

bool FileDeeds::mayLeave() {
    if (!m_document.isDirty())
        return true;
    const auto answer = ask(&m_window, tr("Save the changes to %1?").arg(m_document.name()),
                            tr("They are lost if you do not save them."),
                            QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, QMessageBox::Save);
    return answer == QMessageBox::Discard || (answer == QMessageBox::Save && save());
}

/// Asks later, as the window may be closing, which is what ended the show.
void FileDeeds::setHeld(bool held) {
    m_isHeld = held;
    if (held || !std::exchange(m_hasToAsk, false))
        return;
    emit heldBack({});
    QTimer::singleShot(0, this, [this] {
        if (m_window.isVisible())
            m_document.checkDisk();
    });
}

void FileDeeds::askAboutChangedFile() {
    if (m_isHeld && !std::exchange(m_hasToAsk, true))
        emit heldBack(
            tr("%1 was changed by another program. After the show you are asked what to do.").arg(m_document.name()));
    if (m_asking || m_isHeld)
        return;
    m_asking = true;
    const QString text = m_document.isDirty()
                             ? tr("Reading it again discards your changes. You can keep them and save a copy.")
                             : tr("It can be read again as it is now.");
    const auto answer = ask(&m_window, tr("%1 was changed by another program.").arg(m_document.name()), text,
                            QMessageBox::Retry | QMessageBox::Ignore, QMessageBox::Ignore);
    m_asking = false;
    if (answer == QMessageBox::Retry)
        m_document.open(m_document.path());
}

void FileDeeds::importTables() {
    const QString folder =
        QFileDialog::getExistingDirectory(&m_window, tr("Import Tables From"), m_settings.lastFolder());
    if (folder.isEmpty())
        return;
    const auto report = exchange::importTables(folder);
    if (!report)
        return showFailure(tr("The tables were not imported."), report.error());
    if (!report->findings.isEmpty())
        return showFindings(&m_window, tr("The tables in %1 were not imported.").arg(QDir(folder).dirName()),
                            report->findings);
    const QString path = askForTarget(tr("Save the Imported Dossier"), QDir(folder).dirName() + ".dossier");
    if (path.isEmpty())
        return;
    if (const auto created = store::create(path, report->tables); !created)
        showFailure(tr("The imported dossier was not saved."), created.error());
    else
        open(path);
}

void FileDeeds::exportTables() {
    if (mustWait(tr("The tables were not exported.")))
        return;
    const QString folder =
        QFileDialog::getExistingDirectory(&m_window, tr("Export Tables To"), m_settings.lastFolder());
    if (folder.isEmpty())
        return;
    const auto files = exchange::exportTables(m_exploration.dossier()->tables());
    if (!files)
        return showFailure(tr("The tables were not exported."), files.error());
    if (const auto written = store::writeFiles(folder, *files); !written)
        return showFailure(tr("The tables were not exported."), written.error());
    emit said(tr("Exported %n table(s)", nullptr, static_cast<int>(files->size())));
}

} // namespace entente::shell
