#include "app/theme/theme.h"
#include "tests/cli/support_cli.h"

#include <QImage>
#include <QTest>

using namespace entente::cli;

class TestPictureCommand : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everyPairIsDrawnTwiceAlike_data();
    void everyPairIsDrawnTwiceAlike();
    void whatIsAskedForShows_data();
    void whatIsAskedForShows();
    void presetsAreDrawn_data();
    void presetsAreDrawn();
    void wrongValuesAreExplained_data();
    void wrongValuesAreExplained();
    void theDossierIsNotOverwritten();
    void whatCannotBeWrittenIsNamed();
    void optionsWithoutEffectAreRefused_data();
    void optionsWithoutEffectAreRefused();
    void filesAreReplacedByForceOnly();
    void lossesAreTold_data();
    void lossesAreTold();
    void storiesAreAFolderOfPictures();

private:
    /// A call that draws, with some options replaced or added.
    QStringList drawing(const QStringList& options, const QString& output) const {
        return QStringList{"export", m_sample.dossier(), "--force", "--output", output} + options;
    }
    /// A call that writes a story of two scenes, the second of which names what is not there.
    QStringList telling(const QStringList& options, const QString& output) const {
        return QStringList{"export", m_sample.path("told.dossier"), "--output", output, "--story", "tale"} + options;
    }

    Sample m_sample;
};

void TestPictureCommand::initTestCase() {
    QVERIFY(entente::theme::loadFonts());
    QCOMPARE(call(drawing({"--view", "both", "--format", "svg", "--size", "1000x700"}, m_sample.path("plain"))).code,
             0);
    m_sample.write("tables/scene.csv",
                   "key,story,position,headline,notes,seconds,question,answer,span_from,span_to,moment,compare_moment,"
                   "selection,focus,focus_steps,filter,view,lanes_by,network_x,network_y,network_zoom,hide_later,"
                   "hide_dates,hide_names,points,citations\n"
                   "tale-1,tale,1,The pact,,60,,,1900,1920,1907-08-31,,signed,,0,,both,theme,,,,0,0,0,A point,book-p1\n"
                   "tale-2,tale,2,The offer,,60,,,1900,1920,1907-08-31,,offer,signed,1,,both,theme,,,,0,0,0,,\n");
    QCOMPARE(call({"import", "--from", "csv", m_sample.tables(), "--output", m_sample.path("told.dossier")}).code, 0);
}

void TestPictureCommand::everyPairIsDrawnTwiceAlike_data() {
    QTest::addColumn<QString>("view");
    QTest::addColumn<QString>("format");
    QTest::addColumn<QByteArray>("magic");
    for (const char* view : {"timeline", "network", "both"}) {
        QTest::addRow("%s png", view) << view << "png" << QByteArray("\x89PNG");
        QTest::addRow("%s svg", view) << view << "svg" << QByteArray("<?xml");
        QTest::addRow("%s pdf", view) << view << "pdf" << QByteArray("%PDF");
    }
}

void TestPictureCommand::everyPairIsDrawnTwiceAlike() {
    QFETCH(QString, view);
    QFETCH(QString, format);
    QFETCH(QByteArray, magic);
    const QStringList options = {"--view", view, "--format", format, "--size", "1000x700"};
    for (const char* name : {"once", "twice"}) {
        const Outcome outcome = call(drawing(options, m_sample.path(name)));
        QCOMPARE(outcome.errors, QString());
        QCOMPARE(outcome.code, 0);
    }
    QVERIFY(m_sample.read("once").startsWith(magic));
    QCOMPARE(m_sample.read("twice"), m_sample.read("once"));
}

void TestPictureCommand::whatIsAskedForShows_data() {
    QTest::addColumn<QStringList>("options");
    QTest::newRow("moment") << QStringList{"--moment", "1920"};
    QTest::newRow("span") << QStringList{"--from", "1900", "--to", "1910"};
    QTest::newRow("filter") << QStringList{"--filter", "importance>=5"};
    QTest::newRow("dark") << QStringList{"--theme", "dark"};
    QTest::newRow("two moments") << QStringList{"--moment", "1920", "--moment", "1905"};
    QTest::newRow("grey") << QStringList{"--theme", "grey"};
    QTest::newRow("selection") << QStringList{"--select", "caesar"};
}

void TestPictureCommand::whatIsAskedForShows() {
    QFETCH(QStringList, options);
    const QStringList form = {"--view", "both", "--format", "svg", "--size", "1000x700"};
    const Outcome outcome = call(drawing(form + options, m_sample.path("other")));
    QCOMPARE(outcome.errors, QString());
    QCOMPARE(outcome.code, 0);
    QVERIFY(m_sample.read("other") != m_sample.read("plain"));
}

void TestPictureCommand::presetsAreDrawn_data() {
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QSize>("size");
    QTest::newRow("room") << QStringList{"--preset", "room"} << QSize(1920, 1080);
    QTest::newRow("document") << QStringList{"--preset", "document", "--scale", "2"} << QSize(3840, 2160);
    QTest::newRow("a4") << QStringList{"--preset", "a4", "--moment", "1905", "--moment", "1910"} << QSize(1123, 794);
    QTest::newRow("a3") << QStringList{"--preset", "a3"} << QSize(1587, 1123);
    QTest::newRow("transparent") << QStringList{"--preset", "transparent", "--size", "800x600", "--view", "both"}
                                 << QSize(800, 600);
}

void TestPictureCommand::presetsAreDrawn() {
    QFETCH(QStringList, options);
    const Outcome outcome = call(drawing(QStringList{"--format", "png"} + options, m_sample.path("preset")));
    QCOMPARE(outcome.errors, QString());
    QCOMPARE(outcome.code, 0);
    QTEST(QImage::fromData(m_sample.read("preset"), "png").size(), "size");
}

void TestPictureCommand::wrongValuesAreExplained_data() {
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("sentence");
    const QStringList form = {"--view=both", "--format=svg"};
    QTest::newRow("no size") << form << "The option --size WxH is missing.";
    QTest::newRow("view") << QStringList{"--view", "map", "--format", "svg", "--size", "800x600"}
                          << "The option --view takes timeline, network, both, not \"map\".";
    QTest::newRow("format") << QStringList{"--view", "both", "--format", "gif", "--size", "800x600"}
                            << "The option --format takes png, svg, pdf, not \"gif\".";
    for (const char* size : {"800", "0x0", "800x", "50000x50000", "8e2x600", "-800x600"})
        QTest::addRow("size %s", size)
            << form + QStringList{"--size", size}
            << QString("The option --size takes WIDTHxHEIGHT, each from 200 to 16000, not \"%1\".").arg(size);
    const QStringList sized = form + QStringList{"--size", "800x600"};
    QTest::newRow("scale") << sized + QStringList{"--scale", "5"} << "The option --scale takes 1 to 4.";
    QTest::newRow("theme") << sized + QStringList{"--theme", "blue"}
                           << "The option --theme takes light, dark, grey, not \"blue\".";
    QTest::newRow("preset") << QStringList{"--format", "png", "--preset", "hall"}
                            << "The option --preset takes room, document, a4, a3, a2, transparent, not \"hall\".";
    QTest::newRow("moments") << sized + QStringList{"--moment", "2001",     "--moment", "2002",     "--moment",
                                                    "2003",     "--moment", "2004",     "--moment", "2005",
                                                    "--moment", "2006",     "--moment", "2007"}
                             << "A picture shows at most 6 moments side by side: --moment is given 7 times.";
    QTest::newRow("bands") << sized + QStringList{"--bands", "three"}
                           << "The option --bands takes one, two, auto, not \"three\".";
    QTest::newRow("key") << sized + QStringList{"--select", "nobody"}
                         << "Nothing in the dossier has the key \"nobody\".";
    QTest::newRow("outside") << sized + QStringList{"--from", "3000"}
                             << "The span of --from and --to lies outside the whole period; give both.";
}

void TestPictureCommand::wrongValuesAreExplained() {
    QFETCH(QStringList, options);
    QFETCH(QString, sentence);
    const Outcome outcome = call(drawing(options, m_sample.path("none")));
    QCOMPARE(outcome.code, 64);
    QCOMPARE(outcome.errors.section('\n', 0, 0), "entente: " + sentence);
    QVERIFY(!QFile::exists(m_sample.path("none")));
}

void TestPictureCommand::theDossierIsNotOverwritten() {
    const QByteArray before = m_sample.read("pact.dossier");
    const QStringList form = {"--view", "both", "--format", "svg", "--size", "800x600"};
    QCOMPARE(call(drawing(form, m_sample.dossier())).code, 64);
    QCOMPARE(m_sample.read("pact.dossier"), before);
}

void TestPictureCommand::whatCannotBeWrittenIsNamed() {
    const QStringList form = {"--view", "timeline", "--format", "svg", "--size", "800x600"};
    const Outcome outcome = call(drawing(form, m_sample.path("nowhere/picture.svg")));
    QCOMPARE(outcome.code, 3);
    QVERIFY(outcome.errors.contains("picture.svg"));
}

void TestPictureCommand::optionsWithoutEffectAreRefused_data() {
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("sentence");
    const QStringList view = {"--view", "both", "--size", "800x600"};
    const QStringList story = {"--story", "tale"};
    QTest::newRow("blank of a view") << view + QStringList{"--format", "png", "--blank", "dates"}
                                     << "The option --blank is for stories.";
    QTest::newRow("language of a view") << view + QStringList{"--format", "png", "--language", "fa"}
                                        << "The option --language is for stories.";
    for (const char* format : {"svg", "pdf"})
        QTest::addRow("scale of %s", format)
            << view + QStringList{"--format", format, "--scale", "2"} << "The option --scale is for PNG.";
    for (const char* format : {"pptx", "pdf"})
        QTest::addRow("scale of a story as %s", format)
            << story + QStringList{"--format", format, "--scale", "2"} << "The option --scale is for PNG.";
    QTest::newRow("scale of a story's pictures")
        << story + QStringList{"--format", "png", "--scale", "9"} << "The option --scale takes 1 to 4.";
    QTest::newRow("blank without a handout")
        << story + QStringList{"--format", "pdf", "--blank", "dates"} << "The option --blank is for handouts.";
    QTest::newRow("colours of a handout") << story + QStringList{"--format", "pdf", "--handout", "2", "--theme", "dark"}
                                          << "A handout is always light; leave --theme out.";
    QTest::newRow("grey story") << story + QStringList{"--format", "pdf", "--theme", "grey"}
                                << "The option --theme takes light or dark, not \"grey\".";
    QTest::newRow("unknown language") << story + QStringList{"--format", "pdf", "--language", "xx"}
                                      << "The dossier has no texts in the language \"xx\".";
    QTest::newRow("unknown story") << QStringList{"--story", "nothing", "--format", "pdf"}
                                   << "The dossier has no story \"nothing\".";
    QTest::newRow("size of a story") << story + QStringList{"--format", "pdf", "--size", "800x600"}
                                     << "The option --size is for pictures of one view.";
    QTest::newRow("story of a page") << story + QStringList{"--format", "html"}
                                     << "The option --story is for stories, not for a page.";
    QTest::newRow("grey page") << QStringList{"--format", "html", "--theme", "grey"}
                               << "The option --theme takes light, dark or system, not \"grey\".";
}

void TestPictureCommand::optionsWithoutEffectAreRefused() {
    QFETCH(QStringList, options);
    QFETCH(QString, sentence);
    const Outcome outcome =
        call(QStringList{"export", m_sample.path("told.dossier"), "--output", m_sample.path("none")} + options);
    QCOMPARE(outcome.code, 64);
    QVERIFY2(outcome.errors.startsWith("entente: " + sentence), qPrintable(outcome.errors));
    QVERIFY(!QFile::exists(m_sample.path("none")));
}

void TestPictureCommand::filesAreReplacedByForceOnly() {
    const QStringList view = {"--view", "timeline", "--format", "svg", "--size", "800x600"};
    for (const QStringList& options :
         {QStringList{"--format", "html"}, view, QStringList{"--story", "tale", "--format", "pptx"}}) {
        m_sample.write("there", "what was there before");
        const QStringList arguments =
            QStringList{"export", m_sample.path("told.dossier"), "--output", m_sample.path("there")} + options;
        const Outcome refused = call(arguments);
        QCOMPARE(refused.code, 3);
        QVERIFY2(refused.errors.contains("already; --force replaces it."), qPrintable(refused.errors));
        QCOMPARE(m_sample.read("there"), QByteArray("what was there before"));
        QVERIFY(call(arguments + QStringList{"--force"}).code <= 1);
        QVERIFY(m_sample.read("there").size() > 1000);
    }
}

void TestPictureCommand::lossesAreTold_data() {
    QTest::addColumn<QStringList>("options");
    QTest::newRow("slides") << QStringList{"--format", "pptx"};
    QTest::newRow("pages") << QStringList{"--format", "pdf"};
    QTest::newRow("handout") << QStringList{"--format", "pdf", "--handout", "2", "--blank", "names"};
    QTest::newRow("pictures") << QStringList{"--format", "png"};
}

void TestPictureCommand::lossesAreTold() {
    QFETCH(QStringList, options);
    const QString output = m_sample.path(QString("losses-") + QTest::currentDataTag());
    const Outcome outcome = call(telling(options, output));
    QCOMPARE(outcome.code, 1);
    QCOMPARE(outcome.errors.count("Scene \"tale-2\" puts \"signed\" into focus"), 1);
    QVERIFY(QFile::exists(output));
}

void TestPictureCommand::storiesAreAFolderOfPictures() {
    const QString folder = m_sample.path("pictures");
    const QStringList options = {"--format", "png", "--theme", "dark"};
    QCOMPARE(call(telling(options, folder)).code, 1);
    for (const char* name : {"pictures/scene-01.png", "pictures/scene-02.png"}) {
        const QImage image = QImage::fromData(m_sample.read(name), "png");
        QCOMPARE(image.size(), QSize(1920, 1080));
        QCOMPARE(image.pixelColor(2, 2),
                 entente::theme::Theme(entente::theme::Scheme::Dark).color(entente::theme::Role::Ground));
    }
    const QImage first = QImage::fromData(m_sample.read("pictures/scene-01.png"), "png");
    QCOMPARE(first.text("Title"), "The pact");
    QVERIFY(first.text("Description").contains("A point"));
    QVERIFY(!QFile::exists(folder + "/scene-03.png"));
    QVERIFY(QFile::remove(folder + "/scene-01.png"));
    const QByteArray second = m_sample.read("pictures/scene-02.png");
    QCOMPARE(call(telling(options, folder)).code, 3); // before anything is written
    QVERIFY(!QFile::exists(folder + "/scene-01.png"));
    QCOMPARE(call(telling(options + QStringList{"--force"}, folder)).code, 1);
    QCOMPARE(m_sample.read("pictures/scene-02.png"), second);
    QCOMPARE(call(telling(options + QStringList{"--scale", "2"}, m_sample.path("large"))).code, 1);
    QCOMPARE(QImage::fromData(m_sample.read("large/scene-01.png"), "png").size(), QSize(3840, 2160));
}

QTEST_MAIN(TestPictureCommand)
#include "tst_picture_command.moc"
