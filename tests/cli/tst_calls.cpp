#include "app/cli/run.h"
#include "tests/cli/support_cli.h"

#include <QTest>

using namespace entente::cli;

/// How calls are understood, whatever the command then does.
class TestCalls : public QObject {
    Q_OBJECT

private slots:
    void windowOrCommand_data();
    void windowOrCommand();
    void wrongCallsAreExplained_data();
    void wrongCallsAreExplained();
    void everyCommandHasHelp_data();
    void everyCommandHasHelp();
    void generalHelpNamesCommandsAndExitCodes();
    void versionIsPrinted();
};

void TestCalls::windowOrCommand_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<bool>("isCommand");
    QTest::addColumn<QString>("file");
    QTest::newRow("nothing") << QStringList{} << false << "";
    QTest::newRow("file") << QStringList{"a.dossier"} << false << "a.dossier";
    QTest::newRow("command") << QStringList{"info", "a.dossier"} << true << "";
    QTest::newRow("command alone") << QStringList{"info"} << true << "";
    QTest::newRow("file named like a command") << QStringList{"./info"} << false << "./info";
    QTest::newRow("file after --") << QStringList{"--", "info"} << false << "info";
    QTest::newRow("two files") << QStringList{"a", "b"} << true << "";
    QTest::newRow("help") << QStringList{"--help"} << true << "";
    QTest::newRow("unknown option") << QStringList{"--wrong"} << true << "";
    QTest::newRow("toolkit option") << QStringList{"-platform", "offscreen", "a"} << false << "a";
    QTest::newRow("toolkit option and command") << QStringList{"-style", "Fusion", "date", "1985"} << true << "";
}

void TestCalls::windowOrCommand() {
    QFETCH(QStringList, arguments);
    const Start start = startOf(arguments);
    QTEST(start.isCommand, "isCommand");
    QTEST(start.file, "file");
}

void TestCalls::wrongCallsAreExplained_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("unknown option") << QStringList{"--wrong"} << "There is no option --wrong.";
    QTest::newRow("unknown command") << QStringList{"lst", "a"}
                                     << "\"lst\" is not a command, and the window opens one file.";
    QTest::newRow("unknown option of a command")
        << QStringList{"info", "a", "--jsn"} << "There is no option --jsn here.";
    QTest::newRow("option twice") << QStringList{"info", "a", "--json", "--json"}
                                  << "The option --json is given more than once.";
    QTest::newRow("value for a flag") << QStringList{"info", "a", "--json=1"} << "The option --json takes no value.";
    QTest::newRow("missing value") << QStringList{"list", "a", "events", "--from"}
                                   << "The option --from needs a value: --from EDTF.";
    QTest::newRow("option for a value") << QStringList{"list", "a", "events", "--from", "--json"}
                                        << "The option --from needs a value: --from EDTF.";
    QTest::newRow("missing operand") << QStringList{"info"} << "FILE is missing.";
    QTest::newRow("second missing operand") << QStringList{"show", "a"} << "KEY is missing.";
    QTest::newRow("one too many") << QStringList{"info", "a", "b"} << "\"b\" is one argument too many.";
    QTest::newRow("no text") << QStringList{"date", "--json"} << "TEXT is missing.";
    QTest::newRow("needed option") << QStringList{"import", "--from", "csv", "a"}
                                   << "The option --output FILE is missing.";
    QTest::newRow("minus year without --")
        << QStringList{"date", "-0043"} << "\"-0043\" looks like an option. Write -- before what begins with a minus.";
    QTest::newRow("unknown form") << QStringList{"import", "--from", "xml", "a", "--output", "b"}
                                  << "The option --from takes csv, not \"xml\".";
    QTest::newRow("unknown list") << QStringList{"list", "a", "eras"}
                                  << "\"eras\" cannot be listed; events, actors, ties, perspectives and sources can.";
    QTest::newRow("span backwards") << QStringList{"list", "a", "events", "--from", "2001", "--to", "2000"}
                                    << "The span of --from and --to ends before it begins.";
    QTest::newRow("no known bound") << QStringList{"list", "a", "ties", "--moment", "../.."}
                                    << "The option --moment needs a date with a known bound; \"../..\" has none.";
    QTest::newRow("a moment and in time") << QStringList{"path", "a", "b", "c", "--in-time", "--moment", "2001"}
                                          << "A path is either that of a --moment or one --in-time.";
    QTest::newRow("a path at two moments") << QStringList{"path", "a", "b", "c", "--moment", "2001", "--moment", "2002"}
                                           << "A path is asked for one moment: --moment is given more than once.";
    QTest::newRow("a path of one end") << QStringList{"path", "a", "b"} << "B is missing.";
    for (const QStringList& moments : {QStringList(), {"2001"}, {"2001", "2002", "2003"}}) {
        QStringList arguments = {"compare", "a"};
        for (const QString& moment : moments)
            arguments << "--moment" << moment;
        QTest::addRow("compared are %d", static_cast<int>(moments.size()))
            << arguments << "Two moments are compared: --moment EDTF --moment EDTF.";
    }
}

void TestCalls::wrongCallsAreExplained() {
    QFETCH(QStringList, arguments);
    QFETCH(QString, sentence);
    const Outcome outcome = call(arguments);
    QCOMPARE(outcome.code, 64);
    QCOMPARE(outcome.out, QString());
    QCOMPARE(outcome.errors.section('\n', 0, 0), "entente: " + sentence);
}

void TestCalls::everyCommandHasHelp_data() {
    QTest::addColumn<QString>("command");
    for (const char* command : {"info", "list", "show", "path", "compare", "central", "check", "date", "import",
                                "export-data", "export", "present"})
        QTest::newRow(command) << command;
}

void TestCalls::everyCommandHasHelp() {
    QFETCH(QString, command);
    const Outcome outcome = call({command, "--wrong", "--help"});
    QCOMPARE(outcome.code, 0);
    QVERIFY(outcome.out.startsWith("entente " + command + ' '));
    QVERIFY(outcome.out.contains("Exit codes:"));
    QCOMPARE(outcome.errors, QString());
}

void TestCalls::generalHelpNamesCommandsAndExitCodes() {
    const Outcome outcome = call({"--help"});
    QCOMPARE(outcome.code, 0);
    for (const char* command : {"info", "list", "show", "path", "compare", "central", "check", "date", "import",
                                "export-data", "export", "present"})
        QVERIFY2(outcome.out.contains(QString("entente %1 ").arg(command)), command);
    for (const char* code : {"  0 ", "  1 ", "  2 ", "  3 ", "  64 "})
        QVERIFY2(outcome.out.contains(code), code);
}

void TestCalls::versionIsPrinted() {
    QCoreApplication::setApplicationVersion("1.2.3");
    QCOMPARE(call({"--version"}).out, "entente 1.2.3\n");
}

QTEST_GUILESS_MAIN(TestCalls)
#include "tst_calls.moc"
