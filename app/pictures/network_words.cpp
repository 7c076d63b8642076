#include "app/pictures/network_words.h"

#include "app/theme/paragraph.h"

namespace entente::pictures {

using theme::Role;
using theme::Type;

QList<Sheet::Line> headingOf(const NetworkPart& part, model::Day moment, const wording::Wording& wording) {
    const QString day = wording.day(moment, wording::Style::Short);
    const double inset = part.look.px(18);
    const double width = (part.column > 0 ? part.column : part.panel.width() - inset) - inset;
    const QString words = Text::tr("Who stood where on %1").arg(QString(day).replace(' ', QChar::Nbsp));
    const bool fits = part.column > 0 || part.look.width(words, Type::PanelHeading) <= width;
    QList<Sheet::Line> lines;
    double baseline = part.panel.top() + part.look.px(28);
    for (const QString& line :
         theme::paragraph(fits ? words : day, part.look, Type::PanelHeading, width, part.column > 0 ? 3 : 1)) {
        lines.append({{part.panel.left() + inset, baseline}, line, Type::PanelHeading, Role::Ink, part.look});
        baseline += part.look.lineHeight(Type::PanelHeading);
    }
    return lines;
}

QList<Sheet::Line> footOf(const NetworkPart& part, const theme::Theme& look, std::optional<model::Day> moment,
                          const wording::Wording& wording) {
    QList<Sheet::Line> lines;
    QPointF baseline = part.panel.bottomLeft() + look.px(1) * QPointF(10, -7);
    double width = part.panel.width() - look.px(20);
    if (moment) {
        const QString day =
            theme::paragraph(wording.day(*moment, wording::Style::Short), part.look, Type::Date, width, 1).value(0);
        lines.append({baseline, day, Type::Date, Role::Ink, part.look});
        const double taken = part.look.width(day, Type::Date) + look.px(10);
        baseline.rx() += taken;
        width -= taken;
    }
    if (part.leftOut <= 0)
        return lines;
    QString words = Text::tr("%n further actor(s) are left out.", nullptr, part.leftOut);
    if (moment && look.width(words, Type::Secondary) > width)
        words = Text::tr("%1 left out", "how many actors").arg(part.leftOut);
    lines.append({baseline, theme::paragraph(words, look, Type::Secondary, width, 1).value(0), Type::Secondary,
                  Role::Ink2, look});
    return lines;
}

} // namespace entente::pictures
