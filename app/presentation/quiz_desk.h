#pragma once

#include "app/presentation/quiz_panel.h"
#include "app/presentation/show.h"

class QKeyEvent;

namespace entente::presentation {

/// Presses a key in a quiz from another window, Page Down as Enter; the keys of covers are the show's. What means
/// nothing there goes nowhere.
void pressInQuiz(QuizPanel& quiz, Show& show, Desk desk, const QKeyEvent& event);

/// A quiz on a view as a slide shows it: nothing later than its moment, no dates and no names while these are hidden.
QuizOptions quizOfView(const model::Dossier& dossier, const exploration::View& view, const Slide& slide, quint64 seed);

/// The quiz as the audience sees it, on the console; a click in it is one in the quiz.
class QuizMirror : public QWidget {
    Q_OBJECT

public:
    explicit QuizMirror(QWidget* parent = nullptr);

    /// Null: none.
    void setQuiz(QuizPanel* quiz);
    QuizPanel* quiz() const { return m_quiz; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    QRectF frame() const;

    QuizPanel* m_quiz = nullptr;
};

} // namespace entente::presentation
