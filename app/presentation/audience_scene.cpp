#include "app/presentation/audience_scene.h"

#include "app/presentation/view_of_scene.h"
#include "app/theme/paragraph.h"

#include <QDataStream>
#include <QIODevice>
#include <QSet>
#include <algorithm>
#include <array>
#include <cmath>

namespace entente::presentation {

namespace {

struct AudienceSceneText {
    Q_DECLARE_TR_FUNCTIONS(entente::presentation::AudienceScene)
};

// Pixels on 1080 lines.
constexpr double lines = 1080;
constexpr double narrowest = 1180; ///< the width that what is drawn needs at least, else all is drawn smaller
constexpr double margin = 94;
constexpr double top = 76;
constexpr double bodyBottom = 780;
constexpr double stripTop = 797;
constexpr double stripBottom = 1005;
constexpr double footerTop = 1000;
constexpr double dashWidth = 28, dashHeight = 8, dashGap = 8;
constexpr double columnShare = 0.47;

/// How large the left column is set until it has room.
struct Setting {
    double headline, points;
};
constexpr std::array settings{Setting{1, 1}, Setting{0.86, 1}, Setting{0.74, 1}, Setting{0.66, 0.9},
                              Setting{0.6, 0.82}};

class Composer {
public:
    Composer(const AudienceInput& input, const wording::Wording& wording)
        : m_input(input), m_wording(wording), m_dossier(*input.dossier), m_slide(input.slide) {
        m_scene.size = input.size;
        m_scene.scheme = m_slide.scheme;
        m_scene.cover = m_slide.cover;
        m_scene.unit = m_scene.networkUnit = std::min(input.size.height() / lines, input.size.width() / narrowest);
        m_unit = m_scene.unit;
        m_width = input.size.width() / m_unit;
        m_lines = input.size.height() / m_unit;
        if (m_slide.live)
            m_view = input.explored;
        else if (m_slide.step < input.scenes.size())
            m_view = viewOfScene(step(), m_dossier).view;
        m_veil = veilOf(m_slide, m_view.moment);
        if (const auto* event = std::get_if<model::EventId>(&m_view.selection))
            if (!isVisible(m_dossier, *event, m_veil))
                m_view.selection = {};
    }

    AudienceScene compose() {
        if (m_input.scenes.isEmpty() && !m_slide.live) {
            addTitleOnly();
            return m_scene;
        }
        addColumn();
        addNetwork();
        addStrip();
        addFooter();
        return m_scene;
    }

private:
    const model::Scene& step() const { return m_input.scenes[m_slide.step]; }
    double px(double pixels) const { return pixels * m_unit; }
    double bottomShift() const { return m_lines - lines; }

    theme::Theme themeAt(TextKind kind, double factor) const { return themeOf(kind, m_slide.scheme, m_unit * factor); }

    static double pitchOf(TextKind kind) { return lookOf(kind).pixels * (kind == TextKind::Headline ? 1.16 : 1.4); }

    /// Lines below one another from `y`, at most as many; y moves below them.
    void addLines(TextKind kind, double factor, const QStringList& texts, double x, double& y, double width,
                  bool authored) {
        for (const QString& text : texts) {
            const double height = pitchOf(kind) * factor;
            m_scene.texts.append({kind, QRectF(px(x), px(y), px(width), px(height)), text, m_unit * factor, authored});
            y += height;
        }
    }

    QStringList wrap(TextKind kind, double factor, const QString& text, double width, int most = 12) const {
        return theme::paragraph(text, themeAt(kind, factor), lookOf(kind).type, px(width), most);
    }

    QString words(const QString& text) const { return visibleWords(m_dossier, m_wording.withoutMarks(text), m_veil); }

    QString headline() const { return words(m_slide.live ? titleOf(m_dossier, m_view.selection) : step().headline); }

    QStringList points() const { return m_slide.live ? QStringList() : step().points; }

    /// With the moment that it is compared with, which the signs on ties speak of.
    QString dateText() const {
        if (m_veil.dates)
            return {};
        if (m_view.compared && isVisible(*m_view.compared, m_veil))
            return AudienceSceneText::tr("%1, compared with %2", "two dates")
                .arg(m_wording.day(m_view.moment, wording::Style::Full),
                     m_wording.day(*m_view.compared, wording::Style::Short));
        if (const auto* event = std::get_if<model::EventId>(&m_view.selection)) {
            QString date = visibleDate(m_dossier, *event, m_veil, m_wording);
            if (!date.isEmpty())
                return date;
        }
        return m_wording.day(m_view.moment, wording::Style::Full);
    }

    double columnWidth() const { return (m_width - 2 * margin) * columnShare; }

    /// As large as there is room for; if there is none, the last lines give way.
    void addColumn() {
        const int steps = static_cast<int>((m_slide.typeFactor() - 1) * 4); // quarters above 1
        for (int step = steps; step >= 0; --step)
            for (const Setting& setting : settings) {
                const double type = 1 + step / 4.0;
                m_column = {setting.headline * type, std::max(36.0 / 44, setting.points * type), type};
                if (columnBottom() <= bodyBottom + bottomShift())
                    return drawColumn();
            }
        drawColumn();
        m_scene.texts.removeIf([&](const TextLine& line) { return isBelowBody(line.box.bottom()); });
        m_scene.untold.removeIf([&](const QRectF& bar) { return isBelowBody(bar.bottom()); });
        for (QList<QLineF>* bullets : {&m_scene.bullets, &m_scene.mutedBullets})
            bullets->removeIf([&](const QLineF& bullet) { return isBelowBody(bullet.y1()); });
    }

    bool isBelowBody(double y) const { return y > px(bodyBottom + bottomShift()); }

    double columnBottom() {
        const AudienceScene before = m_scene;
        const double bottom = drawColumnTo();
        m_scene = before;
        return bottom;
    }

    void drawColumn() { drawColumnTo(); }

    double drawColumnTo() {
        double y = top;
        addDate(y);
        const QString title = headline();
        addLines(TextKind::Headline, m_column.headline,
                 wrap(TextKind::Headline, m_column.headline, title, columnWidth()), margin, y, columnWidth(), true);
        y += 34;
        if (m_slide.asking != Asking::Nothing && !m_slide.live)
            addQuestion(y);
        else
            addPoints(y);
        return y;
    }

    void addDate(double& y) {
        const QString date = dateText();
        double x = margin;
        const double height = pitchOf(TextKind::Date) * m_column.date;
        if (const auto* event = std::get_if<model::EventId>(&m_view.selection)) {
            const model::EventView view = m_dossier.view(*event);
            m_scene.mark = theme::MarkStyle{};
            m_scene.mark->mark = m_dossier.kindOf(view).mark;
            m_scene.mark->tenor = m_dossier.tenorOf(view);
            m_scene.mark->dashed = view.certainty != model::Certainty::Happened;
            m_scene.mark->plate = false;
            m_scene.markRadius = px(20 * m_column.date);
            m_scene.markAt = QPointF(px(margin + 20 * m_column.date), px(y + height / 2));
            x += 40 * m_column.date + 16;
        }
        const double width = margin + columnWidth() - x;
        if (!date.isEmpty())
            addLines(TextKind::Date, m_column.date, wrap(TextKind::Date, m_column.date, date, width, 2), x, y, width,
                     false);
        else
            y += height;
        y += 8;
    }

    void addPoints(double& y) {
        const double indent = 42 * m_column.points;
        const double width = columnWidth() - indent;
        const QStringList all = points();
        for (qsizetype i = 0; i < all.size(); ++i) {
            const bool told = i < m_slide.revealed;
            const double half = pitchOf(TextKind::Point) * m_column.points / 2;
            (told ? m_scene.bullets : m_scene.mutedBullets)
                .append(QLineF(px(margin), px(y + half), px(margin + 20 * m_column.points), px(y + half)));
            const QStringList lines = wrap(TextKind::Point, m_column.points, words(all[i]), width);
            if (told)
                addLines(TextKind::Point, m_column.points, lines, margin + indent, y, width, true);
            else
                addUntold(lines, margin + indent, y);
            y += 6;
        }
    }

    /// Bars as long as what will stand there, so that nothing moves when it is told.
    void addUntold(const QStringList& texts, double x, double& y) {
        const theme::Theme look = themeAt(TextKind::Point, m_column.points);
        for (const QString& text : texts) {
            const double height = pitchOf(TextKind::Point) * m_column.points;
            m_scene.untold.append(QRectF(px(x), px(y) + px(height) * 0.22,
                                         look.width(text, lookOf(TextKind::Point).type), px(height) * 0.56));
            y += height;
        }
    }

    void addQuestion(double& y) {
        const double width = columnWidth();
        const double factor = m_column.points;
        addLines(TextKind::Question, factor, wrap(TextKind::Question, factor, words(step().question), width), margin, y,
                 width, true);
        y += 16;
        if (m_slide.asking == Asking::Answer)
            addLines(TextKind::Point, factor, wrap(TextKind::Point, factor, words(step().answer), width), margin, y,
                     width, true);
    }

    /// While exploring the network is that of what is looked at; in a story everybody stands still.
    void addNetwork() {
        const double left = margin + columnWidth() + 60;
        const QSizeF size(std::floor(m_width - margin + 34 - left), bodyBottom + bottomShift() - 60);
        const QRectF frame(QPointF(px(left), px(60)), size * m_unit);
        const double type = m_width < 1700 && m_slide.typeSize == 0 ? 1.0 : std::min(1.15, m_slide.typeFactor());
        SmallNetworkInput input{m_input.dossier, m_view, m_veil, frame, m_unit * type, m_slide.scheme};
        StoryPlaces own;
        if (!m_slide.live) {
            own = placesIn(size, type);
            input.places = &own;
            input.scene = m_slide.step;
            if (const StoryPlaces::Chapter* chapter = own.chapterOf(m_slide.step))
                input.unit = m_unit * chapter->type;
        }
        m_scene.networkUnit = input.unit;
        const QByteArray key = keyOf(input);
        if (m_input.known && m_input.known->scenes.contains(key)) {
            m_scene.network = m_input.known->scenes.value(key);
            return;
        }
        m_scene.network = smallNetwork(input, m_wording);
        if (m_input.known)
            m_input.known->scenes.insert(key, m_scene.network);
    }

    StoryPlaces placesIn(QSizeF size, double type) const {
        const StoryPlacesInput input{m_input.dossier, m_input.scenes, size, type};
        if (!m_input.known)
            return storyPlaces(input, m_wording);
        QByteArray key;
        QDataStream stream(&key, QIODevice::WriteOnly);
        stream << size << type;
        if (!m_input.known->places.contains(key))
            m_input.known->places.insert(key, storyPlaces(input, m_wording));
        return m_input.known->places.value(key);
    }

    QByteArray keyOf(const SmallNetworkInput& input) const {
        QByteArray key;
        QDataStream stream(&key, QIODevice::WriteOnly);
        stream << input.frame << input.unit << static_cast<int>(input.scheme) << (input.places ? input.scene : -1)
               << input.view.moment << input.view.compared.value_or(model::afterAllDays) << input.view.filter.text()
               << m_dossier.keyOf(input.view.selection) << (input.view.focus ? input.view.focus->actor.index : -1)
               << input.veil.horizon.value_or(model::afterAllDays) << input.veil.dates << input.veil.names;
        return key;
    }

    void addStrip() {
        TimeStripInput input;
        input.dossier = m_input.dossier;
        input.view = m_view;
        input.veil = m_veil;
        input.frame =
            QRectF(px(margin), px(stripTop + bottomShift()), px(m_width - 2 * margin), px(stripBottom - stripTop));
        input.unit = m_unit;
        input.typeUnit = m_unit * std::min(1.12, m_slide.typeFactor());
        input.scheme = m_slide.scheme;
        m_scene.strip = timeStrip(input, m_wording);
    }

    QList<model::CitationId> citations() const {
        if (!m_slide.live && !step().citations.isEmpty())
            return step().citations;
        return m_dossier.evidenceOf(m_view.selection);
    }

    QStringList sources() const {
        QStringList names;
        for (const model::CitationId citation : citations()) {
            const model::SourceId source = m_dossier.citation(citation).source;
            const QString name =
                source.isValid() ? visibleSource(m_dossier.source(source), m_veil, m_wording) : QString();
            if (!name.isEmpty() && !names.contains(name))
                names.append(name);
        }
        return names;
    }

    void addFooter() {
        const double y = footerTop + bottomShift() + 14;
        const double right = m_width - margin;
        const double left = m_slide.live ? right : addCount(y, right);
        const QStringList names = sources();
        if (names.isEmpty())
            return;
        const QString text = visibleWords(
            m_dossier,
            AudienceSceneText::tr("Sources: %1").arg(names.join(AudienceSceneText::tr("; ", "between sources"))),
            m_veil);
        const double width = left - 60 - margin;
        const QString line = wrap(TextKind::Sources, 1, text, width, 1).value(0);
        double below = y;
        addLines(TextKind::Sources, 1, {line}, margin, below, width, false);
    }

    /// Returns where it begins. Many scenes share the room of a few dashes.
    double addCount(double y, double right) {
        const auto count = static_cast<double>(m_input.scenes.size());
        const double most = 0.26 * m_width;
        const double step = std::min(dashWidth + dashGap, most / count);
        const double dash = std::max(1.0, step - std::min(dashGap, step / 3));
        const double height = pitchOf(TextKind::Count);
        const double left = right - count * step;
        for (int i = 0; i < m_input.scenes.size(); ++i)
            m_scene.dashes.append(
                QRectF(px(left + i * step), px(y + height / 2 - dashHeight / 2), px(dash), px(dashHeight)));
        m_scene.done = m_slide.step + 1;
        const QString text = AudienceSceneText::tr("%1 of %2", "number of a scene and how many there are")
                                 .arg(m_slide.step + 1)
                                 .arg(m_input.scenes.size());
        const double width = themeAt(TextKind::Count, 1).width(text, lookOf(TextKind::Count).type) / m_unit + 4;
        const double start = left - 22 - width;
        double below = y;
        addLines(TextKind::Count, 1, {text}, start, below, width, false);
        return start;
    }

    void addTitleOnly() {
        const bool valid = m_input.story.isValid() && m_input.story.index < m_dossier.tables().stories.size();
        const QString title = valid ? m_dossier.tables().stories[m_input.story.index].title : m_dossier.head().title;
        const double width = m_width - 2 * margin;
        double y = m_lines * 0.3;
        addLines(TextKind::Headline, 1, wrap(TextKind::Headline, 1, title, width, 3), margin, y, width, true);
        y += 30;
        addLines(TextKind::Point, 1,
                 wrap(TextKind::Point, 1, AudienceSceneText::tr("This story has no scenes yet."), width, 2), margin, y,
                 width, false);
    }

    struct Column {
        double headline = 1, points = 1, date = 1;
    };

    const AudienceInput& m_input;
    const wording::Wording& m_wording;
    const model::Dossier& m_dossier;
    const Slide& m_slide;
    AudienceScene m_scene;
    exploration::View m_view;
    Veil m_veil;
    Column m_column;
    double m_unit = 1;
    double m_width = 1920;
    double m_lines = 1080;
};

} // namespace

QStringList AudienceScene::readable(bool authored) const {
    QStringList all;
    for (const QList<TextLine>& list : {texts, strip.texts})
        for (const TextLine& line : list)
            if (authored || !line.authored)
                all.append(line.text);
    for (const relations::Node& node : network.nodes)
        all << node.text << node.name;
    for (const relations::Line& line : network.lines)
        if (!line.labelBox.isNull())
            all.append(line.label);
    all.removeAll(QString());
    return all;
}

AudienceScene audienceScene(const AudienceInput& input, const wording::Wording& wording) {
    if (input.size.width() < 1 || input.size.height() < 1 || !input.dossier)
        return {};
    return Composer(input, wording).compose();
}

QString spoken(const AudienceScene& scene) {
    if (scene.cover != Cover::None)
        return scene.cover == Cover::Black ? AudienceSceneText::tr("The screen is black.")
                                           : AudienceSceneText::tr("The screen is white.");
    return scene.readable(true).join(QStringLiteral(". "));
}

} // namespace entente::presentation
