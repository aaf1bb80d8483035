#include "filelock.h"

#include <QFile>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>

namespace polder {

namespace {

void wait(int descriptor, int operation) {
    while (::flock(descriptor, operation) != 0 && errno == EINTR) {
    }
}

} // namespace

FileLock::FileLock(const QString &path)
    : m_descriptor(::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)) {
}

FileLock::~FileLock() {
    if (m_descriptor >= 0) {
        ::close(m_descriptor);
    }
}

void FileLock::share() {
    wait(m_descriptor, LOCK_SH);
}

void FileLock::exclude() {
    wait(m_descriptor, LOCK_EX);
}

bool FileLock::tryExclude() {
    return ::flock(m_descriptor, LOCK_EX | LOCK_NB) == 0;
}

} // namespace polder
