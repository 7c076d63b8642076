#include "app/details/cited_text.h"
#include "app/details/details_panel.h"
#include "app/details/neighbour_bar.h"
#include "app/details/side_by_side.h"
#include "app/details/source_row.h"
#include "app/theme/chip.h"
#include "tests/details/support_dossier.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace entente;
using namespace entente::details;

class DetailsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void showsWhatIsKnown_data();
    void showsWhatIsKnown();
    void everyNumberHasItsSource_data();
    void everyNumberHasItsSource();
    void nothingSelectedShowsTheDossier();
    void noDossierSaysWhatToDo();
    void marksAreNeverShownRaw();
    void claimInUseIsCheckedAndOthersCanBeWished();
    void chipsSelectActors();
    void startedTiesAreListedOnDemand();
    void citationNumbersLeadToTheirSource();
    void onlyWebAddressesOpen_data();
    void onlyWebAddressesOpen();
    void addressIsShownBeforeItOpens();
    void citationsAreCopiedInThreeStyles();
    void neighboursFollowTheOrder();
    void neighboursSkipWhatTheFilterHides();
    void everythingIsReachableAndNamed();
    void noTextIsReadAsMarkup();
    void nothingIsCut_data();
    void nothingIsCut();
    void stancesStandSideBySide_data();
    void stancesStandSideBySide();
    void holderIsNamedOnceAStance();
    void keepsItsPlaceWhenTheDossierIsReplaced();

private:
    template <typename T>
    T* named(const QString& name) const {
        for (T* widget : m_panel->findChildren<T*>())
            if (widget->accessibleName().contains(name))
                return widget;
        return nullptr;
    }
    /// Readings of one stance each, of the event and of the agreement alike.
    void openWithReadings();
    void select(const char* key) { m_exploration->select(m_exploration->dossier()->find(QString::fromLatin1(key))); }

    theme::Theme m_theme;
    wording::Wording m_wording;
    std::unique_ptr<exploration::Exploration> m_exploration;
    std::unique_ptr<DetailsPanel> m_panel;
};

void DetailsTest::initTestCase() {
    QVERIFY(theme::loadFonts());
}

void DetailsTest::init() {
    m_exploration = std::make_unique<exploration::Exploration>();
    m_exploration->open(test::detailsDossier());
    m_exploration->select({});
    m_panel = std::make_unique<DetailsPanel>(*m_exploration, m_theme, m_wording);
    m_panel->resize(620, 420);
    m_panel->show();
}

void DetailsTest::cleanup() {
    m_panel.reset();
    m_exploration.reset();
}

void DetailsTest::showsWhatIsKnown_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("event") << "signing"
                           << QStringList{"Treaty signed in the capital",
                                          "17 January 2025",
                                          "Capital, Old Palace",
                                          "Both presidents sign. [1] It has 47 articles. [3]",
                                          "Republic of North",
                                          "Anna Berg",
                                          "Starts 2 ties in the network",
                                          "Sources",
                                          "Source 1: Text of the treaty",
                                          "Government Gazette",
                                          "Art. 1",
                                          "Source 2: Report on <b>the</b> vote",
                                          "Source 3: A history",
                                          "Perspectives",
                                          "Calls it historic. [2]"};
    QTest::newRow("contested") << "force"
                               << QStringList{"Treaty enters into force", "the ambassador", "the ministry", "Sources"};
    QTest::newRow("undated") << "fear" << QStringList{"Neighbours fear a war", "Place: Somewhere along"};
    QTest::newRow("state") << "north"
                           << QStringList{"Republic of North",
                                          "A state. [1]",
                                          "Also known as: Nord",
                                          "Offices",
                                          "Anna Berg",
                                          "Ties",
                                          "South",
                                          "Events",
                                          "Treaty signed in the capital",
                                          "Treaty enters into force",
                                          "Sources"};
    QTest::newRow("person") << "president" << QStringList{"Anna Berg", "Offices", "Republic of North", "Events"};
    QTest::newRow("agreement") << "agreement-one" << QStringList{"Treaty of North and South",
                                                                 "Parties",
                                                                 "Republic of North",
                                                                 "South",
                                                                 "Perspectives",
                                                                 "Hesitates. [",
                                                                 "Sources"};
    QTest::newRow("relationship") << "allies"
                                  << QStringList{
                                         "allied with", "Republic of North", "South",           "Periods", "2001",
                                         "2010",        "begun by",          "Treaty proposed", "Sources", "A history"};
    QTest::newRow("era") << "era-one" << QStringList{"First presidency", "Anna Berg", "Sources", "A history"};
    QTest::newRow("source") << "book"
                            << QStringList{"A history", "University Press", "Supports", "Treaty signed in the capital",
                                           "Republic of North"};
    QTest::newRow("perspective") << "south-view"
                                 << QStringList{"Perspective of South", "Hesitates.", "About",
                                                "Treaty of North and South"};
}

void DetailsTest::showsWhatIsKnown() {
    QFETCH(QString, key);
    QFETCH(QStringList, expected);
    m_exploration->select(m_exploration->dossier()->find(key));
    const QString spoken = m_panel->spokenText();
    qsizetype from = 0;
    for (const QString& words : expected) {
        const qsizetype found = spoken.indexOf(words, from);
        QVERIFY2(found >= 0, qPrintable(words + QStringLiteral("\nis not, or not there, in\n") + spoken));
        from = found;
    }
}

void DetailsTest::everyNumberHasItsSource_data() {
    QTest::addColumn<QString>("key");
    for (const char* key : {"signing", "proposal", "force", "north", "south", "agreement-one", "allies", "north-party"})
        QTest::newRow(key) << QString::fromLatin1(key);
}

void DetailsTest::everyNumberHasItsSource() {
    QFETCH(QString, key);
    m_exploration->select(m_exploration->dossier()->find(key));
    const QString spoken = m_panel->spokenText();
    static const QRegularExpression mark(QStringLiteral("\\[(\\d+)\\]"));
    int marks = 0;
    for (auto found = mark.globalMatch(spoken); found.hasNext(); ++marks) {
        const QString source = QStringLiteral("Source %1:").arg(found.next().captured(1));
        QVERIFY2(spoken.contains(source), qPrintable(source + QStringLiteral(" is not in\n") + spoken));
    }
    QVERIFY(marks > 0 || spoken.contains(QStringLiteral("Source 1:")));
}

void DetailsTest::nothingSelectedShowsTheDossier() {
    const QString spoken = m_panel->spokenText();
    for (const char* words :
         {"A treaty and its neighbours", "What two states agreed. [1]", "4 events", "Select an event"})
        QVERIFY2(spoken.contains(QLatin1String(words)), qPrintable(spoken));
}

void DetailsTest::noDossierSaysWhatToDo() {
    m_exploration->open(std::make_shared<const model::Dossier>(model::Tables{}));
    QCOMPARE(m_panel->spokenText(),
             QStringLiteral("No dossier is open\nOpen one with Ctrl+O, or drop a file on this window."));
}

void DetailsTest::marksAreNeverShownRaw() {
    for (const char* key : {"signing", "north", "agreement-one", "south-view"}) {
        select(key);
        QVERIFY(!m_panel->spokenText().contains(QStringLiteral("[^")));
    }
}

void DetailsTest::claimInUseIsCheckedAndOthersCanBeWished() {
    select("force");
    auto* other = named<Row>(QStringLiteral("the ambassador"));
    auto* used = named<Row>(QStringLiteral("the ministry"));
    QVERIFY(other && used);
    QVERIFY(used->isChecked() && !other->isChecked());
    QSignalSpy wished(m_exploration.get(), &exploration::Exploration::changeWished);
    QTest::mouseClick(used, Qt::LeftButton);
    QCOMPARE(wished.count(), 0);
    QVERIFY(used->isChecked());
    QTest::keyClick(other, Qt::Key_Return);
    QCOMPARE(wished.count(), 1);
    const auto change = wished.first().first().value<model::Change>();
    QVERIFY(std::holds_alternative<model::AcceptClaim>(change));
    QCOMPARE(std::get<model::AcceptClaim>(change).event, QStringLiteral("force"));
    QCOMPARE(std::get<model::AcceptClaim>(change).position, 1);
    QVERIFY(!other->isChecked());
}

void DetailsTest::chipsSelectActors() {
    select("signing");
    auto* chip = named<theme::Chip>(QStringLiteral("Anna Berg"));
    QVERIFY(chip);
    QTest::keyClick(chip, Qt::Key_Space);
    QCOMPARE(m_exploration->selection(), m_exploration->dossier()->find(QStringLiteral("president")));
}

void DetailsTest::startedTiesAreListedOnDemand() {
    select("signing");
    auto* button = named<QToolButton>(QStringLiteral("Starts 2"));
    QVERIFY(button);
    auto* row = named<Row>(QStringLiteral("party to"));
    QVERIFY(row && row->isHidden());
    button->click();
    QVERIFY(!row->isHidden());
    row->click();
    QVERIFY(std::holds_alternative<model::RelationshipId>(m_exploration->selection()));
}

void DetailsTest::citationNumbersLeadToTheirSource() {
    select("signing");
    auto* text = m_panel->findChild<CitedText*>();
    QVERIFY(text);
    QSignalSpy pressed(text, &CitedText::citationPressed);
    QTest::keyClick(text, Qt::Key_Right);
    QTest::keyClick(text, Qt::Key_Return);
    QCOMPARE(pressed.count(), 1);
    QCOMPARE(pressed.first().first().toInt(), 3);
    auto* row = named<Row>(QStringLiteral("Source 3"));
    QVERIFY(row);
    QVERIFY(row->visibleRegion().boundingRect().height() > 0);
}

void DetailsTest::onlyWebAddressesOpen_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("opens");
    QTest::newRow("https") << "https://example.org/a?b=c" << true;
    QTest::newRow("http") << "http://example.org" << true;
    QTest::newRow("capitals") << "HTTPS://EXAMPLE.ORG" << true;
    QTest::newRow("file") << "file:///etc/passwd" << false;
    QTest::newRow("script") << "javascript:alert(1)" << false;
    QTest::newRow("data") << "data:text/html,x" << false;
    QTest::newRow("no scheme") << "example.org" << false;
    QTest::newRow("no host") << "https://" << false;
    QTest::newRow("empty") << "" << false;
    QTest::newRow("smb") << "smb://host/share" << false;
}

void DetailsTest::onlyWebAddressesOpen() {
    QFETCH(QString, text);
    QFETCH(bool, opens);
    QCOMPARE(!SourceRow::webAddress(text).isEmpty(), opens);
}

void DetailsTest::addressIsShownBeforeItOpens() {
    select("signing");
    QVERIFY(!named<QToolButton>(QStringLiteral("Open source 2")));
    auto* button = named<QToolButton>(QStringLiteral("Open source 1"));
    QVERIFY(button);
    button->click();
    auto* question = m_panel->findChild<QMessageBox*>();
    QVERIFY(question);
    QCOMPARE(question->informativeText(), QStringLiteral("https://example.org/treaty"));
    QCOMPARE(question->textFormat(), Qt::PlainText);
    question->reject();
}

void DetailsTest::citationsAreCopiedInThreeStyles() {
    select("signing");
    auto* button = named<QToolButton>(QStringLiteral("Copy"));
    QVERIFY(button && button->menu());
    QStringList copied;
    for (QAction* action : button->menu()->actions()) {
        action->trigger();
        copied.append(QGuiApplication::clipboard()->text());
        QVERIFY(copied.last().contains(QStringLiteral("Text of the treaty")));
    }
    QCOMPARE(copied.size(), 3);
    QCOMPARE(QSet<QString>(copied.begin(), copied.end()).size(), 3);
}

void DetailsTest::neighboursFollowTheOrder() {
    select("signing");
    const auto* bar = m_panel->findChild<NeighbourBar*>();
    QCOMPARE(bar->before().text(), QStringLiteral("Treaty proposed"));
    QCOMPARE(bar->after().text(), QStringLiteral("Treaty enters into force"));
    QVERIFY(!bar->after().accessibleDescription().isEmpty());
    const_cast<NeighbourButton&>(bar->before()).click();
    QCOMPARE(m_exploration->selection(), m_exploration->dossier()->find(QStringLiteral("proposal")));
    QVERIFY(!bar->before().isEnabled());
    QVERIFY(bar->before().accessibleName().contains(QStringLiteral("first event")));
    select("fear");
    QCOMPARE(bar->before().text(), QStringLiteral("Treaty enters into force"));
    QVERIFY(!bar->after().isEnabled());
}

void DetailsTest::neighboursSkipWhatTheFilterHides() {
    select("signing");
    m_exploration->setFilter(*model::Filter::parse(QStringLiteral("importance>=4")));
    const auto* bar = m_panel->findChild<NeighbourBar*>();
    QVERIFY(!bar->before().isEnabled());
    QVERIFY(bar->after().isEnabled());
}

void DetailsTest::everythingIsReachableAndNamed() {
    for (const char* key :
         {"signing", "force", "north", "president", "agreement-one", "allies", "era-one", "book", "south-view"}) {
        select(key);
        for (const auto* button : m_panel->findChildren<QAbstractButton*>()) {
            if (!button->isVisibleTo(m_panel.get()))
                continue;
            QVERIFY2(!button->accessibleName().isEmpty() || !button->text().isEmpty(), key);
            const auto* row = qobject_cast<const Row*>(button);
            if (button->isEnabled() && !(row && button->focusPolicy() == Qt::NoFocus))
                QVERIFY2(button->focusPolicy() & Qt::TabFocus, qPrintable(button->accessibleName()));
            QVERIFY2(button->height() >= 24, qPrintable(button->accessibleName()));
        }
    }
}

void DetailsTest::noTextIsReadAsMarkup() {
    select("signing");
    for (const auto* label : m_panel->findChildren<QLabel*>())
        QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(label->text()));
    for (const auto* widget : m_panel->findChildren<QWidget*>())
        QVERIFY(!widget->toolTip().contains(QStringLiteral("<b>")));
}

void DetailsTest::nothingIsCut_data() {
    QTest::addColumn<int>("width");
    QTest::newRow("narrow") << 420;
    QTest::newRow("preferred") << 620;
    QTest::newRow("wide") << 1100;
}

void DetailsTest::nothingIsCut() {
    QFETCH(int, width);
    m_panel->resize(width, 420);
    for (const char* key : {"signing", "force", "north", "agreement-one", "allies", "book"}) {
        select(key);
        QCoreApplication::processEvents();
        for (const auto* widget : m_panel->findChildren<QWidget*>()) {
            if (!widget->isVisibleTo(m_panel.get()) || !widget->parentWidget()->layout())
                continue;
            if (widget->hasHeightForWidth())
                QVERIFY2(widget->height() >= widget->heightForWidth(widget->width()),
                         qPrintable(QStringLiteral("%1 %2 %3: %4 for %5")
                                        .arg(QString::fromLatin1(key),
                                             QString::fromLatin1(widget->metaObject()->className()),
                                             widget->accessibleName())
                                        .arg(widget->height())
                                        .arg(widget->heightForWidth(widget->width()))));
            QVERIFY2(widget->geometry().right() <= widget->parentWidget()->width(),
                     qPrintable(QString::fromLatin1(key) + widget->accessibleName()));
        }
    }
}

void DetailsTest::openWithReadings() {
    using model::Stance;
    model::Tables tables = m_exploration->dossier()->tables();
    tables.perspectives.clear();
    int number = 0;
    const auto add = [&](model::ActorId holder, Stance stance, model::EventId event, model::ActorId agreement) {
        tables.perspectives.append({QStringLiteral("reading-%1").arg(++number),
                                    holder,
                                    event,
                                    agreement,
                                    {},
                                    stance,
                                    QStringLiteral("Thinks %1 of it.").arg(wordOf(stance)),
                                    {model::CitationId(1)}});
    };
    for (const Stance stance : {Stance::Opposes, Stance::Supports, Stance::Neutral, Stance::Concerned}) {
        add(model::ActorId(0), stance, model::EventId(0), {});
        add(model::ActorId(0), stance, {}, model::ActorId(3));
    }
    add(model::ActorId(0), Stance::Opposes, {}, model::ActorId(3));
    add(model::ActorId(1), Stance::Opposes, {}, model::ActorId(3));
    m_exploration->open(std::make_shared<const model::Dossier>(std::move(tables)));
}

void DetailsTest::stancesStandSideBySide_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("inRow");
    for (const QString key : {"signing", "agreement-one"}) {
        QTest::addRow("%s, wide", qPrintable(key)) << key << 1100 << 4;
        QTest::addRow("%s, preferred", qPrintable(key)) << key << 620 << 2;
        QTest::addRow("%s, narrow", qPrintable(key)) << key << 380 << 1;
    }
}

void DetailsTest::stancesStandSideBySide() {
    QFETCH(QString, key);
    QFETCH(int, width);
    QFETCH(int, inRow);
    openWithReadings();
    m_panel->resize(width, 420);
    m_exploration->select(m_exploration->dossier()->find(key));
    QCoreApplication::processEvents();
    auto* side = m_panel->findChild<SideBySide*>();
    QVERIFY(side);
    const auto columns = side->findChildren<QWidget*>(Qt::FindDirectChildrenOnly);
    QCOMPARE(columns.size(), 4);
    for (int i = 0; i < 4; ++i) {
        const QRect place = columns[i]->geometry();
        QCOMPARE(place.width(), columns[0]->width());
        QVERIFY(side->rect().contains(place));
        QCOMPARE(place.top() == columns[i / inRow * inRow]->y(), true);
        for (int before = 0; before < i; ++before)
            QVERIFY(!place.intersects(columns[before]->geometry()));
        QCOMPARE(i > 0 && place.left() > columns[i - 1]->geometry().right(), i % inRow > 0);
    }
}

void DetailsTest::holderIsNamedOnceAStance() {
    openWithReadings();
    select("agreement-one");
    const auto columns = m_panel->findChild<SideBySide*>()->findChildren<QWidget*>(Qt::FindDirectChildrenOnly);
    QStringList holders;
    for (const theme::Chip* chip : columns.last()->findChildren<theme::Chip*>())
        holders.append(chip->accessibleName());
    QCOMPARE(holders, (QStringList{"Republic of North", "South"}));
}

void DetailsTest::keepsItsPlaceWhenTheDossierIsReplaced() {
    select("force");
    m_exploration->replace(
        model::apply(*m_exploration->dossier(), model::AcceptClaim{QStringLiteral("force"), 1})->dossier);
    auto* used = named<Row>(QStringLiteral("the ambassador"));
    QVERIFY(used && used->isChecked());
    QVERIFY(m_panel->spokenText().contains(QStringLiteral("Treaty enters into force")));
}

QTEST_MAIN(DetailsTest)
#include "tst_details.moc"
