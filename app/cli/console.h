#pragma once

#include "db/model/result.h"

#include <QIODevice>
#include <QJsonObject>

namespace entente::cli {

/// Where a command writes: results to one device, what went wrong to another. Lines end with LF and are UTF-8.
class Console {
public:
    Console(QIODevice& out, QIODevice& errors) : m_out(out), m_errors(errors) {}

    /// One line of cells separated by tabs. Control characters in them are made visible, so that no text of a dossier
    /// can steer a terminal.
    void print(const QStringList& cells);
    /// Text of our own, as it is.
    void printText(const QString& text);
    /// One object on a line, members in alphabetical order.
    void print(const QJsonObject& object);

    void complain(const model::Finding& finding);
    void complain(const QString& sentence);

    /// Whether everything could be written so far.
    bool isIntact() const { return m_intact; }

private:
    void write(QIODevice& device, const QByteArray& bytes);

    QIODevice& m_out;
    QIODevice& m_errors;
    bool m_intact = true;
};

/// The text with control characters replaced by their pictures (U+2400 and following; others by U+FFFD).
QString withVisibleControls(QString text);

} // namespace entente::cli
