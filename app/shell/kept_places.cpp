#include "app/shell/kept_places.h"

#include "db/store/whole_file.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

namespace entente::shell {

namespace {

constexpr int mostFiles = 100;
constexpr qint64 largestFile = 1 << 20; // places of ten thousand actors take a sixth of it

QString nameOf(const QByteArray& digest) {
    return QString::fromLatin1(digest.toHex()) + QStringLiteral(".places");
}

void leaveNewest(const QString& folder) {
    QDir dir(folder);
    const QStringList files = dir.entryList({QStringLiteral("*.places")}, QDir::Files, QDir::Time);
    for (qsizetype i = mostFiles; i < files.size(); ++i)
        dir.remove(files[i]);
}

} // namespace

relations::KeptPlaces keptPlaces(const QString& folder) {
    relations::KeptPlaces kept;
    kept.read = [folder](const QByteArray& digest) -> std::optional<QByteArray> {
        QFile file(QDir(folder).filePath(nameOf(digest)));
        if (file.size() > largestFile || !file.open(QIODevice::ReadOnly))
            return {};
        return file.readAll();
    };
    kept.write = [folder](const QByteArray& digest, const QByteArray& bytes) {
        if (bytes.size() > largestFile || !QDir().mkpath(folder))
            return;
        if (store::writeWhole(QDir(folder).filePath(nameOf(digest)), bytes))
            leaveNewest(folder);
    };
    return kept;
}

QString placesFolder() {
    return QDir(QStandardPaths::writableLocation(QStandardPaths::CacheLocation)).filePath(QStringLiteral("places"));
}

} // namespace entente::shell
