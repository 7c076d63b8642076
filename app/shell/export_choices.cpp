#include "app/shell/export_choices.h"

#include "app/wording/typed_date.h"

#include <QSignalBlocker>

namespace entente::shell {

using pictures::Preset;

namespace {

constexpr int smallestSide = 200;
constexpr int largestSide = 16000;

/// Places in the list of spans.
enum SpanChoice : int { WholePeriod, InView, Typed };

QStringList presetNames() {
    return {ExportChoices::tr("Slide for the room"), ExportChoices::tr("Slide as a document"),
            ExportChoices::tr("Page, A4"),           ExportChoices::tr("Poster, A3"),
            ExportChoices::tr("Poster, A2"),         ExportChoices::tr("Transparent slide")};
}

} // namespace

ExportChoices::ExportChoices(const exploration::Exploration& exploration, const wording::Wording& wording,
                             Settings& settings, theme::Scheme scheme, QWidget* parent)
    : QWidget(parent), m_exploration(exploration), m_wording(wording), m_settings(settings), m_windowScheme(scheme),
      m_form(new QFormLayout(this)) {
    m_form->setContentsMargins(0, 0, 0, 0);
    addRows();
    m_loaded = pictures::presetOf(m_settings.exportPreset()).value_or(Preset::Document);
    m_preset->setCurrentIndex(static_cast<int>(m_loaded));
    load(m_loaded);
    follow();
}

void ExportChoices::addRows() {
    m_preset = addChoice(tr("&Purpose"), presetNames());
    m_content = addChoice(tr("&Show"), {tr("Timeline"), tr("Network"), tr("Timeline and network")});
    m_moments = addLine(tr("&Moments"), tr("2001; 2015; 17 Jan 2025"));
    m_moments->setToolTip(tr("The dates of the network; several, with semicolons between, side by side"));
    m_span = addChoice(tr("&Time"), {tr("Whole period"), tr("What is in view"), tr("As typed here")});
    m_from = addLine(tr("F&rom"), tr("2001"));
    m_to = addLine(tr("T&o"), tr("Jan 2025"));
    m_bands = addChoice(tr("&Bands"), {tr("Automatic"), tr("One, with lanes"), tr("Two, the dense part enlarged")});
    m_format = addChoice(tr("&Format"), {tr("PNG"), tr("SVG"), tr("PDF")});
    m_scheme = addChoice(tr("&Colours"), {tr("Light"), tr("Dark"), tr("Grey, for printing")});
    m_width = addSide(tr("&Width"));
    m_height = addSide(tr("&Height"));
    m_scale = addChoice(tr("&Density"), {tr("1×"), tr("2×"), tr("3×"), tr("4×")});
}

QComboBox* ExportChoices::addChoice(const QString& label, const QStringList& texts) {
    auto* choice = new QComboBox;
    choice->addItems(texts);
    choice->setAccessibleName(QString(label).remove('&'));
    m_form->addRow(label, choice);
    return choice;
}

QLineEdit* ExportChoices::addLine(const QString& label, const QString& placeholder) {
    auto* line = new QLineEdit;
    line->setPlaceholderText(placeholder);
    line->setAccessibleName(QString(label).remove('&'));
    m_form->addRow(label, line);
    return line;
}

QSpinBox* ExportChoices::addSide(const QString& label) {
    auto* side = new QSpinBox;
    side->setRange(smallestSide, largestSide);
    side->setSuffix(tr(" px"));
    side->setAccessibleName(QString(label).remove('&'));
    m_form->addRow(label, side);
    return side;
}

void ExportChoices::follow() {
    connect(m_preset, &QComboBox::currentIndexChanged, this, [this] {
        remember();
        load(preset());
        emit changed();
    });
    const auto take = [this] {
        enableRows();
        emit changed();
    };
    for (QComboBox* choice : {m_content, m_span, m_bands, m_format, m_scheme, m_scale})
        connect(choice, &QComboBox::currentIndexChanged, this, take);
    for (QLineEdit* line : {m_moments, m_from, m_to})
        connect(line, &QLineEdit::textChanged, this, take);
    for (QSpinBox* side : {m_width, m_height})
        connect(side, &QSpinBox::valueChanged, this, take);
}

Preset ExportChoices::preset() const {
    return static_cast<Preset>(m_preset->currentIndex());
}

void ExportChoices::choose(Preset preset) {
    m_preset->setCurrentIndex(static_cast<int>(preset));
}

/// Moments that were typed stay.
void ExportChoices::suggestMoments(Preset preset) {
    QList<model::Day> moments = pictures::suggestedMoments(preset, *m_exploration.dossier(), m_exploration.view());
    if (moments.isEmpty())
        moments.append(m_exploration.moment());
    QStringList words;
    for (const model::Day moment : moments)
        words.append(m_wording.day(moment, wording::Style::Short));
    const QSignalBlocker quiet(m_moments);
    if (const QString suggested = std::exchange(m_suggested, words.join("; ")); m_moments->text() == suggested)
        m_moments->setText(m_suggested);
}

/// What was chosen for this purpose before, else what suits it.
void ExportChoices::load(Preset preset) {
    const pictures::Request suited = pictures::requestOf(preset);
    const bool isOnPaper = preset == Preset::A4 || pictures::isPoster(preset);
    const QVariantMap kept = m_settings.exportChoices(pictures::wordOf(preset));
    const auto take = [&](QComboBox* choice, const char* name, int otherwise) {
        const int index = kept.value(QLatin1String(name), otherwise).toInt();
        const QSignalBlocker quiet(choice);
        choice->setCurrentIndex(index >= 0 && index < choice->count() ? index : otherwise);
    };
    const auto takeSide = [&](QSpinBox* side, const char* name, int otherwise) {
        const QSignalBlocker quiet(side);
        side->setValue(kept.value(QLatin1String(name), otherwise).toInt());
    };
    take(m_content, "content", static_cast<int>(suited.content));
    take(m_span, "span", WholePeriod);
    take(m_bands, "bands", static_cast<int>(suited.bands));
    take(m_format, "format", static_cast<int>(suited.format));
    take(m_scheme, "colours", isOnPaper ? 0 : static_cast<int>(m_windowScheme));
    take(m_scale, "scale", suited.scale - 1);
    takeSide(m_width, "width", suited.size.width());
    takeSide(m_height, "height", suited.size.height());
    m_loaded = preset;
    suggestMoments(preset);
    enableRows();
}

/// A typed span belongs to the dossier, not to the purpose.
void ExportChoices::remember() {
    m_settings.setExportPreset(pictures::wordOf(preset()));
    m_settings.setExportChoices(pictures::wordOf(m_loaded),
                                {{"content", m_content->currentIndex()},
                                 {"span", m_span->currentIndex() == InView ? InView : WholePeriod},
                                 {"bands", m_bands->currentIndex()},
                                 {"format", m_format->currentIndex()},
                                 {"colours", m_scheme->currentIndex()},
                                 {"scale", m_scale->currentIndex()},
                                 {"width", m_width->value()},
                                 {"height", m_height->value()}});
}

void ExportChoices::enableRows() {
    const auto content = static_cast<pictures::Content>(m_content->currentIndex());
    const bool hasTimeline = content != pictures::Content::Network;
    const auto enable = [this](QWidget* field, bool isEnabled) {
        field->setEnabled(isEnabled);
        m_form->labelForField(field)->setEnabled(isEnabled);
    };
    enable(m_moments, content != pictures::Content::Timeline);
    enable(m_span, hasTimeline);
    for (QLineEdit* end : {m_from, m_to})
        enable(end, hasTimeline && m_span->currentIndex() == Typed);
    enable(m_bands, hasTimeline);
    enable(m_scale, static_cast<pictures::Format>(m_format->currentIndex()) == pictures::Format::Png);
}

model::Result<void> ExportChoices::readMoments(pictures::Request& request) const {
    if (!m_moments->isEnabled())
        return {};
    for (const QString& text : m_moments->text().split(';', Qt::SkipEmptyParts)) {
        const auto day = m_wording.readDay(text.trimmed());
        if (!day)
            return model::failure(tr("The moment “%1” cannot be read as a date.").arg(text.trimmed()));
        request.moments.append(*day);
    }
    if (!request.moments.isEmpty())
        request.view.moment = request.moments.first();
    return {};
}

/// An end that is not typed is that of the whole period.
model::Result<void> ExportChoices::readSpan(pictures::Request& request) const {
    if (m_span->currentIndex() == InView)
        request.view.span = m_exploration.span();
    if (m_span->currentIndex() != Typed || !m_from->isEnabled())
        return {};
    exploration::Span span = m_exploration.wholeSpan();
    const auto bound = [this](const QLineEdit* line, bool isFirst) -> model::Result<std::optional<model::Day>> {
        const QString text = line->text().trimmed();
        if (text.isEmpty())
            return std::optional<model::Day>();
        const auto date = wording::typedDate(text, m_wording, model::Calendar::Gregorian);
        const auto found = date ? (isFirst ? date->earliest() : date->latest()) : model::Bound();
        if (!found.isKnown())
            return model::failure(tr("“%1” cannot be read as a date.").arg(text));
        return std::optional(found.day);
    };
    const auto first = bound(m_from, true), last = bound(m_to, false);
    if (!first || !last)
        return tl::unexpected(first ? last.error() : first.error());
    if (*first)
        span.first = static_cast<double>(**first);
    if (*last)
        span.last = static_cast<double>(**last + 1);
    if (span.last <= span.first)
        return model::failure(tr("The time ends before it begins."));
    request.view.span = span;
    return {};
}

model::Result<pictures::Request> ExportChoices::request() const {
    pictures::Request request;
    request.content = static_cast<pictures::Content>(m_content->currentIndex());
    request.format = static_cast<pictures::Format>(m_format->currentIndex());
    request.bands = static_cast<pictures::Bands>(m_bands->currentIndex());
    request.size = {m_width->value(), m_height->value()};
    request.scale = request.format == pictures::Format::Png ? m_scale->currentIndex() + 1 : 1;
    request.scheme = static_cast<theme::Scheme>(m_scheme->currentIndex());
    request.view = m_exploration.view();
    request.view.span.reset();
    pictures::settle(request, preset());
    for (const auto read : {&ExportChoices::readMoments, &ExportChoices::readSpan})
        if (const auto result = (this->*read)(request); !result)
            return tl::unexpected(result.error());
    return request;
}

} // namespace entente::shell
