#pragma once

#include "db/model/populate.h"

#include <QtGlobal>
#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <utility>
#include <vector>

namespace entente::model {

/// Sorts values by key(value), a quint64; equals keep their order. Least significant digit first, and only those bits
/// in which keys differ once the least is taken off, in as few digits of at most 12 bits as hold them: O(n) a digit,
/// with memory for as many values again; few values are compared. Some four times as fast as comparing for a million of
/// them. Knuth, The Art of Computer Programming 3, 5.2.5.
template <typename T, typename Key>
void radixSort(std::vector<T>& values, const Key& key) {
    constexpr int most = 12;     // places to write to that the caches still hold
    constexpr size_t few = 1000; // are compared sooner than all places are counted
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
    if (values.size() < few) {
        std::stable_sort(values.begin(), values.end(), [&key](const T& a, const T& b) { return key(a) < key(b); });
        return;
    }
    quint64 used = 0; // bits that any key has
    for (const T& value : values)
        used |= key(value) - least;
    const int lowest = std::countr_zero(used), bits = 64 - std::countl_zero(used) - lowest;
    const int digits = (bits + most - 1) / most, width = (bits + digits - 1) / digits;
    const quint64 mask = (quint64(1) << width) - 1;
    std::vector<T> other;
    other.reserve(values.size());
    populate(other.data(), values.size() * sizeof(T));
    other.resize(values.size());
    for (int shift = lowest; shift < lowest + bits; shift += width) {
        const auto digitOf = [&](const T& value) { return ((key(value) - least) >> shift) & mask; };
        std::array<size_t, size_t(1) << most> places{};
        for (const T& value : values)
            ++places[digitOf(value)];
        size_t sum = 0;
        for (size_t& place : places)
            sum += std::exchange(place, sum);
        for (const T& value : values)
            other[places[digitOf(value)]++] = value;
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
