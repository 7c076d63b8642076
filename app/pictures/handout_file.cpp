#include "app/pictures/handout_file.h"

#include "app/pictures/handout_page.h"
#include "app/pictures/source_pages.h"

namespace entente::pictures {

using theme::Role;

namespace {

constexpr double keyMargin = 40;
constexpr int titleSize = 20, keySmallSize = 10;
constexpr int answerSize = 12, smallestAnswer = 9;
constexpr double keyTop = 96, keyBottom = 1076;
constexpr double columnGap = 24;
constexpr int keyColumns = 3;
constexpr double keyLineGap = 3;

struct Key;

/// Paints the pages of a handout.
class HandoutPainter {
public:
    HandoutPainter(QPainter& painter, const Labels& labels, qsizetype pages)
        : m_painter(painter), m_labels(labels), m_pages(pages) {}

    void paint(const HandoutPage& page);
    /// @param next begins a further page
    void paintKey(const Key& key, const std::function<bool()>& next);
    void paintSources(const SourcePage& sources, const QString& title);

private:
    void paintAround(const QString& title, bool hasName);
    void paintCell(const HandoutCell& cell);
    void paintLine(const AnswerLine& answer);
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
    const double titleWidth = hasName ? titleRoom.width() : width;
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

void HandoutPainter::paintLine(const AnswerLine& answer) {
    const QString number = QString::number(answer.number);
    const QFontMetricsF metrics(slideFont(answerSize, false));
    const QRectF& frame = answer.frame;
    const double width = metrics.horizontalAdvance(number) + 1, height = std::min(frame.height(), metrics.height());
    paintWords(m_painter, m_look,
               {{frame.left(), frame.bottom() - height, width, height}, {number}, answerSize, false, Role::Ink});
    line(frame.left() + width + 4, frame.right(), frame.bottom() - metrics.descent());
}

void HandoutPainter::paint(const HandoutPage& page) {
    paintAround(page.title, true);
    for (const HandoutCell& cell : page.cells)
        paintCell(cell);
    if (page.bank.paragraphs.isEmpty())
        return;
    const QRectF& highest = page.lines.isEmpty() ? page.bank.frame : page.lines.first().frame;
    line(keyMargin, handoutSize.width() - keyMargin, highest.top() - 6);
    for (const AnswerLine& answer : page.lines)
        paintLine(answer);
    paintWords(m_painter, m_look, page.bank);
}

QString answerText(const Answer& answer) {
    return Text::tr("%1  %2", "number and answer").arg(QString::number(answer.number), answer.text);
}

double columnWidth() {
    return (handoutSize.width() - 2 * keyMargin - (keyColumns - 1) * columnGap) / keyColumns;
}

double answerHeight(const Answer& answer, int size) {
    return heightOf({answerText(answer)}, columnWidth(), size, false) + keyLineGap;
}

/// The answers to a handout by column, in type of one size.
struct Key {
    QList<QList<Answer>> columns;
    int size = answerSize;

    qsizetype pages() const { return (columns.size() + keyColumns - 1) / keyColumns; }
};

Key keyIn(const QList<Answer>& answers, int size) {
    Key key{{}, size};
    double y = keyBottom;
    for (const Answer& answer : answers) {
        const double height = answerHeight(answer, size);
        if (key.columns.isEmpty() || y + height > keyBottom) {
            key.columns.append(QList<Answer>());
            y = keyTop;
        }
        key.columns.last().append(answer);
        y += height;
    }
    return key;
}

/// In the largest type that leaves fewest pages.
Key keyOf(const QList<Answer>& answers) {
    const qsizetype fewest = keyIn(answers, smallestAnswer).pages();
    Key key = keyIn(answers, answerSize);
    while (key.pages() > fewest)
        key = keyIn(answers, key.size - 1);
    return key;
}

void HandoutPainter::paintKey(const Key& key, const std::function<bool()>& next) {
    for (qsizetype i = 0; i < key.columns.size(); ++i) {
        if (i % keyColumns == 0) {
            if (!next())
                return;
            paintAround(Text::tr("Answers: %1").arg(m_labels.title), false);
        }
        double y = keyTop;
        const double left = keyMargin + static_cast<double>(i % keyColumns) * (columnWidth() + columnGap);
        for (const Answer& answer : key.columns[i]) {
            const double height = answerHeight(answer, key.size);
            paintWords(m_painter, m_look,
                       {{left, y, columnWidth(), height}, {answerText(answer)}, key.size, false, Role::Ink});
            y += height;
        }
    }
}

void HandoutPainter::paintSources(const SourcePage& sources, const QString& title) {
    paintAround(Text::tr("Sources: %1", "heading of a sheet").arg(title), false);
    paintLines(m_painter, sources.lines);
    paintCodes(m_painter, sources.codes, m_look);
}

/// What the scenes of a story cite, under the headlines that the pages have: nothing that is taken out stands there.
Bibliography bibliographyOf(const HandoutSource& source, const QList<HandoutPage>& pages) {
    Bibliography made;
    qsizetype number = 0;
    for (const HandoutPage& page : pages)
        for (const HandoutCell& cell : page.cells) {
            const model::Scene& scene = source.dossier->tables().scenes[source.scenes[number++].index];
            const QString words = Text::tr("%1. %2", "number and headline of a scene")
                                      .arg(QString::number(number), cell.headline.paragraphs.join(' '));
            const QList<model::SourceId> cited = sourcesBehind(*source.dossier, scene.citations);
            for (const model::SourceId id : cited)
                if (!made.sources.contains(id))
                    made.sources.append(id);
            if (!cited.isEmpty())
                made.evidence.append({words, cited});
        }
    return made;
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
    const Labels labels = labelsOfStory(*dossier, story, options.language, wording);
    const Progress told = rising(progress);
    const auto places = std::make_shared<JobPlaces>(dossier, [&](double) { return !told || told(0); });
    const HandoutSource source{dossier, *scenes, options, wording, labels.title, places};
    const Handout made = handoutIn(source, told);
    const QList<HandoutPage>& pages = made.pages;
    if (pages.isEmpty())
        return tl::unexpected(ended());
    if (losses)
        for (const HandoutPage& page : pages)
            losses->append(page.losses);
    const Key key = keyOf(made.answers);
    const QRectF frame(keyMargin, keyTop, handoutSize.width() - 2 * keyMargin, keyBottom - keyTop);
    const QString remark =
        options.blank == Blank::None ? QString() : Text::tr("Titles and dates of sources may give answers away.");
    const QList<SourcePage> sources =
        sourcePages(*dossier, bibliographyOf(source, pages), wording, theme::Theme(), frame, remark);
    return pagesOf(handoutSize, labels, [&](QPainter& painter, const std::function<bool()>& next) {
        HandoutPainter writer(painter, labels, pages.size() + key.pages() + sources.size());
        for (qsizetype i = 0; i < pages.size(); ++i)
            if (i == 0 || next())
                writer.paint(pages[i]);
        for (const SourcePage& page : sources)
            if (next())
                writer.paintSources(page, pages.first().title);
        writer.paintKey(key, next);
    });
}

} // namespace entente::pictures
