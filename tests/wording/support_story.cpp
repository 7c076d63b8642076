#include "tests/wording/support_story.h"

namespace entente::test {

using namespace model;

static Tables emptyStage() {
    Tables tables;
    tables.head.title = QStringLiteral("Treaties");
    tables.sources.append(Source{.key = "gazette",
                                 .kind = "news",
                                 .title = "Gazette & {Post}",
                                 .author = "A. Writer",
                                 .publisher = "Post House",
                                 .published = "2025-01-18",
                                 .url = "https://example.org/a_b",
                                 .archivedUrl = {},
                                 .accessed = {},
                                 .licence = {}});
    tables.citations.append(
        Citation{.key = "gazette-3", .source = SourceId(0), .locator = "p. 3", .note = {}, .quotation = {}});
    tables.themes.append(Theme{.key = "treaties", .label = "Treaties", .icon = {}, .position = 1, .lane = {}});
    tables.eventKinds.append(EventKind{"signing", "Signing", Mark::Disc, Tenor::Cooperation});
    Actor north, south;
    north.key = "north";
    north.name = "North";
    south.key = "south";
    south.name = "South";
    tables.actors = {north, south};
    return tables;
}

DossierPointer dossierOf(const QList<QStringList>& claims) {
    Tables tables = emptyStage();
    for (const QStringList& texts : claims) {
        Event event;
        event.key = QString("event-%1").arg(tables.events.size() + 1);
        event.title = QString("Event %1").arg(tables.events.size() + 1);
        event.kind = EventKindId(0);
        event.themes = {ThemeId(0)};
        for (const QString& text : texts) {
            DateClaim claim;
            claim.position = static_cast<int>(event.claims.size()) + 1;
            claim.date = *Edtf::parse(text);
            claim.preferred = event.claims.isEmpty();
            event.claims.append(claim);
        }
        tables.events.append(event);
    }
    return std::make_shared<const Dossier>(tables);
}

PeriodBound periodBound(const QString& text) {
    if (text.isEmpty())
        return {};
    if (text == QLatin1String(".."))
        return {PeriodBound::Kind::Open, {}};
    return {PeriodBound::Kind::Dated, *Edtf::parse(text)};
}

QString EnglishPlurals::translate(const char*, const char* source, const char*, int n) const {
    if (n < 0)
        return {};
    return QString::fromUtf8(source).replace(QLatin1String("(s)"), n == 1 ? QString() : QStringLiteral("s"));
}

} // namespace entente::test
