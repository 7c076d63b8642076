#include "tests/relations/layout/support_dossier.h"

namespace entente::relations {

using model::ActorKind;
using model::LineForm;
using model::Meaning;
using model::PeriodState;
using model::Pole;
using model::Tenor;

namespace {

model::PeriodBound boundOf(const QString& text) {
    model::PeriodBound bound;
    if (text == QLatin1String("..")) {
        bound.kind = model::PeriodBound::Kind::Open;
    } else if (!text.isEmpty()) {
        bound.kind = model::PeriodBound::Kind::Dated;
        bound.date = model::Edtf::parse(text).value();
    }
    return bound;
}

} // namespace

Builder::Builder() {
    type("party", LineForm::Double, Tenor::Cooperation, Meaning::Party, false);
    type("signatory", LineForm::Thin, Tenor::Cooperation, Meaning::Signatory, false);
    type("office", LineForm::Plain, Tenor::Neutral, Meaning::Office, true);
    type("supports", LineForm::Single, Tenor::Cooperation, Meaning::Other, true);
    type("sanctions", LineForm::Bar, Tenor::Pressure, Meaning::Other, true);
    type("hostilities", LineForm::Jag, Tenor::Conflict, Meaning::Other, false);
    type("trades", LineForm::Single, Tenor::Cooperation, Meaning::Other, false);
    type("informal", LineForm::Dotted, Tenor::Cooperation, Meaning::Other, false);
    type("allies", LineForm::Double, Tenor::Cooperation, Meaning::Other, false);
}

void Builder::type(const QString& key, LineForm form, Tenor tenor, Meaning meaning, bool directed) {
    m_types[key] = model::RelationTypeId(m_tables.relationTypes.size());
    m_tables.relationTypes << model::RelationType{key, key, {}, directed, form, tenor, meaning};
}

Builder& Builder::actor(const QString& key, ActorKind kind, const QString& name, const QString& code, Pole pole) {
    m_actors[key] = model::ActorId(m_tables.actors.size());
    model::Actor actor;
    actor.key = key;
    actor.kind = kind;
    actor.name = name;
    actor.code = code;
    actor.pole = pole;
    m_tables.actors << actor;
    return *this;
}

Builder& Builder::partOf(const QString& child, const QString& parent) {
    m_tables.actors[actorOf(child).index].partOf = actorOf(parent);
    return *this;
}

Builder& Builder::tie(const QString& key, const QString& from, const QString& type, const QString& to) {
    m_ties[key] = model::RelationshipId(m_tables.relationships.size());
    m_tables.relationships << model::Relationship{key, actorOf(from), actorOf(to), m_types.value(type), {}, {}, {}};
    return *this;
}

Builder& Builder::period(const QString& tie, const QString& from, const QString& to, PeriodState state,
                         const QString& begunBy) {
    model::Period period;
    period.key = QStringLiteral("%1-%2").arg(tie).arg(m_tables.periods.size());
    period.relationship = m_ties.value(tie);
    period.from = boundOf(from);
    period.to = boundOf(to);
    period.state = state;
    period.begunBy = m_events.value(begunBy);
    m_tables.periods << period;
    return *this;
}

Builder& Builder::event(const QString& key, const QString& date, const QStringList& actors) {
    m_events[key] = model::EventId(m_tables.events.size());
    model::Event event;
    event.key = event.title = key;
    event.claims << model::DateClaim{0, model::Edtf::parse(date).value(), {}, {}, true, {}};
    m_tables.events.append(event);
    for (const QString& actor : actors)
        m_tables.participations.append({m_events[key], actorOf(actor), {}, {}});
    return *this;
}

Builder& Builder::pin(const QString& actor, QPointF place) {
    m_tables.placements << model::Placement{actorOf(actor), place};
    return *this;
}

model::DossierPointer Builder::build() const {
    return std::make_shared<const model::Dossier>(m_tables);
}

namespace {

void addActors(Builder& to) {
    to.actor("russia", ActorKind::State, "Russia", "RU", Pole::Left)
        .actor("iran", ActorKind::State, "Iran", "IR", Pole::Right)
        .actor("united-states", ActorKind::State, "United States", "US")
        .actor("israel", ActorKind::State, "Israel", "IL")
        .actor("saudi-arabia", ActorKind::State, "Saudi Arabia", "SA")
        .actor("syria", ActorKind::State, "Syria", "SY")
        .actor("china", ActorKind::State, "China", "CN")
        .actor("france", ActorKind::State, "France", "FR")
        .actor("germany", ActorKind::State, "Germany", "DE")
        .actor("united-kingdom", ActorKind::State, "United Kingdom", "GB");
    for (const char* name :
         {"Putin", "Lavrov", "Pezeshkian", "Rouhani", "Khatami", "Zarif", "Ghalibaf", "Trump", "Assad"})
        to.actor(QString(name).toLower(), ActorKind::Person, name);
    to.actor("kremlin", ActorKind::Organisation, "Kremlin")
        .actor("state-duma", ActorKind::Organisation, "State Duma")
        .actor("majlis", ActorKind::Organisation, "Majlis")
        .actor("ria", ActorKind::Organisation, "RIA Novosti")
        .actor("six-powers", ActorKind::Group, "Six powers")
        .actor("agreement-2001", ActorKind::Agreement, "Treaty of 2001")
        .actor("agreement-2015", ActorKind::Agreement, "Nuclear deal of 2015")
        .actor("agreement-2025", ActorKind::Agreement, "Partnership treaty")
        .actor("onlooker", ActorKind::Group, "Without ties");
    to.partOf("kremlin", "russia").partOf("state-duma", "russia").partOf("majlis", "iran");
}

void addAgreements(Builder& to) {
    to.event("signing-2025", "2025-01-17", {"russia", "iran", "agreement-2025"});
    for (const char* state : {"russia", "iran"}) {
        const QString first = QString(state).left(2);
        to.tie(first + "-party-2001", state, "party", "agreement-2001");
        to.period(first + "-party-2001", "2001-03-12", "2025-10-02?", PeriodState::InForce);
        to.tie(first + "-party-2025", state, "party", "agreement-2025");
        to.period(first + "-party-2025", "2020", "2025-01-17", PeriodState::Proposed);
        to.period(first + "-party-2025", "2025-01-17", "2025-10-02", PeriodState::Signed, "signing-2025");
        to.period(first + "-party-2025", "2025-10-02", "..", PeriodState::InForce);
    }
    for (const char* state : {"russia", "iran", "china", "france", "germany", "united-kingdom", "united-states"}) {
        const QString key = QString(state) + "-party-2015";
        to.tie(key, state, "party", "agreement-2015");
        to.period(key, "2015-07-14", key.startsWith("united-s") ? "2018-05-08" : "..", PeriodState::InForce);
        if (QString(state) != "iran")
            to.tie(QString(state) + "-six", state, "office", "six-powers")
                .period(QString(state) + "-six", "2006", "..");
    }
    to.tie("putin-signs", "putin", "signatory", "agreement-2025").period("putin-signs", "2025-01-17", "..");
    to.tie("pezeshkian-signs", "pezeshkian", "signatory", "agreement-2025")
        .period("pezeshkian-signs", "2025-01-17", "..");
    to.tie("supersedes", "agreement-2025", "trades", "agreement-2001").period("supersedes", "2025-10-02", "..");
}

void addOffices(Builder& to) {
    const auto office = [&](const QString& who, const QString& where, const QString& from, const QString& until) {
        to.tie(who + "-office", who, "office", where).period(who + "-office", from, until);
    };
    office("putin", "russia", "2000-05-07", "..");
    office("lavrov", "russia", "2004-03-09", "..");
    office("khatami", "iran", "1997-08-03", "2005-08-03");
    office("rouhani", "iran", "2013-08-03", "2021-08-03");
    office("pezeshkian", "iran", "2024-07-28", "..");
    office("zarif", "iran", "2013-08-15", "2021-08-25");
    office("ghalibaf", "majlis", "2020-05-28", "..");
    office("trump", "united-states", "2017-01-20", "2021-01-20");
    to.period("trump-office", "2025-01-20", "..");
    office("assad", "syria", "2000-07-17", "2024-12-08");
}

void addOthers(Builder& to) {
    const auto tie = [&](const QString& key, const QString& from, const QString& type, const QString& where,
                         const QString& begin,
                         const QString& end) { to.tie(key, from, type, where).period(key, begin, end); };
    tie("ru-supports-syria", "russia", "supports", "syria", "2015-09-30", "2024-12-08");
    tie("ir-supports-syria", "iran", "supports", "syria", "2011~", "2024-12-08");
    tie("ru-backs-iran", "russia", "supports", "iran", "2018-05-08", "..");
    tie("us-sanctions-iran", "united-states", "sanctions", "iran", "2006", "2016-01-16");
    to.period("us-sanctions-iran", "2018-05-08", "..");
    tie("us-sanctions-russia", "united-states", "sanctions", "russia", "2014", "..");
    tie("information-security", "russia", "trades", "iran", "2021-01-26", "..");
    tie("eaeu-trade", "russia", "trades", "iran", "2025-05-15", "..");
    tie("israel-iran-hostilities", "israel", "hostilities", "iran", "2025-06-13", "2025-06-24");
    tie("israel-iran-rivalry", "israel", "sanctions", "iran", "", "..");
    tie("us-strikes-iran", "united-states", "hostilities", "iran", "2025-06-22", "2025-06-22");
    tie("russia-warns-israel", "russia", "sanctions", "israel", "2025-06-17", "2025-06-24");
    tie("saudi-iran", "saudi-arabia", "sanctions", "iran", "2016", "2023-03-10");
    tie("saudi-iran-wary", "saudi-arabia", "informal", "iran", "2023-03-10", "..");
    tie("us-israel", "united-states", "allies", "israel", "", "..");
    tie("ria-reports", "ria", "informal", "agreement-2025", "2025-04-21", "2025-04-21");
}

} // namespace

model::DossierPointer treatyDossier() {
    Builder builder;
    addActors(builder);
    addAgreements(builder);
    addOffices(builder);
    addOthers(builder);
    return builder.build();
}

Measures plainMeasures() {
    Measures measures;
    measures.name = [](const QString& text) { return 7.0 * static_cast<double>(text.size()); };
    measures.label = [](const QString& text) { return 5.8 * static_cast<double>(text.size()); };
    measures.node = [](ActorKind kind, bool pole, const QString& text) {
        const double name = 6.8 * static_cast<double>(text.size());
        switch (kind) {
        case ActorKind::State:
            return QSizeF(1, 1) * (pole ? 54 : 40);
        case ActorKind::Person:
            return QSizeF(name + 34, 26);
        case ActorKind::Agreement:
            return QSizeF(32, 40);
        default:
            return QSizeF(name + 24, 26);
        }
    };
    return measures;
}

Words plainWords() {
    Words words;
    words.tie = [](const model::Tie& tie) { return tie.ended ? "ended " + tie.label : tie.label; };
    words.sources = [](int count) { return QStringLiteral("%1 sources").arg(count); };
    words.state = [](PeriodState state) { return wordOf(state); };
    words.meaning = [](LineMeaning meaning) {
        constexpr std::array texts{"treaty", "signed", "tie", "informal", "sanctions", "hostilities",
                                   "office", "ended",  "new", "changed",  "gone",      "more ties"};
        return QString::fromLatin1(texts[static_cast<size_t>(meaning)]);
    };
    return words;
}

model::Day day(const QString& edtf) {
    return model::momentOf(model::Edtf::parse(edtf).value()).value();
}

Stage::Stage(model::DossierPointer dossier, Places places)
    : m_dossier(std::move(dossier)), m_places(std::move(places)) {}

Stage::Stage(model::DossierPointer dossier)
    : m_dossier(std::move(dossier)), m_places(placesOf(*m_dossier, plainMeasures())) {}

Scene Stage::at(const QString& moment, QSizeF size, const model::Subject& selection) {
    Input input;
    input.dossier = m_dossier;
    model::NetworkOptions options;
    options.expanded = expandedBy(*m_dossier, selection);
    input.network = networkAt(*m_dossier, day(moment), {}, options);
    input.places = m_places;
    input.frame = QRectF(QPointF(0, 0), size);
    input.selection = selection;
    input.measures = plainMeasures();
    input.words = plainWords();
    QList<Seat>& seats = m_seats[{size.width(), size.height()}];
    if (seats.isEmpty())
        seats =
            seatsOf(*m_dossier, m_places, homeOf(*m_dossier, input.frame, input.measures, input.words), input.measures);
    input.seats = seats;
    return layOut(input);
}

} // namespace entente::relations
