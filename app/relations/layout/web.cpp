#include "app/relations/layout/web.h"

#include <algorithm>
#include <cmath>
#include <limits>

#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic ignored "-Wnull-dereference" // GCC 12 at -O1 sees one in push_back that is not there
#endif

namespace entente::relations {

namespace {

/// Bodies by their length so far, in a ring that holds no more than the longest tie spans.
class Rings {
public:
    explicit Rings(int longest) : m_rings(at(longest) + 1) {}

    void add(int body, int length) {
        m_rings[at(length) % m_rings.size()].push_back(body);
        ++m_waiting;
    }
    bool isEmpty() const { return m_waiting == 0; }
    /// All that wait at a length. Ties are longer than nothing, so that none is added there meanwhile.
    std::vector<int> take(int length) {
        std::vector<int> bodies = std::move(m_rings[at(length) % m_rings.size()]);
        m_rings[at(length) % m_rings.size()].clear();
        m_waiting -= bodies.size();
        return bodies;
    }

private:
    std::vector<std::vector<int>> m_rings;
    size_t m_waiting = 0;
};

/// Lengths of paths if all ties are as long: a queue does without rings.
void walkEvenly(const Web& web, int source, std::vector<int>& lengths) {
    std::vector<int> queue;
    queue.reserve(at(web.size()));
    queue.push_back(source);
    lengths[at(source)] = 0;
    for (size_t next = 0; next < queue.size(); ++next) {
        const int body = queue[next];
        for (int entry = web.first[at(body)]; entry < web.first[at(body) + 1]; ++entry) {
            int& length = lengths[at(web.other[at(entry)])];
            if (length < 0) {
                length = lengths[at(body)] + web.longest;
                queue.push_back(web.other[at(entry)]);
            }
        }
    }
}

} // namespace

Web webOf(const Board& board) {
    Web web;
    web.first.assign(board.bodies.size() + 1, 0);
    for (const Pair& pair : board.pairs) {
        ++web.first[at(pair.a) + 1];
        ++web.first[at(pair.b) + 1];
    }
    for (size_t i = 1; i < web.first.size(); ++i)
        web.first[i] += web.first[i - 1];
    web.other.resize(2 * board.pairs.size());
    web.length.resize(2 * board.pairs.size());
    std::vector<int> next = web.first;
    for (const Pair& pair : board.pairs) {
        const int length = static_cast<int>(std::lround(1 / (std::sqrt(pair.share) * grain)));
        for (const auto& [from, to] : {std::pair(pair.a, pair.b), std::pair(pair.b, pair.a)}) {
            const auto entry = at(next[at(from)]++);
            web.other[entry] = to;
            web.length[entry] = length;
        }
        web.isEven = web.isEven && (web.longest == 0 || web.longest == length);
        web.longest = std::max(web.longest, length);
    }
    return web;
}

void walkFrom(const Web& web, int source, std::vector<int>& lengths) {
    lengths.assign(at(web.size()), -1);
    if (web.isEven)
        return walkEvenly(web, source, lengths);
    Rings rings(web.longest);
    rings.add(source, 0);
    std::vector<int> shortest(at(web.size()), std::numeric_limits<int>::max());
    shortest[at(source)] = 0;
    for (int length = 0; !rings.isEmpty(); ++length) {
        for (const int body : rings.take(length)) {
            if (lengths[at(body)] >= 0)
                continue;
            lengths[at(body)] = length;
            for (int entry = web.first[at(body)]; entry < web.first[at(body) + 1]; ++entry) {
                const int to = web.other[at(entry)];
                const int there = length + web.length[at(entry)];
                if (there < shortest[at(to)]) {
                    shortest[at(to)] = there;
                    rings.add(to, there);
                }
            }
        }
    }
}

} // namespace entente::relations
