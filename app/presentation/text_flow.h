#pragma once

#include "app/theme/theme.h"

#include <QRectF>
#include <QStringList>

namespace entente::presentation {

/// Kinds of text on the audience's screen.
enum class TextKind : quint8 { Date, Headline, Point, Question, Label, KeyLabel, Year, Sources, Count, Field };

/// How a kind of text looks. `pixels` on 1080 lines.
struct TextLook {
    theme::Type type = theme::Type::Body;
    theme::Role role = theme::Role::Ink;
    double pixels = 44;
};
TextLook lookOf(TextKind kind);

/// A theme whose type is that of a kind, in pixels of the picture.
theme::Theme themeOf(TextKind kind, theme::Scheme scheme, double unit);

/// One line of text and the box that it is drawn in.
struct TextLine {
    TextKind kind = TextKind::Point;
    QRectF box;
    QString text;
    double unit = 1;       ///< pixels of the picture to one of 1080 lines, the type's size included
    bool authored = false; ///< the story's own words
};

} // namespace entente::presentation
