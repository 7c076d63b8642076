#pragma once

#include <QHashSeed>
#include <QMutex>

namespace entente::pictures {

/// Writers of files, Qt's own among them, follow the order of their hashes: while one of these lives, on any thread,
/// it is the same always.
class StableHashes {
public:
    StableHashes() {
        const QMutexLocker lock(&s_mutex);
        if (s_living++ == 0)
            QHashSeed::setDeterministicGlobalSeed();
    }
    ~StableHashes() {
        const QMutexLocker lock(&s_mutex);
        if (--s_living == 0)
            QHashSeed::resetRandomGlobalSeed();
    }
    Q_DISABLE_COPY_MOVE(StableHashes)

private:
    inline static QMutex s_mutex;
    inline static int s_living = 0;
};

} // namespace entente::pictures
