#include "app/details/tables.h"

#include "app/theme/plain_text.h"

namespace entente::details {

namespace {

QPixmap pixmapOf(QSize size, const Glyph& glyph) {
    constexpr double ratio = 2;
    QPixmap pixmap(size * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    glyph(painter, QRectF(QPointF(), size));
    return pixmap;
}

} // namespace

EventTable::EventTable(exploration::Exploration& exploration, const theme::Theme& theme,
                       const wording::Wording& wording, QObject* parent)
    : SubjectTable(parent), m_exploration(exploration), m_theme(theme), m_wording(wording) {
    connect(&exploration, &exploration::Exploration::dossierChanged, this, &EventTable::reload);
    connect(&exploration, &exploration::Exploration::filterChanged, this, &EventTable::reload);
    reload();
}

void EventTable::setTheme(const theme::Theme& theme) {
    m_theme = theme;
    if (!m_events.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void EventTable::reload() {
    beginResetModel();
    m_dossier = m_exploration.dossier();
    m_events.clear();
    for (const QList<model::EventId>& part : {m_dossier->eventsInOrder(), m_dossier->undatedEvents()})
        for (const model::EventId event : part)
            if (m_exploration.shownEvents().value(event.index, true))
                m_events.append(event);
    endResetModel();
}

int EventTable::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_events.size());
}

int EventTable::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

model::Subject EventTable::subjectAt(int row) const {
    return row >= 0 && row < m_events.size() ? model::Subject(m_events[row]) : model::Subject();
}

int EventTable::rowOf(const model::Subject& subject) const {
    const auto* event = std::get_if<model::EventId>(&subject);
    return event ? static_cast<int>(m_events.indexOf(*event)) : -1;
}

QString EventTable::text(model::EventId event, int column) const {
    const model::Event& row = m_dossier->event(event);
    switch (column) {
    case Date:
        return m_wording.eventDate(*m_dossier, event, wording::Style::Short);
    case Title:
        return row.title;
    case Kind:
        return m_dossier->kindOf(event).label;
    case Tenor:
        return m_wording.tenor(m_dossier->tenorOf(event));
    case Lane: {
        const model::ThemeId lane = m_dossier->laneOf(event);
        return lane.isValid() ? m_dossier->theme(lane).label : QString();
    }
    case Importance:
        return m_wording.importance(row.importance);
    case Certainty:
        return m_wording.certainty(row.certainty);
    default:
        return QString::number(m_dossier->evidenceOf(event).size());
    }
}

QVariant EventTable::sortKey(model::EventId event, int column) const {
    const qsizetype order = m_dossier->orderOf(event);
    switch (column) {
    case Date:
        return order < 0 ? QVariant() : QVariant(order);
    case Importance:
        return m_dossier->event(event).importance;
    case Lane: {
        const model::ThemeId lane = m_dossier->laneOf(event);
        return lane.isValid() ? QVariant(m_dossier->lanes().indexOf(lane)) : QVariant();
    }
    case Sources:
        return m_dossier->evidenceOf(event).size();
    default:
        return text(event, column);
    }
}

QVariant EventTable::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const model::EventId event = m_events[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return text(event, index.column());
    case Qt::ToolTipRole:
        return theme::plainToolTip(text(event, index.column()));
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1: %2").arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                                            text(event, index.column()));
    case orderRole:
        return sortKey(event, index.column());
    case Qt::TextAlignmentRole:
        return index.column() == Sources ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                         : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::DecorationRole:
        if (index.column() == Title)
            return pixmapOf({16, 16}, markGlyph({m_exploration, m_theme, m_wording}, event));
        return {};
    default:
        return {};
    }
}

QVariant EventTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role == Qt::TextAlignmentRole && section == Sources)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Date:
        return tr("Date");
    case Title:
        return tr("Title");
    case Kind:
        return tr("Kind");
    case Tenor:
        return tr("Tenor");
    case Lane:
        return tr("Lane");
    case Importance:
        return tr("Importance");
    case Certainty:
        return tr("Certainty");
    case Sources:
        return tr("Sources");
    default:
        return {};
    }
}

} // namespace entente::details
