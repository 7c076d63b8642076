#pragma once

#include "app/relations/layout/scene.h"

#include <map>
#include <vector>

namespace entente::relations {

/// One way that a line may take, and what is wrong with it.
struct Curve {
    double bend = 0;
    Path path;
    QRectF bounds;
    double obstacles = 0; ///< nodes and names in the way, weighted
    bool leaves = false;  ///< the room
    bool isWide = false;  ///< a loop more than a bend
};

/// Ways between nodes that stand in certain places.
class Ways {
public:
    Ways(const QList<Node>& nodes, const QRectF& room, double scale);

    bool areOf(const QList<Node>& nodes, const QRectF& room, double scale) const;
    /// One of the bends that a line of a bunch of parallel ones may have; null beyond the last. From node to node.
    const Curve* curve(qsizetype from, qsizetype to, qsizetype bunch, size_t index);
    /// Around the nodes, turning `gap` off their corners; less than three points if there is none.
    const Path& around(qsizetype from, qsizetype to, double gap);

private:
    struct Place {
        model::ActorId actor;
        model::ActorKind kind;
        QRectF frame, nameBox, statusBox;
        bool operator==(const Place&) const = default;
    };
    /// The bends from one node to another; what is wrong with each is found out when it is asked for.
    struct Choice {
        std::vector<Curve> curves;
        std::vector<bool> known;
    };
    static Place placeOf(const Node& node);
    QRectF inside() const; ///< where ties are not cut
    Choice choiceOf(qsizetype from, qsizetype to, qsizetype bunch) const;
    void judge(Curve& curve, qsizetype from, qsizetype to) const;
    double obstacles(const Curve& curve, qsizetype from, qsizetype to) const;

    std::vector<Place> m_places;
    QRectF m_room;
    double m_scale;
    std::map<std::tuple<qsizetype, qsizetype, qsizetype>, Choice> m_choices;
    std::map<std::tuple<qsizetype, qsizetype, double>, Path> m_detours;
};

/// What is kept of earlier scenes, so that ways between nodes that have not moved are not sought anew. A scene made
/// with it is the same as without. Not for two threads at once.
class Memory {
public:
    /// Those of a scene's nodes: agreements come and go, so that a few sets are kept.
    Ways& waysOf(const Scene& scene, double scale);

private:
    std::vector<std::unique_ptr<Ways>> m_ways; ///< used last at the end
};

} // namespace entente::relations
