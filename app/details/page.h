#pragma once

#include "app/details/row.h"
#include "app/exploration/exploration.h"
#include "app/theme/painters.h"
#include "app/wording/wording.h"

#include <QHash>

class QVBoxLayout;

namespace entente::details {

class SourceRow;

/// What every part of the details needs.
struct Context {
    exploration::Exploration& exploration;
    const theme::Theme& theme;
    const wording::Wording& wording;

    const model::Dossier& dossier() const { return *exploration.dossier(); }
};

/// A column of what is known about one subject; the functions of pages.h fill it from top to bottom. Citations are
/// numbered by the subject's evidence, as in pictures.
class Page : public QWidget {
    Q_OBJECT

public:
    Page(const Context& context, const model::Subject& subject, QWidget* parent = nullptr);

    const Context& context() const { return m_context; }
    const model::Dossier& dossier() const { return m_context.dossier(); }
    const theme::Theme& theme() const { return m_context.theme; }
    const wording::Wording& wording() const { return m_context.wording; }

    void addTitle(QSizeF glyphSize, const Glyph& glyph, const QString& title);
    /// A line of words, tags behind it, and where it was.
    void addHeadline(const QString& words, const QStringList& tags, const QString& place = {});
    /// A long text of the dossier, with its citation marks.
    void addText(const QString& text);
    void addNote(const QString& text);
    /// Chips that select actors, and buttons at the end of their line.
    void addActors(const QList<model::ActorId>& actors, const QHash<model::ActorId, QString>& roles = {},
                   const QList<QWidget*>& buttons = {});
    /// A line and a heading at the left of all rows until the next one.
    void beginSection(const QString& heading);
    /// A row that selects something, if it names anything.
    Row* addRow(const RowContent& content, const model::Subject& target);
    /// Many rows: the first fifty, and a button for the rest.
    void addRows(QList<std::pair<RowContent, model::Subject>> rows);
    void addWidget(QWidget* widget);
    /// The numbered sources of all that the page says, then who says what about the subject.
    void addEvidence(const model::Subject& subject);
    void addSources();
    /// Who says what about the subject, side by side; nothing if nobody does.
    void addReadings(const model::Subject& subject);

    QList<int> numbersOf(const QList<model::CitationId>& citations);
    QString dateOf(model::EventId event) const;
    RowContent eventRow(model::EventId event) const;
    /// The row of a citation, for scrolling there; null if it has none.
    SourceRow* sourceRow(int number) const { return m_sourceRows.value(number); }

signals:
    void citationPressed(int number);

private:
    int numberOf(model::CitationId citation);
    QWidget* actorChip(model::ActorId actor, const QString& role);
    QWidget* citedText(const QString& text);
    void addPerspectives(const QList<model::PerspectiveId>& perspectives);
    void addHolder(model::ActorId holder, QVBoxLayout& column);
    void addPerspective(model::PerspectiveId id, QVBoxLayout& column);

    Context m_context;
    QList<model::CitationId> m_evidence;
    QHash<int, SourceRow*> m_sourceRows;
    QVBoxLayout* m_column;
    QVBoxLayout* m_section = nullptr;
};

/// The mark of an event as lists and titles show it.
theme::MarkStyle markOf(const model::Dossier& dossier, model::EventId event);
Glyph markGlyph(const Context& context, model::EventId event, double radius = 5);
Glyph symbolGlyph(const Context& context, theme::Symbol symbol);
Glyph actorGlyph(const Context& context, model::ActorId actor);
/// Room for a line with its head and its jag.
inline constexpr double tieGlyphWidth = 44;

/// A short line in the form of a relationship's type, from left to right, or to the left if the reader stands at its
/// target.
Glyph tieGlyph(const Context& context, model::RelationshipId relationship, model::ActorId seenFrom = {});

} // namespace entente::details
