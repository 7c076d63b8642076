#pragma once

#include "db/store/dossier_file.h"

#include <atomic>
#include <functional>

namespace entente::shell {

/// One attempt to open a file, shared with the worker that reads it. It may start before there is a window: whoever
/// waits is called from the event loop, which nothing precedes.
struct Opening {
    /// Begins to read in a worker. Needs a QCoreApplication.
    static std::shared_ptr<Opening> start(const QString& path);

    QString path;
    std::atomic_bool isCancelled = false;
    /// There when `finished` is called.
    std::optional<model::Result<store::Opened>> result;

    // Set and called in the thread of the application.
    std::function<void(double share, const QString& what)> progressed;
    std::function<void(const model::DossierPointer& dossier)> previewed;
    std::function<void()> finished;
};

} // namespace entente::shell
