#include "app/pictures/handout_page.h"

#include <QTextBoundaryFinder>

namespace entente::pictures {

using theme::Role;

namespace {

constexpr double pageMargin = 40, top = 92, bottom = 1076;
constexpr double pageWidth = handoutSize.width() - 2 * pageMargin;
constexpr double gap = 18, inset = 10, insetAbove = 4;
constexpr int pageDateSize = 11, headlineSize = 15, pointSize = 12, smallestPageHeadline = 9, smallestPagePoint = 8;
constexpr double leastForBoth = 312, leastWhereNarrow = 270;                             // height of the pictures
constexpr double crowded = 0.85;                                                         // of it, beside a foot
constexpr double narrow = 1.25;                                                          // times as wide as high
constexpr double networkShare = 0.58, smallNetworkShare = 0.5, largeNetworkShare = 0.66; // of it
constexpr double mostForFoot = 0.4;                                                      // of the page
constexpr int mostFits = 3;
constexpr QChar dots(0x2026);

/// How much a cell's pictures leave out: a timeline that names nothing is the worst, then each event and actor counts
/// for whose name there is no room.
std::pair<bool, qsizetype> faultsOf(const HandoutCell& cell) {
    bool namesEvents = false;
    qsizetype unnamed = 0;
    for (const SlidePicture& picture : cell.pictures) {
        unnamed += picture.sheet.timeline.unnamed();
        for (const Strip& strip : picture.sheet.timeline.strips)
            namesEvents = namesEvents || !strip.scene.labels.isEmpty();
        for (const NetworkPart& network : picture.sheet.networks)
            unnamed += std::count_if(network.scene.nodes.begin(), network.scene.nodes.end(),
                                     [](const auto& node) { return !node.name.isEmpty() && node.nameBox.isNull(); });
    }
    return {!namesEvents, unnamed};
}

/// Whether forms of actors lie on one another in a network: there are more of them than it has room for.
bool isCrowded(const HandoutCell& cell) {
    constexpr double most = 1; // pixels
    for (const SlidePicture& picture : cell.pictures)
        for (const NetworkPart& network : picture.sheet.networks)
            for (auto node = network.scene.nodes.begin(); node != network.scene.nodes.end(); ++node)
                if (std::any_of(network.scene.nodes.begin(), node, [&](const relations::Node& other) {
                        const QRectF shared = other.frame.intersected(node->frame);
                        return std::min(shared.width(), shared.height()) > most;
                    }))
                    return true;
    return false;
}

QString widestIn(const QString& text, bool isBold) {
    constexpr int anySize = 100;
    const QFontMetricsF metrics(slideFont(anySize, isBold));
    return widest(text, [&](const QString& other) { return metrics.horizontalAdvance(other); });
}

/// Where a text may be cut, ascending.
QList<qsizetype> endsOfWords(const QString& text) {
    QList<qsizetype> ends;
    QTextBoundaryFinder words(QTextBoundaryFinder::Line, text);
    while (words.toNextBoundary() > 0)
        ends.append(words.position());
    return ends;
}

/// Numbers follow when all is laid out.
QStringList measured(QStringList paragraphs, bool isBold, const Blanks& blanks) {
    if (blanks.isAny())
        for (QString& paragraph : paragraphs)
            paragraph = widestIn(paragraph, isBold);
    return paragraphs;
}

/// As much as there is room for, and dots if that is not all: what nobody reads asks nothing.
QStringList partOf(const QStringList& paragraphs, QSizeF room, bool isBold, int pixels, const Blanks& blanks) {
    const auto fits = [&](const QStringList& part) {
        return heightOf(measured(part, isBold, blanks), room.width(), pixels, isBold) <= room.height() + 1;
    };
    if (fits(paragraphs))
        return paragraphs;
    QStringList part;
    while (fits(part))
        part.append(paragraphs[part.size()]);
    while (!part.isEmpty()) {
        const QString last = part.takeLast();
        const QList<qsizetype> ends = endsOfWords(last);
        const auto end = std::partition_point(
            ends.begin(), ends.end(), [&](qsizetype at) { return fits(part + QStringList(last.left(at) + dots)); });
        if (end != ends.begin())
            return part + QStringList(last.left(*(end - 1)) + dots);
    }
    return paragraphs.first(1);
}

/// Makes the cell of one scene.
class CellMaker {
public:
    CellMaker(const HandoutSource& source, qsizetype number, const QRectF& frame, Blanks& blanks)
        : m_source(source), m_scene(source.dossier->tables().scenes[source.scenes[number].index]), m_number(number + 1),
          m_frame(frame.adjusted(inset, insetAbove, -inset, -insetAbove)), m_blanks(blanks),
          m_view(sceneViewOf(source.dossier, m_scene)) {
        m_view.dossier = m_blanks.in(m_view.dossier);
    }

    /// @param before how many pictures the scene had in a frame of another height; 0: this is the first
    HandoutCell make(qsizetype before);

private:
    bool isBeside() const { return m_frame.width() > 1.5 * m_frame.height(); }
    QString words(const QString& field, const QString& original) const;
    /// As the class may read it.
    QString shown(const QString& text) const {
        return presentation::visibleWords(*m_source.dossier, plainWords(m_source.wording, text).simplified(),
                                          m_view.veil);
    }
    double addWords(const QRectF& room);
    void addPictures(const QRectF& room);
    HandoutCell withPictures(const QRectF& room, double share) const;
    SlidePicture pictureIn(const QRectF& frame, Content content) const;

    const HandoutSource& m_source;
    const model::Scene& m_scene;
    qsizetype m_number;
    QRectF m_frame;
    Blanks& m_blanks;
    SceneView m_view;
    HandoutCell m_made;
    qsizetype m_before = 0;
};

HandoutCell CellMaker::make(qsizetype before) {
    m_before = before;
    m_blanks.beginScene(m_view.view.moment);
    m_made.losses = m_view.losses;
    if (isBeside()) {
        QRectF words = m_frame, pictures = m_frame;
        words.setWidth(0.34 * m_frame.width());
        pictures.setLeft(words.right() + gap);
        addWords(words);
        addPictures(pictures);
    } else {
        QRectF pictures = m_frame;
        pictures.setTop(m_frame.top() +
                        addWords({m_frame.topLeft(), QSizeF(m_frame.width(), 0.42 * m_frame.height())}));
        addPictures(pictures);
    }
    return m_made;
}

QString CellMaker::words(const QString& field, const QString& original) const {
    return shown(translated(*m_source.dossier, m_source.options.language, m_scene.key, field, original));
}

/// How much of the room's height they take.
double CellMaker::addWords(const QRectF& room) {
    const QString day = m_view.veil.dates ? QString() : m_source.wording.day(m_view.view.moment, wording::Style::Short);
    const QString number = Text::tr("%1.", "number of a scene").arg(m_number);
    m_made.date = {{room.left(), room.top(), room.width(), 16},
                   {(number + ' ' + m_blanks.inDate(day)).trimmed()},
                   pageDateSize,
                   false,
                   Role::Ink2};
    const QStringList headline{m_blanks.in(words(QStringLiteral("headline"), m_scene.headline))};
    const double left = room.height() - 18;
    const QStringList wideHeadline = measured(headline, true, m_blanks);
    const int size = fittingPixels(wideHeadline, {room.width(), 0.5 * left}, true, headlineSize, smallestPageHeadline);
    const double height = std::min(0.5 * left, heightOf(wideHeadline, room.width(), size, true));
    m_made.headline = {{room.left(), room.top() + 18, room.width(), height},
                       partOf(headline, {room.width(), height}, true, size, m_blanks),
                       size,
                       true,
                       Role::Ink};
    QStringList points;
    for (const QString& point : m_scene.points)
        points.append(m_blanks.in(shown(point)));
    points.removeAll(QString());
    QRectF below(room.left(), m_made.headline.frame.bottom() + 5, room.width(), std::max(1.0, left - height - 5));
    const double indented = below.width() - 1.1 * pointSize;
    const QStringList widePoints = measured(points, false, m_blanks);
    const int small = fittingPixels(widePoints, {indented, below.height()}, false, pointSize, smallestPagePoint);
    below.setHeight(std::min(below.height(), heightOf(widePoints, indented, small, false) + 2));
    m_made.points = {below, partOf(points, {indented, below.height()}, false, small, m_blanks), small, false,
                     Role::Ink};
    return below.bottom() - room.top() + 8;
}

/// Both where there is room for both, else what tells more of the dates.
void CellMaker::addPictures(const QRectF& room) {
    if (room.height() < 40 || room.width() < 120)
        return;
    const double usual = std::clamp(room.width() / narrow, leastWhereNarrow, leastForBoth);
    // Most names are asked for in networks, most dates and labels on timelines.
    const bool mayBeCrowded = m_before > 0 && m_source.options.blank == Blank::Names;
    const double least = mayBeCrowded ? crowded * usual : usual;
    const bool both = m_view.content == Content::Both && m_before != 1 && room.height() >= least;
    if (both) {
        const HandoutCell plain = withPictures(room, networkShare);
        const auto faults = faultsOf(plain);
        const HandoutCell other = withPictures(room, faults.first ? smallNetworkShare : largeNetworkShare);
        const HandoutCell& better = faultsOf(other) < faults ? other : plain;
        if (!isCrowded(better)) {
            m_made = better;
            return;
        }
    }
    m_made.pictures = {pictureIn(room, m_view.content == Content::Network ? Content::Network : Content::Timeline)};
}

/// With a network that has a share of the room, and a timeline below it.
HandoutCell CellMaker::withPictures(const QRectF& room, double share) const {
    QRectF upper = room, lower = room;
    upper.setHeight(share * (room.height() - 8));
    lower.setTop(upper.bottom() + 8);
    HandoutCell cell = m_made;
    cell.pictures = {pictureIn(upper, Content::Network), pictureIn(lower, Content::Timeline)};
    return cell;
}

SlidePicture CellMaker::pictureIn(const QRectF& frame, Content content) const {
    PanelForm form{frame.size(), theme::Scheme::Light, 0.9, 0.62};
    form.hasBlanks = m_blanks.isAny();
    Sheet sheet = content == Content::Network ? networkPanel(m_view, m_source.wording, form, *m_source.places)
                                              : timelinePanel(m_view, m_source.wording, form);
    m_blanks.in(sheet);
    return {frame, sheet, {}, {}};
}

/// Finds what a page asks for, rules before numbers alone.
void findAsked(HandoutPage& page) {
    QList<AnswerId> bare;
    const auto add = [](QList<AnswerId>& answers, AnswerId answer) {
        if (!answers.contains(answer))
            answers.append(answer);
    };
    forEachText(page, [&](QString& text, bool isDrawn) {
        if (!isDrawn)
            return;
        for (const Placeholder& placeholder : placeholdersIn(text)) {
            add(placeholder.rule > 0 ? page.answers : bare, placeholder.answer);
            if (placeholder.rule >= ruleToWriteOn)
                add(page.written, placeholder.answer);
        }
    });
    for (const AnswerId answer : std::as_const(bare))
        add(page.answers, answer);
}

/// @param before the same cells with another foot; none: these are the first
HandoutPage pageAbove(double foot, const HandoutSource& source, qsizetype first, Blanks& blanks,
                      const QList<HandoutCell>& before) {
    const auto count = static_cast<int>(std::min<qsizetype>(source.options.perPage, source.scenes.size() - first));
    HandoutPage page;
    page.title = partOf({blanks.in(source.title)}, titleRoom, true, smallestTitle, blanks).first();
    const QList<QRectF> frames = handoutCells(count, top, bottom - foot);
    for (qsizetype i = 0; i < frames.size(); ++i) {
        const qsizetype pictures = before.isEmpty() ? 0 : before[i].pictures.size();
        page.cells.append(CellMaker(source, first + i, frames[i], blanks).make(pictures));
        page.losses.append(page.cells.last().losses);
    }
    findAsked(page);
    return page;
}

} // namespace

void forEachText(HandoutPage& page, const TakeText& take) {
    take(page.title, true);
    for (HandoutCell& cell : page.cells) {
        for (SlideText* text : {&cell.date, &cell.headline, &cell.points})
            for (QString& paragraph : text->paragraphs)
                take(paragraph, true);
        for (SlidePicture& picture : cell.pictures)
            forEachText(picture.sheet, take);
    }
}

QList<QRectF> handoutCells(int scenes, double from, double to) {
    const int columns = scenes >= 4 ? 2 : 1, rows = (scenes + columns - 1) / columns;
    const double width = (handoutSize.width() - 2 * pageMargin - (columns - 1) * gap) / columns;
    const double height = (to - from - (rows - 1) * gap) / rows;
    QList<QRectF> cells;
    for (int i = 0; i < scenes; ++i) {
        const int row = i / columns, column = i % columns;
        cells.append({pageMargin + column * (width + gap), from + row * (height + gap), width, height});
    }
    return cells;
}

/// How much room the foot takes follows from what the pictures have room for: in rounds, in which it grows. Pictures
/// that lost their networks on the way may ask for less than it has then.
HandoutPage handoutPage(const HandoutSource& source, qsizetype first, Blanks& blanks) {
    constexpr double most = mostForFoot * handoutSize.height();
    const auto heightFor = [&](const HandoutPage& page) { return footHeight(page, blanks, pageWidth); };
    const auto wantedBy = [&](const HandoutPage& page) {
        const double height = heightFor(page);
        return height > 0 ? std::min(most, height + gap) : 0;
    };
    double foot = 0;
    HandoutPage page = pageAbove(foot, source, first, blanks, {});
    for (int round = 1; wantedBy(page) > foot && round < mostFits; ++round) {
        foot = wantedBy(page);
        page = pageAbove(foot, source, first, blanks, page.cells);
    }
    if (const double less = wantedBy(page); less + gap < foot)
        if (HandoutPage larger = pageAbove(less, source, first, blanks, page.cells); wantedBy(larger) <= less) {
            page = std::move(larger);
            foot = less;
        }
    const double height = std::clamp(heightFor(page), 0.0, std::max(0.0, foot - gap));
    setFoot(page, blanks, {pageMargin, bottom - height, pageWidth, height});
    return page;
}

} // namespace entente::pictures
