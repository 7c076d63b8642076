#include "app/cli/query.h"

namespace entente::cli {

using namespace model;

static Result<Edtf> readDate(const QString& option, const QString& text) {
    const auto date = Edtf::parse(text);
    if (date)
        return *date;
    return failure(Text::tr("The option --%1 needs a date in EDTF; \"%2\" cannot be read at column %3: %4")
                       .arg(option, text, QString::number(date.error().column), date.error().message));
}

/// The day that `day` finds in the date of an option; none if the option is not there.
template <typename Find>
static Result<std::optional<Day>> readDay(const QString& option, const QString& text, Find find) {
    return readDate(option, text).and_then([&](const Edtf& date) -> Result<std::optional<Day>> {
        const std::optional<Day> day = find(date);
        if (day)
            return day;
        return failure(Text::tr("The option --%1 needs a date with a known bound; \"%2\" has none.").arg(option, text));
    });
}

static std::optional<Day> dayOf(const Bound& bound) {
    return bound.isKnown() ? std::optional(bound.day) : std::nullopt;
}

static Result<void> readSpan(const Options& options, Query& query) {
    if (options.has("from")) {
        const auto day =
            readDay("from", options.value("from"), [](const Edtf& date) { return dayOf(date.earliest()); });
        if (!day)
            return tl::unexpected(day.error());
        query.from = *day;
    }
    if (options.has("to")) {
        const auto day = readDay("to", options.value("to"), [](const Edtf& date) { return dayOf(date.latest()); });
        if (!day)
            return tl::unexpected(day.error());
        query.to = *day;
    }
    if (query.from && query.to && *query.to < *query.from)
        return failure(Text::tr("The span of --from and --to ends before it begins."));
    return {};
}

static Result<void> readMoments(const Options& options, Query& query) {
    for (const QString& text : options.values("moment")) {
        const auto day = readDay("moment", text, [](const Edtf& date) { return momentOf(date); });
        if (!day)
            return tl::unexpected(day.error());
        query.moments.append(**day);
    }
    return {};
}

static Result<void> readFilter(const Options& options, Query& query) {
    const auto filter = Filter::parse(options.value("filter"));
    if (!filter)
        return tl::unexpected(filter.error());
    query.filter = *filter;
    return {};
}

Result<Query> readQuery(const Options& options) {
    Query query;
    for (const auto read : {readSpan, readMoments, readFilter})
        if (const Result<void> result = read(options, query); !result)
            return tl::unexpected(result.error());
    return query;
}

bool keeps(const Query& query, const Dossier& dossier, EventId event) {
    if (!matches(query.filter, dossier, event) || !mayOverlap(dossier, event, query.from, query.to))
        return false;
    return query.moments.isEmpty() || std::any_of(query.moments.begin(), query.moments.end(), [&](Day moment) {
               return mayOverlap(dossier, event, moment, moment);
           });
}

QList<OptionForm> momentOptions() {
    return {{"moment", "EDTF", Text::tr("as of the last day of this date"), OptionForm::Use::Repeated},
            {"filter", "FILTER", Text::tr("keep what fits, for instance \"importance>=4 theme=sanctions\"")}};
}

QList<OptionForm> queryOptions() {
    return QList<OptionForm>{{"from", "EDTF", Text::tr("keep what may lie on or after the first day of this date")},
                             {"to", "EDTF", Text::tr("keep what may lie on or before the last day of this date")}} +
           momentOptions();
}

} // namespace entente::cli
