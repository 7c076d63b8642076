#include "app/cli/command.h"

namespace entente::cli {

/// Lines of at most 80 characters; those after the first begin with the indent.
static QString wrapped(const QString& text, const QString& indent) {
    constexpr qsizetype width = 80;
    QString lines, line;
    for (const QString& word : text.split(' ')) {
        if (!line.trimmed().isEmpty() && line.size() + 1 + word.size() > width) {
            lines += line + '\n';
            line = indent + word;
        } else
            line += line.isEmpty() ? word : ' ' + word;
    }
    return lines + line;
}

static QString paragraphs(const QString& text) {
    QStringList wrappedLines;
    for (const QString& line : text.split('\n'))
        wrappedLines.append(wrapped(line, {}));
    return wrappedLines.join('\n');
}

static QString bracketed(const OptionForm& option) {
    const QString text = option.value.isEmpty() ? "--" + option.name : "--" + option.name + QChar::Nbsp + option.value;
    const QString more = option.use == OptionForm::Use::Repeated ? "..." : "";
    return option.use == OptionForm::Use::Needed ? text : '[' + text + ']' + more;
}

/// The command with what it works on: "entente date TEXT..."
static QString callOf(const Command& command) {
    return QString("entente %1 %2%3")
        .arg(command.name, command.form.operands.join(' '), command.form.lastRepeats ? "..." : "");
}

QString synopsisOf(const Command& command) {
    QStringList words = {callOf(command)};
    for (const OptionForm& option : command.form.options)
        words.append(bracketed(option));
    return wrapped(words.join(' '), "        ").replace(QChar::Nbsp, ' ');
}

static QString table(const QList<std::pair<QString, QString>>& rows) {
    qsizetype width = 0;
    for (const auto& [left, right] : rows)
        width = std::max(width, left.size());
    QString text;
    for (const auto& [left, right] : rows)
        text += "  " + left.leftJustified(width + 2) + right + '\n';
    return text;
}

static QString exitCodes() {
    return Text::tr("Exit codes:") + '\n' +
           table({{"0", Text::tr("done")},
                  {"1", Text::tr("done, with findings: something is wrong in what was given")},
                  {"2", Text::tr("the file or folder cannot be read")},
                  {"3", Text::tr("the result could not be written; what was there is unchanged")},
                  {"64", Text::tr("wrong call: an unknown command, option or value")}});
}

QString helpOf(const Command& command) {
    QList<std::pair<QString, QString>> rows;
    for (const OptionForm& option : command.form.options)
        rows.append({("--" + option.name + ' ' + option.value).trimmed(), option.help});
    rows.append({"--help", Text::tr("print this")});
    return synopsisOf(command) + "\n\n" + paragraphs(command.summary) + "\n\n" + Text::tr("Options:") + '\n' +
           table(rows) + '\n' + paragraphs(command.details) + "\n\n" + exitCodes();
}

QString generalHelp() {
    QList<std::pair<QString, QString>> rows = {{"entente [FILE]", Text::tr("Open the window.")}};
    for (const Command& command : commands())
        rows.append({callOf(command), command.summary});
    rows.append({"entente --version", Text::tr("Print the version.")});
    return Text::tr("Timelines with who stands where.") + "\n\n" + table(rows) + '\n' +
           paragraphs(Text::tr(
               "\"entente COMMAND --help\" explains a command. A file named like a command is written "
               "./info. Commands but \"present\" need no display; results go to standard output, errors to standard "
               "error.")) +
           "\n\n" + exitCodes();
}

} // namespace entente::cli
