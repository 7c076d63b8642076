#include "app/shell/route_dialog.h"

#include <QComboBox>
#include <QCompleter>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPushButton>
#include <QRadioButton>
#include <algorithm>
#include <functional>

namespace entente::shell {

namespace {

struct RouteDialogText {
    Q_DECLARE_TR_FUNCTIONS(entente::shell::RouteDialog)
};

/// Actors by name; typing finds any part of it.
QComboBox* actorBox(const model::Dossier& dossier, const QString& name) {
    auto* box = new QComboBox;
    box->setAccessibleName(name);
    QList<std::pair<QString, int>> actors;
    for (qsizetype i = 0; i < dossier.tables().actors.size(); ++i)
        actors.append({dossier.actor(model::ActorId(i)).name, static_cast<int>(i)});
    std::sort(actors.begin(), actors.end(), [](const auto& a, const auto& b) {
        const int order = QString::localeAwareCompare(a.first, b.first);
        return order != 0 ? order < 0 : a.second < b.second;
    });
    for (const auto& [text, index] : actors)
        box->addItem(text, index);
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->completer()->setCompletionMode(QCompleter::PopupCompletion);
    box->completer()->setFilterMode(Qt::MatchContains);
    box->setMinimumContentsLength(32);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    return box;
}

/// The actor meant by what stands in the box; none if it is no actor.
model::ActorId actorIn(const QComboBox& box, const model::Dossier& dossier) {
    // Two actors may have one name: the one that was chosen, then.
    const int chosen = box.currentIndex();
    if (chosen >= 0 && box.itemText(chosen) == box.currentText())
        return model::ActorId(box.itemData(chosen).toInt());
    return actorCalled(dossier, box.currentText());
}

bool isAlsoCalled(const model::Actor& actor, const QString& text) {
    const auto isText = [&](const QString& other) { return other.compare(text, Qt::CaseInsensitive) == 0; };
    return isText(actor.shortName) || isText(actor.code) ||
           std::any_of(actor.aliases.begin(), actor.aliases.end(),
                       [&](const model::Alias& alias) { return isText(alias.text); });
}

} // namespace

std::optional<exploration::Route> askForRoute(QWidget* parent, const model::Dossier& dossier,
                                              const exploration::Route& proposed, const QString& moment) {
    QDialog dialog(parent);
    dialog.setObjectName(QStringLiteral("route"));
    dialog.setWindowTitle(RouteDialogText::tr("Path Between Two Actors"));
    QComboBox* start = actorBox(dossier, RouteDialogText::tr("From"));
    QComboBox* end = actorBox(dossier, RouteDialogText::tr("To"));
    start->setObjectName(QStringLiteral("from"));
    end->setObjectName(QStringLiteral("to"));
    const auto propose = [](QComboBox& box, model::ActorId actor) {
        box.setCurrentIndex(actor.isValid() ? box.findData(static_cast<int>(actor.index)) : -1);
    };
    propose(*start, proposed.from);
    propose(*end, proposed.to);
    auto* atMoment = new QRadioButton(RouteDialogText::tr("Along the ties &of %1").arg(moment));
    auto* inTime = new QRadioButton(RouteDialogText::tr("Over all time, each step no earlier than the one &before"));
    (proposed.inTime ? inTime : atMoment)->setChecked(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    QPushButton* ok = buttons->button(QDialogButtonBox::Ok);
    ok->setText(RouteDialogText::tr("&Find"));
    auto* form = new QFormLayout(&dialog);
    form->addRow(RouteDialogText::tr("F&rom"), start);
    form->addRow(RouteDialogText::tr("&To"), end);
    form->addRow(atMoment);
    form->addRow(inTime);
    form->addRow(buttons);
    const auto check = [&] {
        const model::ActorId first = actorIn(*start, dossier), last = actorIn(*end, dossier);
        ok->setEnabled(first.isValid() && last.isValid() && first != last);
    };
    for (QComboBox* box : {start, end})
        QObject::connect(box, &QComboBox::editTextChanged, &dialog, check);
    QObject::connect(buttons, &QDialogButtonBox::accepted, &dialog, &QDialog::accept);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    check();
    (proposed.from.isValid() ? end : start)->setFocus();
    if (dialog.exec() != QDialog::Accepted)
        return {};
    return exploration::Route{actorIn(*start, dossier), actorIn(*end, dossier), inTime->isChecked()};
}

model::ActorId actorCalled(const model::Dossier& dossier, const QString& text) {
    const QString name = text.simplified();
    if (name.isEmpty())
        return {};
    const QList<model::Actor>& actors = dossier.tables().actors;
    const auto only = [&](const std::function<bool(const model::Actor&)>& isMeant) -> std::optional<model::ActorId> {
        const auto first = std::find_if(actors.begin(), actors.end(), isMeant);
        if (first == actors.end())
            return {};
        const bool isOnly = std::none_of(first + 1, actors.end(), isMeant);
        return isOnly ? model::ActorId(first - actors.begin()) : model::ActorId();
    };
    std::optional<model::ActorId> found =
        only([&](const model::Actor& actor) { return actor.name.compare(name, Qt::CaseInsensitive) == 0; });
    if (!found)
        found = only([&](const model::Actor& actor) { return isAlsoCalled(actor, name); });
    if (!found)
        found = only([&](const model::Actor& actor) { return actor.name.contains(name, Qt::CaseInsensitive); });
    return found.value_or(model::ActorId());
}

} // namespace entente::shell
