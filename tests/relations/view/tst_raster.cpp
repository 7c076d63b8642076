#include "app/relations/view/raster.h"

#include <QPainter>
#include <QTest>

using namespace entente::relations;

class TestRaster : public QObject {
    Q_OBJECT

private slots:
    void stampRepeatsWhatWasPainted();
    void stampLeavesNothingBehind();
    void fadedStampIsFainter();
    void strandsAreWherePaintersDrawThem_data();
    void strandsAreWherePaintersDrawThem();
    void strandsStayWithin();
    void brokenStrandsHaveGaps();
    void dotsAreWherePaintersDrawThem();
};

namespace {

constexpr QSize square(64, 64);

QImage ground() {
    QImage image(square, QImage::Format_RGB32);
    image.fill(Qt::white);
    return image;
}

QImage nothing() {
    QImage image(square, QImage::Format_ARGB32_Premultiplied);
    image.fill(0);
    return image;
}

template <typename Paint>
QImage painted(QImage image, const Paint& paint) {
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    paint(painter);
    painter.end();
    return image;
}

/// How dark an image is, in pixels that are wholly black, and the middle of that.
struct Weight {
    double sum = 0;
    QPointF middle;
};

Weight weightOf(const QImage& image) {
    Weight weight;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const double dark = (255 - qGray(image.pixel(x, y))) / 255.0;
            weight.sum += dark;
            weight.middle += dark * QPointF(x + 0.5, y + 0.5);
        }
    }
    weight.middle /= std::max(1e-9, weight.sum);
    return weight;
}

int differenceOf(const QImage& one, const QImage& other) {
    int most = 0;
    for (int y = 0; y < one.height(); ++y)
        for (int x = 0; x < one.width(); ++x)
            most = std::max(most, std::abs(qGray(one.pixel(x, y)) - qGray(other.pixel(x, y))));
    return most;
}

void paintSomething(QPainter& painter) {
    painter.setPen(QPen(QColor(200, 40, 40), 2.3));
    painter.setBrush(QColor(0, 80, 200, 120));
    painter.drawEllipse(QPointF(30.3, 28.7), 17.2, 11.1);
    painter.drawLine(QPointF(5, 60), QPointF(58, 51.5));
}

} // namespace

void TestRaster::stampRepeatsWhatWasPainted() {
    QImage scratch = painted(nothing(), paintSomething);
    QImage put = ground();
    const Stamp stamp(scratch, scratch.rect());
    QVERIFY(stamp.pixels() > 500);
    stamp.put(put);
    QVERIFY(differenceOf(put, painted(ground(), paintSomething)) <= 2);
}

void TestRaster::stampLeavesNothingBehind() {
    QImage scratch = painted(nothing(), paintSomething);
    const Stamp inner(scratch, QRect(0, 0, 64, 40));
    QVERIFY(scratch != nothing());
    const Stamp rest(scratch, scratch.rect());
    QCOMPARE(scratch, nothing());
}

void TestRaster::fadedStampIsFainter() {
    QImage scratch = painted(nothing(), paintSomething);
    const Stamp stamp(scratch, scratch.rect());
    QImage whole = ground(), half = ground(), none = ground();
    stamp.put(whole);
    stamp.put(half, 0.5);
    stamp.put(none, 0);
    QCOMPARE(none, ground());
    QVERIFY(std::abs(weightOf(half).sum / weightOf(whole).sum - 0.5) < 0.02);
}

void TestRaster::strandsAreWherePaintersDrawThem_data() {
    QTest::addColumn<QLineF>("line");
    QTest::addColumn<double>("width");
    QTest::addColumn<bool>("isSmooth");
    for (const double width : {1.0, 2.0}) {
        for (const bool isSmooth : {true, false}) {
            int number = 0;
            for (const QLineF line : {QLineF(8, 10.5, 55, 10.5), QLineF(20.5, 6, 20.5, 58), QLineF(5, 7, 60, 33),
                                      QLineF(50, 60, 31, 4), QLineF(10, 50, 50, 10), QLineF(60, 12.2, 3, 12.9)})
                QTest::addRow("%d, %g wide, smooth %d", ++number, width, isSmooth) << line << width << isSmooth;
        }
    }
}

/// As dark as a painter's, and in the same place.
void TestRaster::strandsAreWherePaintersDrawThem() {
    QFETCH(QLineF, line);
    QFETCH(double, width);
    QFETCH(bool, isSmooth);
    QImage drawn = ground();
    drawStrands(drawn, {line}, Qt::black, width, false, isSmooth);
    const QImage expected = painted(ground(), [&](QPainter& painter) {
        painter.setPen(QPen(Qt::black, width, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(line);
    });
    const Weight ours = weightOf(drawn), theirs = weightOf(expected);
    QVERIFY2(QLineF(ours.middle, theirs.middle).length() < 1, qPrintable(QString::number(ours.middle.x())));
    const double ratio = ours.sum / theirs.sum;
    // Whole pixels are not wider where a line is steep.
    QVERIFY2(isSmooth ? std::abs(ratio - 1) < 0.11 : ratio > 0.65 && ratio < 1.06, qPrintable(QString::number(ratio)));
}

/// Lines that leave the image, or are no lines.
void TestRaster::strandsStayWithin() {
    const double huge = 1e300, none = std::numeric_limits<double>::quiet_NaN();
    QList<QLineF> lines{{-50, -20, 200, 90}, {30, -1e7, 31, 1e7}, {-huge, 5, huge, 5}, {5, huge, 9, -huge},
                        {none, 4, 20, 9},    {3, none, 9, none},  {10, 10, 10, 10},    {-9, -9, -5, -3}};
    for (int i = 0; i < 600; ++i) // enough for two threads
        lines << QLineF(i % 90 - 10, i % 70 - 3, i % 53, 70 - i % 80);
    for (const bool isSmooth : {true, false}) {
        for (const bool isBroken : {true, false}) {
            QImage drawn = ground();
            drawStrands(drawn, lines, QColor(0, 0, 0, 30), 1, isBroken, isSmooth);
            QVERIFY(weightOf(drawn).sum > 100);
        }
    }
}

void TestRaster::brokenStrandsHaveGaps() {
    QImage broken = ground(), whole = ground();
    const QList<QLineF> line{{2, 30.5, 62, 30.5}};
    drawStrands(broken, line, Qt::black, 1, true, true);
    drawStrands(whole, line, Qt::black, 1, false, true);
    QVERIFY(std::abs(weightOf(broken).sum / weightOf(whole).sum - 4.0 / 6) < 0.05);
    QCOMPARE(weightOf(whole).sum, 60.0);
}

void TestRaster::dotsAreWherePaintersDrawThem() {
    const QList<QPointF> middles{{10.25, 11.5}, {40, 40}, {-1, 30}, {63.5, 63.75}};
    for (const double diameter : {3.0, 6.5, 11.0}) {
        QImage drawn = ground();
        drawDots(drawn, middles, Qt::black, diameter);
        const QImage expected = painted(ground(), [&](QPainter& painter) {
            painter.setPen(QPen(Qt::black, diameter, Qt::SolidLine, Qt::RoundCap));
            painter.drawPoints(middles.constData(), static_cast<int>(middles.size()));
        });
        const Weight ours = weightOf(drawn), theirs = weightOf(expected);
        QVERIFY(QLineF(ours.middle, theirs.middle).length() < 0.3);
        QVERIFY2(std::abs(ours.sum / theirs.sum - 1) < 0.15, qPrintable(QString::number(ours.sum / theirs.sum)));
    }
}

QTEST_GUILESS_MAIN(TestRaster)
#include "tst_raster.moc"
