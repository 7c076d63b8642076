#pragma once

#include "db/model/change.h"

#include <functional>

namespace entente::store {

/// The newest schema this program writes.
inline constexpr int schemaVersion = 1;
inline constexpr quint32 applicationId = 0x456E7465; // "Ente"

/// What tells one state of a file on disk from another.
struct FileIdentity {
    qint64 size = 0;
    qint64 modifiedNanoseconds = 0;
    quint64 device = 0;
    quint64 inode = 0;

    bool operator==(const FileIdentity&) const = default;
};

/// The identity of a file as it is now. Errors: it is not there or cannot be looked at.
model::Result<FileIdentity> identify(const QString& path);

/// Told how far reading has come (0 to 1) and with what; false cancels. Called in the worker's thread.
using Progress = std::function<bool(double share, const QString& what)>;

/// Given what of a large file is read so far, before it is checked: to look at, not to change or to save. Called in the
/// worker's thread; the last time with all events.
using Preview = std::function<void(const model::DossierPointer& dossier)>;

/// The bytes of a file as they were read, or the file itself where it is too large to hold. Opaque: saving needs it.
struct Image {
    QByteArray bytes; ///< empty for a file over 64 MiB
    QString path;
};

/// A dossier that was read. The file was not touched and is no longer open.
struct Opened {
    model::DossierPointer dossier;
    QString path;
    FileIdentity identity;
    int schema = schemaVersion; ///< version found in the file
    bool readOnly = false;      ///< made by a newer program
    bool digestMatches = true;  ///< also true for a file that is not sealed
    QString notice;             ///< a sentence for a banner; empty if there is nothing to say
    std::shared_ptr<const Image> image;
};

/// Reads a dossier (reliability 5.1): regular file, header, size; bytes into memory, hardened connection, exact list of
/// allowed objects before any other statement, then every row, each checked, quick check and digest. What is wrong in
/// rows is in dossier->findings() and what can be shown is shown. Errors: not there, not a file, empty, truncated, not
/// SQLite, not a dossier, damaged, an object that does not belong there, a newer form that cannot be understood,
/// cancelled.
model::Result<Opened> open(const QString& path, const Progress& progress = {}, const Preview& preview = {});

struct SaveOptions {
    QString modified;                     ///< ISO 8601, UTC; empty keeps what the file says
    std::optional<FileIdentity> expected; ///< refused if the target is not in this state
};

/// Writes an opened dossier with changes to a file: replays them on a private copy of what was read, sets modified and
/// digest, compacts, and writes whole. Rows that nobody changed keep their bytes, tables of others are kept. The
/// identity of the new file. Errors: as writeWhole, a change that no longer applies, a target that another program
/// changed.
model::Result<FileIdentity> save(const Opened& opened, const QList<model::Change>& changes, const QString& target,
                                 const SaveOptions& options = {});

/// Writes tables as a new dossier, sealed. The same tables give the same bytes.
model::Result<void> create(const QString& path, const model::Tables& tables);

} // namespace entente::store
