#include "db/store/dossier_file.h"
#include "db/store/search.h"
#include "db/store/whole_file.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace entente;

/// Dossiers on disk: made, opened, changed, saved; and files that are none.
class TestDossierFile : public QObject {
    Q_OBJECT

private slots:
    void init();
    void opensWhatItMade();
    void makesTheSameBytes();
    void savesChanges();
    void refusesBadFiles_data();
    void refusesBadFiles();
    void noticesFlippedBits();
    void keepsTheOldFileOnAShortWrite();
    void findsByEveryName_data();
    void findsByEveryName();

private:
    static model::Tables tables();
    QByteArray bytesOf(const QString& path) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

static model::Edtf date(const QString& text) {
    return *model::Edtf::parse(text);
}

model::Tables TestDossierFile::tables() {
    model::Tables tables;
    tables.head.title = "A dossier";
    tables.head.created = tables.head.modified = "2026-01-01T00:00:00Z";
    tables.sources.append(
        {"s-one", "news", "Source one", {}, "A paper", "2025-01-17", "https://example.org/1", {}, {}, {}});
    tables.citations.append({"c-one", model::SourceId(0), "headline", {}, {}});
    tables.themes.append({"lane", "Lane", "document", 1, {}});
    tables.eventKinds.append({"fact", "Fact", model::Mark::Square, model::Tenor::Neutral});
    tables.relationTypes.append({"office", "holds office in", "has as officer", true, model::LineForm::Plain,
                                 model::Tenor::Neutral, model::Meaning::Office});
    model::Event event;
    event.key = "signing";
    event.title = "Treaty signed in Zürich";
    event.summary = "They sign.[^c-one]";
    event.kind = model::EventKindId(0);
    event.importance = 5;
    event.themes = {model::ThemeId(0)};
    event.citations = {model::CitationId(0)};
    event.claims = {{1, date("2001-03-12"), {}, {}, true, {model::CitationId(0)}},
                    {2, date("2001-03-22"), {}, {}, false, {model::CitationId(0)}}};
    tables.events.append(event);
    model::Actor parliament;
    parliament.key = "majlis";
    parliament.name = "Majlis";
    parliament.kind = model::ActorKind::Organisation;
    tables.actors.append(parliament);
    model::Actor speaker;
    speaker.key = "ghalibaf";
    speaker.name = "Mohammad Bagher Ghalibaf";
    speaker.kind = model::ActorKind::Person;
    speaker.aliases = {{"en", "Qalibaf"}, {"fa", "قالیباف"}};
    tables.actors.append(speaker);
    tables.participations.append({model::EventId(0), model::ActorId(1), "signs", {model::CitationId(0)}});
    tables.relationships.append({"office", model::ActorId(1), model::ActorId(0), model::RelationTypeId(0), {}, {}, {}});
    tables.periods.append({"office-1",
                           model::RelationshipId(0),
                           {model::PeriodBound::Kind::Dated, date("2020-05-28")},
                           {model::PeriodBound::Kind::Open, {}},
                           model::PeriodState::Held,
                           {},
                           {},
                           {model::CitationId(0)}});
    return tables;
}

void TestDossierFile::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath("a.dossier");
    const auto created = store::create(m_path, tables());
    QVERIFY2(created, created ? "" : qPrintable(model::describe(created.error())));
}

QByteArray TestDossierFile::bytesOf(const QString& path) const {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestDossierFile::opensWhatItMade() {
    const auto opened = store::open(m_path);
    QVERIFY2(opened, opened ? "" : qPrintable(model::describe(opened.error())));
    QVERIFY(opened->digestMatches);
    QVERIFY(opened->notice.isEmpty());
    for (const model::Finding& finding : opened->dossier->findings())
        QFAIL(qPrintable(model::describe(finding)));
    model::Tables expected = tables();
    expected.head.digest = opened->dossier->head().digest;
    QCOMPARE(expected.head.digest.size(), 64);
    QVERIFY(opened->dossier->tables() == expected);
}

void TestDossierFile::makesTheSameBytes() {
    const QString other = m_folder->filePath("b.dossier");
    QVERIFY(store::create(other, tables()));
    QCOMPARE(bytesOf(other), bytesOf(m_path));
}

void TestDossierFile::savesChanges() {
    const auto opened = store::open(m_path);
    QVERIFY(opened);
    const QList<model::Change> changes = {model::AcceptClaim{"signing", 2},
                                          model::PlaceActor{"majlis", QPointF(0.25, 0.5)}};
    const auto saved = store::save(*opened, changes, m_path, {"2026-02-02T00:00:00Z", opened->identity});
    QVERIFY2(saved, saved ? "" : qPrintable(model::describe(saved.error())));
    const auto again = store::open(m_path);
    QVERIFY(again);
    QVERIFY(again->digestMatches);
    QCOMPARE(again->dossier->claimInUse(model::EventId(0))->date.text(), "2001-03-22");
    QCOMPARE(again->dossier->tables().placements.size(), 1);
    QCOMPARE(again->dossier->head().modified, "2026-02-02T00:00:00Z");
    // The file is no longer in the state in which it was opened.
    QVERIFY(!store::save(*opened, changes, m_path, {{}, opened->identity}));
}

void TestDossierFile::refusesBadFiles_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("words");
    QTest::newRow("empty") << QByteArray() << "empty";
    QTest::newRow("text") << QByteArray(2000, 'a') << "text";
    QTest::newRow("zip") << QByteArray("PK\x03\x04 rest of it") << "ZIP";
    QTest::newRow("only the magic") << QByteArray("SQLite format 3\0", 16) << "shorter";
    QTest::newRow("half") << QByteArray("half") << "shorter than its header";
    QTest::newRow("less than a page missing") << QByteArray("tail") << "shorter than its header";
    QTest::newRow("another application") << QByteArray("application") << "not a dossier";
}

void TestDossierFile::refusesBadFiles() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, words);
    QByteArray whole = bytesOf(m_path);
    if (bytes == "half")
        bytes = whole.left(whole.size() / 2 / 4096 * 4096);
    else if (bytes == "tail")
        bytes = whole.chopped(100);
    else if (bytes == "application")
        bytes = whole.replace(68, 4, "ABCD");
    const QString path = m_folder->filePath("bad.dossier");
    QVERIFY(store::writeWhole(path, bytes));
    const auto opened = store::open(path);
    QVERIFY2(!opened, "it was opened");
    const QString message = model::describe(opened.error());
    QVERIFY2(message.contains(words) && message.startsWith("bad.dossier"), qPrintable(message));
    QCOMPARE(bytesOf(path), bytes);
    QVERIFY(!store::open(m_folder->filePath("nowhere.dossier")));
    QVERIFY(!store::open(m_folder->path()));
}

void TestDossierFile::noticesFlippedBits() {
    const QByteArray good = bytesOf(m_path);
    const QString path = m_folder->filePath("flipped.dossier");
    quint32 seed = 7;
    int noticed = 0;
    for (int round = 0; round < 200; ++round) {
        seed = seed * 1664525 + 1013904223;
        QByteArray bytes = good;
        const qsizetype at = 100 + static_cast<qsizetype>((seed >> 4) % static_cast<quint32>(bytes.size() - 100));
        bytes[at] = static_cast<char>(bytes[at] ^ (1 << (seed >> 29)));
        QVERIFY(store::writeWhole(path, bytes));
        const auto opened = store::open(path);
        if (!opened || !opened->digestMatches || !opened->dossier->findings().isEmpty())
            ++noticed;
        else
            QVERIFY(opened->dossier->tables() == store::open(m_path)->dossier->tables());
    }
    QVERIFY2(noticed > 5, qPrintable(QString::number(noticed)));
}

void TestDossierFile::keepsTheOldFileOnAShortWrite() {
    const QByteArray before = bytesOf(m_path);
    const auto shortWrite = [](QIODevice&, const char*, qint64 size) { return size - 1; };
    QVERIFY(!store::writeWholeThrough(m_path, QByteArray(100000, 'x'), shortWrite));
    QCOMPARE(bytesOf(m_path), before);
}

void TestDossierFile::findsByEveryName_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("key");
    QTest::newRow("one letter") << "t"
                                << "signing";
    QTest::newRow("accents folded") << "zurich"
                                    << "signing";
    QTest::newRow("name") << "Ghalibaf"
                          << "ghalibaf";
    QTest::newRow("other spelling") << "qalibaf"
                                    << "ghalibaf";
    QTest::newRow("Persian") << "قالیباف"
                             << "ghalibaf";
    QTest::newRow("Persian with Arabic yeh") << "قاليباف"
                                             << "ghalibaf";
    QTest::newRow("inside a word") << "libaf"
                                   << "ghalibaf";
    QTest::newRow("a tie by words in any order") << "majlis office ghalibaf"
                                                 << "office";
    QTest::newRow("source") << "source one"
                            << "s-one";
}

void TestDossierFile::findsByEveryName() {
    QFETCH(QString, text);
    QFETCH(QString, key);
    const auto dossier = std::make_shared<const model::Dossier>(tables());
    const store::Search search(dossier);
    const QList<store::Hit> hits = search.find(text, 3);
    QVERIFY(std::any_of(hits.begin(), hits.end(),
                        [&](const store::Hit& hit) { return dossier->keyOf(hit.subject) == key; }));
    QCOMPARE(search.nearest("Galibaf").first(), "Mohammad Bagher Ghalibaf");
}

QTEST_APPLESS_MAIN(TestDossierFile)
#include "tst_dossier_file.moc"
