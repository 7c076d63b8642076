#include "app/presentation/quiz_panel.h"
#include "tests/dossiers/support_bundled.h"
#include "tests/presentation/support_quiz.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>

using namespace entente;
using namespace entente::presentation;
using namespace entente::test;

using Phase = QuizState::Phase;

class TestQuizPanel : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(theme::loadFonts()); }
    void twoCardsAreChosenByDigits();
    void cardsAreOrderedByDigits();
    void cardsAreOrderedByArrows();
    void dayIsSetOnTheAxis();
    void answerIsAStepOfItsOwn();
    void quizEndsWithTheTotals();
    void escapeLeaves();
    void timeIsOffUnlessSet();
    void withoutQuestionsItSaysWhy();
    void everythingIsReadAloud();
    void textsAreWholeAndApart_data();
    void textsAreWholeAndApart();

private:
    std::unique_ptr<QuizPanel> panelFor(QuestionKind kind, int difficulty = 1);
    void answer(QuizPanel& panel);

    wording::Wording m_wording;
    model::DossierPointer m_dossier = dossierFrom(quizTables());
};

std::unique_ptr<QuizPanel> TestQuizPanel::panelFor(QuestionKind kind, int difficulty) {
    QuizMaker maker(m_dossier, m_wording, {{}, {}, difficulty, 4});
    auto panel = std::make_unique<QuizPanel>(maker, 3, theme::Theme(), m_wording);
    panel->ask(*maker.next(kind));
    panel->resize(1280, 720);
    return panel;
}

/// Rightly, by keys.
void TestQuizPanel::answer(QuizPanel& panel) {
    const Question question = panel.question();
    if (question.kind == QuestionKind::When) {
        QTest::keyClick(&panel, Qt::Key_Right);
    } else if (question.kind == QuestionKind::Order) {
        for (const int choice : question.order)
            QTest::keyClick(&panel, static_cast<Qt::Key>(Qt::Key_1 + choice));
    } else {
        QTest::keyClick(&panel, static_cast<Qt::Key>(Qt::Key_1 + question.right));
    }
}

void TestQuizPanel::twoCardsAreChosenByDigits() {
    for (const bool isRight : {true, false}) {
        const auto panel = panelFor(QuestionKind::First);
        const qsizetype choice = isRight ? panel->question().right : 1 - panel->question().right;
        QTest::keyClick(panel.get(), static_cast<Qt::Key>(Qt::Key_1 + (1 - choice)));
        QTest::keyClick(panel.get(), Qt::Key_3);
        QTest::keyClick(panel.get(), static_cast<Qt::Key>(Qt::Key_1 + choice));
        QCOMPARE(panel->state().chosen, choice);
        QTest::keyClick(panel.get(), Qt::Key_Return);
        QCOMPARE(panel->totals(), (QuizTotals{1, isRight ? 1 : 0}));
    }
}

void TestQuizPanel::cardsAreOrderedByDigits() {
    const auto panel = panelFor(QuestionKind::Order, 3);
    const QList<int> order = panel->question().order;
    QTest::keyClick(panel.get(), static_cast<Qt::Key>(Qt::Key_1 + order.last()));
    QTest::keyClick(panel.get(), Qt::Key_Return);
    QCOMPARE(panel->state().phase, Phase::Asked);
    QTest::keyClick(panel.get(), Qt::Key_Backspace);
    QCOMPARE(panel->state().placed, 0);
    answer(*panel);
    QCOMPARE(panel->state().order, order);
    QTest::keyClick(panel.get(), Qt::Key_Return);
    QCOMPARE(panel->totals(), (QuizTotals{1, 1}));
}

void TestQuizPanel::cardsAreOrderedByArrows() {
    const auto panel = panelFor(QuestionKind::Order);
    const QList<int> before = panel->state().order;
    QTest::keyClick(panel.get(), Qt::Key_Up);
    QCOMPARE(panel->state().order, before);
    QTest::keyClick(panel.get(), Qt::Key_Down);
    QCOMPARE(panel->state().order.mid(0, 2), QList<int>({1, 0}));
    QTest::keyClick(panel.get(), Qt::Key_Right);
    QTest::keyClick(panel.get(), Qt::Key_Up);
    QCOMPARE(panel->state().order.mid(0, 3), QList<int>({1, 2, 0}));
    QTest::keyClick(panel.get(), Qt::Key_Return);
    QCOMPARE(panel->state().phase, Phase::Revealed);
}

void TestQuizPanel::dayIsSetOnTheAxis() {
    const auto panel = panelFor(QuestionKind::When);
    const QRectF axis = panel->sheet().axis;
    const DayRange span = panel->question().span;
    QTest::mouseClick(panel.get(), Qt::LeftButton, {}, QPoint(qRound(axis.left()) + 1, qRound(axis.center().y())));
    QVERIFY(*panel->state().day - span.first < (span.last - span.first) / 100);
    const model::Day clicked = *panel->state().day;
    QTest::keyClick(panel.get(), Qt::Key_Right);
    QCOMPARE(*panel->state().day, clicked + (span.last - span.first) / 200);
    QTest::keyClick(panel.get(), Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(*panel->state().day, span.first);
    QTest::keyClick(panel.get(), Qt::Key_Enter);
    QCOMPARE(panel->state().phase, Phase::Revealed);
    QCOMPARE(panel->state().marks, gradeDay(panel->question(), span.first));
    QVERIFY(!panel->sheet().claims.isEmpty());
}

void TestQuizPanel::answerIsAStepOfItsOwn() {
    for (const QuestionKind kind : questionKinds) {
        const auto panel = panelFor(kind);
        QTest::keyClick(panel.get(), Qt::Key_Return);
        QCOMPARE(panel->state().phase, Phase::Asked);
        answer(*panel);
        QCOMPARE(panel->state().phase, Phase::Asked);
        const auto isSource = [](const QuizText& text) { return text.text.startsWith(QStringLiteral("Source 1 of")); };
        QList<QuizText> texts = panel->sheet().texts;
        QVERIFY(std::none_of(texts.begin(), texts.end(), isSource));
        QTest::keyClick(panel.get(), Qt::Key_Return);
        QCOMPARE(panel->state().phase, Phase::Revealed);
        texts = panel->sheet().texts;
        QVERIFY(std::any_of(texts.begin(), texts.end(), isSource));
        QTest::keyClick(panel.get(), Qt::Key_1);
        QCOMPARE(panel->totals().asked, 1);
        QTest::keyClick(panel.get(), Qt::Key_Return);
        QCOMPARE(panel->state().phase, Phase::Asked);
    }
}

void TestQuizPanel::quizEndsWithTheTotals() {
    QuizPanel panel(QuizMaker(m_dossier, m_wording, {}), 2, theme::Theme(), m_wording);
    QSignalSpy ended(&panel, &QuizPanel::ended);
    for (int i = 0; i < 2; ++i) {
        answer(panel);
        QTest::keyClick(&panel, Qt::Key_Return);
        QTest::keyClick(&panel, Qt::Key_Return);
    }
    QCOMPARE(panel.state().phase, Phase::Finished);
    QCOMPARE(panel.state().notice, QStringLiteral("2 of 2 right."));
    QCOMPARE(ended.count(), 0);
    QTest::keyClick(&panel, Qt::Key_Return);
    QCOMPARE(ended.count(), 1);
}

void TestQuizPanel::escapeLeaves() {
    const auto panel = panelFor(QuestionKind::First);
    QSignalSpy ended(panel.get(), &QuizPanel::ended);
    QTest::keyClick(panel.get(), Qt::Key_Escape);
    QCOMPARE(ended.count(), 1);
}

void TestQuizPanel::timeIsOffUnlessSet() {
    const auto panel = panelFor(QuestionKind::First);
    QCOMPARE(panel->state().totals, QStringLiteral("Right: 0 of 0"));
    panel->setSeconds(1);
    QVERIFY(panel->state().totals.startsWith(QStringLiteral("1 s")));
    QTRY_COMPARE_WITH_TIMEOUT(panel->state().phase, Phase::Revealed, 3000);
    QCOMPARE(panel->totals(), (QuizTotals{1, 0}));
}

void TestQuizPanel::withoutQuestionsItSaysWhy() {
    QuizPanel panel(QuizMaker(dossierFrom(tablesOfDates({"2001"})), m_wording, {}), 5, theme::Theme(), m_wording);
    QCOMPARE(panel.state().phase, Phase::Unable);
    QVERIFY(panel.state().notice.contains(QStringLiteral("two events")));
    QVERIFY(panel.accessibleName().contains(panel.state().notice));
}

void TestQuizPanel::everythingIsReadAloud() {
    for (const QuestionKind kind : questionKinds) {
        const auto panel = panelFor(kind);
        QVERIFY(panel->accessibleName().contains(panel->question().prompt));
        for (const QuizTie& tie : panel->question().ties)
            QVERIFY(panel->accessibleName().contains(tie.other));
        answer(*panel);
        QTest::keyClick(panel.get(), Qt::Key_Return);
        QStringList rows;
        QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(panel.get());
        for (int i = 0; i < spoken->childCount(); ++i)
            rows.append(spoken->child(i)->text(QAccessible::Name));
        const QString all = rows.join('\n');
        QVERIFY(!rows.contains(QString()));
        QVERIFY2(all.contains(panel->question().answer) && all.contains(panel->question().sourceWords.first()) &&
                     all.contains(panel->state().totals),
                 qPrintable(all));
        if (kind != QuestionKind::When)
            for (const QuizChoice& choice : panel->question().choices)
                QVERIFY(all.contains(choice.words));
    }
}

void TestQuizPanel::textsAreWholeAndApart_data() {
    QTest::addColumn<QSize>("size");
    QTest::newRow("1080 lines") << QSize(1920, 1080);
    QTest::newRow("720 lines") << QSize(1280, 720);
    QTest::newRow("600 lines") << QSize(800, 600);
}

static QString faultOfSheet(const QuizSheet& sheet, QSize size, const theme::Theme& theme) {
    for (qsizetype i = 0; i < sheet.texts.size(); ++i) {
        const QuizText& text = sheet.texts[i];
        const QSizeF needed = wrappedSize(text.text, quizFont(theme, text.size, text.isStrong), text.frame.width());
        if (needed.width() > text.frame.width() + 1 || needed.height() > text.frame.height() + 1)
            return "cut: " + text.text;
        if (!QRectF(QPointF(), QSizeF(size)).contains(text.frame))
            return "outside: " + text.text;
        if (text.size * 1080 < 36 * size.height() - 0.01)
            return "small: " + text.text;
        for (qsizetype k = i + 1; k < sheet.texts.size(); ++k)
            if (text.frame.adjusted(1, 1, -1, -1).intersects(sheet.texts[k].frame.adjusted(1, 1, -1, -1)))
                return "overlap: " + text.text + " | " + sheet.texts[k].text;
        for (const QuizCard& card : sheet.cards)
            if (card.frame.intersects(text.frame) && !card.frame.contains(text.frame))
                return "across a card's edge: " + text.text;
        if (sheet.axis.intersects(text.frame))
            return "on the axis: " + text.text;
    }
    for (qsizetype i = 1; i < sheet.cards.size(); ++i)
        if (sheet.cards[i].frame.intersects(sheet.cards[i - 1].frame))
            return "cards overlap";
    return {};
}

void TestQuizPanel::textsAreWholeAndApart() {
    QFETCH(QSize, size);
    const auto bundled = dossiers::readBundled().dossier;
    QHash<QuestionKind, int> count;
    for (const auto& dossier : {bundled, m_dossier}) {
        QuizMaker maker(dossier, m_wording, {{}, {}, 3, 2});
        QuizPanel panel(maker, 1000, theme::Theme(dossier == bundled ? theme::Scheme::Light : theme::Scheme::Dark),
                        m_wording);
        panel.resize(size);
        panel.setFocus();
        for (int i = 0; i < 60; ++i) {
            const QString name = QString("%1/quiz-%2-%3-%4-%5")
                                     .arg(qEnvironmentVariable("ENTENTE_GRABS"))
                                     .arg(size.height())
                                     .arg(dossier == bundled ? "b" : "m")
                                     .arg(static_cast<int>(panel.question().kind))
                                     .arg(i / 5);
            for (const char* step : {"a", "b", "c"}) {
                const theme::Theme theme;
                const QString fault = faultOfSheet(panel.sheet(), size, theme);
                QVERIFY2(fault.isEmpty(), qPrintable(QString("%1 %2: %3").arg(panel.question().prompt, step, fault)));
                if (qEnvironmentVariableIsSet("ENTENTE_GRABS") && i < 10)
                    panel.grab().save(name + step + ".png");
                if (*step == 'a')
                    answer(panel);
                else
                    QTest::keyClick(&panel, Qt::Key_Return);
                if (panel.state().phase == Phase::Revealed) {
                    const QList<QuizText> texts = panel.sheet().texts;
                    QVERIFY2(std::any_of(texts.begin(), texts.end(),
                                         [](const QuizText& text) { return text.text.startsWith("Source 1"); }),
                             qPrintable(panel.question().answer));
                }
            }
            ++count[panel.question().kind];
        }
    }
    QCOMPARE(count.size(), 5);
}

QTEST_MAIN(TestQuizPanel)
#include "tst_quiz_panel.moc"
