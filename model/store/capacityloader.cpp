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

/// Packed node by node: as steps of the ledger they would take five times as much.
Ledger ledgerOf(std::span<const RackStep> rows) {
    std::vector<NodeSteps> nodes;
    std::vector<LedgerStep> steps;
    for (auto row = rows.begin(); row != rows.end();) {
        steps.clear();
        const NodeId node = row->node;
        for (; row != rows.end() && row->node == node; ++row) {
            steps.push_back({node, {}, row->day, {row->load, 0, 0, 0}, {}});
        }
        nodes.emplace_back(steps);
    }
    return Ledger(Table<NodeSteps>(std::move(nodes)));
}

Result<Ledger> readLedger(DatabaseConnection &by, const QString &statement, const QByteArray &sql) {
    if (statement == rackSteps) {
        const auto rows = copyRows<RackStep>(by, "load_step", sql);
        return rows ? ledgerOf(*rows) : Result<Ledger>(rows.error());
    }
    const auto rows = copyRows<LedgerStep>(by, "load_step", sql);
    return rows ? Ledger(*rows) : Result<Ledger>(rows.error());
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
    Snapshot *into = &*head;
    std::vector<Ledger> ledgers(statements.value(u"load_step"_s).size()); // each by a statement of its own
    (void)forEachTable([&]<typename T>(const TableSource<T> &source) {
        const auto names = statements.value(QString::fromLatin1(source.name));
        for (qsizetype i = 0; i < names.size(); ++i) {
            QByteArray sql = namedQuery(names[i]);
            sql.replace(":on", isoDate(on)).replace(":start", isoDate(start)).replace(":until", isoDate(until));
            const auto read = [into, source, name = names[i], sql, ledger = ledgers.data() + i](auto &by) -> Status {
                if constexpr (std::is_same_v<T, LedgerStep>) {
                    auto part = readLedger(by, name, sql);
                    return part ? (*ledger = std::move(*part), success()) : Status(part.error());
                } else {
                    auto rows = copyRows<T>(by, source.name, sql);
                    return rows ? (into->*(source.table) = Table<T>(std::move(*rows)), success())
                                : Status(rows.error());
                }
            };
            jobs.push_back({weightOf(names[i]), read});
        }
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
    for (const auto &part : ledgers) {
        head->ledger = head->ledger.with(part);
    }
    return std::make_shared<const Snapshot>(std::move(*head));
}

} // namespace polder
