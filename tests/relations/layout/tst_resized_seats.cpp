#include "db/exchange/csv_tables.h"
#include "tests/relations/layout/support_dossier.h"
#include "tests/relations/layout/support_geometry.h"

#include <QTest>

using namespace entente;
using namespace entente::relations;

/// Actors in a panel that becomes a little larger or smaller.
class TestResizedSeats : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void nobodyChangesPlaces_data();
    void nobodyChangesPlaces();
    void theSameSizeChangesNothing();
    void anotherPanelIsArrangedAnew_data();
    void anotherPanelIsArrangedAnew();
    void formsThatWouldMeetAreArrangedAnew();
    void namesGiveWay();
    void pinsStayWhereTheySay();

private:
    QRectF homeIn(QSizeF frame) const {
        return homeOf(*m_dossier, QRectF(QPointF(0, 0), frame), plainMeasures(), plainWords());
    }

    std::optional<QList<Seat>> moved(const QList<Seat>& seats, const QRectF& from, const QRectF& to) const {
        return resized(*m_dossier, seats, from, to, plainMeasures());
    }

    model::DossierPointer m_dossier;
    Stage m_stage;
    QList<Seat> m_seats;
    QRectF m_home;
};

void TestResizedSeats::initTestCase() {
    const auto report = exchange::importTables(QStringLiteral(ENTENTE_SOURCE_DIR "/db/dossiers/russia-iran"));
    QVERIFY(report.has_value() && report->isAcceptable());
    m_dossier = std::make_shared<const model::Dossier>(report->tables);
    m_stage = Stage(m_dossier);
    m_home = homeIn({620, 470});
    m_seats = seatsOf(*m_dossier, m_stage.places(), m_home, plainMeasures());
}

void TestResizedSeats::nobodyChangesPlaces_data() {
    QTest::addColumn<QSizeF>("size");
    for (const double width : {613.0, 616.0, 620.0, 627.0, 650.0, 690.0, 740.0})
        for (const double height : {462.0, 470.0, 481.0, 530.0})
            QTest::addRow("%g x %g", width, height) << QSizeF(width, height);
}

void TestResizedSeats::nobodyChangesPlaces() {
    QFETCH(QSizeF, size);
    const QRectF home = homeIn(size);
    const auto seats = moved(m_seats, m_home, home);
    QVERIFY(seats);
    for (qsizetype i = 0; i < seats->size(); ++i) {
        const QPointF before = m_seats[i].form.center() - m_home.topLeft();
        const QPointF after = seats->at(i).form.center() - home.topLeft();
        // Boxes at the edge come in by what there is less on their side.
        QVERIFY(std::abs(after.x() - before.x() * home.width() / m_home.width()) < 8);
        QVERIFY(std::abs(after.y() - before.y() * home.height() / m_home.height()) < 8);
        QCOMPARE(seats->at(i).form.size(), m_seats[i].form.size());
        QVERIFY(m_seats[i].nameBox.isNull() || !seats->at(i).nameBox.isNull());
    }
    Stage stage(m_dossier, m_stage.places());
    stage.seat(size, *seats);
    for (const QString moment : {"2001-03-12", "2015-07-14", "2020-07-21", "2025-01-17", "2025-10-02"})
        QCOMPARE(faultsOf(stage.at(moment, size), *m_dossier).join(u'\n'), QString());
}

void TestResizedSeats::theSameSizeChangesNothing() {
    const auto seats = moved(m_seats, m_home, m_home);
    QVERIFY(seats);
    for (qsizetype i = 0; i < seats->size(); ++i)
        QCOMPARE(seats->at(i).form, m_seats[i].form);
}

void TestResizedSeats::anotherPanelIsArrangedAnew_data() {
    QTest::addColumn<QSizeF>("size");
    QTest::newRow("half as wide") << QSizeF(310, 470);
    QTest::newRow("twice as high") << QSizeF(620, 940);
    QTest::newRow("nothing") << QSizeF(0, 0);
}

void TestResizedSeats::anotherPanelIsArrangedAnew() {
    QFETCH(QSizeF, size);
    QVERIFY(!moved(m_seats, m_home, QRectF(m_home.topLeft(), size)));
    QVERIFY(!moved(m_seats, QRectF(m_home.topLeft(), size), m_home));
}

void TestResizedSeats::formsThatWouldMeetAreArrangedAnew() {
    Seat left = m_seats[0], right = m_seats[1];
    left.form = QRectF(0, 40, 50, 20);
    right.form = QRectF(50, 40, 50, 20);
    for (Seat* seat : {&left, &right}) {
        seat->name.clear();
        seat->nameBox = seat->statusRoom = QRectF();
    }
    const QRectF canvas(0, 0, 100, 100);
    QVERIFY(moved({left, right}, canvas, QRectF(0, 0, 101, 100)));
    QVERIFY(!moved({left, right}, canvas, QRectF(0, 0, 99, 100)));
}

/// A name beneath a form, just above another form: where that comes nearer, the name goes to another side.
void TestResizedSeats::namesGiveWay() {
    Seat upper = m_seats[0], lower = m_seats[1];
    upper.form = QRectF(80, 60, 40, 20);
    upper.name = QStringLiteral("Name");
    upper.nameBox = QRectF(80, 82, 40, 16);
    lower.form = QRectF(80, 98, 40, 20);
    for (Seat* seat : {&upper, &lower})
        seat->statusRoom = QRectF();
    lower.name.clear();
    lower.nameBox = QRectF();
    const QRectF canvas(0, 0, 200, 200);
    const auto seats = moved({upper, lower}, canvas, QRectF(0, 0, 200, 190));
    QVERIFY(seats);
    QVERIFY(!seats->first().nameBox.isNull());
    QVERIFY(!seats->first().nameBox.intersects(seats->last().form));
    QVERIFY(seats->first().nameBox.center().y() < seats->first().form.bottom());
    QCOMPARE(moved({upper, lower}, canvas, QRectF(0, 0, 200, 201))->first().nameBox.top(), upper.nameBox.top() + 0.35);
}

void TestResizedSeats::pinsStayWhereTheySay() {
    Seat seat = m_seats[0];
    seat.name.clear();
    seat.nameBox = seat.statusRoom = QRectF();
    seat.form = QRectF(85, 40, 20, 20); // at the very edge
    const QRectF canvas(0, 0, 100, 100), wider(0, 0, 110, 100);
    QCOMPARE(moved({seat}, canvas, wider)->first().form.right(), wider.right());
    seat.pinned = true;
    QCOMPARE(moved({seat}, canvas, wider)->first().form.center(), QPointF(104.5, 50));
}

QTEST_APPLESS_MAIN(TestResizedSeats)
#include "tst_resized_seats.moc"
