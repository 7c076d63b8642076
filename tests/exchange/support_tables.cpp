#include "tests/exchange/support_tables.h"

#include <QDir>

namespace entente::exchange {

Folder::Folder(const QList<TableFile>& files) {
    for (const TableFile& file : files)
        write(file.name, file.bytes);
}

void Folder::write(const QString& name, const QByteArray& bytes) const {
    const QString target = m_folder.filePath(name);
    QDir().mkpath(QFileInfo(target).path());
    QFile file(target);
    if (file.open(QIODevice::WriteOnly))
        file.write(bytes);
}

static QList<TableFile> vocabularies() {
    return {{"theme.csv", "key,label,icon,position,lane\ntreaty,Treaty,pen,1,\nlaw,Law,,2,treaty\n"},
            {"event_kind.csv", "key,label,mark,tenor\nsigning,Signing,disc,cooperation\n"},
            {"relation_type.csv", "key,label,inverse_label,directed,line_form,tenor,meaning\n"
                                  "party,party to,has party,1,double,cooperation,party\n"}};
}

static QList<TableFile> records() {
    return {
        {"dossier.csv", "title,subtitle,summary,language,authors,licence,version,created,modified,opening_selection,"
                        "opening_moment\nPact,,,en,,,1,,,signed,1907\n"},
        {"source.csv", "key,kind,title,author,publisher,published,url,archived_url,accessed,licence\n"
                       "book,book,A book,,,1908,,,,\n"},
        {"citation.csv", "key,source,locator,note,quotation\nbook-p1,book,p. 1,,\nbook-p2,book,p. 2,,\n"},
        {"event.csv", "key,title,short_title,summary,kind,tenor,tenor_citation,importance,place,certainty,themes,"
                      "citations,media\nsigned,Signed,,Said so[^book-p1],signing,neutral,book-p1,5,,happened,"
                      "treaty | law,book-p1 | book-p2,\n"},
        {"date_claim.csv", "event,position,edtf,calendar,note,preferred,citations\n"
                           "signed,2,1907-09,,,0,\nsigned,1,1907-08-31,,,1,book-p1\n"},
        {"actor.csv", "key,kind,name,short_name,code,summary,part_of,pole,aliases,citations,media\n"
                      "pact,agreement,Pact,,,,,,,,\nrussia,state,Russia,,,,,left,ru:Россия | fa:روسیه,book-p1,flag\n"},
        {"participation.csv", "event,actor,role,citations\nsigned,russia,signatory,book-p1\n"},
        {"relationship.csv", "key,from_actor,to_actor,type,label,tenor,tenor_citation\nru-pact,russia,pact,party,,,\n"},
        {"period.csv", "key,relationship,from_edtf,to_edtf,state,begun_by,ended_by,citations\n"
                       "ru-pact-1,ru-pact,1907-08-31,..,in-force,signed,,book-p1\n"}};
}

static QList<TableFile> readings() {
    return {{"perspective.csv", "key,holder,event,actor,relationship,stance,summary,citations\n"
                                "ru-view,russia,signed,,,supports,Good,book-p2\n"},
            {"era.csv", "key,label,edtf,band,actor,citations\ntsar,Nicholas II,1894/1917,1,russia,\n"},
            {"media.csv", "key,type,alt_text,credit,licence\nflag,image/png,A flag,,\n"},
            {"media/flag.png", QByteArray("\x89PNG\0\r\n", 7)},
            {"story.csv", "key,title,summary,minutes,position\ntale,Tale,,5,1\n"},
            {"scene.csv", "key,story,position,headline,notes,seconds,question,answer,span_from,span_to,moment,"
                          "compare_moment,selection,focus,focus_steps,filter,view,lanes_by,network_x,network_y,"
                          "network_zoom,hide_later,hide_dates,hide_names,points,citations\n"
                          "first,tale,1,Start,,,,,1900,1910,1907,,signed,russia,1,importance>=4,both,,0.5,,2,1,,0,"
                          "One | Two,book-p1\n"},
            {"placement.csv", "actor,x,y\nrussia,0.25,0.75\n"},
            {"translation.csv", "language,subject,field,text\nfa,signed,title,امضا\n"}};
}

QList<TableFile> soundTables() {
    return vocabularies() + records() + readings();
}

QList<TableFile> soundTablesWith(const QString& name, const QByteArray& bytes) {
    QList<TableFile> files = soundTables();
    files.removeIf([&](const TableFile& file) { return file.name == name; });
    files.append({name, bytes});
    return files;
}

QString dump(const model::Findings& findings) {
    QStringList lines;
    for (const model::Finding& finding : findings)
        lines.append(
            QString("%1:%2 %3: %4 <%5> (%6)")
                .arg(finding.file, finding.row, finding.field, finding.problem, finding.found, finding.expected));
    return lines.join('\n');
}

} // namespace entente::exchange
