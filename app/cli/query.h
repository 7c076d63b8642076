#pragma once

#include "app/cli/options.h"
#include "db/model/filter.h"

namespace entente::cli {

/// What --from, --to, --moment and --filter of a call come to.
struct Query {
    std::optional<model::Day> from; ///< first possible day of what --from says
    std::optional<model::Day> to;   ///< last possible day of what --to says
    QList<model::Day> moments;
    model::Filter filter;

    /// Whether anything chooses among events.
    bool choosesEvents() const { return from || to || !moments.isEmpty() || !filter.isEmpty(); }
};

/// Errors name the option and, within its text, the column.
model::Result<Query> readQuery(const Options& options);

/// Whether an event passes the filter and may lie in the span and on one of the moments.
bool keeps(const Query& query, const model::Dossier& dossier, model::EventId event);

/// The options that readQuery understands.
QList<OptionForm> queryOptions();
/// Those of them that speak of ties at a moment: --moment and --filter.
QList<OptionForm> momentOptions();

} // namespace entente::cli
