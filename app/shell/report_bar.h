#pragma once

#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <functional>

namespace entente::shell {

/// Says in a row what was just done or can be done, with a button for it: "Scene 4 added. Undo". Goes by itself, or
/// stays until it is answered.
class ReportBar : public QWidget {
    Q_OBJECT

public:
    explicit ReportBar(QWidget* parent = nullptr);

    /// Goes after a while.
    void say(const QString& what, const QString& button, const std::function<void()>& deed);
    /// Stays until one of two buttons is pressed, the second of which does nothing.
    void ask(const QString& what, const QString& button, const std::function<void()>& deed);
    /// Stays until its button is pressed or what it is about is over.
    void hold(const QString& what, const QString& button, const std::function<void()>& deed);
    QString text() const { return m_what->accessibleName(); }

signals:
    void declined();

private:
    void put(const QString& what, const QString& button, const std::function<void()>& deed);

    QLabel* m_what;
    QPushButton* m_button;
    QPushButton* m_decline;
    std::function<void()> m_deed;
    QTimer m_stays;
};

} // namespace entente::shell
