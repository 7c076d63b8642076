#include "app/pictures/story_slide.h"
#include "app/presentation/audience_scene.h"
#include "app/presentation/view_of_scene.h"
#include "tests/pictures/support_bundled.h"

#include <QTest>

using namespace entente;
using namespace entente::pictures;

/// The stories of the bundled dossier as slides.
class TestStorySlides : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void nobodyMovesFromSlideToSlide();
    void networksAreThoseOfTheShow();
    void stripsAreThoseOfTheShow();
    void networksAreReadInTheLastRow();
    void wordsTellWhatIsDrawn();
    void comparedMomentsAreSaid();
    void wordsAreReadInTheLastRow();

private:
    model::DossierPointer m_dossier;
    QList<QList<StorySlide>> m_slides; ///< by story
};

void TestStorySlides::initTestCase() {
    QVERIFY(theme::loadFonts());
    m_dossier = test::bundledDossier();
    QVERIFY(m_dossier);
    for (int story = 0; story < m_dossier->tables().stories.size(); ++story) {
        const auto slides = storySlides(m_dossier, model::StoryId(story), {}, wording::Wording());
        QVERIFY(slides.has_value());
        m_slides.append(*slides);
    }
}

/// Whether the network stands alone or beside a timeline, and whatever is hidden.
void TestStorySlides::nobodyMovesFromSlideToSlide() {
    for (int story = 0; story < m_dossier->tables().stories.size(); ++story) {
        QHash<model::ActorId, QPointF> places;
        for (const StorySlide& slide : std::as_const(m_slides[story]))
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
        QVERIFY2(places.size() >= 6, qPrintable(QString::number(places.size())));
    }
}

namespace {

/// The networks of a story's slides by the key of their scene.
QHash<QString, const NetworkPart*> networksOf(const QList<StorySlide>& slides, const model::Dossier& dossier,
                                              int story) {
    QHash<QString, const NetworkPart*> networks;
    const auto scenes = scenesOf(dossier, model::StoryId(story));
    for (qsizetype i = 0; i < slides.size(); ++i)
        for (const SlidePicture& picture : slides[i].pictures)
            for (const NetworkPart& network : picture.sheet.networks)
                networks[dossier.tables().scenes[scenes->at(i).index].key] = &network;
    return networks;
}

QPointF shareOf(QPointF point, const QRectF& frame) {
    return {(point.x() - frame.left()) / frame.width(), (point.y() - frame.top()) / frame.height()};
}

} // namespace

/// Who has seen the one finds everybody again in the other.
void TestStorySlides::networksAreThoseOfTheShow() {
    for (int story = 0; story < m_dossier->tables().stories.size(); ++story) {
        const auto networks = networksOf(m_slides[story], *m_dossier, story);
        const QList<model::Scene> scenes = presentation::scenesOf(*m_dossier, model::StoryId(story));
        presentation::KnownNetworks known;
        for (int i = 0; i < scenes.size(); ++i) {
            if (!networks.contains(scenes[i].key))
                continue;
            const relations::Scene& drawn = networks[scenes[i].key]->scene;
            presentation::Slide slide;
            slide.step = i;
            slide.hideLater = scenes[i].hideLater;
            const relations::Scene shown =
                presentation::audienceScene({m_dossier, model::StoryId(story), scenes, slide, {}, {1920, 1080}, &known},
                                            wording::Wording())
                    .network;
            QCOMPARE(drawn.nodes.size(), shown.nodes.size());
            for (qsizetype n = 0; n < drawn.nodes.size(); ++n) {
                QCOMPARE(drawn.nodes[n].actor, shown.nodes[n].actor);
                const QPointF off = shareOf(drawn.nodes[n].frame.center(), drawn.frame) -
                                    shareOf(shown.nodes[n].frame.center(), shown.frame);
                QVERIFY2(std::hypot(off.x(), off.y()) < 0.002, qPrintable(drawn.nodes[n].name + scenes[i].key));
            }
        }
    }
}

/// Also of events of the same days.
void TestStorySlides::stripsAreThoseOfTheShow() {
    qsizetype compared = 0;
    for (int story = 0; story < m_dossier->tables().stories.size(); ++story) {
        const QList<model::Scene> scenes = presentation::scenesOf(*m_dossier, model::StoryId(story));
        QCOMPARE(scenes.size(), m_slides[story].size());
        presentation::KnownNetworks known;
        for (int i = 0; i < scenes.size(); ++i) {
            presentation::Slide slide;
            slide.step = i;
            slide.hideLater = scenes[i].hideLater;
            const presentation::TimeStrip shown =
                presentation::audienceScene({m_dossier, model::StoryId(story), scenes, slide, {}, {1920, 1080}, &known},
                                            wording::Wording())
                    .strip;
            for (const SlidePicture& picture : std::as_const(m_slides[story][i].pictures)) {
                const presentation::TimeStrip& drawn = picture.sheet.strip;
                if (drawn.line.isNull())
                    continue;
                QCOMPARE(drawn.marks.size(), shown.marks.size());
                for (qsizetype m = 0; m < drawn.marks.size(); ++m) {
                    QCOMPARE(drawn.marks[m].mark, shown.marks[m].mark);
                    const QPointF off = drawn.marks[m].place + picture.frame.topLeft() - shown.marks[m].place;
                    QVERIFY2(std::hypot(off.x(), off.y()) < 0.01, qPrintable(scenes[i].key));
                    compared += drawn.marks[m].place.y() < drawn.line.y1();
                }
            }
        }
    }
    QVERIFY(compared > 0); // stacked ones
}

/// Names and words on ties are large, and keep clear of one another.
void TestStorySlides::networksAreReadInTheLastRow() {
    for (int story = 0; story < m_dossier->tables().stories.size(); ++story) {
        for (const NetworkPart* network : networksOf(m_slides[story], *m_dossier, story)) {
            QVERIFY(network->look.font(theme::Type::Date).pixelSize() >= 36);
            QList<QRectF> boxes;
            for (const relations::Node& node : network->scene.nodes)
                boxes << node.frame << node.nameBox;
            for (const relations::Line& line : network->scene.lines)
                boxes << line.labelBox;
            boxes.removeIf([](const QRectF& box) { return box.isNull(); });
            for (qsizetype i = 0; i < boxes.size(); ++i) {
                QVERIFY(network->panel.contains(boxes[i]));
                for (qsizetype j = 0; j < i; ++j)
                    QVERIFY(!boxes[i].intersects(boxes[j]));
            }
        }
    }
}

/// Not of what the whole network would show.
void TestStorySlides::wordsTellWhatIsDrawn() {
    for (int story = 0; story < m_dossier->tables().stories.size(); ++story) {
        for (const StorySlide& slide : std::as_const(m_slides[story]))
            for (const SlidePicture& picture : slide.pictures)
                for (const NetworkPart& network : picture.sheet.networks) {
                    const auto count = [](qsizetype number, const char* thing) {
                        return QStringLiteral("%1 %2%3").arg(number).arg(QLatin1String(thing), number == 1 ? "" : "s");
                    };
                    const QString counted = count(network.scene.nodes.size(), "actor") + " and " +
                                            count(network.scene.lines.size(), "tie") + '.';
                    QVERIFY2(picture.words.contains(counted), qPrintable(picture.words + " / " + counted));
                    QCOMPARE(picture.words.count(": "), std::min<qsizetype>(12, network.scene.lines.size()) + 1);
                }
    }
    model::Tables tables = m_dossier->tables();
    tables.scenes[0].hideNames = true;
    const auto hidden =
        storySlides(std::make_shared<const model::Dossier>(tables), model::StoryId(0), {}, wording::Wording());
    const SlidePicture& picture = hidden->first().pictures.first();
    QCOMPARE(picture.words, QString("A network of %1 ties.").arg(picture.sheet.networks.first().scene.lines.size()));
}

void TestStorySlides::comparedMomentsAreSaid() {
    model::Tables tables = m_dossier->tables();
    tables.scenes.resize(1);
    tables.scenes[0].moment = "2025-10-02";
    tables.scenes[0].compareMoment = "2015-07-14";
    const auto dossier = std::make_shared<const model::Dossier>(tables);
    const auto slides = storySlides(dossier, model::StoryId(0), {}, wording::Wording());
    QVERIFY(slides.has_value());
    QCOMPARE(slides->first().date.paragraphs, QStringList("2 Oct 2025, compared with 14 Jul 2015"));
}

/// Names of events beside the network, on a line of their own, and the points of the scene.
void TestStorySlides::wordsAreReadInTheLastRow() {
    constexpr int least = 36;
    qsizetype strips = 0;
    for (int story = 0; story < m_dossier->tables().stories.size(); ++story) {
        for (const StorySlide& slide : std::as_const(m_slides[story])) {
            const QString headline = slide.headline.paragraphs.join(' ');
            QVERIFY2(slide.points.pixels >= least, qPrintable(headline));
            QVERIFY2(slide.date.pixels >= least || slide.date.paragraphs.isEmpty(), qPrintable(headline));
            QVERIFY2(slide.date.frame.bottom() <= slide.headline.frame.top() + 0.5, qPrintable(headline));
            QVERIFY2(heightOf(slide.date.paragraphs, slide.date.frame.width(), slide.date.pixels, false) <=
                         slide.date.frame.height(),
                     qPrintable(headline));
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
