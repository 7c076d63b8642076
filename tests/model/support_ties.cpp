#include "tests/model/support_ties.h"

namespace entente::test {

using namespace model;

namespace {

PeriodBound boundOf(const QString& text) {
    if (text.isEmpty())
        return {};
    if (text == QLatin1String(".."))
        return {PeriodBound::Kind::Open, {}};
    return {PeriodBound::Kind::Dated, *Edtf::parse(text)};
}

/// Reads the lines one by one into tables.
class TieReader {
public:
    void read(const QString& line) {
        const QStringList words = line.split(' ', Qt::SkipEmptyParts);
        if (words.isEmpty())
            return;
        if (words[0] == QLatin1String("event"))
            return addEvent(words);
        if (words[1] == QLatin1String("part-of")) {
            const ActorId part = actor(words[0]);
            const ActorId whole = actor(words[2]);
            m_tables.actors[part.index].partOf = whole;
            return;
        }
        const RelationshipId relationship = relationshipOf(words[0], words[1], words[2]);
        if (words.size() > 3)
            addPeriod(relationship, words.mid(3));
    }

    Tables take() { return std::move(m_tables); }

private:
    template <typename IdType, typename Rows>
    static IdType find(const Rows& rows, const QString& key) {
        for (qsizetype i = 0; i < rows.size(); ++i)
            if (rows[i].key == key)
                return IdType(i);
        return {};
    }

    ActorId actor(const QString& name) {
        if (const auto known = find<ActorId>(m_tables.actors, name); known.isValid())
            return known;
        Actor row;
        row.key = row.name = name;
        row.kind = name.startsWith(QLatin1String("treaty")) ? ActorKind::Agreement : ActorKind::State;
        m_tables.actors.append(row);
        return ActorId(m_tables.actors.size() - 1);
    }

    RelationTypeId type(const QString& word) {
        if (const auto known = find<RelationTypeId>(m_tables.relationTypes, word); known.isValid())
            return known;
        RelationType row;
        row.key = row.label = word;
        row.directed = word != QLatin1String("allies");
        row.meaning = valueOf<Meaning>(word).value_or(Meaning::Other);
        m_tables.relationTypes.append(row);
        return RelationTypeId(m_tables.relationTypes.size() - 1);
    }

    RelationshipId relationshipOf(const QString& from, const QString& word, const QString& to) {
        const QString key = from + '-' + word + '-' + to;
        if (const auto known = find<RelationshipId>(m_tables.relationships, key); known.isValid())
            return known;
        Relationship row;
        row.key = key;
        row.from = actor(from);
        row.to = actor(to);
        row.type = type(word);
        m_tables.relationships.append(row);
        return RelationshipId(m_tables.relationships.size() - 1);
    }

    void addPeriod(RelationshipId relationship, const QStringList& words) {
        const QStringList bounds = words[0].split('/');
        Period row;
        row.key = QStringLiteral("period-%1").arg(m_tables.periods.size() + 1);
        row.relationship = relationship;
        row.from = boundOf(bounds[0]);
        row.to = boundOf(bounds[1]);
        row.state = *valueOf<PeriodState>(words[1]);
        for (const QString& word : words.mid(2)) {
            const EventId event = find<EventId>(m_tables.events, word.section('=', 1));
            (word.startsWith(QLatin1String("begun=")) ? row.begunBy : row.endedBy) = event;
        }
        m_tables.periods.append(row);
    }

    void addEvent(const QStringList& words) {
        Event row;
        row.key = row.title = words[1];
        m_tables.events.append(row);
        for (const QString& name : words.mid(2))
            m_tables.participations.append({EventId(m_tables.events.size() - 1), actor(name), {}, {}});
    }

    Tables m_tables;
};

QString nameOf(const Dossier& dossier, const Tie& tie) {
    switch (tie.kind) {
    case Tie::Kind::Relationship:
        return dossier.typeOf(tie.relationship).key;
    case Tie::Kind::Agreement:
        return '[' + dossier.actor(tie.agreement).key + ']';
    case Tie::Kind::PartOf:
        break;
    }
    return QStringLiteral("part-of");
}

QString standingOf(const Tie& tie) {
    const QStringList presences = {"none", "possible", "certain"};
    const QString presence = tie.ended ? QStringLiteral("ended") : presences[static_cast<qsizetype>(tie.presence)];
    return QStringList{wordOf(tie.state), presence,
                       (tie.since ? isoText(*tie.since) : QString()) + '/' +
                           (tie.until ? isoText(*tie.until) : QString())}
        .join(' ');
}

QString chosen(const Dossier& dossier, const QString& title, const QList<bool>& flags) {
    QStringList words = {title};
    for (qsizetype i = 0; i < flags.size(); ++i)
        if (flags[i])
            words.append(dossier.actor(ActorId(i)).key);
    return words.size() > 1 ? words.join(' ') + '\n' : QString();
}

} // namespace

Day day(const QString& text) {
    const auto date = Edtf::parse(text);
    Q_ASSERT(date && date->isExactDay());
    return date->earliest().day;
}

Dossier dossierOfTies(const QString& lines) {
    TieReader reader;
    for (const QString& line : lines.split('\n'))
        reader.read(line.trimmed());
    return Dossier(reader.take());
}

QString textOf(const Dossier& dossier, const QList<Tie>& ties) {
    QString text;
    for (const Tie& tie : ties) {
        QStringList words = {dossier.actor(tie.from).key, nameOf(dossier, tie), dossier.actor(tie.to).key};
        if (tie.kind != Tie::Kind::PartOf)
            words.append(standingOf(tie));
        text += words.join(' ') + '\n';
    }
    return text;
}

QString textOf(const Dossier& dossier, const Network& network) {
    return textOf(dossier, network.ties) + chosen(dossier, QStringLiteral("nodes"), network.agreementNode) +
           chosen(dossier, QStringLiteral("stage"), network.onStage);
}

} // namespace entente::test
