#include "app/shell/run.h"

#include "app/shell/main_window.h"
#include "app/theme/style.h"

#include <QApplication>
#include <QFileInfo>
#include <QStandardPaths>
#include <clocale>

namespace entente::shell {

QString bundledDossier() {
    const QString name = "entente/russia-iran.dossier";
    const QStringList besides = {"/share/", "/../share/"};
    for (const QString& folder : besides)
        if (const QFileInfo file(QCoreApplication::applicationDirPath() + folder + name); file.exists())
            return file.canonicalFilePath();
    return QStandardPaths::locate(QStandardPaths::GenericDataLocation, name);
}

bool isBundledDossier(const QString& path) {
    return QFileInfo(path) == QFileInfo(bundledDossier());
}

int run(int argc, char** argv, const QString& file) {
    QApplication application(argc, argv);
    // QApplication takes the user's locale for all of C; numbers in files must not follow it.
    std::setlocale(LC_NUMERIC, "C");
    const QString path = file.isEmpty() ? bundledDossier() : file;
    const std::shared_ptr<Opening> opening = path.isEmpty() ? nullptr : Opening::start(path);
    theme::loadFonts();
    QApplication::setStyle(new theme::Style(theme::Theme()));
    MainWindow window;
    window.show();
    if (opening)
        window.document().await(opening);
    return QApplication::exec();
}

} // namespace entente::shell
