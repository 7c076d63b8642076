#include "tests/cli/support_cli.h"

#include "app/cli/run.h"

#include <QBuffer>
#include <QDir>
#include <QJsonDocument>

namespace entente::cli {

QList<QJsonObject> Outcome::records() const {
    QList<QJsonObject> records;
    for (const QString& line : lines())
        records.append(QJsonDocument::fromJson(line.toUtf8()).object());
    return records;
}

QStringList Outcome::members(const QString& name) const {
    QStringList values;
    for (const QJsonObject& record : records())
        values.append(record[name].isNull() ? "null" : record[name].toVariant().toString());
    return values;
}

Outcome call(const QStringList& arguments) {
    QBuffer out, errors;
    out.open(QIODevice::WriteOnly);
    errors.open(QIODevice::WriteOnly);
    const int code = run(arguments, out, errors);
    return {code, QString::fromUtf8(out.data()), QString::fromUtf8(errors.data())};
}

namespace {
struct File {
    const char* name;
    const char* text;
};

const File files[] = {
    {"dossier.csv", "title,subtitle,summary,language,authors,licence,version,created,modified,opening_selection,"
                    "opening_moment\nPact,,,en,,,1,2025-01-01T00:00:00Z,2025-01-01T00:00:00Z,signed,1907-08-31\n"},
    {"source.csv", "key,kind,title,author,publisher,published,url,archived_url,accessed,licence\n"
                   "book,book,A book,Ann,Press,1908,https://example.org/book,,,\nletter,letter,A letter,,,1906~,,,,\n"},
    {"citation.csv", "key,source,locator,note,quotation\nbook-p1,book,p. 1,,\nbook-p2,book,p. 2,,\n"
                     "letter-1,letter,,,\n"},
    {"theme.csv", "key,label,icon,position,lane\ntreaty,Treaty,,1,\nlaw,Law,,2,treaty\n"},
    {"event_kind.csv", "key,label,mark,tenor\nsigning,Signing,disc,cooperation\nword,Word,balloon,neutral\n"},
    {"event.csv",
     "key,title,short_title,summary,kind,tenor,tenor_citation,importance,place,certainty,themes,citations,"
     "media\n"
     "signed,Pact signed,Pact,Both sign[^book-p1],signing,,,5,St Petersburg,happened,treaty | law,book-p1,\n"
     "offer,An offer,,,word,pressure,letter-1,2,,claimed,law,letter-1,\n"
     "rumour,A rumour,,,word,,,1,,assessed,law,book-p2,\n"
     "caesar,Caesar dies,,,word,conflict,book-p1,3,Rome,happened,law,book-p1,\n"},
    {"date_claim.csv", "event,position,edtf,calendar,note,preferred,citations\nsigned,1,1907-08-31,,,1,book-p1\n"
                       "signed,2,1907-09-02,julian,A slip,0,book-p2\noffer,1,1906~/1907,,,1,letter-1\n"
                       "caesar,1,-0043-03-15,,,1,book-p1\n"},
    {"actor.csv", "key,kind,name,short_name,code,summary,part_of,pole,aliases,citations,media\n"
                  "russia,state,Russia,,RU,,,left,ru:Россия,book-p1,\nbritain,state,Britain,,GB,,,right,,book-p1,\n"
                  "pact,agreement,Pact of 1907,,,,,,,book-p1,\nduma,organisation,Duma,,,,russia,,,book-p2,\n"},
    {"participation.csv", "event,actor,role,citations\nsigned,russia,signatory,book-p1\nsigned,britain,signatory,\n"
                          "offer,duma,author,letter-1\n"},
    {"relation_type.csv", "key,label,inverse_label,directed,line_form,tenor,meaning\n"
                          "party,party to,has party,1,double,cooperation,party\n"
                          "talks,in talks with,,0,thin,neutral,other\n"},
    {"relationship.csv", "key,from_actor,to_actor,type,label,tenor,tenor_citation\nru-pact,russia,pact,party,,,\n"
                         "gb-pact,britain,pact,party,,,\nduma-talks,duma,britain,talks,,,\n"},
    {"period.csv", "key,relationship,from_edtf,to_edtf,state,begun_by,ended_by,citations\n"
                   "ru-pact-1,ru-pact,1907-08-31,1918-01,in-force,signed,,book-p1\n"
                   "gb-pact-1,gb-pact,1907-08-31,..,in-force,signed,,book-p1\n"
                   "duma-talks-1,duma-talks,1906~,,alleged,,,letter-1\n"},
    {"perspective.csv", "key,holder,event,actor,relationship,stance,summary,citations\n"
                        "ru-view,russia,signed,,,supports,A good thing,book-p2\n"
                        "gb-view,britain,,russia,,concerned,Who knows,book-p2\n"},
    {"era.csv", "key,label,edtf,band,actor,citations\ntsar,Nicholas II,1894/1917,1,russia,book-p1\n"},
    {"story.csv", "key,title,summary,minutes,position\ntale,A tale,,5,1\n"},
};
} // namespace

Sample::Sample() {
    for (const File& file : files)
        write(QString("tables/%1").arg(file.name), file.text);
    call({"import", "--from", "csv", tables(), "--output", dossier()});
}

void Sample::write(const QString& name, const QByteArray& bytes) const {
    QDir().mkpath(QFileInfo(path(name)).path());
    QFile file(path(name));
    if (file.open(QIODevice::WriteOnly))
        file.write(bytes);
}

QByteArray Sample::read(const QString& name) const {
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace entente::cli
