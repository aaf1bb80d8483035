#pragma once

#include "journal.h"
#include "views/parts/estatewatch.h"
#include "views/parts/noticewatch.h"

namespace polder {

/// What all windows of one person share: what was done, so that each takes back what was done in any of them; one
/// estate for each state of the record; one list of what others did.
class Session {
public:
    explicit Session(Live &record) : m_journal(record), m_estates(m_journal), m_notices(m_journal) {}
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;

    [[nodiscard]] Journal &journal() { return m_journal; }
    [[nodiscard]] EstateWatch &estates() { return m_estates; }
    [[nodiscard]] NoticeWatch &notices() { return m_notices; }

private:
    Journal m_journal; ///< what all pages ask, so that it knows what was done
    EstateWatch m_estates;
    NoticeWatch m_notices;
};

} // namespace polder
