#pragma once

#include "app/shell/main_window.h"

#include <QTemporaryDir>

namespace entente::shell {

/// Paths of the bundled dossier that the build made and of files made for the tests.
QString bundledFile();

/// A dossier unlike the bundled one: dates BCE and of every kind, forty actors, Persian titles, no eras, no opening
/// view.
model::Tables syntheticTables();

/// A window without the user's settings or motion, with a file opened, at a size. Shown on the offscreen platform.
class TestWindow {
public:
    explicit TestWindow(const QString& file = bundledFile(), QSize size = {1600, 1000},
                        theme::Scheme scheme = theme::Scheme::Light);

    MainWindow& operator*() { return *m_window; }
    MainWindow* operator->() { return m_window.get(); }
    const model::Dossier& dossier() { return *m_window->exploration().dossier(); }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;
};

/// Fonts and style of the program; call once from initTestCase.
void prepareApplication();

} // namespace entente::shell
