#include "tests/cli/support_cli.h"

#include <QDir>
#include <QTest>

using namespace entente::cli;

/// Tables in and out on the command line.
class TestTableCommands : public QObject {
    Q_OBJECT

private slots:
    void tablesComeBack();
    void sameTablesGiveTheSameDossier();
    void findingsStopTheImport();
    void notesDoNot();
    void missingFoldersAreUnreadable();
    void whatCannotBeWrittenIsNamed();

private:
    QStringList importCall(const QString& tables, const QString& output) const {
        return {"import", "--from", "csv", tables, "--output", output};
    }

    Sample m_sample;
};

void TestTableCommands::tablesComeBack() {
    const QString out = m_sample.path("out");
    const Outcome outcome = call({"export-data", "--to", "csv", m_sample.dossier(), "--output", out});
    QCOMPARE(outcome.errors, QString());
    QCOMPARE(outcome.code, 0);
    const QString again = m_sample.path("again.dossier");
    QCOMPARE(call(importCall(out, again)).code, 0);
    QCOMPARE(call({"export-data", "--to=csv", again, "--output", m_sample.path("again")}).code, 0);
    const QStringList names = QDir(out).entryList(QDir::Files);
    QCOMPARE(names.size(), 19);
    for (const QString& name : names)
        QCOMPARE(m_sample.read("again/" + name), m_sample.read("out/" + name));
    for (const char* what : {"events", "actors", "ties", "perspectives", "sources"})
        QCOMPARE(call({"list", again, what, "--json"}).out, call({"list", m_sample.dossier(), what, "--json"}).out);
}

void TestTableCommands::sameTablesGiveTheSameDossier() {
    const QString again = m_sample.path("same.dossier");
    QCOMPARE(call(importCall(m_sample.tables(), again)).code, 0);
    QCOMPARE(m_sample.read("same.dossier"), m_sample.read("pact.dossier"));
}

void TestTableCommands::findingsStopTheImport() {
    const Sample broken;
    broken.write("tables/era.csv", "key,label,edtf,band,actor,citations\ntsar,N,1894-13,1,nobody,\n");
    const QByteArray before = broken.read("pact.dossier");
    const Outcome outcome = call(importCall(broken.tables(), broken.dossier()));
    QCOMPARE(outcome.code, 1);
    QCOMPARE(outcome.out, QString());
    const QStringList lines = outcome.errors.split('\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 3);
    QVERIFY2(lines[0].startsWith("entente: era.csv, row 2, field edtf: ") && lines[0].contains("1894-13"),
             qPrintable(lines[0]));
    QVERIFY2(lines[1].startsWith("entente: era.csv, row 2, field actor: ") && lines[1].contains("nobody"),
             qPrintable(lines[1]));
    QCOMPARE(broken.read("pact.dossier"), before);
}

void TestTableCommands::notesDoNot() {
    const Sample marked;
    marked.write("tables/translation.csv", "\xEF\xBB\xBFlanguage,subject,field,text\n");
    const Outcome outcome = call(importCall(marked.tables(), marked.path("marked.dossier")));
    QCOMPARE(outcome.code, 0);
    QVERIFY(outcome.errors.contains("byte order mark"));
    QCOMPARE(marked.read("marked.dossier"), marked.read("pact.dossier"));
}

void TestTableCommands::missingFoldersAreUnreadable() {
    QCOMPARE(call(importCall(m_sample.path("nowhere"), m_sample.path("x.dossier"))).code, 2);
    QCOMPARE(call({"export-data", "--to", "csv", m_sample.path("nothing"), "--output", m_sample.path("x")}).code, 2);
    QVERIFY(!QFileInfo::exists(m_sample.path("x.dossier")));
    QVERIFY(!QFileInfo::exists(m_sample.path("x")));
}

void TestTableCommands::whatCannotBeWrittenIsNamed() {
    const Outcome outcome = call(importCall(m_sample.tables(), m_sample.path("nowhere/x.dossier")));
    QCOMPARE(outcome.code, 3);
    QVERIFY(outcome.errors.contains("x.dossier"));
    const Outcome onFile = call({"export-data", "--to", "csv", m_sample.dossier(), "--output", m_sample.dossier()});
    QCOMPARE(onFile.code, 3);
    QVERIFY2(onFile.errors.contains(QFileInfo(m_sample.dossier()).fileName() + ": There is a file of this name."),
             qPrintable(onFile.errors));
    const Outcome nowhere = call({"export-data", "--to", "csv", m_sample.dossier(), "--output", m_sample.path("no/t")});
    QCOMPARE(nowhere.code, 3);
    QVERIFY2(nowhere.errors.contains(": t: The folder " + m_sample.path("no") + " is not there."),
             qPrintable(nowhere.errors));
}

QTEST_GUILESS_MAIN(TestTableCommands)
#include "tst_table_commands.moc"
