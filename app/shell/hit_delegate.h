#pragma once

#include "app/theme/theme.h"

#include <QStyledItemDelegate>

namespace entente::shell {

/// Draws one line of the search results: the title with its matched letters bold, the date at the right; headings of
/// groups and remarks in small type.
class HitDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    enum ItemRole : int { DateRole = Qt::UserRole + 1, MatchesRole, HeadingRole, SubjectRole };

    HitDelegate(const theme::Theme& theme, QObject* parent);
    void setTheme(const theme::Theme& theme) { m_theme = theme; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintTitle(QPainter& painter, const QRect& frame, const QModelIndex& index) const;

    theme::Theme m_theme;
};

} // namespace entente::shell
