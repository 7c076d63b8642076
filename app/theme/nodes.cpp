#include "app/theme/brushwork.h"

namespace entente::theme {

namespace {

using model::ActorKind;

/// Colours of one node in its state, mixed with the panel, so that what is dimmed hides the ties behind it.
struct Look {
    const Theme& theme;
    const NodeStyle& style;

    QColor color(Role role) const {
        const bool faint = style.state == State::Dimmed || style.state == State::FilteredOut || style.offStage;
        return blended(theme.color(role), theme.color(Role::Panel), faint ? dimmedLabel : 1);
    }
    /// Who has no tie is drawn as an outline.
    QColor fill(Role role) const { return style.offStage ? theme.color(Role::Panel) : color(role); }
};

double ringDistance(const Theme& theme) {
    return theme.px(5);
}

QFont lettersFont(const Theme& theme, double radius, const QString& text) {
    QFont font = theme.font(Type::NodeLetters);
    const double size = radius >= theme.px(26) ? radius * 15 / 27 : radius * 12.5 / 20;
    font.setPixelSize(std::max(1, qRound(size)));
    const double width = QFontMetricsF(font).horizontalAdvance(text);
    if (width > 1.6 * radius)
        font.setPixelSize(std::max(1, static_cast<int>(font.pixelSize() * 1.6 * radius / width)));
    return font;
}

void paintDisc(QPainter& painter, const Look& look, const QRectF& frame, const QString& text) {
    const Theme& theme = look.theme;
    const double radius = std::min(frame.width(), frame.height()) / 2;
    const double line = theme.px(1.5);
    painter.setPen(linePen(look.color(Role::Disc), line));
    painter.setBrush(look.fill(Role::Disc));
    painter.drawEllipse(frame.center(), radius - line / 2, radius - line / 2);
    const QFont font = lettersFont(theme, radius, text);
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    painter.setPen(look.style.offStage ? look.color(Role::Ink2) : theme.color(Role::DiscText));
    painter.drawText(
        QPointF(frame.center().x() - metrics.horizontalAdvance(text) / 2, frame.center().y() + metrics.capHeight() / 2),
        text);
}

void paintBust(QPainter& painter, QPointF centre, double scale, QColor color) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(centre - QPointF(0, 3.4 * scale), 3.3 * scale, 3.3 * scale);
    const QPointF left = centre + scale * QPointF(-6, 7.5);
    const auto at = [&](double x, double y) { return left + scale * QPointF(x, y); };
    QPainterPath shoulders(left);
    shoulders.cubicTo(at(0, -4), at(2.6, -6), at(6, -6));
    shoulders.cubicTo(at(9.4, -6), at(12, -4), at(12, 0));
    shoulders.closeSubpath();
    painter.drawPath(shoulders);
}

void paintName(QPainter& painter, const Look& look, const QRectF& room, const QString& text, Qt::Alignment alignment) {
    const QFontMetricsF metrics(look.theme.font(Type::Chip));
    const double x = alignment & Qt::AlignHCenter ? room.center().x() : room.left();
    const QPointF baseline(x, room.center().y() + metrics.capHeight() / 2);
    paintText(painter, look.theme, Type::Chip, look.color(Role::Ink), baseline, text, alignment, room.width());
}

void paintCapsule(QPainter& painter, const Look& look, const QRectF& frame, const QString& text) {
    const double line = look.theme.px(1.5);
    const QRectF outline = frame.adjusted(line / 2, line / 2, -line / 2, -line / 2);
    painter.setPen(linePen(look.color(Role::Ink2), line));
    painter.setBrush(look.theme.color(Role::Panel));
    painter.drawRoundedRect(outline, outline.height() / 2, outline.height() / 2);
    const double scale = frame.height() / 26;
    paintBust(painter, {frame.left() + 14 * scale, frame.center().y()}, scale, look.color(Role::Ink2));
    paintName(painter, look, frame.adjusted(24 * scale, 0, -7 * scale, 0), text, Qt::AlignLeft);
}

void paintBox(QPainter& painter, const Look& look, const QRectF& frame, const QString& text) {
    const double line = look.theme.px(1.25);
    const bool loose = look.style.kind == ActorKind::Group;
    const QRectF outline = frame.adjusted(line / 2, line / 2, -line / 2, -line / 2);
    const QColor color = look.color(Role::Ink3);
    painter.setPen(loose ? dashedPen(color, line, look.theme.px(4), look.theme.px(2.5)) : linePen(color, line));
    painter.setBrush(look.fill(Role::Box));
    painter.drawRoundedRect(outline, look.theme.px(4), look.theme.px(4));
    const double margin = look.theme.px(6);
    paintName(painter, look, frame.adjusted(margin, 0, -margin, 0), text, Qt::AlignHCenter);
}

void paintPageLines(QPainter& painter, const Look& look, const QRectF& page) {
    painter.setPen(linePen(look.color(Role::Line3), look.theme.px(1.4)));
    const double left = page.left() + page.width() * 7 / 32;
    for (auto [y, right] : {std::pair{12.0, 18.0}, {18.4, 25.0}, {24.0, 25.0}, {29.6, 18.0}}) {
        const double height = page.top() + page.height() * y / 40;
        painter.drawLine(QPointF(left, height), QPointF(page.left() + page.width() * right / 32, height));
    }
}

void paintPage(QPainter& painter, const Look& look, const QRectF& frame) {
    const Theme& theme = look.theme;
    const double half = theme.px(0.9);
    const QRectF page = frame.adjusted(half, half, -half, -half);
    const double fold = page.width() * 9 / 32;
    const QPointF corner(page.right() - fold, page.top() + fold);
    const QColor color = blended(theme.tenor(model::Tenor::Cooperation), theme.color(Role::Panel),
                                 look.color(Role::Ink) == theme.color(Role::Ink) ? 1 : dimmedLabel);
    painter.setPen(look.style.pending ? dashedPen(color, theme.px(1.8), theme.px(5), theme.px(3))
                                      : linePen(color, theme.px(1.8)));
    painter.setBrush(look.fill(Role::Page));
    painter.drawPolygon(QPolygonF(
        {page.topLeft(), {corner.x(), page.top()}, {page.right(), corner.y()}, page.bottomRight(), page.bottomLeft()}));
    painter.setPen(linePen(color, theme.px(1.5)));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(QPolygonF({{corner.x(), page.top()}, corner, {page.right(), corner.y()}}));
    paintPageLines(painter, look, page);
}

void paintForm(QPainter& painter, const Look& look, const QRectF& frame, const QString& text) {
    switch (look.style.kind) {
    case ActorKind::State:
        paintDisc(painter, look, frame, text);
        break;
    case ActorKind::Person:
        paintCapsule(painter, look, frame, text);
        break;
    case ActorKind::Agreement:
        paintPage(painter, look, frame);
        break;
    default:
        paintBox(painter, look, frame, text);
        break;
    }
}

double cornerOf(const Theme& theme, ActorKind kind, const QRectF& ring) {
    return kind == ActorKind::State || kind == ActorKind::Person ? ring.height() / 2 : theme.px(6);
}

/// A ring around the node: a halo under a hovered one, a line around the selected one.
void paintRing(QPainter& painter, const Theme& theme, const NodeStyle& style, const QRectF& frame) {
    const double out = ringDistance(theme);
    const QRectF ring = frame.adjusted(-out, -out, out, out);
    const double corner = cornerOf(theme, style.kind, ring);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::NoBrush);
    if (style.state == State::Hovered)
        painter.setBrush(withAlpha(theme.color(Role::Ink), 0.16));
    else if (style.state == State::Selected)
        painter.setPen(linePen(theme.color(Role::Ink), theme.px(2.2)));
    if (style.state == State::Hovered || style.state == State::Selected)
        painter.drawRoundedRect(ring, corner, corner);
}

/// Outside the ring of selection.
QRectF focusRing(const Theme& theme, const QRectF& frame) {
    const double out = theme.px(9);
    return frame.adjusted(-out, -out, out, out);
}

void paintFocusCentre(QPainter& painter, const Theme& theme, const NodeStyle& style, const QRectF& frame) {
    const QRectF ring = focusRing(theme, frame);
    const double corner = cornerOf(theme, style.kind, ring);
    painter.setPen(dashedPen(theme.color(Role::Ink), theme.px(1.5), theme.px(4), theme.px(3)));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(ring, corner, corner);
}

QRectF pinFrame(const Theme& theme, const QRectF& frame) {
    return around(frame.topRight() + theme.px(2) * QPointF(-1, 1), theme.px(7));
}

void paintPin(QPainter& painter, const Theme& theme, const QRectF& frame) {
    const QRectF pin = pinFrame(theme, frame);
    painter.setPen(linePen(theme.color(Role::Line3), theme.px(1)));
    painter.setBrush(theme.color(Role::Panel));
    painter.drawEllipse(pin);
    const double inset = theme.px(2);
    paintSymbol(painter, Symbol::Pin, pin.adjusted(inset, inset, -inset, -inset), theme.color(Role::Ink2));
}

} // namespace

QSizeF nodeSize(const Theme& theme, model::ActorKind kind, bool pole, const QString& text) {
    const double name = theme.width(text, Type::Chip);
    switch (kind) {
    case ActorKind::State:
        return QSizeF(1, 1) * theme.px(pole ? 54 : 40);
    case ActorKind::Person:
        return {name + theme.px(34), theme.px(26)};
    case ActorKind::Agreement:
        return {theme.px(32), theme.px(40)};
    default:
        return {name + theme.px(24), theme.px(26)};
    }
}

QRectF nodeBounds(const Theme& theme, const NodeStyle& style, const QRectF& frame) {
    double out = 0;
    if (style.state == State::Selected || style.state == State::Hovered)
        out = ringDistance(theme) + theme.px(1.2);
    if (style.focusCentre)
        out = theme.px(10);
    if (style.keyboardFocus)
        out += theme.px(4);
    const QRectF bounds = frame.adjusted(-out, -out, out, out);
    return style.pinned ? bounds | pinFrame(theme, frame).adjusted(-1, -1, 1, 1) : bounds;
}

void paintNode(QPainter& painter, const Theme& theme, const NodeStyle& style, const QRectF& frame,
               const QString& text) {
    const Restoring restoring(painter);
    paintRing(painter, theme, style, frame);
    if (style.focusCentre)
        paintFocusCentre(painter, theme, style, frame);
    paintForm(painter, Look{theme, style}, frame, text);
    if (style.pinned)
        paintPin(painter, theme, frame);
    if (style.keyboardFocus) {
        NodeStyle plain = style;
        plain.keyboardFocus = plain.pinned = false;
        paintFocusRing(painter, theme, nodeBounds(theme, plain, frame));
    }
}

} // namespace entente::theme
