#pragma once

#include "app/theme/theme.h"

#include <QScrollArea>
#include <QTextDocument>

namespace entente::presentation {

/// A presenter's notes: Markdown without HTML, of which nothing is ever loaded from files or the network.
class NotesView : public QScrollArea {
    Q_OBJECT

public:
    explicit NotesView(const theme::Theme& theme, QWidget* parent = nullptr);

    void setNotes(const QString& markdown);
    /// 0.75 to 2.5 times the usual size.
    double factor() const { return m_factor; }
    void setFactor(double factor);
    QString plainText() const;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void lay();

    theme::Theme m_theme;
    QString m_markdown;
    QTextDocument* m_document;
    double m_factor = 1;
};

} // namespace entente::presentation
