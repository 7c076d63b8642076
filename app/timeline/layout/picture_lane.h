#pragma once

#include "app/timeline/layout/picture_labels.h"
#include "app/timeline/layout/picture_stack.h"
#include "app/timeline/layout/scene.h"

namespace entente::timeline {

/// A mark of a picture and how it is named. Heights count from the lane's line, upwards negative.
struct DraftMark {
    EventMark mark;
    double anchor = 0; ///< x of its stem: its own, or the nearest of its bar or bridge that is in the frame
    int importance = 1;
    double width = 0, fullWidth = 0; ///< pixels, of its label's forms
    PictureLabel label;
    int level = 0;           ///< on which it stands
    int number = 0;          ///< of its key; 0: none yet
    bool numberLeft = false; ///< where the number stands
    bool isDropped = false;  ///< not drawn: no room to name it
};

/// A lane of a picture while it is laid out. Lengths are pixels.
struct DraftLane {
    QList<DraftMark> marks; ///< in order of their anchors
    double left = 0, right = 0;
    double scale = 1;
    double numberWidth = 0; ///< of the widest number
    quint64 seed = 1;
    bool collapsed = false;                          ///< has numbers only
    int rows = 0;                                    ///< of labels
    bool leaders = false;                            ///< room for them under the top row
    int levels = 1;                                  ///< of marks
    std::optional<std::pair<double, double>> window; ///< where no mark stands on the line: from, to

    double px(double length) const { return length * scale; }
    double levelHeight() const;
    /// Of the lane, with its rows, leaders and levels.
    double height() const;
    /// From the lane's line to its lower edge.
    double below() const { return px(collapsed ? 14 : 17); }
};

/// How far a mark's shape reaches from its middle, across and down, as it is painted.
double extentOf(const EventMark& mark, double scale);

/// Where a number stands that belongs to a mark: beside it, on its level, heights from the lane's line.
QRectF numberBox(const DraftLane& lane, const DraftMark& mark, double width);

/// What a number of label rows costs a lane whose marks stack without a limit.
struct LaneChoice {
    double height = 0;      ///< pixels, with all levels
    double levelHeight = 0; ///< pixels
    QList<int> onLevel;     ///< how many marks stand on each level
    qint64 cost = 0;

    /// The same if what has no level below `mostLevels`, which is at least 1, is dropped.
    RowChoice within(int mostLevels) const;
};

/// One for each number of label rows, from 0.
QList<LaneChoice> rowChoices(const DraftLane& lane);

/// Names all marks of a lane with its rows; numbers are not given yet.
void nameMarks(DraftLane& lane, Effort effort);

/// Gives each mark a level so that marks, numbers and rings touch none of another, and sets the lane's levels. What has
/// no level below `mostLevels` is dropped: numbered marks of little importance first.
void stackMarks(DraftLane& lane, int mostLevels);

} // namespace entente::timeline
