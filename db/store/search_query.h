#pragma once

#include "db/store/search_names.h"

#include <array>
#include <optional>

namespace entente::store {

/// How well a thing answers; smaller is better.
enum class Rank : quint8 { Whole, Beginning, WordStart, OtherWordStart, Inside, InText };
inline constexpr size_t rankCount = 6;

/// A place in folded bytes that may hold a piece of text: found by its first and last byte, many at a time.
class Pattern {
public:
    enum class Place : quint8 { Anywhere, NameStart, WholeName };

    /// `text` is not empty; at the start of a name or as a whole one it begins with a blank.
    Pattern(std::string text, Place place);

    /// The first place of the pattern that begins at `from` or later, with the sign before it, or npos.
    size_t find(std::string_view bytes, size_t from) const;

private:
    /// Bytes of a range, so that one comparison tells signs as well as a letter.
    struct Probe {
        unsigned char low = 0, width = 0;
        bool holds(char c) const { return static_cast<unsigned char>(static_cast<unsigned char>(c) - low) <= width; }
    };
    bool mayFit(const char* window) const;
    bool fits(const char* at) const;

    std::string m_text;
    size_t m_before = 0; ///< signs before the text: none or one
    size_t m_length = 0; ///< with the signs
    Probe m_first, m_last;
};

/// A thing in a block that answers.
struct Found {
    Rank rank = Rank::Whole;
    Hit::Group group = Hit::Group::Events;
    qsizetype number = 0; ///< in its group
};

/// How many answers of each rank are known, and so which are still worth finding.
class Tally {
public:
    explicit Tally(int limit) : m_limit(limit) {}

    void add(Rank rank) { ++m_counts[static_cast<size_t>(rank)]; }
    /// The worst rank of which an answer further on would still be among the best `limit`; none if even the best not.
    std::optional<Rank> worstOfUse() const;

private:
    int m_limit;
    std::array<int, rankCount> m_counts = {};
};

/// What is looked for: words of which all must occur.
class Query {
public:
    /// `wanted` is folded and not empty.
    explicit Query(const QString& wanted);

    /// The answers in a block that are of use beyond those of the tally, in order.
    std::vector<Found> findIn(const NameBlock& block, Tally tally) const;

private:
    std::optional<Rank> rankOf(std::string_view entry, Rank worst) const;
    bool isWholeNameIn(std::string_view names) const;

    std::string m_whole;              ///< all words, each with the blank before it
    std::vector<std::string> m_words; ///< the same one by one
    std::vector<Pattern> m_patterns;  ///< for each rank one that every entry of that rank or better holds
};

} // namespace entente::store
