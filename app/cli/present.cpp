#include "app/cli/command.h"
#include "app/cli/reading.h"
#include "app/cli/run.h"
#include "app/pictures/story_views.h"
#include "app/presentation/exploring_view.h"
#include "app/presentation/kiosk.h"
#include "app/presentation/presenter.h"
#include "app/presentation/view_of_scene.h"
#include "app/theme/style.h"

#include <QApplication>
#include <QScreen>

namespace entente::cli {

using model::Result;

namespace {

/// The one named, else the first that has scenes.
Result<model::StoryId> storyToPresent(const model::Dossier& dossier, const Options& options) {
    if (options.has("story")) {
        auto named = pictures::findStory(dossier, options.value("story"));
        if (named && presentation::scenesOf(dossier, *named).isEmpty())
            return model::failure(Text::tr("The story \"%1\" has no scenes.").arg(options.value("story")));
        return named;
    }
    for (qsizetype i = 0; i < dossier.tables().stories.size(); ++i)
        if (!presentation::scenesOf(dossier, model::StoryId(i)).isEmpty())
            return model::StoryId(i);
    return model::failure(Text::tr("The dossier has no story with scenes."));
}

int runKiosk(exploration::Exploration& exploration, model::StoryId story) {
    const wording::Wording wording;
    presentation::Kiosk kiosk(exploration, wording);
    kiosk.setGeometry(kiosk.screen()->geometry()); // not every desktop does so for a full screen
    kiosk.showFullScreen();
    kiosk.start(story);
    return QApplication::exec();
}

/// The presenter's own window is there to explore live from; the end of the show is the end of the program.
int runShow(exploration::Exploration& exploration, model::StoryId story) {
    const wording::Wording wording;
    presentation::ExploringView window(exploration, wording);
    window.setWindowTitle(exploration.dossier()->head().title);
    window.setHint(Text::tr("G or F5 goes back to the story"));
    window.setGeometry(window.screen()->availableGeometry());
    window.showMaximized();
    auto* presenter = new presentation::Presenter(exploration, wording, &window);
    QObject::connect(&window, &presentation::ExploringView::backWished, presenter, &presentation::Presenter::resume);
    QObject::connect(presenter, &presentation::Presenter::ended, qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    presenter->start(story);
    return QApplication::exec();
}

int present(const Options& options, Console& console) {
    const auto opened = openDossier(options.operands()[0], console);
    if (!opened)
        return Unreadable;
    const auto story = storyToPresent(*opened->dossier, options);
    if (!story) {
        console.complain(story.error());
        return WrongCall;
    }
    if (!hasDisplay(QCoreApplication::arguments())) {
        console.complain(Text::tr("There is no display to open a window on."));
        return WrongCall;
    }
    QApplication::setStyle(new theme::Style(theme::Theme()));
    QApplication::setFont(theme::Theme().font(theme::Type::Body));
    exploration::Exploration exploration;
    exploration.open(opened->dossier);
    return options.has("kiosk") ? runKiosk(exploration, *story) : runShow(exploration, *story);
}

} // namespace

Command presentCommand() {
    Command command{
        "present",
        {{"FILE"},
         false,
         {{"story", "KEY", Text::tr("the story; without it, the first that has scenes")},
          {"kiosk", {}, Text::tr("run by itself, over and over, without menus")}}},
        Text::tr("Present a story to an audience, or let it run by itself."),
        Text::tr("Needs a display. Without --kiosk the keys are those of a clicker, and Esc twice ends it.\n"
                 "With --kiosk each scene stays for its seconds, its points come one by one, and after the "
                 "last scene the first comes again. A touch, a click or a key lets the visitor explore; "
                 "after a minute of rest the story goes on. Nothing opens or writes a file or a link. "
                 "Ctrl+Q ends it."),
        present};
    command.shows = true;
    return command;
}

} // namespace entente::cli
