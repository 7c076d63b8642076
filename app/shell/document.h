#pragma once

#include "app/exploration/exploration.h"
#include "app/shell/opening.h"

#include <QFileSystemWatcher>
#include <QUndoStack>

namespace entente::shell {

/// The open file: reads it in a worker, keeps the undo stack, and knows what is not saved yet. Whatever fails leaves
/// the dossier that was open as it is.
class Document : public QObject {
    Q_OBJECT

public:
    explicit Document(exploration::Exploration& exploration, QObject* parent = nullptr);
    ~Document() override;

    /// Starts reading. Ends in opened(), openFailed() or openCancelled().
    void open(const QString& path);
    /// The same with what began already.
    void await(const std::shared_ptr<Opening>& opening);
    void cancelOpening();
    bool isOpening() const { return m_opening != nullptr; }
    /// Whether the exploration shows what is read so far of a file that is being opened: to look at, not to change.
    bool isPreviewing() const { return m_preview.has_value(); }
    /// What to say to a wish that has to wait until the file is read.
    model::Finding stillReading() const;

    bool hasFile() const { return m_opened.has_value() || m_preview.has_value(); }
    /// Read-only files, the bundled one among them, are saved under another name.
    bool mustBeSavedElsewhere() const;
    QString path() const;
    /// File name with control characters replaced; "No dossier" without one.
    QString name() const;
    QString notice() const;
    bool isDirty() const { return !m_undo.isClean(); }
    QUndoStack& undoStack() { return m_undo; }

    model::Result<void> save();
    /// Writes everything, with the changes, to another file and goes on with the one that is open.
    model::Result<void> saveCopy(const QString& path);
    /// Writes to another file and goes on with that.
    model::Result<void> saveAs(const QString& path);

    /// Says again if the file is another than the one that was read.
    void checkDisk();

signals:
    void opened();
    void openFailed(const model::Finding& finding);
    void openCancelled();
    void progressed(double share, const QString& what);
    void stateChanged();
    void changeRefused(const model::Finding& finding);
    void changedOnDisk();

private:
    /// What was shown before, and how the preview showed itself first.
    struct Preview {
        model::DossierPointer dossier;
        exploration::View view;
        QList<exploration::View> history;
        exploration::View first;
    };
    friend class ChangeCommand;

    std::shared_ptr<Opening> letGo();
    void finishOpening();
    void preview(const model::DossierPointer& dossier);
    void takeBack();
    void accept(store::Opened file);
    void wish(const model::Change& change);
    QList<model::Change> changes() const;
    model::Result<store::FileIdentity> write(const QString& path, const std::optional<store::FileIdentity>& expected);
    void watch();

    exploration::Exploration& m_exploration;
    std::optional<store::Opened> m_opened;
    std::shared_ptr<Opening> m_opening;
    std::optional<Preview> m_preview;
    QUndoStack m_undo;
    QFileSystemWatcher m_watcher;
};

} // namespace entente::shell
