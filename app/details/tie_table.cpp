#include "app/details/tables.h"

#include "app/theme/plain_text.h"

namespace entente::details {

TieTable::TieTable(exploration::Exploration& exploration, const theme::Theme& theme, const wording::Wording& wording,
                   QObject* parent)
    : SubjectTable(parent), m_exploration(exploration), m_theme(theme), m_wording(wording) {
    connect(&exploration, &exploration::Exploration::dossierChanged, this, &TieTable::reload);
    connect(&exploration, &exploration::Exploration::networkChanged, this, &TieTable::reload);
    reload();
}

void TieTable::setTheme(const theme::Theme& theme) {
    m_theme = theme;
}

void TieTable::reload() {
    const QList<model::Tie>& ties = m_exploration.network().ties;
    if (m_dossier == m_exploration.dossier() && ties == m_ties)
        return;
    beginResetModel();
    m_dossier = m_exploration.dossier();
    m_ties = ties;
    endResetModel();
}

int TieTable::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_ties.size());
}

int TieTable::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

model::Subject TieTable::subjectAt(int row) const {
    return row >= 0 && row < m_ties.size() ? m_ties[row].subject() : model::Subject();
}

int TieTable::rowOf(const model::Subject& subject) const {
    if (model::isNothing(subject))
        return -1;
    for (qsizetype i = 0; i < m_ties.size(); ++i)
        if (m_ties[i].subject() == subject)
            return static_cast<int>(i);
    return -1;
}

QString TieTable::bound(const model::Tie& tie, bool start) const {
    const std::optional<model::Day> day = start ? tie.since : tie.until;
    if (tie.periods.size() == 1) {
        const model::Period& period = m_dossier->period(tie.periods.first());
        const model::PeriodBound& bound = start ? period.from : period.to;
        if (bound.kind == model::PeriodBound::Kind::Dated)
            return m_wording.date(bound.date, wording::Style::Short);
    }
    return day ? m_wording.day(*day, wording::Style::Short) : QString();
}

/// That it holds for certain goes without saying.
QString TieTable::state(const model::Tie& tie) const {
    if (tie.ended)
        return tr("ended");
    const QString words = m_wording.state(tie.state);
    return tie.presence == model::Presence::Possible
               ? tr("%1, %2", "state, possible").arg(words, m_wording.presence(tie.presence))
               : words;
}

QString TieTable::text(const model::Tie& tie, int column) const {
    switch (column) {
    case From:
        return m_dossier->actor(tie.from).name;
    case Type:
        return tie.kind == model::Tie::Kind::PartOf && tie.label.isEmpty() ? tr("part of") : tie.label;
    case To:
        return m_dossier->actor(tie.to).name;
    case State:
        return state(tie);
    case Since:
        return bound(tie, true);
    case Until:
        return bound(tie, false);
    default: {
        QSet<model::CitationId> citations;
        for (const model::PeriodId period : tie.periods)
            for (const model::CitationId citation : m_dossier->period(period).citations)
                citations.insert(citation);
        return QString::number(citations.size());
    }
    }
}

QVariant TieTable::sortKey(const model::Tie& tie, int column) const {
    switch (column) {
    case Since:
        return tie.since ? QVariant(*tie.since) : QVariant();
    case Until:
        return tie.until ? QVariant(*tie.until) : QVariant();
    case State:
        return 10 * (tie.ended ? 100 : static_cast<int>(tie.state)) - static_cast<int>(tie.presence);
    case Sources:
        return text(tie, Sources).toInt();
    default:
        return text(tie, column);
    }
}

QVariant TieTable::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const model::Tie& tie = m_ties[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return text(tie, index.column());
    case Qt::ToolTipRole:
        return theme::plainToolTip(text(tie, index.column()));
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1: %2").arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                                            text(tie, index.column()));
    case orderRole:
        return sortKey(tie, index.column());
    case Qt::TextAlignmentRole:
        return index.column() == Sources ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                         : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant TieTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role == Qt::TextAlignmentRole && section == Sources)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case From:
        return tr("From");
    case Type:
        return tr("Tie");
    case To:
        return tr("To");
    case State:
        return tr("State");
    case Since:
        return tr("Since");
    case Until:
        return tr("Until");
    case Sources:
        return tr("Sources");
    default:
        return {};
    }
}

} // namespace entente::details
