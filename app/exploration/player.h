#pragma once

#include "app/exploration/exploration.h"

#include <QTimer>

namespace entente::exploration {

/// Moves the moment from change to change by itself: the first at once, then one every 1.6 s at speed 1. Stops after
/// the last, and as soon as anything else moves the moment or shows another dossier.
class Player : public QObject {
    Q_OBJECT

public:
    explicit Player(Exploration& exploration, QObject* parent = nullptr);

    bool isPlaying() const { return m_timer.isActive(); }
    double speed() const { return m_speed; }
    /// 0.5, 1 or 2, say; > 0.
    void setSpeed(double speed);

public slots:
    /// From the moment on; after the last change from the first.
    void play();
    void stop();
    void toggle();

signals:
    void playingChanged(bool playing);
    void speedChanged();

private:
    void step();
    void followMoment();

    Exploration& m_exploration;
    QTimer m_timer;
    double m_speed = 1;
    bool m_isStepping = false;
};

} // namespace entente::exploration
