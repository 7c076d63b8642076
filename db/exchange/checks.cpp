#include "db/exchange/checks.h"

#include <QRegularExpression>

namespace entente::exchange {

using namespace model;

bool checkColumnNames(const Place& place, const QStringList& header, const QStringList& names, Problems& problems) {
    const qsizetype before = problems.size();
    const QString expected = names.join(',');
    if (header.size() == 1 && header.first().contains(QRegularExpression("[;\t|]"))) {
        problems.add(place, Text::tr("The columns are not separated by commas."), header.first(), expected);
        return false;
    }
    for (qsizetype i = 0; i < header.size(); ++i)
        if (!names.contains(header[i]))
            problems.add(place, Text::tr("The table has no column of this name."), header[i], expected);
        else if (header.indexOf(header[i]) < i)
            problems.add(place, Text::tr("The column is there twice."), header[i], expected);
    for (const QString& name : names)
        if (!header.contains(name))
            problems.add(place, Text::tr("The column \"%1\" is missing.").arg(name), header.join(','), expected);
    return problems.size() == before;
}

namespace {

class Checker {
public:
    Checker(const Rows& rows, const Lines& lines, Reading& reading)
        : m_rows(rows), m_lines(lines), m_reading(reading) {}

    void run() {
        checkHead();
        checkKeys();
        checkPartOf();
        checkPerspectives();
        checkClaims();
        checkMarks();
        checkScenes();
    }

private:
    Place place(const QString& table, qsizetype row, const QString& column) const {
        return {table + ".csv", m_lines.value(table).value(row), column};
    }

    void checkHead() {
        if (!m_reading.keys.isReadable("dossier"))
            return;
        if (m_rows.head.size() != 1) {
            m_reading.problems.add({"dossier.csv", 0, {}}, Text::tr("The table must hold exactly one row."),
                                   Text::tr("%1 rows").arg(m_rows.head.size()), Text::tr("1 row"));
            return;
        }
        const QString selection = m_rows.head.first().openingSelection;
        if (!selection.isEmpty() && !m_reading.keys.isInAny(selectable(), selection))
            m_reading.problems.add(place("dossier", 0, "opening_selection"), Text::tr("Nothing has this key."),
                                   selection, Text::tr("a key of %1").arg(selectable().join(", ")));
    }

    static QStringList selectable() { return {"event", "actor", "relationship", "era", "source", "perspective"}; }

    /// Vocabularies have a name space each, all other tables share one.
    void checkKeys() {
        QHash<QString, Place> common;
        forEachTable(m_rows, [&](const auto& form, const auto& rows) {
            static const QStringList vocabularies = {"theme", "event_kind", "relation_type"};
            QHash<QString, Place> own;
            if (form.columns.first().name == "key")
                checkKeys(form, rows, vocabularies.contains(form.table) ? own : common);
        });
    }

    template <typename Row>
    void checkKeys(const Form<Row>& form, const QList<Row>& rows, QHash<QString, Place>& taken) {
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const QString key = form.columns.first().write(rows[i], m_reading.keys);
            const Place here = place(form.table, i, "key");
            const auto there = taken.constFind(key);
            if (there == taken.constEnd())
                taken.insert(key, here);
            else
                m_reading.problems.add(
                    here,
                    Text::tr("The key is used already, in %1, line %2.").arg(there->file, QString::number(there->line)),
                    key, Text::tr("a key that nothing else has"));
        }
    }

    void checkPartOf() {
        const QList<Actor>& actors = m_rows.tables.actors;
        QList<qint32> seenFrom(actors.size(), -1);
        for (qint32 start = 0; start < actors.size(); ++start) {
            qint32 at = start;
            while (at >= 0 && seenFrom[at] < 0) {
                seenFrom[at] = start;
                at = actors[at].partOf.index;
            }
            if (at >= 0 && seenFrom[at] == start)
                m_reading.problems.add(place("actor", at, "part_of"),
                                       Text::tr("The actor \"%1\" is part of itself.").arg(actors[at].key),
                                       m_reading.keys.key("actor", actors[at].partOf.index),
                                       Text::tr("an actor that is not part of this one"));
        }
    }

    void checkPerspectives() {
        const QList<Perspective>& perspectives = m_rows.tables.perspectives;
        for (qsizetype i = 0; i < perspectives.size(); ++i) {
            const Perspective& row = perspectives[i];
            const int subjects = row.event.isValid() + row.actor.isValid() + row.relationship.isValid();
            if (subjects != 1)
                m_reading.problems.add(
                    place("perspective", i, {}), Text::tr("A perspective is on exactly one subject."),
                    Text::tr("%1 subjects").arg(subjects), Text::tr("one of event, actor and relationship"));
        }
    }

    void checkClaims() {
        QSet<std::pair<qint32, int>> positions;
        QSet<qint32> preferred;
        for (qsizetype i = 0; i < m_rows.claims.size(); ++i) {
            const ClaimRow& row = m_rows.claims[i];
            const std::pair<qint32, int> position(row.event.index, row.claim.position);
            if (positions.contains(position))
                m_reading.problems.add(place("date_claim", i, "position"),
                                       Text::tr("The event has another claim at this position."),
                                       QString::number(row.claim.position), Text::tr("each position once an event"));
            positions.insert(position);
            if (row.claim.preferred && preferred.contains(row.event.index))
                m_reading.problems.add(place("date_claim", i, "preferred"),
                                       Text::tr("The event has another preferred claim."), "1",
                                       Text::tr("one preferred claim an event"));
            if (row.claim.preferred)
                preferred.insert(row.event.index);
        }
    }

    void checkMarks() {
        for (qsizetype i = 0; i < m_rows.events.size(); ++i)
            checkMarks(m_rows.events[i].summary, place("event", i, "summary"));
        for (qsizetype i = 0; i < m_rows.tables.actors.size(); ++i)
            checkMarks(m_rows.tables.actors[i].summary, place("actor", i, "summary"));
        for (qsizetype i = 0; i < m_rows.tables.perspectives.size(); ++i)
            checkMarks(m_rows.tables.perspectives[i].summary, place("perspective", i, "summary"));
    }

    void checkMarks(const QString& text, const Place& here) {
        static const QRegularExpression mark("\\[\\^([^\\]]*)\\]");
        if (!text.contains("[^") || !m_reading.keys.isReadable("citation"))
            return;
        auto marks = mark.globalMatch(text);
        while (marks.hasNext()) {
            const QString key = marks.next().captured(1);
            if (m_reading.keys.row("citation", key) < 0)
                m_reading.notes.add(here, Text::tr("The text marks a citation that is not there."), key,
                                    Text::tr("a key of citation.csv"));
        }
    }

    void checkScenes() {
        for (qsizetype i = 0; i < m_rows.tables.scenes.size(); ++i) {
            const Scene& scene = m_rows.tables.scenes[i];
            for (const auto& [column, key] : {std::pair("selection", scene.selection), std::pair("focus", scene.focus)})
                if (!key.isEmpty() && !m_reading.keys.isInAny(selectable(), key))
                    m_reading.notes.add(place("scene", i, column), Text::tr("Nothing has this key."), key,
                                        Text::tr("a key of %1").arg(selectable().join(", ")));
        }
    }

    const Rows& m_rows;
    const Lines& m_lines;
    Reading& m_reading;
};

} // namespace

void checkRows(const Rows& rows, const Lines& lines, Reading& reading) {
    Checker(rows, lines, reading).run();
}

} // namespace entente::exchange
