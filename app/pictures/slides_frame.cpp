#include "app/pictures/slides_frame.h"

namespace entente::pictures {

using theme::Role;

namespace {

QString rgb(QColor color) {
    return color.name(QColor::HexRgb).mid(1).toUpper();
}

QString solid(const QString& scheme) {
    return QStringLiteral("<a:solidFill><a:schemeClr val=\"%1\"/></a:solidFill>").arg(scheme);
}

QString colours(theme::Scheme scheme) {
    const theme::Theme look(scheme);
    const std::pair<const char*, QColor> places[] = {{"dk1", look.color(Role::Ink)},
                                                     {"lt1", look.color(Role::Ground)},
                                                     {"dk2", look.color(Role::Ink2)},
                                                     {"lt2", look.color(Role::Lane)},
                                                     {"accent1", look.tenor(model::Tenor::Cooperation)},
                                                     {"accent2", look.tenor(model::Tenor::Pressure)},
                                                     {"accent3", look.tenor(model::Tenor::Conflict)},
                                                     {"accent4", look.tenor(model::Tenor::Neutral)},
                                                     {"accent5", look.color(Role::Ink3)},
                                                     {"accent6", look.color(Role::Line3)},
                                                     {"hlink", look.tenor(model::Tenor::Cooperation)},
                                                     {"folHlink", look.color(Role::Ink2)}};
    QString made;
    for (const auto& [name, color] : places)
        made += QStringLiteral("<a:%1><a:srgbClr val=\"%2\"/></a:%1>").arg(QLatin1String(name), rgb(color));
    return made;
}

QByteArray themePart(theme::Scheme scheme) {
    const QString font = QStringLiteral("<a:latin typeface=\"Inter\"/><a:ea typeface=\"\"/><a:cs typeface=\"\"/>");
    const QString fill = solid(QStringLiteral("phClr"));
    const QString line = QStringLiteral("<a:ln w=\"9525\">%1</a:ln>").arg(fill);
    const QString effect = QStringLiteral("<a:effectStyle><a:effectLst/></a:effectStyle>");
    return xmlPart(
        QStringLiteral("<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" name=\"Entente\">"
                       "<a:themeElements><a:clrScheme name=\"Entente\">%1</a:clrScheme>"
                       "<a:fontScheme name=\"Entente\"><a:majorFont>%2</a:majorFont><a:minorFont>%2</a:minorFont>"
                       "</a:fontScheme><a:fmtScheme name=\"Entente\"><a:fillStyleLst>%3%3%3</a:fillStyleLst>"
                       "<a:lnStyleLst>%4%4%4</a:lnStyleLst><a:effectStyleLst>%5%5%5</a:effectStyleLst>"
                       "<a:bgFillStyleLst>%3%3%3</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>")
            .arg(colours(scheme), font, fill, line, effect));
}

const QString& groupHead() {
    static const QString head = QStringLiteral(
        "<p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>"
        "<a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/><a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"0\" cy=\"0\"/>"
        "</a:xfrm></p:grpSpPr>");
    return head;
}

struct Holder {
    int id = 0;
    QString name, placeholder;
    QRectF frame;
    QString listStyle, prompt;
};

QString xmlHolder(const Holder& holder) {
    return QStringLiteral(
               "<p:sp><p:nvSpPr><p:cNvPr id=\"%1\" name=\"%2\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/>"
               "</p:cNvSpPr><p:nvPr><p:ph %3/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm>%4</a:xfrm>"
               "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr><p:txBody>"
               "<a:bodyPr lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" anchor=\"t\"><a:normAutofit/></a:bodyPr>"
               "<a:lstStyle>%5</a:lstStyle><a:p><a:r><a:rPr lang=\"en-US\"/><a:t>%6</a:t></a:r></a:p>"
               "</p:txBody></p:sp>")
        .arg(QString::number(holder.id), xmlText(holder.name), holder.placeholder, xmlFrame(holder.frame),
             holder.listStyle, xmlText(holder.prompt));
}

QString levelOne(int pixels, const QString& color, const QString& more = {}) {
    return QStringLiteral(
               "<a:lvl1pPr marL=\"0\" indent=\"0\"%3><a:buNone/><a:defRPr sz=\"%1\">%2</a:defRPr></a:lvl1pPr>")
        .arg(QString::number(pixels * 50), solid(color), more);
}

QList<Holder> holders() {
    return {{2, Text::tr("Headline"), QStringLiteral("type=\"title\""), {94, 120, 830, 300}, {}, Text::tr("Headline")},
            {3,
             Text::tr("Points"),
             QStringLiteral("type=\"body\" idx=\"1\""),
             {94, 440, 830, 240},
             {},
             Text::tr("Points")}};
}

QList<Holder> layoutHolders() {
    return holders() + QList<Holder>{{4,
                                      Text::tr("Date"),
                                      QStringLiteral("type=\"body\" sz=\"quarter\" idx=\"13\""),
                                      {94, 60, 830, 52},
                                      levelOne(38, QStringLiteral("tx2")),
                                      Text::tr("Date")},
                                     {5,
                                      Text::tr("Sources"),
                                      QStringLiteral("type=\"body\" sz=\"quarter\" idx=\"14\""),
                                      {94, 1014, 1412, 36},
                                      levelOne(24, QStringLiteral("accent5")),
                                      Text::tr("Sources")},
                                     {6,
                                      Text::tr("Number"),
                                      QStringLiteral("type=\"body\" sz=\"quarter\" idx=\"15\""),
                                      {1526, 1014, 300, 36},
                                      levelOne(24, QStringLiteral("accent5"), QStringLiteral(" algn=\"r\"")),
                                      Text::tr("Number")}};
}

QString tree(const QList<Holder>& shapes) {
    QString made = groupHead();
    for (const Holder& holder : shapes)
        made += xmlHolder(holder);
    return QStringLiteral("<p:spTree>%1</p:spTree>").arg(made);
}

QString background() {
    return QStringLiteral("<p:bg><p:bgPr>%1<a:effectLst/></p:bgPr></p:bg>").arg(solid(QStringLiteral("bg1")));
}

QString colourMap() {
    return QStringLiteral("<p:clrMap bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" accent1=\"accent1\" "
                          "accent2=\"accent2\" accent3=\"accent3\" accent4=\"accent4\" accent5=\"accent5\" "
                          "accent6=\"accent6\" hlink=\"hlink\" folHlink=\"folHlink\"/>");
}

QByteArray masterPart() {
    const QString styles =
        QStringLiteral("<p:txStyles><p:titleStyle><a:lvl1pPr algn=\"l\"><a:lnSpc><a:spcPct val=\"95000\"/></a:lnSpc>"
                       "<a:buNone/><a:defRPr sz=\"4200\" b=\"1\">%1<a:latin typeface=\"+mj-lt\"/></a:defRPr>"
                       "</a:lvl1pPr></p:titleStyle><p:bodyStyle><a:lvl1pPr marL=\"292100\" indent=\"-292100\">"
                       "<a:spcBef><a:spcPts val=\"600\"/></a:spcBef><a:buClr><a:schemeClr val=\"accent5\"/></a:buClr>"
                       "<a:buChar char=\"–\"/><a:defRPr sz=\"2100\">%1<a:latin typeface=\"+mn-lt\"/></a:defRPr>"
                       "</a:lvl1pPr></p:bodyStyle><p:otherStyle><a:lvl1pPr><a:defRPr sz=\"1800\">%1</a:defRPr>"
                       "</a:lvl1pPr></p:otherStyle></p:txStyles>")
            .arg(solid(QStringLiteral("tx1")));
    return xmlPart(QStringLiteral("<p:sldMaster %1><p:cSld>%2%3</p:cSld>%4<p:sldLayoutIdLst>"
                                  "<p:sldLayoutId id=\"2147483649\" r:id=\"rId1\"/></p:sldLayoutIdLst>%5</p:sldMaster>")
                       .arg(xmlNamespaces(), background(), tree(holders()), colourMap(), styles));
}

QByteArray layoutPart() {
    return xmlPart(QStringLiteral("<p:sldLayout %1 preserve=\"1\" userDrawn=\"1\"><p:cSld name=\"%2\">%3</p:cSld>"
                                  "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>")
                       .arg(xmlNamespaces(), xmlText(Text::tr("Scene")), tree(layoutHolders())));
}

QByteArray notesMasterPart() {
    const QString image =
        QStringLiteral("<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"%1\"/><p:cNvSpPr><a:spLocks noGrp=\"1\" noRot=\"1\" "
                       "noChangeAspect=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"sldImg\" idx=\"2\"/></p:nvPr></p:nvSpPr>"
                       "<p:spPr><a:xfrm><a:off x=\"685800\" y=\"1143000\"/><a:ext cx=\"5486400\" cy=\"3086100\"/>"
                       "</a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr></p:sp>")
            .arg(xmlText(Text::tr("Slide")));
    const Holder notes{3,
                       Text::tr("Notes"),
                       QStringLiteral("type=\"body\" sz=\"quarter\" idx=\"3\""),
                       {108, 693, 864, 567},
                       levelOne(24, QStringLiteral("tx1")),
                       Text::tr("Notes")};
    return xmlPart(QStringLiteral("<p:notesMaster %1><p:cSld>%2<p:spTree>%3%4%5</p:spTree></p:cSld>%6</p:notesMaster>")
                       .arg(xmlNamespaces(), background(), groupHead(), image, xmlHolder(notes), colourMap()));
}

QByteArray contentTypesPart(qsizetype slides) {
    const QString office = QStringLiteral("application/vnd.openxmlformats-officedocument.");
    const QString shown = office + QStringLiteral("presentationml.");
    QList<std::pair<QString, QString>> parts{
        {"/ppt/presentation.xml", shown + "presentation.main+xml"},
        {"/ppt/slideMasters/slideMaster1.xml", shown + "slideMaster+xml"},
        {"/ppt/slideLayouts/slideLayout1.xml", shown + "slideLayout+xml"},
        {"/ppt/notesMasters/notesMaster1.xml", shown + "notesMaster+xml"},
        {"/ppt/theme/theme1.xml", office + "theme+xml"},
        {"/ppt/theme/theme2.xml", office + "theme+xml"},
        {"/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"},
        {"/docProps/app.xml", office + "extended-properties+xml"}};
    for (qsizetype i = 1; i <= slides; ++i)
        parts << std::pair(QStringLiteral("/ppt/slides/slide%1.xml").arg(i), shown + "slide+xml")
              << std::pair(QStringLiteral("/ppt/notesSlides/notesSlide%1.xml").arg(i), shown + "notesSlide+xml");
    QString made = QStringLiteral(
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"png\" "
        "ContentType=\"image/png\"/>");
    for (const auto& [name, type] : parts)
        made += QStringLiteral("<Override PartName=\"%1\" ContentType=\"%2\"/>").arg(name, type);
    return xmlPart(made + QStringLiteral("</Types>"));
}

QByteArray presentationPart(qsizetype slides) {
    QString list;
    for (qsizetype i = 1; i <= slides; ++i)
        list += QStringLiteral("<p:sldId id=\"%1\" r:id=\"rId%2\"/>").arg(255 + i).arg(3 + i);
    return xmlPart(QStringLiteral("<p:presentation %1 saveSubsetFonts=\"1\"><p:sldMasterIdLst><p:sldMasterId "
                                  "id=\"2147483648\" r:id=\"rId1\"/></p:sldMasterIdLst><p:notesMasterIdLst>"
                                  "<p:notesMasterId r:id=\"rId2\"/></p:notesMasterIdLst><p:sldIdLst>%2</p:sldIdLst>"
                                  "<p:sldSz cx=\"12192000\" cy=\"6858000\"/><p:notesSz cx=\"6858000\" cy=\"9144000\"/>"
                                  "</p:presentation>")
                       .arg(xmlNamespaces(), list));
}

QByteArray presentationTies(qsizetype slides) {
    QList<PartTie> ties{{"rId1", "slideMaster", "slideMasters/slideMaster1.xml"},
                        {"rId2", "notesMaster", "notesMasters/notesMaster1.xml"},
                        {"rId3", "theme", "theme/theme1.xml"}};
    for (qsizetype i = 1; i <= slides; ++i)
        ties.append({QStringLiteral("rId%1").arg(3 + i), "slide", QStringLiteral("slides/slide%1.xml").arg(i)});
    return relationshipsPart(ties);
}

QByteArray corePart(const Labels& labels, const QString& language) {
    const QString time = timeOf(labels.modified);
    return xmlPart(
        QStringLiteral("<cp:coreProperties "
                       "xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
                       "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
                       "xmlns:dcterms=\"http://purl.org/dc/terms/\" "
                       "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>%1</dc:title>"
                       "<dc:subject>%2</dc:subject><dc:creator>%3</dc:creator>"
                       "<dc:description>%4</dc:description><dc:language>%5</dc:language>"
                       "<dcterms:created xsi:type=\"dcterms:W3CDTF\">%6</dcterms:created>"
                       "<dcterms:modified xsi:type=\"dcterms:W3CDTF\">%6</dcterms:modified>"
                       "</cp:coreProperties>")
            .arg(xmlText(labels.title), xmlText(labels.source), xmlText(labels.authors), xmlText(labels.description),
                 xmlText(language), time));
}

QByteArray propertiesPart(qsizetype slides) {
    return xmlPart(QStringLiteral("<Properties "
                                  "xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">"
                                  "<Application>Entente</Application><PresentationFormat>Widescreen"
                                  "</PresentationFormat><Slides>%1</Slides><Notes>%1</Notes></Properties>")
                       .arg(slides));
}

} // namespace

QList<ZipEntry> frameParts(theme::Scheme scheme) {
    return {{"ppt/slideMasters/slideMaster1.xml", masterPart()},
            {"ppt/slideMasters/_rels/slideMaster1.xml.rels",
             relationshipsPart({{"rId1", "slideLayout", "../slideLayouts/slideLayout1.xml"},
                                {"rId2", "theme", "../theme/theme1.xml"}})},
            {"ppt/slideLayouts/slideLayout1.xml", layoutPart()},
            {"ppt/slideLayouts/_rels/slideLayout1.xml.rels",
             relationshipsPart({{"rId1", "slideMaster", "../slideMasters/slideMaster1.xml"}})},
            {"ppt/theme/theme1.xml", themePart(scheme)},
            {"ppt/theme/theme2.xml", themePart(theme::Scheme::Light)},
            {"ppt/notesMasters/notesMaster1.xml", notesMasterPart()},
            {"ppt/notesMasters/_rels/notesMaster1.xml.rels",
             relationshipsPart({{"rId1", "theme", "../theme/theme2.xml"}})}};
}

QList<ZipEntry> packageParts(const Labels& labels, const QString& language, qsizetype slides) {
    return {{"[Content_Types].xml", contentTypesPart(slides)},
            {"_rels/.rels", relationshipsPart({{"rId1", "officeDocument", "ppt/presentation.xml"},
                                               {"rId2", "metadata/core-properties", "docProps/core.xml"},
                                               {"rId3", "extended-properties", "docProps/app.xml"}})},
            {"docProps/core.xml", corePart(labels, language)},
            {"docProps/app.xml", propertiesPart(slides)},
            {"ppt/presentation.xml", presentationPart(slides)},
            {"ppt/_rels/presentation.xml.rels", presentationTies(slides)}};
}

} // namespace entente::pictures
