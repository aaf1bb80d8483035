#pragma once

#include <QString>

#include <utility>

namespace polder {

/// An open file to lock. The kernel drops the lock when the last descriptor of it closes, however its owner ends.
class FileLock {
public:
    explicit FileLock(const QString &path); ///< creates the file; see isOpen
    ~FileLock();
    FileLock(FileLock &&o) noexcept : m_descriptor(std::exchange(o.m_descriptor, -1)) {}
    FileLock &operator=(FileLock &&o) noexcept {
        std::swap(m_descriptor, o.m_descriptor);
        return *this;
    }

    [[nodiscard]] bool isOpen() const { return m_descriptor >= 0; }
    [[nodiscard]] int descriptor() const { return m_descriptor; }

    void share();                    ///< waits
    void exclude();                  ///< waits
    [[nodiscard]] bool tryExclude(); ///< false: somebody else has it

private:
    int m_descriptor;
};

} // namespace polder
