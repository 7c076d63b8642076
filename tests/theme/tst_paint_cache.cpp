#include "app/theme/paint_cache.h"

#include <QTest>

using namespace entente;
using namespace entente::theme;

/// What is remembered looks like what is painted anew.
class TestPaintCache : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { loadFonts(); }
    void boxesLieOnWholePixels_data();
    void boxesLieOnWholePixels();
    void linesAreAsWideAsAsked();
    void whatIsRepeatedDownwardsLooksAlike_data() { boxesLieOnWholePixels_data(); }
    void whatIsRepeatedDownwardsLooksAlike();
    void platesSayTheirLines();
    void symbolsLookAlike();
    void recentIsKeptAndOldForgotten();

private:
    static constexpr QSize size{300, 80};
    static QImage painted(double ratio, const std::function<void(QPainter&)>& paint);
    static int inkedColumns(const QImage& image, QRgb ground);
};

QImage TestPaintCache::painted(double ratio, const std::function<void(QPainter&)>& paint) {
    QImage image((QSizeF(size) * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    paint(painter);
    return image;
}

int TestPaintCache::inkedColumns(const QImage& image, QRgb ground) {
    int columns = 0;
    for (int x = 0; x < image.width(); ++x)
        for (int y = 0; y < image.height(); ++y)
            if (image.pixel(x, y) != ground) {
                ++columns;
                break;
            }
    return columns;
}

void TestPaintCache::boxesLieOnWholePixels_data() {
    QTest::addColumn<double>("ratio");
    for (const double ratio : {1.0, 1.25, 2.0})
        QTest::addRow("%g", ratio) << ratio;
}

/// Boxes that touch leave no gap, none is smoothed, none is painted twice.
void TestPaintCache::boxesLieOnWholePixels() {
    QFETCH(double, ratio);
    QList<QRectF> boxes;
    for (int i = 0; i < 20; ++i)
        boxes.append(QRectF(10.3 + i * 3.7, 5.4, 3.7, 20.2));
    const QColor half(255, 0, 0, 128);
    const QImage image = painted(ratio, [&](QPainter& painter) { paintCrispBoxes(painter, boxes, half); });
    const QRect all(QPoint(qRound(10.3 * ratio), qRound(5.4 * ratio)),
                    QPoint(qRound(84.3 * ratio) - 1, qRound(25.6 * ratio) - 1));
    const QRgb ink = image.pixel(all.center());
    QVERIFY(ink != qRgb(255, 255, 255));
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            QCOMPARE(image.pixel(x, y), all.contains(x, y) ? ink : qRgb(255, 255, 255));
}

void TestPaintCache::linesAreAsWideAsAsked() {
    const QImage image = painted(2, [](QPainter& painter) {
        paintCrispLines(painter, {QLineF(20.3, 5, 20.3, 40), QLineF(60, 10, 60, 30)}, Qt::black, 1.5);
    });
    QCOMPARE(inkedColumns(image, qRgb(255, 255, 255)), 6);
}

/// As if it were painted at its whole height: in a box that begins and ends within pixels, higher or lower than what is
/// painted once.
void TestPaintCache::whatIsRepeatedDownwardsLooksAlike() {
    QFETCH(double, ratio);
    const QRectF whole(QPointF(0, 0), QSizeF(size));
    const auto paintStripes = [&](QPainter& painter) {
        painter.fillRect(whole, Qt::yellow);
        paintCrispLines(painter, {QLineF(20.3, 0, 20.3, 80), QLineF(60, 0, 60, 80)}, Qt::black, 1.5);
    };
    for (const QRectF& box : {QRectF(10.3, 20.4, 200.3, 50.7), QRectF(10.3, 20.4, 200.3, 4.2), QRectF(0, 0, 300, 80),
                              QRectF(10, 20, 0, 30), QRectF(10, 20, 30, -4)}) {
        const QImage repeated = painted(ratio, [&](QPainter& painter) { paintDownwards(painter, box, paintStripes); });
        const QImage expected = painted(ratio, [&](QPainter& painter) {
            const QRectF pixels(QPointF(qRound(box.left() * ratio), qRound(box.top() * ratio)) / ratio,
                                QPointF(qRound(box.right() * ratio), qRound(box.bottom() * ratio)) / ratio);
            painter.setRenderHint(QPainter::Antialiasing, false);
            painter.setClipRect(box.isValid() ? pixels : QRectF());
            paintStripes(painter);
        });
        QCOMPARE(repeated, expected);
    }
}

/// On either side of the plate, whichever text it is, and anew for another ground.
void TestPaintCache::platesSayTheirLines() {
    const Theme theme;
    PaintCache cache;
    const auto imageOf = [&](const QString& title, bool right, QColor ground) {
        return painted(1, [&](QPainter& painter) {
            const PaintCache::Plate plate{
                QRectF(20, 10, 240, 29),
                ground,
                2,
                right,
                {{{Type::Date, Qt::black, 11, QStringLiteral("May 2018")}, {Type::Event, Qt::black, 25, title}}}};
            cache.paintPlate(painter, theme, plate);
        });
    };
    const QImage left = imageOf("Treaty", false, Qt::yellow), right = imageOf("Treaty", true, Qt::yellow);
    QCOMPARE(left.pixel(20, 10), QColor(Qt::yellow).rgb());
    QCOMPARE(left.pixel(259, 38), QColor(Qt::yellow).rgb());
    QCOMPARE(left.pixel(260, 38), qRgb(255, 255, 255));
    const int inked = inkedColumns(left.copy(20, 10, 240, 29), QColor(Qt::yellow).rgb());
    QVERIFY(inked > 20 && inked < 120);
    QCOMPARE(inkedColumns(left.copy(150, 10, 110, 29), QColor(Qt::yellow).rgb()), 0);
    QCOMPARE(inkedColumns(right.copy(20, 10, 110, 29), QColor(Qt::yellow).rgb()), 0);
    QVERIFY(imageOf("Treaty ratified", false, Qt::yellow) != left);
    QVERIFY(imageOf("Treaty", false, Qt::green) != left);
    QCOMPARE(imageOf("Treaty", false, Qt::yellow), left);
}

void TestPaintCache::symbolsLookAlike() {
    PaintCache cache;
    const QRectF frame(10, 10, 16, 16);
    const QImage once = painted(1, [&](QPainter& painter) { paintSymbol(painter, Symbol::Globe, frame, Qt::blue); });
    for (int i = 0; i < 2; ++i)
        QCOMPARE(painted(1, [&](QPainter& painter) { cache.paintSymbol(painter, Symbol::Globe, frame, Qt::blue); }),
                 once);
    QVERIFY(painted(1, [&](QPainter& painter) { cache.paintSymbol(painter, Symbol::Drop, frame, Qt::blue); }) != once);
}

/// Whatever is asked for again before half of the number are others, stays.
void TestPaintCache::recentIsKeptAndOldForgotten() {
    Recent<int, int> recent(20);
    for (int i = 0; i < 1000; ++i) {
        recent.insert(i, -i);
        QVERIFY2(recent.find(0), qPrintable(QString::number(i)));
        for (int last = std::max(0, i - 6); last <= i; ++last) {
            const int* known = recent.find(last);
            QVERIFY2(known && *known == -last, qPrintable(QStringLiteral("%1 at %2").arg(last).arg(i)));
        }
    }
    QVERIFY(!recent.find(900));
    recent.clear();
    QVERIFY(!recent.find(999));
}

QTEST_MAIN(TestPaintCache)
#include "tst_paint_cache.moc"
