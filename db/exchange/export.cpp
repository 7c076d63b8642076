#include "db/exchange/csv_tables.h"
#include "db/exchange/forms.h"

#include <cmath>

namespace entente::exchange {

using model::Finding;
using model::Result;

namespace {

Rows split(const model::Tables& tables) {
    Rows rows{{tables.head}, {}, {}, {}, tables};
    for (qsizetype i = 0; i < tables.events.size(); ++i) {
        rows.events.append(tables.events[i]);
        for (const model::DateClaim& claim : rows.events.last().claims)
            rows.claims.append({model::EventId(i), claim});
    }
    for (const model::Participation& row : tables.participations)
        rows.participations.append(row);
    return rows;
}

Keys keysOf(const Rows& rows) {
    Keys keys;
    forEachTable(rows, [&](const auto& form, const auto& list) {
        if (form.columns.first().name == "key")
            for (const auto& row : list)
                keys.add(form.table, form.columns.first().write(row, keys));
    });
    return keys;
}

Finding unwritable(const QString& table, const QString& row, const QString& field, const QString& problem,
                   const QString& found) {
    Finding finding;
    finding.table = table;
    finding.row = row;
    finding.field = field;
    finding.problem = problem;
    finding.found = found;
    return finding;
}

/// What a cell of a table cannot hold; none if all can be written.
std::optional<Finding> unwritableAlias(const model::Tables& tables) {
    for (const model::Actor& actor : tables.actors)
        for (const model::Alias& alias : actor.aliases)
            if (alias.language.contains(':'))
                return unwritable("actor", actor.key, "aliases",
                                  Text::tr("The language of an alias cannot hold a colon."), alias.language);
    return std::nullopt;
}

std::optional<Finding> unwritableScene(const model::Tables& tables) {
    const auto isFinite = [](const std::optional<double>& number) { return std::isfinite(number.value_or(0)); };
    for (const model::Scene& scene : tables.scenes) {
        if (scene.points.size() == 1 && scene.points.first().isEmpty())
            return unwritable("scene", scene.key, "points", Text::tr("A single point cannot be empty."), {});
        if (!isFinite(scene.networkX) || !isFinite(scene.networkY) || !isFinite(scene.networkZoom))
            return unwritable("scene", scene.key, "network_x, network_y, network_zoom",
                              Text::tr("The number is not finite."), {});
    }
    return std::nullopt;
}

std::optional<Finding> unwritablePlace(const model::Tables& tables) {
    for (const model::Placement& placement : tables.placements)
        if (!std::isfinite(placement.place.x()) || !std::isfinite(placement.place.y()))
            return unwritable("placement", tables.actors.value(placement.actor.index).key, "x, y",
                              Text::tr("The number is not finite."), {});
    return std::nullopt;
}

std::optional<Finding> unwritableMedium(const model::Tables& tables) {
    for (const model::Media& media : tables.media)
        if (!model::isKey(media.key))
            return unwritable("media", media.key, "key", Text::tr("The key cannot be the name of a file."), media.key);
    return std::nullopt;
}

class Exporter {
public:
    explicit Exporter(const model::Tables& tables) : m_rows(split(tables)), m_keys(keysOf(m_rows)) {}

    Result<QList<TableFile>> run() {
        forEachTable(m_rows, [this](const auto& form, const auto& rows) { write(form, rows); });
        for (const model::Media& media : m_rows.tables.media)
            m_files.append({mediaFileName(media), media.bytes});
        if (m_failure)
            return tl::unexpected(*m_failure);
        return m_files;
    }

private:
    template <typename Row>
    void write(const Form<Row>& form, const QList<Row>& rows) {
        QStringList names;
        for (const Column<Row>& column : form.columns)
            names.append(column.name);
        QByteArray csv;
        appendRecord(csv, names);
        for (const Row& row : rows)
            appendRecord(csv, cellsOf(form, row));
        m_files.append({form.fileName(), csv});
    }

    template <typename Row>
    QStringList cellsOf(const Form<Row>& form, const Row& row) {
        QStringList cells;
        for (const Column<Row>& column : form.columns) {
            cells.append(column.write(row, m_keys));
            if (!m_failure && cells.last().contains(QChar::Null))
                m_failure = unwritable(form.table, cells.first(), column.name,
                                       Text::tr("A cell cannot hold a NUL character."), cells.last());
        }
        return cells;
    }

    Rows m_rows;
    Keys m_keys;
    QList<TableFile> m_files;
    std::optional<Finding> m_failure;
};

} // namespace

Result<QList<TableFile>> exportTables(const model::Tables& tables) {
    for (const auto check : {unwritableAlias, unwritableScene, unwritablePlace, unwritableMedium})
        if (const std::optional<Finding> finding = check(tables))
            return tl::unexpected(*finding);
    return Exporter(tables).run();
}

} // namespace entente::exchange
