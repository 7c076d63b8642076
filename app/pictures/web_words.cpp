#include "app/pictures/web_parts.h"

namespace entente::pictures {

namespace {

QJsonArray monthsOf(const wording::Wording& wording) {
    QJsonArray months;
    for (int month = 1; month <= 12; ++month)
        months.append(wording.month(month, wording::Style::Short));
    return months;
}

QJsonObject datesOf(const wording::Wording& wording) {
    return {{"months", monthsOf(wording)},
            {"day", WebText::tr("%1 %2 %3", "day month year")},
            {"monthYear", WebText::tr("%1 %2", "month year")},
            {"before", WebText::tr("%1 BCE", "year")},
            {"thousands", WebText::tr("%1 ka", "thousand years ago")},
            {"millions", WebText::tr("%1 Ma", "million years ago")},
            {"billions", WebText::tr("%1 Ga", "billion years ago")}};
}

QJsonObject panelsOf() {
    return {{"timeline", WebText::tr("Timeline")},
            {"timelineHelp", WebText::tr("Arrow keys go from event to event, plus and minus zoom, Shift with the arrow "
                                         "keys pans, 0 shows the whole period.")},
            {"network", WebText::tr("Network")},
            {"networkHelp", WebText::tr("Arrow keys go from actor to actor, Enter selects.")},
            {"stoodOn", WebText::tr("Who stood where on")},
            {"details", WebText::tr("Details")},
            {"moment", WebText::tr("Moment")},
            {"before", WebText::tr("Previous change in the network")},
            {"after", WebText::tr("Next change in the network")},
            {"zoomIn", WebText::tr("Zoom in")},
            {"zoomOut", WebText::tr("Zoom out")},
            {"whole", WebText::tr("Whole period")},
            {"otherLane", WebText::tr("Other events")},
            {"undated", WebText::tr("Undated")},
            {"together", WebText::tr("%1 events close together; press to zoom in")},
            {"noTies", WebText::tr("No tie is recorded on this day.")},
            {"noEvents", WebText::tr("No event fits the filter.")},
            {"blank", WebText::tr("This dossier has no events.")}};
}

QJsonObject filtersOf(const wording::Wording& wording) {
    QJsonArray tenors;
    for (int i = 0; i < 4; ++i)
        tenors.append(wording.tenor(static_cast<model::Tenor>(i)));
    return {{"tenors", tenors},
            {"filters", WebText::tr("Filters")},
            {"allThemes", WebText::tr("All themes")},
            {"allActors", WebText::tr("All actors")},
            {"allEvents", WebText::tr("All events")},
            {"majorEvents", WebText::tr("Key and major events")},
            {"keyEvents", WebText::tr("Key events")},
            {"theme", WebText::tr("Theme")},
            {"actor", WebText::tr("Actor")},
            {"importance", WebText::tr("Importance")},
            {"showAll", WebText::tr("Show all")},
            {"shown", WebText::tr("%1 of %2 events shown")},
            {"allShown", WebText::tr("all %1 events shown")}};
}

QJsonObject searchOf() {
    return {{"search", WebText::tr("Search events, actors and sources")},
            {"hits", WebText::tr("%1 found")},
            {"nothing", WebText::tr("Nothing found")},
            {"event", WebText::tr("Event")},
            {"actor", WebText::tr("Actor")},
            {"tie", WebText::tr("Tie")},
            {"source", WebText::tr("Source")}};
}

QJsonObject detailsOf() {
    return {{"nothing", WebText::tr("Select an event, an actor or a tie to read about it.")},
            {"sources", WebText::tr("Sources")},
            {"noSources", WebText::tr("No source is named.")},
            {"sourceNumber", WebText::tr("Source %1")},
            {"archived", WebText::tr("archived copy")},
            {"cites", WebText::tr("Cited by")},
            {"readings", WebText::tr("How others read it")},
            {"actors", WebText::tr("Actors")},
            {"ties", WebText::tr("Ties")},
            {"events", WebText::tr("Events")},
            {"begins", WebText::tr("Begins")},
            {"ends", WebText::tr("Ends")},
            {"begunBy", WebText::tr("Begun by")},
            {"endedBy", WebText::tr("Ended by")},
            {"periods", WebText::tr("Periods")},
            {"partOf", WebText::tr("Part of")},
            {"previous", WebText::tr("Previous event")},
            {"next", WebText::tr("Next event")}};
}

QJsonObject storiesOf() {
    return {{"stories", WebText::tr("Stories")},
            {"scenes", WebText::tr("%1 scenes")},
            {"scene", WebText::tr("Scene %1 of %2")},
            {"back", WebText::tr("Back")},
            {"on", WebText::tr("Next")},
            {"end", WebText::tr("End the story")},
            {"notes", WebText::tr("More about this")},
            {"answer", WebText::tr("Show the answer")},
            {"keys", WebText::tr("Arrow keys or Page Up and Page Down turn the scenes, Esc ends the story.")}};
}

QJsonObject legendOf() {
    return {{"double", WebText::tr("treaty")},        {"pending", WebText::tr("not in force")},
            {"single", WebText::tr("tie")},           {"dotted", WebText::tr("informal")},
            {"bar", WebText::tr("sanctions")},        {"jag", WebText::tr("hostilities")},
            {"plain", WebText::tr("office, member")}, {"ended", WebText::tr("ended")}};
}

QString cell(const QString& text) {
    return QStringLiteral("<td>%1</td>").arg(webEscaped(text));
}

QString head(const QStringList& names) {
    QString text = QStringLiteral("<thead><tr>");
    for (const QString& name : names)
        text += QStringLiteral("<th scope=\"col\">%1</th>").arg(webEscaped(name));
    return text + QStringLiteral("</tr></thead><tbody>\n");
}

QString eventRows(const model::Dossier& dossier, const wording::Wording& wording, WebSteps& steps) {
    QString rows;
    for (const model::EventId id : dossier.eventsInOrder() + dossier.undatedEvents()) {
        if (!steps.next())
            break;
        const model::ThemeId lane = dossier.laneOf(id);
        QStringList actors;
        for (const model::Participation& row : dossier.participationsOf(id))
            if (row.actor.isValid()) {
                const model::Actor& actor = dossier.actor(row.actor);
                actors.append(actor.shownName());
            }
        actors.removeDuplicates();
        rows += QStringLiteral("<tr data-subject=\"e%1\">").arg(id.index) +
                cell(wording.eventDate(dossier, id, wording::Style::Short)) +
                QStringLiteral("<th scope=\"row\">%1</th>").arg(webEscaped(dossier.titleOf(id))) +
                cell(wording.tenor(dossier.tenorOf(id))) +
                cell(lane.isValid() ? dossier.theme(lane).label : QString()) + cell(actors.join(QStringLiteral(", "))) +
                QStringLiteral("</tr>\n");
    }
    return rows;
}

QString tieRows(const model::Dossier& dossier, const wording::Wording& wording, WebSteps& steps) {
    QString rows;
    for (qsizetype i = 0; i < dossier.tables().relationships.size() && steps.next(); ++i) {
        const model::RelationshipId id(i);
        QStringList periods;
        for (const model::PeriodId period : dossier.periodsOf(id))
            periods.append(wording.period(dossier.period(period), wording::Style::Short));
        rows += QStringLiteral("<tr data-subject=\"r%1\"><th scope=\"row\">%2</th>")
                    .arg(QString::number(i), webEscaped(wording.relationship(dossier, id))) +
                cell(periods.join(QStringLiteral("; "))) + cell(wording.tenor(dossier.tenorOf(id))) +
                QStringLiteral("</tr>\n");
    }
    return rows;
}

QString sourceRow(const model::Dossier& dossier, model::SourceId id, const wording::Wording& wording) {
    const model::Source& source = dossier.source(id);
    QStringList parts = {source.author, source.publisher, wording.sourceDate(source)};
    parts.removeAll(QString());
    parts.removeDuplicates();
    QString row =
        QStringLiteral("<li data-subject=\"s%1\"><b>%2</b> ").arg(QString::number(id.index), webEscaped(source.title)) +
        webEscaped(parts.join(QStringLiteral(", ")));
    if (source.url.startsWith(QStringLiteral("https://")) || source.url.startsWith(QStringLiteral("http://")))
        row += QStringLiteral(" <a rel=\"noreferrer noopener\" target=\"_blank\" href=\"%1\">%1</a>")
                   .arg(webEscaped(source.url));
    return row + QStringLiteral("</li>\n");
}

QString table(const QString& id, const QString& title, const QStringList& columns, const QString& rows) {
    return QStringLiteral("<section><h2>%1</h2>\n<div class=\"scroll\"><table id=\"%2\">").arg(webEscaped(title), id) +
           head(columns) + rows + QStringLiteral("</tbody></table></div></section>\n");
}

} // namespace

QJsonObject webWords(const wording::Wording& wording) {
    return {{"dates", datesOf(wording)}, {"panel", panelsOf()},  {"filter", filtersOf(wording)}, {"search", searchOf()},
            {"detail", detailsOf()},     {"story", storiesOf()}, {"legend", legendOf()}};
}

QString webLists(const model::Dossier& dossier, const wording::Wording& wording, WebSteps& steps) {
    QString text = QStringLiteral("<main id=\"lists\">\n");
    text += table(
        QStringLiteral("events"), WebText::tr("All events"),
        {WebText::tr("Date"), WebText::tr("Event"), WebText::tr("Tenor"), WebText::tr("Theme"), WebText::tr("Actors")},
        eventRows(dossier, wording, steps));
    text += table(QStringLiteral("ties"), WebText::tr("All ties"),
                  {WebText::tr("Tie"), WebText::tr("Periods"), WebText::tr("Tenor")}, tieRows(dossier, wording, steps));
    text += QStringLiteral("<section><h2>%1</h2>\n<ol id=\"sources\">\n").arg(webEscaped(WebText::tr("Sources")));
    for (qsizetype i = 0; i < dossier.tables().sources.size() && steps.next(); ++i)
        text += sourceRow(dossier, model::SourceId(i), wording);
    return text + QStringLiteral("</ol></section>\n</main>\n");
}

} // namespace entente::pictures
