#include "app/pictures/handout_page.h"

namespace entente::pictures {

namespace {

/// None if that is ended.
QList<HandoutPage> pagesFrom(const HandoutSource& source, Blanks& blanks, const Progress& progress) {
    QList<HandoutPage> pages;
    for (qsizetype first = 0; first < source.scenes.size(); first += source.options.perPage) {
        if (progress && !progress(static_cast<double>(first) / static_cast<double>(source.scenes.size())))
            return {};
        pages.append(handoutPage(source, first, blanks));
    }
    return !progress || progress(1) ? pages : QList<HandoutPage>();
}

void numberLines(HandoutPage& page, const QHash<AnswerId, int>& numbers) {
    QList<int> unwritten;
    for (const AnswerId answer : std::as_const(page.answers))
        if (!page.written.contains(answer))
            unwritten.append(numbers.value(answer));
    std::sort(unwritten.begin(), unwritten.end());
    for (qsizetype i = 0; i < page.lines.size(); ++i)
        page.lines[i].number = unwritten[i];
}

} // namespace

QList<Answer> numbered(QList<HandoutPage>& pages, const Blanks& blanks) {
    if (!blanks.isAny())
        return {};
    QList<Answer> answers;
    QHash<AnswerId, int> numbers;
    for (const HandoutPage& page : std::as_const(pages))
        for (const AnswerId id : page.answers)
            if (!numbers.contains(id)) {
                answers.append(blanks.answer(id));
                answers.last().number = static_cast<int>(answers.size());
                numbers.insert(id, answers.last().number);
            }
    const auto word = [&](const Placeholder& placeholder) {
        return ruleWith(numbers.value(placeholder.answer), placeholder.rule);
    };
    for (HandoutPage& page : pages) {
        forEachText(page, [&](QString& text, bool /*isDrawn*/) { text = filled(text, word); });
        numberLines(page, numbers);
    }
    return answers;
}

/// How many answers there are shows once all is laid out.
Handout handoutIn(const HandoutSource& source, const Progress& progress) {
    for (int digits = 2;; ++digits) {
        Blanks blanks(source.dossier, source.wording, source.options.blank, digits);
        Handout made{pagesFrom(source, blanks, progress), {}};
        made.answers = numbered(made.pages, blanks);
        if (QString::number(made.answers.size()).size() <= digits)
            return made;
    }
}

} // namespace entente::pictures
