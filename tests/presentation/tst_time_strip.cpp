#include "app/presentation/audience_scene.h"
#include "app/presentation/view_of_scene.h"
#include "tests/presentation/support_stories.h"

#include <QTest>

using namespace entente;
using namespace entente::presentation;

class TimeStripTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void marksAreSeenApart_data();
    void marksAreSeenApart();
    void everyEventOfTheFirstStoryHasItsMark();
    void crowdsStayWithinTheFrame();
    void yearsStandBelowAtAnySize();

private:
    QList<AudienceScene> picturesOf(int story, QSizeF size, int typeSize, bool hideLater);

    model::DossierPointer m_bundled;
    QHash<int, KnownNetworks> m_known; ///< of its stories
    wording::Wording m_wording;
};

void TimeStripTest::initTestCase() {
    QVERIFY(theme::loadFonts());
    m_bundled = test::bundledDossier();
    QVERIFY(m_bundled);
}

QList<AudienceScene> TimeStripTest::picturesOf(int story, QSizeF size, int typeSize, bool hideLater) {
    KnownNetworks& known = m_known[story];
    QList<AudienceScene> pictures;
    const QList<model::Scene> scenes = scenesOf(*m_bundled, model::StoryId(story));
    for (int step = 0; step < scenes.size(); ++step) {
        Slide slide;
        slide.step = step;
        slide.typeSize = typeSize;
        slide.hideLater = hideLater;
        pictures.append(audienceScene({m_bundled, model::StoryId(story), scenes, slide, {}, size, &known}, m_wording));
    }
    return pictures;
}

namespace {

QPainterPath shapeOf(const timeline::EventMark& mark, double unit) {
    QPainterPath path;
    if (!mark.selected)
        return theme::markPath(mark.mark, mark.place, mark.radius);
    const double ring = ringRadius(mark.radius, unit) + ringWidth / 2 * unit;
    path.addEllipse(mark.place, ring, ring);
    return path;
}

double areaOf(const QPainterPath& path) {
    double area = 0;
    for (const QPolygonF& polygon : path.toFillPolygons()) {
        double doubled = 0;
        for (qsizetype i = 1; i < polygon.size(); ++i)
            doubled += polygon[i - 1].x() * polygon[i].y() - polygon[i].x() * polygon[i - 1].y();
        area += std::abs(doubled) / 2;
    }
    return area;
}

/// What the smaller of two shapes shares with the other.
double shareCommon(const QPainterPath& one, const QPainterPath& other) {
    if (!one.boundingRect().intersects(other.boundingRect()))
        return 0;
    return areaOf(one.intersected(other)) / std::min(areaOf(one), areaOf(other));
}

/// The worst that is wrong with a strip; empty: nothing.
QString faultOf(const TimeStrip& strip, double unit) {
    QList<QPainterPath> shapes;
    for (const timeline::EventMark& mark : strip.marks) {
        const QPainterPath shape = shapeOf(mark, unit);
        const QString where = QString("mark at %1, %2").arg(mark.place.x()).arg(mark.place.y());
        if (!strip.frame.adjusted(-1, -1, 1, 1).contains(shape.boundingRect()))
            return where + " leaves the frame";
        if (mark.place.y() > strip.line.y1() || (mark.selected && mark.place.y() != strip.line.y1()))
            return where + " is off the line";
        for (const TextLine& text : strip.texts)
            if (shape.intersects(text.box))
                return where + " touches " + text.text;
        for (const QPainterPath& other : std::as_const(shapes))
            if (const double share = shareCommon(shape, other); share > 0.03)
                return where + QString(" shares %1 with another").arg(share);
        shapes.append(shape);
    }
    for (const QLineF& stroke : strip.crowd)
        if (!strip.frame.contains(stroke.p1()) || !strip.frame.contains(stroke.p2()))
            return "a stroke leaves the frame";
    return {};
}

} // namespace

void TimeStripTest::marksAreSeenApart_data() {
    QTest::addColumn<int>("story");
    QTest::addColumn<QSizeF>("size");
    QTest::addColumn<int>("typeSize");
    QTest::addColumn<bool>("hideLater");
    for (int story = 0; story < m_bundled->tables().stories.size(); ++story)
        for (const bool hideLater : {true, false})
            for (const auto& [size, type] : {std::pair(QSizeF(1920, 1080), 0), std::pair(QSizeF(1280, 720), 0),
                                             std::pair(QSizeF(1920, 1080), 2), std::pair(QSizeF(800, 600), 2)})
                QTest::addRow("story %d, %g lines, type %d%s", story + 1, size.height(), type, hideLater ? "" : ", all")
                    << story << size << type << hideLater;
}

void TimeStripTest::marksAreSeenApart() {
    QFETCH(int, story);
    QFETCH(QSizeF, size);
    QFETCH(int, typeSize);
    QFETCH(bool, hideLater);
    const QList<AudienceScene> pictures = picturesOf(story, size, typeSize, hideLater);
    for (qsizetype i = 0; i < pictures.size(); ++i) {
        const QString fault = faultOf(pictures[i].strip, pictures[i].unit);
        QVERIFY2(fault.isEmpty(), qPrintable(QString("scene %1: %2").arg(i + 1).arg(fault)));
    }
}

/// In each size, and those of one day are all there.
void TimeStripTest::everyEventOfTheFirstStoryHasItsMark() {
    const QList<int> counts{1, 3, 1, 4, 2, 9, 7, 7, 6, 18};
    for (const int typeSize : {0, 2}) {
        const QList<AudienceScene> pictures = picturesOf(0, {1920, 1080}, typeSize, true);
        for (qsizetype i = 0; i < pictures.size(); ++i) {
            QCOMPARE(pictures[i].strip.marks.size(), counts[i]);
            QVERIFY(pictures[i].strip.crowd.isEmpty());
        }
    }
}

void TimeStripTest::crowdsStayWithinTheFrame() {
    model::Tables tables = test::smallDossier()->tables();
    const model::Event sample = tables.events[0];
    const model::Day first = model::dayOf(2001, 1, 1);
    for (int i = 0; i < 100'000; ++i) {
        model::Event event = sample;
        event.key = QString("many-%1").arg(i);
        event.importance = 1 + i % 4;
        // A tenth of all within a week.
        const model::CivilDate date = model::civilOf(first + (i % 10 == 0 ? 2000 + i % 7 : (i * 7919) % 3650));
        event.claims[0].date =
            *model::Edtf::parse(QString::asprintf("%04d-%02d-%02d", static_cast<int>(date.year), date.month, date.day));
        tables.events.append(event);
    }
    TimeStripInput input;
    input.dossier = std::make_shared<const model::Dossier>(tables);
    input.view.selection = model::EventId(0);
    input.frame = QRectF(94, 797, 1732, 208);
    const TimeStrip strip = timeStrip(input, m_wording);
    const QString fault = faultOf(strip, 1);
    QVERIFY2(fault.isEmpty(), qPrintable(fault));
    QVERIFY(strip.marks.size() > 200 && strip.marks.size() < 1000);
    QVERIFY(strip.marks.last().selected);
    // The line is dark where there are more than have marks.
    QVERIFY2(strip.crowd.size() > 250 && strip.crowd.size() <= 1732 / 6 + 1,
             qPrintable(QString::number(strip.crowd.size())));
}

/// However lengths are rounded.
void TimeStripTest::yearsStandBelowAtAnySize() {
    TimeStripInput input;
    input.dossier = m_bundled;
    input.view.span = exploration::Span{static_cast<double>(model::dayOf(2014, 1, 1)),
                                        static_cast<double>(model::dayOf(2018, 12, 31))};
    for (int height = 600; height < 1500; ++height)
        for (const double factor : {1.0, 1.12}) {
            input.unit = height / 1080.0;
            input.typeUnit = factor * input.unit;
            input.frame = QRectF(94 * input.unit, (797 + height % 7) * input.unit, 1700 * input.unit, 208 * input.unit);
            const TimeStrip strip = timeStrip(input, m_wording);
            const auto years = std::count_if(strip.texts.begin(), strip.texts.end(),
                                             [](const TextLine& text) { return text.kind == TextKind::Year; });
            QVERIFY2(years >= 4, qPrintable(QString("%1 lines, type %2: %3").arg(height).arg(factor).arg(years)));
        }
}

QTEST_MAIN(TimeStripTest)
#include "tst_time_strip.moc"
