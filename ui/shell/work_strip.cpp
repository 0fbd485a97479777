#include "ui/shell/work_strip.h"
#include "ui/shell/navigator.h"
#include "ui/shell/prompts.h"
#include "ui/style/scale.h"
#include <QEventLoop>
#include <QHBoxLayout>
#include <QProgressBar>

namespace crm {
namespace {
constexpr int refreshMs = 200, barWidth = 120, barHeight = 6;
constexpr int takingBackMs = 60'000; // at closing, for an import that is cancelled
} // namespace

WorkStrip::WorkStrip(std::shared_ptr<LongWork> work, QWidget *parent)
    : QWidget(parent)
    , m_work(std::move(work))
    , m_text(new ElidedLabel(m_work->title(), TextRole::Caption, this))
    , m_bar(new QProgressBar(this))
    , m_cancel(makeIconButton(QStringLiteral("close"), tr("Cancel: %1").arg(m_work->title()), this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, space::s, 0);
    row->setSpacing(space::s);
    row->addWidget(m_text, 1);
    row->addWidget(m_bar);
    row->addWidget(m_cancel);
    m_bar->setFixedSize(scaled(barWidth), barHeight);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(m_work->title());
    m_cancel->setFixedSize(fontMetrics().height() + 2, fontMetrics().height() + 2);
    m_cancel->setIconSize(QSize(scaled(12), scaled(12)));
    m_cancel->setFocusPolicy(Qt::StrongFocus);
    connect(m_cancel, &QToolButton::clicked, m_work.get(), &LongWork::cancel);
    connect(m_work.get(), &LongWork::cancelled, this, &WorkStrip::refresh);
    connect(m_work.get(), &LongWork::finished, this, [this] {
        hide();
        deleteLater();
    });
    connect(&m_timer, &QTimer::timeout, this, &WorkStrip::refresh);
    m_timer.start(refreshMs);
    refresh();
}

void WorkStrip::refresh()
{
    const int percent = m_work->percent();
    m_bar->setRange(0, percent < 0 ? 0 : 100);
    m_bar->setValue(std::max(percent, 0));
    m_cancel->setEnabled(!m_work->isCancelled());
    QString text = m_work->title();
    if (m_work->isCancelled())
        text = tr("%1: being cancelled", "long work").arg(text);
    else if (const QString left = m_work->timeLeft(); percent >= 0 && !left.isEmpty())
        text = tr("%1: %2 %, %3", "long work, how far, how long still").arg(text).arg(percent).arg(left);
    else if (percent >= 0)
        text = tr("%1: %2 %", "long work, how far").arg(text).arg(percent);
    m_text->setText(text);
    m_text->setAccessibleName(text);
}

// The area.

WorkArea::WorkArea(QWidget *parent)
    : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::m);
}

void WorkArea::follow(Navigator &navigator, const std::shared_ptr<LongWork> &work)
{
    QWidget *window = navigator.window();
    if (auto *area = window ? window->findChild<WorkArea *>() : nullptr)
        area->add(work);
}

void WorkArea::add(const std::shared_ptr<LongWork> &work)
{
    if (work->isFinished())
        return;
    m_works.append(work);
    layout()->addWidget(new WorkStrip(work, this));
    connect(work.get(), &LongWork::finished, this, [this, raw = work.get()] {
        m_works.removeIf([raw](const std::shared_ptr<LongWork> &w) { return w.get() == raw; });
    });
}

bool WorkArea::endAll()
{
    if (m_works.isEmpty())
        return true;
    const Prompts::Question question{tr("Cancel what is under way and close?"),
                                     tr("%1. What it has done until now is taken back.").arg(m_works.first()->title()),
                                     tr("Cancel it and close"),
                                     {},
                                     true};
    if (Prompts::ask(window(), question) != Prompts::Yes)
        return false;
    const QList<std::shared_ptr<LongWork>> works = m_works;
    QEventLoop loop;
    for (const auto &work : works) {
        connect(work.get(), &LongWork::finished, &loop, [&] {
            if (m_works.isEmpty())
                loop.quit();
        });
        work->cancel();
    }
    // Taking back may last; the strips say so meanwhile, and nothing else can be begun.
    QTimer::singleShot(takingBackMs, &loop, &QEventLoop::quit);
    window()->setEnabled(false);
    if (!m_works.isEmpty())
        loop.exec();
    window()->setEnabled(true);
    return true;
}

} // namespace crm
