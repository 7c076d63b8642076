#include "app/timeline/layout/dates.h"
#include "tests/timeline/layout/support_scene.h"

#include <QRandomGenerator>
#include <QTest>

using namespace entente;
using namespace entente::timeline;

/// What is drawn of a date is what is known of it, to half a pixel.
class TestExtents : public QObject {
    Q_OBJECT

private slots:
    void drawnExtentsAreTheKnownOnes();
    void contestedDatesAreHollow();
    void narrowUncertaintyIsAMarkAlone();
};

namespace {

constexpr double half = 0.5; // pixels
constexpr double narrow = 5; // pixels

QString someDay(QRandomGenerator& random) {
    return QStringLiteral("%1-%2-%3")
        .arg(random.bounded(1, 2100), 4, 10, QLatin1Char('0'))
        .arg(random.bounded(1, 13), 2, 10, QLatin1Char('0'))
        .arg(random.bounded(1, 29), 2, 10, QLatin1Char('0'));
}

QString somePoint(QRandomGenerator& random) {
    const QString day = someDay(random);
    const QString year = day.left(4);
    switch (random.bounded(14)) {
    case 0:
        return year;
    case 1:
        return day.left(7);
    case 2:
        return day.left(3) + 'X';
    case 3:
        return day.left(2) + "XX";
    case 4:
        return QStringLiteral("%1-%2").arg(year).arg(random.bounded(21, 42));
    case 5:
        return '-' + year;
    case 6:
        return QStringLiteral("-%1").arg(day);
    case 7:
        return QStringLiteral("Y%1").arg(random.bounded(10'000, 2'000'000'000));
    case 8:
        return QStringLiteral("Y-%1").arg(random.bounded(10'000, 2'000'000'000));
    case 9:
        return QStringLiteral("1%1S2").arg(year.right(3));
    case 10:
        return day.left(8) + "XX";
    default:
        return day;
    }
}

QString someDate(QRandomGenerator& random) {
    const QString one = somePoint(random), other = somePoint(random);
    const QStringList qualifiers = {"", "", "~", "?", "%"};
    const auto qualified = [&](const QString& point) { return point + qualifiers[random.bounded(5)]; };
    switch (random.bounded(12)) {
    case 0:
        return QStringLiteral("[%1..%2]").arg(one, other);
    case 1:
        return QStringLiteral("[..%1]").arg(one);
    case 2:
        return QStringLiteral("[%1..]").arg(one);
    case 3:
        return QStringLiteral("{%1,%2}").arg(one, other);
    case 4:
    case 5:
        return QStringLiteral("%1/%2").arg(qualified(one), qualified(other));
    case 6:
        return QStringLiteral("%1/..").arg(qualified(one));
    case 7:
        return QStringLiteral("%1/").arg(one);
    case 8:
        return QStringLiteral("../%1").arg(one);
    default:
        return qualified(one);
    }
}

model::DossierPointer dossierOf(const QStringList& dates) {
    model::Tables tables;
    tables.eventKinds.append({"fact", "Fact", model::Mark::Square, model::Tenor::Neutral});
    model::Event event;
    event.key = "event";
    event.kind = model::EventKindId(0);
    for (const QString& text : dates) {
        model::DateClaim claim;
        claim.position = static_cast<int>(event.claims.size()) + 1;
        claim.date = *model::Edtf::parse(text);
        claim.preferred = event.claims.isEmpty();
        event.claims.append(claim);
    }
    tables.events.append(event);
    return std::make_shared<const model::Dossier>(std::move(tables));
}

EventMark depicted(const QStringList& dates, const Scale& scale, const QRectF& lanes) {
    EventMark mark;
    mark.event = model::EventId(0);
    mark.place.setY(lanes.center().y());
    const auto dossier = dossierOf(dates);
    const Input input = test::inputOf(dossier, {1000, 400});
    if (!depict(*dossier, dossier->view(mark.event), scale, lanes, input.measures, mark))
        mark.event = {};
    return mark;
}

} // namespace

void TestExtents::drawnExtentsAreTheKnownOnes() {
    QRandomGenerator random(2024);
    const QRectF lanes(0, 0, 1000, 400);
    int checked = 0, bars = 0;
    while (checked < 1000) {
        const QString text = someDate(random);
        const auto date = model::Edtf::parse(text);
        if (!date)
            continue;
        const model::Bound first = date->earliest(), last = date->latest();
        if (!first.isKnown() && !last.isKnown())
            continue;
        if (first.isKnown() && last.isKnown() && last.day < first.day)
            continue; // ends before it begins
        ++checked;
        const double from = static_cast<double>(first.isKnown() ? first.day : last.day - 1000);
        const double to = static_cast<double>(last.isKnown() ? last.day : first.day + 1000) + 1;
        // From a third of the width to a hair.
        const double share = std::pow(10, -3 * random.generateDouble());
        const double pixels = 600 * share / (to - from);
        const Scale scale(from, pixels, 300);
        const EventMark mark = depicted({text}, scale, lanes);
        QVERIFY2(mark.event.isValid(), qPrintable(text));
        QVERIFY2(mark.hollow == !date->start().isExactDay(), qPrintable(text));
        const bool isBounded = first.isKnown() && last.isKnown();
        const bool isPoint = isBounded && date->isExactDay();
        if (isPoint) {
            QVERIFY2(!mark.bar, qPrintable(text));
            QCOMPARE(mark.place.x(), scale.x(from + half));
            continue;
        }
        if (isBounded && !date->isInterval() && (to - from) * pixels < narrow) {
            QVERIFY2(!mark.bar, qPrintable(text));
            continue;
        }
        QVERIFY2(mark.bar, qPrintable(text));
        ++bars;
        if (first.isKnown())
            QVERIFY2(std::abs(mark.bar->left() - scale.x(from)) <= half,
                     qPrintable(QString("%1: from %2, drawn %3").arg(text).arg(scale.x(from)).arg(mark.bar->left())));
        if (last.isKnown())
            QVERIFY2(std::abs(mark.bar->right() - scale.x(to)) <= half,
                     qPrintable(QString("%1: to %2, drawn %3").arg(text).arg(scale.x(to)).arg(mark.bar->right())));
        QVERIFY(mark.fadeLeft >= 0 && mark.fadeRight >= 0);
        // An end that is known and not qualified does not fade.
        if (first.isKnown() && !date->start().approximate && !date->start().uncertain)
            QVERIFY2(mark.fadeLeft == 0, qPrintable(text));
        if (last.isKnown() && !date->end().approximate && !date->end().uncertain)
            QVERIFY2(mark.fadeRight == 0, qPrintable(text));
    }
    QVERIFY(bars > 300);
}

void TestExtents::contestedDatesAreHollow() {
    const Scale scale(static_cast<double>(model::dayOf(2001, 1, 1)), 1, 0);
    const QRectF lanes(0, 0, 1000, 400);
    QVERIFY(!depicted({"2001-03-12"}, scale, lanes).hollow);
    // A vaguer claim that contains the one in use does not contest it.
    QVERIFY(!depicted({"2001-03-12", "2001-03"}, scale, lanes).hollow);
    const EventMark contested = depicted({"2001-03-12", "2001-03-22"}, scale, lanes);
    QVERIFY(contested.hollow && contested.dot && contested.bridge);
    QCOMPARE(contested.otherClaims.size(), 1);
    QCOMPARE(contested.otherClaims.first().x() - contested.place.x(), 10.0);
}

void TestExtents::narrowUncertaintyIsAMarkAlone() {
    const QRectF lanes(0, 0, 1000, 400);
    const double from = static_cast<double>(model::dayOf(2016, 1, 1));
    QVERIFY(!depicted({"2016"}, Scale(from, 4.9 / 366, 500), lanes).bar);
    const EventMark wide = depicted({"2016"}, Scale(from, 5.1 / 366, 500), lanes);
    QVERIFY(wide.bar);
    QCOMPARE(wide.barLeft, End::Bracket);
    QCOMPARE(wide.barRight, End::Bracket);
}

QTEST_APPLESS_MAIN(TestExtents)
#include "tst_extents.moc"
