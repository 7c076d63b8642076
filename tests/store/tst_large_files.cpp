#include "db/store/dossier_file.h"
#include "tests/bench/synthetic.h"
#include "tests/store/support_store.h"

#include <QTest>

using namespace entente;

/// Files of more events than are read at once: in parts, by two threads, and shown before they are checked.
class TestLargeFiles : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void partsAreJoined();
    void whatIsNotInOrderIsSorted();
    void previewsGrow();
    void damageIsToldAfterThePreview();
    void readingIsCancelled();
    void numbersWithGapsAreOnePart();

private:
    static constexpr qint64 count = 70'000; // more than one part
    QTemporaryDir m_folder;
    QString m_path;
    model::Tables m_tables;
};

void TestLargeFiles::initTestCase() {
    m_tables = bench::Synthetic({count, 40, 80, 7}).tables();
    m_path = m_folder.filePath("large.dossier");
    const auto created = store::create(m_path, m_tables);
    QVERIFY2(created, qPrintable(created ? QString() : model::describe(created.error())));
}

void TestLargeFiles::partsAreJoined() {
    const auto opened = store::open(m_path);
    QVERIFY(opened);
    QCOMPARE(opened->dossier->tables().events.size(), count);
    QVERIFY(opened->dossier->tables().events == m_tables.events);
    QVERIFY(opened->dossier->tables().participations == m_tables.participations);
    QVERIFY2(opened->dossier->findings().isEmpty(), qPrintable(test::textOf(opened->dossier->findings()).left(500)));
}

/// Another program may have written the rows that belong to events in any order.
void TestLargeFiles::whatIsNotInOrderIsSorted() {
    const QString path = m_folder.filePath("shuffled.dossier");
    QVERIFY(test::writeBytes(path, test::bytesOf(m_path)));
    QCOMPARE(test::tamper(path, "UPDATE dossier SET digest = NULL;"
                                "UPDATE date_claim SET id = -id;" // last things first
                                "UPDATE date_claim_evidence SET date_claim = -date_claim;"),
             QString());
    const auto opened = store::open(path);
    QVERIFY(opened);
    QVERIFY(opened->dossier->tables().events == m_tables.events);
    QVERIFY(opened->dossier->findings().isEmpty());
}

void TestLargeFiles::previewsGrow() {
    QList<model::DossierPointer> previews;
    const auto opened =
        store::open(m_path, {}, [&previews](const model::DossierPointer& dossier) { previews.append(dossier); });
    QVERIFY(opened);
    QVERIFY(!previews.isEmpty());
    for (qsizetype i = 1; i < previews.size(); ++i)
        QVERIFY(previews[i]->tables().events.size() >= previews[i - 1]->tables().events.size());
    const model::Dossier& last = *previews.last();
    QVERIFY(opened->dossier->tables().events == m_tables.events);
    QCOMPARE(last.tables().events.size(), m_tables.events.size());
    QVERIFY(std::is_sorted(last.eventsInOrder().begin(), last.eventsInOrder().end(),
                           [&](auto a, auto b) { return *model::sortDayOf(last, a) < *model::sortDayOf(last, b); }));
    QCOMPARE(last.eventsInOrder(), opened->dossier->eventsInOrder());
    QCOMPARE(last.eventsInOrder(), model::Dossier(m_tables).eventsInOrder());
    QCOMPARE(last.tables().eras.size(), m_tables.eras.size());
    // All that the timeline draws is there, and nothing else is wrong.
    for (qsizetype i = 0; i < last.tables().events.size(); ++i) {
        const model::Event event = last.event(model::EventId(i));
        model::Event whole = m_tables.events[i];
        whole.summary.clear();
        whole.citations.clear();
        whole.media.clear();
        whole.tenorCitation = {};
        for (model::DateClaim& claim : whole.claims) {
            claim.calendar.clear();
            claim.note.clear();
            claim.citations.clear();
        }
        QVERIFY2(event == whole, qPrintable(whole.key));
    }
}

void TestLargeFiles::damageIsToldAfterThePreview() {
    const QString path = m_folder.filePath("changed.dossier");
    QVERIFY(test::writeBytes(path, test::bytesOf(m_path)));
    QCOMPARE(test::tamper(path, "UPDATE event SET title = 'changed' WHERE id = 5"), QString());
    int previews = 0;
    const auto opened = store::open(path, {}, [&previews](const model::DossierPointer&) { ++previews; });
    QVERIFY(opened);
    QVERIFY(previews > 0);
    QVERIFY(!opened->digestMatches);
    QVERIFY(!opened->notice.isEmpty());
}

void TestLargeFiles::readingIsCancelled() {
    int calls = 0;
    const auto opened = store::open(m_path, [&calls](double share, const QString&) {
        ++calls;
        return share < 0.3;
    });
    QVERIFY(!opened);
    QVERIFY(opened.error().problem.contains("cancelled"));
    QVERIFY(calls > 1);
}

/// A part for every stretch of numbers would be more parts than anybody could read.
void TestLargeFiles::numbersWithGapsAreOnePart() {
    const test::DossierFolder folder;
    QVERIFY(folder.isValid());
    const auto before = store::open(folder.path());
    QVERIFY(before);
    const qsizetype events = before->dossier->tables().events.size();
    QCOMPARE(test::tamper(folder.path(), "UPDATE dossier SET digest = NULL;"
                                         "INSERT INTO event(id, key, title, kind, importance, certainty)"
                                         " SELECT 9223372036854775807, 'far', 'Far', kind, importance, certainty"
                                         " FROM event LIMIT 1"),
             QString());
    const auto opened = store::open(folder.path());
    QVERIFY(opened);
    QCOMPARE(opened->dossier->tables().events.size(), events + 1);
    QCOMPARE(opened->dossier->titleOf(model::EventId(events)), QString("Far"));
}

QTEST_MAIN(TestLargeFiles)
#include "tst_large_files.moc"
