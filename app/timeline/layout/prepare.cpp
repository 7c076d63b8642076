#include "app/timeline/layout/builder.h"
#include "app/timeline/layout/dates.h"

#include <atomic>
#include <cmath>
#include <future>
#include <numeric>

namespace entente::timeline {

namespace {

// Events of a lane whose labels are compared with one another. Decision 26 has ten thousand, but eight such lanes take
// seconds.
constexpr qsizetype mostRanges = 2000;
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
class Sorting {
public:
    Sorting(const model::Dossier& dossier, const Lanes& lanes, const QList<bool>& shown,
            const std::function<bool()>& isCancelled)
        : m_dossier(dossier), m_lanes(lanes), m_shown(shown), m_isCancelled(isCancelled) {
        for (const model::EventKind& kind : dossier.tables().eventKinds)
            m_tenors.append(kind.tenor);
    }

    Prepared run() {
        const qsizetype all = m_dossier.tables().events.size(), half = all < worthAThread ? all : all / 2;
        std::future<std::vector<PreparedLane>> rest;
        if (half < all)
            rest = std::async(std::launch::async, [this, half, all] { return lanesOf(half, all); });
        Prepared prepared;
        prepared.lanes = lanesOf(0, half);
        const std::vector<PreparedLane> others = rest.valid() ? rest.get() : std::vector<PreparedLane>();
        if (m_isCancelled && m_isCancelled())
            return {};
        finish(prepared.lanes, others);
        for (const PreparedLane& lane : prepared.lanes)
            prepared.shownCount += lane.shown.size();
        return prepared;
    }

private:
    static constexpr qsizetype worthAThread = 20'000; // events

    std::vector<PreparedLane> lanesOf(qsizetype first, qsizetype last) const {
        constexpr qsizetype between = 1 << 16; // questions
        std::vector<PreparedLane> lanes(static_cast<size_t>(m_lanes.heads().size()));
        if (last - first >= worthAThread)
            for (PreparedLane& lane : lanes) // about as many in each
                lane.shown.reserve((last - first) / static_cast<qsizetype>(lanes.size()));
        bool isCancelled = false;
        m_dossier.tables().events.records().each(first, last, [&](qsizetype index, QByteArrayView row) {
            isCancelled = isCancelled || (index % between == 0 && m_isCancelled && m_isCancelled());
            if (!isCancelled)
                add(lanes, model::EventId(index), row);
        });
        return lanes;
    }

    /// Puts those of the other half behind; in two threads, each of which takes the next lane.
    static void finish(std::vector<PreparedLane>& lanes, const std::vector<PreparedLane>& others) {
        std::atomic<size_t> next = 0;
        const auto finishSome = [&] {
            for (size_t i = next++; i < lanes.size(); i = next++) {
                if (!others.empty()) {
                    lanes[i].shown.add(others[i].shown);
                    lanes[i].hidden.add(others[i].hidden);
                }
                lanes[i].shown.finish();
                lanes[i].hidden.finish();
            }
        };
        std::future<void> beside;
        if (!others.empty())
            beside = std::async(std::launch::async, finishSome);
        finishSome();
        if (beside.valid())
            beside.get();
    }

    void add(std::vector<PreparedLane>& lanes, model::EventId id, QByteArrayView row) const {
        const model::EventView event = model::viewOf(row);
        const auto date = model::extentFrom(event.date);
        const auto day = date ? markDay(*date) : std::nullopt;
        const auto lane = day ? m_lanes.laneOf(id, event) : std::nullopt;
        if (!lane)
            return;
        DaySpan reach = reachOf(*date).value_or(DaySpan{*day, *day});
        if (event.claims > 1)
            for (const model::DateClaim& other : m_dossier.conflictingClaims(id))
                if (const auto otherDay = markDay(other.date))
                    reach = {std::min(reach.first, *otherDay), std::max(reach.last, *otherDay)};
        const model::Tenor tenor =
            event.tenor.value_or(event.kind.isValid() ? m_tenors[event.kind.index] : model::Tenor::Neutral);
        PreparedLane& prepared = lanes[static_cast<size_t>(*lane)];
        (m_shown[id.index] ? prepared.shown : prepared.hidden)
            .add({id, *day, reach.first, reach.last, event.importance, tenor});
    }

    const model::Dossier& m_dossier;
    const Lanes& m_lanes;
    const QList<bool>& m_shown;
    const std::function<bool()>& m_isCancelled;
    QList<model::Tenor> m_tenors;
};

/// Draws the minimap of what is sorted.
class Mapping {
public:
    Mapping(const Input& input, const Scene& scene, Prepared& prepared)
        : m_input(input), m_scene(scene), m_prepared(prepared) {}

    void run() {
        m_prepared.minimap.clear();
        if (m_scene.minimap.frame.width() > 0)
            addMinimap();
    }

private:
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
        const auto columnOf = [side](double x) { return static_cast<qsizetype>(x / (side + 1)); };
        QList<int> stacked(marks.isEmpty() ? 0 : columnOf(marks.last().x) + 1);
        for (const MinimapMark& mark : marks) {
            const qsizetype column = columnOf(mark.x);
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
    const Scene& m_scene;
    Prepared& m_prepared;
};

} // namespace

Prepared sortIntoLanes(const model::Dossier& dossier, const Lanes& lanes, const QList<bool>& shown,
                       const std::function<bool()>& isCancelled) {
    return Sorting(dossier, lanes, shown, isCancelled).run();
}

namespace {

/// Chooses the labels of all lanes.
class Choosing {
public:
    Choosing(const Input& input, const Scene& scene, std::vector<PreparedLane>& lanes)
        : m_input(input), m_scene(scene), m_lanes(lanes), m_requests(lanes.size()) {}

    void run() {
        qsizetype compared = 0;
        for (size_t lane = 0; lane < m_lanes.size(); ++lane) {
            m_lanes[lane].tiles.reset();
            m_lanes[lane].ranges.clear();
            if (m_lanes[lane].shown.size() > mostRanges)
                startTiles(lane);
            else
                askFor(lane);
            compared += m_requests[lane].size();
        }
        std::future<void> beside;
        if (compared > worthAThread)
            beside = std::async(std::launch::async, [this] { placeSome(); });
        placeSome();
        if (beside.valid())
            beside.get();
    }

private:
    static constexpr qsizetype worthAThread = 200; // labels

    LabelRoom roomOf(size_t lane) const {
        return {m_scene.laneList[static_cast<qsizetype>(lane)].rows, m_input.whole.first, m_input.whole.last,
                m_scene.lanes.width() / m_input.whole.width(), m_input.measures.px(lineFrom)};
    }

    static LabelRequest requestOf(const Input& input, const LaneIndex& index, qsizetype place) {
        return {index.day(place), widthsOf(input, index.event(place)), index.importance(place)};
    }

    void startTiles(size_t at) {
        PreparedLane& lane = m_lanes[at];
        const LabelRoom room = roomOf(at);
        lane.tiles =
            std::make_unique<LabelTiles>(lane.shown, room, [input = m_input, &index = lane.shown](qsizetype place) {
                return requestOf(input, index, place);
            });
        lane.tiles->labels(room.least, m_input.whole.first, m_input.whole.last);
    }

    /// Words are measured in one thread: what is known of them is shared.
    void askFor(size_t lane) {
        const LaneIndex& index = m_lanes[lane].shown;
        m_requests[lane].reserve(index.size());
        for (qsizetype place = 0; place < index.size(); ++place)
            m_requests[lane].append(requestOf(m_input, index, place));
    }

    /// Lanes know nothing of one another: each of two threads takes the next.
    void placeSome() {
        for (size_t lane = m_next++; lane < m_lanes.size(); lane = m_next++)
            if (!m_requests[lane].isEmpty())
                m_lanes[lane].ranges = activeRanges(m_requests[lane], roomOf(lane));
    }

    const Input& m_input;
    const Scene& m_scene;
    std::vector<PreparedLane>& m_lanes;
    std::vector<QList<LabelRequest>> m_requests;
    std::atomic<size_t> m_next = 0;
};

} // namespace

void fit(const Input& input, Prepared& prepared) {
    const Scene scene = frameOf(input);
    Mapping(input, scene, prepared).run();
    Choosing(input, scene, prepared.lanes).run();
}

Prepared prepare(const Input& input) {
    Prepared prepared = sortIntoLanes(*input.dossier, *input.lanes, input.shown);
    fit(input, prepared);
    return prepared;
}

} // namespace entente::timeline
