#pragma once

namespace entente::cli {

/// What the program says to its caller when it ends (decisions of the format, in every help text).
enum ExitCode : int {
    Done = 0,
    Findings = 1,   ///< done, but something is wrong with what was given; each is named
    Unreadable = 2, ///< the file or folder given cannot be read at all
    NotWritten = 3, ///< the result could not be written; what was there before is unchanged
    WrongCall = 64, ///< an unknown command, option or value
};

} // namespace entente::cli
