#include "app/pictures/source_pages.h"
#include "app/shell/export_dialog.h"
#include "app/shell/print_picture.h"
#include "app/shell/story_dialog.h"
#include "tests/shell/support_window.h"

#include <QApplication>
#include <QClipboard>
#include <QMessageBox>
#include <QPrinter>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

using namespace entente;
using namespace entente::shell;

/// The dialog for pictures, and what is made in the background.
class TestExports : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { m_window.reset(); }
    void pictureFollowsTheChoices();
    void choicesAreRememberedByPurpose();
    void datesThatCannotBeReadAreSaid_data();
    void datesThatCannotBeReadAreSaid();
    void typedTimeIsShown();
    void altTextIsKeptOnceEdited();
    void copyingGivesPictureAndWords();
    void everyChoiceHasANameAndAKey();
    void storiesArePicturesToo();
    void previewsAreLeftWhileTheyAreDrawn();
    void postersSuggestTwoMoments();
    void postersArePrintedOnSeveralPages();
    void postersTurnToTheirSources();
    void buttonsAreSeenOnLowScreens();
    void wishesAreDoneOneAfterAnother();
    void cancelledWishesAreNotDone();
    void failuresAreTold();
    void theQueueEndsWithItsOwner();
    void closingAsksWhileSomethingIsMade_data();
    void closingAsksWhileSomethingIsMade();

private:
    std::unique_ptr<ExportDialog> dialog() {
        return std::make_unique<ExportDialog>((*m_window)->exploration(), (*m_window)->wording(),
                                              (*m_window)->settings(), m_queue, theme::Scheme::Light);
    }

    std::unique_ptr<TestWindow> m_window;
    ExportQueue m_queue;
};

namespace {

template <typename Widget>
Widget* named(QWidget& parent, const char* name) {
    for (auto* widget : parent.findChildren<Widget*>())
        if (widget->accessibleName() == QString::fromUtf8(name))
            return widget;
    return nullptr;
}

QPushButton* button(QWidget& parent, const char* text) {
    for (auto* each : parent.findChildren<QPushButton*>())
        if (QString(each->text()).remove('&') == QString::fromUtf8(text))
            return each;
    return nullptr;
}

void choose(QWidget& parent, const char* name, const char* text) {
    auto* choice = named<QComboBox>(parent, name);
    QVERIFY(choice);
    const int index = choice->findText(QString::fromUtf8(text));
    QVERIFY(index >= 0);
    choice->setCurrentIndex(index);
}

bool isDrawn(QWidget& dialog) {
    const auto* preview = dialog.findChild<PicturePreview*>();
    return !preview->isDrawing() && !preview->sheets().isEmpty();
}

constexpr int patience = 60'000;

/// Work that waits for a permission.
struct Held {
    std::shared_ptr<QSemaphore> permission = std::make_shared<QSemaphore>();
    std::shared_ptr<QStringList> done = std::make_shared<QStringList>();

    ExportQueue::Wish wish(const QString& name, const model::Result<void>& result = {}) const {
        return {name, "It failed.",
                [permission = permission, result](const pictures::Progress& progress) -> model::Result<void> {
                    while (!permission->tryAcquire(1, 10))
                        if (!progress(0.5))
                            return tl::unexpected(pictures::ended());
                    return result;
                },
                [done = done, name] { done->append(name); }};
    }
};

} // namespace

void TestExports::initTestCase() {
    prepareApplication();
    m_window = std::make_unique<TestWindow>();
}

void TestExports::pictureFollowsTheChoices() {
    const auto asked = dialog();
    choose(*asked, "Purpose", "Page, A4");
    choose(*asked, "Show", "Timeline and network");
    named<QLineEdit>(*asked, "Moments")->setText("2001; 2015");
    choose(*asked, "Colours", "Grey, for printing");
    const auto* preview = asked->findChild<PicturePreview*>();
    QTRY_VERIFY_WITH_TIMEOUT(isDrawn(*asked) && preview->sheets().first().networks.size() == 2, patience);
    QCOMPARE(preview->sheets().first().size, QSizeF(1123, 794));
    const pictures::Request request = asked->request();
    QCOMPARE(request.format, pictures::Format::Pdf);
    QCOMPARE(request.scheme, theme::Scheme::Grey);
    QCOMPARE(request.moments, (QList<model::Day>{model::dayOf(2001, 12, 31), model::dayOf(2015, 12, 31)}));
    QVERIFY(!request.view.span && request.words.isEmpty());
    choose(*asked, "Purpose", "Slide for the room");
    QTRY_VERIFY_WITH_TIMEOUT(isDrawn(*asked) && preview->sheets().first().size == QSizeF(1920, 1080), patience);
    QCOMPARE(asked->request().mostEvents, 12);
    choose(*asked, "Purpose", "Transparent slide");
    QVERIFY(asked->request().isTransparent);
}

void TestExports::choicesAreRememberedByPurpose() {
    {
        const auto asked = dialog();
        choose(*asked, "Purpose", "Poster, A3");
        choose(*asked, "Show", "Network");
        choose(*asked, "Format", "SVG");
        choose(*asked, "Purpose", "Slide as a document");
        choose(*asked, "Density", "3×");
        named<QSpinBox>(*asked, "Width")->setValue(1280);
        button(*asked, "Export…")->click();
        QCOMPARE(asked->result(), static_cast<int>(QDialog::Accepted));
    }
    const auto asked = dialog();
    QCOMPARE(named<QComboBox>(*asked, "Purpose")->currentText(), "Slide as a document");
    QCOMPARE(asked->request().scale, 3);
    QCOMPARE(asked->request().size, QSize(1280, 1080));
    choose(*asked, "Purpose", "Poster, A3");
    QCOMPARE(asked->request().content, pictures::Content::Network);
    QCOMPARE(asked->request().format, pictures::Format::Svg);
    QCOMPARE(asked->request().size, QSize(1587, 1123));
}

void TestExports::datesThatCannotBeReadAreSaid_data() {
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("moment") << "Moments"
                            << "2001; someday"
                            << "The moment “someday” cannot be read as a date.";
    QTest::newRow("from") << "From"
                          << "31 Feb 2001"
                          << "“31 Feb 2001” cannot be read as a date.";
    QTest::newRow("order") << "From"
                           << "3000"
                           << "The time ends before it begins.";
}

void TestExports::datesThatCannotBeReadAreSaid() {
    QFETCH(QString, field);
    QFETCH(QString, text);
    QFETCH(QString, sentence);
    const auto asked = dialog();
    choose(*asked, "Show", "Timeline and network");
    choose(*asked, "Time", "As typed here");
    named<QLineEdit>(*asked, qPrintable(field))->setText(text);
    const auto* preview = asked->findChild<PicturePreview*>();
    QTRY_VERIFY_WITH_TIMEOUT(preview->accessibleDescription().contains(sentence), patience);
    QVERIFY(!button(*asked, "Export…")->isEnabled() && !button(*asked, "Print…")->isEnabled());
    named<QLineEdit>(*asked, qPrintable(field))->setText("2001");
    QTRY_VERIFY_WITH_TIMEOUT(isDrawn(*asked), patience);
    QVERIFY(button(*asked, "Export…")->isEnabled() && button(*asked, "Print…")->isEnabled());
}

void TestExports::typedTimeIsShown() {
    const auto asked = dialog();
    choose(*asked, "Show", "Timeline");
    QVERIFY(!named<QLineEdit>(*asked, "From")->isEnabled() && !named<QLineEdit>(*asked, "Moments")->isEnabled());
    choose(*asked, "Time", "As typed here");
    named<QLineEdit>(*asked, "From")->setText("2015");
    named<QLineEdit>(*asked, "To")->setText("May 2018");
    const auto span = asked->request().view.span;
    QVERIFY(span);
    QCOMPARE(span->first, static_cast<double>(model::dayOf(2015, 1, 1)));
    QCOMPARE(span->last, static_cast<double>(model::dayOf(2018, 6, 1)));
    choose(*asked, "Time", "What is in view");
    QVERIFY(asked->request().view.span == (*m_window)->exploration().span());
}

void TestExports::altTextIsKeptOnceEdited() {
    const auto asked = dialog();
    choose(*asked, "Show", "Timeline");
    QTRY_VERIFY_WITH_TIMEOUT(isDrawn(*asked), patience);
    auto* words = named<QPlainTextEdit>(*asked, "Alt text");
    QVERIFY(words->toPlainText().size() > 100);
    QVERIFY(!button(*asked, "Generate Again")->isEnabled());
    words->setPlainText("My own words");
    choose(*asked, "Show", "Network");
    QTRY_VERIFY_WITH_TIMEOUT(asked->findChild<PicturePreview*>()->sheets().isEmpty(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(isDrawn(*asked), patience);
    QCOMPARE(words->toPlainText(), "My own words");
    QCOMPARE(asked->request().words, "My own words");
    button(*asked, "Generate Again")->click();
    QVERIFY(words->toPlainText().contains("As of"));
    QCOMPARE(asked->request().words, "");
}

void TestExports::copyingGivesPictureAndWords() {
    const auto asked = dialog();
    choose(*asked, "Purpose", "Slide as a document");
    choose(*asked, "Show", "Timeline");
    QTRY_VERIFY_WITH_TIMEOUT(isDrawn(*asked), patience);
    QGuiApplication::clipboard()->clear();
    button(*asked, "Copy")->click();
    QTRY_VERIFY_WITH_TIMEOUT(!m_queue.isBusy(), patience);
    const QMimeData* data = QGuiApplication::clipboard()->mimeData();
    QVERIFY(data->hasFormat("image/png") && data->hasFormat("image/svg+xml"));
    QCOMPARE(data->text(), named<QPlainTextEdit>(*asked, "Alt text")->toPlainText());
}

void TestExports::everyChoiceHasANameAndAKey() {
    const auto asked = dialog();
    StoryDialog story((*m_window).dossier());
    for (QDialog* each : std::initializer_list<QDialog*>{asked.get(), &story}) {
        QStringList keys;
        for (const auto* label : each->findChildren<QLabel*>())
            if (const qsizetype at = label->text().indexOf('&'); at >= 0)
                keys.append(label->text().mid(at + 1, 1).toLower());
        for (const auto* pressed : each->findChildren<QPushButton*>())
            if (const qsizetype at = pressed->text().indexOf('&'); at >= 0 && !pressed->text().contains("Cancel"))
                keys.append(pressed->text().mid(at + 1, 1).toLower());
        QCOMPARE(QSet<QString>(keys.begin(), keys.end()).size(), keys.size());
        for (const auto* choice : each->findChildren<QComboBox*>())
            QVERIFY(!choice->accessibleName().isEmpty());
    }
}

void TestExports::storiesArePicturesToo() {
    StoryDialog story((*m_window).dossier());
    const auto* density = named<QComboBox>(story, "Density");
    for (const auto& [kind, isPictures] : {std::pair("Slides (PPTX)", false), std::pair("Handout (PDF)", false),
                                           std::pair("Pictures, one a scene (PNG)", true)}) {
        choose(story, "As", kind);
        QCOMPARE(density->isEnabled(), isPictures);
        QCOMPARE(story.kind() == StoryDialog::Kind::Pictures, isPictures);
    }
    choose(story, "Density", "2×");
    QCOMPARE(story.scale(), 2);
}

/// Whoever closes the dialog does not wait, and what is drawn by then is told to nobody.
void TestExports::previewsAreLeftWhileTheyAreDrawn() {
    for (int i = 0; i < 3; ++i) {
        auto preview = std::make_unique<PicturePreview>(wording::Wording());
        const QSignalSpy drawn(preview.get(), &PicturePreview::drawn);
        pictures::Request request = pictures::requestOf(pictures::Preset::Document);
        request.content = pictures::Content::Both;
        preview->show(std::make_shared<const model::Dossier>((*m_window).dossier()), request);
        QVERIFY(preview->isDrawing());
        preview.reset();
        QCOMPARE(drawn.count(), 0);
    }
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::processEvents();
}

void TestExports::postersSuggestTwoMoments() {
    const auto asked = dialog();
    auto* moments = named<QLineEdit>(*asked, "Moments");
    choose(*asked, "Purpose", "Poster, A2");
    QCOMPARE(moments->text().count(';'), 1);
    choose(*asked, "Purpose", "Page, A4");
    QCOMPARE(moments->text().count(';'), 0);
    moments->setText("2015");
    choose(*asked, "Purpose", "Poster, A3");
    QCOMPARE(moments->text(), "2015");
}

/// The sources on pages of the paper at hand, whole.
void TestExports::postersArePrintedOnSeveralPages() {
    const auto asked = dialog();
    choose(*asked, "Purpose", "Poster, A3");
    choose(*asked, "Show", "Timeline");
    QTRY_VERIFY_WITH_TIMEOUT(isDrawn(*asked), patience);
    const pictures::Sheet sheet = asked->findChild<PicturePreview*>()->sheets().first();
    const QTemporaryDir folder;
    for (const bool isPoster : {false, true}) {
        QPrinter printer;
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(folder.filePath("printed.pdf"));
        printer.setPageSize(QPageSize(QPageSize::A4));
        printer.setPageOrientation(QPageLayout::Landscape);
        QSizeF given;
        const auto sources = [&](QSizeF page) {
            given = page;
            return pictures::sourceSheets((*m_window)->exploration().dossier(), asked->request(), wording::Wording(),
                                          page);
        };
        QVERIFY(paintPages(printer, {sheet, sources, isPoster}));
        const QSizeF paper = printer.pageLayout().paintRect(QPageLayout::Point).size() * 96 / 72;
        QVERIFY(std::abs(given.width() - paper.width()) < 2 && std::abs(given.height() - paper.height()) < 2);
        QFile file(folder.filePath("printed.pdf"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().count("/Type /Page\n"), (isPoster ? 4 : 1) + sources(given).size());
    }
}

void TestExports::postersTurnToTheirSources() {
    const auto asked = dialog();
    asked->show();
    QVERIFY(QTest::qWaitForWindowActive(asked.get()));
    auto* forward = named<QToolButton>(*asked, "Next page");
    auto* back = named<QToolButton>(*asked, "Previous page");
    const auto* preview = asked->findChild<PicturePreview*>();
    choose(*asked, "Purpose", "Page, A4");
    QTRY_VERIFY_WITH_TIMEOUT(isDrawn(*asked) && !forward->isVisible(), patience);
    choose(*asked, "Purpose", "Poster, A3");
    choose(*asked, "Show", "Timeline");
    choose(*asked, "Format", "PDF"); // what was exported before is remembered
    QTRY_VERIFY_WITH_TIMEOUT(isDrawn(*asked) && forward->isVisible(), patience);
    const qsizetype pages = preview->sheets().size();
    QVERIFY(pages > 2 && !back->isEnabled());
    const QString words = preview->accessibleDescription();
    QTest::keyClick(asked.get(), Qt::Key_PageDown, Qt::ControlModifier);
    QTRY_COMPARE(preview->page(), 1);
    QVERIFY(preview->accessibleDescription().startsWith("1\n") && back->isEnabled());
    for (qsizetype page = 2; page < pages; ++page)
        forward->click();
    QCOMPARE(preview->page(), pages - 1);
    QVERIFY(!forward->isEnabled());
    forward->click();
    QCOMPARE(preview->page(), pages - 1);
    for (qsizetype page = pages - 2; page >= 0; --page) {
        QTest::keyClick(asked.get(), Qt::Key_PageUp, Qt::ControlModifier);
        QTRY_COMPARE(preview->page(), page);
    }
    QCOMPARE(preview->accessibleDescription(), words);
    forward->click();
    asked->resize(asked->size() + QSize(40, 40));
    QTRY_VERIFY(preview->isDrawing());
    const auto isOfNone = [&] {
        const QList<QLabel*> labels = asked->findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(),
                           [](const QLabel* label) { return label->text().contains(" of 0"); });
    };
    QVERIFY(!isOfNone());
    QTRY_VERIFY_WITH_TIMEOUT(isDrawn(*asked), patience);
    QCOMPARE(preview->page(), 1);
    choose(*asked, "Format", "PNG");
    QTRY_VERIFY_WITH_TIMEOUT(isDrawn(*asked) && !forward->isVisible(), patience);
    QCOMPARE(preview->page(), 0);
}

/// Of 1000 lines at twice the size.
void TestExports::buttonsAreSeenOnLowScreens() {
    const auto asked = dialog();
    asked->show();
    QVERIFY(QTest::qWaitForWindowActive(asked.get()));
    asked->resize(780, 450);
    QCOMPARE(asked->height(), 450);
    QVERIFY(asked->width() <= 800);
    for (const char* text : {"Export…", "Copy", "Print…", "Cancel"}) {
        const QPushButton* each = button(*asked, text);
        QVERIFY2(each, text);
        QVERIFY2(asked->rect().contains(QRect(each->mapTo(asked.get(), QPoint()), each->size())), text);
    }
    auto* density = named<QComboBox>(*asked, "Density");
    choose(*asked, "Format", "PNG");
    QVERIFY(density->visibleRegion().isEmpty());
    density->setFocus(Qt::ShortcutFocusReason);
    QTRY_COMPARE(density->visibleRegion().boundingRect().height(), density->height());
}

void TestExports::wishesAreDoneOneAfterAnother() {
    ExportQueue queue;
    const QSignalSpy idle(&queue, &ExportQueue::idle);
    const Held held;
    queue.add(held.wish("one"));
    queue.add(held.wish("other"));
    QCOMPARE(queue.words(), "Making one, 1 more waiting");
    held.permission->release();
    QTRY_COMPARE(*held.done, QStringList{"one"});
    QVERIFY(queue.isBusy());
    QCOMPARE(queue.words(), "Making other");
    held.permission->release();
    QTRY_COMPARE(idle.size(), 1);
    QCOMPARE(*held.done, (QStringList{"one", "other"}));
    QVERIFY(idle.first().first().toBool());
}

void TestExports::cancelledWishesAreNotDone() {
    ExportQueue queue;
    const QSignalSpy idle(&queue, &ExportQueue::idle), cancelled(&queue, &ExportQueue::cancelled);
    const Held held;
    queue.add(held.wish("one"));
    queue.add(held.wish("other"));
    queue.cancel();
    QTRY_COMPARE(idle.size(), 1);
    QCOMPARE(cancelled.size(), 2);
    QVERIFY(held.done->isEmpty() && !idle.first().first().toBool());
    queue.add(held.wish("again"));
    held.permission->release();
    QTRY_COMPARE(*held.done, QStringList{"again"});
}

void TestExports::failuresAreTold() {
    ExportQueue queue;
    const QSignalSpy idle(&queue, &ExportQueue::idle), failed(&queue, &ExportQueue::failed);
    const Held held;
    held.permission->release();
    queue.add(held.wish("one", model::failure("The disk is full.")));
    QTRY_COMPARE(idle.size(), 1);
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed.first().first().toString(), "It failed.");
    QVERIFY(held.done->isEmpty() && !idle.first().first().toBool());
}

void TestExports::theQueueEndsWithItsOwner() {
    const Held held;
    {
        ExportQueue queue;
        queue.add(held.wish("one"));
    }
    QVERIFY(held.done->isEmpty());
}

void TestExports::closingAsksWhileSomethingIsMade_data() {
    QTest::addColumn<QString>("answer");
    QTest::addColumn<bool>("closesAtOnce");
    QTest::addColumn<bool>("isDone");
    QTest::newRow("wait") << "Wait, then Close" << false << true;
    QTest::newRow("end") << "End It and Close" << true << false;
    QTest::newRow("cancel") << "Cancel" << false << true;
}

void TestExports::closingAsksWhileSomethingIsMade() {
    QFETCH(QString, answer);
    QFETCH(bool, closesAtOnce);
    TestWindow window;
    const Held held;
    ExportQueue& queue = window->exports().queue();
    const QSignalSpy idle(&queue, &ExportQueue::idle);
    queue.add(held.wish("slides.pptx"));
    QString asked;
    QTimer::singleShot(0, qApp, [&] {
        auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
        QVERIFY(box);
        asked = box->informativeText();
        for (QAbstractButton* each : box->buttons())
            if (QString(each->text()).remove('&') == answer)
                return each->click();
        QFAIL("no such button");
    });
    QCOMPARE(window->close(), closesAtOnce);
    QVERIFY2(asked.contains("Making slides.pptx"), qPrintable(asked));
    if (!closesAtOnce) // what is ended could be done first
        held.permission->release();
    QTRY_COMPARE(idle.size(), 1);
    QTEST(!held.done->isEmpty(), "isDone");
    if (answer.startsWith("Wait"))
        QTRY_VERIFY(!window->isVisible());
    else
        QCOMPARE(window->isVisible(), !closesAtOnce);
}

QTEST_MAIN(TestExports)
#include "tst_exports.moc"
