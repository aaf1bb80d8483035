#pragma once

#include "app/polderctl/session.h"

#include <QCommandLineParser>

#include <functional>

// Which record a report or a paper is made of.
namespace polder::ctl {

struct Record {
    SnapshotPtr snapshot;
    KnownAt known;
};

[[nodiscard]] QCommandLineOption asKnownOption();

/// As --as-known says; not given: the present one, of which `load` gives what is read. Invalid: no such generation, or
/// a day on which nothing was known or that has not come.
[[nodiscard]] Result<Record> recordAsked(Session &session, const QCommandLineParser &options,
                                         const std::function<Result<SnapshotPtr>()> &load);

} // namespace polder::ctl
