#include "db/exchange/csv_reader.h"

#include <cstring>

namespace entente::exchange {

namespace {

constexpr QByteArrayView byteOrderMark("\xEF\xBB\xBF");

/// Bytes of the sequence that a lead byte announces, 0 if it is none.
int sequenceLength(uchar lead) {
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead < 0xE0)
        return 2;
    if (lead >= 0xE0 && lead < 0xF0)
        return 3;
    return lead >= 0xF0 && lead < 0xF5 ? 4 : 0;
}

/// Overlong forms, surrogates and what lies beyond U+10FFFF show in the second byte.
bool isSecondByte(uchar lead, uchar second) {
    const uchar low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    const uchar high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    return second >= low && second <= high;
}

/// Length of the well-formed sequence at `at`, 0 if there is none.
int validSequence(QByteArrayView bytes, qsizetype at) {
    const auto byte = [&](qsizetype i) { return static_cast<uchar>(bytes[at + i]); };
    const int length = sequenceLength(byte(0));
    if (length == 0 || at + length > bytes.size())
        return 0;
    if (length > 1 && !isSecondByte(byte(0), byte(1)))
        return 0;
    for (int i = 2; i < length; ++i)
        if ((byte(i) & 0xC0) != 0x80)
            return 0;
    return length;
}

bool looksLikeUtf16(QByteArrayView bytes) {
    return bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF") ||
           (bytes.size() >= 2 && (bytes[0] == '\0') != (bytes[1] == '\0'));
}

/// The line of an offset, counting as the parser does.
qint64 lineOf(QByteArrayView bytes, qsizetype offset) {
    qint64 line = 1;
    for (qsizetype i = 0; i < offset; ++i)
        if (bytes[i] == '\n' || (bytes[i] == '\r' && (i + 1 == bytes.size() || bytes[i + 1] != '\n')))
            ++line;
    return line;
}

class Parser {
public:
    Parser(QByteArrayView bytes, const CsvLimits& limits, CsvText& text)
        : m_bytes(bytes), m_limits(limits), m_text(text) {}

    void run() {
        for (skipBlankLines(); m_at < m_bytes.size(); skipBlankLines()) {
            if (m_text.records.size() == m_limits.records) {
                fault(Fault::Kind::TooManyRows, m_line);
                return;
            }
            readRecord();
        }
    }

private:
    bool at(char c) const { return m_at < m_bytes.size() && m_bytes[m_at] == c; }

    bool atLineEnd() const { return at('\n') || at('\r'); }

    void fault(Fault::Kind kind, qint64 line, qint64 detail = 0) { m_text.faults.append({kind, line, detail}); }

    void takeLineEnd() {
        if (!atLineEnd())
            return;
        m_at += at('\r') && m_at + 1 < m_bytes.size() && m_bytes[m_at + 1] == '\n' ? 2 : 1;
        ++m_line;
    }

    void skipBlankLines() {
        while (atLineEnd())
            takeLineEnd();
    }

    void readRecord() {
        Record record{m_line, {}};
        qsizetype cells = 0;
        for (bool more = true; more;) {
            m_cell = ++cells;
            const QByteArray cell = at('"') ? readQuoted() : readPlain();
            if (cells <= m_limits.columns)
                record.cells.append(textOf(cell));
            more = at(',');
            m_at += more ? 1 : 0;
        }
        if (cells > m_limits.columns)
            fault(Fault::Kind::TooManyCells, record.line, cells);
        takeLineEnd();
        // What an open quote swallowed is no record.
        if (!m_unterminated)
            m_text.records.append(record);
    }

    QString textOf(const QByteArray& cell) {
        if (cell.size() > m_limits.cellBytes) {
            fault(Fault::Kind::CellTooLong, m_line, m_cell);
            return {};
        }
        if (cell.contains('\0'))
            fault(Fault::Kind::Nul, m_line, m_cell);
        return QString::fromUtf8(cell);
    }

    QByteArray readPlain() {
        const qsizetype start = m_at;
        bool quote = false;
        for (; m_at < m_bytes.size() && !at(',') && !atLineEnd(); ++m_at)
            quote = quote || at('"');
        if (quote)
            fault(Fault::Kind::QuoteInCell, m_line, m_cell);
        return m_bytes.sliced(start, m_at - start).toByteArray();
    }

    QByteArray readQuoted() {
        const qint64 opened = m_line;
        QByteArray cell;
        ++m_at;
        while (m_at < m_bytes.size()) {
            const qsizetype start = m_at;
            skipToQuote();
            cell.append(m_bytes.sliced(start, m_at - start));
            if (m_at == m_bytes.size())
                break;
            ++m_at;
            if (!at('"'))
                return cell + takeAfterQuote();
            cell.append('"');
            ++m_at;
        }
        m_unterminated = true;
        fault(Fault::Kind::UnterminatedQuote, opened, m_cell);
        return cell;
    }

    void skipToQuote() {
        for (; m_at < m_bytes.size() && !at('"'); ++m_at)
            if (at('\n') || (at('\r') && (m_at + 1 == m_bytes.size() || m_bytes[m_at + 1] != '\n')))
                ++m_line;
    }

    QByteArray takeAfterQuote() {
        if (m_at == m_bytes.size() || at(',') || atLineEnd())
            return {};
        fault(Fault::Kind::TextAfterQuote, m_line, m_cell);
        const qsizetype start = m_at;
        while (m_at < m_bytes.size() && !at(',') && !atLineEnd())
            ++m_at;
        return m_bytes.sliced(start, m_at - start).toByteArray();
    }

    QByteArrayView m_bytes;
    const CsvLimits& m_limits;
    CsvText& m_text;
    qsizetype m_at = 0;
    qint64 m_line = 1;
    qsizetype m_cell = 0; ///< number of the one that is being read, from 1
    bool m_unterminated = false;
};

} // namespace

qsizetype firstInvalidUtf8(QByteArrayView bytes) {
    for (qsizetype at = 0; at < bytes.size();) {
        const int length = validSequence(bytes, at);
        if (length == 0)
            return at;
        at += length;
    }
    return -1;
}

CsvText readCsv(QByteArrayView bytes, const CsvLimits& limits) {
    CsvText text;
    if (looksLikeUtf16(bytes)) {
        text.faults.append({Fault::Kind::Utf16, 1, 0});
        return text;
    }
    if (const qsizetype offset = firstInvalidUtf8(bytes); offset >= 0) {
        text.faults.append({Fault::Kind::NotUtf8, lineOf(bytes, offset), offset});
        return text;
    }
    text.hadByteOrderMark = bytes.startsWith(byteOrderMark);
    Parser(text.hadByteOrderMark ? bytes.sliced(byteOrderMark.size()) : bytes, limits, text).run();
    return text;
}

} // namespace entente::exchange
