#include "app/shell/background_search.h"

namespace entente::shell {

namespace {
constexpr int mostHitsAGroup = 6;
} // namespace

/// An index in the making, shared with the worker.
struct BackgroundSearch::Making {
    std::stop_source stop;
};

/// What was asked, shared with the worker.
struct BackgroundSearch::Question {
    QString text;
    std::stop_source stop;
};

BackgroundSearch::BackgroundSearch(QObject* parent) : QObject(parent) {
    m_worker.setMaxThreadCount(1);
}

BackgroundSearch::~BackgroundSearch() {
    setDossier({});
    m_worker.waitForDone();
}

void BackgroundSearch::setDossier(model::DossierPointer dossier) {
    giveUp();
    if (m_making)
        m_making->stop.request_stop();
    m_making.reset();
    if (m_index) // a large one takes a while to be freed
        m_worker.start([old = std::move(m_index)] {});
    m_index.reset();
    m_dossier = std::move(dossier);
}

void BackgroundSearch::prepare() {
    if (m_index || m_making || !m_dossier)
        return;
    auto making = std::make_shared<Making>();
    m_making = making;
    m_share = 0;
    m_since.start();
    m_worker.start([this, making, dossier = m_dossier] {
        const auto progress = [this, making](double share) {
            QMetaObject::invokeMethod(this, [this, making, share] { report(making, share); });
        };
        auto index = std::make_shared<const store::Search>(dossier, progress, making->stop.get_token());
        QMetaObject::invokeMethod(this, [this, making, index] { accept(making, index); });
    });
}

void BackgroundSearch::report(const std::shared_ptr<Making>& making, double share) {
    if (m_making != making)
        return;
    m_share = share;
    emit progressed();
}

void BackgroundSearch::accept(const std::shared_ptr<Making>& making, std::shared_ptr<const store::Search> index) {
    if (m_making != making)
        return;
    m_making.reset();
    m_index = std::move(index);
    if (m_question)
        seek();
}

void BackgroundSearch::ask(const QString& text) {
    giveUp();
    m_question = std::make_shared<Question>();
    m_question->text = text;
    m_isAnswered = false;
    if (m_index)
        seek();
    else
        prepare();
}

void BackgroundSearch::giveUp() {
    if (m_question)
        m_question->stop.request_stop();
    m_question.reset();
}

void BackgroundSearch::seek() {
    m_worker.start([this, question = m_question, index = m_index] {
        const std::stop_token stop = question->stop.get_token();
        const QList<store::Hit> hits = index->findInEach(question->text, mostHitsAGroup, stop);
        QMetaObject::invokeMethod(this, [this, question, hits] { answer(question, hits); });
        if (!hits.isEmpty() || stop.stop_requested())
            return;
        const QStringList names = index->nearest(question->text, stop);
        QMetaObject::invokeMethod(this, [this, question, names] { offer(question, names); });
    });
}

void BackgroundSearch::answer(const std::shared_ptr<Question>& question, const QList<store::Hit>& hits) {
    if (m_question != question)
        return;
    m_isAnswered = true;
    emit answered(hits);
}

void BackgroundSearch::offer(const std::shared_ptr<Question>& question, const QStringList& names) {
    if (m_question == question && !names.isEmpty())
        emit nearestFound(names);
}

} // namespace entente::shell
