#pragma once

#include <QtGlobal>

#include <poll.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace polder::test {

/// Watches for the end of a process that is not our child; make it while the process lives.
class ProcessEnd {
public:
    explicit ProcessEnd(qint64 pid) : m_descriptor(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0))) {}
    ~ProcessEnd() { ::close(m_descriptor); }
    ProcessEnd(const ProcessEnd &) = delete;
    ProcessEnd &operator=(const ProcessEnd &) = delete;

    [[nodiscard]] bool happensWithin(int milliseconds) const {
        pollfd watched{m_descriptor, POLLIN, 0};
        return ::poll(&watched, 1, milliseconds) == 1;
    }

private:
    int m_descriptor;
};

} // namespace polder::test
