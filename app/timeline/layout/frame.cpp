#include "app/timeline/layout/frame.h"

#include "app/timeline/layout/builder.h"

#include <QSet>

namespace entente::timeline {

namespace {

constexpr double headWidth = 138;
constexpr double axisHeight = 46;
constexpr double calendarHeight = 19;
constexpr double eraRow = 16;
constexpr int mostEraRows = 3;
constexpr double bottomHeight = 76;
constexpr double lowBottomHeight = 56;
constexpr double trayHeight = 30;
constexpr double leastLane = 52;     // the selected label in its frame over a pill; decision 24 asks for 48
constexpr double collapsedLane = 32; // a selected mark with its ring
constexpr double belowBaseline = 17;
constexpr double lowBelowBaseline = 10;
constexpr double firstLaneShare = 1.34;
constexpr int mostRows = 3;
constexpr double heightForErasAndTray = 420;
constexpr double heightForMinimap = 560; // below this it is low, so that more lanes fit

/// A lane's name in lines that fit its head, broken between words; at most three.
QStringList nameLines(const QString& name, const Measures& measures, double room, qsizetype mostLines) {
    QStringList lines = {QString()};
    for (const QString& word : name.split(' ')) {
        const QString longer = lines.last().isEmpty() ? word : lines.last() + ' ' + word;
        if (lines.last().isEmpty() || lines.size() == mostLines || measures.width(longer, TextKind::LaneName) <= room)
            lines.last() = longer;
        else
            lines.append(word);
    }
    for (QString& line : lines)
        if (measures.width(line, TextKind::LaneName) > room)
            line = measures.elided(line, TextKind::LaneName, room);
    return lines;
}

void addLane(Scene& scene, const Input& input, const LaneHead& head, double top, double height) {
    const Measures& measures = input.measures;
    Lane lane;
    lane.key = head.key;
    lane.icon = head.icon;
    lane.collapsed = head.collapsed;
    lane.frame = QRectF(scene.frame.left(), top, scene.frame.width(), height);
    const qsizetype lines = head.collapsed ? 1 : height >= measures.px(60) ? 3 : 2;
    const double before = measures.px(head.icon.isEmpty() ? 20 : 46), after = measures.px(head.collapsed ? 52 : 0);
    lane.name = nameLines(head.name, measures, std::max(0.0, measures.px(headWidth) - before - after), lines);
    const bool low = height < measures.px(labelRow + belowBaseline + labelLift);
    // On a whole pixel, so that marks look alike in all lanes.
    lane.baseline =
        std::round(head.collapsed ? lane.frame.center().y()
                                  : lane.frame.bottom() - measures.px(low ? lowBelowBaseline : belowBaseline));
    const double room = lane.baseline - top - measures.px(labelLift) + measures.px(labelRow - labelHeight);
    lane.rows = head.collapsed ? 0 : std::clamp(static_cast<int>(room / measures.px(labelRow)), 0, mostRows);
    scene.laneList.append(lane);
}

qsizetype collapsedOf(const QList<LaneHead>& heads) {
    return std::count_if(heads.begin(), heads.end(), [](const LaneHead& head) { return head.collapsed; });
}

/// Collapsed lanes are one line high; the others share the rest, the first of them with more than its share.
QList<double> laneHeights(const Input& input, double room) {
    const QList<LaneHead>& heads = input.lanes->heads();
    const qsizetype collapsed = collapsedOf(heads), open = heads.size() - collapsed;
    const double low = input.measures.px(collapsedLane), least = input.measures.px(leastLane);
    const double rest = room - low * static_cast<double>(collapsed);
    const double shares = static_cast<double>(open) - 1 + (open > 1 ? firstLaneShare : 1);
    const double height = std::max(rest / std::max(shares, 1.0), least);
    bool isFirst = open > 1 && rest / shares > least;
    QList<double> heights;
    for (const LaneHead& head : heads) {
        const bool tall = isFirst && !head.collapsed;
        heights.append(head.collapsed ? low : tall ? height * firstLaneShare : height);
        isFirst = isFirst && !tall;
    }
    return heights;
}

} // namespace

int eraRows(const model::Dossier& dossier) {
    QSet<int> bands;
    for (const model::Era& era : dossier.tables().eras)
        bands.insert(era.band);
    return std::min(static_cast<int>(bands.size()), mostEraRows);
}

void placeLanes(Scene& scene, const Input& input, const QList<double>& heights) {
    scene.laneList.clear();
    double top = scene.lanes.top() - input.scroll;
    for (qsizetype lane = 0; lane < heights.size(); ++lane) {
        addLane(scene, input, input.lanes->heads()[lane], top, heights[lane]);
        top += heights[lane];
    }
    const double all = top + input.scroll - scene.lanes.top();
    if (all > scene.lanes.height() + 0.5 && scene.lanes.height() > 0)
        scene.scrollThumb = QRectF(scene.heads.left() + input.measures.px(2),
                                   scene.lanes.top() + scene.lanes.height() * input.scroll / all, input.measures.px(4),
                                   scene.lanes.height() * scene.lanes.height() / all);
}

Scale scaleOf(DaySpan span, double left, double width) {
    const double least = std::max(1e-6, std::abs(span.first) * 1e-12);
    return Scale::fitting(span.first, std::max(span.last, span.first + least), left, std::max(width, 1.0));
}

double wantedLanesHeight(const Input& input) {
    const QList<LaneHead>& heads = input.lanes->heads();
    const qsizetype collapsed = collapsedOf(heads);
    return input.measures.px(leastLane) * static_cast<double>(heads.size() - collapsed) +
           input.measures.px(collapsedLane) * static_cast<double>(collapsed);
}

Scene frameOf(const Input& input) {
    Scene scene;
    const Measures& measures = input.measures;
    scene.frame = QRectF(QPointF(0, 0), input.size);
    const bool roomy = input.size.height() >= measures.px(heightForErasAndTray) || !input.chrome;
    const double left = std::min(measures.px(headWidth), input.size.width() / 3);
    const double width = input.size.width() - left;
    scene.axis = QRectF(left, 0, width, measures.px(axisHeight + (input.secondCalendar ? calendarHeight : 0)));
    if (input.secondCalendar)
        scene.calendarRow = QRectF(left, measures.px(axisHeight), width, measures.px(calendarHeight));
    const double strip = roomy ? measures.px(eraRow) * eraRows(*input.dossier) : 0;
    scene.strip = QRectF(left, scene.axis.bottom(), width, strip);
    const bool low = input.size.height() < measures.px(heightForMinimap);
    const double bottom =
        input.chrome ? std::min(measures.px(low ? lowBottomHeight : bottomHeight), input.size.height() / 4) : 0;
    const bool hasTray = input.undated && !input.dossier->undatedEvents().isEmpty();
    const double tray = hasTray ? measures.px(trayHeight) : 0;
    const double lanesBottom = input.size.height() - bottom - tray;
    scene.lanes = QRectF(left, scene.strip.bottom(), width, std::max(0.0, lanesBottom - scene.strip.bottom()));
    scene.heads = QRectF(0, scene.lanes.top(), left, scene.lanes.height());
    if (tray > 0)
        scene.tray = QRectF(0, lanesBottom, input.size.width(), tray);
    if (bottom > 0)
        scene.bottom = QRectF(0, input.size.height() - bottom, input.size.width(), bottom);
    if (bottom > 0)
        scene.minimap.frame =
            QRectF(scene.lanes.left(), scene.bottom.top() + measures.px(6), scene.lanes.width() - measures.px(12),
                   std::max(measures.px(12), scene.bottom.height() - measures.px(30)));
    scene.scale = scaleOf(input.span, left, width);
    placeLanes(scene, input, laneHeights(input, scene.lanes.height()));
    return scene;
}

} // namespace entente::timeline
