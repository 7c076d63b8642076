#pragma once

#include "app/exploration/exploration.h"
#include "app/timeline/layout/scene.h"
#include "app/wording/wording.h"

#include <atomic>

namespace entente::timeline {

/// Events sorted into lanes, with what they were sorted from.
struct Ground {
    model::DossierPointer dossier = std::make_shared<const model::Dossier>(model::Tables());
    model::LaneChoice choice;
    model::Filter filter;
    QList<bool> shown;
    std::shared_ptr<const Lanes> lanes;
    Prepared prepared;

    bool isOf(const model::DossierPointer& other, const exploration::View& view) const {
        return dossier == other && choice == view.lanes && filter == view.filter;
    }
};

/// Keeps the ground of an exploration: sorts small dossiers at once when somebody looks, large ones in a worker, and
/// meanwhile gives what there was.
class Grounds : public QObject {
    Q_OBJECT

public:
    Grounds(exploration::Exploration& exploration, const wording::Wording& wording);
    ~Grounds() override;

    /// Never null; of the exploration as it is, unless isSorting().
    const std::shared_ptr<Ground>& ground();
    bool isSorting() const { return m_sorting != nullptr; }
    /// Lets nothing of the present dossier be seen any longer: another one comes.
    void forget();

signals:
    /// In a worker; ground() gives it.
    void sorted();

private:
    struct Sorting {
        std::shared_ptr<Ground> ground = std::make_shared<Ground>();
        std::atomic_bool isCancelled = false;
    };

    void start();
    void sort(Sorting& sorting) const;
    void stop();

    exploration::Exploration& m_exploration;
    const wording::Wording& m_wording;
    std::shared_ptr<Ground> m_ground;
    std::shared_ptr<Sorting> m_sorting; ///< in a worker
};

} // namespace entente::timeline
