#pragma once

#include "app/shell/export_choices.h"
#include "app/shell/export_queue.h"
#include "app/shell/picture_preview.h"

#include <QDialog>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>

namespace entente::shell {

/// What picture to export: choices left, the true picture right, its alt text below. Copies and prints it itself;
/// accepted, it is to be written.
class ExportDialog : public QDialog {
    Q_OBJECT

public:
    ExportDialog(exploration::Exploration& exploration, const wording::Wording& wording, Settings& settings,
                 ExportQueue& queue, theme::Scheme scheme, QWidget* parent = nullptr);

    /// With the alt text as it was edited. Of a dialog that was accepted.
    pictures::Request request() const;

private:
    QWidget* makeChoices();
    QWidget* makePicture();
    QWidget* makePages();
    QWidget* makeButtons();
    void showPicture();
    void showWords(const QString& words);
    void enableButtons();
    void turn(qsizetype by);
    void showPage();
    void copy();
    void print();

    exploration::Exploration& m_exploration;
    wording::Wording m_wording;
    ExportQueue& m_queue;
    ExportChoices* m_choices;
    PicturePreview* m_preview;
    QWidget* m_pages = nullptr; ///< to turn from the picture to what follows it in its file
    QToolButton* m_back = nullptr;
    QToolButton* m_forward = nullptr;
    QLabel* m_page = nullptr;
    QPlainTextEdit* m_words = nullptr;
    QPushButton* m_reset = nullptr; ///< generates the alt text again
    QLabel* m_said = nullptr;
    QPushButton* m_accept = nullptr;
    QPushButton* m_copy = nullptr;
    QPushButton* m_print = nullptr;
    QString m_generated; ///< the alt text that nobody has edited
    QTimer m_delay;
};

/// The wish to put a picture on the clipboard: as PNG, as SVG, and in words.
ExportQueue::Wish copyingOf(const model::DossierPointer& dossier, const pictures::Request& request,
                            const wording::Wording& wording, const std::function<void()>& done);

} // namespace entente::shell
