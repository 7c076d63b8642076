#include "tests/layering/support_sources.h"

#include <QTest>

using namespace entente::layering;

/// The budgets of the architecture, in lines with their braces.
namespace {
constexpr int medianFunction = 8;
constexpr int longFunction = 35; // 95th percentile
constexpr int longestFunction = 60;
constexpr int longestFile = 500;
constexpr int longestMain = 40;
} // namespace

class TestBudgets : public QObject {
    Q_OBJECT

private slots:
    void functionsAreFoundAsWritten_data();
    void functionsAreFoundAsWritten();
    void functionsKeepTheirBudget();
    void filesKeepTheirBudget();
};

void TestBudgets::functionsAreFoundAsWritten_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<int>>("lines");
    QTest::newRow("one line") << "int f() { return 1; }" << QList<int>{1};
    QTest::newRow("three lines") << "int f() {\n    return 1;\n}" << QList<int>{3};
    QTest::newRow("nested blocks") << "void f() {\n    if (x) {\n        g();\n    }\n}" << QList<int>{5};
    QTest::newRow("in a class") << "struct A {\n    int f() const { return 1; }\n    int b = 2;\n};" << QList<int>{1};
    QTest::newRow("initialiser list") << "A::A(int b) : m_b(b), m_c{1} {\n    g();\n}" << QList<int>{3};
    QTest::newRow("lambda inside") << "void f() {\n    auto g = [](int a) {\n        return a;\n    };\n}"
                                   << QList<int>{5};
    QTest::newRow("two functions") << "void f() {\n}\nauto g() -> int {\n    return 1;\n}" << QList<int>{2, 3};
    QTest::newRow("braces in text") << "QString f() {\n    return \"}{\"; // }\n}" << QList<int>{3};
    QTest::newRow("no function") << "namespace a {\nenum class B { C, D };\nstruct E {\n    int f = 1;\n};\n}"
                                 << QList<int>{};
}

void TestBudgets::functionsAreFoundAsWritten() {
    QFETCH(QString, text);
    QFETCH(QList<int>, lines);
    QList<int> found;
    for (const FunctionBody& body : functionBodies({"text.cpp", text.split('\n')}))
        found.append(body.lines);
    QCOMPARE(found, lines);
}

void TestBudgets::functionsKeepTheirBudget() {
    QList<FunctionBody> bodies;
    for (const SourceFile& file : sourcesBelow({"app", "db"}))
        bodies.append(functionBodies(file));
    QVERIFY(!bodies.isEmpty());
    std::stable_sort(bodies.begin(), bodies.end(), [](const auto& a, const auto& b) { return a.lines < b.lines; });

    QStringList tooLong;
    for (const FunctionBody& body : bodies)
        if (body.lines > longestFunction)
            tooLong.append(QString("%1 has %2 lines").arg(body.place).arg(body.lines));
    QVERIFY2(tooLong.isEmpty(), qPrintable(tooLong.join('\n')));

    const FunctionBody& middle = bodies[bodies.size() / 2];
    QVERIFY2(middle.lines <= medianFunction, qPrintable(QString("the median is %1 lines").arg(middle.lines)));
    const FunctionBody& high = bodies[bodies.size() * 95 / 100];
    QVERIFY2(high.lines <= longFunction, qPrintable(QString("the 95th percentile is %1 lines").arg(high.lines)));
}

void TestBudgets::filesKeepTheirBudget() {
    QStringList tooLong;
    for (const SourceFile& file : sourcesBelow({"app", "db", "tests"})) {
        const int budget = file.path == "app/main.cpp" ? longestMain : longestFile;
        if (file.lines.size() - 1 > budget)
            tooLong.append(QString("%1 has %2 lines").arg(file.path).arg(file.lines.size() - 1));
    }
    QVERIFY2(tooLong.isEmpty(), qPrintable(tooLong.join('\n')));
}

QTEST_APPLESS_MAIN(TestBudgets)
#include "tst_budgets.moc"
