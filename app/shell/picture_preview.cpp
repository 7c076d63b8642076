#include "app/shell/picture_preview.h"

#include <QPainter>
#include <QResizeEvent>
#include <QThreadPool>

namespace entente::shell {

namespace {
constexpr int patience = 500; // milliseconds
constexpr int tickOfDrawing = 100;
constexpr int calmAfterResize = 200;
constexpr int square = 8; // of the pattern behind what is transparent
} // namespace

PicturePreview::PicturePreview(const wording::Wording& wording, QWidget* parent)
    : QWidget(parent), m_wording(wording), m_progress(new QProgressBar(this)) {
    setAccessibleName(tr("The picture"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setRange(0, 100);
    m_progress->setFormat(tr("Drawing…"));
    m_progress->hide();
    m_receiver->preview = this;
    m_clock.setInterval(tickOfDrawing);
    connect(&m_clock, &QTimer::timeout, this, [this] {
        if (m_drawing)
            m_progress->setValue(static_cast<int>(m_drawing->share * 100));
    });
    m_resized.setSingleShot(true);
    m_resized.setInterval(calmAfterResize);
    connect(&m_resized, &QTimer::timeout, this, &PicturePreview::start);
}

PicturePreview::~PicturePreview() {
    end();
    const std::lock_guard<std::mutex> lock(m_receiver->telling);
    m_receiver->preview = nullptr;
}

QSize PicturePreview::room() const {
    return (QSizeF(size()) * devicePixelRatioF()).toSize();
}

void PicturePreview::show(const model::DossierPointer& dossier, const pictures::Request& request) {
    m_dossier = dossier;
    m_request = request;
    m_page = 0;
    start();
}

void PicturePreview::showProblem(const model::Finding& problem) {
    end();
    m_request.reset();
    m_image = QImage();
    m_problem = model::describe(problem);
    setAccessibleDescription(m_problem);
    update();
    emit refused();
}

void PicturePreview::end() {
    if (m_drawing)
        m_drawing->isEnded = true;
    m_drawing.reset();
    m_sheets.clear();
    m_clock.stop();
    m_progress->hide();
}

void PicturePreview::start() {
    end();
    if (!m_request)
        return;
    const auto drawing = std::make_shared<Drawing>();
    drawing->dossier = m_dossier;
    drawing->request = *m_request;
    drawing->most = room();
    m_drawing = drawing;
    m_clock.start();
    QTimer::singleShot(patience, this, [this, drawing] {
        if (m_drawing == drawing)
            m_progress->show();
    });
    QThreadPool::globalInstance()->start([receiver = m_receiver, drawing, wording = m_wording] {
        const auto goesOn = [&drawing](double share) {
            drawing->share = share;
            return !drawing->isEnded;
        };
        if (!goesOn(0))
            return;
        drawing->result = pictures::previewOf(drawing->dossier, drawing->request, wording, drawing->most, goesOn);
        const std::lock_guard<std::mutex> lock(receiver->telling);
        if (PicturePreview* preview = receiver->preview)
            QMetaObject::invokeMethod(
                preview, [preview, drawing] { preview->take(drawing); }, Qt::QueuedConnection);
    });
}

void PicturePreview::take(const std::shared_ptr<Drawing>& drawing) {
    if (drawing != m_drawing)
        return;
    end();
    const model::Result<pictures::Preview>& result = *drawing->result;
    if (!result)
        return showProblem(result.error());
    m_problem.clear();
    m_image = result->image;
    m_sheets = result->sheets;
    m_words = result->words;
    if (const qsizetype page = std::exchange(m_page, 0); page > 0) // only the size has changed
        turnTo(page);
    describe();
    update();
    emit drawn(m_words);
}

/// What follows a picture is text, which takes no time to draw.
void PicturePreview::turnTo(qsizetype page) {
    if (page < 0 || page >= m_sheets.size() || page == m_page)
        return;
    m_page = page;
    m_image = pictures::previewImage(m_sheets[page], *m_request, room());
    describe();
    update();
}

void PicturePreview::describe() {
    if (m_page == 0)
        return setAccessibleDescription(m_words);
    QStringList lines;
    for (const pictures::Sheet::Line& line : m_sheets[m_page].lines)
        lines.append(line.text);
    setAccessibleDescription(lines.join('\n'));
}

void PicturePreview::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_progress->setGeometry(width() / 4, height() - 28, width() / 2, 20);
    m_resized.start();
}

void PicturePreview::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    if (m_image.isNull()) {
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, m_problem);
        return;
    }
    const QSizeF shown = QSizeF(m_image.size()).scaled(size(), Qt::KeepAspectRatio);
    const QRectF frame(QPointF((width() - shown.width()) / 2, (height() - shown.height()) / 2), shown);
    if (m_image.hasAlphaChannel()) {
        QPixmap pattern(2 * square, 2 * square);
        pattern.fill(palette().color(QPalette::Base));
        QPainter squares(&pattern);
        for (const QPoint corner : {QPoint(0, 0), QPoint(square, square)})
            squares.fillRect(QRect(corner, QSize(square, square)), palette().color(QPalette::Midlight));
        squares.end();
        painter.drawTiledPixmap(frame, pattern);
    }
    painter.drawImage(frame, m_image);
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawRect(frame.adjusted(0.5, 0.5, -0.5, -0.5));
}

} // namespace entente::shell
