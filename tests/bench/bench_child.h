#pragma once

#include <QString>
#include <optional>

namespace entente::bench {

/// Runs the part of a benchmark that needs a process of its own, if the arguments ask for one; the exit code.
std::optional<int> runChild(int argc, char** argv);

/// Seconds from the start of a process until it ends: the window with a file up to its first complete picture, or the
/// floor, a window with an empty plot that reads the same columns.
struct StartTimes {
    double whole = 0;
    double first = 0; ///< until any picture of the file is there
};
StartTimes timeOfStart(const QString& file, qint64 events);
StartTimes timeOfBareStart(const QString& file);

/// Bytes that the events of a file, their order and their index for drawing take, without the text that they hold and
/// without sources, actors and ties.
struct Memory {
    double perEvent = 0;
    double text = 0;     ///< bytes of text an event
    double resident = 0; ///< MB of the process
};
Memory memoryOf(const QString& file);

} // namespace entente::bench
