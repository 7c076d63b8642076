#pragma once

#include "app/pictures/presets.h"
#include "app/shell/settings.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QSpinBox>
#include <QWidget>

namespace entente::shell {

/// What a picture is for, what it shows and how: a form. What is chosen is remembered by what the picture is for.
class ExportChoices : public QWidget {
    Q_OBJECT

public:
    ExportChoices(const exploration::Exploration& exploration, const wording::Wording& wording, Settings& settings,
                  theme::Scheme scheme, QWidget* parent = nullptr);

    /// Errors: a date that cannot be read, a span that ends before it begins.
    model::Result<pictures::Request> request() const;
    pictures::Preset preset() const;
    void choose(pictures::Preset preset);
    void remember();

signals:
    void changed();

private:
    void addRows();
    void follow();
    QComboBox* addChoice(const QString& label, const QStringList& texts);
    QLineEdit* addLine(const QString& label, const QString& placeholder);
    QSpinBox* addSide(const QString& label);
    void load(pictures::Preset preset);
    void suggestMoments(pictures::Preset preset);
    void enableRows();
    model::Result<void> readMoments(pictures::Request& request) const;
    model::Result<void> readSpan(pictures::Request& request) const;

    const exploration::Exploration& m_exploration;
    const wording::Wording& m_wording;
    Settings& m_settings;
    theme::Scheme m_windowScheme;
    QString m_suggested; ///< moments
    pictures::Preset m_loaded = pictures::Preset::Document;
    QFormLayout* m_form;
    QComboBox* m_preset = nullptr;
    QComboBox* m_content = nullptr;
    QLineEdit* m_moments = nullptr;
    QComboBox* m_span = nullptr;
    QLineEdit* m_from = nullptr;
    QLineEdit* m_to = nullptr;
    QComboBox* m_bands = nullptr;
    QComboBox* m_format = nullptr;
    QComboBox* m_scheme = nullptr;
    QSpinBox* m_width = nullptr;
    QSpinBox* m_height = nullptr;
    QComboBox* m_scale = nullptr;
};

} // namespace entente::shell
