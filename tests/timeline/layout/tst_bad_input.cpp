#include "tests/timeline/layout/support_scene.h"

#include <QTest>
#include <cmath>

using namespace entente;
using namespace entente::timeline;

/// Dossiers and windows that nobody would make: the picture stays finite, inside its frame and small.
class TestBadInput : public QObject {
    Q_OBJECT

private slots:
    void pictures_data();
    void pictures();
    void aCrowdOnOneDayIsOnePlace();
};

namespace {

using Sizes = QList<QSizeF>;

model::DossierPointer dossierOf(const QStringList& dates, const QString& title = QStringLiteral("Title")) {
    model::Tables tables;
    tables.themes.append({"one", "Lane one", "document", 1, {}});
    tables.eventKinds.append({"fact", "Fact", model::Mark::Square, model::Tenor::Neutral});
    for (const QString& text : dates) {
        model::Event event;
        event.key = QString("event-%1").arg(tables.events.size());
        event.title = title;
        event.kind = model::EventKindId(0);
        event.themes = {model::ThemeId(0)};
        // What is no date, such as an interval that ends before it begins, leaves the event undated, as loading does.
        if (const auto date = model::Edtf::parse(text)) {
            model::DateClaim claim;
            claim.date = *date;
            claim.preferred = true;
            event.claims = {claim};
        }
        tables.events.append(event);
    }
    return std::make_shared<const model::Dossier>(std::move(tables));
}

void checkBox(const Scene& scene, const QRectF& box) {
    QVERIFY(std::isfinite(box.x()) && std::isfinite(box.y()) && std::isfinite(box.width()) &&
            std::isfinite(box.height()));
    QVERIFY(box.isNull() || scene.frame.adjusted(-1, -1, 1, 1).contains(box));
}

void check(const Scene& scene) {
    const double pixels = std::max(1.0, scene.frame.width());
    QVERIFY(static_cast<double>(scene.marks.size()) <= 4 * pixels + 64);
    QVERIFY(static_cast<double>(scene.labels.size()) <= pixels + 8);
    QVERIFY(scene.ticks.size() <= 3 * 4096);
    for (const EventMark& mark : scene.marks) {
        QVERIFY(std::isfinite(mark.place.x()) && std::isfinite(mark.place.y()));
        if (mark.bar)
            checkBox(scene, *mark.bar);
    }
    for (const Label& label : scene.labels)
        checkBox(scene, label.box);
    for (const Pill& pill : scene.pills)
        checkBox(scene, pill.box);
    qsizetype columns = 0;
    for (const DensityStrip& strip : scene.density)
        for (qsizetype column = 0; column < strip.columns.size(); ++column, ++columns)
            checkBox(scene, strip.box(column));
    QVERIFY(static_cast<double>(columns) <= 16 * pixels + 64);
    for (const EraBox& era : scene.eras)
        checkBox(scene, era.box);
    if (scene.cursor)
        QVERIFY(std::isfinite(*scene.cursor) && std::isfinite(scene.flag.width()));
}

} // namespace

void TestBadInput::pictures_data() {
    QTest::addColumn<model::DossierPointer>("dossier");
    QTest::addRow("ten thousand on one day") << dossierOf(QStringList(10'000, "2024-02-29"));
    QStringList outlier = {"Y9999999"};
    for (int i = 0; i < 500; ++i)
        outlier.append(model::isoText(model::dayOf(2000, 1, 1) + i * 11));
    QTest::addRow("one in the year 9 999 999 among 500") << dossierOf(outlier);
    QTest::addRow("ends before it begins") << dossierOf({"2020-01-01/2010-01-01", "2015", "2016/2012~"});
    QTest::addRow("a title of a million letters") << dossierOf({"2020-01-01", "2020-01-02"}, QString(1'000'000, 'x'));
    QTest::addRow("the ends of all time") << dossierOf({"Y-10000000000", "Y10000000000", "2000", "Y9999999999/.."});
    QTest::addRow("one day") << dossierOf({"2020-01-01"});
    QTest::addRow("nothing known") << dossierOf({"XXXX", "../.."});
}

void TestBadInput::pictures() {
    QFETCH(model::DossierPointer, dossier);
    const auto known = dossier->span();
    for (const QSizeF size : Sizes{{980, 822}, {1, 1}, {0, 0}, {16'000, 900}, {300, 16'000}}) {
        Input input;
        if (known)
            input = test::inputOf(dossier, size);
        else {
            input = test::inputOf(dossierOf({"2020"}), size);
            input.dossier = dossier;
            input.lanes = std::make_shared<const Lanes>(*dossier, model::LaneChoice(), model::Filter(), LaneWords());
            input.shown = QList<bool>(dossier->tables().events.size(), true);
        }
        const Prepared prepared = prepare(input);
        const double middle = (input.whole.first + input.whole.last) / 2;
        for (const double width : {input.whole.width(), 1e-12, 1e-3, 1.0, 365.25e12}) {
            input.span = {middle - width / 2, middle + width / 2};
            for (const model::Day moment : {model::Day(0), model::dayOf(-9'999'999'999, 1, 1)}) {
                input.moment = moment;
                check(layOut(input, prepared));
                if (QTest::currentTestFailed())
                    return;
            }
            input.selection = model::EventId(0);
            check(layOut(input, prepared));
            if (QTest::currentTestFailed())
                return;
            input.selection = {};
        }
    }
}

void TestBadInput::aCrowdOnOneDayIsOnePlace() {
    const Input input = test::inputOf(dossierOf(QStringList(10'000, "2024-02-29")), {980, 822});
    const Scene scene = layOut(input, prepare(input));
    QCOMPARE(scene.pills.size(), 1);
    QCOMPARE(scene.pills.first().count, 10'000);
}

QTEST_APPLESS_MAIN(TestBadInput)
#include "tst_bad_input.moc"
