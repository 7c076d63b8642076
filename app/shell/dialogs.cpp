#include "app/shell/dialogs.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace entente::shell {

namespace {
struct Dialogs {
    Q_DECLARE_TR_FUNCTIONS(entente::shell::Dialogs)
};
} // namespace

static void makePlain(QMessageBox& box, const QString& heading, const QString& text) {
    box.setTextFormat(Qt::PlainText);
    box.setWindowTitle(QCoreApplication::applicationName());
    box.setText(heading);
    box.setInformativeText(text);
}

void tell(QWidget* parent, QMessageBox::Icon icon, const QString& heading, const QString& text) {
    QMessageBox box(icon, {}, {}, QMessageBox::Ok, parent);
    makePlain(box, heading, text);
    box.exec();
}

void tell(QWidget* parent, const QString& heading, const model::Finding& finding) {
    tell(parent, QMessageBox::Warning, heading, model::describe(finding));
}

QMessageBox::StandardButton ask(QWidget* parent, const QString& heading, const QString& text,
                                QMessageBox::StandardButtons buttons, QMessageBox::StandardButton preferred) {
    QMessageBox box(QMessageBox::Question, {}, {}, buttons, parent);
    makePlain(box, heading, text);
    box.setDefaultButton(preferred);
    return static_cast<QMessageBox::StandardButton>(box.exec());
}

/// A dialog with a heading, a list and a Close button.
static void showList(QWidget* parent, const QString& title, const QString& heading, QTreeWidget* list) {
    QDialog dialog(parent);
    dialog.setWindowTitle(title);
    auto* layout = new QVBoxLayout(&dialog);
    auto* label = new QLabel(heading);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setBuddy(list);
    layout->addWidget(label);
    layout->addWidget(list);
    list->setAccessibleName(title);
    list->setRootIsDecorated(false);
    list->setAlternatingRowColors(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    layout->addWidget(buttons);
    dialog.resize(parent ? parent->size().boundedTo({860, 600}) : QSize(860, 600));
    dialog.exec();
}

void showFindings(QWidget* parent, const QString& heading, const model::Findings& findings) {
    constexpr qsizetype most = 1000;
    auto* list = new QTreeWidget;
    list->setHeaderLabels({Dialogs::tr("Table"), Dialogs::tr("Row"), Dialogs::tr("Field"), Dialogs::tr("Problem"),
                           Dialogs::tr("Found"), Dialogs::tr("Expected")});
    for (const model::Finding& finding : findings.mid(0, most))
        list->addTopLevelItem(new QTreeWidgetItem(
            {finding.table, finding.row, finding.field, finding.problem, finding.found, finding.expected}));
    for (int column = 0; column < 3; ++column)
        list->resizeColumnToContents(column);
    QString text = heading + '\n' + Dialogs::tr("%n finding(s).", nullptr, static_cast<int>(findings.size()));
    if (findings.isEmpty())
        text = heading + '\n' + Dialogs::tr("Nothing was found wrong with this file.");
    else if (findings.size() > most)
        text += ' ' + Dialogs::tr("The first %1 are listed.").arg(most);
    showList(parent, Dialogs::tr("Findings"), text, list);
}

static void addKey(QTreeWidgetItem* group, const QString& key, const QString& deed) {
    new QTreeWidgetItem(group, {key, deed});
}

static void addCanvasKeys(QTreeWidget* list) {
    auto* timeline = new QTreeWidgetItem(list, {Dialogs::tr("In the timeline")});
    addKey(timeline, Dialogs::tr("Wheel, + and −"), Dialogs::tr("Zoom"));
    addKey(timeline, Dialogs::tr("Drag, Ctrl+Left and Ctrl+Right"), Dialogs::tr("Move along time"));
    addKey(timeline, Dialogs::tr("Left and Right, Up and Down"), Dialogs::tr("Next event in time, in the next lane"));
    addKey(timeline, Dialogs::tr("Home and End"), Dialogs::tr("First and last event"));
    addKey(timeline, Dialogs::tr("0 or F, Z"), Dialogs::tr("Whole period, frame the selection"));
    addKey(timeline, Dialogs::tr("Click on the axis, drag the flag"), Dialogs::tr("Set the moment"));
    addKey(timeline, Dialogs::tr("Drag along the dates"), Dialogs::tr("Zoom to what is marked"));
    addKey(timeline, Dialogs::tr("Shift+drag, or M and the arrows"), Dialogs::tr("Measure the time between two dates"));
    auto* network = new QTreeWidgetItem(list, {Dialogs::tr("In the network")});
    addKey(network, Dialogs::tr("Arrow keys"), Dialogs::tr("Nearest actor in that direction"));
    addKey(network, Dialogs::tr("Wheel, drag"), Dialogs::tr("Zoom, move"));
    addKey(network, Dialogs::tr("Drag an actor, Shift and the arrows"), Dialogs::tr("Move it and pin it there"));
    addKey(network, Dialogs::tr("E, Shift+F"), Dialogs::tr("Focus on the selected actor, show the whole network"));
    addKey(network, Dialogs::tr("T"), Dialogs::tr("List the actor's ties, to select one"));
    addKey(network, Dialogs::tr("1, 2, 3"), Dialogs::tr("How many steps from the focused actor"));
    auto* both = new QTreeWidgetItem(list, {Dialogs::tr("In both")});
    addKey(both, Dialogs::tr("Enter or double-click"), Dialogs::tr("Go into what is selected"));
    addKey(both, Dialogs::tr("Space"), Dialogs::tr("Play from change to change, or stop"));
    addKey(both, Dialogs::tr("Esc"), Dialogs::tr("Leave a flight, the search, the focus, then the selection"));
    addKey(both, Dialogs::tr("/ and ?"), Dialogs::tr("Find, this sheet"));
}

void showKeys(QWidget* parent, const QList<Actions::Group>& groups) {
    auto* list = new QTreeWidget;
    list->setHeaderLabels({Dialogs::tr("Key"), Dialogs::tr("What it does")});
    for (const Actions::Group& group : groups) {
        auto* heading = new QTreeWidgetItem(list, {QString(group.title).remove('&')});
        for (const QAction* action : group.actions)
            if (!action->shortcut().isEmpty())
                addKey(heading, action->shortcut().toString(QKeySequence::NativeText),
                       QString(action->text()).remove('&'));
    }
    addCanvasKeys(list);
    list->expandAll();
    list->resizeColumnToContents(0);
    showList(parent, Dialogs::tr("Keys"), Dialogs::tr("Every deed and its key."), list);
}

} // namespace entente::shell
