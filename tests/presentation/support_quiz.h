#pragma once

#include "app/presentation/quiz.h"

namespace entente::test {

/// A made-up dossier with evidence: dates before the common era, sets, contested, vague, open and undated ones, several
/// on one day, and nine actors with ties that begin and end.
model::Tables quizTables();
/// The same without citations.
model::Tables withoutEvidence(model::Tables tables);
/// Events of these dates, one each; several claims of an event joined by "|".
model::Tables tablesOfDates(const QStringList& dates);

inline model::DossierPointer dossierFrom(model::Tables tables) {
    return std::make_shared<const model::Dossier>(std::move(tables));
}

/// Whether one event may be as late as the other, or later, by any two of their claims. Independent of the quiz.
bool mayNotComeBefore(const model::Dossier& dossier, model::EventId one, model::EventId other);

/// What is wrong with a question, by rules of its own; empty if nothing is.
QString faultOf(const model::Dossier& dossier, const presentation::Question& question);

/// Every text of a question.
QStringList textsOf(const presentation::Question& question);

} // namespace entente::test
