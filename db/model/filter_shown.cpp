#include "db/model/dossier.h"
#include "db/model/filter_conditions.h"
#include "db/model/packed_traits.h"

#include <array>

namespace entente::model {

namespace {

using Field = Filter::Field;
using Flags = std::vector<quint8>; // 0 or 1

/// What a condition says of things that have one word each; nothing is excluded without one.
template <typename WordOf>
void fill(quint8* flags, qsizetype count, const Filter::Condition* condition, const WordOf& wordOfPlace) {
    for (qsizetype i = 0; i < count; ++i)
        flags[i] = !condition || holds(*condition, speaksOf(*condition, wordOfPlace(i)));
}

/// The conditions that an event's row answers, as flags by what may stand there; rows that are referred to count from
/// 1, since 0 is none.
class RowConditions {
public:
    RowConditions(const Filter& filter, const Dossier& dossier);

    bool hold(const EventTraits& event) const {
        const size_t kind = placeOf(event.kind);
        const auto tenor = static_cast<size_t>(event.tenor.value_or(m_tenorsOfKinds[kind]));
        const int all = m_tenors[tenor] & m_kinds[kind] & m_lanes[placeOf(event.firstTheme)] &
                        m_importances[static_cast<size_t>(event.importance)] &
                        m_certainties[static_cast<size_t>(event.certainty)];
        return all != 0 && (!m_theme || holds(*m_theme, hasTheme(event)));
    }

private:
    template <typename IdType>
    static size_t placeOf(IdType id) {
        return static_cast<size_t>(id.index) + 1;
    }
    bool hasTheme(const EventTraits& event) const;
    void fillKinds(const Filter& filter, const QList<EventKind>& kinds);
    void fillThemes(const Filter& filter, const Dossier& dossier);

    std::array<quint8, 4> m_tenors, m_certainties;
    std::array<quint8, 8> m_importances; ///< as many as three bits tell apart
    std::vector<Tenor> m_tenorsOfKinds;
    Flags m_kinds, m_lanes;
    const Filter::Condition* m_theme;
    Flags m_themes; ///< those that the condition speaks of
};

RowConditions::RowConditions(const Filter& filter, const Dossier& dossier) : m_theme(filter.condition(Field::Theme)) {
    fill(m_tenors.data(), m_tenors.size(), filter.condition(Field::Tenor),
         [](qsizetype i) { return wordOf(static_cast<Tenor>(i)); });
    fill(m_certainties.data(), m_certainties.size(), filter.condition(Field::Certainty),
         [](qsizetype i) { return wordOf(static_cast<Certainty>(i)); });
    fill(m_importances.data(), m_importances.size(), filter.condition(Field::Importance),
         [](qsizetype i) { return QString::number(i); });
    fillKinds(filter, dossier.tables().eventKinds);
    fillThemes(filter, dossier);
}

void RowConditions::fillKinds(const Filter& filter, const QList<EventKind>& kinds) {
    m_tenorsOfKinds.push_back(EventKind().tenor);
    for (const EventKind& kind : kinds)
        m_tenorsOfKinds.push_back(kind.tenor);
    m_kinds.resize(m_tenorsOfKinds.size());
    fill(m_kinds.data(), kinds.size() + 1, filter.condition(Field::Kind),
         [&](qsizetype i) { return i == 0 ? QString() : kinds[i - 1].key; });
}

void RowConditions::fillThemes(const Filter& filter, const Dossier& dossier) {
    const QList<Theme>& themes = dossier.tables().themes;
    const Filter::Condition* lane = filter.condition(Field::Lane);
    m_lanes = {!lane || holds(*lane, false)};
    m_themes = {false};
    for (const Theme& theme : themes) {
        const QString& key = theme.lane.isValid() ? dossier.theme(theme.lane).key : theme.key;
        m_lanes.push_back(!lane || holds(*lane, speaksOf(*lane, key)));
        m_themes.push_back(m_theme && speaksOf(*m_theme, theme.key));
    }
}

bool RowConditions::hasTheme(const EventTraits& event) const {
    bool any = false;
    eachTheme(event, [&](ThemeId theme) { any = any || m_themes[placeOf(theme)]; });
    return any;
}

/// Whether a mark in a summary names a citation; written as in Dossier::evidenceOf.
bool hasMark(QByteArrayView summary, const Dossier& dossier) {
    const auto isOfKey = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
    const QByteArray text = QByteArray::fromRawData(summary.data(), summary.size());
    for (qsizetype at = text.indexOf("[^"); at >= 0; at = text.indexOf("[^", at + 2)) {
        const auto start = text.begin() + at + 2, end = std::find_if_not(start, text.end(), isOfKey);
        if (end != start && end != text.end() && *end == ']' &&
            dossier.findCitation(QString::fromLatin1(start, end - start)).isValid())
            return true;
    }
    return false;
}

/// One flag an event: whether anyone of the condition takes part.
Flags eventsOfActors(const Filter::Condition& condition, const Dossier& dossier) {
    Flags actors;
    for (const Actor& actor : dossier.tables().actors)
        actors.push_back(speaksOf(condition, actor.key));
    Flags any(static_cast<size_t>(dossier.tables().events.size()), false);
    const PackedBytes& rows = dossier.tables().participations.records();
    rows.each(0, rows.size(), [&](qsizetype, QByteArrayView row) {
        const auto [event, actor] = participationViewOf(row);
        if (event.isValid() && actor.isValid() && actors[static_cast<size_t>(actor.index)])
            any[static_cast<size_t>(event.index)] = true;
    });
    return any;
}

/// One flag an event: whether there is evidence of it.
Flags eventsWithEvidence(const Dossier& dossier) {
    const PackedBytes& events = dossier.tables().events.records();
    const PackedBytes& participations = dossier.tables().participations.records();
    Flags any(static_cast<size_t>(events.size()), false);
    events.each(0, events.size(), [&](qsizetype i, QByteArrayView row) {
        const EventEvidence evidence = evidenceIn(row);
        any[static_cast<size_t>(i)] = evidence.isCited || hasMark(evidence.summary, dossier);
    });
    participations.each(0, participations.size(), [&](qsizetype, QByteArrayView row) {
        const auto [event, actor] = participationViewOf(row);
        if (event.isValid() && actor.isValid() && isCited(row))
            any[static_cast<size_t>(event.index)] = true;
    });
    return any;
}

/// Keeps those shown for whose flag the answer is yes.
void keep(QList<bool>& shown, const Flags& flags, bool ifSet, bool ifNot) {
    bool* const kept = shown.data();
    for (qsizetype i = 0; i < shown.size(); ++i)
        kept[i] = kept[i] && (flags[static_cast<size_t>(i)] ? ifSet : ifNot);
}

} // namespace

QList<bool> shownEvents(const Filter& filter, const Dossier& dossier) {
    const PackedBytes& rows = dossier.tables().events.records();
    QList<bool> shown(rows.size(), true);
    if (filter.isEmpty())
        return shown;
    const RowConditions conditions(filter, dossier);
    bool* const flags = shown.data();
    rows.each(0, rows.size(), [&](qsizetype i, QByteArrayView row) { flags[i] = conditions.hold(traitsOf(row)); });
    if (const Filter::Condition* actor = filter.condition(Field::Actor))
        keep(shown, eventsOfActors(*actor, dossier), holds(*actor, true), holds(*actor, false));
    if (const Filter::Condition* source = filter.condition(Field::Source)) {
        const auto verdict = [&](const char* word) { return holds(*source, speaksOf(*source, QLatin1String(word))); };
        keep(shown, eventsWithEvidence(dossier), verdict("yes"), verdict("no"));
    }
    return shown;
}

} // namespace entente::model
