#include "app/presentation/figures.h"

namespace entente::presentation {

namespace {

using model::ActorKind;

constexpr double projectedLabel = 36, labelType = 11; ///< wanted, and in a theme of scale 1
// Pixels on 1080 lines.
constexpr double nameGap = 6, pageNameGap = 30; ///< between a form and its name; a page has a ring when it is selected
constexpr double besideGap = 12, besidePageGap = 26;
constexpr double nameHeight = 50, bodyHeight = 66;
constexpr double poleWidth = 122, stateWidth = 104;
constexpr QSizeF pageSize(84, 104);

QString unveiledName(const model::Actor& actor, const FigureLook& with) {
    return with.veil.names ? QStringLiteral("?") : actor.shownName();
}

double widthOf(const QString& name, theme::Type type, const FigureLook& with) {
    double width = 0;
    for (const bool dates : {false, true})
        width = std::max(width, with.look.width(visibleWords(with.dossier, name, Veil{{}, dates, false}), type));
    return width;
}

QRectF centred(QSizeF size) {
    return {QPointF(-size.width() / 2, -size.height() / 2), size};
}

/// Names stand below, those of agreements above, or where there is room.
QList<QRectF> namePlaces(const QRectF& form, double width, ActorKind kind, double unit) {
    const double height = nameHeight * unit;
    const double beside = (kind == ActorKind::Agreement ? besidePageGap : besideGap) * unit;
    const double gap = (kind == ActorKind::Agreement ? pageNameGap : nameGap) * unit;
    const QRectF above(-width / 2, form.top() - gap - height, width, height);
    const QRectF below(-width / 2, form.bottom() + gap, width, height);
    const QRectF right(form.right() + beside, -height / 2, width, height);
    const QRectF left(form.left() - beside - width, -height / 2, width, height);
    return kind == ActorKind::Agreement ? QList<QRectF>{above, below, right, left}
                                        : QList<QRectF>{below, above, right, left};
}

} // namespace

theme::Theme networkTheme(theme::Scheme scheme, double unit) {
    return theme::Theme(scheme, projectedLabel / labelType * unit);
}

Figure figureOf(model::ActorId id, const FigureLook& with) {
    const model::Actor& actor = with.dossier.actor(id);
    const QString name = unveiledName(actor, with), shown = visibleWords(with.dossier, name, with.veil);
    Figure figure;
    if (actor.kind == ActorKind::State) {
        const double side = (actor.pole == model::Pole::None ? stateWidth : poleWidth) * with.unit;
        figure.form = centred({side, side});
        figure.inner = with.veil.names ? QString() : actor.code;
        figure.outer = shown;
    } else if (actor.kind == ActorKind::Agreement) {
        figure.form = centred(pageSize * with.unit);
        figure.outer = shown;
    } else {
        const double height = bodyHeight * with.unit;
        const double ends = actor.kind == ActorKind::Person ? height * 31 / 26 : 2 * with.look.px(6);
        figure.inner = shown;
        figure.form = centred({widthOf(name, theme::Type::Chip, with) + ends + 4 * with.unit, height});
    }
    if (!figure.outer.isEmpty())
        figure.names =
            namePlaces(figure.form, widthOf(name, theme::Type::NodeName, with) + 8 * with.unit, actor.kind, with.unit);
    return figure;
}

} // namespace entente::presentation
