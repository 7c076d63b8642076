#pragma once

#include "db/model/values.h"

#include <QDialog>

class QCheckBox;
class QFormLayout;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;

namespace entente::shell {

/// The words of a scene: headline, points, notes, time, question and answer, and what the audience does not see.
class SceneDialog : public QDialog {
    Q_OBJECT

public:
    explicit SceneDialog(const model::Scene& scene, QWidget* parent = nullptr);

    /// The scene as it is written now.
    model::Scene scene() const;

private:
    QLineEdit* addField(QFormLayout& form, const QString& label, const QString& text, int longest);
    void addPoints(QFormLayout& form);
    void addRest(QFormLayout& form);
    QCheckBox* addSwitch(QFormLayout& form, const QString& text, bool on);

    model::Scene m_scene;
    QLineEdit* m_headline = nullptr;
    QList<QLineEdit*> m_points;
    QPlainTextEdit* m_notes = nullptr;
    QSpinBox* m_seconds = nullptr;
    QLineEdit* m_question = nullptr;
    QLineEdit* m_answer = nullptr;
    QCheckBox* m_hideLater = nullptr;
    QCheckBox* m_hideDates = nullptr;
    QCheckBox* m_hideNames = nullptr;
};

} // namespace entente::shell
