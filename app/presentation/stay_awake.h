#pragma once

#include <QObject>
#include <QVariantList>

namespace entente::presentation {

/// Asks the desktop not to sleep, not to blank the screens and not to show notifications, as long as it holds. Where
/// there is no such service nothing happens, and nothing waits for an answer.
class StayAwake : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    ~StayAwake() override { release(); }

    /// `why` is what the desktop may show to the user.
    void hold(const QString& why);
    void release();
    bool isHeld() const { return m_isHeld; }

private:
    struct Service {
        const char* name;
        const char* path;
        const char* interface;
        QVariantList arguments;
        quint32 cookie = 0; ///< 0: not granted yet
    };
    void ask(qsizetype at);
    static void giveBack(const Service& service);

    QList<Service> m_services;
    quint64 m_round = 0; ///< an answer to an earlier asking is given back at once
    bool m_isHeld = false;
};

} // namespace entente::presentation
