#include "db/model/dossier.h"
#include "db/model/radix_sort.h"

#include <QtTest>
#include <cmath>
#include <limits>

using namespace entente;

class TestEventOrder : public QObject {
    Q_OBJECT

private slots:
    void daysStandInOrder();
    void numbersStandInOrder();
    void equalsKeepTheirOrder();
    void eventsOfADayStandByImportanceThenKey_data();
    void eventsOfADayStandByImportanceThenKey();
};

void TestEventOrder::daysStandInOrder() {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    std::vector<double> days{20117.5, -719162, infinity, 0.25, -0.25, 1e12, -infinity, 20117, -3.65e12, 0, 20117.25};
    for (int i = 0; i < 3000; ++i) // few are compared, many are counted
        days.push_back((i * 7919 % 3001 - 1500) * std::pow(10, i % 10) / 8);
    std::vector<double> expected = days;
    std::sort(expected.begin(), expected.end());
    model::radixSort(days, [](double day) { return model::orderOf(day); });
    QCOMPARE(days, expected);
}

void TestEventOrder::numbersStandInOrder() {
    using Limits = std::numeric_limits<qint64>;
    std::vector<qint64> numbers{5, -5, Limits::max(), 0, Limits::min(), 1LL << 40, -(1LL << 40), 255, 256, -256};
    for (qint64 i = 0; i < 3000; ++i)
        numbers.push_back((i * 7919 % 3001 - 1500) * (1LL << (i % 50)));
    std::vector<qint64> expected = numbers;
    std::sort(expected.begin(), expected.end());
    model::radixSort(numbers, [](qint64 number) { return model::orderOf(number); });
    QCOMPARE(numbers, expected);
}

void TestEventOrder::equalsKeepTheirOrder() {
    std::vector<std::pair<int, int>> pairs; // a key of few values, and the place
    quint32 seed = 7;
    for (int i = 0; i < 5000; ++i) {
        seed = seed * 1664525 + 1013904223;
        pairs.emplace_back(static_cast<int>(seed >> 20) % 97, i);
    }
    auto expected = pairs;
    std::stable_sort(expected.begin(), expected.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    model::radixSort(pairs, [](const auto& pair) { return static_cast<quint64>(pair.first); });
    QVERIFY(pairs == expected);
    // -0 is 0.
    std::vector<std::pair<double, int>> zeros;
    for (int i = 0; i < 2000; ++i)
        zeros.emplace_back(i == 1200 ? -1.0 : i % 2 == 0 ? 0.0 : -0.0, i);
    model::radixSort(zeros, [](const auto& pair) { return model::orderOf(pair.first); });
    QList<int> places, expectedPlaces{1200};
    for (int i = 0; i < 2000; ++i) {
        places.append(zeros[static_cast<size_t>(i)].second);
        if (i != 1200)
            expectedPlaces.append(i);
    }
    QCOMPARE(places, expectedPlaces);
}

void TestEventOrder::eventsOfADayStandByImportanceThenKey_data() {
    QTest::addColumn<int>("outOfPlace"); // one in so many keys; 0: none
    QTest::newRow("keys rise with the rows") << 0;
    QTest::newRow("some do not") << 500;
    QTest::newRow("none does") << 1;
}

void TestEventOrder::eventsOfADayStandByImportanceThenKey() {
    QFETCH(int, outOfPlace);
    constexpr int count = 3000, days = 20;
    model::Tables tables;
    quint32 seed = 3;
    const auto random = [&seed] { return seed = seed * 1664525 + 1013904223; };
    for (int i = 0; i < count; ++i) {
        const bool isOut = outOfPlace > 0 && i % outOfPlace == 0;
        model::Event event;
        event.key =
            QStringLiteral("event-%1").arg(isOut ? static_cast<int>(random() >> 8) % count : i, 4, 10, QChar('0'));
        event.key += QStringLiteral("-%1").arg(i);
        event.importance = 1 + static_cast<int>(random() >> 16) % 5;
        model::DateClaim claim;
        const int day = 1 + static_cast<int>(random() >> 16) % days;
        claim.date = *model::Edtf::parse(QStringLiteral("1969-12-%1").arg(day + 11, 2, 10, QChar('0')));
        event.claims = {claim};
        tables.events.append(event);
    }
    const model::Dossier dossier(tables);
    const QList<model::EventId> order = dossier.eventsInOrder();
    QList<model::EventId> expected(order);
    std::sort(expected.begin(), expected.end(), [&](model::EventId a, model::EventId b) {
        const auto rank = [&](model::EventId id) {
            const model::Event event = dossier.event(id);
            return std::tuple(event.claims.first().date.start().earliest.day, -event.importance, event.key);
        };
        return rank(a) < rank(b);
    });
    QCOMPARE(order.size(), count);
    QCOMPARE(order, expected);
}

QTEST_APPLESS_MAIN(TestEventOrder)
#include "tst_event_order.moc"
