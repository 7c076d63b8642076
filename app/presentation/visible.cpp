#include "app/presentation/visible.h"

#include <QRegularExpression>
#include <algorithm>

namespace entente::presentation {

namespace {

const QString blot = QStringLiteral("\u2022\u2022\u2022\u2022");

struct VisibleText {
    Q_DECLARE_TR_FUNCTIONS(entente::presentation::Visible)
};

/// The start of a date alone, where what follows must not be told.
QString startOnly(const model::Edtf& date, const wording::Wording& wording) {
    const auto start = model::Edtf::parse(date.text().section('/', 0, 0));
    return start ? VisibleText::tr("from %1").arg(wording.date(*start, wording::Style::Full)) : QString();
}

bool isPast(const model::Edtf& date, const Veil& veil) {
    return date.latest().isKnown() && isVisible(date.latest().day, veil);
}

/// Whether a word may go on beside this letter. Chinese and its like have no gaps between words.
bool endsWord(QChar letter) {
    return !letter.isLetterOrNumber() || letter.script() == QChar::Script_Han ||
           letter.script() == QChar::Script_Hiragana || letter.script() == QChar::Script_Katakana;
}

/// What finds a name as a word of its own.
QString patternOf(const QString& name) {
    const QString before = endsWord(name.front()) ? QString() : QStringLiteral("(?<![\\p{L}\\p{N}])");
    const QString after = endsWord(name.back()) ? QString() : QStringLiteral("(?![\\p{L}\\p{N}])");
    return before + QRegularExpression::escape(name) + after;
}

/// Names that occur in a text, the longest first, so that none is left over within another.
QStringList namesIn(const QString& text, const model::Dossier& dossier) {
    QStringList names;
    for (const model::Actor& actor : dossier.tables().actors)
        for (const QString& name : {actor.name, actor.shortName})
            if (name.size() > 1 && text.contains(name))
                names.append(patternOf(name));
    std::stable_sort(names.begin(), names.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
    return names;
}

} // namespace

bool isVisible(model::Day day, const Veil& veil) {
    return !veil.horizon || day <= *veil.horizon;
}

bool isVisible(const model::Dossier& dossier, model::EventId event, const Veil& veil) {
    if (!veil.horizon)
        return true;
    const auto begun = model::momentOf(dossier, event);
    return begun && isVisible(*begun, veil);
}

bool isEndVisible(const model::Extent& date, const Veil& veil) {
    return !veil.horizon || (date.latest().isKnown() && isVisible(date.latest().day, veil));
}

QSet<model::ActorId> laterActors(const model::Dossier& dossier, const Veil& veil) {
    if (!veil.horizon)
        return {};
    QSet<model::ActorId> ever, now;
    for (const model::Participation& part : dossier.tables().participations) {
        ever.insert(part.actor);
        if (part.event.isValid() && isVisible(dossier, part.event, veil))
            now.insert(part.actor);
    }
    for (const model::Period& period : dossier.tables().periods) {
        if (!period.relationship.isValid())
            continue;
        const model::Relationship& tie = dossier.relationship(period.relationship);
        ever << tie.from << tie.to;
        const auto start = model::possibleStart(period);
        if (!start || isVisible(*start, veil))
            now << tie.from << tie.to;
    }
    return ever - now;
}

QList<model::EventId> visibleEvents(const model::Dossier& dossier, const model::Filter& filter, const Veil& veil) {
    const QList<bool> shown = model::shownEvents(filter, dossier);
    QList<model::EventId> events;
    for (const model::EventId event : dossier.eventsInOrder())
        if (shown.value(event.index, true) && isVisible(dossier, event, veil))
            events.append(event);
    return events;
}

std::optional<model::Tie> visibleTie(const model::Tie& tie, const Veil& veil) {
    if (tie.since && !isVisible(*tie.since, veil))
        return {};
    model::Tie shown = tie;
    if (shown.until && !isVisible(*shown.until, veil))
        shown.until.reset();
    return shown;
}

QString visibleDate(const model::Dossier& dossier, model::EventId event, const Veil& veil,
                    const wording::Wording& wording) {
    const auto date = dossier.dateOf(event);
    if (!date || veil.dates)
        return {};
    const QList<model::DateClaim> others = dossier.conflictingClaims(event);
    const bool othersPast = std::all_of(others.begin(), others.end(),
                                        [&](const model::DateClaim& claim) { return isPast(claim.date, veil); });
    if (!veil.horizon || (othersPast && isPast(*date, veil)))
        return others.isEmpty() ? wording.date(*date, wording::Style::Full)
                                : wording.eventDate(dossier, event, wording::Style::Full);
    if (isPast(*date, veil))
        return wording.date(*date, wording::Style::Full);
    const auto begun = model::momentOf(*date);
    if (date->isInterval() && isVisible(dossier, event, veil))
        return startOnly(*date, wording);
    return begun && isVisible(*begun, veil) ? wording.date(*date, wording::Style::Full) : QString();
}

QString visibleSource(const model::Source& source, const Veil& veil, const wording::Wording& wording) {
    QString name = source.publisher;
    for (const QString& other : {source.author, source.title})
        if (name.isEmpty())
            name = other;
    name = name.simplified();
    const QString date = veil.horizon || veil.dates ? QString() : wording.sourceDate(source);
    return name.isEmpty() || date.isEmpty() ? name : VisibleText::tr("%1, %2", "a source and its date").arg(name, date);
}

QString visibleWords(const model::Dossier& dossier, const QString& text, const Veil& veil) {
    QString shown = text;
    const QStringList names = veil.names ? namesIn(text, dossier) : QStringList();
    if (!names.isEmpty())
        shown.replace(QRegularExpression(names.join('|'), QRegularExpression::UseUnicodePropertiesOption), blot);
    if (veil.dates) { // after the names, of which a year may be a part
        static const QRegularExpression year(QStringLiteral("(?<!\\d)\\d{4}(?!\\d)"));
        shown.replace(year, blot);
    }
    return shown;
}

model::Day visibleLast(model::Day wanted, const Veil& veil) {
    return veil.horizon ? std::min(wanted, *veil.horizon) : wanted;
}

} // namespace entente::presentation
