#include "tests/dossiers/support_bundled.h"
#include "tests/presentation/support_quiz.h"

#include <QRegularExpression>
#include <QTest>

using namespace entente;
using namespace entente::presentation;
using namespace entente::test;

class TestQuiz : public QObject {
    Q_OBJECT

private slots:
    void everyQuestionHasOneRightAnswer_data();
    void everyQuestionHasOneRightAnswer();
    void sameSeedSameQuestions();
    void nothingLaterThanTheHorizonIsSaid();
    void nothingHiddenIsSaid_data();
    void nothingHiddenIsSaid();
    void onlyTheseEventsAreAskedAbout();
    void noEventIsNotEveryEvent();
    void difficultyIsTheGap();
    void tooFewEventsGiveASentence_data();
    void tooFewEventsGiveASentence();
    void orderIsGraded_data();
    void orderIsGraded();
    void dayIsGraded_data();
    void dayIsGraded();
};

static QList<Question> made(const model::DossierPointer& dossier, const QuizOptions& options, int count) {
    QuizMaker maker(dossier, wording::Wording(), options);
    QList<Question> questions;
    for (int i = 0; i < count; ++i)
        if (auto question = maker.next())
            questions.append(*question);
    return questions;
}

void TestQuiz::everyQuestionHasOneRightAnswer_data() {
    QTest::addColumn<model::DossierPointer>("dossier");
    QTest::addColumn<int>("difficulty");
    const auto bundled = dossiers::readBundled().dossier;
    QVERIFY(bundled);
    for (int difficulty = 1; difficulty <= 3; ++difficulty) {
        QTest::addRow("made up, %d", difficulty) << dossierFrom(quizTables()) << difficulty;
        QTest::addRow("bundled, %d", difficulty) << bundled << difficulty;
    }
    QTest::newRow("without evidence") << dossierFrom(withoutEvidence(quizTables())) << 2;
}

void TestQuiz::everyQuestionHasOneRightAnswer() {
    QFETCH(model::DossierPointer, dossier);
    QFETCH(int, difficulty);
    const QList<Question> questions = made(dossier, {{}, {}, difficulty, 7}, 1000);
    QCOMPARE(questions.size(), 1000);
    QSet<QuestionKind> kinds;
    for (const Question& question : questions) {
        kinds.insert(question.kind);
        const QString fault = faultOf(*dossier, question);
        QVERIFY2(fault.isEmpty(), qPrintable(fault));
    }
    QCOMPARE(kinds.size(), 5);
}

void TestQuiz::sameSeedSameQuestions() {
    const auto dossier = dossierFrom(quizTables());
    QCOMPARE(made(dossier, {{}, {}, 2, 11}, 60), made(dossier, {{}, {}, 2, 11}, 60));
    QVERIFY(made(dossier, {{}, {}, 2, 11}, 60) != made(dossier, {{}, {}, 2, 12}, 60));
}

void TestQuiz::nothingLaterThanTheHorizonIsSaid() {
    static const QRegularExpression year(QStringLiteral("\\b[12][0-9]{3}\\b"));
    for (const auto& dossier : {dossierFrom(quizTables()), dossiers::readBundled().dossier}) {
        const model::Day horizon = model::dayOf(2015, 12, 31);
        const QList<Question> questions = made(dossier, {horizon, {}, 2, 3}, 1000);
        QVERIFY(questions.size() > 900);
        for (const Question& question : questions) {
            QVERIFY(question.span.last <= horizon && question.moment <= horizon);
            auto years = year.globalMatch(textsOf(question).join('\n'));
            while (years.hasNext()) {
                const QString found = years.next().captured();
                QVERIFY2(found.toInt() <= 2015, qPrintable(textsOf(question).join('\n')));
            }
            for (const QuizChoice& choice : question.choices)
                if (choice.event.isValid())
                    for (const model::DateClaim& claim : dossier->event(choice.event).claims)
                        QVERIFY(claim.date.latest().isKnown() && claim.date.latest().day <= horizon);
        }
    }
}

void TestQuiz::nothingHiddenIsSaid_data() {
    QTest::addColumn<bool>("dates");
    QTest::addColumn<bool>("names");
    QTest::newRow("dates") << true << false;
    QTest::newRow("names") << false << true;
    QTest::newRow("both") << true << true;
}

void TestQuiz::nothingHiddenIsSaid() {
    QFETCH(bool, dates);
    QFETCH(bool, names);
    QuizOptions options;
    options.hidesDates = dates;
    options.hidesNames = names;
    static const QRegularExpression year(QStringLiteral("\\b[12][0-9]{3}\\b"));
    static const QRegularExpression name(QStringLiteral("\\b(Land number [1-9]|Iran|Russia|Putin|Khatami)\\b"));
    for (const auto& dossier : {dossierFrom(quizTables()), dossiers::readBundled().dossier})
        for (const Question& question : made(dossier, options, 200)) {
            const QString all = textsOf(question).join('\n');
            QVERIFY2(!dates || (!all.contains(year) && question.kind != QuestionKind::When), qPrintable(all));
            QVERIFY2(!names || !all.contains(name), qPrintable(all));
        }
    // What is not hidden is asked on.
    QVERIFY(!made(dossierFrom(quizTables()), options, 5).isEmpty());
    QuizMaker none(dossierFrom(tablesOfDates({"2001"})), wording::Wording(), options);
    QVERIFY2(none.whyNone().contains("hidden"), qPrintable(none.whyNone()));
}

void TestQuiz::onlyTheseEventsAreAskedAbout() {
    const auto dossier = dossierFrom(quizTables());
    const QList<model::EventId> events = {model::EventId(2), model::EventId(5), model::EventId(13),
                                          model::EventId(999)};
    QSet<model::EventId> asked;
    for (const Question& question : made(dossier, {{}, events, 1, 5}, 100))
        for (const QuizChoice& choice : question.choices)
            if (choice.event.isValid())
                asked.insert(choice.event);
    QCOMPARE(asked, QSet<model::EventId>({model::EventId(2), model::EventId(5), model::EventId(13)}));
}

/// A filter may leave none.
void TestQuiz::noEventIsNotEveryEvent() {
    const auto dossier = dossierFrom(quizTables());
    QuizOptions options;
    options.events.emplace();
    QVERIFY(made(dossier, options, 20).isEmpty());
    QuizMaker maker(dossier, wording::Wording(), options);
    QVERIFY2(maker.whyNone().contains("filter"), qPrintable(maker.whyNone()));
    options.events.reset();
    QCOMPARE(made(dossier, options, 20).size(), 20);
}

void TestQuiz::difficultyIsTheGap() {
    QStringList years;
    for (int year = 1901; year <= 1926; ++year)
        years.append(QString::number(year));
    const auto dossier = dossierFrom(tablesOfDates(years));
    QList<double> means;
    for (int difficulty = 1; difficulty <= 3; ++difficulty) {
        QuizMaker maker(dossier, wording::Wording(), {{}, {}, difficulty, 9});
        double sum = 0;
        for (int i = 0; i < 100; ++i) {
            const auto question = maker.next(QuestionKind::First);
            QVERIFY(question);
            sum += std::abs(question->choices[0].event.index - question->choices[1].event.index);
        }
        means.append(sum / 100);
    }
    QVERIFY2(means[0] > 1.5 * means[1] && means[1] > 1.5 * means[2],
             qPrintable(QString("%1 %2 %3").arg(means[0]).arg(means[1]).arg(means[2])));
}

void TestQuiz::tooFewEventsGiveASentence_data() {
    QTest::addColumn<QStringList>("dates");
    QTest::addColumn<bool>("isAny");
    QTest::newRow("nothing") << QStringList() << false;
    QTest::newRow("one") << QStringList{"2001"} << false;
    QTest::newRow("undated") << QStringList{"", ""} << false;
    QTest::newRow("same day") << QStringList{"2001-03-12", "2001-03-12"} << false;
    QTest::newRow("a year and a day in it") << QStringList{"2001", "2001-03-12"} << false;
    QTest::newRow("a claim overlaps") << QStringList{"2001-03-12|2005", "2005-02-01"} << false;
    QTest::newRow("open towards the other") << QStringList{"[2001..]", "2005"} << false;
    QTest::newRow("open away from the other") << QStringList{"[..2001]", "2005"} << true;
    QTest::newRow("next day") << QStringList{"2001-03-12", "2001-03-13"} << true;
}

void TestQuiz::tooFewEventsGiveASentence() {
    QFETCH(QStringList, dates);
    QFETCH(bool, isAny);
    const auto dossier = dossierFrom(tablesOfDates(dates));
    for (const QuizOptions& options : {QuizOptions(), QuizOptions{model::dayOf(2030, 1, 1), {}, 1, 1}}) {
        QuizMaker maker(dossier, wording::Wording(), options);
        QCOMPARE(maker.whyNone().isEmpty(), isAny);
        QCOMPARE(maker.next().has_value(), isAny);
        if (!isAny)
            QVERIFY(maker.whyNone().endsWith('.'));
    }
}

void TestQuiz::orderIsGraded_data() {
    QTest::addColumn<QList<int>>("order");
    QTest::addColumn<int>("inPlace");
    QTest::newRow("exact") << QList<int>{2, 0, 3, 1} << 4;
    QTest::newRow("two swapped") << QList<int>{2, 3, 0, 1} << 2;
    QTest::newRow("all turned") << QList<int>{0, 2, 1, 3} << 0;
    QTest::newRow("one fits") << QList<int>{2, 3, 1, 0} << 1;
    QTest::newRow("too few") << QList<int>{2, 0, 3} << 0;
    QTest::newRow("one twice") << QList<int>{2, 0, 3, 3} << 0;
    QTest::newRow("none") << QList<int>{} << 0;
}

void TestQuiz::orderIsGraded() {
    QFETCH(QList<int>, order);
    QFETCH(int, inPlace);
    Question question;
    question.kind = QuestionKind::Order;
    question.order = {2, 0, 3, 1};
    const OrderGrade grade = gradeOrder(question, order);
    QCOMPARE(grade.inPlace, inPlace);
    QCOMPARE(grade.exact, inPlace == 4);
    QCOMPARE(grade.marks(), inPlace / 4.0);
}

void TestQuiz::dayIsGraded_data() {
    QTest::addColumn<qint64>("day");
    QTest::addColumn<double>("marks");
    QTest::newRow("first day of a claim") << qint64(100) << 1.0;
    QTest::newRow("last day of a claim") << qint64(110) << 1.0;
    QTest::newRow("other claim") << qint64(200) << 1.0;
    QTest::newRow("a tenth before") << qint64(90) << 0.9;
    QTest::newRow("half") << qint64(50) << 0.5;
    QTest::newRow("between the claims") << qint64(150) << 0.6;
    QTest::newRow("nearer to the second") << qint64(190) << 0.9;
    QTest::newRow("nothing left") << qint64(0) << 0.0;
    QTest::newRow("far off") << qint64(-5000) << 0.0;
}

void TestQuiz::dayIsGraded() {
    QFETCH(qint64, day);
    QFETCH(double, marks);
    Question question;
    question.kind = QuestionKind::When;
    question.claims = {{100, 110}, {200, 200}};
    question.tolerance = 100;
    QCOMPARE(gradeDay(question, day), marks);
}

QTEST_APPLESS_MAIN(TestQuiz)
#include "tst_quiz.moc"
