#include "app/timeline/layout/builder.h"
#include "app/timeline/layout/dates.h"

#include <cmath>
#include <numeric>

namespace entente::timeline {

namespace {
constexpr double columnPitch = 4;
constexpr double columnGap = 1;
constexpr double stripHeight = 15;
constexpr double stripBelow = 8; // the lane's line
constexpr double crowding = 8;   // times the mean at which a column is full
} // namespace

double DensityStrip::heightOf(const Heights& heights) {
    return std::accumulate(heights.begin(), heights.end(), 0.0);
}

QRectF DensityStrip::box(qsizetype column) const {
    const double height = heightOf(columns[column]);
    return height > 0 ? QRectF(leftOf(column), bottom - height, width, height) : QRectF();
}

QRectF DensityStrip::box(qsizetype column, model::Tenor tenor) const {
    const auto first = columns[column].begin(), own = first + static_cast<qsizetype>(tenor);
    const double height = static_cast<double>(*own);
    if (height <= 0)
        return {};
    return {leftOf(column), bottom - std::accumulate(first, own, height), width, height};
}

void DensityStrip::seek(const Scale& scale, double day) {
    // By days, as events were sorted into columns, since pixels may be rounded to the next one.
    const auto begins = [&](qsizetype column) { return scale.day(leftOf(column)); };
    auto column = static_cast<qsizetype>(std::floor((scale.x(day) - left) / pitch));
    if (day < begins(column))
        --column;
    else if (day >= begins(column + 1))
        ++column;
    if (column < 0 || column >= columns.size() || heightOf(columns[column]) <= 0)
        return;
    const auto place = std::lower_bound(sought.begin(), sought.end(), column);
    if (place == sought.end() || *place != column)
        sought.insert(place, column);
}

DensityStrip Builder::emptyStrip(qsizetype lane, double left) const {
    return {
        left, m_scene.laneList[lane].baseline + px(stripBelow), px(columnPitch), px(columnPitch) - px(columnGap), {},
        {}};
}

/// Where more marks stand than can be told apart: how many of each tenor, column by column. The height of a column is
/// that of its number's square root, against one that depends on the zoom alone, so that panning changes no height.
void Builder::addStrips(const View& view) {
    if (view.first == view.last)
        return;
    const LaneIndex& index = m_prepared.lanes[static_cast<size_t>(view.lane)].shown;
    const double pitch = px(columnPitch), origin = m_scene.scale.x(0), full = fullColumn();
    const double start = std::max(m_scene.lanes.left(), m_scene.scale.x(index.day(view.first)) - pitch);
    DensityStrip strip = emptyStrip(view.lane, origin + std::ceil((start - origin) / pitch) * pitch);
    const double room = std::floor((m_scene.lanes.right() - strip.left) / pitch + 1e-9);
    strip.columns.resize(std::max<qsizetype>(static_cast<qsizetype>(room), 0));
    qsizetype from = std::min(index.placeOf(m_scene.scale.day(strip.left), view.first), view.last), used = 0;
    TenorCounts before = index.countsBefore(from);
    for (qsizetype column = 0; from < view.last && column < strip.columns.size(); ++column) {
        const double right = strip.leftOf(column + 1);
        const qsizetype to = std::min(index.placeOf(m_scene.scale.day(right), from), view.last);
        if (from == to)
            continue;
        const TenorCounts after = index.countsBefore(to), counts = after - before;
        strip.columns[column] = columnOf(counts, full);
        addToPill(view.lane, {right - pitch, right}, {index.day(from), index.day(to - 1)}, counts);
        from = to;
        before = after;
        used = column + 1;
    }
    strip.columns.resize(used);
    if (used > 0)
        m_scene.density.append(std::move(strip));
}

/// In which columns of a lane's strips sought events stand that have no mark of their own.
void Builder::addSought(qsizetype lane, qsizetype firstMark, qsizetype firstStrip) {
    const auto isDrawn = [&](model::EventId event) {
        return std::any_of(m_scene.marks.cbegin() + firstMark, m_scene.marks.cend(), [event](const EventMark& mark) {
            return mark.event == event && mark.inFrame && !mark.inPill;
        });
    };
    for (const model::EventId event : m_input.sought) {
        if (!m_input.shown.value(event.index) || laneOf(event) != lane || isDrawn(event))
            continue;
        const std::optional<model::Edtf> date = dossier().dateOf(event);
        const std::optional<double> day = date ? markDay(*date) : std::nullopt;
        for (qsizetype i = firstStrip; day && i < m_scene.density.size(); ++i)
            m_scene.density[i].seek(m_scene.scale, *day);
    }
}

/// Columns close to one another are one strip to point at.
void Builder::addToPill(qsizetype lane, std::pair<double, double> column, DaySpan days, const TenorCounts& counts) {
    const double top = m_scene.laneList[lane].baseline + px(stripBelow) - px(stripHeight);
    const auto isNear = [&](const Pill& pill) {
        return pill.strip && pill.lane == lane && column.first - pill.box.right() <= px(pillReach);
    };
    if (m_scene.pills.isEmpty() || !isNear(m_scene.pills.last())) {
        Pill pill;
        pill.lane = lane;
        pill.strip = true;
        pill.box = QRectF(column.first, top, 0, px(stripHeight));
        pill.days.first = days.first;
        m_scene.pills.append(std::move(pill));
    }
    Pill& pill = m_scene.pills.last();
    pill.box.setRight(column.second);
    pill.days.last = days.last;
    for (size_t i = 0; i < counts.size(); ++i) {
        pill.count += counts[i];
        pill.tenors[i] += counts[i];
    }
}

/// How many marks make a column as high as it may be.
double Builder::fullColumn() const {
    const double perPixel = static_cast<double>(m_prepared.shownCount) /
                            std::max(1.0, m_input.whole.width() * m_scene.scale.pixelsPerDay());
    return crowding * (px(columnPitch) * perPixel / static_cast<double>(m_scene.laneList.size()) + 1);
}

/// Stacks the tenors of one column; `full` as fullColumn.
DensityStrip::Heights Builder::columnOf(const TenorCounts& counts, double full) const {
    const auto all = static_cast<double>(counts[0] + counts[1] + counts[2] + counts[3]);
    const double each = px(stripHeight) * std::clamp(std::sqrt(all / full), 0.15, 1.0) / all;
    DensityStrip::Heights heights{};
    for (size_t i = 0; i < counts.size(); ++i)
        heights[i] = static_cast<float>(each * counts[i]);
    return heights;
}

} // namespace entente::timeline
