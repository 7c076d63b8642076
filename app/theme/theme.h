#pragma once

#include "db/model/vocabulary.h"

#include <QColor>
#include <QFont>
#include <QFontMetricsF>
#include <QPalette>
#include <array>

namespace entente::theme {

/// Roles of colour (interface 6.3, 2.3). Nothing outside this room names a colour.
enum class Role : quint8 {
    Ground,
    Lane,
    Panel,
    Chrome,
    Ink,
    Ink2,
    Ink3,
    Line3,
    Line2,
    Line,
    Disc, ///< a state's node
    DiscText,
    Plate, ///< behind labels on the panel, .94 opaque
    Hover, ///< disc under a hovered mark
    Page,  ///< an agreement's node
    Box,   ///< an organisation's node
    Count
};

/// Roles of type (interface 6.2), all in Inter.
enum class Type : quint8 {
    CardTitle,    ///< 17 semibold
    PanelHeading, ///< 15 semibold
    Body,         ///< 13 regular, line height 19
    KeyEvent,     ///< 13 semibold
    Event,        ///< 13 medium
    Chip,         ///< 12.5 medium; lane names too
    Secondary,    ///< 12 regular
    Date,         ///< 11 regular: the floor
    TickMajor,    ///< 13 semibold
    NodeLetters,  ///< 15 bold in a pole, smaller discs scale it
    NodeName,     ///< 12.5 semibold
    Poster,       ///< 40 bold: the title of a picture
    Count
};

/// Grey is for pictures that a printer without colours prints (interface 2.5): forms tell the tenors apart.
enum class Scheme : quint8 { Light, Dark, Grey };

/// Colours, type and sizes of one look. A value: cheap to copy, never changed after it is made.
class Theme {
public:
    /// `scale` multiplies type and sizes (1 to 4): interface scaling, pictures. No type is lower than `leastType`
    /// pixels.
    explicit Theme(Scheme scheme = Scheme::Light, double scale = 1, int leastType = 1);

    Scheme scheme() const { return m_scheme; }
    double scale() const { return m_scale; }
    /// The same with half as much more or less red, out of all there may be, behind texts and marks.
    Theme onOtherGround() const;
    /// A length of the interface specification in this theme's pixels.
    double px(double length) const { return length * m_scale; }

    QColor color(Role role) const { return m_roles[static_cast<size_t>(role)]; }
    QColor tenor(model::Tenor tenor) const { return m_tenors[static_cast<size_t>(tenor)]; }
    /// Pale ground of chips and tags of a tenor.
    QColor tint(model::Tenor tenor) const { return m_tints[static_cast<size_t>(tenor)]; }
    QFont font(Type type) const { return m_fonts[static_cast<size_t>(type)]; }
    /// Advance of a text in pixels, cached by the caller where it matters.
    double width(const QString& text, Type type) const;
    double lineHeight(Type type) const;

    /// For the widgets around the canvases.
    QPalette palette() const;

private:
    Scheme m_scheme;
    double m_scale;
    std::array<QColor, static_cast<size_t>(Role::Count)> m_roles;
    std::array<QColor, 4> m_tenors;
    std::array<QColor, 4> m_tints;
    std::array<QFont, static_cast<size_t>(Type::Count)> m_fonts;
};

/// How much of what lies behind texts and marks hides that on which a picture is laid.
inline constexpr double groundOpacity = 0.82;

/// Loads Inter and the plural forms of English from the resources; call once before the first Theme. False if Inter is
/// missing from the build.
bool loadFonts();

/// Opacity of what is out of focus (interface 6.5).
inline constexpr double dimmedMark = 0.38;
inline constexpr double dimmedLabel = 0.46;
inline constexpr double dimmedTie = 0.34;

} // namespace entente::theme
