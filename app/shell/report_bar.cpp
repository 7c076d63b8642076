#include "app/shell/report_bar.h"

#include <QAccessible>
#include <QHBoxLayout>

namespace entente::shell {

ReportBar::ReportBar(QWidget* parent)
    : QWidget(parent), m_what(new QLabel), m_button(new QPushButton), m_decline(new QPushButton(tr("No&t Now"))) {
    constexpr int stays = 12'000; // milliseconds
    m_what->setTextFormat(Qt::PlainText);
    m_stays.setSingleShot(true);
    m_stays.setInterval(stays);
    connect(&m_stays, &QTimer::timeout, this, &QWidget::hide);
    connect(m_button, &QPushButton::clicked, this, [this] {
        hide();
        m_deed();
    });
    connect(m_decline, &QPushButton::clicked, this, [this] {
        hide();
        emit declined();
    });
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 0, 0, 0);
    row->addWidget(m_what);
    row->addWidget(m_button);
    row->addWidget(m_decline);
    row->addStretch(1);
    hide();
}

void ReportBar::put(const QString& what, const QString& button, const std::function<void()>& deed) {
    // A long headline must not widen the window.
    m_what->setText(fontMetrics().elidedText(what, Qt::ElideMiddle, window()->width() / 2));
    m_what->setAccessibleName(what);
    m_button->setText(button);
    m_deed = deed;
    show();
    QAccessibleEvent spoken(m_what, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&spoken);
}

void ReportBar::say(const QString& what, const QString& button, const std::function<void()>& deed) {
    m_decline->hide();
    m_stays.start();
    put(what, button, deed);
}

void ReportBar::hold(const QString& what, const QString& button, const std::function<void()>& deed) {
    m_decline->hide();
    m_stays.stop();
    put(what, button, deed);
}

void ReportBar::ask(const QString& what, const QString& button, const std::function<void()>& deed) {
    m_decline->show();
    m_stays.stop();
    put(what, button, deed);
}

} // namespace entente::shell
