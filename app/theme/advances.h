#pragma once

#include "app/theme/theme.h"

#include <QHash>

namespace entente::theme {

/// Widths of texts in one theme, from the advances of their letters in pairs, which are shaped once each: a title is
/// summed in a fraction of a microsecond, where shaping it takes five. Texts of letters that change their form by more
/// than their neighbour, such as Arabic or combining ones, are shaped. Not safe for threads.
class Advances {
public:
    explicit Advances(const Theme& theme) : m_theme(theme) {}

    /// Pixels, within one of Theme::width.
    double width(const QString& text, Type type);

private:
    float pair(QChar left, QChar right, Type type);

    Theme m_theme;
    QHash<quint64, float> m_pairs; ///< advance of the first letter of a pair, or of one alone
};

} // namespace entente::theme
