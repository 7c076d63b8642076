#include "db/store/fold.h"

#include <array>
#include <vector>

namespace entente::store {

namespace {

/// One letter for those that Persian, Arabic and Urdu keyboards write with different code points.
QChar oneForm(QChar c) {
    switch (c.unicode()) {
    case 0x064A: // Arabic yeh
    case 0x0649: // alef maksura
        return QChar(0x06CC);
    case 0x0643: // Arabic kaf
        return QChar(0x06A9);
    case 0x0629: // teh marbuta
        return QChar(0x0647);
    default:
        return c;
    }
}

bool isJoiner(QChar c) {
    return c.unicode() == 0x200C || c.unicode() == 0x200D || c.unicode() == 0x0640;
}

/// What becomes of a text, with all its blanks.
QString unspaced(const QString& text) {
    QString result;
    result.reserve(text.size());
    for (const QChar c : text.normalized(QString::NormalizationForm_KD).toCaseFolded()) {
        if (c.isMark() || isJoiner(c) || c == '\'' || c == QChar(0x2019))
            continue;
        result.append(c.isLetterOrNumber() || c.isSurrogate() ? oneForm(c) : QChar(' '));
    }
    return result;
}

constexpr char32_t firstOther = 0x3000; ///< above: letters that are folded with their whole text
constexpr char32_t unreadable = 0xFFFFFFFF;

/// What becomes of each code point below firstOther. Folding looks at no neighbours: what normalization reorders are
/// marks, and those are dropped.
const std::vector<std::string>& letters() {
    static const std::vector<std::string> made = [] {
        std::vector<std::string> all;
        for (char16_t c = 0; c < firstOther; ++c)
            all.push_back(unspaced(QString(QChar(c))).toStdString());
        return all;
    }();
    return made;
}

constexpr char dropped = '\0';

constexpr std::array<char, 128> asciiLetters() {
    std::array<char, 128> all = {};
    for (size_t c = 0; c < all.size(); ++c) {
        const bool small = c >= 'a' && c <= 'z', capital = c >= 'A' && c <= 'Z', digit = c >= '0' && c <= '9';
        all[c] = static_cast<char>(capital ? c - 'A' + 'a' : small || digit ? c : ' ');
    }
    all['\''] = dropped;
    return all;
}

/// Reads one code point of two or three bytes and goes behind it; `unreadable` if it has others or is none.
char32_t readLetter(const char*& at, const char* end) {
    const auto byte = [&](int place) { return static_cast<unsigned char>(at[place]); };
    const auto follows = [&](int place) { return at + place < end && (byte(place) & 0xC0) == 0x80; };
    const bool two = (byte(0) & 0xE0) == 0xC0, three = (byte(0) & 0xF0) == 0xE0;
    if (!(two || three) || !follows(1) || (three && !follows(2)))
        return unreadable;
    const char32_t letter = two ? (byte(0) & 0x1FU) << 6 | (byte(1) & 0x3FU)
                                : (byte(0) & 0x0FU) << 12 | (byte(1) & 0x3FU) << 6 | (byte(2) & 0x3FU);
    if (letter < (two ? 0x80U : 0x800U))
        return unreadable;
    at += two ? 2 : 3;
    return letter;
}

/// Appends letters to a text that keeps one blank between words.
class Words {
public:
    explicit Words(std::string& bytes) : m_bytes(bytes), m_start(bytes.size()) {}

    void add(char c) {
        if (c != ' ' || (m_bytes.size() > m_start && m_bytes.back() != ' '))
            m_bytes.push_back(c);
    }
    void end() {
        if (m_bytes.size() > m_start && m_bytes.back() == ' ')
            m_bytes.pop_back();
    }
    void startAnew() { m_bytes.resize(m_start); }

private:
    std::string& m_bytes;
    size_t m_start;
};

bool addLetters(QByteArrayView text, Words& words) {
    static constexpr auto ascii = asciiLetters();
    const char* at = text.data();
    for (const char* const end = at + text.size(); at < end;) {
        if (const auto c = static_cast<unsigned char>(*at); c < ascii.size()) {
            if (ascii[c] != dropped)
                words.add(ascii[c]);
            ++at;
            continue;
        }
        const char32_t letter = readLetter(at, end);
        if (letter >= firstOther)
            return false;
        for (const char c : letters()[letter])
            words.add(c);
    }
    return true;
}

} // namespace

QString folded(const QString& text) {
    return unspaced(text).simplified();
}

void appendFolded(QByteArrayView text, std::string& bytes) {
    Words words(bytes);
    if (!addLetters(text, words)) {
        words.startAnew();
        for (const char c : unspaced(QString::fromUtf8(text)).toUtf8())
            words.add(c);
    }
    words.end();
}

} // namespace entente::store
