#include "app/presentation/quiz.h"

namespace entente::presentation {

using model::ActorId;
using model::Day;
using model::Period;
using model::PeriodBound;
using model::Tie;

namespace {

constexpr qsizetype mostTies = 4;
constexpr qsizetype mostWrong = 3;
constexpr int momentsTried = 8;

/// Beginning or end: where it may lie. An end is the first day on which the period no longer holds.
std::pair<std::optional<Day>, std::optional<Day>> daysOf(const PeriodBound& bound) {
    if (bound.kind != PeriodBound::Kind::Dated)
        return {};
    const auto known = [](const model::Bound& day) { return day.isKnown() ? std::optional(day.day) : std::nullopt; };
    return {known(bound.date.earliest()), known(bound.date.latest())};
}

bool isSure(model::PeriodState state) {
    return state == model::PeriodState::Held || state == model::PeriodState::InForce ||
           state == model::PeriodState::Signed || state == model::PeriodState::Suspended;
}

} // namespace

void QuizMaker::gatherChanges() {
    for (qsizetype i = 0; i < m_dossier->tables().periods.size(); ++i) {
        const Period& period = m_dossier->tables().periods[i];
        const model::Relationship& row = m_dossier->relationship(period.relationship);
        QString what = m_wording.relationshipLabel(*m_dossier, period.relationship, row.from);
        if (period.state != model::PeriodState::Held)
            what = tr("%1, %2", "relation, state").arg(what, m_wording.state(period.state));
        for (const bool ends : {false, true}) {
            const PeriodBound& bound = ends ? period.to : period.from;
            if (bound.kind == PeriodBound::Kind::Open)
                continue;
            ChangeOfPeriod change;
            change.period = model::PeriodId(i);
            change.ends = ends;
            std::tie(change.first, change.last) = daysOf(bound);
            change.words = (ends ? tr("%1 – %2: “%3” ends") : tr("%1 – %2: “%3” begins"))
                               .arg(nameOf(row.from), nameOf(row.to), what);
            change.mayBeNamed = isSure(period.state) && isFitForCard(change.words) && isNotLater(change.last) &&
                                (!m_options.horizon || isNotLater(daysOf(period.from).second));
            m_changes.append(change);
        }
    }
}

/// Without a horizon all who have ties; else those who surely have had one by then.
void QuizMaker::gatherActors() {
    QSet<ActorId> known;
    for (const Period& period : m_dossier->tables().periods) {
        const model::Relationship& row = m_dossier->relationship(period.relationship);
        if (m_options.horizon && !isNotLater(daysOf(period.from).second))
            continue;
        for (const ActorId actor : {row.from, row.to})
            if (actor.isValid() && isFitForCard(nameOf(actor)))
                known.insert(actor);
    }
    m_actors = QList<ActorId>(known.begin(), known.end());
    std::sort(m_actors.begin(), m_actors.end());
}

QString QuizMaker::nameOf(ActorId actor) const {
    if (!actor.isValid())
        return {};
    const model::Actor& row = m_dossier->actor(actor);
    return row.shownName();
}

/// Days whose network may be asked about: the events' own if only some are asked about.
QList<Day> QuizMaker::moments() const {
    const QList<model::EventId> events = m_options.events.value_or(QList<model::EventId>());
    QList<Day> days;
    if (!m_options.events)
        days = model::changeDays(*m_dossier);
    for (const model::EventId event : events)
        if (event.isValid() && event.index < m_dossier->tables().events.size())
            if (const auto day = model::momentOf(*m_dossier, event))
                days.append(*day);
    days.removeIf([&](Day day) { return !isNotLater(day); });
    return days;
}

bool QuizMaker::mayBeShown(const Tie& tie) const {
    if (tie.kind != Tie::Kind::Relationship || tie.ended || tie.presence != model::Presence::Certain ||
        !isSure(tie.state) || !tie.from.isValid() || !tie.to.isValid() || tie.from == tie.to)
        return false;
    return m_actors.contains(tie.from) && m_actors.contains(tie.to) &&
           isFitForCard(m_wording.relationshipLabel(*m_dossier, tie.relationship, tie.from)) &&
           isFitForCard(m_wording.relationshipLabel(*m_dossier, tie.relationship, tie.to));
}

QList<QuizTie> QuizMaker::tiesOf(ActorId hub, const QList<Tie>& ties) const {
    QList<QuizTie> found;
    for (const Tie& tie : ties) {
        if (tie.kind != Tie::Kind::Relationship || (tie.from != hub && tie.to != hub))
            continue;
        const QuizTie line{m_wording.relationshipLabel(*m_dossier, tie.relationship, hub),
                           nameOf(tie.from == hub ? tie.to : tie.from),
                           tie.lineForm,
                           tie.tenor,
                           tie.state == model::PeriodState::Signed,
                           tie.directed,
                           tie.directed && tie.to == hub};
        const auto isSame = [&](const QuizTie& other) {
            return other.label == line.label && other.other == line.other;
        };
        if (std::none_of(found.begin(), found.end(), isSame))
            found.append(line);
    }
    return found;
}

bool QuizMaker::choose(Question& question, const QuizChoice& right, const QList<QuizChoice>& wrong) {
    QSet<QString> words = {right.words};
    for (const QuizChoice& choice : wrong) {
        if (question.choices.size() == mostWrong || words.contains(choice.words))
            continue;
        words.insert(choice.words);
        question.choices.append(choice);
    }
    if (question.choices.isEmpty())
        return false;
    question.right = m_dice.below(question.choices.size() + 1);
    question.choices.insert(question.right, right);
    return true;
}

std::optional<Question> QuizMaker::makeMissing() {
    for (int i = 0; i < momentsTried && !m_moments.isEmpty(); ++i) {
        const Day moment = m_moments[m_dice.below(m_moments.size())];
        const QList<Tie> ties = model::tiesAt(*m_dossier, moment);
        auto question = m_dice.below(3) ? makeMissingActor(moment, ties) : makeMissingTie(moment, ties);
        if (question)
            return question;
    }
    return {};
}

/// Other actors in random order; at difficulty 2 and 3 those of the same kind come first.
QList<ActorId> QuizMaker::otherActors(ActorId actor, const QList<Tie>& ties) {
    QList<ActorId> others = m_actors;
    others.removeIf([&](ActorId other) {
        return other == actor || std::any_of(ties.begin(), ties.end(), [&](const Tie& tie) {
                   return (tie.from == actor && tie.to == other) || (tie.to == actor && tie.from == other);
               });
    });
    m_dice.shuffle(others);
    if (m_options.difficulty > 1)
        std::stable_partition(others.begin(), others.end(), [&](ActorId other) {
            return m_dossier->actor(other).kind == m_dossier->actor(actor).kind;
        });
    return others;
}

/// Whether another actor may stand where one is blanked: has ties of the same type or words with all whom the ties
/// shown reach.
bool QuizMaker::fits(ActorId other, ActorId blank, const QList<Tie>& shown, const QList<Tie>& ties) const {
    const auto seenFrom = [&](const Tie& tie, ActorId actor) {
        return m_wording.relationshipLabel(*m_dossier, tie.relationship, actor);
    };
    return std::all_of(shown.begin(), shown.end(), [&](const Tie& tie) {
        const ActorId reached = tie.from == blank ? tie.to : tie.from;
        return std::any_of(ties.begin(), ties.end(), [&](const Tie& own) {
            const bool joinsThem = (own.from == other && own.to == reached) || (own.to == other && own.from == reached);
            if (!joinsThem || own.kind != Tie::Kind::Relationship)
                return false;
            return m_dossier->relationship(own.relationship).type == m_dossier->relationship(tie.relationship).type ||
                   seenFrom(own, other) == seenFrom(tie, blank);
        });
    });
}

std::optional<Question> QuizMaker::makeMissingActor(Day moment, const QList<Tie>& ties) {
    QList<Tie> shown = ties;
    shown.removeIf([&](const Tie& tie) { return !mayBeShown(tie); });
    if (shown.isEmpty())
        return {};
    const Tie& drawn = shown[m_dice.below(shown.size())];
    const ActorId actor = m_dice.below(2) ? drawn.from : drawn.to;
    shown.removeIf([&](const Tie& tie) { return tie.from != actor && tie.to != actor; });
    m_dice.shuffle(shown);
    shown = shown.mid(0, mostTies);
    Question question;
    question.kind = QuestionKind::Missing;
    question.moment = moment;
    question.blank = actor;
    question.momentWords = {m_wording.day(moment, wording::Style::Short)};
    question.prompt = tr("Who is missing on %1?", "day").arg(question.momentWords.first());
    question.ties = tiesOf(actor, shown);
    QList<QuizChoice> wrong;
    for (const ActorId other : otherActors(actor, ties))
        if (!fits(other, actor, shown, ties) && nameOf(other) != nameOf(actor))
            wrong.append({nameOf(other), {}, {}});
    question.answer = tr("On %1 it was %2.", "day, actor").arg(question.momentWords.first(), nameOf(actor));
    QList<model::CitationId> sources;
    for (const Tie& tie : shown)
        sources += model::citationsBehind(*m_dossier, tie);
    if (!choose(question, {nameOf(actor), {}, {}}, wrong) || !takeSources(question, sources))
        return {};
    return question;
}

/// The words of ties that do not join the two actors of this one, by type or words, whatever its direction.
QList<QuizChoice> QuizMaker::otherTies(const Tie& drawn, const QList<Tie>& ties) const {
    QStringList heldWords;
    QSet<model::RelationTypeId> heldTypes;
    for (const Tie& tie : ties) {
        const bool joinsThem =
            (tie.from == drawn.from && tie.to == drawn.to) || (tie.from == drawn.to && tie.to == drawn.from);
        if (!joinsThem || tie.kind != Tie::Kind::Relationship)
            continue;
        heldTypes.insert(m_dossier->relationship(tie.relationship).type);
        for (const ActorId end : {drawn.from, drawn.to})
            heldWords.append(m_wording.relationshipLabel(*m_dossier, tie.relationship, end));
    }
    QList<QuizChoice> others;
    for (const Period& period : m_dossier->tables().periods) {
        const model::Relationship& row = m_dossier->relationship(period.relationship);
        const QString words = m_wording.relationshipLabel(*m_dossier, period.relationship, row.from);
        const bool isKnown = !m_options.horizon || isNotLater(daysOf(period.from).second);
        if (isKnown && isFitForCard(words) && !heldWords.contains(words) && !heldTypes.contains(row.type))
            others.append({words, {}, {}});
    }
    return others;
}

std::optional<Question> QuizMaker::makeMissingTie(Day moment, const QList<Tie>& ties) {
    QList<Tie> shown = ties;
    shown.removeIf([&](const Tie& tie) { return !mayBeShown(tie); });
    if (shown.isEmpty())
        return {};
    const Tie drawn = shown[m_dice.below(shown.size())];
    Question question;
    question.kind = QuestionKind::Missing;
    question.moment = moment;
    question.blank = drawn.relationship;
    question.momentWords = {m_wording.day(moment, wording::Style::Short)};
    question.prompt = tr("Which tie is missing on %1?", "day").arg(question.momentWords.first());
    question.hub = nameOf(drawn.from);
    const QString label = m_wording.relationshipLabel(*m_dossier, drawn.relationship, drawn.from);
    question.ties = {{label, nameOf(drawn.to), drawn.lineForm, drawn.tenor, drawn.state == model::PeriodState::Signed,
                      drawn.directed, false}};
    QList<QuizChoice> wrong = otherTies(drawn, ties);
    m_dice.shuffle(wrong);
    question.answer = tr("On %1 it was “%2”: %3 – %4.", "day, tie, from, to")
                          .arg(question.momentWords.first(), label, question.hub, question.ties.first().other);
    if (!choose(question, {label, {}, {}}, wrong) || !takeSources(question, model::citationsBehind(*m_dossier, drawn)))
        return {};
    return question;
}

/// Whether any change of these words may lie among the days, or surely does.
bool QuizMaker::mayLieIn(const QString& changeWords, DayRange between, bool surely) const {
    return std::any_of(m_changes.begin(), m_changes.end(), [&](const ChangeOfPeriod& change) {
        if (change.words != changeWords)
            return false;
        if (surely)
            return change.first && change.last && *change.first > between.first && *change.last <= between.last;
        return !(change.first && *change.first > between.last) && !(change.last && *change.last <= between.first);
    });
}

/// Changes that surely do not lie between the two moments; at difficulty 3 the nearest first, at 2 by lot, at 1 the
/// farthest.
QList<QuizChoice> QuizMaker::wrongChanges(const ChangeOfPeriod& right, DayRange between) {
    QList<ChangeOfPeriod> others = m_changes;
    others.removeIf([&](const ChangeOfPeriod& change) {
        return !change.mayBeNamed || !change.first || !change.last || mayLieIn(change.words, between, false);
    });
    m_dice.shuffle(others);
    const auto distance = [&](const ChangeOfPeriod& change) { return std::abs(*change.first - *right.first); };
    std::stable_sort(others.begin(), others.end(), [&](const ChangeOfPeriod& one, const ChangeOfPeriod& other) {
        if (m_options.difficulty == 2)
            return false;
        return m_options.difficulty == 3 ? distance(one) < distance(other) : distance(one) > distance(other);
    });
    QList<QuizChoice> wrong;
    for (const ChangeOfPeriod& change : others) {
        const Period& period = m_dossier->period(change.period);
        const PeriodBound& bound = change.ends ? period.to : period.from;
        wrong.append({change.words, m_wording.date(bound.date, wording::Style::Short), {}});
    }
    return wrong;
}

std::optional<Question> QuizMaker::makeChanged() {
    QList<ChangeOfPeriod> named = m_changes;
    named.removeIf([&](const ChangeOfPeriod& change) {
        const bool isAmong =
            !m_options.events || std::any_of(m_candidates.begin(), m_candidates.end(), [&](const Candidate& candidate) {
                const Period& period = m_dossier->period(change.period);
                return (change.ends ? period.endedBy : period.begunBy) == candidate.event;
            });
        return !change.mayBeNamed || !change.first || !change.last || !isAmong;
    });
    if (named.isEmpty())
        return {};
    const ChangeOfPeriod right = named[m_dice.below(named.size())];
    const qint64 years = 4 / (1 << (m_options.difficulty - 1)) - 1;
    Question question;
    question.kind = QuestionKind::Changed;
    question.earlier = model::dayOf(model::civilOf(*right.first).year - years, 1, 1) - 1;
    question.moment = model::dayOf(model::civilOf(*right.last).year + years, 12, 31);
    if (m_options.horizon)
        question.moment = std::min(question.moment, *m_options.horizon);
    question.period = right.period;
    question.ends = right.ends;
    question.momentWords = {m_wording.day(question.earlier, wording::Style::Short),
                            m_wording.day(question.moment, wording::Style::Short)};
    question.prompt =
        tr("What changed between %1 and %2?", "two days").arg(question.momentWords[0], question.momentWords[1]);
    question.answer = tr("Between the two: %1.", "change").arg(right.words);
    const Period& period = m_dossier->period(right.period);
    const PeriodBound& bound = right.ends ? period.to : period.from;
    QList<model::CitationId> sources = period.citations;
    const model::EventId event = right.ends ? period.endedBy : period.begunBy;
    if (event.isValid())
        sources += sourcesOf({event});
    const QList<QuizChoice> wrong = wrongChanges(right, {question.earlier, question.moment});
    if (!choose(question, {right.words, m_wording.date(bound.date, wording::Style::Short), {}}, wrong) ||
        !takeSources(question, sources))
        return {};
    return question;
}

} // namespace entente::presentation
