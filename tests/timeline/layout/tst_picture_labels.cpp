#include "app/timeline/layout/picture_labels.h"

#include <QTest>
#include <cmath>
#include <limits>
#include <utility>

using namespace entente::timeline;

/// The names of marks in exported pictures.
class TestPictureLabels : public QObject {
    Q_OBJECT

private slots:
    void everyMarkIsNamed_data();
    void everyMarkIsNamed();
    void extremes_data();
    void extremes();
    void aKeyIsTheLastResort_data();
    void aKeyIsTheLastResort();
    void fewLabelsAreAtTheLeastCost_data();
    void fewLabelsAreAtTheLeastCost();
    void noFlagWouldBeBetterElsewhere();
    void roomIsUsedForFullForms();
    void importantMarksKeepTheirFlags();
    void twoFlagsAtMostMakeWay_data();
    void twoFlagsAtMostMakeWay();
    void crowdedMarksGetLeadersInOrder();
    void theMostImportantGetLeaders();
    void leadersKeepWithinTheirReach();
    void lowLabelsKeepOffOtherMarks();
    void theSameInputGivesTheSamePicture();
    void movedLabelsAreDisplacedLeast_data();
    void movedLabelsAreDisplacedLeast();
};

namespace {

constexpr double little = 1e-6;

/// A linear congruential generator, so that the cases are the same everywhere.
struct Dice {
    quint32 state;
    double upTo(double most) {
        state = state * 1664525 + 1013904223;
        return most * (state >> 8) / double(1 << 24);
    }
};

/// Marks of which two thirds stand in three clumps, as real stories have it.
PictureLane someLane(int count, quint32 seed, double width = 1000, int rows = 5) {
    Dice dice{seed * 7919 + 17};
    PictureLane lane;
    lane.rows = rows;
    lane.right = width;
    lane.seed = seed;
    const double clumps[] = {dice.upTo(width), dice.upTo(width), dice.upTo(width)};
    for (int i = 0; i < count; ++i) {
        const double x = i % 3 < 2 ? clumps[i % 5 % 3] + dice.upTo(60) - 30 : dice.upTo(width);
        const double text = 40 + std::floor(dice.upTo(80));
        const double full = dice.upTo(1) < 0.2 ? text : text + std::floor(dice.upTo(70));
        lane.marks.append({std::clamp(x, 0.0, width), text, full, 1 + static_cast<int>(dice.upTo(5))});
    }
    std::sort(lane.marks.begin(), lane.marks.end(), [](const auto& a, const auto& b) { return a.x < b.x; });
    return lane;
}

qsizetype countOf(const QList<PictureLabel>& labels, Naming naming) {
    return std::count_if(labels.begin(), labels.end(), [naming](const auto& label) { return label.naming == naming; });
}

double cross(QPointF origin, QPointF a, QPointF b) {
    return (a.x() - origin.x()) * (b.y() - origin.y()) - (a.y() - origin.y()) * (b.x() - origin.x());
}

/// Whether two stretches cross in their insides; those that share a part or an end do not.
bool areCrossing(QPointF a, QPointF b, QPointF c, QPointF d) {
    return cross(a, b, c) * cross(a, b, d) < -little && cross(c, d, a) * cross(c, d, b) < -little;
}

bool linesCross(const QList<QPointF>& one, const QList<QPointF>& other) {
    for (qsizetype i = 1; i < one.size(); ++i)
        for (qsizetype j = 1; j < other.size(); ++j)
            if (areCrossing(one[i - 1], one[i], other[j - 1], other[j]))
                return true;
    return false;
}

void checkFlag(const PictureLane& lane, const PictureMark& mark, const PictureLabel& label) {
    const double anchor = label.left ? label.box.right() + lane.lead : label.box.left() - lane.lead;
    QVERIFY2(std::abs(anchor - mark.x) < little, "a flag is away from its mark");
    QCOMPARE(label.box.width(), label.full ? std::max(mark.width, mark.fullWidth) : mark.width);
    QCOMPARE(label.line, (QList<QPointF>{{mark.x, -lane.radius}, {mark.x, label.box.top()}}));
    QCOMPARE(label.key, 0);
}

void checkLeader(const PictureLane& lane, const PictureMark& mark, const PictureLabel& label) {
    QCOMPARE(label.row, lane.rows - 1);
    QCOMPARE(label.box.width(), mark.width);
    QCOMPARE(label.line.size(), 3);
    QCOMPARE(label.line[0], QPointF(mark.x, -lane.radius));
    QCOMPARE(label.line[1].x(), mark.x);
    QCOMPARE(label.line[2], QPointF(label.box.center().x(), label.box.bottom()));
    QVERIFY(label.line[0].y() >= label.line[1].y() && label.line[1].y() > label.line[2].y());
    QCOMPARE(label.key, 0);
}

void checkEach(const PictureLane& lane, const QList<PictureLabel>& labels) {
    QCOMPARE(labels.size(), lane.marks.size());
    int key = 0;
    for (qsizetype i = 0; i < labels.size(); ++i) {
        const PictureLabel& label = labels[i];
        if (label.naming == Naming::Key) {
            QCOMPARE(label.key, ++key);
            QVERIFY(label.box.isNull() && label.line.isEmpty());
            continue;
        }
        QVERIFY(label.row >= 0 && label.row < lane.rows);
        QVERIFY(label.box.left() >= lane.left - little && label.box.right() <= lane.right + little);
        if (label.naming == Naming::Flag)
            checkFlag(lane, lane.marks[i], label);
        else
            checkLeader(lane, lane.marks[i], label);
    }
}

/// Boxes are apart and in order, texts keep off the stems of their row, elbows cross no line and no box.
void checkPair(const PictureLane& lane, const PictureLabel& earlier, const PictureLabel& later) {
    QVERIFY2(!earlier.box.adjusted(0, little, 0, -little).intersects(later.box), "labels overlap");
    if (earlier.row == later.row) {
        QVERIFY2(later.box.left() - earlier.box.right() >= lane.gap - little, "labels out of order or too close");
        QVERIFY(earlier.naming == Naming::Leader || later.box.left() >= earlier.line[0].x() + lane.gap / 2 - little);
        QVERIFY(later.naming == Naming::Leader || earlier.box.right() <= later.line[0].x() - lane.gap / 2 + little);
    }
    QVERIFY2(!linesCross(earlier.line, later.line), "lines cross");
    for (const auto& [one, other] : {std::pair(earlier, later), std::pair(later, earlier)})
        if (one.naming == Naming::Leader)
            QVERIFY2(other.box.top() >= one.line[1].y() - little || other.box.bottom() <= one.line[2].y() + little,
                     "a label stands in the leaders' channel");
}

void checkLane(const PictureLane& lane, const QList<PictureLabel>& labels) {
    checkEach(lane, labels);
    for (qsizetype i = 0; i < labels.size() && !QTest::currentTestFailed(); ++i)
        for (qsizetype j = i + 1; j < labels.size(); ++j)
            if (labels[i].naming != Naming::Key && labels[j].naming != Naming::Key)
                checkPair(lane, labels[i], labels[j]);
}

/// What the flags cost, counted anew and by looking at all pairs.
int costOf(const PictureLane& lane, const QList<PictureLabel>& labels) {
    int cost = 0;
    for (qsizetype i = 0; i < labels.size(); ++i) {
        if (labels[i].naming != Naming::Flag) {
            cost += 300 + 100 * lane.marks[i].importance * lane.marks[i].importance;
            continue;
        }
        cost += (labels[i].full ? 0 : 20) + (labels[i].left ? 12 : 0) + 2 * labels[i].row;
        for (const PictureLabel& lower : labels)
            if (lower.naming == Naming::Flag && lower.row < labels[i].row && lower.box.left() < lane.marks[i].x &&
                lower.box.right() > lane.marks[i].x)
                cost += 12;
    }
    return cost;
}

QList<PictureLabel> flagsOf(const PictureLane& lane, const PictureMark& mark) {
    QList<PictureLabel> flags;
    for (int row = 0; row < lane.rows; ++row)
        for (const bool left : {false, true})
            for (const bool full : {false, true}) {
                const double width = full ? std::max(mark.width, mark.fullWidth) : mark.width;
                const double from = left ? mark.x - lane.lead - width : mark.x + lane.lead;
                const double top = -lane.lift - (row + 1) * lane.rowHeight;
                if (from >= lane.left && from + width <= lane.right)
                    flags.append({Naming::Flag,
                                  row,
                                  left,
                                  full || !mark.hasFullForm(),
                                  QRectF(from, top, width, lane.rowHeight),
                                  {{mark.x, 0}, {mark.x, top}},
                                  0});
            }
    return flags;
}

/// Whether two flags may stand together.
bool agree(const PictureLane& lane, const PictureLabel& earlier, const PictureLabel& later) {
    return earlier.row != later.row || (later.box.left() - earlier.box.right() >= lane.gap &&
                                        later.box.left() - earlier.line[0].x() >= lane.gap / 2 &&
                                        later.line[0].x() - earlier.box.right() >= lane.gap / 2);
}

/// The least cost of all ways to give every mark a flag; tries them all.
int leastCost(const PictureLane& lane, QList<PictureLabel> flags = {}) {
    if (flags.size() == lane.marks.size())
        return costOf(lane, flags);
    int least = std::numeric_limits<int>::max();
    for (const PictureLabel& flag : flagsOf(lane, lane.marks[flags.size()]))
        if (std::all_of(flags.begin(), flags.end(), [&](const auto& before) { return agree(lane, before, flag); }))
            least = std::min(least, leastCost(lane, flags + QList<PictureLabel>{flag}));
    return least;
}

} // namespace

void TestPictureLabels::everyMarkIsNamed_data() {
    QTest::addColumn<int>("count");
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 50; ++seed) {
        const int count = static_cast<int>(10 + (seed - 1) * 390 / 49);
        QTest::addRow("%d marks, seed %u", count, seed) << count << seed;
    }
}

void TestPictureLabels::everyMarkIsNamed() {
    QFETCH(int, count);
    QFETCH(quint32, seed);
    const PictureLane lane = someLane(count, seed, seed % 3 == 0 ? 1760 : 1000, 1 + static_cast<int>(seed * 3 % 5));
    const QList<PictureLabel> labels = pictureLabels(lane);
    checkLane(lane, labels);
    QVERIFY(countOf(labels, Naming::Key) < labels.size());
}

void TestPictureLabels::extremes_data() {
    QTest::addColumn<PictureLane>("lane");
    QTest::addColumn<int>("leaders"); // at least
    QTest::addColumn<int>("keys");
    const QList<PictureMark> three = {{100, 50, 70, 1}, {100, 50, 70, 5}, {400, 50, 70, 3}};
    PictureLane lane;
    lane.right = 500;
    QTest::newRow("no marks") << lane << 0 << 0;
    lane.marks = three;
    QTest::newRow("few") << lane << 0 << 0;
    lane.rows = 0;
    QTest::newRow("no rows") << lane << 0 << 3;
    lane.rows = 1;
    lane.right = 0;
    QTest::newRow("no width") << lane << 0 << 3;
    lane.right = -100;
    QTest::newRow("less than no width") << lane << 0 << 3;
    lane.right = 100;
    QTest::newRow("marks on the bounds and beyond") << lane << 0 << 2;
    lane.right = 500;
    lane.marks = {{200, 600, 700, 5}, {300, 600, 700, 1}, {320, 50, 60, 1}};
    QTest::newRow("labels wider than the picture") << lane << 0 << 2;
    lane.marks = {{200, 450, 450, 5}};
    QTest::newRow("too wide for a flag") << lane << 1 << 0;
    lane.marks = {{0, 500, 500, 5}};
    QTest::newRow("as wide as the picture") << lane << 1 << 0;
    lane.marks = QList<PictureMark>(40, {250, 50, 70, 2});
    QTest::newRow("all on one place, one row") << lane << 7 << 32;
    lane.rows = 5;
    QTest::newRow("all on one place, five rows") << lane << 7 << 24;
    lane.marks = QList<PictureMark>(3, {250, 0, 0, 2});
    QTest::newRow("labels without width") << lane << 0 << 0;
}

void TestPictureLabels::extremes() {
    QFETCH(PictureLane, lane);
    QFETCH(int, leaders);
    QFETCH(int, keys);
    const QList<PictureLabel> labels = pictureLabels(lane);
    checkLane(lane, labels);
    QVERIFY(countOf(labels, Naming::Leader) >= leaders);
    QCOMPARE(countOf(labels, Naming::Key), keys);
}

void TestPictureLabels::aKeyIsTheLastResort_data() {
    QTest::addColumn<PictureLane>("lane");
    for (const int count : {40, 80, 160})
        for (const quint32 seed : {1U, 2U, 3U})
            QTest::addRow("%d marks, seed %u", count, seed) << someLane(count, seed);
    QTest::newRow("more marks than annealing gets round to") << someLane(3000, 1, 40000);
}

void TestPictureLabels::aKeyIsTheLastResort() {
    QFETCH(PictureLane, lane);
    const QList<PictureLabel> labels = pictureLabels(lane);
    QVERIFY(countOf(labels, Naming::Key) > 0);
    for (qsizetype i = 0; i < labels.size(); ++i) {
        double from = lane.left, to = lane.right; // of the room between its neighbours in the top row
        QList<PictureLabel> flags = labels[i].naming == Naming::Key ? flagsOf(lane, lane.marks[i]) : labels.mid(0, 0);
        for (qsizetype j = 0; j < labels.size(); ++j) {
            if (labels[j].naming == Naming::Key)
                continue;
            flags.removeIf([&](const PictureLabel& flag) {
                return !(j < i ? agree(lane, labels[j], flag) : agree(lane, flag, labels[j]));
            });
            if (labels[j].row == lane.rows - 1 && j < i)
                from = std::max(from, labels[j].box.right() + lane.gap);
            else if (labels[j].row == lane.rows - 1 && j > i)
                to = std::min(to, labels[j].box.left() - lane.gap);
        }
        flags.removeIf([&](const PictureLabel& flag) { return flag.row == lane.rows - 1; });
        QVERIFY2(flags.isEmpty(), "a lower row has room for a flag");
        QVERIFY2(labels[i].naming != Naming::Key || to - from < lane.marks[i].width + little, "the top row has room");
    }
}

void TestPictureLabels::fewLabelsAreAtTheLeastCost_data() {
    QTest::addColumn<PictureLane>("lane");
    for (quint32 seed = 1; seed <= 40; ++seed)
        QTest::addRow("seed %u", seed) << someLane(4, seed, 420, 2);
}

void TestPictureLabels::fewLabelsAreAtTheLeastCost() {
    QFETCH(PictureLane, lane);
    const int least = leastCost(lane);
    const QList<PictureLabel> labels = pictureLabels(lane);
    if (least == std::numeric_limits<int>::max())
        QVERIFY(countOf(labels, Naming::Flag) < labels.size());
    else
        QCOMPARE(costOf(lane, labels), least);
}

void TestPictureLabels::noFlagWouldBeBetterElsewhere() {
    for (quint32 seed = 1; seed <= 6; ++seed) {
        PictureLane lane = someLane(60, seed);
        lane.right = 6000;
        for (qsizetype i = 0; i < lane.marks.size(); ++i)
            lane.marks[i].x = 300 + static_cast<double>(i) * 80 + Dice{seed + quint32(i)}.upTo(80);
        QList<PictureLabel> labels = pictureLabels(lane);
        QCOMPARE(countOf(labels, Naming::Flag), labels.size());
        const int cost = costOf(lane, labels);
        for (qsizetype i = 0; i < labels.size(); ++i)
            for (const PictureLabel& flag : flagsOf(lane, lane.marks[i])) {
                const PictureLabel before = std::exchange(labels[i], flag);
                bool fits = true; // flags further away than that cannot touch
                for (qsizetype j = std::max<qsizetype>(i - 6, 0); j < std::min(i + 7, labels.size()); ++j)
                    fits = fits && (j == i || agree(lane, labels[std::min(i, j)], labels[std::max(i, j)]));
                QVERIFY(!fits || costOf(lane, labels) >= cost);
                labels[i] = before;
            }
    }
}

void TestPictureLabels::roomIsUsedForFullForms() {
    PictureLane lane;
    lane.right = 1000;
    lane.marks = {{100, 50, 90, 1}, {300, 50, 90, 1}, {500, 50, 90, 1}, {960, 30, 90, 1}};
    const QList<PictureLabel> labels = pictureLabels(lane);
    for (const PictureLabel& label : labels)
        QVERIFY(label.naming == Naming::Flag && label.full && label.row == 0);
    QVERIFY(!labels[0].left && labels[3].left);
}

void TestPictureLabels::importantMarksKeepTheirFlags() {
    PictureLane lane;
    lane.rows = 1;
    lane.right = 120;
    lane.marks = {{10, 40, 40, 1}, {12, 100, 100, 4}, {90, 20, 20, 1}};
    for (const int importance : {4, 1}) {
        lane.marks[1].importance = importance;
        const QList<PictureLabel> labels = pictureLabels(lane);
        QCOMPARE(labels[1].naming, importance == 4 ? Naming::Flag : Naming::Key);
        QCOMPARE(labels[0].naming, importance == 4 ? Naming::Key : Naming::Flag);
        QCOMPARE(labels[2].key, importance == 4 ? 2 : 0);
    }
}

void TestPictureLabels::twoFlagsAtMostMakeWay_data() {
    QTest::addColumn<QList<PictureMark>>("marks");
    QTest::addColumn<double>("width");
    QTest::addColumn<int>("keys");
    const PictureMark small = {202, 60, 60, 1};
    QTest::newRow("one") << QList<PictureMark>{{200, 150, 150, 5}, small} << 240.0 << 0;
    QTest::newRow("two") << QList<PictureMark>{{200, 150, 150, 5}, small, {204, 150, 150, 5}} << 400.0 << 0;
    QTest::newRow("three") << QList<PictureMark>{{40, 10, 10, 5}, {200, 145, 145, 5}, small, {204, 150, 150, 5}}
                           << 396.0 << 1;
}

void TestPictureLabels::twoFlagsAtMostMakeWay() {
    QFETCH(QList<PictureMark>, marks);
    QFETCH(double, width);
    QFETCH(int, keys);
    PictureLane lane;
    lane.rows = 1;
    lane.right = width;
    lane.marks = marks;
    const QList<PictureLabel> labels = pictureLabels(lane);
    checkLane(lane, labels);
    QCOMPARE(countOf(labels, Naming::Key), keys);
    QCOMPARE(countOf(labels, Naming::Leader), keys == 0 ? marks.size() : 0);
}

void TestPictureLabels::crowdedMarksGetLeadersInOrder() {
    PictureLane lane;
    lane.rows = 2;
    lane.right = 900;
    for (int i = 0; i < 9; ++i)
        lane.marks.append({446.0 + i, 80, 80, 3});
    const QList<PictureLabel> labels = pictureLabels(lane);
    checkLane(lane, labels);
    QCOMPARE(countOf(labels, Naming::Key), 0);
    QVERIFY2(countOf(labels, Naming::Leader) >= 5, qPrintable(QString::number(countOf(labels, Naming::Leader))));
    for (const PictureLabel& label : labels)
        if (label.row == 1)
            QCOMPARE(label.box.bottom(), -lane.lift - lane.rowHeight - lane.channel);
}

void TestPictureLabels::theMostImportantGetLeaders() {
    PictureLane lane;
    lane.rows = 1;
    lane.right = 400;
    for (const auto& [first, second] : {std::pair(1, 2), std::pair(2, 1)}) {
        lane.marks = {{200, 150, 150, 5}, {202, 60, 60, first}, {203, 60, 60, second}, {204, 150, 150, 5}};
        const QList<PictureLabel> labels = pictureLabels(lane);
        checkLane(lane, labels);
        QCOMPARE(labels[1].naming, first == 2 ? Naming::Leader : Naming::Key);
        QCOMPARE(labels[2].naming, first == 2 ? Naming::Key : Naming::Leader);
    }
}

void TestPictureLabels::leadersKeepWithinTheirReach() {
    for (quint32 seed = 1; seed <= 10; ++seed) {
        PictureLane lane = someLane(40, seed);
        lane.reach = 90;
        const QList<PictureLabel> labels = pictureLabels(lane);
        checkLane(lane, labels);
        for (qsizetype i = 0; i < labels.size(); ++i)
            if (labels[i].naming == Naming::Leader)
                QVERIFY(std::abs(labels[i].box.center().x() - lane.marks[i].x) <= lane.reach + little);
    }
}

void TestPictureLabels::lowLabelsKeepOffOtherMarks() {
    for (quint32 seed = 1; seed <= 10; ++seed) {
        PictureLane lane = someLane(25, seed);
        lane.lift = 2;
        const QList<PictureLabel> labels = pictureLabels(lane);
        checkLane(lane, labels);
        for (qsizetype i = 0; i < labels.size(); ++i)
            for (qsizetype j = 0; j < labels.size(); ++j)
                QVERIFY(i == j || labels[i].naming != Naming::Flag || labels[i].row > 0 ||
                        labels[i].box.left() >= lane.marks[j].x + lane.radius ||
                        labels[i].box.right() <= lane.marks[j].x - lane.radius);
    }
}

void TestPictureLabels::theSameInputGivesTheSamePicture() {
    for (const quint32 seed : {1U, 2U}) {
        PictureLane lane = someLane(60, seed);
        const QList<PictureLabel> labels = pictureLabels(lane);
        QVERIFY(pictureLabels(lane) == labels);
        lane.seed += 1;
        QVERIFY2(pictureLabels(lane) != labels, "the seed is not used");
    }
}

void TestPictureLabels::movedLabelsAreDisplacedLeast_data() {
    QTest::addColumn<quint32>("seed");
    QTest::addColumn<int>("count");
    QTest::addColumn<double>("slack");
    for (quint32 seed = 1; seed <= 20; ++seed)
        QTest::addRow("seed %u", seed) << seed << static_cast<int>(seed * 7 % 23) << (seed % 4) * 60.0;
}

void TestPictureLabels::movedLabelsAreDisplacedLeast() {
    QFETCH(quint32, seed);
    QFETCH(int, count);
    QFETCH(double, slack);
    constexpr double gap = 8, left = 30;
    Dice dice{seed};
    QList<double> wished, widths, offsets;
    double taken = 0;
    for (int i = 0; i < count; ++i) {
        widths.append(20 + dice.upTo(90));
        offsets.append(taken + widths.back() / 2);
        taken += widths.back() + gap;
    }
    const double right = left + taken - gap + slack;
    for (int i = 0; i < count; ++i)
        wished.append(left + dice.upTo(right - left));
    std::sort(wished.begin(), wished.end());
    const QList<double> middles = leastDisplaced(wished, widths, gap, left, right);
    QCOMPARE(middles.size(), count);
    // Isotonic regression by its min-max formula (Barlow et al. 1972), cut to the bounds.
    for (int i = 0; i < count; ++i) {
        double most = -std::numeric_limits<double>::infinity();
        for (int first = 0; first <= i; ++first) {
            double least = std::numeric_limits<double>::infinity(), sum = 0;
            for (int last = first; last < count; ++last) {
                sum += wished[last] - offsets[last];
                if (last >= i)
                    least = std::min(least, sum / (last - first + 1));
            }
            most = std::max(most, least);
        }
        QVERIFY(std::abs(std::clamp(most, left, left + slack) + offsets[i] - middles[i]) < little);
    }
}

QTEST_GUILESS_MAIN(TestPictureLabels)
#include "tst_picture_labels.moc"
