#pragma once

#include <QString>
#include <QStringView>
#include <optional>
#include <span>

namespace entente::model {

// The closed sets of the file format. An unknown word in a file is a finding and reads as the first value that is
// marked so below; it never refuses the file.

enum class Tenor : quint8 { Cooperation, Pressure, Conflict, Neutral };                            // unknown: Neutral
enum class Mark : quint8 { Disc, Diamond, Square, Balloon, Triangle, Star };                       // unknown: Disc
enum class LineForm : quint8 { Double, Single, Thin, Dotted, Bar, Jag, Plain };                    // unknown: Plain
enum class PeriodState : quint8 { Proposed, Signed, InForce, Suspended, Alleged, Disputed, Held }; // unknown: Held
enum class Stance : quint8 { Supports, Opposes, Concerned, Mixed, Neutral };                       // unknown: Neutral
enum class Certainty : quint8 { Happened, Claimed, Assessed, Expected };                           // unknown: Claimed
enum class ActorKind : quint8 { State, Person, Organisation, Bloc, Group, Agreement };             // unknown: Group
enum class Meaning : quint8 { Party, Signatory, Membership, Office, Supersedes, Other };           // unknown: Other
enum class Pole : quint8 { None, Left, Right };

inline constexpr int lowestImportance = 1;
inline constexpr int majorImportance = 4;
inline constexpr int keyImportance = 5;

/// The word of a value as files and command lines write it ("in-force").
QString wordOf(Tenor value);
QString wordOf(Mark value);
QString wordOf(LineForm value);
QString wordOf(PeriodState value);
QString wordOf(Stance value);
QString wordOf(Certainty value);
QString wordOf(ActorKind value);
QString wordOf(Meaning value);
QString wordOf(Pole value);

/// The value that a word stands for, or none. E is one of the enumerations above.
template <typename E>
std::optional<E> valueOf(QStringView word);

/// All words of one enumeration, in order, for messages ("expected one of cooperation, pressure, …").
template <typename E>
QString wordsOf();

/// Whether a text is a key: [a-z0-9][a-z0-9-]*.
bool isKey(QStringView text);
bool isKey(QByteArrayView text);

} // namespace entente::model
