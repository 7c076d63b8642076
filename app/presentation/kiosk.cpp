#include "app/presentation/kiosk.h"

#include "app/presentation/exploring_view.h"
#include "app/presentation/picture_view.h"
#include "app/presentation/view_of_scene.h"

#include <QApplication>
#include <QDesktopServices>
#include <QEvent>
#include <QResizeEvent>
#include <QShortcut>
#include <QUrl>

namespace entente::presentation {

namespace {

constexpr int rest = 60'000;       // milliseconds without a touch after which the story goes on
constexpr int usualScene = 60;     // seconds of a scene that does not say how long it takes
constexpr int shortestPart = 2000; // milliseconds that anything can be read
const QStringList linkSchemes = {"http", "https", "file", "mailto"};

bool isTouch(QEvent::Type type) {
    return type == QEvent::MouseButtonPress || type == QEvent::TouchBegin || type == QEvent::KeyPress ||
           type == QEvent::Wheel;
}

} // namespace

Kiosk::Kiosk(exploration::Exploration& exploration, const wording::Wording& wording, QWidget* parent)
    : QStackedWidget(parent), m_exploration(exploration), m_stage(m_show, exploration, wording),
      m_picture(new PictureView(m_stage, PictureView::Shows::Audience)),
      m_exploring(new ExploringView(exploration, wording)) {
    setWindowTitle(tr("Presentation"));
    addWidget(m_picture);
    addWidget(m_exploring);
    m_picture->setCursor(Qt::BlankCursor);
    m_exploring->setHint(tr("After a minute of rest the story goes on"));
    for (QTimer* timer : {&m_next, &m_rest})
        timer->setSingleShot(true);
    m_rest.setInterval(rest);
    connect(&m_next, &QTimer::timeout, this, &Kiosk::goOn);
    connect(&m_rest, &QTimer::timeout, this, &Kiosk::goBack);
    connect(m_exploring, &ExploringView::backWished, this, &Kiosk::goBack);
    connect(new QShortcut(QKeySequence("Ctrl+Q"), this), &QShortcut::activated, this, &QWidget::close);
    for (const QString& scheme : linkSchemes)
        QDesktopServices::setUrlHandler(scheme, this, "ignoreLink");
    qApp->installEventFilter(this);
}

Kiosk::~Kiosk() {
    for (const QString& scheme : linkSchemes)
        QDesktopServices::unsetUrlHandler(scheme);
}

void Kiosk::start(model::StoryId story) {
    m_awake.hold(tr("A presentation is running"));
    m_show.start(m_exploration.dossier(), story, 0);
    goBack();
}

bool Kiosk::isExploring() const {
    return currentWidget() == m_exploring;
}

int Kiosk::stays() const {
    const model::Scene scene = m_show.scene();
    const int seconds = scene.seconds > 0 ? scene.seconds : usualScene;
    const int parts = 1 + static_cast<int>(scene.points.size()) + (scene.question.isEmpty() ? 0 : 1) +
                      (scene.question.isEmpty() || scene.answer.isEmpty() ? 0 : 1);
    return std::max(shortestPart, seconds * 1000 / parts);
}

void Kiosk::goOn() {
    const Slide& slide = m_show.slide();
    const model::Scene scene = m_show.scene();
    const bool asks = slide.asking == Asking::Nothing && !scene.question.isEmpty();
    const bool answers = slide.asking == Asking::Question && !scene.answer.isEmpty();
    if (slide.asking == Asking::Nothing && slide.revealed < scene.points.size())
        m_show.act(Deed::Next);
    else if (asks || answers)
        m_show.act(Deed::Question);
    else
        m_show.jump(slide.step + 1 < m_show.scenes().size() ? slide.step + 1 : 0);
    wait();
}

void Kiosk::wait() {
    m_next.start(stays());
}

void Kiosk::explore() {
    m_next.stop();
    m_exploration.restore(viewOfScene(m_show.scene(), *m_show.dossier()).view);
    setCurrentWidget(m_exploring);
    m_exploring->setFocus();
    m_rest.start();
}

void Kiosk::goBack() {
    m_rest.stop();
    while (QWidget* popup = QApplication::activePopupWidget())
        if (!popup->close())
            break;
    setCurrentWidget(m_picture);
    wait();
}

bool Kiosk::eventFilter(QObject* watched, QEvent* event) {
    if (!watched->isWidgetType())
        return false;
    if (isExploring()) {
        if (isTouch(event->type()) || event->type() == QEvent::MouseMove)
            m_rest.start();
        return false;
    }
    if (!isTouch(event->type()) || !m_show.isRunning())
        return false;
    explore();
    return true;
}

void Kiosk::resizeEvent(QResizeEvent* event) {
    m_stage.setSize(event->size());
    QStackedWidget::resizeEvent(event);
}

} // namespace entente::presentation
