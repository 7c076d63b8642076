#include "app/pictures/story_blanks.h"

namespace entente::pictures {

namespace {

constexpr int ruleInTexts = 10; // underscores
constexpr int ruleInPictures = 6;
constexpr int ruleInTitles = 5; // beside others
constexpr int ruleForTitles = 12;
constexpr int shortestRule = 2;

QStringList monthsAsWorded(const wording::Wording& wording, wording::Style style) {
    QStringList months;
    for (int month = 1; month <= 12; ++month)
        months.append(wording.month(month, style));
    return months;
}

QString anyOf(QStringList words) {
    for (QString& word : words)
        word = QRegularExpression::escape(word);
    return QStringLiteral("(?:%1)").arg(words.join('|'));
}

QRegularExpression datesAsWorded(const wording::Wording& wording) {
    const QStringList months = monthsAsWorded(wording, wording::Style::Full);
    const QString month = anyOf(months + monthsAsWorded(wording, wording::Style::Short));
    return QRegularExpression(QStringLiteral("(?<!\\d)\\d{1,2}(?:\\s?[–-]\\s?\\d{1,2})?\\s%1(?:\\s\\d{3,4})?(?!\\p{L})|"
                                             "(?<!\\p{L})%1\\s\\d{3,4}(?!\\d)|(?<!\\d)[12]\\d{3}(?!\\d)|"
                                             "(?<!\\p{L})%2(?!\\p{L})")
                                  .arg(month, anyOf(months)),
                              QRegularExpression::UseUnicodePropertiesOption);
}

bool beginsSentence(const QString& text, qsizetype at) {
    const QString before = text.left(at).trimmed();
    return before.isEmpty() || QStringLiteral(".!?:").contains(before.back());
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

Blanks::Blanks(const model::DossierPointer& dossier, const wording::Wording& wording, Blank what, int first)
    : m_dossier(dossier), m_what(what), m_ordinary(*dossier), m_names(*dossier, m_ordinary),
      m_dates(datesAsWorded(wording)), m_months(monthsAsWorded(wording, wording::Style::Full)), m_first(first) {}

int Blanks::numberOf(const QString& answer) {
    int& number = m_numbers[answer];
    if (number == 0) {
        number = m_first + static_cast<int>(m_answers.size());
        m_answers.append(answer);
    }
    return number;
}

QString Blanks::ruleFor(const QString& answer, int length) {
    return QString::number(numberOf(answer)) + QChar::Nbsp + QString(length, '_');
}

/// A month that begins a sentence may be another word: "May" in English.
QList<Blanks::Found> Blanks::datesIn(const QString& text) const {
    QList<Found> found;
    auto matches = m_dates.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const QString date = match.captured();
        const bool isDoubtful = m_months.contains(date) && m_ordinary.contains(date);
        if (!isDoubtful || !beginsSentence(text, match.capturedStart()))
            found.append({match.capturedStart(), match.capturedLength(), date});
    }
    return found;
}

QList<Blanks::Found> Blanks::foundIn(const QString& text) const {
    if (m_what == Blank::Dates)
        return datesIn(text);
    QList<Found> found;
    if (m_what == Blank::Names)
        for (const ActorNames::Found& name : m_names.in(text))
            found.append({name.start, name.length, m_dossier->actor(name.actor).shownName()});
    return found;
}

QString Blanks::without(const QString& text, int length) {
    QString made;
    qsizetype at = 0;
    for (const Found& found : foundIn(text)) {
        made += text.mid(at, found.start - at) + ruleFor(found.answer, length);
        at = found.start + found.length;
    }
    return made + text.mid(at);
}

QString Blanks::in(const QString& text) {
    QString made = without(text, ruleInTexts);
    for (const QString& answer : answersIn({made}))
        m_inScene.insert(answer);
    return made;
}

QString Blanks::inDate(const QString& date) {
    if (m_what != Blank::Dates || date.isEmpty())
        return date;
    m_inScene.insert(date);
    return ruleFor(date, ruleInTexts);
}

model::DossierPointer Blanks::in(const model::DossierPointer& dossier) {
    if (m_what == Blank::None)
        return dossier;
    model::Tables tables = dossier->tables();
    inActors(tables);
    inTies(tables);
    inEvents(tables);
    for (model::Era& era : tables.eras) // too narrow for rules, and maybe for all of their words
        if (!foundIn(era.label).isEmpty() || (m_what == Blank::Labels && m_numbers.contains(era.label)))
            era.label.clear();
    return std::make_shared<const model::Dossier>(tables);
}

/// Discs and small forms have their number inside, too: there may be no room for a rule beside them.
void Blanks::inActors(model::Tables& tables) {
    if (m_what == Blank::Labels)
        return;
    for (model::Actor& actor : tables.actors) {
        if (m_what == Blank::Dates) {
            actor.name = without(actor.name, ruleInTitles);
            actor.shortName = without(actor.shortName, ruleInTitles);
            continue;
        }
        const QString answer = actor.shownName();
        actor.name = ruleFor(answer, ruleInTitles);
        actor.shortName.clear();
        actor.code = QString::number(numberOf(answer));
        actor.aliases.clear();
    }
}

void Blanks::inTies(model::Tables& tables) {
    const auto in = [this](QString& label) {
        if (!label.isEmpty())
            label = m_what == Blank::Labels ? ruleFor(label, ruleInPictures) : without(label, ruleInTitles);
    };
    for (model::RelationType& type : tables.relationTypes)
        in(type.label);
    for (model::Relationship& relationship : tables.relationships)
        in(relationship.label);
}

void Blanks::inEvents(model::Tables& tables) {
    for (qsizetype i = 0; i < tables.events.size(); ++i) {
        model::Event event = tables.events[i];
        if (m_what == Blank::Labels) {
            event.title = ruleFor(event.shortTitle.isEmpty() ? event.title : event.shortTitle, ruleForTitles);
            event.shortTitle.clear();
        } else {
            event.title = without(event.title, ruleInTitles);
            event.shortTitle = without(event.shortTitle, ruleInTitles);
        }
        tables.events.replace(i, event);
    }
}

void Blanks::in(Sheet& sheet) {
    if (m_what == Blank::None)
        return;
    for (Strip& strip : sheet.timeline.strips)
        in(strip.scene, sheet.timeline.look);
    for (NetworkPart& network : sheet.networks)
        in(network.scene, network.look);
}

/// With the longest rule that has room.
QString Blanks::fitting(const std::function<QString(int length)>& make, const theme::Theme& look, theme::Type type,
                        double width) const {
    int length = ruleInPictures;
    while (length > shortestRule && look.width(make(length), type) > width)
        --length;
    return make(length);
}

void Blanks::in(timeline::Scene& scene, const theme::Theme& look) {
    for (timeline::Label& label : scene.labels) {
        if (m_what == Blank::Dates) {
            m_inScene.insert(label.date);
            label.date = fitting([&](int length) { return ruleFor(label.date, length); }, look, theme::Type::Date,
                                 label.box.width());
        }
        for (const QString& answer : answersIn({label.title}))
            m_inScene.insert(answer);
    }
    for (timeline::Lane& lane : scene.laneList)
        if (!foundIn(lane.name.join(' ')).isEmpty())
            lane.name.clear();
    scene.hints.clear(); // they name events that are out of view, with their dates
    if (m_what == Blank::Dates)
        inAxis(scene);
}

void Blanks::inAxis(timeline::Scene& scene) {
    if (scene.cursor)
        scene.flagText = Text::tr("?", "in place of a date");
    for (timeline::Tick& tick : scene.ticks)
        if (tells(tick.text))
            tick.text.clear();
    scene.calendarTicks.clear();
    scene.calendarName.clear();
}

/// Whether a word of the axis gives an answer away: months and days do, and years in which an answer lies.
bool Blanks::tells(const QString& tick) const {
    static const QRegularExpression year(QStringLiteral("\\d{3}|BCE"));
    return !tick.contains(year) || std::any_of(m_inScene.begin(), m_inScene.end(),
                                               [&](const QString& answer) { return answer.contains(tick); });
}

/// The words at ties that are not of the ties: the name of a treaty that stands for its page, the years of what ended.
void Blanks::in(relations::Scene& scene, const theme::Theme& look) {
    scene.emptyText = without(scene.emptyText, ruleInTitles);
    for (relations::Line& line : scene.lines) {
        if (line.labelBox.isNull())
            continue;
        const auto* agreement = std::get_if<model::ActorId>(&line.subject);
        const QString name =
            agreement && m_what == Blank::Labels ? m_dossier->actor(*agreement).shownName() : QString();
        const auto make = [&](int length) {
            return name.isEmpty() ? without(line.label, length)
                                  : QString(line.label).replace(name, ruleFor(name, length));
        };
        line.label = fitting(make, look, theme::Type::Date, line.labelBox.width());
    }
}

QStringList Blanks::answersIn(const QStringList& texts) const {
    static const QRegularExpression rule(QStringLiteral("(?<![\\p{L}\\d])(\\d+)\u00A0_"));
    QStringList answers;
    for (const QString& text : texts) {
        auto matches = rule.globalMatch(text);
        while (matches.hasNext()) {
            const qsizetype place = matches.next().captured(1).toLongLong() - m_first;
            if (place >= 0 && place < m_answers.size())
                answers.append(m_answers[place]);
        }
    }
    answers.removeDuplicates();
    return answers;
}

QStringList Blanks::textsOf(const Sheet& sheet) {
    QStringList texts;
    for (const NetworkPart& network : sheet.networks) {
        for (const relations::Node& node : network.scene.nodes) {
            texts << node.text;
            if (!node.nameBox.isNull())
                texts << node.name;
        }
        for (const relations::Line& line : network.scene.lines)
            if (!line.labelBox.isNull())
                texts << line.label;
    }
    for (const Strip& strip : sheet.timeline.strips) {
        for (const timeline::Lane& lane : strip.scene.laneList)
            texts += lane.name;
        for (const timeline::Label& label : strip.scene.labels)
            texts << label.date << label.title;
        for (const timeline::TrayItem& item : strip.scene.trayItems)
            texts << item.text;
    }
    return texts;
}

QStringList Blanks::answersAtNumbersOf(const Sheet& sheet) const {
    QStringList answers;
    for (const NetworkPart& network : sheet.networks)
        for (const relations::Node& node : network.scene.nodes)
            if (const QString answer = m_dossier->actor(node.actor).shownName();
                m_what == Blank::Names && node.text == QString::number(m_numbers.value(answer)))
                answers.append(answer);
    return answers;
}

} // namespace entente::pictures
