#include "app/pictures/network_column.h"

#include "app/relations/layout/routes.h"

namespace entente::pictures {

namespace {

constexpr double columnEdge = 18, leastColumn = 150;
constexpr double headingLines = 90; // three
constexpr double columnRow = 22, columnSample = 34, columnGap = 7;

/// Whether more ties of the same two may be drawn than have a line each.
bool mayBundle(const model::Network& network) {
    QHash<std::pair<model::ActorId, model::ActorId>, int> ties;
    return std::any_of(network.ties.cbegin(), network.ties.cend(), [&](const model::Tie& tie) {
        return ++ties[std::minmax(tie.from, tie.to, [](auto a, auto b) { return a.index < b.index; })] >
               relations::largestBunch;
    });
}

} // namespace

QSizeF columnSize(const relations::Input& network) {
    const double s = network.measures.scale;
    const QList<relations::LegendItem> items =
        relations::legendOf(network.network, network.words, network.differences, mayBundle(network.network));
    double widest = 0;
    for (const relations::LegendItem& item : items)
        widest = std::max(widest, network.measures.label(item.text) + 2);
    return {std::max(s * leastColumn, s * (columnEdge + columnSample + columnGap) + widest),
            s * (headingLines + columnRow * static_cast<double>(items.size()))};
}

void addLegendBeside(NetworkPart& part, const relations::Input& network) {
    const bool isAnyBundled = std::any_of(part.scene.lines.cbegin(), part.scene.lines.cend(),
                                          [](const relations::Line& line) { return !line.bundled.isEmpty(); });
    part.scene.legend = relations::legendOf(network.network, network.words, network.differences, isAnyBundled);
    const double s = network.measures.scale, height = s * columnRow, left = part.panel.left() + s * columnEdge;
    double top = part.panel.bottom() - s * columnEdge / 2 - height * static_cast<double>(part.scene.legend.size());
    for (relations::LegendItem& item : part.scene.legend) {
        item.sample = QLineF(left, top + height / 2, left + s * columnSample, top + height / 2);
        item.box = QRectF(left + s * (columnSample + columnGap), top, network.measures.label(item.text) + 2, height);
        top += height;
    }
}

} // namespace entente::pictures
