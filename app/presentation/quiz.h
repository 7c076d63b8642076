#pragma once

#include "app/wording/wording.h"
#include "db/model/network.h"

#include <QCoreApplication>
#include <QSet>
#include <array>

namespace entente::presentation {

enum class QuestionKind : quint8 { First, Order, When, Missing, Changed };
inline constexpr std::array questionKinds = {QuestionKind::First, QuestionKind::Order, QuestionKind::When,
                                             QuestionKind::Missing, QuestionKind::Changed};

struct QuizOptions {
    std::optional<model::Day> horizon;           ///< nothing later is asked about or named
    std::optional<QList<model::EventId>> events; ///< to ask about; none: all
    int difficulty = 1;                          ///< 1 to 3
    quint64 seed = 1;
    bool hidesDates = false; ///< asks and tells nothing that says when
    bool hidesNames = false; ///< nor, with this, who
};

/// Days, both included.
struct DayRange {
    model::Day first = 0;
    model::Day last = 0;

    bool operator==(const DayRange&) const = default;
};

/// Where an event may lie by all its claims together; none at a side on which some claim is open or unknown.
struct EventRange {
    std::optional<model::Day> first, last;
};
EventRange rangeOf(const model::Dossier& dossier, model::EventId event);
/// Whether one surely lies wholly before the other: what may be asked to be put in order.
bool comesBefore(const EventRange& one, const EventRange& other);

/// What can be chosen, or a card to put in order.
struct QuizChoice {
    QString words;
    QString date;         ///< shown with the answer; may be empty
    model::EventId event; ///< of First, Order and When

    bool operator==(const QuizChoice&) const = default;
};

/// A line of the picture of Missing: from the hub to another actor.
struct QuizTie {
    QString label; ///< as seen from the hub
    QString other; ///< name
    model::LineForm form = model::LineForm::Plain;
    model::Tenor tenor = model::Tenor::Neutral;
    bool pending = false; ///< signed, not in force
    bool isDirected = false;
    bool isTowardsHub = false; ///< directed to the hub

    bool operator==(const QuizTie&) const = default;
};

/// A question with its only right answer. Holds words, so that who shows it needs no dossier.
struct Question {
    QuestionKind kind = QuestionKind::First;
    QString prompt;
    QString answer;            ///< a sentence
    QList<QuizChoice> choices; ///< When: the one event
    qsizetype right = 0;       ///< First, Missing, Changed: which choice
    QList<int> order;          ///< Order: choices from first to last

    DayRange span;          ///< When: the axis shown
    QList<DayRange> claims; ///< When: what each claim allows
    double tolerance = 1;   ///< When: days at which marks reach nothing

    QString hub;             ///< Missing: the name, empty if it is the blank
    QList<QuizTie> ties;     ///< Missing: at the moment; with a hub there is one, whose label is the blank
    model::Subject blank;    ///< Missing: actor or relationship
    model::PeriodId period;  ///< Changed: whose beginning or end is the right answer
    bool ends = false;       ///< Changed: its end
    model::Day moment = 0;   ///< Missing: the day; Changed: the later one
    model::Day earlier = 0;  ///< Changed: the earlier one
    QStringList momentWords; ///< Missing: one; Changed: earlier and later; When: the ends of the axis

    QList<model::CitationId> sources; ///< of the answer, each once; empty only if the dossier has no citations at all
    QStringList sourceWords;          ///< one a source, each once

    bool operator==(const Question&) const = default;
};

/// Marks, 0 to 1. First, Missing, Changed: 1 for the right choice.
double gradeChoice(const Question& question, qsizetype choice);

struct OrderGrade {
    bool exact = false;
    int inPlace = 0;       ///< cards that stand where they belong
    QList<bool> isInPlace; ///< by position

    double marks() const { return isInPlace.isEmpty() ? 0 : static_cast<double>(inPlace) / double(isInPlace.size()); }
};
/// `order`: choices from first to last. One that is not a permutation of them is wholly wrong.
OrderGrade gradeOrder(const Question& question, const QList<int>& order);

/// When was it: 1 inside [first, last] of any claim; else max(0, 1 - d / tolerance), where d is the number of days to
/// the nearest claim and tolerance = (days of the axis shown) / 2^(1 + difficulty): a quarter of the axis at
/// difficulty 1, an eighth at 2, a sixteenth at 3.
double gradeDay(const Question& question, model::Day day);

/// Whether a text names a year (four digits that stand alone, 1000 to 2999) after that of the day.
bool namesLaterYear(const QString& text, model::Day day);

/// Numbers that are the same on every computer (splitmix64).
class Dice {
public:
    explicit Dice(quint64 seed) : m_state(seed) {}

    quint64 roll();
    /// 0 to limit - 1; limit > 0.
    qsizetype below(qsizetype limit) { return static_cast<qsizetype>(roll() % static_cast<quint64>(limit)); }
    template <typename T>
    void shuffle(QList<T>& list) {
        for (qsizetype i = list.size() - 1; i > 0; --i)
            list.swapItemsAt(i, below(i + 1));
    }

private:
    quint64 m_state;
};

/// Makes questions about a dossier: the same ones from the same dossier, wording and options.
///
/// Asked about are only events that happened, whose words fit a card and, where their date is the answer, do not name
/// their year; with a horizon, only those that surely lie not after it by every claim. Put in order are only events of
/// which one surely comes before the other. Ties shown and periods asked about hold certainly; the other choices are
/// wrong by everything the dossier holds, certain or possible. Difficulty: 1 prefers the largest gaps between events,
/// 3 the smallest; it is the number of cards to put in order (3 to 6), how near wrong changes lie, and how soon marks
/// fall. Of a dossier of many events, 2000 drawn by lot take part.
class QuizMaker {
    Q_DECLARE_TR_FUNCTIONS(entente::presentation::QuizMaker)

public:
    QuizMaker(model::DossierPointer dossier, const wording::Wording& wording, const QuizOptions& options);

    /// The next question, of the kinds in turn; none if no question can be made.
    std::optional<Question> next();
    /// The next one of a kind; none if the dossier has nothing for it.
    std::optional<Question> next(QuestionKind kind);
    /// Why there is no question: a sentence; empty if there is one.
    QString whyNone();

private:
    /// An event that may be asked about.
    struct Candidate {
        model::EventId event;
        EventRange range;
        QList<DayRange> claims;
        QString words;
    };
    /// A beginning or end of a period.
    struct ChangeOfPeriod {
        model::PeriodId period;
        bool ends = false;
        std::optional<model::Day> first, last; ///< where it may lie; none: anywhere
        QString words;
        bool mayBeNamed = false; ///< short enough and not after the horizon
    };

    void gatherEvents();
    void gatherChanges();
    void gatherActors();
    std::optional<Candidate> candidateOf(model::EventId event) const;
    bool isFitForCard(const QString& words) const;
    /// What must not be told is blotted out.
    QString said(const QString& text) const;
    bool isHidden(QuestionKind kind) const;
    bool isNotLater(std::optional<model::Day> day) const;

    std::optional<Question> make(QuestionKind kind);
    std::optional<Question> makeFirst();
    std::optional<Question> makeOrder();
    std::optional<Question> makeWhen();
    std::optional<Question> makeMissing();
    std::optional<Question> makeMissingActor(model::Day moment, const QList<model::Tie>& ties);
    std::optional<Question> makeMissingTie(model::Day moment, const QList<model::Tie>& ties);
    std::optional<Question> makeChanged();

    /// Events of which each surely comes before the next, at most `count`, in order; drawn by lot.
    QList<qsizetype> drawOrdered(qsizetype count);
    /// Of several such draws, one whose smallest gap suits the difficulty; empty if there is none of this number.
    QList<qsizetype> drawByGap(qsizetype count);
    QuizChoice cardOf(const Candidate& candidate) const;
    /// False if the dossier has citations, but none for this.
    bool takeSources(Question& question, const QList<model::CitationId>& sources) const;
    QList<model::CitationId> sourcesOf(const QList<model::EventId>& events) const;
    QString sourceLine(model::CitationId citation) const;

    QList<model::Day> moments() const;
    QList<QuizTie> tiesOf(model::ActorId hub, const QList<model::Tie>& ties) const;
    QString nameOf(model::ActorId actor) const;
    bool mayBeShown(const model::Tie& tie) const;
    QList<model::ActorId> otherActors(model::ActorId actor, const QList<model::Tie>& ties);
    bool fits(model::ActorId other, model::ActorId blank, const QList<model::Tie>& shown,
              const QList<model::Tie>& ties) const;
    QList<QuizChoice> otherTies(const model::Tie& drawn, const QList<model::Tie>& ties) const;
    /// Puts the right choice among the wrong ones, at most four in all. False if there is no wrong one.
    bool choose(Question& question, const QuizChoice& right, const QList<QuizChoice>& wrong);
    QList<QuizChoice> wrongChanges(const ChangeOfPeriod& right, DayRange between);
    bool mayLieIn(const QString& changeWords, DayRange between, bool surely) const;

    model::DossierPointer m_dossier;
    wording::Wording m_wording;
    QuizOptions m_options;
    Dice m_dice;
    QList<Candidate> m_candidates;
    QList<ChangeOfPeriod> m_changes;
    QList<model::ActorId> m_actors; ///< that may be named: known up to the horizon
    QList<model::Day> m_moments;
    QSet<QString> m_asked;
    qsizetype m_turn = 0;
};

} // namespace entente::presentation
