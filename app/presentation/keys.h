#pragma once

#include <QList>
#include <QString>
#include <Qt>
#include <optional>

namespace entente::presentation {

/// What a key, a clicker or a button does in a running show.
enum class Deed : quint8 {
    Next,           ///< the next point, else the next scene
    Back,           ///< the scene before
    PreviousReveal, ///< takes back one point
    First,
    Last,
    Confirm, ///< to the scene of the number typed, else as Next
    Black,
    White,
    Spotlight,
    Pointer,
    Freeze,
    HideLater,
    HideDates,
    HideNames,
    Scheme,
    Larger,
    Smaller,
    Overview,
    Question, ///< the scene's question, then its answer, then neither
    Quiz,     ///< on the events of the scenes so far
    Live,
    SwapScreens,
    Resume, ///< of a clicker's start button
    Leave   ///< pauses, and ends if it comes again soon
};

/// Which window the key was pressed in: N means the next point to the audience's, and names to the console.
enum class Desk : quint8 { Audience, Console, Both };

struct KeyBinding {
    int key = 0; ///< Qt::Key
    Qt::KeyboardModifiers modifiers;
    Deed deed = Deed::Next;
    Desk desk = Desk::Both;

    bool operator==(const KeyBinding&) const = default;
};

/// Bindings in order: the first that fits is taken. A plain list, so that a user's own can stand in for it.
using KeyTable = QList<KeyBinding>;

/// The keys of lecture programs and of clickers.
KeyTable standardKeys();

/// The deed of a key, or none. Shift is overlooked where no binding asks for it.
std::optional<Deed> deedOf(const KeyTable& table, int key, Qt::KeyboardModifiers modifiers, Desk desk);

/// What a deed does, as buttons and lists of keys say it.
QString deedText(Deed deed);

/// The first key of a deed at a desk, as a keyboard labels it; empty if it has none.
QString keyText(const KeyTable& table, Deed deed, Desk desk);

} // namespace entente::presentation
