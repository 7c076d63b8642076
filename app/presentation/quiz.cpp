#include "app/presentation/quiz.h"

#include "app/presentation/visible.h"

#include <QRegularExpression>

namespace entente::presentation {

using model::CitationId;
using model::Day;
using model::EventId;

namespace {

constexpr qsizetype longestCard = 70;
constexpr qsizetype mostCandidates = 2000;
constexpr int attempts = 12;

/// Every year that a text names as four digits that stand alone.
QList<qint64> yearsIn(const QString& text) {
    static const QRegularExpression year(QStringLiteral("(?<![0-9])([12][0-9]{3})(?![0-9])"));
    QList<qint64> years;
    auto matches = year.globalMatch(text);
    while (matches.hasNext())
        years.append(matches.next().captured(1).toLongLong());
    return years;
}

bool namesYearOf(const QString& text, const EventRange& range) {
    const QList<qint64> years = yearsIn(text);
    return std::any_of(years.begin(), years.end(), [&](qint64 year) {
        const bool isEarly = range.first && year < model::civilOf(*range.first).year;
        const bool isLate = range.last && year > model::civilOf(*range.last).year;
        return !isEarly && !isLate;
    });
}

} // namespace

EventRange rangeOf(const model::Dossier& dossier, EventId event) {
    const QList<model::DateClaim> claims = dossier.event(event).claims;
    if (claims.isEmpty())
        return {};
    Day first = std::numeric_limits<Day>::max();
    Day last = std::numeric_limits<Day>::min();
    bool hasFirst = true;
    bool hasLast = true;
    for (const model::DateClaim& claim : claims) {
        const model::Bound earliest = claim.date.earliest();
        const model::Bound latest = claim.date.latest();
        hasFirst = hasFirst && earliest.isKnown();
        hasLast = hasLast && latest.isKnown();
        first = std::min(first, earliest.day);
        last = std::max(last, latest.day);
    }
    return {hasFirst ? std::optional(first) : std::nullopt, hasLast ? std::optional(last) : std::nullopt};
}

bool comesBefore(const EventRange& one, const EventRange& other) {
    return one.last && other.first && *one.last < *other.first;
}

bool namesLaterYear(const QString& text, Day day) {
    const QList<qint64> years = yearsIn(text);
    return std::any_of(years.begin(), years.end(), [&](qint64 year) { return year > model::civilOf(day).year; });
}

double gradeChoice(const Question& question, qsizetype choice) {
    return choice == question.right ? 1 : 0;
}

OrderGrade gradeOrder(const Question& question, const QList<int>& order) {
    OrderGrade grade;
    grade.isInPlace = QList<bool>(question.order.size(), false);
    QList<int> sorted = order;
    QList<int> wanted = question.order;
    std::sort(sorted.begin(), sorted.end());
    std::sort(wanted.begin(), wanted.end());
    if (sorted != wanted)
        return grade;
    for (qsizetype i = 0; i < order.size(); ++i)
        grade.isInPlace[i] = order[i] == question.order[i];
    grade.inPlace = static_cast<int>(grade.isInPlace.count(true));
    grade.exact = order == question.order;
    return grade;
}

double gradeDay(const Question& question, Day day) {
    double nearest = std::numeric_limits<double>::infinity();
    for (const DayRange& claim : question.claims)
        nearest = std::min(nearest, static_cast<double>(std::max({claim.first - day, day - claim.last, Day(0)})));
    return std::max(0.0, 1 - nearest / question.tolerance);
}

quint64 Dice::roll() {
    m_state += 0x9E3779B97F4A7C15ULL;
    quint64 mixed = m_state;
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9ULL;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBULL;
    return mixed ^ (mixed >> 31);
}

QuizMaker::QuizMaker(model::DossierPointer dossier, const wording::Wording& wording, const QuizOptions& options)
    : m_dossier(std::move(dossier)), m_wording(wording), m_options(options), m_dice(options.seed) {
    m_options.difficulty = std::clamp(m_options.difficulty, 1, 3);
    gatherEvents();
    gatherChanges();
    gatherActors();
    m_moments = moments();
}

void QuizMaker::gatherEvents() {
    QList<EventId> events = m_options.events ? *m_options.events : m_dossier->eventsInOrder();
    const qsizetype count = m_dossier->tables().events.size();
    events.removeIf([&](EventId event) { return !event.isValid() || event.index >= count; });
    const bool isMany = events.size() > mostCandidates;
    if (isMany)
        m_dice.shuffle(events);
    std::sort(events.begin(), events.begin() + std::min(events.size(), mostCandidates));
    events.resize(std::min(events.size(), mostCandidates));
    events.erase(std::unique(events.begin(), events.end()), events.end());
    for (const EventId event : events) {
        if (const auto candidate = candidateOf(event))
            m_candidates.append(*candidate);
    }
}

bool QuizMaker::isFitForCard(const QString& words) const {
    return !words.isEmpty() && words.size() <= longestCard &&
           !(m_options.horizon && namesLaterYear(words, *m_options.horizon)) && said(words) == words;
}

QString QuizMaker::said(const QString& text) const {
    return visibleWords(*m_dossier, text, {{}, m_options.hidesDates, m_options.hidesNames});
}

/// Missing and Changed name actors and days; When is about nothing but the date.
bool QuizMaker::isHidden(QuestionKind kind) const {
    const bool namesActors = kind == QuestionKind::Missing || kind == QuestionKind::Changed;
    return (m_options.hidesDates && (namesActors || kind == QuestionKind::When)) ||
           (m_options.hidesNames && namesActors);
}

bool QuizMaker::isNotLater(std::optional<Day> day) const {
    return !m_options.horizon || (day && *day <= *m_options.horizon);
}

std::optional<QuizMaker::Candidate> QuizMaker::candidateOf(EventId id) const {
    const model::Event event = m_dossier->event(id);
    Candidate candidate{id, rangeOf(*m_dossier, id), {}, {}};
    const bool isDated = candidate.range.first || candidate.range.last;
    if (!isDated || event.certainty != model::Certainty::Happened || !isNotLater(candidate.range.last))
        return {};
    for (const QString& words : {event.shortTitle, event.title})
        if (candidate.words.isEmpty() && isFitForCard(words) && !namesYearOf(words, candidate.range))
            candidate.words = words;
    if (candidate.words.isEmpty() || (!m_dossier->tables().citations.isEmpty() && sourcesOf({id}).isEmpty()))
        return {};
    for (const model::DateClaim& claim : event.claims)
        candidate.claims.append({claim.date.earliest().day, claim.date.latest().day});
    return candidate;
}

std::optional<Question> QuizMaker::next() {
    for (size_t i = 0; i < questionKinds.size(); ++i) {
        const QuestionKind kind = questionKinds[static_cast<size_t>(m_turn++) % questionKinds.size()];
        if (auto question = next(kind))
            return question;
    }
    return {};
}

/// What two questions share if they are the same to who answers.
static QString signatureOf(const Question& question) {
    QStringList words;
    for (const QuizChoice& choice : question.choices)
        words.append(choice.words);
    words.sort();
    words.append({QString::number(static_cast<int>(question.kind)), question.answer});
    return words.join('\n');
}

std::optional<Question> QuizMaker::next(QuestionKind kind) {
    std::optional<Question> known;
    for (int i = 0; i < attempts; ++i) {
        auto question = make(kind);
        if (!question)
            continue;
        const QString signature = signatureOf(*question);
        if (!m_asked.contains(signature)) {
            m_asked.insert(signature);
            return question;
        }
        known = question;
    }
    return known;
}

std::optional<Question> QuizMaker::make(QuestionKind kind) {
    if (isHidden(kind))
        return {};
    switch (kind) {
    case QuestionKind::First:
        return makeFirst();
    case QuestionKind::Order:
        return makeOrder();
    case QuestionKind::When:
        return makeWhen();
    case QuestionKind::Missing:
        return makeMissing();
    case QuestionKind::Changed:
        break;
    }
    return makeChanged();
}

QString QuizMaker::whyNone() {
    QuizMaker trial = *this;
    if (trial.next())
        return {};
    if (m_options.hidesDates || m_options.hidesNames)
        return tr("There is no quiz here that keeps what is hidden: too few events can be told without it.");
    if (m_options.horizon)
        return tr("There is no quiz up to this point: too few events with sure dates have been shown.");
    if (m_options.events && m_options.events->isEmpty())
        return tr("There is no quiz on no event: the filter leaves none to ask about.");
    if (m_options.events)
        return tr("There is no quiz on these events: a quiz needs two events of which one surely came first.");
    return tr("There is no quiz on this dossier: a quiz needs two events of which one surely came first.");
}

QList<qsizetype> QuizMaker::drawOrdered(qsizetype count) {
    QList<qsizetype> lot(m_candidates.size());
    std::iota(lot.begin(), lot.end(), 0);
    m_dice.shuffle(lot);
    const auto before = [&](qsizetype one, qsizetype other) {
        return comesBefore(m_candidates[one].range, m_candidates[other].range);
    };
    QList<qsizetype> drawn;
    for (const qsizetype candidate : lot) {
        if (drawn.size() == count)
            break;
        const bool isApart = std::all_of(drawn.begin(), drawn.end(), [&](qsizetype other) {
            return (before(candidate, other) || before(other, candidate)) &&
                   m_candidates[candidate].words != m_candidates[other].words;
        });
        if (isApart)
            drawn.append(candidate);
    }
    std::sort(drawn.begin(), drawn.end(), before);
    return drawn;
}

QList<qsizetype> QuizMaker::drawByGap(qsizetype count) {
    QList<std::pair<Day, QList<qsizetype>>> draws;
    for (int i = 0; i < attempts; ++i) {
        const QList<qsizetype> drawn = drawOrdered(count);
        if (drawn.size() != count)
            continue;
        Day gap = std::numeric_limits<Day>::max();
        for (qsizetype k = 1; k < count; ++k)
            gap = std::min(gap, *m_candidates[drawn[k]].range.first - *m_candidates[drawn[k - 1]].range.last);
        draws.append({gap, drawn});
    }
    if (draws.isEmpty())
        return {};
    std::stable_sort(draws.begin(), draws.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    const qsizetype third = std::max<qsizetype>(1, draws.size() / 3);
    const qsizetype start = std::min<qsizetype>((m_options.difficulty - 1) * third, draws.size() - 1);
    return draws[std::min(start + m_dice.below(third), draws.size() - 1)].second;
}

QuizChoice QuizMaker::cardOf(const Candidate& candidate) const {
    const QString date =
        m_options.hidesDates ? QString() : m_wording.eventDate(*m_dossier, candidate.event, wording::Style::Short);
    return {candidate.words, date, candidate.event};
}

std::optional<Question> QuizMaker::makeFirst() {
    const QList<qsizetype> drawn = drawByGap(2);
    if (drawn.isEmpty())
        return {};
    Question question;
    question.kind = QuestionKind::First;
    question.prompt = tr("What came first?");
    question.right = m_dice.below(2);
    for (qsizetype i = 0; i < 2; ++i)
        question.choices.append(cardOf(m_candidates[drawn[i == question.right ? 0 : 1]]));
    const QuizChoice& first = question.choices[question.right];
    const QuizChoice& then = question.choices[1 - question.right];
    question.answer = tr("First: %1. Then: %2.", "events").arg(first.words, then.words);
    if (!takeSources(question, sourcesOf({first.event, then.event})))
        return {};
    return question;
}

std::optional<Question> QuizMaker::makeOrder() {
    QList<qsizetype> drawn;
    for (qsizetype count = 2 + m_options.difficulty + m_dice.below(2); count >= 3 && drawn.isEmpty(); --count)
        drawn = drawByGap(count);
    if (drawn.isEmpty())
        return {};
    Question question;
    question.kind = QuestionKind::Order;
    question.prompt = tr("Put in order: the earliest first");
    QList<int> places(drawn.size());
    std::iota(places.begin(), places.end(), 0);
    QList<int> shuffled = places;
    for (int i = 0; i < attempts && shuffled == places; ++i)
        m_dice.shuffle(shuffled);
    QList<EventId> events;
    question.order = places;
    for (qsizetype i = 0; i < shuffled.size(); ++i) {
        question.choices.append(cardOf(m_candidates[drawn[shuffled[i]]]));
        question.order[shuffled[i]] = static_cast<int>(i);
    }
    QStringList words;
    for (const int choice : question.order) {
        events.append(question.choices[choice].event);
        words.append(question.choices[choice].words);
    }
    question.answer = words.join(tr(" – ", "events in order"));
    if (!takeSources(question, sourcesOf(events)))
        return {};
    return question;
}

std::optional<Question> QuizMaker::makeWhen() {
    QList<qsizetype> lot;
    Day first = std::numeric_limits<Day>::max();
    Day last = std::numeric_limits<Day>::min();
    const auto& common = m_dossier->commonSpan();
    for (qsizetype i = 0; i < m_candidates.size(); ++i) {
        const EventRange& range = m_candidates[i].range;
        if (!range.first || !range.last || (common && (*range.first < common->first || *range.last > common->last)))
            continue;
        lot.append(i);
        first = std::min(first, *range.first);
        last = std::max(last, *range.last);
    }
    const Day margin = lot.isEmpty() ? 0 : (last - first) / 20;
    const DayRange span{first - margin,
                        m_options.horizon ? std::min(last + margin, *m_options.horizon) : last + margin};
    lot.removeIf([&](qsizetype i) {
        const EventRange& range = m_candidates[i].range;
        return 3 * (*range.last - *range.first + 1) > span.last - span.first;
    });
    if (lot.size() < 2)
        return {};
    const Candidate& asked = m_candidates[lot[m_dice.below(lot.size())]];
    Question question;
    question.kind = QuestionKind::When;
    question.choices = {cardOf(asked)};
    question.prompt = tr("When was it? %1", "event").arg(asked.words);
    question.answer = tr("%1: %2", "event, date")
                          .arg(asked.words, m_wording.eventDate(*m_dossier, asked.event, wording::Style::Full));
    question.span = span;
    question.claims = asked.claims;
    question.tolerance = static_cast<double>(span.last - span.first + 1) / (2 << m_options.difficulty);
    question.momentWords = {m_wording.day(span.first, wording::Style::Short),
                            m_wording.day(span.last, wording::Style::Short)};
    if (!takeSources(question, sourcesOf({asked.event})))
        return {};
    return question;
}

} // namespace entente::presentation
