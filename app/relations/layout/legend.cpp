#include "app/relations/layout/legend.h"
#include "app/relations/layout/routes.h"

#include <QHash>
#include <QSet>
#include <algorithm>
#include <array>
#include <set>

namespace entente::relations {

namespace {

constexpr double rowHeight = 22;

LineMeaning meaningOf(model::LineForm form) {
    switch (form) {
    case model::LineForm::Double:
        return LineMeaning::Treaty;
    case model::LineForm::Dotted:
        return LineMeaning::Informal;
    case model::LineForm::Bar:
        return LineMeaning::Pressure;
    case model::LineForm::Jag:
        return LineMeaning::Hostilities;
    case model::LineForm::Plain:
        return LineMeaning::Office;
    default:
        return LineMeaning::Tie;
    }
}

model::Tenor tenorOf(LineMeaning meaning) {
    switch (meaning) {
    case LineMeaning::Pressure:
        return model::Tenor::Pressure;
    case LineMeaning::Hostilities:
        return model::Tenor::Conflict;
    case LineMeaning::Office:
    case LineMeaning::Ended:
    case LineMeaning::New:
    case LineMeaning::Changed:
    case LineMeaning::Gone:
    case LineMeaning::Bundle:
        return model::Tenor::Neutral;
    default:
        return model::Tenor::Cooperation;
    }
}

model::LineForm formOf(LineMeaning meaning) {
    constexpr std::array forms{model::LineForm::Double, model::LineForm::Double, model::LineForm::Single,
                               model::LineForm::Dotted, model::LineForm::Bar,    model::LineForm::Jag,
                               model::LineForm::Plain,  model::LineForm::Dotted, model::LineForm::Plain,
                               model::LineForm::Plain,  model::LineForm::Plain,  model::LineForm::Single};
    return forms[static_cast<size_t>(meaning)];
}

QList<LegendItem> itemsOf(const std::set<LineMeaning>& meanings, const Words& words) {
    QList<LegendItem> items;
    for (const LineMeaning meaning : meanings) {
        const QString sign = meaning == LineMeaning::Bundle ? QStringLiteral("+n") : QString();
        items << LegendItem{meaning, formOf(meaning), tenorOf(meaning), words.meaning(meaning), sign, {}, {}};
    }
    return items;
}

/// Puts items into rows within a width, at y = 0 downwards. Returns the height.
double flow(QList<LegendItem>& items, double width, const Measures& measures, bool narrow) {
    const double s = measures.scale;
    const double sampleWidth = narrow ? 24 : 34;
    const double sampleGap = narrow ? 5 : 7;
    const double itemGap = narrow ? 10 : 16;
    const double margin = narrow ? 10 : 18;
    double x = margin * s;
    double y = 0;
    for (LegendItem& item : items) {
        const double text = measures.label(item.text) + 2;
        if (x > margin * s && x + (sampleWidth + sampleGap) * s + text > width - margin * s / 2) {
            x = margin * s;
            y += rowHeight * s;
        }
        const double middle = y + rowHeight * s / 2;
        item.sample = QLineF(x, middle, x + sampleWidth * s, middle);
        const double left = x + (sampleWidth + sampleGap) * s;
        item.box = QRectF(left, y, std::min(text, width - left), rowHeight * s);
        x += (sampleWidth + sampleGap + itemGap) * s + text;
    }
    return items.isEmpty() ? 0 : y + (rowHeight + 4) * s;
}

/// Closer together where that saves a row.
double flow(QList<LegendItem>& items, double width, const Measures& measures) {
    QList<LegendItem> close = items;
    const double height = flow(close, width, measures, true);
    if (width >= 500 * measures.scale && flow(items, width, measures, false) <= height)
        return height;
    items = close;
    return height;
}

} // namespace

/// The signs that occur, in the order in which one asks for them.
static QList<LegendItem> signsOf(const QList<model::TieDifference>& differences, const Words& words) {
    using model::Difference;
    QList<LegendItem> items;
    for (const auto& [difference, meaning] :
         {std::pair(Difference::New, LineMeaning::New), std::pair(Difference::Changed, LineMeaning::Changed),
          std::pair(Difference::Gone, LineMeaning::Gone)}) {
        const bool occurs =
            std::any_of(differences.begin(), differences.end(),
                        [wanted = difference](const model::TieDifference& each) { return each.difference == wanted; });
        if (!occurs)
            continue;
        items += itemsOf({meaning}, words);
        items.last().sign = words.sign(difference);
    }
    return items;
}

QList<LegendItem> legendOf(const model::Network& network, const Words& words,
                           const QList<model::TieDifference>& differences, bool isAnyBundled) {
    std::array<bool, static_cast<size_t>(LineMeaning::Bundle) + 1> occurs{};
    occurs[static_cast<size_t>(LineMeaning::Bundle)] = isAnyBundled;
    for (qsizetype i = 0; i < network.ties.size(); ++i) {
        const model::Tie& tie = network.ties[i];
        const bool gone = i < differences.size() && differences[i].difference == model::Difference::Gone;
        const LineMeaning meaning = tie.ended || gone ? LineMeaning::Ended
                                    : isPending(tie)  ? LineMeaning::Pending
                                                      : meaningOf(tie.lineForm);
        occurs[static_cast<size_t>(meaning)] = true;
    }
    std::set<LineMeaning> meanings;
    for (size_t i = 0; i < occurs.size(); ++i)
        if (occurs[i])
            meanings.insert(static_cast<LineMeaning>(i));
    if (!differences.isEmpty())
        meanings.erase(LineMeaning::Ended); // the sign of what is gone says more
    return signsOf(differences, words) + itemsOf(meanings, words);
}

/// Whether any two actors may have so many ties that some are bundled.
static bool mayBundle(const model::Dossier& dossier) {
    QHash<std::pair<model::ActorId, model::ActorId>, int> counts;
    QHash<model::ActorId, QSet<model::ActorId>> parties; // by agreement
    for (const model::Relationship& row : dossier.tables().relationships) {
        if (++counts[std::minmax(row.from, row.to)] > largestBunch)
            return true;
        if (row.type.isValid() && dossier.tables().relationTypes[row.type.index].meaning == model::Meaning::Party)
            parties[row.to] << row.from;
    }
    return std::any_of(parties.cbegin(), parties.cend(), [&](const QSet<model::ActorId>& ends) {
        return ends.size() == 2 && ++counts[std::minmax(*ends.begin(), *std::next(ends.begin()))] > largestBunch;
    });
}

double legendHeight(const model::Dossier& dossier, double width, const Measures& measures, const Words& words) {
    std::set<LineMeaning> meanings;
    for (const model::RelationType& type : dossier.tables().relationTypes)
        meanings.insert(meaningOf(type.lineForm));
    for (const model::Period& period : dossier.tables().periods) {
        if (period.state == model::PeriodState::Proposed || period.state == model::PeriodState::Signed)
            meanings.insert(LineMeaning::Pending);
        if (period.to.kind != model::PeriodBound::Kind::Open)
            meanings.insert(LineMeaning::Ended);
    }
    if (mayBundle(dossier))
        meanings.insert(LineMeaning::Bundle);
    QList<LegendItem> items = itemsOf(meanings, words);
    return flow(items, width, measures);
}

void placeLegend(QList<LegendItem>& items, const QRectF& room, const Measures& measures) {
    flow(items, room.width(), measures);
    for (LegendItem& item : items) {
        item.sample.translate(room.topLeft());
        item.box.translate(room.topLeft());
    }
}

bool isPending(const model::Tie& tie) {
    return !tie.ended && (tie.state == model::PeriodState::Proposed || tie.state == model::PeriodState::Signed);
}

} // namespace entente::relations
