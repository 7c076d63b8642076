#pragma once

#include "app/details/page.h"

#include <QAbstractButton>

namespace entente::details {

/// A button that names an event and how far away it is, with an arrow at its outer end.
class NeighbourButton : public QAbstractButton {
    Q_OBJECT

public:
    enum class Side : quint8 { Before, After };

    NeighbourButton(const theme::Theme& theme, Side side, QWidget* parent = nullptr);

    void setTheme(const theme::Theme& theme);
    /// Without a title the button is off and shows only the distance's words.
    void setNeighbour(const QString& title, const QString& distance);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    bool fitsOneLine() const;
    void paintWords(QPainter& painter, double room) const;

    theme::Theme m_theme;
    Side m_side;
    QString m_distance;
};

/// The events before and after the one selected, or before and after the moment.
class NeighbourBar : public QWidget {
    Q_OBJECT

public:
    NeighbourBar(exploration::Exploration& exploration, const theme::Theme& theme, const wording::Wording& wording,
                 QWidget* parent = nullptr);

    void setTheme(const theme::Theme& theme);
    void refresh();
    const NeighbourButton& before() const { return *m_before; }
    const NeighbourButton& after() const { return *m_after; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void showNeighbour(NeighbourButton& button, model::EventId& slot, model::EventId neighbour, const QString& none);

    exploration::Exploration& m_exploration;
    theme::Theme m_theme;
    const wording::Wording& m_wording;
    NeighbourButton* m_before;
    NeighbourButton* m_after;
    model::EventId m_beforeEvent;
    model::EventId m_afterEvent;
};

} // namespace entente::details
