#include "db/model/calendar.h"

#include <QCalendar>
#include <QDate>
#include <QRandomGenerator>
#include <QTest>

using namespace entente::model;

namespace {

constexpr Day lastOfFarYears = 3'652'425'000'000; // of about 10^10 years

QCalendar qtCalendar(Calendar calendar) {
    switch (calendar) {
    case Calendar::Julian:
        return QCalendar(QCalendar::System::Julian);
    case Calendar::SolarHijri:
        return QCalendar(QCalendar::System::Jalali);
    case Calendar::Gregorian:
        break;
    }
    return QCalendar(QCalendar::System::Gregorian);
}

/// Qt has no year 0.
int qtYear(qint64 year) {
    return static_cast<int>(year > 0 ? year : year - 1);
}

} // namespace

class TestCalendar : public QObject {
    Q_OBJECT

private slots:
    void knowsDates_data();
    void knowsDates();
    void agreesWithQCalendar_data();
    void agreesWithQCalendar();
    void agreesWithQCalendarOnYears_data();
    void agreesWithQCalendarOnYears();
    void goesThereAndBack_data();
    void goesThereAndBack();
    void runsWithoutGaps_data();
    void runsWithoutGaps();
    void meetsTheEquinoxOfIran();
    void knowsItsYears_data();
    void knowsItsYears();
    void refusesDatesThatAreNot_data();
    void refusesDatesThatAreNot();
    void roundsQuotientsDown();
};

void TestCalendar::knowsDates_data() {
    QTest::addColumn<Calendar>("calendar");
    QTest::addColumn<CalendarDate>("date");
    QTest::addColumn<QString>("gregorian");
    const auto julian = [](const char* name, const CalendarDate& date, const char* day) {
        QTest::newRow(name) << Calendar::Julian << date << day;
    };
    const auto hijri = [](const char* name, const CalendarDate& date, const char* day) {
        QTest::newRow(name) << Calendar::SolarHijri << date << day;
    };
    QTest::newRow("Gregorian") << Calendar::Gregorian << CalendarDate{2024, 2, 29} << "2024-02-29";
    julian("October revolution", {1917, 10, 25}, "1917-11-07");
    julian("last day before the reform", {1582, 10, 4}, "1582-10-14");
    julian("leap day of 1900", {1900, 2, 29}, "1900-03-13");
    julian("Ides of March", {-43, 3, 15}, "-0043-03-13");
    julian("first day of the era", {1, 1, 1}, "0000-12-30");
    julian("both agree", {250, 1, 1}, "0250-01-01");
    julian("start of Julian days", {-4712, 1, 1}, "-4713-11-24");
    hijri("Nowruz 1403", {1403, 1, 1}, "2024-03-20");
    hijri("leap day of 1403", {1403, 12, 30}, "2025-03-20");
    hijri("leap day of 1399", {1399, 12, 30}, "2021-03-20");
    hijri("leap day of 1408", {1408, 12, 30}, "2030-03-20");
    hijri("last day of 1402", {1402, 12, 29}, "2024-03-19");
    hijri("revolution", {1357, 11, 22}, "1979-02-11");
    hijri("first year in force", {1304, 1, 1}, "1925-03-21");
    hijri("last long month", {1403, 6, 31}, "2024-09-21");
    hijri("first short month", {1403, 7, 1}, "2024-09-22");
    hijri("start of the cycle", {475, 1, 1}, "1096-03-21");
}

void TestCalendar::knowsDates() {
    QFETCH(Calendar, calendar);
    QFETCH(CalendarDate, date);
    QTEST(isoText(dayIn(calendar, date)), "gregorian");
    QCOMPARE(dateIn(calendar, dayIn(calendar, date)), date);
}

static void addSpans() {
    QTest::addColumn<Calendar>("calendar");
    QTest::addColumn<Day>("first");
    QTest::addColumn<Day>("last");
    QTest::addColumn<Day>("step");
    const Day today = dayOf(2024, 1, 1);
    for (const auto& [name, calendar] : {std::pair{"Gregorian", Calendar::Gregorian},
                                         {"Julian", Calendar::Julian},
                                         {"Solar Hijri", Calendar::SolarHijri}}) {
        QTest::addRow("%s, every day of our time", name) << calendar << today - 40'000 << today + 40'000 << Day(1);
        QTest::addRow("%s, round the start of the era", name)
            << calendar << dayOf(-40, 1, 1) << dayOf(660, 1, 1) << Day(1);
        QTest::addRow("%s, thousands of years", name)
            << calendar << dayOf(-4700, 1, 1) << dayOf(12000, 1, 1) << Day(61);
    }
}

void TestCalendar::agreesWithQCalendar_data() {
    addSpans();
}

void TestCalendar::agreesWithQCalendar() {
    QFETCH(Calendar, calendar);
    QFETCH(Day, first);
    QFETCH(Day, last);
    QFETCH(Day, step);
    const QCalendar theirs = qtCalendar(calendar);
    const qint64 epoch = QDate(1970, 1, 1).toJulianDay();
    for (Day day = first; day <= last; day += step) {
        const auto parts = theirs.partsFromDate(QDate::fromJulianDay(epoch + day));
        const CalendarDate date = dateIn(calendar, day);
        QCOMPARE(QList<int>({qtYear(date.year), date.month, date.day}),
                 QList<int>({parts.year, parts.month, parts.day}));
        QCOMPARE(dayIn(calendar, date), day);
    }
}

void TestCalendar::agreesWithQCalendarOnYears_data() {
    QTest::addColumn<Calendar>("calendar");
    QTest::newRow("Gregorian") << Calendar::Gregorian;
    QTest::newRow("Julian") << Calendar::Julian;
    QTest::newRow("Solar Hijri") << Calendar::SolarHijri;
}

void TestCalendar::agreesWithQCalendarOnYears() {
    QFETCH(Calendar, calendar);
    const QCalendar theirs = qtCalendar(calendar);
    for (qint64 year = -6000; year <= 6000; ++year) {
        QCOMPARE(isLeapIn(calendar, year), theirs.isLeapYear(qtYear(year)));
        for (int month = 1; month <= 12; ++month)
            QCOMPARE(daysInMonthIn(calendar, year, month), theirs.daysInMonth(month, qtYear(year)));
    }
}

void TestCalendar::goesThereAndBack_data() {
    agreesWithQCalendarOnYears_data();
}

void TestCalendar::goesThereAndBack() {
    QFETCH(Calendar, calendar);
    QRandomGenerator random(1403);
    for (int i = 0; i < 200'000; ++i) {
        const Day day = static_cast<Day>(random.bounded(quint64(2 * lastOfFarYears))) - lastOfFarYears;
        const CalendarDate date = dateIn(calendar, day);
        QVERIFY(isValidIn(calendar, date));
        QCOMPARE(dayIn(calendar, date), day);
    }
}

void TestCalendar::runsWithoutGaps_data() {
    QTest::addColumn<Calendar>("calendar");
    QTest::addColumn<qint64>("around");
    for (const qint64 year :
         {0LL, 3LL, -4LL, 474LL, 475LL, -2345LL, 3295LL, 1403LL, largestYear - 2, -largestYear + 2}) {
        QTest::addRow("Julian %lld", year) << Calendar::Julian << year;
        QTest::addRow("Solar Hijri %lld", year) << Calendar::SolarHijri << year;
    }
}

void TestCalendar::runsWithoutGaps() {
    QFETCH(Calendar, calendar);
    QFETCH(qint64, around);
    Day expected = dayIn(calendar, {around - 2, 1, 1});
    for (qint64 year = around - 2; year <= around + 2; ++year)
        for (int month = 1; month <= 12; ++month)
            for (int day = 1; day <= daysInMonthIn(calendar, year, month); ++day) {
                const CalendarDate date{year, month, day};
                QCOMPARE(dateIn(calendar, expected), date);
                QCOMPARE(dayIn(calendar, date), expected++);
            }
}

/// The years that take 366 days from one spring equinox in Tehran to the next, by Borkowski's method: most of them four
/// years apart, now and then five.
void TestCalendar::meetsTheEquinoxOfIran() {
    const QList<int> leapYears = {1300, 1304, 1309, 1313, 1317, 1321, 1325, 1329, 1333, 1337,
                                  1342, 1346, 1350, 1354, 1358, 1362, 1366, 1370, 1375, 1379,
                                  1383, 1387, 1391, 1395, 1399, 1403, 1408, 1412, 1416, 1420};
    QList<int> found;
    for (int year = 1299; year <= 1420; ++year)
        if (isLeapIn(Calendar::SolarHijri, year))
            found.append(year);
    QCOMPARE(found, leapYears);
}

void TestCalendar::knowsItsYears_data() {
    agreesWithQCalendarOnYears_data();
}

/// All days of the exact years are Gregorian days that the program accepts, and no year more would be.
void TestCalendar::knowsItsYears() {
    QFETCH(Calendar, calendar);
    const auto [first, last] = exactYears(calendar);
    const Day earliest = dayOf(-largestYear, 1, 1), latest = dayOf(largestYear, 12, 31);
    QVERIFY(dayIn(calendar, {first, 1, 1}) >= earliest);
    QVERIFY(dayIn(calendar, {first - 1, 1, 1}) < earliest);
    const int lastDay = daysInMonthIn(calendar, last, 12);
    QVERIFY(dayIn(calendar, {last, 12, lastDay}) <= latest);
    QVERIFY(dayIn(calendar, {last + 1, 12, lastDay}) > latest);
}

void TestCalendar::refusesDatesThatAreNot_data() {
    QTest::addColumn<Calendar>("calendar");
    QTest::addColumn<CalendarDate>("date");
    QTest::addColumn<bool>("isValid");
    QTest::newRow("29 February 1900") << Calendar::Gregorian << CalendarDate{1900, 2, 29} << false;
    QTest::newRow("29 February 1900, Julian") << Calendar::Julian << CalendarDate{1900, 2, 29} << true;
    QTest::newRow("30 Esfand 1403") << Calendar::SolarHijri << CalendarDate{1403, 12, 30} << true;
    QTest::newRow("30 Esfand 1402") << Calendar::SolarHijri << CalendarDate{1402, 12, 30} << false;
    QTest::newRow("31 Mehr") << Calendar::SolarHijri << CalendarDate{1403, 7, 31} << false;
    QTest::newRow("month 13") << Calendar::SolarHijri << CalendarDate{1403, 13, 1} << false;
    QTest::newRow("month 0") << Calendar::Julian << CalendarDate{1403, 0, 1} << false;
    QTest::newRow("day 0") << Calendar::Julian << CalendarDate{1403, 1, 0} << false;
    QTest::newRow("year 0") << Calendar::SolarHijri << CalendarDate{0, 1, 1} << true;
    QTest::newRow("end of int64") << Calendar::SolarHijri << CalendarDate{std::numeric_limits<qint64>::max(), 1, 1}
                                  << false;
}

void TestCalendar::refusesDatesThatAreNot() {
    QFETCH(Calendar, calendar);
    QFETCH(CalendarDate, date);
    QTEST(isValidIn(calendar, date), "isValid");
}

void TestCalendar::roundsQuotientsDown() {
    QCOMPARE(floorDivision(7, 4), 1);
    QCOMPARE(floorDivision(-7, 4), -2);
    QCOMPARE(floorDivision(-8, 4), -2);
    QCOMPARE(floorDivision(0, 4), 0);
}

QTEST_APPLESS_MAIN(TestCalendar)
#include "tst_calendar.moc"
