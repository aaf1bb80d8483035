#include "app/polderctl/solving.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <atomic>
#include <chrono>
#include <csignal>

namespace polder::ctl {

using namespace Qt::StringLiterals;

namespace {

constexpr int lookEveryMilliseconds = 50;
/// It writes its solution down after it was told to end.
constexpr int graceMilliseconds = 5'000;

std::atomic<bool> interrupted = false;
static_assert(std::atomic<bool>::is_always_lock_free); // else a handler may not write it

QString cbcProgram() {
    return QStandardPaths::findExecutable(u"cbc"_s);
}

extern "C" void onInterrupt(int) {
    interrupted = true;
}

} // namespace

QString withoutCbc() {
    return cbcProgram().isEmpty() ? u"CBC is not installed (Debian: coinor-cbc)"_s : QString();
}

Solved solveWithCbc(const std::string &mps, double seconds, std::stop_token stop) {
    if (const QString trouble = withoutCbc(); !trouble.isEmpty()) {
        return {{}, {}, trouble};
    }
    const QTemporaryDir folder;
    QFile model(folder.filePath(u"plan.mps"_s));
    if (!model.open(QIODevice::WriteOnly) || model.write(mps.data(), static_cast<qint64>(mps.size())) < 0) {
        return {{}, {}, u"CBC gets no model: "_s + model.errorString()};
    }
    model.close();
    QProcess cbc;
    cbc.setWorkingDirectory(folder.path());
    cbc.setProcessChannelMode(QProcess::MergedChannels);
    cbc.setStandardInputFile(QProcess::nullDevice());
    cbc.start(cbcProgram(), {u"plan.mps"_s, u"-timeMode"_s, u"elapsed"_s, u"-sec"_s, QString::number(seconds, 'f', 3),
                             u"-solve"_s, u"-solution"_s, u"plan.sol"_s});
    QDeadlineTimer end(static_cast<qint64>(seconds * 1000) + graceMilliseconds);
    for (bool told = false; !cbc.waitForFinished(lookEveryMilliseconds) && cbc.state() != QProcess::NotRunning;) {
        if (stop.stop_requested() && !told) {
            ::kill(static_cast<pid_t>(cbc.processId()), SIGINT);
            end = QDeadlineTimer(graceMilliseconds);
            told = true;
        }
        if (end.hasExpired()) {
            cbc.kill();
            cbc.waitForFinished(graceMilliseconds);
            break;
        }
    }
    QFile solution(folder.filePath(u"plan.sol"_s));
    const QByteArray written = solution.open(QIODevice::ReadOnly) ? solution.readAll() : QByteArray();
    return {written.toStdString(), cbc.readAll().toStdString(),
            cbc.error() == QProcess::FailedToStart ? u"CBC does not start: "_s + cbc.errorString() : QString()};
}

Interruptible::Interruptible()
    : m_watch([source = m_source](const std::stop_token &end) mutable {
        while (!end.stop_requested()) {
            if (interrupted) {
                source.request_stop();
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(lookEveryMilliseconds));
        }
    }) {
    interrupted = false;
    std::signal(SIGINT, onInterrupt);
}

Interruptible::~Interruptible() {
    std::signal(SIGINT, SIG_DFL);
}

} // namespace polder::ctl
