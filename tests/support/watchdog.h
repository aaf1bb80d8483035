#pragma once

#include <QApplication>
#include <QEvent>
#include <QImage>
#include <QMetaEnum>
#include <QPainter>
#include <QTest>
#include <QThread>

#include <time.h>

#include <algorithm>
#include <cstdio>
#include <utility>
#include <vector>

namespace polder::test {

/// How long the GUI thread may be held by one event, in milliseconds of a processor that draws the picture of
/// drawingTime() in `usualDrawing` of them.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr int longestHold = 200;
#else
constexpr int longestHold = 50;
#endif
constexpr double usualDrawing = 6;

/// ns of this thread.
inline qint64 processorTime() {
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return qint64{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

/// What a picture of always the same curves takes now, in milliseconds. (A processor that others use as well, or that
/// is clocked down, is slower by a half and more: it would fail for what is not the window's doing.)
inline double drawingTime() {
    const qint64 from = processorTime();
    QImage picture(500, 500, QImage::Format_ARGB32_Premultiplied);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < 400; ++i) {
        painter.setPen(QColor(i % 255, 90, 160));
        painter.drawEllipse(QRectF(i % 300, i % 211, 150 + i % 40, 120));
    }
    painter.end();
    return static_cast<double>(processorTime() - from) / 1e6;
}

/// An application that measures how long each event holds the GUI thread, and knows what it was: a test program runs in
/// it and fails if one took too long. What the test itself does between events (it asks the database, and waits) does
/// not count, as it would for a watch that pings the event loop from another thread. It is the thread's own processor
/// time that counts, beside what a known drawing takes right after, so a loaded machine makes no failure; that nothing
/// waits for the record on this thread is a test of its own (tst_desktopjob).
class WatchedApplication : public QApplication {
public:
    struct Hold {
        qint64 ms = 0;
        QString what;
    };

    using QApplication::QApplication;

    /// Those that were too long, in turn.
    [[nodiscard]] const std::vector<Hold> &holds() const { return m_holds; }
    [[nodiscard]] const Hold &longest() const { return m_longest; }
    /// Since it was last asked for.
    [[nodiscard]] Hold takeLongest() { return std::exchange(m_longest, {}); }
    /// Opening and closing a window are not counted: there is nothing in it yet that could not answer. No matter in
    /// another application.
    static void watch(bool wanted) {
        if (WatchedApplication *app = instance()) {
            app->m_watching = wanted;
        }
    }
    static WatchedApplication *instance() { return dynamic_cast<WatchedApplication *>(QCoreApplication::instance()); }

    bool notify(QObject *receiver, QEvent *event) override {
        // An event loop within an event (a dialog, a menu) hands on events of its own: they are measured for
        // themselves, and the one around them not at all.
        if (QThread::currentThread() != thread() || (m_depth > 0 && loopLevel() == m_level)) {
            return QApplication::notify(receiver, event);
        }
        const int level = std::exchange(m_level, loopLevel());
        ++m_depth;
        const bool outer = std::exchange(m_nested, false);
        const QLatin1String type(receiver->metaObject()->className()); // it may be gone afterwards
        const QString name = receiver->objectName();
        const QEvent::Type what = event->type();
        const bool watching = m_watching;
        const qint64 from = processorTime();
        const bool result = QApplication::notify(receiver, event);
        const qint64 took = processorTime() - from;
        if (!m_nested && watching) {
            count(took, type, name, what);
        }
        --m_depth;
        m_nested = outer || m_depth > 0;
        m_level = level;
        return result;
    }

private:
    static int loopLevel() { return QThread::currentThread()->loopLevel(); }
    void count(qint64 nanoseconds, QLatin1String type, const QString &name, QEvent::Type what) {
        qint64 ms = nanoseconds / 1'000'000;
        if (ms > longestHold) {
            const double slowness = std::min({drawingTime(), drawingTime(), drawingTime()}) / usualDrawing;
            ms = static_cast<qint64>(static_cast<double>(ms) / std::max(slowness, 1.0));
        }
        if (ms <= m_longest.ms && ms <= longestHold) {
            return;
        }
        const char *event = QMetaEnum::fromType<QEvent::Type>().valueToKey(what);
        const Hold hold{
            ms,
            QStringLiteral("%1 '%2' %3").arg(type, name, event ? QString::fromLatin1(event) : QString::number(what))};
        if (ms > m_longest.ms) {
            m_longest = hold;
        }
        if (ms > longestHold) {
            m_holds.push_back(hold);
        }
    }

    bool m_watching = true;
    int m_depth = 0;
    int m_level = 0;
    bool m_nested = false; ///< the event that is handled now has handed on others
    Hold m_longest;
    std::vector<Hold> m_holds;
};

/// The main function of a test that is watched.
template <typename Test>
int watchedMain(int argc, char **argv) {
    WatchedApplication app(argc, argv);
    Test test;
    const int failed = QTest::qExec(&test, argc, argv);
    std::printf("The GUI thread was held at most %lld ms, by %s\n", static_cast<long long>(app.longest().ms),
                qPrintable(app.longest().what));
    for (const auto &hold : app.holds()) {
        std::printf("FAIL!  : the GUI thread was held %lld ms by %s\n", static_cast<long long>(hold.ms),
                    qPrintable(hold.what));
    }
    return failed + static_cast<int>(app.holds().size());
}

} // namespace polder::test
