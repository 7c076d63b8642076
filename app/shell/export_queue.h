#pragma once

#include "app/pictures/picture.h"

#include <QThreadPool>
#include <QTimer>
#include <atomic>

namespace entente::shell {

/// What takes long, done in the background, one wish after another: pictures, stories and pages. What is wished for
/// holds all that it needs, so that another file may be opened meanwhile.
class ExportQueue : public QObject {
    Q_OBJECT

public:
    struct Wish {
        QString name;    ///< of what is made, as the user knows it: "russia-iran.pdf"
        QString heading; ///< what is said if it fails
        /// On a thread of the queue; ends early, with any failure, once its progress returns false.
        std::function<model::Result<void>(const pictures::Progress& progress)> work;
        std::function<void()> done; ///< after success, on the thread of the queue's owner
    };

    explicit ExportQueue(QObject* parent = nullptr);
    /// Ends what is running and waits for that.
    ~ExportQueue() override;

    void add(const Wish& wish);
    bool isBusy() const { return !m_tasks.isEmpty(); }
    /// What is made now, and how many wait; empty if nothing is.
    QString words() const;
    /// Ends what is made, and what waits. What was there before stays as it was.
    void cancel();

signals:
    void progressed(double share, const QString& what);
    void failed(const QString& heading, const model::Finding& finding);
    void cancelled(const QString& name);
    /// Nothing is left to do. `isComplete`: nothing has failed or been cancelled since the queue was last idle.
    void idle(bool isComplete);

private:
    struct Task {
        Wish wish;
        std::atomic_bool isCancelled = false;
        std::atomic<double> share = 0;
    };
    void run(const std::shared_ptr<Task>& task);
    void end(const std::shared_ptr<Task>& task, const model::Result<void>& result);

    QThreadPool m_worker;
    QTimer m_clock;
    QList<std::shared_ptr<Task>> m_tasks; ///< the first is being done
    bool m_isComplete = true;
};

} // namespace entente::shell
