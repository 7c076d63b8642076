#pragma once

#include "db/model/edtf.h"
#include "db/model/ids.h"
#include "db/model/vocabulary.h"

#include <QByteArray>
#include <QList>
#include <QPointF>
#include <QString>
#include <QStringList>
#include <optional>

namespace entente::model {

// The rows of a dossier as values. Texts are as stored (UTF-8, NFC); an absent text is empty. Texts that may be long
// carry citation marks "[^citation-key]". Lists of citations are in their stored order.

struct Head {
    QString title, subtitle, summary, language, authors, licence, version, created, modified;
    QString openingSelection; ///< key, or empty
    QString openingMoment;    ///< EDTF, or empty
    QString digest;           ///< lower-case hex SHA-256, or empty: not sealed

    bool operator==(const Head&) const = default;
};

struct Source {
    QString key, kind, title, author, publisher;
    QString published; ///< EDTF as written, not necessarily valid
    QString url, archivedUrl, accessed, licence;

    bool operator==(const Source&) const = default;
};

struct Citation {
    QString key;
    SourceId source;
    QString locator, note, quotation;

    bool operator==(const Citation&) const = default;
};

struct Theme {
    QString key, label, icon;
    int position = 0;
    ThemeId lane; ///< the theme whose lane it joins; none: it is a lane itself

    bool operator==(const Theme&) const = default;
};

struct EventKind {
    QString key, label;
    Mark mark = Mark::Disc;
    Tenor tenor = Tenor::Neutral;

    bool operator==(const EventKind&) const = default;
};

struct DateClaim {
    int position = 0;
    Edtf date;
    QString calendar, note;
    bool preferred = false;
    QList<CitationId> citations;

    bool operator==(const DateClaim&) const = default;
};

struct Event {
    QString key, title, shortTitle, summary;
    EventKindId kind;
    std::optional<Tenor> tenor; ///< none: the kind's
    CitationId tenorCitation;
    int importance = lowestImportance;
    QString place;
    Certainty certainty = Certainty::Happened;
    QList<DateClaim> claims; ///< by position; empty: undated
    QList<ThemeId> themes;   ///< the first is its lane
    QList<CitationId> citations;
    QList<MediaId> media;

    bool operator==(const Event&) const = default;
};

struct Alias {
    QString language, text;

    bool operator==(const Alias&) const = default;
};

struct Actor {
    QString key;
    ActorKind kind = ActorKind::Group;
    QString name, shortName, code, summary;
    ActorId partOf;
    Pole pole = Pole::None;
    QList<Alias> aliases;
    QList<CitationId> citations;
    QList<MediaId> media;

    /// What drawings and lists call the actor: the short name, or the name where there is none.
    QString shownName() const { return shortName.isEmpty() ? name : shortName; }

    bool operator==(const Actor&) const = default;
};

struct Participation {
    EventId event;
    ActorId actor;
    QString role;
    QList<CitationId> citations;

    bool operator==(const Participation&) const = default;
};

struct RelationType {
    QString key, label, inverseLabel;
    bool directed = false;
    LineForm lineForm = LineForm::Plain;
    Tenor tenor = Tenor::Neutral;
    Meaning meaning = Meaning::Other;

    bool operator==(const RelationType&) const = default;
};

struct Relationship {
    QString key;
    ActorId from, to;
    RelationTypeId type;
    QString label; ///< empty: the type's
    std::optional<Tenor> tenor;
    CitationId tenorCitation;

    bool operator==(const Relationship&) const = default;
};

/// When a period begins or ends. Text: EDTF, ".." (open) or empty (unknown).
struct PeriodBound {
    enum class Kind : quint8 { Dated, Open, Unknown };
    Kind kind = Kind::Unknown;
    Edtf date; ///< only if Dated

    /// What the file holds: the EDTF text, ".." or "".
    QString text() const;
    bool operator==(const PeriodBound&) const = default;
};

struct Period {
    QString key;
    RelationshipId relationship;
    PeriodBound from, to;
    PeriodState state = PeriodState::Held;
    EventId begunBy, endedBy;
    QList<CitationId> citations;

    bool operator==(const Period&) const = default;
};

struct Perspective {
    QString key;
    ActorId holder;
    EventId event; ///< exactly one of the three subjects is set
    ActorId actor;
    RelationshipId relationship;
    Stance stance = Stance::Neutral;
    QString summary;
    QList<CitationId> citations;

    bool operator==(const Perspective&) const = default;
};

struct Era {
    QString key, label;
    Edtf date;
    int band = 1;
    ActorId actor;
    QList<CitationId> citations;

    bool operator==(const Era&) const = default;
};

struct Media {
    QString key, type;
    QByteArray bytes;
    QString altText, credit, licence;

    bool operator==(const Media&) const = default;
};

struct Story {
    QString key, title, summary;
    int minutes = 0;
    int position = 0;

    bool operator==(const Story&) const = default;
};

/// A step of a story: a saved view with its words. Texts that name things (selection, focus) hold keys, so that a scene
/// survives the loss of what it names.
struct Scene {
    QString key;
    StoryId story;
    int position = 0;
    QString headline, notes;
    int seconds = 0;
    QString question, answer;
    QString spanFrom, spanTo, moment, compareMoment; ///< EDTF or empty
    QString selection, focus;
    int focusSteps = 0;
    QString filter, view, lanesBy;
    std::optional<double> networkX, networkY, networkZoom;
    bool hideLater = false, hideDates = false, hideNames = false;
    QStringList points;
    QList<CitationId> citations;

    bool operator==(const Scene&) const = default;
};

/// Where a user pinned an actor, in fractions of the network layout's frame (0 to 1 in both directions, y downwards).
struct Placement {
    ActorId actor;
    QPointF place;

    bool operator==(const Placement&) const = default;
};

struct Translation {
    QString language, subject, field, text;

    bool operator==(const Translation&) const = default;
};

} // namespace entente::model
