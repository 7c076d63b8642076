#include "app/shell/export_deeds.h"

#include "app/pictures/slides_file.h"
#include "app/pictures/story_pdf.h"
#include "app/pictures/story_pictures.h"
#include "app/pictures/web_page.h"
#include "app/shell/dialogs.h"
#include "app/shell/export_dialog.h"
#include "app/shell/story_dialog.h"
#include "db/store/whole_file.h"

#include <QDir>
#include <QFileDialog>

namespace entente::shell {

namespace {
constexpr double made = 0.95; // of the work; the rest is writing
constexpr qsizetype mostLosses = 12;
} // namespace

ExportDeeds::ExportDeeds(Document& document, exploration::Exploration& exploration, const wording::Wording& wording,
                         Settings& settings, ReadingBar& bar, QWidget& window)
    : QObject(&window), m_document(document), m_exploration(exploration), m_wording(wording), m_settings(settings),
      m_window(window) {
    connect(&m_queue, &ExportQueue::progressed, &bar, &ReadingBar::report);
    connect(&bar, &ReadingBar::cancelled, &m_queue, &ExportQueue::cancel);
    connect(&m_queue, &ExportQueue::failed, this, [this](const QString& heading, const model::Finding& finding) {
        m_closesWhenIdle = false;
        tell(&m_window, heading, finding);
    });
    connect(&m_queue, &ExportQueue::cancelled, this,
            [this](const QString& name) { emit said(tr("Cancelled: %1").arg(name)); });
    connect(&m_queue, &ExportQueue::idle, this, [this, &bar](bool isComplete) {
        bar.end();
        if (std::exchange(m_closesWhenIdle, false) && isComplete)
            emit closeWished();
    });
}

/// Whether the wish has to wait until the file is read; says so.
bool ExportDeeds::mustWait(const QString& heading) {
    if (m_document.isPreviewing())
        tell(&m_window, heading, m_document.stillReading());
    return m_document.isPreviewing();
}

/// Where to write, with the ending; what is there already is asked about. Empty: nowhere.
QString ExportDeeds::askForPath(const QString& title, const QString& suffix, const QString& filter) {
    const QString name = QFileInfo(m_document.name()).completeBaseName() + '.' + suffix;
    QString path = QFileDialog::getSaveFileName(&m_window, title, QDir(m_settings.lastFolder()).filePath(name), filter);
    if (path.isEmpty())
        return {};
    if (QFileInfo(path).suffix().compare(suffix, Qt::CaseInsensitive) != 0) {
        path += '.' + suffix;
        if (QFileInfo::exists(path) &&
            ask(&m_window, tr("Replace %1?").arg(QFileInfo(path).fileName()), tr("There is a file of this name."),
                QMessageBox::Yes | QMessageBox::Cancel, QMessageBox::Cancel) != QMessageBox::Yes)
            return {};
    }
    m_settings.setLastFolder(QFileInfo(path).absolutePath());
    return path;
}

void ExportDeeds::write(const QString& path, const QString& heading, const Make& make,
                        const std::function<void()>& then) {
    const QString name = QFileInfo(path).fileName();
    const auto work = [path, make](const pictures::Progress& progress) {
        return make([&progress](double share) { return progress(share * made); })
            .and_then([&](const QByteArray& bytes) -> model::Result<void> {
                if (!progress(made))
                    return tl::unexpected(pictures::ended());
                return store::writeWhole(path, bytes);
            });
    };
    m_queue.add({name, heading, work, [this, name, then] {
                     emit said(tr("Wrote %1").arg(name));
                     if (then)
                         then();
                 }});
}

void ExportDeeds::exportPicture() {
    const QString heading = tr("The picture was not written.");
    if (mustWait(heading))
        return;
    ExportDialog dialog(m_exploration, m_wording, m_settings, m_queue, m_scheme, &m_window);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const pictures::Request request = dialog.request();
    const QString word = pictures::wordOf(request.format);
    const QString path = askForPath(tr("Export Picture"), word, tr("%1 pictures (*.%2)").arg(word.toUpper(), word));
    if (!path.isEmpty())
        write(path, heading,
              [dossier = m_exploration.dossier(), request, wording = m_wording](const pictures::Progress& progress) {
                  return pictures::render(dossier, request, wording, progress);
              });
}

void ExportDeeds::exportPage() {
    const QString heading = tr("The page was not written.");
    if (mustWait(heading))
        return;
    const QString path = askForPath(tr("Export Web Page"), QStringLiteral("html"), tr("Web pages (*.html)"));
    if (!path.isEmpty())
        write(path, heading,
              [dossier = m_exploration.dossier(), wording = m_wording,
               held = m_exploration.view().held](const pictures::Progress& progress) {
                  return pictures::webPage(dossier, wording, pictures::WebLook::System, progress, held);
              });
}

void ExportDeeds::exportStory() {
    const QString heading = tr("The story was not written.");
    if (mustWait(heading))
        return;
    const model::DossierPointer dossier = m_exploration.dossier();
    if (dossier->tables().stories.isEmpty())
        return tell(&m_window, heading, model::failure(tr("This dossier has no stories.")).value());
    StoryDialog dialog(*dossier, &m_window);
    if (dialog.exec() != QDialog::Accepted)
        return;
    if (dialog.kind() == StoryDialog::Kind::Pictures)
        return writeScenes(dialog);
    const bool isSlides = dialog.kind() == StoryDialog::Kind::Slides;
    const QString path = isSlides ? askForPath(tr("Export Story"), QStringLiteral("pptx"), tr("Slides (*.pptx)"))
                                  : askForPath(tr("Export Story"), QStringLiteral("pdf"), tr("Pages (*.pdf)"));
    if (path.isEmpty())
        return;
    const auto losses = std::make_shared<QStringList>();
    const auto make = [=, kind = dialog.kind(), story = dialog.story(), options = dialog.options(),
                       handout = dialog.handout(), wording = m_wording](const pictures::Progress& progress) {
        if (kind == StoryDialog::Kind::Slides)
            return pictures::slidesOf(dossier, story, options, wording, losses.get(), progress);
        return kind == StoryDialog::Kind::Pages
                   ? pictures::storyPdf(dossier, story, options, wording, progress, losses.get())
                   : pictures::handoutOf(dossier, story, handout, wording, progress, losses.get());
    };
    write(path, heading, make, [this, losses] { tellLosses(*losses); });
}

/// Where to write files of some names; those that are there already are asked about. Empty: nowhere.
QString ExportDeeds::askForFolder(const QStringList& names) {
    QString folder =
        QFileDialog::getExistingDirectory(&m_window, tr("Folder for the Pictures"), m_settings.lastFolder());
    if (folder.isEmpty())
        return {};
    const auto there = static_cast<int>(std::count_if(names.begin(), names.end(), [&folder](const QString& name) {
        return QFileInfo::exists(QDir(folder).filePath(name));
    }));
    if (there > 0 && ask(&m_window, tr("Replace %n picture(s)?", nullptr, there),
                         tr("The folder %1 has files of these names.").arg(QFileInfo(folder).fileName()),
                         QMessageBox::Yes | QMessageBox::Cancel, QMessageBox::Cancel) != QMessageBox::Yes)
        return {};
    m_settings.setLastFolder(folder);
    return folder;
}

/// Each picture is whole once it is there; if the work ends early, those before it stay.
void ExportDeeds::writeScenes(const StoryDialog& dialog) {
    const QString heading = tr("The story was not written.");
    const model::DossierPointer dossier = m_exploration.dossier();
    const auto names = pictures::storyPictureNames(*dossier, dialog.story());
    if (!names)
        return tell(&m_window, heading, names.error());
    const QString folder = askForFolder(*names);
    if (folder.isEmpty())
        return;
    const auto losses = std::make_shared<QStringList>();
    const auto work = [=, story = dialog.story(), options = dialog.options(), scale = dialog.scale(),
                       wording = m_wording](const pictures::Progress& progress) {
        const auto take = [&folder](const QString& name, const QByteArray& bytes) {
            return store::writeAll(folder, {{name, bytes}});
        };
        return pictures::storyPictures(dossier, story, options, scale, wording, take, losses.get(), progress);
    };
    const auto count = static_cast<int>(names->size());
    m_queue.add({QFileInfo(folder).fileName(), heading, work, [this, losses, count] {
                     emit said(tr("Wrote %n picture(s)", nullptr, count));
                     tellLosses(*losses);
                 }});
}

/// Says what the scenes name and is gone, and what had no room.
void ExportDeeds::tellLosses(const QStringList& losses) {
    if (losses.isEmpty())
        return;
    QStringList told = losses.mid(0, mostLosses);
    if (losses.size() > mostLosses)
        told.append(tr("And %n more.", nullptr, static_cast<int>(losses.size() - mostLosses)));
    tell(&m_window, QMessageBox::Information, tr("Some of what the story shows was left out."), told.join('\n'));
}

void ExportDeeds::copyPicture() {
    if (mustWait(tr("The picture was not copied.")))
        return;
    pictures::Request request;
    request.view = m_exploration.view();
    request.scheme = m_scheme;
    m_queue.add(copyingOf(m_exploration.dossier(), request, m_wording,
                          [this] { emit said(tr("Copied the picture with its description")); }));
}

bool ExportDeeds::mayClose() {
    if (!m_queue.isBusy())
        return true;
    QMessageBox box(QMessageBox::Question, {}, {}, QMessageBox::Cancel, &m_window);
    box.setTextFormat(Qt::PlainText);
    box.setText(tr("Something is still being exported."));
    box.setInformativeText(tr("%1. If you end it, nothing is left half written.").arg(m_queue.words()));
    QPushButton* wait = box.addButton(tr("&Wait, then Close"), QMessageBox::AcceptRole);
    const QPushButton* end = box.addButton(tr("&End It and Close"), QMessageBox::DestructiveRole);
    box.setDefaultButton(wait);
    box.exec();
    if (box.clickedButton() == end)
        m_queue.cancel();
    if (box.clickedButton() == end || (box.clickedButton() == wait && !m_queue.isBusy()))
        return true;
    m_closesWhenIdle = box.clickedButton() == wait;
    return false;
}

} // namespace entente::shell
