#include "app/shell/hit_delegate.h"

#include <QPainter>
#include <QTextLayout>

namespace entente::shell {

namespace {
constexpr int margin = 12;
constexpr int lineHeight = 30;
constexpr int headingHeight = 24;
} // namespace

HitDelegate::HitDelegate(const theme::Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme) {}

QSize HitDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    return {option.rect.width(), index.data(HeadingRole).toBool() ? headingHeight : lineHeight};
}

/// Letters that match, as formats of a text layout.
static QList<QTextLayout::FormatRange> boldRanges(const QVariantList& matches) {
    QList<QTextLayout::FormatRange> ranges;
    for (const QVariant& match : matches) {
        const QPoint range = match.toPoint();
        QTextCharFormat bold;
        bold.setFontWeight(QFont::Bold);
        ranges.append({range.x(), range.y(), bold});
    }
    return ranges;
}

void HitDelegate::paintTitle(QPainter& painter, const QRect& frame, const QModelIndex& index) const {
    const QFont font = m_theme.font(theme::Type::Body);
    const QString title = QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, frame.width());
    QTextLayout layout(title, font);
    layout.setFormats(boldRanges(index.data(MatchesRole).toList()));
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setNumColumns(static_cast<int>(title.size()));
    layout.endLayout();
    painter.setPen(m_theme.color(theme::Role::Ink));
    layout.draw(&painter, QPointF(frame.left(), frame.center().y() - line.height() / 2));
}

void HitDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    painter->save();
    const QRect frame = option.rect.adjusted(margin, 0, -margin, 0);
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, m_theme.tint(model::Tenor::Neutral));
    if (index.data(HeadingRole).toBool()) {
        painter->setFont(m_theme.font(theme::Type::Date));
        painter->setPen(m_theme.color(theme::Role::Ink3));
        painter->drawText(frame, Qt::AlignVCenter, index.data().toString());
    } else {
        const QString date = index.data(DateRole).toString();
        const int dateWidth = static_cast<int>(std::ceil(m_theme.width(date, theme::Type::Secondary)));
        painter->setFont(m_theme.font(theme::Type::Secondary));
        painter->setPen(m_theme.color(theme::Role::Ink3));
        painter->drawText(frame, Qt::AlignVCenter | Qt::AlignRight, date);
        paintTitle(*painter, frame.adjusted(0, 0, -dateWidth - margin, 0), index);
    }
    painter->restore();
}

} // namespace entente::shell
