#pragma once

#include "db/model/dossier.h"

#include <QPointF>
#include <QSizeF>
#include <functional>

namespace entente::relations {

/// How large things are drawn. Sizes and widths in pixels; `scale` multiplies the lengths that the layout itself sets.
struct Measures {
    std::function<QSizeF(model::ActorKind kind, bool pole, const QString& text)> node; ///< the form with its inner text
    std::function<double(const QString&)> name;  ///< advance of a name beside a node, 13 px high type
    std::function<double(const QString&)> label; ///< advance of a label on a tie, 11 px high type
    double scale = 1;
};

/// What the layout of all time knows of one actor.
struct Body {
    QSizeF size;    ///< of the form and its name, pixels
    QPointF middle; ///< of that box, relative to the form's middle
    int home = -1;  ///< body of the state it belongs to, or -1
    model::Pole pole = model::Pole::None;
    std::optional<QPointF> pin; ///< fractions of the frame
    bool hidden = false;        ///< drawn now and then only: a tie may pass its place
};

/// Two bodies that are tied at some time: from the first day up to, not including, the last; none is without end.
struct Link {
    struct Stretch {
        std::optional<model::Day> from, to;
    };
    int from = -1;
    int to = -1;
    QList<Stretch> when;
};

/// Everything that decides where actors stand. Independent of moment, filter and selection.
struct PlaceInput {
    QSizeF frame{600, 402}; ///< the frame that is laid out for, pixels; its aspect is kept in other sizes only roughly
    double margin = 10;     ///< between boxes, pixels
    QList<Body> bodies;
    QList<Link> links; ///< links to bodies that are not there, or to oneself, are passed over
};

/// Places of the bodies' middles, fractions of the frame (0 to 1, y downwards), one a body, always finite.
///
/// Which method at which size is what measured best against igraph's layouts (entente-bench, "places"):
/// - Up to 32 bodies the stress of all moments (see moments.h) is majorised from seeded starts (Gansner, Koren, North,
///   "Graph Drawing by Stress Majorization", GD 2004) with poles pinned at x = .31 and .66 at half height, then the
///   best are annealed for stress at the scale at which it is least, crossings and ties through nodes, and overlaps
///   removed by pushing apart. Of distances averaged over time, no path counting as a long one, the bundled dossier
///   had a stress of .145 in its moments, which this lowers to .116.
/// - Up to 100 the lengths aimed at are those at which the whole fits the frame: starts by stochastic gradient descent,
///   and the four best of them annealed for stress, crossings and ties through nodes at once, see tangle.h. On graphs
///   as social ones are, Kamada and Kawai's layout is often close to the least stress there is; what ours has less is
///   spent on crossings.
/// - Above 100 sparse stress and force ticks on the union graph, see spread.h; boxes are kept apart if they take up to
///   half of the frame, else discs of the bodies.
///
/// Pins and poles are where they say at every size. Same input, same places, on one thread or more. At most 0.3 s for
/// 60 bodies and 2 s for 10 000 in a release build.
QList<QPointF> place(const PlaceInput& input);

/// Told the share that is done, never falling, and from time to time how things stand: as many usable places as bodies,
/// otherwise none. Of 10 000 bodies the first come within 0.1 s. Called on the thread that asked. Returns whether to
/// go on.
using PlaceProgress = std::function<bool(double share, const QList<QPointF>& places)>;

/// As above; none if it was told not to go on, soon after.
std::optional<QList<QPointF>> place(const PlaceInput& input, const PlaceProgress& progress);

/// Names an input by its content, SHA-256: inputs of which anything differs that places depend on have different
/// digests, and so has a version of the program that places otherwise. 32 bytes.
QByteArray digestOf(const PlaceInput& input);

/// Places as bytes that any machine reads, for keeping them by digest.
QByteArray pack(const QList<QPointF>& places);
/// Packed places again; none if the bytes are not whole, of another version, not for this many bodies, or if any place
/// is not finite or outside the frame.
std::optional<QList<QPointF>> unpack(const QByteArray& bytes, qsizetype bodies);

/// Mean over time of the graph distance of all pairs, weighted by how long each state of the graph lasts; row-major, n
/// by n. Pairs that no path joins are one further apart than the furthest that one does.
QList<double> distancesOverTime(qsizetype bodies, const QList<Link>& links);

/// How much of an actor is drawn: a small frame has room for less.
enum class Detail : quint8 {
    Full,    ///< names inside and beside forms have their room
    Forms,   ///< names of poles have theirs, others beside forms stand where room is left
    Compact, ///< names of people and bodies too
};

/// Where every actor of a dossier stands, for all moments.
struct Places {
    struct Spot {
        model::ActorId actor;
        QPointF at; ///< fraction of the frame
        bool pinned = false;
        QPointF unpinned{0.5, 0.5}; ///< where it would stand without its pin, as a fraction
    };
    QList<Spot> spots;            ///< actors that ever have a tie, in order of their rows
    PlaceInput input;             ///< what they were computed from; bodies in the order of spots
    Detail detail = Detail::Full; ///< that there was room for
};

/// The places of a dossier's actors. Actors that never have a tie have no place, unless they are pinned.
Places placesOf(const model::Dossier& dossier, const Measures& measures);

/// As placesOf, in steps, for whoever keeps computed places or watches them come: first everything but where actors
/// stand (all in the middle, nobody pinned), from whose input places are computed or found by digest; then with these
/// places, one a spot, and the dossier's pins over them.
Places unplacedOf(const model::Dossier& dossier, const Measures& measures);
Places placed(Places places, const QList<QPointF>& at, const model::Dossier& dossier);

/// Has all be placed around pins, as far as their actors are pinned still, at the places given here: a pin that was
/// moved since moves nobody but whom it pins. For places that are still to be computed.
void hold(Places& unplaced, const QList<model::Placement>& pins, const model::Dossier& dossier);

/// The text inside an actor's form: a state's letters, a person's or body's name; none in a page.
QString innerText(const model::Actor& actor);
/// The name beside the form: of states and agreements; empty for those that bear it inside.
QString outerName(const model::Actor& actor);

} // namespace entente::relations
