#include "app/shell/route_dialog.h"

#include <QComboBox>
#include <QCompleter>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QPushButton>
#include <QRadioButton>

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

/// The actor whose name stands in the box; none if it is no actor's.
model::ActorId actorIn(const QComboBox& box) {
    // Two actors may have one name: the one that was chosen, then.
    const int chosen = box.currentIndex();
    const int index = chosen >= 0 && box.itemText(chosen) == box.currentText()
                          ? chosen
                          : box.findText(box.currentText(), Qt::MatchFixedString);
    return index < 0 ? model::ActorId() : model::ActorId(box.itemData(index).toInt());
}

} // namespace

std::optional<exploration::Route> askForRoute(QWidget* parent, const model::Dossier& dossier, model::ActorId from,
                                              const QString& moment) {
    QDialog dialog(parent);
    dialog.setObjectName(QStringLiteral("route"));
    dialog.setWindowTitle(RouteDialogText::tr("Path Between Two Actors"));
    QComboBox* start = actorBox(dossier, RouteDialogText::tr("From"));
    QComboBox* end = actorBox(dossier, RouteDialogText::tr("To"));
    start->setObjectName(QStringLiteral("from"));
    end->setObjectName(QStringLiteral("to"));
    start->setCurrentIndex(from.isValid() ? start->findData(static_cast<int>(from.index)) : -1);
    end->setCurrentIndex(-1);
    auto* atMoment = new QRadioButton(RouteDialogText::tr("Along the ties &of %1").arg(moment));
    auto* inTime = new QRadioButton(RouteDialogText::tr("Over all time, each step no earlier than the one &before"));
    atMoment->setChecked(true);
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
        const model::ActorId first = actorIn(*start), last = actorIn(*end);
        ok->setEnabled(first.isValid() && last.isValid() && first != last);
    };
    for (QComboBox* box : {start, end})
        QObject::connect(box, &QComboBox::editTextChanged, &dialog, check);
    QObject::connect(buttons, &QDialogButtonBox::accepted, &dialog, &QDialog::accept);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    check();
    (from.isValid() ? end : start)->setFocus();
    if (dialog.exec() != QDialog::Accepted)
        return {};
    return exploration::Route{actorIn(*start), actorIn(*end), inTime->isChecked()};
}

} // namespace entente::shell
