#pragma once

#include "db/model/dossier.h"

#include <QPainter>

#include <optional>

namespace entente::theme {

/// What of a thing is painted.
enum class Part : quint8 { Mark, Stem, Bar, Label, Number, Form, Name, Tie, TieLabel };

struct PartOf {
    model::Subject subject;
    Part part = Part::Mark;
};

/// Says of what is painted while one lives which part of which thing it is, to formats that can keep that. The painter
/// is as it was before and after. Of SVG, whose generator cannot, there are lines far outside of every picture that
/// whoever writes the file puts into words, see `partAt`; of all others nothing.
class NamedPart {
public:
    NamedPart(QPainter& painter, const model::Subject& subject, Part part);
    ~NamedPart();
    Q_DISABLE_COPY_MOVE(NamedPart)

private:
    QPainter* m_painter = nullptr; ///< none: nothing is said
};

/// What a line between two points says: where a part begins; nothing for lines that are part of the picture.
std::optional<PartOf> partAt(QPointF first, QPointF last);
/// Whether a line between two points says where a part ends.
bool isPartsEnd(QPointF first, QPointF last);

} // namespace entente::theme
