#include "app/timeline/layout/scene.h"

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
constexpr double leastLane = 46;
constexpr double rowHeight = 30;
constexpr double belowBaseline = 17;
constexpr double aboveBaseline = 10; // room for the mark below the labels
constexpr double firstLaneShare = 1.34;
constexpr qsizetype mostLanes = 24;
constexpr int mostRows = 3;
constexpr double heightForErasAndTray = 420;
constexpr double heightForMinimap = 560; // below this it is low, so that more lanes fit

int eraRows(const model::Dossier& dossier) {
    QSet<int> bands;
    for (const model::Era& era : dossier.tables().eras)
        bands.insert(era.band);
    return std::min(static_cast<int>(bands.size()), mostEraRows);
}

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
        line = measures.elided(line, TextKind::LaneName, room);
    return lines;
}

void addLane(Scene& scene, const Input& input, model::ThemeId theme, const QString& name, double top, double height) {
    const Measures& measures = input.measures;
    Lane lane;
    lane.theme = theme;
    lane.icon = theme.isValid() ? input.dossier->theme(theme).icon : QString();
    lane.frame = QRectF(scene.frame.left(), top, scene.frame.width(), height);
    lane.name = nameLines(name, measures, measures.px(headWidth - 46), height >= measures.px(60) ? 3 : 2);
    const bool low = height < measures.px(rowHeight + belowBaseline + aboveBaseline);
    lane.baseline = lane.frame.bottom() - measures.px(low ? 9 : belowBaseline);
    const double room = lane.baseline - top - measures.px(low ? 7 : aboveBaseline);
    lane.rows = std::clamp(static_cast<int>(room / measures.px(rowHeight)), 0, mostRows);
    scene.laneList.append(lane);
}

struct LaneName {
    model::ThemeId theme;
    QString name;
};

QList<LaneName> laneNames(const Input& input) {
    QList<LaneName> names;
    for (const model::ThemeId lane : input.dossier->lanes())
        names.append({lane, input.dossier->theme(lane).label});
    if (names.isEmpty() || input.dossier->hasEventsWithoutLane())
        names.append({{}, names.isEmpty() ? input.dossier->head().title : input.words.otherLanes});
    if (names.size() > mostLanes) {
        names.resize(mostLanes - 1);
        names.append({{}, input.words.otherLanes});
    }
    return names;
}

void addLanes(Scene& scene, const Input& input) {
    const QList<LaneName> names = laneNames(input);
    const double shares = static_cast<double>(names.size()) - 1 + (names.size() > 1 ? firstLaneShare : 1);
    const double height = std::max(scene.lanes.height() / shares, input.measures.px(leastLane));
    double top = scene.lanes.top() - input.scroll;
    for (qsizetype i = 0; i < names.size(); ++i) {
        const bool tall = i == 0 && names.size() > 1 && scene.lanes.height() / shares > input.measures.px(leastLane);
        const double own = tall ? height * firstLaneShare : height;
        addLane(scene, input, names[i].theme, names[i].name, top, own);
        top += own;
    }
}

} // namespace

/// The scale of any span and width, be they nothing at all: no finer than doubles can tell days apart.
static Scale scaleOf(DaySpan span, double left, double width) {
    const double least = std::max(1e-6, std::abs(span.first) * 1e-12);
    return Scale::fitting(span.first, std::max(span.last, span.first + least), left, std::max(width, 1.0));
}

double wantedLanesHeight(const Input& input) {
    return input.measures.px(leastLane) * static_cast<double>(laneNames(input).size());
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
    const bool hasTray = !input.dossier->undatedEvents().isEmpty();
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
    addLanes(scene, input);
    return scene;
}

} // namespace entente::timeline
