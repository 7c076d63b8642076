#pragma once

#include "app/details/tables.h"
#include "app/relations/layout/centrality.h"

#include <QStyledItemDelegate>
#include <atomic>

namespace entente::details {

/// Who is central at the moment, most central first, and how that went over time. Measures are those of the literature;
/// see relations/layout/centrality.h. Computed in the background as soon as somebody looks.
class CentralTable : public SubjectTable {
    Q_OBJECT

public:
    enum Column { Actor, Degree, Betweenness, Constraint, OverTime, ColumnCount };
    /// Of OverTime: the betweenness at each moment of change, as a list of numbers; and the share of that list at which
    /// the moment stands.
    enum Role { SeriesRole = orderRole + 1, MomentRole };

    CentralTable(exploration::Exploration& exploration, const wording::Wording& wording, QObject* parent = nullptr);
    ~CentralTable() override;

    /// Computes what is not known yet; does nothing before.
    void look();
    bool isComputing() const { return m_work != nullptr; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    model::Subject subjectAt(int row) const override;
    int rowOf(const model::Subject& subject) const override;

signals:
    void computed();

private:
    struct Work {
        std::atomic_bool isCancelled = false;
        std::optional<relations::Centralities> now;
        std::optional<relations::CentralitySeries> series;
    };

    void forget(bool seriesToo);
    void start();
    void take(Work& work);
    QString text(model::ActorId actor, int column) const;
    QList<double> seriesOf(model::ActorId actor) const;
    double placeOfMoment() const;

    exploration::Exploration& m_exploration;
    const wording::Wording& m_wording;
    model::DossierPointer m_dossier;
    relations::Centralities m_now;
    relations::CentralitySeries m_series;
    QList<model::ActorId> m_actors;
    std::shared_ptr<Work> m_work;
    bool m_isSeen = false;
    bool m_knowsNow = false;
    bool m_knowsSeries = false;
};

/// Draws a series of numbers as a small line, with a mark at the moment.
class SparklineDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    SparklineDelegate(const theme::Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme) {}
    void setTheme(const theme::Theme& theme) { m_theme = theme; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    theme::Theme m_theme;
};

} // namespace entente::details
