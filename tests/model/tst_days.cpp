#include "db/model/days.h"

#include <QDate>
#include <QTest>

using namespace entente::model;

class TestDays : public QObject {
    Q_OBJECT

private slots:
    void countsFromTheEpoch_data();
    void countsFromTheEpoch();
    void agreesWithQDate();
    void goesThereAndBack_data();
    void goesThereAndBack();
    void runsWithoutGaps_data();
    void runsWithoutGaps();
    void knowsLeapYears_data();
    void knowsLeapYears();
    void knowsLengthsOfMonths();
    void knowsWeekdays_data();
    void knowsWeekdays();
    void writesIsoText_data();
    void writesIsoText();
};

void TestDays::countsFromTheEpoch_data() {
    QTest::addColumn<CivilDate>("date");
    QTest::addColumn<Day>("day");
    QTest::newRow("1970-01-01") << CivilDate{1970, 1, 1} << Day(0);
    QTest::newRow("1969-12-31") << CivilDate{1969, 12, 31} << Day(-1);
    QTest::newRow("2000-02-29") << CivilDate{2000, 2, 29} << Day(11016);
    QTest::newRow("2025-01-17") << CivilDate{2025, 1, 17} << Day(20105);
    QTest::newRow("0001-01-01") << CivilDate{1, 1, 1} << Day(-719162);
    QTest::newRow("0000-12-31") << CivilDate{0, 12, 31} << Day(-719163);
    QTest::newRow("0000-03-01") << CivilDate{0, 3, 1} << Day(-719468);
    QTest::newRow("0000-01-01") << CivilDate{0, 1, 1} << Day(-719528);
    QTest::newRow("-0001-12-31") << CivilDate{-1, 12, 31} << Day(-719529);
    // 25 million times 400 years, each of 146097 days, from the first days of 0000.
    QTest::newRow("10^10") << CivilDate{largestYear, 1, 1} << Day(146097LL * 25'000'000 - 719528);
    QTest::newRow("-10^10") << CivilDate{-largestYear, 1, 1} << Day(-146097LL * 25'000'000 - 719528);
}

void TestDays::countsFromTheEpoch() {
    QFETCH(CivilDate, date);
    QTEST(dayOf(date), "day");
    QFETCH(Day, day);
    QCOMPARE(civilOf(day), date);
}

/// QDate calls 1 BCE the year -1 where we have 0.
void TestDays::agreesWithQDate() {
    const qint64 epoch = QDate(1970, 1, 1).toJulianDay();
    for (Day day = dayOf(-4800, 1, 1); day <= dayOf(12000, 1, 1); day += 61) {
        const QDate date = QDate::fromJulianDay(epoch + day);
        const qint64 year = date.year() > 0 ? date.year() : date.year() + 1;
        QCOMPARE(civilOf(day), (CivilDate{year, date.month(), date.day()}));
        QCOMPARE(dayOf(year, date.month(), date.day()), day);
        QCOMPARE(weekdayOf(day), date.dayOfWeek());
        QCOMPARE(daysInMonth(year, date.month()), date.daysInMonth());
    }
}

void TestDays::goesThereAndBack_data() {
    QTest::addColumn<qint64>("around");
    for (const qint64 year : {0LL, -1LL, 4LL, -4LL, 100LL, -100LL, 400LL, -400LL, 1900LL, 2000LL, 9999LL, -9999LL,
                              12345LL, largestYear - 2, -largestYear + 2})
        QTest::newRow(QByteArray::number(year)) << year;
}

void TestDays::goesThereAndBack() {
    QFETCH(qint64, around);
    for (qint64 year = around - 2; year <= around + 2; ++year)
        for (int month = 1; month <= 12; ++month)
            for (int day = 1; day <= daysInMonth(year, month); ++day) {
                const CivilDate date{year, month, day};
                QCOMPARE(civilOf(dayOf(date)), date);
            }
}

void TestDays::runsWithoutGaps_data() {
    goesThereAndBack_data();
}

void TestDays::runsWithoutGaps() {
    QFETCH(qint64, around);
    Day expected = dayOf(around - 2, 1, 1);
    for (qint64 year = around - 2; year <= around + 2; ++year)
        for (int month = 1; month <= 12; ++month)
            for (int day = 1; day <= daysInMonth(year, month); ++day)
                QCOMPARE(dayOf(year, month, day), expected++);
    QCOMPARE(dayOf(around + 3, 1, 1), expected);
}

void TestDays::knowsLeapYears_data() {
    QTest::addColumn<qint64>("year");
    QTest::addColumn<bool>("isLeap");
    for (const qint64 year : {4, 0, -4, 400, -400, 1600, 2000, 2024, -2024})
        QTest::newRow(QByteArray::number(year)) << year << true;
    for (const qint64 year : {1, -1, 2, 100, -100, 1700, 1800, 1900, 2023, 2100, -2100})
        QTest::newRow(QByteArray::number(year)) << year << false;
    QTest::newRow("10^10") << largestYear << true;
    QTest::newRow("-10^10 + 1") << -largestYear + 1 << false;
}

void TestDays::knowsLeapYears() {
    QFETCH(qint64, year);
    QTEST(isLeapYear(year), "isLeap");
    QFETCH(bool, isLeap);
    QCOMPARE(dayOf(year + 1, 1, 1) - dayOf(year, 1, 1), Day(isLeap ? 366 : 365));
}

void TestDays::knowsLengthsOfMonths() {
    const QList<int> lengths = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    for (int month = 1; month <= 12; ++month)
        QCOMPARE(daysInMonth(2023, month), lengths[month - 1]);
    QCOMPARE(daysInMonth(2024, 2), 29);
}

void TestDays::knowsWeekdays_data() {
    QTest::addColumn<Day>("day");
    QTest::addColumn<int>("weekday");
    QTest::newRow("Thursday 1 January 1970") << Day(0) << 4;
    QTest::newRow("Wednesday 31 December 1969") << Day(-1) << 3;
    QTest::newRow("Friday 17 January 2025") << dayOf(2025, 1, 17) << 5;
    QTest::newRow("Sunday 20 July 1969") << dayOf(1969, 7, 20) << 7;
    QTest::newRow("Monday 1 January 0001") << dayOf(1, 1, 1) << 1;
    QTest::newRow("Saturday 1 January 0000") << dayOf(0, 1, 1) << 6;
    // 400 years are whole weeks: as 1 January 0000 and 2000.
    QTest::newRow("Saturday, 10^10") << dayOf(largestYear, 1, 1) << 6;
    QTest::newRow("Saturday, -10^10") << dayOf(-largestYear, 1, 1) << 6;
}

void TestDays::knowsWeekdays() {
    QFETCH(Day, day);
    QTEST(weekdayOf(day), "weekday");
}

void TestDays::writesIsoText_data() {
    QTest::addColumn<Day>("day");
    QTest::newRow("2025-01-17") << dayOf(2025, 1, 17);
    QTest::newRow("0999-12-01") << dayOf(999, 12, 1);
    QTest::newRow("0000-01-01") << dayOf(0, 1, 1);
    QTest::newRow("-0001-12-31") << dayOf(-1, 12, 31);
    QTest::newRow("-0043-03-15") << dayOf(-43, 3, 15);
    QTest::newRow("12025-01-01") << dayOf(12025, 1, 1);
    QTest::newRow("10000000000-12-31") << dayOf(largestYear, 12, 31);
    QTest::newRow("-10000000000-01-01") << dayOf(-largestYear, 1, 1);
}

void TestDays::writesIsoText() {
    QFETCH(Day, day);
    QCOMPARE(isoText(day), QString(QTest::currentDataTag()));
}

QTEST_APPLESS_MAIN(TestDays)
#include "tst_days.moc"
