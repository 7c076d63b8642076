#pragma once

#include <QtGlobal>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente::store {

/// Edit distances from one text to many, in bit vectors (Myers, 1999, in the form of Hyyrö, 2003). Texts are UTF-8; of
/// each the first 60 letters count.
class Spelling {
public:
    /// `text` has at least one letter.
    explicit Spelling(std::string_view text);

    /// How many letters must be replaced, added or left out, if fewer than `bound`. O(letters of `other`), and less the
    /// smaller the bound.
    std::optional<int> distanceTo(std::string_view other, int bound) const;

private:
    quint64 placesOf(char32_t letter) const;

    int m_length = 0;
    std::array<quint64, 128> m_ascii = {}; ///< places of each letter, a bit each
    std::vector<std::pair<char32_t, quint64>> m_others;
};

} // namespace entente::store
