#include "db/store/search_names.h"

#include "db/model/packed_traits.h"
#include "db/store/fold.h"
#include "db/store/two_threads.h"

#include <QCoreApplication>
#include <array>
#include <atomic>
#include <mutex>

namespace entente::store {

namespace {

constexpr qsizetype blockThings = 4096;
constexpr qsizetype mostWithTexts = 100'000;
constexpr qsizetype mostTextBytes = 256 << 20;

/// Writes entries, things of one group one after the other.
class EntryWriter {
public:
    void begin(QByteArrayView title) { add(EntrySign, title); }

    void name(QByteArrayView name) {
        const size_t before = m_bytes.size();
        if (!add(NameSign, name))
            m_bytes.resize(before);
    }

    void beginTexts(qsizetype most) {
        m_bytes.push_back(TextSign);
        m_room = most;
    }
    void text(const QString& text) {
        QByteArray bytes = text.toUtf8();
        if (bytes.size() > m_room)
            bytes.truncate(bytes.lastIndexOf(' ', m_room));
        m_room -= bytes.size();
        addWords(bytes);
    }

    std::string take() {
        m_bytes.push_back(EntrySign);
        m_bytes.shrink_to_fit();
        return std::move(m_bytes);
    }

private:
    bool add(char sign, QByteArrayView text) {
        m_bytes.push_back(sign);
        return addWords(text);
    }
    /// Whether there are any.
    bool addWords(QByteArrayView text) {
        m_bytes.push_back(' ');
        appendFolded(text, m_bytes);
        if (m_bytes.back() != ' ')
            return true;
        m_bytes.pop_back();
        return false;
    }

    std::string m_bytes;
    qsizetype m_room = 0;
};

/// Room for the texts of each of so many things; none where there are too many.
qsizetype roomForTexts(qsizetype things) {
    return things > mostWithTexts ? 0 : mostTextBytes / std::max<qsizetype>(things, 1);
}

void writeTexts(const model::Dossier& dossier, const model::Event& event, EntryWriter& writer, qsizetype room) {
    writer.beginTexts(room);
    writer.text(event.summary);
    writer.text(event.place);
    for (const model::CitationId citation : event.citations)
        writer.text(dossier.citation(citation).quotation);
}

void writeEvent(const model::Dossier& dossier, model::EventId id, EntryWriter& writer) {
    const model::EventView event = dossier.view(id);
    writer.begin(event.title);
    writer.name(event.shortTitle);
    if (const qsizetype room = roomForTexts(dossier.tables().events.size()); room > 0)
        writeTexts(dossier, dossier.event(id), writer, room);
}

QStringList otherNames(const model::Actor& actor) {
    QStringList names = {actor.shortName};
    for (const model::Alias& alias : actor.aliases)
        names.append(alias.text);
    return names;
}

void writeActor(const model::Dossier& dossier, qsizetype number, EntryWriter& writer) {
    const model::Actor& actor = dossier.tables().actors[number];
    writer.begin(actor.name.toUtf8());
    for (const QString& name : otherNames(actor))
        writer.name(name.toUtf8());
    if (const qsizetype room = roomForTexts(dossier.tables().actors.size()); room > 0) {
        writer.beginTexts(room);
        writer.text(actor.summary);
    }
}

void writeTie(const model::Dossier& dossier, qsizetype number, const QString& title, EntryWriter& writer) {
    const model::Relationship& tie = dossier.tables().relationships[number];
    const model::RelationType& type = dossier.typeOf(model::RelationshipId(number));
    writer.begin(title.toUtf8());
    writer.name(type.label.toUtf8());
    writer.name(type.inverseLabel.toUtf8());
    for (const model::ActorId actor : {tie.from, tie.to})
        if (actor.isValid())
            for (const QString& name : otherNames(dossier.actor(actor)))
                writer.name(name.toUtf8());
}

void writeSource(const model::Source& source, EntryWriter& writer) {
    writer.begin(source.title.toUtf8());
    writer.name(source.publisher.toUtf8());
    writer.name(source.author.toUtf8());
}

} // namespace

std::string_view titleIn(std::string_view entry) {
    const auto end = std::find_if(entry.begin() + 1, entry.end(), isSign);
    return entry.substr(1, static_cast<size_t>(end - entry.begin()) - 1);
}

std::string_view namesIn(std::string_view entry) {
    return entry.substr(0, entry.find(TextSign));
}

SearchNames::SearchNames(model::DossierPointer dossier, const Search::Progress& progress, const std::stop_token& stop)
    : m_dossier(std::move(dossier)) {
    orderEvents(stop);
    plan(Hit::Group::Events, static_cast<qsizetype>(m_events.size()));
    plan(Hit::Group::Actors, m_dossier->tables().actors.size());
    plan(Hit::Group::Ties, m_dossier->tables().relationships.size());
    plan(Hit::Group::Sources, m_dossier->tables().sources.size());
    fill(progress, stop);
}

/// A counting sort; importance has three bits.
void SearchNames::orderEvents(const std::stop_token& stop) {
    constexpr size_t levels = 8;
    const model::PackedBytes& rows = m_dossier->tables().events.records();
    std::vector<quint8> after(static_cast<size_t>(rows.size())); // how far behind the first level
    std::array<size_t, levels + 1> starts = {};
    for (qsizetype first = 0; first < rows.size() && !stop.stop_requested(); first += blockThings)
        rows.each(first, std::min(first + blockThings, rows.size()), [&](qsizetype i, QByteArrayView row) {
            const auto level = static_cast<quint8>(levels - 1 - static_cast<size_t>(model::traitsOf(row).importance));
            after[static_cast<size_t>(i)] = level;
            ++starts[level + 1U];
        });
    if (stop.stop_requested())
        return;
    for (size_t level = 1; level < starts.size(); ++level)
        starts[level] += starts[level - 1];
    m_events.resize(after.size());
    for (const QList<model::EventId>* events : {&m_dossier->eventsInOrder(), &m_dossier->undatedEvents()})
        for (const model::EventId event : *events)
            m_events[starts[after[static_cast<size_t>(event.index)]]++] = event;
}

void SearchNames::plan(Hit::Group group, qsizetype count) {
    for (qsizetype first = 0; first < count; first += blockThings)
        m_blocks.push_back({group, first, std::min(blockThings, count - first), {}});
}

void SearchNames::fill(const Search::Progress& progress, const std::stop_token& stop) {
    std::atomic<size_t> next = 0;
    std::mutex mutex;
    size_t done = 0, percent = 0;
    inTwoThreads(m_blocks.size(), [&] {
        for (size_t i = next++; i < m_blocks.size() && !stop.stop_requested(); i = next++) {
            m_blocks[i].bytes = entriesOf(m_blocks[i]);
            const std::lock_guard lock(mutex);
            ++done;
            if (progress && done * 100 / m_blocks.size() > std::exchange(percent, done * 100 / m_blocks.size()))
                progress(static_cast<double>(percent) / 100);
        }
    });
}

std::string SearchNames::entriesOf(const NameBlock& block) const {
    EntryWriter writer;
    for (qsizetype number = block.first; number < block.first + block.count; ++number) {
        switch (block.group) {
        case Hit::Group::Events:
            writeEvent(*m_dossier, m_events[static_cast<size_t>(number)], writer);
            break;
        case Hit::Group::Actors:
            writeActor(*m_dossier, number, writer);
            break;
        case Hit::Group::Ties:
            writeTie(*m_dossier, number, tieTitle(number), writer);
            break;
        case Hit::Group::Sources:
            writeSource(m_dossier->tables().sources[number], writer);
            break;
        }
    }
    return writer.take();
}

model::Subject SearchNames::subjectOf(Hit::Group group, qsizetype number) const {
    switch (group) {
    case Hit::Group::Events:
        return m_events[static_cast<size_t>(number)];
    case Hit::Group::Actors:
        return model::ActorId(number);
    case Hit::Group::Ties:
        return model::RelationshipId(number);
    case Hit::Group::Sources:
        return model::SourceId(number);
    }
    return {};
}

QString SearchNames::titleOf(Hit::Group group, qsizetype number) const {
    switch (group) {
    case Hit::Group::Events:
        return m_dossier->titleOf(m_events[static_cast<size_t>(number)]);
    case Hit::Group::Actors:
        return m_dossier->tables().actors[number].name;
    case Hit::Group::Ties:
        return tieTitle(number);
    case Hit::Group::Sources:
        return m_dossier->tables().sources[number].title;
    }
    return {};
}

QString SearchNames::tieTitle(qsizetype number) const {
    const model::Relationship& tie = m_dossier->tables().relationships[number];
    const QString label = tie.label.isEmpty() ? m_dossier->typeOf(model::RelationshipId(number)).label : tie.label;
    const auto nameOf = [this](model::ActorId actor) {
        return actor.isValid() ? m_dossier->actor(actor).name : QString();
    };
    return QCoreApplication::translate("entente::store::Search", "%1 – %2 – %3", "from, relation, to")
        .arg(nameOf(tie.from), label, nameOf(tie.to));
}

} // namespace entente::store
