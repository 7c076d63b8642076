#include "app/presentation/audience_window.h"

#include "app/presentation/desk_button.h"
#include "app/presentation/quiz_desk.h"
#include "app/theme/plain_text.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QScreen>

namespace entente::presentation {

namespace {

constexpr int stripStays = 2500; // milliseconds

const theme::Theme& stripTheme() {
    static const theme::Theme dark(theme::Scheme::Dark);
    return dark;
}

} // namespace

AudienceWindow::AudienceWindow(Stage& stage)
    : m_stage(stage), m_picture(new PictureView(stage, PictureView::Shows::Audience, this)), m_strip(new QWidget(this)),
      m_notice(theme::plainLabel(stripTheme(), {}, theme::Type::Body, theme::Role::Ink)) {
    setWindowTitle(tr("Presentation"));
    setWindowFlags(Qt::Window | Qt::FramelessWindowHint);
    QPalette black = palette();
    black.setColor(QPalette::Window, Qt::black);
    setPalette(black);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    fillStrip();
    m_strip->hide();
    m_hide.setSingleShot(true);
    m_hide.setInterval(stripStays);
    connect(&m_hide, &QTimer::timeout, this, [this] {
        if (m_strip->underMouse())
            return m_hide.start();
        m_strip->setVisible(m_stage.show().isPaused() && m_alone);
    });
    connect(&stage, &Stage::changed, this, &AudienceWindow::refreshStrip);
    connect(&stage.show(), &Show::changed, this, [this] {
        if (!m_note.isEmpty())
            showNote({});
    });
}

void AudienceWindow::fillStrip() {
    m_strip->setAutoFillBackground(true);
    m_strip->setAttribute(Qt::WA_NoMousePropagation); // a click beside its buttons does not go on
    m_strip->setPalette(stripTheme().palette());
    auto* row = new QHBoxLayout(m_strip);
    row->setContentsMargins(12, 6, 12, 6);
    m_notice->setWordWrap(false);
    row->addWidget(m_notice, 1);
    const Show& show = m_stage.show();
    for (const Deed deed : {Deed::Back, Deed::Next, Deed::Black, Deed::Spotlight, Deed::Pointer, Deed::HideLater,
                            Deed::Question, Deed::Quiz, Deed::Live, Deed::Leave}) {
        const QString key = keyText(show.keys(), deed, Desk::Audience);
        auto* button = new DeskButton(stripTheme(), deedText(deed), key, m_strip);
        button->setFocusPolicy(Qt::NoFocus);
        connect(button, &DeskButton::clicked, this, [this, deed] { m_stage.show().act(deed); });
        row->addWidget(button);
        m_buttons.append({deed, button});
    }
}

void AudienceWindow::refreshStrip() {
    const Show& show = m_stage.show();
    const Slide& slide = show.slide();
    for (const auto& [deed, button] : m_buttons) {
        if (deed == Deed::Question)
            button->setEnabled(!show.scene().question.isEmpty());
        button->setMain((deed == Deed::Spotlight && slide.spotlight) || (deed == Deed::Pointer && slide.pointer) ||
                        (deed == Deed::HideLater && slide.hideLater) ||
                        (deed == Deed::Black && slide.cover != Cover::None));
    }
    const QString notice = show.isPaused() ? tr("Paused. Esc ends the show, any other key goes on.") : m_note;
    // A long one must not push the buttons out.
    m_notice->setText(m_notice->fontMetrics().elidedText(notice, Qt::ElideRight, width() / 3));
    m_notice->setAccessibleName(notice);
    if (m_alone && show.isPaused())
        showStrip();
}

void AudienceWindow::setAlone(bool alone) {
    m_alone = alone;
    if (!alone)
        m_strip->hide();
}

void AudienceWindow::showOn(QScreen& screen) {
    m_stage.setSize(screen.geometry().size());
    if (isVisible() && this->screen() != &screen)
        hide(); // desktops do not let a window wander that fills a screen
    setScreen(&screen);
    setGeometry(screen.geometry());
    showFullScreen();
}

void AudienceWindow::showQuiz(QuizPanel* quiz) {
    m_quiz = quiz;
    if (!quiz)
        return setFocus();
    m_strip->hide();
    quiz->setParent(this);
    quiz->setGeometry(rect());
    quiz->show();
    quiz->raise();
    quiz->setFocus();
}

void AudienceWindow::showNote(const QString& text) {
    m_note = text;
    refreshStrip();
    if (m_alone && !text.isEmpty())
        showStrip();
}

void AudienceWindow::showStrip() {
    if (m_quiz && !m_quiz->isHidden())
        return;
    placeStrip();
    m_strip->show();
    m_strip->raise();
    m_hide.start();
}

void AudienceWindow::placeStrip() {
    const int height = m_strip->sizeHint().height();
    m_strip->setGeometry(0, this->height() - height, width(), height);
}

void AudienceWindow::keyPressEvent(QKeyEvent* event) {
    if (m_quiz && !m_quiz->isHidden())
        pressInQuiz(*m_quiz, m_stage.show(), Desk::Audience, *event);
    else if (!m_stage.show().press(event->key(), event->modifiers(), Desk::Audience))
        QWidget::keyPressEvent(event);
}

void AudienceWindow::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && (!m_quiz || m_quiz->isHidden()) && !m_stage.show().slide().pointer)
        m_stage.show().act(Deed::Next);
}

void AudienceWindow::mouseMoveEvent(QMouseEvent*) {
    if (m_alone)
        showStrip();
}

void AudienceWindow::resizeEvent(QResizeEvent* event) {
    m_picture->setGeometry(rect());
    if (m_quiz)
        m_quiz->setGeometry(rect());
    if (m_alone)
        m_stage.setSize(size());
    placeStrip();
    QWidget::resizeEvent(event);
}

/// The desktop may close it: that ends the show, as nothing else could bring it back.
void AudienceWindow::closeEvent(QCloseEvent* event) {
    event->accept();
    m_stage.show().end();
}

} // namespace entente::presentation
