#include "app/relations/view/input.h"

#include "app/relations/view/painter.h"
#include "app/relations/view/words.h"

#include <QCoreApplication>

namespace entente::relations {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(entente::relations::NetworkView)
};

QString meaningText(LineMeaning meaning) {
    switch (meaning) {
    case LineMeaning::Treaty:
        return Texts::tr("treaty");
    case LineMeaning::Pending:
        return Texts::tr("not in force");
    case LineMeaning::Tie:
        return Texts::tr("tie");
    case LineMeaning::Informal:
        return Texts::tr("informal");
    case LineMeaning::Pressure:
        return Texts::tr("sanctions");
    case LineMeaning::Hostilities:
        return Texts::tr("hostilities");
    case LineMeaning::Office:
        return Texts::tr("office");
    case LineMeaning::New:
        return Texts::tr("new");
    case LineMeaning::Changed:
        return Texts::tr("changed");
    case LineMeaning::Gone:
        return Texts::tr("gone");
    case LineMeaning::Bundle:
        return Texts::tr("more ties of the same two");
    case LineMeaning::Ended:
        break;
    }
    return Texts::tr("ended");
}

QString signText(model::Difference difference) {
    switch (difference) {
    case model::Difference::New:
        return QStringLiteral("+");
    case model::Difference::Gone:
        return QStringLiteral("\u2212");
    case model::Difference::Changed:
        return QStringLiteral("\u00B1");
    default:
        return {};
    }
}

/// An agreement in focus or at an end of a path is drawn as a node, as a selected one is.
QSet<model::ActorId> expandedIn(const model::Dossier& dossier, const exploration::View& view) {
    QSet<model::ActorId> expanded = expandedBy(dossier, view.selection);
    if (view.focus)
        expanded |= expandedBy(dossier, view.focus->actor);
    if (view.route)
        expanded |= expandedBy(dossier, view.route->from) | expandedBy(dossier, view.route->to);
    return expanded;
}

void takeNetwork(const model::Dossier& dossier, const exploration::View& view, Input& input) {
    const QSet<model::ActorId> expanded = expandedIn(dossier, view);
    if (!view.compared) {
        input.network = networkAt(dossier, view.moment, view.filter, {view.showEnded, expanded});
        return;
    }
    const model::Comparison both = compare(dossier, *view.compared, view.moment, view.filter, expanded);
    input.network = both.network;
    input.differences = both.ties;
}

std::optional<model::Path> pathOf(const model::Dossier& dossier, const exploration::View& view) {
    if (!view.route)
        return {};
    model::PathOptions options;
    options.filter = view.filter;
    return view.route->inTime ? pathInTime(dossier, view.route->from, view.route->to, options)
                              : pathAt(dossier, view.moment, view.route->from, view.route->to, options);
}

bool isEmpty(const model::Network& network) {
    return std::all_of(network.ties.begin(), network.ties.end(),
                       [](const model::Tie& tie) { return tie.ended || tie.kind == model::Tie::Kind::PartOf; });
}

QString emptyText(const Input& input, const wording::Wording& wording) {
    if (input.dossier->isBlank())
        return {};
    const auto first = firstTieDay(*input.dossier);
    if (anyTieHolds(*input.dossier, input.network.moment))
        return Texts::tr("The filter hides every tie of this moment.");
    if (!first)
        return Texts::tr("This dossier records no ties.");
    if (input.network.moment >= *first)
        return Texts::tr("No recorded ties on %1").arg(wording.day(input.network.moment, wording::Style::Short));
    return Texts::tr("No recorded ties before %1").arg(wording.day(*first, wording::Style::Short));
}

} // namespace

Words wordsOf(const wording::Wording& wording) {
    Words words;
    words.tie = [wording](const model::Tie& tie) { return wording.tieLabel(tie); };
    words.sources = [](int count) {
        return count > 0 ? Texts::tr("%n source(s)", nullptr, count) : Texts::tr("no source");
    };
    words.state = [wording](model::PeriodState state) { return wording.state(state); };
    words.meaning = meaningText;
    words.sign = signText;
    return words;
}

bool anyTieHolds(const model::Dossier& dossier, model::Day moment) {
    return !isEmpty(networkAt(dossier, moment));
}

std::optional<model::Day> firstTieDay(const model::Dossier& dossier) {
    std::optional<model::Day> first;
    for (const model::Period& period : dossier.tables().periods) {
        if (const auto start = possibleStart(period))
            first = std::min(first.value_or(*start), *start);
    }
    return first;
}

static Input inputWithoutNetwork(const model::DossierPointer& dossier, const exploration::View& view,
                                 const theme::Theme& theme, const wording::Wording& wording, const Places& places,
                                 const QRectF& frame) {
    Input input;
    input.dossier = dossier;
    input.places = places;
    input.frame = frame;
    input.centre = view.network.centre;
    input.zoom = view.network.zoom;
    input.selection = view.selection;
    if (view.focus) {
        input.focus = view.focus->actor;
        input.focusSteps = view.focus->steps;
    }
    input.measures = measuresOf(theme);
    input.words = wordsOf(wording);
    return input;
}

Input inputOf(const model::DossierPointer& dossier, const exploration::View& view, const theme::Theme& theme,
              const wording::Wording& wording, const Places& places, const QRectF& frame) {
    Input input = inputWithoutNetwork(dossier, view, theme, wording, places, frame);
    takeNetwork(*dossier, view, input);
    input.path = pathOf(*dossier, view);
    return input;
}

Input inputOf(const exploration::Exploration& exploration, const theme::Theme& theme, const wording::Wording& wording,
              const Places& places, const QRectF& frame) {
    Input input = inputWithoutNetwork(exploration.dossier(), exploration.view(), theme, wording, places, frame);
    input.network = exploration.network();
    if (const model::Comparison* comparison = exploration.comparison())
        input.differences = comparison->ties;
    input.path = exploration.path();
    return input;
}

Scene sceneOf(const Input& input, const wording::Wording& wording) {
    Scene scene = layOut(input);
    if (isEmpty(input.network)) {
        const double s = input.measures.scale;
        scene.emptyText = emptyText(input, wording);
        scene.emptyBox = QRectF(scene.frame.left() + 18 * s, scene.frame.bottom() - 30 * s,
                                input.measures.label(scene.emptyText) + 4 * s, 22 * s);
        scene.legend.clear();
    }
    return scene;
}

} // namespace entente::relations
