#include "app/cli/command.h"

namespace entente::cli {

static QString bracketed(const OptionForm& option) {
    const QString text = option.value.isEmpty() ? "--" + option.name : "--" + option.name + ' ' + option.value;
    return option.use == OptionForm::Use::Needed ? text : '[' + text + ']';
}

QString synopsisOf(const Command& command) {
    QStringList words = {"entente", command.name};
    if (command.form.lastRepeats)
        words.append("[--]");
    words.append(command.form.operands);
    if (command.form.lastRepeats)
        words.last() += "...";
    for (const OptionForm& option : command.form.options)
        words.append(bracketed(option));
    return words.join(' ');
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
    return synopsisOf(command) + "\n\n" + command.summary + "\n\n" + Text::tr("Options:") + '\n' + table(rows) + '\n' +
           command.details + "\n\n" + exitCodes();
}

QString generalHelp() {
    QList<std::pair<QString, QString>> rows = {{"entente [FILE]", Text::tr("open the window")}};
    for (const Command& command : commands())
        rows.append({QString("entente %1 %2").arg(command.name, command.form.operands.join(' ')), command.summary});
    rows.append({"entente --version", Text::tr("print the version")});
    return Text::tr("Timelines with who stands where.") + "\n\n" + table(rows) + '\n' +
           Text::tr("\"entente COMMAND --help\" explains a command. A file named like a command is written ./info. "
                    "Commands need no display; results go to standard output, errors to standard error.") +
           "\n\n" + exitCodes();
}

} // namespace entente::cli
