#include "app/pictures/handout_page.h"

#include <QCryptographicHash>

namespace entente::pictures {

using theme::Role;

namespace {

constexpr double pageMargin = 40, top = 92, bottom = 1076;
constexpr double gap = 18, inset = 10;
constexpr int pageDateSize = 11, headlineSize = 15, pointSize = 12, smallestPageHeadline = 9, smallestPagePoint = 8,
              bankSize = 12;
constexpr double leastForBoth = 300;  // height of the pictures
constexpr double networkShare = 0.58; // of it
constexpr double mostForBank = 0.4;   // of the page
constexpr int mostFits = 3;

/// Makes the cell of one scene.
class CellMaker {
public:
    CellMaker(const HandoutSource& source, qsizetype number, const QRectF& frame, Blanks& blanks)
        : m_source(source), m_scene(source.dossier->tables().scenes[source.scenes[number].index]), m_number(number + 1),
          m_frame(frame.adjusted(inset, inset, -inset, -inset)), m_blanks(blanks),
          m_view(sceneViewOf(source.dossier, m_scene)) {}

    HandoutCell make();

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
    void addPicture(const QRectF& frame, Content content);

    const HandoutSource& m_source;
    const model::Scene& m_scene;
    qsizetype m_number;
    QRectF m_frame;
    Blanks& m_blanks;
    SceneView m_view;
    HandoutCell m_made;
};

HandoutCell CellMaker::make() {
    m_blanks.beginScene();
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
    const int size = fittingPixels(headline, {room.width(), 0.5 * left}, true, headlineSize, smallestPageHeadline);
    const double height = std::min(0.5 * left, heightOf(headline, room.width(), size, true));
    m_made.headline = {{room.left(), room.top() + 18, room.width(), height}, headline, size, true, Role::Ink};
    QStringList points;
    for (const QString& point : m_scene.points)
        points.append(m_blanks.in(shown(point)));
    points.removeAll(QString());
    QRectF below(room.left(), m_made.headline.frame.bottom() + 5, room.width(), std::max(1.0, left - height - 5));
    const double indented = below.width() - 1.1 * pointSize;
    const int small = fittingPixels(points, {indented, below.height()}, false, pointSize, smallestPagePoint);
    below.setHeight(std::min(below.height(), heightOf(points, indented, small, false) + 2));
    m_made.points = {below, points, small, false, Role::Ink};
    return below.bottom() - room.top() + 8;
}

/// Both where there is room for both, else what tells more of the dates.
void CellMaker::addPictures(const QRectF& room) {
    if (room.height() < 40 || room.width() < 120)
        return;
    const bool both = m_view.content == Content::Both && room.height() >= leastForBoth;
    if (!both) {
        addPicture(room, m_view.content == Content::Network ? Content::Network : Content::Timeline);
        return;
    }
    QRectF upper = room, lower = room;
    upper.setHeight(networkShare * (room.height() - 8));
    lower.setTop(upper.bottom() + 8);
    addPicture(upper, Content::Network);
    addPicture(lower, Content::Timeline);
}

void CellMaker::addPicture(const QRectF& frame, Content content) {
    const PanelForm form{frame.size(), theme::Scheme::Light, 0.9, 0.62};
    Sheet sheet = content == Content::Network ? networkPanel(m_view, m_source.wording, form, *m_source.places)
                                              : timelinePanel(m_view, m_source.wording, form);
    m_blanks.in(sheet);
    m_made.pictures.append({frame, sheet, {}, {}});
}

/// The words of a bank as one running paragraph.
QStringList bankOf(const QList<Answer>& answers) {
    QStringList words;
    for (const Answer& answer : answers)
        words.append(QString(answer.text).replace(' ', QChar::Nbsp));
    words.removeDuplicates();
    return words.isEmpty()
               ? QStringList()
               : QStringList{
                     Text::tr("Word bank: %1").arg(shuffled(words).join(Text::tr("  ·  ", "between words of a bank")))};
}

} // namespace

QList<QRectF> handoutCells(int perPage, double from, double to) {
    const int columns = perPage >= 4 ? 2 : 1, rows = perPage / columns;
    const double width = (handoutSize.width() - 2 * pageMargin - (columns - 1) * gap) / columns;
    const double height = (to - from - (rows - 1) * gap) / rows;
    QList<QRectF> cells;
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < columns; ++column)
            cells.append({pageMargin + column * (width + gap), from + row * (height + gap), width, height});
    return cells;
}

/// How much room the bank takes follows from what the pictures have room for: in rounds, in which it only grows.
HandoutPage handoutPage(const HandoutSource& source, qsizetype first, Blanks& blanks) {
    const double width = handoutSize.width() - 2 * pageMargin;
    const qsizetype before = blanks.answers().size();
    double bank = 0;
    for (int round = 1;; ++round) {
        Blanks numbering = blanks;
        HandoutPage page;
        const QList<QRectF> frames = handoutCells(source.options.perPage, top, bottom - bank);
        for (qsizetype i = 0; i < frames.size() && first + i < source.scenes.size(); ++i) {
            page.cells.append(CellMaker(source, first + i, frames[i], numbering).make());
            page.losses.append(page.cells.last().losses);
        }
        page.answers = numbering.answers().mid(before);
        const QStringList words = bankOf(page.answers);
        const double wanted = words.isEmpty() ? 0 : heightOf(words, width, bankSize, false) + gap;
        const double most = mostForBank * handoutSize.height();
        if (wanted <= bank || bank >= most || round == mostFits) {
            const double height = std::max(0.0, bank - gap);
            page.bank = {{pageMargin, bottom - height, width, height}, words, bankSize, false, Role::Ink};
            page.bank.pixels = fittingPixels(words, {width, height}, false, bankSize, 6);
            blanks = numbering;
            return page;
        }
        bank = std::min(most, wanted);
    }
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
