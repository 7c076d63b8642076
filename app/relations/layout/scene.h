#pragma once

#include "app/relations/layout/places.h"
#include "db/model/comparison.h"
#include "db/model/paths.h"

#include <QLineF>
#include <QRectF>
#include <memory>

namespace entente::relations {

/// A line through points, pixels.
using Path = QList<QPointF>;

/// An actor as drawn at one moment.
struct Node {
    model::ActorId actor;
    model::ActorKind kind = model::ActorKind::Group;
    QRectF frame;     ///< of the form
    QString text;     ///< inside the form; empty where there is no room for it
    QString name;     ///< beside it
    QRectF nameBox;   ///< null: hidden for want of room
    QString status;   ///< an agreement's state, beneath it
    QRectF statusBox; ///< null: hidden
    bool pole = false;
    bool onStage = true;
    bool pinned = false;
    bool pending = false; ///< an agreement that is not in force
    bool dot = false;     ///< one of so many that its form has no room
    bool dimmed = false;
    bool selected = false;
    bool focused = false; ///< centre of the ego network

    model::Subject subject() const { return actor; }
};

/// A tie as drawn at one moment.
struct Line {
    model::Subject subject;
    model::ActorId from, to;
    Path path; ///< from outline to outline; at least two points
    model::LineForm form = model::LineForm::Plain;
    model::Tenor tenor = model::Tenor::Neutral;
    bool directed = false;
    bool pending = false;
    bool ended = false;
    bool dimmed = false;
    bool selected = false;
    model::Difference difference = model::Difference::Same; ///< while two moments are compared
    QString label;                 ///< as Words::tie gives it, behind the sign of its difference
    QRectF labelBox;               ///< null: hidden
    QList<model::Subject> bundled; ///< further ties of the same two actors, which have no line of their own
    int tie = -1;                  ///< its position in Network::ties
};

/// What a line form means, as the legend names it.
enum class LineMeaning : quint8 {
    Treaty,
    Pending,
    Tie,
    Informal,
    Pressure,
    Hostilities,
    Office,
    Ended,
    New, ///< while two moments are compared, as Changed and Gone: explained by the sign
    Changed,
    Gone,
    Bundle ///< a line that stands for more ties than one: explained by its number
};

struct LegendItem {
    LineMeaning meaning = LineMeaning::Tie;
    model::LineForm form = model::LineForm::Single;
    model::Tenor tenor = model::Tenor::Cooperation;
    QString text;
    QString sign;  ///< stands in place of the sample, if it is not empty
    QLineF sample; ///< left to right
    QRectF box;    ///< of the text
};

/// A state and its people, drawn behind them; pixels, a closed outline.
struct Hull {
    Path outline;
    model::ActorId state;
};

/// The network of one moment as plain geometry. Pixels of the frame; everything lies within it.
struct Scene {
    model::Day moment = 0;
    QRectF frame;     ///< of all
    QRectF canvas;    ///< of nodes and ties
    double scale = 1; ///< below 1: everything is drawn smaller by this factor, about `canvas`'s middle
    QList<Hull> hulls;
    QList<Node> nodes;
    QList<Line> lines; ///< ended ones first, selected ones last
    QList<LegendItem> legend;
    model::Subject hovered;            ///< set by who shows it
    QList<model::Subject> alsoHovered; ///< what belongs to that; set by who shows it
    QList<model::Subject> highlighted; ///< what a search lists; all else steps back; set by who shows it
    model::ActorId keyboard;           ///< the node with the keyboard focus; set by who shows it
    QString emptyText;                 ///< not empty: there is no tie at this moment, and this says so
    QRectF emptyBox;
};

/// Words that the layout puts into boxes.
struct Words {
    std::function<QString(const model::Tie&)> tie;    ///< "treaty of 2001", "left 2018", "allies?"; empty: no label
    std::function<QString(int count)> sources;        ///< "3 sources", "no source": behind a selected tie's label
    std::function<QString(model::PeriodState)> state; ///< "signed, not in force"
    std::function<QString(LineMeaning)> meaning;      ///< "sanctions"
    std::function<QString(model::Difference)> sign;   ///< "+", "−"; empty for what is the same
};

/// One actor's place in pixels, the same at all moments.
struct Seat {
    model::ActorId actor;
    QRectF form;
    QString text;   ///< inside
    QString name;   ///< beside
    QRectF nameBox; ///< null: no room
    QRectF statusRoom;
    bool pinned = false;
};

/// Moves all that belongs to a seat by some pixels; what has no room stays without.
void moveSeat(Seat& seat, QPointF by);

/// How thoroughly seats are found.
enum class Seating : quint8 {
    Rough, ///< much sooner: ties may pass through boxes and names, which stand within a few pixels
    Final,
};

/// Seats of all actors with a place on a canvas: detail falls until boxes are apart. Independent of the moment.
QList<Seat> seatsOf(const model::Dossier& dossier, const Places& places, const QRectF& home, const Measures& measures,
                    Seating seating = Seating::Final);

/// Seats of one canvas on another up to a quarter larger or smaller: every form at the same fraction of it, as far as
/// its box is inside, so that nobody changes places while a panel is resized. Names that something comes to go to
/// another side. None if forms would cover one another, a name has no room any more, or the canvases differ more. For
/// up to some hundred seats.
std::optional<QList<Seat>> resized(const model::Dossier& dossier, const QList<Seat>& seats, const QRectF& from,
                                   const QRectF& to, const Measures& measures);

/// How far one can zoom in: 3, and further where many actors have places.
double largestZoom(const Places& places);

/// What is remembered from one scene to the next: ways around nodes that still stand where they did. A scene is the
/// same with it and without. For one thread.
class Memory;
std::shared_ptr<Memory> newMemory();

struct Input {
    model::DossierPointer dossier;
    model::Network network;
    QList<model::TieDifference> differences; ///< one a tie of the network; empty: no two moments are compared
    std::optional<model::Path> path;         ///< to be brought out; all else steps back
    Places places;
    QList<Seat> seats;              ///< of this frame, if they are known already; else they are computed
    QRectF frame;                   ///< pixels, legend included
    QRectF canvas;                  ///< of this frame, if it is known already; else it is computed
    std::shared_ptr<Memory> memory; ///< of earlier scenes; none: every route is sought anew
    QPointF centre{0.5, 0.5};       ///< fraction of the layout's frame at the canvas's middle
    double zoom = 1;                ///< 0.5 to largestZoom(): above 1 places spread, below 1 all is drawn smaller
    model::Subject selection;
    model::ActorId focus;
    int focusSteps = 1;
    bool cut = false; ///< leave out what is not wholly inside: for formats without clipping
    Measures measures;
    Words words;
};

/// The scene of one moment. Nodes stand where `places` says for every moment alike; boxes are pushed apart where the
/// frame is small, by a rule that does not know the moment. Of more than 250 actors that are in view each is a dot, and
/// those with the most ties have names; ties are then straight and without labels. Ties are straight, parallel ones
/// curved by 40, -40, 80 pixels and at most a quarter of their length, or by half of that where they would cross others
/// or hide under a name, and bent around nodes in their way. Of more than four between the same two actors the fourth
/// line stands for the rest and bears their number, each tenor having a line; of more than twelve the twelfth where one
/// of them, or one of the two, is selected, or one differs between two moments. Labels overlap nothing, and at rest no
/// tie that holds but those of their own bundle. Deterministic, finite.
Scene layOut(const Input& input);

/// The legend of what occurs in a network, in a fixed order, without places. `isAnyBundled`: whether some line stands
/// for several ties.
QList<LegendItem> legendOf(const model::Network& network, const Words& words,
                           const QList<model::TieDifference>& differences = {}, bool isAnyBundled = false);

/// The line at a point that stands for several ties; null if what hit() finds there is anything else.
const Line* bundleAt(const Scene& scene, QPointF point, double reach = 6);

/// What lies at a point: the node there (or nearest within 4 pixels), else the label, else the tie within `reach`
/// pixels of its path, nearest first. Nothing otherwise.
model::Subject hit(const Scene& scene, QPointF point, double reach = 6);

/// Where to point at a thing so that it is hit: a node's middle, a tie's label, or the place on its path nearest to the
/// middle that nothing covers. For a tie in a bundle that is the bundle's line. None if it is not in the scene.
std::optional<QPointF> anchorOf(const Scene& scene, const model::Subject& subject);

/// The nearest node in a direction (unit vector), for arrow keys; none if there is no node that way.
model::ActorId neighbour(const Scene& scene, model::ActorId from, QPointF direction);

/// The point at a share (0 to 1) of a path's length.
QPointF pointAlong(const Path& path, double share);

/// The part of a frame that places refer to: without legend and margin, and not much wider or higher than the frame
/// that they were computed for, since what stretches lets ties pass through nodes.
QRectF homeOf(const model::Dossier& dossier, const QRectF& frame, const Measures& measures, const Words& words);
QRectF homeIn(const QRectF& canvas, const Measures& measures);

/// The part of a frame that nodes and ties have: without legend.
QRectF canvasOf(const model::Dossier& dossier, const QRectF& frame, const Measures& measures, const Words& words);

/// How much of the frame's height the legend takes: the same for all moments of a dossier.
double legendHeight(const model::Dossier& dossier, double width, const Measures& measures, const Words& words);

/// The scene as text, one line a thing in drawing order, for tests and for reading aloud.
QString dump(const Scene& scene, const model::Dossier& dossier);

} // namespace entente::relations
