#include "app/polderctl/record.h"

#include "app/polderctl/command.h"
#include "app/polderctl/values.h"

namespace polder::ctl {

using namespace Qt::StringLiterals;

namespace {

Result<Record> present(Session &session, const std::function<Result<SnapshotPtr>()> &load) {
    // Else the same generation would say something else tomorrow.
    if (const Status lapsed = session.lapseHolds(); !lapsed.ok()) {
        return lapsed.error();
    }
    const auto snapshot = load();
    if (!snapshot.ok()) {
        return snapshot.error();
    }
    const auto known = session.known((*snapshot)->generation, {});
    if (!known.ok()) {
        return known.error();
    }
    KnownAt now = known->value_or(KnownAt{.generation = (*snapshot)->generation, .at = {}, .day = {}});
    now.final = false; // the next time it is another now
    return Record{*snapshot, now};
}

Result<Record> asKnown(Session &session, const QString &given) {
    bool isGeneration = false;
    const qint64 generation = given.toLongLong(&isGeneration);
    const QDate date = QDate::fromString(given, Qt::ISODate);
    if (!isGeneration && !date.isValid()) {
        return invalid(u"--as-known"_s, given, u"a generation, or a date like 2027-05-01"_s);
    }
    const auto known = session.known(isGeneration ? std::optional(generation) : std::nullopt,
                                     date.isValid() ? std::optional(Day::fromDate(date)) : std::nullopt);
    if (!known.ok()) {
        return known.error();
    }
    if (!*known) {
        return invalid(u"--as-known"_s, given,
                       isGeneration ? u"a generation that there has been"_s
                                    : u"a day up to today on which something was known"_s);
    }
    const auto snapshot = session.snapshot(**known);
    if (!snapshot.ok()) {
        return snapshot.error();
    }
    return Record{*snapshot, **known};
}

} // namespace

QCommandLineOption asKnownOption() {
    return valueOption(u"as-known"_s, u"GENERATION|DATE"_s, u"when the facts were known; now if not given"_s);
}

Result<Record> recordAsked(Session &session, const QCommandLineParser &options,
                           const std::function<Result<SnapshotPtr>()> &load) {
    const QString name = u"as-known"_s;
    return options.isSet(name) ? asKnown(session, options.value(name)) : present(session, load);
}

} // namespace polder::ctl
