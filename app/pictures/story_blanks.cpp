#include "app/pictures/story_blanks.h"

#include "app/theme/paragraph.h"

namespace entente::pictures {

namespace {

constexpr int ruleInTexts = 10; // underscores
constexpr int ruleInPictures = 6;
constexpr int shortestRule = 2;

QRegularExpression datesAsWorded(const wording::Wording& wording) {
    QStringList months;
    for (const wording::Style style : {wording::Style::Full, wording::Style::Short})
        for (int month = 1; month <= 12; ++month)
            months.append(QRegularExpression::escape(wording.month(month, style)));
    const QString month = QStringLiteral("(?:%1)").arg(months.join('|'));
    return QRegularExpression(QStringLiteral("(?<!\\d)\\d{1,2}(?:\\s?[–-]\\s?\\d{1,2})?\\s%1(?:\\s\\d{3,4})?(?!\\p{L})|"
                                             "(?<!\\p{L})%1\\s\\d{3,4}(?!\\d)|(?<!\\d)[12]\\d{3}(?!\\d)")
                                  .arg(month),
                              QRegularExpression::UseUnicodePropertiesOption);
}

QStringList namesOf(const model::Dossier& dossier) {
    QStringList names;
    for (const model::Actor& actor : dossier.tables().actors) {
        names << actor.name << actor.shortName;
        for (const model::Alias& alias : actor.aliases)
            names << alias.text;
    }
    names.removeAll(QString());
    names.removeDuplicates();
    std::stable_sort(names.begin(), names.end(),
                     [](const QString& a, const QString& b) { return a.size() > b.size(); });
    return names;
}

} // namespace

QString wordOf(Blank blank) {
    switch (blank) {
    case Blank::Dates:
        return QStringLiteral("dates");
    case Blank::Names:
        return QStringLiteral("names");
    case Blank::Labels:
        return QStringLiteral("labels");
    case Blank::None:
        break;
    }
    return QStringLiteral("none");
}

std::optional<Blank> blankOf(const QString& word) {
    for (const Blank blank : {Blank::None, Blank::Dates, Blank::Names, Blank::Labels})
        if (wordOf(blank) == word)
            return blank;
    return std::nullopt;
}

Blanks::Blanks(const model::DossierPointer& dossier, const wording::Wording& wording, Blank what)
    : m_dossier(dossier), m_what(what) {
    if (what == Blank::Dates)
        m_dates = datesAsWorded(wording);
    if (what == Blank::Names)
        m_names = namesOf(*dossier);
}

QString Blanks::ruleFor(const QString& answer, int length) {
    int& number = m_inScene[answer];
    if (number == 0) {
        number = static_cast<int>(m_answers.size()) + 1;
        m_answers.append({number, answer});
    }
    return Text::tr("%1\u00A0%2", "number of a blank and the rule to write on")
        .arg(QString::number(number), QString(length, '_'));
}

QString Blanks::without(const QString& text, const QRegularExpression& pattern, int length) {
    QString made;
    qsizetype at = 0;
    auto matches = pattern.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        if (match.capturedLength() == 0)
            continue;
        made += text.mid(at, match.capturedStart() - at) + ruleFor(match.captured(), length);
        at = match.capturedEnd();
    }
    return made + text.mid(at);
}

/// Of the names that occur: a dossier may have thousands.
QRegularExpression Blanks::namesIn(const QString& text) const {
    QStringList occurring;
    for (const QString& name : m_names)
        if (text.contains(name))
            occurring.append(QRegularExpression::escape(name));
    if (occurring.isEmpty())
        return QRegularExpression(QStringLiteral("(?!)"));
    return QRegularExpression(QStringLiteral("(?<![\\p{L}\\d])(?:%1)(?![\\p{L}\\d])").arg(occurring.join('|')),
                              QRegularExpression::UseUnicodePropertiesOption);
}

QString Blanks::shortened(const QString& text, int length) {
    if (m_what == Blank::Dates)
        return without(text, m_dates, length);
    return m_what == Blank::Names ? without(text, namesIn(text), length) : text;
}

QString Blanks::in(const QString& text) {
    return shortened(text, ruleInTexts);
}

QString Blanks::inDate(const QString& date) {
    return m_what == Blank::Dates && !date.isEmpty() ? ruleFor(date, ruleInTexts) : date;
}

void Blanks::in(Sheet& sheet) {
    if (m_what == Blank::None)
        return;
    for (Strip& strip : sheet.timeline.strips)
        in(strip.scene, sheet.timeline.look);
    for (NetworkPart& network : sheet.networks)
        in(network.scene);
}

/// As much of a title as its label has room for: rules may be wider than the words in whose place they stand.
QString Blanks::titleIn(const timeline::Label& label, const theme::Theme& look) {
    const theme::Type type = label.key ? theme::Type::KeyEvent : theme::Type::Event;
    QString title;
    for (int length = ruleInPictures; length >= shortestRule; --length) {
        title = m_what == Blank::Labels ? ruleFor(label.title, length) : shortened(label.title, length);
        if (look.width(title, type) <= label.box.width())
            return title;
    }
    return theme::paragraph(title, look, type, label.box.width(), 1).value(0);
}

void Blanks::in(timeline::Scene& scene, const theme::Theme& look) {
    for (timeline::Label& label : scene.labels) {
        if (m_what == Blank::Dates)
            label.date = ruleFor(label.date, ruleInPictures);
        label.title = titleIn(label, look);
    }
    for (timeline::EraBox& era : scene.eras) // too narrow for rules, and maybe for all of their words
        if (givesAway(m_dossier->tables().eras[era.era.index].label))
            era.text.clear();
    for (timeline::TrayItem& item : scene.trayItems)
        item.text = m_what == Blank::Labels ? ruleFor(m_dossier->titleOf(item.event), ruleInPictures)
                                            : shortened(item.text, ruleInPictures);
    for (timeline::Lane& lane : scene.laneList)
        if (givesAway(lane.name.join(' ')))
            lane.name.clear();
    scene.hints.clear(); // they name events that are out of view, with their dates
    if (m_what != Blank::Dates)
        return;
    if (scene.cursor)
        scene.flagText = Text::tr("?", "in place of a date");
    for (timeline::Tick& tick : scene.ticks)
        if (tells(tick.text))
            tick.text.clear();
    scene.calendarTicks.clear();
    scene.calendarName.clear();
}

/// Whether words beside the marks tell what is asked for elsewhere.
bool Blanks::givesAway(const QString& words) const {
    return (m_what == Blank::Dates && words.contains(m_dates)) ||
           (m_what == Blank::Names && words.contains(namesIn(words)));
}

/// Whether a word of the axis gives an answer away: months and days do, and years in which an answer lies.
bool Blanks::tells(const QString& tick) const {
    static const QRegularExpression year(QStringLiteral("\\d{3}|BCE"));
    const auto answers = m_inScene.keys();
    return !tick.contains(year) ||
           std::any_of(answers.begin(), answers.end(), [&](const QString& answer) { return answer.contains(tick); });
}

void Blanks::in(relations::Scene& scene) {
    for (relations::Node& node : scene.nodes) {
        node.status = shortened(node.status, ruleInPictures);
        if (m_what != Blank::Names) {
            node.name = shortened(node.name, ruleInPictures);
            node.text = shortened(node.text, ruleInPictures);
            continue;
        }
        const bool isBeside = !node.nameBox.isNull();
        const model::Actor& actor = m_dossier->actor(node.actor); // forms may have room for initials only
        const QString answer = isBeside ? node.name : actor.shortName.isEmpty() ? actor.name : actor.shortName;
        node.text = isBeside ? QString() : ruleFor(answer, ruleInPictures);
        node.name = isBeside ? ruleFor(answer, ruleInPictures) : QString();
    }
    for (relations::Line& line : scene.lines)
        if (!line.labelBox.isNull())
            line.label =
                m_what == Blank::Labels ? ruleFor(line.label, ruleInPictures) : shortened(line.label, ruleInPictures);
}

} // namespace entente::pictures
