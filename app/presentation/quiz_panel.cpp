#include "app/presentation/quiz_panel.h"

#include "app/theme/painters.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTextLayout>

namespace entente::presentation {

using Phase = QuizState::Phase;

QuizPanel::QuizPanel(const QuizMaker& maker, int count, const theme::Theme& theme, const wording::Wording& wording,
                     QWidget* parent)
    : QWidget(parent), m_maker(maker), m_count(count), m_theme(theme), m_wording(wording) {
    theme::readAloud();
    setFocusPolicy(Qt::StrongFocus);
    m_timer.setInterval(1000);
    connect(&m_timer, &QTimer::timeout, this, &QuizPanel::tick);
    askNext();
}

void QuizPanel::setTheme(const theme::Theme& theme) {
    m_theme = theme;
    update();
}

void QuizPanel::setSeconds(int seconds) {
    m_seconds = std::max(0, seconds);
    m_left = m_seconds;
    if (m_seconds > 0 && m_state.phase == Phase::Asked)
        m_timer.start();
    else
        m_timer.stop();
    tell();
}

void QuizPanel::askNext() {
    m_timer.stop();
    auto question = m_totals.asked < m_count ? m_maker.next() : std::nullopt;
    if (question) {
        ask(*question);
        return;
    }
    m_question = {};
    m_state = {};
    m_state.phase = m_totals.asked > 0 ? Phase::Finished : Phase::Unable;
    m_state.notice =
        m_totals.asked > 0 ? tr("%1 of %2 right.").arg(m_totals.right).arg(m_totals.asked) : m_maker.whyNone();
    tell();
}

void QuizPanel::ask(const Question& question) {
    m_question = question;
    m_state = {};
    m_state.phase = Phase::Asked;
    for (int i = 0; question.kind == QuestionKind::Order && i < question.choices.size(); ++i)
        m_state.order.append(i);
    setSeconds(m_seconds);
}

void QuizPanel::reveal() {
    m_timer.stop();
    switch (m_question.kind) {
    case QuestionKind::Order:
        m_state.marks = gradeOrder(m_question, m_state.order).marks();
        break;
    case QuestionKind::When:
        m_state.marks = m_state.day ? gradeDay(m_question, *m_state.day) : 0;
        break;
    default:
        m_state.marks = gradeChoice(m_question, m_state.chosen);
    }
    m_state.phase = Phase::Revealed;
    const double enough = m_question.kind == QuestionKind::When ? 0.5 : 1;
    ++m_totals.asked;
    if (m_state.marks >= enough)
        ++m_totals.right;
    tell();
}

void QuizPanel::goOn() {
    if (m_state.phase == Phase::Revealed)
        askNext();
    else if (m_state.phase != Phase::Asked)
        emit ended();
    else if (m_state.hasAnswer())
        reveal();
}

void QuizPanel::tick() {
    if (--m_left <= 0)
        reveal();
    else
        tell();
}

QString QuizPanel::totalsWords() const {
    if (m_state.phase == Phase::Unable || m_state.phase == Phase::Finished)
        return {};
    const QString totals = tr("Right: %1 of %2").arg(m_totals.right).arg(m_totals.asked);
    return m_timer.isActive() ? tr("%1 s · %2", "time left, totals").arg(m_left).arg(totals) : totals;
}

/// Says and shows what stands there now.
void QuizPanel::tell() {
    m_state.totals = totalsWords();
    const bool isQuestion = m_state.phase == Phase::Asked || m_state.phase == Phase::Revealed;
    QStringList picture = {isQuestion ? m_question.prompt : m_state.notice};
    const bool isTieBlank = !m_question.hub.isEmpty() && m_state.phase == Phase::Asked;
    for (const QuizTie& tie : m_question.ties)
        picture.append(tr("%1 – %2 – %3", "from, relation, to")
                           .arg(m_question.hub.isEmpty() ? tr("blank") : m_question.hub,
                                isTieBlank ? tr("blank") : tie.label, tie.other));
    setAccessibleName(tr("Quiz: %1").arg(picture.join('\n')));
    QStringList words;
    for (qsizetype row = 0; row < rowCount(); ++row)
        words.append(rowText(row));
    setAccessibleDescription(words.join('\n'));
    update();
    emit changed();
}

void QuizPanel::press(int number) {
    if (m_state.phase != Phase::Asked || number < 0 || number >= m_question.choices.size())
        return;
    switch (m_question.kind) {
    case QuestionKind::When:
        return;
    case QuestionKind::Order:
        place(number);
        break;
    default:
        m_state.chosen = number;
        m_state.focused = number;
    }
    tell();
}

/// Puts a card behind those that are placed. One that is placed already stays.
void QuizPanel::place(int choice) {
    const qsizetype at = m_state.order.indexOf(choice);
    if (at < m_state.placed)
        return;
    m_state.order.move(at, m_state.placed);
    m_state.focused = m_state.placed;
    ++m_state.placed;
}

void QuizPanel::takeBack() {
    m_state.placed = std::max(0, m_state.placed - 1);
    m_state.chosen = -1;
    m_state.day.reset();
    tell();
}

void QuizPanel::moveCard(int by) {
    const int to = m_state.focused + by;
    if (to < 0 || to >= m_state.order.size())
        return;
    m_state.order.move(m_state.focused, to);
    m_state.focused = to;
    m_state.placed = static_cast<int>(m_state.order.size());
}

void QuizPanel::moveMarker(model::Day day) {
    m_state.day = std::clamp(day, m_question.span.first, m_question.span.last);
    m_state.dayWords = m_wording.day(*m_state.day, wording::Style::Short);
}

void QuizPanel::arrow(int key, bool isFar) {
    if (m_state.phase != Phase::Asked)
        return;
    const int by = key == Qt::Key_Left || key == Qt::Key_Up ? -1 : 1;
    const bool isUpright = key == Qt::Key_Up || key == Qt::Key_Down;
    if (m_question.kind == QuestionKind::When) {
        const model::Day days = m_question.span.last - m_question.span.first;
        const model::Day step = std::max<model::Day>(1, days / (isFar ? 20 : 200));
        moveMarker(m_state.day.value_or(m_question.span.first + days / 2) + by * step);
    } else if (m_question.kind == QuestionKind::Order && isUpright) {
        moveCard(by);
    } else {
        const bool isGrid = m_question.kind == QuestionKind::Missing && isUpright;
        const int to = m_state.focused + by * (isGrid ? 2 : 1);
        if (to >= 0 && to < m_question.choices.size())
            m_state.focused = to;
    }
    tell();
}

void QuizPanel::keyPressEvent(QKeyEvent* event) {
    const int key = event->key();
    if (key == Qt::Key_Escape) {
        m_timer.stop();
        emit ended();
    } else if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        goOn();
    } else if (key == Qt::Key_Backspace && m_state.phase == Phase::Asked) {
        takeBack();
    } else if (key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down) {
        arrow(key, event->modifiers().testFlag(Qt::ShiftModifier));
    } else if (key == Qt::Key_Space) {
        press(m_question.kind == QuestionKind::Order ? m_state.order.value(m_state.focused, -1) : m_state.focused);
    } else if (key >= Qt::Key_1 && key <= Qt::Key_9) {
        press(key - Qt::Key_1);
    } else {
        QWidget::keyPressEvent(event);
    }
}

void QuizPanel::mousePressEvent(QMouseEvent* event) {
    setFocus();
    if (event->button() != Qt::LeftButton || m_state.phase != Phase::Asked)
        return;
    const QuizSheet drawn = sheet();
    for (const QuizCard& card : drawn.cards)
        if (card.frame.contains(event->position()))
            press(card.choice);
    if (drawn.axis.contains(event->position())) {
        moveMarker(dayAt(m_question, drawn.axis, event->position().x()));
        tell();
    }
}

/// Esc and digits are the quiz's while it has the focus, whatever shortcuts the window has.
bool QuizPanel::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool isDigit = key->key() >= Qt::Key_1 && key->key() <= Qt::Key_9;
        const QList<int> own = {Qt::Key_Escape, Qt::Key_Return, Qt::Key_Enter, Qt::Key_Backspace, Qt::Key_Space,
                                Qt::Key_Left,   Qt::Key_Right,  Qt::Key_Up,    Qt::Key_Down};
        if (isDigit || own.contains(key->key())) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

QuizSheet QuizPanel::sheet() const {
    return layOut(m_question, m_state, size(), m_theme, m_wording);
}

// Rows as read aloud: the choices, then, once revealed, the answer and its sources; last the totals.

qsizetype QuizPanel::rowCount() const {
    const bool isRevealed = m_state.phase == Phase::Revealed;
    return m_question.choices.size() + (isRevealed ? 1 + m_question.sourceWords.size() : 0) + 1;
}

QString QuizPanel::rowText(qsizetype row) const {
    const qsizetype choices = m_question.choices.size();
    if (row < choices) {
        const bool isOrder = m_question.kind == QuestionKind::Order;
        const int choice = isOrder ? m_state.order.value(row) : static_cast<int>(row);
        const QString words = tr("%1: %2", "number, card").arg(choice + 1).arg(m_question.choices[choice].words);
        const bool isChosen = isOrder ? row < m_state.placed : m_state.chosen == row;
        if (m_question.kind == QuestionKind::When)
            return m_state.day ? tr("Your answer: %1").arg(m_state.dayWords) : tr("No answer yet");
        return isChosen ? tr("%1, chosen").arg(words) : words;
    }
    if (row == rowCount() - 1)
        return m_state.totals;
    if (row == choices)
        return tr("Answer: %1").arg(m_question.answer);
    return tr("Source: %1").arg(m_question.sourceWords.value(row - choices - 1));
}

QRectF QuizPanel::rowRect(qsizetype row) const {
    const QuizSheet drawn = sheet();
    if (row < drawn.cards.size())
        return drawn.cards[row].frame;
    return row < m_question.choices.size() ? drawn.axis : QRectF();
}

bool QuizPanel::isRowSelected(qsizetype row) const {
    return m_question.kind == QuestionKind::Order ? row < m_state.placed : row == m_state.chosen;
}

void QuizPanel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), m_theme.color(theme::Role::Ground));
    const QuizSheet drawn = sheet();
    const double unit = height() / 1080.0;
    for (const QuizCard& card : drawn.cards)
        paintCard(painter, card, unit);
    paintPicture(painter, drawn);
    if (!drawn.axis.isNull())
        paintAxis(painter, drawn, unit);
    paintTexts(painter, drawn);
}

void QuizPanel::paintCard(QPainter& painter, const QuizCard& card, double unit) const {
    const bool isMarked = card.isChosen || card.isRight;
    const QColor edge = m_theme.color(isMarked ? theme::Role::Ink : theme::Role::Line3);
    const double wide = std::max(1.0, unit * (card.isRight ? 6 : isMarked ? 4 : 2));
    painter.setPen(QPen(edge, wide, card.isChosen && !card.isRight ? Qt::DashLine : Qt::SolidLine));
    painter.setBrush(m_theme.color(isMarked ? theme::Role::Hover : theme::Role::Panel));
    painter.drawRoundedRect(card.frame, 12 * unit, 12 * unit);
    if (card.isFocused && hasFocus()) {
        const double out = 6 * unit;
        painter.setPen(QPen(m_theme.color(theme::Role::Ink), std::max(1.0, 3 * unit)));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(card.frame.adjusted(-out, -out, out, out), 16 * unit, 16 * unit);
    }
}

void QuizPanel::paintPicture(QPainter& painter, const QuizSheet& sheet) const {
    const theme::Theme large(m_theme.scheme(), std::clamp(height() / 540.0, 1.0, 4.0));
    const auto paint = [&](const QuizLine& line, const QLineF& part, bool hasHead) {
        theme::TieStyle style;
        style.form = line.isDirected && !hasHead ? model::LineForm::Single : line.form;
        style.tenor = line.tenor;
        style.pending = line.pending;
        style.directed = hasHead;
        QPainterPath path(part.p1());
        path.lineTo(part.p2());
        theme::paintTie(painter, large, style, path);
    };
    for (const QuizLine& line : sheet.lines) {
        const QLineF towardsHub(line.toLabel.p2(), line.toLabel.p1());
        paint(line, line.isTowardsHub ? towardsHub : line.toLabel, line.isTowardsHub);
        paint(line, line.fromLabel, line.isDirected && !line.isTowardsHub);
    }
    painter.setPen(QPen(m_theme.color(theme::Role::Ink3), std::max(1.0, height() / 540.0)));
    painter.setBrush(m_theme.color(theme::Role::Box));
    for (const QRectF& node : sheet.nodes)
        painter.drawRoundedRect(node, height() / 108.0, height() / 108.0);
}

void QuizPanel::paintAxis(QPainter& painter, const QuizSheet& sheet, double unit) const {
    const QRectF& axis = sheet.axis;
    painter.fillRect(axis, m_theme.color(theme::Role::Lane));
    painter.setPen(QPen(m_theme.color(theme::Role::Line3), std::max(1.0, 2 * unit)));
    for (const double x : sheet.ticks)
        painter.drawLine(QPointF(x, axis.bottom() - 24 * unit), QPointF(x, axis.bottom()));
    painter.setPen(QPen(m_theme.color(theme::Role::Ink2), std::max(1.0, 3 * unit)));
    painter.drawLine(axis.bottomLeft(), axis.bottomRight());
    painter.setBrush(m_theme.color(theme::Role::Disc));
    for (const QRectF& claim : sheet.claims)
        painter.drawRect(claim);
    if (!sheet.marker)
        return;
    const double x = *sheet.marker;
    painter.setPen(QPen(m_theme.color(theme::Role::Ink), std::max(1.0, 5 * unit)));
    painter.drawLine(QPointF(x, axis.top()), QPointF(x, axis.bottom()));
    painter.setBrush(m_theme.color(theme::Role::Ink));
    painter.drawPolygon(
        QPolygonF({{x - 14 * unit, axis.top()}, {x + 14 * unit, axis.top()}, {x, axis.top() + 22 * unit}}));
}

void QuizPanel::paintTexts(QPainter& painter, const QuizSheet& sheet) const {
    for (const QuizText& text : sheet.texts) {
        QTextLayout layout(text.text, quizFont(m_theme, text.size, text.isStrong));
        QTextOption option(text.alignment);
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        layout.setTextOption(option);
        layout.beginLayout();
        double y = 0;
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(text.frame.width());
            line.setPosition({0, y});
            y += line.height();
        }
        layout.endLayout();
        painter.setPen(m_theme.color(text.isQuiet ? theme::Role::Ink2 : theme::Role::Ink));
        layout.draw(&painter, text.frame.topLeft());
    }
}

} // namespace entente::presentation
