#include "app/pictures/zip_file.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace entente;
using namespace entente::pictures;

class TestZip : public QObject {
    Q_OBJECT

private slots:
    void checksumsAreThoseOfTheStandard();
    void directoryLeadsToEveryFile();
    void smallAndDenseFilesAreStored();
    void sameFilesGiveSameBytes();
    void namesThatLeadAstrayAreRefused_data();
    void namesThatLeadAstrayAreRefused();
    void anotherProgramReadsIt();
};

namespace {

template <typename Number>
Number numberAt(const QByteArray& bytes, qsizetype at) {
    return qFromLittleEndian<Number>(bytes.constData() + at);
}

QByteArray noise(qsizetype size) {
    QByteArray bytes;
    quint32 state = 1;
    for (qsizetype i = 0; i < size; ++i) {
        state = state * 1664525U + 1013904223U;
        bytes += static_cast<char>(state >> 24U);
    }
    return bytes;
}

QList<ZipEntry> files() {
    return {{"[Content_Types].xml", QByteArray(5000, 'x')},
            {"folder/empty", {}},
            {QString::fromUtf8("folder/نام 名 😀.txt"), QByteArray("short")},
            {"folder/noise.bin", noise(4000)}};
}

} // namespace

void TestZip::checksumsAreThoseOfTheStandard() {
    QCOMPARE(crc32Of({}), 0U);
    QCOMPARE(crc32Of("123456789"), 0xCBF43926U);
    QCOMPARE(crc32Of("The quick brown fox jumps over the lazy dog"), 0x414FA339U);
}

void TestZip::directoryLeadsToEveryFile() {
    const QByteArray zip = zipOf(files()).value();
    const qsizetype end = zip.size() - 22;
    QCOMPARE(numberAt<quint32>(zip, end), 0x06054B50U);
    QCOMPARE(qsizetype(numberAt<quint16>(zip, end + 10)), files().size());
    qsizetype at = numberAt<quint32>(zip, end + 16);
    QCOMPARE(at + qsizetype(numberAt<quint32>(zip, end + 12)), end);
    for (const ZipEntry& file : files()) {
        QCOMPARE(numberAt<quint32>(zip, at), 0x02014B50U);
        QCOMPARE(numberAt<quint32>(zip, at + 16), crc32Of(file.bytes));
        QCOMPARE(numberAt<quint32>(zip, at + 24), quint32(file.bytes.size()));
        QCOMPARE(zip.mid(at + 46, numberAt<quint16>(zip, at + 28)), file.name.toUtf8());
        const qsizetype local = numberAt<quint32>(zip, at + 42);
        QCOMPARE(numberAt<quint32>(zip, local), 0x04034B50U);
        // From the version needed to the length of the name both say the same.
        QCOMPARE(zip.mid(local + 4, 26), zip.mid(at + 6, 26));
        const QByteArray packed = zip.mid(local + 30 + file.name.toUtf8().size(), numberAt<quint32>(zip, local + 18));
        const QByteArray deflated = qCompress(file.bytes, 9);
        QCOMPARE(packed, numberAt<quint16>(zip, local + 8) == 0 ? file.bytes : deflated.mid(6, deflated.size() - 10));
        at += 46 + file.name.toUtf8().size();
    }
    QCOMPARE(at, end);
}

void TestZip::smallAndDenseFilesAreStored() {
    const QByteArray zip = zipOf(files()).value();
    QVERIFY(zip.contains(noise(4000)));
    QVERIFY(!zip.contains(QByteArray(5000, 'x')));
    QCOMPARE(numberAt<quint16>(zip, 8), quint16(8));
    QCOMPARE(zipOf({})->size(), 22);
}

void TestZip::sameFilesGiveSameBytes() {
    QCOMPARE(zipOf(files()).value(), zipOf(files()).value());
}

void TestZip::namesThatLeadAstrayAreRefused_data() {
    QTest::addColumn<QStringList>("names");
    QTest::newRow("empty") << QStringList{""};
    QTest::newRow("absolute") << QStringList{"/etc/passwd"};
    QTest::newRow("upwards") << QStringList{"a/../../b"};
    QTest::newRow("of another system") << QStringList{"a\\b"};
    QTest::newRow("of a drive") << QStringList{"c:a"};
    QTest::newRow("twice") << QStringList{"a", "a"};
    QTest::newRow("too long") << QStringList{QString(70'000, 'a')};
}

void TestZip::namesThatLeadAstrayAreRefused() {
    QFETCH(QStringList, names);
    QList<ZipEntry> entries;
    for (const QString& name : names)
        entries.append({name, "bytes"});
    const auto zip = zipOf(entries);
    QVERIFY(!zip);
    QVERIFY(zip.error().problem.endsWith('.'));
}

void TestZip::anotherProgramReadsIt() {
    const QString program = QStandardPaths::findExecutable("unzip");
    if (program.isEmpty())
        QSKIP("unzip is not installed");
    QTemporaryDir folder;
    QFile file(folder.filePath("a.zip"));
    QVERIFY(file.open(QFile::WriteOnly));
    file.write(zipOf(files()).value());
    file.close();
    QProcess unzip;
    unzip.start(program, {"-t", file.fileName()});
    QVERIFY(unzip.waitForFinished());
    QCOMPARE(unzip.exitCode(), 0);
}

QTEST_GUILESS_MAIN(TestZip)
#include "tst_zip.moc"
