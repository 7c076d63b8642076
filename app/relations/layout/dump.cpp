#include "app/relations/layout/scene.h"

#include <QStringList>

namespace entente::relations {

namespace {

QString textOf(const QRectF& rect) {
    return QStringLiteral("%1,%2 %3x%4")
        .arg(qRound(rect.left()))
        .arg(qRound(rect.top()))
        .arg(qRound(rect.width()))
        .arg(qRound(rect.height()));
}

QString flags(std::initializer_list<std::pair<bool, const char*>> all) {
    QString text;
    for (const auto& [set, word] : all)
        text += set ? QStringLiteral(" ") + QLatin1String(word) : QString();
    return text;
}

QString textOf(const Node& node, const model::Dossier& dossier) {
    QString text = QStringLiteral("node %1 %2").arg(dossier.actor(node.actor).key, wordOf(node.kind));
    text += flags({{node.pole, "pole"},
                   {!node.onStage, "off-stage"},
                   {node.pinned, "pinned"},
                   {node.pending, "pending"},
                   {node.dimmed, "dimmed"},
                   {node.selected, "selected"},
                   {node.focused, "focus"}});
    if (!node.statusBox.isNull())
        text += QStringLiteral(" \"%1\"").arg(node.status);
    return text + QStringLiteral(" at ") + textOf(node.frame);
}

QString textOf(const Line& line, const model::Dossier& dossier) {
    QString text = QStringLiteral("tie %1: %2 to %3, %4 %5")
                       .arg(dossier.keyOf(line.subject), dossier.actor(line.from).key, dossier.actor(line.to).key,
                            wordOf(line.form), wordOf(line.tenor));
    text += flags({{line.directed, "directed"},
                   {line.pending, "pending"},
                   {line.ended, "ended"},
                   {line.dimmed, "dimmed"},
                   {line.selected, "selected"},
                   {line.path.size() > 2, "curved"}});
    if (!line.label.isEmpty())
        text += QStringLiteral(" \"%1\"%2").arg(line.label, line.labelBox.isNull() ? QStringLiteral(" hidden") : "");
    return text;
}

} // namespace

QString dump(const Scene& scene, const model::Dossier& dossier) {
    QStringList lines;
    for (const Line& line : scene.lines)
        lines << textOf(line, dossier);
    for (const Node& node : scene.nodes)
        lines << textOf(node, dossier);
    for (const LegendItem& item : scene.legend)
        lines << QStringLiteral("legend ") + item.text;
    if (!scene.emptyText.isEmpty())
        lines << QStringLiteral("empty ") + scene.emptyText;
    return lines.join(u'\n') + u'\n';
}

} // namespace entente::relations
