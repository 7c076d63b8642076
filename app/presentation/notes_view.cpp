#include "app/presentation/notes_view.h"

#include <QAbstractTextDocumentLayout>
#include <QPainter>
#include <QScrollBar>
#include <QUrl>
#include <QVariant>
#include <algorithm>

namespace entente::presentation {

namespace {

constexpr double usualPixels = 19;
constexpr double smallest = 0.75, largest = 2.5;

/// Pictures and the like that notes name stay where they are.
class ClosedDocument : public QTextDocument {
public:
    using QTextDocument::QTextDocument;

protected:
    QVariant loadResource(int, const QUrl&) override { return {}; }
};

/// Pictures become links, which nobody follows.
QString withoutPictures(QString markdown) {
    return markdown.replace(QStringLiteral("!["), QStringLiteral("["));
}

class Sheet : public QWidget {
public:
    Sheet(QTextDocument& document, QColor ink) : m_document(document), m_ink(ink) {}

protected:
    void paintEvent(QPaintEvent* event) override {
        QPainter painter(this);
        QAbstractTextDocumentLayout::PaintContext context;
        context.palette.setColor(QPalette::Text, m_ink);
        context.palette.setColor(QPalette::Link, m_ink);
        context.clip = event->rect();
        m_document.documentLayout()->draw(&painter, context);
    }

private:
    QTextDocument& m_document;
    QColor m_ink;
};

} // namespace

NotesView::NotesView(const theme::Theme& theme, QWidget* parent)
    : QScrollArea(parent), m_theme(theme), m_document(new ClosedDocument(this)) {
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::TabFocus); // a click into the notes must not take a clicker's keys
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setPalette(theme.palette());
    auto* sheet = new Sheet(*m_document, theme.color(theme::Role::Ink));
    setWidget(sheet);
    setAccessibleName(tr("Notes"));
    m_document->setDocumentMargin(0);
}

void NotesView::setNotes(const QString& markdown) {
    if (markdown == m_markdown)
        return;
    m_markdown = markdown;
    m_document->setMarkdown(withoutPictures(markdown),
                            QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectCommonMark) |
                                QTextDocument::MarkdownNoHTML);
    verticalScrollBar()->setValue(0);
    lay();
}

void NotesView::setFactor(double factor) {
    m_factor = std::clamp(factor, smallest, largest);
    lay();
}

QString NotesView::plainText() const {
    return m_document->toPlainText();
}

void NotesView::lay() {
    QFont font = m_theme.font(theme::Type::Body);
    font.setPixelSize(std::max(1, static_cast<int>(usualPixels * m_factor)));
    m_document->setDefaultFont(font);
    m_document->setTextWidth(std::max(40, viewport()->width() - 8));
    widget()->resize(viewport()->width(), static_cast<int>(m_document->size().height()) + 4);
    widget()->setAccessibleName(plainText());
    widget()->update();
}

void NotesView::resizeEvent(QResizeEvent* event) {
    QScrollArea::resizeEvent(event);
    lay();
}

} // namespace entente::presentation
