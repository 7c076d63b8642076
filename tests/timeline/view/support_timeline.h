#pragma once

#include "app/timeline/view/timeline_view.h"
#include "tests/timeline/view/support_hand.h"

namespace entente::test {

/// Three lanes from 2001 to 2025: dates of every kind, two events two days apart, two on one day, two undated; an era,
/// a tie that changes twice.
model::Tables threeLanes();
/// A dozen lanes, more than a low window has room for.
model::Tables manyLanes();

/// Fonts and style of the program.
void prepareApplication();

model::Day day(const QString& text);

/// A timeline without motion in a window of its own.
class Stage {
public:
    explicit Stage(model::Tables tables = threeLanes(), QSize size = {980, 700});

    exploration::Exploration exploration;
    theme::Theme theme;
    wording::Wording wording;
    timeline::TimelineView view{exploration, theme, wording};
    Hand hand{view};

    const timeline::Scene& scene() const { return view.scene(); }
    model::Subject find(const QString& key) const { return exploration.dossier()->find(key); }
    model::EventId event(const QString& key) const { return std::get<model::EventId>(find(key)); }
    QString selected() const { return exploration.dossier()->keyOf(exploration.selection()); }
    double dayAt(double x) const { return scene().scale.day(x); }
    double xOf(const QString& text) const { return scene().scale.x(static_cast<double>(day(text)) + 0.5); }
    /// Shows some days around one, so that marks stand apart.
    void showAround(const QString& text, double days);
    /// A point of the lanes where nothing is drawn.
    QPointF ground() const;
    const timeline::EventMark* markOf(const QString& key) const;
    const timeline::Pill* pillOf(const QString& key) const;
};

} // namespace entente::test
