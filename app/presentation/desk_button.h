#pragma once

#include "app/theme/theme.h"

#include <QAbstractButton>

namespace entente::presentation {

/// A button of the console in the console's own colours, whatever the window's: a word over a smaller one, high enough
/// for a finger. Filled while it is checked or marked as the main one.
class DeskButton : public QAbstractButton {
    Q_OBJECT

public:
    DeskButton(const theme::Theme& theme, const QString& text, const QString& small, QWidget* parent = nullptr);

    void setWords(const QString& text);
    void setSmallText(const QString& small);
    void setMain(bool main);
    /// Already shown: on a ground of its own.
    void setDone(bool done);
    /// Smaller text first, as in the row of scenes.
    void setSmallFirst(bool first) { m_smallFirst = first; }
    /// Below 64 pixels only for what has a key or another button beside it.
    void setLowest(int height) { setMinimumHeight(height); }

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    theme::Theme m_theme;
    QString m_text; ///< the base class would read an ampersand in a headline as a shortcut
    QString m_small;
    bool m_main = false;
    bool m_done = false;
    bool m_smallFirst = false;
};

/// A switch with its word and key.
class DeskSwitch : public QAbstractButton {
    Q_OBJECT

public:
    DeskSwitch(const theme::Theme& theme, const QString& text, const QString& key, QWidget* parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    theme::Theme m_theme;
    QString m_key;
};

} // namespace entente::presentation
