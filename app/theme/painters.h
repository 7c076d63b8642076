#pragma once

#include "app/theme/theme.h"

#include <QIcon>
#include <QPainter>
#include <QPainterPath>
#include <QPolygonF>
#include <optional>

namespace entente::theme {

// Painters of marks, line forms and node forms, shared by timeline, network, chips, legends, details and pictures. They
// take geometry in pixels, never clip, never rely on clipping, and leave the painter as they found it.

enum class State : quint8 { Rest, Hovered, Selected, Dimmed, FilteredOut };

struct MarkStyle {
    model::Mark mark = model::Mark::Disc;
    model::Tenor tenor = model::Tenor::Neutral;
    bool hollow = false; ///< the start is not one single day, or the event is contested
    bool dashed = false; ///< certainty is not "happened"
    bool dot = false;    ///< the claim in use of a contested event
    State state = State::Rest;
    bool keyboardFocus = false;
    bool otherClaim = false;    ///< a claim not in use, of the event that is selected or hovered: a dashed ring
    bool plate = true;          ///< a margin in the ground's colour, so that lines end before the mark
    Role ground = Role::Ground; ///< what lies behind: colour of the plate and of a hollow mark's inside
};

/// Outline of a mark around a centre; radius as interface 6.1 (6.4 key, 5.2 other).
QPainterPath markPath(model::Mark mark, QPointF centre, double radius);
/// Nothing of a mark is painted further from its centre, across or down.
double markReach(const Theme& theme, const MarkStyle& style, double radius);
void paintMark(QPainter& painter, const Theme& theme, const MarkStyle& style, QPointF centre, double radius);

/// How the bar of an imprecise date or an interval ends at one side.
enum class EndForm : quint8 {
    Bracket,  ///< known bound of an imprecise date
    Stop,     ///< known end of an interval
    Fade,     ///< unknown or approximate: fades to nothing over `fade` pixels beyond the bar
    Chevrons, ///< still going on
    Cut,      ///< goes on outside the frame
    None,
};

struct BarStyle {
    model::Tenor tenor = model::Tenor::Neutral;
    EndForm left = EndForm::None;
    EndForm right = EndForm::None;
    double fadeLeft = 0;  ///< pixels outside the bar
    double fadeRight = 0; ///< pixels outside the bar
    State state = State::Rest;
};
/// Everything paintBar may touch: brackets and stops rise above the bar, fades go beyond its ends, chevrons do not.
QRectF barBounds(const Theme& theme, const BarStyle& style, const QRectF& bar);
void paintBar(QPainter& painter, const Theme& theme, const BarStyle& style, const QRectF& bar);

/// Dashed line that joins the claims of a contested date.
void paintBridge(QPainter& painter, const Theme& theme, model::Tenor tenor, QLineF line, State state = State::Rest);

struct PillShare {
    model::Tenor tenor;
    double share; ///< 0 to 1; all sum to 1
};
/// A cluster: its text, such as the count, above a bar of tenors.
void paintPill(QPainter& painter, const Theme& theme, const QRectF& pill, const QString& words,
               const QList<PillShare>& shares, State state = State::Rest);

struct TieStyle {
    model::LineForm form = model::LineForm::Plain;
    model::Tenor tenor = model::Tenor::Neutral;
    bool directed = false; ///< head or T-bar at the path's end
    bool bothWays = false;
    bool pending = false; ///< signed or proposed: dashed
    bool ended = false;   ///< dotted grey
    State state = State::Rest;
};
/// How far from the path a tie may paint: line, head, T-bar, jag and halo.
double tieReach(const Theme& theme, const TieStyle& style);
/// `path` runs from source to target, already shortened to the nodes' outlines.
void paintTie(QPainter& painter, const Theme& theme, const TieStyle& style, const QPainterPath& path);

struct NodeStyle {
    model::ActorKind kind = model::ActorKind::Group;
    State state = State::Rest;
    bool offStage = false; ///< no tie at this moment: outline at 46 %
    bool pinned = false;
    bool pending = false; ///< an agreement not yet in force: dashed page
    bool pole = false;
    bool keyboardFocus = false;
    bool focusCentre = false; ///< whose ego network is in focus: a dashed ring
};
/// The preferred size of a node: 54 across for a pole, 40 for other states, 26 high with its name inside, a 32 by 40
/// page.
QSizeF nodeSize(const Theme& theme, model::ActorKind kind, bool pole, const QString& text);
/// Everything paintNode may touch: the frame, rings and the pin.
QRectF nodeBounds(const Theme& theme, const NodeStyle& style, const QRectF& frame);
/// States: disc with letters; persons: capsule with bust and name; bodies: box with name; agreements: page.
/// `text` is the letters or the name drawn inside (a page has none).
void paintNode(QPainter& painter, const Theme& theme, const NodeStyle& style, const QRectF& frame, const QString& text);

/// Text in one line, in its own direction, elided at `width` if that is not negative; `baseline` is its left (or right,
/// or middle) point on the base line.
void paintText(QPainter& painter, const Theme& theme, Type type, QColor color, QPointF baseline, const QString& text,
               Qt::Alignment alignment = Qt::AlignLeft, double width = -1);

/// Symbols of the interface: lanes and tool buttons, drawn as lines in the given colour.
enum class Symbol : quint8 {
    Document,
    Atom,
    Limit,
    Shield,
    Drop,
    Chip,
    Globe,
    Person,
    People,
    Back,
    Forward,
    Previous,
    Next,
    ChevronDown,
    Search,
    Export,
    Plus,
    Minus,
    Fit,
    Close,
    Link,
    Pin,
    More,
    Tray,
    Table,
    Copy,
    Play,
    Pause,
    Focus,
    Compare,
    Quiz,
    Present
};
/// The symbol of a stored theme icon name ("document", "atom", …); Document for an unknown name.
Symbol symbolOf(const QString& name);
void paintSymbol(QPainter& painter, Symbol symbol, const QRectF& frame, QColor color);
/// The symbol as an icon of a button. `ink`: Role::Panel on a filled one.
QIcon icon(Symbol symbol, const Theme& theme, Role ink = Role::Ink2);

/// Mixes `color` over `ground`: opacity without transparency, for formats and printers that lack it.
QColor blended(QColor color, QColor ground, double opacity);

} // namespace entente::theme
