#include "app/timeline/layout/builder.h"
#include "app/timeline/layout/dates.h"

#include <cmath>
#include <numeric>

namespace entente::timeline {

namespace {

constexpr qsizetype mostRanges = 10000; // events of a lane whose labels are compared with one another (decision 26)
constexpr double lineFrom = 900 / 365.2425;
constexpr qsizetype mostMinimapTicks = 2000;

/// How wide the forms of an event's label are.
FormWidths measuredWidths(const Input& input, model::EventId id) {
    const model::EventView event = input.dossier->view(id);
    const TextKind kind = event.importance >= model::keyImportance ? TextKind::KeyTitle : TextKind::Title;
    const QString title = QString::fromUtf8(event.title);
    const double date = input.measures.width(input.words.date(id), TextKind::Date);
    const double longest = input.measures.width(input.words.dateAndPlace(id), TextKind::Date);
    FormWidths widths;
    widths[1] = std::max(date, input.measures.width(title, kind));
    widths[0] = event.shortTitle.isEmpty()
                    ? widths[1]
                    : std::max(date, input.measures.width(QString::fromUtf8(event.shortTitle), kind));
    widths[1] = std::max(widths[0], widths[1]);
    widths[2] = std::max(widths[1], longest);
    return widths;
}

} // namespace

FormWidths widthsOf(const Input& input, model::EventId id) {
    constexpr qsizetype mostKnown = 50'000;
    if (!input.widths)
        return measuredWidths(input, id);
    const auto known = input.widths->constFind(id);
    if (known != input.widths->constEnd())
        return *known;
    if (input.widths->size() >= mostKnown)
        input.widths->clear();
    return *input.widths->insert(id, measuredWidths(input, id));
}

namespace {

/// Sorts the events into lanes.
class Preparing {
public:
    explicit Preparing(const Input& input) : m_input(input), m_scene(frameOf(input)) {
        m_prepared.lanes.resize(static_cast<size_t>(m_scene.laneList.size()));
        for (const model::EventKind& kind : dossier().tables().eventKinds)
            m_tenors.append(kind.tenor);
    }

    Prepared run() {
        const model::PackedBytes& rows = dossier().tables().events.records();
        rows.each(0, rows.size(), [this](qsizetype index, QByteArrayView row) { add(model::EventId(index), row); });
        for (PreparedLane& lane : m_prepared.lanes) {
            lane.shown.finish();
            lane.hidden.finish();
            m_prepared.shownCount += lane.shown.size();
        }
        if (m_scene.minimap.frame.width() > 0)
            addMinimap();
        return std::move(m_prepared);
    }

private:
    const model::Dossier& dossier() const { return *m_input.dossier; }

    void add(model::EventId id, QByteArrayView row) {
        const model::EventView event = model::viewOf(row);
        const auto date = model::dateFrom(event.date);
        const auto day = date ? markDay(*date) : std::nullopt;
        if (!day)
            return;
        DaySpan reach = reachOf(*date).value_or(DaySpan{*day, *day});
        if (event.claims > 1)
            for (const model::DateClaim& other : dossier().conflictingClaims(id))
                if (const auto otherDay = markDay(other.date))
                    reach = {std::min(reach.first, *otherDay), std::max(reach.last, *otherDay)};
        const model::Tenor tenor =
            event.tenor.value_or(event.kind.isValid() ? m_tenors[event.kind.index] : model::Tenor::Neutral);
        const auto lane = m_input.lanes->laneOf(id, event);
        if (!lane)
            return;
        PreparedLane& prepared = m_prepared.lanes[static_cast<size_t>(*lane)];
        LaneIndex& index = m_input.shown[id.index] ? prepared.shown : prepared.hidden;
        index.add({id, *day, reach.first, reach.last, event.importance, tenor});
    }

    struct MinimapMark {
        double x;
        model::Tenor tenor;
        bool shown;
    };

    void addMinimap() {
        qsizetype all = 0;
        for (const PreparedLane& lane : m_prepared.lanes)
            all += lane.shown.size() + lane.hidden.size();
        if (all <= mostMinimapTicks)
            addMinimapTicks();
        else
            addMinimapColumns();
    }

    /// A tick an event, one on the other where they meet.
    void addMinimapTicks() {
        const QRectF& frame = m_scene.minimap.frame;
        const Scale scale = minimapScale();
        const double side = m_input.measures.px(3.6);
        QList<MinimapMark> marks;
        for (const PreparedLane& lane : m_prepared.lanes)
            for (const bool shown : {true, false})
                for (const LaneIndex& index = shown ? lane.shown : lane.hidden; const qsizetype place : placesOf(index))
                    marks.append({std::clamp(scale.x(index.day(place)), frame.left() + side, frame.right() - side),
                                  index.tenor(place), shown});
        std::stable_sort(marks.begin(), marks.end(), [](const auto& a, const auto& b) { return a.x < b.x; });
        QHash<int, int> stacked;
        for (const MinimapMark& mark : marks) {
            const int column = static_cast<int>(mark.x / (side + 1));
            const double bottom = frame.bottom() - m_input.measures.px(3) - (side + 1) * stacked[column]++;
            if (bottom - side > frame.top())
                m_prepared.minimap.append(
                    {QRectF(mark.x - side / 2, bottom - side, side, side), mark.tenor, mark.shown});
        }
    }

    static QList<qsizetype> placesOf(const LaneIndex& index) {
        QList<qsizetype> places(index.size());
        std::iota(places.begin(), places.end(), 0);
        return places;
    }

    Scale minimapScale() const {
        const QRectF& frame = m_scene.minimap.frame;
        return Scale::fitting(m_input.whole.first, m_input.whole.last, frame.left(), frame.width());
    }

    /// How many stand on each few pixels, by the square root, so that a quiet year is still seen beside a war.
    void addMinimapColumns() {
        const QRectF& frame = m_scene.minimap.frame;
        const Scale scale = minimapScale();
        const double pitch = m_input.measures.px(4), gap = m_input.measures.px(1);
        QList<std::array<double, 5>> columns; // by tenor, then what is hidden
        double most = 1;
        for (double left = frame.left(); left + pitch <= frame.right(); left += pitch) {
            std::array<double, 5> column{};
            for (const PreparedLane& lane : m_prepared.lanes) {
                const TenorCounts counts = countsBetween(lane.shown, scale.day(left), scale.day(left + pitch));
                for (size_t i = 0; i < counts.size(); ++i)
                    column[i] += counts[i];
                const TenorCounts hidden = countsBetween(lane.hidden, scale.day(left), scale.day(left + pitch));
                column[4] += std::accumulate(hidden.begin(), hidden.end(), 0.0);
            }
            most = std::max(most, std::accumulate(column.begin(), column.end(), 0.0));
            columns.append(column);
        }
        for (qsizetype i = 0; i < columns.size(); ++i) {
            const double all = std::accumulate(columns[i].begin(), columns[i].end(), 0.0);
            const double height = (frame.height() - m_input.measures.px(6)) * std::sqrt(all / most);
            double bottom = frame.bottom() - m_input.measures.px(3);
            for (size_t part = 0; part < columns[i].size(); ++part) {
                if (columns[i][part] <= 0)
                    continue;
                const double own = height * columns[i][part] / all;
                const double left = frame.left() + static_cast<double>(i) * pitch;
                m_prepared.minimap.append({QRectF(left, bottom - own, pitch - gap, own),
                                           part < 4 ? static_cast<model::Tenor>(part) : model::Tenor::Neutral,
                                           part < 4});
                bottom -= own;
            }
        }
    }

    static TenorCounts countsBetween(const LaneIndex& index, double first, double last) {
        const qsizetype from = index.placeOf(first);
        return index.counts(from, index.placeOf(last, from));
    }

    const Input& m_input;
    const Scene m_scene;
    Prepared m_prepared;
    QList<model::Tenor> m_tenors;
};

} // namespace

Prepared sortIntoLanes(const Input& input) {
    return Preparing(input).run();
}

/// The labels of one lane.
static void chooseLabels(const Input& input, const Scene& scene, PreparedLane& lane, int rows) {
    const LabelRoom room{rows, input.whole.first, input.whole.last, scene.lanes.width() / input.whole.width(),
                         input.measures.px(lineFrom)};
    const auto request = [input, &index = lane.shown](qsizetype place) {
        return LabelRequest{index.day(place), widthsOf(input, index.event(place)), index.importance(place)};
    };
    if (lane.shown.size() > mostRanges) {
        lane.tiles = std::make_unique<LabelTiles>(lane.shown, room, request);
        lane.tiles->labels(room.least, input.whole.first, input.whole.last);
        return;
    }
    QList<LabelRequest> requests;
    for (qsizetype place = 0; place < lane.shown.size(); ++place)
        requests.append(request(place));
    lane.ranges = activeRanges(requests, room);
}

void chooseLabels(const Input& input, Prepared& prepared) {
    const Scene scene = frameOf(input);
    for (size_t lane = 0; lane < prepared.lanes.size(); ++lane)
        chooseLabels(input, scene, prepared.lanes[lane], scene.laneList[static_cast<qsizetype>(lane)].rows);
}

Prepared prepare(const Input& input) {
    Prepared prepared = sortIntoLanes(input);
    chooseLabels(input, prepared);
    return prepared;
}

} // namespace entente::timeline
