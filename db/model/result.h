#pragma once

#include <QList>
#include <QString>
#include <tl/expected.hpp>

namespace entente::model {

/// One thing found wrong with what a user gave us, worded for that user: where it is, what was found there, what was
/// expected and what can be done. Empty members do not apply. All texts are plain text, already translated.
struct Finding {
    QString file;
    QString table;
    QString row;     ///< key of the row, or its number where it has no key
    QString field;   ///< column name, or "column 7" within a text
    QString problem; ///< a whole sentence: what is wrong
    QString found;
    QString expected;
    QString remedy; ///< a whole sentence: what the user can do

    bool operator==(const Finding&) const = default;
};

using Findings = QList<Finding>;

template <typename T>
using Result = tl::expected<T, Finding>;

/// One line: where, what is wrong, what was found (cut at 80 characters, control characters made visible) and expected.
QString describe(const Finding& finding);

/// A failed Result with the problem and the remedy given.
tl::unexpected<Finding> failure(const QString& problem, const QString& remedy = {});

} // namespace entente::model
