#include "app/cli/console.h"

#include <QJsonDocument>

namespace entente::cli {

QString withVisibleControls(QString text) {
    constexpr char16_t firstPicture = 0x2400;
    constexpr char16_t pictureOfDelete = 0x2421;
    for (QChar& c : text) {
        if (c.unicode() < 0x20)
            c = QChar(char16_t(firstPicture + c.unicode()));
        else if (c.unicode() == 0x7F)
            c = QChar(pictureOfDelete);
        else if (c.category() == QChar::Other_Control)
            c = QChar(QChar::ReplacementCharacter);
    }
    return text;
}

void Console::write(QIODevice& device, const QByteArray& bytes) {
    if (device.write(bytes) != bytes.size())
        m_intact = false;
}

void Console::print(const QStringList& cells) {
    QStringList visible;
    for (const QString& cell : cells)
        visible.append(withVisibleControls(cell));
    printText(visible.join('\t') + '\n');
}

void Console::printText(const QString& text) {
    write(m_out, text.toUtf8());
}

void Console::print(const QJsonObject& object) {
    write(m_out, QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
}

void Console::complain(const model::Finding& finding) {
    complain(model::describe(finding));
}

void Console::complain(const QString& sentence) {
    write(m_errors, ("entente: " + withVisibleControls(sentence) + '\n').toUtf8());
}

} // namespace entente::cli
