#include "db/store/search.h"

#include "db/store/fold.h"
#include "db/store/search_query.h"
#include "db/store/spelling.h"
#include "db/store/two_threads.h"

#include <algorithm>
#include <array>
#include <limits>
#include <mutex>
#include <tuple>

namespace entente::store {

namespace {

constexpr qsizetype longestTitle = 1000; // letters in which matches are looked for
constexpr qsizetype groups = 4;

size_t placeOf(Hit::Group group) {
    return static_cast<size_t>(group);
}

/// Where the words stand in the title as written: the letters whose foldings make the word.
QList<Hit::Match> matchesIn(const QString& title, const QStringList& words) {
    QList<Hit::Match> matches;
    for (qsizetype start = 0; start < title.size(); ++start) {
        const bool wordStart = start == 0 || !title[start - 1].isLetterOrNumber();
        if (!wordStart || !title[start].isLetterOrNumber())
            continue;
        for (qsizetype length = 1; start + length <= title.size(); ++length) {
            const QString piece = folded(title.mid(start, length));
            if (words.contains(piece)) {
                matches.append({start, length});
                break;
            }
            const bool mayGrow =
                std::any_of(words.begin(), words.end(), [&](const QString& word) { return word.startsWith(piece); });
            if (!mayGrow)
                break;
        }
    }
    return matches;
}

/// What is found in the blocks, which threads take one by one. Who takes a block is told what the blocks before it
/// hold, as far as that is known: what is left out for that reason would not be among the best, whoever is faster.
class Answers {
public:
    Answers(const std::vector<NameBlock>& blocks, int limit)
        : m_blocks(blocks), m_tallies(groups, Tally(limit)), m_found(blocks.size()) {}

    struct Turn {
        size_t block;
        Tally before;
    };
    std::optional<Turn> take() {
        const std::lock_guard lock(m_mutex);
        if (m_next == m_blocks.size())
            return {};
        return Turn{m_next, m_tallies[placeOf(m_blocks[m_next++].group)]};
    }
    void give(size_t block, std::vector<Found> found) {
        const std::lock_guard lock(m_mutex);
        for (const Found& one : found)
            m_tallies[placeOf(one.group)].add(one.rank);
        m_found[block] = std::move(found);
    }

    /// All, best first.
    std::vector<Found> inOrder() const {
        std::vector<Found> all;
        for (const std::vector<Found>& some : m_found)
            all.insert(all.end(), some.begin(), some.end());
        std::stable_sort(all.begin(), all.end(), [](const Found& a, const Found& b) { return a.rank < b.rank; });
        return all;
    }

private:
    const std::vector<NameBlock>& m_blocks;
    std::mutex m_mutex;
    size_t m_next = 0;
    std::vector<Tally> m_tallies; ///< of each group
    std::vector<std::vector<Found>> m_found;
};

/// The things with the smallest distances, of equal ones the first, each title once.
class Nearest {
public:
    struct Candidate {
        int distance;
        Hit::Group group;
        qsizetype number; ///< in its group
        QString title;
    };

    /// Distances from here on are of no use.
    int bound() const { return m_best.size() < count ? std::numeric_limits<int>::max() : m_best.back().distance; }

    void add(const Candidate& candidate) {
        const auto before = [](const Candidate& a, const Candidate& b) {
            return std::tie(a.distance, a.group, a.number) < std::tie(b.distance, b.group, b.number);
        };
        const auto same = std::find_if(m_best.begin(), m_best.end(),
                                       [&](const Candidate& one) { return one.title == candidate.title; });
        if (same != m_best.end() && before(*same, candidate))
            return;
        if (same != m_best.end())
            m_best.erase(same);
        m_best.insert(std::upper_bound(m_best.begin(), m_best.end(), candidate, before), candidate);
        if (m_best.size() > count)
            m_best.pop_back();
    }
    void add(const Nearest& others) {
        for (const Candidate& candidate : others.m_best)
            add(candidate);
    }
    QStringList titles() const {
        QStringList titles;
        for (const Candidate& candidate : m_best)
            titles.append(candidate.title);
        return titles;
    }

private:
    static constexpr size_t count = 3;
    std::vector<Candidate> m_best;
};

/// The smallest distance of an entry's names, if below the bound.
std::optional<int> distanceOf(std::string_view names, const Spelling& wanted, int bound) {
    std::optional<int> least;
    for (auto at = names.begin(); at != names.end();) {
        const auto end = std::find_if(at + 1, names.end(), isSign);
        if (end - at > 2) // the sign and a blank stand before the name
            if (const auto distance = wanted.distanceTo({at + 2, end}, least.value_or(bound)))
                least = distance;
        at = end;
    }
    return least;
}

} // namespace

class Search::Index {
public:
    Index(model::DossierPointer dossier, const Progress& progress, const std::stop_token& stop)
        : m_names(std::move(dossier), progress, stop) {}

    /// All that may be among the best `limit` of a group, best first.
    std::vector<Found> find(const QString& wanted, int limit, const std::stop_token& stop) const;
    QList<Hit> hitsFor(const std::vector<Found>& found, const QString& wanted) const;
    QStringList nearest(const QString& wanted, const std::stop_token& stop) const;

private:
    void addNearest(const NameBlock& block, const Spelling& wanted, Nearest& nearest) const;

    SearchNames m_names;
};

std::vector<Found> Search::Index::find(const QString& wanted, int limit, const std::stop_token& stop) const {
    if (wanted.isEmpty() || limit < 1)
        return {};
    const Query query(wanted);
    Answers answers(m_names.blocks(), limit);
    inTwoThreads(m_names.blocks().size(), [&] {
        for (auto turn = answers.take(); turn && !stop.stop_requested(); turn = answers.take())
            answers.give(turn->block, query.findIn(m_names.blocks()[turn->block], turn->before));
    });
    return stop.stop_requested() ? std::vector<Found>() : answers.inOrder();
}

QList<Hit> Search::Index::hitsFor(const std::vector<Found>& found, const QString& wanted) const {
    const QStringList words = wanted.split(' ', Qt::SkipEmptyParts);
    QList<Hit> hits;
    for (const Found& one : found) {
        const QString title = m_names.titleOf(one.group, one.number);
        hits.append({one.group, m_names.subjectOf(one.group, one.number), title,
                     matchesIn(title.left(longestTitle), words), one.rank == Rank::InText});
    }
    return hits;
}

void Search::Index::addNearest(const NameBlock& block, const Spelling& wanted, Nearest& nearest) const {
    const std::string_view bytes = block.bytes;
    qsizetype number = block.first;
    for (size_t start = 0, end = 0; start + 1 < bytes.size(); start = end, ++number) {
        end = bytes.find(EntrySign, start + 1);
        if (const auto distance = distanceOf(namesIn(bytes.substr(start, end - start)), wanted, nearest.bound()))
            nearest.add({*distance, block.group, number, m_names.titleOf(block.group, number)});
    }
}

QStringList Search::Index::nearest(const QString& wanted, const std::stop_token& stop) const {
    if (wanted.isEmpty())
        return {};
    const Spelling spelling(wanted.toStdString());
    Nearest best;
    std::mutex mutex;
    size_t next = 0;
    inTwoThreads(m_names.blocks().size(), [&] {
        for (std::unique_lock lock(mutex); next < m_names.blocks().size() && !stop.stop_requested();) {
            const NameBlock& block = m_names.blocks()[next++];
            Nearest here = best;
            lock.unlock();
            if (block.group == Hit::Group::Events || block.group == Hit::Group::Actors)
                addNearest(block, spelling, here);
            lock.lock();
            best.add(here);
        }
    });
    return stop.stop_requested() ? QStringList() : best.titles();
}

Search::Search(model::DossierPointer dossier, const Progress& progress, const std::stop_token& stop)
    : m_index(std::make_unique<const Index>(std::move(dossier), progress, stop)) {}

Search::~Search() = default;

QList<Hit> Search::find(const QString& text, int limit, const std::stop_token& stop) const {
    const QString wanted = folded(text);
    std::vector<Found> found = m_index->find(wanted, limit, stop);
    found.resize(std::min(found.size(), static_cast<size_t>(std::max(limit, 0))));
    return m_index->hitsFor(found, wanted);
}

QList<Hit> Search::findInEach(const QString& text, int limit, const std::stop_token& stop) const {
    const QString wanted = folded(text);
    std::array<int, groups> kept = {};
    std::vector<Found> found = m_index->find(wanted, limit, stop);
    std::erase_if(found, [&](const Found& one) { return kept[placeOf(one.group)]++ >= limit; });
    return m_index->hitsFor(found, wanted);
}

QStringList Search::nearest(const QString& text, const std::stop_token& stop) const {
    return m_index->nearest(folded(text), stop);
}

} // namespace entente::store
