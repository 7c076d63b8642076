#pragma once

#include "app/pictures/story_slide.h"

namespace entente::pictures {

/// A text as XML 1.0 may hold it: what it forbids is dropped (most control characters, halves of surrogate pairs, two
/// that are no characters), what it reads as markup is escaped.
QString xmlText(const QString& text);

/// The time of the dossier's last change, if it is one as documents have it; else the first of 1970.
QString timeOf(const QString& modified);

/// The declaration and a root element around content: a whole part of a package.
QByteArray xmlPart(const QString& content);

/// A relationship of a part to another (ECMA-376 part 2, 9).
struct PartTie {
    QString id;   ///< "rId1"
    QString kind; ///< last word of the type: "slide", "image"
    QString target;
};
QByteArray relationshipsPart(const QList<PartTie>& ties);

/// English Metric Units of a logical pixel of a slide: 12 192 000 for 1920.
inline constexpr qint64 unitsPerPixel = 6350;

/// <a:off/> and <a:ext/> of a frame.
QString xmlFrame(const QRectF& frame);

/// Paragraphs of one look. `language`: of the runs, as xml:lang has it.
struct RunLook {
    int pixels = 0; ///< 0: that of the placeholder
    QString language = QStringLiteral("en-US");
};
QString xmlParagraphs(const QStringList& paragraphs, const RunLook& look);

/// The namespaces of a presentation's parts, as attributes.
QString xmlNamespaces();

} // namespace entente::pictures
