#include "keeper.h"

#include <fcntl.h>
#include <grp.h>
#include <sys/file.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

// Everything here runs in a fork of a program with threads: only async-signal-safe calls, no allocation, no Qt.
namespace polder {

namespace {

constexpr int keptDescriptor = 3; // where the server lock is moved to

void becomeQuiet(int log) {
    const int null = ::open("/dev/null", O_RDWR);
    ::dup2(null, STDIN_FILENO);
    ::dup2(log, STDOUT_FILENO);
    ::dup2(log, STDERR_FILENO);
}

void restoreSignals() {
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    for (const int number : {SIGCHLD, SIGINT, SIGTERM, SIGHUP, SIGPIPE}) {
        ::signal(number, SIG_DFL);
    }
}

pid_t startServer(char *const *arguments, char *const *environment, const std::optional<ServerAccount> &account) {
    const pid_t server = ::fork();
    if (server != 0) {
        return server;
    }
    if (account &&
        (::setgroups(1, &account->group) != 0 || ::setgid(account->group) != 0 || ::setuid(account->user) != 0)) {
        ::_exit(126);
    }
    ::prctl(PR_SET_PDEATHSIG, SIGINT); // after setuid, which clears it; SIGINT is PostgreSQL's fast shutdown
    ::execve(arguments[0], arguments, environment);
    ::_exit(127);
}

/// A process of its own, because the keeper also has to notice when the server ends by itself.
pid_t startWaiter(const char *leaseFile) {
    const int lease = ::open(leaseFile, O_RDWR | O_CLOEXEC);
    const pid_t waiter = ::fork();
    if (waiter == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        ::close(keptDescriptor); // not a process of the server
        while (::flock(lease, LOCK_EX) != 0 && errno == EINTR) {
        }
        ::_exit(0); // the keeper shares the open file, and with it the lock
    }
    return waiter;
}

[[noreturn]] void keep(const KeeperPlan &plan, char *const *arguments, char *const *environment) {
    ::prctl(PR_SET_NAME, "polder-keeper");
    restoreSignals();
    ::umask(077);
    const int log = ::open(plan.logFile.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    becomeQuiet(log);
    if (plan.serverLock != keptDescriptor) {
        ::dup2(plan.serverLock, keptDescriptor);
    }
    ::fcntl(keptDescriptor, F_SETFD, 0); // PostgreSQL keeps it open
    ::close_range(keptDescriptor + 1, ~0U, 0);
    if (::chdir("/") != 0) {
        ::_exit(1);
    }

    const pid_t server = startServer(arguments, environment, plan.account);
    const pid_t waiter = startWaiter(plan.leaseFile.c_str());
    bool running = server > 0;
    while (running) {
        const pid_t ended = ::wait(nullptr);
        if (ended == waiter) {
            ::kill(server, SIGINT);
        } else if (ended == server || ended < 0) {
            running = false;
        }
    }
    ::unlink(plan.socketFile.c_str()); // there after a crash only
    ::unlink(plan.socketLockFile.c_str());
    ::rmdir(plan.socketFolder.c_str());
    ::kill(waiter, SIGKILL);
    ::_exit(0);
}

} // namespace

bool startKeeper(const KeeperPlan &plan) {
    std::vector<char *> arguments;
    for (const std::string &argument : plan.command) {
        arguments.push_back(const_cast<char *>(argument.c_str()));
    }
    arguments.push_back(nullptr);
    // Nothing of ours: PGPORT, PGDATA or a translated locale would change what the server does.
    std::string path = "PATH=/usr/bin:/bin";
    std::string locale = "LC_ALL=C.UTF-8";
    char *environment[] = {path.data(), locale.data(), nullptr};

    const pid_t between = ::fork();
    if (between < 0) {
        return false;
    }
    if (between == 0) {
        ::setsid(); // neither Ctrl-C nor a closing terminal reaches the server
        const pid_t keeper = ::fork();
        if (keeper == 0) {
            keep(plan, arguments.data(), environment);
        }
        ::_exit(keeper < 0 ? 1 : 0);
    }
    int status = 0;
    while (::waitpid(between, &status, 0) < 0 && errno == EINTR) {
    }
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

} // namespace polder
