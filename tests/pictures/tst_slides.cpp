#include "app/pictures/slides_file.h"
#include "app/pictures/slides_xml.h"
#include "app/pictures/story_pdf.h"
#include "app/pictures/story_pictures.h"
#include "tests/pictures/support_bundled.h"

#include <QDir>
#include <QImage>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace entente;
using namespace entente::pictures;

class TestSlides : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void everyPartIsWellFormed_data();
    void everyPartIsWellFormed();
    void relationshipsLeadToParts();
    void everyPartHasAType();
    void slidesHoldWordsPicturesAndNotes();
    void picturesAreTwiceTheirSize();
    void sameStoryGivesSameBytes();
    void forbiddenCharactersAreDropped();
    void emptyStoriesAreRefused();
    void lostThingsAreTold();
    void laterEventsAreHidden();
    void nothingLaterIsTold_data();
    void nothingLaterIsTold();
    void hiddenDatesAndNamesAreNotTold();
    void scenesAreViews();
    void translationsTakeThePlace();
    void storiesArePages();
    void storiesArePictures();

private:
    model::DossierPointer with(const std::function<void(model::Tables&)>& change) const;
    QHash<QString, QByteArray> partsOf(const model::DossierPointer& dossier) const;

    model::Tables m_tables;
    model::DossierPointer m_dossier;
};

namespace {

const QString hostile = QString::fromUtf8("]]> <b>&amp; \"q\" 'a' \x01\x0B\x1F پیمان 条约 😀 ") + QChar(0xD800) +
                        QChar(0xFFFE) + QStringLiteral(" %1 %2 ") + QString(500, 'W');

void makeHostile(model::Tables& tables) {
    tables.head.title = tables.head.authors = tables.head.version = hostile;
    tables.head.language = "en\"><x>";
    tables.head.modified = "yesterday";
    for (model::Story& story : tables.stories)
        story.title = story.summary = hostile;
    for (model::Scene& scene : tables.scenes) {
        scene.headline = scene.notes = scene.question = scene.answer = hostile;
        scene.points = {hostile, {}, QString::fromUtf8("پیمان ایران و روسیه")};
    }
    for (model::Source& source : tables.sources)
        source.publisher = hostile;
}

/// Everything between tags.
QString textOf(const QByteArray& xml) {
    QXmlStreamReader reader(xml);
    QString text;
    while (!reader.atEnd())
        if (reader.readNext() == QXmlStreamReader::Characters)
            text += reader.text();
    return text;
}

} // namespace

void TestSlides::initTestCase() {
    QVERIFY(theme::loadFonts());
    const model::DossierPointer bundled = test::bundledDossier();
    QVERIFY(bundled);
    m_tables = test::shortened(bundled->tables(), 2);
    m_dossier = std::make_shared<const model::Dossier>(m_tables);
}

model::DossierPointer TestSlides::with(const std::function<void(model::Tables&)>& change) const {
    model::Tables tables = m_tables;
    change(tables);
    return std::make_shared<const model::Dossier>(tables);
}

QHash<QString, QByteArray> TestSlides::partsOf(const model::DossierPointer& dossier) const {
    QHash<QString, QByteArray> parts;
    const auto entries = slideParts(dossier, model::StoryId(0), {}, wording::Wording());
    for (const ZipEntry& entry : entries.value_or(QList<ZipEntry>()))
        parts[entry.name] = entry.bytes;
    return parts;
}

void TestSlides::everyPartIsWellFormed_data() {
    QTest::addColumn<bool>("isHostile");
    QTest::newRow("bundled") << false;
    QTest::newRow("hostile") << true;
}

void TestSlides::everyPartIsWellFormed() {
    QFETCH(bool, isHostile);
    const auto parts = partsOf(isHostile ? with(makeHostile) : m_dossier);
    QCOMPARE(parts.size(), 14 + 2 * 6);
    for (auto part = parts.begin(); part != parts.end(); ++part) {
        if (part.key().endsWith(".png"))
            continue;
        QXmlStreamReader reader(*part);
        while (!reader.atEnd())
            reader.readNext();
        QVERIFY2(!reader.hasError(), qPrintable(part.key() + ": " + reader.errorString()));
    }
    if (isHostile)
        QVERIFY(textOf(parts["ppt/slides/slide1.xml"]).contains(QString::fromUtf8("]]> <b>&amp; \"q\" 'a'")));
}

void TestSlides::relationshipsLeadToParts() {
    const auto parts = partsOf(m_dossier);
    for (auto part = parts.begin(); part != parts.end(); ++part) {
        if (!part.key().endsWith(".rels"))
            continue;
        QXmlStreamReader reader(*part);
        const QString folder = part.key().section("_rels/", 0, 0);
        const QByteArray owner = parts.value(folder + part.key().section('/', -1).chopped(5));
        while (!reader.atEnd()) {
            if (reader.readNext() != QXmlStreamReader::StartElement || reader.name() != QStringLiteral("Relationship"))
                continue;
            const QString target = QDir::cleanPath(folder + reader.attributes().value("Target").toString());
            QVERIFY2(parts.contains(target), qPrintable(part.key() + " -> " + target));
            const QByteArray id = reader.attributes().value("Id").toString().toUtf8();
            if (owner.contains("r:embed"))
                QVERIFY(target.endsWith(".png") == owner.contains("r:embed=\"" + id + '"'));
        }
    }
}

void TestSlides::everyPartHasAType() {
    const auto parts = partsOf(m_dossier);
    const QByteArray types = parts["[Content_Types].xml"];
    qsizetype named = 0;
    for (auto part = parts.begin(); part != parts.end(); ++part) {
        if (!part.key().endsWith(".xml") || part.key().startsWith('['))
            continue;
        QVERIFY2(types.contains("PartName=\"/" + part.key().toUtf8() + '"'), qPrintable(part.key()));
        ++named;
    }
    QCOMPARE(types.count("<Override"), named);
}

void TestSlides::slidesHoldWordsPicturesAndNotes() {
    const auto parts = partsOf(m_dossier);
    const model::Scene& scene = m_dossier->tables().scenes[0];
    const QString slide = textOf(parts["ppt/slides/slide1.xml"]),
                  notes = textOf(parts["ppt/notesSlides/notesSlide1.xml"]);
    QVERIFY(slide.contains(scene.headline));
    for (const QString& point : scene.points)
        QVERIFY(slide.contains(point));
    QVERIFY(slide.contains("12 March 2001"));
    QVERIFY(slide.contains("Sources: "));
    QVERIFY(notes.contains("President Khatami comes to Moscow"));
    QVERIFY(notes.contains("22 March, and reports"));
    QVERIFY(notes.contains(scene.question));
    QVERIFY(notes.contains("Answer: "));
    QVERIFY(!notes.contains("[^"));
    QCOMPARE(parts["ppt/slides/slide1.xml"].count("<p:pic>"), 2);
    QCOMPARE(parts["ppt/slides/slide1.xml"].count("descr=\""), 2);
    QVERIFY(!parts["ppt/slides/slide1.xml"].contains("descr=\"\""));
    QVERIFY(parts["ppt/slides/slide1.xml"].contains("Treaty on mutual relations"));
}

void TestSlides::picturesAreTwiceTheirSize() {
    const auto slides = storySlides(m_dossier, model::StoryId(0), {}, wording::Wording());
    QVERIFY(slides);
    const auto parts = partsOf(m_dossier);
    int image = 0;
    for (const StorySlide& slide : *slides)
        for (const SlidePicture& picture : slide.pictures) {
            QVERIFY(QRectF(QPointF(0, 0), slideSize).contains(picture.frame));
            const QByteArray bytes = parts[QStringLiteral("ppt/media/image%1.png").arg(++image)];
            QCOMPARE(QImage::fromData(bytes, "png").size(), picture.frame.size().toSize() * 2);
        }
    QCOMPARE(image, 4);
}

void TestSlides::sameStoryGivesSameBytes() {
    const QByteArray once = slidesOf(m_dossier, model::StoryId(0)).value();
    QVERIFY(once.startsWith("PK\x03\x04"));
    QVERIFY(slidesOf(m_dossier, model::StoryId(0)).value() == once);
    QVERIFY(slidesOf(m_dossier, model::StoryId(0), {theme::Scheme::Dark, {}}).value() != once);
}

void TestSlides::forbiddenCharactersAreDropped() {
    QCOMPARE(xmlText(QString::fromUtf8("a\x01"
                                       "b\x1F"
                                       "c\n\t😀<]]>&\"") +
                     QChar(0xDC00) + QChar(0xFFFF)),
             QString::fromUtf8("abc\n\t😀&lt;]]&gt;&amp;&quot;"));
}

void TestSlides::emptyStoriesAreRefused() {
    const auto empty = slidesOf(m_dossier, model::StoryId(1));
    QVERIFY(!empty);
    QVERIFY(empty.error().problem.contains("has no scenes"));
    QVERIFY(!slidesOf(m_dossier, model::StoryId(99)));
    QVERIFY(!storyPdf(m_dossier, model::StoryId()));
    QCOMPARE(findStory(*m_dossier, "from-2001-to-ratification").value(), model::StoryId(0));
    const auto unknown = findStory(*m_dossier, "no-such");
    QVERIFY(!unknown);
    QVERIFY(unknown.error().remedy.contains("who-stands-where"));
}

void TestSlides::lostThingsAreTold() {
    const auto dossier = with([](model::Tables& tables) {
        model::Scene& scene = tables.scenes[0];
        scene.selection = "gone";
        scene.focus = "gone-too";
        scene.filter = "nonsense";
        scene.view = "globe";
        scene.lanesBy = "colour";
        scene.moment = "soon";
        scene.spanFrom = "2020";
        scene.spanTo = "2001";
        scene.hideLater = false;
        scene.networkZoom = std::numeric_limits<double>::infinity();
    });
    QStringList losses;
    QVERIFY(slidesOf(dossier, model::StoryId(0), {}, wording::Wording(), &losses));
    QCOMPARE(losses.size(), 7);
    for (const QString& sentence : losses)
        QVERIFY(sentence.startsWith("Scene \"road-treaty-2001\"") && sentence.endsWith('.'));
    const SceneView view = sceneViewOf(dossier, dossier->tables().scenes[0]);
    QVERIFY(model::isNothing(view.view.selection));
    QVERIFY(!view.view.focus && !view.view.span);
    QCOMPARE(view.view.network.zoom, 1.0);
    QCOMPARE(view.content, Content::Both);
}

void TestSlides::laterEventsAreHidden() {
    for (const model::Scene& scene : m_dossier->tables().scenes) {
        QVERIFY(scene.hideLater);
        const SceneView view = sceneViewOf(m_dossier, scene);
        QVERIFY(view.view.span);
        const Sheet sheet = timelinePanel(view, wording::Wording(), {{1700, 300}, theme::Scheme::Light, 1.5, 1});
        QVERIFY(!sheet.timeline.strips.first().scene.labels.isEmpty());
        for (const timeline::Label& label : sheet.timeline.strips.first().scene.labels)
            QVERIFY(model::sortDayOf(*view.dossier, label.event).value() <= view.view.moment);
    }
}

namespace {

QStringList textsIn(const timeline::Scene& scene) {
    QStringList texts{scene.trayTitle, scene.bottomText, scene.calendarName, scene.flagText, scene.emptyText};
    for (const timeline::Label& label : scene.labels)
        texts << label.date << label.title;
    for (const timeline::Hint& hint : scene.hints)
        texts << hint.text;
    for (const timeline::Lane& lane : scene.laneList)
        texts << lane.name.join(' ') << lane.count;
    for (const timeline::EraBox& era : scene.eras)
        texts << era.text;
    for (const timeline::TrayItem& item : scene.trayItems)
        texts << item.text;
    for (const timeline::Tick& tick : scene.ticks + scene.calendarTicks)
        texts << tick.text;
    return texts;
}

QStringList textsIn(const relations::Scene& scene) {
    QStringList texts{scene.emptyText};
    for (const relations::Node& node : scene.nodes)
        texts << node.text << node.name << node.status;
    for (const relations::Line& line : scene.lines)
        texts << line.label;
    return texts;
}

/// All that the class can read of a slide, a text a line.
QString textsOf(const StorySlide& slide) {
    QStringList texts = slide.date.paragraphs + slide.headline.paragraphs + slide.points.paragraphs +
                        slide.sources.paragraphs + slide.counter.paragraphs;
    for (const SlidePicture& picture : slide.pictures) {
        texts << picture.words;
        for (const Strip& strip : picture.sheet.timeline.strips)
            texts << textsIn(strip.scene);
        for (const NetworkPart& network : picture.sheet.networks)
            texts << textsIn(network.scene);
        for (const presentation::TextLine& line : picture.sheet.strip.texts)
            texts << line.text;
    }
    texts.removeAll(QString());
    return texts.join('\n');
}

/// An event that lasts beyond the moment, an undated one, a tie that ends later, one that begins later with who comes
/// in with it, and a source that is later.
void addLater(model::Tables& tables) {
    model::Event lasting, undated;
    lasting.key = lasting.title = "lasting";
    lasting.claims = {{1, *model::Edtf::parse(QStringLiteral("2001-02-01/2019-05-05")), {}, {}, true, {}},
                      {2, *model::Edtf::parse(QStringLiteral("2021-02-01")), {}, {}, false, {}}};
    undated.key = undated.title = "undated thing";
    tables.events.append(lasting);
    tables.events.append(undated);
    model::Actor newcomer;
    newcomer.key = newcomer.name = newcomer.shortName = "Newcomer";
    newcomer.partOf = model::ActorId(0);
    tables.actors.append(newcomer);
    const model::ActorId last(tables.actors.size() - 1);
    tables.relationships.append(
        {"early-tie", model::ActorId(0), model::ActorId(1), model::RelationTypeId(0), {}, {}, {}});
    tables.relationships.append({"late-tie", last, model::ActorId(0), model::RelationTypeId(0), {}, {}, {}});
    const auto bound = [](const char* text) {
        return model::PeriodBound{model::PeriodBound::Kind::Dated, *model::Edtf::parse(QString::fromUtf8(text))};
    };
    model::Period early, late;
    early.key = "early-period";
    early.relationship = model::RelationshipId(tables.relationships.size() - 2);
    early.from = bound("2001-01-01");
    early.to = bound("2018-01-01");
    late.key = "late-period";
    late.relationship = model::RelationshipId(tables.relationships.size() - 1);
    late.from = bound("2020-01-01");
    tables.periods << early << late;
    model::Source source;
    source.key = "late-source";
    source.title = "What came of it";
    source.published = "2022";
    tables.sources.append(source);
    model::Citation citation;
    citation.key = "late-citation";
    citation.source = model::SourceId(tables.sources.size() - 1);
    tables.citations.append(citation);
    for (model::Scene& scene : tables.scenes)
        scene.citations.append(model::CitationId(tables.citations.size() - 1));
}

} // namespace

void TestSlides::nothingLaterIsTold_data() {
    QTest::addColumn<QString>("view");
    QTest::addColumn<QString>("lanesBy");
    QTest::newRow("both") << "both"
                          << "theme";
    QTest::newRow("by theme") << "timeline"
                              << "theme";
    QTest::newRow("by actor") << "timeline"
                              << "actor";
    QTest::newRow("network") << "network"
                             << "theme";
}

void TestSlides::nothingLaterIsTold() {
    QFETCH(QString, view);
    QFETCH(QString, lanesBy);
    const auto tell = [&](bool hideLater) {
        const auto dossier = with([&](model::Tables& tables) {
            addLater(tables);
            tables.scenes.resize(1);
            tables.scenes[0].hideLater = hideLater;
            tables.scenes[0].view = view;
            tables.scenes[0].lanesBy = lanesBy;
            tables.scenes[0].spanFrom = "2000";
            tables.scenes[0].spanTo = "2025";
        });
        const auto slides = storySlides(dossier, model::StoryId(0), {}, wording::Wording());
        return slides ? textsOf(slides->first()) : QString();
    };
    const QRegularExpression later("(?<!\\d)(200[2-9]|20[1-9]\\d)(?!\\d)");
    const QString shown = tell(false), hidden = tell(true);
    QVERIFY(view == "network" || shown.contains(later));
    QVERIFY2(!hidden.contains(later), qPrintable(hidden));
    for (const char* word : {"Newcomer", "undated thing", "What came of it", "22 Mar", "Undated"})
        QVERIFY2(!hidden.contains(word), qPrintable(hidden));
    QVERIFY(shown.contains("What came of it"));
    QVERIFY2(view == "network" || hidden.contains("lasting"), qPrintable(hidden));
    QVERIFY2(!hidden.contains("Technology and cyber") && !hidden.contains("Region: Syria"), qPrintable(hidden));
}

void TestSlides::hiddenDatesAndNamesAreNotTold() {
    const auto dossier = with([](model::Tables& tables) {
        tables.scenes.resize(1);
        tables.scenes[0].hideDates = tables.scenes[0].hideNames = true;
        tables.scenes[0].headline = "2001: Russia and Iran sign";
    });
    const auto slides = storySlides(dossier, model::StoryId(0), {}, wording::Wording());
    QVERIFY(slides);
    const QString texts = textsOf(slides->first());
    for (const char* word : {"2001", "Russia", "Iran\n", "Mar "})
        QVERIFY2(!texts.contains(word), qPrintable(texts));
    QVERIFY(texts.contains("sign"));
}

void TestSlides::scenesAreViews() {
    const auto dossier = with([](model::Tables& tables) {
        model::Scene& scene = tables.scenes[0];
        scene.hideLater = false;
        scene.moment.clear();
        scene.compareMoment = "2016";
        scene.focus = "russia";
        scene.focusSteps = 9;
        scene.filter = "importance>=4";
        scene.lanesBy = "actor";
        scene.view = "network";
        scene.networkX = 0.25;
        scene.networkZoom = 2;
    });
    const SceneView view = sceneViewOf(dossier, dossier->tables().scenes[0]);
    QVERIFY(view.losses.isEmpty());
    QCOMPARE(view.content, Content::Network);
    QCOMPARE(dossier->keyOf(view.view.selection), "treaty-2001");
    QCOMPARE(view.view.moment, *model::momentOf(*dossier, std::get<model::EventId>(view.view.selection)));
    QCOMPARE(view.view.compared, model::momentOf(*model::Edtf::parse(QStringLiteral("2016"))));
    QCOMPARE(view.view.focus->steps, 3);
    QCOMPARE(view.view.filter.text(), "importance>=4");
    QCOMPARE(view.view.lanes.by, model::LanesBy::Actor);
    QCOMPARE(view.view.network.centre, QPointF(0.25, 0.5));
    QCOMPARE(view.view.network.zoom, 2.0);
    QCOMPARE(view.view.span->first, double(model::Edtf::parse(QStringLiteral("2001"))->earliest().day));
}

void TestSlides::translationsTakeThePlace() {
    const auto dossier = with([](model::Tables& tables) {
        tables.translations.append({"fa", tables.scenes[0].key, "headline", QString::fromUtf8("پیمان نخست")});
    });
    const auto slides = storySlides(dossier, model::StoryId(0), {theme::Scheme::Light, "fa"}, wording::Wording());
    QCOMPARE(slides->at(0).headline.paragraphs, QStringList{QString::fromUtf8("پیمان نخست")});
    QCOMPARE(slides->at(1).headline.paragraphs, QStringList{dossier->tables().scenes[1].headline});
}

void TestSlides::storiesArePages() {
    const QByteArray once = storyPdf(m_dossier, model::StoryId(0)).value();
    QVERIFY(once.startsWith("%PDF"));
    QVERIFY(storyPdf(m_dossier, model::StoryId(0)).value() == once);
    QCOMPARE(once.count("/Type /Page\n"), 2);
    QVERIFY(once.contains("/CreationDate (D:20261123000000"));
    QVERIFY(storyPdf(with(makeHostile), model::StoryId(0)));
}

void TestSlides::storiesArePictures() {
    QStringList names;
    double last = 0;
    const TakeFile take = [&](const QString& name, const QByteArray& bytes) -> model::Result<void> {
        names.append(name);
        if (QImage::fromData(bytes, "png").size() != QSize(1920, 1080))
            return model::failure("Not a picture.");
        return {};
    };
    const auto rising = [&](double share) {
        const bool isRising = share >= last && share <= 1;
        last = share;
        return isRising;
    };
    QVERIFY(storyPictures(m_dossier, model::StoryId(0), {}, 1, wording::Wording(), take, nullptr, rising));
    QCOMPARE(names, (QStringList{"scene-01.png", "scene-02.png"}));
    QCOMPARE(storyPictureNames(*m_dossier, model::StoryId(0)).value(), names);
    QVERIFY(last > 0.5);
    names.clear();
    const auto ended = storyPictures(m_dossier, model::StoryId(0), {}, 1, wording::Wording(), take, nullptr,
                                     [](double share) { return share < 0.7; });
    QVERIFY(!ended);
    QCOMPARE(ended.error().problem, pictures::ended().problem);
    QCOMPARE(names, QStringList{"scene-01.png"}); // whole, and none begun
    const auto full = storyPictures(
        m_dossier, model::StoryId(0), {}, 1, wording::Wording(),
        [](const QString&, const QByteArray&) -> model::Result<void> { return model::failure("The disk is full."); });
    QVERIFY(!full);
    QCOMPARE(full.error().problem, "The disk is full.");
}

QTEST_MAIN(TestSlides)
#include "tst_slides.moc"
