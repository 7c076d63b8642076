#pragma once

#include "app/details/page.h"

#include <QUrl>

class QToolButton;

namespace entente::details {

/// A numbered citation: title, publisher, date and locator; its quotation below when pressed. Buttons open its address,
/// after showing it, and copy the citation in one of three styles.
class SourceRow : public QWidget {
    Q_OBJECT

public:
    SourceRow(const Context& context, model::CitationId citation, int number, QWidget* parent = nullptr);

    /// Marks the row for a moment as the one just asked for, and gives it the focus.
    void flash();

    /// The web address of a source, or an empty one: only http and https are ever opened.
    static QUrl webAddress(const QString& text);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* mainColumn(int number);
    QString remark() const;
    void addLinkButton(QLayout& line, const QString& address, theme::Symbol symbol, const QString& name);
    void addCopyButton(QLayout& line);
    QToolButton* toolButton(theme::Symbol symbol, const QString& name);
    void open(const QUrl& address);

    Context m_context;
    model::CitationId m_citation;
    Row* m_row = nullptr;
    bool m_flashing = false;
};

} // namespace entente::details
