#include "app/theme/font_features.h"

#include <QtEndian>

#include <optional>

namespace entente::theme {

namespace {

constexpr qsizetype tagSize = 4;
constexpr qsizetype tableCountAt = 4, tablesAt = 12, tableSize = 16, offsetInTable = 8;
constexpr qsizetype featuresInSubstitutions = 6, featureSize = 6; // tag and offset
constexpr char unknownTag[] = "    ";

template <typename Number>
std::optional<qsizetype> numberAt(const QByteArray& font, qsizetype at) {
    if (at < 0 || at + static_cast<qsizetype>(sizeof(Number)) > font.size())
        return std::nullopt;
    return static_cast<qsizetype>(qFromBigEndian<Number>(font.constData() + at));
}

std::optional<qsizetype> tableAt(const QByteArray& font, QByteArrayView tag) {
    const qsizetype count = numberAt<quint16>(font, tableCountAt).value_or(0);
    for (qsizetype at = tablesAt; at < tablesAt + count * tableSize; at += tableSize)
        if (QByteArrayView(font).sliced(std::min(at, font.size())).startsWith(tag))
            return numberAt<quint32>(font, at + offsetInTable);
    return std::nullopt;
}

} // namespace

QByteArray withoutFeature(QByteArray font, const char (&tag)[5]) {
    const auto substitutions = tableAt(font, "GSUB");
    if (!substitutions)
        return font;
    const auto offset = numberAt<quint16>(font, *substitutions + featuresInSubstitutions);
    const qsizetype list = *substitutions + offset.value_or(0);
    const qsizetype first = list + static_cast<qsizetype>(sizeof(quint16));
    const qsizetype count = offset ? numberAt<quint16>(font, list).value_or(0) : 0;
    for (qsizetype at = first; at < std::min(first + count * featureSize, font.size() - tagSize); at += featureSize)
        if (QByteArrayView(font).sliced(at, tagSize) == QByteArrayView(tag))
            font.replace(at, tagSize, unknownTag);
    return font;
}

} // namespace entente::theme
