#pragma once

#include "app/timeline/layout/labels.h"
#include "app/timeline/layout/lane_index.h"

#include <QHash>
#include <functional>
#include <limits>
#include <optional>

namespace entente::timeline {

/// Labels of a lane of more events than can be compared with one another (decision 26). Time is cut into tiles, of
/// which each half holds two of the next level; a tile is prepared when it comes into view. Its labels are chosen from
/// its most important events, keep within it at every zoom at which they are shown, and make way for those of the tiles
/// that hold it. So no two labels overlap, zooming in never hides one, and what a tile shows depends on the tile, not
/// on the way there.
class LabelTiles {
public:
    /// What a label needs to be placed, for a place of the lane.
    using Request = std::function<LabelRequest(qsizetype place)>;

    /// `lane` must outlive this. room.least: pixels per day of the level at which one tile is the whole period.
    LabelTiles(const LaneIndex& lane, const LabelRoom& room, Request request)
        : m_lane(lane), m_room(room), m_request(std::move(request)) {}

    struct Placed {
        qsizetype place = 0;
        LabelRequest request;
        LabelRange range;
    };
    struct Labels {
        QList<Placed> placed;   ///< in order of time
        qsizetype prepared = 0; ///< how many labels were looked at
        bool wait = false;      ///< there may be more in tiles that are not prepared yet
    };
    /// Labels shown at a zoom (pixels per day; none below room.least) whose marks stand in [firstDay, lastDay].
    /// O(tiles in view), of which there are at most three if no more is in view than at room.least. Tiles are prepared
    /// until `most` labels were looked at; in place of the others stand those that hold them, whose labels are among
    /// theirs.
    Labels labels(double pixelsPerDay, double firstDay, double lastDay,
                  qsizetype most = std::numeric_limits<qsizetype>::max());

private:
    struct Tile {
        QList<Placed> inherited; ///< of the tiles that hold this one, as far as they reach into it
        QList<Placed> own;
    };
    using TileKey = std::pair<int, qint64>; ///< level, number within it
    std::optional<TileKey> nearestKnown(TileKey key) const;
    const Tile* tile(const TileKey& key, Labels& labels, qsizetype most);
    Tile prepared(const TileKey& key, Labels& labels) const;
    void forgetAllBut(int level, qint64 first, qint64 last);
    double start(const TileKey& key) const;
    /// Where a label of this width would stand at the tile's level; none: nowhere.
    std::optional<LabelRange> bestRange(const Tile& tile, const TileKey& key, double day, double width) const;
    void place(Tile& tile, const TileKey& key, qsizetype candidate) const;
    void lengthen(Tile& tile, const TileKey& key) const;

    const LaneIndex& m_lane;
    LabelRoom m_room;
    Request m_request;
    QHash<TileKey, Tile> m_tiles;
};

} // namespace entente::timeline
