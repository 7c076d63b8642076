#include "app/theme/font_features.h"
#include "app/theme/paragraph.h"
#include "app/theme/plain_text.h"
#include "app/theme/theme.h"
#include "tests/theme/support_colour.h"

#include <QFile>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QRawFont>
#include <QTest>

using namespace entente;
using namespace entente::test;
using theme::Role;
using theme::Scheme;
using theme::Theme;

class ThemeTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(theme::loadFonts()); }
    void contrastIsEnough_data();
    void contrastIsEnough();
    void differenceFollowsPublishedPairs_data();
    void differenceFollowsPublishedPairs();
    void tenorsStayApart_data();
    void tenorsStayApart();
    void greyOrdersTenors();
    void fontsAreInter();
    void signsHaveOneForm();
    void featuresOfBrokenFontsAreNotSought();
    void scaleMultipliesTypeAndSizes();
    void paletteComesFromTheRoles();
    void tintsCarryText();
    void toolTipsAreEscaped();
    void labelsAreNeverMarkup();
    void linesTakeAllWordsThatFit_data();
    void linesTakeAllWordsThatFit();
};

void ThemeTest::contrastIsEnough_data() {
    QTest::addColumn<Role>("role");
    QTest::addColumn<double>("least");
    QTest::newRow("ink") << Role::Ink << 14.0;
    QTest::newRow("ink2") << Role::Ink2 << 7.0;
    QTest::newRow("ink3") << Role::Ink3 << 4.5;
    QTest::newRow("line3") << Role::Line3 << 3.0;
}

void ThemeTest::contrastIsEnough() {
    QFETCH(Role, role);
    QFETCH(double, least);
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
        const Theme look(scheme);
        for (const Role ground : {Role::Ground, Role::Lane, Role::Panel, Role::Chrome})
            QVERIFY2(contrast(look.color(role), look.color(ground)) >= least,
                     qPrintable(look.color(role).name() + QStringLiteral(" on ") + look.color(ground).name()));
        QVERIFY(contrast(look.color(Role::DiscText), look.color(Role::Disc)) >= 13);
        for (const model::Tenor tenor :
             {model::Tenor::Cooperation, model::Tenor::Pressure, model::Tenor::Conflict, model::Tenor::Neutral})
            for (const Role ground : {Role::Ground, Role::Lane, Role::Panel, Role::Chrome})
                QVERIFY(contrast(look.tenor(tenor), look.color(ground)) >= 3);
    }
}

// Rows of table 1 of Sharma, Wu and Dalal (2005).
void ThemeTest::differenceFollowsPublishedPairs_data() {
    QTest::addColumn<QList<double>>("labs");
    QTest::addColumn<double>("expected");
    QTest::newRow("1") << QList<double>{50, 2.6772, -79.7751, 50, 0, -82.7485} << 2.0425;
    QTest::newRow("7") << QList<double>{50, 0, 0, 50, -1, 2} << 2.3669;
    QTest::newRow("13") << QList<double>{50, -0.001, 2.49, 50, 0.0011, -2.49} << 4.7461;
    QTest::newRow("18") << QList<double>{50, 2.5, 0, 61, -5, 29} << 22.8977;
    QTest::newRow("27") << QList<double>{36.4612, 47.858, 18.3852, 36.2715, 50.5065, 21.2231} << 1.4146;
}

void ThemeTest::differenceFollowsPublishedPairs() {
    QFETCH(QList<double>, labs);
    QFETCH(double, expected);
    const double found = difference({labs[0], labs[1], labs[2]}, {labs[3], labs[4], labs[5]});
    QVERIFY2(std::abs(found - expected) < 1e-4, qPrintable(QString::number(found)));
}

void ThemeTest::tenorsStayApart_data() {
    QTest::addColumn<Scheme>("scheme");
    QTest::addColumn<Vision>("vision");
    QTest::addColumn<double>("least");
    QTest::newRow("light") << Scheme::Light << Vision::Normal << 38.0;
    QTest::newRow("light protan") << Scheme::Light << Vision::Protan << 26.0;
    QTest::newRow("light deutan") << Scheme::Light << Vision::Deutan << 21.0;
    QTest::newRow("light tritan") << Scheme::Light << Vision::Tritan << 24.0;
    QTest::newRow("dark") << Scheme::Dark << Vision::Normal << 36.0;
    QTest::newRow("dark protan") << Scheme::Dark << Vision::Protan << 25.0;
    QTest::newRow("dark deutan") << Scheme::Dark << Vision::Deutan << 17.0;
    QTest::newRow("dark tritan") << Scheme::Dark << Vision::Tritan << 26.0;
}

void ThemeTest::tenorsStayApart() {
    QFETCH(Scheme, scheme);
    QFETCH(Vision, vision);
    QFETCH(double, least);
    const Theme look(scheme);
    const auto lab = [&](model::Tenor tenor) { return labOf(look.tenor(tenor), vision); };
    const Lab cooperation = lab(model::Tenor::Cooperation);
    const Lab pressure = lab(model::Tenor::Pressure);
    const Lab conflict = lab(model::Tenor::Conflict);
    const double found = std::min(
        {difference(cooperation, pressure), difference(cooperation, conflict), difference(pressure, conflict)});
    QVERIFY2(found >= least - 0.5, qPrintable(QString::number(found)));
}

void ThemeTest::greyOrdersTenors() {
    const Theme look(Scheme::Light);
    const double conflict = labOf(look.tenor(model::Tenor::Conflict)).L;
    const double cooperation = labOf(look.tenor(model::Tenor::Cooperation)).L;
    const double pressure = labOf(look.tenor(model::Tenor::Pressure)).L;
    QVERIFY(conflict + 8 < cooperation);
    QVERIFY(cooperation + 8 < pressure);
}

void ThemeTest::fontsAreInter() {
    const Theme look;
    for (int type = 0; type < static_cast<int>(theme::Type::Count); ++type) {
        const QFont font = look.font(static_cast<theme::Type>(type));
        QCOMPARE(font.families().first(), QStringLiteral("Inter"));
        QCOMPARE(QFontInfo(font).family(), QStringLiteral("Inter"));
        QVERIFY(font.pixelSize() >= 11);
        QCOMPARE(font.hintingPreference(), QFont::PreferNoHinting);
    }
    QVERIFY(look.width(QStringLiteral("Иран"), theme::Type::Body) > 0);
}

/// Also where the system has the same fonts, as machines that build it do.
void ThemeTest::signsHaveOneForm() {
    const Theme look;
    for (int type = 0; type < static_cast<int>(theme::Type::Count); ++type) {
        const QRawFont font = QRawFont::fromFont(look.font(static_cast<theme::Type>(type)));
        const QByteArray substitutions = font.fontTable("GSUB");
        QVERIFY(substitutions.contains("ccmp"));
        QVERIFY(!substitutions.contains("calt"));
    }
}

void ThemeTest::featuresOfBrokenFontsAreNotSought() {
    QFile file(QStringLiteral(":/fonts/Inter-Bold"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray font = file.readAll();
    QCOMPARE(theme::withoutFeature(font, "none"), font);
    const QByteArray without = theme::withoutFeature(font, "calt");
    QCOMPARE(without.size(), font.size());
    QVERIFY(without != font);
    for (const qsizetype size : {0, 1, 5, 12, 13, 28, 40, 200, 1000})
        QCOMPARE(theme::withoutFeature(font.left(size), "calt"), font.left(size));
    const qsizetype features = without.indexOf("ccmp", without.indexOf("GSUB") + 4);
    for (qsizetype size = features - 20; size < features + 20; ++size)
        QCOMPARE(theme::withoutFeature(font.left(size), "calt").size(), size);
}

void ThemeTest::scaleMultipliesTypeAndSizes() {
    const Theme once(Scheme::Light, 1);
    const Theme twice(Scheme::Light, 2);
    QCOMPARE(twice.px(7), 14.0);
    QCOMPARE(twice.font(theme::Type::CardTitle).pixelSize(), 2 * once.font(theme::Type::CardTitle).pixelSize());
    QCOMPARE(twice.lineHeight(theme::Type::Body), 38.0);
    const QString text = QStringLiteral("Partnership treaty signed");
    QVERIFY(std::abs(twice.width(text, theme::Type::Body) - 2 * once.width(text, theme::Type::Body)) < 0.5);
}

void ThemeTest::paletteComesFromTheRoles() {
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
        const Theme look(scheme);
        const QPalette palette = look.palette();
        QCOMPARE(palette.color(QPalette::Window), look.color(Role::Chrome));
        QCOMPARE(palette.color(QPalette::Text), look.color(Role::Ink));
        QVERIFY(contrast(palette.color(QPalette::Highlight), palette.color(QPalette::HighlightedText)) >= 7);
        QVERIFY(contrast(palette.color(QPalette::PlaceholderText), palette.color(QPalette::Base)) >= 4.5);
    }
}

void ThemeTest::tintsCarryText() {
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark})
        for (const model::Tenor tenor :
             {model::Tenor::Cooperation, model::Tenor::Pressure, model::Tenor::Conflict, model::Tenor::Neutral}) {
            const Theme look(scheme);
            QVERIFY(contrast(look.color(Role::Ink2), look.tint(tenor)) >= 4.5);
            QVERIFY(contrast(look.color(Role::Ink), look.tint(tenor)) >= 7);
            QVERIFY(contrast(look.tenor(tenor), look.color(Role::Chrome)) >= 3);
        }
}

void ThemeTest::toolTipsAreEscaped() {
    QWidget widget;
    theme::setPlainToolTip(widget, QStringLiteral("<img src=\"file:///etc/passwd\"> & more"));
    QVERIFY(!widget.toolTip().contains(QStringLiteral("<img")));
    QVERIFY(widget.toolTip().contains(QStringLiteral("&lt;img")));
    QCOMPARE(theme::plainToolTip({}), QString());
}

void ThemeTest::labelsAreNeverMarkup() {
    const std::unique_ptr<QLabel> label(
        theme::plainLabel(Theme(), QStringLiteral("<b>a</b>"), theme::Type::Body, Role::Ink2));
    QCOMPARE(label->textFormat(), Qt::PlainText);
    QCOMPARE(label->text(), QStringLiteral("<b>a</b>"));
    QCOMPARE(label->palette().color(QPalette::WindowText), Theme().color(Role::Ink2));
}

void ThemeTest::linesTakeAllWordsThatFit_data() {
    QTest::addColumn<QString>("text");
    const QString sentence = QStringLiteral("Between a and the comprehensive strategic partnership of two states ");
    QTest::newRow("nothing") << QString();
    QTest::newRow("a word") << QStringLiteral("treaty");
    QTest::newRow("blanks") << QStringLiteral("  of   a  treaty ");
    QTest::newRow("a long word") << QStringLiteral("of ") + QString(80, 'w') + QStringLiteral(" a");
    QTest::newRow("one line or two") << sentence;
    QTest::newRow("more than there is room for") << sentence.repeated(30);
}

/// As if words were added to a line one by one.
void ThemeTest::linesTakeAllWordsThatFit() {
    QFETCH(QString, text);
    const Theme look;
    const QFontMetricsF metrics(look.font(theme::Type::Body));
    for (const double width : {20.0, 90.0, 260.0, 700.0}) {
        for (const int most : {1, 2, 5}) {
            QStringList words = text.split(' ', Qt::SkipEmptyParts), lines;
            while (!words.isEmpty() && lines.size() < most) {
                QString line = words.takeFirst();
                const bool isLast = lines.size() + 1 == most;
                while (!words.isEmpty() && (isLast || metrics.horizontalAdvance(line + ' ' + words.first()) <= width))
                    line += ' ' + words.takeFirst();
                lines.append(metrics.elidedText(line, Qt::ElideRight, width));
            }
            QCOMPARE(theme::paragraph(text, look, theme::Type::Body, width, most), lines);
        }
    }
}

QTEST_MAIN(ThemeTest)
#include "tst_theme.moc"
