#include "app/pictures/actor_names.h"

#include <QRegularExpression>

namespace entente::pictures {

using model::ActorKind;

namespace {

constexpr qsizetype shortestPart = 4, shortestCode = 2;

const QRegularExpression& wordPattern() {
    static const QRegularExpression pattern(QStringLiteral("[\\p{L}\\p{N}]+"),
                                            QRegularExpression::UseUnicodePropertiesOption);
    return pattern;
}

QStringList wordsOf(const QString& text) {
    QStringList words;
    auto matches = wordPattern().globalMatch(text);
    while (matches.hasNext())
        words.append(matches.next().captured());
    return words;
}

QString firstWordOf(const QString& text) {
    return wordPattern().match(text).captured();
}

/// Those by which one is called without the others: any of a person's or a state's name, the last of an organisation's.
QStringList tellingWordsOf(const model::Actor& actor) {
    QStringList telling;
    for (const QString& name : {actor.name, actor.shortName}) {
        const QStringList words = wordsOf(name);
        if (words.size() < 2)
            continue;
        if (actor.kind == ActorKind::Person || actor.kind == ActorKind::State)
            telling += words;
        else if (actor.kind == ActorKind::Organisation)
            telling += words.last();
    }
    telling.removeDuplicates();
    return telling;
}

QStringList allNamesOf(const model::Actor& actor) {
    QStringList names{actor.name, actor.shortName};
    for (const model::Alias& alias : actor.aliases)
        names.append(alias.text);
    return names;
}

} // namespace

OrdinaryWords::OrdinaryWords(const model::Dossier& dossier) {
    const auto add = [this](const QString& text) {
        for (const QString& word : wordsOf(text))
            if (word.front().isLower())
                m_words.insert(word);
    };
    for (const model::Event& event : dossier.tables().events)
        for (const QString& text : {event.title, event.shortTitle, event.summary})
            add(text);
    for (const model::Actor& actor : dossier.tables().actors)
        add(actor.summary);
    for (const model::Scene& scene : dossier.tables().scenes)
        for (const QString& text : QStringList{scene.headline, scene.notes} + scene.points)
            add(text);
}

ActorNames::ActorNames(const model::Dossier& dossier, OrdinaryWords ordinary) : m_ordinary(std::move(ordinary)) {
    const auto& actors = dossier.tables().actors;
    for (qsizetype i = 0; i < actors.size(); ++i)
        addNames(actors.at(i), model::ActorId(i));
    addParts(dossier);
    for (QList<Name>& names : m_names)
        std::stable_sort(names.begin(), names.end(),
                         [](const Name& a, const Name& b) { return a.text.size() > b.text.size(); });
}

void ActorNames::addNames(const model::Actor& actor, model::ActorId id) {
    for (const QString& name : allNamesOf(actor))
        add(name, id, false);
    if (actor.code.size() >= shortestCode)
        add(actor.code, id, false);
}

void ActorNames::addParts(const model::Dossier& dossier) {
    const auto& actors = dossier.tables().actors;
    QHash<QString, QSet<model::ActorId>> namedSo;
    for (qsizetype i = 0; i < actors.size(); ++i)
        for (const QString& name : allNamesOf(actors.at(i)))
            for (const QString& word : wordsOf(name))
                namedSo[word].insert(model::ActorId(i));
    for (qsizetype i = 0; i < actors.size(); ++i)
        for (const QString& word : tellingWordsOf(actors.at(i)))
            if (word.size() >= shortestPart && word.front().isUpper() && namedSo.value(word).size() == 1 &&
                !m_ordinary.contains(word))
                add(word, model::ActorId(i), true);
}

void ActorNames::add(const QString& text, model::ActorId id, bool isPart) {
    const auto match = wordPattern().match(text);
    if (!match.hasMatch())
        return;
    const QString name = text.mid(match.capturedStart()).trimmed();
    const bool isLong = wordsOf(name).size() > 1;
    m_names[match.captured().toLower()].append({name, id, isLong ? Qt::CaseInsensitive : Qt::CaseSensitive, isPart});
}

QList<ActorNames::Found> ActorNames::in(const QString& text) const {
    QList<Found> found;
    qsizetype from = 0;
    auto matches = wordPattern().globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        if (match.capturedStart() < from)
            continue;
        if (const auto name = at(text, match.capturedStart(), match.captured().toLower())) {
            found.append(*name);
            from = name->start + name->length;
        }
    }
    return found;
}

std::optional<ActorNames::Found> ActorNames::at(const QString& text, qsizetype start, const QString& word) const {
    const auto names = m_names.constFind(word);
    if (names == m_names.constEnd())
        return {};
    for (const Name& name : *names) {
        const qsizetype end = start + name.text.size();
        const bool isWhole = end >= text.size() || !text.at(end).isLetterOrNumber();
        if (isWhole && text.mid(start, name.text.size()).compare(name.text, name.sensitivity) == 0 &&
            !(name.isPart && isWithinName(text, start, end)))
            return Found{start, name.text.size(), name.actor};
    }
    return {};
}

/// Whether a neighbouring word belongs to the same name, which then is another's: "Eurasian Economic Union".
bool ActorNames::isWithinName(const QString& text, qsizetype start, qsizetype end) const {
    const auto isName = [this](const QString& word) {
        return !word.isEmpty() && word.front().isUpper() && !m_ordinary.contains(word);
    };
    const QString before = text.left(start), after = text.mid(end);
    const QString previous = before.endsWith(' ') ? before.trimmed().section(' ', -1) : QString();
    const QString next = after.startsWith(' ') ? firstWordOf(after.trimmed().section(' ', 0, 0)) : QString();
    return isName(previous) || isName(next);
}

} // namespace entente::pictures
