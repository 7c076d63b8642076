#include "app/pictures/slides_file.h"

#include "app/pictures/slides_frame.h"

#include <QRegularExpression>

namespace entente::pictures {

namespace {

constexpr int pictureScale = 2;

/// Adds the parts of slides to a package.
class SlideWriter {
public:
    SlideWriter(const Labels& labels, const QString& language) : m_labels(labels), m_language(language) {}

    model::Result<void> add(const StorySlide& slide);
    const QList<ZipEntry>& parts() const { return m_parts; }
    /// Of so many slides, which are added.
    double share(qsizetype slides) const { return static_cast<double>(m_slide) / static_cast<double>(slides); }

private:
    QString holder(int id, const QString& name, const QString& placeholder, const SlideText& text) const;
    QString picture(int id, const QString& tie, const SlidePicture& picture) const;
    QByteArray slidePart(const StorySlide& slide) const;
    QByteArray notesPart(const StorySlide& slide) const;

    const Labels& m_labels;
    QString m_language;
    int m_slide = 0;
    int m_image = 0;
    QList<ZipEntry> m_parts;
};

model::Result<void> SlideWriter::add(const StorySlide& slide) {
    ++m_slide;
    QList<PartTie> ties{{"rId1", "slideLayout", "../slideLayouts/slideLayout1.xml"},
                        {"rId2", "notesSlide", QStringLiteral("../notesSlides/notesSlide%1.xml").arg(m_slide)}};
    QList<ZipEntry> images;
    for (const SlidePicture& picture : slide.pictures) {
        Labels labels = m_labels;
        labels.description = picture.words;
        const auto bytes = pngOf(picture.sheet, labels, pictureScale);
        if (!bytes)
            return tl::unexpected(bytes.error());
        const QString name = QStringLiteral("media/image%1.png").arg(++m_image);
        ties.append({QStringLiteral("rId%1").arg(ties.size() + 1), "image", "../" + name});
        images.append({"ppt/" + name, *bytes});
    }
    const QString name = QStringLiteral("slide%1.xml").arg(m_slide);
    m_parts << ZipEntry{"ppt/slides/" + name, slidePart(slide)}
            << ZipEntry{"ppt/slides/_rels/" + name + ".rels", relationshipsPart(ties)} << images
            << ZipEntry{QStringLiteral("ppt/notesSlides/notesSlide%1.xml").arg(m_slide), notesPart(slide)}
            << ZipEntry{QStringLiteral("ppt/notesSlides/_rels/notesSlide%1.xml.rels").arg(m_slide),
                        relationshipsPart({{"rId1", "notesMaster", "../notesMasters/notesMaster1.xml"},
                                           {"rId2", "slide", "../slides/" + name}})};
    return {};
}

QString SlideWriter::holder(int id, const QString& name, const QString& placeholder, const SlideText& text) const {
    return QStringLiteral("<p:sp><p:nvSpPr><p:cNvPr id=\"%1\" name=\"%2\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/>"
                          "</p:cNvSpPr><p:nvPr><p:ph %3/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm>%4</a:xfrm></p:spPr>"
                          "<p:txBody><a:bodyPr><a:normAutofit/></a:bodyPr><a:lstStyle/>%5</p:txBody></p:sp>")
        .arg(QString::number(id), xmlText(name), placeholder, xmlFrame(text.frame),
             xmlParagraphs(text.paragraphs, {text.pixels, m_language}));
}

QString SlideWriter::picture(int id, const QString& tie, const SlidePicture& picture) const {
    return QStringLiteral("<p:pic><p:nvPicPr><p:cNvPr id=\"%1\" name=\"%2\" descr=\"%3\"/><p:cNvPicPr>"
                          "<a:picLocks noChangeAspect=\"1\"/></p:cNvPicPr><p:nvPr/></p:nvPicPr><p:blipFill>"
                          "<a:blip r:embed=\"%4\"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>"
                          "<a:xfrm>%5</a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr></p:pic>")
        .arg(QString::number(id), xmlText(picture.name), xmlText(picture.words.simplified()), tie,
             xmlFrame(picture.frame));
}

/// In the order in which it is read out.
QByteArray SlideWriter::slidePart(const StorySlide& slide) const {
    int id = 1;
    QString shapes = holder(++id, Text::tr("Headline"), QStringLiteral("type=\"title\""), slide.headline);
    const auto add = [&](const QString& name, const QString& placeholder, const SlideText& text) {
        if (!text.paragraphs.isEmpty())
            shapes += holder(++id, name, placeholder, text);
    };
    add(Text::tr("Date"), QStringLiteral("type=\"body\" sz=\"quarter\" idx=\"13\""), slide.date);
    add(Text::tr("Points"), QStringLiteral("type=\"body\" idx=\"1\""), slide.points);
    int tie = 2;
    for (const SlidePicture& one : slide.pictures)
        shapes += picture(++id, QStringLiteral("rId%1").arg(++tie), one);
    add(Text::tr("Sources"), QStringLiteral("type=\"body\" sz=\"quarter\" idx=\"14\""), slide.sources);
    add(Text::tr("Number"), QStringLiteral("type=\"body\" sz=\"quarter\" idx=\"15\""), slide.counter);
    return xmlPart(QStringLiteral("<p:sld %1><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/>"
                                  "<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>%2</p:spTree></p:cSld>"
                                  "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>")
                       .arg(xmlNamespaces(), shapes));
}

QByteArray SlideWriter::notesPart(const StorySlide& slide) const {
    return xmlPart(
        QStringLiteral("<p:notes %1><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/>"
                       "<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/><p:sp><p:nvSpPr>"
                       "<p:cNvPr id=\"2\" name=\"%2\"/><p:cNvSpPr><a:spLocks noGrp=\"1\" noRot=\"1\" "
                       "noChangeAspect=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"sldImg\" idx=\"2\"/></p:nvPr>"
                       "</p:nvSpPr><p:spPr/></p:sp><p:sp><p:nvSpPr><p:cNvPr id=\"3\" name=\"%3\"/><p:cNvSpPr>"
                       "<a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"body\" sz=\"quarter\" "
                       "idx=\"3\"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>%4"
                       "</p:txBody></p:sp></p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/>"
                       "</p:clrMapOvr></p:notes>")
            .arg(xmlNamespaces(), xmlText(Text::tr("Slide")), xmlText(Text::tr("Notes")),
                 xmlParagraphs(slide.notes, {0, m_language})));
}

QString languageOf(const model::Dossier& dossier, const StoryOptions& options) {
    static const QRegularExpression form(QStringLiteral("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$"));
    for (const QString& language : {options.language, dossier.head().language})
        if (form.match(language).hasMatch())
            return language;
    return QStringLiteral("en");
}

} // namespace

model::Result<QList<ZipEntry>> slideParts(const model::DossierPointer& dossier, model::StoryId story,
                                          const StoryOptions& options, const wording::Wording& wording,
                                          QStringList* losses, const Progress& progress) {
    const auto slides =
        storySlides(dossier, story, options, wording, [&](double share) { return !progress || progress(share / 2); });
    if (!slides)
        return tl::unexpected(slides.error());
    const Labels labels = labelsOfStory(*dossier, story, options.language, wording);
    const QString language = languageOf(*dossier, options);
    SlideWriter writer(labels, language);
    for (const StorySlide& slide : *slides) {
        if (progress && !progress(0.5 + 0.5 * writer.share(slides->size())))
            return tl::unexpected(ended());
        if (const auto added = writer.add(slide); !added)
            return tl::unexpected(added.error());
        if (losses)
            losses->append(slide.losses);
    }
    return packageParts(labels, language, slides->size()) + frameParts(options.scheme) + writer.parts();
}

model::Result<QByteArray> slidesOf(const model::DossierPointer& dossier, model::StoryId story,
                                   const StoryOptions& options, const wording::Wording& wording, QStringList* losses,
                                   const Progress& progress) {
    return slideParts(dossier, story, options, wording, losses, progress).and_then(zipOf);
}

} // namespace entente::pictures
