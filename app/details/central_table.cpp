#include "app/details/central_table.h"

#include "app/theme/plain_text.h"

#include <QApplication>
#include <QLocale>
#include <QPainter>
#include <QThreadPool>

namespace entente::details {

namespace {

/// Fewer moments of large networks, so that the series stays a matter of megabytes.
qsizetype mostMomentsOf(const model::Dossier& dossier) {
    constexpr qsizetype most = 200, numbers = 400'000;
    return std::clamp<qsizetype>(numbers / std::max<qsizetype>(1, dossier.tables().actors.size()), 2, most);
}

} // namespace

CentralTable::CentralTable(exploration::Exploration& exploration, const wording::Wording& wording, QObject* parent)
    : SubjectTable(parent), m_exploration(exploration), m_wording(wording), m_dossier(exploration.dossier()) {
    using exploration::Exploration;
    connect(&exploration, &Exploration::dossierChanged, this, [this] { forget(true); });
    connect(&exploration, &Exploration::filterChanged, this, [this] { forget(true); });
    connect(&exploration, &Exploration::networkChanged, this, [this] { forget(false); });
}

CentralTable::~CentralTable() {
    if (m_work)
        m_work->isCancelled = true;
    QThreadPool::globalInstance()->waitForDone();
}

void CentralTable::look() {
    m_isSeen = true;
    if (!m_knowsNow && !m_work)
        start();
}

void CentralTable::forget(bool seriesToo) {
    m_knowsNow = false;
    m_knowsSeries = m_knowsSeries && !seriesToo;
    if (m_work)
        m_work->isCancelled = true;
    m_work.reset();
    if (m_dossier != m_exploration.dossier()) { // nothing of the other dossier is shown
        beginResetModel();
        m_dossier = m_exploration.dossier();
        m_actors.clear();
        m_now = {};
        m_series.clear();
        endResetModel();
    }
    if (m_isSeen)
        start();
}

void CentralTable::start() {
    auto work = std::make_shared<Work>();
    m_work = work;
    relations::SeriesOptions options;
    options.filter = m_exploration.filter();
    options.mostMoments = mostMomentsOf(*m_dossier);
    const model::Network network = model::networkAt(*m_dossier, m_exploration.moment(), m_exploration.filter());
    QThreadPool::globalInstance()->start(
        [this, work, network, options, dossier = m_dossier, needsSeries = !m_knowsSeries] {
            const auto proceed = [work](double) { return !work->isCancelled; };
            work->now = relations::centralityAt(network, model::Presence::Possible, proceed);
            if (needsSeries && work->now)
                work->series = relations::centralityOverTime(*dossier, options, proceed);
            QMetaObject::invokeMethod(this, [this, work] {
                if (m_work == work)
                    take(*work);
            });
        });
}

void CentralTable::take(Work& work) {
    m_work.reset();
    if (!work.now)
        return;
    beginResetModel();
    m_now = std::move(*work.now);
    m_knowsNow = true;
    if (work.series) {
        m_series = std::move(*work.series);
        m_knowsSeries = true;
    }
    m_actors = relations::ranked(*m_dossier, m_now);
    endResetModel();
    emit computed();
}

int CentralTable::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_actors.size());
}

int CentralTable::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

model::Subject CentralTable::subjectAt(int row) const {
    return row >= 0 && row < m_actors.size() ? model::Subject(m_actors[row]) : model::Subject();
}

int CentralTable::rowOf(const model::Subject& subject) const {
    const auto* actor = std::get_if<model::ActorId>(&subject);
    return actor ? static_cast<int>(m_actors.indexOf(*actor)) : -1;
}

QList<double> CentralTable::seriesOf(model::ActorId actor) const {
    QList<double> numbers;
    for (const relations::Centralities& each : m_series)
        numbers << each.of(actor).betweenness;
    return numbers;
}

/// Among the moments of the series, 0 to 1.
double CentralTable::placeOfMoment() const {
    if (m_series.size() < 2)
        return 0;
    const auto later = std::upper_bound(m_series.begin(), m_series.end(), m_now.moment,
                                        [](model::Day day, const auto& each) { return day < each.moment; });
    const auto before = std::max<qsizetype>(0, later - m_series.begin() - 1);
    return static_cast<double>(before) / static_cast<double>(m_series.size() - 1);
}

QString CentralTable::text(model::ActorId actor, int column) const {
    const relations::Centrality& centrality = m_now.of(actor);
    const QLocale locale;
    switch (column) {
    case Actor:
        return m_dossier->actor(actor).name;
    case Degree:
        return locale.toString(centrality.degree);
    case Betweenness:
        return locale.toString(centrality.betweenness, 'f', 3);
    case Constraint:
        return centrality.constraint ? locale.toString(*centrality.constraint, 'f', 3) : QString();
    default: {
        const auto most = std::max_element(m_series.begin(), m_series.end(), [actor](const auto& a, const auto& b) {
            return a.of(actor).betweenness < b.of(actor).betweenness;
        });
        if (most == m_series.end() || most->of(actor).betweenness <= 0)
            return m_series.isEmpty() ? QString() : tr("never between others");
        return tr("most on %1").arg(m_wording.day(most->moment, wording::Style::Short));
    }
    }
}

QVariant CentralTable::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const model::ActorId actor = m_actors[index.row()];
    const relations::Centrality& centrality = m_now.of(actor);
    switch (role) {
    case Qt::DisplayRole:
        return text(actor, index.column());
    case Qt::ToolTipRole:
        return theme::plainToolTip(text(actor, index.column()));
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1: %2").arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                                            text(actor, index.column()));
    case Qt::TextAlignmentRole:
        return QVariant((index.column() == Actor || index.column() == OverTime ? Qt::AlignLeft : Qt::AlignRight) |
                        Qt::AlignVCenter);
    case SeriesRole:
        return index.column() == OverTime ? QVariant::fromValue(seriesOf(actor)) : QVariant();
    case MomentRole:
        return placeOfMoment();
    case orderRole:
        switch (index.column()) {
        case Degree:
            return centrality.degree;
        case Betweenness:
            return centrality.betweenness;
        case Constraint:
            return centrality.constraint ? QVariant(*centrality.constraint) : QVariant();
        case OverTime: {
            const QList<double> series = seriesOf(actor);
            return series.isEmpty() ? 0.0 : *std::max_element(series.begin(), series.end());
        }
        default:
            return text(actor, index.column());
        }
    default:
        return {};
    }
}

QVariant CentralTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((section == Actor || section == OverTime ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    const QStringList names{tr("Actor"), tr("Degree"), tr("Betweenness"), tr("Constraint"),
                            tr("Betweenness over Time")};
    const QStringList helps{tr("Who has a tie at the moment"), tr("With how many others it is tied"),
                            tr("On which share of the shortest paths between two others it lies"),
                            tr("How far its neighbours are tied among themselves: low for a broker (Burt)"),
                            tr("From change to change, with a mark at the moment")};
    if (role == Qt::DisplayRole)
        return names.value(section);
    return role == Qt::ToolTipRole ? QVariant(theme::plainToolTip(helps.value(section))) : QVariant();
}

void SparklineDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QStyleOptionViewItem ground = option;
    initStyleOption(&ground, index);
    const QString words = std::exchange(ground.text, QString());
    const QWidget* widget = option.widget;
    (widget ? widget->style() : QApplication::style())->drawControl(QStyle::CE_ItemViewItem, &ground, painter, widget);
    const auto series = index.data(CentralTable::SeriesRole).value<QList<double>>();
    if (series.size() < 2)
        return;
    const double inset = m_theme.px(6);
    const QRectF frame = QRectF(option.rect).adjusted(inset, m_theme.px(5), -inset, -m_theme.px(5));
    const QRectF line(frame.topLeft(), QSizeF(std::min(frame.width() / 2, m_theme.px(160)), frame.height()));
    const double most = std::max(1e-9, *std::max_element(series.begin(), series.end()));
    QPolygonF points;
    for (qsizetype i = 0; i < series.size(); ++i)
        points << QPointF(line.left() + line.width() * static_cast<double>(i) / static_cast<double>(series.size() - 1),
                          line.bottom() - line.height() * series[i] / most);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const double moment = line.left() + line.width() * index.data(CentralTable::MomentRole).toDouble();
    painter->setPen(QPen(m_theme.color(theme::Role::Line3), m_theme.px(1)));
    painter->drawLine(QPointF(moment, frame.top()), QPointF(moment, frame.bottom()));
    painter->setPen(QPen(m_theme.color(theme::Role::Ink2), m_theme.px(1.4)));
    painter->drawPolyline(points);
    const QFontMetricsF metrics(option.font);
    theme::paintText(*painter, m_theme, theme::Type::Secondary, m_theme.color(theme::Role::Ink2),
                     {line.right() + m_theme.px(10), frame.center().y() + (metrics.ascent() - metrics.descent()) / 2},
                     words);
    painter->restore();
}

QSize SparklineDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    return QStyledItemDelegate::sizeHint(option, index) + QSize(qRound(m_theme.px(190)), 0);
}

} // namespace entente::details
