#include "app/pictures/network_part.h"

#include "app/pictures/blank_text.h"
#include "app/pictures/network_column.h"
#include "app/presentation/small_network.h"
#include "app/relations/view/input.h"
#include "app/relations/view/painter.h"

#include <algorithm>
#include <cmath>

namespace entente::pictures {

using theme::Theme;

namespace {

constexpr QSizeF networkAtOne(560, 420);
constexpr double headingHeight = 40;
constexpr double leastPanelForHeading = 110;
constexpr double projectedLabel = 36; // on 1080 lines

bool fitsHeading(const NetworkRoom& room, const Theme& look) {
    return room.hasHeading && room.panel.height() > look.px(leastPanelForHeading);
}

/// Who has ties at the moment of a request, but is not drawn.
int leftOutOf(const relations::Scene& drawn, const model::Network& network) {
    QSet<model::ActorId> left;
    for (const model::Tie& tie : network.ties)
        if (!tie.ended)
            left << tie.from << tie.to;
    for (const relations::Node& node : drawn.nodes)
        left.remove(node.actor);
    return static_cast<int>(left.size());
}

/// A dossier with the names of its actors as one shows them that is drawn in its place: with rules to write on.
model::DossierPointer withNamesOf(const model::DossierPointer& whole, const model::Dossier& drawn) {
    const auto isNamedAlike = [](const model::Actor& one, const model::Actor& other) {
        return one.name == other.name && one.shortName == other.shortName && one.code == other.code;
    };
    const auto &actors = whole->tables().actors, &names = drawn.tables().actors;
    if (std::equal(actors.begin(), actors.end(), names.begin(), names.end(), isNamedAlike) ||
        actors.size() != names.size())
        return whole;
    model::Tables tables = whole->tables();
    for (qsizetype i = 0; i < names.size(); ++i) {
        model::Actor& actor = tables.actors[i];
        actor.name = names.at(i).name;
        actor.shortName = names.at(i).shortName;
        actor.code = names.at(i).code;
        actor.aliases = names.at(i).aliases;
    }
    return std::make_shared<const model::Dossier>(std::move(tables));
}

/// Sets where all of a dossier sit, and their canvas, from what was found at scale one.
void seat(relations::Input& input, const QRectF& canvas, const QList<relations::Seat>& seats, double scale) {
    const auto enlarged = [&](const QRectF& box) {
        return box.isNull() ? box : QRectF(input.frame.topLeft() + scale * box.topLeft(), scale * box.size());
    };
    input.canvas = enlarged(canvas);
    input.seats = seats;
    for (relations::Seat& seat : input.seats)
        for (QRectF* box : {&seat.form, &seat.nameBox, &seat.statusRoom})
            *box = enlarged(*box);
}

/// Sets where all of a dossier sit, found at the scale of the window and enlarged: so nobody moves from frame to frame
/// of one shape, however large they are, nor because some are not known yet.
void seatAsInWindow(relations::Input& input, const model::Dossier& dossier, const Theme& look, JobPlaces& jobPlaces,
                    bool hasBlanks) {
    const double scale = look.scale();
    const relations::Measures measures = relations::measuresOf(Theme(look.scheme()));
    const QRectF plainFrame(0, 0, std::floor(input.frame.width() / scale), std::floor(input.frame.height() / scale));
    const QRectF canvas = relations::canvasOf(dossier, plainFrame, measures, input.words);
    const QRectF home = relations::homeIn(canvas, measures);
    QList<relations::Seat> seats;
    if (!home.isEmpty())
        seats = jobPlaces.seatsIn(home, dossier, hasBlanks);
    seat(input, canvas, seats, scale);
}

} // namespace

QList<model::Day> momentsOf(const Request& request) {
    if (!showsNetwork(request))
        return {};
    return request.moments.isEmpty() ? QList<model::Day>{request.view.moment} : request.moments;
}

double scaleInPanel(QSizeF panel) {
    return std::min(panel.width() / networkAtOne.width(), panel.height() / networkAtOne.height());
}

Theme lookOf(const Request& request, const NetworkRoom& room) {
    if (request.leastName > 0)
        return presentation::networkTheme(request.scheme, request.leastName / projectedLabel);
    const double fitting = scaleInPanel(room.panel.size());
    return Theme(request.scheme,
                 std::clamp(fitting, room.smallestScale, std::max(room.smallestScale, room.largestScale)));
}

QRectF networkFrame(const Theme& look, const NetworkRoom& room, double column) {
    QRectF frame = room.panel.adjusted(column, 0, 0, 0);
    if (column <= 0 && fitsHeading(room, look))
        frame.setTop(std::min(frame.top() + look.px(headingHeight), frame.center().y()));
    return frame;
}

NetworkPart networkPart(const model::DossierPointer& dossier, const Request& request, const wording::Wording& wording,
                        model::Day moment, const NetworkRoom& room, JobPlaces& jobPlaces,
                        const std::optional<NetworkFit>& fit) {
    const Theme look = fit ? Theme(request.scheme, fit->scale) : lookOf(request, room);
    NetworkPart part{{}, room.panel, look, fitsHeading(room, look), fit ? look.px(fit->column) : 0};
    exploration::View view = request.view;
    view.moment = moment;
    QRectF frame = networkFrame(look, room, part.column);
    if (request.leastName > 0) {
        frame.setBottom(frame.bottom() - room.footHeight);
        part.scene = presentation::smallNetwork(
            {dossier, view, {}, frame, request.leastName / projectedLabel, request.scheme}, wording);
        part.leftOut = leftOutOf(part.scene, networkIn(*dossier, request, moment));
        return part;
    }
    const relations::Places* places = jobPlaces.find();
    if (!places)
        return part;
    relations::Input input = relations::inputOf(dossier, view, part.look, wording, *places, frame);
    input.cut = true;
    if (room.hasBlanks)
        input.measures = measuredWithBlanks(input.measures);
    if (fit)
        seat(input, fit->canvas, fit->seats, fit->scale);
    else
        seatAsInWindow(input, *withNamesOf(jobPlaces.dossier(), *dossier), part.look, jobPlaces, room.hasBlanks);
    part.scene = relations::sceneOf(input, wording);
    if (part.column > 0)
        addLegendBeside(part, input);
    // A legend that a small frame has no room for would lie across its border.
    const auto leaves = [&](const relations::LegendItem& item) { return !room.panel.contains(item.box); };
    if (std::any_of(part.scene.legend.begin(), part.scene.legend.end(), leaves))
        part.scene.legend.clear();
    return part;
}

QList<QRectF> networkPanels(const QRectF& frame, qsizetype count, double gap) {
    const auto sizeIn = [&](qsizetype columns) {
        const qsizetype rows = (count + columns - 1) / columns;
        return QSizeF((frame.width() - gap * static_cast<double>(columns - 1)) / static_cast<double>(columns),
                      (frame.height() - gap * static_cast<double>(rows - 1)) / static_cast<double>(rows));
    };
    const auto scaleIn = [&](qsizetype columns) { return scaleInPanel(sizeIn(columns)); };
    qsizetype best = 1;
    for (qsizetype columns = 2; columns <= count; ++columns)
        if (scaleIn(columns) > scaleIn(best))
            best = columns;
    const QSizeF size = sizeIn(best);
    QList<QRectF> panels;
    for (qsizetype i = 0; i < count; ++i) {
        const qsizetype row = i / best, column = i % best;
        panels.append(QRectF(frame.topLeft() + QPointF(static_cast<double>(column) * (size.width() + gap),
                                                       static_cast<double>(row) * (size.height() + gap)),
                             size));
    }
    return panels;
}

} // namespace entente::pictures
