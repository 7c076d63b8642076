#pragma once

#include <QScreen>
#include <QStringList>

namespace entente::presentation {

/// Names a screen over plugging in and out: by its name and serial number.
QString idOf(const QScreen& screen);

/// The screen's name and size, for people: "HDMI-1, 1920 × 1080".
QString textOf(const QScreen& screen);

/// The screens side by side: of mirrored ones, which show the same place, the first. Without one that is going.
QList<QScreen*> screensApart(const QScreen* going = nullptr);

/// Whether another screen shows what this one does, or a part of it.
bool isMirrored(const QScreen& screen);

/// Positions of the frames that overlap none before them which counts.
QList<qsizetype> framesApart(const QList<QRect>& frames);

/// Which of these screens is the audience's: the remembered one unless the presenter's window is on it, else the first
/// that the window is not on; with one screen that. Position in the list; -1 for none.
qsizetype audienceScreen(const QStringList& ids, const QString& remembered, const QString& presenters);

} // namespace entente::presentation
