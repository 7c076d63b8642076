#pragma once

#include "app/presentation/picture_view.h"

#include <QTimer>

class QLabel;
class QScreen;

namespace entente::presentation {

class DeskButton;
class QuizPanel;

/// The window that the audience sees: the picture and nothing else. Where there is but one screen, a thin strip of
/// buttons comes at the bottom when the mouse is moved, and goes again.
class AudienceWindow : public QWidget {
    Q_OBJECT

public:
    explicit AudienceWindow(Stage& stage);

    /// Fills a screen.
    void showOn(QScreen& screen);
    /// Whether it has the strip: there is no console then.
    void setAlone(bool alone);
    bool isAlone() const { return m_alone; }
    /// The quiz takes the picture's place until it is taken away by null.
    void showQuiz(QuizPanel* quiz);
    /// A word in the strip, if there is one, until the show goes on.
    void showNote(const QString& text);
    const QString& note() const { return m_note; }
    bool showsStrip() const { return m_strip->isVisible(); }

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void fillStrip();
    void refreshStrip();
    void showStrip();
    void placeStrip();

    Stage& m_stage;
    PictureView* m_picture;
    QuizPanel* m_quiz = nullptr;
    QWidget* m_strip;
    QLabel* m_notice;
    QList<std::pair<Deed, DeskButton*>> m_buttons;
    QTimer m_hide;
    QString m_note;
    bool m_alone = false;
};

} // namespace entente::presentation
