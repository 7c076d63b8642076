#pragma once

#include "db/exchange/csv_tables.h"

#include <QTemporaryDir>

namespace entente::exchange {

/// A folder with these files, gone at the end of the test.
class Folder {
public:
    explicit Folder(const QList<TableFile>& files);

    QString path() const { return m_folder.path(); }
    void write(const QString& name, const QByteArray& bytes) const;

private:
    QTemporaryDir m_folder;
};

/// A small dossier as tables that has a row in every table and no fault.
QList<TableFile> soundTables();
/// The same with one file replaced.
QList<TableFile> soundTablesWith(const QString& name, const QByteArray& bytes);

/// "file:line column: problem <found> (expected)", one line a finding.
QString dump(const model::Findings& findings);

} // namespace entente::exchange
