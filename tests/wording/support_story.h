#pragma once

#include "db/model/network.h"

#include <QTranslator>

namespace entente::test {

/// A dossier of two actors with an event for each list of date claims; the first claim of each is in use.
model::DossierPointer dossierOf(const QList<QStringList>& claims);

/// The bound of a period as a file holds it.
model::PeriodBound periodBound(const QString& text);

/// Says "1 day" and "2 days" where the source says "%n day(s)".
class EnglishPlurals : public QTranslator {
public:
    QString translate(const char* context, const char* source, const char* disambiguation, int n) const override;
    bool isEmpty() const override { return false; }
};

} // namespace entente::test
