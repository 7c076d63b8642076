#include "db/store/whole_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QStorageInfo>
#include <climits>
#include <fcntl.h>
#include <unistd.h>

namespace entente::store {

namespace {
struct WholeFileText {
    Q_DECLARE_TR_FUNCTIONS(entente::store::WholeFile)
};

/// QSaveFile takes a short write for success and then replaces a good file by a truncated one. This one does not.
class StrictSaveFile : public QSaveFile {
public:
    StrictSaveFile(const QString& path, const DeviceFilter& write) : QSaveFile(path), m_write(write) {}

protected:
    qint64 writeData(const char* data, qint64 size) override {
        const qint64 written = m_failed ? -1 : m_write ? m_write(*this, data, size) : QSaveFile::writeData(data, size);
        if (written != size) {
            m_failed = true;
            cancelWriting();
            return -1;
        }
        return written;
    }

private:
    const DeviceFilter& m_write;
    bool m_failed = false;
};

tl::unexpected<model::Finding> notWritten(const QString& path, const QString& problem, const QString& remedy) {
    model::Finding finding;
    finding.file = QFileInfo(path).fileName();
    finding.problem = problem;
    finding.remedy = remedy;
    return tl::unexpected<model::Finding>(finding);
}

/// Why a file cannot be written, as far as the system tells.
tl::unexpected<model::Finding> explain(const QString& path, qint64 needed, const QString& systemWords) {
    const QFileInfo folder(QFileInfo(path).absolutePath());
    if (!folder.exists())
        return notWritten(path, WholeFileText::tr("The folder %1 is not there.").arg(folder.filePath()),
                          WholeFileText::tr("Choose another folder."));
    if (QFileInfo(path).isDir())
        return notWritten(path, WholeFileText::tr("There is a folder of this name."),
                          WholeFileText::tr("Choose another name."));
    // The file that is written beside it has a dot and six letters more in its name.
    if (QFile::encodeName(QFileInfo(path).fileName()).size() + 7 > NAME_MAX)
        return notWritten(path, WholeFileText::tr("Its name is too long."),
                          WholeFileText::tr("Choose a shorter name."));
    const QStorageInfo disk(folder.filePath());
    if (disk.isValid() && disk.bytesAvailable() < needed)
        return notWritten(path,
                          WholeFileText::tr("The disk is full: %1 bytes are needed and %2 are free.")
                              .arg(needed)
                              .arg(disk.bytesAvailable()),
                          WholeFileText::tr("The file is as it was. Make room, or choose another disk."));
    if (!folder.isWritable() || (QFileInfo::exists(path) && !QFileInfo(path).isWritable()))
        return notWritten(path, WholeFileText::tr("There is no permission to write here."),
                          WholeFileText::tr("Choose another folder."));
    return notWritten(path, WholeFileText::tr("It could not be written whole: %1.").arg(systemWords),
                      WholeFileText::tr("The file is as it was. Choose another place."));
}

/// Without this a new name may be lost when the power fails.
void flushFolder(const QString& path) {
    const QByteArray folder = QFile::encodeName(QFileInfo(path).absolutePath());
    const int descriptor = ::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    ::fsync(descriptor);
    ::close(descriptor);
}
} // namespace

model::Result<void> writeWholeThrough(const QString& path, const QByteArray& bytes, const DeviceFilter& write) {
    const QFileInfo target(path);
    const QString real = target.isSymLink() && target.exists() ? target.canonicalFilePath() : path;
    if (QFileInfo(real).exists() && !QFileInfo(real).isFile())
        return notWritten(path, WholeFileText::tr("This is not an ordinary file."),
                          WholeFileText::tr("Choose another name."));
    StrictSaveFile file(real, write);
    file.setDirectWriteFallback(false);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return explain(real, bytes.size(), file.errorString());
    if (file.write(bytes) != bytes.size() || !file.commit())
        return explain(real, bytes.size(), file.errorString());
    flushFolder(real);
    return {};
}

model::Result<void> writeWhole(const QString& path, const QByteArray& bytes) {
    return writeWholeThrough(path, bytes, {});
}

model::Result<void> writeAll(const QString& folder, const QList<NamedBytes>& files) {
    const QDir target(folder);
    const QString own = QDir::cleanPath(target.absolutePath());
    if (QFileInfo(own).exists() && !QFileInfo(own).isDir())
        return notWritten(own, WholeFileText::tr("There is a file of this name."),
                          WholeFileText::tr("Choose another folder."));
    if (!target.exists() && !QDir().mkdir(own))
        return explain(own, 0, WholeFileText::tr("the folder cannot be made"));
    for (const NamedBytes& file : files) {
        if (QDir::isAbsolutePath(file.name) || QDir::cleanPath(file.name).startsWith(QStringLiteral("..")))
            return notWritten(file.name, WholeFileText::tr("This name leads out of the folder."), {});
        const QString path = target.filePath(file.name);
        if (!QDir().mkpath(QFileInfo(path).absolutePath()))
            return explain(path, file.bytes.size(), WholeFileText::tr("the folder cannot be made"));
        if (auto written = writeWhole(path, file.bytes); !written)
            return written;
    }
    return {};
}

} // namespace entente::store
