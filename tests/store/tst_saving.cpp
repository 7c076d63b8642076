#include "db/store/whole_file.h"
#include "tests/store/support_store.h"

#include <QDir>
#include <QFileInfo>
#include <QTest>
#include <csignal>
#include <sys/resource.h>
#include <unistd.h>

using namespace entente;
using namespace entente::test;

/// A file is the old one or the new one, whatever goes wrong while it is written; and the new one is what was meant.
class TestSaving : public QObject {
    Q_OBJECT

private slots:
    void reopensWhatWasSaved_data();
    void reopensWhatWasSaved();
    void savesAllChangesAtOnce();
    void numbersScenesAsTheChangesDo_data();
    void numbersScenesAsTheChangesDo();
    void keepsRowsThatNobodyChanged();
    void keepsTablesOfOthersAndDropsStatistics();
    void refusesChangesThatNoLongerApply();
    void keepsTheOldFileWhenTheDiskIsFull_data();
    void keepsTheOldFileWhenTheDiskIsFull();
    void keepsTheOldFileInAFolderThatMayNotBeWritten_data();
    void keepsTheOldFileInAFolderThatMayNotBeWritten();
    void refusesAFileChangedMeanwhile_data();
    void refusesAFileChangedMeanwhile();
    void followsLinksAndKeepsPermissions();
    void refusesPlacesThatAreNoFiles();
    void writesOnlyBelowTheFolder();
};

namespace {

/// Lets no file grow beyond this size, as a full disk would.
class FileSizeLimit {
public:
    explicit FileSizeLimit(rlim_t bytes) : m_handler(std::signal(SIGXFSZ, SIG_IGN)) {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit() {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    Q_DISABLE_COPY_MOVE(FileSizeLimit)

private:
    void (*m_handler)(int);
    rlimit m_before{};
};

/// Works as nobody for a while where the test runs as root, who may write everywhere.
class WithoutPrivileges {
public:
    WithoutPrivileges() : m_wasRoot(::geteuid() == 0) {
        constexpr uid_t nobody = 65534;
        if (m_wasRoot)
            m_dropped = ::setresuid(nobody, nobody, 0) == 0;
    }
    ~WithoutPrivileges() {
        if (m_dropped && ::setresuid(0, 0, 0) != 0)
            std::abort();
    }
    Q_DISABLE_COPY_MOVE(WithoutPrivileges)

    bool isEffective() const { return !m_wasRoot || m_dropped; }

private:
    bool m_wasRoot;
    bool m_dropped = false;
};

model::Scene sceneNamed(const QString& key, int position) {
    model::Scene scene;
    scene.key = key;
    scene.position = position;
    scene.headline = "A headline";
    scene.notes = "Say <b>this</b> & that.";
    scene.seconds = 30;
    scene.question = "Who?";
    scene.answer = "They.";
    scene.spanFrom = "1900";
    scene.spanTo = "1910";
    scene.moment = "1907-08-31";
    scene.compareMoment = "1917";
    scene.selection = "signed";
    scene.focus = "russia";
    scene.focusSteps = 2;
    scene.filter = "importance>=4";
    scene.view = "both";
    scene.lanesBy = "theme";
    scene.networkX = 0.25;
    scene.networkY = -0.5;
    scene.networkZoom = 1.5;
    scene.hideDates = scene.hideNames = true;
    scene.points = {"One", "Zwei", "سه"};
    scene.citations = {model::CitationId(1), model::CitationId(0)};
    return scene;
}

/// The dossier after changes, and the changes themselves, saved into the file.
struct Saved {
    QString problem;
    model::DossierPointer expected;
};

Saved saveInto(const QString& path, const QList<model::Change>& changes) {
    const auto opened = store::open(path);
    if (!opened)
        return {model::describe(opened.error()), {}};
    model::DossierPointer dossier = opened->dossier;
    for (const model::Change& change : changes) {
        const auto applied = model::apply(*dossier, change);
        if (!applied)
            return {model::describe(applied.error()), {}};
        dossier = applied->dossier;
    }
    const auto saved = store::save(*opened, changes, path, {{}, opened->identity});
    return {saved ? QString() : model::describe(saved.error()), dossier};
}

model::Tables withoutDigest(model::Tables tables) {
    tables.head.digest.clear();
    return tables;
}

} // namespace

void TestSaving::reopensWhatWasSaved_data() {
    QTest::addColumn<model::Change>("change");
    const auto row = [](const char* name, const model::Change& change) { QTest::newRow(name) << change; };
    row("pin", model::PlaceActor{"treaty", QPointF(1.0 / 3, 0.1)});
    row("pin elsewhere", model::PlaceActor{"russia", QPointF(0, 1)});
    row("release", model::PlaceActor{"russia", {}});
    row("release all", model::PlaceActors{});
    row("pin a list", model::PlaceActors{{{"treaty", QPointF(0, 1)}, {"duma", QPointF(1, 0)}}});
    row("another date", model::AcceptClaim{"signed", 2});
    row("scene first", model::AddScene{"tale", sceneNamed("new", 1)});
    row("scene between", model::AddScene{"tale", sceneNamed("new", 2)});
    row("scene last", model::AddScene{"tale", sceneNamed("new", 4)});
    row("scene of keys alone", model::AddScene{"tale", [] {
                                                   model::Scene scene;
                                                   scene.key = "bare";
                                                   scene.position = 1;
                                                   return scene;
                                               }()});
    row("edit", model::EditScene{sceneNamed("second", 9)});
    row("move to the front", model::MoveScene{"third", 1});
    row("move to the end", model::MoveScene{"first", 3});
    row("delete", model::DeleteScene{"second"});
    row("story", model::AddStory{{"other", "Other", {}, 0, 7}, {}});
    row("story with scenes",
        model::AddStory{{"other", "Other", "Short", 3, 1}, {sceneNamed("new", 1), sceneNamed("next", 2)}});
    row("rename a story", model::EditStory{{"tale", "Fable", {}, 9, 7}});
    row("delete a story", model::DeleteStory{"tale"});
}

void TestSaving::reopensWhatWasSaved() {
    QFETCH(model::Change, change);
    const DossierFolder folder;
    const Saved saved = saveInto(folder.path(), {change});
    QCOMPARE(saved.problem, QString());
    const auto again = store::open(folder.path());
    QVERIFY2(again, again ? "" : qPrintable(model::describe(again.error())));
    QVERIFY(again->digestMatches);
    QCOMPARE(textOf(again->dossier->findings()), QString());
    QVERIFY(withoutDigest(again->dossier->tables()) == withoutDigest(saved.expected->tables()));
    QVERIFY(withoutDigest(again->dossier->tables()) != fullTables());
    QCOMPARE(contentOf(folder.folder()).keys(), QStringList("full.dossier"));
}

void TestSaving::savesAllChangesAtOnce() {
    const DossierFolder folder;
    const QList<model::Change> changes = {model::DeleteScene{"first"},
                                          model::AddScene{"tale", sceneNamed("first", 3)},
                                          model::MoveScene{"first", 1},
                                          model::EditScene{sceneNamed("third", 1)},
                                          model::AcceptClaim{"signed", 2},
                                          model::AcceptClaim{"signed", 1},
                                          model::PlaceActors{},
                                          model::PlaceActor{"treaty", QPointF(0.5, 0.5)},
                                          model::DeleteScene{"second"},
                                          model::AddScene{"tale", sceneNamed("second", 1)},
                                          model::AddStory{{"other", "Other", {}, 0, 1}, {sceneNamed("new", 1)}},
                                          model::DeleteStory{"tale"},
                                          model::EditStory{{"other", "Another", {}, 2, 1}}};
    const Saved saved = saveInto(folder.path(), changes);
    QCOMPARE(saved.problem, QString());
    const auto again = store::open(folder.path());
    QVERIFY(again && again->digestMatches);
    QVERIFY(withoutDigest(again->dossier->tables()) == withoutDigest(saved.expected->tables()));
    QCOMPARE(saveInto(folder.path(), {}).problem, QString());
    QVERIFY(store::open(folder.path())->dossier->tables() == again->dossier->tables());
}

void TestSaving::numbersScenesAsTheChangesDo_data() {
    QTest::addColumn<QString>("position");
    QTest::addColumn<model::Change>("change");
    int number = 0;
    for (const char* position : {"position - 1", "1", "7 * position - 20"})
        for (const model::Change& change :
             {model::Change(model::MoveScene{"third", 1}), model::Change(model::MoveScene{"first", 2}),
              model::Change(model::AddScene{"tale", sceneNamed("new", 2)}), model::Change(model::DeleteScene{"first"})})
            QTest::addRow("%d: %s", ++number, position) << QString(position) << change;
}

/// What other programs count from 0, or not at all, is the same in the file as in the window.
void TestSaving::numbersScenesAsTheChangesDo() {
    QFETCH(QString, position);
    QFETCH(model::Change, change);
    const DossierFolder folder;
    QCOMPARE(tamper(folder.path(),
                    QString("UPDATE scene SET position = %1; UPDATE dossier SET digest = NULL").arg(position)),
             QString());
    const Saved saved = saveInto(folder.path(), {change});
    QCOMPARE(saved.problem, QString());
    const auto again = store::open(folder.path());
    QVERIFY2(again, again ? "" : qPrintable(model::describe(again.error())));
    QVERIFY(withoutDigest(again->dossier->tables()) == withoutDigest(saved.expected->tables()));
    const auto& scenes = again->dossier->tables().scenes;
    for (qsizetype i = 0; i < scenes.size(); ++i)
        QCOMPARE(scenes[i].position, static_cast<int>(i) + 1);
}

/// Bytes that the program reads as something else stay as they were.
void TestSaving::keepsRowsThatNobodyChanged() {
    const DossierFolder folder;
    QCOMPARE(tamper(folder.path(), "UPDATE event SET place = CAST(x'41ff42' AS TEXT), certainty = 'nonsense';"
                                   "UPDATE era SET edtf = 'in his time'; UPDATE dossier SET digest = NULL"),
             QString());
    QCOMPARE(saveInto(folder.path(), {model::DeleteScene{"first"}}).problem, QString());
    QCOMPARE(ask(folder.path(), "SELECT hex(place) || certainty FROM event"), "41FF42nonsense 41FF42nonsense");
    QCOMPARE(ask(folder.path(), "SELECT edtf FROM era"), "in his time");
}

void TestSaving::keepsTablesOfOthersAndDropsStatistics() {
    const DossierFolder folder;
    QCOMPARE(tamper(folder.path(), "CREATE TABLE x_mood(name TEXT NOT NULL, PRIMARY KEY(name)) STRICT;"
                                   "INSERT INTO x_mood VALUES('good'), ('bad'); ANALYZE"),
             QString());
    QCOMPARE(saveInto(folder.path(), {model::PlaceActors{}}).problem, QString());
    QCOMPARE(ask(folder.path(), "SELECT name FROM x_mood ORDER BY name"), "bad good");
    QCOMPARE(ask(folder.path(), "SELECT name FROM sqlite_schema WHERE name LIKE 'sqlite_stat%'"), "");
    QVERIFY(store::open(folder.path()));
}

void TestSaving::refusesChangesThatNoLongerApply() {
    const DossierFolder folder;
    const auto opened = store::open(folder.path());
    QVERIFY(opened);
    const auto before = contentOf(folder.folder());
    const QList<model::Change> changes = {model::PlaceActor{"nobody", QPointF(0, 0)},
                                          model::PlaceActors{{{"nobody", QPointF(0, 0)}}},
                                          model::AcceptClaim{"nothing", 1},
                                          model::AddScene{"no-story", sceneNamed("new", 1)},
                                          model::AddScene{"tale", sceneNamed("first", 1)},
                                          model::EditScene{sceneNamed("none", 1)},
                                          model::MoveScene{"none", 1},
                                          model::DeleteScene{"none"},
                                          model::AddStory{{"tale", "Tale", {}, 0, 1}, {}},
                                          model::EditStory{{"none", "None", {}, 0, 1}},
                                          model::DeleteStory{"none"},
                                          model::PlaceActor{"duma", QPointF(qQNaN(), 0)}};
    for (const model::Change& change : changes) {
        const auto saved = store::save(*opened, {model::DeleteScene{"second"}, change}, folder.path());
        QVERIFY2(!saved, qPrintable(model::describe(*opened->dossier, change)));
        QVERIFY(saved.error().problem.endsWith('.'));
        QCOMPARE(contentOf(folder.folder()), before);
    }
}

void TestSaving::keepsTheOldFileWhenTheDiskIsFull_data() {
    QTest::addColumn<int>("limit");
    for (const int limit : {0, 1, 4096, 100000, 200000})
        QTest::newRow(qPrintable(QString("%1 bytes").arg(limit))) << limit;
}

void TestSaving::keepsTheOldFileWhenTheDiskIsFull() {
    QFETCH(int, limit);
    const DossierFolder folder;
    const QString other = folder.filePath("new.dossier");
    const auto opened = store::open(folder.path());
    QVERIFY(opened && bytesOf(folder.path()).size() > 200000);
    const auto before = contentOf(folder.folder());
    QStringList messages;
    {
        const FileSizeLimit full(static_cast<rlim_t>(limit));
        for (const QString& target : {folder.path(), other}) {
            const auto saved = store::save(*opened, {model::PlaceActors{}}, target);
            messages.append(saved ? "saved" : model::describe(saved.error()));
        }
        const auto created = store::create(other, fullTables());
        messages.append(created ? "created" : model::describe(created.error()));
        const auto written = store::writeWhole(folder.path(), QByteArray(300000, 'x'));
        messages.append(written ? "written" : model::describe(written.error()));
    }
    for (const QString& message : messages)
        QVERIFY2(message.contains("It could not be written whole") && message.contains("The file is as it was."),
                 qPrintable(message));
    QCOMPARE(contentOf(folder.folder()), before);
    QVERIFY(store::save(*opened, {model::PlaceActors{}}, folder.path()));
}

void TestSaving::keepsTheOldFileInAFolderThatMayNotBeWritten_data() {
    QTest::addColumn<QFile::Permissions>("permissions");
    const QFile::Permissions mayRead = QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther;
    QTest::newRow("nor the file") << mayRead;
    QTest::newRow("but the file") << (mayRead | QFile::WriteOwner | QFile::WriteGroup | QFile::WriteOther);
}

void TestSaving::keepsTheOldFileInAFolderThatMayNotBeWritten() {
    QFETCH(QFile::Permissions, permissions);
    const DossierFolder folder;
    const auto opened = store::open(folder.path());
    QVERIFY(opened);
    const auto before = contentOf(folder.folder());
    QFile::setPermissions(folder.path(), permissions);
    QFile::setPermissions(folder.folder(), QFile::ReadOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther);
    QString message;
    bool effective = false;
    {
        const WithoutPrivileges nobody;
        effective = nobody.isEffective();
        const auto saved = store::save(*opened, {model::PlaceActors{}}, folder.path());
        message = saved ? "saved" : model::describe(saved.error());
    }
    QFile::setPermissions(folder.folder(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    if (!effective)
        QSKIP("Root may write everywhere here.");
    QCOMPARE(message, "full.dossier: There is no permission to write here. Choose another folder.");
    QCOMPARE(contentOf(folder.folder()), before);
}

void TestSaving::refusesAFileChangedMeanwhile_data() {
    QTest::addColumn<QString>("sql");
    QTest::newRow("by a row") << "UPDATE dossier SET licence = 'CC0'";
    QTest::newRow("in size alone") << "CREATE TABLE x_mood(name TEXT)";
    QTest::newRow("replaced by the same bytes") << "";
}

void TestSaving::refusesAFileChangedMeanwhile() {
    QFETCH(QString, sql);
    const DossierFolder folder;
    const auto opened = store::open(folder.path());
    QVERIFY(opened);
    if (sql.isEmpty())
        QVERIFY(store::writeWhole(folder.path(), bytesOf(folder.path())));
    else
        QCOMPARE(tamper(folder.path(), sql), QString());
    const auto before = contentOf(folder.folder());
    const auto saved = store::save(*opened, {model::PlaceActors{}}, folder.path(), {{}, opened->identity});
    QVERIFY(!saved);
    QCOMPARE(model::describe(saved.error()), "full.dossier: This file was changed by another program since it was "
                                             "opened. Save under another name, or open it again.");
    QCOMPARE(contentOf(folder.folder()), before);
    // Under another name what was opened is still there.
    const QString copy = folder.filePath("copy.dossier");
    QVERIFY(store::save(*opened, {}, copy));
    QVERIFY(withoutDigest(store::open(copy)->dossier->tables()) == fullTables());
    // One that is gone is written again.
    QVERIFY(QFile::remove(folder.path()));
    QVERIFY(store::save(*opened, {}, folder.path(), {{}, opened->identity}));
    QVERIFY(store::open(folder.path()));
}

void TestSaving::followsLinksAndKeepsPermissions() {
    const DossierFolder folder;
    const QString link = folder.filePath("link.dossier");
    QVERIFY(QFile::link(folder.path(), link));
    QVERIFY(QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup));
    const auto permissions = QFile::permissions(folder.path());
    QCOMPARE(saveInto(link, {model::PlaceActors{}}).problem, QString());
    QVERIFY(QFileInfo(link).isSymLink());
    QCOMPARE(QFile::permissions(folder.path()), permissions);
    QCOMPARE(store::open(folder.path())->dossier->tables().placements.size(), 0);
}

void TestSaving::refusesPlacesThatAreNoFiles() {
    const DossierFolder folder;
    const auto opened = store::open(folder.path());
    QVERIFY(opened);
    QVERIFY(QDir(folder.folder()).mkdir("below"));
    const QList<QPair<QString, QString>> places = {{folder.filePath("below"), "This is not an ordinary file."},
                                                   {folder.filePath("no/x.dossier"), "is not there."},
                                                   {folder.filePath("full.dossier/x.dossier"), "."}};
    for (const auto& [path, words] : places) {
        const auto saved = store::save(*opened, {}, path);
        QVERIFY2(!saved, qPrintable(path));
        QVERIFY2(saved.error().problem.endsWith(words), qPrintable(model::describe(saved.error())));
    }
    QCOMPARE(contentOf(folder.folder()).keys(), QStringList("full.dossier"));
}

void TestSaving::writesOnlyBelowTheFolder() {
    const DossierFolder folder;
    const QString below = folder.filePath("tables");
    QVERIFY(store::writeAll(below, {{"event.csv", "key\n"}, {"media/flag.png", "bytes"}}));
    QCOMPARE(bytesOf(below + "/media/flag.png"), QByteArray("bytes"));
    for (const char* name : {"../out.csv", "media/../../out.csv", "/tmp/out.csv"})
        QVERIFY2(!store::writeAll(below, {{name, "bytes"}}), name);
    QVERIFY(!QFileInfo::exists(folder.filePath("out.csv")));
    QVERIFY(!store::writeAll(folder.filePath("no/tables"), {{"event.csv", "key\n"}}));
}

QTEST_APPLESS_MAIN(TestSaving)
#include "tst_saving.moc"
