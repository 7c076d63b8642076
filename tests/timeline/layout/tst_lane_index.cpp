#include "app/timeline/layout/lane_index.h"

#include <QtTest>

using namespace entente;
using namespace entente::timeline;

using Entries = std::vector<LaneIndex::Entry>;
Q_DECLARE_METATYPE(Entries)

/// What an index answers against looking through all entries.
class TestLaneIndex : public QObject {
    Q_OBJECT

private slots:
    void entriesStandInOrderOfTime_data() { addEntries(); }
    void entriesStandInOrderOfTime();
    void daysAreFound_data() { addEntries(); }
    void daysAreFound();
    void whatReachesIsFound_data() { addEntries(); }
    void whatReachesIsFound();
    void whereAnythingReachesIsFound_data() { addEntries(); }
    void whereAnythingReachesIsFound();
    void tenorsAreCounted_data() { addEntries(); }
    void tenorsAreCounted();
    void theMostImportantComeFirst_data() { addEntries(); }
    void theMostImportantComeFirst();

private:
    static void addEntries();
};

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// `count` entries between two days, in steps of so many a day; every third reaches beyond its mark, some endlessly.
Entries someEntries(int count, double first, double last, double steps) {
    Entries entries;
    quint32 seed = 11;
    const auto random = [&seed](quint32 below) {
        seed = seed * 1664525 + 1013904223;
        return (seed >> 8) % below;
    };
    for (int i = 0; i < count; ++i) {
        LaneIndex::Entry entry;
        entry.event = model::EventId(i);
        entry.day = std::round((first + (last - first) * random(1 << 20) / (1 << 20)) * steps) / steps;
        entry.first = entry.last = entry.day;
        if (i % 3 == 0) {
            entry.first = i % 15 == 0 ? -infinity : entry.day - random(400);
            entry.last = i % 21 == 0 ? infinity : entry.day + random(400);
        }
        entry.importance = 1 + static_cast<int>(random(5));
        entry.tenor = static_cast<model::Tenor>(random(4));
        entries.push_back(entry);
    }
    return entries;
}

LaneIndex indexOf(const Entries& entries) {
    LaneIndex index, rest;
    for (const LaneIndex::Entry& entry : entries) // in two halves, as threads fill them
        (static_cast<size_t>(entry.event.index) < entries.size() / 2 ? index : rest).add(entry);
    index.add(rest);
    index.finish();
    return index;
}

Entries inOrder(Entries entries) {
    std::stable_sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.day < b.day; });
    return entries;
}

bool reachesFar(const LaneIndex::Entry& entry) {
    return entry.first < entry.day - 1 || entry.last > entry.day + 1;
}

bool reachesIn(const LaneIndex::Entry& entry, const DaySpan& view) {
    return reachesFar(entry) && entry.first <= view.last && entry.last >= view.first &&
           (entry.day < view.first || entry.day >= view.last);
}

const QList<DaySpan> views{{-infinity, infinity},    {19'990.0, 20'001.5},     {-400'000.0, -399'000.0},
                           {20'001.0, 20'001.25},    {-699'000.0, 19'000.0},   {-800'000.0, -700'000.5},
                           {-710'000.0, -100'000.0}, {-100'000.0, 1'000'000.0}};

} // namespace

void TestLaneIndex::addEntries() {
    QTest::addColumn<Entries>("entries");
    QTest::newRow("none") << Entries();
    QTest::newRow("one") << someEntries(1, 0, 1, 1);
    QTest::newRow("in order already") << inOrder(someEntries(3000, -700'000, 20'000, 1));
    QTest::newRow("days") << someEntries(5000, -700'000, 20'000, 1);
    QTest::newRow("seconds of a month") << someEntries(5000, 20'000, 20'030, 86'400);
    QTest::newRow("all on one day") << someEntries(3000, 20'000, 20'000, 1);
    Entries outliers = someEntries(3000, 20'000, 20'002, 86'400); // which one day far away makes nearly the same
    outliers[1700].day = outliers[1700].first = outliers[1700].last = 3.65e12;
    QTest::newRow("one in the year 10^10") << outliers;
    outliers[40].day = outliers[40].first = outliers[40].last = -3.65e12;
    QTest::newRow("and one before Earth") << outliers;
}

void TestLaneIndex::entriesStandInOrderOfTime() {
    QFETCH(Entries, entries);
    const LaneIndex index = indexOf(entries);
    const Entries expected = inOrder(entries);
    QCOMPARE(static_cast<size_t>(index.size()), expected.size());
    for (qsizetype place = 0; place < index.size(); ++place) {
        const LaneIndex::Entry& entry = expected[static_cast<size_t>(place)];
        QCOMPARE(index.day(place), entry.day);
        QCOMPARE(index.event(place), entry.event);
        QCOMPARE(index.importance(place), entry.importance);
        QCOMPARE(index.tenor(place), entry.tenor);
    }
}

/// From wherever the search begins.
void TestLaneIndex::daysAreFound() {
    QFETCH(Entries, entries);
    const LaneIndex index = indexOf(entries);
    QList<double> days{-infinity, infinity, 0};
    for (const LaneIndex::Entry& entry : entries)
        if (entry.event.index % 11 == 0)
            days << entry.day << entry.day + 1e-3;
    for (const double day : days)
        for (const qsizetype from : {qsizetype(0), index.size() / 3, index.size() / 64 * 64, index.size()}) {
            const qsizetype place = index.placeOf(day, from);
            QVERIFY(place >= from && place <= index.size());
            QVERIFY(place == from || index.day(place - 1) < day);
            QVERIFY(place == index.size() || index.day(place) >= day);
        }
}

void TestLaneIndex::whatReachesIsFound() {
    QFETCH(Entries, entries);
    const LaneIndex index = indexOf(entries);
    for (const DaySpan& view : views) {
        QHash<qint32, double> begins;
        for (const LaneIndex::Entry& entry : entries)
            if (reachesIn(entry, view))
                begins[entry.event.index] = entry.first;
        const QList<qsizetype> all = index.reaching(view.first, view.last, index.size() + 1);
        double before = -infinity;
        for (const qsizetype place : all) {
            const auto begin = begins.constFind(index.event(place).index);
            QVERIFY(begin != begins.constEnd() && *begin >= before - 1e-3); // reaches are kept as floats
            before = *begin;
        }
        QCOMPARE(all.size(), begins.size());
        const QList<qsizetype> some = index.reaching(view.first, view.last, 7);
        QCOMPARE(some.size(), std::min<qsizetype>(all.size(), 7));
        for (const qsizetype place : some)
            QVERIFY(all.contains(place));
    }
}

void TestLaneIndex::whereAnythingReachesIsFound() {
    QFETCH(Entries, entries);
    const LaneIndex index = indexOf(entries);
    for (const DaySpan& view : views) {
        QList<DaySpan> expected;
        std::stable_sort(entries.begin(), entries.end(),
                         [](const auto& one, const auto& other) { return one.first < other.first; });
        for (const LaneIndex::Entry& entry : entries) {
            if (!reachesIn(entry, view))
                continue;
            const DaySpan span{std::max(entry.first, view.first), std::min(entry.last, view.last)};
            if (!expected.isEmpty() && span.first <= expected.last().last)
                expected.last().last = std::max(expected.last().last, span.last);
            else
                expected.append(span);
        }
        const QList<DaySpan> found = index.reached(view.first, view.last);
        QCOMPARE(found.size(), expected.size());
        for (qsizetype i = 0; i < found.size(); ++i) {
            const auto isNear = [](double one, double other) { return one == other || std::abs(one - other) < 1e-3; };
            QVERIFY(isNear(found[i].first, expected[i].first) && isNear(found[i].last, expected[i].last));
        }
    }
}

void TestLaneIndex::tenorsAreCounted() {
    QFETCH(Entries, entries);
    const LaneIndex index = indexOf(entries);
    const Entries expected = inOrder(entries);
    const qsizetype size = index.size();
    for (const auto& [first, last] : {std::pair<qsizetype, qsizetype>(0, size),
                                      {size / 3, size / 2},
                                      {size, size},
                                      {size - size / 7, size},
                                      {size / 3, std::min(size, size / 3 + 5)},
                                      {size / 64 * 64, size}}) {
        TenorCounts counts{};
        for (qsizetype place = first; place < last; ++place)
            ++counts[static_cast<size_t>(expected[static_cast<size_t>(place)].tenor)];
        QCOMPARE(index.counts(first, last), counts);
    }
}

void TestLaneIndex::theMostImportantComeFirst() {
    QFETCH(Entries, entries);
    const LaneIndex index = indexOf(entries);
    const qsizetype size = index.size();
    for (const qsizetype count : {qsizetype(3), qsizetype(40), size}) {
        const QList<qsizetype> places = index.mostImportant(size / 4, size, count);
        QCOMPARE(places.size(), std::min(count, size - size / 4));
        QList<int> found, expected;
        for (const qsizetype place : places)
            found.append(index.importance(place));
        for (qsizetype place = size / 4; place < size; ++place)
            expected.append(index.importance(place));
        std::sort(expected.begin(), expected.end(), std::greater());
        QCOMPARE(found, expected.mid(0, places.size()));
        QCOMPARE(QSet<qsizetype>(places.begin(), places.end()).size(), places.size());
    }
}

QTEST_APPLESS_MAIN(TestLaneIndex)
#include "tst_lane_index.moc"
