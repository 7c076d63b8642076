#include "tests/presentation/support_quiz.h"

namespace entente::test {

using namespace model;
using presentation::Question;
using presentation::QuestionKind;

namespace {

Edtf date(const QString& text) {
    const auto parsed = Edtf::parse(text);
    Q_ASSERT(parsed);
    return *parsed;
}

PeriodBound boundOf(const QString& text) {
    if (text.isEmpty())
        return {};
    if (text == QLatin1String(".."))
        return {PeriodBound::Kind::Open, {}};
    return {PeriodBound::Kind::Dated, date(text)};
}

void addEvent(Tables& tables, const QString& title, const QString& dates) {
    Event event;
    event.key = QStringLiteral("event-%1").arg(tables.events.size());
    event.title = title;
    event.kind = EventKindId(0);
    event.themes = {ThemeId(0)};
    for (const QString& text : dates.split('|', Qt::SkipEmptyParts)) {
        DateClaim claim;
        claim.position = static_cast<int>(event.claims.size()) + 1;
        claim.date = date(text);
        claim.preferred = event.claims.isEmpty();
        claim.citations = {CitationId(tables.events.size() % 3)};
        event.claims.append(claim);
    }
    event.citations = {CitationId((tables.events.size() + 1) % 3)};
    tables.events.append(event);
}

void addTie(Tables& tables, qsizetype from, qsizetype to, qsizetype type, const QString& begin, const QString& end) {
    const QString key = QStringLiteral("tie-%1").arg(tables.relationships.size());
    Period period;
    period.key = key + QStringLiteral("-1");
    period.relationship = RelationshipId(tables.relationships.size());
    period.from = boundOf(begin);
    period.to = boundOf(end);
    period.citations = {CitationId(tables.relationships.size() % 3)};
    tables.relationships.append({key, ActorId(from), ActorId(to), RelationTypeId(type), {}, {}, {}});
    tables.periods.append(period);
}

Tables emptyTables() {
    Tables tables;
    tables.head.title = QStringLiteral("A dossier made up for quizzes");
    tables.themes.append({QStringLiteral("one"), QStringLiteral("One"), QStringLiteral("document"), 1, {}});
    tables.eventKinds.append({QStringLiteral("fact"), QStringLiteral("Fact"), Mark::Square, Tenor::Cooperation});
    const QStringList published = {"1999-05-01", "2024-11-03", ""};
    for (qsizetype i = 0; i < published.size(); ++i) {
        Source source;
        source.key = QStringLiteral("source-%1").arg(i);
        source.title = QStringLiteral("A report on the events, part %1").arg(i + 1);
        source.author = QStringLiteral("An author");
        source.published = published[i];
        tables.sources.append(source);
        tables.citations.append(
            {QStringLiteral("c%1").arg(i), SourceId(i), QStringLiteral("page %1").arg(i + 7), {}, {}});
    }
    return tables;
}

} // namespace

Tables quizTables() {
    Tables tables = emptyTables();
    const QStringList dates = {"-0043-03-15",
                               "-0330",
                               "0476-09-04",
                               "1648",
                               "[1914-06-28,1914-07-28]",
                               "1919-06-28",
                               "1945-05-08|1945-05-09",
                               "1945-05-09",
                               "1945-09-02",
                               "1957-03~",
                               "[..1960]",
                               "196X",
                               "1975-08-01|1976",
                               "1989-11-09",
                               "1989-11-09",
                               "1991?",
                               "[2004..]",
                               "2007-12-13",
                               "2010/..",
                               "2011/2014-05",
                               "2016-06-23",
                               "2020-01-31",
                               "",
                               "",
                               "XXXX",
                               "2013-11/"};
    for (qsizetype i = 0; i < dates.size(); ++i)
        addEvent(tables, QStringLiteral("The happening of letter %1").arg(QChar('A' + static_cast<int>(i))), dates[i]);
    const QStringList types = {"allied with", "trades with", "imposes sanctions on", "mediates for"};
    for (const QString& label : types)
        tables.relationTypes.append({QString(label).replace(' ', '-'), label,
                                     label == types[2] ? QStringLiteral("is under sanctions of") : QString(),
                                     label == types[2], LineForm::Single, Tenor::Cooperation, Meaning::Other});
    for (int i = 0; i < 9; ++i) {
        Actor actor;
        actor.key = QStringLiteral("actor-%1").arg(i);
        actor.name = QStringLiteral("Land number %1").arg(i + 1);
        actor.kind = i < 6 ? ActorKind::State : ActorKind::Organisation;
        tables.actors.append(actor);
    }
    addTie(tables, 0, 1, 0, "1949-04-04", "..");
    addTie(tables, 0, 2, 1, "1957", "2020-01-31");
    addTie(tables, 1, 2, 0, "1955-05-14", "1991-07-01");
    addTie(tables, 1, 3, 2, "1960~", "1975");
    addTie(tables, 3, 4, 1, "1989-11", "");
    addTie(tables, 4, 5, 2, "2014-03-17", "..");
    addTie(tables, 6, 5, 3, "2015", "2016-12");
    addTie(tables, 7, 0, 3, "", "2001-09-11");
    addTie(tables, 8, 2, 0, "2007-12-13", "2012");
    addTie(tables, 4, 5, 1, "2003", "2014-03-17");
    return tables;
}

Tables withoutEvidence(Tables tables) {
    tables.citations.clear();
    tables.sources.clear();
    QList<Event> events;
    for (qsizetype i = 0; i < tables.events.size(); ++i) {
        Event event = tables.events[i];
        event.citations.clear();
        for (DateClaim& claim : event.claims)
            claim.citations.clear();
        events.append(event);
    }
    tables.events = {};
    for (const Event& event : events)
        tables.events.append(event);
    for (Period& period : tables.periods)
        period.citations.clear();
    return tables;
}

Tables tablesOfDates(const QStringList& dates) {
    Tables tables = emptyTables();
    for (qsizetype i = 0; i < dates.size(); ++i)
        addEvent(tables, QStringLiteral("The happening of letter %1").arg(QChar('A' + static_cast<int>(i))), dates[i]);
    return tables;
}

bool mayNotComeBefore(const Dossier& dossier, EventId one, EventId other) {
    const QList<DateClaim> claims = dossier.event(one).claims;
    const QList<DateClaim> others = dossier.event(other).claims;
    if (claims.isEmpty() || others.isEmpty())
        return true;
    for (const DateClaim& claim : claims)
        for (const DateClaim& against : others)
            if (!claim.date.latest().isKnown() || !against.date.earliest().isKnown() ||
                claim.date.latest().day >= against.date.earliest().day)
                return true;
    return false;
}

namespace {

QString faultOfOrder(const Dossier& dossier, const Question& question) {
    QList<int> order = question.order;
    if (question.kind == QuestionKind::First)
        order = {static_cast<int>(question.right), 1 - static_cast<int>(question.right)};
    const qsizetype least = question.kind == QuestionKind::First ? 2 : 3;
    if (order.size() < least || order.size() > (least == 2 ? 2 : 6) || order.size() != question.choices.size())
        return QStringLiteral("%1 cards").arg(order.size());
    for (qsizetype i = 1; i < order.size(); ++i)
        if (mayNotComeBefore(dossier, question.choices[order[i - 1]].event, question.choices[order[i]].event))
            return QStringLiteral("no sure order: %1").arg(question.answer);
    return {};
}

/// A tie that may join two actors on the day, of the same words as seen from the first.
bool mayBeTied(const Dossier& dossier, const QString& from, const QString& label, const QString& to, Day day) {
    const wording::Wording wording;
    for (qsizetype i = 0; i < dossier.tables().periods.size(); ++i) {
        const Period& period = dossier.tables().periods[i];
        if (presenceOn(period, day) == Presence::None)
            continue;
        const Relationship& row = dossier.relationship(period.relationship);
        const auto name = [&](ActorId id) {
            const Actor& actor = dossier.actor(id);
            return actor.shownName();
        };
        for (const bool turned : {false, true}) {
            const ActorId one = turned ? row.to : row.from;
            const ActorId other = turned ? row.from : row.to;
            if (name(one) == from && name(other) == to &&
                wording.relationshipLabel(dossier, period.relationship, one) == label)
                return true;
        }
    }
    return false;
}

QString faultOfMissing(const Dossier& dossier, const Question& question) {
    if (question.ties.isEmpty())
        return QStringLiteral("nothing shown");
    for (qsizetype i = 0; i < question.choices.size(); ++i) {
        const QString words = question.choices[i].words;
        const bool fits = std::all_of(question.ties.begin(), question.ties.end(), [&](const auto& tie) {
            return question.hub.isEmpty() ? mayBeTied(dossier, words, tie.label, tie.other, question.moment)
                                          : mayBeTied(dossier, question.hub, words, tie.other, question.moment);
        });
        if (fits != (i == question.right))
            return QStringLiteral("%1: “%2” fits: %3").arg(question.prompt, words).arg(fits);
    }
    return {};
}

/// Whether some begin or end that a choice's words tell of surely lies, or may lie, between the two moments.
QString faultOfChanged(const Dossier& dossier, const Question& question) {
    const Comparison between = compare(dossier, question.earlier, question.moment);
    const wording::Wording wording;
    for (qsizetype i = 0; i < question.choices.size(); ++i) {
        Presence found = Presence::None;
        for (const PeriodDifference& difference : between.periods) {
            const Relationship& row = dossier.relationship(dossier.period(difference.period).relationship);
            const QString label =
                wording.relationshipLabel(dossier, dossier.period(difference.period).relationship, row.from);
            const auto name = [&](ActorId id) {
                const Actor& actor = dossier.actor(id);
                return actor.shownName();
            };
            const QString& words = question.choices[i].words;
            if (!words.startsWith(name(row.from) + QStringLiteral(" – ") + name(row.to) + QStringLiteral(": “") +
                                  label))
                continue;
            if (words.contains(QStringLiteral(", ")) &&
                !words.contains(wording.state(dossier.period(difference.period).state)))
                continue;
            found = std::max(found, words.endsWith(QStringLiteral("begins")) ? difference.begins : difference.ends);
        }
        if ((i == question.right && found != Presence::Certain) || (i != question.right && found != Presence::None))
            return QStringLiteral("%1: “%2”").arg(question.prompt, question.choices[i].words);
    }
    return {};
}

QString faultOfWhen(const Dossier& dossier, const Question& question) {
    QList<presentation::DayRange> claims;
    for (const DateClaim& claim : dossier.event(question.choices.first().event).claims)
        claims.append({claim.date.earliest().day, claim.date.latest().day});
    if (claims.isEmpty() || claims != question.claims)
        return QStringLiteral("other claims than the event has");
    for (const auto& claim : claims)
        if (claim.first < question.span.first || claim.last > question.span.last)
            return QStringLiteral("a claim lies outside the axis");
    return {};
}

} // namespace

QString faultOf(const Dossier& dossier, const Question& question) {
    if (question.prompt.isEmpty() || question.answer.isEmpty())
        return QStringLiteral("no words");
    if (question.sources.isEmpty() == !dossier.tables().citations.isEmpty())
        return QStringLiteral("sources do not suit the dossier: %1").arg(question.answer);
    if (!question.sources.isEmpty() && question.sourceWords.isEmpty())
        return QStringLiteral("sources without words");
    const bool isCards = question.kind != QuestionKind::Order && question.kind != QuestionKind::When;
    if (isCards && (question.right < 0 || question.right >= question.choices.size() || question.choices.size() < 2))
        return QStringLiteral("no right choice among others");
    QSet<QString> words;
    for (const auto& choice : question.choices)
        words.insert(choice.words);
    if (words.size() != question.choices.size() || words.contains(QString()))
        return QStringLiteral("choices that look the same");
    switch (question.kind) {
    case QuestionKind::First:
    case QuestionKind::Order:
        return faultOfOrder(dossier, question);
    case QuestionKind::When:
        return faultOfWhen(dossier, question);
    case QuestionKind::Missing:
        return faultOfMissing(dossier, question);
    case QuestionKind::Changed:
        break;
    }
    return faultOfChanged(dossier, question);
}

QStringList textsOf(const Question& question) {
    QStringList texts = {question.prompt, question.answer, question.hub};
    for (const auto& choice : question.choices)
        texts += {choice.words, choice.date};
    for (const auto& tie : question.ties)
        texts += {tie.label, tie.other};
    return texts + question.momentWords + question.sourceWords;
}

} // namespace entente::test
