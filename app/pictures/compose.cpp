#include "app/pictures/key_lines.h"
#include "app/pictures/network_fit.h"
#include "app/pictures/network_words.h"
#include "app/pictures/sheet.h"
#include "app/pictures/source_columns.h"
#include "app/pictures/type_scales.h"
#include "app/theme/paragraph.h"

namespace entente::pictures {

using theme::Role;
using theme::Theme;
using theme::Type;

namespace {

constexpr double smallestPanelScale = 0.35; // of the network
constexpr double timelineShare = 0.61, largeTimelineShare = 0.52, posterTimelineShare = 0.52,
                 smallPosterTimelineShare = 0.5;
constexpr double stackedTimelineShare = 0.56, largeStackedShare = 0.6;
constexpr double largePoster = 1800; // pixels, of the width
constexpr double panelGap = 18;
constexpr double leastPanels = 0.5;        // of the height, before caption and legend give way
constexpr double leastPanel = 110;         // height of each, at scale one
constexpr double mostForKeys = 0.4;        // of the height
constexpr double mostForSources = 0.33;    // of the height
constexpr double leastAboveSources = 870;  // pixels, with networks
constexpr double leastOfPoster = 0.35;     // of the height, above sources in full
constexpr double paperNetwork = 1.0;       // of the size that leaves most room between actors
constexpr double posterTitle = 64;         // 48 pt
constexpr double smallestOnPosters = 0.95; // names of actors have 9 pt
constexpr int mostRounds = 8, roundsToDrop = 3, mostListedLines = 5;
constexpr double timelineDone = 0.6; // of the work

/// How much is said around the panels.
enum class Detail : quint8 { Full, Brief, Bare };

/// Builds one sheet from the outside in: title from the top, caption from the bottom, panels between.
class Composer {
public:
    Composer(const model::DossierPointer& dossier, const Request& request, const wording::Wording& wording,
             const Progress& progress)
        : m_dossier(dossier), m_request(request), m_wording(wording), m_progress(progress), m_size(request.size),
          m_theme(lookIn(request, scaleOf(request))), m_caption(captionLook(request)), m_margin(marginOf(m_size)),
          m_leftOut(leftOutOf(*dossier, request)),
          m_places(
              dossier, [this](double) { return goesOn(timelineDone); }, request.view.held) {}

    Sheet compose() {
        settle();
        if (goesOn(timelineDone))
            addPanels();
        return m_sheet;
    }
    /// Lays out all but the networks.
    const TimelinePart& settle();

private:
    bool isLarge() const { return m_request.leastName > 0; }
    bool goesOn(double share) const { return !m_progress || m_progress(share); }
    double px(double length) const { return m_theme.px(length); }
    double width() const { return m_size.width() - 2 * m_margin; }
    double panelsHeight() const { return m_bottom - m_top; }
    double leastShare() const { return m_request.hasFullSources ? leastOfPoster : leastPanels; }
    double leastHeight() const {
        return px(leastPanel) * (m_request.content == Content::Both && isStacked(m_request) ? 2 : 1);
    }

    void composeAround(Detail detail);
    void settleTimeline();
    void fixRoom();
    void composeBelow();
    void dropBlankLines();
    bool isSettled();
    TimelinePart timelineNow(qsizetype mostKeys) const;
    bool hasKeys() const { return m_detail != Detail::Bare && mayHaveNumbers(m_request); }
    int mostKeyLines() const;
    Theme keyLook() const { return lookIn(m_request, std::max(m_timeline.look.scale(), leastKeyScale(m_request))); }
    double keyLineHeight() const { return keyLook().lineHeight(Type::Secondary); }
    void addKeyLines();
    void addTitle();
    void addSubtitle();
    void placeLegend(double left, double baseline);
    double legendWidth() const;
    void addCaption();
    void addLineAbove(const QString& text, Role role, const Theme& look);
    double roomForSources() const;
    bool addSourceColumns();
    QString subtitle() const;

    QRectF room() const { return {m_margin, m_top, width(), std::max(1.0, panelsHeight())}; }
    double besideNetworks() const;
    QRectF timelineFrame() const;
    void addPanels();
    void addNetworks(const QRectF& frame);
    double footHeight() const { return isLarge() ? m_theme.lineHeight(Type::Secondary) : 0; }

    const model::DossierPointer& m_dossier;
    const Request& m_request;
    const wording::Wording& m_wording;
    const Progress& m_progress;
    QSizeF m_size;
    Theme m_theme, m_caption;
    double m_margin;
    LeftOut m_leftOut;
    JobPlaces m_places;
    Detail m_detail = Detail::Full;
    bool m_isFixed = false; ///< room around the timeline does not follow what is said of it
    QStringList m_listed;   ///< what is left out, where that has room
    QStringList m_explanations;
    QList<model::Tenor> m_tenors;
    std::optional<SourceColumns> m_sources; ///< once there was to be room for them
    TimelinePart m_timeline;
    QList<QList<KeyPiece>> m_keys; ///< by line
    qsizetype m_keyLines = 0;      ///< for which there is room
    double m_keysTop = 0;
    double m_top = 0, m_bottom = 0;
    Sheet m_sheet;
};

const TimelinePart& Composer::settle() {
    for (const Detail detail : {Detail::Full, Detail::Brief, Detail::Bare}) {
        m_explanations.clear();
        m_listed = hasLargeTitles(m_request) && detail == Detail::Full
                       ? leftOutLines(*m_dossier, m_wording, m_leftOut, m_caption, width(), mostListedLines)
                       : QStringList();
        m_isFixed = false;
        m_timeline = TimelinePart();
        m_keys.clear();
        m_keyLines = 0;
        composeAround(detail);
        if (showsTimeline(m_request))
            settleTimeline();
        if (panelsHeight() >= leastShare() * m_size.height() - m_keyLines * keyLineHeight() &&
            panelsHeight() >= leastHeight())
            break;
    }
    return m_timeline;
}

TimelinePart Composer::timelineNow(qsizetype mostKeys) const {
    const double largest =
        m_timeline.strips.isEmpty() ? std::numeric_limits<double>::infinity() : m_timeline.look.scale();
    return timelineIn(m_dossier, m_request, m_wording,
                      {timelineFrame(), largest, m_theme.scale(), readableScale(m_request), mostKeys,
                       [this](double) { return goesOn(0); }});
}

int Composer::mostKeyLines() const {
    return hasKeys() ? static_cast<int>(mostForKeys * m_size.height() / keyLineHeight()) : 0;
}

/// What occurs is known once the timeline is laid out, and how high it is once what is said of it is: so in rounds.
/// Room for keys only grows and their number only falls, so that they end.
void Composer::settleTimeline() {
    qsizetype mostKeys = hasKeys() ? std::numeric_limits<qsizetype>::max() : 0;
    for (int round = 0; round < mostRounds && goesOn(timelineDone * round / mostRounds); ++round) {
        m_timeline = timelineNow(mostKeys);
        const QList<timeline::KeyNumber> keys = m_timeline.keys();
        m_keys = keyLines(*m_dossier, m_wording, keys, keyLook(), width());
        if (m_keys.size() > mostKeyLines())
            mostKeys = std::min(keys.size() - 1, keys.size() * mostKeyLines() / m_keys.size());
        const qsizetype lines = std::min<qsizetype>(m_keys.size(), mostKeyLines());
        const bool isRoomy = lines <= m_keyLines;
        m_keyLines = std::max(m_keyLines, lines);
        if (isSettled() && isRoomy && m_keys.size() <= m_keyLines) {
            composeBelow();
            return dropBlankLines();
        }
        composeAround(m_detail);
    }
    if (goesOn(timelineDone))
        fixRoom();
}

/// A timeline and what is said of it may change each other to and fro: then there is room for the most that can be
/// said, and for a line of numbers more, and the timeline is laid out in what is left, with no more numbers than their
/// lines hold.
void Composer::fixRoom() {
    m_isFixed = true;
    m_keyLines = std::min<qsizetype>(m_keyLines + 1, mostKeyLines());
    composeAround(m_detail);
    qsizetype mostKeys = m_keyLines > 0 ? std::numeric_limits<qsizetype>::max() : 0;
    do {
        m_timeline = timelineNow(mostKeys);
        const QList<timeline::KeyNumber> keys = m_timeline.keys();
        m_keys = keyLines(*m_dossier, m_wording, keys, keyLook(), width());
        mostKeys = std::min(keys.size(), mostKeys) * m_keyLines / std::max<qsizetype>(m_keys.size(), 1);
    } while (m_keys.size() > m_keyLines);
    isSettled();
    m_keyLines = m_keys.size();
    composeBelow();
}

/// What is said stands where it ends in the type that was found; panels stay as high as the timeline was laid out.
void Composer::composeBelow() {
    const double bottom = m_bottom;
    composeAround(m_detail);
    m_bottom = std::min(bottom, m_bottom);
}

/// Room that was kept for more numbers than there are in the end goes to the timeline, unless that needs it again.
void Composer::dropBlankLines() {
    if (m_keys.size() >= m_keyLines)
        return;
    const TimelinePart before = m_timeline;
    const QList<QList<KeyPiece>> keysBefore = m_keys;
    const double bottom = m_bottom;
    m_keyLines = m_keys.size();
    for (int round = 0; round < roundsToDrop; ++round) {
        composeAround(m_detail);
        m_timeline = timelineNow(before.keys().size());
        m_keys = keyLines(*m_dossier, m_wording, m_timeline.keys(), keyLook(), width());
        if (m_timeline.unnamed() > before.unnamed() || m_keys.size() > m_keyLines ||
            m_timeline.look.scale() < before.look.scale())
            break;
        if (isSettled()) {
            m_keyLines = m_keys.size();
            return composeBelow();
        }
    }
    m_timeline = before;
    m_keys = keysBefore;
    isSettled();
    m_bottom = bottom;
    composeBelow();
}

/// Whether the caption says what occurs; else it will.
bool Composer::isSettled() {
    QList<timeline::Scene> scenes;
    for (const Strip& strip : m_timeline.strips)
        scenes.append(strip.scene);
    const QStringList explanations =
        std::exchange(m_explanations, explanationsOf(scenes, m_leftOut, !m_listed.isEmpty()));
    const QList<model::Tenor> tenors = std::exchange(m_tenors, tenorsOf(scenes));
    return m_explanations == explanations && m_tenors == tenors;
}

void Composer::composeAround(Detail detail) {
    m_detail = detail;
    m_sheet = Sheet();
    m_sheet.dossier = m_dossier;
    m_sheet.size = m_size;
    m_sheet.theme = m_theme;
    m_sheet.isTransparent = m_request.isTransparent && m_request.format != Format::Pdf;
    m_top = m_margin;
    m_bottom = m_size.height() - m_margin;
    addTitle();
    if (detail == Detail::Bare)
        return;
    addSubtitle();
    addCaption();
}

void Composer::addTitle() {
    const QString title = titleOf(*m_dossier, m_request);
    const double most = m_detail != Detail::Full ? 0.5
                        : isLarge()              ? 0.75
                        : m_request.hasFullSources
                            ? std::max(1.0, posterTitle / (Theme().font(Type::Poster).pixelSize() * m_theme.scale()))
                            : 0.9;
    const auto [look, lines] = fittedTitle(title, m_theme, most, m_detail == Detail::Full, width());
    for (const QString& line : lines) {
        m_sheet.lines.append({{m_margin, m_top + look.px(37)}, line, Type::Poster, Role::Ink, look});
        m_top += look.lineHeight(Type::Poster);
    }
    m_top += px(m_detail == Detail::Full ? 4 : 0);
}

QString Composer::subtitle() const {
    QStringList moments;
    for (const model::Day moment : momentsOf(m_request))
        moments.append(m_wording.day(moment, wording::Style::Short));
    const QString moment = moments.join(Text::tr(", ", "between the parts of an enumeration"));
    if (!showsTimeline(m_request))
        return Text::tr("Who stood where on %1").arg(moment);
    QString span = spanOf(*m_dossier, m_request, m_wording);
    if (!showsNetwork(m_request))
        return span;
    return span.isEmpty() ? Text::tr("As of %1").arg(moment) : Text::tr("%1, as of %2").arg(span, moment);
}

double Composer::legendWidth() const {
    double total = 0;
    for (const model::Tenor tenor : m_tenors)
        total += px(12 + 4 + 16) + m_theme.width(m_wording.tenor(tenor), Type::Chip);
    return std::max(0.0, total - px(16));
}

void Composer::placeLegend(double left, double baseline) {
    for (const model::Tenor tenor : m_tenors) {
        const QString name = m_wording.tenor(tenor);
        const double advance = px(12 + 4 + 16) + m_theme.width(name, Type::Chip);
        if (left + advance - px(16) > m_size.width() - m_margin + 1)
            return;
        m_sheet.legend.append({tenor,
                               {left + px(6), baseline - px(4.5)},
                               {{left + px(16), baseline}, name, Type::Chip, Role::Ink2, m_theme}});
        left += advance;
    }
}

/// Span and moment, with the legend at the right end of the line or below it.
void Composer::addSubtitle() {
    const Theme look(m_request.scheme, m_theme.scale() * (m_detail != Detail::Full   ? 1
                                                          : m_request.hasFullSources ? 1.1
                                                                                     : 1.4));
    const QString words = theme::paragraph(subtitle(), look, Type::Body, width(), 1).value(0);
    const double height = look.lineHeight(Type::Body);
    const double baseline = m_top + 0.74 * height;
    if (!words.isEmpty())
        m_sheet.lines.append({{m_margin, baseline}, words, Type::Body, Role::Ink2, look});
    const double room = width() - look.width(words, Type::Body) - px(24);
    if (legendWidth() <= room && !m_isFixed) {
        placeLegend(m_margin + width() - legendWidth(), baseline);
    } else {
        m_top += px(19);
        placeLegend(m_margin, baseline + px(21));
    }
    m_top += height + px(m_detail != Detail::Full || m_request.hasFullSources ? 6 : 14);
}

void Composer::addLineAbove(const QString& text, Role role, const Theme& look) {
    m_sheet.lines.append({{m_margin, m_bottom - look.px(4)}, text, Type::Secondary, role, look});
    m_bottom -= look.lineHeight(Type::Secondary);
}

/// Where networks stand beside the timeline, type that can be read comes first.
double Composer::roomForSources() const {
    if (!showsNetwork(m_request))
        return mostForSources * m_size.height();
    return std::clamp(m_size.height() - leastAboveSources, 0.0, mostForSources * m_size.height());
}

/// All sources in full, where the request wants them here and there is room.
bool Composer::addSourceColumns() {
    if (!m_request.hasFullSources || hasSourceSheets(m_request) || m_detail != Detail::Full)
        return false;
    if (!m_sources)
        m_sources = sourceColumns(*m_dossier, m_request, m_wording, {width(), roomForSources()});
    const SourceColumns& sources = *m_sources;
    if (sources.columns.isEmpty())
        return false;
    addLineAbove(
        theme::paragraph(colophonOf(*m_dossier, m_wording), sources.look, Type::Secondary, width(), 1).value(0),
        Role::Ink3, sources.look);
    m_bottom -= px(6) + sources.height;
    for (qsizetype column = 0; column < sources.columns.size(); ++column)
        for (qsizetype line = 0; line < sources.columns[column].size(); ++line)
            m_sheet.lines.append({{m_margin + static_cast<double>(column) * sources.width,
                                   m_bottom + static_cast<double>(line + 1) * sources.lineHeight - sources.look.px(4)},
                                  sources.columns[column][line],
                                  Type::Secondary,
                                  Role::Ink3,
                                  sources.look});
    m_bottom -= px(6);
    return true;
}

void Composer::addCaption() {
    const auto add = [this](const QStringList& lines, Role role) {
        for (auto line = lines.crbegin(); line != lines.crend(); ++line)
            addLineAbove(*line, role, m_caption);
    };
    const int most = m_detail == Detail::Full ? 3 : 2;
    if (!addSourceColumns())
        add(sourceLines(*m_dossier, m_request, m_wording, m_caption, width()), Role::Ink3);
    const QStringList said = sentenceLines(m_explanations, m_caption, width(), most);
    add(said, Role::Ink2);
    add(m_listed, Role::Ink2);
    m_bottom -= m_keyLines * keyLineHeight() + px(m_keyLines > 0 ? 4 : 0);
    m_keysTop = m_bottom;
    m_bottom -= px(6);
    m_sheet.rules.append(QLineF(m_margin, m_bottom, m_margin + width(), m_bottom));
    if (m_isFixed)
        m_bottom -= static_cast<double>(most - said.size()) * m_caption.lineHeight(Type::Secondary);
    m_bottom -= px(m_detail != Detail::Full ? 6 : m_request.hasFullSources ? 8 : 14);
}

/// The timeline's share of the width: several networks need more than one, and most where the page is small.
double Composer::besideNetworks() const {
    if (isLarge())
        return largeTimelineShare;
    if (momentsOf(m_request).size() < 2)
        return timelineShare;
    return m_size.width() < largePoster ? smallPosterTimelineShare : posterTimelineShare;
}

QRectF Composer::timelineFrame() const {
    QRectF frame = room();
    if (!showsNetwork(m_request))
        return frame;
    if (isStacked(m_request))
        frame.setHeight((frame.height() - px(panelGap)) * (isLarge() ? largeStackedShare : stackedTimelineShare));
    else
        frame.setWidth((frame.width() - px(panelGap)) * besideNetworks());
    return frame;
}

void Composer::addPanels() {
    QRectF rest = room();
    if (showsTimeline(m_request)) {
        const QRectF frame = timelineFrame();
        m_sheet.timeline = m_timeline;
        addKeyLines();
        if (isStacked(m_request))
            rest.setTop(frame.bottom() + px(panelGap));
        else
            rest.setLeft(frame.right() + px(panelGap));
    }
    if (showsNetwork(m_request))
        addNetworks(rest);
}

/// In order below one another, above what explains the drawing.
void Composer::addKeyLines() {
    double baseline = m_keysTop - px(2);
    for (const QList<KeyPiece>& line : m_keys) {
        baseline += keyLineHeight();
        for (const KeyPiece& piece : line)
            m_sheet.keyLines.append({{m_margin + piece.x, baseline}, piece.text, piece.type, piece.role, keyLook()});
    }
}

void Composer::addNetworks(const QRectF& frame) {
    const QList<model::Day> moments = momentsOf(m_request);
    const bool hasHeadings = (m_request.content == Content::Both && !isLarge()) || moments.size() > 1;
    const QList<QRectF> panels = networkPanels(frame, moments.size(), px(panelGap));
    const auto smallest = [this](const QRectF& panel) {
        return isPage(m_request)
                   ? std::clamp(paperNetwork * scaleInPanel(panel.size()), smallestPanelScale, smallestOnPaper)
                   : smallestPanelScale;
    };
    const double wanted = m_request.hasFullSources ? smallestOnPosters : isPage(m_request) ? smallestOnPaper : 0;
    const auto roomOf = [&](const QRectF& panel) {
        return NetworkRoom{panel, smallest(panel), m_theme.scale(), hasHeadings, footHeight(), wanted};
    };
    const auto fit = networkFit(m_request, m_wording, moments, roomOf(panels.first()), m_places);
    for (qsizetype i = 0; i < moments.size() && goesOn(timelineDone + (1 - timelineDone) * static_cast<double>(i) /
                                                                          static_cast<double>(moments.size()));
         ++i) {
        const NetworkPart part =
            networkPart(m_dossier, m_request, m_wording, moments[i], roomOf(panels[i]), m_places, fit);
        const bool isDatedBelow = hasHeadings && !part.hasHeading && isLarge();
        if (hasHeadings && part.hasHeading)
            m_sheet.lines += headingOf(part, moments[i], m_wording);
        m_sheet.lines += footOf(part, m_theme, isDatedBelow ? std::optional(moments[i]) : std::nullopt, m_wording);
        m_sheet.networks.append(part);
    }
}

} // namespace

Sheet compose(const model::DossierPointer& dossier, const Request& request, const wording::Wording& wording,
              const Progress& progress) {
    return Composer(dossier, request, wording, rising(progress)).compose();
}

TimelinePart composedTimeline(const model::DossierPointer& dossier, const Request& request,
                              const wording::Wording& wording, const Progress& progress) {
    return Composer(dossier, request, wording, rising(progress)).settle();
}

} // namespace entente::pictures
