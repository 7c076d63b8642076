#include "app/relations/layout/places.h"

#include <QTest>
#include <functional>
#include <limits>

using namespace entente;
using namespace entente::relations;

class TestPackedPlaces : public QObject {
    Q_OBJECT

private slots:
    void digestNamesTheInput_data();
    void digestNamesTheInput();
    void sameInputSameDigest();
    void unpacksWhatWasPacked_data();
    void unpacksWhatWasPacked();
    void refusesOtherBytes_data();
    void refusesOtherBytes();
};

namespace {

PlaceInput someInput() {
    PlaceInput input;
    for (int i = 0; i < 3; ++i)
        input.bodies << Body{QSizeF(20, 30), QPointF(1, 2), i - 1, model::Pole::None, {}, false};
    input.links << Link{0, 1, {{10, 20}, {{}, 5}}} << Link{1, 2, {{}}};
    return input;
}

const QList<QPointF> somePlaces{{0, 1}, {0.1, 0.25}, {1.0 / 3, 0.5}};

} // namespace

void TestPackedPlaces::digestNamesTheInput_data() {
    using Change = std::function<void(PlaceInput&)>;
    QTest::addColumn<Change>("change");
    const auto row = [](const char* name, const Change& change) { QTest::newRow(name) << change; };
    row("frame", [](PlaceInput& input) { input.frame.rwidth() += 1; });
    row("margin", [](PlaceInput& input) { input.margin = 9; });
    row("one more", [](PlaceInput& input) { input.bodies << Body(); });
    row("size", [](PlaceInput& input) { input.bodies[2].size.rheight() += 1e-9; });
    row("middle", [](PlaceInput& input) { input.bodies[0].middle.rx() = 0; });
    row("home", [](PlaceInput& input) { input.bodies[0].home = 2; });
    row("pole", [](PlaceInput& input) { input.bodies[0].pole = model::Pole::Left; });
    row("pin", [](PlaceInput& input) { input.bodies[0].pin = QPointF(0, 0); });
    row("hidden", [](PlaceInput& input) { input.bodies[0].hidden = true; });
    row("link gone", [](PlaceInput& input) { input.links.removeLast(); });
    row("end", [](PlaceInput& input) { input.links[1].to = 0; });
    row("turned", [](PlaceInput& input) { std::swap(input.links[1].from, input.links[1].to); });
    row("time gone", [](PlaceInput& input) { input.links[1].when.clear(); });
    row("beginning", [](PlaceInput& input) { input.links[1].when[0].from = 0; });
    row("end of time", [](PlaceInput& input) { input.links[0].when[0].to = 21; });
}

void TestPackedPlaces::digestNamesTheInput() {
    QFETCH(std::function<void(PlaceInput&)>, change);
    PlaceInput changed = someInput();
    change(changed);
    QVERIFY(digestOf(changed) != digestOf(someInput()));
}

void TestPackedPlaces::sameInputSameDigest() {
    QCOMPARE(digestOf(someInput()), digestOf(someInput()));
    QCOMPARE(digestOf(someInput()).size(), 32);
    QCOMPARE(digestOf(PlaceInput()).size(), 32);
}

void TestPackedPlaces::unpacksWhatWasPacked_data() {
    QTest::addColumn<QList<QPointF>>("places");
    QTest::newRow("nobody") << QList<QPointF>();
    QTest::newRow("some") << somePlaces;
    QTest::newRow("many") << QList<QPointF>(10'000, {0.123456789012345, 1e-300});
}

void TestPackedPlaces::unpacksWhatWasPacked() {
    QFETCH(QList<QPointF>, places);
    QCOMPARE(unpack(pack(places), places.size()).value(), places);
}

void TestPackedPlaces::refusesOtherBytes_data() {
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray sound = pack(somePlaces);
    const auto changed = [&](qsizetype at) {
        QByteArray bytes = sound;
        bytes[at] = static_cast<char>(bytes[at] ^ 1);
        return bytes;
    };
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("text") << QByteArray(64, 'x');
    QTest::newRow("cut") << sound.chopped(1);
    QTest::newRow("longer") << sound + '\0';
    QTest::newRow("other mark") << changed(0);
    QTest::newRow("other version") << changed(4);
    QTest::newRow("other count") << changed(8);
    QTest::newRow("of others") << pack(somePlaces + somePlaces);
    QTest::newRow("no number") << pack({{0, 1}, {std::numeric_limits<double>::quiet_NaN(), 0}, {0, 0}});
    QTest::newRow("endless") << pack({{0, 1}, {0, std::numeric_limits<double>::infinity()}, {0, 0}});
    QTest::newRow("outside") << pack({{0, 1}, {0, 0}, {1.01, 0}});
}

void TestPackedPlaces::refusesOtherBytes() {
    QFETCH(QByteArray, bytes);
    QVERIFY(!unpack(bytes, somePlaces.size()).has_value());
}

QTEST_APPLESS_MAIN(TestPackedPlaces)
#include "tst_packed_places.moc"
