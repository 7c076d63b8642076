#include "app/theme/chip.h"
#include "app/theme/painters.h"
#include "app/theme/style.h"

#include <QBuffer>
#include <QPdfWriter>
#include <QSignalSpy>
#include <QTest>
#include <QtMath>

using namespace entente;
using namespace entente::theme;

namespace {

constexpr int side = 240;
constexpr QPointF centre(side / 2.0, side / 2.0);

/// What a painter did to an empty picture, and whether it left the painter as it found it.
struct Painted {
    QImage image{side, side, QImage::Format_ARGB32_Premultiplied};
    bool untouched = false;

    explicit Painted(const std::function<void(QPainter&)>& paint) {
        image.fill(Qt::transparent);
        QPainter painter(&image);
        painter.setPen(QPen(Qt::magenta, 3));
        painter.setBrush(Qt::cyan);
        painter.setOpacity(0.75);
        painter.translate(1, 0);
        painter.translate(-1, 0);
        const QTransform transform = painter.transform();
        const QFont font = painter.font();
        const auto hints = painter.renderHints();
        paint(painter);
        untouched = painter.pen() == QPen(Qt::magenta, 3) && painter.brush() == QBrush(Qt::cyan) &&
                    painter.opacity() == 0.75 && painter.transform() == transform && painter.font() == font &&
                    painter.renderHints() == hints && !painter.hasClipping();
    }

    /// Bounding box of what was painted.
    QRect ink() const {
        int left = side, right = -1, top = side, bottom = -1;
        for (int y = 0; y < side; ++y) {
            const auto* row = reinterpret_cast<const QRgb*>(image.constScanLine(y));
            for (int x = 0; x < side; ++x) {
                if (row[x] == 0)
                    continue;
                left = std::min(left, x);
                right = std::max(right, x);
                top = std::min(top, y);
                bottom = y;
            }
        }
        return {QPoint(left, top), QPoint(right, bottom)};
    }
    bool isWithin(const QRectF& bounds) const { return ink().isValid() && bounds.toAlignedRect().contains(ink()); }
};

QString described(const QRect& rect) {
    return QStringLiteral("%1 %2 %3 %4").arg(rect.left()).arg(rect.top()).arg(rect.right()).arg(rect.bottom());
}

constexpr model::Mark marks[] = {model::Mark::Disc,    model::Mark::Diamond,  model::Mark::Square,
                                 model::Mark::Balloon, model::Mark::Triangle, model::Mark::Star};
constexpr State states[] = {State::Rest, State::Hovered, State::Selected, State::Dimmed, State::FilteredOut};
constexpr model::LineForm lineForms[] = {model::LineForm::Double, model::LineForm::Single, model::LineForm::Thin,
                                         model::LineForm::Dotted, model::LineForm::Bar,    model::LineForm::Jag,
                                         model::LineForm::Plain};
constexpr model::ActorKind actorKinds[] = {model::ActorKind::State,        model::ActorKind::Person,
                                           model::ActorKind::Organisation, model::ActorKind::Bloc,
                                           model::ActorKind::Group,        model::ActorKind::Agreement};

QPainterPath straight() {
    QPainterPath path({40, 120});
    path.lineTo(200, 120);
    return path;
}

QPainterPath curved() {
    QPainterPath path({40, 60});
    path.quadTo(120, 200, 200, 90);
    return path;
}

} // namespace

class PaintersTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(loadFonts()); }
    void marksStayInReach();
    void marksDiffer();
    void hollowDiffersFromFilled();
    void barsStayInBounds_data();
    void barsStayInBounds();
    void chevronsEndAtTheBarsEnd();
    void barsAndFadesOfNoWidthPaintTheirEnds();
    void fadesInPdfAreNoGradients();
    void bridgeStaysOnItsLine();
    void pillStaysInItsFrame();
    void tiesStayInReach();
    void tieFormsDiffer();
    void headsAreAtTheTarget();
    void shortTiesDoNoHarm();
    void filteredTiesAreNotPainted();
    void nodesStayInBounds();
    void nodeSizesHoldTheirText();
    void textIsElided();
    void rightToLeftTextEndsAtItsPoint();
    void symbolsStayInTheirFrame();
    void symbolNames();
    void iconsAreGreyWhenDisabled();
    void blendingIsBetween();
    void chipsAnswerToKeysAndCross();
    void chipsKeepTheirSizeInEveryState();
    void styleKeepsToTheTheme();
    void panelsArePartedByALine_data();
    void panelsArePartedByALine();

private:
    Theme m_theme;
};

void PaintersTest::marksStayInReach() {
    for (const model::Mark mark : marks)
        for (const State state : states)
            for (const bool focus : {false, true})
                for (const bool hollow : {false, true}) {
                    MarkStyle style{mark, model::Tenor::Pressure, hollow};
                    style.state = state;
                    style.keyboardFocus = focus;
                    style.otherClaim = hollow && !focus;
                    const Painted painted([&](QPainter& painter) { paintMark(painter, m_theme, style, centre, 6.4); });
                    const double reach = markReach(m_theme, style, 6.4);
                    QVERIFY2(painted.isWithin({centre.x() - reach, centre.y() - reach, 2 * reach, 2 * reach}),
                             qPrintable(described(painted.ink())));
                    QVERIFY(painted.untouched);
                }
}

void PaintersTest::marksDiffer() {
    QList<QImage> images;
    for (const model::Mark mark : marks) {
        const Painted painted([&](QPainter& painter) { paintMark(painter, m_theme, {mark}, centre, 6.4); });
        QVERIFY(!images.contains(painted.image));
        images << painted.image;
    }
}

void PaintersTest::hollowDiffersFromFilled() {
    for (const model::Mark mark : marks) {
        const auto middle = [&](bool hollow, bool dot) {
            MarkStyle style{mark, model::Tenor::Conflict, hollow};
            style.dot = dot;
            QImage image(side, side, QImage::Format_RGB32);
            image.fill(m_theme.color(Role::Ground));
            QPainter painter(&image);
            paintMark(painter, m_theme, style, centre, 9);
            painter.end();
            return image.pixelColor(centre.toPoint());
        };
        QCOMPARE(middle(false, false), m_theme.tenor(model::Tenor::Conflict));
        QCOMPARE(middle(true, false), m_theme.color(Role::Ground));
        QCOMPARE(middle(true, true), m_theme.tenor(model::Tenor::Conflict));
    }
}

void PaintersTest::barsStayInBounds_data() {
    QTest::addColumn<QRectF>("bar");
    QTest::newRow("wide") << QRectF(60, 116, 120, 7);
    QTest::newRow("narrow") << QRectF(110, 116, 9, 7);
    QTest::newRow("no width") << QRectF(120, 116, 0, 7);
}

void PaintersTest::barsStayInBounds() {
    QFETCH(QRectF, bar);
    constexpr EndForm forms[] = {EndForm::Bracket,  EndForm::Stop, EndForm::Fade,
                                 EndForm::Chevrons, EndForm::Cut,  EndForm::None};
    for (const EndForm left : forms)
        for (const EndForm right : forms)
            for (const State state : {State::Rest, State::Hovered, State::Dimmed}) {
                const BarStyle style{model::Tenor::Cooperation, left, right, 30, 20, state};
                const Painted painted([&](QPainter& painter) { paintBar(painter, m_theme, style, bar); });
                QVERIFY(painted.untouched);
                if (painted.ink().isValid())
                    QVERIFY2(painted.isWithin(barBounds(m_theme, style, bar)), qPrintable(described(painted.ink())));
            }
}

void PaintersTest::chevronsEndAtTheBarsEnd() {
    for (const double width : {4.0, 12.0, 40.0, 160.0}) {
        const QRectF bar(40, 116, width, 7);
        const BarStyle style{model::Tenor::Pressure, EndForm::None, EndForm::Chevrons};
        const Painted painted([&](QPainter& painter) { paintBar(painter, m_theme, style, bar); });
        QVERIFY2(painted.ink().right() < qCeil(bar.right()), qPrintable(described(painted.ink())));
    }
}

void PaintersTest::barsAndFadesOfNoWidthPaintTheirEnds() {
    const BarStyle style{model::Tenor::Cooperation, EndForm::Fade, EndForm::Stop, 60, 0};
    const Painted painted([&](QPainter& painter) { paintBar(painter, m_theme, style, {120, 116, 0, 7}); });
    QVERIFY(painted.ink().left() <= 66);
    QVERIFY(std::abs(painted.ink().right() - 119) <= 1);
}

void PaintersTest::fadesInPdfAreNoGradients() {
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        QPainter painter(&writer);
        paintBar(painter, m_theme, {model::Tenor::Cooperation, EndForm::Fade, EndForm::Chevrons, 60, 0},
                 {120, 116, 90, 7});
    }
    QVERIFY(buffer.data().startsWith("%PDF"));
    QVERIFY(!buffer.data().contains("/Shading"));
}

void PaintersTest::bridgeStaysOnItsLine() {
    const Painted painted([&](QPainter& painter) {
        paintBridge(painter, m_theme, model::Tenor::Neutral, {40, 120, 200, 120});
    });
    QVERIFY(painted.isWithin({40, 117, 160, 6}));
    QVERIFY(painted.untouched);
}

void PaintersTest::pillStaysInItsFrame() {
    const QRectF pill(100, 100, 44, 22);
    for (const State state : states)
        for (const int count : {2, 34, 1000}) {
            const Painted painted([&](QPainter& painter) {
                paintPill(painter, m_theme, pill, QString::number(count),
                          {{model::Tenor::Conflict, 0.01}, {model::Tenor::Neutral, 0.99}}, state);
            });
            QVERIFY(painted.isWithin(pill));
            QVERIFY(painted.untouched);
        }
}

void PaintersTest::tiesStayInReach() {
    for (const model::LineForm form : lineForms)
        for (const State state : {State::Rest, State::Hovered, State::Selected, State::Dimmed})
            for (const QPainterPath& path : {straight(), curved()})
                for (int flags = 0; flags < 16; ++flags) {
                    const TieStyle style{form,
                                         model::Tenor::Conflict,
                                         (flags & 1) != 0,
                                         (flags & 2) != 0,
                                         (flags & 4) != 0,
                                         (flags & 8) != 0,
                                         state};
                    const Painted painted([&](QPainter& painter) { paintTie(painter, m_theme, style, path); });
                    const double reach = tieReach(m_theme, style) + 1;
                    QVERIFY2(painted.isWithin(path.boundingRect().adjusted(-reach, -reach, reach, reach)),
                             qPrintable(described(painted.ink())));
                    QVERIFY(painted.untouched);
                }
}

void PaintersTest::tieFormsDiffer() {
    QList<QImage> images;
    for (const model::LineForm form : {model::LineForm::Double, model::LineForm::Single, model::LineForm::Thin,
                                       model::LineForm::Dotted, model::LineForm::Bar, model::LineForm::Jag}) {
        const Painted painted([&](QPainter& painter) { paintTie(painter, m_theme, {form}, straight()); });
        QVERIFY(!images.contains(painted.image));
        images << painted.image;
    }
    TieStyle pending{model::LineForm::Double};
    pending.pending = true;
    const Painted painted([&](QPainter& painter) { paintTie(painter, m_theme, pending, straight()); });
    QVERIFY(!images.contains(painted.image));
}

void PaintersTest::headsAreAtTheTarget() {
    const auto heightAt = [&](bool directed, bool bothWays, int x) {
        TieStyle style{model::LineForm::Single};
        style.directed = directed;
        style.bothWays = bothWays;
        const Painted painted([&](QPainter& painter) { paintTie(painter, m_theme, style, straight()); });
        int height = 0;
        for (int y = 0; y < side; ++y)
            height += qAlpha(painted.image.pixel(x, y)) > 0;
        return height;
    };
    QVERIFY(heightAt(true, false, 193) > 4);
    QVERIFY(heightAt(true, false, 46) <= 4);
    QVERIFY(heightAt(true, true, 46) > 4);
    QVERIFY(heightAt(false, false, 193) <= 4);
}

void PaintersTest::shortTiesDoNoHarm() {
    for (const model::LineForm form : lineForms)
        for (const double length : {0.0, 0.4, 3.0, 9.0}) {
            QPainterPath path(centre);
            path.lineTo(centre + QPointF(length, 0));
            TieStyle style{form};
            style.directed = style.bothWays = true;
            const Painted painted([&](QPainter& painter) { paintTie(painter, m_theme, style, path); });
            QVERIFY(painted.untouched);
        }
}

void PaintersTest::filteredTiesAreNotPainted() {
    TieStyle style{model::LineForm::Double};
    style.state = State::FilteredOut;
    const Painted painted([&](QPainter& painter) { paintTie(painter, m_theme, style, straight()); });
    QVERIFY(!painted.ink().isValid());
}

void PaintersTest::nodesStayInBounds() {
    for (const model::ActorKind kind : actorKinds)
        for (const State state : states)
            for (int flags = 0; flags < 64; ++flags) {
                const NodeStyle style{kind,
                                      state,
                                      (flags & 1) != 0,
                                      (flags & 2) != 0,
                                      (flags & 4) != 0,
                                      (flags & 8) != 0,
                                      (flags & 16) != 0,
                                      (flags & 32) != 0};
                const QString text =
                    kind == model::ActorKind::State ? QStringLiteral("WWW") : QStringLiteral("Pezeshkian");
                const QSizeF size = nodeSize(m_theme, kind, style.pole, text);
                const QRectF frame(centre - QPointF(size.width(), size.height()) / 2, size);
                const Painted painted([&](QPainter& painter) { paintNode(painter, m_theme, style, frame, text); });
                QVERIFY2(painted.isWithin(nodeBounds(m_theme, style, frame)), qPrintable(described(painted.ink())));
                QVERIFY(painted.untouched);
            }
}

void PaintersTest::nodeSizesHoldTheirText() {
    QCOMPARE(nodeSize(m_theme, model::ActorKind::State, true, QStringLiteral("RU")), QSizeF(54, 54));
    QCOMPARE(nodeSize(m_theme, model::ActorKind::State, false, QStringLiteral("US")), QSizeF(40, 40));
    const QString name = QStringLiteral("E3 and China");
    QVERIFY(nodeSize(m_theme, model::ActorKind::Bloc, false, name).width() > m_theme.width(name, Type::Chip) + 12);
    QVERIFY(nodeSize(m_theme, model::ActorKind::Person, false, name).width() > m_theme.width(name, Type::Chip) + 31);
}

void PaintersTest::textIsElided() {
    const QString text = QStringLiteral("Partnership treaty signed in Moscow");
    const Painted painted([&](QPainter& painter) {
        paintText(painter, m_theme, Type::Event, Qt::black, {40, 120}, text, Qt::AlignLeft, 100);
    });
    QVERIFY(painted.isWithin({39, 105, 102, 20}));
    QVERIFY(painted.untouched);
}

void PaintersTest::rightToLeftTextEndsAtItsPoint() {
    const QString text = QString::fromUtf8("\xD9\x85\xD8\xB9\xD8\xA7\xD9\x87\xD8\xAF\xD9\x87");
    const double width = m_theme.width(text, Type::Event);
    for (const Qt::Alignment alignment : {Qt::AlignLeft, Qt::AlignRight, Qt::AlignHCenter}) {
        const Painted painted(
            [&](QPainter& painter) { paintText(painter, m_theme, Type::Event, Qt::black, centre, text, alignment); });
        const double left = centre.x() - (alignment == Qt::AlignLeft    ? 0
                                          : alignment == Qt::AlignRight ? width
                                                                        : width / 2);
        QVERIFY2(painted.isWithin({left - 3, 90, width + 6, 50}), qPrintable(described(painted.ink())));
    }
}

void PaintersTest::symbolsStayInTheirFrame() {
    QList<QImage> images;
    for (int symbol = 0; symbol <= static_cast<int>(Symbol::Compare); ++symbol)
        for (const double size : {12.0, 16.0, 48.0}) {
            const QRectF frame(centre.x(), centre.y(), size, size);
            const Painted painted(
                [&](QPainter& painter) { paintSymbol(painter, static_cast<Symbol>(symbol), frame, Qt::black); });
            QVERIFY2(painted.isWithin(frame), qPrintable(QString::number(symbol)));
            QVERIFY(painted.untouched);
        }
}

void PaintersTest::symbolNames() {
    QCOMPARE(symbolOf(QStringLiteral("globe")), Symbol::Globe);
    QCOMPARE(symbolOf(QStringLiteral("limit")), Symbol::Limit);
    QCOMPARE(symbolOf(QStringLiteral("no such symbol")), Symbol::Document);
}

void PaintersTest::iconsAreGreyWhenDisabled() {
    const QIcon symbol = icon(Symbol::Search, m_theme);
    const QImage normal = symbol.pixmap(32, 32).toImage();
    const QImage disabled = symbol.pixmap(QSize(32, 32), QIcon::Disabled).toImage();
    QCOMPARE(normal.size(), QSize(32, 32));
    QVERIFY(normal != disabled);
}

void PaintersTest::blendingIsBetween() {
    QCOMPARE(blended(Qt::black, Qt::white, 0), QColor(Qt::white));
    QCOMPARE(blended(Qt::black, Qt::white, 1), QColor(0, 0, 0));
    QCOMPARE(blended(QColor(0, 0, 0), QColor(200, 100, 50), 0.5), QColor(100, 50, 25));
}

void PaintersTest::chipsAnswerToKeysAndCross() {
    Chip chip(m_theme, QStringLiteral("Cooperation"));
    chip.setCheckable(true);
    chip.setMark({model::Mark::Disc, model::Tenor::Cooperation});
    chip.resize(chip.sizeHint());
    QSignalSpy removed(&chip, &Chip::removed);
    QTest::keyClick(&chip, Qt::Key_Delete);
    QCOMPARE(removed.count(), 0);
    QTest::keyClick(&chip, Qt::Key_Space);
    QVERIFY(chip.isChecked());
    chip.setRemovable(true);
    chip.resize(chip.sizeHint());
    QTest::keyClick(&chip, Qt::Key_Delete);
    QCOMPARE(removed.count(), 1);
    QTest::mouseClick(&chip, Qt::LeftButton, {}, QPoint(chip.width() - 12, chip.height() / 2));
    QCOMPARE(removed.count(), 2);
    QVERIFY(chip.isChecked());
    QTest::mouseClick(&chip, Qt::LeftButton, {}, QPoint(20, chip.height() / 2));
    QVERIFY(!chip.isChecked());
    QCOMPARE(removed.count(), 2);
}

void PaintersTest::chipsKeepTheirSizeInEveryState() {
    Chip chip(m_theme, QStringLiteral("Neutral"));
    chip.setCheckable(true);
    const QSize size = chip.sizeHint();
    QCOMPARE(size.height(), 26);
    chip.setChecked(true);
    QCOMPARE(chip.sizeHint(), size);
    chip.setForm(Chip::Form::Square);
    QVERIFY(chip.sizeHint().height() >= 24);
    chip.setLargestTextWidth(20);
    QVERIFY(chip.sizeHint().width() < size.width());
    QCOMPARE(chip.text(), QStringLiteral("Neutral"));
}

void PaintersTest::styleKeepsToTheTheme() {
    const Style style(Theme(Scheme::Dark));
    QCOMPARE(style.standardPalette().color(QPalette::Window), Theme(Scheme::Dark).color(Role::Chrome));
    QCOMPARE(style.pixelMetric(QStyle::PM_SplitterWidth, nullptr, nullptr), 7);
}

void PaintersTest::panelsArePartedByALine_data() {
    QTest::addColumn<double>("ratio");
    QTest::addColumn<QRect>("handle");
    for (const double ratio : {1.0, 1.25, 2.0}) {
        QTest::addRow("upright, %g", ratio) << ratio << QRect(10, 0, 1, 40);
        QTest::addRow("flat, %g", ratio) << ratio << QRect(0, 10, 40, 1);
        QTest::addRow("wide, %g", ratio) << ratio << QRect(7, 0, 7, 40);
    }
}

void PaintersTest::panelsArePartedByALine() {
    QFETCH(double, ratio);
    QFETCH(QRect, handle);
    QImage image((QSizeF(40, 40) * ratio).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setClipRect(handle);
    QStyleOption option;
    option.rect = handle;
    const Theme theme(Scheme::Light);
    Style(theme).drawControl(QStyle::CE_Splitter, &option, &painter, nullptr);
    painter.end();
    const QPointF middle = ratio * QRectF(handle).center();
    QCOMPARE(image.pixelColor(static_cast<int>(middle.x()), static_cast<int>(middle.y())), theme.color(Role::Line2));
}

QTEST_MAIN(PaintersTest)
#include "tst_painters.moc"
