#include "app/relations/layout/cast_cost.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace entente::relations {

namespace {

// Prices, of a mean scene; what is hard weighs as much in one scene as in all.
constexpr double stressPrice = 0.9;
constexpr double crossingPrice = 0.07;
constexpr double passagePrice = 1;
constexpr double anglePrice = 0.04;
constexpr double shortPrice = 0.3;
constexpr double hiddenPrice = 0.6;
constexpr double ownNamePrice = 0.08;
constexpr double labelPrice = 0.06;
constexpr double strangerPrice = 0.02;
constexpr double otherSidePrice = 0.004;

constexpr double clearOfTies = 14; ///< pixels
constexpr double leastSeen = 90;   ///< of a tie without words, pixels
constexpr double besideWords = 36; ///< of a tie at either end of its words, pixels
constexpr double narrowTies = 28 * M_PI / 180;
constexpr double stepShare = 0.43;   ///< of the frame's shorter side: a tie
constexpr double furthestCast = 2;   ///< steps
constexpr double poleShare = 0.42;   ///< of the width, from its side
constexpr int mostWithOwnPlace = 60; ///< players; of more, those who never meet share places
constexpr double curveRoom = 34;     ///< of a second line without words, pixels

/// Lengths of the shortest paths between the players of a scene, in ties.
std::vector<double> stepsIn(const PlayedScene& scene) {
    const qsizetype n = scene.players.size();
    std::vector<double> steps(static_cast<size_t>(n * n), furthestCast);
    const auto cell = [&](qsizetype i, qsizetype j) -> double& { return steps[static_cast<size_t>(i * n + j)]; };
    for (const PlayedTie& tie : scene.ties) {
        const qsizetype a = scene.players.indexOf(tie.a), b = scene.players.indexOf(tie.b);
        if (a >= 0 && b >= 0)
            cell(a, b) = cell(b, a) = 1;
    }
    for (qsizetype k = 0; k < n; ++k)
        for (qsizetype i = 0; i < n; ++i)
            for (qsizetype j = 0; j < n; ++j)
                cell(i, j) = std::min(cell(i, j), cell(i, k) + cell(k, j));
    return steps;
}

/// Whether there is one pole on either side.
bool isPair(const QList<Player>& players) {
    const auto count = [&](model::Pole pole) {
        return std::count_if(players.begin(), players.end(), [&](const Player& one) { return one.pole == pole; });
    };
    return count(model::Pole::Left) == 1 && count(model::Pole::Right) == 1;
}

bool isTie(const PlayedScene& scene, int a, int b) {
    return std::any_of(scene.ties.begin(), scene.ties.end(),
                       [&](const PlayedTie& tie) { return std::minmax(tie.a, tie.b) == std::minmax(a, b); });
}

} // namespace

CastCost::CastCost(const CastInput& input, double poleHeight)
    : m_input(input), m_poleHeight(isPair(input.players) ? std::optional(poleHeight) : std::nullopt),
      m_sceneCount(std::max(1.0, static_cast<double>(input.scenes.size()))),
      m_step(stepShare * std::min(input.frame.width(), input.frame.height())) {
    const auto size = static_cast<size_t>(input.players.size());
    m_x.assign(size, input.frame.width() / 2);
    m_y.assign(size, input.frame.height() / 2);
    m_form.resize(size);
    m_name.resize(size);
    m_side.reserve(size);
    for (const Player& player : input.players)
        m_side.push_back(player.names.isEmpty() ? -1 : 0);
    m_mates.resize(size);
    m_strangers.resize(size);
    m_linksOf.resize(size);
    m_passing.resize(size);
    addMates();
    addLinks();
    for (int i = 0; i < static_cast<int>(size); ++i)
        place(i, spot(i), m_side[at(i)]);
}

void CastCost::addMates() {
    std::map<std::pair<int, int>, Mate> mates;
    for (const PlayedScene& scene : m_input.scenes) {
        const std::vector<double> steps = stepsIn(scene);
        const qsizetype n = scene.players.size();
        const double pairs = std::max(1.0, static_cast<double>(n * (n - 1)) / 2);
        for (qsizetype i = 0; i < n; ++i)
            for (qsizetype j = i + 1; j < n; ++j) {
                const double length = steps[static_cast<size_t>(i * n + j)];
                const double pull = stressPrice / pairs / (length * length) / m_sceneCount;
                Mate& mate =
                    mates.try_emplace(std::minmax(scene.players[i], scene.players[j]), Mate{0, 0, 0, 0}).first->second;
                mate.share += 1 / m_sceneCount;
                mate.pull += pull;
                mate.aim += pull * length * m_step;
            }
    }
    for (const auto& [both, mate] : mates) {
        const double aim = mate.aim / mate.pull;
        m_mates[at(both.first)].push_back({both.second, mate.share, mate.pull, aim});
        m_mates[at(both.second)].push_back({both.first, mate.share, mate.pull, aim});
    }
    const int size = static_cast<int>(m_x.size());
    for (int i = 0; i < size && size <= mostWithOwnPlace; ++i)
        for (int j = i + 1; j < size; ++j)
            if (!mates.contains({i, j})) {
                m_strangers[at(i)].push_back(j);
                m_strangers[at(j)].push_back(i);
            }
}

void CastCost::addLinks() {
    std::map<std::pair<int, int>, int> known;
    std::vector<std::map<int, double>> foreign, rivals;
    for (const PlayedScene& scene : m_input.scenes) {
        std::vector<int> here;
        for (const PlayedTie& tie : scene.ties) {
            if (tie.a == tie.b || !scene.players.contains(tie.a) || !scene.players.contains(tie.b))
                continue;
            const std::pair both = std::minmax(tie.a, tie.b);
            const auto [entry, isNew] = known.try_emplace(both, static_cast<int>(m_links.size()));
            if (isNew)
                m_links.push_back({both.first, both.second, 0, {}, {}, false, {}, {}});
            Link& link = m_links[at(entry->second)];
            link.label = link.label.expandedTo(tie.label);
            link.second = link.second.expandedTo(tie.second);
            link.isDouble = link.isDouble || tie.isDouble;
            if (std::find(here.begin(), here.end(), entry->second) == here.end())
                here.push_back(entry->second);
        }
        foreign.resize(m_links.size());
        rivals.resize(m_links.size());
        for (const int link : here) {
            m_links[at(link)].share += 1 / m_sceneCount;
            for (const int player : scene.players)
                if (player != m_links[at(link)].a && player != m_links[at(link)].b)
                    foreign[at(link)][player] += 1 / m_sceneCount;
            for (const int rival : here)
                if (rival != link)
                    rivals[at(link)][rival] += 1 / m_sceneCount;
        }
    }
    m_ways.resize(m_links.size());
    m_bends.resize(m_links.size());
    for (int i = 0; i < static_cast<int>(m_links.size()); ++i) {
        Link& link = m_links[at(i)];
        link.foreign.reserve(foreign[at(i)].size());
        link.rivals.reserve(rivals[at(i)].size());
        for (const auto& [player, share] : foreign[at(i)]) {
            link.foreign.push_back({player, share});
            m_passing[at(player)].push_back({i, share});
        }
        for (const auto& [other, share] : rivals[at(i)]) {
            const Link& rival = m_links[at(other)];
            const int joint = link.a == rival.a || link.a == rival.b   ? link.a
                              : link.b == rival.a || link.b == rival.b ? link.b
                                                                       : -1;
            link.rivals.push_back({other, share, joint});
        }
        m_linksOf[at(link.a)].push_back(i);
        m_linksOf[at(link.b)].push_back(i);
    }
}

CastCost::Sides CastCost::sidesOf(const QRectF& box, double x, double y) {
    return {x + box.left(), y + box.top(), x + box.right(), y + box.bottom()};
}

CastCost::Sides CastCost::around(double x, double y, QSizeF size) {
    return {x - size.width() / 2, y - size.height() / 2, x + size.width() / 2, y + size.height() / 2};
}

/// How far boxes would have to be moved to be a gap apart.
double CastCost::depth(const Sides& a, const Sides& b, double gap) {
    const double across = std::min(a.right, b.right) - std::max(a.left, b.left) + gap;
    const double down = std::min(a.bottom, b.bottom) - std::max(a.top, b.top) + gap;
    return across > 0 && down > 0 ? std::min(across, down) : 0;
}

/// No line parallel to a side of either parts them.
bool CastCost::touches(const Way& way, const Sides& box, double gap) {
    const double halfX = (box.right - box.left) / 2 + gap, halfY = (box.bottom - box.top) / 2 + gap;
    if (halfX < 0)
        return false;
    const double x = (way.ax + way.bx - box.left - box.right) / 2, y = (way.ay + way.by - box.top - box.bottom) / 2;
    const double wayX = (way.bx - way.ax) / 2, wayY = (way.by - way.ay) / 2;
    return std::abs(x) <= halfX + std::abs(wayX) && std::abs(y) <= halfY + std::abs(wayY) &&
           std::abs(wayX * y - wayY * x) <= halfX * std::abs(wayY) + halfY * std::abs(wayX);
}

bool CastCost::cross(const Way& one, const Way& other) {
    const double bx = one.bx - one.ax, by = one.by - one.ay, dx = other.bx - other.ax, dy = other.by - other.ay;
    const double c = bx * (other.ay - one.ay) - by * (other.ax - one.ax);
    const double d = bx * (other.by - one.ay) - by * (other.bx - one.ax);
    const double a = dx * (one.ay - other.ay) - dy * (one.ax - other.ax);
    const double b = dx * (one.by - other.ay) - dy * (one.bx - other.ax);
    return c * d < 0 && a * b < 0;
}

/// From the middle of a form to its side, in a direction of length 1.
double CastCost::reachOf(const Sides& form, double x, double y) {
    const double halfX = (form.right - form.left) / 2, halfY = (form.bottom - form.top) / 2;
    const double across = std::abs(x) > 1e-6 ? halfX / std::abs(x) : 1e9;
    const double down = std::abs(y) > 1e-6 ? halfY / std::abs(y) : 1e9;
    return std::min(across, down);
}

void CastCost::setWay(int link) {
    const Link& one = m_links[at(link)];
    Way& way = m_ways[at(link)];
    way.ax = m_x[at(one.a)];
    way.ay = m_y[at(one.a)];
    way.bx = m_x[at(one.b)];
    way.by = m_y[at(one.b)];
    const double length = std::max(1.0, std::hypot(way.bx - way.ax, way.by - way.ay));
    const double x = (way.bx - way.ax) / length, y = (way.by - way.ay) / length;
    const double start = reachOf(m_form[at(one.a)], x, y), end = reachOf(m_form[at(one.b)], x, y);
    way.seen = length - start - end;
    way.needed = leastSeen;
    const double middle = start + way.seen / 2;
    const double middleX = way.ax + middle * x, middleY = way.ay + middle * y;
    if (!one.label.isEmpty()) {
        const double along = std::min(std::abs(x) > 1e-6 ? one.label.width() / std::abs(x) : 1e9,
                                      std::abs(y) > 1e-6 ? one.label.height() / std::abs(y) : 1e9);
        way.needed = along + 2 * besideWords;
        way.label = around(middleX, middleY, one.label);
    }
    if (one.isDouble)
        setBends(link, length);
}

/// Curves as wide as their middle is off the straight line.
void CastCost::setBends(int link, double length) {
    const Link& one = m_links[at(link)];
    const Way& way = m_ways[at(link)];
    const QSizeF size = one.second.isEmpty() ? QSizeF(curveRoom, curveRoom) : one.second;
    const double alongX = way.bx - way.ax, alongY = way.by - way.ay;
    double bend = std::min(m_input.bend, 0.25 * length) / length;
    for (Bend& curve : m_bends[at(link)]) {
        constexpr double parts = 4;
        QPointF last(way.ax, way.ay);
        double done = 0;
        for (Way& part : curve.parts) {
            done += 1 / parts;
            const double off = 4 * done * (1 - done) * bend;
            const QPointF next(way.ax + done * alongX - off * alongY, way.ay + done * alongY + off * alongX);
            part = {last.x(), last.y(), next.x(), next.y(), 0, 0, {}};
            last = next;
        }
        curve.words = around(way.ax + alongX / 2 - bend * alongY, way.ay + alongY / 2 + bend * alongX, size);
        curve.bounds = {std::min({way.ax, way.bx, curve.words.left}), std::min({way.ay, way.by, curve.words.top}),
                        std::max({way.ax, way.bx, curve.words.right}), std::max({way.ay, way.by, curve.words.bottom})};
        bend = -bend;
    }
}

void CastCost::place(int player, QPointF spot, int name) {
    m_x[at(player)] = spot.x();
    m_y[at(player)] = spot.y();
    m_side[at(player)] = name;
    const Player& one = m_input.players[player];
    m_form[at(player)] = sidesOf(one.form, spot.x(), spot.y());
    m_name[at(player)] = name < 0 ? Sides() : sidesOf(one.names[name], spot.x(), spot.y());
    for (const int link : m_linksOf[at(player)])
        setWay(link);
}

QRectF CastCost::room(int player, int name) const {
    const Player& one = m_input.players[player];
    const QRectF box = name < 0 ? one.form : one.form.united(one.names[name]);
    const double edge = m_input.edge, width = m_input.frame.width();
    QRectF room(QPointF(edge - box.left(), edge - box.top()),
                QPointF(width - edge - box.right(), m_input.frame.height() - edge - box.bottom()));
    if (one.pole == model::Pole::Left)
        room.setRight(std::max(room.left(), std::min(room.right(), poleShare * width)));
    else if (one.pole == model::Pole::Right)
        room.setLeft(std::min(room.right(), std::max(room.left(), (1 - poleShare) * width)));
    if (one.pole == model::Pole::None || !m_poleHeight || room.height() < 0)
        return room;
    const double y = std::clamp(*m_poleHeight * m_input.frame.height(), room.top(), room.bottom());
    return {room.left(), y, room.width(), 0};
}

double CastCost::apart(int one, int other, double gap) const {
    double cost = 0;
    for (const Sides* a : {&m_form[at(one)], &m_name[at(one)]})
        for (const Sides* b : {&m_form[at(other)], &m_name[at(other)]})
            if (const double deep = depth(*a, *b, gap); deep > 0)
                cost += 0.3 + deep / 40;
    return cost;
}

double CastCost::stress(int player, const Mate& mate) const {
    const double x = m_x[at(player)] - m_x[at(mate.player)], y = m_y[at(player)] - m_y[at(mate.player)];
    const double off = std::sqrt(x * x + y * y) / m_step - mate.aim / m_step;
    return mate.pull * off * off;
}

/// Whether a box leaves the frame.
double CastCost::outside(const Sides& box) const {
    const bool leaves =
        box.left < 0 || box.top < 0 || box.right > m_input.frame.width() || box.bottom > m_input.frame.height();
    return box.left < box.right && leaves ? 1 : 0;
}

/// A tie and its words with somebody whom they are no business of.
double CastCost::meet(const Way& way, const Link& link, int player, double share) const {
    const Sides &form = m_form[at(player)], &name = m_name[at(player)];
    double cost = 0;
    if (touches(way, form, clearOfTies))
        cost += passagePrice * std::max(0.5, share);
    if (touches(way, name, clearOfTies / 2))
        cost += passagePrice * std::max(0.5, share);
    if (!link.label.isEmpty() && (depth(way.label, form, clearOfTies) > 0 || depth(way.label, name, clearOfTies) > 0))
        cost += labelPrice * share;
    return cost;
}

/// What a link costs by itself: too short, under the names of its own ends, or with words that leave the frame.
double CastCost::own(int link) const {
    const Link& one = m_links[at(link)];
    const Way& way = m_ways[at(link)];
    double cost = way.seen < way.needed ? shortPrice * std::min(1.5, 1 - way.seen / way.needed) : 0;
    const double hidden = way.seen < leastSeen ? hiddenPrice * std::min(1.5, 1 - way.seen / leastSeen) : 0;
    for (const int end : {one.a, one.b}) {
        if (touches(way, m_name[at(end)], 0))
            cost += ownNamePrice;
        if (!one.label.isEmpty() && depth(way.label, m_name[at(end)], clearOfTies) > 0)
            cost += labelPrice;
    }
    if (!one.label.isEmpty())
        cost += labelPrice * outside(way.label);
    return cost * one.share + hidden * std::max(0.5, one.share);
}

double CastCost::narrowness(int link, const Rival& rival) const {
    const Link &one = m_links[at(link)], &other = m_links[at(rival.link)];
    const auto first = at(one.a == rival.joint ? one.b : one.a),
               second = at(other.a == rival.joint ? other.b : other.a);
    const double x = m_x[at(rival.joint)], y = m_y[at(rival.joint)];
    const double ax = m_x[first] - x, ay = m_y[first] - y, bx = m_x[second] - x, by = m_y[second] - y;
    const double along = ax * bx + ay * by, across = std::abs(ax * by - ay * bx);
    if (along <= 0 || across > along * std::tan(narrowTies))
        return 0;
    return anglePrice * (1 - std::atan2(across, along) / narrowTies);
}

double CastCost::clash(int link, const Rival& rival) const {
    const Way &way = m_ways[at(link)], &other = m_ways[at(rival.link)];
    double cost = rival.joint >= 0 ? narrowness(link, rival) : cross(way, other) ? crossingPrice : 0;
    const bool hasLabel = !m_links[at(link)].label.isEmpty(), otherHas = !m_links[at(rival.link)].label.isEmpty();
    if (hasLabel && touches(other, way.label, 0))
        cost += labelPrice;
    if (otherHas && touches(way, other.label, 0))
        cost += labelPrice;
    if (hasLabel && otherHas && depth(way.label, other.label, 0) > 0)
        cost += labelPrice;
    return cost * rival.share;
}

/// What is in the way of the second line of a link that bends to one side, and of its words.
double CastCost::bent(const Link& link, const Bend& bend) const {
    double cost = 0.5 * passagePrice * outside(bend.words);
    for (const Foreign& foreign : link.foreign) {
        const Sides &form = m_form[at(foreign.index)], &name = m_name[at(foreign.index)];
        if (depth(bend.bounds, form, clearOfTies) <= 0 && depth(bend.bounds, name, clearOfTies) <= 0)
            continue;
        const bool isHit = std::any_of(bend.parts.begin(), bend.parts.end(), [&](const Way& part) {
            return touches(part, form, clearOfTies) || touches(part, name, clearOfTies / 2);
        });
        if (isHit)
            cost += 0.5 * passagePrice;
        else if (depth(bend.words, form, clearOfTies) > 0 || depth(bend.words, name, clearOfTies) > 0)
            cost += labelPrice * foreign.share;
    }
    for (const Rival& rival : link.rivals)
        if (touches(m_ways[at(rival.link)], bend.words, 0))
            cost += labelPrice * rival.share;
    return cost;
}

/// Of the side on which less is in the way.
double CastCost::second(int link) const {
    const Link& one = m_links[at(link)];
    const auto& bends = m_bends[at(link)];
    const double first = bent(one, bends[0]);
    return first > 0 ? std::min(first, bent(one, bends[1])) : 0;
}

/// All that has to do with a link, but not what another link of the same player counts.
double CastCost::ofLink(int link, int player) const {
    const Link& one = m_links[at(link)];
    const Way& way = m_ways[at(link)];
    double cost = own(link);
    for (const Foreign& foreign : one.foreign)
        cost += meet(way, one, foreign.index, foreign.share);
    for (const Rival& rival : one.rivals) {
        const Link& other = m_links[at(rival.link)];
        if (rival.link > link || (other.a != player && other.b != player))
            cost += clash(link, rival);
    }
    return one.isDouble ? cost + second(link) : cost;
}

double CastCost::of(int player, double limit) const {
    double cost = m_side[at(player)] > 0 ? otherSidePrice : 0;
    for (const Mate& mate : m_mates[at(player)]) {
        cost += stress(player, mate) + m_overlapPrice * apart(player, mate.player, m_input.gap);
    }
    for (const int stranger : m_strangers[at(player)])
        cost += strangerPrice * std::min(1.0, apart(player, stranger, 0));
    for (const Foreign& passing : m_passing[at(player)]) {
        if (cost > limit)
            return cost;
        cost += meet(m_ways[at(passing.index)], m_links[at(passing.index)], player, passing.share);
        if (m_links[at(passing.index)].isDouble)
            cost += second(passing.index);
    }
    for (const int link : m_linksOf[at(player)]) {
        if (cost > limit)
            return cost;
        cost += ofLink(link, player);
    }
    return cost;
}

double CastCost::whole() const {
    double cost = 0;
    for (int i = 0; i < static_cast<int>(m_x.size()); ++i) {
        cost += m_side[at(i)] > 0 ? otherSidePrice : 0;
        for (const Mate& mate : m_mates[at(i)])
            if (mate.player > i)
                cost += stress(i, mate) + m_overlapPrice * apart(i, mate.player, m_input.gap);
        for (const int stranger : m_strangers[at(i)])
            if (stranger > i)
                cost += strangerPrice * std::min(1.0, apart(i, stranger, 0));
    }
    for (int link = 0; link < static_cast<int>(m_links.size()); ++link) {
        const Link& one = m_links[at(link)];
        cost += own(link) + (one.isDouble ? second(link) : 0);
        for (const Foreign& foreign : one.foreign)
            cost += meet(m_ways[at(link)], one, foreign.index, foreign.share);
        for (const Rival& rival : one.rivals)
            if (rival.link > link)
                cost += clash(link, rival);
    }
    return cost;
}

bool CastCost::isCrowded(const PlayedScene& scene) const {
    for (const int one : scene.players) {
        if (outside(m_form[at(one)]) > 0 || outside(m_name[at(one)]) > 0)
            return true;
        for (const int other : scene.players)
            if (other > one && apart(one, other, m_input.gap / 3) > 0)
                return true;
    }
    return false;
}

int CastCost::passages(const PlayedScene& scene) const {
    int count = 0;
    for (size_t i = 0; i < m_links.size(); ++i) {
        const Link& link = m_links[i];
        if (!isTie(scene, link.a, link.b))
            continue;
        for (const int player : scene.players)
            if (player != link.a && player != link.b &&
                (touches(m_ways[i], m_form[at(player)], 0) || touches(m_ways[i], m_name[at(player)], 0)))
                ++count;
    }
    return count;
}

int CastCost::crossings(const PlayedScene& scene) const {
    int count = 0;
    for (size_t i = 0; i < m_links.size(); ++i) {
        if (!isTie(scene, m_links[i].a, m_links[i].b))
            continue;
        for (const Rival& rival : m_links[i].rivals)
            if (rival.joint < 0 && rival.link > static_cast<int>(i) &&
                isTie(scene, m_links[at(rival.link)].a, m_links[at(rival.link)].b) &&
                cross(m_ways[i], m_ways[at(rival.link)]))
                ++count;
    }
    return count;
}

} // namespace entente::relations
