#include "app/pictures/web_page.h"
#include "app/relations/view/painter.h"
#include "db/model/network.h"
#include "tests/pictures/support_bundled.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace entente;
using namespace entente::pictures;

class TestWeb : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void samePageTwice();
    void policyAllowsNothingButItsOwnText();
    void textsCannotBreakOut();
    void blankDossierHasAPage();
    void languageDecidesDirection();
    void wordsAndValuesAgree();
    void scenesCanHideWhatIsLater();
    void pagesCanBeEnded();
    void enormousDossiersAreRefused();
    void pairsAreThoseThatHoldAlone();
    void actorsSitAroundPinsThatAreHeld();
    void pageWorksInABrowser();

private:
    model::DossierPointer m_dossier;
    QByteArray m_page;
};

namespace {

QByteArray between(const QByteArray& page, const QByteArray& from, const QByteArray& to) {
    const qsizetype start = page.indexOf(from) + from.size();
    return page.mid(start, page.indexOf(to, start) - start);
}

QByteArray hashOf(const QByteArray& text) {
    return "'sha256-" + QCryptographicHash::hash(text, QCryptographicHash::Sha256).toBase64() + "'";
}

QByteArray pageOf(const model::Tables& tables) {
    return webPage(std::make_shared<const model::Dossier>(tables), wording::Wording());
}

/// What the driver of the browser compares with.
QJsonObject expectedOf(const model::Dossier& dossier, const wording::Wording& wording) {
    QJsonArray events, ties, networks;
    for (qsizetype i = 0; i < dossier.tables().events.size(); ++i)
        events.append(dossier.titleOf(model::EventId(i)));
    for (qsizetype i = 0; i < dossier.tables().relationships.size(); ++i)
        ties.append(wording.relationship(dossier, model::RelationshipId(i)));
    for (const model::Day day : model::changeDays(dossier)) {
        QJsonArray names;
        for (const model::Tie& tie : model::networkAt(dossier, day).ties)
            names.append(wording.tie(dossier, tie));
        networks.append(QJsonObject{{"day", static_cast<double>(day)}, {"ties", names}});
    }
    const QString title = dossier.titleOf(dossier.eventsInOrder().first());
    return {{"events", events}, {"ties", ties}, {"networks", networks}, {"search", title.toUpper()}, {"found", title}};
}

bool write(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

void TestWeb::initTestCase() {
    QVERIFY(theme::loadFonts());
    m_dossier = test::bundledDossier();
    QVERIFY(m_dossier);
    m_page = webPage(m_dossier, wording::Wording());
}

void TestWeb::samePageTwice() {
    QVERIFY(m_page.startsWith("<!DOCTYPE html>"));
    QCOMPARE(webPage(m_dossier, wording::Wording()), m_page);
    QVERIFY(webPage(m_dossier, wording::Wording(), WebLook::Dark) != m_page);
    QVERIFY(m_page.contains(m_dossier->head().title.toHtmlEscaped().toUtf8()));
}

void TestWeb::policyAllowsNothingButItsOwnText() {
    const QByteArray policy = between(m_page, "Content-Security-Policy\" content=\"", "\">");
    QVERIFY(policy.startsWith("default-src 'none'; "));
    QVERIFY(!policy.contains("unsafe"));
    QVERIFY(policy.contains("script-src " + hashOf(between(m_page, "</script>\n<script>", "</script>"))));
    QVERIFY(policy.contains("style-src " + hashOf(between(m_page, "<style>", "</style>"))));
    QVERIFY(between(m_page, "</script>\n<script>", "</script>").size() > 30'000);
    const QByteArray style = between(m_page, "<style>", "</style>");
    QVERIFY(style.size() > 8000);
    QVERIFY(!style.contains("url(") && !style.contains("@import"));
    QVERIFY(!m_page.contains(" style=\""));
    QVERIFY(!m_page.contains(" src=\""));
}

void TestWeb::textsCannotBreakOut() {
    const QString evil = QStringLiteral("</script><script>alert(1)</script><!-- ]]> \"'` &lt; \u2028 \u2029 \x01 \x7f "
                                        "<img src=x onerror=alert(2)> \u202e");
    model::Tables tables = m_dossier->tables();
    tables.head.title = tables.head.summary = tables.head.authors = tables.head.language = evil;
    for (model::Actor& actor : tables.actors)
        actor.name = actor.summary = evil;
    for (model::Source& source : tables.sources) {
        source.title = evil;
        source.url = QStringLiteral("javascript:alert(3)");
    }
    for (model::Scene& scene : tables.scenes)
        scene.headline = scene.notes = evil;
    const QByteArray page = pageOf(tables);
    QCOMPARE(page.count("<script"), 2);
    QCOMPARE(page.count("</script"), 2);
    QVERIFY(!page.contains("<img"));
    QVERIFY(!page.contains("<!-- "));
    QVERIFY(!page.contains("javascript:"));
    QVERIFY(!page.contains('\x01'));
    const QByteArray json = between(page, "id=\"data\">", "</script>");
    QVERIFY(!json.contains('<'));
    const QJsonObject data = QJsonDocument::fromJson(json).object();
    QCOMPARE(data["title"].toString(), evil);
}

void TestWeb::blankDossierHasAPage() {
    const QByteArray page = pageOf({});
    QVERIFY(page.contains("id=\"data\""));
    QVERIFY(page.endsWith("</html>\n"));
}

void TestWeb::languageDecidesDirection() {
    QVERIFY(m_page.contains("<html lang=\"en\" dir=\"ltr\">"));
    model::Tables tables;
    tables.head.language = QStringLiteral("fa");
    QVERIFY(pageOf(tables).contains("<html lang=\"fa\" dir=\"rtl\">"));
}

void TestWeb::wordsAndValuesAgree() {
    for (const WebLook look : {WebLook::System, WebLook::Light, WebLook::Dark})
        QCOMPARE(webLookOf(wordOf(look)), look);
    QVERIFY(!webLookOf(QStringLiteral("blue")));
}

/// The script has words without ends, and days from which ends may be told.
void TestWeb::scenesCanHideWhatIsLater() {
    const QJsonObject data = QJsonDocument::fromJson(between(m_page, "id=\"data\">", "</script>")).object();
    const model::Day horizon = model::dayOf(2001, 3, 12);
    bool hasTreaty = false;
    for (const QJsonValue& event : data["events"].toArray())
        if (event["key"] == QStringLiteral("treaty-2001")) {
            hasTreaty = true;
            QVERIFY(event["date"].toString().contains("22"));
            QVERIFY(event["begun"].toString().endsWith("12 March 2001"));
            QVERIFY(event["told"].toDouble() > static_cast<double>(horizon));
        }
    QVERIFY(hasTreaty);
    qsizetype ending = 0, vague = 0;
    for (const QJsonValue& period : data["periods"].toArray()) {
        const bool ends = !period["possible"][1].isNull();
        QCOMPARE(!period["open"].isUndefined(), ends && !period["words"].isUndefined());
        ending += ends ? 1 : 0;
        if (ends)
            QVERIFY(period["open"][0][0].toString().contains(period["words"][0][0].toString().section(':', 0, 0)));
        if (ends && period["words"][0][0].toString().contains(QStringLiteral("2 Oct 2025")))
            QVERIFY(!period["open"][0][0].toString().contains(QStringLiteral("2 Oct 2025")));
        if (!period["sure"].isUndefined()) {
            static const QRegularExpression year("\\d{4}");
            QVERIFY(period["words"][1][0].toString().contains(year));
            QVERIFY(!period["unsaid"][0].toString().contains(year));
            ++vague;
        }
    }
    QVERIFY(ending > 0 && vague > 0);
    QVERIFY(!data["pairs"].toArray().isEmpty());
    for (const QJsonValue& pair : data["pairs"].toArray())
        QCOMPARE(pair[2].toArray().size(), 5);
}

void TestWeb::pagesCanBeEnded() {
    const auto made = [&](double end, double* last) {
        return webPage(m_dossier, wording::Wording(), WebLook::System, [=](double share) {
            const bool isRising = share >= *last && share <= 1;
            *last = share;
            return isRising && share < end;
        });
    };
    double last = 0;
    QCOMPARE(made(2, &last).value_or(QByteArray()), m_page);
    QVERIFY(last > 0.5);
    for (const double end : {0.0, 0.1, last / 2, last}) {
        double reached = 0;
        const auto ended = made(end, &reached);
        QVERIFY(!ended);
        QCOMPARE(ended.error().problem, pictures::ended().problem);
        QVERIFY(reached >= end);
    }
}

/// Before anything is made.
void TestWeb::enormousDossiersAreRefused() {
    model::Tables tables;
    tables.periods.resize(mostWebRows + 1);
    int steps = 0;
    const auto refused = webPage(std::make_shared<const model::Dossier>(tables), wording::Wording(), WebLook::System,
                                 [&](double) { return ++steps > 0; });
    QVERIFY(!refused);
    QVERIFY2(refused.error().problem.contains("200000"), qPrintable(refused.error().problem));
    QCOMPARE(steps, 0);
}

/// Of an agreement that many join one after another, the first two alone are one tie.
void TestWeb::pairsAreThoseThatHoldAlone() {
    constexpr int parties = 400;
    model::Tables tables;
    model::RelationType party;
    party.key = party.label = "party";
    party.meaning = model::Meaning::Party;
    tables.relationTypes.append(party);
    model::Actor agreement;
    agreement.key = agreement.name = "pact";
    agreement.kind = model::ActorKind::Agreement;
    tables.actors.append(agreement);
    for (int i = 0; i < parties; ++i) {
        model::Actor actor;
        actor.key = actor.name = QString("state-%1").arg(i);
        actor.kind = model::ActorKind::State;
        tables.actors.append(actor);
        tables.relationships.append(
            {QString("tie-%1").arg(i), model::ActorId(i + 1), model::ActorId(0), model::RelationTypeId(0), {}, {}, {}});
        model::Period period;
        period.key = QString("period-%1").arg(i);
        period.relationship = model::RelationshipId(i);
        period.from = {model::PeriodBound::Kind::Dated, *model::Edtf::parse(QString::number(1500 + i) + "-01-01")};
        period.to.kind = model::PeriodBound::Kind::Open;
        tables.periods.append(period);
    }
    const relations::Places nowhere;
    const QByteArray page =
        webPage(std::make_shared<const model::Dossier>(tables), nowhere, wording::Wording(), WebLook::System);
    const QJsonArray pairs =
        QJsonDocument::fromJson(between(page, "id=\"data\">", "</script>")).object()["pairs"].toArray();
    QCOMPARE(pairs.size(), 1);
    QCOMPARE(pairs[0][0].toInt(), 0);
    QCOMPARE(pairs[0][1].toInt(), 1);
}

/// As in the window once it was tidied up.
void TestWeb::actorsSitAroundPinsThatAreHeld() {
    model::Tables tables = m_dossier->tables();
    const model::ActorId actor = tables.relationships.first().to;
    tables.placements = {{actor, {0.5, 0.9}}};
    const auto dossier = std::make_shared<const model::Dossier>(tables);
    const auto framesOf = [](const QByteArray& page) {
        return QJsonDocument::fromJson(between(page, "id=\"data\">", "</script>")).object()["frames"].toArray();
    };
    const auto pageWith = [&](const QList<model::Placement>& held) {
        return webPage(dossier, wording::Wording(), WebLook::System, {}, held).value();
    };
    relations::Places window = relations::unplacedOf(*dossier, relations::measuresOf(theme::Theme()));
    relations::hold(window, tables.placements, *dossier);
    window = relations::placed(window, relations::place(window.input), *dossier);
    const QJsonArray held = framesOf(pageWith(tables.placements));
    QVERIFY(!held.isEmpty());
    QCOMPARE(held, framesOf(webPage(dossier, window, wording::Wording())));
    QVERIFY(held != framesOf(pageWith({})));
}

void TestWeb::pageWorksInABrowser() {
    const QString python = QStandardPaths::findExecutable(QStringLiteral("python3"));
    const bool hasBrowser = !QStandardPaths::findExecutable(QStringLiteral("chromium")).isEmpty();
    if (python.isEmpty() || !hasBrowser)
        QSKIP("needs python3 and chromium");
    const QTemporaryDir folder;
    const QString page = folder.filePath(QStringLiteral("page.html"));
    const QString expected = folder.filePath(QStringLiteral("expected.json"));
    model::Tables tables = m_dossier->tables();
    tables.scenes[1].hideDates = tables.scenes[1].hideNames = true;
    QVERIFY(write(page, pageOf(tables)));
    QVERIFY(write(expected, QJsonDocument(expectedOf(*m_dossier, wording::Wording())).toJson()));
    QProcess driver;
    driver.setProcessChannelMode(QProcess::MergedChannels);
    driver.start(python, {QStringLiteral("-B"), QStringLiteral(ENTENTE_SOURCE_DIR "/tests/pictures/web_test.py"), page,
                          expected});
    QVERIFY(driver.waitForFinished(240'000));
    const QByteArray said = driver.readAll();
    QVERIFY2(driver.exitCode() == 0, said.constData());
}

QTEST_MAIN(TestWeb)
#include "tst_web.moc"
