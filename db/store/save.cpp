#include "db/store/digest.h"
#include "db/store/image.h"
#include "db/store/migrations.h"
#include "db/store/replay.h"
#include "db/store/whole_file.h"
#include "db/store/writer.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace entente::store {

namespace {

struct SaveText {
    Q_DECLARE_TR_FUNCTIONS(entente::store::Save)
};

/// Seals the rows with their digest and gives the compact bytes of the whole file, without statistics of others.
QByteArray sealedBytes(Connection& connection) {
    connection.run("DROP TABLE IF EXISTS sqlite_stat1");
    connection.run(QStringLiteral("UPDATE dossier SET digest = ?"), {contentDigest(connection, migrationScripts())});
    connection.run("VACUUM");
    return connection.serialize();
}

model::Result<QByteArray> imageBytes(const Opened& opened) {
    if (!opened.image->bytes.isEmpty())
        return opened.image->bytes;
    const auto now = identify(opened.image->path);
    if (!now || *now != opened.identity)
        return fileFailure(opened.image->path,
                           SaveText::tr("The file was changed by another program since it was opened."),
                           SaveText::tr("Open it again; your changes cannot be put into it."));
    QFile file(opened.image->path);
    if (!file.open(QIODevice::ReadOnly))
        return fileFailure(opened.image->path, SaveText::tr("It cannot be read any more: %1.").arg(file.errorString()));
    return file.readAll();
}

model::Result<QByteArray> changedBytes(const Opened& opened, const QByteArray& image,
                                       const QList<model::Change>& changes, const SaveOptions& options) {
    Connection connection(image, Connection::Access::Write);
    if (opened.schema < static_cast<int>(migrationScripts().size()))
        migrate(connection, opened.schema, migrationScripts());
    for (const model::Change& change : changes)
        if (const auto done = replay(connection, change); !done)
            return tl::unexpected<model::Finding>(done.error());
    if (!options.modified.isEmpty())
        connection.run(QStringLiteral("UPDATE dossier SET modified = ?"), {options.modified});
    return sealedBytes(connection);
}

} // namespace

model::Result<FileIdentity> save(const Opened& opened, const QList<model::Change>& changes, const QString& target,
                                 const SaveOptions& options) {
    if (opened.readOnly)
        return fileFailure(opened.path,
                           SaveText::tr("This dossier was made by a newer program and cannot be written by this one."),
                           SaveText::tr("Update Entente."));
    if (options.expected) {
        const auto now = identify(target);
        if (now && *now != *options.expected)
            return fileFailure(target, SaveText::tr("This file was changed by another program since it was opened."),
                               SaveText::tr("Save under another name, or open it again."));
    }
    try {
        const auto image = imageBytes(opened);
        if (!image)
            return tl::unexpected<model::Finding>(image.error());
        const auto bytes = changedBytes(opened, *image, changes, options);
        if (!bytes)
            return tl::unexpected<model::Finding>(bytes.error());
        if (const auto written = writeWhole(target, *bytes); !written)
            return tl::unexpected<model::Finding>(written.error());
        return identify(target);
    } catch (const SQLite::Exception& exception) {
        return fileFailure(target, SaveText::tr("The changes could not be written."),
                           SaveText::tr("The file is as it was."), QString::fromUtf8(exception.what()));
    } catch (const std::bad_alloc&) {
        return fileFailure(target, SaveText::tr("There is not enough memory to save."),
                           SaveText::tr("The file is as it was."));
    }
}

model::Result<void> create(const QString& path, const model::Tables& tables) {
    try {
        Connection connection;
        prepareEmpty(connection, migrationScripts());
        SQLite::Transaction transaction(connection.database());
        Writer(connection).write(tables);
        transaction.commit();
        return writeWhole(path, sealedBytes(connection));
    } catch (const SQLite::Exception& exception) {
        return fileFailure(path, SaveText::tr("The dossier could not be made of these tables."), {},
                           QString::fromUtf8(exception.what()));
    } catch (const std::bad_alloc&) {
        return fileFailure(path, SaveText::tr("There is not enough memory to make this dossier."));
    }
}

} // namespace entente::store
