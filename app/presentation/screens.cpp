#include "app/presentation/screens.h"

#include <QGuiApplication>
#include <algorithm>

namespace entente::presentation {

namespace {
struct ScreensText {
    Q_DECLARE_TR_FUNCTIONS(entente::presentation::Screens)
};
} // namespace

QString idOf(const QScreen& screen) {
    return QStringList{screen.name(), screen.serialNumber()}.join(' ').trimmed();
}

QString textOf(const QScreen& screen) {
    const QSize pixels = screen.size() * screen.devicePixelRatio();
    return ScreensText::tr("%1, %2 × %3", "name, width and height of a screen")
        .arg(screen.name())
        .arg(pixels.width())
        .arg(pixels.height());
}

QList<QScreen*> screensApart(const QScreen* going) {
    QList<QScreen*> screens = QGuiApplication::screens();
    screens.removeIf([going](const QScreen* screen) { return screen == going; });
    QList<QRect> frames;
    for (const QScreen* screen : std::as_const(screens))
        frames.append(screen->geometry());
    QList<QScreen*> apart;
    for (const qsizetype place : framesApart(frames))
        apart.append(screens[place]);
    return apart;
}

bool isMirrored(const QScreen& screen) {
    const QList<QScreen*> screens = QGuiApplication::screens();
    return std::any_of(screens.begin(), screens.end(), [&](const QScreen* other) {
        return other != &screen && other->geometry().intersects(screen.geometry());
    });
}

QList<qsizetype> framesApart(const QList<QRect>& frames) {
    QList<qsizetype> apart;
    for (qsizetype i = 0; i < frames.size(); ++i)
        if (std::none_of(apart.cbegin(), apart.cend(),
                         [&](qsizetype one) { return frames[one].intersects(frames[i]); }))
            apart.append(i);
    return apart;
}

qsizetype audienceScreen(const QStringList& ids, const QString& remembered, const QString& presenters) {
    if (const qsizetype known = ids.indexOf(remembered); known >= 0 && (ids.size() == 1 || remembered != presenters))
        return known;
    for (qsizetype i = 0; i < ids.size(); ++i)
        if (ids[i] != presenters)
            return i;
    return ids.isEmpty() ? -1 : 0;
}

} // namespace entente::presentation
