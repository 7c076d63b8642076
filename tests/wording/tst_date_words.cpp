#include "app/wording/wording.h"
#include "tests/wording/support_story.h"

#include <QTest>

using namespace entente;
using wording::Style;
using wording::Wording;

/// Dates, periods and distances in words.
class TestDateWords : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void saysDays_data();
    void saysDays();
    void saysDates_data();
    void saysDates();
    void saysEventDates_data();
    void saysEventDates();
    void saysPeriods_data();
    void saysPeriods();
    void saysDistances_data();
    void saysDistances();
    void saysMeasures_data();
    void saysMeasures();
    void measuresFreeDays();
    void saysSpans();
    void readsTypedDays_data();
    void readsTypedDays();

private:
    test::EnglishPlurals m_plurals;
    Wording m_wording;
};

void TestDateWords::initTestCase() {
    QVERIFY(QCoreApplication::installTranslator(&m_plurals));
}

void TestDateWords::saysDays_data() {
    QTest::addColumn<model::Day>("day");
    QTest::addColumn<QString>("brief");
    QTest::addColumn<QString>("full");
    QTest::newRow("signing") << model::dayOf(2025, 1, 17) << "17 Jan 2025"
                             << "Friday 17 January 2025";
    QTest::newRow("Caesar") << model::dayOf(-43, 3, 15) << "15 Mar 44 BCE"
                            << "Friday 15 March 44 BCE";
    QTest::newRow("year 0") << model::dayOf(0, 1, 1) << "1 Jan 1 BCE"
                            << "Saturday 1 January 1 BCE";
    QTest::newRow("long year") << model::dayOf(12025, 5, 2) << "2 May 12025"
                               << "Friday 2 May 12025";
}

void TestDateWords::saysDays() {
    QFETCH(model::Day, day);
    QTEST(m_wording.day(day, Style::Short), "brief");
    QTEST(m_wording.day(day, Style::Full), "full");
}

void TestDateWords::saysDates_data() {
    QTest::addColumn<QString>("brief");
    QTest::addColumn<QString>("full");
    const auto row = [](const char* text, const char* brief, const char* full) {
        QTest::newRow(text) << QString(brief) << QString(full);
    };
    row("2025-01-17", "17 Jan 2025", "Friday 17 January 2025");
    row("2022-08~", "c. Aug 2022", "about August 2022");
    row("2016", "2016", "2016");
    row("2025-01", "Jan 2025", "January 2025");
    row("-0043", "44 BCE", "44 BCE");
    row("Y170000002", "170000002", "170000002");
    row("2025-01-17T14:30:00", "17 Jan 2025 at 14:30", "17 January 2025 at 14:30");
    row("2025-01-17T14:30:05Z", "17 Jan 2025 at 14:30:05 UTC", "17 January 2025 at 14:30:05 UTC");
    row("2025-01-17T14:30:00+04:30", "17 Jan 2025 at 14:30 UTC+04:30", "17 January 2025 at 14:30 UTC+04:30");
    row("1985-04-12T24:00:00", "12 Apr 1985 at 24:00", "12 April 1985 at 24:00");
    row("2002?", "2002?", "possibly 2002");
    row("2002%", "c. 2002?", "possibly about 2002");
    row("2004-06~-11", "c. 11 Jun 2004", "11 June 2004 (year and month approximate)");
    row("?2004-06-~11", "c. 11 Jun 2004?", "11 June 2004 (day approximate, year uncertain)");
    row("2020-24", "Winter 2020", "Winter 2020 (December 2020 to February 2021)");
    row("2001-21", "Spring 2001", "Spring 2001 (March to May 2001)");
    row("2001-27", "Autumn 2001", "Autumn 2001 (September to November 2001)");
    row("2001-30", "Summer 2001 (Dec 2001–Feb 2002)", "Summer 2001 (December 2001 to February 2002)");
    row("2001-34", "Q2 2001", "Q2 2001 (April to June 2001)");
    row("2001-38", "May–Aug 2001", "May to August 2001");
    row("2001-40", "first half of 2001", "first half of 2001 (January to June 2001)");
    row("2001-41", "second half of 2001", "second half of 2001 (July to December 2001)");
    row("199X-24", "between 1 Dec 1990 and 29 Feb 2000", "between 1 December 1990 and 29 February 2000");
    row("198X", "1980s", "1980s");
    row("198X~", "c. 1980s", "about 1980s");
    row("-156X", "between 1570 BCE and 1561 BCE", "between 1570 BCE and 1561 BCE");
    row("18XX", "between 1800 and 1899", "between 1800 and 1899");
    row("1950S2", "between 1900 and 1999", "between 1900 and 1999");
    row("1950S4", "1950", "1950");
    row("1985-04-XX", "Apr 1985", "April 1985");
    row("1985-XX-XX", "1985", "1985");
    row("2025-XX-17", "between 17 Jan and 17 Dec 2025", "between 17 January and 17 December 2025");
    row("2025-04-3X", "30 Apr 2025", "30 April 2025");
    row("XXXX", "date unknown", "date unknown");
    row("XXXX-12-25", "year unknown", "year unknown");
    row("2025-06-13/2025-06-24", "13–24 Jun 2025", "13–24 June 2025");
    row("2025-06-13/2025-07-02", "13 Jun – 2 Jul 2025", "13 June – 2 July 2025");
    row("2015-09-30/2024-12-08", "30 Sep 2015 – 8 Dec 2024", "30 September 2015 – 8 December 2024");
    row("2025-06-13/2025-06-13", "13 Jun 2025", "13 June 2025");
    row("2011~/2024-12-08", "c. 2011 – 8 Dec 2024", "about 2011 – 8 December 2024");
    row("1964/2008", "1964–2008", "1964–2008");
    row("-0100/0100", "101 BCE – 100", "101 BCE – 100");
    row("2004-06/2006-08", "Jun 2004 – Aug 2006", "June 2004 – August 2006");
    row("2018-08-07/..", "since 7 Aug 2018", "since 7 August 2018");
    row("2018/", "from 2018, end unknown", "from 2018, end unknown");
    row("../1985", "until 1985", "until 1985");
    row("/1985", "until 1985, start unknown", "until 1985, start unknown");
    row("/..", "start unknown, still going on", "start unknown, still going on");
    row("/", "date unknown", "date unknown");
    row("../..", "at all times", "at all times");
    row("[..2025-07-18]", "by 18 Jul 2025", "by 18 July 2025");
    row("[..1984]", "by 1984", "by 1984");
    row("[2007..]", "2007 or later", "2007 or later");
    row("[2025-06-11..2025-07-18]", "between 11 Jun and 18 Jul 2025", "between 11 June and 18 July 2025");
    row("[2025-06-11..2025-06-16]", "between 11 and 16 Jun 2025", "between 11 and 16 June 2025");
    row("[2024-12..2025-01-17]", "between Dec 2024 and 17 Jan 2025", "between December 2024 and 17 January 2025");
    row("[1667,1760-12]", "1667 or Dec 1760", "1667 or December 1760");
    row("[1667,1668,1670..1672]", "1667, 1668 or 1670 to 1672", "1667, 1668 or 1670 to 1672");
    row("[1760-01,1760-02,1760-12..]", "Jan 1760, Feb 1760 or Dec 1760 or later",
        "January 1760, February 1760 or December 1760 or later");
    row("{1960,1961-12}", "1960 and Dec 1961", "1960 and December 1961");
    row("{1980..1985}", "1980 to 1985", "1980 to 1985");
    row("{..1984}", "1984 or earlier", "1984 or earlier");
    row("[1984]", "1984", "1984");
    row("{1960,1961,1962,1963,1964,1965-03}", "several dates between 1 Jan 1960 and 31 Mar 1965",
        "several dates between 1 January 1960 and 31 March 1965");
}

void TestDateWords::saysDates() {
    const auto date = model::Edtf::parse(QString(QTest::currentDataTag()));
    QVERIFY(date);
    QTEST(m_wording.date(*date, Style::Short), "brief");
    QTEST(m_wording.date(*date, Style::Full), "full");
}

void TestDateWords::saysEventDates_data() {
    QTest::addColumn<QStringList>("claims");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("precision");
    const auto row = [](const QStringList& claims, const char* words, const char* precision) {
        QTest::newRow(qPrintable(claims.join(' ') + ' ')) << claims << QString(words) << QString(precision);
    };
    row({"2025-01-17"}, "17 Jan 2025", "exact to the day");
    row({"2025-01-17T14:30:00Z"}, "17 Jan 2025 at 14:30 UTC", "exact to the minute");
    row({"2025-01"}, "Jan 2025", "month only");
    row({"2016"}, "2016", "year only");
    row({"2001-21"}, "Spring 2001", "part of the year only");
    row({"198X"}, "1980s", "decade only");
    row({"2022-08~"}, "c. Aug 2022", "about");
    row({"2002?"}, "2002?", "uncertain");
    row({"[2025-06-11..2025-06-16]"}, "between 11 and 16 Jun 2025", "between two dates");
    row({"[..2015-07-14]"}, "by 14 Jul 2015", "not after");
    row({"[2007..]"}, "2007 or later", "not before");
    row({"[1667,1760-12]"}, "1667 or Dec 1760", "one of several dates");
    row({"{1960,1961-12}"}, "1960 and Dec 1961", "several dates");
    row({"2011~/2024-12-08"}, "c. 2011 – 8 Dec 2024", "from – to");
    row({"2018-08-07/.."}, "since 7 Aug 2018", "still going on");
    row({"2018/"}, "from 2018, end unknown", "end unknown");
    row({"/2018"}, "until 2018, start unknown", "start unknown");
    row({"2001-03-12", "2001-03-22"}, "12 or 22 Mar 2001", "two dates claimed");
    row({"2025-10-02", "2025-07-18"}, "18 Jul or 2 Oct 2025", "two dates claimed");
    row({"2001-03-12", "2002", "2003-05~"}, "12 Mar 2001 or 2002 or c. May 2003", "3 dates claimed");
    row({"2001-03-12", "2001"}, "12 Mar 2001", "exact to the day"); // the vaguer claim contains the one in use
    row({}, "undated", "no date");
}

void TestDateWords::saysEventDates() {
    QFETCH(QStringList, claims);
    const auto dossier = test::dossierOf({claims});
    QTEST(m_wording.eventDate(*dossier, model::EventId(0), Style::Short), "words");
    QTEST(m_wording.precision(*dossier, model::EventId(0)), "precision");
}

void TestDateWords::saysPeriods_data() {
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* from, const char* to, const char* words) {
        QTest::newRow(words) << QString(from) << QString(to) << QString(words);
    };
    row("2001", "2025-10?", "2001 – Oct 2025?");
    row("2015-07-14", "..", "since 14 Jul 2015");
    row("2018", "", "from 2018, end unknown");
    row("", "2018", "until 2018, start unknown");
    row("..", "2018", "until 2018");
    row("", "..", "start unknown, still going on");
    row("..", "", "end unknown");
    row("..", "..", "at all times");
    row("", "", "dates unknown");
    row("2001-03-12", "2001-03-12", "12 Mar 2001");
    row("[..2015-07-14]", "2016-01-16", "14 Jul 2015 or earlier – 16 Jan 2016");
    row("[..2015-07-14]", "..", "since 14 Jul 2015 or earlier");
    row("2011~", "2024-12-08", "c. 2011 – 8 Dec 2024");
}

void TestDateWords::saysPeriods() {
    QFETCH(QString, from);
    QFETCH(QString, to);
    model::Period period;
    period.from = test::periodBound(from);
    period.to = test::periodBound(to);
    QTEST(m_wording.periodDates(period, Style::Short), "words");
}

void TestDateWords::saysDistances_data() {
    QTest::addColumn<QStringList>("one");
    QTest::addColumn<QStringList>("other");
    QTest::addColumn<QString>("there");
    QTest::addColumn<QString>("back");
    const auto row = [](const QStringList& one, const QStringList& other, const char* there, const char* back) {
        QTest::newRow(qPrintable(one.join(' ') + " to " + other.join(' ')))
            << one << other << QString(there) << QString(back);
    };
    row({"2025-01-17"}, {"2025-04-08"}, "81 days later", "81 days before");
    row({"2025-01-17"}, {"2025-01-18"}, "1 day later", "1 day before");
    row({"2025-01-17"}, {"2025-01-17"}, "the same day", "the same day");
    row({"2025-01-17"}, {"2025-04~"}, "about 3 months later", "about 3 months before");
    row({"2001-03-12"}, {"2025-01-17"}, "24 years later", "24 years before");
    row({"2016"}, {"2016-05-01"}, "about the same time", "about the same time");
    row({"2016"}, {"2017"}, "about 12 months later", "about 12 months before");
    row({"2015-09-30/2024-12-08"}, {"2015-10-30"}, "30 days later", "30 days before");
    row({"2001-03-12", "2001-03-22"}, {"2001-03-15"}, "about the same time", "about the same time");
    row({"2001-03-12", "2001-03-22"}, {"2001-04-11"}, "about 30 days later", "about 30 days before");
    row({"[..2015-07-14]"}, {"2015-07-24"}, "at least 10 days later", "at least 10 days before");
    row({"[..2015-07-14]"}, {"2010-07-24"}, "before or after is not known", "before or after is not known");
    row({"[2015-07-14..]"}, {"2015-07-04"}, "at least 10 days before", "at least 10 days later");
    row({"/2016"}, {"2015"}, "before or after is not known", "before or after is not known");
    row({"2015"}, {}, "", "");
}

void TestDateWords::saysDistances() {
    QFETCH(QStringList, one);
    QFETCH(QStringList, other);
    const auto dossier = test::dossierOf({one, other});
    QTEST(m_wording.distance(*dossier, model::EventId(0), model::EventId(1)), "there");
    QTEST(m_wording.distance(*dossier, model::EventId(1), model::EventId(0)), "back");
}

void TestDateWords::saysMeasures_data() {
    QTest::addColumn<QStringList>("one");
    QTest::addColumn<QStringList>("other");
    QTest::addColumn<QString>("words");
    const auto row = [](const QStringList& one, const QStringList& other, const char* words) {
        QTest::newRow(qPrintable(one.join(' ') + " to " + other.join(' '))) << one << other << QString(words);
    };
    row({"2025-01-17"}, {"2025-04-08"}, "81 days");
    row({"2025-01-17"}, {"2025-01-18"}, "1 day");
    row({"2025-01-17"}, {"2025-01-17"}, "the same day");
    row({"2001-03-12"}, {"2002-03-12"}, "365 days · 1 year");
    row({"2001-03-12"}, {"2025-01-17"}, "8,712 days · 23 years 311 days");
    row({"2020-02-29"}, {"2021-02-28"}, "365 days");
    row({"2020-02-29"}, {"2021-03-01"}, "366 days · 1 year 1 day");
    row({"2025-01-17"}, {"2025-04~"}, "about 88 days · about 3 months");
    row({"2025-01-17"}, {"2025-01-27~"}, "about 10 days");
    row({"2016"}, {"2020"}, "about 1,500 days · about 4 years");
    row({"2016"}, {"2016-05-01"}, "no order: the dates overlap");
    row({"2001-03-12", "2001-03-22"}, {"2001-03-15"}, "no order: the dates overlap");
    row({"[..2015-07-14]"}, {"2016-07-24"}, "at least 376 days · 1 year 10 days");
    row({"[..2015-07-14]"}, {"2010-07-24"}, "before or after is not known");
    row({"2015"}, {}, "not to be measured: no date");
    row({"2015-09-30/2024-12-08"}, {"2015-10-30"}, "30 days");
}

void TestDateWords::saysMeasures() {
    QFETCH(QStringList, one);
    QFETCH(QStringList, other);
    const auto dossier = test::dossierOf({one, other});
    const wording::MeasureEnd from{model::EventId(0)}, to{model::EventId(1)};
    QTEST(m_wording.measure(*dossier, from, to), "words");
    QTEST(m_wording.measure(*dossier, to, from), "words");
}

void TestDateWords::measuresFreeDays() {
    const auto dossier = test::dossierOf({{"2025-01-17"}});
    const wording::MeasureEnd event{model::EventId(0)}, free{{}, model::dayOf(2025, 1, 10)};
    QCOMPARE(m_wording.measure(*dossier, event, free), "7 days");
    QCOMPARE(m_wording.measure(*dossier, {{}, model::dayOf(-9'000'000'000, 1, 1)}, free).section(' ', 0, 1),
             "3,287,183,239,626 days");
}

void TestDateWords::saysSpans() {
    QCOMPARE(m_wording.spanWords(model::dayOf(2001, 3, 12), model::dayOf(2025, 10, 2)), "2001–2025");
    QCOMPARE(m_wording.spanWords(model::dayOf(2025, 1, 1), model::dayOf(2025, 10, 2)), "2025");
    QCOMPARE(m_wording.spanWords(model::dayOf(-43, 1, 1), model::dayOf(14, 1, 1)), "44 BCE–14");
}

void TestDateWords::readsTypedDays_data() {
    QTest::addColumn<QString>("day");
    QTest::newRow("2025-01-17") << "2025-01-17";
    QTest::newRow("  2015 ") << "2015-12-31";
    QTest::newRow("17 Jan 2025") << "2025-01-17";
    QTest::newRow("17 january 2025") << "2025-01-17";
    QTest::newRow("Friday, 17 January 2025") << "2025-01-17";
    QTest::newRow("may 2018") << "2018-05-31";
    QTest::newRow("15 Mar 44 BCE") << "-0043-03-15";
    QTest::newRow("30 Feb 2025") << "none";
    QTest::newRow("01/02/2003") << "none";
    QTest::newRow("17 J 2025") << "none";
    QTest::newRow("soon") << "none";
    QTest::newRow(" ") << "none";
}

void TestDateWords::readsTypedDays() {
    const auto day = m_wording.readDay(QString(QTest::currentDataTag()));
    QTEST(day ? model::isoText(*day) : QStringLiteral("none"), "day");
}

QTEST_GUILESS_MAIN(TestDateWords)
#include "tst_date_words.moc"
