#pragma once

#include "db/model/dossier.h"

namespace entente::model {

/// What is shown, as a list of conditions that all must hold (decision 31). Text form: "field=value[,value]" joined by
/// blanks, commas mean or, "!=" negates, "importance>=4". Values are keys or words of the closed sets. An empty filter
/// shows everything.
class Filter {
public:
    enum class Field : quint8 { Tenor, Theme, Actor, Kind, Importance, Certainty, Source, Lane };
    enum class Comparison : quint8 { Is, IsNot, AtLeast };

    struct Condition {
        Field field = Field::Tenor;
        Comparison comparison = Comparison::Is;
        QStringList values; ///< sorted, each once; never empty

        bool operator==(const Condition&) const = default;
    };

    /// Reads the text form. Errors name the column and what was expected there. Values are not looked up in a dossier:
    /// an unknown key matches nothing.
    static Result<Filter> parse(QStringView text);
    /// Canonical text: conditions in the order of Field, values sorted. parse(text()) == *this.
    QString text() const;

    const QList<Condition>& conditions() const { return m_conditions; }
    bool isEmpty() const { return m_conditions.isEmpty(); }
    /// The condition on a field, or nullptr.
    const Condition* condition(Field field) const;
    /// A copy with the condition on this field replaced; empty values remove it.
    Filter with(Field field, QStringList values, Comparison comparison = Comparison::Is) const;

    bool operator==(const Filter&) const = default;

private:
    QList<Condition> m_conditions; ///< at most one a field, in the order of Field
};

/// The word of a field ("importance").
QString wordOf(Filter::Field field);

/// Whether an event is shown. Actor: it takes part. Source: yes or no, whether it has any citation.
bool matches(const Filter& filter, const Dossier& dossier, EventId event);

/// Whether a relationship is shown. Tenor, actor (from or to), kind (where it names a relation type), source (any of
/// its periods is cited) decide; the other fields speak of events only and let it pass.
bool matches(const Filter& filter, const Dossier& dossier, RelationshipId relationship);

/// Events shown, one flag each by id: what `matches` says of each. Reads every row once, some 20 ns each.
QList<bool> shownEvents(const Filter& filter, const Dossier& dossier);

/// Whether the claim in use of an event may overlap [from, to]; an unset end does not bound. Undated events overlap
/// only if neither is set.
bool mayOverlap(const Dossier& dossier, EventId event, std::optional<Day> from, std::optional<Day> to);

} // namespace entente::model
