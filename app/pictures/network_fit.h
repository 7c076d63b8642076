#pragma once

#include "app/pictures/network_part.h"

namespace entente::pictures {

/// How the networks of some moments fill panels of one size: who is drawn at any of them, with forms and names, reaches
/// from edge to edge, in the largest type in which as many have their names as in the least, and no more of them lie on
/// ties. A panel that is higher by some pixels has no smaller type, but for a step or two of the search. The same for
/// all moments, so that they can be compared. None where a view is zoomed, where actors are too many for names, or
/// where the search for places was ended.
/// @param room of the first panel
std::optional<NetworkFit> networkFit(const Request& request, const wording::Wording& wording,
                                     const QList<model::Day>& moments, const NetworkRoom& room, JobPlaces& jobPlaces);

} // namespace entente::pictures
