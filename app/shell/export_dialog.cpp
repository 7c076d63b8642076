#include "app/shell/export_dialog.h"

#include <QDialogButtonBox>
#include <QFormLayout>

namespace entente::shell {

namespace {
constexpr int smallestSide = 200;
constexpr int largestSide = 16000;
constexpr QSize previewSize(720, 480);
} // namespace

ExportDialog::ExportDialog(exploration::Exploration& exploration, const wording::Wording& wording, theme::Scheme scheme,
                           QWidget* parent)
    : QDialog(parent), m_exploration(exploration), m_wording(wording) {
    setWindowTitle(tr("Export Picture"));
    auto* columns = new QHBoxLayout;
    columns->addWidget(makeChoices());
    columns->addWidget(makePicture(), 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_accept = buttons->addButton(tr("&Export…"), QDialogButtonBox::AcceptRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(columns);
    layout->addWidget(buttons);
    // A button outside its dialog cannot become the default one.
    m_accept->setDefault(true);
    m_scheme->setCurrentIndex(scheme == theme::Scheme::Dark ? 1 : 0);
    m_delay.setSingleShot(true);
    m_delay.setInterval(120);
    connect(&m_delay, &QTimer::timeout, this, &ExportDialog::showPicture);
    showPicture();
}

QComboBox* ExportDialog::addChoice(QFormLayout* form, const QString& label, const QStringList& texts) {
    auto* choice = new QComboBox;
    choice->addItems(texts);
    choice->setAccessibleName(QString(label).remove('&'));
    form->addRow(label, choice);
    connect(choice, &QComboBox::currentIndexChanged, this, [this] { m_delay.start(); });
    return choice;
}

static QSpinBox* addSide(QFormLayout* form, const QString& label, int value, QTimer& changed) {
    auto* side = new QSpinBox;
    side->setRange(smallestSide, largestSide);
    side->setSuffix(ExportDialog::tr(" px"));
    side->setValue(value);
    side->setAccessibleName(QString(label).remove('&'));
    form->addRow(label, side);
    QObject::connect(side, &QSpinBox::valueChanged, &changed, [&changed] { changed.start(); });
    return side;
}

QWidget* ExportDialog::makeChoices() {
    auto* choices = new QWidget;
    auto* form = new QFormLayout(choices);
    m_content = addChoice(form, tr("&Show"), {tr("Timeline"), tr("Network"), tr("Timeline and network")});
    m_content->setCurrentIndex(2);
    m_format = addChoice(form, tr("&Format"), {tr("PNG"), tr("SVG"), tr("PDF")});
    m_span = addChoice(form, tr("&Time"), {tr("Whole period"), tr("What is in view")});
    m_span->setCurrentIndex(m_exploration.view().span ? 1 : 0);
    m_bands =
        addChoice(form, tr("&Bands"), {tr("Automatic"), tr("One, with lanes"), tr("Two, the dense part enlarged")});
    connect(m_content, &QComboBox::currentIndexChanged, m_bands, [this](int content) {
        m_bands->setEnabled(static_cast<pictures::Content>(content) != pictures::Content::Network);
    });
    m_scheme = addChoice(form, tr("&Colours"), {tr("Light"), tr("Dark")});
    m_width = addSide(form, tr("&Width"), 1920, m_delay);
    m_height = addSide(form, tr("&Height"), 1080, m_delay);
    m_scale = addChoice(form, tr("&Density"), {tr("1×"), tr("2×"), tr("3×"), tr("4×")});
    connect(m_format, &QComboBox::currentIndexChanged, m_scale,
            [this](int format) { m_scale->setEnabled(format == 0); });
    return choices;
}

QWidget* ExportDialog::makePicture() {
    auto* side = new QWidget;
    auto* layout = new QVBoxLayout(side);
    m_picture = new QLabel;
    m_picture->setAlignment(Qt::AlignCenter);
    m_picture->setMinimumSize(previewSize);
    m_picture->setAccessibleName(tr("The picture"));
    m_words = new QLabel;
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_words->setMaximumWidth(previewSize.width());
    layout->addWidget(m_picture, 1);
    layout->addWidget(m_words);
    return side;
}

pictures::Request ExportDialog::request() const {
    pictures::Request request;
    request.content = static_cast<pictures::Content>(m_content->currentIndex());
    request.format = static_cast<pictures::Format>(m_format->currentIndex());
    request.bands = static_cast<pictures::Bands>(m_bands->currentIndex());
    request.size = {m_width->value(), m_height->value()};
    request.scale = request.format == pictures::Format::Png ? m_scale->currentIndex() + 1 : 1;
    request.scheme = m_scheme->currentIndex() == 1 ? theme::Scheme::Dark : theme::Scheme::Light;
    request.view = m_exploration.view();
    if (m_span->currentIndex() == 0)
        request.view.span.reset();
    return request;
}

void ExportDialog::showPicture() {
    pictures::Request shown = request();
    shown.format = pictures::Format::Png;
    shown.scale = 1;
    const auto bytes = pictures::render(m_exploration.dossier(), shown, m_wording);
    m_accept->setEnabled(bytes.has_value());
    if (!bytes) {
        m_picture->clear();
        m_words->setText(model::describe(bytes.error()));
        return;
    }
    const double ratio = devicePixelRatioF();
    QPixmap pixmap;
    pixmap.loadFromData(*bytes);
    pixmap = pixmap.scaled(previewSize * ratio, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    pixmap.setDevicePixelRatio(ratio);
    m_picture->setPixmap(pixmap);
    m_words->setText(pictures::altText(m_exploration.dossier(), shown, m_wording));
}

} // namespace entente::shell
