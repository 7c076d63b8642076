#pragma once

#include "db/store/search.h"

#include <QElapsedTimer>
#include <QObject>
#include <QThreadPool>
#include <chrono>

namespace entente::shell {

/// Searches a dossier in a worker of its own. The index is made when it is first needed: most files are opened without
/// a search. Only the last question is answered; one that is asked while another is being answered ends that.
class BackgroundSearch : public QObject {
    Q_OBJECT

public:
    explicit BackgroundSearch(QObject* parent = nullptr);
    /// Ends what is under way and waits for it, some milliseconds.
    ~BackgroundSearch() override;

    /// Forgets the index and the question.
    void setDossier(model::DossierPointer dossier);
    /// Begins to make the index, if it is not there yet.
    void prepare();
    void ask(const QString& text);
    void giveUp();

    /// Whether a question has not been answered yet.
    bool isWaiting() const { return m_question != nullptr && !m_isAnswered; }
    bool isMakingIndex() const { return m_making != nullptr; }
    /// How long the index has been in the making, and how far it is, 0 to 1.
    std::chrono::milliseconds timeOfMaking() const { return std::chrono::milliseconds(m_since.elapsed()); }
    double shareMade() const { return m_share; }

signals:
    void progressed();
    /// The answer: the best hits of each group.
    void answered(const QList<store::Hit>& hits);
    /// After an answer without hits: names that are spelt much like what was asked for.
    void nearestFound(const QStringList& names);

private:
    struct Making;
    struct Question;

    void report(const std::shared_ptr<Making>& making, double share);
    void accept(const std::shared_ptr<Making>& making, std::shared_ptr<const store::Search> index);
    void seek();
    void answer(const std::shared_ptr<Question>& question, const QList<store::Hit>& hits);
    void offer(const std::shared_ptr<Question>& question, const QStringList& names);

    QThreadPool m_worker;
    model::DossierPointer m_dossier;
    std::shared_ptr<const store::Search> m_index;
    std::shared_ptr<Making> m_making;
    std::shared_ptr<Question> m_question;
    bool m_isAnswered = false;
    QElapsedTimer m_since;
    double m_share = 0;
};

} // namespace entente::shell
