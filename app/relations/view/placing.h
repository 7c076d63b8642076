#pragma once

#include "app/relations/layout/places.h"

#include <QObject>
#include <QThreadPool>
#include <atomic>

namespace entente::relations {

/// Where computed places are kept from one start of the program to the next, by digest of what they were computed from.
/// Called from any thread.
struct KeptPlaces {
    std::function<std::optional<QByteArray>(const QByteArray& digest)> read;
    std::function<void(const QByteArray& digest, const QByteArray& bytes)> write;
};

/// Finds out where the actors of a dossier stand: from what is known, kept or computed. Small networks at once, large
/// ones in a worker, with usable places early.
class Placing : public QObject {
    Q_OBJECT

public:
    explicit Placing(QObject* parent = nullptr);
    ~Placing() override;

    void setKept(KeptPlaces kept) { m_kept = std::move(kept); }
    /// Ends in placed(), perhaps before it returns; drops what was asked for before. `held`: pins that the others are
    /// placed around, as far as their actors are pinned still; others move whom they pin alone.
    void start(const model::DossierPointer& dossier, const Measures& measures, const QList<model::Placement>& held);
    /// Leaves what is there: the last places that were told.
    void cancel();
    bool isRunning() const { return m_work != nullptr; }

signals:
    /// The share that is done, 0 to 1; only while a worker computes.
    void progressed(double share);
    /// Better places; `isLast`: there will be none.
    void placed(const entente::relations::Places& places, bool isLast);

private:
    struct Work {
        model::DossierPointer dossier;
        Places empty;
        QByteArray digest;
        std::atomic_bool isCancelled = false;
    };

    std::optional<QList<QPointF>> known(const Work& work) const;
    void compute(const std::shared_ptr<Work>& work);
    void tell(const std::shared_ptr<Work>& work, const QList<QPointF>& at, bool isLast);

    KeptPlaces m_kept;
    std::shared_ptr<Work> m_work; ///< in the worker
    QByteArray m_digest;          ///< of `m_at`
    QList<QPointF> m_at;
    QThreadPool m_background;
};

} // namespace entente::relations
