#include "app/shell/scene_list.h"

#include "app/presentation/view_of_scene.h"
#include "app/theme/painters.h"
#include "app/theme/plain_text.h"

#include <QPainter>
#include <QScrollBar>
#include <QTextLayout>
#include <QWheelEvent>

namespace entente::shell {

namespace {
constexpr QSizeF cardSize(208, 92);
constexpr double cardGap = 8;
constexpr double cardInset = 10;
constexpr int headlineLines = 2;
} // namespace

SceneListModel::SceneListModel(const wording::Wording& wording, QObject* parent)
    : QAbstractListModel(parent), m_wording(wording) {}

void SceneListModel::setScenes(const model::DossierPointer& dossier, const QList<model::Scene>& scenes) {
    beginResetModel();
    m_dossier = dossier;
    m_scenes = scenes;
    endResetModel();
}

int SceneListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_scenes.size());
}

QString SceneListModel::dateOf(const model::Scene& scene) const {
    const model::Day moment = presentation::viewOfScene(scene, *m_dossier).view.moment;
    return m_wording.day(moment, wording::Style::Short);
}

QString SceneListModel::factsOf(const model::Scene& scene) const {
    QStringList facts;
    if (!scene.points.isEmpty())
        facts.append(tr("%n point(s)", nullptr, static_cast<int>(scene.points.size())));
    if (!scene.question.isEmpty())
        facts.append(tr("question"));
    if (!scene.notes.isEmpty())
        facts.append(tr("notes"));
    if (scene.seconds > 0)
        facts.append(tr("%n second(s)", nullptr, scene.seconds));
    return facts.join(QStringLiteral(" · "));
}

QVariant SceneListModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= m_scenes.size())
        return {};
    const model::Scene& scene = m_scenes[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return scene.headline.isEmpty() ? tr("Without a headline") : scene.headline;
    case Qt::ToolTipRole:
        return theme::plainToolTip(QStringList{scene.headline, scene.points.join('\n')}.join('\n').trimmed());
    case Qt::AccessibleTextRole:
        return tr("Scene %1 of %2: %3, %4")
            .arg(index.row() + 1)
            .arg(m_scenes.size())
            .arg(scene.headline, QStringList{dateOf(scene), factsOf(scene)}.join(QStringLiteral(", ")));
    case KeyRole:
        return scene.key;
    case DateRole:
        return dateOf(scene);
    case FactsRole:
        return factsOf(scene);
    default:
        return {};
    }
}

Qt::ItemFlags SceneListModel::flags(const QModelIndex& index) const {
    if (!index.isValid())
        return Qt::ItemIsDropEnabled; // between the cards
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren;
}

bool SceneListModel::moveRows(const QModelIndex&, int row, int count, const QModelIndex&, int before) {
    if (count != 1 || row < 0 || row >= m_scenes.size())
        return false;
    const int places = before > row ? before - row - 1 : before - row;
    // The view is still at its drop when the rows would change under it.
    QMetaObject::invokeMethod(
        this, [this, key = m_scenes[row].key, places] { emit moveWished(key, places); }, Qt::QueuedConnection);
    return true;
}

SceneCard::SceneCard(const theme::Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme) {}

QSize SceneCard::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {static_cast<int>(m_theme.px(cardSize.width() + cardGap)), static_cast<int>(m_theme.px(cardSize.height()))};
}

/// At most two lines, the last one elided.
static void paintHeadline(QPainter& painter, const theme::Theme& theme, const QRectF& frame, const QString& text) {
    const QFont font = theme.font(theme::Type::Event);
    const double height = theme.lineHeight(theme::Type::Event);
    QTextLayout layout(text, font);
    layout.beginLayout();
    double top = frame.top();
    for (int number = 1; number <= headlineLines; ++number, top += height) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(frame.width());
        const bool isLast = number == headlineLines;
        const QString words = isLast ? text.mid(line.textStart()) : text.mid(line.textStart(), line.textLength());
        const bool isRightToLeft = text.isRightToLeft();
        theme::paintText(painter, theme, theme::Type::Event, theme.color(theme::Role::Ink),
                         QPointF(isRightToLeft ? frame.right() : frame.left(), top + height * 0.75), words.trimmed(),
                         isRightToLeft ? Qt::AlignRight : Qt::AlignLeft, frame.width());
    }
    layout.endLayout();
}

void SceneCard::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool isSelected = option.state & QStyle::State_Selected;
    const bool hasFocus = isSelected && option.state & QStyle::State_HasFocus;
    const QRectF card = QRectF(option.rect).adjusted(1.5, 1.5, -m_theme.px(cardGap), -1.5);
    painter->setPen(QPen(m_theme.color(isSelected ? theme::Role::Ink : theme::Role::Line2), hasFocus ? 2 : 1));
    painter->setBrush(m_theme.color(theme::Role::Panel));
    painter->drawRoundedRect(card, 4, 4);
    const double inset = m_theme.px(cardInset);
    const QRectF inside = card.adjusted(inset, m_theme.px(6), -inset, -m_theme.px(8));
    const double dateLine = m_theme.lineHeight(theme::Type::Date);
    const QColor grey = m_theme.color(theme::Role::Ink3);
    const QString number = QString::number(index.row() + 1);
    theme::paintText(*painter, m_theme, theme::Type::KeyEvent, m_theme.color(theme::Role::Ink2),
                     inside.topLeft() + QPointF(0, dateLine), number);
    theme::paintText(*painter, m_theme, theme::Type::Date, grey, QPointF(inside.right(), inside.top() + dateLine),
                     index.data(SceneListModel::DateRole).toString(), Qt::AlignRight, inside.width() * 0.8);
    paintHeadline(*painter, m_theme, inside.adjusted(0, dateLine + m_theme.px(6), 0, 0), index.data().toString());
    theme::paintText(*painter, m_theme, theme::Type::Date, grey, inside.bottomLeft(),
                     index.data(SceneListModel::FactsRole).toString(), Qt::AlignLeft, inside.width());
    painter->restore();
}

SceneList::SceneList(SceneListModel& scenes, const theme::Theme& theme, QWidget* parent)
    : QListView(parent), m_scenes(scenes), m_card(new SceneCard(theme, this)) {
    setModel(&scenes);
    setItemDelegate(m_card);
    setFlow(QListView::LeftToRight);
    setWrapping(false);
    setUniformItemSizes(true);
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setDragDropMode(QAbstractItemView::InternalMove);
    setDefaultDropAction(Qt::MoveAction);
    setDragDropOverwriteMode(false);
    setAccessibleName(tr("Scenes of the story"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void SceneList::setTheme(const theme::Theme& theme) {
    m_card->setTheme(theme);
    QPalette palette = theme.palette();
    palette.setColor(QPalette::Base, theme.color(theme::Role::Chrome));
    setPalette(palette);
    scheduleDelayedItemsLayout();
    updateGeometry();
}

QSize SceneList::sizeHint() const {
    return {400, m_card->sizeHint({}, {}).height() + horizontalScrollBar()->sizeHint().height() + 2};
}

QString SceneList::currentScene() const {
    return currentIndex().data(SceneListModel::KeyRole).toString();
}

void SceneList::setCurrentScene(const QString& scene) {
    for (int row = 0; row < m_scenes.rowCount(); ++row)
        if (m_scenes.scenes()[row].key == scene)
            setCurrentIndex(m_scenes.index(row));
    if (currentIndex().isValid())
        scrollTo(currentIndex());
}

void SceneList::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QListView::currentChanged(current, previous);
    emit currentSceneChanged();
}

/// A wheel that turns up and down moves along the row, as there is nothing above it.
void SceneList::wheelEvent(QWheelEvent* event) {
    const QPoint angle = event->angleDelta();
    const int turned = angle.x() != 0 ? angle.x() : angle.y();
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - turned);
    event->accept();
}

} // namespace entente::shell
