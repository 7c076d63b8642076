#include "app/shell/reading_bar.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace entente::shell {

ReadingBar::ReadingBar(QWidget* parent) : QWidget(parent), m_what(new QLabel), m_bar(new QProgressBar) {
    m_what->setTextFormat(Qt::PlainText);
    m_bar->setRange(0, 100);
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(160);
    m_bar->setMaximumHeight(10);
    m_bar->setAccessibleName(tr("Progress"));
    auto* cancel = new QPushButton(tr("&Cancel"));
    connect(cancel, &QPushButton::clicked, this, &ReadingBar::cancelled);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 0, 0, 0);
    row->addWidget(m_what);
    row->addWidget(m_bar);
    row->addWidget(cancel);
    hide();
}

void ReadingBar::report(double share, const QString& what) {
    constexpr qint64 patience = 500; // milliseconds
    if (!m_since.isValid())
        m_since.start();
    m_what->setText(what);
    m_bar->setValue(static_cast<int>(share * 100));
    setVisible(m_since.elapsed() >= patience);
}

void ReadingBar::end() {
    m_since.invalidate();
    hide();
}

} // namespace entente::shell
