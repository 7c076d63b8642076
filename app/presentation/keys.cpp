#include "app/presentation/keys.h"

#include <QCoreApplication>
#include <QKeySequence>

namespace entente::presentation {

namespace {
struct KeysText {
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
    bind(Deed::Quiz, {Qt::Key_Q}, Desk::Both, Qt::ShiftModifier);
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
        return KeysText::tr("Next");
    case Deed::Back:
        return KeysText::tr("Back");
    case Deed::PreviousReveal:
        return KeysText::tr("Hide point");
    case Deed::First:
        return KeysText::tr("First");
    case Deed::Last:
        return KeysText::tr("Last");
    case Deed::Black:
        return KeysText::tr("Black");
    case Deed::White:
        return KeysText::tr("White");
    case Deed::Spotlight:
        return KeysText::tr("Spotlight");
    case Deed::Pointer:
        return KeysText::tr("Pointer");
    case Deed::Freeze:
        return KeysText::tr("Freeze");
    case Deed::HideLater:
        return KeysText::tr("Later events hidden");
    case Deed::HideDates:
        return KeysText::tr("Dates hidden");
    case Deed::HideNames:
        return KeysText::tr("Names hidden");
    case Deed::Scheme:
        return KeysText::tr("Dark picture");
    case Deed::Larger:
        return KeysText::tr("Larger type");
    case Deed::Smaller:
        return KeysText::tr("Smaller type");
    case Deed::Overview:
        return KeysText::tr("Overview");
    case Deed::Question:
        return KeysText::tr("Question");
    case Deed::Quiz:
        return KeysText::tr("Quiz");
    case Deed::Live:
        return KeysText::tr("Live");
    case Deed::SwapScreens:
        return KeysText::tr("Swap screens");
    case Deed::Resume:
        return KeysText::tr("Go on");
    case Deed::Leave:
        return KeysText::tr("Pause, end");
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
