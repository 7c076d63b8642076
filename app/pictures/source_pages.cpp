#include "app/pictures/source_pages.h"

#include "app/theme/paragraph.h"

#include <QUrl>

namespace entente::pictures {

using theme::Role;
using theme::Theme;
using theme::Type;

namespace {

constexpr double leastColumn = 320; // column
constexpr double betweenColumns = 26;
constexpr double blocksApart = 7, headingGap = 6;
constexpr double lineShare = 0.88; // lines, against those of other texts
constexpr double module = 1.06;    // of a code, pixels: .28 mm, whatever the size of type
constexpr double besideCode = 4;   // beyond the code's own margin
constexpr double numberWidth = 28;
constexpr int mostLinesOfSource = 6, mostLinesOfAddress = 4, mostLinesOfEvidence = 16;
constexpr qsizetype mostLetters = 160, mostNumbers = 60; // of what rests on sources, so that lines suffice
constexpr qsizetype longestTail = 14; // letters of an address that may go to the next line for a better break

/// As people write it: "iranwatch.org/library/text".
QString addressToRead(const model::Source& source) {
    const QByteArray address = webAddressOf(source);
    if (address.isEmpty())
        return source.url.simplified();
    const QString shown = QUrl::fromEncoded(address).toDisplayString(QUrl::RemoveScheme).mid(2);
    return shown.endsWith('/') ? shown.chopped(1) : shown;
}

/// How many letters of an address stand in a line, at least one: up to a sign between its words, if there is one soon
/// enough.
qsizetype lettersInLine(const QString& address, const QFontMetricsF& metrics, double width) {
    qsizetype fitting = 1, over = address.size() + 1;
    while (over - fitting > 1) {
        const qsizetype middle = (fitting + over) / 2;
        (metrics.horizontalAdvance(address.left(middle)) <= width ? fitting : over) = middle;
    }
    if (fitting == address.size())
        return fitting;
    for (qsizetype end = fitting; end > std::max<qsizetype>(1, fitting - longestTail); --end)
        if (QStringLiteral("/-_?&=.,").contains(address[end - 1]))
            return end;
    return fitting > 1 && address[fitting].isLowSurrogate() ? fitting - 1 : fitting;
}

QStringList addressLines(QString address, const QFontMetricsF& metrics, double width) {
    QStringList lines;
    while (!address.isEmpty() && lines.size() + 1 < mostLinesOfAddress) {
        const qsizetype letters = lettersInLine(address, metrics, width);
        lines.append(address.left(letters));
        address.remove(0, letters);
    }
    if (!address.isEmpty())
        lines.append(metrics.elidedText(address, Qt::ElideRight, width));
    return lines;
}

/// What is not broken between columns.
struct Block {
    QList<Sheet::Line> lines; ///< from the upper left corner
    QList<Sheet::Code> codes;
    double height = 0;
    bool isHeading = false; ///< never stands last in a column
};

/// Makes blocks of a width.
class BlockMaker {
public:
    BlockMaker(const Theme& look, double width) : m_look(look), m_width(width) {}

    Block heading(const QString& text) const;
    Block source(qsizetype number, const model::Source& source, const wording::Wording& wording) const;
    Block evidence(const Evidence& evidence, const QHash<model::SourceId, qsizetype>& numbers) const;
    Block remark(const QString& text) const;

private:
    double lineHeight(Type type) const { return lineShare * m_look.lineHeight(type); }
    void add(Block& block, const QStringList& texts, double left, Type type, Role role, const QString& link = {}) const;

    Theme m_look;
    double m_width;
};

void BlockMaker::add(Block& block, const QStringList& texts, double left, Type type, Role role,
                     const QString& link) const {
    for (const QString& text : texts) {
        const double ascent = QFontMetricsF(m_look.font(type)).ascent();
        block.lines.append({{left, block.height + ascent}, text, type, role, m_look, link});
        block.height += lineHeight(type);
    }
}

Block BlockMaker::heading(const QString& text) const {
    Block block;
    block.isHeading = true;
    add(block, theme::paragraph(text, m_look, Type::PanelHeading, m_width, 2), 0, Type::PanelHeading, Role::Ink);
    block.height += m_look.px(headingGap);
    return block;
}

Block BlockMaker::source(qsizetype number, const model::Source& source, const wording::Wording& wording) const {
    Block block;
    const QByteArray address = webAddressOf(source);
    const QrCode code = qrCodeOf(address);
    const double side = code.side > 0 ? (code.side + 2 * qrMargin) * module : 0;
    const double left = m_look.px(numberWidth);
    const double width = m_width - left - (side > 0 ? side + m_look.px(besideCode) - qrMargin * module : 0);
    const QString label = QString::number(number);
    const double ascent = QFontMetricsF(m_look.font(Type::Secondary)).ascent();
    block.lines.append({{0, ascent}, label, Type::Secondary, Role::Ink, m_look});
    add(block, theme::paragraph(sourceInWords(source, wording), m_look, Type::Secondary, width, mostLinesOfSource),
        left, Type::Secondary, Role::Ink);
    add(block, addressLines(addressToRead(source), QFontMetricsF(m_look.font(Type::Date)), width), left, Type::Date,
        Role::Ink3, QString::fromLatin1(address));
    if (side > 0) {
        const double margin = qrMargin * module;
        block.codes.append({code, QRectF(m_width - side + margin, -margin, side, side)});
        block.height = std::max(block.height, side - 2 * margin);
    }
    block.height += m_look.px(blocksApart);
    return block;
}

Block BlockMaker::evidence(const Evidence& evidence, const QHash<model::SourceId, qsizetype>& numbers) const {
    QList<qsizetype> ordered;
    for (const model::SourceId source : evidence.sources)
        if (const qsizetype number = numbers.value(source); number > 0)
            ordered.append(number);
    std::sort(ordered.begin(), ordered.end());
    QStringList cited;
    for (const qsizetype number : ordered.mid(0, mostNumbers))
        cited.append(QString::number(number));
    if (ordered.size() > mostNumbers)
        cited.append(Text::tr("…", "in place of further numbers"));
    const QString words =
        evidence.words.size() > mostLetters ? evidence.words.left(mostLetters - 1) + u'…' : evidence.words;
    const QString text = Text::tr("%1:\u00A0%2", "an event or a tie, and the numbers of its sources")
                             .arg(words, cited.join(Text::tr(", ", "between the parts of an enumeration")));
    Block block;
    add(block, theme::paragraph(text, m_look, Type::Secondary, m_width, mostLinesOfEvidence), 0, Type::Secondary,
        Role::Ink);
    block.height += m_look.px(blocksApart) / 2;
    return block;
}

Block BlockMaker::remark(const QString& text) const {
    Block block;
    add(block, theme::paragraph(text, m_look, Type::Secondary, m_width, 2), 0, Type::Secondary, Role::Ink2);
    block.height += m_look.px(blocksApart);
    return block;
}

/// Puts blocks below one another, column by column, page by page; each page begins with the heading that holds there.
class Flow {
public:
    Flow(const QRectF& frame, qsizetype columns, double step) : m_frame(frame), m_columns(columns), m_step(step) {}

    void add(const QList<Block>& blocks);
    /// The columns of the last page as high as one another.
    void balance(const QList<Block>& blocks);
    const QList<SourcePage>& pages() const { return m_pages; }

private:
    void add(const Block& block, double heightBelow);
    void beginColumn();
    void place(const Block& block);

    QRectF m_frame;
    qsizetype m_columns;
    double m_step;
    std::optional<Block> m_heading;
    qsizetype m_column = 0;
    double m_y = 0;
    QList<SourcePage> m_pages;
    qsizetype m_added = 0;                ///< blocks
    qsizetype m_onFullPages = 0;          ///< of them, on pages before the last
    std::optional<Block> m_headingOfPage; ///< that held before the last page
};

void Flow::add(const QList<Block>& blocks) {
    for (qsizetype i = 0; i < blocks.size(); ++i)
        add(blocks[i], blocks[i].isHeading && i + 1 < blocks.size() ? blocks[i + 1].height : 0);
}

void Flow::beginColumn() {
    ++m_column;
    m_y = m_frame.top();
    if (m_pages.isEmpty() || m_column == m_columns) {
        m_pages.append(SourcePage());
        m_column = 0;
        m_onFullPages = m_added;
        m_headingOfPage = m_heading;
    }
}

void Flow::add(const Block& block, double heightBelow) {
    if (m_pages.isEmpty() || (m_y > m_frame.top() && m_y + block.height + heightBelow > m_frame.bottom())) {
        beginColumn();
        if (m_column == 0 && m_heading && !block.isHeading)
            place(*m_heading);
    }
    place(block);
    if (block.isHeading)
        m_heading = block;
    ++m_added;
}

void Flow::place(const Block& block) {
    const QPointF corner(m_frame.left() + static_cast<double>(m_column) * m_step, m_y);
    for (Sheet::Line line : block.lines) {
        line.baseline += corner;
        m_pages.last().lines.append(line);
    }
    for (Sheet::Code code : block.codes) {
        code.box.translate(corner);
        m_pages.last().codes.append(code);
    }
    m_y += block.height;
}

void Flow::balance(const QList<Block>& blocks) {
    const QList<Block> last = blocks.mid(m_onFullPages);
    const auto inHeight = [&](double height) {
        QRectF frame = m_frame;
        frame.setHeight(height);
        Flow flow(frame, m_columns, m_step);
        flow.m_heading = m_headingOfPage;
        flow.add(last);
        return flow.pages();
    };
    double fitting = m_frame.height(), tooLow = 0;
    while (fitting - tooLow > m_frame.height() / 100) {
        const double middle = (fitting + tooLow) / 2;
        (inHeight(middle).size() == 1 ? fitting : tooLow) = middle;
    }
    if (const QList<SourcePage> balanced = inHeight(fitting); balanced.size() == 1)
        m_pages.last() = balanced.first();
}

} // namespace

QList<SourcePage> sourcePages(const model::Dossier& dossier, const Bibliography& bibliography,
                              const wording::Wording& wording, const Theme& look, const QRectF& frame,
                              const QString& remark) {
    if (bibliography.sources.isEmpty())
        return {};
    const double apart = look.px(betweenColumns);
    const auto columns =
        std::max<qsizetype>(1, static_cast<qsizetype>((frame.width() + apart) / (look.px(leastColumn) + apart)));
    const double step = (frame.width() + apart) / static_cast<double>(columns);
    const BlockMaker maker(look, step - apart);
    QHash<model::SourceId, qsizetype> numbers;
    QList<Block> blocks;
    blocks.reserve(bibliography.sources.size() + bibliography.evidence.size());
    if (!remark.isEmpty())
        blocks.append(maker.remark(remark));
    for (const model::SourceId source : bibliography.sources.mid(0, mostListedSources)) {
        const qsizetype number = numbers.size() + 1;
        numbers.insert(source, number);
        blocks.append(maker.source(number, dossier.source(source), wording));
    }
    if (const auto rest = static_cast<int>(bibliography.sources.size() - numbers.size()); rest > 0)
        blocks.append(maker.remark(Text::tr("And %n more source(s), in the dossier.", nullptr, rest)));
    blocks.append(maker.heading(Text::tr("What rests on which source")));
    for (const Evidence& evidence : bibliography.evidence)
        if (std::any_of(evidence.sources.begin(), evidence.sources.end(),
                        [&](model::SourceId source) { return numbers.contains(source); }))
            blocks.append(maker.evidence(evidence, numbers));
    if (bibliography.notListed > 0)
        blocks.append(maker.remark(Text::tr("%n further event(s) or ties are not listed.", nullptr,
                                            static_cast<int>(bibliography.notListed))));
    Flow flow(frame, columns, step);
    flow.add(blocks);
    flow.balance(blocks);
    return flow.pages();
}

namespace {

/// What stands around the sources on their sheets.
class SheetFrame {
public:
    SheetFrame(const model::DossierPointer& dossier, const Request& request, const wording::Wording& wording,
               QSizeF size)
        : m_dossier(dossier), m_look(sourcesLook(request)), m_large(request.scheme, m_look.scale() * titleFactor),
          m_title(Text::tr("Sources: %1", "heading of a sheet").arg(titleOf(*dossier, request))),
          m_colophon(colophonOf(*dossier, wording)), m_size(size), m_margin(marginOf(size)) {}

    const Theme& look() const { return m_look; }
    QRectF inside() const {
        const double top = m_margin + m_large.lineHeight(Type::Poster) + m_look.px(beside);
        return {m_margin, top, width(), std::max(1.0, foot() - m_look.px(beside) - top)};
    }
    Sheet around(const SourcePage& page, const QString& number) const;

private:
    static constexpr double titleFactor = 0.7, beside = 14;

    double width() const { return m_size.width() - 2 * m_margin; }
    double foot() const { return m_size.height() - m_margin - m_look.lineHeight(Type::Secondary); }

    const model::DossierPointer& m_dossier;
    Theme m_look, m_large;
    QString m_title, m_colophon;
    QSizeF m_size;
    double m_margin;
};

Sheet SheetFrame::around(const SourcePage& page, const QString& number) const {
    Sheet sheet;
    sheet.dossier = m_dossier;
    sheet.size = m_size;
    sheet.theme = m_look;
    sheet.lines = page.lines;
    sheet.codes = page.codes;
    const auto add = [&](QPointF baseline, const QString& text, double width, Type type, Role role, const Theme& look) {
        sheet.lines.append({baseline, theme::paragraph(text, look, type, width, 1).value(0), type, role, look});
    };
    add({m_margin, m_margin + m_large.px(37)}, m_title, width(), Type::Poster, Role::Ink, m_large);
    sheet.rules.append(QLineF(m_margin, foot(), m_margin + width(), foot()));
    const double baseline = m_size.height() - m_margin - m_look.px(1);
    const double numberWidth = m_look.width(number, Type::Secondary), numberLeft = m_margin + width() - numberWidth;
    add({m_margin, baseline}, m_colophon, width() - numberWidth - m_look.px(beside), Type::Secondary, Role::Ink3,
        m_look);
    sheet.lines.append({{numberLeft, baseline}, number, Type::Secondary, Role::Ink3, m_look});
    return sheet;
}

} // namespace

QList<Sheet> sourceSheets(const model::DossierPointer& dossier, const Request& request, const wording::Wording& wording,
                          QSizeF size) {
    const SheetFrame frame(dossier, request, wording, size);
    const QList<SourcePage> pages =
        sourcePages(*dossier, bibliographyOf(*dossier, request, wording), wording, frame.look(), frame.inside());
    QList<Sheet> sheets;
    for (const SourcePage& page : pages)
        sheets.append(frame.around(page, Text::tr("%1 of %2", "number of a page")
                                             .arg(QString::number(sheets.size() + 1), QString::number(pages.size()))));
    return sheets;
}

} // namespace entente::pictures
