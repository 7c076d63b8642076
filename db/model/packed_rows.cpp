#include "db/model/packed_rows.h"

#include "db/model/packed_traits.h"

#include <algorithm>

namespace entente::model {

namespace {

// One byte says what of a row is there; what is not there takes no room.
enum Present : quint8 {
    ShortTitle = 1,
    Summary = 2,
    Place = 4,
    TenorCitation = 8,
    Citations = 16,
    MediaList = 32,
    OneTheme = 64,
    PlainClaim = 128, ///< one, preferred, at position 1, of a date alone
};
enum ClaimPresent : quint8 { Preferred = 1, Calendar = 2, Note = 4, ClaimCitations = 8 };

constexpr int certaintyShift = 3, tenorShift = 5; // above three bits of importance

template <typename IdType>
void writeId(ByteWriter& writer, IdType id) {
    writer.number(static_cast<quint64>(id.index) + 1);
}

template <typename IdType>
IdType readId(ByteReader& reader) {
    return IdType(static_cast<qsizetype>(reader.number()) - 1);
}

template <typename IdType>
void writeIds(ByteWriter& writer, const QList<IdType>& ids) {
    writer.number(static_cast<quint64>(ids.size()));
    for (const IdType id : ids)
        writeId(writer, id);
}

template <typename IdType>
QList<IdType> readIds(ByteReader& reader) {
    QList<IdType> ids(static_cast<qsizetype>(reader.number()));
    for (IdType& id : ids)
        id = readId<IdType>(reader);
    return ids;
}

/// Whether there are any but none.
bool passIds(ByteReader& reader) {
    bool any = false;
    for (quint64 left = reader.number(); left > 0; --left)
        any = reader.number() > 0 || any;
    return any;
}

QString readText(ByteReader& reader) {
    return QString::fromUtf8(reader.text());
}

bool isPlain(const ClaimParts& claim) {
    return claim.preferred && claim.position == 1 && claim.calendar.isEmpty() && claim.note.isEmpty() &&
           claim.citations.isEmpty();
}

void writeClaim(ByteWriter& writer, const ClaimParts& claim) {
    quint8 present = claim.preferred ? Preferred : 0;
    present |= claim.calendar.isEmpty() ? 0 : Calendar;
    present |= claim.note.isEmpty() ? 0 : Note;
    present |= claim.citations.isEmpty() ? 0 : ClaimCitations;
    writer.byte(present);
    writer.signedNumber(claim.position);
    writer.text(claim.date);
    if (present & Calendar)
        writer.text(claim.calendar);
    if (present & Note)
        writer.text(claim.note);
    if (present & ClaimCitations)
        writeIds(writer, claim.citations);
}

Edtf dateOf(QByteArrayView text) {
    return dateFrom(text).value_or(Edtf());
}

DateClaim readClaim(ByteReader& reader) {
    DateClaim claim;
    const quint8 present = reader.byte();
    claim.preferred = present & Preferred;
    claim.position = static_cast<int>(reader.signedNumber());
    claim.date = dateOf(reader.text());
    if (present & Calendar)
        claim.calendar = readText(reader);
    if (present & Note)
        claim.note = readText(reader);
    if (present & ClaimCitations)
        claim.citations = readIds<CitationId>(reader);
    return claim;
}

/// What views keep of a claim.
struct PassedClaim {
    QByteArrayView date;
    bool preferred = false;
    bool cited = false;
};

PassedClaim passClaim(ByteReader& reader) {
    const quint8 present = reader.byte();
    reader.signedNumber();
    PassedClaim claim{reader.text(), (present & Preferred) != 0, false};
    if (present & Calendar)
        reader.text();
    if (present & Note)
        reader.text();
    if (present & ClaimCitations)
        claim.cited = passIds(reader);
    return claim;
}

void readClaims(ByteReader& reader, EventView& view) {
    view.claims = static_cast<qsizetype>(reader.number());
    bool found = false;
    for (qsizetype i = 0; i < view.claims; ++i) {
        const PassedClaim claim = passClaim(reader);
        if (i == 0 || (claim.preferred && !found))
            view.date = claim.date;
        found = found || claim.preferred;
    }
}

quint8 presenceOf(const EventParts& event) {
    quint8 present = event.shortTitle.isEmpty() ? 0 : ShortTitle;
    present |= event.summary.isEmpty() ? 0 : Summary;
    present |= event.place.isEmpty() ? 0 : Place;
    present |= event.tenorCitation.isValid() ? TenorCitation : 0;
    present |= event.citations.isEmpty() ? 0 : Citations;
    present |= event.media.isEmpty() ? 0 : MediaList;
    present |= event.themes.size() == 1 ? OneTheme : 0;
    present |= event.claims.size() == 1 && isPlain(event.claims.first()) ? PlainClaim : 0;
    return present;
}

quint8 wordsOf(const EventParts& event) {
    return static_cast<quint8>(event.importance) |
           static_cast<quint8>(static_cast<int>(event.certainty) << certaintyShift) |
           static_cast<quint8>((event.tenor ? static_cast<int>(*event.tenor) + 1 : 0) << tenorShift);
}

template <typename Holder>
void readWords(quint8 words, Holder& holder) {
    holder.importance = words & 7;
    holder.certainty = static_cast<Certainty>((words >> certaintyShift) & 3);
    const int tenor = words >> tenorShift;
    if (tenor > 0)
        holder.tenor = static_cast<Tenor>(tenor - 1);
}

} // namespace

std::optional<Edtf> dateFrom(QByteArrayView text) {
    if (text.isEmpty())
        return {};
    const auto date = Edtf::parse(QString::fromUtf8(text));
    return date ? std::optional(*date) : std::nullopt;
}

void pack(const EventParts& event, ByteWriter& writer) {
    const quint8 present = presenceOf(event);
    writer.byte(present);
    writer.byte(wordsOf(event));
    writeId(writer, event.kind);
    if (present & OneTheme)
        writeId(writer, event.themes.first());
    else
        writeIds(writer, event.themes);
    if (present & PlainClaim) {
        writer.text(event.claims.first().date);
    } else {
        writer.number(static_cast<quint64>(event.claims.size()));
        for (const ClaimParts& claim : event.claims)
            writeClaim(writer, claim);
    }
    writer.text(event.key);
    writer.text(event.title);
    for (const QByteArrayView text : {event.shortTitle, event.summary, event.place})
        if (!text.isEmpty())
            writer.text(text);
    if (present & TenorCitation)
        writeId(writer, event.tenorCitation);
    if (present & Citations)
        writeIds(writer, event.citations);
    if (present & MediaList)
        writeIds(writer, event.media);
}

void pack(const Event& event, ByteWriter& writer) {
    QByteArrayList texts; // keeps what the parts point at
    const auto bytes = [&texts](const QString& text) {
        texts.append(text.toUtf8());
        return QByteArrayView(texts.last());
    };
    EventParts parts{event.kind,
                     event.tenor,
                     event.tenorCitation,
                     event.certainty,
                     event.importance,
                     bytes(event.key),
                     bytes(event.title),
                     bytes(event.shortTitle),
                     bytes(event.summary),
                     bytes(event.place),
                     {},
                     event.themes,
                     event.citations,
                     event.media};
    for (const DateClaim& claim : event.claims)
        parts.claims.append({claim.position, claim.preferred, bytes(claim.date.text()), bytes(claim.calendar),
                             bytes(claim.note), claim.citations});
    pack(parts, writer);
}

void unpack(QByteArrayView record, Event& event) {
    ByteReader reader(record);
    const quint8 present = reader.byte();
    readWords(reader.byte(), event);
    event.kind = readId<EventKindId>(reader);
    event.themes = present & OneTheme ? QList{readId<ThemeId>(reader)} : readIds<ThemeId>(reader);
    if (present & PlainClaim) {
        event.claims = {DateClaim{1, dateOf(reader.text()), {}, {}, true, {}}};
    } else {
        event.claims.resize(static_cast<qsizetype>(reader.number()));
        for (DateClaim& claim : event.claims)
            claim = readClaim(reader);
    }
    event.key = readText(reader);
    event.title = readText(reader);
    if (present & ShortTitle)
        event.shortTitle = readText(reader);
    if (present & Summary)
        event.summary = readText(reader);
    if (present & Place)
        event.place = readText(reader);
    if (present & TenorCitation)
        event.tenorCitation = readId<CitationId>(reader);
    if (present & Citations)
        event.citations = readIds<CitationId>(reader);
    if (present & MediaList)
        event.media = readIds<MediaId>(reader);
}

/// Reads what stands before the themes; what is present after it is in the answer.
template <typename Holder>
static quint8 readFront(ByteReader& reader, Holder& holder) {
    const quint8 present = reader.byte();
    readWords(reader.byte(), holder);
    holder.kind = readId<EventKindId>(reader);
    return present;
}

/// Reads up to the short title; what is present after it is in the answer.
static quint8 readView(ByteReader& reader, EventView& view) {
    const quint8 present = readFront(reader, view);
    const quint64 themes = present & OneTheme ? 1 : reader.number();
    for (quint64 i = 0; i < themes; ++i)
        if (const auto theme = readId<ThemeId>(reader); i == 0)
            view.firstTheme = theme;
    if (present & PlainClaim) {
        view.claims = 1;
        view.date = reader.text();
    } else {
        readClaims(reader, view);
    }
    view.key = reader.text();
    view.title = reader.text();
    if (present & ShortTitle)
        view.shortTitle = reader.text();
    return present;
}

EventView viewOf(QByteArrayView packedEvent) {
    EventView view;
    ByteReader reader(packedEvent);
    readView(reader, view);
    return view;
}

CitationId firstCitationOf(QByteArrayView packedEvent) {
    EventView view;
    ByteReader reader(packedEvent);
    const quint8 present = readView(reader, view);
    if (!(present & Citations))
        return {};
    if (present & Summary)
        reader.text();
    if (present & Place)
        reader.text();
    if (present & TenorCitation)
        readId<CitationId>(reader);
    return reader.number() > 0 ? readId<CitationId>(reader) : CitationId();
}

/// Reads up to the first theme; what is present after it is in the answer.
static quint8 readTraits(ByteReader& reader, EventTraits& traits) {
    const quint8 present = readFront(reader, traits);
    const auto themes = present & OneTheme ? 1 : static_cast<qsizetype>(reader.number());
    if (themes > 0)
        traits.firstTheme = readId<ThemeId>(reader);
    traits.moreThemes = std::max<qsizetype>(themes - 1, 0);
    traits.rest = reader;
    return present;
}

EventTraits traitsOf(QByteArrayView packedEvent) {
    EventTraits traits;
    ByteReader reader(packedEvent);
    readTraits(reader, traits);
    return traits;
}

static bool passCitedClaims(ByteReader& reader) {
    bool any = false;
    for (quint64 left = reader.number(); left > 0; --left)
        any = passClaim(reader).cited || any;
    return any;
}

EventEvidence evidenceIn(QByteArrayView packedEvent) {
    EventEvidence evidence;
    EventTraits traits;
    ByteReader reader(packedEvent);
    const quint8 present = readTraits(reader, traits);
    for (qsizetype i = 0; i < traits.moreThemes; ++i)
        reader.number();
    if (present & PlainClaim)
        reader.text();
    else
        evidence.isCited = passCitedClaims(reader);
    for (int texts = present & ShortTitle ? 3 : 2; texts > 0; --texts) // key and titles
        reader.text();
    if (present & Summary)
        evidence.summary = reader.text();
    if (present & Place)
        reader.text();
    if (present & TenorCitation)
        evidence.isCited = readId<CitationId>(reader).isValid() || evidence.isCited;
    if (present & Citations)
        evidence.isCited = passIds(reader) || evidence.isCited;
    return evidence;
}

void pack(EventId event, ActorId actor, QByteArrayView role, const QList<CitationId>& citations, ByteWriter& writer) {
    writeId(writer, event);
    writeId(writer, actor);
    if (role.isEmpty() && citations.isEmpty())
        return;
    writer.text(role);
    if (!citations.isEmpty())
        writeIds(writer, citations);
}

void pack(const Participation& row, ByteWriter& writer) {
    pack(row.event, row.actor, row.role.toUtf8(), row.citations, writer);
}

void unpack(QByteArrayView record, Participation& row) {
    ByteReader reader(record);
    row.event = readId<EventId>(reader);
    row.actor = readId<ActorId>(reader);
    if (reader.atEnd())
        return;
    row.role = readText(reader);
    if (!reader.atEnd())
        row.citations = readIds<CitationId>(reader);
}

ParticipationView participationViewOf(QByteArrayView packedParticipation) {
    ByteReader reader(packedParticipation);
    const auto event = readId<EventId>(reader);
    return {event, readId<ActorId>(reader)};
}

bool isCited(QByteArrayView packedParticipation) {
    ByteReader reader(packedParticipation);
    readId<EventId>(reader);
    readId<ActorId>(reader);
    if (reader.atEnd())
        return false;
    reader.text();
    return !reader.atEnd() && passIds(reader);
}

} // namespace entente::model
