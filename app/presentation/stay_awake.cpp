#include "app/presentation/stay_awake.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QFileInfo>
#include <QPointer>

namespace entente::presentation {

namespace {

/// Without an address the library would start a bus of its own, which takes time and serves nobody.
bool hasSessionBus() {
    return !qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS") ||
           QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + "/bus");
}

} // namespace

void StayAwake::hold(const QString& why) {
    if (m_isHeld)
        return;
    m_isHeld = true;
    ++m_round;
    if (!hasSessionBus() || !QDBusConnection::sessionBus().isConnected())
        return;
    const QString program = QStringLiteral("entente");
    m_services = {
        {"org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", {program, why}},
        {"org.freedesktop.PowerManagement",
         "/org/freedesktop/PowerManagement/Inhibit",
         "org.freedesktop.PowerManagement.Inhibit",
         {program, why}},
        {"org.freedesktop.Notifications",
         "/org/freedesktop/Notifications",
         "org.freedesktop.Notifications",
         {program, why, QVariantMap()}}};
    for (qsizetype i = 0; i < m_services.size(); ++i)
        ask(i);
}

void StayAwake::ask(qsizetype at) {
    const Service service = m_services[at];
    QDBusMessage wish = QDBusMessage::createMethodCall(service.name, service.path, service.interface, "Inhibit");
    wish.setArguments(service.arguments);
    // It may be answered when nobody asks any more: then it is given back.
    auto* answer = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(wish));
    const auto take = [asker = QPointer(this), at, service, round = m_round](QDBusPendingCallWatcher* answered) {
        answered->deleteLater();
        const QDBusPendingReply<quint32> reply = *answered;
        if (reply.isError())
            return;
        Service granted = service;
        granted.cookie = reply.value();
        if (asker && asker->m_isHeld && round == asker->m_round)
            asker->m_services[at].cookie = granted.cookie;
        else
            giveBack(granted);
    };
    connect(answer, &QDBusPendingCallWatcher::finished, answer, take);
}

void StayAwake::giveBack(const Service& service) {
    QDBusMessage wish = QDBusMessage::createMethodCall(service.name, service.path, service.interface, "UnInhibit");
    wish.setArguments({service.cookie});
    QDBusConnection::sessionBus().send(wish);
}

void StayAwake::release() {
    if (!m_isHeld)
        return;
    m_isHeld = false;
    for (const Service& service : std::as_const(m_services))
        if (service.cookie != 0)
            giveBack(service);
    m_services.clear();
}

} // namespace entente::presentation
