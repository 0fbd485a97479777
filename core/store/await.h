// Answers of a Session, delivered on the window's thread for as long as the receiver lives.
//
//     await(this, session->save(document, key), [this](const Saved &s) { show(s); },
//           [this](const Error &e) { m_banner->showError(e.sentence()); });
//
//     m_search.ask(this, session->lookup(entity, text), ...);    // gives the former question up
//
// Not QFuture::then(context, ...): in Qt 6.4 that asserts when the context is gone before the answer comes.
// Neither handler is called for an answer that was cancelled. Thread: the receiver's.
#pragma once
#include "core/model/error.h"
#include <QFutureWatcher>
#include <QPointer>
#include <functional>

namespace crm {

/// Watches the future as a child of `context` and hands its result or its error on. Does not cancel it.
template<class T, class Done, class Failed>
QFutureWatcher<T> *await(QObject *context, const QFuture<T> &future, Done done, Failed failed)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, done, failed]() mutable {
        watcher->deleteLater();
        QFuture<T> answer = watcher->future();
        try {
            answer.waitForFinished(); // has finished; throws what the worker threw
        } catch (const Error &e) {
            if (e.kind() != ErrorKind::Cancelled)
                failed(e);
            return;
        }
        if (answer.isCanceled())
            return;
        if constexpr (std::is_void_v<T>)
            done();
        else
            done(answer.result());
    });
    watcher->setFuture(future);
    return watcher;
}

/// One question at a time: asking anew, and the end of this object, cancel the one before.
class Request
{
public:
    Request() = default;
    ~Request() { cancel(); }
    Request(const Request &) = delete;
    Request &operator=(const Request &) = delete;

    template<class T, class Done, class Failed>
    void ask(QObject *context, const QFuture<T> &future, Done done, Failed failed)
    {
        cancel();
        auto *watcher = new QFutureWatcher<T>(context);
        m_cancel = [asked = QFuture<T>(future)]() mutable { asked.cancel(); };
        m_watcher = watcher;
        QObject::connect(watcher, &QFutureWatcherBase::finished, context, [this, watcher, done, failed]() mutable {
            watcher->deleteLater();
            if (m_watcher != watcher)
                return; // a later question has taken its place
            m_watcher.clear();
            m_cancel = {};
            QFuture<T> answer = watcher->future();
            try {
                answer.waitForFinished();
            } catch (const Error &e) {
                if (e.kind() != ErrorKind::Cancelled)
                    failed(e);
                return;
            }
            if (answer.isCanceled())
                return;
            if constexpr (std::is_void_v<T>)
                done();
            else
                done(answer.result());
        });
        watcher->setFuture(future);
    }
    void cancel()
    {
        if (m_watcher) {
            m_watcher->disconnect();
            m_watcher->deleteLater();
            m_watcher.clear();
        }
        if (m_cancel)
            std::exchange(m_cancel, {})();
    }
    bool isRunning() const { return !m_watcher.isNull(); }

private:
    QPointer<QFutureWatcherBase> m_watcher;
    std::function<void()> m_cancel;
};

} // namespace crm
