#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace entente::layering {

/// One source file of the project: its path from the repository root and its lines.
struct SourceFile {
    QString path;
    QStringList lines;

    /// The folder, which is the room ("app/timeline/layout").
    QString folder() const;
};

/// All .cpp and .h files below the given folders of the repository, by path.
QList<SourceFile> sourcesBelow(const QStringList& folders);

/// A function body found in a source: where it starts and how many lines it takes, braces included.
struct FunctionBody {
    QString place; ///< "path:line"
    int lines = 0;
};

/// Bodies of all functions defined in a file, lambdas counted within the function around them. Works on the tokens that
/// matter (braces, parentheses, statement ends) with comments and literals blanked; no preprocessing.
QList<FunctionBody> functionBodies(const SourceFile& file);

/// The text with comments, string and character literals replaced by blanks, line breaks kept.
QString withoutCommentsAndLiterals(const QString& text);

} // namespace entente::layering
