#include "tests/timeline/layout/support_scene.h"

#include <QTest>

using namespace entente;
using namespace entente::timeline;

/// The measures that labels are held to, over zoom and pan, for fifty dossiers from 10 to 400 events.
class TestLabelMeasures : public QObject {
    Q_OBJECT

private slots:
    void zoom_data() { addDossiers(); }
    void zoom();
    void pan_data() { addDossiers(); }
    void pan();
    void sameInputGivesTheSamePicture_data() { addDossiers(); }
    void sameInputGivesTheSamePicture();

private:
    static void addDossiers();
};

namespace {

constexpr QSizeF screen(980, 822);
constexpr int frames = 161;
constexpr double deepest = 24;

/// Where a label stands by its mark; the same in every frame.
struct Place {
    double top = 0;
    bool right = false;

    bool operator==(const Place&) const = default;
};

const EventMark* markOf(const Scene& scene, model::EventId event) {
    for (const EventMark& mark : scene.marks)
        if (mark.event == event)
            return &mark;
    return nullptr;
}

void checkOverlaps(const Scene& scene) {
    for (qsizetype i = 0; i < scene.labels.size(); ++i) {
        const QRectF& box = scene.labels[i].box;
        for (qsizetype j = i + 1; j < scene.labels.size(); ++j)
            QVERIFY2(!box.intersects(scene.labels[j].box),
                     qPrintable(scene.labels[i].title + " on " + scene.labels[j].title));
        for (const EventMark& mark : scene.marks)
            QVERIFY2(mark.inPill || !mark.inFrame || !box.contains(mark.place), qPrintable(scene.labels[i].title));
    }
}

/// The flag stands beside its mark, to the pixel.
void checkFlags(const Scene& scene) {
    for (const Label& label : scene.labels) {
        const EventMark* mark = markOf(scene, label.event);
        QVERIFY(mark);
        if (label.stem.isNull())
            continue; // sticks to the edge
        QCOMPARE(label.stem.x1(), mark->place.x());
        const double near = label.right ? mark->place.x() - label.box.right() : label.box.left() - mark->place.x();
        QVERIFY2(std::abs(near - 5) < 1e-6, qPrintable(QString("%1: %2").arg(label.title).arg(near)));
    }
}

/// Of one side of one row the labels stand in the order of their marks.
void checkOrder(const Scene& scene) {
    for (const Label& one : scene.labels)
        for (const Label& other : scene.labels) {
            if (one.box.top() != other.box.top() || one.right != other.right || one.stem.isNull() ||
                other.stem.isNull())
                continue;
            const double marks = markOf(scene, one.event)->place.x() - markOf(scene, other.event)->place.x();
            QVERIFY(marks * (one.box.left() - other.box.left()) >= 0);
        }
}

/// Stems that run behind labels, a label.
double stemsBehindLabels(const Scene& scene) {
    int behind = 0;
    for (const Label& label : scene.labels)
        for (const Label& other : scene.labels)
            behind += !label.stem.isNull() && label.event != other.event &&
                              QRectF(label.stem.x1() - 0.5, std::min(label.stem.y1(), label.stem.y2()), 1,
                                     std::abs(label.stem.dy()))
                                  .intersects(other.box)
                          ? 1
                          : 0;
    return scene.labels.isEmpty() ? 0 : static_cast<double>(behind) / static_cast<double>(scene.labels.size());
}

/// Whether the shortest form of a flag would lie in view, on the side where it stood before.
bool hasRoom(const Scene& scene, model::EventId event, bool right, const Input& input) {
    const EventMark* mark = markOf(scene, event);
    if (!mark || !mark->inFrame)
        return false;
    const double width = std::max(input.measures.width(input.words.date(event), TextKind::Date),
                                  input.measures.width(input.dossier->shortTitleOf(event), TextKind::KeyTitle));
    const double flag = mark->place.x() + (right ? -5 - width : 5 + width);
    return flag > scene.lanes.left() && flag < scene.lanes.right();
}

void checkPlaces(const Scene& scene, QHash<model::EventId, Place>& places) {
    for (const Label& label : scene.labels) {
        if (label.stem.isNull())
            continue;
        const Place place{label.box.top(), label.right};
        const auto before = places.constFind(label.event);
        QVERIFY2(before == places.constEnd() || *before == place, qPrintable(label.title));
        places.insert(label.event, place);
    }
}

QByteArray dump(const Scene& scene) {
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    for (const EventMark& mark : scene.marks)
        stream << mark.event.index << mark.place << mark.hollow << mark.inPill << mark.bar.value_or(QRectF());
    for (const Label& label : scene.labels)
        stream << label.event.index << label.box << label.date << label.title << label.stem;
    for (const Pill& pill : scene.pills)
        stream << pill.box << pill.count;
    return bytes;
}

} // namespace

void TestLabelMeasures::addDossiers() {
    QTest::addColumn<int>("count");
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 0; seed < 50; ++seed) {
        const int count = 10 + static_cast<int>(seed * seed) * 390 / (49 * 49);
        QTest::addRow("%d events, seed %u", count, seed) << count << seed;
    }
}

void TestLabelMeasures::zoom() {
    QFETCH(int, count);
    QFETCH(quint32, seed);
    Input input = test::inputOf(test::someDossier(count, seed), screen);
    const Prepared prepared = prepare(input);
    const double focus = input.whole.first + 0.6 * input.whole.width();
    QHash<model::EventId, Place> places;
    QSet<model::EventId> shown;
    double behind = 0;
    for (int frame = 0; frame < frames; ++frame) {
        const double width = input.whole.width() / std::pow(deepest, static_cast<double>(frame) / (frames - 1));
        input.span = {focus - 0.6 * width, focus + 0.4 * width};
        const Scene scene = layOut(input, prepared);
        checkOverlaps(scene);
        checkFlags(scene);
        checkOrder(scene);
        checkPlaces(scene, places);
        if (QTest::currentTestFailed())
            return;
        behind += stemsBehindLabels(scene);
        QSet<model::EventId> now;
        for (const Label& label : scene.labels)
            now.insert(label.event);
        // What has room for its shortest form stays shown.
        for (const model::EventId event : std::as_const(shown)) {
            const auto place = places.constFind(event);
            const bool isDue = place != places.constEnd() && hasRoom(scene, event, place->right, input);
            QVERIFY2(!isDue || now.contains(event), qPrintable(input.dossier->titleOf(event)));
        }
        shown += now;
    }
    QVERIFY2(behind / frames <= 0.25, qPrintable(QString::number(behind / frames)));
    QVERIFY(!places.isEmpty());
}

void TestLabelMeasures::pan() {
    QFETCH(int, count);
    QFETCH(quint32, seed);
    Input input = test::inputOf(test::someDossier(count, seed), screen);
    const Prepared prepared = prepare(input);
    const double width = input.whole.width() / 8;
    QHash<model::EventId, Place> places;
    QHash<model::EventId, QString> forms;
    for (int frame = 0; frame < frames; ++frame) {
        const double first = input.whole.first + (input.whole.width() - width) * frame / (frames - 1);
        input.span = {first, first + width};
        const Scene scene = layOut(input, prepared);
        checkOverlaps(scene);
        checkFlags(scene);
        checkPlaces(scene, places);
        if (QTest::currentTestFailed())
            return;
        QHash<model::EventId, QString> now;
        for (const Label& label : scene.labels)
            now.insert(label.event, label.title);
        // Away from the edges neither appears nor goes nor changes what was or was not there.
        for (const EventMark& mark : scene.marks) {
            if (mark.place.x() < scene.lanes.left() + 400 || mark.place.x() > scene.lanes.right() - 400)
                continue;
            const QString form = now.value(mark.event);
            const auto before = forms.constFind(mark.event);
            QVERIFY2(before == forms.constEnd() || *before == form, qPrintable(input.dossier->titleOf(mark.event)));
            forms.insert(mark.event, form);
        }
    }
}

void TestLabelMeasures::sameInputGivesTheSamePicture() {
    QFETCH(int, count);
    QFETCH(quint32, seed);
    const auto picture = [&] {
        const Input input = test::inputOf(test::someDossier(count, seed), screen);
        return dump(layOut(input, prepare(input)));
    };
    QVERIFY(!picture().isEmpty());
    QCOMPARE(picture(), picture());
}

QTEST_APPLESS_MAIN(TestLabelMeasures)
#include "tst_label_measures.moc"
