#include "app/pictures/job_places.h"

#include "app/pictures/blank_text.h"
#include "app/relations/view/input.h"
#include "app/relations/view/painter.h"

#include <map>
#include <mutex>

namespace entente::pictures {

using theme::Theme;

/// What seats depend on: width and height of what they fill, and all that is written at actors.
using SeatsKey = std::tuple<double, double, QStringList, bool>;

/// What jobs share, on any threads.
struct FoundPlaces {
    std::mutex finding;
    std::optional<relations::Places> places;
    std::map<SeatsKey, QList<relations::Seat>> seats;
};

namespace {

/// The places of a dossier around pins, which may not be found yet.
std::shared_ptr<FoundPlaces> sharedPlaces(const model::DossierPointer& dossier, const QList<model::Placement>& held) {
    struct Around {
        QList<model::Placement> held;
        std::shared_ptr<FoundPlaces> found;
    };
    constexpr qsizetype mostOfOne = 4;
    static std::mutex looking;
    static std::map<std::weak_ptr<const model::Dossier>, QList<Around>, std::owner_less<>> known;
    const std::lock_guard<std::mutex> lock(looking);
    for (auto entry = known.begin(); entry != known.end();)
        entry = entry->first.expired() ? known.erase(entry) : std::next(entry);
    QList<Around>& ofDossier = known[dossier];
    for (const Around& around : ofDossier)
        if (around.held == held)
            return around.found;
    if (ofDossier.size() == mostOfOne)
        ofDossier.removeFirst();
    return ofDossier.emplaceBack(Around{held, std::make_shared<FoundPlaces>()}).found;
}

QStringList writtenIn(const model::Dossier& dossier) {
    QStringList written;
    for (const model::Actor& actor : dossier.tables().actors)
        written << actor.code << actor.name << actor.shortName;
    return written;
}

} // namespace

JobPlaces::JobPlaces(model::DossierPointer dossier, std::function<bool(double share)> goesOn,
                     const QList<model::Placement>& held)
    : m_dossier(std::move(dossier)), m_goesOn(std::move(goesOn)), m_held(held), m_found(sharedPlaces(m_dossier, held)) {
}

/// What is found stays as it is, so that it may be read while others look for it.
const relations::Places* JobPlaces::find() {
    const std::lock_guard<std::mutex> lock(m_found->finding);
    if (!m_found->places) {
        relations::Places empty = relations::unplacedOf(*m_dossier, relations::measuresOf(Theme()));
        relations::hold(empty, m_held, *m_dossier);
        const auto at = relations::place(empty.input, [this](double share, const QList<QPointF>& /*places*/) {
            return !m_goesOn || m_goesOn(share);
        });
        if (at)
            m_found->places = relations::placed(empty, *at, *m_dossier);
    }
    return m_found->places ? &*m_found->places : nullptr;
}

QList<relations::Seat> JobPlaces::seatsIn(const QRectF& home, const model::Dossier& named, bool hasBlanks) {
    const relations::Places* places = find();
    if (!places)
        return {};
    const SeatsKey key(home.width(), home.height(), writtenIn(named), hasBlanks);
    QList<relations::Seat> seats;
    {
        const std::lock_guard<std::mutex> lock(m_found->finding);
        QList<relations::Seat>& known = m_found->seats[key];
        const relations::Measures measures = relations::measuresOf(Theme());
        if (known.isEmpty())
            known = relations::seatsOf(named, *places, QRectF({}, home.size()),
                                       hasBlanks ? measuredWithBlanks(measures) : measures);
        seats = known;
    }
    for (relations::Seat& seat : seats)
        relations::moveSeat(seat, home.topLeft());
    return seats;
}

} // namespace entente::pictures
