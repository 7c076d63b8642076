#include "db/store/replay.h"

#include "db/store/writer.h"

#include <QCoreApplication>

namespace entente::store {

namespace {

struct ReplayText {
    Q_DECLARE_TR_FUNCTIONS(entente::store::Replay)
};

class Replayer {
public:
    explicit Replayer(Connection& connection) : m_connection(connection) {}

    model::Result<void> operator()(const model::PlaceActor& change) {
        const auto actor = idOf("actor", change.actor);
        if (!actor)
            return missing("actor", change.actor);
        m_connection.run(QStringLiteral("DELETE FROM placement WHERE actor = ?"), {*actor});
        if (change.place)
            place(*actor, *change.place);
        return {};
    }

    model::Result<void> operator()(const model::PlaceActors& change) {
        m_connection.run("DELETE FROM placement");
        for (const auto& [key, point] : change.places) {
            const auto actor = idOf("actor", key);
            if (!actor)
                return missing("actor", key);
            place(*actor, point);
        }
        return {};
    }

    model::Result<void> operator()(const model::AcceptClaim& change) {
        const auto event = idOf("event", change.event);
        if (!event)
            return missing("event", change.event);
        m_connection.run(QStringLiteral("UPDATE date_claim SET preferred = (position = ?) WHERE event = ?"),
                         {qint64(change.position), *event});
        return {};
    }

    model::Result<void> operator()(const model::AddScene& change) {
        const auto story = idOf("story", change.story);
        if (!story)
            return missing("story", change.story);
        number(*story);
        shift(*story, change.scene.position, 1);
        const qint64 id = m_connection.number("SELECT coalesce(max(id), 0) + 1 FROM scene");
        Writer(m_connection).writeScene(change.scene, id, *story, citationsOf(change.scene));
        return {};
    }

    model::Result<void> operator()(const model::EditScene& change) {
        const auto id = idOf("scene", change.scene.key);
        if (!id)
            return missing("scene", change.scene.key);
        const qint64 story = valueOf("story", *id);
        model::Scene scene = change.scene;
        scene.position = static_cast<int>(valueOf("position", *id));
        remove(*id);
        Writer(m_connection).writeScene(scene, *id, story, citationsOf(scene));
        return {};
    }

    model::Result<void> operator()(const model::MoveScene& change) {
        const auto id = idOf("scene", change.scene);
        if (!id)
            return missing("scene", change.scene);
        const qint64 story = valueOf("story", *id);
        number(story);
        shift(story, valueOf("position", *id) + 1, -1);
        m_connection.run(QStringLiteral("UPDATE scene SET position = 0 WHERE id = ?"), {*id});
        shift(story, change.position, 1);
        m_connection.run(QStringLiteral("UPDATE scene SET position = ? WHERE id = ?"), {qint64(change.position), *id});
        return {};
    }

    model::Result<void> operator()(const model::DeleteScene& change) {
        const auto id = idOf("scene", change.scene);
        if (!id)
            return missing("scene", change.scene);
        const qint64 story = valueOf("story", *id);
        number(story);
        const qint64 position = valueOf("position", *id);
        remove(*id);
        shift(story, position + 1, -1);
        return {};
    }

    model::Result<void> operator()(const model::AddStory& change) {
        const qint64 id = m_connection.number("SELECT coalesce(max(id), 0) + 1 FROM story");
        model::Story story = change.story;
        story.position =
            std::max(1, static_cast<int>(m_connection.number("SELECT coalesce(max(position), 0) + 1 FROM story")));
        Writer writer(m_connection);
        writer.writeStory(story, id);
        qint64 scene = m_connection.number("SELECT coalesce(max(id), 0) FROM scene");
        for (const model::Scene& row : change.scenes)
            writer.writeScene(row, ++scene, id, citationsOf(row));
        return {};
    }

    model::Result<void> operator()(const model::EditStory& change) {
        const auto id = idOf("story", change.story.key);
        if (!id)
            return missing("story", change.story.key);
        const auto& story = change.story;
        m_connection.run(QStringLiteral("UPDATE story SET title = ?, summary = ?, minutes = ? WHERE id = ?"),
                         {Value(story.title.isNull() ? QString("") : story.title),
                          story.summary.isEmpty() ? Value() : Value(story.summary), qint64(story.minutes), *id});
        return {};
    }

    model::Result<void> operator()(const model::DeleteStory& change) {
        const auto id = idOf("story", change.story);
        if (!id)
            return missing("story", change.story);
        for (const qint64 scene : scenesOf(*id))
            remove(scene);
        m_connection.run(QStringLiteral("DELETE FROM story WHERE id = ?"), {*id});
        return {};
    }

private:
    static tl::unexpected<model::Finding> missing(const char* table, const QString& key) {
        model::Finding finding;
        finding.table = QString::fromLatin1(table);
        finding.row = key;
        finding.problem = ReplayText::tr("A change names a row that the file does not have.");
        return tl::unexpected<model::Finding>(finding);
    }

    std::optional<qint64> idOf(const char* table, const QString& key) {
        SQLite::Statement statement(m_connection.database(), std::string("SELECT id FROM ") + table + " WHERE key = ?");
        bindAll(statement, {key});
        if (!statement.executeStep())
            return {};
        return statement.getColumn(0).getInt64();
    }

    qint64 valueOf(const char* column, qint64 scene) {
        SQLite::Statement statement(m_connection.database(),
                                    std::string("SELECT ") + column + " FROM scene WHERE id = ?");
        bindAll(statement, {scene});
        return statement.executeStep() ? statement.getColumn(0).getInt64() : 0;
    }

    void place(qint64 actor, QPointF point) {
        m_connection.run(QStringLiteral("INSERT INTO placement(actor, x, y) VALUES(?, ?, ?)"),
                         {actor, point.x(), point.y()});
    }

    /// In order.
    QList<qint64> scenesOf(qint64 story) {
        QList<qint64> scenes;
        SQLite::Statement statement(m_connection.database(),
                                    "SELECT id FROM scene WHERE story = ? ORDER BY position, id");
        bindAll(statement, {story});
        while (statement.executeStep())
            scenes.append(statement.getColumn(0).getInt64());
        return scenes;
    }

    /// From 1, as the changes count, whatever numbers the file has.
    void number(qint64 story) {
        qint64 place = 0;
        for (const qint64 scene : scenesOf(story))
            m_connection.run(QStringLiteral("UPDATE scene SET position = ? WHERE id = ?"), {++place, scene});
    }

    void shift(qint64 story, qint64 from, qint64 by) {
        m_connection.run(QStringLiteral("UPDATE scene SET position = position + ? WHERE story = ? AND position >= ?"),
                         {by, story, from});
    }

    void remove(qint64 scene) {
        for (const char* sql : {"DELETE FROM point WHERE scene = ?", "DELETE FROM scene_evidence WHERE scene = ?",
                                "DELETE FROM scene WHERE id = ?"})
            m_connection.run(QString::fromLatin1(sql), {scene});
    }

    /// Citations of a scene that is changed have the places of the dossier's list, whose rows were read by id.
    QList<qint64> citationsOf(const model::Scene& scene) {
        QList<qint64> ids;
        SQLite::Statement statement(m_connection.database(), "SELECT id FROM citation ORDER BY id");
        while (statement.executeStep())
            ids.append(statement.getColumn(0).getInt64());
        QList<qint64> found;
        for (const model::CitationId citation : scene.citations)
            if (citation.index >= 0 && citation.index < ids.size())
                found.append(ids[citation.index]);
        return found;
    }

    Connection& m_connection;
};

} // namespace

model::Result<void> replay(Connection& connection, const model::Change& change) {
    return std::visit(Replayer(connection), change);
}

} // namespace entente::store
