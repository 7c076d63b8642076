#pragma once

#include "app/timeline/view/painter.h"
#include "app/timeline/view/picture_parts.h"

namespace entente::timeline {

/// Paints one scene with one theme.
class Painting {
    using Role = theme::Role;
    using State = theme::State;
    using Type = theme::Type;

public:
    Painting(QPainter& painter, const theme::Theme& theme, const Scene& scene, theme::PaintCache* cache = nullptr)
        : m_painter(painter), m_theme(theme), m_scene(scene), m_cache(cache) {}

    void paintAll();
    void paintFlag();
    void paintHovered(model::EventId event);

private:
    void fill(const QRectF& box, Role role) {
        const theme::Crisp crisp(m_painter, m_cache != nullptr);
        m_painter.fillRect(box, m_theme.color(role));
    }
    void text(Type type, Role role, QPointF baseline, const QString& words, Qt::Alignment alignment = Qt::AlignLeft) {
        text(type, m_theme.color(role), baseline, words, alignment);
    }
    void text(Type type, const QColor& color, QPointF baseline, const QString& words, Qt::Alignment alignment) {
        if (m_cache)
            m_cache->paintText(m_painter, m_theme, type, color, baseline, words, alignment);
        else
            theme::paintText(m_painter, m_theme, type, color, baseline, words, alignment);
    }
    void mark(const theme::MarkStyle& style, QPointF centre, double radius) {
        if (m_cache)
            m_cache->paintMark(m_painter, m_theme, style, centre, radius);
        else
            theme::paintMark(m_painter, m_theme, style, centre, radius);
    }
    void symbol(theme::Symbol symbol, const QRectF& frame, Role role) {
        if (m_cache)
            m_cache->paintSymbol(m_painter, symbol, frame, m_theme.color(role));
        else
            theme::paintSymbol(m_painter, symbol, frame, m_theme.color(role));
    }
    void line(QPointF from, QPointF to, Role role, double width = 1) { lines({QLineF(from, to)}, role, width); }
    void lines(const QList<QLineF>& lines, Role role, double width = 1) { this->lines(m_painter, lines, role, width); }
    void lines(QPainter& painter, const QList<QLineF>& lines, Role role, double width = 1) {
        if (m_cache)
            return theme::paintCrispLines(painter, lines, m_theme.color(role), width);
        QPen pen(m_theme.color(role), width);
        pen.setCapStyle(Qt::FlatCap);
        painter.setPen(pen);
        painter.drawLines(lines);
    }
    /// For pictures, whose pixels nobody knows yet, as they are.
    void boxes(const QList<QRectF>& boxes, const QColor& color) {
        if (m_cache)
            return theme::paintCrispBoxes(m_painter, boxes, color);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(color);
        m_painter.drawRects(boxes);
    }
    Role laneRole(qsizetype lane) const { return laneGround(m_scene, lane); }
    double px(double length) const { return m_theme.px(length); }
    State stateOf(const EventMark& mark) const;

    void paintMomentLine();
    void paintGrounds();
    void paintGroundsOnScreen(const QRectF& between);
    void paintTint(QPainter& painter);
    void paintGridLines(QPainter& painter);
    void paintGrid();
    void paintTicks(const QList<Tick>& ticks, const QRectF& axis);
    void paintEras();
    void paintHeads();
    void paintStems();
    void paintBars();
    void paintLabels();
    void paintLabel(const Label& label);
    void paintMarks();
    void paintMark(const EventMark& mark);
    void paintPills();
    void paintHints();
    void paintTray();
    void paintTrayItem(const TrayItem& item);
    void paintMinimap();
    void paintMinimapTicks();
    void paintBrush();
    void paintEmptyState();

    QPainter& m_painter;
    const theme::Theme& m_theme;
    const Scene& m_scene;
    theme::PaintCache* m_cache;
    model::EventId m_hovered; ///< only while it is painted over the rest
};

} // namespace entente::timeline
