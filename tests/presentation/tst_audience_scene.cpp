#include "app/presentation/audience_painter.h"
#include "app/presentation/view_of_scene.h"
#include "tests/presentation/support_stories.h"

#include <QRegularExpression>
#include <QTest>

using namespace entente;
using namespace entente::presentation;

class AudienceSceneTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void nothingLaterIsTold_data() { everyScene(); }
    void nothingLaterIsTold();
    void everythingFits_data();
    void everythingFits();
    void untoldPointsAreBars();
    void hiddenNamesAndDatesAreNotSaid_data() { everyScene(); }
    void hiddenNamesAndDatesAreNotSaid();
    void namesWithYearsAreHiddenWhole();
    void endsAfterTheHorizonAreNotSaid();
    void lostThingsAreLeftOutAndReported();
    void storyWithoutScenesSaysSo();
    void everyOverlayIsPainted();
    void viewsBecomeScenesAndComeBack();

private:
    void everyScene();
    AudienceScene sceneOf(const model::DossierPointer& dossier, int story, Slide slide,
                          QSizeF size = {1920, 1080}) const;

    model::DossierPointer m_bundled;
    mutable QHash<int, KnownNetworks> m_known; ///< of its stories
    wording::Wording m_wording;
};

void AudienceSceneTest::initTestCase() {
    QVERIFY(theme::loadFonts());
    m_bundled = test::bundledDossier();
    QVERIFY(m_bundled);
}

AudienceScene AudienceSceneTest::sceneOf(const model::DossierPointer& dossier, int story, Slide slide,
                                         QSizeF size) const {
    const QList<model::Scene> scenes = scenesOf(*dossier, model::StoryId(story));
    KnownNetworks* known = dossier == m_bundled ? &m_known[story] : nullptr;
    return audienceScene({dossier, model::StoryId(story), scenes, slide, {}, size, known}, m_wording);
}

/// The last day that a text may mean: of its full dates, and the first of January of its bare years.
static model::Day latestDayIn(const QString& text) {
    static const QRegularExpression date("(?:(?:(\\d{1,2}) )?(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* )?"
                                         "\\b((?:1[89]|20)\\d{2})\\b");
    static const QString months = "JanFebMarAprMayJunJulAugSepOctNovDec";
    model::Day latest = std::numeric_limits<model::Day>::min();
    for (auto found = date.globalMatch(text); found.hasNext();) {
        const auto match = found.next();
        const int month = match.captured(2).isEmpty() ? 1 : static_cast<int>(months.indexOf(match.captured(2)) / 3) + 1;
        const int day = match.captured(1).isEmpty() ? 1 : match.captured(1).toInt();
        latest = std::max(latest, model::dayOf(match.captured(3).toInt(), month, day));
    }
    return latest;
}

void AudienceSceneTest::everyScene() {
    QTest::addColumn<int>("story");
    QTest::addColumn<int>("step");
    for (int story = 0; story < m_bundled->tables().stories.size(); ++story)
        for (int step = 0; step < scenesOf(*m_bundled, model::StoryId(story)).size(); ++step)
            QTest::addRow("story %d, scene %d", story + 1, step + 1) << story << step;
}

void AudienceSceneTest::nothingLaterIsTold() {
    QFETCH(int, story);
    QFETCH(int, step);
    Slide slide;
    slide.step = step;
    slide.revealed = 9;
    slide.hideLater = true;
    const model::Scene scene = scenesOf(*m_bundled, model::StoryId(story))[step];
    const model::Day horizon = viewOfScene(scene, *m_bundled).view.moment;
    const AudienceScene picture = sceneOf(m_bundled, story, slide);
    const QStringList texts = picture.readable(false);
    for (const QString& text : texts)
        QVERIFY2(latestDayIn(text) <= horizon, qPrintable(text));
    for (qsizetype i = 0; i < m_bundled->tables().events.size(); ++i) {
        const model::Event& event = m_bundled->tables().events[i];
        const auto moment = model::momentOf(*m_bundled, model::EventId(i));
        if (moment && *moment > horizon)
            QVERIFY2(!texts.contains(event.title) && !texts.contains(event.shortTitle), qPrintable(event.title));
    }
    // A screen reader is told what is painted and no more.
    QCOMPARE(spoken(picture), picture.readable(true).join(". "));
    for (const timeline::EventMark& mark : picture.strip.marks)
        QVERIFY(*model::momentOf(*m_bundled, mark.event) <= horizon);
    QVERIFY(!picture.strip.later.isNull());
}

void AudienceSceneTest::everythingFits_data() {
    QTest::addColumn<int>("story");
    QTest::addColumn<QSizeF>("size");
    QTest::addColumn<int>("typeSize");
    for (int story = 0; story < 3; ++story)
        for (const QSizeF size : {QSizeF(1920, 1080), QSizeF(1280, 720), QSizeF(800, 600)})
            for (int type = 0; type < 3; type += 2)
                QTest::addRow("story %d, %g lines, type %d", story + 1, size.height(), type) << story << size << type;
}

/// The boxes of everything that is read, and of untold points.
static QList<QRectF> boxesOf(const AudienceScene& scene) {
    QList<QRectF> boxes = scene.untold;
    for (const TextLine& line : scene.texts + scene.strip.texts)
        boxes.append(line.box);
    for (const relations::Node& node : scene.network.nodes)
        boxes << node.frame << node.nameBox;
    for (const relations::Line& line : scene.network.lines)
        boxes.append(line.labelBox);
    boxes.append(scene.strip.later);
    boxes.removeIf([](const QRectF& box) { return box.isNull(); });
    return boxes;
}

void AudienceSceneTest::everythingFits() {
    QFETCH(int, story);
    QFETCH(QSizeF, size);
    QFETCH(int, typeSize);
    const auto count = scenesOf(*m_bundled, model::StoryId(story)).size();
    for (int step = 0; step < count; ++step) {
        Slide slide;
        slide.step = step;
        slide.revealed = 1;
        slide.typeSize = typeSize;
        slide.hideLater = true;
        slide.asking = step % 3 == 2 ? Asking::Answer : Asking::Nothing;
        const AudienceScene picture = sceneOf(m_bundled, story, slide, size);
        const QList<QRectF> boxes = boxesOf(picture);
        for (qsizetype i = 0; i < boxes.size(); ++i) {
            QVERIFY2(QRectF({}, size).contains(boxes[i]), qPrintable(QString("scene %1").arg(step + 1)));
            for (qsizetype j = 0; j < i; ++j) {
                const QRectF common = boxes[i].intersected(boxes[j]);
                const bool overlaps = common.width() > 0.5 && common.height() > 0.5;
                QVERIFY2(!overlaps, qPrintable(QString("scene %1: boxes %2 and %3").arg(step + 1).arg(i).arg(j)));
            }
        }
        const QFont label = networkTheme(picture.scheme, picture.networkUnit).font(theme::Type::Date);
        QVERIFY2(label.pixelSize() + 0.5 >= 36 * picture.unit, qPrintable(QString::number(label.pixelSize())));
        for (const TextLine& line : picture.texts + picture.strip.texts) {
            const double pixels = lookOf(line.kind).pixels * line.unit / picture.unit;
            const bool needNotBeRead = line.kind == TextKind::Sources || line.kind == TextKind::Count;
            QVERIFY2(needNotBeRead || pixels > 35.9, qPrintable(line.text));
            const theme::Theme look = themeOf(line.kind, picture.scheme, line.unit);
            QVERIFY2(look.width(line.text, lookOf(line.kind).type) <= line.box.width() + 2 * picture.unit,
                     qPrintable(line.text));
        }
    }
}

void AudienceSceneTest::untoldPointsAreBars() {
    Slide slide;
    slide.revealed = 1;
    const AudienceScene picture = sceneOf(test::smallDossier(), 0, slide);
    QVERIFY(picture.readable(true).contains("First point"));
    QVERIFY(!picture.readable(true).contains("Second point"));
    QCOMPARE(picture.untold.size(), 1);
    QCOMPARE(picture.bullets.size(), 1);
    QCOMPARE(picture.mutedBullets.size(), 1);
}

/// Any name of an actor, as a word of its own.
static QRegularExpression nameOfAnActor(const model::Dossier& dossier) {
    QStringList names;
    for (const model::Actor& actor : dossier.tables().actors)
        for (const QString& name : {actor.name, actor.shortName})
            if (!name.isEmpty())
                names.append(QRegularExpression::escape(name));
    return QRegularExpression("(?<![\\p{L}\\p{N}])(" + names.join('|') + ")(?![\\p{L}\\p{N}])");
}

void AudienceSceneTest::hiddenNamesAndDatesAreNotSaid() {
    QFETCH(int, story);
    QFETCH(int, step);
    static const QRegularExpression year("(?<!\\d)\\d{4}(?!\\d)");
    static const QRegularExpression name = nameOfAnActor(*m_bundled);
    QVERIFY(QString("Putin, of Russia").contains(name) && !QString("Russians").contains(name));
    Slide slide;
    slide.step = step;
    slide.revealed = 9;
    KnownNetworks known; // the same in all of them
    const model::StoryId id(story);
    const QList<model::Scene> scenes = scenesOf(*m_bundled, id);
    const auto said = [&] {
        return audienceScene({m_bundled, id, scenes, slide, {}, {1920, 1080}, &known}, m_wording)
            .readable(true)
            .join(' ');
    };
    for (const Asking asking : {Asking::Nothing, Asking::Answer}) {
        slide.asking = asking;
        slide.hideDates = slide.hideNames = true;
        const QString neither = said();
        QVERIFY2(!neither.contains(year) && !neither.contains(name), qPrintable(neither));
        slide.hideNames = false;
        const QString undated = said();
        QVERIFY2(!undated.contains(year), qPrintable(undated));
        slide.hideDates = false;
        slide.hideNames = true;
        const QString nameless = said();
        QVERIFY2(!nameless.contains(name), qPrintable(nameless));
        slide.hideNames = false;
        const QString all = said();
        QVERIFY2(all.contains(year), qPrintable(all));
    }
}

void AudienceSceneTest::namesWithYearsAreHiddenWhole() {
    const QString text = "The Russian–Iranian treaty of 2001 was to last until 2021.";
    const QString shown = visibleWords(*m_bundled, text, {{}, true, true});
    QVERIFY2(!shown.contains("treaty") && !shown.contains("20"), qPrintable(shown));
    QVERIFY2(shown.startsWith("The ") && shown.contains("was to last until"), qPrintable(shown));
}

void AudienceSceneTest::endsAfterTheHorizonAreNotSaid() {
    Slide slide;
    slide.step = 1;
    slide.hideLater = true;
    const QString hidden = sceneOf(test::smallDossier(), 0, slide).readable(false).join('\n');
    QVERIFY2(!hidden.contains("2009") && hidden.contains("2005"), qPrintable(hidden));
    slide.hideLater = false;
    QVERIFY(sceneOf(test::smallDossier(), 0, slide).readable(false).join('\n').contains("2009"));
}

void AudienceSceneTest::lostThingsAreLeftOutAndReported() {
    const auto dossier = test::smallDossier();
    const SceneView found = viewOfScene(scenesOf(*dossier, model::StoryId(0))[1], *dossier);
    QCOMPARE(found.losses.size(), 3);
    QVERIFY(!found.view.focus && !found.view.span && found.view.filter.isEmpty());
    model::Scene lost;
    lost.selection = "gone";
    lost.moment = "not a day";
    QCOMPARE(viewOfScene(lost, *dossier).losses.size(), 2);
}

void AudienceSceneTest::storyWithoutScenesSaysSo() {
    const QStringList texts = sceneOf(test::smallDossier(), 1, {}).readable(true);
    QCOMPARE(texts, QStringList({"The empty story", "This story has no scenes yet."}));
}

void AudienceSceneTest::everyOverlayIsPainted() {
    Slide slide;
    slide.spotlight = slide.pointer = true;
    const AudienceScene picture = sceneOf(test::smallDossier(), 0, slide, {640, 360});
    QImage plain(640, 360, QImage::Format_RGB32), covered = plain, black = plain;
    QPainter first(&plain), second(&covered), third(&black);
    paintAudience(first, picture);
    Overlay overlay = overlayOf(slide);
    overlay.trail = {{0.1, 0.1}, {0.2, 0.2}};
    paintAudience(second, picture, overlay);
    AudienceScene dark = picture;
    dark.cover = Cover::Black;
    paintAudience(third, dark);
    QVERIFY(plain != covered);
    QCOMPARE(black.pixelColor(320, 180), QColor(Qt::black));
    QVERIFY(covered.pixelColor(3, 3).lightness() < plain.pixelColor(3, 3).lightness());
}

void AudienceSceneTest::viewsBecomeScenesAndComeBack() {
    exploration::Exploration shared;
    shared.open(m_bundled);
    shared.setFilter(*model::Filter::parse(u"importance>=4"));
    shared.setFocus(exploration::Focus{std::get<model::ActorId>(m_bundled->find("iran")), 2});
    shared.select(m_bundled->find("signing-2025"));
    const model::Scene scene = sceneOfView(shared.view(), shared.span(), *m_bundled, model::StoryId(0), 1);
    QVERIFY(model::isKey(scene.key));
    QVERIFY(model::isNothing(m_bundled->find(scene.key)));
    const SceneView back = viewOfScene(scene, *m_bundled);
    QCOMPARE(back.losses, QStringList());
    QCOMPARE(back.view.moment, shared.moment());
    QCOMPARE(back.view.filter, shared.filter());
    QVERIFY(back.view.selection == shared.selection() && back.view.focus == shared.focus());
    QVERIFY(model::apply(*m_bundled, model::AddScene{m_bundled->tables().stories[0].key, scene}));
}

QTEST_MAIN(AudienceSceneTest)
#include "tst_audience_scene.moc"
