#pragma once

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

/// Takes dates, names or labels out of the texts and pictures of scenes and puts numbered rules of one width in their
/// place: dates of events, of the moment and in texts; names of actors at their nodes, in titles and in texts; titles
/// of events and words at ties. The same answer has the same number within a scene. Of the words of an axis those years
/// stay in which no answer lies, where dates are taken out; all, where they are not.
class Blanks {
public:
    Blanks(const model::DossierPointer& dossier, const wording::Wording& wording, Blank what);

    /// From here on answers have numbers of their own.
    void beginScene() { m_inScene.clear(); }
    QString in(const QString& text);
    /// A date that stands by itself.
    QString inDate(const QString& date);
    void in(Sheet& sheet);

    const QList<Answer>& answers() const { return m_answers; }

private:
    QString ruleFor(const QString& answer, int length);
    QString without(const QString& text, const QRegularExpression& pattern, int length);
    QString shortened(const QString& text, int length);
    QString titleIn(const timeline::Label& label, const theme::Theme& look);
    void in(timeline::Scene& scene, const theme::Theme& look);
    void in(relations::Scene& scene);
    QRegularExpression namesIn(const QString& text) const;
    bool givesAway(const QString& words) const;
    bool tells(const QString& tick) const;

    model::DossierPointer m_dossier;
    Blank m_what;
    QRegularExpression m_dates;
    QStringList m_names; ///< longest first
    QHash<QString, int> m_inScene;
    QList<Answer> m_answers;
};

} // namespace entente::pictures
