#pragma once

#include <QString>

#include <stop_token>
#include <string>
#include <thread>

namespace polder::ctl {

/// What CBC, a program of its own, makes of a model.
struct Solved {
    std::string solution; ///< as it writes it; empty: it did not
    std::string log;
    QString trouble; ///< why it did not run; empty: it did
};

/// Why there is no CBC; empty: it is installed.
[[nodiscard]] QString withoutCbc();

/// Runs CBC on a model in MPS format for no longer than that. When it is stopped, it gives the best so far.
[[nodiscard]] Solved solveWithCbc(const std::string &mps, double seconds, std::stop_token stop);

/// While it lives, Ctrl-C stops what looks at its token, and does not end the program.
class Interruptible {
public:
    Interruptible();
    Interruptible(const Interruptible &) = delete;
    Interruptible &operator=(const Interruptible &) = delete;
    ~Interruptible();

    [[nodiscard]] std::stop_token token() const { return m_source.get_token(); }

private:
    std::stop_source m_source;
    std::jthread m_watch;
};

} // namespace polder::ctl
