#include "app/presentation/text_flow.h"

namespace entente::presentation {

using theme::Role;
using theme::Type;

namespace {

/// The sizes of the roles of type, to be scaled from.
double pixelsOf(Type type) {
    switch (type) {
    case Type::Poster:
        return 40;
    case Type::Secondary:
        return 12;
    default:
        return 13;
    }
}

} // namespace

TextLook lookOf(TextKind kind) {
    switch (kind) {
    case TextKind::Date:
        return {Type::KeyEvent, Role::Ink2, 44};
    case TextKind::Headline:
        return {Type::Poster, Role::Ink, 82};
    case TextKind::Point:
        return {Type::Body, Role::Ink, 44};
    case TextKind::Question:
        return {Type::KeyEvent, Role::Ink, 48};
    case TextKind::Label:
        return {Type::Body, Role::Ink2, 36};
    case TextKind::KeyLabel:
        return {Type::KeyEvent, Role::Ink, 38};
    case TextKind::Year:
        return {Type::Body, Role::Ink2, 36};
    case TextKind::Sources:
        return {Type::Secondary, Role::Ink3, 26};
    case TextKind::Count:
        return {Type::Secondary, Role::Ink2, 28};
    case TextKind::Field:
        return {Type::KeyEvent, Role::Ink2, 40};
    }
    return {};
}

theme::Theme themeOf(TextKind kind, theme::Scheme scheme, double unit) {
    const TextLook look = lookOf(kind);
    return theme::Theme(scheme, look.pixels * unit / pixelsOf(look.type));
}

} // namespace entente::presentation
