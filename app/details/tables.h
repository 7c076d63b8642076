#pragma once

#include "app/details/page.h"

#include <QAbstractTableModel>

namespace entente::details {

/// Orders rows by the days and ranks behind the words; a row without one comes last. Numbers and texts.
inline constexpr int orderRole = Qt::UserRole + 1;

/// A table each row of which is something that can be selected.
class SubjectTable : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;
    virtual model::Subject subjectAt(int row) const = 0;
    /// -1: it has no row.
    virtual int rowOf(const model::Subject& subject) const = 0;
};

/// The events that the filter shows, a row each, in order of time.
class EventTable : public SubjectTable {
    Q_OBJECT

public:
    enum Column { Date, Title, Kind, Tenor, Lane, Importance, Certainty, Sources, ColumnCount };

    EventTable(exploration::Exploration& exploration, const theme::Theme& theme, const wording::Wording& wording,
               QObject* parent = nullptr);

    void setTheme(const theme::Theme& theme);
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    model::Subject subjectAt(int row) const override;
    int rowOf(const model::Subject& subject) const override;

private:
    void reload();
    QString text(model::EventId event, int column) const;
    QVariant sortKey(model::EventId event, int column) const;

    exploration::Exploration& m_exploration;
    theme::Theme m_theme;
    const wording::Wording& m_wording;
    model::DossierPointer m_dossier;
    QList<model::EventId> m_events;
};

/// The ties that the network shows at the moment, a row each.
class TieTable : public SubjectTable {
    Q_OBJECT

public:
    enum Column { From, Type, To, State, Since, Until, Sources, ColumnCount };

    TieTable(exploration::Exploration& exploration, const theme::Theme& theme, const wording::Wording& wording,
             QObject* parent = nullptr);

    void setTheme(const theme::Theme& theme);
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    model::Subject subjectAt(int row) const override;
    int rowOf(const model::Subject& subject) const override;

private:
    void reload();
    QString text(const model::Tie& tie, int column) const;
    QString state(const model::Tie& tie) const;
    QVariant sortKey(const model::Tie& tie, int column) const;
    /// As the dossier dates it, where one period is behind the tie; otherwise the day.
    QString bound(const model::Tie& tie, bool start) const;

    exploration::Exploration& m_exploration;
    theme::Theme m_theme;
    const wording::Wording& m_wording;
    model::DossierPointer m_dossier;
    QList<model::Tie> m_ties;
};

} // namespace entente::details
