#include "app/presentation/keys.h"

#include <QCoreApplication>
#include <QKeySequence>

namespace entente::presentation {

namespace {
struct Text {
    Q_DECLARE_TR_FUNCTIONS(entente::presentation::Keys)
};
} // namespace

KeyTable standardKeys() {
    KeyTable table;
    const auto bind = [&](Deed deed, const QList<int>& keys, Desk desk = Desk::Both, Qt::KeyboardModifiers with = {}) {
        for (const int key : keys)
            table.append({key, with, deed, desk});
    };
    bind(Deed::PreviousReveal, {Qt::Key_PageUp, Qt::Key_Left, Qt::Key_Up, Qt::Key_Backspace}, Desk::Both,
         Qt::ShiftModifier);
    bind(Deed::Next, {Qt::Key_PageDown, Qt::Key_Right, Qt::Key_Down, Qt::Key_Space});
    bind(Deed::Next, {Qt::Key_N}, Desk::Audience);
    bind(Deed::Back, {Qt::Key_PageUp, Qt::Key_Left, Qt::Key_Up, Qt::Key_Backspace, Qt::Key_P});
    bind(Deed::Confirm, {Qt::Key_Return, Qt::Key_Enter});
    bind(Deed::First, {Qt::Key_Home});
    bind(Deed::Last, {Qt::Key_End});
    bind(Deed::Black, {Qt::Key_B, Qt::Key_Period});
    bind(Deed::White, {Qt::Key_W, Qt::Key_Comma});
    bind(Deed::Spotlight, {Qt::Key_S});
    bind(Deed::Pointer, {Qt::Key_L});
    bind(Deed::Freeze, {Qt::Key_F});
    bind(Deed::HideLater, {Qt::Key_H});
    bind(Deed::HideDates, {Qt::Key_D});
    bind(Deed::HideNames, {Qt::Key_N}, Desk::Console);
    bind(Deed::Scheme, {Qt::Key_T});
    bind(Deed::Larger, {Qt::Key_Plus, Qt::Key_Equal});
    bind(Deed::Smaller, {Qt::Key_Minus});
    bind(Deed::Overview, {Qt::Key_O});
    bind(Deed::Question, {Qt::Key_Q});
    bind(Deed::Live, {Qt::Key_G});
    bind(Deed::SwapScreens, {Qt::Key_X});
    bind(Deed::Resume, {Qt::Key_F5});
    bind(Deed::Leave, {Qt::Key_Escape});
    return table;
}

std::optional<Deed> deedOf(const KeyTable& table, int key, Qt::KeyboardModifiers modifiers, Desk desk) {
    const Qt::KeyboardModifiers with = modifiers & ~Qt::KeypadModifier;
    for (const Qt::KeyboardModifiers wanted : {with, with & ~Qt::ShiftModifier})
        for (const KeyBinding& binding : table)
            if (binding.key == key && binding.modifiers == wanted &&
                (binding.desk == Desk::Both || desk == Desk::Both || binding.desk == desk))
                return binding.deed;
    return {};
}

QString deedText(Deed deed) {
    switch (deed) {
    case Deed::Next:
    case Deed::Confirm:
        return Text::tr("Next");
    case Deed::Back:
        return Text::tr("Back");
    case Deed::PreviousReveal:
        return Text::tr("Hide point");
    case Deed::First:
        return Text::tr("First");
    case Deed::Last:
        return Text::tr("Last");
    case Deed::Black:
        return Text::tr("Black");
    case Deed::White:
        return Text::tr("White");
    case Deed::Spotlight:
        return Text::tr("Spotlight");
    case Deed::Pointer:
        return Text::tr("Pointer");
    case Deed::Freeze:
        return Text::tr("Freeze");
    case Deed::HideLater:
        return Text::tr("Later events hidden");
    case Deed::HideDates:
        return Text::tr("Dates hidden");
    case Deed::HideNames:
        return Text::tr("Names hidden");
    case Deed::Scheme:
        return Text::tr("Dark picture");
    case Deed::Larger:
        return Text::tr("Larger type");
    case Deed::Smaller:
        return Text::tr("Smaller type");
    case Deed::Overview:
        return Text::tr("Overview");
    case Deed::Question:
        return Text::tr("Question");
    case Deed::Live:
        return Text::tr("Live");
    case Deed::SwapScreens:
        return Text::tr("Swap screens");
    case Deed::Resume:
        return Text::tr("Go on");
    case Deed::Leave:
        return Text::tr("Pause, end");
    }
    return {};
}

QString keyText(const KeyTable& table, Deed deed, Desk desk) {
    for (const KeyBinding& binding : table)
        if (binding.deed == deed && (binding.desk == Desk::Both || binding.desk == desk))
            return QKeySequence(binding.key | static_cast<int>(binding.modifiers)).toString(QKeySequence::NativeText);
    return {};
}

} // namespace entente::presentation
