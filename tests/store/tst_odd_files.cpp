#include "tests/store/support_store.h"

#include <QDir>
#include <QTest>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace entente;
using namespace entente::test;

/// Things that are no ordinary files, names that are hard to write down, and files too large to hold in memory.
class TestOddFiles : public QObject {
    Q_OBJECT

private slots:
    void refusesWhatIsNoFile_data();
    void refusesWhatIsNoFile();
    void opensFilesOfAnyName_data();
    void opensFilesOfAnyName();
    void refusesToSaveUnderTheLongestName();
    void readsLargeFilesInPlace_data();
    void readsLargeFilesInPlace();
    void refusesALargeFileWithAJournal();
    void savesLargeFiles();
};

static const QString largeTable =
    QStringLiteral("CREATE TABLE x_large(bytes BLOB); INSERT INTO x_large VALUES(zeroblob(70000000))");

void TestOddFiles::refusesWhatIsNoFile_data() {
    QTest::addColumn<QString>("words");
    QTest::newRow("folder") << "This is a folder.";
    QTest::newRow("pipe") << "This is not an ordinary file.";
    QTest::newRow("socket") << "It cannot be opened";
    QTest::newRow("link to nothing") << "There is no such file.";
    QTest::newRow("link to itself") << "This link leads in a circle.";
    QTest::newRow("nothing") << "There is no such file.";
    QTest::newRow("nothing in no folder") << "There is no such file.";
}

void TestOddFiles::refusesWhatIsNoFile() {
    QFETCH(QString, words);
    const DossierFolder folder;
    const QByteArray kind = QTest::currentDataTag();
    const QString path = folder.filePath(kind == "nothing in no folder" ? "no/odd.dossier" : "odd.dossier");
    const QByteArray name = QFile::encodeName(path);
    if (kind == "folder")
        QVERIFY(QDir().mkdir(path));
    else if (kind == "pipe")
        QCOMPARE(::mkfifo(name.constData(), 0600), 0);
    else if (kind == "link to nothing")
        QVERIFY(QFile::link(folder.filePath("gone"), path));
    else if (kind == "link to itself")
        QVERIFY(QFile::link(path, path));
    const int descriptor = kind == "socket" ? ::socket(AF_UNIX, SOCK_STREAM, 0) : -1;
    if (descriptor >= 0) {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        qstrncpy(address.sun_path, name.constData(), sizeof address.sun_path);
        QCOMPARE(::bind(descriptor, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
    }
    const auto opened = store::open(path);
    ::close(descriptor);
    QVERIFY(!opened);
    const QString message = model::describe(opened.error());
    QVERIFY2(message.startsWith("odd.dossier: " + words), qPrintable(message));
}

static void addNames() {
    QTest::addColumn<QString>("name");
    QTest::newRow("words of an address") << "x?mode=memory&cache=shared#top.dossier";
    QTest::newRow("percent signs") << "100%20%00%.dossier";
    QTest::newRow("quotes and blanks") << " a 'b' \"c\" $(d) .dossier";
    QTest::newRow("a line break") << "a\nb.dossier";
    QTest::newRow("right to left") << "سند\u202e تاریخ.dossier";
    QTest::newRow("248 bytes") << QString(240, 'n') + ".dossier"; // the file beside it needs seven more
}

void TestOddFiles::opensFilesOfAnyName_data() {
    addNames();
}

void TestOddFiles::opensFilesOfAnyName() {
    QFETCH(QString, name);
    const DossierFolder folder;
    const QString path = folder.filePath(name);
    QVERIFY(QFile::rename(folder.path(), path));
    const auto opened = store::open(path);
    QVERIFY2(opened, opened ? "" : qPrintable(model::describe(opened.error())));
    QVERIFY(store::save(*opened, {model::PlaceActors{}}, path, {{}, opened->identity}));
    QCOMPARE(contentOf(folder.folder()).keys(), QStringList(name));
    QVERIFY(store::open(path)->dossier->tables().placements.isEmpty());
    QVERIFY(writeBytes(path, "text"));
    const QString message = model::describe(store::open(path).error());
    QVERIFY2(!message.contains('\n') && message.contains("This is not a dossier"), qPrintable(message));
}

void TestOddFiles::refusesToSaveUnderTheLongestName() {
    const DossierFolder folder;
    const QString path = folder.filePath(QString(247, 'n') + ".dossier");
    QVERIFY(QFile::rename(folder.path(), path));
    const auto before = contentOf(folder.folder());
    const auto opened = store::open(path);
    QVERIFY(opened);
    const auto saved = store::save(*opened, {model::PlaceActors{}}, path);
    QVERIFY(!saved);
    QCOMPARE(saved.error().problem, "Its name is too long.");
    QCOMPARE(contentOf(folder.folder()), before);
}

void TestOddFiles::readsLargeFilesInPlace_data() {
    addNames();
}

void TestOddFiles::readsLargeFilesInPlace() {
    QFETCH(QString, name);
    const DossierFolder folder;
    const QString path = folder.filePath(name);
    QCOMPARE(tamper(folder.path(), largeTable), QString());
    QVERIFY(QFile::rename(folder.path(), path));
    const auto before = store::identify(path);
    const auto opened = store::open(path);
    QVERIFY2(opened, opened ? "" : qPrintable(model::describe(opened.error())));
    QVERIFY(opened->image->bytes.isEmpty());
    QVERIFY(opened->digestMatches);
    QCOMPARE(opened->dossier->tables().events.size(), 2);
    QVERIFY(before && *before == *store::identify(path));
    QCOMPARE(QDir(folder.folder()).entryList(QDir::Files), QStringList(name));
}

void TestOddFiles::refusesALargeFileWithAJournal() {
    const DossierFolder folder;
    QCOMPARE(tamper(folder.path(), largeTable), QString());
    for (const char* side : {"-journal", "-wal"}) {
        QVERIFY(writeBytes(folder.path() + side, "something"));
        const auto opened = store::open(folder.path());
        QVERIFY(!opened);
        QVERIFY(model::describe(opened.error()).contains("A journal lies beside this large file"));
        QVERIFY(QFile::remove(folder.path() + side));
    }
    QVERIFY(store::open(folder.path()));
}

void TestOddFiles::savesLargeFiles() {
    const DossierFolder folder;
    QCOMPARE(tamper(folder.path(), largeTable), QString());
    const auto opened = store::open(folder.path());
    QVERIFY(opened);
    const auto saved = store::save(*opened, {model::PlaceActors{}}, folder.path(), {{}, opened->identity});
    QVERIFY2(saved, saved ? "" : qPrintable(model::describe(saved.error())));
    QCOMPARE(ask(folder.path(), "SELECT length(bytes) FROM x_large"), "70000000");
    const auto again = store::open(folder.path());
    QVERIFY(again && again->digestMatches && again->dossier->tables().placements.isEmpty());
    // What was opened is no longer there to be changed once more.
    const auto late = store::save(*opened, {}, folder.filePath("copy.dossier"));
    QVERIFY(!late);
    QVERIFY(model::describe(late.error()).contains("changed by another program"));
}

QTEST_APPLESS_MAIN(TestOddFiles)
#include "tst_odd_files.moc"
