#include "app/pictures/handout_file.h"
#include "app/pictures/presets.h"
#include "app/pictures/slides_file.h"
#include "app/pictures/story_pdf.h"
#include "app/pictures/web_page.h"
#include "db/store/whole_file.h"
#include "tests/pictures/support_bundled.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace entente;
using namespace entente::pictures;

/// Disks that fail under every format: the old file stays, and nobody is told that the new one is there.
class TestWriting : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void failingDisksLeaveTheOldFile_data();
    void failingDisksLeaveTheOldFile();
    void wholeFilesReplaceTheOldOne_data();
    void wholeFilesReplaceTheOldOne();

private:
    QMap<QString, QByteArray> m_files; ///< one of each format
};

namespace {

const QByteArray oldBytes = "what was there before";

QByteArray bytesIn(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool writeOld(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(oldBytes) == oldBytes.size();
}

/// What a disk does with one write.
enum class Fault : quint8 { Short, Fails };

/// Writes that take so many bytes altogether, then fall short or fail. Bytes go to the file in blocks, as a kernel
/// takes them.
store::DeviceFilter failingAfter(qint64 room, Fault fault) {
    return [room, fault](QIODevice& device, const char* data, qint64 size) -> qint64 {
        QFile file;
        const auto* target = qobject_cast<QFileDevice*>(&device);
        if (!target || !file.open(target->handle(), QIODevice::WriteOnly | QIODevice::Unbuffered))
            return -1;
        const qint64 taken = file.write(data, std::min(room, size));
        return taken < size && fault == Fault::Fails ? -1 : taken;
    };
}

} // namespace

void TestWriting::initTestCase() {
    QVERIFY(theme::loadFonts());
    const model::DossierPointer bundled = test::bundledDossier();
    QVERIFY(bundled);
    model::Tables tables = bundled->tables();
    tables.scenes.removeIf([](const model::Scene& scene) { return scene.story.index != 0; });
    tables.scenes.resize(2);
    const auto dossier = std::make_shared<const model::Dossier>(tables);
    exploration::Exploration exploration;
    exploration.open(dossier);
    for (const Format format : {Format::Png, Format::Svg, Format::Pdf}) {
        Request request = requestOf(Preset::Document);
        request.view = exploration.view();
        request.format = format;
        m_files[wordOf(format)] = render(dossier, request, wording::Wording()).value();
    }
    m_files["pptx"] = slidesOf(dossier, model::StoryId(0)).value();
    m_files["story"] = storyPdf(dossier, model::StoryId(0)).value();
    m_files["handout"] = handoutOf(dossier, model::StoryId(0), {2, Blank::Dates, {}}).value();
    m_files["html"] = webPage(dossier, wording::Wording());
    for (const QByteArray& bytes : m_files)
        QVERIFY(bytes.size() > 10'000);
}

void TestWriting::failingDisksLeaveTheOldFile_data() {
    QTest::addColumn<QString>("format");
    QTest::addColumn<qint64>("room");
    QTest::addColumn<bool>("fails");
    for (auto file = m_files.begin(); file != m_files.end(); ++file)
        for (const bool fails : {false, true}) {
            const qint64 size = file->size();
            QList<qint64> rooms{0, 1, size - 1};
            for (qint64 room = 4096; room < size - 1; room += std::max<qint64>(4096, size / 40))
                rooms.append(room);
            for (const qint64 room : rooms)
                QTest::addRow("%s %s at %lld", qPrintable(file.key()), fails ? "fails" : "falls short",
                              static_cast<long long>(room))
                    << file.key() << room << fails;
        }
}

void TestWriting::failingDisksLeaveTheOldFile() {
    QFETCH(QString, format);
    QFETCH(qint64, room);
    QFETCH(bool, fails);
    const QTemporaryDir folder;
    const QString path = folder.filePath("file." + format);
    QVERIFY(writeOld(path));
    const auto fault = failingAfter(room, fails ? Fault::Fails : Fault::Short);
    const auto written = store::writeWholeThrough(path, m_files[format], fault);
    QVERIFY(!written);
    QVERIFY(!written.error().problem.isEmpty() && !written.error().remedy.isEmpty());
    QCOMPARE(bytesIn(path), oldBytes);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
    // And where there was none, there is none.
    QVERIFY(!store::writeWholeThrough(folder.filePath("new"), m_files[format], fault));
    QVERIFY(!QFile::exists(folder.filePath("new")));
}

void TestWriting::wholeFilesReplaceTheOldOne_data() {
    QTest::addColumn<QString>("format");
    for (auto file = m_files.begin(); file != m_files.end(); ++file)
        QTest::newRow(qPrintable(file.key())) << file.key();
}

void TestWriting::wholeFilesReplaceTheOldOne() {
    QFETCH(QString, format);
    const QTemporaryDir folder;
    const QString path = folder.filePath("file." + format);
    QVERIFY(writeOld(path));
    const auto enough = failingAfter(m_files[format].size(), Fault::Fails);
    QVERIFY(store::writeWholeThrough(path, m_files[format], enough));
    QVERIFY(bytesIn(path) == m_files[format]);
}

QTEST_MAIN(TestWriting)
#include "tst_writing.moc"
