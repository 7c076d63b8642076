#pragma once

#include "db/store/search.h"

#include <string>
#include <string_view>

namespace entente::store {

// Names stand in memory as one string of folded bytes: for each thing an EntrySign and its title, for each other name a
// NameSign and the name, and perhaps a TextSign and its texts. A blank stands before every word, the first one too, so
// that " word" is where a word starts.

inline constexpr char EntrySign = 1, NameSign = 2, TextSign = 3;

inline bool isSign(char c) {
    return static_cast<unsigned char>(c) <= TextSign;
}

/// The folded names of things of one group that follow one another.
struct NameBlock {
    Hit::Group group = Hit::Group::Events;
    qsizetype first = 0; ///< number of the first thing in its group
    qsizetype count = 0;
    std::string bytes; ///< their entries and one more EntrySign
};

/// Part of an entry: its title with the blank before it.
std::string_view titleIn(std::string_view entry);
/// Part of an entry: title and other names with their signs.
std::string_view namesIn(std::string_view entry);

/// All names of a dossier, folded, in blocks of some 200 KB; events by importance (high first) and then in order of
/// time, undated ones last, the other things by row. Memory: the folded names, two bytes a name, four an event.
class SearchNames {
public:
    /// As Search's constructor.
    SearchNames(model::DossierPointer dossier, const Search::Progress& progress, const std::stop_token& stop);

    const std::vector<NameBlock>& blocks() const { return m_blocks; }
    /// Thing `number` of a group.
    model::Subject subjectOf(Hit::Group group, qsizetype number) const;
    /// What it is called, as written.
    QString titleOf(Hit::Group group, qsizetype number) const;

private:
    void orderEvents(const std::stop_token& stop);
    void plan(Hit::Group group, qsizetype count);
    void fill(const Search::Progress& progress, const std::stop_token& stop);
    std::string entriesOf(const NameBlock& block) const;
    QString tieTitle(qsizetype number) const;

    model::DossierPointer m_dossier;
    std::vector<model::EventId> m_events;
    std::vector<NameBlock> m_blocks;
};

} // namespace entente::store
