#include "tests/exchange/support_tables.h"

#include <QDir>
#include <QRandomGenerator>
#include <QTest>
#include <sys/stat.h>

using namespace entente::exchange;

class TestImportFaults : public QObject {
    Q_OBJECT

private slots:
    void soundTablesHaveNoFault();
    void faultsAreNamed_data();
    void faultsAreNamed();
    void faultyTablesGiveNothing();
    void whatIsToleratedIsNoted_data();
    void whatIsToleratedIsNoted();
    void foldersThatAreNoneAreRefused();
    void manyFindingsAreCounted();
    void missingMediaAreNamed();
    void pipesAndFoldersAreNotRead();
    void damagedTablesAreSoundOrNamed();
};

void TestImportFaults::soundTablesHaveNoFault() {
    const auto report = importTables(Folder(soundTables()).path());
    QCOMPARE(dump(report->findings), QString());
    QCOMPARE(dump(report->notes), QString());
    const auto& tables = report->tables;
    QCOMPARE(tables.events.first().claims.first().date.text(), "1907-08-31");
    QCOMPARE(tables.actors.last().aliases, (QList<entente::model::Alias>{{"ru", "Россия"}, {"fa", "روسیه"}}));
    QCOMPARE(tables.scenes.first().points, (QStringList{"One", "Two"}));
    QCOMPARE(tables.periods.first().to.kind, entente::model::PeriodBound::Kind::Open);
    QCOMPARE(tables.media.first().bytes.size(), 7);
}

namespace {
struct Bad {
    const char* name;
    const char* file;
    QByteArray bytes;
    const char* expected;
};

const QByteArray themes = "key,label,icon,position,lane\n";
const QByteArray citations = "key,source,locator,note,quotation\n";
const QByteArray claims = "event,position,edtf,calendar,note,preferred,citations\n";
const QByteArray perspectives = "key,holder,event,actor,relationship,stance,summary,citations\n";
const QByteArray actors = "key,kind,name,short_name,code,summary,part_of,pole,aliases,citations,media\n"
                          "pact,agreement,Pact,,,,,,,,\n";
const QByteArray russia = "russia,state,Russia,,,,,left,,,flag\n";
const QByteArray bothThemes = "treaty,Treaty,,1,\nlaw,Law,,2,\n";
const QByteArray bothCitations = "book-p1,book,,,\nbook-p2,book,,,\n";

const char* const themeColumns = "(key,label,icon,position,lane)";

QList<Bad> formFaults() {
    return {
        {"Latin-1", "theme.csv", themes + bothThemes + "x,M\xE9moire,,3,\n",
         "theme.csv:4 : The byte at offset 62 is not valid UTF-8. <> (UTF-8 text)"},
        {"UTF-16", "theme.csv", QByteArray("\xFF\xFEk\0", 4),
         "theme.csv:1 : The file looks like UTF-16. <> (UTF-8 text)"},
        {"unterminated", "theme.csv", themes + bothThemes + "x,\"open,,3,\n\n",
         "theme.csv:4 : The quote opened on line 4 is never closed. <> (a closing quote)"},
        {"text after quote", "theme.csv", themes + bothThemes + "x,\"a\"b,,3,\n",
         "theme.csv:4 : There is text after the closing quote of cell 2. <> (a comma or the end of the line)"},
        {"quote in cell", "theme.csv", themes + bothThemes + "x,a\"b\",,3,\n",
         "theme.csv:4 : There is a quote inside cell 2, which does not begin with one. <> (the whole cell in quotes, "
         "with "
         "quotes inside it doubled)"},
        {"NUL", "theme.csv", themes + bothThemes + QByteArray("x,a\0b,,3,\n", 10),
         "theme.csv:4 : There is a NUL character in cell 2. <> (text without NUL)"},
        {"ragged", "theme.csv", themes + bothThemes + "x,\"a\nb\",,3\n",
         "theme.csv:4 : The line does not have as many cells as the header. <4 cells> (5 cells)"},
        {"too wide", "theme.csv", themes + bothThemes + "x,a,,3,,\n",
         "theme.csv:4 : The line does not have as many cells as the header. <6 cells> (5 cells)"},
        {"nothing in it", "translation.csv", "", "translation.csv: : The file is empty. <> (a line of column names)"},
        {"unknown column", "translation.csv", "language,subject,field,text,colour\n",
         "translation.csv:1 : The table has no column of this name. <colour> (language,subject,field,text)"},
        {"missing column", "translation.csv", "language,subject,field\n",
         "translation.csv:1 : The column \"text\" is missing. <language,subject,field> (language,subject,field,text)"},
        {"column twice", "translation.csv", "language,subject,field,text,text\n",
         "translation.csv:1 : The column is there twice. <text> (language,subject,field,text)"},
        {"empty column name", "translation.csv", "language,subject,field,text,\n",
         "translation.csv:1 : The table has no column of this name. <> (language,subject,field,text)"},
        {"semicolons", "translation.csv", "language;subject;field;text\n",
         "translation.csv:1 : The columns are not separated by commas. <language;subject;field;text> "
         "(language,subject,field,text)"},
        {"no header", "theme.csv", bothThemes,
         "theme.csv:1 : The table has no column of this name. <treaty> (key,label,icon,position,lane)\n"
         "theme.csv:1 : The table has no column of this name. <Treaty> (key,label,icon,position,lane)\n"
         "theme.csv:1 : The table has no column of this name. <> (key,label,icon,position,lane)\n"
         "theme.csv:1 : The table has no column of this name. <1> (key,label,icon,position,lane)\n"
         "theme.csv:1 : The table has no column of this name. <> (key,label,icon,position,lane)\n"
         "theme.csv:1 : The column \"key\" is missing. <treaty,Treaty,,1,> (key,label,icon,position,lane)\n"
         "theme.csv:1 : The column \"label\" is missing. <treaty,Treaty,,1,> (key,label,icon,position,lane)\n"
         "theme.csv:1 : The column \"icon\" is missing. <treaty,Treaty,,1,> (key,label,icon,position,lane)\n"
         "theme.csv:1 : The column \"position\" is missing. <treaty,Treaty,,1,> (key,label,icon,position,lane)\n"
         "theme.csv:1 : The column \"lane\" is missing. <treaty,Treaty,,1,> (key,label,icon,position,lane)"},
    };
}

QList<Bad> valueFaults() {
    return {
        {"key", "theme.csv", themes + bothThemes + "Big Key,,,3,\n",
         "theme.csv:4 key: This is not a key. <Big Key> (small letters a to z, digits and hyphens, not beginning with "
         "a "
         "hyphen)"},
        {"no key", "theme.csv", themes + bothThemes + ",Label,,3,\n",
         "theme.csv:4 key: This is not a key. <> (small letters a to z, digits and hyphens, not beginning with a "
         "hyphen)"},
        {"key twice", "theme.csv", themes + bothThemes + "law,,,3,\n",
         "theme.csv:4 key: The key is used already, in theme.csv, line 3. <law> (a key that nothing else has)"},
        {"key of another table", "citation.csv", citations + bothCitations + "russia,book,,,\n",
         "actor.csv:3 key: The key is used already, in citation.csv, line 4. <russia> (a key that nothing else has)"},
        {"dangling", "citation.csv", citations + bothCitations + "c,novel,,,\n",
         "citation.csv:4 source: No row of source.csv has this key. <novel> (a key of source.csv)"},
        {"missing reference", "citation.csv", citations + bothCitations + "c,,,,\n",
         "citation.csv:4 source: A key is missing. <> (a key of source.csv)"},
        {"dangling in a list", "date_claim.csv", claims + "signed,1,1907,,,1,book-p1 | book-p9\n",
         "date_claim.csv:2 citations: No row of citation.csv has this key. <book-p9> (a key of citation.csv)"},
        {"escape", "date_claim.csv", claims + "signed,1,1907,,,1,book\\p1\n",
         "date_claim.csv:2 citations: A backslash stands before neither a bar nor a backslash. <book\\p1> (parts "
         "joined by "
         "\" | \", with \\| for a bar and \\\\ for a backslash in them)"},
        {"not a number", "theme.csv", themes + bothThemes + "x,,,third,\n",
         "theme.csv:4 position: This is not a whole number. <third> (a whole number from 0)"},
        {"no number", "theme.csv", themes + bothThemes + "x,,,,\n",
         "theme.csv:4 position: This is not a whole number. <> (a whole number from 0)"},
        {"out of range", "era.csv", "key,label,edtf,band,actor,citations\ntsar,,1894,-1,,\n",
         "era.csv:2 band: The number is out of range. <-1> (a whole number from 0)"},
        {"decimal comma", "placement.csv", "actor,x,y\nrussia,\"0,5\",1e999\n",
         "placement.csv:2 x: This is not a number. <0,5> (a decimal number with a point, or nothing)\n"
         "placement.csv:2 y: This is not a number. <1e999> (a decimal number with a point, or nothing)"},
        {"flag", "date_claim.csv", claims + "signed,1,1907,,,yes,\n",
         "date_claim.csv:2 preferred: This is neither yes (1) nor no (0). <yes> (1, 0 or nothing)"},
        {"word", "event_kind.csv", "key,label,mark,tenor\nsigning,Signing,circle,cooperation\n",
         "event_kind.csv:2 mark: The word is not one of those of the column. <circle> (one of disc, diamond, square, "
         "balloon, triangle, star)"},
        {"alias", "actor.csv", actors + "russia,state,Russia,,,,,,Россия,,flag\n",
         "actor.csv:3 aliases: The alias \"Россия\" names no language. <Россия> (language:text, for instance "
         "fa:ایران)"},
    };
}

QList<Bad> ruleFaults() {
    return {
        {"two dossiers", "dossier.csv", soundTables()[3].bytes + "Second,,,,,,,,,,\n",
         "dossier.csv: : The table must hold exactly one row. <2 rows> (1 row)"},
        {"part of itself", "actor.csv",
         actors + russia + "a,bloc,A,,,,b,,,,\nb,bloc,B,,,,a,,,,\nc,bloc,C,,,,c,,,,\nd,bloc,D,,,,a,,,,\n",
         "actor.csv:4 part_of: The actor \"a\" is part of itself. <b> (an actor that is not part of this one)\n"
         "actor.csv:6 part_of: The actor \"c\" is part of itself. <c> (an actor that is not part of this one)"},
        {"no subject", "perspective.csv", perspectives + "v,russia,,,,supports,,\n",
         "perspective.csv:2 : A perspective is on exactly one subject. <0 subjects> (one of event, actor and "
         "relationship)"},
        {"two subjects", "perspective.csv", perspectives + "v,russia,signed,russia,,supports,,\n",
         "perspective.csv:2 : A perspective is on exactly one subject. <2 subjects> (one of event, actor and "
         "relationship)"},
        {"same position", "date_claim.csv", claims + "signed,1,1907,,,1,\nsigned,1,1908,,,0,\n",
         "date_claim.csv:3 position: The event has another claim at this position. <1> (each position once an event)"},
        {"two preferred", "date_claim.csv", claims + "signed,1,1907,,,1,\nsigned,2,1908,,,1,\n",
         "date_claim.csv:3 preferred: The event has another preferred claim. <1> (one preferred claim an event)"},
        {"unknown table", "events.csv", "key\n",
         "events.csv: : There is no table of this name. <events.csv> (one of dossier.csv, source.csv, citation.csv, "
         "theme.csv, event_kind.csv, event.csv, date_claim.csv, actor.csv, participation.csv, relation_type.csv, "
         "relationship.csv, period.csv, perspective.csv, era.csv, media.csv, story.csv, scene.csv, placement.csv, "
         "translation.csv)"},
    };
}
} // namespace

void TestImportFaults::faultsAreNamed_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("expected");
    for (const Bad& bad : formFaults() + valueFaults() + ruleFaults())
        QTest::newRow(bad.name) << bad.file << bad.bytes << bad.expected;
}

void TestImportFaults::faultsAreNamed() {
    QFETCH(QString, file);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, expected);
    const auto report = importTables(Folder(soundTablesWith(file, bytes)).path());
    QVERIFY(report.has_value());
    QCOMPARE(dump(report->findings), expected);
}

void TestImportFaults::faultyTablesGiveNothing() {
    const auto report = importTables(Folder(soundTablesWith("theme.csv", themes + "x,,,3,\n")).path());
    QVERIFY(!report->isAcceptable());
    QVERIFY(report->tables == entente::model::Tables());
    QCOMPARE(dump(report->findings),
             "event.csv:2 themes: No row of theme.csv has this key. <treaty> (a key of theme.csv)\n"
             "event.csv:2 themes: No row of theme.csv has this key. <law> (a key of theme.csv)");
}

void TestImportFaults::whatIsToleratedIsNoted_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("expected");
    QTest::newRow("byte order mark")
        << "theme.csv"
        << "\xEF\xBB\xBF" + themes + bothThemes
        << "theme.csv:1 : The file begins with a byte order mark, which was left out. <> ()";
    QTest::newRow("normal form") << "theme.csv" << themes + bothThemes + "x,e\xCC\x81,,3,\n"
                                 << "theme.csv:4 label: The text was brought into Unicode normal form C. <e\u0301> ()";
    QTest::newRow("unknown mark")
        << "perspective.csv" << perspectives + "v,russia,signed,,,supports,So[^x],\n"
        << "perspective.csv:2 summary: The text marks a citation that is not there. <x> (a key of "
           "citation.csv)";
    QTest::newRow("stray medium") << "media/other.png" << QByteArray("x")
                                  << "media/other.png: : No row of media.csv has this file; it was left out. <> ()";
}

void TestImportFaults::whatIsToleratedIsNoted() {
    QFETCH(QString, file);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, expected);
    const auto report = importTables(Folder(soundTablesWith(file, bytes)).path());
    QCOMPARE(dump(report->findings), QString());
    QCOMPARE(dump(report->notes), expected);
}

void TestImportFaults::foldersThatAreNoneAreRefused() {
    QCOMPARE(importTables("/nonexistent/folder").error().problem, "There is no such folder.");
    QCOMPARE(importTables(QCoreApplication::applicationFilePath()).error().problem, "This is not a folder.");
    QCOMPARE(importTables(Folder({}).path()).error().problem, "The folder holds no dossier.csv.");
}

void TestImportFaults::manyFindingsAreCounted() {
    QByteArray bytes = citations + bothCitations;
    for (int i = 0; i < 1500; ++i)
        bytes += "c" + QByteArray::number(i) + ",novel,,,\n";
    const auto report = importTables(Folder(soundTablesWith("citation.csv", bytes)).path());
    QCOMPARE(report->findings.size(), 1000);
    QCOMPARE(report->unreportedFindings, 500);
}

void TestImportFaults::missingMediaAreNamed() {
    const Folder folder(soundTables());
    folder.write("media/flag.jpg", "x");
    QCOMPARE(
        dump(importTables(folder.path())->findings),
        "media.csv:2 key: The folder media has more than one file of this name. <flag.jpg, flag.png> (media/flag.png)");
    QVERIFY(QDir(folder.path() + "/media").removeRecursively());
    QCOMPARE(dump(importTables(folder.path())->findings),
             "media.csv:2 key: The folder media has no file of this name. <flag> (media/flag.png)");
}

void TestImportFaults::pipesAndFoldersAreNotRead() {
    const Folder folder(soundTables());
    const QString era = folder.path() + "/era.csv";
    QVERIFY(QFile::remove(era));
    QVERIFY(QDir().mkdir(era));
    const QString placement = folder.path() + "/placement.csv";
    QVERIFY(QFile::remove(placement));
    QCOMPARE(mkfifo(QFile::encodeName(placement).constData(), 0600), 0);
    QCOMPARE(dump(importTables(folder.path())->findings),
             QString("era.csv: : This is not a regular file. <%1> (a file)\n"
                     "placement.csv: : This is not a regular file. <%2> (a file)")
                 .arg(era, placement));
}

/// Whatever bytes change: either something is named, or what was read can be written and read again.
void TestImportFaults::damagedTablesAreSoundOrNamed() {
    QRandomGenerator random(1907);
    static const QByteArray bytes = QByteArrayLiteral(",\"\n\r|\\;:0-.[/\xFF\xC3\xA9\0a");
    int sound = 0;
    for (int i = 0; i < 300; ++i) {
        QList<TableFile> files = soundTables();
        QByteArray& damaged = files[random.bounded(files.size())].bytes;
        for (int changes = 1 + random.bounded(3); changes > 0; --changes)
            damaged[random.bounded(damaged.size())] = bytes[random.bounded(bytes.size())];
        const auto report = importTables(Folder(files).path());
        if (!report->isAcceptable())
            continue;
        ++sound;
        const auto again = importTables(Folder(exportTables(report->tables).value()).path());
        QCOMPARE(dump(again->findings), QString());
        QVERIFY(again->tables == report->tables);
    }
    QVERIFY(sound > 10 && sound < 290);
}

QTEST_GUILESS_MAIN(TestImportFaults)
#include "tst_import_faults.moc"
