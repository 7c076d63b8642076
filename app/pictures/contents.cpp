#include "app/pictures/network_part.h"

namespace entente::pictures {

namespace {

bool isInSpan(const model::Dossier& dossier, model::EventId event, const exploration::View& view) {
    if (!view.span)
        return true;
    return model::mayOverlap(dossier, event, static_cast<model::Day>(std::floor(view.span->first)),
                             static_cast<model::Day>(std::ceil(view.span->last)) - 1);
}

/// As sources are named in running text: who published, else who wrote, else what it is called.
QString shortName(const model::Source& source) {
    if (!source.publisher.isEmpty())
        return source.publisher;
    return source.author.isEmpty() ? source.title : source.author;
}

/// Those of some events that the filter lets through, where a timeline is drawn.
template <typename Events>
QList<model::EventId> filtered(const Events& all, const model::Dossier& dossier, const Request& request) {
    QList<model::EventId> events;
    if (!showsTimeline(request))
        return events;
    const QList<bool> shown = model::shownEvents(request.view.filter, dossier);
    for (const model::EventId event : all)
        if (shown[event.index])
            events.append(event);
    return events;
}

QList<model::EventId> filteredIn(const model::Dossier& dossier, const Request& request) {
    QList<model::EventId> events = filtered(dossier.eventsInOrder(), dossier, request);
    events.removeIf([&](model::EventId event) { return !isInSpan(dossier, event, request.view); });
    return events;
}

QList<model::EventId> filteredUndated(const model::Dossier& dossier, const Request& request) {
    return filtered(dossier.undatedEvents(), dossier, request);
}

} // namespace

Progress rising(const Progress& progress) {
    return [progress, most = std::make_shared<double>(0)](double share) {
        *most = std::max(*most, share);
        return !progress || progress(*most);
    };
}

QList<model::EventId> eventsIn(const model::Dossier& dossier, const Request& request) {
    QList<model::EventId> events = filteredIn(dossier, request);
    if (request.mostEvents <= 0 || events.size() <= request.mostEvents)
        return events;
    std::vector<std::tuple<bool, int, qsizetype>> ranks; // an event is looked at once: unpacking it takes its time
    ranks.reserve(static_cast<size_t>(events.size()));
    for (qsizetype i = 0; i < events.size(); ++i)
        ranks.emplace_back(request.view.selection == model::Subject(events[i]), dossier.view(events[i]).importance, -i);
    std::partial_sort(ranks.begin(), ranks.begin() + request.mostEvents, ranks.end(), std::greater<>());
    QList<model::EventId> kept;
    for (auto rank = ranks.begin(); rank != ranks.begin() + request.mostEvents; ++rank)
        kept.append(events[-std::get<2>(*rank)]);
    events = std::move(kept);
    std::sort(events.begin(), events.end(),
              [&](model::EventId a, model::EventId b) { return dossier.orderOf(a) < dossier.orderOf(b); });
    return events;
}

QList<bool> shownIn(const model::Dossier& dossier, const Request& request) {
    if (request.mostEvents <= 0)
        return model::shownEvents(request.view.filter, dossier);
    QList<bool> shown(dossier.tables().events.size(), false);
    for (const model::EventId event : eventsIn(dossier, request))
        shown[event.index] = true;
    return shown;
}

QList<model::EventId> undatedIn(const model::Dossier& dossier, const Request& request) {
    return request.mostEvents > 0 ? QList<model::EventId>() : filteredUndated(dossier, request);
}

LeftOut leftOutOf(const model::Dossier& dossier, const Request& request) {
    if (request.mostEvents <= 0)
        return {};
    const QList<bool> shown = shownIn(dossier, request);
    LeftOut leftOut{filteredIn(dossier, request), filteredUndated(dossier, request), !request.view.filter.isEmpty()};
    leftOut.dated.removeIf([&](model::EventId event) { return shown[event.index]; });
    return leftOut;
}

model::Network networkIn(const model::Dossier& dossier, const Request& request, model::Day moment) {
    const exploration::View& view = request.view;
    QSet<model::ActorId> expanded = model::expandedBy(dossier, view.selection);
    if (view.focus && dossier.actor(view.focus->actor).kind == model::ActorKind::Agreement)
        expanded << view.focus->actor;
    return model::networkAt(dossier, moment, view.filter, {view.showEnded, expanded});
}

QString titleOf(const model::Dossier& dossier, const Request& request) {
    const QString title = request.title.simplified();
    return title.isEmpty() ? dossier.head().title.simplified() : title;
}

QString spanOf(const model::Dossier& dossier, const Request& request, const wording::Wording& wording) {
    if (const auto& span = request.view.span) {
        const auto last = static_cast<model::Day>(std::ceil(span->last)) - 1;
        return wording.spanWords(static_cast<model::Day>(std::floor(span->first)), last);
    }
    const auto known = dossier.span();
    return known ? wording.spanWords(known->first, known->last) : QString();
}

QList<model::Subject> subjectsIn(const model::Dossier& dossier, const Request& request) {
    QList<model::Subject> subjects;
    for (const model::EventId event : eventsIn(dossier, request) + undatedIn(dossier, request))
        subjects.append(event);
    for (const model::Day moment : momentsOf(request))
        for (const model::Tie& tie : networkIn(dossier, request, moment).ties)
            subjects.append(tie.subject());
    return subjects;
}

QList<model::SourceId> sourcesBehind(const model::Dossier& dossier, const QList<model::CitationId>& citations) {
    QList<model::SourceId> sources;
    for (const model::CitationId citation : citations)
        if (const auto source = citation.isValid() ? dossier.citation(citation).source : model::SourceId();
            source.isValid() && !sources.contains(source))
            sources.append(source);
    return sources;
}

QList<model::SourceId> quotedIn(const model::Dossier& dossier, const Request& request) {
    QList<model::SourceId> sources;
    QSet<model::SourceId> seen;
    for (const model::Subject& subject : subjectsIn(dossier, request)) {
        if (sources.size() == dossier.tables().sources.size())
            break; // a million events more would not add any
        for (const model::SourceId source : sourcesBehind(dossier, dossier.evidenceOf(subject)))
            if (!seen.contains(source)) {
                seen.insert(source);
                sources.append(source);
            }
    }
    return sources;
}

QStringList sourcesOf(const model::Dossier& dossier, const Request& request) {
    QStringList names;
    for (const model::SourceId source : quotedIn(dossier, request)) {
        const QString name = shortName(dossier.source(source)).simplified();
        if (!name.isEmpty() && !names.contains(name))
            names.append(name);
    }
    return names;
}

QString colophonOf(const model::Dossier& dossier, const wording::Wording& wording) {
    const model::Head& head = dossier.head();
    const auto modified = model::Edtf::parse(head.modified.left(10));
    QStringList parts{Text::tr("Dossier “%1”").arg(head.title.simplified())};
    if (!head.version.isEmpty())
        parts.append(Text::tr("version %1").arg(head.version.simplified()));
    if (modified)
        parts.append(wording.date(*modified, wording::Style::Short));
    return parts.join(Text::tr(", ", "between the parts of an enumeration"));
}

QList<model::Tenor> tenorsOf(const QList<timeline::Scene>& scenes) {
    QList<model::Tenor> tenors;
    const auto add = [&tenors](model::Tenor tenor) {
        if (!tenors.contains(tenor))
            tenors.append(tenor);
    };
    for (const timeline::Scene& scene : scenes) {
        for (const timeline::EventMark& mark : scene.marks)
            if (mark.emphasis != timeline::Emphasis::FilteredOut &&
                (mark.inFrame || mark.bar || !mark.otherClaims.isEmpty()))
                add(mark.tenor);
        for (const timeline::DensityStrip& strip : scene.density)
            for (const timeline::DensityStrip::Heights& heights : strip.columns)
                for (size_t tenor = 0; tenor < heights.size(); ++tenor)
                    if (heights[tenor] > 0)
                        add(static_cast<model::Tenor>(tenor));
    }
    std::sort(tenors.begin(), tenors.end());
    return tenors;
}

namespace {

/// What of the ways to draw a date occurs.
struct Glyphs {
    bool hollow = false, dashed = false, brackets = false, fade = false, chevrons = false, bridge = false, dot = false,
         left = false, numbers = false, window = false;
    int unnamed = 0, undated = 0;

    void add(const timeline::Scene& scene);
    void add(const timeline::EventMark& mark);
    void addEnd(timeline::End end);
};

void Glyphs::addEnd(timeline::End end) {
    brackets |= end == timeline::End::Bracket;
    fade |= end == timeline::End::Fade;
    chevrons |= end == timeline::End::Chevrons;
}

void Glyphs::add(const timeline::EventMark& mark) {
    const bool isMarkDrawn = mark.inFrame && !mark.inPill;
    if (mark.emphasis == timeline::Emphasis::FilteredOut) {
        left |= isMarkDrawn;
        return;
    }
    hollow |= isMarkDrawn && mark.hollow;
    dashed |= isMarkDrawn && mark.dashed;
    dot |= isMarkDrawn && mark.dot;
    bridge |= mark.bridge.has_value();
    if (mark.bar) {
        addEnd(mark.barLeft);
        addEnd(mark.barRight);
    }
}

void Glyphs::add(const timeline::Scene& scene) {
    for (const timeline::EventMark& mark : scene.marks)
        add(mark);
    numbers |= !scene.keys.isEmpty();
    window |= !scene.window.isNull();
    unnamed += static_cast<int>(scene.unnamed);
    undated += scene.undatedUnnamed;
}

} // namespace

QStringList explanationsOf(const QList<timeline::Scene>& scenes, const LeftOut& leftOut, bool areListed) {
    const auto dated = static_cast<int>(leftOut.dated.size()), undated = static_cast<int>(leftOut.undated.size());
    Glyphs glyphs;
    for (const timeline::Scene& scene : scenes)
        glyphs.add(scene);
    const std::pair<bool, QString> sentences[] = {
        {glyphs.unnamed > 0,
         Text::tr("%n further event(s) are not named; columns show how many.", nullptr, glyphs.unnamed)},
        {glyphs.undated > 0, Text::tr("%n further event(s) without a date.", nullptr, glyphs.undated)},
        {glyphs.hollow, Text::tr("Hollow marks: date not exact.")},
        {glyphs.dashed, Text::tr("Dashed outlines: claimed or expected.")},
        {glyphs.brackets, Text::tr("Brackets: first and last possible day.")},
        {glyphs.fade, Text::tr("Fading bars: this end is not known exactly.")},
        {glyphs.bridge && glyphs.dot, Text::tr("Dashed bridge: several dates claimed, the dot marks the one used.")},
        {glyphs.bridge && !glyphs.dot, Text::tr("Dashed bridge: several dates claimed.")},
        {glyphs.dot && !glyphs.bridge, Text::tr("Dot in a mark: several dates claimed, this is the one used.")},
        {glyphs.chevrons, Text::tr("Arrowheads: still going on.")},
        {glyphs.window, Text::tr("Framed stretch: enlarged below.")},
        {glyphs.numbers, Text::tr("Numbers: named in the list.")},
        {dated > 0 && glyphs.left && !areListed, Text::tr("Grey dots: %n further event(s).", nullptr, dated)},
        {dated > 0 && !glyphs.left && !areListed, Text::tr("%n further event(s) are left out.", nullptr, dated)},
        {undated > 0 && !areListed, Text::tr("%n undated event(s) are not shown.", nullptr, undated)},
        {dated == 0 && glyphs.left, Text::tr("Grey dots: left out by the filter.")},
        {dated > 0 && glyphs.left && leftOut.isFiltered, Text::tr("Other grey dots: left out by the filter.")},
    };
    QStringList occurring;
    for (const auto& [occurs, sentence] : sentences)
        if (occurs)
            occurring.append(sentence);
    return occurring;
}

} // namespace entente::pictures
