#pragma once

#include "app/pictures/picture.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTimer>

namespace entente::shell {

/// What picture to export: choices left, the true picture right.
class ExportDialog : public QDialog {
    Q_OBJECT

public:
    ExportDialog(exploration::Exploration& exploration, const wording::Wording& wording, theme::Scheme scheme,
                 QWidget* parent = nullptr);

    pictures::Request request() const;

private:
    QWidget* makeChoices();
    QWidget* makePicture();
    void showPicture();
    QComboBox* addChoice(QFormLayout* form, const QString& label, const QStringList& texts);

    exploration::Exploration& m_exploration;
    const wording::Wording& m_wording;
    QComboBox* m_content = nullptr;
    QComboBox* m_format = nullptr;
    QComboBox* m_span = nullptr;
    QComboBox* m_bands = nullptr;
    QComboBox* m_scheme = nullptr;
    QSpinBox* m_width = nullptr;
    QSpinBox* m_height = nullptr;
    QComboBox* m_scale = nullptr;
    QLabel* m_picture = nullptr;
    QLabel* m_words = nullptr;
    QPushButton* m_accept = nullptr;
    QTimer m_delay;
};

} // namespace entente::shell
