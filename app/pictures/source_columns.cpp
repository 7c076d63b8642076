#include "app/pictures/source_columns.h"

#include "app/pictures/evidence.h"
#include "app/pictures/type_scales.h"
#include "app/theme/paragraph.h"

#include <QUrl>

namespace entente::pictures {

using theme::Theme;
using theme::Type;

namespace {

constexpr double bodyOnPaper = 1;    // secondary text has 9 pt
constexpr double smallestBody = 0.8; // 7.5 pt
constexpr double shareForMore = 0.9; // of the room, before type is smaller
constexpr double narrowest = 420;    // column
constexpr qsizetype mostColumns = 6;
constexpr double columnsApart = 24;
constexpr int mostLinesOfOne = 6;
constexpr qsizetype mostSourcesTried = 60; // more never fit two lines
constexpr double tight = 0.84;             // lines, against those of other texts

/// How much is said of a source.
enum class Saying : quint8 {
    Address, ///< all
    Site,    ///< of its address where it leads alone
    Plain,   ///< but not its address
    Brief,   ///< who, when and where, but not its title
    Name,    ///< who and when
};

/// "deseret.com" of "https://www.deseret.com/2001/3/12/19574656".
QString siteOf(const QString& url) {
    const QString host = QUrl(url).host();
    return host.startsWith(QLatin1String("www.")) ? host.mid(4) : host;
}

/// What is said of a source, part by part, some of them empty.
QStringList partsOf(const model::Source& source, const QString& day, Saying saying) {
    const QString title = Text::tr("“%1”").arg(source.title), site = siteOf(source.url);
    const QString by = source.author.isEmpty() ? source.publisher : source.author, who = by.isEmpty() ? title : by;
    switch (saying) {
    case Saying::Address:
        return {source.author, title, source.publisher, day, source.url};
    case Saying::Site:
        return {source.author, title, source.publisher, day, site};
    case Saying::Plain:
        return {source.author, title, source.publisher, day};
    case Saying::Brief:
        return {who, day, site};
    case Saying::Name:
        break;
    }
    return {who, day};
}

QString inWords(const model::Source& source, const wording::Wording& wording, Saying saying) {
    return enumerated(partsOf(source, wording.sourceDate(source), saying));
}

/// As high as one another, as far as sources are not broken.
QList<QStringList> balanced(const QList<QStringList>& blocks, qsizetype columns) {
    qsizetype lines = 0;
    for (const QStringList& block : blocks)
        lines += block.size();
    const qsizetype most = (lines + columns - 1) / columns;
    QList<QStringList> filled{QStringList()};
    for (const QStringList& block : blocks) {
        if (filled.size() < columns && filled.last().size() + block.size() / 2 >= most)
            filled.append(QStringList());
        filled.last() += block;
    }
    return filled;
}

/// Columns in a scale for a width, still empty.
SourceColumns formOf(const Request& request, double scale, double width) {
    SourceColumns form;
    form.look = lookIn(request, scale);
    form.lineHeight = tight * form.look.lineHeight(Type::Secondary);
    const double apart = form.look.px(columnsApart);
    const auto columns = std::clamp<qsizetype>(
        static_cast<qsizetype>((width + apart) / (form.look.px(narrowest) + apart)), 1, mostColumns);
    form.width = (width + apart) / static_cast<double>(columns);
    form.columns.resize(columns);
    return form;
}

/// Fills columns with numbered sources, one way after another until all of them fit a height.
class SourceList {
public:
    SourceList(const model::Dossier& dossier, const Request& request, const wording::Wording& wording)
        : m_dossier(dossier), m_wording(wording), m_sources(quotedIn(dossier, request)) {}

    void setHeight(double height) { m_height = height; }
    bool isEmpty() const { return m_sources.isEmpty(); }
    bool fill(SourceColumns& form, Saying saying) const;
    bool run(SourceColumns& form, Saying saying) const { return run(form, saying, m_sources.size()); }
    void runAsMany(SourceColumns& form) const;

private:
    QString numbered(qsizetype place, Saying saying) const;
    bool run(SourceColumns& form, Saying saying, qsizetype count) const;
    double widthIn(const SourceColumns& form) const { return form.width - form.look.px(columnsApart); }
    qsizetype linesIn(const SourceColumns& form) const {
        return form.columns.size() * static_cast<qsizetype>(m_height / form.lineHeight);
    }

    const model::Dossier& m_dossier;
    const wording::Wording& m_wording;
    QList<model::SourceId> m_sources;
    double m_height = 0;
};

QString SourceList::numbered(qsizetype place, Saying saying) const {
    return Text::tr("%1\u00A0%2", "number and name of a source")
        .arg(QString::number(place + 1), inWords(m_dossier.source(m_sources[place]), m_wording, saying));
}

/// Each begins a line. False if they do not fit.
bool SourceList::fill(SourceColumns& form, Saying saying) const {
    if (m_sources.size() > linesIn(form))
        return false;
    QList<QStringList> blocks;
    for (qsizetype i = 0; i < m_sources.size(); ++i)
        blocks.append(theme::paragraph(numbered(i, saying), form.look, Type::Secondary, widthIn(form), mostLinesOfOne));
    const QList<QStringList> columns = balanced(blocks, form.columns.size());
    qsizetype lines = 0;
    for (const QStringList& column : columns)
        lines = std::max(lines, column.size());
    form.height = static_cast<double>(lines) * form.lineHeight;
    if (form.height > m_height)
        return false;
    form.columns = columns;
    return true;
}

/// One after another in one paragraph, which takes fewer lines; and how many more there are. False if they do not fit.
bool SourceList::run(SourceColumns& form, Saying saying, qsizetype count) const {
    const qsizetype most = linesIn(form);
    if (count > 3 * most) // of a third of a line each
        return false;
    QStringList words;
    for (qsizetype i = 0; i < count; ++i)
        words.append(numbered(i, saying));
    if (const auto rest = static_cast<int>(m_sources.size() - count); rest > 0)
        words.append(Text::tr("And %n more source(s), in the dossier.", nullptr, rest));
    const QStringList lines = theme::paragraph(words.join(QStringLiteral("  ")), form.look, Type::Secondary,
                                               widthIn(form), static_cast<int>(most) + 1);
    if (lines.size() > most)
        return false;
    const qsizetype each = (lines.size() + form.columns.size() - 1) / form.columns.size();
    form.columns.clear();
    for (qsizetype first = 0; first < lines.size(); first += each)
        form.columns.append(lines.mid(first, each));
    form.height = static_cast<double>(each) * form.lineHeight;
    return true;
}

/// The most that fit; no columns if none does.
void SourceList::runAsMany(SourceColumns& form) const {
    qsizetype fitting = 0, over = m_sources.size();
    while (over - fitting > 1) {
        const qsizetype middle = (fitting + over) / 2;
        SourceColumns tried = form;
        (run(tried, Saying::Plain, middle) ? fitting : over) = middle;
    }
    if (fitting == 0 || !run(form, Saying::Plain, fitting))
        form.columns.clear();
}

QString sheetsInWords(qsizetype sources) {
    return sources > mostListedSources ? Text::tr("The first %1 in full on the following pages.").arg(mostListedSources)
                                       : Text::tr("All in full on the following pages.");
}

} // namespace

SourceColumns sourceColumns(const model::Dossier& dossier, const Request& request, const wording::Wording& wording,
                            QSizeF room) {
    SourceList list(dossier, request, wording);
    if (list.isEmpty())
        return SourceColumns();
    SourceColumns made;
    for (const auto& [scale, share] :
         {std::pair(bodyOnPaper, shareForMore), std::pair(smallestBody, shareForMore), std::pair(smallestBody, 1.0)}) {
        list.setHeight(share * room.height());
        made = formOf(request, scale, room.width());
        if (list.fill(made, Saying::Address) || list.fill(made, Saying::Site) || list.run(made, Saying::Site) ||
            list.run(made, Saying::Plain))
            return made;
    }
    for (const double scale : {bodyOnPaper, smallestBody}) {
        made = formOf(request, scale, room.width());
        if (list.run(made, Saying::Brief) || list.run(made, Saying::Name))
            return made;
    }
    list.runAsMany(made);
    return made;
}

QStringList sourceLines(const model::Dossier& dossier, const Request& request, const wording::Wording& wording,
                        const Theme& theme, double width) {
    constexpr int most = 2;
    const QStringList names = sourcesOf(dossier, request);
    const QString colophon = colophonOf(dossier, wording);
    const bool hasSheets = hasSourceSheets(request); // which have numbers of their own
    const QString where = hasSheets ? sheetsInWords(quotedIn(dossier, request).size()) + ' ' + colophon : colophon;
    const auto said = [&](qsizetype count) {
        QStringList listed;
        for (qsizetype i = 0; i < count; ++i)
            listed.append(
                hasSheets
                    ? names[i]
                    : Text::tr("%1\u00A0%2", "number and name of a source").arg(QString::number(i + 1), names[i]));
        const auto rest = static_cast<int>(names.size() - count);
        const QString words = listed.join(Text::tr("; ", "between sources"));
        return (rest > 0 ? Text::tr("Sources: %1; and %n more.", nullptr, rest).arg(words)
                         : Text::tr("Sources: %1.").arg(words)) +
               ' ' + where;
    };
    const auto linesOf = [&](const QString& text) {
        return theme::paragraph(text, theme, Type::Secondary, width, most);
    };
    if (names.isEmpty())
        return linesOf(colophon);
    qsizetype fitting = 1, over = std::min(names.size(), mostSourcesTried) + 1;
    while (over - fitting > 1) {
        const qsizetype middle = (fitting + over) / 2;
        const QString text = said(middle);
        (linesOf(text).join(' ') == text ? fitting : over) = middle;
    }
    return linesOf(said(fitting));
}

} // namespace entente::pictures
