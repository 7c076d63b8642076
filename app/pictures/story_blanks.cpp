#include "app/pictures/story_blanks.h"

namespace entente::pictures {

namespace {

constexpr int ruleInTexts = 10; // underscores
constexpr int ruleInPictures = 6;

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
        in(strip.scene);
    for (NetworkPart& network : sheet.networks)
        in(network.scene);
}

void Blanks::in(timeline::Scene& scene) {
    for (timeline::Label& label : scene.labels) {
        if (m_what == Blank::Dates)
            label.date = ruleFor(label.date, ruleInPictures);
        label.title =
            m_what == Blank::Labels ? ruleFor(label.title, ruleInPictures) : shortened(label.title, ruleInPictures);
    }
    for (timeline::EraBox& era : scene.eras) // too narrow for rules
        if ((m_what == Blank::Dates && era.text.contains(m_dates)) ||
            (m_what == Blank::Names && era.text.contains(namesIn(era.text))))
            era.text.clear();
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
        const QString answer = isBeside || node.text.isEmpty() ? node.name : node.text;
        node.text = isBeside ? QString() : ruleFor(answer, ruleInPictures);
        node.name = isBeside ? ruleFor(answer, ruleInPictures) : QString();
    }
    for (relations::Line& line : scene.lines)
        if (!line.labelBox.isNull())
            line.label =
                m_what == Blank::Labels ? ruleFor(line.label, ruleInPictures) : shortened(line.label, ruleInPictures);
}

} // namespace entente::pictures
