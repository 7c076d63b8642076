#pragma once

#include "app/timeline/layout/label_tiles.h"
#include "app/timeline/layout/lanes.h"
#include "app/timeline/layout/ticks.h"
#include "db/model/dossier.h"

#include <QLineF>
#include <QRectF>
#include <QSizeF>

namespace entente::timeline {

/// Kinds of text, for their widths.
enum class TextKind : quint8 { Date, KeyTitle, Title, LaneName, TickStrong, Tick, Small };

/// Lengths in pixels; the defaults are those of the interface specification at 100 %.
struct Measures {
    double scale = 1; ///< multiplies the lengths below that functions give
    std::function<double(const QString& text, TextKind kind)> width;
    std::function<QString(const QString& text, TextKind kind, double width)> elided;

    double px(double length) const { return length * scale; }
};

/// Words that the layout puts into boxes.
struct Words {
    std::function<QString(model::EventId)> date;
    std::function<QString(model::EventId)> dateAndPlace; ///< the date, and who and where
    std::function<QString(model::Day)> day;
    /// How many marks a pill joins, and how many of them are key events that are not named; null: the first alone.
    std::function<QString(qsizetype count, qsizetype keys)> pill;
    TickWords tick;
    TickWords calendarTick; ///< of the second calendar
    QString calendarName;
    QString undated; ///< heading of the tray
    QString wholePeriod, dragToMove;
    std::function<QString(qsizetype)> outside; ///< how many events lie outside of the whole period
    QString noEvents, nothingShown, showAll;
    /// How many of a lane's events are shown, where not all are, or in focus.
    std::function<QString(qsizetype shown, qsizetype all)> shownOf;
};

/// How a bar ends.
enum class End : quint8 { None, Bracket, Stop, Fade, Chevrons, Cut };

enum class Emphasis : quint8 { Rest, Dimmed, FilteredOut };

struct Lane {
    QString key;  ///< as in LaneHead
    QRectF frame; ///< heads included
    QString icon;
    QStringList name; ///< at most three lines
    QString count;    ///< how many of its events are shown, or in focus of those; empty: all
    bool collapsed = false;
    double baseline = 0;
    int rows = 0;
};

/// The mark of an event with what its date draws.
struct EventMark {
    model::EventId event;
    qsizetype lane = 0;
    QPointF place;
    double radius = 5.2;
    bool key = false; ///< a key event
    model::Mark mark = model::Mark::Disc;
    model::Tenor tenor = model::Tenor::Neutral;
    bool hollow = false;
    bool dashed = false;
    bool dot = false; ///< the claim in use of a contested date
    bool selected = false;
    bool inPill = false; ///< joined in a pill and not drawn by itself
    bool inFrame = true; ///< its middle lies in the lanes' frame
    Emphasis emphasis = Emphasis::Rest;
    std::optional<QRectF> bar; ///< hard geometry, cut to the frame
    End barLeft = End::None, barRight = End::None;
    double fadeLeft = 0, fadeRight = 0; ///< pixels beyond the bar, within the frame
    QList<QPointF> otherClaims;         ///< middles of conflicting claims, in the frame
    std::optional<QLineF> bridge;
};

struct Label {
    model::EventId event;
    QRectF box;
    QString date, title;
    bool right = false; ///< text ends at the stem
    bool key = false;
    bool selected = false;
    bool dimmed = false;
    QLineF stem;           ///< null for a label that sticks to the edge
    QList<QPointF> leader; ///< in pictures: from the mark up and aside to the box; empty: the stem joins them
};

/// A number at a mark, which a picture explains beside itself.
struct KeyNumber {
    model::EventId event;
    int number = 0; ///< from 1 in order of time
    QRectF box;     ///< of the digits
};

/// Marks that cannot be told apart: a few as a pill with their number, many as a strip of columns, see Scene::density.
struct Pill {
    QRectF box;
    qsizetype lane = 0;
    qsizetype count = 0;
    qsizetype unnamedKeys = 0; ///< key events among them whose label is not shown
    QString words;             ///< says both
    TenorCounts tenors{};
    DaySpan days;                  ///< of the first and the last mark
    bool strip = false;            ///< drawn as columns
    QList<model::EventId> members; ///< in order of time; empty for a strip
};

/// How many marks of each tenor stand on every few pixels of a lane's line, as columns of one pitch.
struct DensityStrip {
    using Heights = std::array<float, 4>; ///< pixels, in the order of model::Tenor, from the bottom up

    double left = 0, bottom = 0;
    double pitch = 0, width = 0; ///< from column to column, of one column
    QList<Heights> columns;      ///< from left to right; those of no marks have no height
    QList<qsizetype> sought;     ///< columns of events that are sought and not drawn by themselves, ascending

    /// Pixels: where a column begins, and how high it is in all.
    double leftOf(qsizetype column) const { return left + static_cast<double>(column) * pitch; }
    static double heightOf(const Heights& heights);
    /// Of a whole column, and of a tenor's part of it; null where there is none.
    QRectF box(qsizetype column) const;
    QRectF box(qsizetype column, model::Tenor tenor) const;
    /// Notes that what stands on a day is sought, if it stands in one of the columns. O(log of those noted) and an
    /// insertion.
    /// @param day days since 1970, as of the scale that the columns were made with
    void seek(const Scale& scale, double day);
};

/// A remark in an empty lane: where its nearest event lies.
struct Hint {
    QRectF box;
    QString text;
    model::EventId event;
    bool toTheLeft = true;
};

struct EraBox {
    model::EraId era;
    QRectF box;
    QString text; ///< empty: no room
    double textX = 0;
};

struct TrayItem {
    model::EventId event;
    QRectF box;
    QString text;
    bool selected = false;
    Emphasis emphasis = Emphasis::Rest;
};

struct MinimapTick {
    QRectF box;
    model::Tenor tenor = model::Tenor::Neutral;
    bool shown = true;
};

struct Minimap {
    QRectF frame; ///< of the strip with the ticks
    QRectF brush;
    QList<MinimapTick> ticks;
    QList<Tick> years;
    double cursor = 0;
};

/// The timeline as plain geometry in pixels; everything lies within `frame`.
struct Scene {
    QRectF frame;
    QRectF axis;        ///< with the labels of time
    QRectF calendarRow; ///< the axis's lower row, of the second calendar; null: none
    QRectF strip;       ///< of the eras
    QRectF lanes;       ///< of the marks
    QRectF heads;       ///< of the lanes' names
    QRectF scrollThumb; ///< which part of the lanes is in view; null: all
    QRectF tray;        ///< null: nothing is undated
    QRectF bottom;      ///< around the minimap; null: none
    QString trayTitle, bottomTitle, bottomText;
    QRectF outside; ///< around the bottom's text, if it says how many events lie outside; else null
    Scale scale;
    QList<Tick> ticks;
    QList<Tick> calendarTicks;
    QString calendarName;
    QList<Lane> laneList;
    QList<EraBox> eras;
    QList<EventMark> marks;
    QList<Label> labels;
    bool labelsWait = false; ///< more are shown if it is laid out once more, see Input::labelsToPrepare
    QList<KeyNumber> keys;
    qsizetype unnamed = 0; ///< events that a picture has no room to name
    QList<Pill> pills;
    QList<DensityStrip> density; ///< lane by lane
    QList<QRectF> crowdBars;     ///< where bars of marks that cannot be told apart run, merged
    QList<Hint> hints;
    QList<TrayItem> trayItems;
    Minimap minimap;
    std::optional<double> cursor; ///< x of the moment, if in view
    QRectF flag;
    QString flagText;
    QString emptyText;
    QRectF showAll; ///< null: no button
    QString showAllText;
    model::EventId keyboard; ///< with the keyboard focus; set by who shows it
    model::EraId tintedEra;  ///< set by who shows it
    bool isBand = false;     ///< one line of all events above its axis
    int undatedUnnamed = 0;  ///< undated events that a picture has no room to name
    QRectF window;           ///< of an upper band: the days that the lower one shows; null: none
    QList<QPointF> wedge;    ///< from the window to the full width of the lower band
};

/// One lane's events and how they are labelled: what does not depend on zoom, pan or selection.
struct PreparedLane {
    LaneIndex shown;
    LaneIndex hidden;         ///< what the filter hides
    QList<LabelRange> ranges; ///< by place in `shown`; empty: `tiles` tell
    std::unique_ptr<LabelTiles> tiles;
};
struct Prepared {
    std::vector<PreparedLane> lanes;
    qsizetype shownCount = 0;
    QList<MinimapTick> minimap;
};

/// What the forms of a label say, as far as they were asked for.
struct LabelWords {
    QString date, dateAndPlace, title, shortTitle;
};
/// Words of labels that were asked for before. For as long as dossier and words stay the same.
using KnownWords = QHash<model::EventId, LabelWords>;

/// Widths of the forms of labels that were asked for before. For as long as dossier, words and measures stay the same.
using KnownWidths = QHash<model::EventId, FormWidths>;

struct Input {
    model::DossierPointer dossier;
    std::shared_ptr<const Lanes> lanes;            ///< never null
    QList<bool> shown;                             ///< by event
    std::function<bool(model::EventId)> isInFocus; ///< null: no focus
    QList<model::EventId> sought;                  ///< a few: what a search lists
    QList<qsizetype> inFocus; ///< by lane: how many of the events shown are; empty: that is not said
    model::Subject selection;
    model::Day moment = 0;
    DaySpan span;
    DaySpan whole;
    QSizeF size;
    double scroll = 0;                             ///< pixels that the lanes are scrolled up
    std::optional<model::Calendar> secondCalendar; ///< has a row of its own in the axis
    bool chrome = true;                            ///< tray and minimap; pictures go without
    qsizetype outside = 0;                         ///< events that lie outside of the whole period
    bool undated = true;                           ///< whether undated events have a tray
    Measures measures;
    Words words;
    std::shared_ptr<KnownWidths> widths;    ///< null: none are kept
    std::shared_ptr<KnownWords> labelWords; ///< null: none are kept
    /// How many labels may be looked at to prepare tiles that come into view: for frames of what moves.
    qsizetype labelsToPrepare = std::numeric_limits<qsizetype>::max();
};

/// Where things are, from the size alone: frames, lanes, rows.
Scene frameOf(const Input& input);

/// Sorts the events into lanes and chooses rows, sides and zooms of their labels. Depends on dossier, filter, size,
/// widths and the whole period only; O(n log n). Lanes of more than 2000 events choose labels as they come into view,
/// with the words and measures of this input.
Prepared prepare(const Input& input);

/// The two halves of `prepare`. The events by lane and time, by two threads where there are many: whatever the size. No
/// lanes if `isCancelled`, which is asked now and then and may be null.
Prepared sortIntoLanes(const model::Dossier& dossier, const Lanes& lanes, const QList<bool>& shown,
                       const std::function<bool()>& isCancelled = {});
/// And what depends on the size: the labels and the minimap.
void fit(const Input& input, Prepared& prepared);

/// The whole scene. Deterministic. Labels overlap no label and leave no frame; nothing is drawn outside `frame`. Its
/// cost follows what is in view: O(pixels + marks that can be told apart).
Scene layOut(const Input& input, const Prepared& prepared);

/// Height that the lanes would take if nothing had to be scrolled; pixels.
double wantedLanesHeight(const Input& input);

/// What lies at a point.
struct Hit {
    enum class Part : quint8 {
        Nothing,
        Event,
        Pill,
        Era,
        Hint,
        Axis,
        Flag,
        Brush,
        BrushLeft,
        BrushRight,
        Minimap,
        LaneHead,
        Ground,
        ShowAll,
        Outside
    };
    Part part = Part::Nothing;
    model::EventId event;
    model::EraId era;
    qsizetype index = -1; ///< of a pill or a lane's head

    model::Subject subject() const;
};
Hit hitTest(const Scene& scene, QPointF point);

/// Where to point at an event: its mark, its pill or its place in the tray. None if it is out of view.
std::optional<QPointF> anchorOf(const Scene& scene, model::EventId event);

} // namespace entente::timeline
