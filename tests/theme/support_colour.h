#pragma once

#include <QColor>

namespace entente::test {

/// Contrast of two colours, 1 to 21 (WCAG 2.2, "contrast ratio").
double contrast(QColor a, QColor b);

enum class Vision { Normal, Protan, Deutan, Tritan };

struct Lab {
    double L = 0, a = 0, b = 0;
};

/// CIE L*a*b* under D65 of a colour as that vision sees it (Machado, Oliveira, Fernandes 2009, severity 1).
Lab labOf(QColor color, Vision vision = Vision::Normal);

/// CIEDE2000 (Sharma, Wu, Dalal 2005).
double difference(const Lab& first, const Lab& second);

} // namespace entente::test
