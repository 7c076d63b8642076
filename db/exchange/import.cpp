#include "db/exchange/checks.h"
#include "db/exchange/csv_tables.h"
#include "db/exchange/forms.h"

#include <QDir>

namespace entente::exchange {

using model::Result;

namespace {

/// One CSV file before its cells are understood.
struct RawTable {
    bool isThere = false;
    QStringList header;
    QList<Record> records;
};

using RawTables = QHash<QString, RawTable>;

/// Bytes of a regular file; none, with a finding, if it cannot be read or is larger than `largest`.
std::optional<QByteArray> readFile(const QString& path, const Place& place, qint64 largest, Problems& problems) {
    const QFileInfo info(path);
    QFile file(path);
    if (!info.isFile()) {
        problems.add(place, Text::tr("This is not a regular file."), path, Text::tr("a file"));
        return std::nullopt;
    }
    if (info.size() > largest) {
        problems.add(place, Text::tr("The file is too large."), Text::tr("%1 bytes").arg(info.size()),
                     Text::tr("at most %1 bytes").arg(largest));
        return std::nullopt;
    }
    if (!file.open(QIODevice::ReadOnly)) {
        problems.add(place, Text::tr("The file cannot be read: %1").arg(file.errorString()), path);
        return std::nullopt;
    }
    return file.readAll();
}

class Importer {
public:
    explicit Importer(const QDir& folder) : m_folder(folder) {}

    ImportReport run() {
        forEachTable(m_rows, [this](const auto& form, const auto&) { readRaw(form); });
        reportUnknownFiles();
        forEachTable(m_rows, [this](const auto& form, const auto&) { addKeys(form.table); });
        forEachTable(m_rows, [this](const auto& form, auto& rows) { readRows(form, rows); });
        readMedia();
        checkRows(m_rows, m_lines, m_reading);
        return report();
    }

private:
    template <typename Row>
    void readRaw(const Form<Row>& form) {
        const QString file = form.fileName();
        m_fileNames.append(file);
        if (!QFileInfo::exists(m_folder.filePath(file)))
            return;
        RawTable& raw = m_raw[form.table];
        raw.isThere = true;
        const auto bytes = readFile(m_folder.filePath(file), {file, 0, {}}, largestTableFile, m_reading.problems);
        const bool isClean = bytes && takeText(file, readCsv(*bytes, {largestCell, mostColumns, mostRows + 1}), raw);
        const bool hasHeader = isClean && checkHeader(form, raw);
        if (!hasHeader)
            m_reading.keys.addUnreadable(form.table);
    }

    /// Whether the text had no faults.
    bool takeText(const QString& file, const CsvText& text, RawTable& raw) {
        for (const Fault& fault : text.faults)
            m_reading.problems.addFault(file, fault);
        if (text.hadByteOrderMark)
            m_reading.notes.add({file, 1, {}}, Text::tr("The file begins with a byte order mark, which was left out."));
        raw.records = text.records;
        if (!raw.records.isEmpty())
            raw.header = raw.records.takeFirst().cells;
        else if (text.faults.isEmpty())
            m_reading.problems.add({file, 0, {}}, Text::tr("The file is empty."), {},
                                   Text::tr("a line of column names"));
        return text.faults.isEmpty() && !raw.header.isEmpty();
    }

    template <typename Row>
    bool checkHeader(const Form<Row>& form, const RawTable& raw) {
        QStringList names;
        for (const Column<Row>& column : form.columns)
            names.append(column.name);
        return checkColumnNames({form.fileName(), 1, {}}, raw.header, names, m_reading.problems);
    }

    void reportUnknownFiles() {
        for (const QString& file : m_folder.entryList({"*.csv"}, QDir::Files, QDir::Name))
            if (!m_fileNames.contains(file))
                m_reading.problems.add({file, 0, {}}, Text::tr("There is no table of this name."), file,
                                       Text::tr("one of %1").arg(m_fileNames.join(", ")),
                                       Text::tr("Rename the file, or move it out of the folder."));
    }

    void addKeys(const QString& table) {
        const RawTable raw = m_raw.value(table);
        const qsizetype column = raw.header.indexOf("key");
        if (column < 0)
            return;
        for (const Record& record : raw.records)
            m_reading.keys.add(table, record.cells.value(column));
    }

    template <typename Row>
    void readRows(const Form<Row>& form, QList<Row>& rows) {
        RawTable raw = m_raw.take(form.table);
        if (!raw.isThere)
            return;
        const QList<qsizetype> columns = columnsOf(form, raw.header);
        QList<qint64>& lines = m_lines[form.table];
        for (const Record& record : raw.records) {
            checkWidth(form.fileName(), record, raw.header.size());
            rows.append(readRow(form, record, columns));
            lines.append(record.line);
        }
        m_report.counts.append({form.table, rows.size()});
    }

    template <typename Row>
    QList<qsizetype> columnsOf(const Form<Row>& form, const QStringList& header) const {
        QList<qsizetype> columns;
        for (const Column<Row>& column : form.columns)
            columns.append(header.indexOf(column.name));
        return columns;
    }

    void checkWidth(const QString& file, const Record& record, qsizetype width) {
        if (record.cells.size() == width)
            return;
        m_reading.problems.add({file, record.line, {}}, Text::tr("The line does not have as many cells as the header."),
                               Text::tr("%1 cells").arg(record.cells.size()), Text::tr("%1 cells").arg(width));
    }

    /// Cells that are not there are left alone: what is missing has been reported.
    template <typename Row>
    Row readRow(const Form<Row>& form, const Record& record, const QList<qsizetype>& columns) {
        Row row;
        for (qsizetype i = 0; i < columns.size(); ++i)
            if (columns[i] >= 0 && columns[i] < record.cells.size())
                form.columns[i].read(
                    row, {record.cells[columns[i]], {form.fileName(), record.line, form.columns[i].name}, m_reading});
        return row;
    }

    void readMedia() {
        QHash<QString, QStringList> files;
        const QDir folder(m_folder.filePath("media"));
        for (const QString& file : folder.entryList(QDir::Files | QDir::System, QDir::Name))
            files[file.left(file.lastIndexOf('.'))].append(file);
        QList<model::Media>& media = m_rows.tables.media;
        for (qsizetype i = 0; i < media.size(); ++i) {
            readMedium(media[i], folder, files.take(media[i].key), m_lines["media"].value(i));
        }
        QStringList others;
        for (const QStringList& names : std::as_const(files))
            others += names;
        others.sort();
        for (const QString& name : std::as_const(others))
            m_reading.notes.add({"media/" + name, 0, {}},
                                Text::tr("No row of media.csv has this file; it was left out."));
    }

    void readMedium(model::Media& media, const QDir& folder, const QStringList& files, qint64 line) {
        const Place place{"media.csv", line, "key"};
        if (files.size() != 1) {
            m_reading.problems.add(place,
                                   files.isEmpty() ? Text::tr("The folder media has no file of this name.")
                                                   : Text::tr("The folder media has more than one file of this name."),
                                   files.isEmpty() ? media.key : files.join(", "), mediaFileName(media));
            return;
        }
        media.bytes = readFile(folder.filePath(files.first()), place, largestMediaFile, m_reading.problems)
                          .value_or(QByteArray());
    }

    ImportReport report() {
        m_report.findings = m_reading.problems.findings();
        m_report.unreportedFindings = m_reading.problems.unreported();
        m_report.notes = m_reading.notes.findings();
        if (m_report.isAcceptable())
            m_report.tables = joined(std::move(m_rows));
        return std::move(m_report);
    }

    static model::Tables joined(Rows rows) {
        model::Tables tables = std::move(rows.tables);
        tables.head = rows.head.first();
        for (const ClaimRow& row : std::as_const(rows.claims))
            rows.events[row.event.index].claims.append(row.claim);
        for (model::Event& event : rows.events) {
            std::stable_sort(event.claims.begin(), event.claims.end(),
                             [](const auto& a, const auto& b) { return a.position < b.position; });
            tables.events.append(event);
        }
        for (const model::Participation& row : std::as_const(rows.participations))
            tables.participations.append(row);
        return tables;
    }

    QDir m_folder;
    QStringList m_fileNames;
    RawTables m_raw;
    Lines m_lines;
    Rows m_rows;
    Reading m_reading{{}, Problems(reportedFindings), Problems(reportedFindings)};
    ImportReport m_report;
};

} // namespace

Result<ImportReport> importTables(const QString& folder) {
    const QDir directory(folder);
    model::Finding finding;
    finding.file = folder;
    finding.expected = Text::tr("a folder with dossier.csv and the other tables");
    if (!QFileInfo(folder).isDir()) {
        finding.problem =
            QFileInfo::exists(folder) ? Text::tr("This is not a folder.") : Text::tr("There is no such folder.");
        return tl::unexpected(finding);
    }
    if (!directory.exists("dossier.csv")) {
        finding.problem = Text::tr("The folder holds no dossier.csv.");
        return tl::unexpected(finding);
    }
    return Importer(directory).run();
}

} // namespace entente::exchange
