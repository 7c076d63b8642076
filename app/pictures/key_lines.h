#pragma once

#include "app/pictures/contents.h"

namespace entente::pictures {

/// A piece of a line that says what a number stands for: the number, or date and title.
struct KeyPiece {
    double x = 0; ///< from the line's left end
    QString text;
    theme::Type type = theme::Type::Secondary;
    theme::Role role = theme::Role::Ink2;
};

/// Number, date and title of each key, as running lines of at most `width` pixels; none is broken.
QList<QList<KeyPiece>> keyLines(const model::Dossier& dossier, const wording::Wording& wording,
                                const QList<timeline::KeyNumber>& keys, const theme::Theme& theme, double width);

/// What a timeline leaves out, with its dates, as running lines of at most `width` pixels; none is broken. Nothing if
/// more than `mostLines` are needed, or a hundred events are left out.
QStringList leftOutLines(const model::Dossier& dossier, const wording::Wording& wording, const LeftOut& leftOut,
                         const theme::Theme& theme, double width, int mostLines);

/// Sentences one after another, as theme::paragraph() breaks them; but where that takes no more lines, between
/// sentences rather than in one, so that no last word stands alone.
QStringList sentenceLines(const QStringList& sentences, const theme::Theme& theme, double width, int mostLines);

} // namespace entente::pictures
