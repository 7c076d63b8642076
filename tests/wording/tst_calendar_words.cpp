#include "app/wording/wording.h"

#include <QTest>

using namespace entente;
using model::Calendar;
using wording::Wording;

Q_DECLARE_METATYPE(model::Calendar)

/// Dates told in a second calendar, and years told by their age.
class TestCalendarWords : public QObject {
    Q_OBJECT

private slots:
    void dates_data();
    void dates();
    void ages_data();
    void ages();

private:
    Wording m_wording;
};

void TestCalendarWords::dates_data() {
    QTest::addColumn<Calendar>("calendar");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* edtf, const char* words, Calendar calendar = Calendar::SolarHijri) {
        QTest::newRow(edtf) << calendar << words;
    };
    row("2025-01-17", "28 Dey 1403 (Solar Hijri)");
    row("2022-08", "10 Mor–9 Sha 1401 (Solar Hijri)");
    row("2022-08~", "c. 10 Mor–9 Sha 1401 (Solar Hijri)");
    row("2016", "11 Dey 1394–11 Dey 1395 (Solar Hijri)");
    row("[2025-06-13..2025-06-16]", "23–26 Kho 1404 (Solar Hijri)");
    row("[..2007-03-20]", "not after 29 Esf 1385 (Solar Hijri)");
    row("[2007-03-21..]", "not before 1 Far 1386 (Solar Hijri)");
    row("[2001-03-12,2001-03-22]", "22 Esf 1379 or 2 Far 1380 (Solar Hijri)");
    row("{2001-03-12,2001-03-22}", "22 Esf 1379 and 2 Far 1380 (Solar Hijri)");
    row("2015-09-30/2024-12-08", "8 Meh 1394 to 18 Aza 1403 (Solar Hijri)");
    row("2018-08-07/..", "from 16 Mor 1397 (Solar Hijri)");
    row("../2018-08-07", "until 16 Mor 1397 (Solar Hijri)");
    row("1917-11-07", "25 Oct 1917 (Julian)", Calendar::Julian);
    row("XXXX", "");
    row("Y10000000000", "");
}

void TestCalendarWords::dates() {
    QFETCH(Calendar, calendar);
    const auto date = model::Edtf::parse(QString(QTest::currentDataTag()));
    QVERIFY(date);
    QTEST(m_wording.calendarDate(*date, calendar), "words");
}

void TestCalendarWords::ages_data() {
    QTest::addColumn<qint64>("year");
    QTest::addColumn<QString>("words");
    QTest::newRow("dinosaurs") << qint64(-65'999'999) << "66 Ma";
    QTest::newRow("the Earth") << qint64(-4'539'999'999) << "4.54 Ga";
    QTest::newRow("a hundred thousand") << qint64(-99'999) << "0.1 Ma";
    QTest::newRow("round year 0") << qint64(1) << "0";
    QTest::newRow("to come") << qint64(2'000'000) << "+2 Ma";
    QTest::newRow("end of the Sun") << qint64(5'000'000'000) << "+5 Ga";
}

void TestCalendarWords::ages() {
    QFETCH(qint64, year);
    QTEST(m_wording.age(year), "words");
}

QTEST_GUILESS_MAIN(TestCalendarWords)
#include "tst_calendar_words.moc"
