#include "db/store/checks.h"

#include <QCoreApplication>
#include <QRectF>
#include <QRegularExpression>
#include <QSet>

namespace entente::store {

namespace {

struct ChecksText {
    Q_DECLARE_TR_FUNCTIONS(entente::store::Checks)
};

void addNote(model::Findings& findings, const char* table, const QString& row, const char* field,
             const QString& problem, const QString& found = {}) {
    model::Finding finding;
    finding.table = QString::fromLatin1(table);
    finding.row = row;
    finding.field = QString::fromLatin1(field);
    finding.problem = problem;
    finding.found = found;
    findings.append(finding);
}

void checkMarks(model::Findings& findings, const CitationKeys& citations, const char* table, const QString& key,
                const QString& text) {
    static const QRegularExpression mark(QStringLiteral("\\[\\^([^\\]]*)\\]"));
    auto marks = mark.globalMatch(text);
    while (marks.hasNext())
        if (const QString named = marks.next().captured(1); !citations.contains(named))
            addNote(findings, table, key, "summary", ChecksText::tr("There is no citation of this key."), named);
}

class Checker {
public:
    Checker(model::Tables& tables, model::Findings& findings) : m_tables(tables), m_findings(findings) {}

    void cut() {
        cutCircles();
        cutLanes();
    }

    void run() {
        checkKeys();
        cut();
        for (const model::Relationship& row : m_tables.relationships)
            if (row.tenor && !row.tenorCitation.isValid())
                note("relationship", row.key, "tenor", ChecksText::tr("A tenor of its own needs a citation."));
        checkTies();
        checkPlaces();
        for (const model::Actor& actor : m_tables.actors)
            checkMarks("actor", actor.key, actor.summary);
        for (const model::Perspective& perspective : m_tables.perspectives)
            checkMarks("perspective", perspective.key, perspective.summary);
        checkOpening();
    }

private:
    void note(const char* table, const QString& row, const char* field, const QString& problem,
              const QString& found = {}) {
        addNote(m_findings, table, row, field, problem, found);
    }

    template <typename Rows>
    void takeKeys(const char* table, const Rows& rows, bool remember) {
        for (const auto& row : rows) {
            if (m_keys.contains(row.key))
                note(table, row.key, "key", ChecksText::tr("This key is used by %1 too.").arg(m_keys[row.key]),
                     row.key);
            else
                m_keys.insert(row.key, QString::fromLatin1(table));
            if (remember)
                m_subjects.insert(row.key);
        }
    }

    void checkKeys() {
        takeKeys("actor", m_tables.actors, true);
        takeKeys("relationship", m_tables.relationships, true);
        takeKeys("period", m_tables.periods, false);
        takeKeys("perspective", m_tables.perspectives, true);
        takeKeys("era", m_tables.eras, true);
        takeKeys("source", m_tables.sources, true);
        takeKeys("citation", m_tables.citations, false);
        takeKeys("media", m_tables.media, false);
        takeKeys("story", m_tables.stories, false);
        takeKeys("scene", m_tables.scenes, false);
        for (const model::Citation& citation : m_tables.citations)
            m_citations.insert(citation.key);
        checkKeysOfEvents();
    }

    /// Among themselves the file's own index keeps them apart.
    void checkKeysOfEvents() {
        QHash<QByteArray, QString> others;
        for (auto it = m_keys.constBegin(); it != m_keys.constEnd(); ++it)
            others.insert(it.key().toUtf8(), it.value());
        const model::PackedBytes& events = m_tables.events.records();
        events.each(0, events.size(), [&](qsizetype, QByteArrayView event) {
            const QByteArrayView key = model::viewOf(event).key;
            m_opens = m_opens || key == m_opening;
            if (const auto other = others.constFind(QByteArray::fromRawData(key.data(), key.size()));
                other != others.constEnd())
                note(other->toLatin1().constData(), QString::fromUtf8(key), "key",
                     ChecksText::tr("This key is used by %1 too.").arg(QStringLiteral("event")),
                     QString::fromUtf8(key));
        });
    }

    /// Follows "part of" from every actor; a link back to an actor of the present path closes a circle and is dropped.
    void cutCircles() {
        QList<qint32> seenFrom(m_tables.actors.size(), -1);
        for (qint32 start = 0; start < m_tables.actors.size(); ++start) {
            qint32 at = start;
            while (seenFrom[at] < 0) {
                seenFrom[at] = start;
                model::ActorId& whole = m_tables.actors[at].partOf;
                if (!whole.isValid())
                    break;
                if (seenFrom[whole.index] == start) {
                    note("actor", m_tables.actors[at].key, "part_of",
                         ChecksText::tr("This closes a circle of parts; the link is left out."),
                         m_tables.actors[whole.index].key);
                    whole = {};
                    break;
                }
                at = whole.index;
            }
        }
    }

    /// A theme joins the lane of one that is a lane itself; any other link leads nowhere and is dropped.
    void cutLanes() {
        QSet<model::ThemeId> lanes;
        for (qsizetype i = 0; i < m_tables.themes.size(); ++i)
            if (!m_tables.themes[i].lane.isValid())
                lanes.insert(model::ThemeId(i));
        for (model::Theme& theme : m_tables.themes) {
            if (!theme.lane.isValid() || lanes.contains(theme.lane))
                continue;
            note("theme", theme.key, "lane",
                 ChecksText::tr("A theme joins the lane of one that joins none; the link is left out."),
                 m_tables.themes[theme.lane.index].key);
            theme.lane = {};
        }
    }

    /// Such ties are shown as they are: a loop, and one line beside another.
    void checkTies() {
        for (const model::Relationship& row : m_tables.relationships)
            if (row.from == row.to)
                note("relationship", row.key, "to_actor", ChecksText::tr("This ties an actor to itself."),
                     m_tables.actors[row.to.index].key);
        QHash<QStringList, model::RelationshipId> known;
        for (const model::Period& period : m_tables.periods) {
            const model::RelationshipId id = period.relationship;
            const model::Relationship& row = m_tables.relationships[id.index];
            const QStringList what{row.label,
                                   QStringLiteral("%1 %2 %3 %4")
                                       .arg(row.from.index)
                                       .arg(row.to.index)
                                       .arg(row.type.index)
                                       .arg(static_cast<int>(period.state)),
                                   period.from.text(), period.to.text()};
            const auto other = known.constFind(what);
            if (other == known.constEnd())
                known.insert(what, id);
            else if (*other != id)
                note("period", period.key, "relationship",
                     ChecksText::tr("This says the same as a period of %1.")
                         .arg(m_tables.relationships[other->index].key),
                     row.key);
        }
    }

    /// Drawn at the nearest place within.
    void checkPlaces() {
        const QRectF frame(0, 0, 1, 1);
        for (const model::Placement& placement : m_tables.placements)
            if (!frame.contains(placement.place))
                note("placement", m_tables.actors[placement.actor.index].key, "x",
                     ChecksText::tr("This place lies outside the picture; it is drawn at the edge."),
                     QStringLiteral("%1, %2").arg(placement.place.x()).arg(placement.place.y()));
    }

    void checkMarks(const char* table, const QString& key, const QString& text) {
        entente::store::checkMarks(m_findings, m_citations, table, key, text);
    }

    void checkOpening() {
        const model::Head& head = m_tables.head;
        if (!head.openingSelection.isEmpty() && !m_subjects.contains(head.openingSelection) && !m_opens)
            note("dossier", {}, "opening_selection", ChecksText::tr("There is nothing of this key."),
                 head.openingSelection);
        if (!head.openingMoment.isEmpty() && !model::Edtf::parse(head.openingMoment))
            note("dossier", {}, "opening_moment", ChecksText::tr("This is not a date."), head.openingMoment);
    }

    model::Tables& m_tables;
    model::Findings& m_findings;
    QHash<QString, QString> m_keys;
    QSet<QString> m_subjects;
    CitationKeys m_citations;
    QByteArray m_opening = m_tables.head.openingSelection.toUtf8();
    bool m_opens = false; ///< an event has the key that the opening view names
};

} // namespace

void checkTables(model::Tables& tables, model::Findings& findings) {
    Checker(tables, findings).run();
}

void cutLoops(model::Tables& tables) {
    model::Findings unsaid;
    Checker(tables, unsaid).cut();
}

void checkEvent(const model::EventParts& event, const CitationKeys& citations, model::Findings& findings) {
    const auto key = [&event] { return QString::fromUtf8(event.key); };
    const auto preferred =
        std::count_if(event.claims.begin(), event.claims.end(), [](const auto& claim) { return claim.preferred; });
    if (!event.claims.isEmpty() && preferred != 1)
        addNote(findings, "date_claim", key(), "preferred",
                ChecksText::tr("Exactly one date of an event is the one in use."), QString::number(preferred));
    if (event.tenor && !event.tenorCitation.isValid())
        addNote(findings, "event", key(), "tenor", ChecksText::tr("A tenor of its own needs a citation."));
    if (event.summary.contains("[^"))
        checkMarks(findings, citations, "event", key(), QString::fromUtf8(event.summary));
}

} // namespace entente::store
