#include "tests/dossiers/support_bundled.h"

#include "db/exchange/cells.h"
#include "db/exchange/csv_reader.h"
#include "db/exchange/csv_tables.h"

#include <QFile>

namespace entente::dossiers {

using namespace model;

Bundled readBundled() {
    const auto report = exchange::importTables(ENTENTE_SOURCE_DIR "/db/dossiers/russia-iran");
    if (!report)
        return {nullptr, {report.error()}, {}};
    return {std::make_shared<const Dossier>(report->tables), report->findings, report->notes};
}

QList<Row> transcribed(const QString& table) {
    QFile file(QStringLiteral(ENTENTE_TEST_DATA "/russia-iran/%1.csv").arg(table));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto records = exchange::readCsv(file.readAll(), {10'000, 20, 1000}).records;
    QList<Row> rows;
    for (const exchange::Record& record : records.mid(1)) {
        Row row;
        for (qsizetype i = 0; i < record.cells.size(); ++i)
            row[records.first().cells.value(i)] = record.cells[i];
        rows.append(row);
    }
    return rows;
}

QStringList parts(const QString& cell) {
    return exchange::splitList(cell).value_or(QStringList());
}

QString dump(const Findings& findings) {
    QStringList lines;
    for (const Finding& finding : findings)
        lines.append(describe(finding));
    return lines.join('\n');
}

QStringList sourcesOf(const Dossier& dossier, const QList<CitationId>& citations) {
    QStringList sources;
    for (const CitationId id : citations)
        sources.append(dossier.source(dossier.citation(id).source).key);
    return sources;
}

QStringList locatorsIn(const Dossier& dossier, const QList<CitationId>& citations, const QString& source) {
    QStringList locators;
    for (const CitationId id : citations)
        if (dossier.source(dossier.citation(id).source).key == source)
            locators.append(dossier.citation(id).locator);
    return locators;
}

} // namespace entente::dossiers
