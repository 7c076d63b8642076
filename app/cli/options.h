#pragma once

#include "db/model/result.h"

#include <QCoreApplication>
#include <QHash>
#include <QStringList>

namespace entente::cli {

/// The words of this room.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

/// An option that a command takes: "--name VALUE", or "--name" alone if it takes none.
struct OptionForm {
    QString name;  ///< without hyphens
    QString value; ///< what stands for the value in the help; empty: takes none
    QString help;
    enum class Use : quint8 { Once, Repeated, Needed } use = Use::Once;
};

/// What a command takes.
struct CommandForm {
    QStringList operands;     ///< what stands for them in the help, in order: "FILE"
    bool lastRepeats = false; ///< the last operand may be given more than once
    QList<OptionForm> options;
};

/// The operands and options of one call.
class Options {
public:
    /// Reads "--name VALUE", "--name=VALUE", "--flag"; "--" ends the options. Errors are whole sentences: an unknown
    /// option, one given twice, a missing value, missing or superfluous operands.
    static model::Result<Options> read(const CommandForm& form, const QStringList& arguments);

    const QStringList& operands() const { return m_operands; }
    bool has(const QString& name) const { return m_values.contains(name); }
    /// The value of an option, empty if it was not given.
    QString value(const QString& name) const { return m_values.value(name).value(0); }
    QStringList values(const QString& name) const { return m_values.value(name); }

private:
    friend class OptionReader;
    QStringList m_operands;
    QHash<QString, QStringList> m_values;
};

} // namespace entente::cli
