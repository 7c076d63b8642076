#pragma once

#include "app/pictures/picture.h"
#include "app/relations/layout/places.h"

#include <QJsonArray>
#include <QJsonObject>

namespace entente::pictures {

struct WebText {
    Q_DECLARE_TR_FUNCTIONS(entente::pictures::WebPage)
};

/// Counts the rows of a page that are made and asks now and then whether to go on.
class WebSteps {
public:
    /// @param all rows, for the share that is done
    WebSteps(const Progress& progress, qsizetype all) : m_progress(progress), m_all(std::max<qsizetype>(1, all)) {}

    /// Before each row: false once the work was ended.
    bool next() {
        if (!m_isEnded && m_done++ % rowsBetween == 0 && m_progress)
            m_isEnded = !m_progress(std::min(1.0, static_cast<double>(m_done) / static_cast<double>(m_all)));
        return !m_isEnded;
    }
    bool isEnded() const { return m_isEnded; }

private:
    static constexpr qsizetype rowsBetween = 64;

    const Progress& m_progress;
    qsizetype m_all;
    qsizetype m_done = 0;
    bool m_isEnded = false;
};

/// Every row of the dossier that the page's script shows, with the words and days that follow from it. Things are
/// named by row; days that lie without end are null. What `steps` end is unfinished, here as below.
QJsonObject webData(const model::DossierPointer& dossier, const relations::Places& places,
                    const wording::Wording& wording, WebSteps& steps);

/// Relationships, periods, part-of links and agreements of two parties, as the script needs them to make the network of
/// any moment as model::networkAt does.
void addWebTies(QJsonObject& data, const model::Dossier& dossier, const wording::Wording& wording, WebSteps& steps);

/// What the script says, by its names for it.
QJsonObject webWords(const wording::Wording& wording);

/// The lists of events, ties and sources as markup, each row an element with its row's number.
QString webLists(const model::Dossier& dossier, const wording::Wording& wording, WebSteps& steps);

/// A text as markup: escaped, without characters that HTML forbids.
QString webEscaped(const QString& text);

} // namespace entente::pictures
