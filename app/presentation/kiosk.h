#pragma once

#include "app/presentation/stage.h"
#include "app/presentation/stay_awake.h"

#include <QStackedWidget>
#include <QTimer>

namespace entente::presentation {

class ExploringView;

/// A story that runs by itself and begins again: each scene for its seconds, its points one by one, then its question
/// and answer. A touch, a click or a key turns the scene's view into something to explore; after a minute of rest the
/// story goes on. No menus, no files: links lead nowhere.
class Kiosk : public QStackedWidget {
    Q_OBJECT

public:
    Kiosk(exploration::Exploration& exploration, const wording::Wording& wording, QWidget* parent = nullptr);
    ~Kiosk() override;

    void start(model::StoryId story);
    const Show& told() const { return m_show; }
    bool isExploring() const;
    /// Milliseconds that what is shown now stays.
    int stays() const;

public slots:
    /// What comes when its time is over: the next point, the question, the answer, the next scene, the first.
    void goOn();
    void explore();
    /// Back to the scene that was explored from.
    void goBack();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private slots:
    void ignoreLink(const QUrl&) {}

private:
    void wait();

    exploration::Exploration& m_exploration;
    Show m_show;
    Stage m_stage;
    StayAwake m_awake;
    QWidget* m_picture;
    ExploringView* m_exploring;
    QTimer m_next;
    QTimer m_rest;
};

} // namespace entente::presentation
