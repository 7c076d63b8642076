#pragma once

#include "db/store/dossier_file.h"

#include <QMap>
#include <QTemporaryDir>

namespace entente::test {

/// At least one row in every table and one value in every column that refers to another; nothing wrong in it.
model::Tables fullTables();

/// A temporary folder with one dossier of fullTables in it.
class DossierFolder {
public:
    DossierFolder();

    bool isValid() const { return m_made; }
    QString path() const { return m_folder.filePath(QStringLiteral("full.dossier")); }
    QString filePath(const QString& name) const { return m_folder.filePath(name); }
    QString folder() const { return m_folder.path(); }

private:
    QTemporaryDir m_folder;
    bool m_made = false;
};

QByteArray bytesOf(const QString& path);
bool writeBytes(const QString& path, const QByteArray& bytes);

/// All files of a folder with their bytes.
QMap<QString, QByteArray> contentOf(const QString& folder);

/// Runs statements on a file as any SQLite program could, its schema writable and no key checked. What went wrong, or
/// nothing.
QString tamper(const QString& path, const QString& sql);

/// The first column of a query's rows, joined by blanks.
QString ask(const QString& path, const QString& sql);

/// One line a finding: "table row field: problem".
QString textOf(const model::Findings& findings);

} // namespace entente::test
