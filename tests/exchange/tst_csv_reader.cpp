#include "db/exchange/cells.h"
#include "db/exchange/csv_reader.h"

#include <QTest>

using namespace entente::exchange;

/// "line:cell,cell" with brackets around cells, then the faults as "!kind line detail".
static QString dump(const CsvText& text) {
    QStringList lines;
    for (const Record& record : text.records)
        lines.append(QString("%1:[%2]").arg(record.line).arg(record.cells.join("][")));
    for (const Fault& fault : text.faults)
        lines.append(QString("!%1 %2 %3").arg(int(fault.kind)).arg(fault.line).arg(fault.detail));
    return lines.join(' ');
}

class TestCsvReader : public QObject {
    Q_OBJECT

private slots:
    void recordsAreRead_data();
    void recordsAreRead();
    void invalidUtf8IsFoundAtItsByte_data();
    void invalidUtf8IsFoundAtItsByte();
    void limitsHold();
    void listsAreSplit_data();
    void listsAreSplit();
    void listsComeBack_data();
    void listsComeBack();
};

void TestCsvReader::recordsAreRead_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("expected");
    QTest::newRow("empty") << QByteArray("") << "";
    QTest::newRow("one line without end") << QByteArray("a,b") << "1:[a][b]";
    QTest::newRow("LF") << QByteArray("a,b\nc,d\n") << "1:[a][b] 2:[c][d]";
    QTest::newRow("CRLF") << QByteArray("a,b\r\nc,d\r\n") << "1:[a][b] 2:[c][d]";
    QTest::newRow("CR") << QByteArray("a,b\rc,d\r") << "1:[a][b] 2:[c][d]";
    QTest::newRow("mixed ends") << QByteArray("a\r\nb\rc\nd") << "1:[a] 2:[b] 3:[c] 4:[d]";
    QTest::newRow("blank lines count") << QByteArray("\n\na,b\n\r\nc,d\n") << "3:[a][b] 5:[c][d]";
    QTest::newRow("empty cells") << QByteArray(",\na,,\n") << "1:[][] 2:[a][][]";
    QTest::newRow("quoted") << QByteArray("\"a,b\",\"c\"\"d\"\n") << "1:[a,b][c\"d]";
    QTest::newRow("quoted empty") << QByteArray("\"\",x\n") << "1:[][x]";
    QTest::newRow("line ends in quotes are kept")
        << QByteArray("\"a\r\nb\rc\nd\",e\nf,g\n") << "1:[a\r\nb\rc\nd][e] 5:[f][g]";
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF\"a\",b\n") << "1:[a][b]";
    QTest::newRow("blanks are kept") << QByteArray(" a , b \n") << "1:[ a ][ b ]";
    QTest::newRow("unterminated") << QByteArray("a\nb,\"c\nd\n") << "1:[a] !2 2 2";
    QTest::newRow("text after quote") << QByteArray("\"a\"b,c\n") << "1:[ab][c] !3 1 1";
    QTest::newRow("quote in cell") << QByteArray("a,b\"c\"\n") << "1:[a][b\"c\"] !4 1 2";
    QTest::newRow("NUL") << QByteArray("abc,d\0e\n", 8) << QString("1:[abc][d%1e] !5 1 2").arg(QChar(QChar::Null));
    QTest::newRow("UTF-16") << QByteArray("\xFF\xFE"
                                          "a\0,\0",
                                          6)
                            << "!1 1 0";
    QTest::newRow("UTF-16 without mark") << QByteArray("a\0,\0b\0", 6) << "!1 1 0";
    QTest::newRow("Latin-1") << QByteArray("a,b\n\xE9t\xE9,x\n") << "!0 2 4";
}

void TestCsvReader::recordsAreRead() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, expected);
    QCOMPARE(dump(readCsv(bytes, {100, 100, 100})), expected);
}

void TestCsvReader::invalidUtf8IsFoundAtItsByte_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("offset");
    QTest::newRow("plain") << QByteArray("abc") << -1;
    QTest::newRow("two to four bytes") << QByteArray("é漢😀\xF4\x8F\xBF\xBF") << -1;
    QTest::newRow("lone continuation") << QByteArray("ab\x80") << 2;
    QTest::newRow("cut short") << QByteArray("ab\xE2\x82") << 2;
    QTest::newRow("overlong slash") << QByteArray("\xC0\xAF") << 0;
    QTest::newRow("overlong of three") << QByteArray("x\xE0\x80\xAF") << 1;
    QTest::newRow("surrogate") << QByteArray("x\xED\xA0\x80") << 1;
    QTest::newRow("beyond Unicode") << QByteArray("\xF4\x90\x80\x80") << 0;
    QTest::newRow("never a byte") << QByteArray("\xFF") << 0;
}

void TestCsvReader::invalidUtf8IsFoundAtItsByte() {
    QFETCH(QByteArray, bytes);
    QFETCH(int, offset);
    QCOMPARE(firstInvalidUtf8(bytes), offset);
}

void TestCsvReader::limitsHold() {
    QCOMPARE(dump(readCsv("abcd,e\nf\n", {3, 9, 9})), "1:[][e] 2:[f] !6 1 1");
    QCOMPARE(dump(readCsv("a,b,c\n", {9, 2, 9})), "1:[a][b] !7 1 3");
    QCOMPARE(dump(readCsv("a\nb\nc\n", {9, 9, 2})), "1:[a] 2:[b] !8 3 0");
}

void TestCsvReader::listsAreSplit_data() {
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QStringList>("texts");
    QTest::newRow("empty") << "" << QStringList();
    QTest::newRow("one") << "a" << QStringList{"a"};
    QTest::newRow("two") << "a | b" << QStringList{"a", "b"};
    QTest::newRow("without blanks") << "a|b" << QStringList{"a", "b"};
    QTest::newRow("empty parts") << " |  | " << QStringList{"", "", ""};
    QTest::newRow("escapes") << R"(a\|b | c\\)" << QStringList{"a|b", "c\\"};
}

void TestCsvReader::listsAreSplit() {
    QFETCH(QString, cell);
    QFETCH(QStringList, texts);
    QCOMPARE(splitList(cell).value(), texts);
    QVERIFY(!splitList(cell + "\\x").has_value());
    QVERIFY(!splitList(cell + "\\").has_value());
}

void TestCsvReader::listsComeBack_data() {
    QTest::addColumn<QStringList>("texts");
    QTest::newRow("none") << QStringList();
    QTest::newRow("blanks at the ends") << QStringList{" a ", "  ", "b  "};
    QTest::newRow("bars and backslashes") << QStringList{"|", "\\", "\\|", " | ", "\\\\ |"};
    QTest::newRow("empty ones") << QStringList{"", "", "a", ""};
    QTest::newRow("right to left") << QStringList{"ایران", "a\nb", "😀"};
}

void TestCsvReader::listsComeBack() {
    QFETCH(QStringList, texts);
    QCOMPARE(splitList(joinList(texts)).value(), texts);
}

QTEST_APPLESS_MAIN(TestCsvReader)
#include "tst_csv_reader.moc"
