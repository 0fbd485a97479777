#include "ui/start/busy_page.h"
#include <QProgressBar>

namespace crm {

BusyPage::BusyPage(QWidget *parent)
    : CardPage(440, parent)
{
    m_title = makeLabel({}, TextRole::Title, this);
    m_title->setWordWrap(true);
    m_text = makeLabel({}, TextRole::Body, this, true);
    m_text->setWordWrap(true);
    m_bar = new QProgressBar(this);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress"));
    m_cancel = makeButton(tr("Cancel"), {}, ButtonRole::Normal, this);
    card()->addWidget(m_title);
    card()->addWidget(m_text);
    card()->addWidget(m_bar);
    card()->addSpacing(space::s);
    card()->addWidget(m_cancel, 0, Qt::AlignRight);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_cancel->setEnabled(false);
        m_text->setText(tr("Stopping\u2026"));
        Q_EMIT cancelRequested();
    });
}

void BusyPage::begin(const QString &title, const QString &text, bool cancellable)
{
    m_title->setText(title);
    m_text->setText(text);
    m_cancel->setEnabled(true);
    m_cancel->setVisible(cancellable);
    setProgress(0, 0);
}

void BusyPage::setProgress(qint64 done, qint64 total)
{
    // The bar counts in int; per mille is fine enough for an eye.
    m_bar->setRange(0, total > 0 ? 1000 : 0);
    m_bar->setValue(total > 0 ? int(1000 * done / total) : 0);
}

} // namespace crm
