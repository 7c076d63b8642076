#include "app/details/page.h"

#include "app/details/cited_text.h"
#include "app/details/flow_layout.h"
#include "app/details/side_by_side.h"
#include "app/details/source_row.h"
#include "app/theme/chip.h"
#include "app/theme/plain_text.h"

#include <QFrame>
#include <QPushButton>
#include <QVBoxLayout>

namespace entente::details {

namespace {

constexpr double sideMargin = 18;
constexpr double headingWidth = 78;
/// The widest place that stands in the line of the date.
constexpr double widestPlace = 260;
constexpr qsizetype firstRows = 50;

QVBoxLayout* newColumn(QWidget* owner, int spacing) {
    auto* column = new QVBoxLayout(owner);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing);
    return column;
}

} // namespace

Page::Page(const Context& context, const model::Subject& subject, QWidget* parent)
    : QWidget(parent), m_context(context), m_evidence(context.dossier().evidenceOf(subject)),
      m_column(new QVBoxLayout(this)) {
    const int margin = qRound(theme().px(sideMargin));
    m_column->setContentsMargins(margin, qRound(theme().px(14)), margin, qRound(theme().px(10)));
    m_column->setSpacing(qRound(theme().px(8)));
    // What a tall panel has to spare goes below the last line. Aligning the layout instead would squeeze wrapped lines.
    m_column->addStretch(1);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
}

void Page::addWidget(QWidget* widget) {
    if (m_section)
        m_section->addWidget(widget);
    else
        m_column->insertWidget(m_column->count() - 1, widget);
}

void Page::addTitle(QSizeF glyphSize, const Glyph& glyph, const QString& title) {
    auto* line = new QHBoxLayout;
    line->setSpacing(qRound(theme().px(9)));
    line->addWidget(new GlyphBox(glyphSize, glyph, this), 0, Qt::AlignTop);
    auto* label = theme::plainLabel(theme(), title, theme::Type::CardTitle, theme::Role::Ink, this);
    line->addWidget(label, 1);
    m_column->insertLayout(m_column->count() - 1, line);
}

void Page::addHeadline(const QString& words, const QStringList& tags, const QString& place) {
    auto* holder = new QWidget(this);
    auto* line = new FlowLayout(qRound(theme().px(8)), holder);
    auto addWords = [&](const QString& text, theme::Type type, theme::Role role) {
        auto* label = theme::plainLabel(theme(), text, type, role, holder);
        // In a flow a label is as wide as its words; only the page's width makes it wrap.
        label->setWordWrap(false);
        line->addWidget(label);
        return label;
    };
    addWords(words, theme::Type::Event, theme::Role::Ink2);
    for (const QString& tag : tags)
        if (!tag.isEmpty())
            line->addWidget(new theme::Tag(theme(), tag, holder));
    const QFontMetricsF metrics(theme().font(theme::Type::Secondary));
    const bool placeFits = metrics.horizontalAdvance(place) <= theme().px(widestPlace);
    if (placeFits && !place.isEmpty())
        addWords(place, theme::Type::Secondary, theme::Role::Ink3)->setAccessibleName(tr("Place: %1").arg(place));
    addWidget(holder);
    if (!placeFits)
        addNote(tr("Place: %1").arg(place));
}

QWidget* Page::citedText(const QString& text) {
    QList<Piece> pieces;
    for (const wording::MarkedPiece& piece : m_context.wording.markedText(dossier(), text))
        pieces.append({piece.text, piece.citation.isValid() ? numberOf(piece.citation) : 0});
    auto* widget = new CitedText(theme(), theme::Type::Body, pieces, this);
    connect(widget, &CitedText::citationPressed, this, &Page::citationPressed);
    return widget;
}

void Page::addText(const QString& text) {
    if (!text.isEmpty())
        addWidget(citedText(text));
}

void Page::addNote(const QString& text) {
    if (!text.isEmpty())
        addWidget(theme::plainLabel(theme(), text, theme::Type::Secondary, theme::Role::Ink3, this));
}

QWidget* Page::actorChip(model::ActorId actor, const QString& role) {
    const model::Actor& row = dossier().actor(actor);
    auto* chip = new theme::Chip(theme(), QString(), this);
    chip->setForm(row.kind == model::ActorKind::Person ? theme::Chip::Form::Round : theme::Chip::Form::Square);
    // An ampersand in a name is not a mnemonic.
    chip->setText(row.shownName());
    chip->setLargestTextWidth(theme().px(260));
    chip->setAccessibleName(row.name);
    const QString details = role.isEmpty() ? row.name : tr("%1: %2").arg(row.name, role);
    chip->setAccessibleDescription(role);
    theme::setPlainToolTip(*chip, details);
    connect(chip, &theme::Chip::clicked, this, [this, actor] { m_context.exploration.select(actor); });
    return chip;
}

void Page::addActors(const QList<model::ActorId>& actors, const QHash<model::ActorId, QString>& roles,
                     const QList<QWidget*>& buttons) {
    if (actors.isEmpty() && buttons.isEmpty())
        return;
    auto* holder = new QWidget(this);
    auto* line = new QHBoxLayout(holder);
    line->setContentsMargins(0, 0, 0, 0);
    auto* chips = new QWidget(holder);
    auto* flow = new FlowLayout(qRound(theme().px(6)), chips);
    for (const model::ActorId actor : actors)
        flow->addWidget(actorChip(actor, roles.value(actor)));
    line->addWidget(chips, 1, Qt::AlignTop);
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    for (QWidget* button : buttons)
        column->addWidget(button, 0, Qt::AlignRight);
    line->addLayout(column);
    addWidget(holder);
}

void Page::beginSection(const QString& heading) {
    auto* rule = new QFrame(this);
    rule->setFrameShape(QFrame::HLine);
    rule->setFrameShadow(QFrame::Plain);
    rule->setForegroundRole(QPalette::WindowText);
    QPalette palette = rule->palette();
    palette.setColor(QPalette::WindowText, theme().color(theme::Role::Line));
    rule->setPalette(palette);
    m_column->insertWidget(m_column->count() - 1, rule);
    auto* line = new QHBoxLayout;
    line->setSpacing(qRound(theme().px(6)));
    auto* label = theme::plainLabel(theme(), heading, theme::Type::Secondary, theme::Role::Ink2, this);
    QFont font = label->font();
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    label->setFixedWidth(qRound(theme().px(headingWidth)));
    label->setContentsMargins(0, qRound(theme().px(5)), 0, 0);
    line->addWidget(label, 0, Qt::AlignTop);
    auto* holder = new QWidget(this);
    m_section = newColumn(holder, qRound(theme().px(2)));
    line->addWidget(holder, 1);
    m_column->insertLayout(m_column->count() - 1, line);
}

Row* Page::addRow(const RowContent& content, const model::Subject& target) {
    auto* row = new Row(theme(), content, this);
    if (!model::isNothing(target))
        connect(row, &Row::clicked, this, [this, target] { m_context.exploration.select(target); });
    addWidget(row);
    return row;
}

void Page::addRows(QList<std::pair<RowContent, model::Subject>> rows) {
    const qsizetype shown = rows.size() > firstRows + 5 ? firstRows : rows.size();
    for (qsizetype i = 0; i < shown; ++i)
        addRow(rows[i].first, rows[i].second);
    if (shown == rows.size())
        return;
    auto* button = new QPushButton(tr("Show &all %1").arg(rows.size()), this);
    QVBoxLayout* section = m_section;
    addWidget(button);
    connect(button, &QPushButton::clicked, this, [this, rows, shown, button, section] {
        button->hide();
        m_section = section;
        for (qsizetype i = shown; i < rows.size(); ++i)
            addRow(rows[i].first, rows[i].second);
    });
}

void Page::addHolder(model::ActorId holder, QVBoxLayout& column) {
    auto* line = new QHBoxLayout; // a chip keeps its own width
    line->addWidget(actorChip(holder, {}));
    line->addStretch(1);
    column.addLayout(line);
}

void Page::addPerspective(model::PerspectiveId id, QVBoxLayout& column) {
    const model::Perspective& perspective = dossier().perspective(id);
    QString text = perspective.summary;
    for (const model::CitationId citation : perspective.citations)
        if (!text.contains(QStringLiteral("[^%1]").arg(dossier().citation(citation).key)))
            text += QStringLiteral("[^%1]").arg(dossier().citation(citation).key);
    if (!text.isEmpty())
        column.addWidget(citedText(text));
}

/// A column a stance, so that one sees at once who stands where.
void Page::addPerspectives(const QList<model::PerspectiveId>& perspectives) {
    constexpr double narrowest = 150;
    auto* columns = new SideBySide(qRound(theme().px(narrowest)), qRound(theme().px(16)), this);
    for (const model::Stance stance : {model::Stance::Supports, model::Stance::Mixed, model::Stance::Neutral,
                                       model::Stance::Concerned, model::Stance::Opposes}) {
        QVBoxLayout* column = nullptr;
        model::ActorId last;
        for (const model::PerspectiveId id : perspectives) {
            if (dossier().perspective(id).stance != stance)
                continue;
            if (!column) {
                column = columns->addColumn();
                column->setSpacing(qRound(theme().px(6)));
                auto* heading = new QHBoxLayout;
                heading->addWidget(new theme::Tag(theme(), wording().stance(stance), this));
                heading->addStretch(1);
                column->addLayout(heading);
            }
            const model::ActorId holder = dossier().perspective(id).holder;
            if (holder.isValid() && holder != std::exchange(last, holder))
                addHolder(holder, *column);
            addPerspective(id, *column);
        }
    }
    addWidget(columns);
}

void Page::addEvidence(const model::Subject& subject) {
    // What the readings below cite is numbered, and so listed, among the sources.
    for (const model::PerspectiveId id : dossier().perspectivesOn(subject))
        numbersOf(dossier().evidenceOf(id));
    if (m_evidence.isEmpty()) {
        beginSection(tr("Sources"));
        addNote(tr("No source is given."));
    }
    addSources();
    addReadings(subject);
}

void Page::addReadings(const model::Subject& subject) {
    const QList<model::PerspectiveId> perspectives = dossier().perspectivesOn(subject);
    if (perspectives.isEmpty())
        return;
    beginSection(tr("Perspectives"));
    addPerspectives(perspectives);
}

void Page::addSources() {
    if (m_evidence.isEmpty())
        return;
    beginSection(tr("Sources"));
    for (qsizetype i = 0; i < m_evidence.size(); ++i) {
        const int number = static_cast<int>(i) + 1;
        auto* row = new SourceRow(m_context, m_evidence[i], number, this);
        m_sourceRows.insert(number, row);
        addWidget(row);
    }
}

int Page::numberOf(model::CitationId citation) {
    qsizetype position = m_evidence.indexOf(citation);
    if (position < 0) {
        m_evidence.append(citation);
        position = m_evidence.size() - 1;
    }
    return static_cast<int>(position) + 1;
}

QList<int> Page::numbersOf(const QList<model::CitationId>& citations) {
    QList<int> numbers;
    for (const model::CitationId citation : citations)
        if (citation.isValid())
            numbers.append(numberOf(citation));
    return numbers;
}

QString Page::dateOf(model::EventId event) const {
    return wording().eventDate(dossier(), event, wording::Style::Short);
}

RowContent Page::eventRow(model::EventId event) const {
    RowContent content;
    content.glyph = markGlyph(m_context, event);
    content.lead = dateOf(event);
    content.title = dossier().event(event).title;
    return content;
}

} // namespace entente::details
