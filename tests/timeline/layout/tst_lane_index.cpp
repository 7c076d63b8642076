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
    void whatReachesIsFound_data() { addEntries(); }
    void whatReachesIsFound();
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

void TestLaneIndex::whatReachesIsFound() {
    QFETCH(Entries, entries);
    const LaneIndex index = indexOf(entries);
    for (const auto& [first, last] : {std::pair(-infinity, infinity), std::pair(19'990.0, 20'001.5),
                                      std::pair(-400'000.0, -399'000.0), std::pair(20'001.0, 20'001.25)}) {
        QSet<qint32> found, expected;
        for (const qsizetype place : index.reaching(first, last, index.size() + 1))
            found.insert(index.event(place).index);
        for (const LaneIndex::Entry& entry : entries)
            if (reachesFar(entry) && entry.first <= last && entry.last >= first &&
                (entry.day < first || entry.day >= last))
                expected.insert(entry.event.index);
        QCOMPARE(found, expected);
    }
}

void TestLaneIndex::tenorsAreCounted() {
    QFETCH(Entries, entries);
    const LaneIndex index = indexOf(entries);
    const Entries expected = inOrder(entries);
    const qsizetype size = index.size();
    for (const auto& [first, last] :
         {std::pair<qsizetype, qsizetype>(0, size), {size / 3, size / 2}, {size, size}, {size - size / 7, size}}) {
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
