#include "app/timeline/layout/scene.h"

#include "app/timeline/layout/dates.h"

#include <QSet>

namespace entente::timeline {

namespace {

constexpr double headWidth = 138;
constexpr double axisHeight = 46;
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
    const auto& events = input.dossier->tables().events;
    const bool someAreFree =
        std::any_of(events.begin(), events.end(), [](const model::Event& event) { return event.themes.isEmpty(); });
    if (names.isEmpty() || someAreFree)
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
    scene.axis = QRectF(left, 0, width, measures.px(axisHeight));
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
    scene.scale = Scale::fitting(input.span.first, input.span.last, left, width);
    addLanes(scene, input);
    return scene;
}

/// The lane of an event in this scene's list.
static qsizetype laneIndex(const Scene& scene, model::ThemeId theme) {
    for (qsizetype i = 0; i < scene.laneList.size(); ++i)
        if (scene.laneList[i].theme == theme)
            return i;
    return scene.laneList.size() - 1;
}

Prepared prepare(const Input& input) {
    const Scene scene = frameOf(input);
    Prepared prepared;
    prepared.events.resize(scene.laneList.size());
    for (const model::EventId event : input.dossier->eventsInOrder())
        if (input.shown[event.index])
            prepared.events[laneIndex(scene, input.dossier->laneOf(event))].append(event);
    const double least = scene.lanes.width() / input.whole.width();
    for (qsizetype lane = 0; lane < scene.laneList.size(); ++lane) {
        QList<LabelRequest> requests;
        for (const model::EventId id : prepared.events[lane]) {
            const model::Event& event = input.dossier->event(id);
            const TextKind kind = event.importance >= model::keyImportance ? TextKind::KeyTitle : TextKind::Title;
            const QString& shortTitle = event.shortTitle.isEmpty() ? event.title : event.shortTitle;
            const double date = input.measures.width(input.words.date(id), TextKind::Date);
            const double width = std::max(date, input.measures.width(shortTitle, kind));
            const double longWidth = std::max(width, input.measures.width(event.title, kind));
            requests.append(
                {markDay(input.dossier->claimInUse(id)->date).value_or(0), width, longWidth, event.importance});
        }
        prepared.ranges.append(
            activeRanges(requests, scene.laneList[lane].rows, input.whole.first, input.whole.last, least));
    }
    return prepared;
}

} // namespace entente::timeline
