#include "app/wording/typed_date.h"

#include <QTest>

using namespace entente;
using model::Calendar;
using model::Day;
using wording::Style;
using wording::Wording;
using wording::YearStyle;

Q_DECLARE_METATYPE(model::Calendar)

/// Dates as typed, and as said in other calendars.
class TestTypedDate : public QObject {
    Q_OBJECT

private slots:
    void readsGregorian_data();
    void readsGregorian();
    void readsJulian_data();
    void readsJulian();
    void readsSolarHijri_data();
    void readsSolarHijri();
    void readsOtherLanguages();
    void readsWhatItSays_data();
    void readsWhatItSays();
    void saysDays_data();
    void saysDays();
    void saysMonthsOfIran();
    void saysYears_data();
    void saysYears();

private:
    QString read(Calendar calendar) const;

    Wording m_wording;
};

static void addRows(const QList<std::pair<const char*, const char*>>& rows) {
    QTest::addColumn<QString>("edtf");
    for (const auto& [typed, edtf] : rows)
        QTest::newRow(typed) << edtf;
}

/// What the row's name means.
QString TestTypedDate::read(Calendar calendar) const {
    const auto date = wording::typedDate(QString(QTest::currentDataTag()), m_wording, calendar);
    return date ? date->text() : QStringLiteral("none");
}

void TestTypedDate::readsGregorian_data() {
    addRows({
        {"2018-05-08", "2018-05-08"},
        {"2018-05", "2018-05"},
        {"  2015 ", "2015"},
        {"1984?/2004~", "1984?/2004~"},
        {"[2007..]", "[2007..]"},
        {"Y170000002", "Y170000002"},
        {"2025-01-17T14:30:00Z", "2025-01-17T14:30:00Z"},
        {"2018-02-30", "none"},
        {"400", "0400"},
        {"45", "0045"},
        {"0000", "0000"},
        {"12025", "Y12025"},
        {"10000000000", "Y10000000000"},
        {"10000000001", "none"},
        {"99999999999999999999", "none"},
        {"may 2018", "2018-05"},
        {"MAY 2018", "2018-05"},
        {"September, 2018", "2018-09"},
        {"sept. 2018", "2018-09"},
        {"17 jan 2025", "2025-01-17"},
        {"May 8 2018", "2018-05-08"},
        {"8 may 2018", "2018-05-08"},
        {"8 Máy 2018", "2018-05-08"},
        {"May 8, 2018", "2018-05-08"},
        {"May 8th, 2018", "2018-05-08"},
        {"1ST may 2018", "2018-05-01"},
        {"8. May 2018", "2018-05-08"},
        {"8may2018", "2018-05-08"},
        {"Tuesday 8 May 2018", "2018-05-08"},
        {"Tue, 8 May 2018", "2018-05-08"},
        {"Tuesday, May 8, 2018", "2018-05-08"},
        {"29 Feb 2024", "2024-02-29"},
        {"29 Feb 2023", "none"},
        {"8 May 8", "0008-05-08"},
        {"May 45 BCE", "-0044-05"},
        {"12.3.2001", "2001-03-12"},
        {"12. 3. 2001", "2001-03-12"},
        {"31.12.0999", "0999-12-31"},
        {"3.13.2001", "none"},
        {"8.5.18", "none"},
        {"2018/5/8", "2018-05-08"},
        {"2018/05/08", "2018-05-08"},
        {"01/02/2003", "none"},
        {"44 BCE", "-0043"},
        {"44BCE", "-0043"},
        {"1 bc", "0000"},
        {"400 BC", "-0399"},
        {"400 b.c.", "-0399"},
        {"14 CE", "0014"},
        {"14 AD", "0014"},
        {"0 BCE", "none"},
        {"20000 BCE", "Y-19999"},
        {"15 Mar 44 BCE", "-0043-03-15"},
        {"spring 2018", "2018-21"},
        {"Fall 2018", "2018-23"},
        {"winter 44 BCE", "-0043-24"},
        {"2 May 12025", "none"},
        {"۲۰۱۸-۰۵-۰۸", "2018-05-08"},
        {"٨ May ٢٠١٨", "2018-05-08"},
        {"\u200f8 May\u200e 2018", "2018-05-08"},
        {"May 8", "none"},
        {"may", "none"},
        {"ma 2018", "none"},
        {"J 2018", "none"},
        {"Mayday 2018", "none"},
        {"May 0 2018", "none"},
        {"May 2018 2019", "none"},
        {"8 9 2018", "none"},
        {"8 spring 2018", "none"},
        {"hardly 8 May 2018", "none"},
        {"BCE", "none"},
        {"soon", "none"},
        {"8 May 2018!", "none"},
        {"", "none"},
        {" , ", "none"},
        {"12 Farvardin 1403", "none"},
        {"1403 SH", "none"},
    });
}

void TestTypedDate::readsGregorian() {
    QTEST(read(Calendar::Gregorian), "edtf");
}

void TestTypedDate::readsJulian_data() {
    addRows({
        {"25 October 1917", "1917-11-07"},
        {"25.10.1917", "1917-11-07"},
        {"1917-10-25", "1917-10-25"},
        {"Oct 1917", "[1917-10-14..1917-11-13]"},
        {"1917", "[1917-01-14..1918-01-13]"},
        {"winter 1917", "[1917-12-14..1918-03-13]"},
        {"29 Feb 1900", "1900-03-13"},
        {"44 BCE", "[-0044-12-30..-0043-12-29]"},
        {"15 Mar 44 BCE", "-0043-03-13"},
        {"12025", "none"},
    });
}

void TestTypedDate::readsJulian() {
    QTEST(read(Calendar::Julian), "edtf");
}

void TestTypedDate::readsSolarHijri_data() {
    addRows({
        {"farvardin 1403", "[2024-03-20..2024-04-19]"},
        {"Esf 1403", "[2025-02-19..2025-03-20]"},
        {"12 Farvardin 1403", "2024-03-31"},
        {"Farvardin 12, 1403", "2024-03-31"},
        {"Sunday 12 Farvardin 1403", "2024-03-31"},
        {"12 Farvardin 1403 SH", "2024-03-31"},
        {"30 Esfand 1403", "2025-03-20"},
        {"30 Esfand 1402", "none"},
        {"31 Mehr 1403", "none"},
        {"1403", "[2024-03-20..2025-03-20]"},
        {"1403 sh", "[2024-03-20..2025-03-20]"},
        {"1 BSH", "[0621-03-21..0622-03-21]"},
        {"۱۴۰۳", "[2024-03-20..2025-03-20]"},
        {"۱۲ فروردین ۱۴۰۳", "2024-03-31"},
        {"١٢ فروردين ١٤٠٣", "2024-03-31"},
        {"۱ آبان ۱۴۰۳", "2024-10-22"},
        {"۱ دی ۱۴۰۳", "2024-12-21"},
        {"۱۴۰۳/۰۱/۱۲", "2024-03-31"},
        {"12.1.1403", "2024-03-31"},
        {"summer 1403", "[2024-06-21..2024-09-21]"},
        {"winter 1403", "[2024-12-21..2025-03-20]"},
        {"2018-05-08", "2018-05-08"},
        {"may 2018", "2018-05"},
        {"8 May 2018", "2018-05-08"},
        {"44 BCE", "-0043"},
        {"2018 CE", "2018"},
        {"spring 2018 CE", "2018-21"},
        {"8 May 2018 SH", "none"},
        {"12 Farvardin 44 BCE", "none"},
        {"0", "none"},
        {"0000", "none"},
    });
}

void TestTypedDate::readsSolarHijri() {
    QTEST(read(Calendar::SolarHijri), "edtf");
}

void TestTypedDate::readsOtherLanguages() {
    const auto read = [](const char* typed, const QLocale& locale) {
        const auto date = wording::typedDate(QString(typed), Wording(locale), Calendar::Gregorian);
        return date ? date->text() : QStringLiteral("none");
    };
    const QLocale french(QLocale::French), german(QLocale::German);
    QCOMPARE(read("1 août 2018", french), "2018-08-01");
    QCOMPARE(read("1 AOUT 2018", french), "2018-08-01");
    QCOMPARE(read("mar 2018", french), "2018-03");
    QCOMPARE(read("mardi 8 mai 2018", french), "2018-05-08");
    QCOMPARE(read("jui 2018", french), "none"); // juin or juillet
    QCOMPARE(read("8. Marz 2018", german), "2018-03-08");
}

void TestTypedDate::readsWhatItSays_data() {
    QTest::addColumn<Calendar>("calendar");
    QTest::newRow("Gregorian") << Calendar::Gregorian;
    QTest::newRow("Julian") << Calendar::Julian;
    QTest::newRow("Solar Hijri") << Calendar::SolarHijri;
}

void TestTypedDate::readsWhatItSays() {
    QFETCH(Calendar, calendar);
    for (Day day = model::dayOf(-9990, 1, 1); day < model::dayOf(9990, 1, 1); day += 9973)
        for (const Style style : {Style::Short, Style::Full}) {
            const QString said = m_wording.day(day, style, calendar);
            const auto date = wording::typedDate(said, m_wording, calendar);
            QVERIFY2(date, qPrintable(said));
            QCOMPARE(date->text(), model::isoText(day));
        }
}

void TestTypedDate::saysDays_data() {
    QTest::addColumn<Day>("day");
    QTest::addColumn<Calendar>("calendar");
    QTest::addColumn<QString>("brief");
    QTest::addColumn<QString>("full");
    QTest::newRow("Gregorian") << model::dayOf(2025, 1, 17) << Calendar::Gregorian << "17 Jan 2025"
                               << "Friday 17 January 2025";
    QTest::newRow("Julian") << model::dayOf(1917, 11, 7) << Calendar::Julian << "25 Oct 1917"
                            << "Wednesday 25 October 1917";
    QTest::newRow("Julian BCE") << model::dayOf(-43, 3, 13) << Calendar::Julian << "15 Mar 44 BCE"
                                << "Wednesday 15 March 44 BCE";
    QTest::newRow("Solar Hijri") << model::dayOf(2024, 3, 31) << Calendar::SolarHijri << "12 Far 1403"
                                 << "Sunday 12 Farvardin 1403";
    QTest::newRow("before the era") << model::dayOf(621, 3, 21) << Calendar::SolarHijri << "1 Far 1 BSH"
                                    << "Wednesday 1 Farvardin 1 BSH";
}

void TestTypedDate::saysDays() {
    QFETCH(Day, day);
    QFETCH(Calendar, calendar);
    QTEST(m_wording.day(day, Style::Short, calendar), "brief");
    QTEST(m_wording.day(day, Style::Full, calendar), "full");
}

void TestTypedDate::saysMonthsOfIran() {
    QStringList full, brief;
    for (int month = 1; month <= 12; ++month) {
        full.append(m_wording.month(month, Style::Full, Calendar::SolarHijri));
        brief.append(m_wording.month(month, Style::Short, Calendar::SolarHijri));
    }
    QCOMPARE(full.join(' '), "Farvardin Ordibehesht Khordad Tir Mordad Shahrivar Mehr Aban Azar Dey Bahman Esfand");
    QCOMPARE(brief.join(' '), "Far Ord Kho Tir Mor Sha Meh Aba Aza Dey Bah Esf");
    QCOMPARE(m_wording.month(5, Style::Full, Calendar::Julian), "May");
}

void TestTypedDate::saysYears_data() {
    QTest::addColumn<Calendar>("calendar");
    QTest::addColumn<qint64>("year");
    QTest::addColumn<QString>("bare");
    QTest::addColumn<QString>("withEra");
    QTest::newRow("Gregorian") << Calendar::Gregorian << qint64(2024) << "2024"
                               << "2024";
    QTest::newRow("Julian") << Calendar::Julian << qint64(-43) << "44 BCE"
                            << "44 BCE";
    QTest::newRow("Solar Hijri") << Calendar::SolarHijri << qint64(1403) << "1403"
                                 << "1403 SH";
    QTest::newRow("year 0") << Calendar::SolarHijri << qint64(0) << "1 BSH"
                            << "1 BSH";
    QTest::newRow("year -4") << Calendar::SolarHijri << qint64(-4) << "5 BSH"
                             << "5 BSH";
}

void TestTypedDate::saysYears() {
    QFETCH(Calendar, calendar);
    QFETCH(qint64, year);
    QTEST(m_wording.year(year, calendar), "bare");
    QTEST(m_wording.year(year, calendar, YearStyle::WithEra), "withEra");
}

QTEST_GUILESS_MAIN(TestTypedDate)
#include "tst_typed_date.moc"
