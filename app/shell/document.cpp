#include "app/shell/document.h"

#include "app/shell/run.h"

#include <QDateTime>
#include <QFileInfo>
#include <QThreadPool>

namespace entente::shell {

/// One change on the undo stack. What it applies is kept, so that the list of changes to save is read off the stack.
class ChangeCommand : public QUndoCommand {
public:
    ChangeCommand(exploration::Exploration& exploration, model::Change change, model::Applied applied)
        : m_exploration(exploration), m_change(std::move(change)), m_before(exploration.dossier()),
          m_after(std::move(applied.dossier)) {
        setText(model::describe(*m_before, m_change));
    }

    void redo() override { m_exploration.replace(m_after); }
    void undo() override { m_exploration.replace(m_before); }
    const model::Change& change() const { return m_change; }

private:
    exploration::Exploration& m_exploration;
    model::Change m_change;
    model::DossierPointer m_before;
    model::DossierPointer m_after;
};

Document::Document(exploration::Exploration& exploration, QObject* parent)
    : QObject(parent), m_exploration(exploration) {
    connect(&m_exploration, &exploration::Exploration::changeWished, this, &Document::wish);
    connect(&m_undo, &QUndoStack::cleanChanged, this, &Document::stateChanged);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &Document::checkDisk);
}

Document::~Document() {
    cancelOpening();
    QThreadPool::globalInstance()->waitForDone();
}

void Document::open(const QString& path) {
    await(Opening::start(path));
}

void Document::await(const std::shared_ptr<Opening>& opening) {
    cancelOpening();
    m_opening = opening;
    opening->progressed = [this](double share, const QString& what) { emit progressed(share, what); };
    opening->previewed = [this](const model::DossierPointer& dossier) { preview(dossier); };
    opening->finished = [this] { finishOpening(); };
}

/// Whatever is still to come of an attempt concerns nobody any longer.
std::shared_ptr<Opening> Document::letGo() {
    std::shared_ptr<Opening> opening = std::exchange(m_opening, nullptr);
    if (opening)
        opening->progressed = {}, opening->previewed = {}, opening->finished = {};
    return opening;
}

void Document::cancelOpening() {
    const std::shared_ptr<Opening> opening = letGo();
    if (!opening)
        return;
    opening->isCancelled = true;
    takeBack();
    emit openCancelled();
}

/// Shows what is read so far, unless changes could be undone meanwhile that belong to what was open.
void Document::preview(const model::DossierPointer& dossier) {
    if (m_undo.count() > 0)
        return;
    if (m_preview)
        return m_exploration.replace(dossier);
    Preview before{m_exploration.dossier(), m_exploration.view(), m_exploration.history(), {}};
    m_exploration.open(dossier);
    before.first = m_exploration.view();
    m_preview = std::move(before);
    emit stateChanged();
}

/// Shows again what was open before the preview.
void Document::takeBack() {
    if (!m_preview)
        return;
    m_exploration.open(m_preview->dossier);
    m_exploration.restore(m_preview->view);
    m_exploration.recall(m_preview->history);
    m_preview.reset();
    emit stateChanged();
}

void Document::finishOpening() {
    const std::shared_ptr<Opening> opening = letGo();
    if (*opening->result) {
        accept(std::move(opening->result->value()));
    } else {
        takeBack();
        emit openFailed(opening->result->error());
    }
}

void Document::accept(store::Opened file) {
    m_opened = std::move(file);
    m_undo.clear();
    watch();
    if (m_preview && m_exploration.view() != m_preview->first)
        m_exploration.replace(m_opened->dossier); // who has begun to look around stays there
    else
        m_exploration.open(m_opened->dossier);
    m_preview.reset();
    emit opened();
    emit stateChanged();
}

bool Document::mustBeSavedElsewhere() const {
    return !m_preview && (!m_opened || m_opened->readOnly || !m_opened->digestMatches ||
                          !QFileInfo(m_opened->path).isWritable() || isBundledDossier(m_opened->path));
}

QString Document::path() const {
    return m_opened ? m_opened->path : QString();
}

model::Finding Document::stillReading() const {
    model::Finding finding;
    finding.file = name();
    finding.problem = tr("%1 is still being read.").arg(name());
    finding.remedy = tr("Try again when it is there.");
    return finding;
}

QString Document::name() const {
    QString name = m_preview && m_opening ? QFileInfo(m_opening->path).fileName()
                   : m_opened             ? QFileInfo(m_opened->path).fileName()
                                          : tr("No dossier");
    for (QChar& c : name)
        if (!c.isPrint())
            c = QChar::ReplacementCharacter;
    return name;
}

QString Document::notice() const {
    return m_opened && !m_preview ? m_opened->notice : QString();
}

void Document::wish(const model::Change& change) {
    if (m_preview)
        return emit changeRefused(stillReading());
    auto applied = model::apply(*m_exploration.dossier(), change);
    if (!applied)
        emit changeRefused(applied.error());
    else
        m_undo.push(new ChangeCommand(m_exploration, change, std::move(*applied)));
}

QList<model::Change> Document::changes() const {
    QList<model::Change> changes;
    for (int i = 0; i < m_undo.index(); ++i)
        changes.append(static_cast<const ChangeCommand*>(m_undo.command(i))->change());
    return changes;
}

model::Result<store::FileIdentity> Document::write(const QString& path,
                                                   const std::optional<store::FileIdentity>& expected) {
    if (m_preview)
        return tl::unexpected<model::Finding>(stillReading());
    if (!m_opened)
        return model::failure(tr("There is no dossier to save."), tr("Open one first."));
    store::SaveOptions options;
    options.modified = QDateTime::currentDateTimeUtc().toString(Qt::ISODate);
    options.expected = expected;
    return store::save(*m_opened, changes(), path, options);
}

model::Result<void> Document::save() {
    if (mustBeSavedElsewhere())
        return model::failure(tr("%1 cannot be written in place.").arg(name()), tr("Save it under another name."));
    return write(m_opened->path, m_opened->identity).map([this](const store::FileIdentity& identity) {
        m_opened->identity = identity;
        m_undo.setClean();
        watch();
    });
}

model::Result<void> Document::saveCopy(const QString& path) {
    return write(path, {}).map([](const store::FileIdentity&) {});
}

model::Result<void> Document::saveAs(const QString& path) {
    return write(path, {}).map([this, path](const store::FileIdentity& identity) {
        m_opened->path = path;
        m_opened->identity = identity;
        m_opened->readOnly = false;
        m_opened->digestMatches = true;
        m_undo.setClean();
        watch();
        emit stateChanged();
    });
}

void Document::watch() {
    if (const QStringList files = m_watcher.files(); !files.isEmpty())
        m_watcher.removePaths(files);
    if (m_opened)
        m_watcher.addPath(m_opened->path);
}

void Document::checkDisk() {
    if (m_preview || !m_opened)
        return watch();
    const auto now = store::identify(m_opened->path);
    watch();
    if (now && *now != m_opened->identity)
        emit changedOnDisk();
}

} // namespace entente::shell
