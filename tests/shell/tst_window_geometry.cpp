#include "tests/shell/support_window.h"

#include "app/theme/chip.h"
#include "db/store/dossier_file.h"

#include <QAbstractButton>
#include <QLabel>
#include <QScrollArea>
#include <QSplitter>
#include <QTest>

using namespace entente;
using namespace entente::shell;

/// Where things are in the window: no text cut, nothing beyond its parent, no two things at one place.
class TestWindowGeometry : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void windowIsSound_data();
    void windowIsSound();
    void keyEventsAreNamed();
    void opensAsDesigned();

private:
    QTemporaryDir m_folder;
    QString m_synthetic;
};

namespace {

/// Things by name that may not touch one another.
struct Box {
    QString name;
    QRectF rect;
};

QStringList overlapsOf(const QList<Box>& boxes) {
    QStringList faults;
    for (qsizetype i = 0; i < boxes.size(); ++i) {
        for (qsizetype j = i + 1; j < boxes.size(); ++j) {
            if (boxes[i].rect.adjusted(0.5, 0.5, -0.5, -0.5).intersects(boxes[j].rect))
                faults << boxes[i].name + " overlaps " + boxes[j].name;
        }
    }
    return faults;
}

QString nameOf(const QWidget& widget) {
    const auto* button = qobject_cast<const QAbstractButton*>(&widget);
    const auto* label = qobject_cast<const QLabel*>(&widget);
    const QString text = button ? button->text() : label ? label->text() : widget.accessibleName();
    return QStringLiteral("%1 \"%2\"").arg(widget.metaObject()->className(), text);
}

bool isCut(const QWidget& widget) {
    if (const auto* label = qobject_cast<const QLabel*>(&widget); label && !label->text().isEmpty())
        return label->wordWrap()
                   ? label->heightForWidth(label->width()) > label->height()
                   : label->sizeHint().width() > label->width() || label->sizeHint().height() > label->height() + 1;
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget); button && !button->text().isEmpty())
        return button->minimumSizeHint().width() > button->width();
    return false;
}

bool isInside(const QWidget& widget) {
    const QWidget* parent = widget.parentWidget();
    const bool scrolls = parent && qobject_cast<const QScrollArea*>(parent->parentWidget());
    return !parent || widget.isWindow() || scrolls || parent->rect().contains(widget.geometry());
}

/// Faults of a widget and all that is shown in it.
QStringList faultsOf(const QWidget& widget) {
    QStringList faults;
    if (isCut(widget))
        faults << nameOf(widget) +
                      QStringLiteral(" is cut: %1 of %2").arg(widget.width()).arg(widget.sizeHint().width());
    if (!isInside(widget))
        faults << nameOf(widget) + " leaves its parent";
    QList<Box> children;
    for (const QObject* child : widget.children()) {
        const auto* inner = qobject_cast<const QWidget*>(child);
        // A splitter's handle reaches over its neighbours so that it can be grasped.
        if (!inner || !inner->isVisible() || inner->isWindow() || qobject_cast<const QSplitterHandle*>(inner))
            continue;
        faults << faultsOf(*inner);
        children << Box{nameOf(*inner), QRectF(inner->geometry())};
    }
    return faults << overlapsOf(children);
}

QStringList timelineFaults(const timeline::Scene& scene) {
    QStringList faults;
    QList<Box> labels, pills;
    for (const timeline::Label& label : scene.labels)
        labels << Box{"label " + label.title, label.box};
    for (const timeline::Pill& pill : scene.pills)
        pills << Box{QStringLiteral("pill of %1").arg(pill.members.size()), pill.box};
    QList<Box> hints;
    for (const timeline::Hint& hint : scene.hints)
        hints << Box{"hint " + hint.text, hint.box};
    for (const Box& box : labels + pills + hints) {
        if (!scene.lanes.adjusted(0, 0, 1, 1).contains(box.rect))
            faults << box.name + " leaves the lanes";
    }
    return faults << overlapsOf(labels) << overlapsOf(pills);
}

QStringList networkFaults(const relations::Scene& scene) {
    QStringList faults;
    QList<Box> boxes;
    for (const relations::Node& node : scene.nodes) {
        boxes << Box{"node " + node.name + node.text, node.frame};
        for (const QRectF& box : {node.nameBox, node.statusBox}) {
            if (!box.isNull())
                boxes << Box{"name " + node.name, box};
        }
    }
    for (const relations::Line& line : scene.lines) {
        if (!line.labelBox.isNull())
            boxes << Box{"label " + line.label, line.labelBox};
    }
    for (const Box& box : boxes) {
        if (!scene.canvas.contains(box.rect))
            faults << box.name + " leaves the canvas";
    }
    return faults << overlapsOf(boxes);
}

} // namespace

void TestWindowGeometry::initTestCase() {
    prepareApplication();
    m_synthetic = m_folder.filePath("synthetic.dossier");
    QVERIFY(store::create(m_synthetic, syntheticTables()));
}

void TestWindowGeometry::windowIsSound_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QStringList>("selections");
    const QStringList bundled{"signing-2025", "entry-into-force", "iran", "agreement-2015", "us-sanctions-iran"};
    const QStringList synthetic{"", "event-3", "actor-8", "tie-5"};
    for (const QSize size : {QSize(1600, 1000), QSize(1024, 680), QSize(1280, 760)}) {
        QTest::addRow("bundled %d", size.width()) << bundledFile() << size << bundled;
        QTest::addRow("synthetic %d", size.width()) << m_synthetic << size << synthetic;
    }
}

void TestWindowGeometry::windowIsSound() {
    QFETCH(QString, file);
    QFETCH(QSize, size);
    QFETCH(QStringList, selections);
    TestWindow window(file, size);
    QTRY_VERIFY_WITH_TIMEOUT(window->panels().network().isPlaced(), 60'000);
    QCOMPARE(window->size(), size);
    QStringList faults;
    for (const QString& key : selections) {
        window->exploration().select(window.dossier().find(key));
        for (int tab = 0; tab < 3; ++tab) {
            for (auto* tabs : window->findChildren<QTabWidget*>())
                tabs->setCurrentIndex(tab);
            QCoreApplication::sendPostedEvents();
            faults << faultsOf(*window);
        }
        faults << timelineFaults(window->panels().timeline().scene());
        faults << networkFaults(window->panels().network().scene());
    }
    faults.removeDuplicates();
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join('\n')));
}

/// Each by its label or on a pill that says how many it stands for.
void TestWindowGeometry::keyEventsAreNamed() {
    TestWindow window;
    const timeline::Scene& scene = window->panels().timeline().scene();
    QSet<model::EventId> named;
    for (const timeline::Label& label : scene.labels)
        named << label.event;
    for (const timeline::Pill& pill : scene.pills)
        named += QSet<model::EventId>(pill.members.begin(), pill.members.end());
    qsizetype keys = 0;
    for (const timeline::EventMark& mark : scene.marks) {
        if (window.dossier().event(mark.event).importance < model::keyImportance)
            continue;
        ++keys;
        QVERIFY2(named.contains(mark.event), qPrintable(window.dossier().event(mark.event).title));
    }
    QVERIFY(keys >= 5);
}

void TestWindowGeometry::opensAsDesigned() {
    TestWindow window;
    QCOMPARE(window->exploration().selection(), window.dossier().find("signing-2025"));
    QCOMPARE(model::isoText(window->exploration().moment()), QStringLiteral("2025-01-17"));
    QVERIFY(!window->exploration().view().span);
    QVERIFY(!QApplication::activeModalWidget());
}

QTEST_MAIN(TestWindowGeometry)
#include "tst_window_geometry.moc"
