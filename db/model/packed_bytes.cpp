#include "db/model/packed_bytes.h"
#include "db/model/populate.h"

namespace entente::model {

void ByteWriter::number(quint64 value) {
    for (; value >= 0x80; value >>= 7)
        byte(static_cast<quint8>(value | 0x80));
    byte(static_cast<quint8>(value));
}

void ByteWriter::signedNumber(qint64 value) {
    number((static_cast<quint64>(value) << 1) ^ static_cast<quint64>(value >> 63));
}

void ByteWriter::text(QByteArrayView value) {
    number(static_cast<quint64>(value.size()));
    m_bytes.insert(m_bytes.end(), value.begin(), value.end());
}

const char* PackedBytes::Block::at(qsizetype index) const {
    const char* at = bytes.data() + starts[static_cast<size_t>(index / stride)];
    for (qsizetype skipped = index % stride; skipped > 0; --skipped)
        recordAt(at);
    return at;
}

void PackedBytes::Block::append(QByteArrayView record) {
    if (count % stride == 0)
        starts.push_back(static_cast<qsizetype>(bytes.size()));
    ++count;
    auto size = static_cast<quint64>(record.size());
    for (; size >= 0x80; size >>= 7)
        bytes.push_back(static_cast<char>(size | 0x80));
    bytes.push_back(static_cast<char>(size));
    bytes.insert(bytes.end(), record.begin(), record.end());
    constexpr size_t worthIt = 16; // giving back less than a part of this is not worth the copy
    if (count == blockRecords && bytes.capacity() - bytes.size() > bytes.size() / worthIt)
        bytes.shrink_to_fit();
}

QByteArrayView PackedBytes::operator[](qsizetype index) const {
    const char* at = m_blocks[static_cast<size_t>(index / blockRecords)]->at(index % blockRecords);
    return recordAt(at);
}

/// The block that takes the next record, ours alone.
PackedBytes::Block& PackedBytes::lastBlock() {
    if (m_size % blockRecords == 0) {
        auto block = std::make_shared<Block>();
        // Most likely as large as the one before, and growing copies.
        const size_t likely = m_blocks.empty() ? m_likely : m_blocks.back()->bytes.size() / 32 * 33;
        if (likely > 0) {
            block->bytes.reserve(likely);
            populate(block->bytes.data(), likely);
            block->starts.reserve(blockRecords / stride);
        }
        m_blocks.push_back(std::move(block));
    } else if (m_blocks.back().use_count() > 1)
        m_blocks.back() = std::make_shared<Block>(*m_blocks.back());
    return *m_blocks.back();
}

qsizetype PackedBytes::meanBytes() const {
    return m_size == 0 ? 0 : static_cast<qsizetype>(m_blocks.back()->bytes.size()) / m_blocks.back()->count + 1;
}

void PackedBytes::append(QByteArrayView record) {
    lastBlock().append(record);
    ++m_size;
}

void PackedBytes::append(const PackedBytes& other) {
    if (m_size % blockRecords != 0)
        return other.each(0, other.size(), [this](qsizetype, QByteArrayView record) { append(record); });
    m_blocks.insert(m_blocks.end(), other.m_blocks.begin(), other.m_blocks.end());
    m_size += other.m_size;
}

std::vector<QByteArray> PackedBytes::recordsOf(qsizetype block) const {
    std::vector<QByteArray> records;
    each(block * blockRecords, std::min(m_size, (block + 1) * blockRecords),
         [&](qsizetype, QByteArrayView record) { records.push_back(record.toByteArray()); });
    return records;
}

void PackedBytes::setBlock(qsizetype index, const std::vector<QByteArray>& records) {
    auto block = std::make_shared<Block>();
    for (const QByteArray& record : records)
        block->append(record);
    m_blocks[static_cast<size_t>(index)] = std::move(block);
}

void PackedBytes::replace(qsizetype index, QByteArrayView record) {
    const qsizetype block = index / blockRecords;
    std::vector<QByteArray> records = recordsOf(block);
    records[static_cast<size_t>(index % blockRecords)] = record.toByteArray();
    setBlock(block, records);
}

void PackedBytes::removeLast() {
    const qsizetype block = --m_size / blockRecords;
    if (m_size % blockRecords == 0)
        m_blocks.pop_back();
    else
        setBlock(block, recordsOf(block));
}

} // namespace entente::model
