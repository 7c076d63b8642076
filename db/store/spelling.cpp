#include "db/store/spelling.h"

#include <algorithm>

namespace entente::store {

namespace {

constexpr int longest = 60; // letters; a bit vector has 64

bool startsLetter(char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
}

/// The bytes of one letter as a number, which tells it from others; `at` goes behind it.
char32_t nextLetter(const char*& at, const char* end) {
    char32_t letter = static_cast<unsigned char>(*at++);
    while (at < end && !startsLetter(*at))
        letter = letter << 8 | static_cast<unsigned char>(*at++);
    return letter;
}

int lettersIn(std::string_view text) {
    return static_cast<int>(std::min<qsizetype>(std::count_if(text.begin(), text.end(), startsLetter), longest));
}

} // namespace

Spelling::Spelling(std::string_view text) : m_length(lettersIn(text)) {
    const char* at = text.data();
    for (int place = 0; place < m_length; ++place) {
        const char32_t letter = nextLetter(at, text.data() + text.size());
        if (letter < m_ascii.size()) {
            m_ascii[letter] |= quint64(1) << place;
            continue;
        }
        const auto known =
            std::find_if(m_others.begin(), m_others.end(), [=](auto& one) { return one.first == letter; });
        if (known == m_others.end())
            m_others.emplace_back(letter, quint64(1) << place);
        else
            known->second |= quint64(1) << place;
    }
}

quint64 Spelling::placesOf(char32_t letter) const {
    if (letter < m_ascii.size())
        return m_ascii[letter];
    for (const auto& [other, places] : m_others)
        if (other == letter)
            return places;
    return 0;
}

std::optional<int> Spelling::distanceTo(std::string_view other, int bound) const {
    const int letters = lettersIn(other);
    if (std::abs(letters - m_length) >= bound)
        return {};
    quint64 rises = ~quint64(0), falls = 0; // from one place of a column of the matrix to the next
    const quint64 last = quint64(1) << (m_length - 1);
    int distance = m_length;
    const char* at = other.data();
    for (int left = letters - 1; left >= 0; --left) {
        const quint64 same = placesOf(nextLetter(at, other.data() + other.size()));
        const quint64 diagonal = (((same & rises) + rises) ^ rises) | same | falls;
        const quint64 up = falls | ~(diagonal | rises), down = diagonal & rises;
        distance += (up & last) != 0 ? 1 : 0;
        distance -= (down & last) != 0 ? 1 : 0;
        if (distance - left >= bound)
            return {};
        const quint64 shifted = up << 1 | 1;
        rises = down << 1 | ~(diagonal | shifted);
        falls = shifted & diagonal;
    }
    return distance < bound ? std::optional(distance) : std::nullopt;
}

} // namespace entente::store
