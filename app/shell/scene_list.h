#pragma once

#include "app/theme/theme.h"
#include "app/wording/wording.h"

#include <QAbstractListModel>
#include <QListView>
#include <QStyledItemDelegate>

namespace entente::shell {

/// The scenes of a story as a list to look at and to reorder.
class SceneListModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { KeyRole = Qt::UserRole, DateRole, FactsRole };

    explicit SceneListModel(const wording::Wording& wording, QObject* parent = nullptr);

    void setScenes(const model::DossierPointer& dossier, const QList<model::Scene>& scenes);
    const QList<model::Scene>& scenes() const { return m_scenes; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    /// What a drop asks for. The rows follow when the dossier has changed.
    bool moveRows(const QModelIndex& from, int row, int count, const QModelIndex& to, int before) override;

signals:
    void moveWished(const QString& scene, int places);

private:
    QString dateOf(const model::Scene& scene) const;
    QString factsOf(const model::Scene& scene) const;

    const wording::Wording& m_wording;
    model::DossierPointer m_dossier;
    QList<model::Scene> m_scenes;
};

/// Paints a scene as a card: its number and date, its headline, and what else is in it.
class SceneCard : public QStyledItemDelegate {
public:
    explicit SceneCard(const theme::Theme& theme, QObject* parent = nullptr);

    void setTheme(const theme::Theme& theme) { m_theme = theme; }
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    theme::Theme m_theme;
};

/// The cards in one row, which can be dragged to another place.
class SceneList : public QListView {
    Q_OBJECT

public:
    SceneList(SceneListModel& scenes, const theme::Theme& theme, QWidget* parent = nullptr);

    void setTheme(const theme::Theme& theme);
    /// Empty: none.
    QString currentScene() const;
    void setCurrentScene(const QString& scene);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    void currentSceneChanged();

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    SceneListModel& m_scenes;
    SceneCard* m_card;
};

} // namespace entente::shell
