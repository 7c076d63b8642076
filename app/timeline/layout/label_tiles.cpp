#include "app/timeline/layout/label_tiles.h"

#include "app/timeline/layout/label_boxes.h"

#include <cmath>

namespace entente::timeline {

namespace {
constexpr int deepest = 60;
constexpr qsizetype candidatesOfATile = 48; // about twice of what fits
constexpr qsizetype mostTiles = 1024;       // before those out of view are forgotten

/// The zoom from `need` on at which a box never touches a label, whatever its form by then.
double clearOf(double need, const LabelBox& box, const LabelTiles::Placed& other, double days) {
    for (size_t form = 0; form < labelForms; ++form) {
        const double apart = apartFrom(box, boxOf(other.range.left, other.request.widths[form]), days);
        if (apart > std::max(need, other.range.from[form]))
            need = apart;
    }
    return need;
}
} // namespace

double LabelTiles::start(const TileKey& key) const {
    const double width = (m_room.lastDay - m_room.firstDay) * std::ldexp(1.0, -key.first);
    return m_room.firstDay + width * static_cast<double>(key.second);
}

/// The tile itself or the least known one that holds it.
std::optional<LabelTiles::TileKey> LabelTiles::nearestKnown(TileKey key) const {
    for (;; key = {key.first - 1, key.second / 2}) {
        if (m_tiles.contains(key))
            return key;
        if (key.first == 0)
            return {};
    }
}

/// Prepares from the largest down to this one, as far as that goes; null: nothing.
const LabelTiles::Tile* LabelTiles::tile(const TileKey& key, Labels& labels, qsizetype most) {
    std::optional<TileKey> known = nearestKnown(key);
    while (known != key && labels.prepared < most) {
        const int level = known ? known->first + 1 : 0;
        const TileKey next(level, key.second >> (key.first - level));
        m_tiles.insert(next, prepared(next, labels));
        known = next;
    }
    labels.wait = labels.wait || known != key;
    return known ? &*m_tiles.constFind(*known) : nullptr;
}

/// The tile that holds this one is known.
LabelTiles::Tile LabelTiles::prepared(const TileKey& key, Labels& labels) const {
    Tile tile;
    const double first = start(key), last = start({key.first, key.second + 1});
    if (key.first > 0) {
        const Tile parent = m_tiles.value({key.first - 1, key.second / 2});
        const double least = m_room.least * std::ldexp(1.0, key.first);
        for (const QList<Placed>& list : {parent.inherited, parent.own})
            for (const Placed& label : list) {
                const LabelBox box = boxOf(label.range.left, label.request.widths.back());
                if (label.request.day + (box.to + labelGap) / least >= first &&
                    label.request.day + (box.from - labelGap) / least <= last)
                    tile.inherited.append(label);
            }
    }
    const qsizetype from = m_lane.placeOf(first);
    const qsizetype to = m_lane.placeOf(last, from);
    const auto candidates = m_lane.mostImportant(from, to, candidatesOfATile + tile.inherited.size());
    for (const qsizetype candidate : candidates)
        place(tile, key, candidate);
    lengthen(tile, key);
    labels.prepared += std::max<qsizetype>(candidates.size(), 1);
    return tile;
}

/// Puts a label where it needs the least zoom, if this level has that. A full tile is found out with a label narrower
/// than any, since the words of a label take long to measure.
void LabelTiles::place(Tile& tile, const TileKey& key, qsizetype candidate) const {
    constexpr double narrowest = 30;
    const auto isIt = [candidate](const Placed& label) { return label.place == candidate; };
    if (std::any_of(tile.inherited.begin(), tile.inherited.end(), isIt) ||
        !bestRange(tile, key, m_lane.day(candidate), narrowest))
        return;
    const LabelRequest request = m_request(candidate);
    if (const auto range = bestRange(tile, key, request.day, request.widths[0]))
        tile.own.append({candidate, request, *range});
}

std::optional<LabelRange> LabelTiles::bestRange(const Tile& tile, const TileKey& key, double day, double width) const {
    const double least = m_room.least * std::ldexp(1.0, key.first);
    const double first = start(key), last = start({key.first, key.second + 1});
    double best = never;
    std::optional<LabelRange> chosen;
    for (int row = 0; row < m_room.rows; ++row)
        for (const bool left : {false, true}) {
            const LabelBox box = boxOf(left, width);
            double need = std::max(least, withinFrom(left, width, day, first, last));
            double behind = 0;
            for (const QList<Placed>* list : {&tile.inherited, &tile.own})
                for (auto other = list->begin(); other != list->end() && need < 2 * least; ++other) {
                    const double days = day - other->request.day;
                    if (other->range.row == row)
                        need = clearOf(need, box, *other, days);
                    else
                        behind += stemBehind(row, box, other->range.row,
                                             boxOf(other->range.left, other->request.widths[0]), days * least);
                }
            const double price = need < 2 * least ? labelPrice(need, behind, left, row) : never;
            if (price < best) {
                best = price;
                chosen = LabelRange{row, left, {need, never, never}};
            }
        }
    return chosen;
}

/// Longer forms of the tile's own labels, where they keep from all others that the tile knows; late, so that more
/// labels come before longer ones.
void LabelTiles::lengthen(Tile& tile, const TileKey& key) const {
    constexpr double later = 4;
    const double first = start(key), last = start({key.first, key.second + 1});
    for (Placed& label : tile.own)
        for (size_t form = 1; form < labelForms; ++form) {
            const double width = label.request.widths[form];
            const LabelBox box = boxOf(label.range.left, width);
            double need = std::max(later * label.range.from[0],
                                   withinFrom(label.range.left, width, label.request.day, first, last));
            need = std::max({need, label.range.from[form - 1], form == labelForms - 1 ? m_room.lineFrom : 0});
            for (const QList<Placed>& list : {tile.inherited, tile.own})
                for (const Placed& other : list)
                    if (other.place != label.place && other.range.row == label.range.row)
                        need = clearOf(need, box, other, label.request.day - other.request.day);
            label.range.from[form] = need;
        }
}

/// Tiles of one level stay, and those that hold them.
void LabelTiles::forgetAllBut(int level, qint64 first, qint64 last) {
    m_tiles.removeIf([=](const QHash<TileKey, Tile>::iterator& tile) {
        const auto [own, number] = tile.key();
        return own > level || number < first >> (level - own) || number > last >> (level - own);
    });
}

LabelTiles::Labels LabelTiles::labels(double pixelsPerDay, double firstDay, double lastDay, qsizetype most) {
    Labels shown;
    constexpr double rounding = 1e-9;
    if (m_room.rows < 1 || m_lane.size() == 0 || pixelsPerDay < m_room.least * (1 - rounding))
        return shown;
    const int level =
        std::clamp(static_cast<int>(std::floor(std::log2(pixelsPerDay / m_room.least) + 1e-9)), 0, deepest);
    const double width = (m_room.lastDay - m_room.firstDay) * std::ldexp(1.0, -level);
    const auto numberOf = [&](double day) {
        const double number = std::floor((day - m_room.firstDay) / width);
        return static_cast<qint64>(std::clamp(number, 0.0, std::ldexp(1.0, level) - 1));
    };
    if (m_tiles.size() > mostTiles)
        forgetAllBut(level, numberOf(firstDay), numberOf(lastDay));
    for (qint64 number = numberOf(firstDay); number <= numberOf(lastDay); ++number) {
        const Tile* known = tile({level, number}, shown, most);
        if (!known)
            continue;
        const double from = std::max(firstDay, number > 0 ? start({level, number}) : firstDay);
        const double to = start({level, number + 1});
        const bool isLast = number == numberOf(lastDay);
        for (const QList<Placed>* list : {&known->inherited, &known->own})
            for (const Placed& label : *list)
                if (label.range.isShown(pixelsPerDay) && label.request.day >= from &&
                    (isLast ? label.request.day <= lastDay : label.request.day < to))
                    shown.placed.append(label);
    }
    std::sort(shown.placed.begin(), shown.placed.end(),
              [](const Placed& a, const Placed& b) { return a.place < b.place; });
    return shown;
}

} // namespace entente::timeline
