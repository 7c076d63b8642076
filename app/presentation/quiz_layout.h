#pragma once

#include "app/presentation/quiz.h"
#include "app/theme/theme.h"

#include <QLineF>
#include <QRectF>

namespace entente::presentation {

/// How far the answering of a question is.
struct QuizState {
    enum class Phase : quint8 { Unable, Asked, Revealed, Finished };

    Phase phase = Phase::Unable;
    qsizetype chosen = -1;         ///< First, Missing, Changed
    QList<int> order;              ///< Order: choices from first to last as they lie
    int placed = 0;                ///< Order: how many digits have placed
    int focused = 0;               ///< the card with the keyboard focus: a choice, of Order a position
    std::optional<model::Day> day; ///< When: where the marker stands
    QString dayWords;              ///< of it
    QString notice;                ///< Unable: why; Finished: the totals as a sentence
    QString totals;                ///< "Right: 3 of 4", with the time left if there is any
    double marks = 0;              ///< once revealed

    /// Of cards in order all but the last, whose place follows.
    bool hasAnswer() const { return chosen >= 0 || day.has_value() || (placed > 0 && placed + 1 >= order.size()); }
};

/// A text where it stands, wrapped to its frame.
struct QuizText {
    QString text;
    QRectF frame;
    double size = 36; ///< pixels of the font
    bool isStrong = false;
    bool isQuiet = false;
    Qt::Alignment alignment = Qt::AlignLeft;
};

struct QuizCard {
    QRectF frame;
    int choice = 0;
    bool isFocused = false;
    bool isChosen = false;
    bool isRight = false; ///< only once revealed
};

/// A line of the picture, in two parts with its label between.
struct QuizLine {
    QLineF toLabel, fromLabel;
    model::LineForm form = model::LineForm::Plain;
    model::Tenor tenor = model::Tenor::Neutral;
    bool pending = false;
    bool isDirected = false;
    bool isTowardsHub = false; ///< directed to the hub
};

/// A question as plain geometry; pixels.
struct QuizSheet {
    QList<QuizText> texts;
    QList<QuizCard> cards;
    QList<QuizLine> lines; ///< Missing
    QList<QRectF> nodes;   ///< Missing: behind names
    QRectF axis;           ///< When: where clicks count; null: no axis
    QList<double> ticks;
    std::optional<double> marker;
    QList<QRectF> claims; ///< When, once revealed
};

/// The font of a text of the quiz.
QFont quizFont(const theme::Theme& theme, double size, bool isStrong);
/// Size that a text takes when wrapped to a width, between words if it can be.
QSizeF wrappedSize(const QString& text, const QFont& font, double width);

/// Lays a question out on a picture. No text is smaller than 36 pixels on 1080 lines, and all sizes follow the height;
/// those of cards are as large as there is room for (36 to 64). Texts are whole in their frames and apart from each
/// other if the picture is at least 4 to 3. With the answer stand as many of its sources as there is room for, and how
/// many there are.
QuizSheet layOut(const Question& question, const QuizState& state, QSizeF size, const theme::Theme& theme,
                 const wording::Wording& wording);

/// The day at a place on the axis, within its span.
model::Day dayAt(const Question& question, const QRectF& axis, double x);

} // namespace entente::presentation
