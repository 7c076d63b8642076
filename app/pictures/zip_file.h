#pragma once

#include "db/model/result.h"

#include <QByteArray>

namespace entente::pictures {

/// A file in an archive; `name` relative, with "/".
struct ZipEntry {
    QString name;
    QByteArray bytes;
};

/// The bytes of a ZIP archive of files in their order, as APPNOTE.TXT 6.3 has it: each with its local header, a central
/// directory, no encryption, no ZIP64. Files are deflated where that makes them smaller, else stored; names are UTF-8.
/// All bear the first day a ZIP can have, 1 January 1980, so that the same files give the same bytes. Errors: a name
/// that is empty, absolute, leads out of the archive or is given twice; more than 65 535 files or 4 GiB.
model::Result<QByteArray> zipOf(const QList<ZipEntry>& entries);

/// The CRC-32 of ISO 3309, as ZIP and PNG have it.
quint32 crc32Of(const QByteArray& bytes);

} // namespace entente::pictures
