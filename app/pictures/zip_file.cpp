#include "app/pictures/zip_file.h"

#include "app/pictures/contents.h"

#include <QSet>
#include <QtEndian>

#include <limits>
#include <zlib.h>

namespace entente::pictures {

namespace {

constexpr quint16 version = 20;         // 2.0: deflate and folders
constexpr quint16 utf8Names = 1U << 11; // general purpose bit 11
constexpr quint16 midnight = 0;
constexpr quint16 firstDay = (1U << 5) | 1U; // 1980-01-01
constexpr quint16 stored = 0, deflated = 8;
constexpr qsizetype mostEntries = std::numeric_limits<quint16>::max();
constexpr qint64 mostBytes = std::numeric_limits<quint32>::max();
// qCompress: four bytes of length, two of a zlib header before the deflated bytes, and four of a checksum behind them.
constexpr qsizetype beforeDeflated = 6, afterDeflated = 4;

template <typename Number>
void put(QByteArray& bytes, Number number) {
    const Number little = qToLittleEndian(number);
    bytes.append(reinterpret_cast<const char*>(&little), sizeof little);
}

/// A file as it lies in the archive.
struct Packed {
    QByteArray name;
    QByteArray bytes;
    quint16 method = stored;
    quint32 crc = 0;
    quint32 size = 0; ///< before it was packed
    quint32 offset = 0;
};

Packed packed(const ZipEntry& entry) {
    Packed made{
        entry.name.toUtf8(), entry.bytes, stored, crc32Of(entry.bytes), static_cast<quint32>(entry.bytes.size()), 0};
    const QByteArray compressed = qCompress(entry.bytes, 9);
    const qsizetype size = compressed.size() - beforeDeflated - afterDeflated;
    if (size > 0 && size < entry.bytes.size()) {
        made.bytes = compressed.mid(beforeDeflated, size);
        made.method = deflated;
    }
    return made;
}

/// What local header and directory have in common: from the version needed to the length of the name.
void putCommon(QByteArray& bytes, const Packed& file) {
    put<quint16>(bytes, version);
    put<quint16>(bytes, utf8Names);
    put<quint16>(bytes, file.method);
    put<quint16>(bytes, midnight);
    put<quint16>(bytes, firstDay);
    put<quint32>(bytes, file.crc);
    put<quint32>(bytes, static_cast<quint32>(file.bytes.size()));
    put<quint32>(bytes, file.size);
    put<quint16>(bytes, static_cast<quint16>(file.name.size()));
    put<quint16>(bytes, 0); // extra field
}

void putFile(QByteArray& bytes, const Packed& file) {
    put<quint32>(bytes, 0x04034B50);
    putCommon(bytes, file);
    bytes += file.name + file.bytes;
}

void putDirectoryEntry(QByteArray& bytes, const Packed& file) {
    put<quint32>(bytes, 0x02014B50);
    put<quint16>(bytes, version);
    putCommon(bytes, file);
    put<quint16>(bytes, 0); // comment
    put<quint16>(bytes, 0); // disk
    put<quint16>(bytes, 0); // internal attributes
    put<quint32>(bytes, 0); // external attributes
    put<quint32>(bytes, file.offset);
    bytes += file.name;
}

void putEnd(QByteArray& bytes, quint16 files, quint32 directory, quint32 offset) {
    put<quint32>(bytes, 0x06054B50);
    put<quint16>(bytes, 0);
    put<quint16>(bytes, 0);
    put<quint16>(bytes, files);
    put<quint16>(bytes, files);
    put<quint32>(bytes, directory);
    put<quint32>(bytes, offset);
    put<quint16>(bytes, 0);
}

bool isName(const QString& name) {
    return !name.isEmpty() && !name.startsWith('/') && !name.contains('\\') && !name.contains(':') &&
           !name.split('/').contains(QStringLiteral("..")) && name.toUtf8().size() <= mostEntries;
}

std::optional<model::Finding> refusalOf(const QList<ZipEntry>& entries) {
    QSet<QString> names;
    qint64 size = 0;
    for (const ZipEntry& entry : entries) {
        if (!isName(entry.name) || names.contains(entry.name))
            return model::failure(Text::tr("A file in an archive cannot be called \"%1\".").arg(entry.name)).value();
        names.insert(entry.name);
        size += entry.bytes.size() + 2 * entry.name.size() * 3 + 128; // headers included
    }
    if (entries.size() > mostEntries || size > mostBytes)
        return model::failure(Text::tr("An archive holds at most 65,535 files and 4 GiB.")).value();
    return std::nullopt;
}

} // namespace

quint32 crc32Of(const QByteArray& bytes) {
    return static_cast<quint32>(
        crc32_z(0, reinterpret_cast<const Bytef*>(bytes.constData()), static_cast<size_t>(bytes.size())));
}

model::Result<QByteArray> zipOf(const QList<ZipEntry>& entries) {
    if (const auto refusal = refusalOf(entries))
        return tl::unexpected(*refusal);
    QByteArray bytes, directory;
    for (const ZipEntry& entry : entries) {
        Packed file = packed(entry);
        file.offset = static_cast<quint32>(bytes.size());
        putFile(bytes, file);
        putDirectoryEntry(directory, file);
    }
    const auto offset = static_cast<quint32>(bytes.size());
    bytes += directory;
    putEnd(bytes, static_cast<quint16>(entries.size()), static_cast<quint32>(directory.size()), offset);
    return bytes;
}

} // namespace entente::pictures
