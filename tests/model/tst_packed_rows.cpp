#include "db/model/packed_rows.h"

#include <QTest>
#include <limits>

using namespace entente::model;

/// Rows that are kept as bytes come back as they were.
class TestPackedRows : public QObject {
    Q_OBJECT

private slots:
    void numbersComeBack_data();
    void numbersComeBack();
    void eventsComeBack_data();
    void eventsComeBack();
    void partsAreThoseOfTheEvent();
    void participationsComeBack();
    void copiesAreIndependent();
    void recordsAreFoundAcrossBlocks();
};

namespace {

Event fullEvent() {
    Event event;
    event.key = "treaty-signed";
    event.title = QString::fromUtf8("Договор подписан");
    event.shortTitle = "Signed";
    event.summary = "Both sign.[^decree]";
    event.kind = EventKindId(3);
    event.tenor = Tenor::Neutral;
    event.tenorCitation = CitationId(200);
    event.importance = keyImportance;
    event.place = "Moscow";
    event.certainty = Certainty::Expected;
    event.claims = {{1, *Edtf::parse(u"2025-01-17"), "julian", "by letter", false, {CitationId(1), CitationId(0)}},
                    {7, *Edtf::parse(u"[2025-01..2025-02]"), {}, {}, true, {}}};
    event.themes = {ThemeId(1), ThemeId(0)};
    event.citations = {CitationId(300)};
    event.media = {MediaId(0)};
    return event;
}

QList<std::pair<QString, Event>> events() {
    Event plain;
    plain.key = "a";
    plain.title = "A";
    plain.claims = {{1, *Edtf::parse(u"2001"), {}, {}, true, {}}};
    plain.themes = {ThemeId(5)};
    Event undated = plain;
    undated.claims.clear();
    undated.themes.clear();
    Event noted = plain;
    noted.claims.first().note = "about";
    Event unpreferred = plain;
    unpreferred.claims.first().preferred = false;
    Event moved = plain;
    moved.claims.first().position = -4;
    Event dateless = plain;
    dateless.claims.first().date = Edtf();
    Event huge = plain;
    huge.title = QString(1'000'000, 'x');
    return {{"empty", Event()},
            {"plain", plain},
            {"full", fullEvent()},
            {"undated", undated},
            {"noted", noted},
            {"not preferred", unpreferred},
            {"position", moved},
            {"without a date", dateless},
            {"a million characters", huge}};
}

} // namespace

void TestPackedRows::numbersComeBack_data() {
    QTest::addColumn<qint64>("number");
    using Limits = std::numeric_limits<qint64>;
    for (const qint64 number : {qint64(0), qint64(1), qint64(-1), qint64(63), qint64(64), qint64(127), qint64(128),
                                qint64(-128), qint64(1) << 40, Limits::max(), Limits::min()})
        QTest::newRow(qPrintable(QString::number(number))) << number;
}

void TestPackedRows::numbersComeBack() {
    QFETCH(qint64, number);
    ByteWriter writer;
    writer.signedNumber(number);
    writer.number(static_cast<quint64>(number));
    writer.text("x");
    ByteReader reader(writer.bytes());
    QCOMPARE(reader.signedNumber(), number);
    QCOMPARE(reader.number(), static_cast<quint64>(number));
    QCOMPARE(reader.text().toByteArray(), QByteArray("x"));
    QVERIFY(reader.atEnd());
}

void TestPackedRows::eventsComeBack_data() {
    QTest::addColumn<qsizetype>("index");
    for (qsizetype i = 0; i < events().size(); ++i)
        QTest::newRow(qPrintable(events()[i].first)) << i;
}

void TestPackedRows::eventsComeBack() {
    QFETCH(qsizetype, index);
    const Event event = events()[index].second;
    const EventList list = {Event(), event, fullEvent()};
    QVERIFY(list[1] == event);
    QVERIFY(list[2] == fullEvent());
}

void TestPackedRows::partsAreThoseOfTheEvent() {
    for (const auto& [name, event] : events()) {
        const EventList list = {event};
        const EventView view = viewOf(list.records()[0]);
        QCOMPARE(QString::fromUtf8(view.key), event.key);
        QCOMPARE(QString::fromUtf8(view.title), event.title);
        QCOMPARE(QString::fromUtf8(view.shortTitle), event.shortTitle);
        QVERIFY(view.kind == event.kind && view.tenor == event.tenor && view.certainty == event.certainty);
        QCOMPARE(view.importance, event.importance);
        QVERIFY(view.firstTheme == event.themes.value(0));
        QCOMPARE(view.claims, event.claims.size());
        const auto used = std::find_if(event.claims.begin(), event.claims.end(), [](auto& c) { return c.preferred; });
        const QString date = used != event.claims.end() ? used->date.text()
                             : event.claims.isEmpty()   ? QString()
                                                        : event.claims.first().date.text();
        QCOMPARE(QString::fromUtf8(view.date), date);
    }
}

void TestPackedRows::participationsComeBack() {
    const QList<Participation> rows = {{EventId(0), ActorId(0), {}, {}},
                                       {EventId(70000), ActorId(300), "host", {}},
                                       {EventId(1), ActorId(2), {}, {CitationId(4)}},
                                       {}};
    ParticipationList list;
    for (const Participation& row : rows)
        list.append(row);
    for (qsizetype i = 0; i < rows.size(); ++i) {
        QVERIFY(list[i] == rows[i]);
        QVERIFY(participationViewOf(list.records()[i]).event == rows[i].event);
        QVERIFY(participationViewOf(list.records()[i]).actor == rows[i].actor);
    }
}

void TestPackedRows::copiesAreIndependent() {
    PackedBytes first;
    for (int i = 0; i < 40; ++i)
        first.append(QByteArray::number(i));
    PackedBytes second = first;
    QVERIFY(second.isSharedWith(first));
    second.append("forty");
    second.replace(17, "replaced by something longer");
    QVERIFY(!second.isSharedWith(first));
    QCOMPARE(first.size(), 40);
    QCOMPARE(first[17].toByteArray(), QByteArray("17"));
    QCOMPARE(second.size(), 41);
    QCOMPARE(second[17].toByteArray(), QByteArray("replaced by something longer"));
    QCOMPARE(second[18].toByteArray(), QByteArray("18"));
    QCOMPARE(second[40].toByteArray(), QByteArray("forty"));
    second.removeLast();
    QCOMPARE(second.size(), 40);
    QCOMPARE(second[39].toByteArray(), QByteArray("39"));
}

void TestPackedRows::recordsAreFoundAcrossBlocks() {
    constexpr qsizetype count = (1 << 14) * 2 + 5;
    PackedBytes list;
    for (qsizetype i = 0; i < count; ++i)
        list.append(QByteArray::number(i));
    for (const qsizetype i :
         {qsizetype(0), qsizetype(15), qsizetype(16), qsizetype(16383), qsizetype(16384), count - 1})
        QCOMPARE(list[i].toByteArray(), QByteArray::number(i));
    qsizetype seen = 16380;
    bool inOrder = true;
    list.each(16380, 16390, [&](qsizetype index, QByteArrayView record) {
        inOrder = inOrder && index == seen++ && record == QByteArray::number(index);
    });
    QVERIFY(inOrder);
    QCOMPARE(seen, 16390);
    for (qsizetype i = 0; i < 6; ++i)
        list.removeLast();
    QCOMPARE(list.size(), (1 << 14) * 2 - 1);
    QCOMPARE(list[list.size() - 1].toByteArray(), QByteArray::number(list.size() - 1));
}

QTEST_GUILESS_MAIN(TestPackedRows)
#include "tst_packed_rows.moc"
