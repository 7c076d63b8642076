#pragma once

#include "app/pictures/handout_file.h"
#include "app/theme/theme.h"

#include <QComboBox>
#include <QDialog>
#include <QFormLayout>

namespace entente::shell {

/// Which story to write, and as what.
class StoryDialog : public QDialog {
    Q_OBJECT

public:
    enum class Kind : quint8 { Slides, Pages, Handout, Pictures };

    explicit StoryDialog(const model::Dossier& dossier, QWidget* parent = nullptr);

    model::StoryId story() const { return model::StoryId(m_story->currentIndex()); }
    Kind kind() const { return static_cast<Kind>(m_kind->currentIndex()); }
    pictures::StoryOptions options() const;
    pictures::HandoutOptions handout() const;
    int scale() const { return m_scale->currentIndex() + 1; } ///< of pictures: pixels for a logical one

private:
    QComboBox* addChoice(const QString& label, const QStringList& texts);
    QString language() const { return m_language->currentData().toString(); }
    void enableRows();

    QFormLayout* m_form;
    QComboBox* m_story;
    QComboBox* m_kind;
    QComboBox* m_perPage;
    QComboBox* m_blank;
    QComboBox* m_scheme;
    QComboBox* m_language;
    QComboBox* m_scale;
};

} // namespace entente::shell
