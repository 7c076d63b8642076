#include "app/theme/advances.h"

namespace entente::theme {

/// Letters, digits and signs of Latin, Greek and Cyrillic, composed, and general punctuation: each stands for itself.
static bool isPlain(QChar c) {
    const char16_t code = c.unicode();
    return (code >= 0x20 && code < 0x300) || (code >= 0x370 && code < 0x483) || (code >= 0x2010 && code < 0x2027);
}

float Advances::pair(QChar left, QChar right, Type type) {
    const quint64 key = static_cast<quint64>(type) << 32 | static_cast<quint64>(left.unicode()) << 16 | right.unicode();
    const auto known = m_pairs.constFind(key);
    if (known != m_pairs.constEnd())
        return *known;
    double advance = 0;
    if (right.isNull())
        advance = m_theme.width(left, type);
    else
        advance = m_theme.width(QString(left) + right, type) - static_cast<double>(pair(right, {}, type));
    return *m_pairs.insert(key, static_cast<float>(advance));
}

double Advances::width(const QString& text, Type type) {
    if (!std::all_of(text.begin(), text.end(), isPlain))
        return m_theme.width(text, type);
    double width = 0;
    for (qsizetype i = 0; i < text.size(); ++i)
        width += static_cast<double>(pair(text[i], i + 1 < text.size() ? text[i + 1] : QChar(), type));
    return width;
}

} // namespace entente::theme
