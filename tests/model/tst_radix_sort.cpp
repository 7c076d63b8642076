#include "db/model/radix_sort.h"

#include <QtTest>
#include <limits>

using namespace entente;

class TestRadixSort : public QObject {
    Q_OBJECT

private slots:
    void daysStandInOrder();
    void numbersStandInOrder();
    void equalsKeepTheirOrder();
};

void TestRadixSort::daysStandInOrder() {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    std::vector<double> days{20117.5, -719162, infinity, 0.25, -0.25, 1e12, -infinity, 20117, -3.65e12, 0, 20117.25};
    std::vector<double> expected = days;
    std::sort(expected.begin(), expected.end());
    model::radixSort(days, [](double day) { return model::orderOf(day); });
    QCOMPARE(days, expected);
}

void TestRadixSort::numbersStandInOrder() {
    using Limits = std::numeric_limits<qint64>;
    std::vector<qint64> numbers{5, -5, Limits::max(), 0, Limits::min(), 1LL << 40, -(1LL << 40), 255, 256, -256};
    std::vector<qint64> expected = numbers;
    std::sort(expected.begin(), expected.end());
    model::radixSort(numbers, [](qint64 number) { return model::orderOf(number); });
    QCOMPARE(numbers, expected);
}

void TestRadixSort::equalsKeepTheirOrder() {
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
    std::vector<std::pair<double, int>> zeros{{0.0, 0}, {-0.0, 1}, {-1.0, 2}, {0.0, 3}};
    model::radixSort(zeros, [](const auto& pair) { return model::orderOf(pair.first); });
    QList<int> places;
    for (const auto& [day, place] : zeros)
        places.append(place);
    QCOMPARE(places, QList<int>({2, 0, 1, 3}));
}

QTEST_APPLESS_MAIN(TestRadixSort)
#include "tst_radix_sort.moc"
