#include "model/store/capacityloader.h"

#include "model/store/queries.h"
#include "model/store/snapshotparts.h"
#include "model/store/snapshottables.h"
#include "model/store/transaction.h"

#include <QHash>
#include <QStringList>

#include <algorithm>
#include <atomic>
#include <functional>
#include <future>
#include <iterator>
#include <memory>
#include <type_traits>
#include <utility>

namespace polder {

namespace {

using namespace Qt::StringLiterals;

/// So far ahead the forecast looks, and a month of care.
constexpr int monthsAhead = 37;

/// The statements that fill each table; a table without any stays empty.
using Statements = QHash<QString, QStringList>;
const QString rackSteps = u"capacity/rack_step"_s;

Statements statementsOf(CapacityRead read) {
    Statements statements;
    for (const auto *name : {"site", "room", "rack_row", "rack", "node", "node_limit", "model"}) {
        statements[QString::fromLatin1(name)] = {u"snapshot/"_s + QString::fromLatin1(name)};
    }
    statements[u"placement"_s] = {u"capacity/placement"_s};
    statements[u"equipment"_s] = {u"capacity/equipment"_s};
    if (read == CapacityRead::Racks) {
        statements[u"outlet"_s] = {u"capacity/held_outlet"_s};
        statements[u"occupancy"_s] = {u"capacity/rack_space"_s};
        statements[u"load_step"_s] = {u"capacity/rack_load"_s};
    } else {
        statements[u"override"_s] = {u"snapshot/override"_s};
        statements[u"request"_s] = {u"capacity/request"_s};
        statements[u"request_item"_s] = {u"snapshot/request_item"_s};
        statements[u"outlet"_s] = {u"capacity/outlet"_s};
        statements[u"outlet_use"_s] = {u"capacity/outlet_use"_s};
        statements[u"occupancy"_s] = {u"snapshot/occupancy"_s};
        statements[u"load_step"_s] = {u"capacity/chain_step"_s, u"capacity/chain_load"_s, rackSteps};
    }
    return statements;
}

/// What takes longest begins first.
int weightOf(const QString &statement) {
    static const QStringList slow{
        u"capacity/chain_step"_s, u"snapshot/occupancy"_s, u"capacity/chain_load"_s, rackSteps,
        u"capacity/rack_load"_s,  u"capacity/outlet"_s,    u"capacity/outlet_use"_s, u"capacity/rack_space"_s,
        u"snapshot/node"_s};
    const auto place = slow.indexOf(statement);
    return static_cast<int>(place < 0 ? slow.size() : place);
}

/// A step of what a rack bears, which shifts nothing and has no phases.
struct RackStep {
    NodeId node;
    Day day;
    std::int64_t load = 0;
};
auto rowOrder(const RackStep &step) {
    return std::pair{step.node, step.day};
}
void decode(RowReader &row, RackStep &to) {
    row.read(to.node, to.day, to.load);
}

/// The rows of a statement; those of racks are a third as wide as others.
template <typename T>
Result<std::vector<T>> rowsOf(DatabaseConnection &by, const char *table, const QString &statement,
                              const QByteArray &sql) {
    if constexpr (std::is_same_v<T, LedgerStep>) {
        if (statement == rackSteps) {
            const auto steps = copyRows<RackStep>(by, table, sql);
            if (!steps) {
                return steps.error();
            }
            std::vector<LedgerStep> rows;
            rows.reserve(steps->size());
            for (const auto &step : *steps) {
                rows.push_back({step.node, {}, step.day, {step.load, 0, 0, 0}, {}});
            }
            return rows;
        }
    }
    return copyRows<T>(by, table, sql);
}

QByteArray isoDate(Day day) {
    return day.toDate().toString(Qt::ISODate).toLatin1();
}

/// One statement, read by whichever connection is free.
struct Job {
    int weight;
    std::function<Status(DatabaseConnection &)> run;
};

/// Takes job after job until there are none, or one has failed anywhere.
class Jobs {
public:
    explicit Jobs(std::vector<Job> jobs) : m_jobs(std::move(jobs)) {
        std::ranges::stable_sort(m_jobs, {}, &Job::weight);
    }
    Status work(DatabaseConnection &connection) {
        for (std::size_t at = m_next++; at < m_jobs.size() && !m_failed; at = m_next++) {
            if (const Status done = m_jobs[at].run(connection); !done) {
                m_failed = true;
                return done;
            }
        }
        return success();
    }

private:
    std::vector<Job> m_jobs;
    std::atomic<std::size_t> m_next = 0;
    std::atomic<bool> m_failed = false;
};

/// At the moment that another transaction looks at. Without a connection or that moment it leaves the work to others.
Status helpWith(Jobs &jobs, const ConnectionSettings &settings, const QByteArray &moment) {
    const auto connection = DatabaseConnection::open(settings);
    if (!connection) {
        return success();
    }
    auto transaction = Transaction::begin(**connection, Transaction::Kind::Snapshot);
    QByteArray sql = namedQuery(u"transaction/same_moment"_s);
    if (!transaction || !(*connection)->run(sql.replace(":moment", moment))) {
        return success();
    }
    return jobs.work(**connection);
}

} // namespace

Result<SnapshotPtr> loadCapacity(DatabaseConnection &connection, const ConnectionSettings &another, CapacityRead read,
                                 std::optional<Day> asOf) {
    auto transaction = Transaction::begin(connection, Transaction::Kind::Snapshot);
    if (!transaction) {
        return transaction.error();
    }
    const auto moment = connection.query(namedQuery(u"transaction/moment"_s));
    if (!moment) {
        return moment.error();
    }
    auto head = loadHead(connection);
    if (!head) {
        return head.error();
    }
    const Day on = asOf.value_or(head->today);
    const Day start = std::min(on, head->today);
    const Day until = Day::fromDate(std::max(on, head->today).toDate().addMonths(monthsAhead));

    const auto statements = statementsOf(read);
    std::vector<Job> jobs;
    std::vector<std::function<void()>> finish;
    Snapshot *into = &*head;
    (void)forEachTable([&]<typename T>(const TableSource<T> &source) {
        const auto parts = std::make_shared<std::vector<std::vector<T>>>();
        const auto names = statements.value(QString::fromLatin1(source.name));
        parts->resize(names.size());
        for (qsizetype i = 0; i < names.size(); ++i) {
            QByteArray sql = namedQuery(names[i]);
            sql.replace(":on", isoDate(on)).replace(":start", isoDate(start)).replace(":until", isoDate(until));
            jobs.push_back(
                {weightOf(names[i]), [source, name = names[i], sql, parts, i](DatabaseConnection &by) -> Status {
                     auto rows = rowsOf<T>(by, source.name, name, sql);
                     if (!rows) {
                         return rows.error();
                     }
                     (*parts)[i] = std::move(*rows);
                     return success();
                 }});
        }
        finish.emplace_back([into, source, parts] {
            std::vector<T> all;
            for (auto &part : *parts) {
                std::vector<T> some = std::exchange(part, {});
                if (all.empty()) {
                    all = std::move(some);
                    continue;
                }
                std::vector<T> both; // memory that was never touched is dear: nothing grows, nothing is kept twice
                both.reserve(all.size() + some.size());
                if constexpr (std::is_same_v<T, LedgerStep>) { // each part is in its order already
                    const auto order = [](const T &row) { return rowOrder(row); };
                    std::ranges::merge(all, some, std::back_inserter(both), {}, order, order);
                } else {
                    std::ranges::move(all, std::back_inserter(both));
                    std::ranges::move(some, std::back_inserter(both));
                }
                all = std::move(both);
            }
            sortRows(all);
            into->*(source.table) = Table(std::move(all));
        });
        return success();
    });
    Jobs all(std::move(jobs));
    auto helped = std::async(std::launch::async, [&all, &another, name = moment->field(0, 0).toByteArray()] {
        return helpWith(all, another, name);
    });
    const Status mine = all.work(connection);
    const Status theirs = helped.get();
    for (const auto &done : {mine, theirs}) {
        if (!done) {
            return done.error();
        }
    }
    if (const Status committed = transaction->commit(); !committed) {
        return committed.error();
    }
    // The ledger takes as long as all others together.
    auto ledger = std::async(std::launch::async, finish.back());
    finish.pop_back();
    for (const auto &table : finish) {
        table();
    }
    ledger.get();
    return std::make_shared<const Snapshot>(std::move(*head));
}

} // namespace polder
