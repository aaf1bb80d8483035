#pragma once

#include <QTest>

namespace polder::test {

/// How long a test waits for what is to happen, in milliseconds. The wait ends when it happens, so only a failure takes
/// this long; under a sanitizer and on a busy machine everything takes its time.
constexpr int patience = 30'000;

/// By how much a program with AddressSanitizer is slower: where a test gives a program its time.
#ifdef __SANITIZE_ADDRESS__
constexpr int slowness = 5;
#else
constexpr int slowness = 1;
#endif

} // namespace polder::test

#define TRY_VERIFY(expression) QTRY_VERIFY_WITH_TIMEOUT(expression, polder::test::patience)
#define TRY_VERIFY2(expression, message) QTRY_VERIFY2_WITH_TIMEOUT(expression, message, polder::test::patience)
#define TRY_COMPARE(actual, expected) QTRY_COMPARE_WITH_TIMEOUT(actual, expected, polder::test::patience)
