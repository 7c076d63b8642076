#include "tests/shell/support_window.h"

#include "app/shell/search_box.h"
#include "app/theme/chip.h"
#include "db/store/search.h"

#include <QApplication>
#include <QMenu>
#include <QTest>
#include <QTimer>

using namespace entente;
using namespace entente::shell;

/// Everything in the bundled dossier can be clicked where it is drawn, found by its name, and shows its sources.
class TestReaching : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { m_window.reset(); }
    void eventIsClicked_data();
    void eventIsClicked();
    void actorIsClicked_data();
    void actorIsClicked();
    void tieIsClicked_data();
    void tieIsClicked();
    void isFoundByItsName_data();
    void isFoundByItsName();
    void showsItsSources_data() { isFoundByItsName_data(); }
    void showsItsSources();

private:
    const model::Dossier& dossier() { return m_window->dossier(); }
    timeline::TimelineView& timeline() { return (*m_window)->panels().timeline(); }
    relations::NetworkView& network() { return (*m_window)->panels().network(); }
    exploration::Exploration& exploration() { return (*m_window)->exploration(); }
    void clickMark(model::EventId event);
    bool clickAsDrawn(model::EventId event);
    bool clickChip(model::ActorId actor);
    bool chooseBySearch(model::ActorId actor);
    bool seekTie(const model::Subject& tie);
    QString nameOf(const model::Subject& subject);

    std::unique_ptr<TestWindow> m_window;
};

namespace {

const model::Day widths[] = {100'000, 3000, 400, 60, 10};

void click(QWidget& widget, QPointF point) {
    QTest::mouseClick(&widget, Qt::LeftButton, {}, point.toPoint());
}

/// Chooses a member in the menu that a pill opens; once it is open.
void chooseInPopup(const QString& title) {
    QTimer::singleShot(0, qApp, [title] {
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu);
        for (QAction* action : menu->actions()) {
            if (action->text().replace("&&", "&") == title)
                action->trigger();
        }
        menu->close();
    });
}

} // namespace

void TestReaching::initTestCase() {
    prepareApplication();
    m_window = std::make_unique<TestWindow>();
    QVERIFY(network().isPlaced() || QTest::qWaitFor([this] { return network().isPlaced(); }, 30'000));
}

void TestReaching::eventIsClicked_data() {
    QTest::addColumn<qsizetype>("index");
    for (qsizetype i = 0; i < dossier().tables().events.size(); ++i)
        QTest::newRow(qPrintable(dossier().tables().events[i].key)) << i;
}

/// At the first zoom at which it is drawn by itself, else by the list of the pill that it is in.
bool TestReaching::clickAsDrawn(model::EventId event) {
    for (const timeline::TrayItem& item : timeline().scene().trayItems) {
        if (item.event == event) {
            click(timeline(), item.box.center());
            return true;
        }
    }
    for (const timeline::EventMark& mark : timeline().scene().marks) {
        if (mark.event == event && mark.inFrame && !mark.inPill) {
            click(timeline(), mark.place);
            return true;
        }
    }
    return false;
}

void TestReaching::clickMark(model::EventId event) {
    const auto moment = model::momentOf(dossier(), event);
    for (const model::Day width : widths) {
        if (moment)
            exploration().setSpan({static_cast<double>(*moment - width / 2), static_cast<double>(*moment + width / 2)});
        if (clickAsDrawn(event))
            return;
    }
    for (const timeline::Pill& pill : timeline().scene().pills) {
        if (pill.members.contains(event)) {
            chooseInPopup(dossier().event(event).title);
            click(timeline(), pill.box.center());
            return QTest::mouseDClick(&timeline(), Qt::LeftButton, {}, pill.box.center().toPoint());
        }
    }
}

void TestReaching::eventIsClicked() {
    QFETCH(qsizetype, index);
    exploration().showWholeSpan();
    exploration().select({});
    clickMark(model::EventId(index));
    QCOMPARE(exploration().selection(), model::Subject(model::EventId(index)));
}

void TestReaching::actorIsClicked_data() {
    QTest::addColumn<qsizetype>("index");
    for (qsizetype i = 0; i < dossier().tables().actors.size(); ++i)
        QTest::newRow(qPrintable(dossier().tables().actors[i].key)) << i;
}

void TestReaching::actorIsClicked() {
    QFETCH(qsizetype, index);
    const model::Subject actor = model::ActorId(index);
    for (const model::Day day : model::changeDays(dossier())) {
        exploration().setMoment(day);
        exploration().select({});
        if (const auto at = relations::anchorOf(network().scene(), actor)) {
            click(network(), *at);
            QCOMPARE(exploration().selection(), actor);
            return;
        }
    }
    if (dossier().actor(model::ActorId(index)).kind == model::ActorKind::Agreement) {
        // One that is only ever one line between its two parties.
        QVERIFY(seekTie(actor));
    } else {
        // Who has no tie is not in the network: a chip where they take part or are spoken of, or the search.
        QVERIFY(clickChip(model::ActorId(index)) || chooseBySearch(model::ActorId(index)));
    }
    QCOMPARE(exploration().selection(), actor);
}

bool TestReaching::chooseBySearch(model::ActorId actor) {
    (*m_window)->beginSearch();
    auto* field = (*m_window)->findChild<SearchBox*>();
    field->setText(dossier().actor(actor).name);
    emit field->textEdited(field->text());
    QTest::keyClick(field, Qt::Key_Return);
    return QTest::qWaitFor([&] { return exploration().selection() == model::Subject(actor); });
}

bool TestReaching::clickChip(model::ActorId actor) {
    QList<model::Subject> pages;
    for (qsizetype i = 0; i < dossier().tables().events.size(); ++i)
        pages << model::EventId(i);
    for (qsizetype i = 0; i < dossier().tables().actors.size(); ++i)
        pages << model::ActorId(i);
    pages.removeOne(model::Subject(actor));
    for (const model::Subject& page : pages) {
        exploration().select(page);
        for (theme::Chip* chip : (*m_window)->panels().details().findChildren<theme::Chip*>()) {
            if (chip->accessibleName() == dossier().actor(actor).name) {
                click(*chip, chip->rect().center());
                return true;
            }
        }
    }
    return false;
}

void TestReaching::tieIsClicked_data() {
    QTest::addColumn<qsizetype>("index");
    for (qsizetype i = 0; i < dossier().tables().relationships.size(); ++i)
        QTest::newRow(qPrintable(dossier().tables().relationships[i].key)) << i;
}

/// Clicks a tie at the first change at which it can be seen.
bool TestReaching::seekTie(const model::Subject& tie) {
    for (const model::Day day : model::changeDays(dossier())) {
        const QList<model::Tie> ties = model::networkAt(dossier(), day).ties;
        if (std::none_of(ties.begin(), ties.end(), [&](const model::Tie& one) { return one.subject() == tie; }))
            continue;
        exploration().setMoment(day);
        exploration().select({});
        const auto at = relations::anchorOf(network().scene(), tie);
        if (!at || relations::hit(network().scene(), *at) != tie)
            continue;
        click(network(), *at);
        return true;
    }
    return false;
}

void TestReaching::tieIsClicked() {
    QFETCH(qsizetype, index);
    const model::RelationshipId id(index);
    const model::Subject tie = id;
    if (!seekTie(tie)) {
        // Parties of an agreement between two are drawn as one line, which stands for the agreement.
        const model::ActorId agreement = dossier().relationship(id).to;
        QCOMPARE(dossier().actor(agreement).kind, model::ActorKind::Agreement);
        QVERIFY(seekTie(agreement));
        QCOMPARE(exploration().selection(), model::Subject(agreement));
        return;
    }
    QCOMPARE(exploration().selection(), tie);
}

void TestReaching::isFoundByItsName_data() {
    QTest::addColumn<QString>("key");
    for (const model::Event& event : dossier().tables().events)
        QTest::newRow(qPrintable("event " + event.key)) << event.key;
    for (const model::Actor& actor : dossier().tables().actors)
        QTest::newRow(qPrintable("actor " + actor.key)) << actor.key;
    for (const model::Relationship& tie : dossier().tables().relationships)
        QTest::newRow(qPrintable("tie " + tie.key)) << tie.key;
}

QString TestReaching::nameOf(const model::Subject& subject) {
    if (const auto* event = std::get_if<model::EventId>(&subject))
        return dossier().event(*event).title;
    if (const auto* actor = std::get_if<model::ActorId>(&subject))
        return dossier().actor(*actor).name;
    const model::Relationship& tie = dossier().relationship(std::get<model::RelationshipId>(subject));
    const QString label =
        tie.label.isEmpty() ? dossier().typeOf(std::get<model::RelationshipId>(subject)).label : tie.label;
    return QStringList{dossier().actor(tie.from).name, label, dossier().actor(tie.to).name}.join(' ');
}

void TestReaching::isFoundByItsName() {
    QFETCH(QString, key);
    const model::Subject subject = dossier().find(key);
    const QList<store::Hit> hits = store::Search(exploration().dossier()).find(nameOf(subject), 3);
    const bool found =
        std::any_of(hits.begin(), hits.end(), [&](const store::Hit& hit) { return hit.subject == subject; });
    QVERIFY2(found, qPrintable(nameOf(subject)));
}

void TestReaching::showsItsSources() {
    QFETCH(QString, key);
    exploration().select(dossier().find(key));
    const QString text = (*m_window)->panels().details().spokenText();
    QVERIFY2(text.contains(QStringLiteral("Source 1: ")), qPrintable(text));
}

QTEST_MAIN(TestReaching)
#include "tst_reaching.moc"
