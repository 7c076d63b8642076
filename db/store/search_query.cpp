#include "db/store/search_query.h"

#include <QStringList>
#include <algorithm>
#include <cstring>

namespace entente::store {

namespace {
constexpr size_t window = 64; // places looked at together: the compiler makes vectors of it
constexpr auto none = std::string_view::npos;
} // namespace

Pattern::Pattern(std::string text, Place place)
    : m_text(std::move(text)), m_before(place == Place::Anywhere ? 0 : 1),
      m_length(m_text.size() + m_before + (place == Place::WholeName ? 1 : 0)) {
    const auto letter = [](char c) { return Probe{static_cast<unsigned char>(c), 0}; };
    const Probe sign{0, static_cast<unsigned char>(TextSign)};
    m_first = m_before > 0 ? sign : letter(m_text.front());
    m_last = place == Place::WholeName ? sign : letter(m_text.back());
}

bool Pattern::mayFit(const char* at) const {
    const Probe first = m_first, last = m_last;
    const char* const ends = at + m_length - 1;
    unsigned char any = 0;
    for (size_t i = 0; i < window; ++i)
        any = static_cast<unsigned char>(any | (first.holds(at[i]) & last.holds(ends[i])));
    return any != 0;
}

bool Pattern::fits(const char* at) const {
    return m_first.holds(*at) && m_last.holds(at[m_length - 1]) &&
           std::memcmp(at + m_before, m_text.data(), m_text.size()) == 0;
}

size_t Pattern::find(std::string_view bytes, size_t from) const {
    if (bytes.size() < m_length)
        return none;
    const char* const start = bytes.data();
    const size_t end = bytes.size() - m_length + 1; // of places
    for (; from + window <= end; from += window) {
        if (!mayFit(start + from))
            continue;
        for (size_t at = from; at < from + window; ++at)
            if (fits(start + at))
                return at;
    }
    for (; from < end; ++from)
        if (fits(start + from))
            return from;
    return none;
}

std::optional<Rank> Tally::worstOfUse() const {
    int better = 0;
    std::optional<Rank> worst;
    for (size_t rank = 0; rank < rankCount; ++rank) {
        better += m_counts[rank];
        if (better >= m_limit)
            break;
        worst = static_cast<Rank>(rank);
    }
    return worst;
}

Query::Query(const QString& wanted) {
    for (const QString& word : wanted.split(' ', Qt::SkipEmptyParts))
        m_words.push_back(' ' + word.toStdString());
    for (const std::string& word : m_words)
        m_whole += word;
    const std::string& longest = *std::max_element(m_words.begin(), m_words.end(),
                                                   [](const auto& a, const auto& b) { return a.size() < b.size(); });
    m_patterns.emplace_back(m_whole, Pattern::Place::WholeName);
    m_patterns.emplace_back(m_whole, Pattern::Place::NameStart);
    m_patterns.insert(m_patterns.end(), 2, Pattern(longest, Pattern::Place::Anywhere));
    m_patterns.insert(m_patterns.end(), 2, Pattern(longest.substr(1), Pattern::Place::Anywhere));
}

bool Query::isWholeNameIn(std::string_view names) const {
    for (size_t at = names.find(m_whole, 1); at != none; at = names.find(m_whole, at + 1)) {
        const size_t end = at + m_whole.size();
        if (isSign(names[at - 1]) && (end == names.size() || isSign(names[end])))
            return true;
    }
    return false;
}

std::optional<Rank> Query::rankOf(std::string_view entry, Rank worst) const {
    const std::string_view names = namesIn(entry), title = titleIn(entry);
    const auto all = [this](const auto& holds) { return std::all_of(m_words.begin(), m_words.end(), holds); };
    const auto startIn = [](std::string_view text) {
        return [text](const std::string& word) { return text.find(word) != none; };
    };
    if (isWholeNameIn(names))
        return Rank::Whole;
    if (worst >= Rank::Beginning && title.starts_with(m_whole))
        return Rank::Beginning;
    if (worst >= Rank::WordStart && all(startIn(title)))
        return Rank::WordStart;
    if (worst >= Rank::OtherWordStart && all(startIn(names)))
        return Rank::OtherWordStart;
    const auto isInside = [names](const std::string& word) {
        return names.find(std::string_view(word).substr(1)) != none;
    };
    if (worst >= Rank::Inside && all(isInside))
        return Rank::Inside;
    if (worst >= Rank::InText && all(startIn(entry)))
        return Rank::InText;
    return {};
}

std::vector<Found> Query::findIn(const NameBlock& block, Tally tally) const {
    const std::string_view bytes = block.bytes;
    std::vector<Found> found;
    qsizetype number = block.first;
    size_t entry = 0; // where thing `number` starts
    for (auto worst = tally.worstOfUse(); worst; worst = tally.worstOfUse()) {
        const size_t at = m_patterns[static_cast<size_t>(*worst)].find(bytes, entry);
        if (at == none)
            break;
        const size_t start = bytes.rfind(EntrySign, at), end = bytes.find(EntrySign, at + 1);
        number += std::count(bytes.begin() + static_cast<qsizetype>(entry),
                             bytes.begin() + static_cast<qsizetype>(start), EntrySign);
        if (const auto rank = rankOf(bytes.substr(start, end - start), *worst)) {
            found.push_back({*rank, block.group, number});
            tally.add(*rank);
        }
        ++number;
        entry = end;
    }
    return found;
}

} // namespace entente::store
