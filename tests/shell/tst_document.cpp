#include "tests/shell/support_window.h"

#include "app/shell/document.h"
#include "tests/bench/synthetic.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace entente;
using namespace entente::shell;

/// The open file: what fails leaves what was open, what is changed can be taken back and is saved, and the disk is
/// watched.
class TestDocument : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void badFileKeepsTheOpenDossier_data();
    void badFileKeepsTheOpenDossier();
    void newerFormIsNotWrittenInPlace();
    void changesAreUndoneAndSaved();
    void impossibleChangeIsRefused();
    void copyLeavesTheOpenFile();
    void bundledFileIsSavedElsewhere();
    void changeOnDiskIsNoticed();
    void openingIsCancelled();
    void largeFileIsLookedAtBeforeItIsRead();
    void cancelTakesThePreviewBack();
    void nothingIsPreviewedOverChanges();

private:
    QString fileOf(const QString& name, const QByteArray& bytes);
    bool open(const QString& path);
    /// A file that takes long enough to be previewed; empty: it could not be made.
    QString largeFile();
    QPointF placeOf(const model::Dossier& dossier, const QString& actor);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<exploration::Exploration> m_exploration;
    std::unique_ptr<Document> m_document;
    QString m_copy;
};

namespace {

constexpr int patience = 120'000; ///< milliseconds, for machines that are busy

QByteArray bytesOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

const model::Change pinIran = model::PlaceActor{"iran", QPointF(0.25, 0.75)};

} // namespace

void TestDocument::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_exploration = std::make_unique<exploration::Exploration>();
    m_document = std::make_unique<Document>(*m_exploration);
    m_copy = fileOf("copy.dossier", bytesOf(bundledFile()));
    QVERIFY(open(m_copy));
}

void TestDocument::cleanup() {
    m_document.reset();
    m_exploration.reset();
}

QString TestDocument::fileOf(const QString& name, const QByteArray& bytes) {
    QFile file(m_folder->filePath(name));
    if (file.open(QIODevice::WriteOnly))
        file.write(bytes);
    return file.fileName();
}

bool TestDocument::open(const QString& path) {
    QSignalSpy opened(m_document.get(), &Document::opened);
    m_document->open(path);
    return opened.wait(patience);
}

QPointF TestDocument::placeOf(const model::Dossier& dossier, const QString& actor) {
    for (const model::Placement& placement : dossier.tables().placements) {
        if (dossier.actor(placement.actor).key == actor)
            return placement.place;
    }
    return {-1, -1};
}

void TestDocument::badFileKeepsTheOpenDossier_data() {
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray good = bytesOf(bundledFile());
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("text") << QByteArray("This is not a database.\n");
    QTest::newRow("cut in half") << good.left(good.size() / 2);
    QTest::newRow("header only") << good.left(100);
    QTest::newRow("another program's") << QByteArray(good).replace(68, 4, "\x01\x02\x03\x04");
    QTest::newRow("not there") << QByteArray();
}

void TestDocument::badFileKeepsTheOpenDossier() {
    QFETCH(QByteArray, bytes);
    const QString path = bytes.isNull() ? m_folder->filePath("nowhere.dossier") : fileOf("bad.dossier", bytes);
    const model::DossierPointer before = m_exploration->dossier();
    QSignalSpy failed(m_document.get(), &Document::openFailed);
    QSignalSpy opened(m_document.get(), &Document::opened);
    m_document->open(path);
    QTRY_COMPARE_WITH_TIMEOUT(failed.count() + opened.count(), 1, patience);
    QCOMPARE(opened.count(), 0);
    const auto finding = failed.first().first().value<model::Finding>();
    QVERIFY(!finding.problem.isEmpty());
    QVERIFY(model::describe(finding).contains(QFileInfo(path).fileName()));
    QCOMPARE(m_exploration->dossier(), before);
    QCOMPARE(m_document->path(), m_copy);
    QCOMPARE(bytesOf(path), bytes.isNull() ? QByteArray() : bytes);
}

void TestDocument::newerFormIsNotWrittenInPlace() {
    QByteArray newer = bytesOf(bundledFile());
    newer[63] = 99;
    QVERIFY(open(fileOf("newer.dossier", newer)));
    QVERIFY(!m_document->notice().isEmpty());
    m_exploration->wish(pinIran);
    QVERIFY(!m_document->save());
    QCOMPARE(bytesOf(m_document->path()), newer);
}

void TestDocument::changesAreUndoneAndSaved() {
    const model::DossierPointer before = m_exploration->dossier();
    m_exploration->wish(pinIran);
    QVERIFY(m_document->isDirty());
    QCOMPARE(placeOf(*m_exploration->dossier(), "iran"), QPointF(0.25, 0.75));
    m_document->undoStack().undo();
    QVERIFY(!m_document->isDirty());
    QCOMPARE(m_exploration->dossier()->tables(), before->tables());
    m_document->undoStack().redo();
    QVERIFY(m_document->save());
    QVERIFY(!m_document->isDirty());
    m_document->undoStack().undo();
    QVERIFY2(m_document->isDirty(), "what was saved is no longer what is shown");
    QVERIFY(m_document->save());
    m_document->undoStack().redo();
    QVERIFY(m_document->save());
    QVERIFY(open(m_copy));
    QCOMPARE(placeOf(*m_exploration->dossier(), "iran"), QPointF(0.25, 0.75));
}

void TestDocument::impossibleChangeIsRefused() {
    const model::DossierPointer before = m_exploration->dossier();
    QSignalSpy refused(m_document.get(), &Document::changeRefused);
    m_exploration->wish(model::PlaceActor{"nobody", QPointF(0.5, 0.5)});
    QCOMPARE(refused.count(), 1);
    QCOMPARE(m_exploration->dossier(), before);
    QVERIFY(!m_document->isDirty());
}

void TestDocument::copyLeavesTheOpenFile() {
    const QByteArray before = bytesOf(m_copy);
    m_exploration->wish(pinIran);
    const QString other = m_folder->filePath("other.dossier");
    QVERIFY(m_document->saveCopy(other));
    QVERIFY(m_document->isDirty());
    QCOMPARE(m_document->path(), m_copy);
    QCOMPARE(bytesOf(m_copy), before);
    m_document->undoStack().clear();
    QVERIFY(open(other));
    QCOMPARE(placeOf(*m_exploration->dossier(), "iran"), QPointF(0.25, 0.75));
}

/// Even where it can be written.
void TestDocument::bundledFileIsSavedElsewhere() {
    QVERIFY(!m_document->mustBeSavedElsewhere());
    const QByteArray before = bytesOf(bundledFile());
    QVERIFY(open(bundledFile()));
    m_exploration->wish(pinIran);
    QVERIFY(m_document->mustBeSavedElsewhere());
    QVERIFY(!m_document->save());
    QCOMPARE(bytesOf(bundledFile()), before);
    QVERIFY(m_document->saveAs(m_folder->filePath("mine.dossier")));
    QVERIFY(!m_document->mustBeSavedElsewhere());
}

void TestDocument::changeOnDiskIsNoticed() {
    QSignalSpy changed(m_document.get(), &Document::changedOnDisk);
    fileOf("copy.dossier", bytesOf(bundledFile()) + QByteArray(4096, '\0'));
    QVERIFY(changed.count() > 0 || changed.wait(patience));
    m_exploration->wish(pinIran);
    const auto saved = m_document->save();
    QVERIFY2(!saved, "another program's changes may not be overwritten");
}

void TestDocument::openingIsCancelled() {
    QSignalSpy cancelled(m_document.get(), &Document::openCancelled);
    QSignalSpy opened(m_document.get(), &Document::opened);
    m_document->open(bundledFile());
    m_document->cancelOpening();
    QCOMPARE(cancelled.count(), 1);
    QVERIFY(!m_document->isOpening());
    QVERIFY(open(bundledFile()));
    QCOMPARE(opened.count(), 1);
}

QString TestDocument::largeFile() {
    const QString path = m_folder->filePath("large.dossier");
    return store::create(path, bench::Synthetic({30'000, 20, 40, 5}).tables()) ? path : QString();
}

/// Changes and saving wait until all is read and checked; who looks around meanwhile stays where he is.
void TestDocument::largeFileIsLookedAtBeforeItIsRead() {
    const QString path = largeFile();
    QVERIFY(!path.isEmpty());
    QSignalSpy opened(m_document.get(), &Document::opened), refused(m_document.get(), &Document::changeRefused);
    model::Subject selected;
    connect(m_document.get(), &Document::stateChanged, this, [&] {
        if (!m_document || !m_document->isPreviewing() || !model::isNothing(selected))
            return;
        QCOMPARE(m_document->name(), QString("large.dossier"));
        m_exploration->wish(model::PlaceActor{"actor-0", QPointF(0.5, 0.5)});
        QVERIFY(!m_document->save());
        selected = model::EventId(7);
        m_exploration->select(selected);
    });
    m_document->open(path);
    QVERIFY(opened.count() > 0 || opened.wait(patience));
    QCOMPARE(refused.count(), 1);
    QVERIFY(!m_document->isPreviewing());
    QCOMPARE(m_exploration->selection(), selected);
    QCOMPARE(m_exploration->dossier()->tables().participations.isEmpty(), false);
    QCOMPARE(m_document->path(), path);
    m_document->disconnect(this);
}

void TestDocument::cancelTakesThePreviewBack() {
    const QString path = largeFile();
    m_exploration->select(m_exploration->dossier()->find("iran"));
    const exploration::View view = m_exploration->view();
    const model::DossierPointer before = m_exploration->dossier();
    QSignalSpy cancelled(m_document.get(), &Document::openCancelled);
    connect(m_document.get(), &Document::stateChanged, this, [&] {
        if (m_document->isPreviewing())
            QMetaObject::invokeMethod(m_document.get(), &Document::cancelOpening, Qt::QueuedConnection);
    });
    m_document->open(path);
    QVERIFY(cancelled.wait(patience));
    QVERIFY(!m_document->isPreviewing());
    QCOMPARE(m_exploration->dossier(), before);
    QCOMPARE(m_exploration->view(), view);
    QCOMPARE(m_document->path(), m_copy);
    m_document->disconnect(this);
}

/// Undoing would bring back the dossier that was changed.
void TestDocument::nothingIsPreviewedOverChanges() {
    const QString path = largeFile();
    m_exploration->wish(pinIran);
    bool wasPreviewed = false;
    connect(m_exploration.get(), &exploration::Exploration::dossierChanged, this,
            [&] { wasPreviewed = wasPreviewed || m_document->isPreviewing(); });
    QVERIFY(open(path));
    QVERIFY(!wasPreviewed);
    m_exploration->disconnect(this);
}

QTEST_MAIN(TestDocument)
#include "tst_document.moc"
