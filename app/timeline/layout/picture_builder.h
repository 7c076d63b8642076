#pragma once

#include "app/timeline/layout/builder.h"
#include "app/timeline/layout/picture_lane.h"
#include "app/timeline/layout/picture_scene.h"

namespace entente::timeline {

/// Which events a part of a picture draws, beside those that the input shows.
struct DrawnDays {
    std::optional<DaySpan> except; ///< not those whose marks stand in these days
    bool marksOnly = false;        ///< nothing of events whose marks are out of view
};

/// Builds the scene of a picture, or of a band of one. First the marks are collected, then whoever has all lanes of the
/// picture names them, then the scene is finished.
class PictureBuilder : public Builder {
public:
    PictureBuilder(const Input& input, const Prepared& prepared, Scene frame, DrawnDays days);

    std::vector<DraftLane>& lanes() { return m_lanes; }
    /// @param frame as wide as that of the construction
    /// @param heights of the lanes, pixels
    Scene finish(Scene frame, const QList<double>& heights, bool moment);

private:
    void collect(qsizetype lane);
    using PlaceRange = std::pair<qsizetype, qsizetype>; ///< first, last beyond
    QList<PlaceRange> rangesIn(const LaneIndex& index) const;
    void addCandidate(DraftLane& draft, qsizetype lane, const LaneIndex& index, qsizetype place);
    void collectDots(qsizetype lane);
    void reframe(Scene frame, const QList<double>& heights);
    void placeLane(qsizetype lane);
    void placeMark(const DraftLane& draft, const DraftMark& named, double line);
    void placeLabel(const DraftLane& draft, const DraftMark& named, const EventMark& mark, double line);
    void addColumns(qsizetype lane);
    void addPictureTray();

    struct Unnamed {
        double x;
        model::Tenor tenor;
    };
    DrawnDays m_days;
    std::vector<DraftLane> m_lanes;
    std::vector<std::vector<Unnamed>> m_unnamed; ///< by lane
};

} // namespace entente::timeline
