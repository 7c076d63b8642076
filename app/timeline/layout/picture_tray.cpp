#include "app/timeline/layout/picture_tray.h"

namespace entente::timeline {

namespace {

constexpr double trayRow = 30;
constexpr int mostTrayRows = 4;
constexpr double titleLeft = 14, titleGap = 18;
constexpr double markRoom = 24; // before the title of an event
constexpr double itemGap = 12;
constexpr double trayEdge = 8;

} // namespace

PictureTray trayOf(const Input& input, double headWidth) {
    PictureTray tray;
    QList<model::EventId> events;
    for (const model::EventId event : input.dossier->undatedEvents())
        if (input.undated && (input.shown.isEmpty() || input.shown[event.index]))
            events.append(event);
    if (events.isEmpty())
        return tray;
    const Measures& measures = input.measures;
    const auto px = [&](double length) { return measures.px(length); };
    const double right = input.size.width() - px(trayEdge);
    const double most = headWidth > 0 ? headWidth - px(titleLeft + titleGap / 2) : input.size.width() / 3;
    tray.title = measures.elided(input.words.undated, TextKind::LaneName, std::max(0.0, most));
    const double left = headWidth > 0 ? headWidth + px(trayEdge)
                                      : px(titleLeft + titleGap) + measures.width(tray.title, TextKind::LaneName);
    double x = left;
    int row = 0;
    for (const model::EventId event : events) {
        const QString title = input.dossier->titleOf(event);
        const double width = px(markRoom) + measures.width(title, TextKind::Title);
        if (x > left && x + width > right) {
            ++row;
            x = left;
        }
        if (row >= mostTrayRows || right - left < px(2 * markRoom))
            break;
        const double taken = std::min(width, right - left);
        tray.items.append({event, QRectF(x, row * px(trayRow) + px(3), taken, px(trayRow - 6)),
                           measures.elided(title, TextKind::Title, taken - px(markRoom)),
                           input.selection == model::Subject(event), Emphasis::Rest});
        x += taken + px(itemGap);
    }
    tray.unnamed = static_cast<int>(events.size() - tray.items.size());
    tray.height = px(trayRow) * std::min(row + 1, mostTrayRows);
    return tray;
}

} // namespace entente::timeline
