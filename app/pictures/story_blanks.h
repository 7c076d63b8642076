#pragma once

#include "app/pictures/actor_names.h"
#include "app/pictures/sheet.h"

#include <QRegularExpression>

namespace entente::pictures {

/// What is taken out of texts and pictures.
enum class Blank : quint8 { None, Dates, Names, Labels };

/// The word of a kind of blanks as command lines write it ("dates"), and back.
QString wordOf(Blank blank);
std::optional<Blank> blankOf(const QString& word);

/// What a blank stands for.
struct Answer {
    int number = 0;
    QString text;

    bool operator==(const Answer&) const = default;
};

/// Takes dates, names or labels out of the texts and pictures of scenes and puts numbered rules in their place: dates
/// of events, of the moment and in texts; names of actors at their nodes, in titles and in texts, however they are
/// called there; titles of events and words at ties. The same answer has the same number everywhere. Of the words of an
/// axis those years stay in which no answer of the scene lies, where dates are taken out; all, where they are not.
class Blanks {
public:
    /// @param first number that is given
    Blanks(const model::DossierPointer& dossier, const wording::Wording& wording, Blank what, int first = 1);

    /// From here on years of an axis are judged by the answers of another scene.
    void beginScene() { m_inScene.clear(); }
    QString in(const QString& text);
    /// A date that stands by itself.
    QString inDate(const QString& date);
    /// What pictures of a scene are laid out from: the numbered rules have room where names and titles have it.
    model::DossierPointer in(const model::DossierPointer& dossier);
    /// What a picture of such a dossier tells beyond its words.
    void in(Sheet& sheet);

    /// Those to which texts refer, in the order in which they do so.
    QStringList answersIn(const QStringList& texts) const;
    /// The words of a picture that may refer to answers.
    static QStringList textsOf(const Sheet& sheet);
    /// The actors of a picture whose forms bear their number.
    QStringList answersAtNumbersOf(const Sheet& sheet) const;
    Answer answer(const QString& text) const { return {m_numbers.value(text), text}; }

private:
    struct Found {
        qsizetype start = 0, length = 0;
        QString answer;
    };

    QList<Found> datesIn(const QString& text) const;
    QList<Found> foundIn(const QString& text) const;
    int numberOf(const QString& answer);
    QString ruleFor(const QString& answer, int length);
    QString without(const QString& text, int length);
    QString fitting(const std::function<QString(int length)>& make, const theme::Theme& look, theme::Type type,
                    double width) const;
    void inActors(model::Tables& tables);
    void inTies(model::Tables& tables);
    void inEvents(model::Tables& tables);
    void in(timeline::Scene& scene, const theme::Theme& look);
    void in(relations::Scene& scene, const theme::Theme& look);
    void inAxis(timeline::Scene& scene);
    bool tells(const QString& tick) const;

    model::DossierPointer m_dossier;
    Blank m_what;
    OrdinaryWords m_ordinary;
    ActorNames m_names;
    QRegularExpression m_dates;
    QStringList m_months;
    int m_first;
    QStringList m_answers; ///< by number, from the first
    QHash<QString, int> m_numbers;
    QSet<QString> m_inScene;
};

} // namespace entente::pictures
