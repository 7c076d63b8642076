#pragma once

#include "app/timeline/layout/scene.h"

#include <QSet>

namespace entente::timeline {

inline constexpr double labelHeight = 29;
inline constexpr double labelRow = 30;
inline constexpr double labelLift = 11;  ///< of labels over the lane's line: the frame of the selected one over a pill
inline constexpr double ringRadius = 14; ///< of the selected mark
inline constexpr double pillReach = 11;  ///< marks closer than this touch

/// How wide the forms of an event's label are, pixels.
FormWidths widthsOf(const Input& input, model::EventId event);

/// Builds one scene, part by part.
class Builder {
public:
    Builder(const Input& input, const Prepared& prepared) : Builder(input, prepared, frameOf(input)) {}

    Builder(const Input& input, const Prepared& prepared, Scene frame)
        : m_input(input), m_prepared(prepared), m_scene(std::move(frame)), m_measures(input.measures),
          m_words(input.labelWords ? input.labelWords : std::make_shared<KnownWords>()),
          m_labelsToPrepare(input.labelsToPrepare) {}

    Scene build();

protected:
    /// A mark that may be named, by its number in the scene, and where its label stands.
    struct Named {
        qsizetype mark;
        LabelRange range;
    };
    /// What of a lane is in view.
    struct View {
        qsizetype lane;
        double firstDay, lastDay;
        qsizetype first, last; ///< places
    };

    const model::Dossier& dossier() const { return *m_input.dossier; }
    bool isSelected(model::EventId event) const { return m_input.selection == model::Subject(event); }
    double px(double length) const { return m_measures.px(length); }
    Emphasis emphasisOf(model::EventId event) const;

    void addTicks();
    void addEras();
    void addEra(model::EraId id, qsizetype row, double rowHeightPixels);

    void countShown();
    void addMarks();
    void addMarksOf(const View& view);
    void addFew(const View& view);
    void addMany(const View& view);
    void addHidden(const View& view);
    void addSelectedReaching(const View& view);
    void mergeBars(const View& view, qsizetype firstMark, bool crowded);
    void addCrowdBars(qsizetype lane, QList<std::pair<double, double>> spans);
    std::optional<EventMark> markOf(qsizetype lane, model::EventId event) const;
    qsizetype addMark(qsizetype lane, model::EventId event);
    std::optional<qsizetype> laneOf(model::EventId event) const;
    void addPillsOf(qsizetype lane, qsizetype firstMark);
    void joinMarks(qsizetype lane, const QList<qsizetype>& marks);
    void joinInStrip(qsizetype lane, const QList<qsizetype>& marks);
    std::pair<double, double> reachOf(const QList<qsizetype>& marks) const;
    QString pillWords(const QList<qsizetype>& marks) const;
    double pillWidth(const QList<qsizetype>& marks) const;
    void findUnnamedKeys(qsizetype firstMark);
    qsizetype unnamedKeysAmong(const QList<qsizetype>& marks) const;
    const LabelWords& wordsOf(model::EventId event, bool withPlace = false) const;
    Label labelOf(const EventMark& mark, const LabelRange& range, qsizetype form) const;
    std::optional<Label> labelInView(const EventMark& mark, const LabelRange& range) const;
    std::pair<double, double> besideSelected(double left, double width, double least) const;
    QList<LabelTiles::Placed> tileLabels(const View& view);
    void addStrips(const View& view);
    void addSought(qsizetype lane, qsizetype firstMark, qsizetype firstStrip);
    double fullColumn() const;
    DensityStrip emptyStrip(qsizetype lane, double left) const;
    DensityStrip::Heights columnOf(const TenorCounts& counts, double full) const;
    void addToPill(qsizetype lane, std::pair<double, double> column, DaySpan days, const TenorCounts& counts);

    void addLabels();
    void addLabel(const EventMark& mark, const LabelRange& range);
    void addSelectedLabel(const EventMark& mark, const LabelRange& range);
    Label labelAt(const EventMark& mark, int row, bool left, const QString& date, const QString& title) const;
    bool isClear(const QRectF& box) const;
    void addEdgeLabels();
    void addEdgeLabel(const EventMark& mark);
    bool isFree(const QRectF& box) const;

    void addHints();
    void addHint(qsizetype lane);
    void addTray();
    void addMinimap();
    void addCursor();
    void addEmptyState();

    const Input& m_input;
    const Prepared& m_prepared;
    Scene m_scene;
    const Measures& m_measures;
    std::shared_ptr<KnownWords> m_words; ///< never null
    qsizetype m_labelsToPrepare;
    QList<Named> m_named;
    QSet<qsizetype> m_unnamedKeys;  ///< marks of the lane that is being filled
    QList<double> m_selectedInLane; ///< where its selected marks stand, pixels
};

} // namespace entente::timeline
