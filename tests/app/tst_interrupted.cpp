#include "tests/app/polderctl.h"

#include <QJsonArray>
#include <QProcess>
#include <QTest>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace polder::test;

namespace {

/// A terminal on which a program draws its progress; what it draws is read here.
class Terminal {
public:
    Terminal() : m_master(::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC)) {
        if (m_master < 0 || ::grantpt(m_master) != 0 || ::unlockpt(m_master) != 0) {
            qFatal("there is no terminal");
        }
    }
    Terminal(const Terminal &) = delete;
    Terminal &operator=(const Terminal &) = delete;
    ~Terminal() { ::close(m_master); }

    [[nodiscard]] QString name() const { return QString::fromLocal8Bit(::ptsname(m_master)); }
    /// Waits until something is drawn.
    [[nodiscard]] QByteArray drawn() const {
        QByteArray buffer(4096, '\0');
        ssize_t count = -1;
        do {
            count = ::read(m_master, buffer.data(), static_cast<std::size_t>(buffer.size()));
        } while (count < 0 && errno == EINTR);
        return buffer.left(count);
    }

private:
    int m_master;
};

} // namespace

/// Ctrl-C stops a plan, and it says what it has; the exit code is that of this plan.
class TestInterrupted : public QObject {
    Q_OBJECT

    ServedDatabase m_demo;

private Q_SLOTS:
    void initTestCase() {
        const QString trouble = m_demo.startWithDemo();
        QVERIFY2(trouble.isEmpty(), qUtf8Printable(trouble));
    }
    void cleanupTestCase() { QVERIFY(m_demo.stop()); }

    void plans_data() {
        QTest::addColumn<QStringList>("what");
        QTest::addColumn<QString>("progress"); // what is on the terminal when it is stopped
        QTest::addColumn<QString>("found");    // what there has to be in the answer
        // The queue of the demonstration has more than it has room for, and its rooms a year of moves.
        QTest::newRow("requests") << QStringList{u"--requests"_s, u"all"_s} << u"without a place"_s << u"bookings"_s;
        QTest::newRow("rooms") << QStringList{u"--consolidate"_s, u"LEIDEN/DC2"_s} << u"consolidating"_s << u"moves"_s;
    }
    void plans() {
        QFETCH(QStringList, what);
        QFETCH(QString, progress);
        QFETCH(QString, found);
        const Terminal terminal;
        QProcess plan;
        plan.setStandardErrorFile(terminal.name());
        plan.start(QStringLiteral(POLDER_BINARY_DIR "/app/polderctl"),
                   QStringList{u"--embedded="_s + m_demo.path(u"db"_s), u"--json"_s, u"--as"_s, u"fm.leiden"_s,
                               u"plan"_s, u"--time-limit"_s, u"86400"_s} +
                       what);
        QVERIFY(plan.waitForStarted());
        QByteArray drawn;
        while (!drawn.contains(progress.toUtf8())) {
            drawn += terminal.drawn();
        }
        QCOMPARE(::kill(static_cast<pid_t>(plan.processId()), SIGINT), 0);
        QVERIFY(plan.waitForFinished(120'000));
        QCOMPARE(plan.exitStatus(), QProcess::NormalExit);
        const auto answer = QJsonDocument::fromJson(plan.readAllStandardOutput());
        QCOMPARE(answer[u"cancelled"_s], true);
        QCOMPARE(answer[u"status"_s], u"feasible"_s);
        QVERIFY(answer[found].isArray());
        QVERIFY(answer[u"seconds"_s].toDouble() < 86'400);
        QCOMPARE(plan.exitCode(), answer[u"missing"_s].toInt() > 0 ? 1 : 0);
    }
};

QTEST_GUILESS_MAIN(TestInterrupted)
#include "tst_interrupted.moc"
