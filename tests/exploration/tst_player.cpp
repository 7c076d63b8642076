#include "tests/exploration/support_dossier.h"

#include "app/exploration/player.h"

#include <QSignalSpy>
#include <QTest>

using namespace entente;
using namespace entente::exploration;
using namespace entente::test;

/// Playing from change to change.
class TestPlayer : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void everyChangeIsShownOnceAndThenItStops();
    void theFirstStepIsAtOnce();
    void atTheEndItBeginsAnew();
    void whateverElseMovesTheMomentStopsIt();
    void anotherDossierStopsIt();
    void withoutChangesItDoesNotPlay();
    void stepsAskToBeSeen();

private:
    QList<model::Day> daysOf(const QSignalSpy& moments) const;

    std::unique_ptr<Exploration> m_exploration;
    std::unique_ptr<Player> m_player;
    QList<model::Day> m_changes;
};

void TestPlayer::init() {
    m_exploration = std::make_unique<Exploration>();
    m_exploration->open(dossierOf(smallTables()));
    m_changes = model::changeDays(*m_exploration->dossier());
    QVERIFY(m_changes.size() > 2);
    m_exploration->setMoment(m_changes.first() - 1);
    m_player = std::make_unique<Player>(*m_exploration);
    m_player->setSpeed(1600);
}

void TestPlayer::cleanup() {
    m_player.reset();
    m_exploration.reset();
}

QList<model::Day> TestPlayer::daysOf(const QSignalSpy& moments) const {
    QList<model::Day> days;
    for (const QList<QVariant>& moment : moments)
        days << moment.first().toLongLong();
    return days;
}

void TestPlayer::everyChangeIsShownOnceAndThenItStops() {
    const QSignalSpy moments(m_exploration.get(), &Exploration::momentChanged);
    const QSignalSpy states(m_player.get(), &Player::playingChanged);
    m_player->play();
    QTRY_VERIFY(!m_player->isPlaying());
    QCOMPARE(daysOf(moments), m_changes);
    QCOMPARE(states.size(), 2);
    QCOMPARE(states.first().first().toBool(), true);
    QCOMPARE(states.last().first().toBool(), false);
}

void TestPlayer::theFirstStepIsAtOnce() {
    m_player->setSpeed(0.001);
    m_player->toggle();
    QVERIFY(m_player->isPlaying());
    QCOMPARE(m_exploration->moment(), m_changes.first());
    m_player->toggle();
    QVERIFY(!m_player->isPlaying());
}

void TestPlayer::atTheEndItBeginsAnew() {
    m_exploration->setMoment(m_changes.last() + 5);
    m_player->setSpeed(0.001);
    m_player->play();
    QVERIFY(m_player->isPlaying());
    QCOMPARE(m_exploration->moment(), m_changes.first());
}

void TestPlayer::whateverElseMovesTheMomentStopsIt() {
    m_player->setSpeed(0.001);
    m_player->play();
    m_exploration->hover(m_exploration->dossier()->find("north"));
    QVERIFY(m_player->isPlaying());
    m_exploration->setMoment(m_changes.last());
    QVERIFY(!m_player->isPlaying());
}

void TestPlayer::anotherDossierStopsIt() {
    m_player->setSpeed(0.001);
    m_player->play();
    m_exploration->open(dossierOf(smallTables()));
    QVERIFY(!m_player->isPlaying());
}

void TestPlayer::withoutChangesItDoesNotPlay() {
    m_exploration->open(dossierOf({}));
    const QSignalSpy states(m_player.get(), &Player::playingChanged);
    m_player->play();
    QVERIFY(!m_player->isPlaying());
    QVERIFY(states.isEmpty());
}

void TestPlayer::stepsAskToBeSeen() {
    const QSignalSpy sought(m_exploration.get(), &Exploration::daySought);
    m_exploration->stepToNextChange();
    QCOMPARE(sought.size(), 1);
    QCOMPARE(sought.first().first().toLongLong(), m_changes.first());
    // Also where the moment is already.
    m_exploration->goTo(m_changes.first());
    QCOMPARE(sought.size(), 2);
    m_exploration->setMoment(m_changes.last());
    QCOMPARE(sought.size(), 2);
}

QTEST_GUILESS_MAIN(TestPlayer)
#include "tst_player.moc"
