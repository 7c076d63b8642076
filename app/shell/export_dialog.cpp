#include "app/shell/export_dialog.h"

#include "app/pictures/source_pages.h"
#include "app/shell/print_picture.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalBlocker>

namespace entente::shell {

namespace {
constexpr int calmBeforeDrawing = 120; // milliseconds
constexpr int choicesWidth = 330;
constexpr int wordsHeight = 92;
constexpr int besideDialog = 24, aboveDialog = 48; // of a screen, for the frame of the window
} // namespace

ExportDialog::ExportDialog(exploration::Exploration& exploration, const wording::Wording& wording, Settings& settings,
                           ExportQueue& queue, theme::Scheme scheme, QWidget* parent)
    : QDialog(parent), m_exploration(exploration), m_wording(wording), m_queue(queue),
      m_choices(new ExportChoices(exploration, m_wording, settings, scheme)), m_preview(new PicturePreview(m_wording)) {
    setWindowTitle(tr("Export Picture"));
    auto* columns = new QHBoxLayout;
    columns->addWidget(makeChoices());
    columns->addWidget(makePicture(), 1);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(columns, 1);
    layout->addWidget(makeButtons());
    // A button outside its dialog cannot become the default one.
    m_accept->setDefault(true);
    m_delay.setSingleShot(true);
    m_delay.setInterval(calmBeforeDrawing);
    connect(&m_delay, &QTimer::timeout, this, &ExportDialog::showPicture);
    connect(m_choices, &ExportChoices::changed, &m_delay, qOverload<>(&QTimer::start));
    connect(m_preview, &PicturePreview::drawn, this, &ExportDialog::showWords);
    connect(m_preview, &PicturePreview::refused, this, &ExportDialog::enableButtons);
    resize(QSize(1180, 760).boundedTo(screen()->availableSize() - QSize(besideDialog, aboveDialog)));
    showPicture();
}

/// Low screens have no room for all of them at once.
QWidget* ExportDialog::makeChoices() {
    m_choices->setFixedWidth(choicesWidth);
    auto* room = new QScrollArea;
    room->setFrameShape(QFrame::NoFrame);
    room->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    room->setFocusPolicy(Qt::NoFocus);
    // By itself it follows Tab alone, not the keys of labels.
    connect(qApp, &QApplication::focusChanged, room,
            [room, choices = QPointer(m_choices)](QWidget* /*old*/, QWidget* now) {
                if (now && choices && choices->isAncestorOf(now))
                    room->ensureWidgetVisible(now);
            });
    room->setWidget(m_choices);
    room->setFixedWidth(choicesWidth + room->verticalScrollBar()->sizeHint().width());
    return room;
}

QWidget* ExportDialog::makePicture() {
    auto* side = new QWidget;
    m_words = new QPlainTextEdit;
    m_words->setAccessibleName(tr("Alt text"));
    m_words->setTabChangesFocus(true);
    m_words->setFixedHeight(wordsHeight);
    auto* label = new QLabel(tr("Alt te&xt, in the file for who cannot see the picture"));
    label->setBuddy(m_words);
    m_reset = new QPushButton(tr("&Generate Again"));
    m_reset->setAutoDefault(false);
    connect(m_reset, &QPushButton::clicked, this, [this] { m_words->setPlainText(m_generated); });
    connect(m_words, &QPlainTextEdit::textChanged, this,
            [this] { m_reset->setEnabled(m_words->toPlainText() != m_generated); });
    auto* heading = new QHBoxLayout;
    heading->addWidget(label, 1);
    heading->addWidget(m_reset);
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(8, 0, 0, 0);
    layout->addWidget(m_preview, 1);
    layout->addWidget(makePages(), 0, Qt::AlignHCenter);
    layout->addLayout(heading);
    layout->addWidget(m_words);
    return side;
}

QWidget* ExportDialog::makePages() {
    m_pages = new QWidget;
    auto* layout = new QHBoxLayout(m_pages);
    layout->setContentsMargins(0, 0, 0, 0);
    const auto button = [this](Qt::ArrowType arrow, const QString& name, const QKeySequence& key, qsizetype by) {
        auto* made = new QToolButton;
        made->setArrowType(arrow);
        made->setAccessibleName(name);
        made->setToolTip(tr("%1 (%2)", "name and key").arg(name, key.toString(QKeySequence::NativeText)));
        made->setShortcut(key);
        connect(made, &QToolButton::clicked, this, [this, by] { turn(by); });
        return made;
    };
    m_back = button(Qt::LeftArrow, tr("Previous page"), QKeySequence(Qt::CTRL | Qt::Key_PageUp), -1);
    m_forward = button(Qt::RightArrow, tr("Next page"), QKeySequence(Qt::CTRL | Qt::Key_PageDown), 1);
    m_page = new QLabel;
    layout->addWidget(m_back);
    layout->addWidget(m_page);
    layout->addWidget(m_forward);
    QSizePolicy policy = m_pages->sizePolicy();
    policy.setRetainSizeWhenHidden(true); // else the picture would change its size, and be drawn again
    m_pages->setSizePolicy(policy);
    m_pages->hide();
    return m_pages;
}

void ExportDialog::turn(qsizetype by) {
    m_preview->turnTo(m_preview->page() + by);
    showPage();
}

/// While it is drawn, the row stays as it is: else it would come and go with every choice.
void ExportDialog::showPage() {
    const qsizetype pages = m_preview->sheets().size(), page = m_preview->page();
    const bool hadFocus = m_back->hasFocus() || m_forward->hasFocus();
    m_back->setEnabled(page > 0 && pages > 0);
    m_forward->setEnabled(page + 1 < pages);
    if (hadFocus && m_back->isEnabled() != m_forward->isEnabled())
        (m_back->isEnabled() ? m_back : m_forward)->setFocus();
    if (m_preview->isDrawing())
        return;
    m_pages->setVisible(pages > 1);
    m_page->setText(page == 0 ? tr("Picture, page 1 of %1").arg(pages)
                              : tr("Sources, page %1 of %2").arg(QString::number(page + 1), QString::number(pages)));
}

QWidget* ExportDialog::makeButtons() {
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    m_said = new QLabel;
    m_said->setTextFormat(Qt::PlainText);
    layout->addWidget(m_said, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_accept = buttons->addButton(tr("&Export…"), QDialogButtonBox::AcceptRole);
    m_copy = buttons->addButton(tr("Cop&y"), QDialogButtonBox::ActionRole);
    m_print = buttons->addButton(tr("Pr&int…"), QDialogButtonBox::ActionRole);
    connect(m_copy, &QPushButton::clicked, this, &ExportDialog::copy);
    connect(m_print, &QPushButton::clicked, this, &ExportDialog::print);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        if (const auto wanted = m_choices->request(); !wanted)
            return m_preview->showProblem(wanted.error());
        m_choices->remember();
        accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    return row;
}

pictures::Request ExportDialog::request() const {
    pictures::Request request = m_choices->request().value_or(pictures::Request());
    if (m_words->toPlainText() != m_generated)
        request.words = m_words->toPlainText();
    return request;
}

void ExportDialog::showPicture() {
    const auto request = m_choices->request();
    if (!request)
        return m_preview->showProblem(request.error());
    m_preview->show(m_exploration.dossier(), *request);
    enableButtons();
}

/// Words that were edited stay.
void ExportDialog::showWords(const QString& words) {
    const bool isEdited = m_words->toPlainText() != m_generated;
    m_generated = words;
    if (!isEdited)
        m_words->setPlainText(words);
    m_reset->setEnabled(m_words->toPlainText() != m_generated);
    enableButtons();
}

/// The picture may be written before it is shown, not before it can be.
void ExportDialog::enableButtons() {
    const bool isShown = !m_preview->sheets().isEmpty(), isPossible = m_preview->isDrawing() || isShown;
    m_accept->setEnabled(isPossible);
    m_copy->setEnabled(isPossible);
    m_print->setEnabled(isShown);
    showPage();
}

void ExportDialog::copy() {
    if (const auto wanted = m_choices->request(); !wanted)
        return m_preview->showProblem(wanted.error());
    m_choices->remember();
    m_said->setText(tr("Copying…"));
    m_queue.add(copyingOf(m_exploration.dossier(), request(), m_wording, [said = QPointer(m_said)] {
        if (said)
            said->setText(tr("Copied the picture with its alt text"));
    }));
}

void ExportDialog::print() {
    if (m_preview->sheets().isEmpty()) // it is being drawn anew
        return;
    m_choices->remember();
    const pictures::Sheet sheet = m_preview->sheets().first();
    const model::DossierPointer dossier = m_exploration.dossier();
    const bool hasSources = m_preview->sheets().size() > 1;
    const auto sources = [&, request = m_preview->request()](QSizeF page) {
        return hasSources ? pictures::sourceSheets(dossier, request, m_wording, page) : QList<pictures::Sheet>();
    };
    printPicture(this, {sheet, sources, pictures::isPoster(m_choices->preset())}, dossier->head().title);
}

ExportQueue::Wish copyingOf(const model::DossierPointer& dossier, const pictures::Request& request,
                            const wording::Wording& wording, const std::function<void()>& done) {
    auto data = std::make_shared<std::unique_ptr<QMimeData>>();
    const auto work = [=](const pictures::Progress& progress) -> model::Result<void> {
        auto made = pictures::clipboardData(dossier, request, wording, progress);
        if (!made)
            return tl::unexpected(made.error());
        *data = std::move(*made);
        (*data)->moveToThread(qApp->thread());
        return {};
    };
    return {ExportDialog::tr("the picture"), ExportDialog::tr("The picture was not copied."), work, [data, done] {
                QGuiApplication::clipboard()->setMimeData(data->release());
                done();
            }};
}

} // namespace entente::shell
