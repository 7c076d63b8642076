#pragma once

#include "app/relations/view/network_view.h"
#include "tests/timeline/view/support_hand.h"

#include <QContextMenuEvent>

namespace entente::test {

/// Eight actors from 2001 to 2025: two poles with a treaty of two parties, persons in office, a body, an agreement of
/// three parties, ties that end, two ties of the same actors.
model::Tables smallNetwork();

/// Fonts and style of the program.
void prepareApplication();

model::Day day(const QString& text);

/// A network without motion in a window of its own; wished changes are made, and can be undone.
class Stage {
public:
    explicit Stage(QSize size = {760, 620});

    exploration::Exploration exploration;
    theme::Theme theme;
    wording::Wording wording;
    relations::NetworkView view{exploration, theme, wording};
    Hand hand{view};
    QList<model::Change> changes;

    const relations::Scene& scene() const { return view.scene(); }
    model::Subject find(const QString& key) const { return exploration.dossier()->find(key); }
    QString selected() const { return exploration.dossier()->keyOf(exploration.selection()); }
    const relations::Node* nodeOf(const QString& key) const;
    /// Where a node's middle is seen; null if it is not.
    QPointF seenAt(const QString& key) const;
    /// A point where nothing is, away from everything by some pixels.
    QPointF ground(double around = 20) const;
    QHash<QString, QRectF> frames() const;
    void undo();
    /// The names in the context menu; chooses one, or none.
    QStringList menu(QContextMenuEvent::Reason reason, QPointF at, const QString& choice = {});
    /// Back to the start: nothing changed, nothing selected.
    void reset();

private:
    QList<model::DossierPointer> m_before;
    exploration::View m_start;
};

} // namespace entente::test
