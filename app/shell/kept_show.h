#pragma once

#include "app/presentation/presenter.h"
#include "app/shell/document.h"
#include "app/shell/settings.h"

namespace entente::shell {

/// Keeps where a show is as long as it runs, so that after a crash it can go on at the same scene.
class KeptShow : public QObject {
    Q_OBJECT

public:
    KeptShow(presentation::Presenter& presenter, exploration::Exploration& exploration, Document& document,
             Settings& settings, QObject* parent = nullptr);

    /// The show that a program before this one did not end; none once it is answered.
    const std::optional<RunningShow>& interrupted() const { return m_interrupted; }
    /// Starts it where it was, in its own file.
    void goOn();
    void forget();

signals:
    /// A dossier is open and there is a show to go on with.
    void offered();
    /// The show needs another file than the one that is open, which may have to be saved first.
    void openWished(const QString& path);

private:
    void keep(int step);
    void follow();
    void giveUp();

    presentation::Presenter& m_presenter;
    exploration::Exploration& m_exploration;
    Document& m_document;
    Settings& m_settings;
    std::optional<RunningShow> m_interrupted;
    bool m_isWanted = false; ///< its file is being opened
};

} // namespace entente::shell
