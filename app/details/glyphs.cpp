#include "app/details/page.h"

namespace entente::details {

theme::MarkStyle markOf(const model::Dossier& dossier, model::EventId event) {
    theme::MarkStyle style{dossier.kindOf(event).mark, dossier.tenorOf(event)};
    const auto claim = dossier.claimInUse(event);
    style.hollow = !claim || !claim->date.start().isExactDay() || dossier.isContested(event);
    style.dashed = dossier.view(event).certainty != model::Certainty::Happened;
    style.plate = false;
    style.ground = theme::Role::Panel;
    return style;
}

Glyph markGlyph(const Context& context, model::EventId event, double radius) {
    return [theme = context.theme, style = markOf(context.dossier(), event), radius](QPainter& painter,
                                                                                     const QRectF& frame) {
        theme::paintMark(painter, theme, style, frame.center(), theme.px(radius));
    };
}

Glyph symbolGlyph(const Context& context, theme::Symbol symbol) {
    return [theme = context.theme, symbol](QPainter& painter, const QRectF& frame) {
        const double side = theme.px(16);
        theme::paintSymbol(painter, symbol, {frame.center() - QPointF(side, side) / 2, QSizeF(side, side)},
                           theme.color(theme::Role::Ink2));
    };
}

Glyph actorGlyph(const Context& context, model::ActorId actor) {
    const model::Actor& row = context.dossier().actor(actor);
    theme::NodeStyle style;
    style.kind = row.kind;
    if (row.kind == model::ActorKind::Person)
        return symbolGlyph(context, theme::Symbol::Person);
    if (row.kind != model::ActorKind::State && row.kind != model::ActorKind::Agreement)
        return symbolGlyph(context, theme::Symbol::People);
    return [theme = context.theme, style, code = row.code](QPainter& painter, const QRectF& frame) {
        const bool state = style.kind == model::ActorKind::State;
        const double height = frame.height();
        const QSizeF size(state ? height : height * 0.8, height);
        theme::paintNode(painter, theme, style, {frame.center() - QPointF(size.width(), size.height()) / 2, size},
                         code);
    };
}

Glyph tieGlyph(const Context& context, model::RelationshipId relationship, model::ActorId seenFrom) {
    const model::Dossier& dossier = context.dossier();
    theme::TieStyle style;
    style.form = dossier.typeOf(relationship).lineForm;
    style.directed = dossier.typeOf(relationship).directed;
    style.tenor = dossier.tenorOf(relationship);
    const bool leftwards = seenFrom.isValid() && dossier.relationship(relationship).from != seenFrom;
    return [theme = context.theme, style, leftwards](QPainter& painter, const QRectF& frame) {
        const QPointF left(frame.left() + 1, frame.center().y());
        const QPointF right(frame.right() - 1, frame.center().y());
        QPainterPath path(leftwards ? right : left);
        path.lineTo(leftwards ? left : right);
        theme::paintTie(painter, theme, style, path);
    };
}

} // namespace entente::details
