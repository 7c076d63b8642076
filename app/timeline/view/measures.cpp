#include "app/timeline/view/painter.h"

#include "app/theme/advances.h"

namespace entente::timeline {

using theme::Type;

namespace {

Type typeOf(TextKind kind) {
    switch (kind) {
    case TextKind::Date:
    case TextKind::Small:
        return Type::Date;
    case TextKind::KeyTitle:
        return Type::KeyEvent;
    case TextKind::Title:
        return Type::Event;
    case TextKind::LaneName:
        return Type::Chip;
    case TextKind::TickStrong:
        return Type::TickMajor;
    case TextKind::Tick:
        break;
    }
    return Type::Secondary;
}

} // namespace

Measures measuresOf(const theme::Theme& theme) {
    Measures measures;
    measures.scale = theme.scale();
    const auto advances = std::make_shared<theme::Advances>(theme);
    measures.width = [advances](const QString& text, TextKind kind) { return advances->width(text, typeOf(kind)); };
    measures.elided = [theme](const QString& text, TextKind kind, double width) {
        return QFontMetricsF(theme.font(typeOf(kind))).elidedText(text, Qt::ElideRight, width);
    };
    return measures;
}

} // namespace entente::timeline
