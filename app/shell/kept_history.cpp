#include "app/shell/kept_history.h"

#include "app/exploration/view_record.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace entente::shell {

using exploration::Exploration;

KeptHistory::KeptHistory(Exploration& exploration, const Document& document, Settings& settings, QObject* parent)
    : QObject(parent), m_exploration(exploration), m_document(document), m_settings(settings) {
    connect(&m_exploration, &Exploration::aboutToOpen, this, &KeptHistory::keep);
    connect(&m_document, &Document::opened, this, &KeptHistory::recall);
}

void KeptHistory::keep() {
    if (m_path.isEmpty() || m_document.isPreviewing())
        return;
    m_exploration.remember();
    QJsonArray records;
    for (const exploration::View& view : m_exploration.history())
        records.append(exploration::recordOf(view, *m_exploration.dossier()));
    m_settings.setViews(m_path, QJsonDocument(records).toJson(QJsonDocument::Compact));
}

void KeptHistory::recall() {
    m_path = m_document.path();
    QList<exploration::View> views;
    for (const auto& record : QJsonDocument::fromJson(m_settings.views(m_path)).array())
        if (const auto view = exploration::viewOf(record.toObject(), *m_exploration.dossier()))
            views.append(*view);
    m_exploration.recall(views);
}

} // namespace entente::shell
