#include "db/store/search.h"

namespace entente::store {

/// One letter for those that Persian, Arabic and Urdu keyboards write with different code points.
static QChar oneForm(QChar c) {
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

static bool isJoiner(QChar c) {
    return c.unicode() == 0x200C || c.unicode() == 0x200D || c.unicode() == 0x0640;
}

QString folded(const QString& text) {
    QString result;
    result.reserve(text.size());
    for (const QChar c : text.normalized(QString::NormalizationForm_KD).toCaseFolded()) {
        if (c.isMark() || isJoiner(c) || c == '\'' || c == QChar(0x2019))
            continue;
        const bool isWord = c.isLetterOrNumber() || c.isSurrogate();
        if (!isWord && (result.isEmpty() || result.back() == ' '))
            continue;
        result.append(isWord ? oneForm(c) : QChar(' '));
    }
    return result.trimmed();
}

} // namespace entente::store
