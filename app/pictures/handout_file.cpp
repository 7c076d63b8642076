#include "app/pictures/handout_file.h"

#include "app/pictures/handout_page.h"

namespace entente::pictures {

using theme::Role;

namespace {

constexpr double keyMargin = 40;
constexpr int titleSize = 20, smallestTitle = 10, keySmallSize = 10, answerSize = 12;
constexpr double keyTop = 96, keyBottom = 1076;
constexpr double columnGap = 24;
constexpr int keyColumns = 3;

/// Paints the pages of a handout.
class HandoutPainter {
public:
    HandoutPainter(QPainter& painter, const Labels& labels, qsizetype pages)
        : m_painter(painter), m_labels(labels), m_pages(pages) {}

    void paint(const HandoutPage& page);
    /// @param next begins a further page
    void paintKey(const QList<Answer>& answers, const std::function<bool()>& next);

private:
    void paintAround(const QString& title, bool hasName);
    void paintCell(const HandoutCell& cell);
    void line(double left, double right, double y);

    QPainter& m_painter;
    const Labels& m_labels;
    qsizetype m_pages;
    qsizetype m_page = 0;
    theme::Theme m_look;
};

void HandoutPainter::line(double left, double right, double y) {
    m_painter.setPen(QPen(m_look.color(Role::Line3), 0.75));
    m_painter.drawLine(QPointF(left, y), QPointF(right, y));
}

/// Title and room for a name above, dossier and number of the page below.
void HandoutPainter::paintAround(const QString& title, bool hasName) {
    ++m_page;
    const double right = handoutSize.width() - keyMargin, width = right - keyMargin;
    const double titleWidth = hasName ? 0.6 * width : width;
    const int size = fittingPixels({title}, {titleWidth, 46}, true, titleSize, smallestTitle);
    paintWords(m_painter, m_look, {{keyMargin, 34, titleWidth, 46}, {title}, size, true, Role::Ink});
    if (hasName) {
        const double left = keyMargin + 0.64 * width;
        paintWords(m_painter, m_look, {{left, 44, 60, 14}, {Text::tr("Name")}, keySmallSize, false, Role::Ink2});
        line(left + 36, right, 56);
    }
    line(keyMargin, right, 82);
    paintWords(m_painter, m_look,
               {{keyMargin, 1086, width - 90, 14}, {m_labels.source}, keySmallSize, false, Role::Ink3});
    const QString number = Text::tr("%1 of %2", "number of a page").arg(m_page).arg(m_pages);
    const double numberWidth = QFontMetricsF(slideFont(keySmallSize, false)).horizontalAdvance(number) + 1;
    paintWords(m_painter, m_look,
               {{right - numberWidth, 1086, numberWidth, 14}, {number}, keySmallSize, false, Role::Ink3});
}

void HandoutPainter::paintCell(const HandoutCell& cell) {
    for (const SlidePicture& picture : cell.pictures) {
        m_painter.save();
        m_painter.translate(picture.frame.topLeft());
        paintSheet(m_painter, picture.sheet);
        m_painter.restore();
    }
    paintWords(m_painter, m_look, cell.date);
    paintWords(m_painter, m_look, cell.headline);
    paintWords(m_painter, m_look, cell.points, Text::tr("–", "before a point of a slide"));
}

void HandoutPainter::paint(const HandoutPage& page) {
    paintAround(m_labels.title, true);
    for (const HandoutCell& cell : page.cells)
        paintCell(cell);
    if (page.bank.paragraphs.isEmpty())
        return;
    line(keyMargin, handoutSize.width() - keyMargin, page.bank.frame.top() - 6);
    paintWords(m_painter, m_look, page.bank);
}

QString answerText(const Answer& answer) {
    return Text::tr("%1  %2", "number and answer").arg(QString::number(answer.number), answer.text);
}

double columnWidth() {
    return (handoutSize.width() - 2 * keyMargin - (keyColumns - 1) * columnGap) / keyColumns;
}

/// The answers by column.
QList<QList<Answer>> keyOf(const QList<Answer>& answers) {
    QList<QList<Answer>> columns;
    double y = keyBottom;
    for (const Answer& answer : answers) {
        const double height = heightOf({answerText(answer)}, columnWidth(), answerSize, false) + 3;
        if (columns.isEmpty() || y + height > keyBottom) {
            columns.append(QList<Answer>());
            y = keyTop;
        }
        columns.last().append(answer);
        y += height;
    }
    return columns;
}

void HandoutPainter::paintKey(const QList<Answer>& answers, const std::function<bool()>& next) {
    const QList<QList<Answer>> columns = keyOf(answers);
    for (qsizetype i = 0; i < columns.size(); ++i) {
        if (i % keyColumns == 0) {
            if (!next())
                return;
            paintAround(Text::tr("Answers: %1").arg(m_labels.title), false);
        }
        double y = keyTop;
        const double left = keyMargin + static_cast<double>(i % keyColumns) * (columnWidth() + columnGap);
        for (const Answer& answer : columns[i]) {
            const QStringList words{answerText(answer)};
            const double height = heightOf(words, columnWidth(), answerSize, false);
            paintWords(m_painter, m_look, {{left, y, columnWidth(), height}, words, answerSize, false, Role::Ink});
            y += height + 3;
        }
    }
}

/// None if that is ended.
QList<HandoutPage> pagesFrom(const HandoutSource& source, const Progress& progress) {
    Blanks blanks(source.dossier, source.wording, source.options.blank);
    QList<HandoutPage> pages;
    qsizetype first = 0;
    const auto goesOn = [&] {
        return !progress ||
               progress(std::min(1.0, static_cast<double>(first) / static_cast<double>(source.scenes.size())));
    };
    const HandoutSource stoppable{source.dossier, source.scenes, source.options, source.wording,
                                  std::make_shared<JobPlaces>(source.dossier, [&](double) { return goesOn(); })};
    for (; first < source.scenes.size(); first += source.options.perPage) {
        if (!goesOn())
            return {};
        pages.append(handoutPage(stoppable, first, blanks));
    }
    return goesOn() ? pages : QList<HandoutPage>();
}

} // namespace

model::Result<QByteArray> handoutOf(const model::DossierPointer& dossier, model::StoryId story,
                                    const HandoutOptions& options, const wording::Wording& wording,
                                    const Progress& progress, QStringList* losses) {
    if (!QList<int>{2, 3, 4, 6}.contains(options.perPage))
        return model::failure(Text::tr("A page of a handout has 2, 3, 4 or 6 scenes, not %1.").arg(options.perPage));
    const auto scenes = scenesOf(*dossier, story);
    if (!scenes)
        return tl::unexpected(scenes.error());
    const QList<HandoutPage> pages = pagesFrom({dossier, *scenes, options, wording}, progress);
    if (pages.isEmpty())
        return tl::unexpected(ended());
    QList<Answer> answers;
    for (const HandoutPage& page : pages) {
        answers.append(page.answers);
        if (losses)
            losses->append(page.losses);
    }
    const qsizetype keyPages = (keyOf(answers).size() + keyColumns - 1) / keyColumns;
    const Labels labels = labelsOfStory(*dossier, story, options.language, wording);
    return pagesOf(handoutSize, labels, [&](QPainter& painter, const std::function<bool()>& next) {
        HandoutPainter writer(painter, labels, pages.size() + keyPages);
        for (qsizetype i = 0; i < pages.size(); ++i)
            if (i == 0 || next())
                writer.paint(pages[i]);
        writer.paintKey(answers, next);
    });
}

} // namespace entente::pictures
