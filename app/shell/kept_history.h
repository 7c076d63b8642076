#pragma once

#include "app/shell/document.h"
#include "app/shell/settings.h"

namespace entente::shell {

/// Keeps the views of each recent file between runs: what was seen last time can be gone back to.
class KeptHistory : public QObject {
    Q_OBJECT

public:
    KeptHistory(exploration::Exploration& exploration, const Document& document, Settings& settings,
                QObject* parent = nullptr);

    /// Writes the views of the file that is open.
    void keep();

private:
    void recall();

    exploration::Exploration& m_exploration;
    const Document& m_document;
    Settings& m_settings;
    QString m_path; ///< of the file whose views are shown; empty: none
};

} // namespace entente::shell
