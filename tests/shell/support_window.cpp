#include "tests/shell/support_window.h"

#include "app/theme/style.h"

#include <QSignalSpy>
#include <QTest>

namespace entente::shell {

QString bundledFile() {
    return QString(ENTENTE_BINARY_DIR) + "/share/entente/russia-iran.dossier";
}

void prepareApplication() {
    QVERIFY(theme::loadFonts());
    QApplication::setStyle(new theme::Style(theme::Theme()));
}

namespace {

model::Edtf date(const QString& text) {
    return *model::Edtf::parse(text);
}

/// Dates of every kind from 480 BCE to 1453.
const QStringList syntheticDates = {"-0479",       "-0478-08",    "-0430~",
                                    "-0403/-0402", "-0330-11?",   "[-0269..-0263]",
                                    "-0043-03-15", "-0030-09-02", "0009-09",
                                    "0033%",       "0066/0073",   "[..0105]",
                                    "0117-08-08",  "02XX",        "0313-02",
                                    "0330-05-11",  "0395-01-17",  "0410-08-24",
                                    "0476-09-04",  "0529",        "[0537-12-27,0562]",
                                    "0622-07",     "0800-12-25",  "0962/..",
                                    "1054-07-16",  "1071-08-26",  "1204-04-12",
                                    "1261-07",     "134X",        "1389-06",
                                    "1402-07-20",  "1439",        "1453-04-06/1453-05-29"};

void addSyntheticEvents(model::Tables& tables) {
    const QStringList persian = {"پیمان بزرگ", "نبرد در کنار رود", "سفیران به پایتخت می‌رسند"};
    for (qsizetype i = 0; i < syntheticDates.size(); ++i) {
        model::Event event;
        event.key = QString("event-%1").arg(i);
        event.title = i % 3 == 0 ? persian[(i / 3) % persian.size()] + ' ' + QString::number(i)
                                 : QString("What is told of year %1 by later writers").arg(i);
        event.shortTitle = i % 3 == 0 ? persian[(i / 3) % persian.size()] : QString("Told of %1").arg(i);
        event.kind = model::EventKindId(i % tables.eventKinds.size());
        event.themes = {model::ThemeId(i % tables.themes.size())};
        event.importance = 1 + static_cast<int>(i % 5);
        event.citations = {model::CitationId(0)};
        model::DateClaim claim;
        claim.date = date(syntheticDates[i]);
        claim.preferred = true;
        claim.citations = {model::CitationId(0)};
        event.claims = {claim};
        tables.events.append(event);
        tables.participations.append({model::EventId(i), model::ActorId(i % 40), {}, {}});
    }
}

void addSyntheticActors(model::Tables& tables) {
    const QList<model::ActorKind> kinds = {model::ActorKind::State, model::ActorKind::Person,
                                           model::ActorKind::Organisation, model::ActorKind::Bloc,
                                           model::ActorKind::Group};
    for (qsizetype i = 0; i < 40; ++i) {
        model::Actor actor;
        actor.key = QString("actor-%1").arg(i);
        actor.kind = kinds[i % kinds.size()];
        actor.name = i % 4 == 0 ? QString("کشور %1").arg(i) : QString("Realm of the river %1").arg(i);
        actor.shortName = QString("R %1").arg(i);
        actor.code = QString("R%1").arg(i);
        tables.actors.append(actor);
    }
    for (qsizetype i = 0; i < 60; ++i) {
        model::Relationship tie;
        tie.key = QString("tie-%1").arg(i);
        tie.from = model::ActorId(i % 40);
        tie.to = model::ActorId((i * 7 + 3 + i / 40) % 40);
        tie.type = model::RelationTypeId(i % tables.relationTypes.size());
        tables.relationships.append(tie);
        model::Period period;
        period.key = QString("tie-%1-1").arg(i);
        period.relationship = model::RelationshipId(i);
        period.from = {model::PeriodBound::Kind::Dated, date(QString("%1").arg(100 + i * 20, 4, 10, QChar('0')))};
        period.to = {model::PeriodBound::Kind::Open, {}};
        period.citations = {model::CitationId(0)};
        tables.periods.append(period);
    }
}

} // namespace

model::Tables syntheticTables() {
    model::Tables tables;
    tables.head.title = "پیمان‌ها: synthetic";
    tables.head.language = "en";
    tables.head.created = tables.head.modified = "2026-01-01T00:00:00Z";
    tables.sources.append({"chronicle", "book", "A chronicle", "Nobody", "Nobody's press", "1500", {}, {}, {}, {}});
    tables.citations.append({"chronicle-1", model::SourceId(0), "p. 1", {}, {}});
    for (int i = 0; i < 5; ++i)
        tables.themes.append({QString("theme-%1").arg(i), QString("Theme number %1").arg(i), "globe", i + 1, {}});
    const QList<model::Mark> marks = {model::Mark::Disc, model::Mark::Star, model::Mark::Diamond, model::Mark::Balloon};
    for (int i = 0; i < 4; ++i)
        tables.eventKinds.append(
            {QString("kind-%1").arg(i), QString("Kind %1").arg(i), marks[i], static_cast<model::Tenor>(i)});
    const QList<model::LineForm> forms = {model::LineForm::Double, model::LineForm::Single, model::LineForm::Bar,
                                          model::LineForm::Jag};
    for (int i = 0; i < 4; ++i)
        tables.relationTypes.append({QString("type-%1").arg(i),
                                     QString("type %1").arg(i),
                                     {},
                                     i > 1,
                                     forms[i],
                                     static_cast<model::Tenor>(i),
                                     model::Meaning::Other});
    addSyntheticActors(tables);
    addSyntheticEvents(tables);
    return tables;
}

TestWindow::TestWindow(const QString& file, QSize size, theme::Scheme scheme) {
    QVERIFY2(QFileInfo::exists(file), qPrintable(file));
    const QString settings = m_folder.filePath("settings.ini");
    Settings(settings).setScheme(scheme);
    m_window = std::make_unique<MainWindow>(settings);
    m_window->resize(size);
    m_window->panels().timeline().setAnimated(false);
    m_window->panels().network().setAnimated(false);
    m_window->show();
    QSignalSpy opened(&m_window->document(), &Document::opened);
    m_window->document().open(file);
    QVERIFY(opened.wait(30000));
}

} // namespace entente::shell
