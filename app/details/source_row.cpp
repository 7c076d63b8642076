#include "app/details/source_row.h"

#include "app/theme/plain_text.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QMenu>
#include <QMessageBox>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace entente::details {

namespace {
constexpr int flashTime = 1200;
}

SourceRow::SourceRow(const Context& context, model::CitationId citation, int number, QWidget* parent)
    : QWidget(parent), m_context(context), m_citation(citation) {
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(2);
    line->addWidget(mainColumn(number), 1);
    const model::Dossier& dossier = context.dossier();
    const model::Source& source = dossier.source(dossier.citation(citation).source);
    addLinkButton(*line, source.url, theme::Symbol::Link, tr("Open source %1 on the web").arg(number));
    addLinkButton(*line, source.archivedUrl, theme::Symbol::Document,
                  tr("Open archived copy of source %1").arg(number));
    addCopyButton(*line);
}

QString SourceRow::remark() const {
    const model::Dossier& dossier = m_context.dossier();
    const model::Citation& citation = dossier.citation(m_citation);
    const model::Source& source = dossier.source(citation.source);
    QStringList parts{source.publisher, m_context.wording.sourceDate(source), citation.locator};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

QWidget* SourceRow::mainColumn(int number) {
    const model::Dossier& dossier = m_context.dossier();
    const model::Citation& citation = dossier.citation(m_citation);
    auto* holder = new QWidget(this);
    auto* column = new QVBoxLayout(holder);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    RowContent content;
    const theme::Theme theme = m_context.theme;
    content.glyph = [theme, number](QPainter& painter, const QRectF& frame) {
        const double side = theme.px(16);
        paintNumber(painter, theme, {frame.left(), frame.center().y() - side / 2, side, side}, number);
    };
    content.title = dossier.source(citation.source).title;
    content.remark = remark();
    m_row = new Row(theme, content, holder);
    m_row->setAccessibleName(tr("Source %1: %2").arg(QString::number(number), m_row->accessibleName()));
    column->addWidget(m_row);
    QStringList more{citation.quotation, citation.note};
    more.removeAll(QString());
    if (more.isEmpty()) {
        connect(m_row, &Row::clicked, this,
                [this] { m_context.exploration.select(m_context.dossier().citation(m_citation).source); });
        return holder;
    }
    auto* words =
        theme::plainLabel(theme, more.join(QLatin1Char('\n')), theme::Type::Secondary, theme::Role::Ink2, holder);
    words->setContentsMargins(qRound(theme.px(26)), 0, 0, qRound(theme.px(4)));
    words->hide();
    column->addWidget(words);
    m_row->setCheckable(true);
    m_row->setAccessibleDescription(tr("Shows the quotation."));
    connect(m_row, &Row::toggled, words, &QWidget::setVisible);
    return holder;
}

QUrl SourceRow::webAddress(const QString& text) {
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    const QString scheme = url.scheme().toLower();
    const bool web = scheme == QLatin1String("http") || scheme == QLatin1String("https");
    return url.isValid() && web && !url.host().isEmpty() ? url : QUrl();
}

QToolButton* SourceRow::toolButton(theme::Symbol symbol, const QString& name) {
    auto* button = new QToolButton(this);
    button->setIcon(theme::icon(symbol, m_context.theme));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setMinimumSize(QSize(1, 1) * qRound(m_context.theme.px(24)));
    button->setAccessibleName(name);
    theme::setPlainToolTip(*button, name);
    return button;
}

void SourceRow::addLinkButton(QLayout& line, const QString& address, theme::Symbol symbol, const QString& name) {
    const QUrl url = webAddress(address);
    if (url.isEmpty())
        return;
    QToolButton* button = toolButton(symbol, name);
    connect(button, &QToolButton::clicked, this, [this, url] { open(url); });
    line.addWidget(button);
    line.setAlignment(button, Qt::AlignTop);
}

void SourceRow::addCopyButton(QLayout& line) {
    QToolButton* button = toolButton(theme::Symbol::Copy, tr("Copy the citation"));
    auto* menu = new QMenu(button);
    const std::pair<QString, wording::CitationStyle> styles[] = {
        {tr("As &Plain Text"), wording::CitationStyle::Plain},
        {tr("As a &Footnote"), wording::CitationStyle::Footnote},
        {tr("As &BibTeX"), wording::CitationStyle::BibTeX}};
    for (const auto& [name, style] : styles)
        menu->addAction(name, this, [this, copied = style] {
            QGuiApplication::clipboard()->setText(
                m_context.wording.citationText(m_context.dossier(), m_citation, copied));
        });
    button->setMenu(menu);
    button->setPopupMode(QToolButton::InstantPopup);
    line.addWidget(button);
    line.setAlignment(button, Qt::AlignTop);
}

void SourceRow::open(const QUrl& address) {
    auto* question =
        new QMessageBox(QMessageBox::Question, tr("Open a web page"), tr("Open this address in the browser?"),
                        QMessageBox::Open | QMessageBox::Cancel, window());
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    question->setInformativeText(address.toDisplayString(QUrl::FullyEncoded));
    question->setDefaultButton(QMessageBox::Cancel);
    connect(question, &QMessageBox::finished, this, [address](int answer) {
        if (answer == QMessageBox::Open)
            QDesktopServices::openUrl(address);
    });
    question->open();
}

void SourceRow::flash() {
    m_flashing = true;
    update();
    m_row->setFocus(Qt::OtherFocusReason);
    QTimer::singleShot(flashTime, this, [this] {
        m_flashing = false;
        update();
    });
}

void SourceRow::paintEvent(QPaintEvent*) {
    if (!m_flashing)
        return;
    QPainter painter(this);
    painter.fillRect(rect(), m_context.theme.color(theme::Role::Hover));
}

} // namespace entente::details
