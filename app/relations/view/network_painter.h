#pragma once

#include "app/relations/layout/scene.h"
#include "app/theme/painters.h"

#include <QMap>

namespace entente::relations {

/// What a scene consists of, in the order of drawing, and how each thing is drawn. Shared by whoever paints it all at
/// once and whoever keeps what was painted.
class NetworkPainter {
public:
    NetworkPainter(const theme::Theme& look, const Scene& scene) : m_theme(look), m_scene(scene) {}

    /// Ties of one look, so many that they are a texture.
    struct Strands {
        QColor color;
        bool isBroken = false;
        QList<QLineF> lines;
    };
    /// Actors of a crowd that look the same.
    struct Dots {
        QColor color;
        double diameter = 0;
        QList<QPointF> middles;
    };
    /// One thing. It is painted alike wherever its look is the same, and nothing of it lies outside its bounds.
    struct Piece {
        QByteArray look;
        QRectF bounds;
        double opacity = 1;
    };

    /// Calls `sink` with each thing in turn: piece(Piece, paint), strands(Strands) and dots(Dots).
    template <typename Sink>
    void show(Sink& sink, const QList<double>& presence) const;

    /// The transform from the scene to what is seen.
    QTransform transform() const;

private:
    bool isHovered(const model::Subject& subject) const {
        return !model::isNothing(subject) && (subject == m_scene.hovered || m_scene.alsoHovered.contains(subject));
    }
    bool isHovered(const Line& line) const {
        return isHovered(line.subject) ||
               std::any_of(line.bundled.begin(), line.bundled.end(),
                           [this](const model::Subject& subject) { return isHovered(subject); });
    }
    bool isHighlighted(const Node& node) const { return m_scene.highlighted.contains(node.subject()); }
    bool isHighlighted(const Line& line) const {
        return m_scene.highlighted.contains(line.subject) ||
               std::any_of(line.bundled.begin(), line.bundled.end(),
                           [this](const model::Subject& subject) { return m_scene.highlighted.contains(subject); });
    }
    /// While something is sought, what is not found steps back, and nothing else.
    template <typename Thing>
    bool isDimmed(const Thing& thing) const {
        return m_scene.highlighted.isEmpty() ? thing.dimmed : !isHighlighted(thing);
    }
    bool isMarked(const Line& line) const { return line.selected || isHovered(line) || isHighlighted(line); }
    /// More lines than these are not followed one by one: they are drawn together, a tenor at a time.
    bool isTexture() const {
        constexpr qsizetype mostStyled = 600;
        return m_scene.lines.size() > mostStyled;
    }
    bool isFaint(const Node& node) const {
        return (isDimmed(node) || !node.onStage) && !node.selected && !isHighlighted(node);
    }
    bool isFaint(const Line& line) const { return isDimmed(line) && !line.selected; }

    QList<Strands> texture() const;
    QList<Dots> crowd() const;
    theme::TieStyle styleOf(const Line& line) const;
    theme::NodeStyle styleOf(const Node& node) const;
    Piece pieceOf(const Hull& hull) const;
    Piece pieceOf(const Line& line) const;
    Piece pieceOfForm(const Node& node) const;
    Piece pieceOfName(const Node& node) const;
    Piece pieceOfLabel(const Line& line) const;
    void paintHull(QPainter& painter, const Hull& hull) const;
    void paintLine(QPainter& painter, const Line& line) const;
    void paintForm(QPainter& painter, const Node& node) const;
    void paintFocus(QPainter& painter, const QRectF& frame) const;
    void paintText(QPainter& painter, const QRectF& box, const QString& text, theme::Type type, theme::Role role,
                   bool faint) const;
    void paintName(QPainter& painter, const Node& node) const;
    void paintLabel(QPainter& painter, const Line& line) const;

    const theme::Theme& m_theme;
    const Scene& m_scene;
};

template <typename Sink>
void NetworkPainter::show(Sink& sink, const QList<double>& presence) const {
    for (const Hull& hull : m_scene.hulls)
        sink.piece(pieceOf(hull), [&](QPainter& painter) { paintHull(painter, hull); });
    if (isTexture())
        for (const Strands& strands : texture())
            sink.strands(strands);
    const auto present = [&](Piece piece, qsizetype line) {
        piece.opacity = presence.value(line, 1);
        return piece;
    };
    for (qsizetype i = 0; i < m_scene.lines.size(); ++i) {
        const Line& line = m_scene.lines[i];
        if (!isTexture() || isMarked(line))
            sink.piece(present(pieceOf(line), i), [&](QPainter& painter) { paintLine(painter, line); });
    }
    for (const Dots& dots : crowd())
        sink.dots(dots);
    for (const Node& node : m_scene.nodes)
        if (!node.dot || node.selected || isHovered(node.subject()) || isHighlighted(node))
            sink.piece(pieceOfForm(node), [&](QPainter& painter) { paintForm(painter, node); });
    // A ring around a form ends before its name, as lines do.
    for (const Node& node : m_scene.nodes)
        if (!node.nameBox.isNull() || !node.statusBox.isNull())
            sink.piece(pieceOfName(node), [&](QPainter& painter) { paintName(painter, node); });
    for (qsizetype i = 0; i < m_scene.lines.size(); ++i) {
        const Line& line = m_scene.lines[i];
        if (!line.labelBox.isNull())
            sink.piece(present(pieceOfLabel(line), i), [&](QPainter& painter) { paintLabel(painter, line); });
    }
}

} // namespace entente::relations
