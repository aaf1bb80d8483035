#pragma once

#include <QString>

#include <span>

namespace polder {

/// A code with which the record refuses, as guard.refusal lists it (sql/routines/46_refusals.sql): a test compares
/// them.
struct RefusalCode {
    const char *code;
    const char *sqlstate; ///< empty: it is told in an answer
    const char *english;  ///< with {names} of the data
};

[[nodiscard]] std::span<const RefusalCode> refusalCodes();
/// nullptr: it is not known here.
[[nodiscard]] const RefusalCode *refusalCode(const QString &code);

} // namespace polder
