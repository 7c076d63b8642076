#include "app/details/neighbour_bar.h"

#include "app/theme/plain_text.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QtMath>

namespace entente::details {

namespace {
constexpr double barHeight = 48;
constexpr double arrowRoom = 22;
constexpr double wordGap = 8;
} // namespace

NeighbourButton::NeighbourButton(const theme::Theme& theme, Side side, QWidget* parent)
    : QAbstractButton(parent), m_theme(theme), m_side(side) {
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void NeighbourButton::setTheme(const theme::Theme& theme) {
    m_theme = theme;
    updateGeometry();
    update();
}

void NeighbourButton::setNeighbour(const QString& title, const QString& distance) {
    m_distance = distance;
    setText(title);
    setEnabled(!title.isEmpty());
    setCursor(title.isEmpty() ? Qt::ArrowCursor : Qt::PointingHandCursor);
    const QString direction = m_side == Side::Before ? tr("Previous event: %1") : tr("Next event: %1");
    setAccessibleName(title.isEmpty() ? distance : direction.arg(title));
    setAccessibleDescription(title.isEmpty() ? QString() : distance);
    theme::setPlainToolTip(*this, title);
    update();
}

QSize NeighbourButton::sizeHint() const {
    return {qCeil(m_theme.px(240)), qCeil(m_theme.px(40))};
}

QSize NeighbourButton::minimumSizeHint() const {
    return {qCeil(m_theme.px(120)), qCeil(m_theme.px(40))};
}

bool NeighbourButton::fitsOneLine() const {
    const double words = m_theme.width(text(), theme::Type::Chip) + m_theme.width(m_distance, theme::Type::Secondary);
    return words + m_theme.px(wordGap + arrowRoom) <= width();
}

void NeighbourButton::paintWords(QPainter& painter, double room) const {
    const bool before = m_side == Side::Before;
    const double direction = before ? 1 : -1;
    const Qt::Alignment alignment = before ? Qt::AlignLeft : Qt::AlignRight;
    const double edge = before ? width() - room : room;
    const double middle = height() / 2.0;
    const QColor ink = m_theme.color(theme::Role::Ink);
    const QColor quiet = m_theme.color(theme::Role::Ink3);
    const auto paint = [&](theme::Type type, QColor color, QPointF at, const QString& words) {
        theme::paintText(painter, m_theme, type, color, at, words, alignment, room);
    };
    if (text().isEmpty() || fitsOneLine()) {
        const double step = text().isEmpty() ? 0 : m_theme.width(text(), theme::Type::Chip) + m_theme.px(wordGap);
        paint(theme::Type::Chip, ink, {edge, middle + m_theme.px(4.5)}, text());
        paint(theme::Type::Secondary, quiet, {edge + direction * step, middle + m_theme.px(4.5)}, m_distance);
    } else {
        paint(theme::Type::Chip, ink, {edge, middle - m_theme.px(3)}, text());
        paint(theme::Type::Secondary, quiet, {edge, middle + m_theme.px(13)}, m_distance);
    }
}

void NeighbourButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double inset = hasFocus() ? m_theme.px(1) : 0;
    painter.setPen(hasFocus() ? QPen(m_theme.color(theme::Role::Ink), m_theme.px(2)) : QPen(Qt::NoPen));
    if (isEnabled() && (underMouse() || isDown()))
        painter.setBrush(m_theme.color(theme::Role::Hover));
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), m_theme.px(4), m_theme.px(4));
    const double side = m_theme.px(16);
    const bool before = m_side == Side::Before;
    if (isEnabled())
        theme::paintSymbol(painter, before ? theme::Symbol::Previous : theme::Symbol::Next,
                           {before ? m_theme.px(2) : width() - side - m_theme.px(2), (height() - side) / 2, side, side},
                           m_theme.color(theme::Role::Ink2));
    paintWords(painter, width() - (isEnabled() ? m_theme.px(arrowRoom) : m_theme.px(4)));
}

void NeighbourButton::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

NeighbourBar::NeighbourBar(exploration::Exploration& exploration, const theme::Theme& theme,
                           const wording::Wording& wording, QWidget* parent)
    : QWidget(parent), m_exploration(exploration), m_theme(theme), m_wording(wording),
      m_before(new NeighbourButton(theme, NeighbourButton::Side::Before, this)),
      m_after(new NeighbourButton(theme, NeighbourButton::Side::After, this)) {
    auto* line = new QHBoxLayout(this);
    line->addWidget(m_before, 1);
    line->addWidget(m_after, 1);
    connect(m_before, &NeighbourButton::clicked, this, [this] { m_exploration.select(m_beforeEvent); });
    connect(m_after, &NeighbourButton::clicked, this, [this] { m_exploration.select(m_afterEvent); });
    setTheme(theme);
}

void NeighbourBar::setTheme(const theme::Theme& theme) {
    m_theme = theme;
    m_before->setTheme(theme);
    m_after->setTheme(theme);
    const int side = qRound(theme.px(14));
    layout()->setContentsMargins(side, qRound(theme.px(4)), side, qRound(theme.px(4)));
    setFixedHeight(qRound(theme.px(barHeight)));
}

void NeighbourBar::showNeighbour(NeighbourButton& button, model::EventId& slot, model::EventId neighbour,
                                 const QString& none) {
    slot = neighbour;
    if (!neighbour.isValid()) {
        button.setNeighbour({}, none);
        return;
    }
    const model::Dossier& dossier = *m_exploration.dossier();
    const model::Event& event = dossier.event(neighbour);
    const auto* selected = std::get_if<model::EventId>(&m_exploration.selection());
    QString distance = selected ? m_wording.distance(dossier, *selected, neighbour) : QString();
    if (distance.isEmpty())
        distance = m_wording.eventDate(dossier, neighbour, wording::Style::Short);
    button.setNeighbour(event.shortTitle.isEmpty() ? event.title : event.shortTitle, distance);
}

void NeighbourBar::refresh() {
    const bool isEmpty = m_exploration.shownCount() == 0;
    showNeighbour(*m_before, m_beforeEvent, m_exploration.previousEvent(),
                  isEmpty ? QString() : tr("first event in this dossier"));
    showNeighbour(*m_after, m_afterEvent, m_exploration.nextEvent(),
                  isEmpty ? QString() : tr("last event in this dossier"));
}

void NeighbourBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(theme::Role::Panel));
    const double margin = m_theme.px(18);
    painter.fillRect(QRectF(margin, 0, width() - 2 * margin, 1), m_theme.color(theme::Role::Line));
}

} // namespace entente::details
