#include "app/exploration/view_record.h"

#include <QJsonArray>

#include <cmath>

namespace entente::exploration {

using model::Subject;

namespace {

constexpr qsizetype mostToSearch = 100'000;

/// A key, with the place where it was, which saves searching for it.
QJsonArray nameOf(const Subject& subject, const model::Dossier& dossier) {
    const auto* event = std::get_if<model::EventId>(&subject);
    return {dossier.keyOf(subject), event ? static_cast<double>(event->index) : -1.0};
}

std::optional<Subject> named(const QJsonValue& name, const model::Dossier& dossier) {
    const QString key = name.toArray().at(0).toString();
    if (key.isEmpty())
        return name.isUndefined() ? std::optional<Subject>(Subject()) : std::nullopt;
    const auto place = static_cast<qsizetype>(name.toArray().at(1).toDouble(-1));
    const qsizetype count = dossier.tables().events.size();
    if (place >= 0 && place < count && dossier.keyOf(model::EventId(place)) == key)
        return Subject(model::EventId(place));
    if (place >= 0 && count > mostToSearch)
        return {};
    const Subject found = dossier.find(key);
    return model::isNothing(found) ? std::nullopt : std::optional(found);
}

bool readSpan(const QJsonObject& record, View& view) {
    if (!record.contains(QStringLiteral("span")))
        return true;
    const QJsonArray ends = record.value(QStringLiteral("span")).toArray();
    const double nan = std::numeric_limits<double>::quiet_NaN();
    view.span = Span{ends.at(0).toDouble(nan), ends.at(1).toDouble(nan)};
    return view.span->first < view.span->last;
}

bool readFocus(const QJsonObject& record, const model::Dossier& dossier, View& view) {
    if (!record.contains(QStringLiteral("focus")))
        return true;
    const auto centre = named(record.value(QStringLiteral("focus")), dossier);
    const auto* actor = centre ? std::get_if<model::ActorId>(&*centre) : nullptr;
    const int steps = record.value(QStringLiteral("steps")).toInt();
    if (!actor || steps < 1 || steps > 3)
        return false;
    view.focus = Focus{*actor, steps};
    return true;
}

/// A day far enough from the ends of its type to be reckoned with.
std::optional<model::Day> readDay(const QJsonValue& value) {
    constexpr double mostDays = 366.0 * static_cast<double>(model::largestYear);
    const double day = value.toDouble(std::numeric_limits<double>::quiet_NaN());
    return std::abs(day) < mostDays ? std::optional(static_cast<model::Day>(day)) : std::nullopt;
}

bool readCompared(const QJsonObject& record, View& view) {
    view.compared = readDay(record.value(QStringLiteral("compared")));
    return view.compared || !record.contains(QStringLiteral("compared"));
}

bool readRoute(const QJsonObject& record, const model::Dossier& dossier, View& view) {
    if (!record.contains(QStringLiteral("route")))
        return true;
    const QJsonArray route = record.value(QStringLiteral("route")).toArray();
    const auto from = named(route.at(0), dossier), to = named(route.at(1), dossier);
    const auto* start = from ? std::get_if<model::ActorId>(&*from) : nullptr;
    const auto* end = to ? std::get_if<model::ActorId>(&*to) : nullptr;
    if (!start || !end)
        return false;
    view.route = Route{*start, *end, route.at(2).toBool()};
    return true;
}

QJsonObject recordOf(const model::LaneChoice& lanes) {
    QStringList collapsed(lanes.collapsed.begin(), lanes.collapsed.end());
    collapsed.sort();
    return {{QStringLiteral("by"), model::wordOf(lanes.by)},
            {QStringLiteral("order"), QJsonArray::fromStringList(lanes.order)},
            {QStringLiteral("collapsed"), QJsonArray::fromStringList(collapsed)}};
}

bool readLanes(const QJsonObject& record, View& view) {
    if (!record.contains(QStringLiteral("lanes")))
        return true;
    const QJsonObject lanes = record.value(QStringLiteral("lanes")).toObject();
    const auto by = model::lanesByOf(lanes.value(QStringLiteral("by")).toString());
    if (!by)
        return false;
    view.lanes.by = *by;
    for (const auto& key : lanes.value(QStringLiteral("order")).toArray())
        view.lanes.order.append(key.toString());
    for (const auto& key : lanes.value(QStringLiteral("collapsed")).toArray())
        view.lanes.collapsed.insert(key.toString());
    return true;
}

bool readHeld(const QJsonObject& record, const model::Dossier& dossier, View& view) {
    for (const auto& entry : record.value(QStringLiteral("held")).toArray()) {
        const QJsonArray pin = entry.toArray();
        const auto thing = named(pin.at(0), dossier);
        const auto* actor = thing ? std::get_if<model::ActorId>(&*thing) : nullptr;
        const double nan = std::numeric_limits<double>::quiet_NaN();
        const QPointF place(pin.at(1).toDouble(nan), pin.at(2).toDouble(nan));
        if (!actor || !std::isfinite(place.x()) || !std::isfinite(place.y()))
            return false;
        view.held.append({*actor, place});
    }
    return true;
}

bool readNetwork(const QJsonObject& record, View& view) {
    const QJsonArray network = record.value(QStringLiteral("network")).toArray();
    view.network = {{network.at(0).toDouble(0.5), network.at(1).toDouble(0.5)}, network.at(2).toDouble(1)};
    return view.network.zoom > 0;
}

} // namespace

QJsonObject recordOf(const View& view, const model::Dossier& dossier) {
    QJsonObject record{
        {QStringLiteral("moment"), static_cast<double>(view.moment)},
        {QStringLiteral("filter"), view.filter.text()},
        {QStringLiteral("ended"), view.showEnded},
        {QStringLiteral("network"), QJsonArray{view.network.centre.x(), view.network.centre.y(), view.network.zoom}}};
    if (view.span)
        record[QStringLiteral("span")] = QJsonArray{view.span->first, view.span->last};
    if (!model::isNothing(view.selection))
        record[QStringLiteral("selection")] = nameOf(view.selection, dossier);
    if (view.focus) {
        record[QStringLiteral("focus")] = nameOf(view.focus->actor, dossier);
        record[QStringLiteral("steps")] = view.focus->steps;
    }
    if (view.compared)
        record[QStringLiteral("compared")] = static_cast<double>(*view.compared);
    if (view.route)
        record[QStringLiteral("route")] =
            QJsonArray{nameOf(view.route->from, dossier), nameOf(view.route->to, dossier), view.route->inTime};
    if (view.lanes != model::LaneChoice())
        record[QStringLiteral("lanes")] = recordOf(view.lanes);
    QJsonArray held;
    for (const model::Placement& pin : view.held)
        held.append(QJsonArray{nameOf(pin.actor, dossier), pin.place.x(), pin.place.y()});
    if (!held.isEmpty())
        record[QStringLiteral("held")] = held;
    if (view.secondCalendar)
        record[QStringLiteral("calendar")] = static_cast<int>(*view.secondCalendar);
    return record;
}

std::optional<View> viewOf(const QJsonObject& record, const model::Dossier& dossier) {
    View view;
    const auto selection = named(record.value(QStringLiteral("selection")), dossier);
    const auto filter = model::Filter::parse(record.value(QStringLiteral("filter")).toString());
    const auto moment = readDay(record.value(QStringLiteral("moment")));
    if (!selection || !filter || !moment || !readSpan(record, view) || !readFocus(record, dossier, view) ||
        !readNetwork(record, view) || !readLanes(record, view) || !readCompared(record, view) ||
        !readRoute(record, dossier, view) || !readHeld(record, dossier, view))
        return {};
    view.selection = *selection;
    view.filter = *filter;
    view.moment = *moment;
    view.showEnded = record.value(QStringLiteral("ended")).toBool(true);
    const int calendar = record.value(QStringLiteral("calendar")).toInt();
    if (calendar == static_cast<int>(model::Calendar::Julian) ||
        calendar == static_cast<int>(model::Calendar::SolarHijri))
        view.secondCalendar = static_cast<model::Calendar>(calendar);
    return view;
}

} // namespace entente::exploration
