#include "app/theme/advances.h"

#include <QTest>

using namespace entente::theme;

/// Summed widths are the shaped ones.
class TestAdvances : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(loadFonts()); }
    void widthsAreThoseOfShaping_data();
    void widthsAreThoseOfShaping();
    void repeatedTextsAreAsWide();
};

void TestAdvances::widthsAreThoseOfShaping_data() {
    QTest::addColumn<QString>("text");
    for (const char* text :
         {"", "A", "Treaty on mutual relations and principles of cooperation", "AVATAR, WAVE; To. Ty: 11,171.7",
          "12 or 22 Mar 2001", "30 Sep 2015 – 8 Dec 2024", "“Quoted” … ‘words’ (and) [more] — #1/2 @ 50 % & co.",
          "Ävskärmning, Ærø, Łódź, Ğazı, Žižek", "Договор о всеобъемлющем партнёрстве", "Συνθήκη συνεργασίας",
          "fi fl ffi office affluent", "->  <- != 3x4 1:2", "قرارداد ایران", "条约 2025", "e\u0301tude", "🙂 signed"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TestAdvances::widthsAreThoseOfShaping() {
    QFETCH(QString, text);
    const Theme theme;
    Advances advances(theme);
    for (const Type type : {Type::Event, Type::KeyEvent, Type::Date, Type::TickMajor, Type::Secondary, Type::Chip}) {
        const double summed = advances.width(text, type), shaped = theme.width(text, type);
        QVERIFY2(std::abs(summed - shaped) < 1, qPrintable(QString("%1, shaped %2").arg(summed).arg(shaped)));
    }
}

void TestAdvances::repeatedTextsAreAsWide() {
    Advances advances{Theme()};
    const QString text = QStringLiteral("Nuclear deal in Vienna");
    const double first = advances.width(text, Type::Event);
    advances.width(QStringLiteral("Vienna, nuclear"), Type::KeyEvent);
    QCOMPARE(advances.width(text, Type::Event), first);
}

QTEST_MAIN(TestAdvances)
#include "tst_advances.moc"
