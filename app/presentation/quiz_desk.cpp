#include "app/presentation/quiz_desk.h"

#include "app/presentation/view_of_scene.h"

#include <QCoreApplication>
#include <QMouseEvent>
#include <QPainter>

namespace entente::presentation {

void pressInQuiz(QuizPanel& quiz, Show& show, Desk desk, const QKeyEvent& event) {
    const auto deed = deedOf(show.keys(), event.key(), event.modifiers(), desk);
    if (deed == Deed::Black || deed == Deed::White) {
        show.press(event.key(), event.modifiers(), desk);
        return;
    }
    static const QList<int> known = {Qt::Key_Escape, Qt::Key_Return, Qt::Key_Enter, Qt::Key_Backspace, Qt::Key_Space,
                                     Qt::Key_Left,   Qt::Key_Right,  Qt::Key_Up,    Qt::Key_Down};
    const int key = event.key() == Qt::Key_PageDown ? static_cast<int>(Qt::Key_Return) : event.key();
    if (!known.contains(key) && (key < Qt::Key_1 || key > Qt::Key_9))
        return;
    QKeyEvent sent(QEvent::KeyPress, key, event.modifiers(), event.text());
    QCoreApplication::sendEvent(&quiz, &sent);
}

QuizOptions quizOfView(const model::Dossier& dossier, const exploration::View& view, const Slide& slide, quint64 seed) {
    const Veil veil = veilOf(slide, view.moment);
    QuizOptions options;
    options.horizon = veil.horizon;
    options.events = visibleEvents(dossier, view.filter, veil);
    options.seed = seed;
    options.hidesDates = veil.dates;
    options.hidesNames = veil.names;
    return options;
}

QuizMirror::QuizMirror(QWidget* parent) : QWidget(parent) {
    setAccessibleName(tr("The quiz on the audience’s screen"));
}

void QuizMirror::setQuiz(QuizPanel* quiz) {
    m_quiz = quiz;
    if (quiz)
        connect(quiz, &QuizPanel::changed, this, qOverload<>(&QWidget::update));
    update();
}

QRectF QuizMirror::frame() const {
    const QSizeF size = QSizeF(m_quiz->size()).scaled(QSizeF(QWidget::size()), Qt::KeepAspectRatio);
    return {QPointF((width() - size.width()) / 2, (height() - size.height()) / 2), size};
}

void QuizMirror::paintEvent(QPaintEvent*) {
    if (!m_quiz)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawPixmap(frame(), m_quiz->grab(), QRectF());
}

void QuizMirror::mousePressEvent(QMouseEvent* event) {
    if (!m_quiz)
        return;
    const QRectF shown = frame();
    const double scale = m_quiz->width() / shown.width();
    const QPointF place = (event->position() - shown.topLeft()) * scale;
    QMouseEvent sent(QEvent::MouseButtonPress, place, m_quiz->mapToGlobal(place), event->button(), event->buttons(),
                     event->modifiers());
    QCoreApplication::sendEvent(m_quiz, &sent);
}

} // namespace entente::presentation
