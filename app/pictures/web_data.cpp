#include "app/pictures/web_parts.h"
#include "app/presentation/visible.h"
#include "app/relations/view/painter.h"
#include "app/timeline/layout/dates.h"
#include "db/model/network.h"

namespace entente::pictures {

namespace {

QJsonValue dayValue(const std::optional<model::Day>& day) {
    return day ? QJsonValue(static_cast<double>(*day)) : QJsonValue();
}

QJsonValue dayOfText(const QString& text, bool first) {
    const auto date = model::Edtf::parse(text);
    if (!date)
        return {};
    const model::Bound bound = first ? date->earliest() : date->latest();
    return bound.isKnown() ? QJsonValue(static_cast<double>(bound.day)) : QJsonValue();
}

template <typename Ids>
QJsonArray rowsOf(const Ids& ids) {
    QJsonArray rows;
    for (const auto id : ids)
        rows.append(id.index);
    return rows;
}

QString subjectText(const model::Subject& subject) {
    if (const auto* event = std::get_if<model::EventId>(&subject))
        return QStringLiteral("e%1").arg(event->index);
    if (const auto* actor = std::get_if<model::ActorId>(&subject))
        return QStringLiteral("a%1").arg(actor->index);
    if (const auto* relationship = std::get_if<model::RelationshipId>(&subject))
        return QStringLiteral("r%1").arg(relationship->index);
    if (const auto* source = std::get_if<model::SourceId>(&subject))
        return QStringLiteral("s%1").arg(source->index);
    return {};
}

/// Earliest and latest day, whether each is known ("k"), open ("o") or unknown ("u"), vague, exact.
QJsonArray pointOf(const model::PointBounds& point) {
    const auto kind = [](const model::Bound& bound) {
        return bound.isKnown()                          ? QStringLiteral("k")
               : bound.kind == model::Bound::Kind::Open ? QStringLiteral("o")
                                                        : QStringLiteral("u");
    };
    const auto day = [](const model::Bound& bound) { return static_cast<double>(bound.isKnown() ? bound.day : 0); };
    return {kind(point.earliest),
            day(point.earliest),
            kind(point.latest),
            day(point.latest),
            point.approximate || point.uncertain,
            point.isExactDay()};
}

/// The day from which all of an event's dates may be told while later ones are hidden; none: never.
std::optional<model::Day> toldOn(const model::Dossier& dossier, model::EventId id, const model::Edtf& date) {
    QList<model::Bound> ends{date.latest()};
    for (const model::DateClaim& claim : dossier.conflictingClaims(id))
        ends.append(claim.date.latest());
    model::Day last = model::beforeAllDays;
    for (const model::Bound& end : ends) {
        if (!end.isKnown())
            return {};
        last = std::max(last, end.day);
    }
    return last;
}

void addDate(QJsonObject& row, const model::Dossier& dossier, model::EventId id, const wording::Wording& wording) {
    const auto date = dossier.dateOf(id);
    const auto day = date ? timeline::markDay(*date) : std::nullopt;
    row.insert(QStringLiteral("hollow"), !day || !date->start().isExactDay() || dossier.isContested(id));
    if (!day)
        return;
    QJsonArray others;
    for (const model::DateClaim& claim : dossier.conflictingClaims(id))
        if (const auto other = timeline::markDay(claim.date))
            others.append(*other);
    row.insert(QStringLiteral("day"), *day);
    row.insert(QStringLiteral("first"), dayValue(model::sortDayOf(dossier, id)));
    row.insert(QStringLiteral("moment"), dayValue(model::momentOf(dossier, id)));
    const auto begun = model::momentOf(dossier, id);
    row.insert(QStringLiteral("told"), dayValue(toldOn(dossier, id, *date)));
    row.insert(QStringLiteral("begun"),
               begun ? presentation::visibleDate(dossier, id, {begun, false, false}, wording) : QString());
    row.insert(QStringLiteral("dot"), dossier.isContested(id));
    row.insert(QStringLiteral("others"), others);
    row.insert(QStringLiteral("start"), pointOf(date->start()));
    if (date->isInterval())
        row.insert(QStringLiteral("end"), pointOf(date->end()));
}

QJsonArray participantsOf(const model::Dossier& dossier, model::EventId id) {
    QJsonArray rows;
    for (const model::Participation& row : dossier.participationsOf(id))
        if (row.actor.isValid())
            rows.append(QJsonArray{row.actor.index, row.role});
    return rows;
}

/// The periods that events begin and end, by event: asked one by one, each would look through all periods.
struct WebTurns {
    QHash<model::EventId, QList<model::PeriodId>> begun, ended;

    explicit WebTurns(const model::Dossier& dossier) {
        const QList<model::Period>& periods = dossier.tables().periods;
        for (qsizetype i = 0; i < periods.size(); ++i) {
            begun[periods[i].begunBy].append(model::PeriodId(i));
            ended[periods[i].endedBy].append(model::PeriodId(i));
        }
    }
};

QJsonObject eventOf(const model::Dossier& dossier, model::EventId id, const WebTurns& turns,
                    const wording::Wording& wording) {
    using wording::Style;
    const model::Event event = dossier.event(id);
    const model::ThemeId lane = dossier.laneOf(id);
    QJsonObject row{{"key", event.key},
                    {"title", event.title},
                    {"short", dossier.shortTitleOf(id)},
                    {"date", wording.eventDate(dossier, id, Style::Short)},
                    {"fullDate", wording.eventDate(dossier, id, Style::Full)},
                    {"precision", wording.precision(dossier, id)},
                    {"name", wording.accessibleName(dossier, id, false)},
                    {"mark", model::wordOf(dossier.kindOf(id).mark)},
                    {"kind", dossier.kindOf(id).key},
                    {"tenor", static_cast<int>(dossier.tenorOf(id))},
                    {"importance", event.importance},
                    {"place", event.place},
                    {"certainty", model::wordOf(event.certainty)},
                    {"certaintyWord", wording.certainty(event.certainty)},
                    {"themes", rowsOf(event.themes)},
                    {"lane", lane.index},
                    {"actors", participantsOf(dossier, id)},
                    {"text", event.summary},
                    {"cited", rowsOf(dossier.evidenceOf(id))},
                    {"begins", rowsOf(turns.begun.value(id))},
                    {"ends", rowsOf(turns.ended.value(id))}};
    addDate(row, dossier, id, wording);
    return row;
}

QJsonArray eventsOf(const model::Dossier& dossier, const wording::Wording& wording, WebSteps& steps) {
    const WebTurns turns(dossier);
    QJsonArray rows;
    for (qsizetype i = 0; i < dossier.tables().events.size() && steps.next(); ++i)
        rows.append(eventOf(dossier, model::EventId(i), turns, wording));
    return rows;
}

QJsonArray actorsOf(const model::Dossier& dossier, const wording::Wording& wording, WebSteps& steps) {
    QJsonArray rows;
    for (qsizetype i = 0; i < dossier.tables().actors.size() && steps.next(); ++i) {
        const model::Actor& actor = dossier.tables().actors[i];
        QJsonArray aliases;
        for (const model::Alias& alias : actor.aliases)
            aliases.append(alias.text);
        rows.append(QJsonObject{{"key", actor.key},
                                {"title", actor.name},
                                {"short", actor.shownName()},
                                {"kind", model::wordOf(actor.kind)},
                                {"kindWord", wording.actorKind(actor.kind)},
                                {"pole", actor.pole != model::Pole::None},
                                {"text", actor.summary},
                                {"partOf", actor.partOf.index},
                                {"aliases", aliases},
                                {"cited", rowsOf(dossier.evidenceOf(model::ActorId(i)))}});
    }
    return rows;
}

QJsonArray themesOf(const model::Dossier& dossier) {
    QJsonArray rows;
    for (const model::Theme& theme : dossier.tables().themes)
        rows.append(QJsonObject{{"key", theme.key}, {"title", theme.label}, {"icon", theme.icon}});
    return rows;
}

/// An address that a page may lead to: nothing but the web.
QString linkOf(const QString& url) {
    const bool isWeb = url.startsWith(QStringLiteral("https://")) || url.startsWith(QStringLiteral("http://"));
    return isWeb ? url : QString();
}

QJsonArray sourcesOf(const model::Dossier& dossier, const wording::Wording& wording, WebSteps& steps) {
    QJsonArray rows;
    for (const model::Source& source : dossier.tables().sources) {
        if (!steps.next())
            break;
        rows.append(QJsonObject{{"key", source.key},
                                {"title", source.title},
                                {"author", source.author},
                                {"publisher", source.publisher},
                                {"date", wording.sourceDate(source)},
                                {"url", linkOf(source.url)},
                                {"archived", linkOf(source.archivedUrl)}});
    }
    return rows;
}

QJsonArray citationsOf(const model::Dossier& dossier) {
    QJsonArray rows;
    for (const model::Citation& citation : dossier.tables().citations)
        rows.append(QJsonObject{{"key", citation.key},
                                {"source", citation.source.index},
                                {"locator", citation.locator},
                                {"note", citation.note},
                                {"quotation", citation.quotation}});
    return rows;
}

QJsonArray erasOf(const model::Dossier& dossier, const wording::Wording& wording) {
    QJsonArray rows;
    for (const model::Era& era : dossier.tables().eras) {
        const auto reach = timeline::reachOf(era.date);
        if (!reach)
            continue;
        const auto day = [](double value) { return std::isfinite(value) ? QJsonValue(value) : QJsonValue(); };
        rows.append(QJsonObject{{"title", era.label},
                                {"first", day(reach->first)},
                                {"last", day(reach->last)},
                                {"band", era.band},
                                {"date", wording.date(era.date, wording::Style::Short)}});
    }
    return rows;
}

QJsonArray perspectivesOf(const model::Dossier& dossier, const wording::Wording& wording) {
    QJsonArray rows;
    for (const model::Perspective& row : dossier.tables().perspectives) {
        const model::Subject subject = row.event.isValid()   ? model::Subject(row.event)
                                       : row.actor.isValid() ? model::Subject(row.actor)
                                                             : model::Subject(row.relationship);
        rows.append(QJsonObject{{"holder", row.holder.index},
                                {"subject", subjectText(subject)},
                                {"stance", wording.stance(row.stance)},
                                {"text", row.summary},
                                {"cited", rowsOf(row.citations)}});
    }
    return rows;
}

QJsonArray conditionsOf(const QString& filter) {
    QJsonArray rows;
    const auto read = model::Filter::parse(filter);
    if (!read)
        return rows;
    for (const model::Filter::Condition& condition : read->conditions())
        rows.append(QJsonObject{{"field", model::wordOf(condition.field)},
                                {"not", condition.comparison == model::Filter::Comparison::IsNot},
                                {"least", condition.comparison == model::Filter::Comparison::AtLeast},
                                {"values", QJsonArray::fromStringList(condition.values)}});
    return rows;
}

QJsonObject sceneOf(const model::Dossier& dossier, const model::Scene& scene) {
    const auto moment = model::Edtf::parse(scene.moment);
    return {{"headline", scene.headline},
            {"notes", scene.notes},
            {"question", scene.question},
            {"answer", scene.answer},
            {"first", dayOfText(scene.spanFrom, true)},
            {"last", dayOfText(scene.spanTo, false)},
            {"moment", moment ? dayValue(model::momentOf(*moment)) : QJsonValue()},
            {"selection", subjectText(dossier.find(scene.selection))},
            {"filter", conditionsOf(scene.filter)},
            {"hideLater", scene.hideLater},
            {"hideDates", scene.hideDates},
            {"hideNames", scene.hideNames},
            {"points", QJsonArray::fromStringList(scene.points)},
            {"cited", rowsOf(scene.citations)}};
}

QJsonArray storiesOf(const model::Dossier& dossier, WebSteps& steps) {
    QList<int> order;
    for (int i = 0; i < dossier.tables().stories.size(); ++i)
        order.append(i);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
        return dossier.tables().stories[a].position < dossier.tables().stories[b].position;
    });
    QHash<int, QJsonArray> scenesOf;
    for (const model::Scene& scene : dossier.tables().scenes) {
        if (!steps.next())
            return {};
        scenesOf[scene.story.index].append(sceneOf(dossier, scene));
    }
    QJsonArray rows;
    for (const int i : order) {
        const model::Story& story = dossier.tables().stories[i];
        const QJsonArray scenes = scenesOf.value(i);
        if (!scenes.isEmpty())
            rows.append(QJsonObject{{"title", story.title}, {"text", story.summary}, {"scenes", scenes}});
    }
    return rows;
}

/// Where the actors stand in a frame of this size.
QJsonObject frameOf(const model::Dossier& dossier, const relations::Places& places, QSizeF size) {
    const relations::Measures measures = relations::measuresOf(theme::Theme());
    constexpr double margin = 14;
    const QRectF home = QRectF(QPointF(0, 0), size).adjusted(margin, margin, -margin, -margin);
    const auto rounded = [](double value) { return std::round(value * 10) / 10; };
    QJsonArray seats;
    for (const relations::Seat& seat : relations::seatsOf(dossier, places, home, measures)) {
        const QPointF at = seat.form.center();
        const bool isBeside = !seat.nameBox.isNull();
        seats.append(QJsonArray{seat.actor.index, rounded(at.x()), rounded(at.y()), rounded(seat.form.width()),
                                rounded(seat.form.height()), seat.text, isBeside ? seat.name : QString(),
                                rounded(seat.nameBox.center().x()), rounded(seat.nameBox.center().y())});
    }
    return {{"width", size.width()}, {"height", size.height()}, {"seats", seats}};
}

/// For windows across and upright, and across in small windows, where type has to keep its size.
QJsonArray framesOf(const model::Dossier& dossier, const relations::Places& places) {
    QJsonArray frames;
    for (const QSizeF size : {QSizeF(640, 430), QSizeF(470, 600), QSizeF(570, 330)})
        frames.append(frameOf(dossier, places, size));
    return frames;
}

/// The view that the page begins with. Unlike the window's it never depends on the day on which it is made.
QJsonObject openingOf(const model::Dossier& dossier) {
    constexpr double margin = 0.04;
    const model::Dossier::Span span =
        dossier.commonSpan().value_or(model::Dossier::Span{model::dayOf(1900, 1, 1), model::dayOf(1999, 12, 31)});
    const auto first = static_cast<double>(span.first);
    const auto last = static_cast<double>(span.last) + 1;
    const auto date = model::Edtf::parse(dossier.head().openingMoment);
    const auto moment = date ? model::momentOf(*date) : std::nullopt;
    return {{"moment", static_cast<double>(moment.value_or(span.last))},
            {"selection", subjectText(dossier.find(dossier.head().openingSelection))},
            {"first", first - margin * (last - first)},
            {"last", last + margin * (last - first)}};
}

} // namespace

QJsonObject webData(const model::DossierPointer& dossier, const relations::Places& places,
                    const wording::Wording& wording, WebSteps& steps) {
    QJsonObject data{{"title", dossier->head().title},
                     {"summary", dossier->head().summary},
                     {"opening", openingOf(*dossier)},
                     {"themes", themesOf(*dossier)},
                     {"lanes", rowsOf(dossier->lanes())},
                     {"events", eventsOf(*dossier, wording, steps)},
                     {"order", rowsOf(dossier->eventsInOrder() + dossier->undatedEvents())},
                     {"actors", actorsOf(*dossier, wording, steps)},
                     {"sources", sourcesOf(*dossier, wording, steps)},
                     {"citations", citationsOf(*dossier)},
                     {"eras", erasOf(*dossier, wording)},
                     {"perspectives", perspectivesOf(*dossier, wording)},
                     {"stories", storiesOf(*dossier, steps)},
                     {"frames", framesOf(*dossier, places)}};
    addWebTies(data, *dossier, wording, steps);
    return data;
}

} // namespace entente::pictures
