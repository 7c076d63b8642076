#include "app/relations/view/placing.h"

namespace entente::relations {

namespace {
constexpr qsizetype placedAtOnce = 60; // actors
}

Placing::Placing(QObject* parent) : QObject(parent) {
    m_background.setMaxThreadCount(1);
}

Placing::~Placing() {
    cancel();
    m_background.waitForDone();
}

void Placing::cancel() {
    if (m_work)
        m_work->isCancelled = true;
    m_work.reset();
}

void Placing::start(const model::DossierPointer& dossier, const Measures& measures,
                    const QList<model::Placement>& held) {
    cancel();
    auto work = std::make_shared<Work>();
    work->dossier = dossier;
    work->empty = unplacedOf(*dossier, measures);
    hold(work->empty, held, *dossier);
    work->digest = digestOf(work->empty.input);
    m_work = work;
    if (const auto at = known(*work))
        return tell(work, *at, true);
    if (work->empty.spots.size() <= placedAtOnce) {
        const QList<QPointF> at = place(work->empty.input);
        if (m_kept.write)
            m_kept.write(work->digest, pack(at));
        return tell(work, at, true);
    }
    m_background.start([this, work] { compute(work); });
}

/// What was computed last, or ever.
std::optional<QList<QPointF>> Placing::known(const Work& work) const {
    if (work.digest == m_digest)
        return m_at;
    const auto bytes = m_kept.read ? m_kept.read(work.digest) : std::nullopt;
    return bytes ? unpack(*bytes, work.empty.spots.size()) : std::nullopt;
}

/// In the worker.
void Placing::compute(const std::shared_ptr<Work>& work) {
    const auto proceed = [this, work](double share, const QList<QPointF>& places) {
        QMetaObject::invokeMethod(this, [this, work, share, places] {
            if (m_work != work)
                return;
            if (!places.isEmpty() && share < 1)
                tell(work, places, false);
            emit progressed(share);
        });
        return !work->isCancelled;
    };
    const auto at = place(work->empty.input, proceed);
    if (!at)
        return;
    if (m_kept.write)
        m_kept.write(work->digest, pack(*at));
    QMetaObject::invokeMethod(this, [this, work, at] {
        if (m_work == work)
            tell(work, *at, true);
    });
}

void Placing::tell(const std::shared_ptr<Work>& work, const QList<QPointF>& at, bool isLast) {
    if (isLast) {
        m_work.reset();
        m_digest = work->digest;
        m_at = at;
    }
    emit placed(relations::placed(work->empty, at, *work->dossier), isLast);
}

} // namespace entente::relations
