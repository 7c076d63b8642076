#pragma once

#include "db/store/dossier_file.h"

namespace entente::store {

/// What the first hundred bytes of a dossier say.
struct Header {
    int schema = 0;
    bool wasWriteAheadLog = false;
};

/// Reads the bytes of a file after checking that it is an ordinary file that may be a dossier; a file over 64 MiB is
/// not read but checked in the same way. Never blocks on pipes and devices.
model::Result<Image> readImage(const QString& path);

/// Checks header and size. `bytes` begins with the header; `size` is that of the whole file.
model::Result<Header> readHeader(const QString& path, const QByteArray& bytes, qint64 size);

/// Sentences about files: "name: problem remedy".
tl::unexpected<model::Finding> fileFailure(const QString& path, const QString& problem, const QString& remedy = {},
                                           const QString& found = {}, const QString& expected = {});

} // namespace entente::store
