#include "app/presentation/stay_awake.h"

#include <QDBusConnection>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace entente::presentation;

/// A desktop that counts who asked it not to sleep.
class Desktop : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.ScreenSaver")

public:
    QStringList holds;

public slots:
    quint32 Inhibit(const QString& program, const QString& why) {
        holds.append(program + ": " + why);
        return 41 + static_cast<quint32>(holds.size());
    }
    void UnInhibit(quint32 cookie) { holds.removeAt(cookie - 42); }
};

/// The desktop is asked not to sleep as long as a show runs, and nothing waits where there is none to ask.
class TestStayAwake : public QObject {
    Q_OBJECT

private slots:
    void needsNoDesktop();
    void holdsUntilReleased();
};

void TestStayAwake::needsNoDesktop() {
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
    qunsetenv("XDG_RUNTIME_DIR");
    StayAwake awake;
    awake.hold("A presentation is running");
    QVERIFY(awake.isHeld());
    awake.release();
    QVERIFY(!awake.isHeld());
}

void TestStayAwake::holdsUntilReleased() {
    QProcess bus;
    bus.start("dbus-daemon", {"--session", "--nofork", "--print-address"});
    QVERIFY2(bus.waitForStarted() && bus.waitForReadyRead(), qPrintable(bus.errorString()));
    const QString address = QString::fromUtf8(bus.readAllStandardOutput()).trimmed();
    qputenv("DBUS_SESSION_BUS_ADDRESS", address.toUtf8());
    Desktop desktop;
    QDBusConnection service = QDBusConnection::connectToBus(address, "desktop");
    QVERIFY(service.registerService("org.freedesktop.ScreenSaver"));
    QVERIFY(service.registerObject("/org/freedesktop/ScreenSaver", &desktop, QDBusConnection::ExportAllSlots));
    {
        StayAwake awake;
        awake.hold("A presentation is running");
        awake.hold("once more");
        QTRY_COMPARE(desktop.holds, QStringList{"entente: A presentation is running"});
        awake.release();
        QTRY_COMPARE(desktop.holds, QStringList());
        awake.hold("again");
        QTRY_COMPARE(desktop.holds, QStringList{"entente: again"});
    }
    QTRY_COMPARE(desktop.holds, QStringList());
    QDBusConnection::disconnectFromBus("desktop");
    bus.kill();
    bus.waitForFinished();
}

QTEST_GUILESS_MAIN(TestStayAwake)
#include "tst_stay_awake.moc"
