#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <memory>
#include <vector>

namespace entente::model {

/// Appends numbers and texts to bytes in a compact form: numbers as LEB128 (seven bits a byte, low ones first), texts
/// as their length and bytes.
class ByteWriter {
public:
    void number(quint64 value);
    /// A number that may be negative, small ones short (zigzag, as in Protocol Buffers).
    void signedNumber(qint64 value);
    void byte(quint8 value) { m_bytes.push_back(static_cast<char>(value)); }
    void text(QByteArrayView value);

    QByteArrayView bytes() const { return {m_bytes.data(), static_cast<qsizetype>(m_bytes.size())}; }
    /// Starts anew without giving the memory back.
    void clear() { m_bytes.clear(); }

private:
    std::vector<char> m_bytes;
};

/// Reads what a ByteWriter wrote, in the same order. Reading past the end is our own mistake.
class ByteReader {
public:
    explicit ByteReader(QByteArrayView bytes) : m_at(bytes.data()), m_end(bytes.data() + bytes.size()) {}

    quint64 number();
    qint64 signedNumber();
    quint8 byte() { return static_cast<quint8>(*m_at++); }
    QByteArrayView text();
    bool atEnd() const { return m_at == m_end; }

private:
    const char* m_at;
    const char* m_end;
};

/// A list of byte strings in shared blocks: about two bytes a record above its own. A copy shares all blocks and is
/// independent; appending to one list copies at most its last block. Not to be changed by two threads at once.
class PackedBytes {
public:
    qsizetype size() const { return m_size; }
    /// Record `index` (0 to size - 1); valid until this list changes. Looks at no more than 15 others.
    QByteArrayView operator[](qsizetype index) const;
    /// Calls use(index, record) for all records from `first` to before `last`, in order and without looking back.
    template <typename Use>
    void each(qsizetype first, qsizetype last, Use&& use) const;

    /// That whole blocks will be appended, of records of about so many bytes: saves the first from growing. 0: unknown.
    void expectBlocks(qsizetype bytesOfARecord) { m_likely = static_cast<size_t>(bytesOfARecord * blockRecords); }
    /// Of a record, its length included, by the last block; rounded up. 0: there is none.
    qsizetype meanBytes() const;
    void append(QByteArrayView record);
    /// All records of another list; shares its blocks if this one's are full, as after each 16 384 records.
    void append(const PackedBytes& other);
    /// Copies the one block that holds the record.
    void replace(qsizetype index, QByteArrayView record);
    void removeLast();
    /// Whether both lists are the same blocks in memory.
    bool isSharedWith(const PackedBytes& other) const { return m_blocks == other.m_blocks; }

private:
    static constexpr qsizetype blockRecords = 1 << 14;
    static constexpr qsizetype stride = 16; ///< records from one known start to the next

    struct Block {
        std::vector<char> bytes;
        std::vector<qsizetype> starts; ///< of every 16th record
        qsizetype count = 0;

        const char* at(qsizetype index) const;
        void append(QByteArrayView record);
    };
    static QByteArrayView recordAt(const char*& at);
    Block& lastBlock();
    void setBlock(qsizetype index, const std::vector<QByteArray>& records);
    std::vector<QByteArray> recordsOf(qsizetype block) const;

    std::vector<std::shared_ptr<Block>> m_blocks;
    qsizetype m_size = 0;
    size_t m_likely = 0; ///< bytes of the first block; 0: unknown
};

inline quint64 ByteReader::number() {
    quint64 value = 0;
    for (int shift = 0;; shift += 7) {
        const quint64 part = static_cast<quint8>(*m_at++);
        value |= (part & 0x7F) << shift;
        if (!(part & 0x80))
            return value;
    }
}

inline qint64 ByteReader::signedNumber() {
    const quint64 value = number();
    return static_cast<qint64>(value >> 1) ^ -static_cast<qint64>(value & 1);
}

inline QByteArrayView ByteReader::text() {
    const auto size = static_cast<qsizetype>(number());
    const QByteArrayView bytes(m_at, size);
    m_at += size;
    return bytes;
}

inline QByteArrayView PackedBytes::recordAt(const char*& at) {
    quint64 size = 0;
    for (int shift = 0;; shift += 7) {
        const quint64 part = static_cast<quint8>(*at++);
        size |= (part & 0x7F) << shift;
        if (!(part & 0x80))
            break;
    }
    const QByteArrayView record(at, static_cast<qsizetype>(size));
    at += size;
    return record;
}

template <typename Use>
void PackedBytes::each(qsizetype first, qsizetype last, Use&& use) const {
    for (qsizetype index = first; index < last;) {
        const Block& block = *m_blocks[static_cast<size_t>(index / blockRecords)];
        const qsizetype end = std::min(last, (index / blockRecords + 1) * blockRecords);
        for (const char* at = block.at(index % blockRecords); index < end; ++index)
            use(index, recordAt(at));
    }
}

} // namespace entente::model
