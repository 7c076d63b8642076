#pragma once

#include "db/model/populate.h"

#include <QtGlobal>
#include <algorithm>
#include <array>
#include <cstring>
#include <utility>
#include <vector>

namespace entente::model {

/// Sorts values by key(value), a quint64; equals keep their order. Least significant digit first, a byte at a time, and
/// only through bytes in which keys differ once the least is taken off: O(n) a byte, with memory for as many values
/// again. Some four times as fast as comparing for a million of them. Knuth, The Art of Computer Programming 3, 5.2.5.
template <typename T, typename Key>
void radixSort(std::vector<T>& values, const Key& key) {
    constexpr size_t digits = sizeof(quint64), bits = 8, base = size_t(1) << bits;
    if (values.size() < 2)
        return;
    quint64 least = key(values.front()), before = least;
    bool isSorted = true;
    for (const T& value : values) {
        const quint64 own = key(value);
        isSorted = isSorted && before <= own;
        least = std::min(least, own);
        before = own;
    }
    if (isSorted)
        return;
    quint64 used = 0; // bits that any key has
    for (const T& value : values)
        used |= key(value) - least;
    const auto digitOf = [&](const T& value, size_t digit) { return ((key(value) - least) >> (digit * bits)) % base; };
    std::vector<T> other;
    other.reserve(values.size());
    populate(other.data(), values.size() * sizeof(T));
    other.resize(values.size());
    for (size_t digit = 0; digit < digits; ++digit) {
        if ((used >> (digit * bits)) % base == 0)
            continue;
        std::array<size_t, base> places{};
        for (const T& value : values)
            ++places[digitOf(value, digit)];
        size_t sum = 0;
        for (size_t& place : places)
            sum += std::exchange(place, sum);
        for (const T& value : values)
            other[places[digitOf(value, digit)]++] = value;
        values.swap(other);
    }
}

/// A number that orders as a day with fractions does; not for NaN.
inline quint64 orderOf(double day) {
    const double plain = day + 0.0; // not -0
    quint64 bits = 0;
    std::memcpy(&bits, &plain, sizeof bits);
    constexpr quint64 sign = quint64(1) << 63;
    return bits & sign ? ~bits : bits | sign;
}

/// As for a day with fractions.
inline quint64 orderOf(qint64 number) {
    constexpr quint64 sign = quint64(1) << 63;
    return static_cast<quint64>(number) ^ sign;
}

} // namespace entente::model
