#include "tests/bench/synthetic.h"

#include <cmath>

namespace entente::bench {

using namespace model;

namespace {

constexpr int firstYear = 1900, lastYear = 2025;
constexpr qint64 themes = 8, kinds = 12;
constexpr std::array nouns = {"border", "pipeline", "embassy",  "harbour",   "treaty", "sanction", "convoy",
                              "envoy",  "uranium",  "railway",  "summit",    "tariff", "fleet",    "archive",
                              "strike", "election", "garrison", "ceasefire", "loan",   "blockade"};
constexpr std::array verbs = {"opens",   "refuses", "signs",  "delays",   "inspects", "supplies", "crosses", "closes",
                              "recalls", "visits",  "blames", "ratifies", "leaves",   "renews",   "shells",  "frees"};
constexpr std::array adjectives = {"northern", "joint",  "secret", "second", "naval",    "disputed", "interim",
                                   "federal",  "shared", "early",  "final",  "regional", "covert",   "annual"};

template <typename Words>
QString word(const Words& words, quint64 random) {
    return QString::fromLatin1(words[random % words.size()]);
}

QString numbered(const char* stem, qint64 number) {
    return QStringLiteral("%1-%2").arg(QString::fromLatin1(stem)).arg(number + 1, 7, 10, QLatin1Char('0'));
}

QString month(Day day) {
    return isoText(day).left(7);
}

} // namespace

Synthetic::Synthetic(const SyntheticOptions& options) : m_options(options), m_state(options.seed) {
    const qint64 bursts = std::clamp<qint64>(options.events / 40, 3, 400);
    for (qint64 i = 0; i < bursts; ++i)
        m_bursts.append(day());
}

/// SplitMix64 (Steele, Lea and Flood, 2014): the same numbers on every machine.
quint64 Synthetic::next() {
    m_state += 0x9E3779B97F4A7C15ULL;
    quint64 z = m_state;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
}

/// Late days are the more probable; after the first days, half of all lie near a burst.
Day Synthetic::day() {
    const Day first = dayOf(firstYear, 1, 1), last = dayOf(lastYear, 12, 31);
    Day day = first + static_cast<Day>(static_cast<double>(last - first) * std::sqrt(fraction()));
    if (!m_bursts.isEmpty() && happens(0.5)) {
        const double spread = (fraction() + fraction() + fraction() - 1.5) * 200;
        day = m_bursts[below(m_bursts.size())] + static_cast<Day>(spread);
    }
    return std::clamp(day, first, last);
}

/// One point in time in some precision.
QString Synthetic::point(Day day) {
    const QString text = isoText(day);
    const double share = fraction();
    if (share < 0.72)
        return text;
    if (share < 0.82)
        return text.left(7);
    if (share < 0.89)
        return text.left(4);
    if (share < 0.90)
        return text.left(3) + 'X';
    if (share < 0.94)
        return text.left(7) + '~';
    if (share < 0.96)
        return text + '?';
    if (share < 0.97)
        return text.left(4) + QStringLiteral("-%1").arg(21 + below(4));
    if (share < 0.985)
        return QStringLiteral("[%1..%2]").arg(text, isoText(day + 1 + below(90)));
    return share < 0.993 ? QStringLiteral("[..%1]").arg(text) : text + QStringLiteral("T10:15:00Z");
}

QString Synthetic::date() {
    const Day start = day();
    if (!happens(0.3))
        return point(start);
    const double length = std::exp(fraction() * std::log(3650.0));
    const Day end = std::min(start + 1 + static_cast<Day>(length), dayOf(lastYear, 12, 31) + 1);
    const double share = fraction();
    if (share < 0.04)
        return isoText(start) + QStringLiteral("/..");
    if (share < 0.06)
        return isoText(start) + '/';
    if (share < 0.16 && month(start) != month(end))
        return month(start) + '/' + month(end);
    return isoText(start) + '/' + isoText(end);
}

QString Synthetic::title(qsizetype least, qsizetype most) {
    const qsizetype wanted = least + below(most - least + 1);
    QString title = word(adjectives, next());
    title[0] = title[0].toUpper();
    while (title.size() < wanted) {
        title += ' ' + word(nouns, next()) + ' ' + word(verbs, next());
        title += ' ' + word(adjectives, next());
    }
    title.truncate(wanted);
    return title.endsWith(' ') ? title.left(wanted - 1) + 's' : title;
}

/// A power law: the first actors take part in most events.
ActorId Synthetic::actor() {
    return ActorId(static_cast<qint64>(static_cast<double>(m_options.actors) * std::pow(fraction(), 3)));
}

Synthetic::EventRow Synthetic::nextEvent() {
    EventRow row;
    Event& event = row.event;
    const EventId id(m_event);
    event.key = numbered("event", m_event++);
    event.title = title(20, 60);
    if (happens(0.4))
        event.shortTitle = title(8, 18);
    if (happens(0.2))
        event.summary = event.title + QStringLiteral(", as two sources say.");
    event.kind = EventKindId(below(kinds));
    const double share = fraction();
    event.importance = share < 0.04 ? 5 : share < 0.14 ? 4 : share < 0.34 ? 3 : share < 0.64 ? 2 : 1;
    event.certainty = happens(0.95) ? Certainty::Happened : Certainty::Claimed;
    event.themes = {ThemeId(below(themes))};
    if (happens(0.5))
        event.citations = {CitationId(below(std::max<qint64>(1, m_options.events / 50)))};
    if (!happens(0.002))
        event.claims.append({1, Edtf::parse(date()).value(), {}, {}, true, {}});
    if (!event.claims.isEmpty() && happens(0.01))
        event.claims.append({2, Edtf::parse(isoText(day())).value(), {}, QStringLiteral("another account"), false, {}});
    for (qint64 i = m_options.actors > 0 ? below(3) : 0; i > 0; --i)
        row.participations.append({id, actor(), {}, {}});
    return row;
}

void Synthetic::addActors(Tables& tables) {
    for (qint64 i = 0; i < m_options.actors; ++i) {
        Actor actor;
        actor.key = numbered("actor", i);
        actor.name = title(6, 20);
        actor.kind = static_cast<ActorKind>(below(5));
        if (i < 2)
            actor.pole = i == 0 ? Pole::Left : Pole::Right;
        tables.actors.append(actor);
    }
}

void Synthetic::addTies(Tables& tables) {
    for (int i = 0; i < 6; ++i)
        tables.relationTypes.append({numbered("relation", i),
                                     title(6, 14),
                                     {},
                                     i % 2 == 1,
                                     static_cast<LineForm>(i),
                                     static_cast<Tenor>(i % 4),
                                     Meaning::Other});
    for (qint64 i = 0; m_options.actors > 1 && i < m_options.relationships; ++i) {
        const ActorId from = actor();
        ActorId to = actor();
        if (to == from)
            to = ActorId((to.index + 1) % m_options.actors);
        tables.relationships.append({numbered("tie", i), from, to, RelationTypeId(below(6)), {}, {}, {}});
        const Day start = day();
        Period period;
        period.key = numbered("period", i);
        period.relationship = RelationshipId(i);
        period.from = {PeriodBound::Kind::Dated, Edtf::parse(isoText(start)).value()};
        period.to = {PeriodBound::Kind::Dated, Edtf::parse(isoText(start + 30 + below(4000))).value()};
        tables.periods.append(period);
    }
}

void Synthetic::addEras(Tables& tables) {
    for (int i = 0; i < 6; ++i)
        tables.eras.append({numbered("era", i),
                            title(8, 16),
                            Edtf::parse(QStringLiteral("%1/%2").arg(1900 + 21 * i).arg(1920 + 21 * i)).value(),
                            1 + i % 2,
                            {},
                            {}});
}

Tables Synthetic::frame() {
    Tables tables;
    tables.head.title = QStringLiteral("Synthetic dossier of %1 events").arg(m_options.events);
    tables.head.language = QStringLiteral("en");
    tables.head.created = tables.head.modified = QStringLiteral("2026-01-01T00:00:00Z");
    const qint64 sources = std::max<qint64>(1, m_options.events / 50);
    for (qint64 i = 0; i < sources; ++i) {
        Source source;
        source.key = numbered("source", i);
        source.title = title(20, 40);
        tables.sources.append(source);
        tables.citations.append({numbered("citation", i), SourceId(i), {}, {}, {}});
    }
    for (int i = 0; i < themes; ++i)
        tables.themes.append({numbered("theme", i), title(6, 14), {}, i + 1, {}});
    for (int i = 0; i < kinds; ++i)
        tables.eventKinds.append(
            {numbered("kind", i), title(6, 14), static_cast<Mark>(i % 6), static_cast<Tenor>(i % 4)});
    addActors(tables);
    addTies(tables);
    addEras(tables);
    return tables;
}

Tables Synthetic::tables() {
    Tables tables = frame();
    for (qint64 i = 0; i < m_options.events; ++i) {
        const EventRow row = nextEvent();
        tables.events.append(row.event);
        for (const Participation& participation : row.participations)
            tables.participations.append(participation);
    }
    return tables;
}

} // namespace entente::bench
