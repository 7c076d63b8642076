#pragma once

#include "app/presentation/quiz_layout.h"
#include "app/theme/spoken_rows.h"

#include <QTimer>
#include <QWidget>

namespace entente::presentation {

/// How many were asked and how many of them were right: of the class, without names. "When was it?" counts as right
/// from half the marks on.
struct QuizTotals {
    int asked = 0;
    int right = 0;

    bool operator==(const QuizTotals&) const = default;
};

/// One question at a time, large, for the audience picture; answered by keys or clicks. Enter shows the answer with
/// its sources, once there is one, and then goes on; Esc leaves at any time. Digits choose a card, or place it next in
/// order (Backspace takes the last back); left and right move the focus, or the marker of the axis (Shift: further);
/// up and down move the focused card in order, else the focus. Space chooses the focused card.
class QuizPanel : public QWidget, public theme::SpokenRows {
    Q_OBJECT

public:
    /// Ends after `count` questions with the totals, or at once with a sentence if none can be made. `wording` must
    /// outlive it.
    QuizPanel(const QuizMaker& maker, int count, const theme::Theme& theme, const wording::Wording& wording,
              QWidget* parent = nullptr);

    void setTheme(const theme::Theme& theme);
    /// Time for each question, after which the answer is shown; 0, as at first: as long as one likes.
    void setSeconds(int seconds);
    /// Shows this question in place of the present one, as not answered yet.
    void ask(const Question& question);

    const Question& question() const { return m_question; }
    const QuizState& state() const { return m_state; }
    const QuizTotals& totals() const { return m_totals; }
    /// As it is drawn now.
    QuizSheet sheet() const;

    qsizetype rowCount() const override;
    QString rowText(qsizetype row) const override;
    QRectF rowRect(qsizetype row) const override;
    bool isRowSelected(qsizetype row) const override;

signals:
    /// Another question stands there, or another state of it.
    void changed();
    void ended();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;

private:
    void goOn();
    void askNext();
    void reveal();
    void press(int number);
    void place(int choice);
    void takeBack();
    void arrow(int key, bool isFar);
    void moveMarker(model::Day day);
    void moveCard(int by);
    void tick();
    void tell();
    QString totalsWords() const;
    void paintCard(QPainter& painter, const QuizCard& card, double unit) const;
    void paintPicture(QPainter& painter, const QuizSheet& sheet) const;
    void paintAxis(QPainter& painter, const QuizSheet& sheet, double unit) const;
    void paintTexts(QPainter& painter, const QuizSheet& sheet) const;

    QuizMaker m_maker;
    int m_count;
    theme::Theme m_theme;
    const wording::Wording& m_wording;
    Question m_question;
    QuizState m_state;
    QuizTotals m_totals;
    QTimer m_timer;
    int m_seconds = 0;
    int m_left = 0;
};

} // namespace entente::presentation
