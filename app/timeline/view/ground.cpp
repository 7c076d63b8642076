#include "app/timeline/view/ground.h"

#include "app/timeline/view/input.h"

#include <QThreadPool>

namespace entente::timeline {

namespace {
constexpr qsizetype mostAtOnce = 20'000; // events that are sorted within a frame
}

Grounds::Grounds(exploration::Exploration& exploration, const wording::Wording& wording)
    : m_exploration(exploration), m_wording(wording) {
    forget();
}

Grounds::~Grounds() {
    stop();
    QThreadPool::globalInstance()->waitForDone();
}

void Grounds::forget() {
    stop();
    Sorting nothing;
    sort(nothing);
    m_ground = nothing.ground;
}

void Grounds::stop() {
    if (m_sorting)
        m_sorting->isCancelled = true;
    m_sorting.reset();
}

const std::shared_ptr<Ground>& Grounds::ground() {
    const auto isCurrent = [this](const Ground& ground) {
        return ground.isOf(m_exploration.dossier(), m_exploration.view());
    };
    if (isCurrent(*m_ground))
        stop();
    else if (!m_sorting || !isCurrent(*m_sorting->ground))
        start();
    return m_ground;
}

void Grounds::start() {
    stop();
    auto sorting = std::make_shared<Sorting>();
    *sorting->ground = {m_exploration.dossier(),
                        m_exploration.view().lanes,
                        m_exploration.filter(),
                        m_exploration.shownEvents(),
                        {},
                        {}};
    if (sorting->ground->shown.size() <= mostAtOnce) {
        sort(*sorting);
        m_ground = sorting->ground;
        return;
    }
    m_sorting = sorting;
    QThreadPool::globalInstance()->start([this, sorting] {
        sort(*sorting);
        QMetaObject::invokeMethod(this, [this, sorting] {
            if (m_sorting != sorting)
                return;
            m_sorting.reset();
            m_ground = sorting->ground;
            emit sorted();
        });
    });
}

void Grounds::sort(Sorting& sorting) const {
    Ground& ground = *sorting.ground;
    exploration::View view;
    view.lanes = ground.choice;
    view.filter = ground.filter;
    ground.lanes = lanesOf(*ground.dossier, view, m_wording);
    ground.prepared =
        sortIntoLanes(*ground.dossier, *ground.lanes, ground.shown, [&sorting] { return sorting.isCancelled.load(); });
}

} // namespace entente::timeline
