#include "app/shell/export_queue.h"

namespace entente::shell {

namespace {
constexpr int tick = 100; // milliseconds
}

ExportQueue::ExportQueue(QObject* parent) : QObject(parent) {
    m_worker.setMaxThreadCount(1);
    m_clock.setInterval(tick);
    connect(&m_clock, &QTimer::timeout, this, [this] { emit progressed(m_tasks.first()->share, words()); });
}

ExportQueue::~ExportQueue() {
    for (const auto& task : m_tasks)
        task->isCancelled = true;
    m_worker.waitForDone();
}

QString ExportQueue::words() const {
    if (m_tasks.isEmpty())
        return {};
    const QString name = tr("Making %1").arg(m_tasks.first()->wish.name);
    const auto more = static_cast<int>(m_tasks.size()) - 1;
    return more > 0 ? tr("%1, %n more waiting", nullptr, more).arg(name) : name;
}

void ExportQueue::add(const Wish& wish) {
    const auto task = std::make_shared<Task>();
    task->wish = wish;
    if (m_tasks.isEmpty())
        m_isComplete = true;
    m_tasks.append(task);
    emit progressed(m_tasks.first()->share, words());
    m_clock.start();
    m_worker.start([this, task] { run(task); });
}

void ExportQueue::run(const std::shared_ptr<Task>& task) {
    model::Result<void> result = tl::unexpected(pictures::ended());
    if (!task->isCancelled)
        result = task->wish.work([task](double share) {
            task->share = share;
            return !task->isCancelled;
        });
    QMetaObject::invokeMethod(
        this, [this, task, result] { end(task, result); }, Qt::QueuedConnection);
}

void ExportQueue::end(const std::shared_ptr<Task>& task, const model::Result<void>& result) {
    m_tasks.removeOne(task);
    if (m_tasks.isEmpty())
        m_clock.stop();
    m_isComplete = m_isComplete && result;
    if (result) // even if it was cancelled: what was written by then is there
        task->wish.done();
    else if (task->isCancelled)
        emit cancelled(task->wish.name);
    else
        emit failed(task->wish.heading, result.error());
    if (m_tasks.isEmpty())
        emit idle(m_isComplete);
}

void ExportQueue::cancel() {
    for (const auto& task : m_tasks)
        task->isCancelled = true;
}

} // namespace entente::shell
