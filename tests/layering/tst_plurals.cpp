#include "tests/layering/support_sources.h"

#include <QRegularExpression>
#include <QTest>

using namespace entente::layering;

/// English says "1 day" and "2 days" only where the catalogue knows the text.
class TestPlurals : public QObject {
    Q_OBJECT

private slots:
    void everyPluralIsInTheCatalogue();
};

void TestPlurals::everyPluralIsInTheCatalogue() {
    QFile catalogue(QStringLiteral(ENTENTE_SOURCE_DIR "/resources/translations/entente_en.ts"));
    QVERIFY(catalogue.open(QIODevice::ReadOnly));
    const QString known = QString::fromUtf8(catalogue.readAll());
    static const QRegularExpression plural(QStringLiteral(R"re(tr\("((?:[^"\\]|\\.)*(?:%n|\(s\))(?:[^"\\]|\\.)*)")re"));
    QStringList missing;
    int found = 0;
    for (const SourceFile& file : sourcesBelow({"app", "db"})) {
        auto match = plural.globalMatch(file.lines.join('\n'));
        while (match.hasNext()) {
            const QString text = match.next().captured(1);
            ++found;
            if (!known.contains("<source>" + text.toHtmlEscaped() + "</source>"))
                missing.append(QString("%1: %2").arg(file.path, text));
        }
    }
    QVERIFY(found > 15);
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join('\n')));
}

QTEST_APPLESS_MAIN(TestPlurals)
#include "tst_plurals.moc"
