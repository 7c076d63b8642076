#pragma once

#include "db/model/packed_bytes.h"

#include <initializer_list>
#include <iterator>

namespace entente::model {

/// A list of rows kept as bytes and made when they are looked at: `pack(const Row&, ByteWriter&)` and
/// `unpack(QByteArrayView, Row&)` say how. Rows come by value, so that a row is read once into a name of its own.
template <typename Row>
class PackedList {
public:
    using value_type = Row;

    class const_iterator {
    public:
        using iterator_category = std::random_access_iterator_tag;
        using value_type = Row;
        using difference_type = qsizetype;
        using pointer = const Row*;
        using reference = Row;

        const_iterator() = default;
        const_iterator(const PackedList* list, qsizetype index) : m_list(list), m_index(index) {}
        Row operator*() const { return (*m_list)[m_index]; }
        const_iterator& operator++() {
            ++m_index;
            return *this;
        }
        const_iterator operator++(int) { return {m_list, m_index++}; }
        const_iterator operator+(qsizetype steps) const { return {m_list, m_index + steps}; }
        qsizetype operator-(const const_iterator& other) const { return m_index - other.m_index; }
        bool operator==(const const_iterator& other) const { return m_index == other.m_index; }

    private:
        const PackedList* m_list = nullptr;
        qsizetype m_index = 0;
    };

    PackedList() = default;
    PackedList(std::initializer_list<Row> rows) {
        for (const Row& row : rows)
            append(row);
    }

    qsizetype size() const { return m_records.size(); }
    bool isEmpty() const { return size() == 0; }
    Row operator[](qsizetype index) const {
        Row row;
        unpack(m_records[index], row);
        return row;
    }
    Row at(qsizetype index) const { return (*this)[index]; }
    Row first() const { return (*this)[0]; }
    Row last() const { return (*this)[size() - 1]; }
    const_iterator begin() const { return {this, 0}; }
    const_iterator end() const { return {this, size()}; }

    void append(const Row& row) {
        ByteWriter writer;
        pack(row, writer);
        m_records.append(writer.bytes());
    }
    void replace(qsizetype index, const Row& row) {
        ByteWriter writer;
        pack(row, writer);
        m_records.replace(index, writer.bytes());
    }
    void removeLast() { m_records.removeLast(); }
    bool isSharedWith(const PackedList& other) const { return m_records.isSharedWith(other.m_records); }

    /// The rows as bytes, for who reads parts of many.
    const PackedBytes& records() const { return m_records; }
    /// All rows of another list, as PackedBytes::append.
    void expectBlocks(qsizetype bytesOfARecord) { m_records.expectBlocks(bytesOfARecord); }
    qsizetype meanBytes() const { return m_records.meanBytes(); }
    void append(const PackedList& other) { m_records.append(other.m_records); }
    /// Takes a row that is packed already.
    void appendRecord(QByteArrayView record) { m_records.append(record); }

    bool operator==(const PackedList& other) const {
        if (size() != other.size())
            return false;
        for (qsizetype i = 0; i < size(); ++i)
            if (m_records[i] != other.m_records[i])
                return false;
        return true;
    }

private:
    PackedBytes m_records;
};

} // namespace entente::model
