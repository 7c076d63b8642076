#include "db/exchange/cells.h"

namespace entente::exchange {

static QString escaped(QString text) {
    return text.replace('\\', "\\\\").replace('|', "\\|");
}

QString joinList(const QStringList& texts) {
    QStringList parts;
    for (const QString& text : texts)
        parts.append(escaped(text));
    return parts.join(" | ");
}

namespace {
/// Cuts a cell at its bars and takes the escapes back.
struct Splitter {
    QStringList texts;
    QString text;

    bool escape(QChar c) {
        text.append(c);
        return c == '|' || c == '\\';
    }

    void bar() {
        if (text.endsWith(' '))
            text.chop(1);
        texts.append(text);
        text.clear();
    }
};
} // namespace

std::optional<QStringList> splitList(const QString& cell) {
    if (cell.isEmpty())
        return QStringList();
    Splitter splitter;
    for (qsizetype i = 0; i < cell.size(); ++i) {
        if (cell[i] == '\\') {
            if (++i == cell.size() || !splitter.escape(cell[i]))
                return std::nullopt;
        } else if (cell[i] == '|') {
            splitter.bar();
            if (i + 1 < cell.size() && cell[i + 1] == ' ')
                ++i;
        } else
            splitter.text.append(cell[i]);
    }
    splitter.texts.append(splitter.text);
    return splitter.texts;
}

static bool needsQuotes(const QString& cell) {
    return std::any_of(cell.begin(), cell.end(),
                       [](QChar c) { return c == ',' || c == '"' || c == '\n' || c == '\r'; });
}

void appendRecord(QByteArray& csv, const QStringList& cells) {
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (i > 0)
            csv.append(',');
        QString cell = cells[i];
        csv.append(needsQuotes(cell) ? ('"' + cell.replace('"', "\"\"") + '"').toUtf8() : cell.toUtf8());
    }
    csv.append('\n');
}

} // namespace entente::exchange
