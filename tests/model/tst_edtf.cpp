#include "db/model/edtf.h"

#include <QFile>
#include <QTest>

using namespace entente::model;

/// EDTF by its specification: a table of texts with the days they may mean, and of texts that are none.
class TestEdtf : public QObject {
    Q_OBJECT

private slots:
    void readsValidDates_data();
    void readsValidDates();
    void refusesInvalidDates_data();
    void refusesInvalidDates();
    void survivesDamage();
};

static QString textOf(const Bound& bound) {
    if (bound.isKnown())
        return isoText(bound.day);
    return bound.kind == Bound::Kind::Open ? QStringLiteral("open") : QStringLiteral("unknown");
}

/// Lines of a table below tests/data/edtf: fields between bars, comments after #.
static QList<QStringList> rowsOf(const QString& name) {
    QFile file(QString(ENTENTE_TEST_DATA) + "/edtf/" + name);
    QList<QStringList> rows;
    if (!file.open(QIODevice::ReadOnly))
        return rows;
    for (const QString& line : QString::fromUtf8(file.readAll()).split('\n'))
        if (!line.isEmpty() && !line.startsWith('#'))
            rows.append(line.split('|'));
    return rows;
}

void TestEdtf::readsValidDates_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("earliest");
    QTest::addColumn<QString>("latest");
    const QList<QStringList> rows = rowsOf("valid.txt");
    QVERIFY(rows.size() > 100);
    for (const QStringList& row : rows)
        QTest::newRow(qPrintable(row[0])) << row[0] << row[1] << row[2];
}

void TestEdtf::readsValidDates() {
    QFETCH(QString, text);
    QFETCH(QString, earliest);
    QFETCH(QString, latest);
    const auto date = Edtf::parse(text);
    QVERIFY2(date, date ? "" : qPrintable(QString("column %1: %2").arg(date.error().column).arg(date.error().message)));
    QCOMPARE(textOf(date->earliest()), earliest);
    QCOMPARE(textOf(date->latest()), latest);
    QCOMPARE(date->text(), text);
}

void TestEdtf::refusesInvalidDates_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("column");
    const QList<QStringList> rows = rowsOf("invalid.txt");
    QVERIFY(rows.size() > 40);
    for (const QStringList& row : rows)
        QTest::newRow(qPrintable('"' + row[0] + '"')) << row[0] << row[1].toInt();
}

void TestEdtf::refusesInvalidDates() {
    QFETCH(QString, text);
    QFETCH(int, column);
    const auto date = Edtf::parse(text);
    QVERIFY2(!date, "it was read");
    QCOMPARE(date.error().column, column);
    QVERIFY(!date.error().message.isEmpty());
}

void TestEdtf::survivesDamage() {
    const QString letters = QStringLiteral("0123456789-/.?~%XYES[]{},T:Z ");
    quint32 seed = 20250117;
    const auto random = [&](qsizetype below) {
        seed = seed * 1664525 + 1013904223;
        return static_cast<qsizetype>((seed >> 8) % static_cast<quint32>(below));
    };
    const QList<QStringList> rows = rowsOf("valid.txt");
    for (int round = 0; round < 20000; ++round) {
        QString text = rows[random(rows.size())][0];
        for (qsizetype change = random(3); change >= 0; --change)
            text.insert(random(text.size() + 1), letters[random(letters.size())]);
        const auto date = Edtf::parse(text);
        if (!date)
            QVERIFY(date.error().column >= 1 && date.error().column <= text.size() + 1);
        else if (date->earliest().isKnown() && date->latest().isKnown())
            QVERIFY2(date->earliest().day <= date->latest().day, qPrintable(text));
    }
}

QTEST_APPLESS_MAIN(TestEdtf)
#include "tst_edtf.moc"
