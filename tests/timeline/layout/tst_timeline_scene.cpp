#include "app/timeline/layout/dates.h"
#include "app/timeline/layout/scene.h"

#include <QTest>

using namespace entente;
using namespace entente::timeline;

/// The timeline's geometry, without a window: widths are seven pixels a letter.
class TestTimelineScene : public QObject {
    Q_OBJECT

private slots:
    void labelsNeverOverlap();
    void zoomingKeepsLabels();
    void panningMovesNoLabelToAnotherRow();
    void marksShowHowWellADateIsKnown_data();
    void marksShowHowWellADateIsKnown();
    void zoomKeepsTheDayUnderThePointer();
    void ticksNeverTouch_data();
    void ticksNeverTouch();
    void noLabelOfARowIsLeftOut();
    void barsAreNamedAtTheEdgeTheyComeFrom_data();
    void barsAreNamedAtTheEdgeTheyComeFrom();
    void yearsBeforeTheCommonEraAreRound();
    void everyEventIsHitAtItsPlace();
    void whatIsSoughtIsFoundInStrips_data();
    void whatIsSoughtIsFoundInStrips();
    void daysAreSoughtInTheirColumn();
    void whatIsFilteredOutIsNotSought();

private:
    static model::Tables tablesOf(const QStringList& dates);
    static Input inputOf(const model::Tables& tables, QSizeF size);
    static Input crowdOf(int events);
};

model::Tables TestTimelineScene::tablesOf(const QStringList& dates) {
    model::Tables tables;
    tables.themes.append({"one", "Lane one", "document", 1, {}});
    tables.themes.append({"two", "Lane two", "globe", 2, {}});
    tables.eventKinds.append({"fact", "Fact", model::Mark::Square, model::Tenor::Neutral});
    for (qsizetype i = 0; i < dates.size(); ++i) {
        model::Event event;
        event.key = QString("event-%1").arg(i);
        event.title = QString("What happened as number %1").arg(i);
        event.shortTitle = QString("Number %1").arg(i);
        event.kind = model::EventKindId(0);
        event.importance = 1 + static_cast<int>(i * 7 % 5);
        event.themes = {model::ThemeId(i % 2)};
        model::DateClaim claim;
        claim.date = *model::Edtf::parse(dates[i]);
        claim.preferred = true;
        event.claims = {claim};
        tables.events.append(event);
    }
    return tables;
}

Input TestTimelineScene::inputOf(const model::Tables& tables, QSizeF size) {
    Input input;
    input.dossier = std::make_shared<const model::Dossier>(tables);
    input.lanes = std::make_shared<const Lanes>(*input.dossier, model::LaneChoice(), model::Filter(), LaneWords());
    input.shown = QList<bool>(tables.events.size(), true);
    input.size = size;
    const auto span = input.dossier->span();
    const double width = static_cast<double>(span->last - span->first) + 1;
    input.whole = {static_cast<double>(span->first) - 0.04 * width, static_cast<double>(span->last) + 1 + 0.04 * width};
    input.span = input.whole;
    input.measures.width = [](const QString& text, TextKind) { return 7.0 * static_cast<double>(text.size()); };
    input.measures.elided = [](const QString& text, TextKind, double room) {
        return text.left(static_cast<qsizetype>(room / 7));
    };
    input.words.date = [dossier = input.dossier](model::EventId event) {
        return dossier->claimInUse(event)->date.text();
    };
    input.words.dateAndPlace = [date = input.words.date](model::EventId event) { return date(event) + " here"; };
    input.words.day = [](model::Day day) { return model::isoText(day); };
    input.words.tick = [](TickUnit, model::Day day, qint32, bool) { return model::isoText(day).left(7); };
    return input;
}

static QStringList someDates(int count) {
    QStringList dates;
    quint32 seed = 11;
    for (int i = 0; i < count; ++i) {
        seed = seed * 1664525 + 1013904223;
        // Two thirds in one year, as real stories have it.
        const model::Day day =
            seed >> 30 ? model::dayOf(2024, 6, 1) + (seed >> 8) % 400 : model::dayOf(2001, 1, 1) + (seed >> 8) % 8000;
        dates.append(model::isoText(day));
    }
    return dates;
}

static void checkScene(const Scene& scene) {
    for (qsizetype i = 0; i < scene.labels.size(); ++i) {
        QVERIFY(scene.lanes.contains(scene.labels[i].box));
        for (qsizetype j = i + 1; j < scene.labels.size(); ++j)
            QVERIFY2(!scene.labels[i].box.intersects(scene.labels[j].box),
                     qPrintable(scene.labels[i].title + " on " + scene.labels[j].title));
    }
    for (const EventMark& mark : scene.marks) {
        if (mark.bar)
            QVERIFY(scene.lanes.adjusted(-0.1, -0.1, 0.1, 0.1)
                        .contains(mark.bar->adjusted(-mark.fadeLeft, 0, mark.fadeRight, 0)));
        for (const Label& label : scene.labels)
            if (mark.inFrame && !mark.inPill)
                QVERIFY(!label.box.contains(mark.place));
    }
}

void TestTimelineScene::labelsNeverOverlap() {
    for (const int count : {1, 5, 34, 120})
        for (const QSizeF size : {QSizeF(560, 300), QSizeF(980, 822), QSizeF(2400, 1200)}) {
            Input input = inputOf(tablesOf(someDates(count)), size);
            const Prepared prepared = prepare(input);
            for (double zoom = 1; zoom < 3000; zoom *= 1.7) {
                input.span = {input.whole.last - input.whole.width() / zoom, input.whole.last};
                checkScene(layOut(input, prepared));
                input.selection = model::EventId(0);
                checkScene(layOut(input, prepared));
            }
        }
}

void TestTimelineScene::zoomingKeepsLabels() {
    const Input input = inputOf(tablesOf(someDates(60)), {980, 822});
    const Prepared prepared = prepare(input);
    int shownAtAll = 0;
    for (const PreparedLane& lane : prepared.lanes)
        for (const LabelRange& range : lane.ranges) {
            QVERIFY(std::is_sorted(range.from.begin(), range.from.end()));
            shownAtAll += std::isfinite(range.from[0]) ? 1 : 0;
        }
    QVERIFY2(shownAtAll >= 55, qPrintable(QString::number(shownAtAll)));
}

void TestTimelineScene::panningMovesNoLabelToAnotherRow() {
    Input input = inputOf(tablesOf(someDates(60)), {980, 822});
    const Prepared prepared = prepare(input);
    QMap<qint32, double> heights;
    for (int step = 0; step < 40; ++step) {
        const double first = input.whole.first + input.whole.width() * step / 42;
        input.span = {first, first + input.whole.width() / 20};
        for (const Label& label : layOut(input, prepared).labels) {
            if (heights.contains(label.event.index))
                QCOMPARE(label.box.top(), heights[label.event.index]);
            heights[label.event.index] = label.box.top();
        }
    }
    QVERIFY(heights.size() > 10);
}

void TestTimelineScene::marksShowHowWellADateIsKnown_data() {
    QTest::addColumn<QString>("date");
    QTest::addColumn<bool>("hollow");
    QTest::addColumn<QString>("first"); // of the bar; empty: no bar
    QTest::addColumn<QString>("last");
    QTest::newRow("day") << "2010-05-05" << false << ""
                         << "";
    QTest::newRow("month") << "2010-05" << true << "2010-05-01"
                           << "2010-05-31";
    QTest::newRow("year") << "2010" << true << "2010-01-01"
                          << "2010-12-31";
    QTest::newRow("between") << "[2010-05-05..2010-08-06]" << true << "2010-05-05"
                             << "2010-08-06";
    QTest::newRow("interval of days") << "2010-05-05/2011-06-06" << false << "2010-05-05"
                                      << "2011-06-06";
    QTest::newRow("interval of a year and a day") << "2010/2011-06-06" << true << "2010-01-01"
                                                  << "2011-06-06";
    QTest::newRow("uncertain day") << "2010-05-05?" << true << ""
                                   << "";
}

void TestTimelineScene::marksShowHowWellADateIsKnown() {
    QFETCH(QString, date);
    QFETCH(bool, hollow);
    QFETCH(QString, first);
    QFETCH(QString, last);
    const Input input = inputOf(tablesOf({"2009-01-01", date, "2012-12-31"}), {1600, 800});
    const Scene scene = layOut(input, prepare(input));
    const auto mark = std::find_if(scene.marks.begin(), scene.marks.end(),
                                   [](const EventMark& one) { return one.event == model::EventId(1); });
    QVERIFY(mark != scene.marks.end());
    QCOMPARE(mark->hollow, hollow);
    QCOMPARE(mark->bar.has_value(), !first.isEmpty());
    if (first.isEmpty())
        return;
    const auto day = [](const QString& text) { return static_cast<double>(model::Edtf::parse(text)->earliest().day); };
    QVERIFY(std::abs(mark->bar->left() - scene.scale.x(day(first))) < 0.5);
    QVERIFY(std::abs(mark->bar->right() - scene.scale.x(day(last) + 1)) < 0.5);
}

void TestTimelineScene::zoomKeepsTheDayUnderThePointer() {
    Scale scale = Scale::fitting(-1e6, 1e6, 138, 842);
    const Scale start = scale;
    quint32 seed = 3;
    QList<std::pair<double, double>> steps;
    for (int i = 0; i < 200; ++i) {
        seed = seed * 1664525 + 1013904223;
        const double anchor = 138 + (seed >> 8) % 842;
        const double factor = seed & 1024 ? 0.85 : 1 / 0.85;
        const double before = scale.day(anchor);
        scale = scale.zoomed(factor, anchor);
        QVERIFY(std::abs(scale.x(before) - anchor) < 0.5);
        steps.append({factor, anchor});
    }
    while (!steps.isEmpty()) {
        const auto [factor, anchor] = steps.takeLast();
        scale = scale.zoomed(1 / factor, anchor);
    }
    QVERIFY(std::abs(scale.x(0) - start.x(0)) < 1);
    QVERIFY(std::abs(scale.pixelsPerDay() / start.pixelsPerDay() - 1) < 1e-6);
}

void TestTimelineScene::ticksNeverTouch_data() {
    QTest::addColumn<double>("first");
    QTest::addColumn<double>("width");
    for (const double first : {0.0, -719528.0 - 50000, 20000.0, -1e9})
        for (double width = 0.01; width < 1e12; width *= 7)
            QTest::addRow("%g days from %g", width, first) << first << width;
}

void TestTimelineScene::ticksNeverTouch() {
    QFETCH(double, first);
    QFETCH(double, width);
    const Scale scale = Scale::fitting(first, first + width, 0, 900);
    const auto textWidth = [](const QString& text, bool) { return 7.0 * static_cast<double>(text.size()); };
    const auto words = [](TickUnit, model::Day day, qint32, bool) { return model::isoText(day); };
    const QList<Tick> all = ticks(scale, 0, 900, words, textWidth);
    QVERIFY(all.size() < 5000);
    for (const bool upper : {false, true}) {
        double free = -1e9;
        for (const Tick& tick : all) {
            if (tick.text.isEmpty() || tick.upper != upper)
                continue;
            QVERIFY(tick.textX >= free);
            free = tick.textX + textWidth(tick.text, false);
            QVERIFY(tick.textX >= -0.01 && free <= 900.01);
        }
    }
}

void TestTimelineScene::everyEventIsHitAtItsPlace() {
    const Input input = inputOf(tablesOf(someDates(34)), {980, 822});
    const Scene scene = layOut(input, prepare(input));
    for (const model::EventId event : input.dossier->eventsInOrder()) {
        const auto place = anchorOf(scene, event);
        QVERIFY(place);
        const Hit hit = hitTest(scene, *place);
        const bool inPill = hit.part == Hit::Part::Pill && scene.pills[hit.index].members.contains(event);
        QVERIFY(inPill || hit.subject() == model::Subject(event));
    }
}

void TestTimelineScene::noLabelOfARowIsLeftOut() {
    const TickWords words = [](TickUnit unit, model::Day day, qint32, bool) {
        return model::isoText(day).left(unit == TickUnit::Year ? 4 : 10);
    };
    const auto textWidth = [](const QString& text, bool) { return 9.0 * static_cast<double>(text.size()); };
    for (double width = 300; width < 3000; width += 37) {
        const double from = static_cast<double>(model::dayOf(2000, 6, 1));
        qsizetype labelled = 0, bare = 0;
        for (const Tick& tick : ticks(Scale::fitting(from, from + 9300, 0, width), 0, width, words, textWidth)) {
            const bool nearEdge = tick.x < 40 || tick.x > width - 40;
            labelled += tick.strong && !tick.text.isEmpty() ? 1 : 0;
            bare += tick.strong && tick.text.isEmpty() && !nearEdge ? 1 : 0;
        }
        QVERIFY(labelled > 2);
        QCOMPARE(bare, 0);
    }
}

void TestTimelineScene::barsAreNamedAtTheEdgeTheyComeFrom_data() {
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("last");
    QTest::addColumn<int>("atTheEdge");
    QTest::newRow("its mark is in view") << "2000-01-01"
                                         << "2020-01-01" << 0;
    QTest::newRow("its mark is left of the view") << "2012-01-01"
                                                  << "2018-01-01" << 1;
    QTest::newRow("what is left of it is narrower than its name") << "2020-12-01"
                                                                  << "2032-01-01" << 0;
    QTest::newRow("it is over") << "2022-01-01"
                                << "2032-01-01" << 0;
}

void TestTimelineScene::barsAreNamedAtTheEdgeTheyComeFrom() {
    QFETCH(QString, first);
    QFETCH(QString, last);
    const auto day = [](const QString& text) {
        return static_cast<double>(model::Edtf::parse(text)->start().earliest.day);
    };
    Input input = inputOf(tablesOf({"2001-01-01/2020-12-31", "2031-05-01"}), {980, 822});
    const Prepared prepared = prepare(input);
    input.span = {day(first), day(last)};
    const Scene scene = layOut(input, prepared);
    int atTheEdge = 0;
    for (const Label& label : scene.labels)
        if (label.stem.isNull()) {
            ++atTheEdge;
            QCOMPARE(label.event, model::EventId(0));
            QCOMPARE(label.box.left(), scene.lanes.left() + 8);
        }
    QTEST(atTheEdge, "atTheEdge");
}

void TestTimelineScene::yearsBeforeTheCommonEraAreRound() {
    const TickWords words = [](TickUnit, model::Day day, qint32, bool) {
        return QString::number(model::civilOf(day).year);
    };
    const double from = static_cast<double>(model::dayOf(-450, 1, 1));
    const double to = static_cast<double>(model::dayOf(450, 1, 1));
    QStringList years;
    for (const Tick& tick :
         ticks(Scale::fitting(from, to, 0, 300), 0, 300, words, [](const QString&, bool) { return 20.0; }))
        years << tick.text;
    years.removeAll(QString());
    QCOMPARE(years, (QStringList{"-399", "-199", "1", "200", "400"}));
}

/// An event every five hours or so, more than can be told apart.
Input TestTimelineScene::crowdOf(int events) {
    QStringList dates;
    for (int i = 0; i < events; ++i)
        dates.append(model::isoText(7000 + i / 5 + i * i % 7));
    return inputOf(tablesOf(dates), {900, 500});
}

void TestTimelineScene::whatIsSoughtIsFoundInStrips_data() {
    QTest::addColumn<double>("first");
    QTest::addColumn<double>("last");
    QTest::newRow("whole") << 0.0 << 1.0;
    QTest::newRow("a part") << 0.31 << 0.83;
    QTest::newRow("from before the first") << -0.4 << 0.6;
}

/// Each event that stands in the lanes and has no mark of its own is found in the one column that holds its day.
void TestTimelineScene::whatIsSoughtIsFoundInStrips() {
    QFETCH(double, first);
    QFETCH(double, last);
    Input input = crowdOf(4000);
    const DaySpan whole = input.whole;
    input.span = {whole.first + first * whole.width(), whole.first + last * whole.width()};
    const Prepared prepared = prepare(input);
    int inColumns = 0;
    for (qint32 i = 0; i < 4000; i += 13) {
        const model::EventId event(i);
        input.sought = {event};
        const Scene scene = layOut(input, prepared);
        const double x = scene.scale.x(*markDay(input.dossier->claimInUse(event)->date));
        QList<double> found;
        for (const DensityStrip& strip : scene.density)
            for (const qsizetype column : strip.sought)
                found.append(strip.leftOf(column));
        const bool isAlone = std::any_of(scene.marks.begin(), scene.marks.end(), [&](const EventMark& mark) {
            return mark.event == event && mark.inFrame && !mark.inPill;
        });
        const bool isInView = x > scene.lanes.left() + 8 && x < scene.lanes.right() - 8;
        if (isInView)
            QCOMPARE(found.size(), isAlone ? 0 : 1);
        QVERIFY(found.isEmpty() || (x > found.first() - 0.01 && x < found.first() + 4.01));
        inColumns += static_cast<int>(found.size());
    }
    QVERIFY(inColumns > 100);
}

/// However their days are rounded to pixels: the first day of each column lies in it, and what is just before does not.
void TestTimelineScene::daysAreSoughtInTheirColumn() {
    const Scale scale(18'000.7, 0.0137, 31.3);
    DensityStrip strip;
    strip.left = 33.1;
    strip.pitch = 4.1;
    strip.columns = QList<DensityStrip::Heights>(400, {1, 0, 0, 0});
    for (qsizetype column = 1; column < strip.columns.size(); ++column) {
        const double begin = scale.day(strip.leftOf(column));
        for (const auto& [day, expected] :
             {std::pair(begin, column), std::pair(std::nextafter(begin, begin - 1), column - 1)}) {
            strip.sought.clear();
            strip.seek(scale, day);
            QCOMPARE(strip.sought, QList<qsizetype>{expected});
        }
    }
}

void TestTimelineScene::whatIsFilteredOutIsNotSought() {
    Input input = crowdOf(4000);
    for (qint32 i = 0; i < 4000; i += 300)
        input.sought.append(model::EventId(i));
    const auto found = [&input] {
        qsizetype count = 0;
        for (const DensityStrip& strip : layOut(input, prepare(input)).density)
            count += strip.sought.size();
        return count;
    };
    QVERIFY(found() > 0);
    for (qsizetype i = 0; i < input.shown.size(); i += 3) // among them all that is sought
        input.shown[i] = false;
    QCOMPARE(found(), 0);
}

QTEST_APPLESS_MAIN(TestTimelineScene)
#include "tst_timeline_scene.moc"
