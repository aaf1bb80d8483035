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
    ~ProcessEnd() { ::close(m_descriptor); } // -1 does no harm
    ProcessEnd(const ProcessEnd &) = delete;
    ProcessEnd &operator=(const ProcessEnd &) = delete;

    [[nodiscard]] bool happensWithin(int milliseconds) const {
        if (m_descriptor < 0) { // it had ended before we looked
            return true;
        }
        pollfd watched{m_descriptor, POLLIN, 0};
        return ::poll(&watched, 1, milliseconds) == 1;
    }

private:
    int m_descriptor;
};

} // namespace polder::test
