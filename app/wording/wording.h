#pragma once

#include "db/model/calendar.h"
#include "db/model/comparison.h"
#include "db/model/paths.h"

#include <QCoreApplication>
#include <QLocale>

namespace entente::wording {

enum class Style : quint8 {
    Short, ///< "17 Jan 2025", "c. Aug 2022": labels, tables
    Full,  ///< "Friday 17 January 2025", "about August 2022": details, reading aloud
};

enum class YearStyle : quint8 {
    Bare,    ///< "1403"; the years before an era always say so: "44 BCE", "5 BSH"
    WithEra, ///< "1403 SH"; Gregorian and Julian years as Bare
};

enum class CitationStyle : quint8 { Plain, Footnote, BibTeX };

/// A piece of a text with citation marks: words, or one citation.
struct MarkedPiece {
    QString text;
    model::CitationId citation;
};

/// An end of a stretch that is measured: an event, or a day that none stands on.
struct MeasureEnd {
    model::EventId event;
    model::Day day = 0; ///< without an event

    bool operator==(const MeasureEnd&) const = default;
};

/// Puts what the model holds into the reader's words. A value: it holds the reader's locale and nothing else.
class Wording {
    Q_DECLARE_TR_FUNCTIONS(entente::wording::Wording)

public:
    explicit Wording(const QLocale& locale = QLocale(QLocale::English, QLocale::UnitedStates)) : m_locale(locale) {}

    // Dates.
    QString day(model::Day day, Style style) const;
    QString day(model::Day day, Style style, model::Calendar calendar) const;
    QString weekday(model::Day day) const;
    QString year(qint64 astronomicalYear) const;
    /// Of the calendar's own years, as in model::CalendarDate.
    QString year(qint64 year, model::Calendar calendar, YearStyle style = YearStyle::Bare) const;
    /// A year by how long ago it is, for years that are told in hundred thousands and more: "4.54 Ga", "0.3 Ma", and
    /// "+2 Ma" for those to come. Counted from the year 0, which differs from the geologists' 1950 by less than can be
    /// seen there.
    QString age(qint64 year) const;
    /// "Solar Hijri"
    QString calendar(model::Calendar calendar) const;
    QString month(int month, Style style) const;
    QString month(int month, Style style, model::Calendar calendar) const;
    /// 0 (spring) to 3 (winter).
    QString season(int season) const;
    QString date(const model::Edtf& date, Style style) const;
    /// The claim in use with those that conflict: "12 or 22 Mar 2001"; "undated".
    QString eventDate(const model::Dossier& dossier, model::EventId event, Style style) const;
    /// A date in another calendar, which it names: "28 Dey 1403 (Solar Hijri)", "10 Mor–9 Sha 1401 (Solar Hijri)" for
    /// August 2022. Coarse dates are the days that they cover. Empty if no bound is known or the calendar has no exact
    /// rule there.
    QString calendarDate(const model::Edtf& date, model::Calendar calendar) const;
    /// The same for the claim in use of an event with those that conflict.
    QString calendarDate(const model::Dossier& dossier, model::EventId event, model::Calendar calendar) const;
    /// How well the date is known: "exact to the day", "year only", "two dates claimed", "no date".
    QString precision(const model::Dossier& dossier, model::EventId event) const;
    /// From one event to another: "40 days before", "about 3 months later"; no order where their dates overlap.
    QString distance(const model::Dossier& dossier, model::EventId from, model::EventId to) const;
    /// How long it is from the beginning of one to that of the other, in days and years: "2714 days · 7 years 157
    /// days", "about 92 days · about 3 months" where one is vague, "at least 10 days" where one is half known. Refuses
    /// to measure what cannot be ordered: "no order: the dates overlap".
    QString measure(const model::Dossier& dossier, const MeasureEnd& from, const MeasureEnd& to) const;
    QString spanWords(model::Day first, model::Day last) const;
    QString sourceDate(const model::Source& source) const;
    /// The day that a text means which typedDate reads in that calendar. Coarser input means its last day.
    /// None if it cannot be read.
    std::optional<model::Day> readDay(const QString& text, model::Calendar calendar = model::Calendar::Gregorian) const;

    // Periods and ties.
    QString periodDates(const model::Period& period, Style style) const;
    QString period(const model::Period& period, Style style) const;
    QString relationshipLabel(const model::Dossier& dossier, model::RelationshipId relationship,
                              model::ActorId seenFrom) const;
    QString relationship(const model::Dossier& dossier, model::RelationshipId relationship) const;
    /// As read out: "Russia and Iran: treaty party, in force, since 12 Mar 2001".
    QString tie(const model::Dossier& dossier, const model::Tie& tie) const;
    /// Words for a tie's label: its own, "left 2018" if ended, with "?" if only possible or disputed.
    QString tieLabel(const model::Tie& tie) const;

    // Paths and comparisons.
    /// The ends and how long it is: "From Khatami to Putin: 3 ties".
    QString path(const model::Dossier& dossier, model::ActorId from, model::ActorId to, const model::Path& path) const;
    /// As the path goes: "Iran – Russia, Treaty of 2001, in force, 12 Mar 2001 – 2 Oct 2025?".
    QString pathStep(const model::Dossier& dossier, const model::PathStep& step) const;
    /// When a step can be taken: "12 Mar 2001", "at any time".
    QString pathDay(const model::PathStep& step) const;
    /// "new since 12 Mar 2001: Putin – Partnership treaty, signed, held, since 17 Jan 2025, begun by Treaty signed";
    /// "perhaps new since", "gone since", "changed since", "between 12 Mar 2001 and 2 Oct 2025". Events are named if
    /// they lie between the two moments.
    QString difference(const model::Dossier& dossier, const model::Comparison& comparison,
                       const model::PeriodDifference& difference) const;
    /// The same of a tie of the united network, by its number there; "as on 12 Mar 2001" for one that stayed.
    QString difference(const model::Dossier& dossier, const model::Comparison& comparison, qsizetype tie) const;

    // Words of the closed sets.
    QString tenor(model::Tenor tenor) const;
    QString state(model::PeriodState state) const;
    QString stance(model::Stance stance) const;
    QString certainty(model::Certainty certainty) const;
    QString actorKind(model::ActorKind kind) const;
    QString presence(model::Presence presence) const;
    QString importance(int importance) const;

    // Texts and sources.
    QList<MarkedPiece> markedText(const model::Dossier& dossier, const QString& text) const;
    QString withoutMarks(const QString& text) const;
    QString citationText(const model::Dossier& dossier, model::CitationId citation, CitationStyle style) const;

    // As read out.
    QString accessibleName(const model::Dossier& dossier, model::EventId event, bool selected) const;
    /// What a picture of these events shows: subject and span, counts, then up to twelve events in order.
    QString description(const model::Dossier& dossier, const QList<model::EventId>& events, const QString& span) const;

private:
    QString bareDay(model::Day day, Style style) const;
    QString dayAndMonth(model::Day day, Style style) const;
    QString monthYear(model::Day day, Style style) const;
    QString point(const model::PointBounds& bounds, Style style) const;
    QString barePoint(const model::PointBounds& bounds, Style style) const;
    QString division(const model::PointBounds& bounds, Style style) const;
    QString years(const model::PointBounds& bounds) const;
    /// Without the weekday and the time of day.
    QString bareDate(const model::Edtf& date, Style style) const;
    QString interval(const model::Edtf& date, Style style) const;
    QString set(const model::Edtf& date, Style style) const;
    QString member(QStringView text, Style style) const;
    QString between(QStringView range, Style style) const;
    QString manyMembers(const model::Edtf& date, Style style) const;
    QString tieDates(const model::Dossier& dossier, const model::Tie& tie) const;
    /// What a tie is and how it stands: "Treaty of 2001, in force, since 12 Mar 2001".
    QStringList tieStanding(const model::Dossier& dossier, const model::Tie& tie) const;
    QString sinceWords(const model::Comparison& comparison, model::Difference difference, bool isCertain) const;
    /// Two days with what they share said once: "13–24 Jun 2025" for a joiner "–".
    QString twoDays(model::Day first, model::Day last, const QString& joiner, Style style) const;
    QString bound(const model::PeriodBound& bound, Style style) const;
    QString contested(const model::Dossier& dossier, model::EventId event, Style style) const;
    QString daysWords(qint64 days) const;
    QString exactLength(model::Day first, model::Day last) const;
    QString pointIn(const model::PointBounds& bounds, model::Calendar calendar) const;
    QString daysIn(model::Day first, model::Day last, model::Calendar calendar) const;
    QString bareDateIn(const model::Edtf& date, model::Calendar calendar) const;
    QString lengthWords(model::Day days, bool vague) const;

    QLocale m_locale;
};

} // namespace entente::wording
