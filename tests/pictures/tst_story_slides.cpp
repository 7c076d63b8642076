#include "app/pictures/story_slide.h"
#include "db/exchange/csv_tables.h"

#include <QTest>

using namespace entente;
using namespace entente::pictures;

/// The stories of the bundled dossier as slides.
class TestStorySlides : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void nobodyMovesFromSlideToSlide();
    void comparedMomentsAreSaid();
    void wordsAreReadInTheLastRow();

private:
    model::DossierPointer m_dossier;
};

void TestStorySlides::initTestCase() {
    QVERIFY(theme::loadFonts());
    const auto report = exchange::importTables(QStringLiteral(ENTENTE_SOURCE_DIR "/db/dossiers/russia-iran"));
    QVERIFY(report && report->isAcceptable());
    m_dossier = std::make_shared<const model::Dossier>(report->tables);
}

/// Whether the network stands alone or beside a timeline, and whatever is hidden.
void TestStorySlides::nobodyMovesFromSlideToSlide() {
    for (int story = 0; story < m_dossier->tables().stories.size(); ++story) {
        QHash<model::ActorId, QPointF> places;
        const auto slides = storySlides(m_dossier, model::StoryId(story), {}, wording::Wording());
        QVERIFY(slides.has_value());
        for (const StorySlide& slide : *slides)
            for (const SlidePicture& picture : slide.pictures)
                for (const NetworkPart& network : picture.sheet.networks)
                    for (const relations::Node& node : network.scene.nodes) {
                        const QPointF middle = node.frame.center() - network.panel.topLeft();
                        const QPointF place(middle.x() / network.panel.width(), middle.y() / network.panel.height());
                        const QPointF before = places.value(node.actor, place);
                        QVERIFY2(QLineF(place, before).length() < 0.005,
                                 qPrintable(m_dossier->actor(node.actor).key + " on " +
                                            slide.headline.paragraphs.join(' ')));
                        places[node.actor] = before;
                    }
        QVERIFY(places.size() > 10);
    }
}

void TestStorySlides::comparedMomentsAreSaid() {
    model::Tables tables = m_dossier->tables();
    tables.scenes.resize(1);
    tables.scenes[0].moment = "2025-10-02";
    tables.scenes[0].compareMoment = "2015-07-14";
    const auto dossier = std::make_shared<const model::Dossier>(tables);
    const auto slides = storySlides(dossier, model::StoryId(0), {}, wording::Wording());
    QVERIFY(slides.has_value());
    QCOMPARE(slides->first().date.paragraphs, QStringList("Thursday 2 October 2025, compared with 14 Jul 2015"));
}

/// Names of events beside the network, on a line of their own, and the points of the scene.
void TestStorySlides::wordsAreReadInTheLastRow() {
    constexpr int least = 36;
    qsizetype strips = 0;
    for (int story = 0; story < m_dossier->tables().stories.size(); ++story) {
        const auto slides = storySlides(m_dossier, model::StoryId(story), {}, wording::Wording());
        QVERIFY(slides.has_value());
        for (const StorySlide& slide : *slides) {
            const QString headline = slide.headline.paragraphs.join(' ');
            QVERIFY2(slide.points.pixels >= least, qPrintable(headline));
            QVERIFY2(slide.sources.pixels >= 26, qPrintable(headline));
            for (const SlidePicture& picture : slide.pictures) {
                const Sheet& sheet = picture.sheet;
                qsizetype names = 0;
                for (const presentation::TextLine& line : sheet.strip.texts) {
                    const auto look = presentation::themeOf(line.kind, theme::Scheme::Light, line.unit);
                    const bool isYear = line.kind == presentation::TextKind::Year;
                    QVERIFY(isYear || look.font(presentation::lookOf(line.kind).type).pixelSize() >= least);
                    QVERIFY(QRectF({}, sheet.size).contains(line.box));
                    names += isYear ? 0 : 1;
                }
                for (const Strip& strip : sheet.timeline.strips) {
                    QVERIFY(sheet.timeline.look.font(theme::Type::Event).pixelSize() >= least);
                    QCOMPARE(strip.scene.unnamed, 0);
                    names += strip.scene.labels.size();
                }
                for (const NetworkPart& network : sheet.networks)
                    for (const relations::Node& node : network.scene.nodes)
                        QVERIFY2(node.name.isEmpty() || !node.nameBox.isNull(), qPrintable(node.name + headline));
                const bool isOfTime = !sheet.strip.line.isNull() || !sheet.timeline.strips.isEmpty();
                QVERIFY2(!isOfTime || names > 0, qPrintable(headline));
                strips += isOfTime ? 1 : 0;
            }
        }
    }
    QVERIFY(strips > 10);
}

QTEST_MAIN(TestStorySlides)
#include "tst_story_slides.moc"
