#include "db/store/image.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QtEndian>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace entente::store {

namespace {
struct ImageText {
    Q_DECLARE_TR_FUNCTIONS(entente::store::File)
};

constexpr qint64 largestInMemory = 64LL << 20;
constexpr qint64 largestFile = 16LL << 30;
constexpr qsizetype headerSize = 100;
constexpr char sqliteMagic[] = "SQLite format 3";

/// An open file that closes itself.
struct Descriptor {
    int number = -1;
    ~Descriptor() {
        if (number >= 0)
            ::close(number);
    }
};

QString kindOf(const QByteArray& start) {
    if (start.startsWith("PK\x03\x04"))
        return ImageText::tr("a ZIP archive");
    if (start.startsWith("\x89PNG"))
        return ImageText::tr("a PNG picture");
    if (start.startsWith("%PDF"))
        return ImageText::tr("a PDF document");
    if (start.startsWith("\xFF\xFE") || start.startsWith("\xFE\xFF"))
        return ImageText::tr("UTF-16 text");
    const QByteArray words = start.trimmed();
    if (words.startsWith('{') || (words.startsWith('[') && words.contains('{')))
        return ImageText::tr("JSON");
    if (words.startsWith('<'))
        return ImageText::tr("XML or HTML");
    const bool isText =
        std::none_of(start.begin(), start.end(), [](char c) { return static_cast<unsigned char>(c) < 9; });
    return isText ? ImageText::tr("text") : ImageText::tr("something else");
}

tl::unexpected<model::Finding> cannotOpen(const QString& path, int error) {
    switch (error) {
    case ENOENT:
    case ENOTDIR:
        return fileFailure(path, ImageText::tr("There is no such file."), ImageText::tr("Check its name and folder."));
    case EACCES:
    case EPERM:
        return fileFailure(path, ImageText::tr("There is no permission to read this file."),
                           ImageText::tr("Ask its owner for it."));
    case ELOOP:
        return fileFailure(path, ImageText::tr("This link leads in a circle."));
    default:
        return fileFailure(path,
                           ImageText::tr("It cannot be opened: %1.").arg(QString::fromLocal8Bit(std::strerror(error))));
    }
}

model::Result<Image> readFrom(int descriptor, const QString& path, qint64 size) {
    const qint64 wanted = size <= largestInMemory ? size : headerSize;
    Image image{QByteArray(wanted, Qt::Uninitialized), path};
    qint64 done = 0;
    while (done < wanted) {
        const ssize_t got = ::read(descriptor, image.bytes.data() + done, static_cast<size_t>(wanted - done));
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return fileFailure(path, ImageText::tr("It could not be read to its end."),
                               ImageText::tr("Try again, or copy it from where it came."));
        done += got;
    }
    if (const auto header = readHeader(path, image.bytes, size); !header)
        return tl::unexpected<model::Finding>(header.error());
    if (size <= largestInMemory)
        return image;
    if (QFileInfo::exists(path + "-journal") || QFileInfo::exists(path + "-wal"))
        return fileFailure(path, ImageText::tr("A journal lies beside this large file: it was not closed properly."),
                           ImageText::tr("Open it once with the program that wrote it."));
    return Image{{}, path};
}
} // namespace

tl::unexpected<model::Finding> fileFailure(const QString& path, const QString& problem, const QString& remedy,
                                           const QString& found, const QString& expected) {
    model::Finding finding;
    finding.file = QFileInfo(path).fileName().isEmpty() ? path : QFileInfo(path).fileName();
    finding.problem = problem;
    finding.remedy = remedy;
    finding.found = found;
    finding.expected = expected;
    return tl::unexpected<model::Finding>(finding);
}

model::Result<FileIdentity> identify(const QString& path) {
    struct stat state {};
    if (::stat(QFile::encodeName(path).constData(), &state) != 0)
        return cannotOpen(path, errno);
    return FileIdentity{state.st_size, state.st_mtim.tv_sec * 1'000'000'000LL + state.st_mtim.tv_nsec, state.st_dev,
                        state.st_ino};
}

model::Result<Header> readHeader(const QString& path, const QByteArray& bytes, qint64 size) {
    if (bytes.size() < headerSize || !bytes.startsWith(QByteArray(sqliteMagic, sizeof sqliteMagic))) {
        if (bytes.startsWith("SQLite"))
            return fileFailure(path, ImageText::tr("This file is shorter than any dossier (%1 bytes).").arg(size),
                               ImageText::tr("Perhaps a download or copy was interrupted; fetch it again."));
        return fileFailure(
            path, ImageText::tr("This is not a dossier: it looks like %1.").arg(kindOf(bytes.left(headerSize))),
            ImageText::tr("Tables can be imported with File, Import Tables."));
    }
    const auto* data = reinterpret_cast<const uchar*>(bytes.constData());
    const quint32 application = qFromBigEndian<quint32>(data + 68);
    if (application != applicationId)
        return fileFailure(path, ImageText::tr("This is an SQLite file, but not a dossier."), {},
                           QStringLiteral("application id 0x%1").arg(application, 8, 16, QLatin1Char('0')),
                           QStringLiteral("application id 0x%1").arg(applicationId, 8, 16, QLatin1Char('0')));
    const quint16 stored = qFromBigEndian<quint16>(data + 16);
    const qint64 pageSize = stored == 1 ? 65536 : stored;
    const qint64 pages = qFromBigEndian<quint32>(data + 28);
    if (pageSize < 512 || (pageSize & (pageSize - 1)) != 0)
        return fileFailure(path, ImageText::tr("This file is damaged: its header is not possible."),
                           ImageText::tr("Fetch it again from where it came."));
    if (size < pages * pageSize)
        return fileFailure(
            path,
            ImageText::tr("This file is shorter than its header says: %1 of %2 bytes.").arg(size).arg(pages * pageSize),
            ImageText::tr("The copy is incomplete; fetch it again."));
    return Header{static_cast<int>(qFromBigEndian<quint32>(data + 60)), data[18] == 2};
}

model::Result<Image> readImage(const QString& path) {
    // O_NONBLOCK: opening a pipe would wait for its writer for ever.
    const Descriptor file{::open(QFile::encodeName(path).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC)};
    if (file.number < 0)
        return cannotOpen(path, errno);
    struct stat state {};
    if (::fstat(file.number, &state) != 0)
        return cannotOpen(path, errno);
    if (S_ISDIR(state.st_mode))
        return fileFailure(path, ImageText::tr("This is a folder."),
                           ImageText::tr("Tables in a folder can be imported with File, Import Tables."));
    if (!S_ISREG(state.st_mode))
        return fileFailure(path, ImageText::tr("This is not an ordinary file."),
                           ImageText::tr("Copy its content into a file first."));
    if (state.st_size == 0)
        return fileFailure(path, ImageText::tr("This file is empty (0 bytes)."),
                           ImageText::tr("Perhaps a download or copy was interrupted; fetch it again."));
    if (state.st_size > largestFile)
        return fileFailure(
            path,
            ImageText::tr("This file is too large: %1 bytes; the limit is %2.").arg(state.st_size).arg(largestFile));
    return readFrom(file.number, path, state.st_size);
}

} // namespace entente::store
