#include "tests/relations/view/support_network.h"

#include "app/theme/style.h"

#include <QMenu>
#include <QTest>
#include <QTimer>

namespace entente::test {

using namespace model;

namespace {

Edtf date(const QString& text) {
    const auto parsed = Edtf::parse(text);
    Q_ASSERT(parsed);
    return *parsed;
}

void addActor(Tables& tables, ActorKind kind, const char* key, const char* name, const char* code = "",
              Pole pole = Pole::None) {
    Actor actor;
    actor.key = QString::fromLatin1(key);
    actor.kind = kind;
    actor.name = QString::fromLatin1(name);
    actor.code = QString::fromLatin1(code);
    actor.pole = pole;
    tables.actors.append(actor);
}

void addType(Tables& tables, const char* key, LineForm form, Tenor tenor, Meaning meaning) {
    const QString word = QString::fromLatin1(key);
    tables.relationTypes.append({word, word, {}, false, form, tenor, meaning});
}

void addTie(Tables& tables, const char* key, qsizetype from, qsizetype type, qsizetype to, const char* begin,
            const char* end) {
    const QString word = QString::fromLatin1(key), last = QString::fromLatin1(end);
    Period period;
    period.key = word + QStringLiteral("-1");
    period.relationship = RelationshipId(tables.relationships.size());
    period.from = {PeriodBound::Kind::Dated, date(QString::fromLatin1(begin))};
    period.to = last == QLatin1String("..") ? PeriodBound{PeriodBound::Kind::Open, {}}
                                            : PeriodBound{PeriodBound::Kind::Dated, date(last)};
    period.state = PeriodState::InForce;
    tables.relationships.append({word, ActorId(from), ActorId(to), RelationTypeId(type), {}, {}, {}});
    tables.periods.append(period);
}

} // namespace

Day day(const QString& text) {
    return date(text).earliest().day;
}

Tables smallNetwork() {
    Tables tables;
    tables.head.openingMoment = QStringLiteral("2016-01-01");
    addActor(tables, ActorKind::State, "north", "Northland", "NO", Pole::Left);
    addActor(tables, ActorKind::State, "south", "Southland", "SO", Pole::Right);
    addActor(tables, ActorKind::State, "west", "Westland", "WE");
    addActor(tables, ActorKind::State, "east", "Eastland", "EA");
    addActor(tables, ActorKind::Person, "berg", "Anna Berg");
    addActor(tables, ActorKind::Organisation, "council", "Council");
    addActor(tables, ActorKind::Agreement, "treaty", "Treaty of friendship");
    addActor(tables, ActorKind::Agreement, "pact", "Pact of three");
    addType(tables, "party", LineForm::Double, Tenor::Cooperation, Meaning::Party);
    addType(tables, "office", LineForm::Plain, Tenor::Neutral, Meaning::Office);
    addType(tables, "sanctions", LineForm::Bar, Tenor::Pressure, Meaning::Other);
    addType(tables, "hostilities", LineForm::Jag, Tenor::Conflict, Meaning::Other);
    addType(tables, "trade", LineForm::Single, Tenor::Cooperation, Meaning::Other);
    addTie(tables, "north-treaty", 0, 0, 6, "2001-03-12", "..");
    addTie(tables, "south-treaty", 1, 0, 6, "2001-03-12", "..");
    addTie(tables, "north-pact", 0, 0, 7, "2015-07-14", "..");
    addTie(tables, "south-pact", 1, 0, 7, "2015-07-14", "..");
    addTie(tables, "west-pact", 2, 0, 7, "2015-07-14", "2018-05-08");
    addTie(tables, "berg-office", 4, 1, 0, "2010-01-01", "..");
    addTie(tables, "council-seat", 5, 1, 1, "2012-01-01", "..");
    addTie(tables, "west-sanctions", 2, 2, 1, "2006-12-23", "..");
    addTie(tables, "east-hostilities", 3, 3, 1, "2024-04-01", "2025-06-24");
    addTie(tables, "west-east", 2, 4, 3, "2003-01-01", "..");
    addTie(tables, "north-east", 0, 4, 3, "2008-01-01", "2016-06-06");
    addTie(tables, "north-south", 0, 4, 1, "2019-01-01", "..");
    return tables;
}

void prepareApplication() {
    QVERIFY(theme::loadFonts());
    QApplication::setStyle(new theme::Style(theme::Theme()));
}

Stage::Stage(QSize size) {
    QObject::connect(&exploration, &exploration::Exploration::changeWished, &view, [this](const Change& change) {
        const auto applied = apply(*exploration.dossier(), change);
        QVERIFY(applied);
        changes.append(change);
        m_before.append(exploration.dossier());
        exploration.replace(applied->dossier);
    });
    view.setAnimated(false);
    view.resize(size);
    exploration.open(std::make_shared<const Dossier>(smallNetwork()));
    view.show();
    QVERIFY(QTest::qWaitForWindowActive(&view));
    view.setFocus();
    QCOMPARE(view.size(), size);
    QVERIFY(view.isPlaced());
    m_start = exploration.view();
}

const relations::Node* Stage::nodeOf(const QString& key) const {
    for (const relations::Node& node : scene().nodes)
        if (node.subject() == find(key))
            return &node;
    return nullptr;
}

QPointF Stage::seenAt(const QString& key) const {
    return relations::anchorOf(scene(), find(key)).value_or(QPointF());
}

QPointF Stage::ground(double around) const {
    // Within what the network fills, so that a node can be dropped there.
    const double filled = std::min(1.0, exploration.view().network.zoom);
    const double share = (1 - filled) / 2 + 0.2 * filled;
    QRectF canvas = scene().canvas;
    canvas = canvas.marginsRemoved(QMarginsF(1, 1, 1, 1) * (share * canvas.height()));
    for (double y = canvas.top(); y < canvas.bottom(); y += 9)
        for (double x = canvas.left(); x < canvas.right(); x += 9)
            if (model::isNothing(relations::hit(scene(), {x, y}, around)) &&
                std::none_of(scene().nodes.begin(), scene().nodes.end(), [&](const relations::Node& node) {
                    return node.frame.united(node.nameBox).adjusted(-around, -around, around, around).contains(x, y);
                }))
                return {x, y};
    return {};
}

QHash<QString, QRectF> Stage::frames() const {
    QHash<QString, QRectF> frames;
    for (const relations::Node& node : scene().nodes)
        frames.insert(exploration.dossier()->keyOf(node.subject()), node.frame);
    return frames;
}

QStringList Stage::menu(QContextMenuEvent::Reason reason, QPointF at, const QString& choice) {
    QStringList names;
    QTimer::singleShot(0, qApp, [&] {
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QAction* chosen = nullptr;
        for (QAction* action : menu->actions()) {
            names.append(QString(action->text()).remove('&'));
            chosen = names.last() == choice ? action : chosen;
        }
        if (chosen)
            chosen->trigger();
        menu->close();
    });
    QContextMenuEvent event(reason, at.toPoint(), view.mapToGlobal(at.toPoint()));
    QApplication::sendEvent(&view, &event);
    return names;
}

void Stage::undo() {
    exploration.replace(m_before.takeLast());
    changes.removeLast();
}

void Stage::reset() {
    if (!m_before.isEmpty())
        exploration.replace(m_before.first());
    m_before.clear();
    changes.clear();
    exploration.hover({});
    exploration.restore(m_start);
    // A menu takes the focus with it.
    view.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&view));
}

} // namespace entente::test
