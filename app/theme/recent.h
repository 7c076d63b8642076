#pragma once

#include <QHash>

namespace entente::theme {

/// What was used of late, by key: between a half and the whole of a number of values. What was not asked for during the
/// last half is forgotten, so that no frame has to make all anew.
template <typename Key, typename Value>
class Recent {
public:
    explicit Recent(qsizetype most) : m_half(most / 2) {}

    /// Null if it is not known; else valid until the next call of either.
    const Value* find(const Key& key) {
        if (const auto known = m_now.constFind(key); known != m_now.constEnd())
            return &*known;
        const auto before = m_before.find(key);
        if (before == m_before.end())
            return nullptr;
        Value value = std::move(*before);
        m_before.erase(before);
        return &insert(key, std::move(value));
    }
    const Value& insert(const Key& key, Value value) {
        if (m_now.size() >= m_half)
            m_before = std::exchange(m_now, {});
        return *m_now.insert(key, std::move(value));
    }
    void clear() {
        m_now.clear();
        m_before.clear();
    }

private:
    qsizetype m_half;
    QHash<Key, Value> m_now, m_before;
};

} // namespace entente::theme
