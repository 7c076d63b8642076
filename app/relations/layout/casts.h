#pragma once

#include "app/relations/layout/board.h"

namespace entente::relations {

/// An actor of a story as every scene draws it: boxes in pixels, relative to the middle of its form.
struct Player {
    QRectF form;
    QList<QRectF> names; ///< where its name may stand beside the form, the best first; none: it stands inside
    model::Pole pole = model::Pole::None;
};

/// Two players that are tied in a scene, by their positions in CastInput::players.
struct PlayedTie {
    int a = -1;
    int b = -1;
    QSizeF label;          ///< of the words on it, pixels; empty: none
    bool isDouble = false; ///< a second line bends aside
    QSizeF second;         ///< of the words on that
};

/// Who is on stage together, and how they are tied. Ties of those who are not, or with oneself, are passed over.
struct PlayedScene {
    QList<int> players;
    QList<PlayedTie> ties;
};

struct CastInput {
    QSizeF frame;     ///< pixels
    double gap = 24;  ///< wanted between boxes of two that meet, pixels; they are never nearer than a third of it
    double edge = 22; ///< between boxes and the frame, pixels
    double bend = 40; ///< how far a second line bends aside where it is long enough, pixels
    QList<Player> players;
    QList<PlayedScene> scenes;
};

struct CastPlaces {
    Spots spots;            ///< middles of forms, pixels of the frame; one a player
    std::vector<int> names; ///< by player: which of its places its name has; -1 without any
    QList<int> crowded;     ///< scenes in which boxes lie on one another, or leave the frame
    int passages = 0;       ///< ties through boxes of others in the same scene, over all scenes
    int crossings = 0;      ///< of ties in the same scene, over all scenes
};

/// Places of all players of a story, the same in all scenes: large things that never move.
///
/// As in foresighted layout (Diehl, Görg, Kerren, "Preserving the Mental Map using Foresighted Layout", VisSym 2001)
/// one layout serves the whole sequence, and those who are never on stage together may share a place, though they
/// rather do not. It is found by annealing (Davidson, Harel, "Drawing graphs nicely using simulated annealing", TOG
/// 1996): what a drawing costs is the mean over the scenes of stress, crossings, narrow angles, ties without room for
/// their words, and, at a price that outweighs these, ties through boxes and boxes upon boxes. Poles keep to their
/// sides of the middle, and two opposite ones at one height. `round`: another one begins elsewhere. About 0.2 s
/// for 20 players on two cores. Deterministic, on any number of threads.
CastPlaces placeCasts(const CastInput& input, int round = 0);

} // namespace entente::relations
