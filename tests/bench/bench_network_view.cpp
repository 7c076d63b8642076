// What one feels of a network: frames of a pan and a zoom, another moment, the answer to the mouse. On the same kind of
// synthetic dossiers as the timeline's, with twice as many ties as actors.

#include "app/relations/view/network_view.h"
#include "app/theme/theme.h"
#include "tests/bench/bench_data.h"
#include "tests/bench/bench_measures.h"
#include "tests/bench/synthetic.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QMouseEvent>
#include <benchmark/benchmark.h>

namespace entente::bench {

namespace {

constexpr QSize panel(900, 700);

/// A network on a screen of its own, all places known.
class NetworkStage {
public:
    explicit NetworkStage(int actors) : m_view(m_exploration, theme::Theme(), m_wording) {
        m_view.setAnimated(false);
        m_view.resize(panel);
        m_exploration.open(std::make_shared<const model::Dossier>(Synthetic({100, actors, 2 * actors, 1}).tables()));
        m_view.show();
        m_view.scene();
        while (!m_view.isPlaced())
            QApplication::processEvents(QEventLoop::WaitForMoreEvents);
        m_days = model::changeDays(*m_exploration.dossier());
        m_exploration.setMoment(m_days[m_days.size() / 2]);
        rest();
    }

    /// Until it is painted; what comes after as a refinement is not waited for.
    void frame() { m_view.repaint(); }
    /// Until nothing is left to refine.
    void rest() {
        QElapsedTimer timer;
        for (timer.start(); timer.elapsed() < 100;)
            QApplication::processEvents();
    }
    exploration::Exploration& exploration() { return m_exploration; }
    relations::NetworkView& view() { return m_view; }
    const QList<model::Day>& days() const { return m_days; }

private:
    exploration::Exploration m_exploration;
    wording::Wording m_wording;
    relations::NetworkView m_view;
    QList<model::Day> m_days;
};

void reportNetwork(benchmark::State& state, const NetworkStage& stage, const std::vector<double>& times) {
    report(state, times, 0);
    state.counters["ties"] = static_cast<double>(const_cast<NetworkStage&>(stage).view().scene().lines.size());
}

void networkPan(benchmark::State& state, int actors) {
    NetworkStage stage(actors);
    for (auto _ : state) {
        stage.exploration().setNetworkView({{0.5, 0.5}, 1.5});
        stage.frame();
        stage.rest();
        std::vector<double> times;
        for (int i = 0; i < 60; ++i)
            times.push_back(secondsOf([&] {
                stage.exploration().setNetworkView({{0.5 + 0.2 * std::sin(i / 10.0), 0.5 + 0.002 * i}, 1.5});
                stage.frame();
            }));
        reportNetwork(state, stage, times);
    }
}

void networkZoom(benchmark::State& state, int actors) {
    NetworkStage stage(actors);
    for (auto _ : state) {
        stage.rest();
        std::vector<double> times;
        for (int i = 0; i < 60; ++i)
            times.push_back(secondsOf([&] {
                stage.exploration().setNetworkView({{0.5, 0.5}, 0.6 + 0.035 * i});
                stage.frame();
            }));
        reportNetwork(state, stage, times);
    }
}

void networkMoment(benchmark::State& state, int actors) {
    NetworkStage stage(actors);
    for (auto _ : state) {
        std::vector<double> times;
        for (int i = 0; i < 60; ++i)
            times.push_back(secondsOf([&] {
                stage.exploration().setMoment(stage.days()[stage.days().size() * (20 + i) / 100]);
                stage.frame();
            }));
        reportNetwork(state, stage, times);
    }
}

void networkHover(benchmark::State& state, int actors) {
    NetworkStage stage(actors);
    for (auto _ : state) {
        stage.rest();
        std::vector<double> times;
        for (int i = 0; i < 200; ++i) {
            const QPointF at(20 + i * 41 % 860, 20 + i * 67 % 600);
            QMouseEvent move(QEvent::MouseMove, at, at, Qt::NoButton, Qt::NoButton, Qt::NoModifier);
            times.push_back(secondsOf([&] { QApplication::sendEvent(&stage.view(), &move); }));
        }
        reportNetwork(state, stage, times);
    }
}

void addView(const char* name, int actors, void (*run)(benchmark::State&, int)) {
    const std::string whole = std::string(name) + '/' + std::to_string(actors);
    benchmark::RegisterBenchmark(whole.c_str(), [=](benchmark::State& state) { run(state, actors); })
        ->Iterations(1)
        ->UseManualTime()
        ->Unit(benchmark::kMillisecond);
}

} // namespace

void registerNetworkViews() {
    for (const int actors : {60, 1000, 10'000}) {
        addView("network_pan", actors, networkPan);
        addView("network_zoom", actors, networkZoom);
        addView("network_moment", actors, networkMoment);
        addView("network_hover", actors, networkHover);
    }
}

} // namespace entente::bench
