#pragma once

#include <QRectF>
#include <QString>

namespace entente::theme {

/// A canvas that is read aloud as a list of its things. A widget that inherits it calls readAloud once.
class SpokenRows {
public:
    virtual ~SpokenRows() = default;

    virtual qsizetype rowCount() const = 0;
    virtual QString rowText(qsizetype row) const = 0;
    /// Where the thing is drawn, in the widget's coordinates; null if it is not.
    virtual QRectF rowRect(qsizetype row) const = 0;
    virtual bool isRowSelected(qsizetype row) const = 0;
};

/// Lets assistive technology read widgets that inherit SpokenRows. Calling it again does nothing more.
void readAloud();

} // namespace entente::theme
