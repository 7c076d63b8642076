#include "db/model/lanes.h"

namespace entente::model {

static const QStringList words{QStringLiteral("theme"), QStringLiteral("actor"), QStringLiteral("kind"),
                               QStringLiteral("source"), QStringLiteral("tenor")};

QString wordOf(LanesBy by) {
    return words[static_cast<qsizetype>(by)];
}

std::optional<LanesBy> lanesByOf(const QString& word) {
    const qsizetype place = words.indexOf(word);
    return place < 0 ? std::nullopt : std::optional(static_cast<LanesBy>(place));
}

} // namespace entente::model
