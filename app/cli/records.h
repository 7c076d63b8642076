#pragma once

#include "db/model/network.h"

#include <QJsonArray>
#include <QJsonObject>

namespace entente::cli {

// Things of a dossier as JSON. Days are "[-]YYYY-MM-DD", or null where a bound is open or unknown; absent texts are
// null; things are named by key.

QJsonValue textOrNull(const QString& text);
QJsonValue dayOrNull(const std::optional<model::Day>& day);
QJsonValue dayOrNull(const model::Bound& bound);

/// Puts `date` as written, `earliest` and `latest`; all null without a date.
void putDate(QJsonObject& object, const model::Edtf* date);

/// "none", "possible" or "certain".
QString wordOf(model::Presence presence);

/// Keys of citations in their order.
QJsonArray keysOf(const model::Dossier& dossier, const QList<model::CitationId>& citations);

QJsonObject eventRecord(const model::Dossier& dossier, model::EventId event);
QJsonObject actorRecord(const model::Dossier& dossier, model::ActorId actor);
QJsonObject perspectiveRecord(const model::Dossier& dossier, model::PerspectiveId perspective);
QJsonObject sourceRecord(const model::Dossier& dossier, model::SourceId source);
/// A tie as of a moment: status, presence, since and until as the dossier writes them.
QJsonObject tieRecord(const model::Dossier& dossier, const model::Tie& tie);
/// A period of all time: as a tie, but without presence.
QJsonObject tieRecord(const model::Dossier& dossier, model::PeriodId period);

/// All that the dossier holds on the thing with this key, with its evidence: an event, actor, relationship, era,
/// source, perspective, period or citation. Empty if there is none.
QJsonObject fullRecord(const model::Dossier& dossier, const QString& key);

} // namespace entente::cli
