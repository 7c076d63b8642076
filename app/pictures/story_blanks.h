#pragma once

#include "app/pictures/actor_names.h"
#include "app/pictures/blank_text.h"
#include "app/pictures/sheet.h"
#include "app/pictures/worded_dates.h"

#include <map>

namespace entente::pictures {

/// What is taken out of texts and pictures.
enum class Blank : quint8 { None, Dates, Names, Labels };

/// The word of a kind of blanks as command lines write it ("dates"), and back.
QString wordOf(Blank blank);
std::optional<Blank> blankOf(const QString& word);

/// What words of one kind are: dates in one way for all that mean the same, and words at ties of one type.
struct DateWords {
    QString words;

    bool operator==(const DateWords&) const = default;
    friend bool operator<(const DateWords& a, const DateWords& b) { return a.words < b.words; }
};
struct TieWords {
    model::RelationTypeId type;
    QString words;

    bool operator==(const TieWords&) const = default;
    friend bool operator<(const TieWords& a, const TieWords& b) {
        return std::tie(a.type, a.words) < std::tie(b.type, b.words);
    }
};

/// What a blank stands for. Those that read the same may be two.
struct Answer {
    std::variant<model::EventId, model::ActorId, TieWords, DateWords> what; ///< rows of the whole dossier
    QString text;
    int number = 0; ///< 0: not asked for
};

/// The least rule that has room for an answer, in underscores.
inline constexpr int ruleToWriteOn = 10;

/// Takes dates, names or labels out of the texts and pictures of scenes and puts placeholders of numbered rules in
/// their place: dates of events, of the moment and in texts; names of actors at their nodes, in titles and in texts,
/// however they are called there; titles of events, words at ties and names of agreements, which stand at ties too. The
/// same answer has one number everywhere. Of the words of an axis those years stay in which no answer of the scene
/// lies, where dates are taken out; all, where they are not.
class Blanks {
public:
    /// @param digits that numbers are expected to have
    Blanks(const model::DossierPointer& dossier, const wording::Wording& wording, Blank what, int digits = 2);

    bool isAny() const { return m_what != Blank::None; }
    /// From here on years of an axis are judged by the answers of another scene, and days without a year are of that of
    /// its moment.
    void beginScene(std::optional<model::Day> moment = {});
    QString in(const QString& text);
    /// A date that stands by itself.
    QString inDate(const QString& date);
    /// What pictures of a scene are laid out from: the numbered rules have room where names and titles have it.
    model::DossierPointer in(const model::DossierPointer& dossier);
    /// What a picture of such a dossier tells beyond its words.
    void in(Sheet& sheet);

    const Answer& answer(AnswerId id) const { return m_answers[id.index]; }

private:
    using Meaning = decltype(Answer::what);
    struct Found {
        qsizetype start = 0, length = 0;
        Meaning what;
        QString text;
    };

    std::pair<QString, QString> partsOf(const QString& date) const;
    QList<Found> datesIn(const QString& text) const;
    QList<Found> foundIn(const QString& text) const;
    AnswerId idOf(const Meaning& what, const QString& text);
    Placeholder placeholder(AnswerId id, int rule) const { return {id, rule, m_digits}; }
    QString ruleFor(const Meaning& what, const QString& text, int length);
    QString ruleFor(model::ActorId actor, int length);
    QString without(const QString& escapedText, int length);
    QString fitting(const std::function<QString(int length)>& make, const theme::Theme& look, theme::Type type,
                    double width) const;
    void inActors(model::Tables& tables);
    void inTies(model::Tables& tables);
    void inEvents(model::Tables& tables);
    void in(timeline::Scene& scene, const theme::Theme& look);
    void in(relations::Scene& scene, const theme::Theme& look);
    void inLegend(QList<relations::LegendItem>& legend) const;
    void inAxis(timeline::Scene& scene);
    bool tells(const QString& tick) const;
    bool isAnswer(const QString& label) const;
    void noteInScene(const QString& escapedText);

    model::DossierPointer m_dossier;
    Blank m_what;
    int m_digits;
    OrdinaryWords m_ordinary;
    ActorNames m_names;
    WordedDates m_dates;
    std::optional<qint64> m_year;
    QHash<QString, model::EventId> m_events; ///< by key, where their labels are taken out
    QList<Answer> m_answers;
    std::map<Meaning, AnswerId> m_ids;
    QSet<AnswerId> m_inScene;
};

using TakeText = std::function<void(QString& text, bool isDrawn)>;
/// The texts of a picture that may have placeholders.
void forEachText(Sheet& sheet, const TakeText& take);

} // namespace entente::pictures
