#include "db/model/edtf.h"

#include <QFile>
#include <QRandomGenerator>
#include <QSet>
#include <QTest>

using namespace entente::model;

/// EDTF by its specification: a table of texts with the days they may mean, and of texts that are none.
class TestEdtf : public QObject {
    Q_OBJECT

private slots:
    void readsValidDates_data();
    void readsValidDates();
    void knowsTheSpecification();
    void extentsAreThoseOfTheDate_data();
    void extentsAreThoseOfTheDate();
    void refusesInvalidDates_data();
    void refusesInvalidDates();
    void tellsShapes_data();
    void tellsShapes();
    void keepsTheTimeOfDay_data();
    void keepsTheTimeOfDay();
    void keepsBothEnds();
    void knowsDivisions();
    void putsMoments_data();
    void putsMoments();
    void readsItsOwnDays();
    void survivesDamage();
    void readsLongTexts_data();
    void readsLongTexts();
};

static QString textOf(const Bound& bound) {
    if (bound.isKnown())
        return isoText(bound.day);
    return bound.kind == Bound::Kind::Open ? QStringLiteral("open") : QStringLiteral("unknown");
}

static QString textOf(DateParts parts) {
    QString text;
    text += parts & YearPart ? "y" : "";
    text += parts & MonthPart ? "m" : "";
    text += parts & DayPart ? "d" : "";
    return text.isEmpty() ? QStringLiteral("-") : text;
}

static QString textOf(Precision precision) {
    const QStringList words = {"minute",      "day",      "month",  "season",  "quarter",    "four-months",
                               "half-year",   "year",     "decade", "century", "millennium", "significant-digits",
                               "unspecified", "interval", "set",    "none"};
    return words[static_cast<qsizetype>(precision)];
}

/// Lines of a table below tests/data/edtf: fields between bars, comments after #.
static QList<QStringList> rowsOf(const QString& name) {
    QFile file(QString(ENTENTE_TEST_DATA) + "/edtf/" + name);
    QList<QStringList> rows;
    if (!file.open(QIODevice::ReadOnly))
        return rows;
    for (const QString& line : QString::fromUtf8(file.readAll()).split('\n'))
        if (!line.isEmpty() && !line.startsWith('#'))
            rows.append(line.split('|'));
    return rows;
}

static QByteArray nameOf(const QString& text) {
    return ('"' + text + '"').toUtf8();
}

void TestEdtf::readsValidDates_data() {
    for (const char* column : {"text", "earliest", "latest", "precision", "uncertain", "approximate"})
        QTest::addColumn<QString>(column);
    const QList<QStringList> rows = rowsOf("valid.txt");
    QVERIFY(rows.size() >= 250);
    for (const QStringList& row : rows) {
        QCOMPARE(row.size(), 6);
        QTest::newRow(nameOf(row[0])) << row[0] << row[1] << row[2] << row[3] << row[4] << row[5];
    }
}

void TestEdtf::readsValidDates() {
    QFETCH(QString, text);
    const auto date = Edtf::parse(text);
    QVERIFY2(date, date ? "" : qPrintable(QString("column %1: %2").arg(date.error().column).arg(date.error().message)));
    QTEST(textOf(date->earliest()), "earliest");
    QTEST(textOf(date->latest()), "latest");
    QTEST(textOf(date->precision()), "precision");
    QTEST(textOf(date->uncertain()), "uncertain");
    QTEST(textOf(date->approximate()), "approximate");
    QCOMPARE(date->text(), text);
}

/// No text stands twice in the tables, and every example of the specification stands in that of valid ones.
void TestEdtf::knowsTheSpecification() {
    QSet<QString> valid;
    QSet<QString> all;
    for (const QStringList& row : rowsOf("valid.txt"))
        valid.insert(row[0]);
    const QList<QStringList> rows = rowsOf("valid.txt") + rowsOf("invalid.txt");
    for (const QStringList& row : rows) {
        QVERIFY2(!all.contains(row[0]), qPrintable(row[0]));
        all.insert(row[0]);
    }
    const QList<QStringList> examples = rowsOf("specification.txt");
    QVERIFY(examples.size() >= 80);
    for (const QStringList& example : examples)
        QVERIFY2(valid.contains(example[0]), qPrintable(example[0]));
}

void TestEdtf::extentsAreThoseOfTheDate_data() {
    readsValidDates_data();
}

/// The short way to where a date lies gives what the long one does.
void TestEdtf::extentsAreThoseOfTheDate() {
    QFETCH(QString, text);
    for (const QString& each :
         {text, text + '/', '/' + text, text + "/..", text + "/2099-12-31", text + '?', text + 'x'}) {
        const auto date = Edtf::parse(each);
        const auto extent = extentFrom(each.toUtf8());
        QCOMPARE(extent.has_value(), date.has_value());
        if (!date)
            continue;
        QCOMPARE(extent->shape(), date->shape());
        QVERIFY(extent->start() == date->start());
        QVERIFY(extent->end() == date->end());
        QCOMPARE(extent->secondOfDay(), date->secondOfDay());
    }
}

void TestEdtf::refusesInvalidDates_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("column");
    const QList<QStringList> rows = rowsOf("invalid.txt");
    QVERIFY(rows.size() >= 150);
    for (const QStringList& row : rows)
        QTest::newRow(nameOf(row[0])) << row[0] << row[1].toInt();
}

void TestEdtf::refusesInvalidDates() {
    QFETCH(QString, text);
    const auto date = Edtf::parse(text);
    QVERIFY2(!date, "it was read");
    QTEST(date.error().column, "column");
    QVERIFY(date.error().message.endsWith('.'));
}

void TestEdtf::tellsShapes_data() {
    QTest::addColumn<Edtf::Shape>("shape");
    QTest::addColumn<bool>("isExactDay");
    QTest::newRow("2025-01-17") << Edtf::Shape::Point << true;
    QTest::newRow("2025-01-17T14:30:00Z") << Edtf::Shape::Point << true;
    QTest::newRow("2025-01-17?") << Edtf::Shape::Point << false;
    QTest::newRow("2025-01-~17") << Edtf::Shape::Point << false;
    QTest::newRow("2025-01") << Edtf::Shape::Point << false;
    QTest::newRow("2025-04-3X") << Edtf::Shape::Point << false;
    QTest::newRow("2025-01-17/2025-01-17") << Edtf::Shape::Interval << false;
    QTest::newRow("[2025-01-17]") << Edtf::Shape::OneOf << false;
    QTest::newRow("{2025-01-17}") << Edtf::Shape::AllOf << false;
}

void TestEdtf::tellsShapes() {
    const auto date = Edtf::parse(QString(QTest::currentDataTag()));
    QVERIFY(date);
    QTEST(date->shape(), "shape");
    QTEST(date->isExactDay(), "isExactDay");
}

void TestEdtf::keepsTheTimeOfDay_data() {
    QTest::addColumn<int>("second");
    QTest::newRow("1985-04-12T00:00:00") << 0;
    QTest::newRow("1985-04-12T00:00:01") << 1;
    QTest::newRow("1985-04-12T23:20:30") << 84030;
    QTest::newRow("1985-04-12T23:20:30+04:30") << 84030; // as written: the zone stays in the text
    QTest::newRow("1985-04-12T23:59:59Z") << 86399;
    QTest::newRow("1985-04-12T24:00:00") << 86400; // the end of this day, not the next one
    QTest::newRow("1985-04-12") << -1;
}

void TestEdtf::keepsTheTimeOfDay() {
    const auto date = Edtf::parse(QString(QTest::currentDataTag()));
    QVERIFY(date);
    QTEST(date->secondOfDay().value_or(-1), "second");
    QCOMPARE(textOf(date->earliest()), "1985-04-12");
}

void TestEdtf::keepsBothEnds() {
    const auto date = Edtf::parse(u"1984?/2004-06~");
    QVERIFY(date);
    QCOMPARE(textOf(date->start().latest), "1984-12-31");
    QCOMPARE(textOf(date->end().earliest), "2004-06-01");
    QCOMPARE(date->start().precision, Precision::Year);
    QCOMPARE(date->end().precision, Precision::Month);
    QCOMPARE(date->start().uncertain, YearPart);
    QCOMPARE(date->end().uncertain, NoPart);
    const auto point = Edtf::parse(u"2016");
    QVERIFY(point);
    QCOMPARE(point->start(), point->end());
}

void TestEdtf::knowsDivisions() {
    for (int code = 21; code <= 41; ++code) {
        const auto date = Edtf::parse(QString("2001-%1").arg(code));
        QVERIFY(date);
        QCOMPARE(int(date->start().division), code);
    }
    QCOMPARE(int(Edtf::parse(u"2001-12")->start().division), 0);
}

void TestEdtf::putsMoments_data() {
    QTest::addColumn<QString>("moment");
    QTest::newRow("2015") << "2015-12-31";
    QTest::newRow("2016-02") << "2016-02-29";
    QTest::newRow("2001/2003") << "2003-12-31";
    QTest::newRow("2018-08-07/..") << "2018-08-07";
    QTest::newRow("2018/") << "2018-12-31";
    QTest::newRow("[2007..]") << "2007-01-01";
    QTest::newRow("[..2015-07-14]") << "2015-07-14";
    QTest::newRow("XXXX") << "none";
    QTest::newRow("../..") << "none";
}

void TestEdtf::putsMoments() {
    const auto date = Edtf::parse(QString(QTest::currentDataTag()));
    QVERIFY(date);
    const auto moment = momentOf(*date);
    QTEST(moment ? isoText(*moment) : QStringLiteral("none"), "moment");
}

/// What isoText writes of a year of four digits is EDTF of that day.
void TestEdtf::readsItsOwnDays() {
    for (Day day = dayOf(-9999, 1, 1); day <= dayOf(9999, 12, 31); day += 197) {
        const auto date = Edtf::parse(isoText(day));
        QVERIFY2(date, qPrintable(isoText(day)));
        QVERIFY(date->isExactDay());
        QCOMPARE(date->earliest().day, day);
    }
}

void TestEdtf::survivesDamage() {
    const QString letters = QStringLiteral("0123456789-/.?~%XYES[]{},T:Z+ \u0663");
    QRandomGenerator random(20250117);
    const auto below = [&](qsizetype size) { return qsizetype(random.bounded(quint32(size))); };
    const QList<QStringList> rows = rowsOf("valid.txt") + rowsOf("invalid.txt");
    for (int round = 0; round < 40000; ++round) {
        QString text = rows[below(rows.size())][0];
        for (qsizetype change = below(3); change >= 0; --change) {
            const qsizetype at = below(text.size() + 1);
            if (const qsizetype kind = below(3); kind == 0)
                text.insert(at, letters[below(letters.size())]);
            else if (kind == 1)
                text.remove(at, 1);
            else
                text.replace(at, 1, letters[below(letters.size())]);
        }
        const auto date = Edtf::parse(text);
        if (!date)
            QVERIFY2(date.error().column >= 1 && date.error().column <= text.size() + 1, qPrintable(text));
        else if (date->earliest().isKnown() && date->latest().isKnown())
            QVERIFY2(date->earliest().day <= date->latest().day, qPrintable(text));
    }
}

void TestEdtf::readsLongTexts_data() {
    constexpr qsizetype length = 1'000'000;
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("valid");
    for (const char* piece : {"1", "X", "-", "?", "/", "[", "..", ",", "Y", "T", "1985-", "1985/", "[1985,"})
        QTest::newRow(piece) << QString(piece).repeated(length / qsizetype(qstrlen(piece))) << false;
    QTest::newRow("digits of Y") << 'Y' + QString(length, '9') << false;
    QTest::newRow("digits of E") << "Y1E" + QString(length, '0') << false;
    QTest::newRow("set") << '[' + QString("1985-04-12,").repeated(length / 11) + "1986]" << true;
    QTest::newRow("ranges") << '{' + QString("1985..1986,").repeated(length / 11) + "1986}" << true;
    QTest::newRow("leap days") << '[' + QString("1X00-02-29,").repeated(length / 11) + "1986]" << true;
}

void TestEdtf::readsLongTexts() {
    QFETCH(QString, text);
    QTEST(Edtf::parse(text).has_value(), "valid");
}

QTEST_APPLESS_MAIN(TestEdtf)
#include "tst_edtf.moc"
