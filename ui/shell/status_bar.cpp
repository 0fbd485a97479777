#include "ui/shell/status_bar.h"
#include "ui/shell/work_strip.h"
#include <QHBoxLayout>
#include <QPainter>

namespace crm {
namespace {

class Light : public QWidget
{
public:
    explicit Light(QWidget *parent)
        : QWidget(parent)
    {
        setFixedSize(8, 8);
    }
    bool on = true, warns = false;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(!on ? colors().danger : warns ? colors().warning : colors().success);
        painter.drawEllipse(rect());
    }
};

} // namespace

StatusBar::StatusBar(QWidget *parent)
    : QWidget(parent)
    , m_page(new ElidedLabel({}, TextRole::Caption, this, true))
    , m_works(new WorkArea(this))
    , m_place(makeLabel({}, TextRole::Caption, this, true))
    , m_light(new Light(this))
{
    setObjectName(QStringLiteral("statusBar"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(space::l, space::xs, space::l, space::xs);
    layout->setSpacing(space::s);
    layout->addWidget(m_page, 1);
    layout->addWidget(m_works);
    layout->addWidget(m_light);
    layout->addWidget(m_place);
    setFixedHeight(fontMetrics().height() + space::s + 2);
}

void StatusBar::setPageText(const QString &text)
{
    m_page->setText(text);
    m_page->setAccessibleName(text);
}

void StatusBar::setPlace(const QString &text, const QString &tip)
{
    m_place->setText(text);
    m_place->setToolTip(tip);
}

void StatusBar::setConnected(bool on)
{
    static_cast<Light *>(m_light)->on = on;
    m_light->update();
}

void StatusBar::setWarning(bool on)
{
    static_cast<Light *>(m_light)->warns = on;
    m_light->update();
    m_place->setForegroundRole(on ? QPalette::WindowText : QPalette::PlaceholderText);
}

void StatusBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), colors().window);
    painter.fillRect(QRect(0, 0, width(), 1), colors().border);
}

} // namespace crm
