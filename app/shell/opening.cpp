#include "app/shell/opening.h"

#include <QCoreApplication>
#include <QThreadPool>

namespace entente::shell {

std::shared_ptr<Opening> Opening::start(const QString& path) {
    auto opening = std::make_shared<Opening>();
    opening->path = path;
    const auto later = [](auto call) { QMetaObject::invokeMethod(qApp, call, Qt::QueuedConnection); };
    QThreadPool::globalInstance()->start([opening, later] {
        const auto progress = [opening, later](double share, const QString& what) {
            later([opening, share, what] {
                if (const auto call = opening->progressed) // which may be taken back meanwhile
                    call(share, what);
            });
            return !opening->isCancelled;
        };
        opening->result = store::open(opening->path, progress, [opening, later](const model::DossierPointer& dossier) {
            later([opening, dossier] {
                if (const auto call = opening->previewed)
                    call(dossier);
            });
        });
        later([opening] {
            if (const auto call = opening->finished)
                call();
        });
    });
    return opening;
}

} // namespace entente::shell
