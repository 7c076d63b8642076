#include "app/timeline/layout/builder.h"
#include "app/timeline/layout/label_boxes.h"

namespace entente::timeline {

Label Builder::labelAt(const EventMark& mark, int row, bool left, const QString& date, const QString& title) const {
    const Lane& lane = m_scene.laneList[mark.lane];
    Label label;
    label.event = mark.event;
    label.date = date;
    label.title = title;
    label.right = left;
    label.key = dossier().view(mark.event).importance >= model::keyImportance;
    label.selected = mark.selected;
    label.dimmed = mark.emphasis == Emphasis::Dimmed;
    const double width = std::max(m_measures.width(label.date, TextKind::Date),
                                  m_measures.width(title, label.key ? TextKind::KeyTitle : TextKind::Title));
    const double bottom = lane.baseline - px(labelLift) - row * px(labelRow);
    const double x = left ? mark.place.x() - px(labelLead) - width : mark.place.x() + px(labelLead);
    label.box = QRectF(x, bottom - px(labelHeight), width, px(labelHeight));
    label.stem = QLineF(mark.place.x(), label.box.top() + px(2), mark.place.x(), lane.baseline - mark.radius);
    return label;
}

/// Kept from frame to frame, if the input keeps them; the place only once it is asked for.
const LabelWords& Builder::wordsOf(model::EventId event, bool withPlace) const {
    constexpr qsizetype mostKnown = 4000;
    auto known = m_words->find(event);
    if (known == m_words->end()) {
        if (m_words->size() >= mostKnown)
            m_words->clear();
        known = m_words->insert(
            event, {m_input.words.date(event), {}, dossier().titleOf(event), dossier().shortTitleOf(event)});
    }
    if (withPlace && known->dateAndPlace.isNull())
        known->dateAndPlace = m_input.words.dateAndPlace(event);
    return *known;
}

Label Builder::labelOf(const EventMark& mark, const LabelRange& range, qsizetype form) const {
    const LabelWords& words = wordsOf(mark.event, form == 2);
    return labelAt(mark, range.row, range.left, form == 2 ? words.dateAndPlace : words.date,
                   form == 0 ? words.shortTitle : words.title);
}

/// In the longest form that the zoom allows and for which there is room: at the edges that may be a shorter one.
std::optional<Label> Builder::labelInView(const EventMark& mark, const LabelRange& range) const {
    if (!range.isShown(m_scene.scale.pixelsPerDay()))
        return std::nullopt;
    for (qsizetype form = range.formAt(m_scene.scale.pixelsPerDay()); form >= 0; --form)
        if (Label label = labelOf(mark, range, form); m_scene.lanes.contains(label.box) && isClear(label.box))
            return label;
    return std::nullopt;
}

void Builder::addLabel(const EventMark& mark, const LabelRange& range) {
    if (const std::optional<Label> label = labelInView(mark, range))
        m_scene.labels.append(*label);
}

/// Whether nothing that always shows lies here: the frame of the selected label.
bool Builder::isClear(const QRectF& box) const {
    return std::none_of(m_scene.labels.begin(), m_scene.labels.end(), [&](const Label& label) {
        return label.selected && label.box.adjusted(-px(8), px(1), px(8), -px(1)).intersects(box);
    });
}

/// Shown wherever it fits: at its own place, else on the other side, else pushed into the frame.
void Builder::addSelectedLabel(const EventMark& mark, const LabelRange& range) {
    const auto [date, dateAndPlace, full, shortest] = wordsOf(mark.event);
    const int row = std::max(0, std::min(range.row, m_scene.laneList[mark.lane].rows - 1));
    const QRectF room = m_scene.lanes.adjusted(px(8), 0, -px(8), 0);
    const bool isLong = range.formAt(m_scene.scale.pixelsPerDay()) > 0;
    for (const QString& title : {isLong ? full : shortest, shortest})
        for (const bool left : {range.left, !range.left})
            if (const Label label = labelAt(mark, row, left, date, title); room.contains(label.box))
                return m_scene.labels.prepend(label);
    Label label = labelAt(mark, row, range.left, date, m_measures.elided(full, TextKind::KeyTitle, room.width()));
    label.box.moveLeft(
        std::clamp(label.box.left(), room.left(), std::max(room.left(), room.right() - label.box.width())));
    label.box.moveTop(std::max(label.box.top(), room.top()));
    if (room.contains(label.box))
        m_scene.labels.prepend(label);
}

void Builder::addLabels() {
    for (const bool selected : {true, false})
        for (const Named& named : m_named) {
            const EventMark& mark = m_scene.marks[named.mark];
            if (!mark.inFrame || mark.selected != selected)
                continue;
            if (selected)
                addSelectedLabel(mark, named.range);
            else
                addLabel(mark, named.range);
        }
    addEdgeLabels();
}

/// Intervals whose marks are left of the view are named at its left edge, the selected and the most important first,
/// where no other label is in the way.
void Builder::addEdgeLabels() {
    QList<qsizetype> bars;
    for (qsizetype i = 0; i < m_scene.marks.size(); ++i) {
        const EventMark& mark = m_scene.marks[i];
        if (mark.bar && !mark.inFrame && !mark.inPill && mark.place.x() < m_scene.lanes.center().x() &&
            mark.emphasis != Emphasis::FilteredOut)
            bars.append(i);
    }
    const auto urgency = [this](qsizetype bar) {
        const EventMark& mark = m_scene.marks[bar];
        return std::pair(mark.selected, dossier().view(mark.event).importance);
    };
    std::stable_sort(bars.begin(), bars.end(), [&](qsizetype a, qsizetype b) { return urgency(a) > urgency(b); });
    for (const qsizetype bar : bars)
        addEdgeLabel(m_scene.marks[bar]);
}

/// Above the bar that it names: nowhere, if that is shorter in view.
void Builder::addEdgeLabel(const EventMark& mark) {
    const double left = m_scene.lanes.left() + px(8);
    const double room = std::min(mark.bar->right(), m_scene.lanes.right()) - left;
    const LabelWords words = wordsOf(mark.event);
    for (const QString& title : {words.title, words.shortTitle})
        for (int row = 0; row < m_scene.laneList[mark.lane].rows; ++row) {
            Label label = labelAt(mark, row, false, words.date, title);
            label.box.moveLeft(left);
            label.stem = QLineF();
            if (label.box.width() <= room && m_scene.lanes.contains(label.box) && isFree(label.box))
                return m_scene.labels.append(label);
        }
}

/// Whether a box touches no label, stem or pill.
bool Builder::isFree(const QRectF& box) const {
    const QRectF around = box.adjusted(-px(6), 0, px(6), 0);
    const auto isIn = [&](const Label& label) {
        const QRectF stem(label.stem.x1(), std::min(label.stem.y1(), label.stem.y2()), 1, std::abs(label.stem.dy()));
        return label.box.intersects(around) || (!label.stem.isNull() && stem.intersects(box));
    };
    return isClear(box) && std::none_of(m_scene.labels.begin(), m_scene.labels.end(), isIn) &&
           std::none_of(m_scene.pills.begin(), m_scene.pills.end(),
                        [&](const Pill& pill) { return pill.box.intersects(box); });
}

} // namespace entente::timeline
