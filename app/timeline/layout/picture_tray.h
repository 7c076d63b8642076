#pragma once

#include "app/timeline/layout/scene.h"

namespace entente::timeline {

/// The undated events of a picture, in rows.
struct PictureTray {
    double height = 0; ///< pixels; 0: there are none
    QString title;
    QList<TrayItem> items; ///< from the tray's corner, pixels
    int unnamed = 0;       ///< for which there is no room
};

/// At most four rows, each as high as that of the window, beside a title that stands in the column of the lanes' heads.
/// What the filter hides is not there. O(n) for n undated events.
/// @param headWidth of that column; 0: there is none, and the title takes what it needs
PictureTray trayOf(const Input& input, double headWidth);

} // namespace entente::timeline
