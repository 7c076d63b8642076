#include "app/presentation/screens.h"

#include <QCoreApplication>

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

qsizetype audienceScreen(const QStringList& ids, const QString& remembered, const QString& presenters) {
    if (const qsizetype known = ids.indexOf(remembered); known >= 0 && (ids.size() == 1 || remembered != presenters))
        return known;
    for (qsizetype i = 0; i < ids.size(); ++i)
        if (ids[i] != presenters)
            return i;
    return ids.isEmpty() ? -1 : 0;
}

} // namespace entente::presentation
