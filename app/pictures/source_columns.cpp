#include "app/pictures/source_columns.h"

#include "app/theme/paragraph.h"

namespace entente::pictures {

using theme::Theme;
using theme::Type;

namespace {

constexpr double smallestOnPaper = 1; // secondary text has 9 pt
constexpr double sourceShare = 0.75;  // of the type around it
constexpr double narrowest = 260;     // column
constexpr qsizetype mostColumns = 6;
constexpr double columnsApart = 24;
constexpr int mostLinesOfOne = 6;

QString inFull(const model::Source& source, const wording::Wording& wording, bool hasAddress) {
    QStringList parts;
    for (const QString& part : {source.author, Text::tr("“%1”").arg(source.title), source.publisher,
                                wording.sourceDate(source), hasAddress ? source.url : QString()})
        if (!part.simplified().isEmpty())
            parts.append(part.simplified());
    return Text::tr("%1.").arg(parts.join(Text::tr(", ", "between the parts of an enumeration")));
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

} // namespace

SourceColumns sourceColumns(const model::Dossier& dossier, const Request& request, const wording::Wording& wording,
                            const Theme& theme, QSizeF room) {
    const QList<model::SourceId> sources = quotedIn(dossier, request);
    SourceColumns made;
    made.look = Theme(theme.scheme(), std::max(smallestOnPaper, sourceShare * theme.scale()));
    const double apart = made.look.px(columnsApart);
    const auto columns = std::clamp<qsizetype>(
        static_cast<qsizetype>((room.width() + apart) / (made.look.px(narrowest) + apart)), 1, mostColumns);
    made.width = (room.width() + apart) / static_cast<double>(columns);
    for (const bool hasAddress : {true, false}) {
        QList<QStringList> blocks;
        for (qsizetype i = 0; i < sources.size(); ++i) {
            const QString words =
                Text::tr("%1\u00A0%2", "number and name of a source")
                    .arg(QString::number(i + 1), inFull(dossier.source(sources[i]), wording, hasAddress));
            blocks.append(theme::paragraph(words, made.look, Type::Secondary, made.width - apart, mostLinesOfOne));
        }
        made.columns = balanced(blocks, columns);
        qsizetype lines = 0;
        for (const QStringList& column : made.columns)
            lines = std::max(lines, column.size());
        made.height = static_cast<double>(lines) * made.look.lineHeight(Type::Secondary);
        if (lines > 0 && made.height <= room.height())
            return made;
    }
    made.columns.clear();
    return made;
}

} // namespace entente::pictures
