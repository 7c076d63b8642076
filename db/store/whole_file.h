#pragma once

#include "db/model/result.h"

#include <QByteArray>
#include <QList>
#include <functional>

class QIODevice;

namespace entente::store {

/// Writes a whole file, or leaves the one that is there: every file the program writes goes through here. The bytes go
/// to a file beside the target, every write is counted, the file and its folder are flushed to the disk, and only then
/// does it take the target's name. Links are followed, permissions kept. Errors: no such folder, no permission, disk
/// full (with the sizes), anything the system refuses; the target is then as it was.
model::Result<void> writeWhole(const QString& path, const QByteArray& bytes);

/// A file to be written below a folder; `name` relative, with "/".
struct NamedBytes {
    QString name;
    QByteArray bytes;
};

/// Writes several files below a folder, which is made if its parent is there. Names that lead out of it are refused.
/// Stops at the first that cannot be written; each is whole.
model::Result<void> writeAll(const QString& folder, const QList<NamedBytes>& files);

/// The same for any list of things with `name` and `bytes`.
template <typename Files>
model::Result<void> writeFiles(const QString& folder, const Files& files) {
    QList<NamedBytes> named;
    for (const auto& file : files)
        named.append({file.name, file.bytes});
    return writeAll(folder, named);
}

/// Writes to a device and says how many bytes went there, or -1: so that tests can make a write fail.
using DeviceFilter = std::function<qint64(QIODevice& device, const char* data, qint64 size)>;

/// As writeWhole, writing through `write` instead of the device's own write.
model::Result<void> writeWholeThrough(const QString& path, const QByteArray& bytes, const DeviceFilter& write);

} // namespace entente::store
