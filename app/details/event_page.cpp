#include "app/details/pages.h"

#include <QToolButton>
#include <QVBoxLayout>

namespace entente::details {

namespace {

/// A mark of 7 as the card's title has it.
constexpr double titleRadius = 7;

RowContent claimRow(Page& page, model::EventId id, const model::DateClaim& claim, bool inUse) {
    RowContent content;
    theme::MarkStyle mark = markOf(page.dossier(), id);
    mark.hollow = true;
    mark.dot = inUse;
    content.glyph = [theme = page.theme(), mark](QPainter& painter, const QRectF& frame) {
        theme::paintMark(painter, theme, mark, frame.center(), theme.px(5));
    };
    content.lead = page.wording().date(claim.date, wording::Style::Short);
    content.title = claim.note;
    content.citations = page.numbersOf(claim.citations);
    content.framed = true;
    return content;
}

void addClaims(Page& page, model::EventId id) {
    const model::Event& event = page.dossier().event(id);
    if (event.claims.size() < 2)
        return;
    const auto used = page.dossier().claimInUse(id);
    for (const model::DateClaim& claim : event.claims) {
        const bool inUse = used && claim.position == used->position;
        Row* row = page.addRow(claimRow(page, id, claim, inUse), {});
        row->setCheckable(true);
        row->setChecked(inUse);
        row->setAccessibleDescription(inUse ? Page::tr("This date is the one in use.")
                                            : Page::tr("Press to use this date."));
        exploration::Exploration& exploration = page.context().exploration;
        const model::AcceptClaim change{event.key, claim.position};
        QObject::connect(row, &Row::clicked, &page, [row, inUse, change, &exploration] {
            // The dossier that comes back decides which row is checked.
            row->setChecked(inUse);
            if (!inUse)
                exploration.wish(change);
        });
    }
}

RowContent tieRow(Page& page, model::PeriodId id) {
    const model::Period& period = page.dossier().period(id);
    RowContent content;
    content.glyph = tieGlyph(page.context(), period.relationship);
    content.glyphWidth = tieGlyphWidth;
    content.title = page.wording().relationship(page.dossier(), period.relationship);
    content.remark = page.wording().period(period, wording::Style::Short);
    content.citations = page.numbersOf(period.citations);
    return content;
}

/// A button that says how many ties began or ended; pressed, it shows which.
QToolButton* tiesButton(Page& page, const QString& words) {
    auto* button = new QToolButton(&page);
    button->setText(words);
    button->setIcon(theme::icon(theme::Symbol::ChevronDown, page.theme()));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    button->setCheckable(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setFont(page.theme().font(theme::Type::Secondary));
    button->setMinimumHeight(qRound(page.theme().px(24)));
    button->setAccessibleName(words);
    return button;
}

void addTies(Page& page, QToolButton* button, const QList<model::PeriodId>& periods) {
    for (const model::PeriodId id : periods) {
        Row* row = page.addRow(tieRow(page, id), page.dossier().period(id).relationship);
        row->hide();
        QObject::connect(button, &QToolButton::toggled, row, &Row::setVisible);
    }
}

QString begunWords(qsizetype count) {
    return count == 1 ? Page::tr("Starts 1 tie in the network") : Page::tr("Starts %1 ties in the network").arg(count);
}

QString endedWords(qsizetype count) {
    return count == 1 ? Page::tr("Ends 1 tie in the network") : Page::tr("Ends %1 ties in the network").arg(count);
}

void addParticipants(Page& page, model::EventId id) {
    QList<model::ActorId> actors;
    QHash<model::ActorId, QString> roles;
    for (const model::Participation& participation : page.dossier().participationsOf(id)) {
        if (!actors.contains(participation.actor))
            actors.append(participation.actor);
        roles.insert(participation.actor, participation.role);
    }
    const QList<model::PeriodId> begun = page.dossier().periodsBegunBy(id);
    const QList<model::PeriodId> ended = page.dossier().periodsEndedBy(id);
    QToolButton* starts = begun.isEmpty() ? nullptr : tiesButton(page, begunWords(begun.size()));
    QToolButton* ends = ended.isEmpty() ? nullptr : tiesButton(page, endedWords(ended.size()));
    QList<QWidget*> buttons{starts, ends};
    buttons.removeAll(nullptr);
    page.addActors(actors, roles, buttons);
    addTies(page, starts, begun);
    addTies(page, ends, ended);
}

QStringList tagsOf(const Page& page, model::EventId id) {
    const model::Event& event = page.dossier().event(id);
    QStringList tags{page.wording().precision(page.dossier(), id)};
    if (event.certainty != model::Certainty::Happened)
        tags.append(page.wording().certainty(event.certainty));
    return tags;
}

} // namespace

void describeEvent(Page& page, model::EventId id) {
    const model::Dossier& dossier = page.dossier();
    const model::Event& event = dossier.event(id);
    page.addTitle(QSizeF(1, 1) * page.theme().px(24), markGlyph(page.context(), id, titleRadius), event.title);
    page.addHeadline(page.wording().eventDate(dossier, id, wording::Style::Full), tagsOf(page, id), event.place);
    if (const auto calendar = page.context().exploration.view().secondCalendar)
        page.addNote(page.wording().calendarDate(dossier, id, *calendar));
    addClaims(page, id);
    page.addText(event.summary);
    addParticipants(page, id);
    page.addEvidence(id);
}

} // namespace entente::details
