// Benchmarks of what one sees and does: every figure with its ratio to the least that the machine could do.

#include "app/pictures/picture.h"
#include "app/timeline/view/painter.h"
#include "app/timeline/view/timeline_view.h"
#include "db/model/filter.h"
#include "db/store/dossier_file.h"
#include "db/store/search.h"
#include "tests/bench/bench_child.h"
#include "tests/bench/bench_data.h"
#include "tests/bench/bench_measures.h"

#include <benchmark/benchmark.h>

namespace entente::bench {

namespace {

constexpr QSize screen(1920, 1080);

/// Filling the pixels of a frame and showing them.
double fillFloor() {
    QImage image(screen, QImage::Format_ARGB32_Premultiplied), target(screen, QImage::Format_ARGB32_Premultiplied);
    std::vector<double> times;
    for (int i = 0; i < 21; ++i)
        times.push_back(secondsOf([&] {
            QPainter(&image).fillRect(image.rect(), QColor::fromRgb(250, 250, static_cast<int>(i)));
            QPainter(&target).drawImage(0, 0, image);
        }));
    return medianOf(times);
}

/// A timeline on a screen of its own.
class Stage {
public:
    explicit Stage(qint64 events) : m_view(m_exploration, theme::Theme(), m_wording) {
        m_view.setAnimated(false);
        m_view.resize(screen);
        m_exploration.open(dossierOf(events));
        m_view.setVisible(true);
        frame();
        while (m_view.isSorting()) // else frames would show what was there before
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        frame();
    }

    void frame() { m_view.replot(QCustomPlot::rpImmediateRefresh); }
    exploration::Exploration& exploration() { return m_exploration; }
    timeline::TimelineView& view() { return m_view; }

private:
    exploration::Exploration m_exploration;
    wording::Wording m_wording;
    timeline::TimelineView m_view;
};

void start(benchmark::State& state, qint64 events) {
    const QString file = fileOf(events);
    for (auto _ : state) {
        std::vector<double> whole, first, bare;
        for (int i = 0; i < (events > 1'000'000 ? 3 : 5); ++i) {
            bare.push_back(timeOfBareStart(file).whole);
            const StartTimes times = timeOfStart(file, events);
            whole.push_back(times.whole);
            first.push_back(times.first);
        }
        report(state, whole, medianOf(bare));
        state.counters["first_ms"] = medianOf(first) * 1e3;
        state.counters["floor_ms"] = medianOf(bare) * 1e3;
    }
}

void load(benchmark::State& state, qint64 events) {
    const QString file = fileOf(events);
    for (auto _ : state) {
        std::vector<double> times, floors;
        for (int i = 0; i < (events > 1'000'000 ? 1 : 3); ++i) {
            floors.push_back(secondsOf([&] { benchmark::DoNotOptimize(readBare(file)); }));
            times.push_back(secondsOf([&] { benchmark::DoNotOptimize(store::open(file)); }));
        }
        report(state, times, medianOf(floors));
    }
}

timeline::Input inputOf(qint64 events, const timeline::Measures& measures) {
    const model::DossierPointer dossier = dossierOf(events);
    return timeline::inputFor(dossier, {}, model::shownEvents({}, *dossier), measures, wording::Wording(), screen);
}

void index(benchmark::State& state, qint64 events) {
    const timeline::Input input = inputOf(events, timeline::measuresOf(theme::Theme()));
    const double floor = secondsOf([&] { benchmark::DoNotOptimize(readBare(fileOf(events))); });
    for (auto _ : state)
        report(state, {secondsOf([&] {
                   benchmark::DoNotOptimize(timeline::sortIntoLanes(*input.dossier, *input.lanes, input.shown));
               })},
               floor);
}

/// Labels of the whole period: with widths that nobody knows yet, and with known ones.
void labels(benchmark::State& state, qint64 events, bool known) {
    for (auto _ : state) {
        std::vector<double> times;
        for (int i = 0; i < 5; ++i) {
            timeline::Input input = inputOf(events, timeline::measuresOf(theme::Theme()));
            input.widths = std::make_shared<timeline::KnownWidths>(); // as the view has them
            timeline::Prepared prepared = timeline::sortIntoLanes(*input.dossier, *input.lanes, input.shown);
            const auto choose = [&] { timeline::fit(input, prepared); };
            const double first = secondsOf(choose);
            times.push_back(known ? secondsOf(choose) : first);
        }
        report(state, times, fillFloor());
    }
}

/// A path through time and zoom that visits crowds and quiet years, on a new stage: nothing is known of any frame yet.
std::vector<double> timesOfFrames(qint64 events, bool zoom) {
    Stage stage(events);
    const exploration::Span whole = stage.exploration().wholeSpan();
    std::vector<double> times;
    constexpr int count = 400;
    for (int i = 0; i < count; ++i) {
        const double share = static_cast<double>(i) / count;
        const double width = zoom ? whole.width() * std::exp(-9 * std::abs(1 - 2 * share)) : whole.width() / 40;
        const double middle = whole.first + whole.width() * (zoom ? 0.8 : 0.2 + 0.6 * share);
        times.push_back(secondsOf([&] {
            stage.exploration().setSpan({middle - width / 2, middle + width / 2});
            stage.frame();
        }));
    }
    return times;
}

/// Each frame counts with its median of five passes: what a virtual machine does to some frame or other is not the
/// frame's own time. `single_p99_ms` is the first pass alone.
void frames(benchmark::State& state, qint64 events, bool zoom) {
    for (auto _ : state) {
        std::vector<std::vector<double>> passes;
        for (int pass = 0; pass < 5; ++pass)
            passes.push_back(timesOfFrames(events, zoom));
        std::vector<double> times;
        for (size_t frame = 0; frame < passes.front().size(); ++frame) {
            std::vector<double> ofOne;
            for (const auto& pass : passes)
                ofOne.push_back(pass[frame]);
            times.push_back(medianOf(ofOne));
        }
        report(state, passes.front(), 0);
        state.counters["single_p99_ms"] = double(state.counters["p99_ms"]);
        report(state, times, fillFloor());
    }
}

void hover(benchmark::State& state, qint64 events) {
    Stage stage(events);
    for (auto _ : state) {
        std::vector<double> times;
        for (int i = 0; i < 300; ++i) {
            const QPointF at(200 + i * 5 % 1600, 120 + i * 37 % 800);
            QMouseEvent move(QEvent::MouseMove, at, at, Qt::NoButton, Qt::NoButton, Qt::NoModifier);
            QMouseEvent press(QEvent::MouseButtonPress, at, at, Qt::LeftButton, Qt::LeftButton, Qt::NoModifier);
            QMouseEvent release(QEvent::MouseButtonRelease, at, at, Qt::LeftButton, Qt::NoButton, Qt::NoModifier);
            times.push_back(secondsOf([&] {
                QCoreApplication::sendEvent(&stage.view(), &move);
                QCoreApplication::sendEvent(&stage.view(), &press);
                QCoreApplication::sendEvent(&stage.view(), &release);
            }));
            stage.frame();
        }
        report(state, times, fillFloor());
    }
}

/// From a key to the best hits, as the search field asks for them.
void search(benchmark::State& state, qint64 events) {
    const store::Search search(dossierOf(events));
    for (auto _ : state) {
        std::vector<double> times;
        for (const char* text : {"t", "tr", "tre", "northern tr", "xyz", "event signs", "emb", "b"})
            times.push_back(
                secondsOf([&] { benchmark::DoNotOptimize(search.findInEach(QString::fromLatin1(text), 6)); }));
        report(state, times, 0);
    }
}

/// Names that nothing is called, and what is spelt most alike.
void searchNearest(benchmark::State& state, qint64 events) {
    const store::Search search(dossierOf(events));
    for (auto _ : state) {
        std::vector<double> times;
        for (const char* text : {"xyz", "nothern treety", "joint embasy sings federal harbor ratifies early con"})
            times.push_back(secondsOf([&] { benchmark::DoNotOptimize(search.nearest(QString::fromLatin1(text))); }));
        report(state, times, 0);
    }
}

void searchIndex(benchmark::State& state, qint64 events) {
    const model::DossierPointer dossier = dossierOf(events);
    const double floor = secondsOf([&] { benchmark::DoNotOptimize(readBare(fileOf(events))); });
    for (auto _ : state)
        report(state, {secondsOf([&] { benchmark::DoNotOptimize(store::Search(dossier)); })}, floor);
}

/// Conditions that rows answer, and in `p99_ms` the dearest: those that ask for actors and sources.
void filter(benchmark::State& state, qint64 events) {
    const model::DossierPointer dossier = dossierOf(events);
    for (auto _ : state) {
        std::vector<double> times;
        for (const char16_t* text :
             {u"tenor=conflict", u"kind=kind-0000001,kind-0000002", u"importance>=4", u"certainty!=happened",
              u"theme=theme-0000001", u"lane!=theme-0000002", u"actor=actor-0000001", u"source=yes"}) {
            const model::Filter wanted = *model::Filter::parse(text);
            times.push_back(secondsOf([&] { benchmark::DoNotOptimize(model::shownEvents(wanted, *dossier)); }));
        }
        report(state, times, 0);
    }
}

void exportPicture(benchmark::State& state, qint64 events) {
    pictures::Request request;
    request.size = screen;
    request.content = pictures::Content::Timeline;
    request.view.moment = model::dayOf(2000, 1, 1);
    for (auto _ : state)
        report(state, {secondsOf([&] {
                   benchmark::DoNotOptimize(pictures::render(dossierOf(events), request, wording::Wording()));
               })},
               fillFloor());
}

void memory(benchmark::State& state, qint64 events) {
    for (auto _ : state) {
        const Memory memory = memoryOf(fileOf(events));
        state.counters["bytes_per_event"] = memory.perEvent;
        state.counters["text_per_event"] = memory.text;
        state.counters["resident_MB"] = memory.resident;
        state.SetIterationTime(1e-9);
    }
}

void add(const char* name, qint64 events, const std::function<void(benchmark::State&)>& run) {
    const std::string whole = std::string(name) + '/' + std::to_string(events);
    benchmark::RegisterBenchmark(whole.c_str(), run)->Iterations(1)->UseManualTime()->Unit(benchmark::kMillisecond);
}

} // namespace

void registerAll(qint64 events) {
    add("start", events, [=](auto& state) { start(state, events); });
    add("load", events, [=](auto& state) { load(state, events); });
    add("index", events, [=](auto& state) { index(state, events); });
    add("labels_first", events, [=](auto& state) { labels(state, events, false); });
    add("labels_known", events, [=](auto& state) { labels(state, events, true); });
    add("pan", events, [=](auto& state) { frames(state, events, false); });
    add("zoom", events, [=](auto& state) { frames(state, events, true); });
    add("hover_click", events, [=](auto& state) { hover(state, events); });
    add("search", events, [=](auto& state) { search(state, events); });
    add("search_nearest", events, [=](auto& state) { searchNearest(state, events); });
    add("search_index", events, [=](auto& state) { searchIndex(state, events); });
    add("filter", events, [=](auto& state) { filter(state, events); });
    add("export", events, [=](auto& state) { exportPicture(state, events); });
    add("memory", events, [=](auto& state) { memory(state, events); });
}

} // namespace entente::bench
