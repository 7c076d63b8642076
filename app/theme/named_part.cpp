#include "app/theme/named_part.h"

#include <array>

namespace entente::theme {

namespace {

// The generator writes six digits of a number.
constexpr int beginsAt = -100'000, endsAt = -200'000; // y
constexpr int aSubject = 1000;
constexpr int aThousand = 1000;

template <size_t kind = 0>
model::Subject subjectOf(size_t wanted, int index) {
    if constexpr (kind >= std::variant_size_v<model::Subject>) {
        return {};
    } else {
        using One = std::variant_alternative_t<kind, model::Subject>;
        if constexpr (!std::is_same_v<One, std::monostate>)
            if (kind == wanted)
                return One(index);
        return subjectOf<kind + 1>(wanted, index);
    }
}

int indexOf(const model::Subject& subject) {
    return std::visit(
        [](auto id) {
            if constexpr (std::is_same_v<decltype(id), std::monostate>)
                return -1;
            else
                return static_cast<int>(id.index);
        },
        subject);
}

/// With a state of its own, so that it is told apart from what is painted before and after it.
void say(QPainter& painter, QPointF first, QPointF last) {
    painter.save();
    painter.setTransform(QTransform());
    const std::array points{first, last};
    painter.drawPolyline(points.data(), static_cast<int>(points.size()));
    painter.restore();
}

} // namespace

NamedPart::NamedPart(QPainter& painter, const model::Subject& subject, Part part) {
    const int index = indexOf(subject);
    const QPaintEngine* engine = painter.paintEngine();
    if (index < 0 || !engine || engine->type() != QPaintEngine::SVG)
        return;
    m_painter = &painter;
    const int y = beginsAt - aSubject * static_cast<int>(subject.index()) - static_cast<int>(part);
    say(painter, QPoint(index / aThousand, y), QPoint(index % aThousand, y));
}

NamedPart::~NamedPart() {
    if (m_painter)
        say(*m_painter, QPoint(0, endsAt), QPoint(0, endsAt));
}

std::optional<PartOf> partAt(QPointF first, QPointF last) {
    if (first.y() > beginsAt || first.y() <= endsAt || first.y() != last.y())
        return std::nullopt;
    const int code = beginsAt - static_cast<int>(first.y());
    const int index = static_cast<int>(first.x()) * aThousand + static_cast<int>(last.x());
    return PartOf{subjectOf(static_cast<size_t>(code / aSubject), index), static_cast<Part>(code % aSubject)};
}

bool isPartsEnd(QPointF first, QPointF last) {
    return first == QPointF(0, endsAt) && last == first;
}

} // namespace entente::theme
