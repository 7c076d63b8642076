#include "app/pictures/svg_groups.h"

#include "app/pictures/contents.h"
#include "app/pictures/slides_xml.h"
#include "app/theme/named_part.h"

#include <QRegularExpression>
#include <QSet>

namespace entente::pictures {

using theme::Part;

namespace {

/// What begins or ends a part: a state with nothing in it but one line, far outside.
const QRegularExpression& signs() {
    static const QRegularExpression expression(
        QStringLiteral("<g [^>]*>\\s*<polyline [^>]*points=\"(\\S+),(-[12]\\d{5}) (\\S+),(-[12]\\d{5}) \" />\\s*</g>"));
    return expression;
}

QString kindOf(Part part) {
    switch (part) {
    case Part::Form:
    case Part::Name:
        return QStringLiteral("actor");
    case Part::Tie:
    case Part::TieLabel:
        return QStringLiteral("tie");
    default:
        return QStringLiteral("event");
    }
}

QString wordOf(Part part) {
    switch (part) {
    case Part::Stem:
        return QStringLiteral("-stem");
    case Part::Bar:
        return QStringLiteral("-bar");
    case Part::Label:
    case Part::TieLabel:
        return QStringLiteral("-label");
    case Part::Number:
        return QStringLiteral("-number");
    case Part::Name:
        return QStringLiteral("-name");
    default:
        return QString();
    }
}

/// What may stand in an id; all else by its number.
QString idOf(const QString& key) {
    QString id;
    for (const QChar c : key) {
        const bool isPlain = c.unicode() < 0x80 && (c.isLetterOrNumber() || c == '-' || c == '.' || c == '_');
        id += isPlain ? QString(c) : QStringLiteral("_%1").arg(c.unicode(), 4, 16, QLatin1Char('0'));
    }
    return id;
}

QString nameOf(const model::Dossier& dossier, const model::Subject& subject) {
    if (const auto* event = std::get_if<model::EventId>(&subject))
        return dossier.titleOf(*event);
    if (const auto* actor = std::get_if<model::ActorId>(&subject))
        return dossier.actor(*actor).name;
    if (const auto* relationship = std::get_if<model::RelationshipId>(&subject)) {
        const model::Relationship& tie = dossier.relationship(*relationship);
        return Text::tr("%1 – %2", "the two ends of a tie")
            .arg(dossier.actor(tie.from).name, dossier.actor(tie.to).name);
    }
    return QString();
}

/// Names groups in the order in which they are drawn.
class Groups {
public:
    Groups(const model::Dossier& dossier, const QString& svg) : m_dossier(dossier), m_svg(svg) {}

    QString named();

private:
    struct Sign {
        qsizetype first = 0, length = 0;
        std::optional<theme::PartOf> begins; ///< none: it ends
        QString id;
    };
    void find();
    void giveIds(bool isMain);

    const model::Dossier& m_dossier;
    const QString& m_svg;
    QList<Sign> m_signs;
    QSet<QString> m_ids;
};

void Groups::find() {
    for (auto found = signs().globalMatch(m_svg); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        const auto number = [&](int part) { return match.capturedView(part).toDouble(); };
        const QPointF first(number(1), number(2)), last(number(3), number(4));
        const auto part = theme::partAt(first, last);
        if (part || theme::isPartsEnd(first, last))
            m_signs.append({match.capturedStart(), match.capturedLength(), part, QString()});
    }
}

/// The plain ids go to what is the thing itself; whatever keys are like, no other part takes them.
void Groups::giveIds(bool isMain) {
    for (Sign& sign : m_signs) {
        if (!sign.begins || wordOf(sign.begins->part).isEmpty() != isMain)
            continue;
        const auto& [subject, part] = *sign.begins;
        const QString plain = kindOf(part) + '-' + idOf(m_dossier.keyOf(subject)) + wordOf(part);
        sign.id = plain;
        for (int more = 2; m_ids.contains(sign.id); ++more)
            sign.id = QStringLiteral("%1-%2").arg(plain).arg(more);
        m_ids.insert(sign.id);
    }
}

QString Groups::named() {
    find();
    giveIds(true);
    giveIds(false);
    QString result;
    qsizetype behind = 0;
    for (const Sign& sign : m_signs) {
        result += QStringView(m_svg).sliced(behind, sign.first - behind);
        result += sign.begins ? QStringLiteral("<g id=\"%1\"><title>%2</title>")
                                    .arg(sign.id, xmlText(nameOf(m_dossier, sign.begins->subject)))
                              : QStringLiteral("</g>");
        behind = sign.first + sign.length;
    }
    return result += QStringView(m_svg).sliced(behind);
}

} // namespace

QByteArray withGroups(const QByteArray& svg, const model::Dossier& dossier) {
    const QString text = QString::fromUtf8(svg);
    return Groups(dossier, text).named().toUtf8();
}

QByteArray withFontList(const QByteArray& svg) {
    static const QRegularExpression family(QStringLiteral("font-family=\"[^\"]*\""));
    return QString::fromUtf8(svg)
        .replace(family, QStringLiteral("font-family=\"Inter, 'Noto Sans', 'Noto Sans Arabic', 'Noto Naskh Arabic', "
                                        "Arial, sans-serif\""))
        .toUtf8();
}

} // namespace entente::pictures
