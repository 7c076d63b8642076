#pragma once

#include <QElapsedTimer>
#include <QLabel>
#include <QProgressBar>

namespace entente::shell {

/// How far reading a file has come, with a button that ends it: in the status bar, so that what is read so far can be
/// looked at. Hidden while there is nothing to wait for.
class ReadingBar : public QWidget {
    Q_OBJECT

public:
    explicit ReadingBar(QWidget* parent = nullptr);

    /// `share` from 0 to 1. Shows itself when this has gone on for half a second.
    void report(double share, const QString& what);
    void end();

signals:
    void cancelled();

private:
    QLabel* m_what;
    QProgressBar* m_bar;
    QElapsedTimer m_since;
};

} // namespace entente::shell
