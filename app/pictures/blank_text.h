#pragma once

#include "app/relations/layout/places.h"
#include "app/timeline/layout/scene.h"

namespace entente::pictures {

using AnswerId = model::Id<struct AnswerTag>;

/// Stands in a text for a numbered rule whose number is not known yet.
struct Placeholder {
    static constexpr int longestRule = 31, mostDigits = 7;

    AnswerId answer; ///< below 2^24
    int rule = 0;    ///< underscores, up to `longestRule`; 0: the number alone
    int digits = 2;  ///< for which there is to be room, up to `mostDigits`
};

/// In texts, characters that Unicode keeps for private use are a placeholder: nothing else can be taken for one, once
/// texts that come from elsewhere are escaped.
QString escaped(const QString& text);
QString textOf(const Placeholder& placeholder);
/// Those of an escaped text from left to right.
QList<Placeholder> placeholdersIn(const QString& text);
/// An escaped text as it is read: with a word in place of every placeholder.
QString filled(const QString& text, const std::function<QString(const Placeholder&)>& word);
/// A number and its rule, which do not part at the end of a line.
QString ruleWith(int number, int length);
/// An escaped text with numbers of the widest digits, so that it is never wider once it is filled.
/// @param width of texts in its font
QString widest(const QString& text, const std::function<double(const QString&)>& width);

/// Measure escaped texts at their widest. Placeholders are cut off as a whole.
timeline::Measures measuredWithBlanks(const timeline::Measures& measures);
relations::Measures measuredWithBlanks(const relations::Measures& measures);

} // namespace entente::pictures
