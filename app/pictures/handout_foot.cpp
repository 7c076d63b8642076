#include "app/pictures/handout_page.h"

#include <QCryptographicHash>

namespace entente::pictures {

namespace {

constexpr int bankSize = 12, smallestBank = 6;
constexpr double answerPitch = 20; // from line to line, to write between
constexpr double answerNumber = 22, betweenAnswers = 14, aboveBank = 8;
constexpr double asWritten = 1.5; // times as wide as printed
constexpr int fewestColumns = 2, mostColumns = 5;

/// Each once, with how often it is an answer.
QStringList wordsOf(const HandoutPage& page, const Blanks& blanks) {
    QMap<QString, int> counts;
    for (const AnswerId answer : page.answers)
        ++counts[blanks.answer(answer).text];
    QStringList words;
    for (auto count = counts.begin(); count != counts.end(); ++count) {
        const QString word = count.value() > 1 ? Text::tr("%1 (%2×)", "word of a bank, and for how many blanks")
                                                     .arg(count.key(), QString::number(count.value()))
                                               : count.key();
        words.append(QString(word).replace(' ', QChar::Nbsp));
    }
    return words;
}

QStringList bankOf(const HandoutPage& page, const Blanks& blanks) {
    const QStringList words = wordsOf(page, blanks);
    if (words.isEmpty())
        return {};
    const QString between = Text::tr("\u00A0\u00A0·  ", "between words of a bank");
    return {Text::tr("Word bank: %1").arg(shuffled(words).join(between))};
}

QList<AnswerId> withoutRule(const HandoutPage& page) {
    QList<AnswerId> answers = page.answers;
    answers.removeIf([&](AnswerId answer) { return page.written.contains(answer); });
    return answers;
}

/// So many that most of the answers have room.
int columnsIn(double width, const QList<AnswerId>& answers, const Blanks& blanks) {
    const QFontMetricsF metrics(slideFont(bankSize, false));
    QList<double> widths;
    for (const AnswerId answer : answers)
        widths.append(asWritten * metrics.horizontalAdvance(blanks.answer(answer).text));
    std::sort(widths.begin(), widths.end());
    const double usual = widths[3 * widths.size() / 4];
    return std::clamp(static_cast<int>((width + betweenAnswers) / (answerNumber + usual + betweenAnswers)),
                      fewestColumns, mostColumns);
}

int rowsOf(qsizetype answers, int columns) {
    return static_cast<int>((answers + columns - 1) / columns);
}

} // namespace

double footHeight(const HandoutPage& page, const Blanks& blanks, double width) {
    const QStringList bank = bankOf(page, blanks);
    if (bank.isEmpty())
        return 0;
    const QList<AnswerId> answers = withoutRule(page);
    const double lines =
        answers.isEmpty() ? 0 : answerPitch * rowsOf(answers.size(), columnsIn(width, answers, blanks)) + aboveBank;
    return lines + heightOf(bank, width, bankSize, false);
}

/// Where there is not enough room for all, lines are closer and words are smaller.
void setFoot(HandoutPage& page, const Blanks& blanks, const QRectF& frame) {
    const QStringList bank = bankOf(page, blanks);
    page.bank = {frame, bank, bankSize, false, theme::Role::Ink};
    const QList<AnswerId> answers = withoutRule(page);
    if (!answers.isEmpty()) {
        const int columns = columnsIn(frame.width(), answers, blanks), rows = rowsOf(answers.size(), columns);
        const double left = frame.height() - heightOf(bank, frame.width(), bankSize, false) - aboveBank;
        const double pitch = std::min(answerPitch, std::max(left, frame.height() / 2) / rows);
        const double width = (frame.width() + betweenAnswers) / columns;
        for (int i = 0; i < answers.size(); ++i) {
            const int row = i / columns, column = i % columns;
            page.lines.append(
                {{frame.left() + column * width, frame.top() + row * pitch, width - betweenAnswers, pitch}});
        }
        page.bank.frame.setTop(frame.top() + rows * pitch + aboveBank);
    }
    page.bank.pixels = fittingPixels(bank, page.bank.frame.size(), false, bankSize, smallestBank);
}

QStringList shuffled(QStringList texts) {
    const auto weight = [](const QString& text) {
        return QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256);
    };
    std::sort(texts.begin(), texts.end(), [&](const QString& a, const QString& b) {
        const QByteArray left = weight(a), right = weight(b);
        return left != right ? left < right : a < b;
    });
    return texts;
}

} // namespace entente::pictures
