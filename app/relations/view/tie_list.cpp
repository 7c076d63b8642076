#include "app/relations/view/tie_list.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>

namespace entente::relations {

namespace {

struct ListTexts {
    Q_DECLARE_TR_FUNCTIONS(entente::relations::TieList)
};

} // namespace

void listTies(QWidget* owner, exploration::Exploration& exploration, const wording::Wording& wording,
              const QList<model::Tie>& ties, QPoint at) {
    constexpr qsizetype most = 100;
    if (ties.isEmpty())
        return;
    auto* menu = new QMenu(owner);
    menu->setObjectName(QStringLiteral("ties"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(ListTexts::tr("%n tie(s)", nullptr, static_cast<int>(ties.size())));
    auto* choice = new QActionGroup(menu); // one of them
    QAction* current = nullptr;
    for (const model::Tie& tie : ties.first(std::min(most, ties.size()))) {
        const model::Subject subject = tie.subject();
        const QString words = wording.tie(*exploration.dossier(), tie).replace('&', QStringLiteral("&&"));
        QAction* action =
            menu->addAction(words, &exploration, [&exploration, subject] { exploration.select(subject); });
        action->setCheckable(true);
        choice->addAction(action);
        action->setChecked(subject == exploration.selection());
        if (!current || action->isChecked())
            current = action;
    }
    if (ties.size() > most)
        menu->addAction(ListTexts::tr("and %1 more, see the table").arg(ties.size() - most))->setEnabled(false);
    menu->popup(at);
    menu->setActiveAction(current);
}

} // namespace entente::relations
