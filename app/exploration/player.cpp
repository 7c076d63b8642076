#include "app/exploration/player.h"

namespace entente::exploration {

namespace {
constexpr double pace = 1600; // milliseconds a change at speed 1
}

Player::Player(Exploration& exploration, QObject* parent) : QObject(parent), m_exploration(exploration) {
    m_timer.setInterval(qRound(pace));
    connect(&m_timer, &QTimer::timeout, this, &Player::step);
    connect(&m_exploration, &Exploration::momentChanged, this, &Player::followMoment);
    connect(&m_exploration, &Exploration::dossierChanged, this, &Player::stop);
}

void Player::setSpeed(double speed) {
    if (speed == m_speed)
        return;
    m_speed = speed;
    m_timer.setInterval(qRound(pace / speed));
    emit speedChanged();
}

void Player::play() {
    const QList<model::Day> days = model::changeDays(*m_exploration.dossier());
    if (isPlaying() || days.isEmpty())
        return;
    m_timer.start();
    emit playingChanged(true);
    if (days.last() > m_exploration.moment())
        return step();
    m_isStepping = true;
    m_exploration.goTo(days.first());
    m_isStepping = false;
}

void Player::stop() {
    if (!isPlaying())
        return;
    m_timer.stop();
    emit playingChanged(false);
}

void Player::toggle() {
    isPlaying() ? stop() : play();
}

void Player::step() {
    m_isStepping = true;
    m_exploration.stepToNextChange();
    m_isStepping = false;
    const QList<model::Day> days = model::changeDays(*m_exploration.dossier());
    if (days.isEmpty() || days.last() <= m_exploration.moment())
        stop();
}

void Player::followMoment() {
    if (!m_isStepping)
        stop();
}

} // namespace entente::exploration
