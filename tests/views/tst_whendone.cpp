#include "tests/support/patience.h"
#include "views/parts/whendone.h"

#include <QPromise>
#include <QTest>
#include <QtConcurrentRun>

#include <memory>
#include <semaphore>

using namespace polder;

/// Work that ends after whoever asked for it is the ordinary case of a closed window.
class TestWhenDone : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theResultComesOnTheContextsThread() {
        QObject context;
        int got = 0;
        QThread *on = nullptr;
        whenDone(QtConcurrent::run([] { return 7; }), &context, [&](int result) {
            got = result;
            on = QThread::currentThread();
        });
        QCOMPARE(got, 0); // never at once: the caller has not returned yet
        TRY_COMPARE(got, 7);
        QCOMPARE(on, thread());
        TRY_VERIFY(context.children().isEmpty());
    }

    void whatIsDoneAlreadyIsTakenToo() {
        QObject context;
        QPromise<int> promise;
        promise.start();
        promise.addResult(7);
        promise.finish();
        int got = 0;
        whenDone(promise.future(), &context, [&](int result) { got = result; });
        QCOMPARE(got, 0);
        TRY_COMPARE(got, 7);
    }

    void aContextThatGoesBeforeTheWorkIsDone() {
        auto context = std::make_unique<QObject>();
        std::binary_semaphore maySay(0);
        const auto work = QtConcurrent::run([&] {
            maySay.acquire();
            return 7;
        });
        bool called = false;
        whenDone(work, context.get(), [&](int) { called = true; });
        context.reset();
        maySay.release();
        TRY_VERIFY(work.isFinished());
        QCoreApplication::sendPostedEvents();
        QVERIFY(!called);
    }

    void aContextThatGoesBeforeTheAnswerIsDelivered() {
        auto context = std::make_unique<QObject>();
        QPromise<int> promise;
        promise.start();
        bool called = false;
        whenDone(promise.future(), context.get(), [&](int) { called = true; });
        promise.addResult(7);
        promise.finish();
        context.reset();
        QCoreApplication::sendPostedEvents();
        QVERIFY(!called);
    }

    void aContextThatGoesWhileItIsCalled() {
        auto context = std::make_unique<QObject>();
        bool called = false;
        whenDone(QtConcurrent::run([] { return 7; }), context.get(), [&](int) {
            called = true;
            context.reset();
        });
        TRY_VERIFY(called);
    }

    void workThatEndsWithoutAResultCallsNothing() {
        QObject context;
        bool called = false;
        {
            QPromise<int> promise;
            promise.start();
            whenDone(promise.future(), &context, [&](int) { called = true; });
        } // given up
        TRY_VERIFY(context.children().isEmpty());
        QVERIFY(!called);
    }
};

QTEST_GUILESS_MAIN(TestWhenDone)
#include "tst_whendone.moc"
