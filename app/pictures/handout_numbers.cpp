#include "app/pictures/handout_page.h"

namespace entente::pictures {

namespace {

/// Puts other numbers into texts.
class Renumbering {
public:
    Renumbering(QHash<int, int> numbers, Blank what) : m_numbers(std::move(numbers)), m_what(what) {}

    void in(HandoutPage& page) const;

private:
    void in(QString& text) const;
    void in(QStringList& texts) const {
        for (QString& text : texts)
            in(text);
    }
    void in(Sheet& sheet) const;
    void in(relations::Scene& scene) const;
    void in(timeline::Scene& scene) const;

    QHash<int, int> m_numbers; ///< new by old
    Blank m_what;
};

void Renumbering::in(QString& text) const {
    static const QRegularExpression rule(QStringLiteral("(?<![\\p{L}\\d])(\\d+)\u00A0(_+)"));
    QString made;
    qsizetype at = 0;
    auto matches = rule.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const int before = match.captured(1).toInt(), number = m_numbers.value(before, before);
        const QString digits = QString::number(number);
        qsizetype length = match.capturedLength(2);
        if (number != before && digits.size() >= match.capturedLength(1))
            length = std::max<qsizetype>(1, length - 1);
        made += text.mid(at, match.capturedStart() - at) + digits + QChar::Nbsp + QString(length, '_');
        at = match.capturedEnd();
    }
    text = made + text.mid(at);
}

void Renumbering::in(relations::Scene& scene) const {
    for (relations::Node& node : scene.nodes) {
        bool isNumber = false;
        const int number = node.text.toInt(&isNumber);
        if (m_what == Blank::Names && isNumber)
            node.text = QString::number(m_numbers.value(number, number));
        in(node.text);
        in(node.name);
    }
    for (relations::Line& line : scene.lines)
        in(line.label);
    in(scene.emptyText);
}

void Renumbering::in(timeline::Scene& scene) const {
    for (timeline::Lane& lane : scene.laneList)
        in(lane.name);
    for (timeline::Label& label : scene.labels) {
        in(label.date);
        in(label.title);
    }
    for (timeline::TrayItem& item : scene.trayItems)
        in(item.text);
}

void Renumbering::in(Sheet& sheet) const {
    for (NetworkPart& network : sheet.networks)
        in(network.scene);
    for (Strip& strip : sheet.timeline.strips)
        in(strip.scene);
}

void Renumbering::in(HandoutPage& page) const {
    in(page.title);
    for (HandoutCell& cell : page.cells) {
        in(cell.date.paragraphs);
        in(cell.headline.paragraphs);
        in(cell.points.paragraphs);
        for (SlidePicture& picture : cell.pictures)
            in(picture.sheet);
    }
}

} // namespace

QList<Answer> numbered(QList<HandoutPage>& pages, const Blanks& blanks, Blank what) {
    QList<Answer> answers;
    QHash<int, int> numbers;
    for (const HandoutPage& page : std::as_const(pages))
        for (const QString& text : page.answers) {
            int& number = numbers[blanks.answer(text).number];
            if (number == 0) {
                number = static_cast<int>(answers.size()) + 1;
                answers.append({number, text});
            }
        }
    const Renumbering renumbering(numbers, what);
    for (HandoutPage& page : pages) {
        renumbering.in(page);
        page.bank.paragraphs =
            footOf(page, [&](const QString& answer) { return numbers.value(blanks.answer(answer).number); });
    }
    return answers;
}

} // namespace entente::pictures
