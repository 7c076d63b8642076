#include "tests/shell/support_window.h"

#include "app/exploration/links.h"
#include "app/shell/filter_bar.h"
#include "app/shell/search_box.h"

#include <QLayout>
#include <QTest>

using namespace entente;
using namespace entente::shell;
using timeline::Emphasis;
using timeline::EventMark;

/// What is pointed at or selected in one panel shows in the others (interface 1.2).
class TestLinking : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { prepareApplication(); }
    void init() { m_window = std::make_unique<TestWindow>(); }
    void eventsOfASelectedActorStandOut();
    void eventsOfASelectedTieStandOut();
    void actorsOfAHoveredEventAreMarked();
    void hoveredActorMarksItsEvents();
    void laneHeadsCountWhatIsSelected();
    void theFilterBarSaysWhatIsCounted();
    void whatIsFoundIsRung();
    void escapePutsEverythingBack();
    void anActorIsFoundByItsWholeName_data();
    void anActorIsFoundByItsWholeName();
    void panelsAreReachedByKey();
    void whatDiffersBearsASign_data();
    void whatDiffersBearsASign();

private:
    const model::Dossier& dossier() { return m_window->dossier(); }
    exploration::Exploration& exploration() { return (*m_window)->exploration(); }
    timeline::TimelineView& timeline() { return (*m_window)->panels().timeline(); }
    relations::NetworkView& network() { return (*m_window)->panels().network(); }
    template <typename Id>
    Id find(const char* key) {
        return std::get<Id>(dossier().find(QString::fromLatin1(key)));
    }
    /// How many marks stand out and how many step back; each as `isWanted` says of its event.
    std::pair<int, int> standing(const std::function<bool(model::EventId)>& isWanted);

    std::unique_ptr<TestWindow> m_window;
};

std::pair<int, int> TestLinking::standing(const std::function<bool(model::EventId)>& isWanted) {
    int out = 0, back = 0;
    for (const EventMark& mark : timeline().scene().marks) {
        const bool isOut = mark.emphasis == Emphasis::Rest;
        if (isOut != isWanted(mark.event))
            return {-1, -1};
        (isOut ? out : back) += 1;
    }
    return {out, back};
}

void TestLinking::eventsOfASelectedActorStandOut() {
    const auto actor = find<model::ActorId>("israel");
    exploration().select(actor);
    const auto [out, back] = standing([&](model::EventId event) { return dossier().takesPart(actor, event); });
    QVERIFY(out > 0 && back > 10);
    exploration().select({});
    QCOMPARE(standing([](model::EventId) { return true; }).second, 0);
}

/// Those that began and ended it; all, if none did.
void TestLinking::eventsOfASelectedTieStandOut() {
    const auto tie = find<model::RelationshipId>("us-sanctions-iran");
    exploration().select(tie);
    const auto [out, back] =
        standing([&](model::EventId event) { return exploration::isLinked(dossier(), tie, event); });
    QVERIFY(out > 0 && out < 5 && back > 10);
    for (qsizetype i = 0; i < dossier().tables().relationships.size(); ++i) {
        if (exploration::hasLinkedEvents(dossier(), model::RelationshipId(i)))
            continue;
        exploration().select(model::RelationshipId(i));
        QCOMPARE(standing([](model::EventId) { return true; }).second, 0);
        return;
    }
    QFAIL("every tie has events");
}

void TestLinking::actorsOfAHoveredEventAreMarked() {
    exploration().hover(find<model::EventId>("signing-2025"));
    QVERIFY(network().scene().alsoHovered.contains(model::Subject(find<model::ActorId>("russia"))));
    QVERIFY(network().scene().alsoHovered.contains(model::Subject(find<model::ActorId>("agreement-2025"))));
    QVERIFY(!network().scene().alsoHovered.contains(model::Subject(find<model::ActorId>("israel"))));
    exploration().hover({});
    QVERIFY(network().scene().alsoHovered.isEmpty());
}

void TestLinking::hoveredActorMarksItsEvents() {
    exploration().select({});
    const QImage before = timeline().grab().toImage();
    exploration().hover(find<model::ActorId>("israel"));
    QVERIFY(timeline().grab().toImage() != before);
    exploration().hover({});
    QCOMPARE(timeline().grab().toImage(), before);
}

void TestLinking::laneHeadsCountWhatIsSelected() {
    exploration().select({});
    for (const timeline::Lane& lane : timeline().scene().laneList)
        QVERIFY(lane.count.isEmpty());
    const auto counted = [this] {
        QList<qsizetype> sums{0, 0};
        for (const timeline::Lane& lane : timeline().scene().laneList) {
            const QStringList words = lane.count.split(" of ");
            for (qsizetype i = 0; i < 2; ++i)
                sums[i] += words.value(i).toInt();
        }
        return sums;
    };
    const auto shown = [this](const std::function<bool(model::EventId)>& isWanted) {
        const QList<model::EventId>& all = dossier().eventsInOrder();
        return std::count_if(all.begin(), all.end(), [&](model::EventId event) {
            return exploration().shownEvents()[event.index] && isWanted(event);
        });
    };
    const auto all = shown([](model::EventId) { return true; });
    const auto actor = find<model::ActorId>("israel");
    const auto involves = [&](model::EventId event) { return dossier().takesPart(actor, event); };
    exploration().select(actor);
    QCOMPARE(counted(), (QList<qsizetype>{shown(involves), all}));
    exploration().setFocus(exploration::Focus{find<model::ActorId>("iran"), 1}); // goes before what is selected
    QVERIFY(counted()[0] > shown(involves));
    exploration().setFocus({});
    exploration().setFilter(*model::Filter::parse(u"importance>=4"));
    const auto fewer = shown([](model::EventId) { return true; });
    QVERIFY(fewer < all);
    QCOMPARE(counted(), (QList<qsizetype>{shown(involves), fewer}));
    const auto tie = find<model::RelationshipId>("us-sanctions-iran");
    exploration().setFilter({});
    exploration().select(tie);
    QCOMPARE(counted()[0], shown([&](model::EventId event) { return exploration::isLinked(dossier(), tie, event); }));
}

void TestLinking::theFilterBarSaysWhatIsCounted() {
    const auto* bar = (*m_window)->findChild<FilterBar*>();
    exploration().select({});
    QVERIFY(bar->countText().startsWith("all "));
    exploration().select(find<model::ActorId>("iran"));
    const qsizetype involved = dossier().eventsOf(find<model::ActorId>("iran")).size();
    QCOMPARE(bar->countText(),
             QStringLiteral("%1 of %2 events involve Iran").arg(involved).arg(dossier().tables().events.size()));
    exploration().setFilter(*model::Filter::parse(u"importance>=4"));
    QVERIFY(bar->countText().endsWith(" events shown involve Iran"));
    // Where it would be cut off, it says less.
    exploration().setFilter({});
    exploration().select(find<model::ActorId>("saudi-arabia"));
    (*m_window)->resize(1024, 680);
    QCoreApplication::processEvents();
    QVERIFY(!bar->countText().contains("involve"));
    QVERIFY(bar->layout()->sizeHint().width() <= bar->width());
}

/// Events, actors and ties alike, while the list is open.
void TestLinking::whatIsFoundIsRung() {
    QTRY_VERIFY_WITH_TIMEOUT(network().isPlaced(), 60'000);
    exploration().select({});
    const QImage timelineBefore = timeline().grab().toImage(), networkBefore = network().grab().toImage();
    (*m_window)->beginSearch();
    auto* field = (*m_window)->findChild<SearchBox*>();
    QTest::keyClicks(field, "Israel");
    QTRY_VERIFY(field->results().isVisible());
    const QList<model::Subject> found = exploration().highlighted();
    QVERIFY(found.contains(model::Subject(find<model::ActorId>("israel"))));
    const auto [out, back] = standing([&](model::EventId event) { return found.contains(model::Subject(event)); });
    QVERIFY(out > 0 && back > 10);
    QVERIFY(network().scene().highlighted == found);
    const QImage timelineFound = timeline().grab().toImage(), networkFound = network().grab().toImage();
    QVERIFY(timelineFound != timelineBefore && networkFound != networkBefore);
    const auto darkAround = [&](const QImage& image, QPointF at) {
        int count = 0;
        for (int step = 0; step < 72; ++step) {
            const QPointF direction(std::cos(step / 36.0 * M_PI), std::sin(step / 36.0 * M_PI));
            count += image.pixelColor((at + 12 * direction).toPoint()).lightness() < 128;
        }
        return count;
    };
    for (const EventMark& mark : timeline().scene().marks)
        if (mark.inFrame && !mark.inPill && found.contains(model::Subject(mark.event)))
            QVERIFY(darkAround(timelineFound, mark.place) > 60);
    QTest::keyClicks(field, "xyzzy");
    QTRY_VERIFY(exploration().highlighted().isEmpty());
    QCOMPARE(standing([](model::EventId) { return true; }).second, 0);
}

void TestLinking::escapePutsEverythingBack() {
    QTRY_VERIFY_WITH_TIMEOUT(network().isPlaced(), 60'000);
    const exploration::View before = exploration().view();
    (*m_window)->beginSearch(); // which takes the focus from the timeline, and its frame with it
    QCoreApplication::processEvents();
    const QImage timelineBefore = timeline().grab().toImage(), networkBefore = network().grab().toImage();
    auto* field = (*m_window)->findChild<SearchBox*>();
    QTest::keyClicks(field, "Israel");
    QTRY_VERIFY(!exploration().highlighted().isEmpty());
    QTest::keyClick(field, Qt::Key_Down);
    QVERIFY(exploration().view() != before);
    QVERIFY(!exploration().highlighted().isEmpty());
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(exploration().view() == before);
    QVERIFY(exploration().highlighted().isEmpty());
    QTRY_COMPARE(timeline().grab().toImage(), timelineBefore);
    QTRY_COMPARE(network().grab().toImage(), networkBefore);
}

void TestLinking::anActorIsFoundByItsWholeName_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("key");
    QTest::newRow("Iran") << "Iran"
                          << "iran";
    QTest::newRow("in small letters") << "israel"
                                      << "israel";
}

/// Rather than an event of whose title it is a part.
void TestLinking::anActorIsFoundByItsWholeName() {
    QFETCH(QString, typed);
    QFETCH(QString, key);
    (*m_window)->beginSearch();
    auto* field = (*m_window)->findChild<SearchBox*>();
    QTest::keyClicks(field, typed);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(exploration().selection(), dossier().find(key));
}

void TestLinking::panelsAreReachedByKey() {
    QVERIFY(QTest::qWaitForWindowActive(m_window->operator->()));
    timeline().setFocus();
    QTest::keyClick(m_window->operator->(), Qt::Key_F6);
    QTRY_VERIFY(network().hasFocus());
    QTest::keyClick(m_window->operator->(), Qt::Key_F6, Qt::ShiftModifier);
    QTRY_VERIFY(timeline().hasFocus());
}

void TestLinking::whatDiffersBearsASign_data() {
    QTest::addColumn<model::Day>("moment");
    QTest::addColumn<model::Day>("compared");
    QTest::newRow("2001 and 2025") << model::dayOf(2025, 10, 2) << model::dayOf(2001, 3, 12);
    QTest::newRow("2015 and 2018") << model::dayOf(2018, 5, 8) << model::dayOf(2015, 7, 14);
}

/// Even a tie that runs behind names.
void TestLinking::whatDiffersBearsASign() {
    QFETCH(model::Day, moment);
    QFETCH(model::Day, compared);
    exploration().select({});
    exploration().setMoment(moment);
    exploration().compareWith(compared);
    QStringList without;
    for (const relations::Line& line : network().scene().lines)
        if (line.difference != model::Difference::Same && line.labelBox.isNull())
            without << dossier().keyOf(line.subject);
    QCOMPARE(without.join(' '), QString());
}

QTEST_MAIN(TestLinking)
#include "tst_linking.moc"
