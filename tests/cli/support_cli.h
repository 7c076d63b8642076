#pragma once

#include <QJsonObject>
#include <QTemporaryDir>

namespace entente::cli {

/// What a call came to.
struct Outcome {
    int code = -1;
    QString out;
    QString errors;

    QStringList lines() const { return out.split('\n', Qt::SkipEmptyParts); }
    QList<QJsonObject> records() const;
    /// The values of one member, over all records.
    QStringList members(const QString& name) const;
};

/// Runs a command inside the test.
Outcome call(const QStringList& arguments);

/// A folder with tables of a small dossier and the dossier made of them, gone at the end of the test.
class Sample {
public:
    Sample();

    QString path(const QString& name) const { return m_folder.filePath(name); }
    QString tables() const { return path("tables"); }
    QString dossier() const { return path("pact.dossier"); }
    void write(const QString& name, const QByteArray& bytes) const;
    QByteArray read(const QString& name) const;

private:
    QTemporaryDir m_folder;
};

} // namespace entente::cli
