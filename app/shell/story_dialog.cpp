#include "app/shell/story_dialog.h"

#include <QDialogButtonBox>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace entente::shell {

namespace {
constexpr int scenesPerPage[] = {2, 3, 4, 6};
constexpr int usualPerPage = 2; // place in that list

QStringList languagesOf(const model::Dossier& dossier) {
    QStringList languages;
    for (const model::Translation& translation : dossier.tables().translations)
        if (!translation.language.isEmpty() && !languages.contains(translation.language))
            languages.append(translation.language);
    std::sort(languages.begin(), languages.end());
    return languages;
}
} // namespace

StoryDialog::StoryDialog(const model::Dossier& dossier, QWidget* parent) : QDialog(parent), m_form(new QFormLayout) {
    setWindowTitle(tr("Export Story"));
    QStringList titles;
    for (const model::Story& story : dossier.tables().stories)
        titles.append(story.title);
    m_story = addChoice(tr("&Story"), titles);
    m_kind = addChoice(tr("&As"), {tr("Slides (PPTX)"), tr("Pages, one a scene (PDF)"), tr("Handout (PDF)"),
                                   tr("Pictures, one a scene (PNG)")});
    QStringList counts;
    for (const int count : scenesPerPage)
        counts.append(tr("%n scene(s)", nullptr, count));
    m_perPage = addChoice(tr("A &page has"), counts);
    m_perPage->setCurrentIndex(usualPerPage);
    m_blank = addChoice(tr("&Blanks for"), {tr("Nothing"), tr("Dates"), tr("Names"), tr("Labels")});
    m_scheme = addChoice(tr("&Colours"), {tr("Light"), tr("Dark")});
    m_language = addChoice(tr("&Language"), {tr("As the dossier is written")});
    for (const QString& language : languagesOf(dossier))
        m_language->addItem(QLocale::languageToString(QLocale(language).language()), language);
    m_scale = addChoice(tr("&Density"), {tr("1×"), tr("2×"), tr("3×"), tr("4×")});
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    auto* accepting = buttons->addButton(tr("&Export…"), QDialogButtonBox::AcceptRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &StoryDialog::enableRows);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(m_form);
    layout->addWidget(buttons);
    accepting->setDefault(true);
    enableRows();
}

QComboBox* StoryDialog::addChoice(const QString& label, const QStringList& texts) {
    auto* choice = new QComboBox;
    choice->addItems(texts);
    choice->setAccessibleName(QString(label).remove('&'));
    m_form->addRow(label, choice);
    return choice;
}

void StoryDialog::enableRows() {
    const bool isHandout = kind() == Kind::Handout;
    const auto enable = [this](QWidget* field, bool isEnabled) {
        field->setEnabled(isEnabled);
        m_form->labelForField(field)->setEnabled(isEnabled);
    };
    for (QComboBox* choice : {m_perPage, m_blank})
        enable(choice, isHandout);
    enable(m_scheme, !isHandout);
    enable(m_scale, kind() == Kind::Pictures);
    enable(m_language, m_language->count() > 1);
}

pictures::StoryOptions StoryDialog::options() const {
    pictures::StoryOptions options;
    options.scheme = m_scheme->currentIndex() == 1 ? theme::Scheme::Dark : theme::Scheme::Light;
    options.language = language();
    return options;
}

pictures::HandoutOptions StoryDialog::handout() const {
    pictures::HandoutOptions options;
    options.perPage = scenesPerPage[m_perPage->currentIndex()];
    options.blank = static_cast<pictures::Blank>(m_blank->currentIndex());
    options.language = language();
    return options;
}

} // namespace entente::shell
