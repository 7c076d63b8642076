#include "tests/bench/bench_child.h"

#include "app/shell/heap.h"
#include "app/shell/main_window.h"
#include "app/theme/style.h"
#include "app/timeline/view/input.h"
#include "app/timeline/view/painter.h"
#include "app/timeline/view/plot.h"
#include "db/store/dossier_file.h"
#include "tests/bench/bench_data.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTimer>
#include <clocale>
#include <malloc.h>

namespace entente::bench {

namespace {

/// Ends the process at once: what is still being worked out in the background is not part of the picture.
void finish() {
    std::fflush(stdout);
    std::_Exit(0);
}

/// Watches a window until its timeline shows all events of the file, then ends the program.
class FirstPicture : public QObject {
public:
    FirstPicture(shell::MainWindow& window, qint64 events) : m_window(window), m_events(events) {
        m_sinceStart.start();
        qApp->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject* object, QEvent* event) override {
        auto* view = dynamic_cast<timeline::TimelineView*>(object);
        if (!view || event->type() != QEvent::Paint)
            return false;
        QTimer::singleShot(0, this, [this, view] { look(*view); });
        return false;
    }

private:
    void look(const timeline::TimelineView& view) {
        const timeline::Scene& scene = view.scene();
        const bool hasPicture = !scene.marks.isEmpty() || !scene.density.isEmpty();
        if (hasPicture && !std::exchange(m_seen, true))
            std::printf("first %lld\n", static_cast<long long>(m_sinceStart.nsecsElapsed()));
        const bool hasAll = m_window.exploration().dossier()->tables().events.size() == m_events;
        if (hasPicture && hasAll && !view.isSorting())
            finish();
    }

    shell::MainWindow& m_window;
    qint64 m_events;
    QElapsedTimer m_sinceStart;
    bool m_seen = false;
};

int start(int argc, char** argv, const QString& file, qint64 events) {
    shell::useLargePagesForHeap(); // as main() does
    QApplication application(argc, argv);
    std::setlocale(LC_NUMERIC, "C");
    const std::shared_ptr<shell::Opening> opening = shell::Opening::start(file);
    theme::loadFonts();
    QApplication::setStyle(new theme::Style(theme::Theme()));
    shell::MainWindow window(QStringLiteral("/dev/null"));
    FirstPicture picture(window, events);
    window.resize(1920, 1080);
    window.show();
    window.document().await(opening);
    return QApplication::exec();
}

int startBare(int argc, char** argv, const QString& file) {
    QApplication application(argc, argv);
    QCustomPlot plot;
    plot.resize(1920, 1080);
    plot.show();
    QTimer::singleShot(0, &plot, [&] {
        plot.replot(QCustomPlot::rpImmediateRefresh);
        std::printf("bytes %lld\n", static_cast<long long>(readBare(file)));
        finish();
    });
    return QApplication::exec();
}

qint64 heapBytes() {
    const struct mallinfo2 info = mallinfo2();
    return static_cast<qint64>(info.uordblks + info.hblkhd);
}

qint64 residentBytes() {
    QFile file(QStringLiteral("/proc/self/statm"));
    const QByteArray text = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    return text.split(' ').value(1).toLongLong() * 4096;
}

int measureMemory(int argc, char** argv, const QString& file) {
    QApplication application(argc, argv);
    theme::loadFonts();
    const qint64 before = heapBytes();
    auto opened = store::open(file);
    if (!opened)
        return 1;
    const model::DossierPointer dossier = opened->dossier;
    const QList<bool> shown = model::shownEvents({}, *dossier);
    const wording::Wording wording;
    exploration::View view;
    const timeline::Prepared prepared =
        prepare(timeline::inputFor(dossier, view, shown, timeline::measuresOf(theme::Theme()), wording, {1920, 1080}));
    opened->image.reset();
    const qint64 all = heapBytes();
    const qint64 events = dossier->tables().events.size();
    const model::Dossier others(Synthetic(optionsOf(events)).frame()); // sources, actors, ties and eras alone
    const qint64 used = all - before - (heapBytes() - all);
    qint64 text = 0;
    const model::PackedBytes& rows = dossier->tables().events.records();
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const model::Event event = dossier->event(model::EventId(i));
        for (const QString& one : {event.key, event.title, event.shortTitle, event.summary, event.place})
            text += one.toUtf8().size();
        for (const model::DateClaim& claim : event.claims)
            text += claim.date.text().size() + claim.note.toUtf8().size();
    }
    std::printf("used %lld\ntext %lld\nresident %lld\nevents %lld\n", static_cast<long long>(used),
                static_cast<long long>(text), static_cast<long long>(residentBytes()),
                static_cast<long long>(rows.size()));
    return prepared.lanes.empty() ? 1 : 0;
}

/// Runs this program again with these arguments; what it printed, by name.
QHash<QByteArray, qint64> ask(const QStringList& arguments, double& seconds) {
    QProcess process;
    QElapsedTimer timer;
    timer.start();
    process.start(QCoreApplication::applicationFilePath(), arguments);
    process.waitForFinished(-1);
    seconds = static_cast<double>(timer.nsecsElapsed()) * 1e-9;
    if (process.exitCode() != 0)
        qFatal("%s: %s", qPrintable(arguments.join(' ')), process.readAllStandardError().constData());
    QHash<QByteArray, qint64> answers;
    for (const QByteArray& line : process.readAllStandardOutput().split('\n'))
        answers.insert(line.split(' ').value(0), line.split(' ').value(1).toLongLong());
    return answers;
}

} // namespace

std::optional<int> runChild(int argc, char** argv) {
    const QByteArray what = argc > 2 ? argv[1] : "";
    const QString file = argc > 2 ? QFile::decodeName(argv[2]) : QString();
    if (what == "--child-start")
        return start(argc, argv, file, argc > 3 ? QByteArray(argv[3]).toLongLong() : 0);
    if (what == "--child-bare")
        return startBare(argc, argv, file);
    if (what == "--child-memory")
        return measureMemory(argc, argv, file);
    return {};
}

StartTimes timeOfStart(const QString& file, qint64 events) {
    StartTimes times;
    const auto answers = ask({"--child-start", file, QString::number(events)}, times.whole);
    times.first = static_cast<double>(answers["first"]) * 1e-9;
    return times;
}

StartTimes timeOfBareStart(const QString& file) {
    StartTimes times;
    ask({"--child-bare", file}, times.whole);
    return times;
}

Memory memoryOf(const QString& file) {
    double seconds = 0;
    const auto answers = ask({"--child-memory", file}, seconds);
    const auto events = static_cast<double>(answers["events"]);
    return {static_cast<double>(answers["used"] - answers["text"]) / events,
            static_cast<double>(answers["text"]) / events, static_cast<double>(answers["resident"]) / 1e6};
}

} // namespace entente::bench
