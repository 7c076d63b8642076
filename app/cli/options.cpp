#include "app/cli/options.h"

namespace entente::cli {

using model::Result;

class OptionReader {
public:
    OptionReader(const CommandForm& form, const QStringList& arguments) : m_form(form), m_rest(arguments) {}

    Result<Options> read() {
        while (!m_rest.isEmpty() && m_problem.isEmpty())
            take(m_rest.takeFirst());
        if (m_problem.isEmpty())
            checkOperands();
        if (m_problem.isEmpty())
            checkNeeded();
        if (!m_problem.isEmpty())
            return model::failure(m_problem);
        return m_options;
    }

private:
    void take(const QString& argument) {
        if (m_ended || !argument.startsWith('-') || argument == "-")
            m_options.m_operands.append(argument);
        else if (argument == "--")
            m_ended = true;
        else
            takeOption(argument);
    }

    void takeOption(const QString& argument) {
        const qsizetype equals = argument.indexOf('=');
        const QString name = equals < 0 ? argument : argument.left(equals);
        const OptionForm* form = find(name);
        if (!form)
            m_problem = unknown(argument);
        else if (m_options.has(form->name) && form->use != OptionForm::Use::Repeated)
            m_problem = Text::tr("The option %1 is given more than once.").arg(name);
        else if (form->value.isEmpty() && equals >= 0)
            m_problem = Text::tr("The option %1 takes no value.").arg(name);
        else
            takeValue(*form, equals < 0 ? std::nullopt : std::optional(argument.mid(equals + 1)));
    }

    void takeValue(const OptionForm& form, std::optional<QString> value) {
        if (form.value.isEmpty())
            value = QString();
        else if (!value && !m_rest.isEmpty() && !m_rest.first().startsWith("--"))
            value = m_rest.takeFirst();
        if (value)
            m_options.m_values[form.name].append(*value);
        else
            m_problem = Text::tr("The option --%1 needs a value: --%1 %2.").arg(form.name, form.value);
    }

    const OptionForm* find(const QString& name) const {
        for (const OptionForm& option : m_form.options)
            if (name == "--" + option.name)
                return &option;
        return nullptr;
    }

    static QString unknown(const QString& argument) {
        const bool isYear = argument.size() > 1 && argument[1].isDigit();
        return isYear ? Text::tr("\"%1\" looks like an option. Write -- before what begins with a minus.").arg(argument)
                      : Text::tr("There is no option %1 here.").arg(argument);
    }

    void checkOperands() {
        const qsizetype given = m_options.operands().size();
        if (given < m_form.operands.size())
            m_problem = Text::tr("%1 is missing.").arg(m_form.operands[given]);
        else if (given > m_form.operands.size() && !m_form.lastRepeats)
            m_problem = Text::tr("\"%1\" is one argument too many.").arg(m_options.operands()[m_form.operands.size()]);
    }

    void checkNeeded() {
        for (const OptionForm& option : m_form.options)
            if (option.use == OptionForm::Use::Needed && !m_options.has(option.name))
                m_problem = Text::tr("The option --%1 %2 is missing.").arg(option.name, option.value);
    }

    const CommandForm& m_form;
    QStringList m_rest;
    Options m_options;
    QString m_problem;
    bool m_ended = false;
};

Result<Options> Options::read(const CommandForm& form, const QStringList& arguments) {
    return OptionReader(form, arguments).read();
}

} // namespace entente::cli
