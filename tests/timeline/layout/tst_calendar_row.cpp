#include "app/timeline/layout/ticks.h"

#include <QCalendar>
#include <QTest>

using namespace entente;
using namespace entente::timeline;
using model::Calendar;

Q_DECLARE_METATYPE(model::Calendar)

/// The axis's row of a second calendar.
class TestCalendarRow : public QObject {
    Q_OBJECT

private slots:
    void labelsNeverTouch_data();
    void labelsNeverTouch();
    void yearsBeginWhereTheyDo_data();
    void yearsBeginWhereTheyDo();
    void aMonthThatBeganBeforeTheViewKeepsItsName();
    void deepTimeIsToldInAges();
};

namespace {

constexpr double axis = 900;

double widthOf(const QString& text, bool) {
    return 7.0 * static_cast<double>(text.size());
}

TickWords wordsIn(Calendar calendar) {
    return [calendar](TickUnit unit, model::Day day, qint32, bool) {
        const model::CalendarDate date = model::dateIn(calendar, day);
        const QString year = QString::number(date.year);
        if (unit == TickUnit::Year || unit == TickUnit::Age)
            return year;
        return unit == TickUnit::Month ? QStringLiteral("%1/%2").arg(date.month).arg(year)
                                       : QStringLiteral("%1/%2/%3").arg(date.day).arg(date.month).arg(year);
    };
}

void addCalendars() {
    QTest::addColumn<Calendar>("calendar");
}

} // namespace

void TestCalendarRow::labelsNeverTouch_data() {
    addCalendars();
    QTest::addColumn<double>("first");
    QTest::addColumn<double>("width");
    for (const auto& [name, calendar] :
         {std::pair("Solar Hijri", Calendar::SolarHijri), std::pair("Julian", Calendar::Julian)})
        for (const double first : {0.0, -719528.0 - 50000, -3.6e12, 3.6e12})
            for (double width = 0.01; width < 1e13; width *= 7)
                QTest::addRow("%s: %g days from %g", name, width, first) << calendar << first << width;
}

void TestCalendarRow::labelsNeverTouch() {
    QFETCH(Calendar, calendar);
    QFETCH(double, first);
    QFETCH(double, width);
    const Scale scale = Scale::fitting(first, first + width, 0, axis);
    const QList<Tick> all = calendarTicks(scale, 0, axis, calendar, wordsIn(calendar), widthOf);
    QVERIFY(all.size() <= 4096);
    double free = 0, last = -std::numeric_limits<double>::infinity();
    for (const Tick& tick : all) {
        if (!tick.text.isEmpty()) {
            QVERIFY(tick.textX >= free);
            free = tick.textX + widthOf(tick.text, false) + 1;
            QVERIFY(free <= axis + 1);
        }
        QVERIFY(tick.x >= last);
        last = tick.x;
    }
}

void TestCalendarRow::yearsBeginWhereTheyDo_data() {
    addCalendars();
    QTest::addColumn<QCalendar>("peer");
    QTest::addRow("Solar Hijri") << Calendar::SolarHijri << QCalendar(QCalendar::System::Jalali);
    QTest::addRow("Julian") << Calendar::Julian << QCalendar(QCalendar::System::Julian);
}

void TestCalendarRow::yearsBeginWhereTheyDo() {
    QFETCH(Calendar, calendar);
    QFETCH(QCalendar, peer);
    const double from = static_cast<double>(model::dayOf(1995, 6, 1));
    const Scale scale = Scale::fitting(from, from + 6000, 0, axis);
    int years = 0;
    for (const Tick& tick : calendarTicks(scale, 0, axis, calendar, wordsIn(calendar), widthOf)) {
        const QDate day = QDate(1970, 1, 1).addDays(qRound64(scale.day(tick.x)));
        QCOMPARE(day.day(peer), 1);
        QCOMPARE(day.month(peer), 1);
        if (tick.text.isEmpty())
            continue;
        QCOMPARE(tick.text, QString::number(day.year(peer)));
        QCOMPARE(tick.textX + widthOf(tick.text, false) / 2, tick.x);
        ++years;
    }
    QVERIFY(years > 5);
}

void TestCalendarRow::aMonthThatBeganBeforeTheViewKeepsItsName() {
    // 10 Dey 1403 to 20 Bahman 1403
    const double from = static_cast<double>(model::dayIn(Calendar::SolarHijri, {1403, 10, 10}));
    const Scale scale = Scale::fitting(from, from + 40, 0, 300);
    const QList<Tick> all = calendarTicks(scale, 0, 300, Calendar::SolarHijri, wordsIn(Calendar::SolarHijri), widthOf);
    QCOMPARE(all.size(), 2);
    QCOMPARE(all[0].text, QStringLiteral("10/1403"));
    QCOMPARE(all[0].textX, 0.0);
    QCOMPARE(all[1].text, QStringLiteral("11/1403"));
    QCOMPARE(all[1].x, scale.x(static_cast<double>(model::dayIn(Calendar::SolarHijri, {1403, 11, 1}))));
    QVERIFY(all[1].textX > all[1].x);
}

void TestCalendarRow::deepTimeIsToldInAges() {
    QCOMPARE(stepFor(1.0 / 365.2425 / 1000, 42).unit, TickUnit::Year);
    QCOMPARE(stepFor(1.0 / 365.2425 / 1000, 42).count, 50'000);
    QCOMPARE(stepFor(1.0 / 365.2425 / 1e6, 42).unit, TickUnit::Age);
    QCOMPARE(stepFor(1e-30, 42).count, model::largestYear);
    const Scale scale = Scale::fitting(-4.6e9 * 365.2425, 0, 0, axis);
    QStringList years;
    for (const Tick& tick : ticks(scale, 0, axis, wordsIn(Calendar::Gregorian), widthOf))
        years << tick.text;
    years.removeAll(QString());
    QCOMPARE(years.size(), 8);
    QCOMPARE(years.first(), QStringLiteral("-3999999999"));
}

QTEST_APPLESS_MAIN(TestCalendarRow)
#include "tst_calendar_row.moc"
