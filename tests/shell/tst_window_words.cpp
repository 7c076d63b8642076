#include "tests/shell/support_window.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QRegularExpression>
#include <QTest>
#include <QTextDocumentFragment>
#include <QTranslator>

using namespace entente;
using namespace entente::shell;

namespace {

/// Brackets every text that is asked for, so that one which is not asked for shows.
class BracketingTranslator : public QTranslator {
public:
    QString translate(const char*, const char* source, const char*, int n) const override {
        QString text = QString::fromUtf8(source);
        if (n >= 0)
            text.replace("%n", QString::number(n));
        return QChar(0x27E6) + text + QChar(0x27E7);
    }
    bool isEmpty() const override { return false; }
};

/// Texts of a widget that a user can read.
QStringList textsOf(const QWidget& widget) {
    QStringList texts = {widget.accessibleName(), widget.toolTip(), widget.statusTip()};
    if (const auto* label = qobject_cast<const QLabel*>(&widget))
        texts << label->text();
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget))
        texts << button->text();
    if (const auto* field = qobject_cast<const QLineEdit*>(&widget))
        texts << field->placeholderText();
    if (const auto* tabs = qobject_cast<const QTabWidget*>(&widget))
        for (int i = 0; i < tabs->count(); ++i)
            texts << tabs->tabText(i);
    for (QString& text : texts) {
        if (Qt::mightBeRichText(text))
            text = QTextDocumentFragment::fromHtml(text).toPlainText();
    }
    texts.removeAll(QString());
    return texts;
}

/// Everything a dossier says: such texts are shown as they are.
QString wordsOf(const model::Dossier& dossier) {
    QStringList words = {dossier.head().title, dossier.head().subtitle, dossier.head().summary};
    for (const model::Event& event : dossier.tables().events)
        words << event.title << event.shortTitle << event.summary << event.place;
    for (const model::Actor& actor : dossier.tables().actors) {
        words << actor.name << actor.shortName << actor.code << actor.summary;
        for (const model::Alias& alias : actor.aliases)
            words << alias.text;
    }
    for (const model::Source& source : dossier.tables().sources)
        words << source.title << source.publisher << source.author << source.url << source.archivedUrl;
    for (const model::Citation& citation : dossier.tables().citations)
        words << citation.locator << citation.note << citation.quotation;
    for (const model::Theme& theme : dossier.tables().themes)
        words << theme.label;
    for (const model::RelationType& type : dossier.tables().relationTypes)
        words << type.label << type.inverseLabel;
    for (const model::Relationship& relationship : dossier.tables().relationships)
        words << relationship.label;
    for (const model::Perspective& perspective : dossier.tables().perspectives)
        words << perspective.summary;
    for (const model::Era& era : dossier.tables().eras)
        words << era.label;
    for (const model::Participation& participation : dossier.tables().participations)
        words << participation.role;
    for (const model::EventKind& kind : dossier.tables().eventKinds)
        words << kind.label;
    for (const model::Event& event : dossier.tables().events)
        for (const model::DateClaim& claim : event.claims)
            words << claim.note << claim.date.text();
    static const QRegularExpression citation(QStringLiteral("\\[\\^[^\\]]*\\]"));
    return words.join('\n').remove(citation);
}

/// A shown text as its dossier has it: without numbers of sources, mnemonics and the sign of a cut.
QString asWritten(QString text) {
    static const QRegularExpression mark(QStringLiteral("\\s*\\[\\d+\\]"));
    return text.remove(mark).replace("&&", "&").remove(QChar(0x2026));
}

/// Whether a text is a number, a sign or empty of letters.
bool hasNoWords(const QString& text) {
    return std::none_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
}

QString pathOf(const QWidget& widget) {
    QStringList path;
    for (const QObject* object = &widget; object; object = object->parent())
        path.prepend(object->metaObject()->className());
    return path.join('/');
}

} // namespace

class TestWindowWords : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { prepareApplication(); }
    void everyTextCanBeTranslated();
    void everyControlHasAName();
    void everyActionHasAKeyOrMnemonic();
    void noKeyMeansTwoThings();
    void canvasesAreReadAloud();

private:
    static void collectUntranslated(const model::Subject& subject, TestWindow& window, QStringList& untranslated);
};

void TestWindowWords::collectUntranslated(const model::Subject& subject, TestWindow& window,
                                          QStringList& untranslated) {
    window->exploration().select(subject);
    const QString content = wordsOf(window.dossier());
    const auto isKnown = [&](const QString& text) {
        return text.contains(QChar(0x27E6)) || content.contains(asWritten(text)) || hasNoWords(text);
    };
    const auto isOurs = [&](const QString& text) {
        const QStringList parts = text.split(QStringLiteral(", "));
        return !isKnown(text) && !QFileInfo::exists(text) && !std::all_of(parts.begin(), parts.end(), isKnown);
    };
    for (const QWidget* widget : window->findChildren<QWidget*>()) {
        for (const QString& text : textsOf(*widget)) {
            if (isOurs(text))
                untranslated << pathOf(*widget) + ": " + text;
        }
    }
    for (const QAction* action : window->findChildren<QAction*>()) {
        if (isOurs(action->text()))
            untranslated << "action: " + action->text();
    }
}

void TestWindowWords::everyTextCanBeTranslated() {
    BracketingTranslator translator;
    QCoreApplication::installTranslator(&translator);
    {
        TestWindow window;
        QStringList untranslated;
        const model::Dossier& dossier = window.dossier();
        for (const QString key : {"signing-2025", "entry-into-force", "iran", "agreement-2025", "us-sanctions-iran"}) {
            QVERIFY2(!model::isNothing(dossier.find(key)), qPrintable(key));
            collectUntranslated(dossier.find(key), window, untranslated);
        }
        collectUntranslated({}, window, untranslated);
        untranslated.removeDuplicates();
        QVERIFY2(untranslated.isEmpty(), qPrintable(untranslated.join('\n')));
    }
    QCoreApplication::removeTranslator(&translator);
}

/// Controls that a keyboard reaches or a pointer presses.
static bool isControl(const QWidget& widget) {
    return qobject_cast<const QAbstractButton*>(&widget) || qobject_cast<const QLineEdit*>(&widget) ||
           qobject_cast<const QComboBox*>(&widget) || qobject_cast<const QAbstractSpinBox*>(&widget) ||
           qobject_cast<const QAbstractItemView*>(&widget) || (widget.focusPolicy() & Qt::TabFocus);
}

void TestWindowWords::everyControlHasAName() {
    TestWindow window;
    QStringList nameless;
    for (const QWidget* widget : window->findChildren<QWidget*>()) {
        const bool internal = widget->objectName().startsWith("qt_");
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        const bool named = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
        if (widget->isVisible() && isControl(*widget) && !internal && !named)
            nameless << pathOf(*widget);
    }
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join('\n')));
}

void TestWindowWords::everyActionHasAKeyOrMnemonic() {
    TestWindow window;
    QStringList keyless;
    for (const QMenu* menu : window->menuBar()->findChildren<QMenu*>())
        for (const QAction* action : menu->actions())
            if (!action->isSeparator() && action->shortcut().isEmpty() && !action->text().remove("&&").contains('&') &&
                menu->title() != "Open &Recent")
                keyless << menu->title() + ": " + action->text();
    QVERIFY2(keyless.isEmpty(), qPrintable(keyless.join('\n')));
}

void TestWindowWords::noKeyMeansTwoThings() {
    TestWindow window;
    QMap<QString, QStringList> uses;
    for (const QMenu* menu : window->menuBar()->findChildren<QMenu*>()) {
        QMap<QString, QStringList> mnemonics;
        for (const QAction* action : menu->actions()) {
            for (const QKeySequence& key : action->shortcuts())
                uses[key.toString()] << action->text();
            const qsizetype at = action->text().remove("&&").indexOf('&');
            if (at >= 0)
                mnemonics[QString(action->text().remove("&&").at(at + 1)).toLower()] << action->text();
        }
        for (auto it = mnemonics.begin(); it != mnemonics.end(); ++it)
            QVERIFY2(it->size() == 1, qPrintable(menu->title() + ": Alt+" + it.key() + " is " + it->join(", ")));
    }
    for (auto it = uses.begin(); it != uses.end(); ++it)
        QVERIFY2(it->size() == 1, qPrintable(it.key() + " is " + it->join(", ")));
}

void TestWindowWords::canvasesAreReadAloud() {
    TestWindow window;
    window->exploration().select(window.dossier().find("jcpoa-2015"));
    QAccessibleInterface* timeline = QAccessible::queryAccessibleInterface(&window->panels().timeline());
    QVERIFY(timeline && timeline->role() == QAccessible::List);
    qsizetype selected = 0;
    for (qsizetype row = 0; row < window.dossier().tables().events.size(); ++row) {
        const QAccessibleInterface* event = timeline->child(static_cast<int>(row));
        const QString title = window.dossier().event(window->panels().timeline().rowEvent(row)).title;
        QVERIFY2(event->text(QAccessible::Name).contains(title), qPrintable(title));
        selected += event->state().selected ? 1 : 0;
    }
    QCOMPARE(selected, 1);
    QAccessibleInterface* network = QAccessible::queryAccessibleInterface(&window->panels().network());
    QVERIFY(network && network->childCount() > 30);
    for (int row = 0; row < network->childCount(); ++row)
        QVERIFY(!network->child(row)->text(QAccessible::Name).isEmpty() || network->child(row)->object());
}

QTEST_MAIN(TestWindowWords)
#include "tst_window_words.moc"
