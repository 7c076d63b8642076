#include "db/exchange/forms.h"

namespace entente::exchange {

using namespace model;

namespace {
constexpr int mostAny = std::numeric_limits<int>::max();

/// A column whose cell is read and written by functions of the value.
template <typename Row, typename Value>
Column<Row> value(const QString& name, Value Row::*member, Value (*read)(const Cell&), QString (*write)(const Value&)) {
    return {name, [=](Row& row, const Cell& cell) { row.*member = read(cell); },
            [=](const Row& row, const Keys&) { return write(row.*member); }};
}

QString textOfDate(const Edtf& date) {
    return date.text();
}

QString textOfBound(const PeriodBound& bound) {
    return bound.text();
}

QString same(const QString& text) {
    return text;
}

/// A column of the claim inside a row of date_claim.
Column<ClaimRow> ofClaim(const Column<DateClaim>& column) {
    return {column.name, [=](ClaimRow& row, const Cell& cell) { column.read(row.claim, cell); },
            [=](const ClaimRow& row, const Keys& keys) { return column.write(row.claim, keys); }};
}

Column<Placement> coordinate(const QString& name, qreal& (QPointF::*access)()) {
    return {name,
            [=](Placement& row, const Cell& cell) {
                const std::optional<double> number = readFraction(cell);
                if (cell.text.isEmpty())
                    cell.refuse(Text::tr("A number is missing."), Text::tr("a fraction of the layout's frame"));
                (row.place.*access)() = number.value_or(0);
            },
            [=](const Placement& row, const Keys&) {
                QPointF place = row.place;
                return writeNumber((place.*access)());
            }};
}
} // namespace

Form<Head> dossierForm() {
    return {"dossier",
            {text("title", &Head::title), text("subtitle", &Head::subtitle), text("summary", &Head::summary),
             text("language", &Head::language), text("authors", &Head::authors), text("licence", &Head::licence),
             text("version", &Head::version), text("created", &Head::created), text("modified", &Head::modified),
             text("opening_selection", &Head::openingSelection), dateText("opening_moment", &Head::openingMoment)}};
}

Form<Source> sourceForm() {
    return {"source",
            {key(&Source::key), text("kind", &Source::kind), text("title", &Source::title),
             text("author", &Source::author), text("publisher", &Source::publisher),
             text("published", &Source::published), text("url", &Source::url),
             text("archived_url", &Source::archivedUrl), text("accessed", &Source::accessed),
             text("licence", &Source::licence)}};
}

Form<Citation> citationForm() {
    return {"citation",
            {key(&Citation::key), reference("source", &Citation::source, Need::Needed),
             text("locator", &Citation::locator), text("note", &Citation::note),
             text("quotation", &Citation::quotation)}};
}

Form<Theme> themeForm() {
    return {"theme",
            {key(&Theme::key), text("label", &Theme::label), text("icon", &Theme::icon),
             number("position", &Theme::position, 0, mostAny), reference("lane", &Theme::lane, Need::Optional)}};
}

Form<EventKind> eventKindForm() {
    return {"event_kind",
            {key(&EventKind::key), text("label", &EventKind::label), word("mark", &EventKind::mark),
             word("tenor", &EventKind::tenor)}};
}

Form<Event> eventForm() {
    return {"event",
            {key(&Event::key), text("title", &Event::title), text("short_title", &Event::shortTitle),
             text("summary", &Event::summary), reference("kind", &Event::kind, Need::Needed),
             word("tenor", &Event::tenor), reference("tenor_citation", &Event::tenorCitation, Need::Optional),
             number("importance", &Event::importance, lowestImportance, keyImportance), text("place", &Event::place),
             word("certainty", &Event::certainty), references("themes", &Event::themes),
             references("citations", &Event::citations), references("media", &Event::media)}};
}

Form<ClaimRow> dateClaimForm() {
    return {"date_claim",
            {reference("event", &ClaimRow::event, Need::Needed),
             ofClaim(number("position", &DateClaim::position, 0, mostAny)),
             ofClaim(value("edtf", &DateClaim::date, readDate, textOfDate)),
             ofClaim(text("calendar", &DateClaim::calendar)), ofClaim(text("note", &DateClaim::note)),
             ofClaim(flag("preferred", &DateClaim::preferred)),
             ofClaim(references("citations", &DateClaim::citations))}};
}

Form<Actor> actorForm() {
    return {"actor",
            {key(&Actor::key),
             word("kind", &Actor::kind),
             text("name", &Actor::name),
             text("short_name", &Actor::shortName),
             text("code", &Actor::code),
             text("summary", &Actor::summary),
             reference("part_of", &Actor::partOf, Need::Optional),
             {"pole",
              [](Actor& row, const Cell& cell) {
                  if (!cell.text.isEmpty())
                      row.pole = readWord<Pole>(cell).value_or(Pole::None);
              },
              [](const Actor& row, const Keys&) { return row.pole == Pole::None ? QString() : wordOf(row.pole); }},
             value("aliases", &Actor::aliases, readAliases, writeAliases),
             references("citations", &Actor::citations),
             references("media", &Actor::media)}};
}

Form<Participation> participationForm() {
    return {"participation",
            {reference("event", &Participation::event, Need::Needed),
             reference("actor", &Participation::actor, Need::Needed), text("role", &Participation::role),
             references("citations", &Participation::citations)}};
}

Form<RelationType> relationTypeForm() {
    return {"relation_type",
            {key(&RelationType::key), text("label", &RelationType::label),
             text("inverse_label", &RelationType::inverseLabel), flag("directed", &RelationType::directed),
             word("line_form", &RelationType::lineForm), word("tenor", &RelationType::tenor),
             word("meaning", &RelationType::meaning)}};
}

Form<Relationship> relationshipForm() {
    return {"relationship",
            {key(&Relationship::key), reference("from_actor", &Relationship::from, Need::Needed),
             reference("to_actor", &Relationship::to, Need::Needed),
             reference("type", &Relationship::type, Need::Needed), text("label", &Relationship::label),
             word("tenor", &Relationship::tenor),
             reference("tenor_citation", &Relationship::tenorCitation, Need::Optional)}};
}

Form<Period> periodForm() {
    return {"period",
            {key(&Period::key), reference("relationship", &Period::relationship, Need::Needed),
             value("from_edtf", &Period::from, readBound, textOfBound),
             value("to_edtf", &Period::to, readBound, textOfBound), word("state", &Period::state),
             reference("begun_by", &Period::begunBy, Need::Optional),
             reference("ended_by", &Period::endedBy, Need::Optional), references("citations", &Period::citations)}};
}

Form<Perspective> perspectiveForm() {
    return {"perspective",
            {key(&Perspective::key), reference("holder", &Perspective::holder, Need::Needed),
             reference("event", &Perspective::event, Need::Optional),
             reference("actor", &Perspective::actor, Need::Optional),
             reference("relationship", &Perspective::relationship, Need::Optional),
             word("stance", &Perspective::stance), text("summary", &Perspective::summary),
             references("citations", &Perspective::citations)}};
}

Form<Era> eraForm() {
    return {"era",
            {key(&Era::key), text("label", &Era::label), value("edtf", &Era::date, readDate, textOfDate),
             number("band", &Era::band, 0, mostAny), reference("actor", &Era::actor, Need::Optional),
             references("citations", &Era::citations)}};
}

Form<Media> mediaForm() {
    return {"media",
            {key(&Media::key), text("type", &Media::type), text("alt_text", &Media::altText),
             text("credit", &Media::credit), text("licence", &Media::licence)}};
}

Form<Story> storyForm() {
    return {"story",
            {key(&Story::key), text("title", &Story::title), text("summary", &Story::summary),
             count("minutes", &Story::minutes), number("position", &Story::position, 0, mostAny)}};
}

static QList<Column<Scene>> sceneWords() {
    return {key(&Scene::key),
            reference("story", &Scene::story, Need::Needed),
            number("position", &Scene::position, 0, mostAny),
            text("headline", &Scene::headline),
            text("notes", &Scene::notes),
            count("seconds", &Scene::seconds),
            text("question", &Scene::question),
            text("answer", &Scene::answer)};
}

static QList<Column<Scene>> sceneView() {
    return {dateText("span_from", &Scene::spanFrom),
            dateText("span_to", &Scene::spanTo),
            dateText("moment", &Scene::moment),
            dateText("compare_moment", &Scene::compareMoment),
            text("selection", &Scene::selection),
            text("focus", &Scene::focus),
            count("focus_steps", &Scene::focusSteps),
            value("filter", &Scene::filter, readFilter, same),
            text("view", &Scene::view),
            text("lanes_by", &Scene::lanesBy),
            fraction("network_x", &Scene::networkX),
            fraction("network_y", &Scene::networkY),
            fraction("network_zoom", &Scene::networkZoom),
            flag("hide_later", &Scene::hideLater),
            flag("hide_dates", &Scene::hideDates),
            flag("hide_names", &Scene::hideNames)};
}

Form<Scene> sceneForm() {
    return {"scene", sceneWords() + sceneView() +
                         QList<Column<Scene>>{value("points", &Scene::points, readList, joinList),
                                              references("citations", &Scene::citations)}};
}

Form<Placement> placementForm() {
    return {"placement",
            {reference("actor", &Placement::actor, Need::Needed), coordinate("x", &QPointF::rx),
             coordinate("y", &QPointF::ry)}};
}

Form<Translation> translationForm() {
    return {"translation",
            {text("language", &Translation::language), text("subject", &Translation::subject),
             text("field", &Translation::field), text("text", &Translation::text)}};
}

QString mediaFileName(const Media& media) {
    static const QHash<QString, QString> extensions = {
        {"image/png", "png"},       {"image/jpeg", "jpg"}, {"image/gif", "gif"},  {"image/webp", "webp"},
        {"image/svg+xml", "svg"},   {"image/tiff", "tif"}, {"audio/mpeg", "mp3"}, {"audio/ogg", "ogg"},
        {"application/pdf", "pdf"}, {"video/mp4", "mp4"},  {"text/plain", "txt"}};
    return QString("media/%1.%2").arg(media.key, extensions.value(media.type, "bin"));
}

} // namespace entente::exchange
