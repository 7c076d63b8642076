#include "app/cli/run.h"

#include "app/cli/command.h"
#include "app/theme/theme.h"

#include <QApplication>
#include <QFile>
#include <QLoggingCategory>
#include <clocale>
#include <cstdio>

namespace entente::cli {

namespace {

bool asksFor(const QStringList& arguments, const QString& option) {
    return arguments.mid(0, arguments.indexOf("--")).contains(option);
}

const Command* find(const QList<Command>& all, const QString& name) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const Command& each) { return each.name == name; });
    return found == all.end() ? nullptr : &*found;
}

int refuse(Console& console, const QString& problem, const QString& help) {
    console.complain(problem);
    console.complain(Text::tr("\"%1\" explains.").arg(help));
    return WrongCall;
}

int runCommand(const Command& command, const QStringList& arguments, Console& console) {
    if (asksFor(arguments, "--help") || asksFor(arguments, "-h")) {
        console.printText(helpOf(command));
        return Done;
    }
    const auto options = Options::read(command.form, arguments);
    if (!options)
        return refuse(console, options.error().problem, "entente " + command.name + " --help");
    return command.run(*options, console);
}

int runNamed(const QStringList& arguments, Console& console) {
    const QList<Command> all = commands();
    const QString first = arguments.value(0);
    if (const Command* command = find(all, first))
        return runCommand(*command, arguments.mid(1), console);
    if (first == "--help" || first == "-h")
        console.printText(generalHelp());
    else if (first == "--version")
        console.printText(QString("entente %1\n").arg(QCoreApplication::applicationVersion()));
    else if (!startOf(arguments).isCommand)
        return refuse(console, Text::tr("There is no display to open a window on."), "entente --help");
    else if (first.startsWith('-'))
        return refuse(console, Text::tr("There is no option %1.").arg(first), "entente --help");
    else
        return refuse(console, Text::tr("\"%1\" is not a command, and the window opens one file.").arg(first),
                      "entente --help");
    return Done;
}

/// Drops the options that QApplication takes, each with its value.
QStringList withoutToolkitOptions(QStringList arguments) {
    static const QStringList known = {"-platform", "-style", "-display", "-geometry", "-session"};
    while (known.contains(arguments.value(0)))
        arguments = arguments.mid(2);
    return arguments;
}

} // namespace

QList<Command> commands() {
    return {infoCommand(),  listCommand(), showCommand(),   pathCommand(),       compareCommand(), centralCommand(),
            checkCommand(), dateCommand(), importCommand(), exportDataCommand(), exportCommand(),  presentCommand()};
}

Start startOf(const QStringList& all) {
    QStringList arguments = withoutToolkitOptions(all);
    if (arguments.value(0) == "--" && arguments.size() <= 2)
        return {false, arguments.value(1)};
    const QString first = arguments.value(0);
    const bool isCommand = first.startsWith('-') || arguments.size() > 1 || find(commands(), first) != nullptr;
    return {isCommand, isCommand ? QString() : first};
}

int run(const QStringList& arguments, QIODevice& out, QIODevice& errors) {
    Console console(out, errors);
    const int code = runNamed(withoutToolkitOptions(arguments), console);
    if (console.isIntact())
        return code;
    console.complain(Text::tr("The result could not be written to standard output."));
    return NotWritten;
}

bool hasDisplay(const QStringList& arguments) {
#ifdef Q_OS_LINUX
    const auto isSet = [](const char* name) { return !qEnvironmentVariableIsEmpty(name); };
    return isSet("QT_QPA_PLATFORM") || isSet("DISPLAY") || isSet("WAYLAND_DISPLAY") || arguments.contains("-platform");
#else
    Q_UNUSED(arguments);
    return true;
#endif
}

QStringList argumentsOf(int argc, char** argv) {
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QFile::decodeName(argv[i]));
    return arguments;
}

static std::unique_ptr<QCoreApplication> application(int& argc, char** argv) {
    const QList<Command> all = commands();
    const Command* command = find(all, withoutToolkitOptions(argumentsOf(argc, argv)).value(0));
    const bool shows = command && command->shows && hasDisplay(argumentsOf(argc, argv));
    if (!command || !(command->draws || shows))
        return std::make_unique<QCoreApplication>(argc, argv);
    if (!shows && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    // Standard error is for what the caller can act on, not for what the toolkit misses in the session.
    QLoggingCategory::setFilterRules("default.warning=false");
    auto drawing = std::make_unique<QApplication>(argc, argv);
    // QApplication takes the locale of the environment for all of C; numbers in files must not follow it.
    std::setlocale(LC_NUMERIC, "C");
    theme::loadFonts();
    return drawing;
}

int run(int argc, char** argv) {
    // Whatever a command prints must not depend on the user's locale.
    qputenv("LC_ALL", "C.UTF-8");
    const QStringList arguments = argumentsOf(argc, argv);
    const auto running = application(argc, argv);
    QFile out, errors;
    if (!out.open(stdout, QIODevice::WriteOnly) || !errors.open(stderr, QIODevice::WriteOnly))
        return NotWritten;
    const int code = run(arguments, out, errors);
    return out.flush() && std::fflush(stdout) == 0 ? code : NotWritten;
}

} // namespace entente::cli
