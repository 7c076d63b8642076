#include "app/shell/kept_show.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace entente::shell {

using presentation::Presenter;

/// Whether the program that shows it still runs: then it is that one's show.
static bool isRunningElsewhere(const RunningShow& show) {
    return show.process != QCoreApplication::applicationPid() &&
           QFileInfo(QStringLiteral("/proc/%1/exe").arg(show.process)).symLinkTarget() ==
               QFileInfo(QStringLiteral("/proc/self/exe")).symLinkTarget();
}

KeptShow::KeptShow(Presenter& presenter, exploration::Exploration& exploration, Document& document, Settings& settings,
                   QObject* parent)
    : QObject(parent), m_presenter(presenter), m_exploration(exploration), m_document(document), m_settings(settings),
      m_interrupted(settings.runningShow()) {
    if (m_interrupted && (isRunningElsewhere(*m_interrupted) || !QFileInfo::exists(m_interrupted->file)))
        m_interrupted.reset();
    connect(&presenter, &Presenter::stepShown, this, &KeptShow::keep);
    connect(&presenter, &Presenter::ended, this, [this] {
        if (const auto kept = m_settings.runningShow(); kept && kept->process == QCoreApplication::applicationPid())
            m_settings.setRunningShow({});
    });
    connect(&document, &Document::opened, this, &KeptShow::follow);
    connect(&document, &Document::openFailed, this, &KeptShow::giveUp);
    connect(&document, &Document::openCancelled, this, &KeptShow::giveUp);
}

void KeptShow::keep(int step) {
    m_interrupted.reset();
    const presentation::Show& show = m_presenter.show();
    const auto& stories = m_exploration.dossier()->tables().stories;
    if (show.story().isValid() && show.story().index < stories.size() && !m_document.path().isEmpty())
        m_settings.setRunningShow(RunningShow{m_document.path(), stories[show.story().index].key, show.scene().key,
                                              step, QCoreApplication::applicationPid()});
}

void KeptShow::follow() {
    if (!m_interrupted)
        return;
    const bool isWanted = std::exchange(m_isWanted, false);
    if (isWanted && m_document.path() == m_interrupted->file)
        goOn();
    else
        emit offered();
}

/// The file did not come: whoever opens it later may want to do something else with it.
void KeptShow::giveUp() {
    if (std::exchange(m_isWanted, false) && m_interrupted)
        emit offered();
}

void KeptShow::goOn() {
    if (!m_interrupted)
        return;
    if (m_document.path() != m_interrupted->file) {
        emit openWished(m_interrupted->file);
        m_isWanted = true;
        if (!m_document.isOpening()) // what is not saved yet was more important
            giveUp();
        return;
    }
    const RunningShow show = *std::exchange(m_interrupted, std::nullopt);
    const auto& stories = m_exploration.dossier()->tables().stories;
    const auto told = std::find_if(stories.begin(), stories.end(),
                                   [&](const model::Story& story) { return story.key == show.story; });
    if (told == stories.end())
        return forget();
    m_presenter.start(model::StoryId(told - stories.begin()), show.step);
    const QList<model::Scene>& scenes = m_presenter.show().scenes();
    const auto scene =
        std::find_if(scenes.begin(), scenes.end(), [&](const model::Scene& one) { return one.key == show.scene; });
    if (scene != scenes.end() && scene - scenes.begin() != show.step)
        m_presenter.show().jump(static_cast<int>(scene - scenes.begin()));
}

void KeptShow::forget() {
    m_interrupted.reset();
    m_isWanted = false;
    m_settings.setRunningShow({});
}

} // namespace entente::shell
