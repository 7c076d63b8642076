#include "app/presentation/story_places.h"

#include "app/presentation/figures.h"
#include "app/presentation/view_of_scene.h"
#include "app/relations/layout/casts.h"

#include <array>
#include <map>

namespace entente::presentation {

namespace {

using model::ActorId;

constexpr std::array types{36.0 / 36, 32.0 / 36, 28.0 / 36}; ///< of type of 36 pixels
constexpr qsizetype fewestWhenStill = 5; ///< so many a scene keeps for the sake of others that stay where they are
constexpr int mostRounds = 3, mostRoundsOfOne = 9; ///< of leaving somebody out
constexpr qsizetype manyCrowded = 3;               ///< scenes, for which searching again would hardly help
constexpr int mostSearches = 3;
constexpr double wordsPadding = 8, wordsHeight = 15; ///< around and of words on a tie, in a theme of scale 1
constexpr double bendAtOne = 40;

/// Who is in one scene's network, and how they are tied.
struct Act {
    QList<ActorId> cast; ///< the most needed first
    SceneNetwork network;
    model::Subject selection;
};

Act actOf(const model::Dossier& dossier, const model::Scene& scene) {
    const exploration::View view = viewOfScene(scene, dossier).view;
    const Veil veil{scene.hideLater ? std::optional(view.moment) : std::nullopt, scene.hideDates, scene.hideNames};
    Act act{{}, sceneNetwork(dossier, view, veil), view.selection};
    act.cast = actorsOf(dossier, view, act.network);
    act.network.keepAmong(act.cast, view.selection);
    return act;
}

/// Everybody's place in some scenes.
struct Laid {
    QList<ActorId> players;
    relations::CastPlaces places;
    double type = 1;
};

class Planner {
public:
    Planner(const StoryPlacesInput& input, const wording::Wording& wording)
        : m_input(input), m_dossier(*input.dossier), m_wording(wording) {
        for (const model::Scene& scene : input.scenes)
            m_acts.append(actOf(m_dossier, scene));
        m_plan.scenes.resize(m_acts.size());
    }

    StoryPlaces plan() {
        if (!m_acts.isEmpty())
            planFrom(0, m_acts.size());
        return m_plan;
    }

private:
    void planFrom(qsizetype from, qsizetype count) {
        QList<Act> acts = m_acts.mid(from, count);
        auto laid = laidOut(acts);
        const int rounds = count == 1 ? mostRoundsOfOne : mostRounds;
        for (int round = 0; !laid && round < rounds && leaveOut(acts); ++round)
            laid = laidOut(acts, types.back());
        if (laid)
            return addChapter(from, acts, *laid);
        planFrom(from, count / 2);
        planFrom(from + count / 2, count - count / 2);
    }

    /// In the largest type that has room for all, if there is any.
    std::optional<Laid> laidOut(const QList<Act>& acts) {
        std::optional<Laid> laid;
        if (m_input.type > types.front())
            laid = laidOut(acts, m_input.type);
        for (const double type : types)
            if (!laid)
                laid = laidOut(acts, type);
        return laid;
    }

    /// Sought again where boxes lie on boxes, or ties, which can still bend around them.
    std::optional<Laid> laidOut(const QList<Act>& acts, double type) {
        Laid laid{playersOf(acts), {}, type};
        const relations::CastInput input = inputOf(acts, laid.players, type);
        const auto faults = [](const relations::CastPlaces& places) {
            return std::pair(places.crowded.size(), places.passages);
        };
        laid.places = relations::placeCasts(input);
        for (int round = 1; round < mostSearches && faults(laid.places) > std::pair(qsizetype(0), 0) &&
                            laid.places.crowded.size() < manyCrowded;
             ++round)
            if (auto other = relations::placeCasts(input, round); faults(other) < faults(laid.places))
                laid.places = std::move(other);
        m_crowded = laid.places.crowded;
        return m_crowded.isEmpty() ? std::optional(laid) : std::nullopt;
    }

    /// One more of each scene that was crowded. False if one has nobody to spare.
    bool leaveOut(QList<Act>& acts) const {
        const qsizetype fewest = acts.size() == 1 ? 0 : fewestWhenStill;
        for (const int crowded : m_crowded) {
            QList<ActorId>& cast = acts[crowded].cast;
            if (cast.size() <= fewest)
                return false;
            cast.removeAt(leastNeeded(cast, m_dossier));
        }
        return true;
    }

    static QList<ActorId> playersOf(const QList<Act>& acts) {
        QList<ActorId> players;
        for (const Act& act : acts)
            for (const ActorId one : act.cast)
                if (!players.contains(one))
                    players.append(one);
        std::sort(players.begin(), players.end());
        return players;
    }

    relations::CastInput inputOf(const QList<Act>& acts, const QList<ActorId>& players, double type) const {
        const theme::Theme look = networkTheme(theme::Scheme::Light, type);
        relations::CastInput input;
        input.frame = m_input.frame;
        input.bend = look.px(bendAtOne);
        for (const ActorId one : players) {
            const Figure figure = figureOf(one, {m_dossier, Veil(), look, type});
            input.players.append({figure.form, figure.names, m_dossier.actor(one).pole});
        }
        for (const Act& act : acts)
            input.scenes.append(sceneOf(act, players, look));
        return input;
    }

    relations::PlayedScene sceneOf(const Act& act, const QList<ActorId>& players, const theme::Theme& look) const {
        relations::PlayedScene scene;
        for (const ActorId one : act.cast)
            scene.players.append(static_cast<int>(players.indexOf(one)));
        std::map<std::pair<ActorId, ActorId>, relations::PlayedTie> ties;
        const QList<model::Tie>& all = act.network.network.ties;
        for (qsizetype i = 0; i < all.size(); ++i) {
            const auto both = std::minmax(all[i].from, all[i].to);
            const auto [entry, isFirst] = ties.try_emplace(both);
            (isFirst ? entry->second.label : entry->second.second) = sizeOfWords(act, i, look);
            entry->second.isDouble = !isFirst;
        }
        for (auto& [both, tie] : ties) {
            tie.a = static_cast<int>(players.indexOf(both.first));
            tie.b = static_cast<int>(players.indexOf(both.second));
            scene.ties.append(tie);
        }
        return scene;
    }

    QSizeF sizeOfWords(const Act& act, qsizetype tie, const theme::Theme& look) const {
        const bool isQuiet = act.network.network.ties[tie].lineForm == model::LineForm::Plain &&
                             !act.network.isSelected(tie, act.selection);
        const QString words = isQuiet ? QString() : act.network.words(tie, m_dossier, Veil(), m_wording);
        if (words.isEmpty())
            return {};
        return {look.width(words, theme::Type::Date) + look.px(wordsPadding), look.px(wordsHeight)};
    }

    void addChapter(qsizetype from, const QList<Act>& acts, const Laid& laid) {
        StoryPlaces::Chapter chapter{laid.type, {}};
        for (size_t i = 0; i < laid.places.spots.size(); ++i) {
            const QPointF spot = laid.places.spots[i];
            chapter.stands[laid.players[static_cast<qsizetype>(i)]] = {
                QPointF(spot.x() / m_input.frame.width(), spot.y() / m_input.frame.height()), laid.places.names[i]};
        }
        for (qsizetype i = 0; i < acts.size(); ++i) {
            StoryPlaces::Scene& scene = m_plan.scenes[from + i];
            scene.chapter = static_cast<int>(m_plan.chapters.size());
            for (const ActorId one : m_acts[from + i].cast)
                if (!acts[i].cast.contains(one))
                    scene.leftOut.append(one);
        }
        m_plan.chapters.append(chapter);
    }

    const StoryPlacesInput& m_input;
    const model::Dossier& m_dossier;
    const wording::Wording& m_wording;
    QList<Act> m_acts;
    QList<int> m_crowded; ///< scenes of those laid out last
    StoryPlaces m_plan;
};

} // namespace

const StoryPlaces::Chapter* StoryPlaces::chapterOf(qsizetype scene) const {
    return scene >= 0 && scene < scenes.size() ? &chapters[scenes[scene].chapter] : nullptr;
}

StoryPlaces storyPlaces(const StoryPlacesInput& input, const wording::Wording& wording) {
    if (!input.dossier || input.frame.width() < 1 || input.frame.height() < 1)
        return {};
    return Planner(input, wording).plan();
}

} // namespace entente::presentation
