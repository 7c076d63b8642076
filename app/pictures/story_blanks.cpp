#include "app/pictures/story_blanks.h"

namespace entente::pictures {

namespace {

constexpr int ruleInTexts = ruleToWriteOn; // underscores
constexpr int ruleInPictures = 6;
constexpr int ruleInTitles = 5; // beside others
constexpr int ruleForTitles = 12;
constexpr int shortestRule = 2;

/// Of what is drawn with placeholders in it.
void escapeTexts(model::Tables& tables) {
    const auto escape = [](QString& text) { text = escaped(text); };
    for (model::Actor& actor : tables.actors)
        for (QString* text : {&actor.name, &actor.shortName, &actor.code})
            escape(*text);
    for (model::RelationType& type : tables.relationTypes)
        escape(type.label);
    for (model::Relationship& relationship : tables.relationships)
        escape(relationship.label);
    for (qsizetype i = 0; i < tables.events.size(); ++i) {
        model::Event event = tables.events[i];
        for (QString* text : {&event.title, &event.shortTitle, &event.place})
            escape(*text);
        tables.events.replace(i, event);
    }
}

} // namespace

QString wordOf(Blank blank) {
    switch (blank) {
    case Blank::Dates:
        return QStringLiteral("dates");
    case Blank::Names:
        return QStringLiteral("names");
    case Blank::Labels:
        return QStringLiteral("labels");
    case Blank::None:
        break;
    }
    return QStringLiteral("none");
}

std::optional<Blank> blankOf(const QString& word) {
    for (const Blank blank : {Blank::None, Blank::Dates, Blank::Names, Blank::Labels})
        if (wordOf(blank) == word)
            return blank;
    return std::nullopt;
}

Blanks::Blanks(const model::DossierPointer& dossier, const wording::Wording& wording, Blank what, int digits)
    : m_dossier(dossier), m_what(what), m_digits(digits), m_ordinary(*dossier), m_names(*dossier, m_ordinary),
      m_dates(*dossier, m_ordinary, wording) {
    for (qsizetype i = 0; m_what == Blank::Labels && i < dossier->tables().events.size(); ++i)
        m_events.insert(dossier->tables().events[i].key, model::EventId(i));
}

AnswerId Blanks::idOf(const Meaning& what, const QString& text) {
    AnswerId& id = m_ids[what];
    if (!id.isValid()) {
        id = AnswerId(m_answers.size());
        m_answers.append({what, text});
    }
    return id;
}

QString Blanks::ruleFor(const Meaning& what, const QString& text, int length) {
    return textOf(placeholder(idOf(what, text), length));
}

QString Blanks::ruleFor(model::ActorId actor, int length) {
    return ruleFor(actor, m_dossier->actor(actor).shownName(), length);
}

QList<Blanks::Found> Blanks::datesIn(const QString& text) const {
    QList<Found> found;
    for (const WordedDates::Found& date : m_dates.in(text, m_year))
        found.append({date.start, date.length, DateWords{date.date}, date.date});
    return found;
}

QList<Blanks::Found> Blanks::foundIn(const QString& text) const {
    if (m_what == Blank::Dates)
        return datesIn(text);
    QList<Found> found;
    if (m_what == Blank::Names)
        for (const ActorNames::Found& name : m_names.in(text))
            found.append({name.start, name.length, name.actor, m_dossier->actor(name.actor).shownName()});
    return found;
}

QString Blanks::without(const QString& escapedText, int length) {
    QString made;
    qsizetype at = 0;
    for (const Found& found : foundIn(escapedText)) {
        made += escapedText.mid(at, found.start - at) + ruleFor(found.what, found.text, length);
        at = found.start + found.length;
    }
    return made + escapedText.mid(at);
}

void Blanks::beginScene(std::optional<model::Day> moment) {
    m_inScene.clear();
    m_year = moment ? std::optional(model::civilOf(*moment).year) : std::nullopt;
}

void Blanks::noteInScene(const QString& escapedText) {
    for (const Placeholder& placeholder : placeholdersIn(escapedText))
        m_inScene.insert(placeholder.answer);
}

QString Blanks::in(const QString& text) {
    if (!isAny())
        return text;
    QString made = without(escaped(text), ruleInTexts);
    noteInScene(made);
    return made;
}

/// What stands before a date stays, if that is all: "since 30 Sep 2015" asks for the day.
std::pair<QString, QString> Blanks::partsOf(const QString& date) const {
    static const QRegularExpression digit(QStringLiteral("\\d"));
    const QList<Found> found = datesIn(date);
    if (found.size() != 1 || found.first().start + found.first().length < date.size())
        return {QString(), date};
    const QString before = date.left(found.first().start);
    return before.contains(digit) ? std::pair(QString(), date) : std::pair(before, found.first().text);
}

QString Blanks::inDate(const QString& date) {
    if (m_what != Blank::Dates || date.isEmpty())
        return date;
    const auto parts = partsOf(date);
    QString made = parts.first + ruleFor(DateWords{parts.second}, parts.second, ruleInTexts);
    noteInScene(made);
    return made;
}

model::DossierPointer Blanks::in(const model::DossierPointer& dossier) {
    if (!isAny())
        return dossier;
    model::Tables tables = dossier->tables();
    escapeTexts(tables);
    inActors(tables);
    inTies(tables);
    inEvents(tables);
    for (model::Era& era : tables.eras) // too narrow for rules, and maybe for all of their words
        if (!foundIn(era.label).isEmpty() || (m_what == Blank::Labels && isAnswer(era.label)))
            era.label.clear();
    return std::make_shared<const model::Dossier>(tables);
}

bool Blanks::isAnswer(const QString& label) const {
    return std::any_of(m_answers.begin(), m_answers.end(), [&](const Answer& answer) { return answer.text == label; });
}

/// Discs and small forms have their number inside, too: there may be no room for a rule beside them.
void Blanks::inActors(model::Tables& tables) {
    for (qsizetype i = 0; i < tables.actors.size(); ++i) {
        model::Actor& actor = tables.actors[i];
        if (m_what == Blank::Dates) {
            actor.name = without(actor.name, ruleInTitles);
            actor.shortName = without(actor.shortName, ruleInTitles);
        } else if (m_what == Blank::Names || actor.kind == model::ActorKind::Agreement) { // these are labels of ties
            actor.name = ruleFor(model::ActorId(i), ruleInTitles);
            actor.shortName.clear();
            actor.code = ruleFor(model::ActorId(i), 0);
            actor.aliases.clear();
        }
    }
}

void Blanks::inTies(model::Tables& tables) {
    const auto in = [this](QString& label, model::RelationTypeId type, const QString& words) {
        if (!label.isEmpty())
            label = m_what == Blank::Labels ? ruleFor(TieWords{type, words}, words, ruleInPictures)
                                            : without(label, ruleInTitles);
    };
    const model::Tables& whole = m_dossier->tables();
    for (qsizetype i = 0; i < tables.relationTypes.size(); ++i)
        in(tables.relationTypes[i].label, model::RelationTypeId(i), whole.relationTypes[i].label);
    for (qsizetype i = 0; i < tables.relationships.size(); ++i)
        in(tables.relationships[i].label, whole.relationships[i].type, whole.relationships[i].label);
}

/// What is known on a day has other rows than all that is.
void Blanks::inEvents(model::Tables& tables) {
    for (qsizetype i = 0; i < tables.events.size(); ++i) {
        model::Event event = tables.events[i];
        if (m_what == Blank::Labels) {
            const model::EventId whole = m_events.value(event.key);
            event.title = ruleFor(whole, m_dossier->shortTitleOf(whole), ruleForTitles);
            event.shortTitle.clear();
        } else {
            event.title = without(event.title, ruleInTitles);
            event.shortTitle = without(event.shortTitle, ruleInTitles);
        }
        tables.events.replace(i, event);
    }
}

void Blanks::in(Sheet& sheet) {
    if (!isAny())
        return;
    for (Strip& strip : sheet.timeline.strips)
        in(strip.scene, sheet.timeline.look);
    for (NetworkPart& network : sheet.networks)
        in(network.scene, network.look);
}

/// With the longest rule that has room.
QString Blanks::fitting(const std::function<QString(int length)>& make, const theme::Theme& look, theme::Type type,
                        double width) const {
    const auto widthOf = [&](const QString& text) { return look.width(text, type); };
    int length = ruleInPictures;
    while (length > shortestRule && widthOf(widest(make(length), widthOf)) > width)
        --length;
    return make(length);
}

void Blanks::in(timeline::Scene& scene, const theme::Theme& look) {
    for (timeline::Label& label : scene.labels) {
        if (m_what == Blank::Dates && !label.date.isEmpty()) {
            const auto parts = partsOf(label.date);
            const auto make = [&](int length) {
                return parts.first + ruleFor(DateWords{parts.second}, parts.second, length);
            };
            label.date = fitting(make, look, theme::Type::Date, label.box.width());
            noteInScene(label.date);
        }
        noteInScene(label.title);
    }
    for (timeline::Lane& lane : scene.laneList)
        if (!foundIn(lane.name.join(' ')).isEmpty())
            lane.name.clear();
    scene.hints.clear(); // they name events that are out of view, with their dates
    if (m_what == Blank::Dates)
        inAxis(scene);
}

void Blanks::inAxis(timeline::Scene& scene) {
    if (scene.cursor)
        scene.flagText = Text::tr("?", "in place of a date");
    for (timeline::Tick& tick : scene.ticks)
        if (tells(tick.text))
            tick.text.clear();
    scene.calendarTicks.clear();
    scene.calendarName.clear();
}

/// Whether a word of the axis gives an answer away: months and days do, and years in which an answer lies.
bool Blanks::tells(const QString& tick) const {
    static const QRegularExpression year(QStringLiteral("\\d{3}|BCE"));
    return !tick.contains(year) ||
           std::any_of(m_inScene.begin(), m_inScene.end(), [&](AnswerId id) { return answer(id).text.contains(tick); });
}

/// The words at ties that are not of the ties, as the years of what ended.
void Blanks::in(relations::Scene& scene, const theme::Theme& look) {
    scene.emptyText = without(scene.emptyText, ruleInTitles);
    for (relations::Line& line : scene.lines)
        if (!line.labelBox.isNull())
            line.label = fitting([&](int length) { return without(line.label, length); }, look, theme::Type::Date,
                                 line.labelBox.width());
    if (m_what == Blank::Labels)
        inLegend(scene.legend);
}

/// Without what the ties say themselves, and without gaps.
void Blanks::inLegend(QList<relations::LegendItem>& legend) const {
    QList<relations::LegendItem> kept;
    double shift = 0;
    for (qsizetype i = 0; i < legend.size(); ++i) {
        relations::LegendItem item = legend.at(i);
        const bool beginsRow = i == 0 || legend.at(i - 1).box.top() < item.box.top();
        if (beginsRow)
            shift = 0;
        if (!isAnswer(item.text)) {
            item.sample.translate(-shift, 0);
            item.box.translate(-shift, 0);
            kept.append(item);
        } else if (i + 1 < legend.size()) {
            shift += legend.at(i + 1).sample.x1() - item.sample.x1();
        }
    }
    legend = kept;
}

void forEachText(Sheet& sheet, const TakeText& take) {
    for (NetworkPart& network : sheet.networks) {
        for (relations::Node& node : network.scene.nodes) {
            take(node.text, true);
            take(node.name, !node.nameBox.isNull());
        }
        for (relations::Line& line : network.scene.lines)
            take(line.label, !line.labelBox.isNull());
        take(network.scene.emptyText, true);
    }
    for (Strip& strip : sheet.timeline.strips) {
        for (timeline::Label& label : strip.scene.labels) {
            take(label.date, true);
            take(label.title, true);
        }
        for (timeline::TrayItem& item : strip.scene.trayItems)
            take(item.text, true);
    }
}

} // namespace entente::pictures
