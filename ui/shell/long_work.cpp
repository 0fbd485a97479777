#include "ui/shell/long_work.h"

namespace crm {
namespace {
constexpr qint64 guessAfterMs = 1500; ///< earlier a guess would jump about
}

std::shared_ptr<LongWork> LongWork::begin(const QString &title)
{
    return std::shared_ptr<LongWork>(new LongWork(title));
}

LongWork::LongWork(const QString &title)
    : m_title(title)
{}

Progress LongWork::progress() const
{
    return [state = m_state](qint64 done, qint64 total) {
        state->done = done;
        state->total = total;
        return !state->cancelled;
    };
}

void LongWork::cancel()
{
    if (m_finished || m_state->cancelled.exchange(true))
        return;
    Q_EMIT cancelled();
}

void LongWork::finish()
{
    if (std::exchange(m_finished, true))
        return;
    Q_EMIT finished();
}

int LongWork::percent() const
{
    const qint64 total = m_state->total;
    return total > 0 ? int(std::min<qint64>(100, m_state->done * 100 / total)) : -1;
}

QString LongWork::timeLeft() const
{
    const qint64 done = m_state->done, total = m_state->total;
    if (total <= 0 || total != m_totalAtStart || done < m_doneAtStart) { // another stage has begun
        m_totalAtStart = total;
        m_doneAtStart = done;
        m_clock.start();
        return {};
    }
    const qint64 elapsed = m_clock.elapsed();
    if (elapsed < guessAfterMs || done <= m_doneAtStart || done >= total)
        return {};
    const double perStep = double(elapsed) / double(done - m_doneAtStart);
    const qint64 seconds = qint64(perStep * double(total - done) / 1000.0);
    if (seconds < 60)
        return tr("less than a minute left");
    return tr("about %n min left", nullptr, int((seconds + 30) / 60));
}

} // namespace crm
