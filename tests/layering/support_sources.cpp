#include "tests/layering/support_sources.h"

#include <QDir>
#include <QDirIterator>
#include <QRegularExpression>

namespace entente::layering {

QString SourceFile::folder() const {
    return path.left(path.lastIndexOf('/'));
}

static SourceFile read(const QDir& root, const QString& absolutePath) {
    QFile file(absolutePath);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return {root.relativeFilePath(absolutePath), QString::fromUtf8(file.readAll()).split('\n')};
}

QList<SourceFile> sourcesBelow(const QStringList& folders) {
    const QDir root(ENTENTE_SOURCE_DIR);
    QList<SourceFile> sources;
    for (const QString& folder : folders) {
        QDirIterator files(root.filePath(folder), {"*.cpp", "*.h"}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext())
            sources.append(read(root, files.next()));
    }
    std::sort(sources.begin(), sources.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
    return sources;
}

QString withoutCommentsAndLiterals(const QString& text) {
    // Raw strings first: they may hold what looks like comments and quotes.
    static const QRegularExpression pattern(
        R"x(R"([^(\s]{0,16})\([\s\S]*?\)\1"|//[^\n]*|/\*[\s\S]*?\*/|"(?:\\.|[^"\\\n])*"|(?<![0-9A-Fa-f])'(?:\\.|[^'\\\n])+')x");
    QString blanked = text;
    auto matches = pattern.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        for (qsizetype i = match.capturedStart(); i < match.capturedEnd(); ++i)
            if (blanked[i] != '\n')
                blanked[i] = ' ';
    }
    return blanked;
}

/// Whether the text in front of a brace is the head of a function.
static bool isFunctionHead(const QString& head) {
    static const QRegularExpression notAFunction(
        R"(^\s*(namespace|class|struct|union|enum|extern|if|for|while|switch)\b)");
    static const QRegularExpression tail(
        R"(\)\s*(const|noexcept|override|final|mutable|&&?|->\s*[\w:<>,&*\s]+|\s)*(:\s*[\w:]+[\s\S]*)?$)");
    if (head.contains(notAFunction) || head.trimmed().endsWith('='))
        return false;
    return head.contains(tail);
}

namespace {
struct BodyFinder {
    const SourceFile& file;
    QList<FunctionBody> bodies;
    QString head;
    int line = 1;
    int depth = 0;
    int bodyDepth = -1; // depth outside the body that is being read, or -1
    int bodyLine = 0;
    int initialiserDepth = -1;

    void read(QChar c) {
        if (c == '\n')
            ++line;
        if (c == '{')
            open();
        else if (c == '}')
            close();
        else if (c == ';')
            head.clear();
        else
            head.append(c);
    }

    // clang-format puts a blank before a body's brace and none before that of a member's initialiser.
    bool startsInitialiser() const { return !head.isEmpty() && (head.back().isLetterOrNumber() || head.back() == '_'); }

    void open() {
        if (bodyDepth < 0 && initialiserDepth < 0 && startsInitialiser())
            initialiserDepth = depth;
        else if (bodyDepth < 0 && isFunctionHead(head)) {
            bodyDepth = depth;
            bodyLine = line;
        }
        ++depth;
        if (bodyDepth < 0 && initialiserDepth < 0)
            head.clear();
    }

    void close() {
        --depth;
        if (depth == initialiserDepth) {
            initialiserDepth = -1;
            return;
        }
        if (depth == bodyDepth) {
            bodies.append({QString("%1:%2").arg(file.path).arg(bodyLine), line - bodyLine + 1});
            bodyDepth = -1;
        }
        head.clear();
    }
};
} // namespace

/// Access specifiers and preprocessor lines are no part of a function's head.
static QString withoutLabels(QString text) {
    static const QRegularExpression labels(
        R"(^\s*(#[^\n]*|(public|private|protected|signals|public slots|private slots)\s*:)\s*$)",
        QRegularExpression::MultilineOption);
    return text.replace(labels, "");
}

QList<FunctionBody> functionBodies(const SourceFile& file) {
    const QString text = withoutLabels(withoutCommentsAndLiterals(file.lines.join('\n')));
    BodyFinder finder{file, {}, {}};
    for (const QChar c : text)
        finder.read(c);
    return finder.bodies;
}

} // namespace entente::layering
