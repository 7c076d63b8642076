#include "tests/timeline/layout/support_scene.h"

#include <QRandomGenerator>

namespace entente::test {

using namespace model;

static QString someDate(QRandomGenerator& random, const QList<Day>& clumps) {
    const Day day = random.bounded(3) > 0 ? clumps[random.bounded(clumps.size())] + random.bounded(90)
                                          : dayOf(1990, 1, 1) + random.bounded(12'000);
    const QString text = isoText(day);
    switch (random.bounded(10)) {
    case 0:
        return text.left(4);
    case 1:
        return text.left(7);
    case 2:
        return text + '~';
    case 3:
    case 4:
    case 5:
        return QStringLiteral("%1/%2").arg(text, isoText(day + 1 + random.bounded(1500)));
    default:
        return text;
    }
}

DossierPointer someDossier(int count, quint32 seed) {
    QRandomGenerator random(seed);
    Tables tables;
    for (int lane = 0; lane < 7; ++lane)
        tables.themes.append({QString("lane-%1").arg(lane), QString("Lane %1").arg(lane), "globe", lane + 1, {}});
    tables.eventKinds.append({"fact", "Fact", Mark::Square, Tenor::Neutral});
    QList<Day> clumps;
    for (int i = 0; i < 4; ++i)
        clumps.append(dayOf(1995, 1, 1) + random.bounded(10'000));
    for (int i = 0; i < count; ++i) {
        Event event;
        event.key = QString("event-%1").arg(i);
        event.title = QString("What happened as number %1 %2").arg(i).arg(QString(random.bounded(25), 'x'));
        event.shortTitle = QString("Number %1").arg(i);
        event.kind = EventKindId(0);
        event.importance = random.bounded(10) == 0 ? keyImportance : 1 + random.bounded(4);
        event.themes = {ThemeId(random.bounded(7))};
        DateClaim claim;
        claim.date = *Edtf::parse(someDate(random, clumps));
        claim.preferred = true;
        event.claims = {claim};
        tables.events.append(event);
    }
    return std::make_shared<const Dossier>(std::move(tables));
}

timeline::Input inputOf(const DossierPointer& dossier, QSizeF size) {
    timeline::Input input;
    input.dossier = dossier;
    input.lanes = std::make_shared<const timeline::Lanes>(*dossier, LaneChoice(), Filter(), timeline::LaneWords());
    input.shown = QList<bool>(dossier->tables().events.size(), true);
    input.size = size;
    const auto span = dossier->span();
    const double width = static_cast<double>(span->last - span->first) + 1;
    input.whole = {static_cast<double>(span->first) - 0.04 * width, static_cast<double>(span->last) + 1 + 0.04 * width};
    input.span = input.whole;
    input.measures.width = [](const QString& text, timeline::TextKind) {
        return 7.0 * static_cast<double>(text.size());
    };
    input.measures.elided = [](const QString& text, timeline::TextKind, double room) {
        return text.left(static_cast<qsizetype>(std::max(0.0, room) / 7));
    };
    input.words.date = [dossier](EventId event) { return dossier->claimInUse(event)->date.text(); };
    input.words.dateAndPlace = [date = input.words.date](EventId event) { return date(event) + " here"; };
    input.words.day = [](Day day) { return isoText(day); };
    input.words.tick = [](timeline::TickUnit, Day day, qint32, bool) { return isoText(day).left(7); };
    return input;
}

} // namespace entente::test
