#include "db/model/dossier.h"

#include <QTest>

using namespace entente::model;

/// One event in a distant age does not stretch the period that is shown to begin with.
class TestOutliers : public QObject {
    Q_OBJECT

private slots:
    void periodLeavesOutliersOut_data();
    void periodLeavesOutliersOut();
    void laterStateKeepsTheOrder();
};

namespace {

Tables tablesOf(const QStringList& dates) {
    Tables tables;
    for (const QString& date : dates) {
        Event event;
        event.key = QStringLiteral("event-%1").arg(tables.events.size());
        event.title = date;
        event.claims = {{1, *Edtf::parse(date), {}, {}, true, {}}};
        tables.events.append(event);
    }
    return tables;
}

/// One a year.
QStringList years(int first, int count) {
    QStringList dates;
    for (int i = 0; i < count; ++i)
        dates.append(QStringLiteral("%1-06-15").arg(first + i));
    return dates;
}

} // namespace

void TestOutliers::periodLeavesOutliersOut_data() {
    QTest::addColumn<QStringList>("dates");
    QTest::addColumn<int>("outliers");
    QTest::addColumn<int>("firstYear");
    QTest::addColumn<int>("lastYear");
    QTest::newRow("none") << years(2000, 20) << 0 << 2000 << 2019;
    QTest::newRow("one far ahead") << years(2000, 20) + QStringList{"Y9999999"} << 1 << 2000 << 2019;
    QTest::newRow("one far behind") << years(2000, 20) + QStringList{"-4000-01-01"} << 1 << 2000 << 2019;
    QTest::newRow("one either side") << years(2000, 120) + QStringList{"Y-9999999", "Y9999999"} << 2 << 2000 << 2119;
    QTest::newRow("an end far ahead") << years(2000, 20) + QStringList{"2005/9000"} << 1 << 2000 << 2019;
    QTest::newRow("within reach") << years(2000, 20) + QStringList{"2060-01-01"} << 0 << 2000 << 2060;
    QTest::newRow("too many to be outliers")
        << years(2000, 20) + QStringList{"-4000-01-01", "-3999-01-01", "-3998-01-01"} << 0 << -4000 << 2019;
    QTest::newRow("too few to tell") << years(2000, 8) + QStringList{"Y9999999"} << 0 << 2000 << 9999999;
    QTest::newRow("an open end is no distance") << years(2000, 20) + QStringList{"2005/.."} << 0 << 2000 << 2019;
    QTest::newRow("all on one day but one")
        << QStringList(50, "2001-01-01") + QStringList{"2001-02-01"} << 1 << 2001 << 2001;
}

void TestOutliers::periodLeavesOutliersOut() {
    QFETCH(QStringList, dates);
    QFETCH(int, outliers);
    QFETCH(int, firstYear);
    QFETCH(int, lastYear);
    const Dossier dossier(tablesOf(dates));
    QCOMPARE(dossier.outlyingEvents(), outliers);
    QVERIFY(dossier.commonSpan());
    QCOMPARE(civilOf(dossier.commonSpan()->first).year, firstYear);
    QCOMPARE(civilOf(dossier.commonSpan()->last).year, lastYear);
    QVERIFY(dossier.span()->first <= dossier.commonSpan()->first);
    QVERIFY(dossier.span()->last >= dossier.commonSpan()->last);
    QCOMPARE(outliers > 0,
             dossier.span()->last - dossier.span()->first > dossier.commonSpan()->last - dossier.commonSpan()->first);
}

/// What follows from the events is taken from the state before, where they are the same.
void TestOutliers::laterStateKeepsTheOrder() {
    Tables tables = tablesOf(years(2000, 20) + QStringList{"Y9999999", "1999/2003"});
    const Dossier before(tables);
    tables.actors.append(Actor());
    const Dossier shared(tables, {}, &before), fresh(tables);
    QCOMPARE(shared.eventsInOrder(), fresh.eventsInOrder());
    QCOMPARE(shared.outlyingEvents(), 1);
    QCOMPARE(shared.commonSpan()->last, fresh.commonSpan()->last);
    tables.events.append(tables.events.first());
    const Dossier longer(tables, {}, &before);
    QCOMPARE(longer.eventsInOrder().size(), before.eventsInOrder().size() + 1);
}

QTEST_APPLESS_MAIN(TestOutliers)
#include "tst_outliers.moc"
