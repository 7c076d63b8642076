#include "app/shell/scene_dialog.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>

namespace entente::shell {

namespace {
// What can be read from the back of a room (interface 5.2).
constexpr int longestSceneHeadline = 60;
constexpr int longestPoint = 32;
constexpr int pointsOfScene = 3;
constexpr int longestScene = 3600; // seconds
constexpr int longestAnswer = 200;
} // namespace

SceneDialog::SceneDialog(const model::Scene& scene, QWidget* parent) : QDialog(parent), m_scene(scene) {
    setWindowTitle(tr("Edit Scene"));
    auto* form = new QFormLayout(this);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_headline = addField(*form, tr("&Headline"), scene.headline, longestSceneHeadline);
    addPoints(*form);
    m_notes = new QPlainTextEdit(scene.notes);
    m_notes->setTabChangesFocus(true);
    m_notes->setPlaceholderText(tr("Only you see them. Markdown"));
    m_notes->setMinimumHeight(72);
    form->addRow(tr("&Notes"), m_notes);
    m_notes->setAccessibleName(tr("Notes"));
    addRest(*form);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    form->addRow(buttons);
    resize(560, sizeHint().height());
}

/// What is there already is never cut.
QLineEdit* SceneDialog::addField(QFormLayout& form, const QString& label, const QString& text, int longest) {
    auto* field = new QLineEdit;
    field->setMaxLength(std::max(longest, static_cast<int>(text.size())));
    field->setText(text);
    field->setCursorPosition(0);
    field->setPlaceholderText(tr("up to %n character(s)", nullptr, longest));
    field->setAccessibleName(QString(label).remove('&'));
    form.addRow(label, field);
    return field;
}

void SceneDialog::addPoints(QFormLayout& form) {
    const qsizetype count = std::max<qsizetype>(pointsOfScene, m_scene.points.size());
    for (qsizetype i = 0; i < count; ++i)
        m_points.append(addField(form, tr("Point &%1").arg(i + 1), m_scene.points.value(i), longestPoint));
}

void SceneDialog::addRest(QFormLayout& form) {
    m_seconds = new QSpinBox;
    m_seconds->setRange(0, std::max(longestScene, m_scene.seconds));
    m_seconds->setSpecialValueText(tr("as usual, 60 s"));
    m_seconds->setSuffix(tr(" s", "seconds"));
    m_seconds->setSingleStep(10);
    m_seconds->setValue(m_scene.seconds);
    m_seconds->setAccessibleName(tr("Time"));
    form.addRow(tr("&Time"), m_seconds);
    m_question = addField(form, tr("&Question"), m_scene.question, longestAnswer);
    m_answer = addField(form, tr("&Answer"), m_scene.answer, longestAnswer);
    m_hideLater = addSwitch(form, tr("Hide &later events"), m_scene.hideLater);
    m_hideDates = addSwitch(form, tr("Hide &dates"), m_scene.hideDates);
    m_hideNames = addSwitch(form, tr("Hide na&mes"), m_scene.hideNames);
}

QCheckBox* SceneDialog::addSwitch(QFormLayout& form, const QString& text, bool on) {
    auto* box = new QCheckBox(text);
    box->setChecked(on);
    form.addRow(QString(), box);
    return box;
}

model::Scene SceneDialog::scene() const {
    model::Scene scene = m_scene;
    scene.headline = m_headline->text().trimmed();
    scene.points.clear();
    for (const QLineEdit* point : m_points)
        if (const QString text = point->text().trimmed(); !text.isEmpty())
            scene.points.append(text);
    scene.notes = m_notes->toPlainText();
    scene.seconds = m_seconds->value();
    scene.question = m_question->text().trimmed();
    scene.answer = m_answer->text().trimmed();
    scene.hideLater = m_hideLater->isChecked();
    scene.hideDates = m_hideDates->isChecked();
    scene.hideNames = m_hideNames->isChecked();
    return scene;
}

} // namespace entente::shell
