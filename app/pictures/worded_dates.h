#pragma once

#include "app/pictures/actor_names.h"
#include "app/wording/wording.h"

#include <QRegularExpression>

namespace entente::pictures {

/// Finds dates in texts as a wording writes them, with short or full names of months.
class WordedDates {
public:
    struct Found {
        qsizetype start = 0, length = 0;
        QString date; ///< one way for all that mean the same: "12 Mar 2001" for "12 March 2001"
    };

    WordedDates(const model::Dossier& dossier, OrdinaryWords ordinary, const wording::Wording& wording);

    /// From left to right.
    /// @param year in which days without a year are sought: on which an event of the dossier was
    QList<Found> in(const QString& text, std::optional<qint64> year = {}) const;

private:
    QString dateOf(const QRegularExpressionMatch& match, std::optional<qint64> year) const;

    OrdinaryWords m_ordinary;
    wording::Wording m_wording;
    QStringList m_months, m_shortMonths;
    QRegularExpression m_pattern;
    QSet<model::Day> m_days; ///< of events whose day is known
};

} // namespace entente::pictures
