#pragma once

#include "app/pictures/picture.h"

namespace entente::pictures {

/// What a picture is for.
enum class Preset : quint8 {
    Room,        ///< a slide that the last row reads: twelve events at most, names 36 pixels high
    Document,    ///< a slide that is read at a desk: names 24 pixels high where a timeline stands by itself
    A4,          ///< a page, across
    A3,          ///< a poster of A3
    A2,          ///< a poster of A2
    Transparent, ///< a slide to be laid on something
};

inline constexpr std::initializer_list<Preset> presets = {Preset::Room, Preset::Document, Preset::A4,
                                                          Preset::A3,   Preset::A2,       Preset::Transparent};

/// All that a preset settles; what is shown, the view, is left to whoever asks.
Request requestOf(Preset preset);

/// Gives a request what only the preset settles, whatever else is chosen: least names, most events, ground, sources.
void settle(Request& request, Preset preset);

/// Whether a preset is printed at its own size, on several pages if need be.
bool isPoster(Preset preset);

/// The moments of the networks that suit a preset: of a poster the end of the year in which its time begins, and that
/// of the view. None: that of the view alone.
QList<model::Day> suggestedMoments(Preset preset, const model::Dossier& dossier, const exploration::View& view);

/// The word of a preset as command lines and settings write it ("room"), and back.
QString wordOf(Preset preset);
std::optional<Preset> presetOf(const QString& word);

} // namespace entente::pictures
