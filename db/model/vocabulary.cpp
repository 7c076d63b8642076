#include "db/model/vocabulary.h"

#include <QStringList>
#include <array>

namespace entente::model {

namespace {

/// The words of an enumeration, in the order of its values.
template <typename E>
constexpr auto entriesOf() {
    if constexpr (std::is_same_v<E, Tenor>)
        return std::array{"cooperation", "pressure", "conflict", "neutral"};
    else if constexpr (std::is_same_v<E, Mark>)
        return std::array{"disc", "diamond", "square", "balloon", "triangle", "star"};
    else if constexpr (std::is_same_v<E, LineForm>)
        return std::array{"double", "single", "thin", "dotted", "bar", "jag", "plain"};
    else if constexpr (std::is_same_v<E, PeriodState>)
        return std::array{"proposed", "signed", "in-force", "suspended", "alleged", "disputed", "held"};
    else if constexpr (std::is_same_v<E, Stance>)
        return std::array{"supports", "opposes", "concerned", "mixed", "neutral"};
    else if constexpr (std::is_same_v<E, Certainty>)
        return std::array{"happened", "claimed", "assessed", "expected"};
    else if constexpr (std::is_same_v<E, ActorKind>)
        return std::array{"state", "person", "organisation", "bloc", "group", "agreement"};
    else if constexpr (std::is_same_v<E, Meaning>)
        return std::array{"party", "signatory", "membership", "office", "supersedes", "other"};
    else
        return std::array{"", "left", "right"};
}

template <typename E>
QString word(E value) {
    return QString::fromLatin1(entriesOf<E>()[static_cast<size_t>(value)]);
}

} // namespace

QString wordOf(Tenor value) {
    return word(value);
}
QString wordOf(Mark value) {
    return word(value);
}
QString wordOf(LineForm value) {
    return word(value);
}
QString wordOf(PeriodState value) {
    return word(value);
}
QString wordOf(Stance value) {
    return word(value);
}
QString wordOf(Certainty value) {
    return word(value);
}
QString wordOf(ActorKind value) {
    return word(value);
}
QString wordOf(Meaning value) {
    return word(value);
}
QString wordOf(Pole value) {
    return word(value);
}

template <typename E>
std::optional<E> valueOf(QStringView text) {
    const auto all = entriesOf<E>();
    for (size_t i = 0; i < all.size(); ++i)
        if (text == QLatin1String(all[i]))
            return static_cast<E>(i);
    return {};
}

template <typename E>
QString wordsOf() {
    QStringList list;
    for (const char* entry : entriesOf<E>())
        if (*entry)
            list.append(QString::fromLatin1(entry));
    return list.join(QStringLiteral(", "));
}

#define ENTENTE_VOCABULARY(E)                                                                                          \
    template std::optional<E> valueOf<E>(QStringView);                                                                 \
    template QString wordsOf<E>();
ENTENTE_VOCABULARY(Tenor)
ENTENTE_VOCABULARY(Mark)
ENTENTE_VOCABULARY(LineForm)
ENTENTE_VOCABULARY(PeriodState)
ENTENTE_VOCABULARY(Stance)
ENTENTE_VOCABULARY(Certainty)
ENTENTE_VOCABULARY(ActorKind)
ENTENTE_VOCABULARY(Meaning)
ENTENTE_VOCABULARY(Pole)
#undef ENTENTE_VOCABULARY

template <typename View>
static bool looksLikeKey(View text) {
    const auto isLetterOrDigit = [](auto c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
    return !text.isEmpty() && isLetterOrDigit(text.front()) &&
           std::all_of(text.begin(), text.end(), [&](auto c) { return isLetterOrDigit(c) || c == '-'; });
}

bool isKey(QStringView text) {
    return looksLikeKey(text);
}

bool isKey(QByteArrayView text) {
    return looksLikeKey(text);
}

} // namespace entente::model
