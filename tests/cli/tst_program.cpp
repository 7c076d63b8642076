#include "tests/cli/support_cli.h"

#include <QProcess>
#include <QTest>

using namespace entente::cli;

/// The program itself, as a caller sees it: exit codes, streams, no display.
class TestProgram : public QObject {
    Q_OBJECT

private slots:
    void endsWithItsCode_data();
    void endsWithItsCode();
    void commandsNeedNoDisplay();
    void windowWithoutDisplayIsRefused();
    void resultsDoNotFollowTheLocale();
    void aFullDiskIsNoticed();

private:
    Sample m_sample;
};

/// Runs the program in an environment that names neither a display nor a platform.
static Outcome start(const QStringList& arguments, const QList<std::pair<QString, QString>>& extra = {},
                     const QString& output = {}) {
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"})
        environment.remove(name);
    for (const auto& [name, value] : extra)
        environment.insert(name, value);
    process.setProcessEnvironment(environment);
    if (!output.isEmpty())
        process.setStandardOutputFile(output);
    process.start(ENTENTE_BINARY_DIR "/entente", arguments);
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

void TestProgram::endsWithItsCode_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    const QString dossier = m_sample.dossier();
    QTest::newRow("version") << QStringList{"--version"} << 0;
    QTest::newRow("info") << QStringList{"info", dossier, "--json"} << 0;
    QTest::newRow("clean") << QStringList{"check", dossier} << 0;
    QTest::newRow("invalid date") << QStringList{"date", "1985-13"} << 1;
    QTest::newRow("missing file") << QStringList{"info", "/nonexistent.dossier"} << 2;
    QTest::newRow("not written") << QStringList{"import",          "--from",   "csv",
                                                m_sample.tables(), "--output", "/nonexistent/x.dossier"}
                                 << 3;
    QTest::newRow("wrong call") << QStringList{"info"} << 64;
}

void TestProgram::endsWithItsCode() {
    QFETCH(QStringList, arguments);
    const Outcome outcome = start(arguments);
    QTEST(outcome.code, "code");
    QCOMPARE(outcome.errors.isEmpty(), outcome.code == 0 || arguments.first() == "date");
}

void TestProgram::commandsNeedNoDisplay() {
    const QString picture = m_sample.path("picture.png");
    const Outcome outcome = start(
        {"export", m_sample.dossier(), "--view", "both", "--format", "png", "--size", "800x600", "--output", picture});
    QCOMPARE(outcome.errors, QString());
    QCOMPARE(outcome.code, 0);
    QVERIFY(m_sample.read("picture.png").startsWith("\x89PNG"));
}

void TestProgram::windowWithoutDisplayIsRefused() {
    const Outcome outcome = start({m_sample.dossier()});
    QCOMPARE(outcome.code, 64);
    QVERIFY(outcome.errors.startsWith("entente: There is no display"));
}

void TestProgram::resultsDoNotFollowTheLocale() {
    const QStringList arguments = {"list", m_sample.dossier(), "events", "--json"};
    const QString expected = call(arguments).out;
    for (const char* locale : {"C", "de_DE.UTF-8", "tr_TR.UTF-8", "nowhere"})
        QCOMPARE(start(arguments, {{"LC_ALL", locale}, {"LANG", locale}}).out, expected);
}

void TestProgram::aFullDiskIsNoticed() {
    if (!QFile::exists("/dev/full"))
        QSKIP("there is no /dev/full");
    QCOMPARE(start({"list", m_sample.dossier(), "events"}, {}, "/dev/full").code, 3);
}

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_program.moc"
