#include "app/presentation/quiz_layout.h"

#include "app/timeline/layout/ticks.h"

#include <QTextLayout>
#include <QtMath>

namespace entente::presentation {

namespace {

using Phase = QuizState::Phase;

constexpr double sheetLines = 1080;
constexpr double sheetMargin = 56;
constexpr double body = 36; ///< of footer, verdict and sources
constexpr double heading = 50;
constexpr std::array cardSizes = {64.0, 56.0, 48.0, 42.0, body}; ///< the largest that leaves room is taken
constexpr qsizetype sourcesWanted = 3;
constexpr double sheetGap = 14;
constexpr double pad = 12;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(entente::presentation::QuizPanel)
};

/// Fills a sheet from the top and the bottom towards the middle.
class SheetComposer {
public:
    SheetComposer(const Question& question, const QuizState& state, QSizeF size, const theme::Theme& theme,
                  const wording::Wording& wording, double cardSize)
        : m_question(question), m_state(state), m_theme(theme), m_wording(wording), m_unit(size.height() / sheetLines),
          m_card(cardSize), m_left(px(sheetMargin)), m_right(size.width() - px(sheetMargin)), m_top(px(40)),
          m_bottom(size.height() - px(32)) {}

    QuizSheet compose();
    /// Whether all found room, and enough of the sources.
    bool isRoomy() const { return m_top <= m_bottom && m_sourcesLeftOut == 0; }

private:
    double px(double length) const { return length * m_unit; }
    double width() const { return m_right - m_left; }
    bool isRevealed() const { return m_state.phase == Phase::Revealed; }
    QSizeF measure(const QString& text, double size, bool isStrong, double room) const {
        return wrappedSize(text, quizFont(m_theme, px(size), isStrong), room);
    }
    void put(const QString& text, const QRectF& frame, double size, bool isStrong = false, bool isQuiet = false,
             Qt::Alignment alignment = Qt::AlignLeft) {
        if (!text.isEmpty())
            m_sheet.texts.append({text, frame, px(size), isStrong, isQuiet, alignment});
    }

    void putDown(const QString& text, double size, bool isStrong);
    void putFooter();
    QString hint() const;
    void putPair();
    void putRows(int columns);
    void putRow(const QRectF& frame, int choice, qsizetype position, double rightRoom);
    double rowHeight(int choice, qsizetype position, double room, double rightRoom) const;
    QString rightWords(int choice, qsizetype position) const;
    QString verdict() const;
    void putPicture();
    void putLines(const QList<QRectF>& rows, const QRectF& hub, double labelLeft, double labelWide, double otherLeft);
    void putAxis();
    void putTicks(double bottom);
    void putMark(const QString& text, double x, double top);
    void putSources();
    QuizCard cardOf(const QRectF& frame, int choice, qsizetype position) const;

    const Question& m_question;
    const QuizState& m_state;
    const theme::Theme& m_theme;
    const wording::Wording& m_wording;
    double m_unit;
    double m_card;                  ///< size of the texts on cards and in the picture
    qsizetype m_sourcesLeftOut = 0; ///< of those wanted
    double m_left, m_right;
    double m_top, m_bottom; ///< of what is still free
    QuizSheet m_sheet;
};

QuizSheet SheetComposer::compose() {
    if (m_state.phase == Phase::Unable || m_state.phase == Phase::Finished) {
        putFooter();
        m_top += (m_bottom - m_top) / 4;
        putDown(m_state.phase == Phase::Finished ? Texts::tr("The quiz is over") : Texts::tr("No quiz"), heading, true);
        putDown(m_state.notice, body, false);
        return m_sheet;
    }
    putDown(m_question.prompt, heading, true);
    putFooter();
    if (m_question.kind == QuestionKind::When)
        putAxis();
    else if (m_question.kind == QuestionKind::First)
        putPair();
    if (m_question.kind == QuestionKind::Missing)
        putPicture();
    if (!m_question.choices.isEmpty() && m_question.kind != QuestionKind::First &&
        m_question.kind != QuestionKind::When)
        putRows(m_question.kind == QuestionKind::Missing ? 2 : 1);
    if (isRevealed()) {
        putDown(verdict(), body, true);
        putSources();
    }
    return m_sheet;
}

void SheetComposer::putDown(const QString& text, double size, bool isStrong) {
    const double height = measure(text, size, isStrong, width()).height();
    put(text, {m_left, m_top, width(), height}, size, isStrong);
    m_top += height + px(sheetGap);
}

QString SheetComposer::hint() const {
    if (m_state.phase != Phase::Asked)
        return m_state.phase == Phase::Revealed ? Texts::tr("Enter: go on") : Texts::tr("Esc: leave");
    const bool isAnswered = m_state.hasAnswer();
    switch (m_question.kind) {
    case QuestionKind::Order:
        return isAnswered ? Texts::tr("Enter: show the answer")
                          : Texts::tr("Press the numbers in order, or move cards with the arrows");
    case QuestionKind::When:
        return isAnswered ? Texts::tr("Enter: show the answer") : Texts::tr("Click on the axis, or use the arrows");
    default:
        return isAnswered ? Texts::tr("Enter: show the answer") : Texts::tr("Press a number");
    }
}

void SheetComposer::putFooter() {
    const QSizeF totals = measure(m_state.totals, body, true, width());
    const double room = width() - totals.width() - px(40);
    const double height = std::max(measure(hint(), body, false, room).height(), totals.height());
    m_bottom -= height;
    put(hint(), {m_left, m_bottom, room, height}, body, false, true);
    put(m_state.totals, {m_right - totals.width() - px(4), m_bottom, totals.width() + px(4), height}, body, true, false,
        Qt::AlignRight);
    m_bottom -= px(sheetGap);
}

QString SheetComposer::verdict() const {
    switch (m_question.kind) {
    case QuestionKind::First:
        return m_state.marks == 1 ? Texts::tr("Right.") : Texts::tr("Not right.");
    case QuestionKind::Order:
        return Texts::tr("%1 of %2 in place.")
            .arg(gradeOrder(m_question, m_state.order).inPlace)
            .arg(m_question.order.size());
    case QuestionKind::When:
        return Texts::tr("%1 of 100 marks. %2").arg(qRound(100 * m_state.marks)).arg(m_question.answer);
    default:
        return (m_state.marks == 1 ? Texts::tr("Right. %1") : Texts::tr("Not right. %1")).arg(m_question.answer);
    }
}

QuizCard SheetComposer::cardOf(const QRectF& frame, int choice, qsizetype position) const {
    const bool isOrder = m_question.kind == QuestionKind::Order;
    QuizCard card{frame, choice};
    card.isFocused = !isRevealed() && m_state.focused == position;
    card.isChosen = isOrder ? !isRevealed() && position < m_state.placed : m_state.chosen == choice;
    card.isRight = isRevealed() && (isOrder ? m_state.order.value(position) == choice : m_question.right == choice);
    return card;
}

QString SheetComposer::rightWords(int choice, qsizetype position) const {
    if (m_question.kind == QuestionKind::Order) {
        if (!isRevealed())
            return position < m_state.placed ? Texts::tr("placed") : QString();
        const qsizetype was = m_state.order.indexOf(choice);
        const QString place = was == position ? Texts::tr("in place") : Texts::tr("was no. %1").arg(was + 1);
        return Texts::tr("%1, %2", "date, place").arg(m_question.choices[choice].date, place);
    }
    if (!isRevealed())
        return m_state.chosen == choice ? Texts::tr("chosen") : QString();
    QStringList words;
    if (!m_question.choices[choice].date.isEmpty())
        words.append(m_question.choices[choice].date);
    if (m_question.right == choice)
        words.append(Texts::tr("right"));
    else if (m_state.chosen == choice)
        words.append(Texts::tr("not right"));
    return words.join(Texts::tr(", "));
}

void SheetComposer::putPair() {
    const double wide = (width() - px(32)) / 2;
    const double room = wide - px(2 * 28);
    const double badge = measure(QStringLiteral("1"), std::max(heading, m_card), true, room).height();
    double words = 0;
    double right = 0;
    for (int i = 0; i < 2; ++i) {
        words = std::max(words, measure(m_question.choices[i].words, std::max(heading, m_card), true, room).height());
        right = std::max(right, measure(rightWords(i, i), body, false, room).height());
    }
    const double needed = badge + words + right + px(2 * 20 + 2 * sheetGap);
    const double height = isRevealed() ? needed : std::clamp(px(520), needed, std::max(needed, m_bottom - m_top));
    for (int i = 0; i < 2; ++i) {
        const QRectF frame(m_left + i * (wide + px(32)), m_top, wide, height);
        m_sheet.cards.append(cardOf(frame, i, i));
        const QRectF inner = frame.adjusted(px(28), px(20), -px(28), -px(20));
        put(QString::number(i + 1), {inner.topLeft(), QSizeF(inner.width(), badge)}, std::max(heading, m_card), true,
            true);
        put(m_question.choices[i].words, {inner.left(), inner.top() + badge + px(sheetGap), room, words},
            std::max(heading, m_card), true);
        put(rightWords(i, i), {inner.left(), inner.bottom() - right, room, right}, body);
    }
    m_top += height + px(sheetGap);
}

double SheetComposer::rowHeight(int choice, qsizetype position, double room, double rightRoom) const {
    const double words = measure(m_question.choices[choice].words, m_card, false, room).height();
    const double right = measure(rightWords(choice, position), m_card, true, rightRoom).height();
    return std::max(words, right) + px(2 * pad);
}

void SheetComposer::putRows(int columns) {
    const bool isOrder = m_question.kind == QuestionKind::Order;
    const QList<int> order = isOrder && isRevealed() ? m_question.order : m_state.order;
    const qsizetype count = m_question.choices.size();
    const double wide = (width() - (columns - 1) * px(sheetGap)) / columns;
    double rightRoom = 0;
    for (qsizetype i = 0; i < count; ++i) {
        const int choice = isOrder ? order.value(i) : static_cast<int>(i);
        rightRoom = std::max(rightRoom, measure(rightWords(choice, i), m_card, true, wide * 0.4).width() + px(4));
    }
    const double room = wide - px(1.5 * m_card + 20 + 40) - rightRoom;
    double y = m_top;
    double height = 0;
    for (qsizetype i = 0; i < count; ++i) {
        if (i % columns == 0) {
            height = isRevealed() ? 0 : px(84);
            for (qsizetype k = i; k < std::min(count, i + columns); ++k)
                height = std::max(height, rowHeight(isOrder ? order.value(k) : int(k), k, room, rightRoom));
        }
        const QRectF frame(m_left + double(i % columns) * (wide + px(sheetGap)), y, wide, height);
        putRow(frame, isOrder ? order.value(i) : static_cast<int>(i), i, rightRoom);
        if (i % columns == columns - 1 || i == count - 1)
            y += height + px(sheetGap);
    }
    m_top = y;
}

void SheetComposer::putRow(const QRectF& frame, int choice, qsizetype position, double rightRoom) {
    m_sheet.cards.append(cardOf(frame, choice, position));
    const QRectF inner = frame.adjusted(px(20), px(pad), -px(20), -px(pad));
    const auto centred = [&](double left, double wide, const QString& text, bool isStrong) {
        const double height = measure(text, m_card, isStrong, wide).height();
        return QRectF(left, inner.center().y() - height / 2, wide, height);
    };
    const QString number = QString::number(choice + 1);
    put(number, centred(inner.left(), px(8 + m_card), number, true), m_card, true, true);
    const QString& words = m_question.choices[choice].words;
    const double room = inner.width() - px(1.5 * m_card + 20) - rightRoom;
    put(words, centred(inner.left() + px(1.5 * m_card), room, words, false), m_card);
    const QString right = rightWords(choice, position);
    put(right, centred(inner.right() - rightRoom, rightRoom, right, true), m_card, true, false, Qt::AlignRight);
}

void SheetComposer::putPicture() {
    const bool isTieBlank = !m_question.hub.isEmpty();
    const QString blank = QStringLiteral("?");
    const QString hub = isTieBlank ? m_question.hub : isRevealed() ? m_question.choices[m_question.right].words : blank;
    const double hubWide = width() * 0.22;
    const double otherLeft = m_left + width() * 0.74;
    const double otherWide = m_right - otherLeft;
    const double inside = px(2 * pad);
    double labelWide = 0;
    const auto labelOf = [&](const QuizTie& tie) { return isTieBlank && !isRevealed() ? blank : tie.label; };
    for (const QuizTie& tie : m_question.ties)
        labelWide = std::max(labelWide, measure(labelOf(tie), m_card, false, width() * 0.3).width() + px(8));
    const double labelLeft = m_left + width() * 0.48 - labelWide / 2;
    double y = m_top;
    QList<QRectF> rows;
    for (const QuizTie& tie : m_question.ties) {
        const QString label = labelOf(tie);
        const double high = std::max({px(2 * m_card - pad), measure(label, m_card, false, labelWide).height(),
                                      measure(tie.other, m_card, true, otherWide - inside).height()});
        const QRectF row(m_left, y, width(), high + px(pad));
        const auto middle = [&](double left, double wide, const QString& text, bool isStrong) {
            const double height = measure(text, m_card, isStrong, wide).height();
            return QRectF(left, row.center().y() - height / 2, wide, height);
        };
        m_sheet.nodes.append({otherLeft, row.top(), otherWide, row.height()});
        put(tie.other, middle(otherLeft + px(pad), otherWide - inside, tie.other, true), m_card, true);
        put(label, middle(labelLeft, labelWide, label, false), m_card, false, false, Qt::AlignHCenter);
        rows.append(row);
        y = row.bottom() + px(8);
    }
    y -= px(8);
    const double hubHigh = std::max(px(2 * m_card), measure(hub, m_card, true, hubWide - inside).height() + inside);
    y = std::max(y, m_top + hubHigh);
    const QRectF node(m_left, (m_top + y - hubHigh) / 2, hubWide, hubHigh);
    m_sheet.nodes.append(node);
    const double hubText = measure(hub, m_card, true, hubWide - inside).height();
    put(hub, {node.left() + px(pad), node.center().y() - hubText / 2, hubWide - inside, hubText}, m_card, true, false,
        Qt::AlignHCenter);
    putLines(rows, node, labelLeft, labelWide, otherLeft);
    m_top = y + px(2 * sheetGap);
}

void SheetComposer::putLines(const QList<QRectF>& rows, const QRectF& hub, double labelLeft, double labelWide,
                             double otherLeft) {
    const bool isHidden = !m_question.hub.isEmpty() && !isRevealed();
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const QuizTie& tie = m_question.ties[i];
        const double at = rows[i].center().y();
        const double step = double(i + 1) / double(rows.size() + 1);
        QuizLine line;
        line.toLabel = {hub.right() + px(4), hub.top() + hub.height() * step, labelLeft - px(8), at};
        line.fromLabel = {labelLeft + labelWide + px(8), at, otherLeft - px(4), at};
        if (!isHidden) {
            line.form = tie.form;
            line.tenor = tie.tenor;
            line.pending = tie.pending;
            line.isDirected = tie.isDirected;
            line.isTowardsHub = tie.isTowardsHub;
        }
        m_sheet.lines.append(line);
    }
}

void SheetComposer::putMark(const QString& text, double x, double top) {
    const QSizeF size = measure(text, body, true, width());
    const double left = std::clamp(x - size.width() / 2, m_left, std::max(m_left, m_right - size.width() - px(4)));
    put(text, {left, top, size.width() + px(4), size.height()}, body, true);
}

void SheetComposer::putAxis() {
    const double line = measure(QStringLiteral("0"), body, true, width()).height();
    if (!isRevealed())
        m_top += std::max(0.0, (m_bottom - m_top) / 2 - px(240));
    const auto scale =
        timeline::Scale::fitting(double(m_question.span.first), double(m_question.span.last + 1), m_left, width());
    if (m_state.day) {
        m_sheet.marker = scale.x(double(*m_state.day) + 0.5);
        putMark(Texts::tr("Your answer: %1").arg(m_state.dayWords), *m_sheet.marker, m_top);
    }
    const double top = m_top + line + px(sheetGap);
    m_sheet.axis = {m_left, top, width(), px(isRevealed() ? 130 : 200)};
    if (isRevealed()) {
        for (const DayRange& claim : m_question.claims) {
            const double left = scale.x(double(claim.first));
            const double wide = std::max(px(10), scale.x(double(claim.last + 1)) - left);
            m_sheet.claims.append({std::min(left, m_right - wide), m_sheet.axis.bottom() - px(60), wide, px(52)});
        }
    }
    putTicks(m_sheet.axis.bottom() + px(sheetGap));
    m_top = m_sheet.axis.bottom() + px(2 * sheetGap) + 2 * line;
}

/// Labels below the axis in two rows: days or months, and the years they belong to.
void SheetComposer::putTicks(double top) {
    const auto scale =
        timeline::Scale::fitting(double(m_question.span.first), double(m_question.span.last + 1), m_left, width());
    const auto words = [this](timeline::TickUnit unit, model::Day day, qint32, bool withContext) {
        const model::CivilDate date = model::civilOf(day);
        switch (unit) {
        case timeline::TickUnit::Age:
            return m_wording.age(date.year);
        case timeline::TickUnit::Year:
            return m_wording.year(date.year);
        case timeline::TickUnit::Month:
            return withContext ? m_wording.year(date.year) : m_wording.month(date.month, wording::Style::Short);
        default:
            return withContext ? Texts::tr("%1 %2", "month, year")
                                     .arg(m_wording.month(date.month, wording::Style::Short), m_wording.year(date.year))
                               : QString::number(date.day);
        }
    };
    const double between = px(28);
    const auto measured = [&](const QString& text, bool) { return measure(text, body, false, 1e6).width() + between; };
    double last[2] = {m_left - between, m_left - between};
    const double line = measure(QStringLiteral("0"), body, false, width()).height();
    for (const timeline::Tick& tick : timeline::ticks(scale, m_left, m_right, words, measured)) {
        if (tick.text.isEmpty())
            continue;
        m_sheet.ticks.append(tick.x);
        const double wide = measured(tick.text, false) - between + px(4);
        const double left = tick.x - wide / 2;
        double& end = last[tick.upper ? 1 : 0];
        if (left < std::max(m_left, end + between) || left + wide > m_right)
            continue;
        end = left + wide;
        put(tick.text, {left, top + (tick.upper ? line + px(4) : 0), wide, line}, body, false, true, Qt::AlignHCenter);
    }
}

void SheetComposer::putSources() {
    const qsizetype count = m_question.sourceWords.size();
    for (qsizetype i = 0; i < count; ++i) {
        QString text = Texts::tr("Source %1 of %2: %3").arg(i + 1).arg(count).arg(m_question.sourceWords[i]);
        double height = measure(text, body, false, width()).height();
        if (i == 0 && m_card == body && m_top + height > m_bottom) {
            text = QFontMetricsF(quizFont(m_theme, px(body), false)).elidedText(text, Qt::ElideRight, width() - px(4));
            height = measure(text, body, false, width()).height();
        }
        if (m_top + height > m_bottom) {
            m_sourcesLeftOut = std::max<qsizetype>(0, std::min(count, sourcesWanted) - i);
            return;
        }
        put(text, {m_left, m_top, width(), height}, body, false, true);
        m_top += height + px(4);
    }
}

} // namespace

QFont quizFont(const theme::Theme& theme, double size, bool isStrong) {
    QFont font = theme.font(isStrong ? theme::Type::KeyEvent : theme::Type::Body);
    font.setPixelSize(std::max(1, qCeil(size)));
    return font;
}

QSizeF wrappedSize(const QString& text, const QFont& font, double width) {
    if (text.isEmpty())
        return {0, 0};
    QTextLayout layout(text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    double widest = 0;
    double height = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(std::max(1.0, width));
        widest = std::max(widest, line.naturalTextWidth());
        height += line.height();
    }
    layout.endLayout();
    return {std::ceil(widest), std::ceil(height)};
}

QuizSheet layOut(const Question& question, const QuizState& state, QSizeF size, const theme::Theme& theme,
                 const wording::Wording& wording) {
    QuizSheet sheet;
    for (const double cardSize : cardSizes) {
        SheetComposer composer(question, state, size, theme, wording, cardSize);
        sheet = composer.compose();
        if (composer.isRoomy())
            break;
    }
    return sheet;
}

model::Day dayAt(const Question& question, const QRectF& axis, double x) {
    const auto scale = timeline::Scale::fitting(double(question.span.first), double(question.span.last + 1),
                                                axis.left(), axis.width());
    return std::clamp(static_cast<model::Day>(std::floor(scale.day(x))), question.span.first, question.span.last);
}

} // namespace entente::presentation
