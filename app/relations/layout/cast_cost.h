#pragma once

#include "app/relations/layout/casts.h"

#include <array>
#include <limits>

namespace entente::relations {

/// What places of a story's players cost, mean over scenes, kept in plain arrays while players move.
class CastCost {
public:
    /// @param poleHeight where two opposite poles stand, a share of the frame's height
    CastCost(const CastInput& input, double poleHeight);

    void place(int player, QPointF spot, int name);
    QPointF spot(int player) const { return {m_x[at(player)], m_y[at(player)]}; }
    int name(int player) const { return m_side[at(player)]; }
    /// Where the middle of a player's form may be if its name is in a place.
    QRectF room(int player, int name) const;

    /// What boxes that lie on one another weigh.
    void chargeOverlaps(double price) { m_overlapPrice = price; }
    double whole() const;
    /// The part that one player has a share in; if that is above `limit`, anything above it.
    double of(int player, double limit = std::numeric_limits<double>::infinity()) const;

    /// Whether boxes of two who meet are nearer than a third of the gap, or one does not lie within the frame.
    bool isCrowded(const PlayedScene& scene) const;
    int passages(const PlayedScene& scene) const;
    int crossings(const PlayedScene& scene) const;

private:
    struct Sides {
        double left = 1e9, top = 1e9, right = -1e9, bottom = -1e9; ///< empty: nowhere
    };
    struct Mate {
        int player;
        double share; ///< of the scenes
        double pull;
        double aim; ///< pixels
    };
    struct Foreign {
        int index; ///< of a link or a player
        double share;
    };
    struct Rival {
        int link;
        double share;
        int joint; ///< the player at which both end, or -1
    };
    struct Link {
        int a, b;
        double share;
        QSizeF label, second;
        bool isDouble;
        std::vector<Foreign> foreign; ///< players
        std::vector<Rival> rivals;
    };
    /// A link as it runs now.
    struct Way {
        double ax, ay, bx, by;
        double seen, needed; ///< pixels between the forms, and for its words
        Sides label;
    };
    /// How the second line of a link may run.
    struct Bend {
        std::array<Way, 4> parts;
        Sides words;
        Sides bounds; ///< of all
    };

    static size_t at(int i) { return static_cast<size_t>(i); }
    static Sides sidesOf(const QRectF& box, double x, double y);
    static Sides around(double x, double y, QSizeF size);
    static double depth(const Sides& a, const Sides& b, double gap);
    static bool touches(const Way& way, const Sides& box, double gap);
    static bool cross(const Way& one, const Way& other);
    static double reachOf(const Sides& form, double x, double y);

    void addMates();
    void addLinks();
    void setWay(int link);
    void setBends(int link, double length);
    double apart(int one, int other, double gap) const;
    double stress(int player, const Mate& mate) const;
    double outside(const Sides& box) const;
    double meet(const Way& way, const Link& link, int player, double share) const;
    double own(int link) const;
    double clash(int link, const Rival& rival) const;
    double narrowness(int link, const Rival& rival) const;
    double bent(const Link& link, const Bend& bend) const;
    double second(int link) const;
    double ofLink(int link, int player) const;

    const CastInput& m_input;
    std::optional<double> m_poleHeight; ///< none: poles are free
    double m_sceneCount;
    double m_step; ///< length of a tie that is aimed at, pixels
    double m_overlapPrice = 1;
    std::vector<double> m_x, m_y;
    std::vector<int> m_side;
    std::vector<Sides> m_form, m_name;
    std::vector<std::vector<Mate>> m_mates;
    std::vector<std::vector<int>> m_strangers;
    std::vector<Link> m_links;
    std::vector<Way> m_ways;
    std::vector<std::array<Bend, 2>> m_bends; ///< by link
    std::vector<std::vector<int>> m_linksOf;
    std::vector<std::vector<Foreign>> m_passing; ///< by player: links of others it is on stage with
};

} // namespace entente::relations
