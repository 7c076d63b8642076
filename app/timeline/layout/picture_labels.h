#pragma once

#include <QList>
#include <QPointF>
#include <QRectF>
#include <limits>

namespace entente::timeline {

/// A mark that a picture must name.
struct PictureMark {
    double x = 0;         ///< pixels
    double width = 0;     ///< pixels, of the short form; at least 0
    double fullWidth = 0; ///< pixels, of the full form; one no wider than the short form counts as the same
    int importance = 1;   ///< 1 to 5

    bool hasFullForm() const { return fullWidth > width; }
};

/// One lane of a picture at its one scale. Lengths are pixels, finite and not negative. A mark has y = 0, upwards is
/// negative; row 0 is nearest the marks.
struct PictureLane {
    QList<PictureMark> marks; ///< in order of x, which is the order of time
    int rows = 3;             ///< 1 to 5; below 1 no label has room
    double rowHeight = 30;
    double left = 0, right = 0; ///< no label leaves these; right below left: no label has room
    double radius = 5.2;        ///< of the largest mark
    double lift = 10;           ///< from the marks' middles up to row 0; below the radius, row 0 keeps off other marks
    double channel = 16;        ///< height for leaders under the top row, taken only where there are leaders
    double lead = 5;            ///< from a mark's middle to the text of its flag
    double reach = std::numeric_limits<double>::infinity(); ///< most that a leader moves a label's middle from its mark
    double gap = 8;                                         ///< least distance of two labels in a row
    quint64 seed = 1;
};

enum class Naming : quint8 {
    Flag,   ///< text beside the mark's own stem
    Leader, ///< moved along the top row, joined to the mark by an elbow
    Key,    ///< a number at the mark, explained beside the picture
};

/// How one mark is named.
struct PictureLabel {
    Naming naming = Naming::Key;
    int row = 0;
    bool left = false;   ///< flags: the text ends at the stem
    bool full = false;   ///< the full form, or a short form that is the full one
    QRectF box;          ///< of the text: its width by the row's height; null for keys
    QList<QPointF> line; ///< from the mark up: stem of a flag (2 points), leader (3); none for keys
    int key = 0;         ///< from 1 in order of time within the lane; 0: no key

    bool operator==(const PictureLabel&) const = default;
};

/// How long the best places are sought: until annealing ends, or only until no single change gains. The quick way tells
/// what there is room for, a hundred times faster.
enum class Effort : quint8 { Quick, Full };

/// Names every mark of a lane, for pictures that nobody can zoom.
///
/// Flags stand at their marks with no displacement. Row, side and form are chosen by simulated annealing (Kirkpatrick,
/// Gelatt and Vecchi, "Optimization by simulated annealing", Science 1983; for labels of points: Christensen, Marks and
/// Shieber, "An empirical study of algorithms for point-feature label placement", TOG 1995). Marks without a flag are
/// admitted to the top row by importance, each at the cost of the flags right beside it at most, and joined by leaders
/// that keep the order of the marks and so never cross (one-sided boundary labels: Bekos, Kaufmann, Symvonis and Wolff,
/// "Boundary labeling", CGTA 2007). The rest get numbers.
///
/// Boxes of a row are at least `gap` apart and in order of time, within left and right; stems may pass behind labels of
/// lower rows. Depends on the input alone, seed included; at most 200 000 steps of annealing, each logarithmic in the
/// number of marks.
/// @return one label a mark, in the same order. There are no errors: a mark outside left and right gets a key.
QList<PictureLabel> pictureLabels(const PictureLane& lane, Effort effort = Effort::Full);

/// Middles of labels in one row, in the order given, at least `gap` apart between left and right, for which the sum of
/// squared distances to the wished middles is least. Pools adjacent violators (Ayer, Brunk, Ewing, Reid and Silverman,
/// Ann. Math. Stat. 1955; Best and Chakravarti, Math. Programming 1990); linear time.
/// @param wished pixels, in ascending order
/// @param widths pixels, one for each wished middle; with their gaps they must fit between left and right
QList<double> leastDisplaced(const QList<double>& wished, const QList<double>& widths, double gap, double left,
                             double right);

} // namespace entente::timeline
