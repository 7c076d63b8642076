#include "app/pictures/blank_text.h"

namespace entente::pictures {

namespace {

/// A placeholder is one character of the first row, for its rule and digits, and two digits of its answer. The
/// characters of private use that a text has itself are written as a mark and two such digits.
constexpr char16_t firstPrivate = 0xE000, lastPrivate = 0xF8FF;
constexpr char16_t ownMark = 0xE100, zeroDigit = 0xE200;
constexpr int digitBase = 4096;
constexpr int perRule = Placeholder::longestRule + 1;
constexpr qsizetype unitSize = 3;

QString unitOf(char16_t first, int value) {
    const int high = value / digitBase, low = value % digitBase;
    return QString(QChar(first)) + QChar(zeroDigit + high) + QChar(zeroDigit + low);
}

bool isPrivate(QChar character) {
    return character >= QChar(firstPrivate) && character <= QChar(lastPrivate);
}

int valueAt(const QString& text, qsizetype at) {
    return (text[at + 1].unicode() - zeroDigit) * digitBase + text[at + 2].unicode() - zeroDigit;
}

Placeholder placeholderAt(const QString& text, qsizetype at) {
    const int form = text[at].unicode() - firstPrivate;
    return {AnswerId(valueAt(text, at)), form % perRule, form / perRule};
}

/// Up to which place a text may be cut: one that ends before `end`, and not within a placeholder.
qsizetype cutBefore(const QString& text, qsizetype end) {
    const qsizetype unit = end - unitSize;
    if (unit >= 0 && isPrivate(text[end - 1]))
        return unit;
    return end >= 2 && text[end - 1].isLowSurrogate() ? end - 2 : end - 1;
}

} // namespace

QString escaped(const QString& text) {
    QString made;
    made.reserve(text.size());
    for (const QChar character : text)
        if (isPrivate(character))
            made += unitOf(ownMark, character.unicode() - firstPrivate);
        else
            made += character;
    return made;
}

QString textOf(const Placeholder& placeholder) {
    const int form = perRule * placeholder.digits + placeholder.rule;
    return unitOf(static_cast<char16_t>(firstPrivate + form), placeholder.answer.index);
}

QString filled(const QString& text, const std::function<QString(const Placeholder&)>& word) {
    QString made;
    for (qsizetype at = 0; at < text.size();) {
        if (!isPrivate(text[at])) {
            made += text[at++];
            continue;
        }
        made += text[at] == QChar(ownMark) ? QString(QChar(firstPrivate + valueAt(text, at)))
                                           : word(placeholderAt(text, at));
        at += unitSize;
    }
    return made;
}

QList<Placeholder> placeholdersIn(const QString& text) {
    QList<Placeholder> found;
    filled(text, [&](const Placeholder& placeholder) {
        found.append(placeholder);
        return QString();
    });
    return found;
}

QString ruleWith(int number, int length) {
    const QString digits = QString::number(number);
    return length > 0 ? digits + QChar::Nbsp + QString(length, '_') : digits;
}

QString widest(const QString& text, const std::function<double(const QString&)>& width) {
    QString digit; // found when it is needed first
    const auto find = [&] {
        double most = -1;
        for (int value = 0; value < 10; ++value)
            if (const double wide = width(QString::number(value)); wide > most) {
                most = wide;
                digit = QString::number(value);
            }
    };
    return filled(text, [&](const Placeholder& placeholder) {
        if (digit.isEmpty())
            find();
        const QString rule = placeholder.rule > 0 ? QChar::Nbsp + QString(placeholder.rule, '_') : QString();
        return digit.repeated(placeholder.digits) + rule;
    });
}

timeline::Measures measuredWithBlanks(const timeline::Measures& measures) {
    timeline::Measures made = measures;
    made.width = [width = measures.width](const QString& text, timeline::TextKind kind) {
        const auto ofKind = [&](const QString& other) { return width(other, kind); };
        return ofKind(widest(text, ofKind));
    };
    made.elided = [width = made.width, elided = measures.elided](const QString& text, timeline::TextKind kind,
                                                                 double room) {
        if (placeholdersIn(text).isEmpty())
            return escaped(elided(filled(text, {}), kind, room));
        QString kept = text, shown = text;
        while (!kept.isEmpty() && width(shown, kind) > room) {
            kept.truncate(cutBefore(kept, kept.size()));
            shown = kept + QChar(0x2026);
        }
        return shown;
    };
    return made;
}

relations::Measures measuredWithBlanks(const relations::Measures& measures) {
    relations::Measures made = measures;
    made.node = [measures](model::ActorKind kind, bool pole, const QString& text) {
        return measures.node(kind, pole, widest(text, measures.name));
    };
    made.name = [name = measures.name](const QString& text) { return name(widest(text, name)); };
    made.label = [label = measures.label](const QString& text) { return label(widest(text, label)); };
    return made;
}

} // namespace entente::pictures
