#include "app/timeline/layout/picture_scene.h"

#include "app/timeline/layout/frame.h"
#include "app/timeline/layout/picture_builder.h"
#include "app/timeline/layout/picture_tray.h"

#include <numeric>

namespace entente::timeline {

namespace {

constexpr double edge = 16; // from the ends of the axis to the span's, so that marks at its ends are whole
constexpr double bandAxis = 46, lowBandAxis = 30; // with a row that names the years of months, and without
constexpr double eraHeight = 16;
constexpr double wedgeHeight = 30;
constexpr double bandTop = 6;
constexpr double windowHeight = 22;
constexpr double mostForEras = 0.12; // of the height
constexpr double shareOfMarks = 0.7; // of the height, before there are rows of labels

using DraftLanes = QList<DraftLane*>;

using Choices = QList<QList<RowChoice>>;

double lowestOf(const Choices& choices) {
    double lowest = 0;
    for (const QList<RowChoice>& lane : choices)
        lowest += std::min_element(lane.begin(), lane.end(), [](const RowChoice& a, const RowChoice& b) {
                      return a.height < b.height;
                  })->height;
    return lowest;
}

/// Rows for all lanes, and how many levels of marks they may have: as many as they need, but where that is more than
/// there is room for, so few that the numbers of a crowded lane do not take the labels of the others.
/// @return the levels
int chooseRows(const DraftLanes& lanes, double height) {
    QList<QList<LaneChoice>> all;
    for (const DraftLane* lane : lanes)
        all.append(rowChoices(*lane));
    Choices choices;
    int levels = 0;
    for (const int most : {std::numeric_limits<int>::max(), 16, 12, 8, 6, 4, 3, 2}) {
        levels = most;
        choices.clear();
        for (const QList<LaneChoice>& lane : all) {
            choices.append(QList<RowChoice>());
            for (const LaneChoice& choice : lane)
                choices.last().append(choice.within(most));
        }
        const double room = most == std::numeric_limits<int>::max() ? height : height * shareOfMarks;
        if (lowestOf(choices) <= room)
            break;
    }
    const QList<int> rows = chosenRows(choices, height);
    for (qsizetype i = 0; i < lanes.size(); ++i)
        lanes[i]->rows = rows[i];
    return levels;
}

/// All marks that have a number, the most important first.
QList<DraftMark*> numbered(const DraftLanes& lanes) {
    QList<DraftMark*> marks;
    for (DraftLane* lane : lanes)
        for (DraftMark& mark : lane->marks)
            if (mark.label.naming == Naming::Key && !mark.isDropped)
                marks.append(&mark);
    std::stable_sort(marks.begin(), marks.end(),
                     [](const DraftMark* a, const DraftMark* b) { return a->importance > b->importance; });
    return marks;
}

double heightOf(const DraftLanes& lanes) {
    return std::accumulate(lanes.begin(), lanes.end(), 0.0,
                           [](double sum, const DraftLane* lane) { return sum + lane->height(); });
}

/// Takes a level of marks, else a row of labels, from a lane. False if it has none to give: the selected mark keeps two
/// levels.
bool lower(DraftLane& lane, Effort effort) {
    const int before = lane.levels;
    if (before > 1)
        stackMarks(lane, before - 1);
    if (lane.levels < before)
        return true;
    if (lane.rows == 0)
        return false;
    --lane.rows;
    nameMarks(lane, effort);
    stackMarks(lane, 1);
    return true;
}

/// Lanes that are higher than their rows were chosen for give up levels, the highest first, then rows.
void fit(const DraftLanes& lanes, double height, Effort effort) {
    DraftLanes left = lanes;
    while (!left.isEmpty() && heightOf(lanes) > height + 0.5) {
        DraftLane* highest = *std::max_element(left.begin(), left.end(), [](const DraftLane* a, const DraftLane* b) {
            return std::pair(a->levels, a->rows) < std::pair(b->levels, b->rows);
        });
        if (!lower(*highest, effort))
            left.removeOne(highest);
    }
}

void giveNumbers(const DraftLanes& lanes, const model::Dossier& dossier) {
    QList<DraftMark*> marks = numbered(lanes);
    std::sort(marks.begin(), marks.end(), [&](const DraftMark* a, const DraftMark* b) {
        return dossier.orderOf(a->mark.event) < dossier.orderOf(b->mark.event);
    });
    int number = 0;
    for (DraftMark* mark : marks)
        mark->number = ++number;
}

/// Leaves the most important numbers, as many as may be explained.
void dropNumbers(const DraftLanes& lanes, qsizetype most) {
    const QList<DraftMark*> keys = numbered(lanes);
    for (qsizetype i = most; i < keys.size(); ++i)
        keys[i]->isDropped = true;
}

/// Names the marks of all lanes of a picture within a height.
void nameAll(const DraftLanes& lanes, double height, const Input& input, const PictureRoom& room) {
    const int levels = chooseRows(lanes, height);
    for (DraftLane* lane : lanes)
        nameMarks(*lane, room.effort);
    dropNumbers(lanes, room.mostKeys);
    const QString widest(QString::number(numbered(lanes).size()).size(), '0');
    for (DraftLane* lane : lanes) {
        lane->numberWidth = input.measures.width(widest, TextKind::Small);
        stackMarks(*lane, levels);
    }
    fit(lanes, height, room.effort);
    dropNumbers(lanes, room.mostKeys); // a lane with fewer rows may have more of them
    giveNumbers(lanes, *input.dossier);
}

/// What the lanes need, and of what is left an equal part.
QList<double> heightsOf(const DraftLanes& lanes, double height) {
    const double spare =
        std::max(0.0, height - heightOf(lanes)) / static_cast<double>(std::max<qsizetype>(1, lanes.size()));
    QList<double> heights;
    for (const DraftLane* lane : lanes)
        heights.append(lane->height() + spare);
    return heights;
}

DraftLanes lanesOf(PictureBuilder& builder) {
    DraftLanes lanes;
    for (DraftLane& lane : builder.lanes())
        lanes.append(&lane);
    return lanes;
}

void leaveEdges(Scene& scene, const Input& input) {
    const double sides = std::min(input.measures.px(edge), scene.lanes.width() / 4);
    scene.scale = scaleOf(input.span, scene.lanes.left() + sides, scene.lanes.width() - 2 * sides);
}

/// In a low picture names of events are worth more than eras.
void dropLargeEras(Scene& scene) {
    if (scene.strip.height() <= mostForEras * scene.frame.height())
        return;
    scene.lanes.setTop(scene.strip.top());
    scene.heads.setTop(scene.strip.top());
    scene.strip.setHeight(0);
}

/// A frame with a tray of the height that it needs, and without a column of heads where no lane has one.
Scene pictureFrame(const Input& input) {
    Scene scene = frameOf(input);
    if (input.lanes->areJoined()) {
        for (QRectF* part : {&scene.axis, &scene.calendarRow, &scene.strip, &scene.lanes})
            if (!part->isNull())
                part->setLeft(scene.frame.left());
        scene.heads.setWidth(0);
        dropLargeEras(scene);
    }
    const double tray = trayOf(input, scene.heads.width()).height;
    const double top = std::max(scene.lanes.top(), scene.frame.bottom() - tray);
    scene.lanes.setBottom(top);
    scene.heads.setBottom(top);
    scene.tray = tray > 0 ? QRectF(0, top, input.size.width(), scene.frame.bottom() - top) : QRectF();
    leaveEdges(scene, input);
    return scene;
}

/// One of two bands: its input, its frame, and what stands around its lanes.
class Band {
public:
    Band(const Input& input, DaySpan span, bool isUpper)
        : m_input(input), m_height(input.size.height()), m_isUpper(isUpper) {
        m_input.lanes = std::make_shared<const Lanes>(Lanes::joined());
        m_input.span = span;
        m_input.secondCalendar.reset();
        m_input.undated = !isUpper && input.undated;
    }

    const Input& input() const { return m_input; }
    /// Of what stands above and below its lane.
    double around() const { return px(bandTop) + axis() + eras() + trayOf(m_input, 0).height + below(); }

    /// Eras above the lane, so that they do not lie on the wedge; axis and tray below; an upper band leaves room for
    /// the wedge below these.
    Scene frame(double laneHeight) {
        m_input.size.setHeight(laneHeight + around());
        Scene scene;
        scene.isBand = true;
        scene.frame = QRectF(QPointF(0, 0), m_input.size);
        const double width = m_input.size.width();
        scene.strip = QRectF(0, 0, width, eras());
        scene.lanes = QRectF(0, scene.strip.bottom() + px(bandTop), width, laneHeight);
        scene.heads = QRectF(0, scene.lanes.top(), 0, laneHeight);
        scene.axis = QRectF(0, scene.lanes.bottom(), width, axis());
        if (const double tray = trayOf(m_input, 0).height; tray > 0)
            scene.tray = QRectF(0, scene.axis.bottom(), width, tray);
        leaveEdges(scene, m_input);
        placeLanes(scene, m_input, {laneHeight});
        return scene;
    }

private:
    double px(double length) const { return m_input.measures.px(length); }
    double eras() const {
        const double height = px(eraHeight) * eraRows(*m_input.dossier);
        return m_isUpper && height <= mostForEras * m_height ? height : 0;
    }
    /// Years alone stand in one row.
    double axis() const {
        const double pixelsPerDay = m_input.size.width() / std::max(1.0, m_input.span.width());
        return px(stepFor(pixelsPerDay, leastLabelled).unit >= TickUnit::Year ? lowBandAxis : bandAxis);
    }
    double below() const { return m_isUpper ? px(wedgeHeight) : 0; }

    Input m_input;
    double m_height; ///< of the picture
    bool m_isUpper;
};

/// Marks the days that the lower band shows, and joins them to it.
void addWindow(Scene& upper, DaySpan window, const Measures& measures) {
    const double left = upper.scale.x(window.first), right = upper.scale.x(window.last);
    const double half = measures.px(windowHeight) / 2, line = upper.laneList.first().baseline;
    upper.window = QRectF(left, line - half, right - left, 2 * half);
    upper.wedge = wedgeBetween(upper.window, QRectF(upper.frame.bottomLeft(), QSizeF(upper.frame.width(), 0)));
}

Prepared sorted(const Input& input) {
    return sortIntoLanes(*input.dossier, *input.lanes, input.shown);
}

} // namespace

Scene layOutPicture(const Input& input, const PictureRoom& room) {
    const Prepared prepared = sorted(input);
    const Scene frame = pictureFrame(input);
    PictureBuilder builder(input, prepared, frame, {});
    const DraftLanes lanes = lanesOf(builder);
    nameAll(lanes, frame.lanes.height(), input, room);
    return builder.finish(frame, heightsOf(lanes, frame.lanes.height()), room.moment);
}

Scene layOutBand(const Input& input, const PictureRoom& room) {
    Band band(input, input.span, false);
    const double height = std::max(0.0, input.size.height() - band.around());
    const Prepared events = sorted(band.input());
    PictureBuilder builder(band.input(), events, band.frame(height), {});
    nameAll(lanesOf(builder), height, input, room);
    return builder.finish(band.frame(height), {height}, room.moment);
}

Bands layOutBands(const Input& input, DaySpan window, const PictureRoom& room) {
    Band upper(input, input.span, true), lower(input, window, false);
    const double height = std::max(0.0, input.size.height() - upper.around() - lower.around());
    const Scene upperFrame = upper.frame(height / 2), lowerFrame = lower.frame(height / 2);
    const Prepared upperEvents = sorted(upper.input()), lowerEvents = sorted(lower.input());
    PictureBuilder above(upper.input(), upperEvents, upperFrame, {window, false});
    PictureBuilder below(lower.input(), lowerEvents, lowerFrame, {{}, true});
    above.lanes().front().window = {upperFrame.scale.x(window.first), upperFrame.scale.x(window.last)};
    const DraftLanes lanes = lanesOf(above) + lanesOf(below);
    nameAll(lanes, height, input, room);
    const QList<double> heights = heightsOf(lanes, height);
    const bool isInWindow = static_cast<double>(input.moment) + 0.5 >= window.first &&
                            static_cast<double>(input.moment) + 0.5 < window.last;
    Bands bands;
    bands.upper = above.finish(upper.frame(heights[0]), {heights[0]}, room.moment && !isInWindow);
    bands.lower = below.finish(lower.frame(heights[1]), {heights[1]}, room.moment && isInWindow);
    bands.origin = {0, bands.upper.frame.height()};
    addWindow(bands.upper, window, input.measures);
    return bands;
}

QList<QPointF> wedgeBetween(const QRectF& window, const QRectF& band) {
    return {window.bottomLeft(), window.bottomRight(), band.topRight(), band.topLeft()};
}

} // namespace entente::timeline
