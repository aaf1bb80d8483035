#pragma once

#include <QFuture>
#include <QFutureWatcher>

#include <utility>

namespace polder {

/// Calls `f` with the result, on the thread of `context` and only while that lives. Instead of `.then(context, f)`,
/// which Qt 6.4 asserts on where the context goes before the work is done. Work that ends without a result calls
/// nothing.
template <typename T, typename F>
void whenDone(const QFuture<T> &future, QObject *context, F f) {
    auto *watcher = new QFutureWatcher<T>(context); // goes with the context, and takes the connection along
    QObject::connect(watcher, &QFutureWatcherBase::finished, watcher, [watcher, f = std::move(f)] {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0) {
            f(watcher->result());
        }
    });
    watcher->setFuture(future);
}

} // namespace polder
