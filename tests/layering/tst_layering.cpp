#include "tests/layering/support_sources.h"

#include <QRegularExpression>
#include <QTest>

using namespace entente::layering;

namespace {

/// A row of the table in the architecture: a room and what it may include beside itself.
struct Room {
    QString folder;
    QStringList mayInclude;
};

const QStringList level1 = {"app/timeline/layout", "app/relations/layout", "app/exploration", "app/wording",
                            "app/theme"};
const QStringList files = {"db/store", "db/exchange"};
const QStringList panels = {"app/timeline/view", "app/relations/view", "app/details"};

QList<Room> table() {
    QStringList everything = QStringList{"db/model", "app/pictures", "app/presentation"} + level1 + files + panels;
    return {
        {"db/model", {}},
        {"db/schema", {}},
        {"db/store", {"db/model", "db/schema"}},
        {"db/exchange", {"db/model"}},
        {"app/wording", {"db/model"}},
        {"app/theme", {"db/model"}},
        {"app/exploration", {"db/model"}},
        {"app/timeline/layout", {"db/model"}},
        {"app/relations/layout", {"db/model"}},
        {"app/timeline/view", QStringList{"db/model"} + level1},
        {"app/relations/view", QStringList{"db/model"} + level1},
        {"app/details", QStringList{"db/model"} + level1},
        {"app/presentation", QStringList{"db/model"} + level1 + panels},
        {"app/pictures", QStringList{"db/model", "app/presentation"} + level1 + panels},
        {"app/shell", everything},
        {"app/cli", everything},
        {"app", {"app/shell", "app/cli"}},
    };
}

/// Headers of libraries that one room alone may see.
struct OwnedHeader {
    QRegularExpression header;
    QString owner;
};

QList<OwnedHeader> ownedHeaders() {
    return {
        {QRegularExpression("^qcustomplot\\.h$"), "app/timeline/view"},
        {QRegularExpression("^igraph"), "app/relations/layout"},
        {QRegularExpression("^qrencode"), "app/pictures"},
        {QRegularExpression("^(sqlite3\\.h|SQLiteCpp/.*)$"), "db/store"},
    };
}

/// Classes of QtGui and QtWidgets that a pure room could be tempted by.
const QRegularExpression guiHeader("^Q(Painter.*|Font.*|Color|Pen|Brush|Image|Pixmap|Icon|Widget|Application|Label|"
                                   "Window|Palette|Polygon.*|Action|Cursor|"
                                   "GuiApplication|TextLayout|TextDocument|Svg.*|Pdf.*)$");
const QStringList pureRooms = {"db/model",
                               "db/store",
                               "db/exchange",
                               "app/wording",
                               "app/exploration",
                               "app/timeline/layout",
                               "app/relations/layout"};

} // namespace

class TestLayering : public QObject {
    Q_OBJECT

private slots:
    void everyFolderIsARoom();
    void includesGoDownwardOnly_data();
    void includesGoDownwardOnly();
    void librariesHaveOneOwner();
    void pureRoomsSeeNoWindow();
    void noForbiddenWords_data();
    void noForbiddenWords();

private:
    static QList<QPair<QString, QString>> includes(const SourceFile& file, QChar open);
};

QList<QPair<QString, QString>> TestLayering::includes(const SourceFile& file, QChar open) {
    const QRegularExpression pattern(open == '"' ? R"x(^\s*#\s*include\s*"([^"]+)")x"
                                                 : R"x(^\s*#\s*include\s*<([^>]+)>)x");
    QList<QPair<QString, QString>> found;
    for (qsizetype line = 0; line < file.lines.size(); ++line)
        if (const auto match = pattern.match(file.lines[line]); match.hasMatch())
            found.append({QString("%1:%2").arg(file.path).arg(line + 1), match.captured(1)});
    return found;
}

void TestLayering::everyFolderIsARoom() {
    QStringList rooms;
    for (const Room& room : table())
        rooms.append(room.folder);
    for (const SourceFile& file : sourcesBelow({"app", "db"}))
        QVERIFY2(rooms.contains(file.folder()), qPrintable(file.path + " lies in no room of the table"));
}

void TestLayering::includesGoDownwardOnly_data() {
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QStringList>("mayInclude");
    for (const Room& room : table())
        QTest::newRow(qPrintable(room.folder)) << room.folder << room.mayInclude;
}

void TestLayering::includesGoDownwardOnly() {
    QFETCH(QString, folder);
    QFETCH(QStringList, mayInclude);
    QStringList wrong;
    for (const SourceFile& file : sourcesBelow({folder})) {
        if (file.folder() != folder)
            continue;
        for (const auto& [place, path] : includes(file, '"')) {
            const QString room = path.left(path.lastIndexOf('/'));
            const bool generated = path.endsWith(".moc") || path.startsWith("moc_");
            if (!generated && room != folder && !mayInclude.contains(room))
                wrong.append(place + " includes " + path);
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join('\n')));
}

void TestLayering::librariesHaveOneOwner() {
    QStringList wrong;
    for (const SourceFile& file : sourcesBelow({"app", "db"}))
        for (const auto& [place, path] : includes(file, '<'))
            for (const OwnedHeader& owned : ownedHeaders())
                if (owned.header.match(path).hasMatch() && file.folder() != owned.owner)
                    wrong.append(place + " includes " + path + ", which belongs to " + owned.owner);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join('\n')));
}

void TestLayering::pureRoomsSeeNoWindow() {
    QStringList wrong;
    for (const SourceFile& file : sourcesBelow({"app", "db"}))
        for (const auto& [place, path] : includes(file, '<'))
            if (pureRooms.contains(file.folder()) && guiHeader.match(path).hasMatch())
                wrong.append(place + " includes " + path);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join('\n')));
}

void TestLayering::noForbiddenWords_data() {
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("owner"); // the one source, with its header, that may; none: nobody
    QTest::newRow("style sheets make looks that no theme knows") << R"(\bsetStyleSheet\s*\()" << QString();
    QTest::newRow("rich text opens files named in a dossier")
        << R"(\b(QTextBrowser|QTextEdit|QSvgRenderer|setHtml)\b)" << QString();
    QTest::newRow("singletons hide who depends on whom") << R"(\binstance\s*\(\s*\))" << QString();
    QTest::newRow("reading numbers by locale") << R"(\b(strtod|atof|stod|stof|sscanf)\s*\()" << QString();
    QTest::newRow("nested event loops") << R"(\bprocessEvents\s*\()" << QString();
    QTest::newRow("file writers that report success on a full disk") << R"(\b(savePdf|savePng)\b)" << QString();
    QTest::newRow("printers, which are for paper: as writers of files they report success on a full disk")
        << R"(\bQPrinter\b)" << QStringLiteral("app/shell/print_picture");
}

void TestLayering::noForbiddenWords() {
    QFETCH(QString, pattern);
    QFETCH(QString, owner);
    const QRegularExpression word(pattern);
    QStringList wrong;
    for (const SourceFile& file : sourcesBelow({"app", "db"})) {
        if (!owner.isEmpty() && file.path.section('.', 0, 0) == owner)
            continue;
        const QStringList lines = withoutCommentsAndLiterals(file.lines.join('\n')).split('\n');
        for (qsizetype line = 0; line < lines.size(); ++line)
            if (lines[line].contains(word))
                wrong.append(QString("%1:%2: %3").arg(file.path).arg(line + 1).arg(lines[line].trimmed()));
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join('\n')));
}

QTEST_APPLESS_MAIN(TestLayering)
#include "tst_layering.moc"
