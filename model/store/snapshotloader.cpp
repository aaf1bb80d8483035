#include "model/store/snapshotloader.h"

#include "model/store/queries.h"
#include "model/store/snapshotparts.h"
#include "model/store/snapshottables.h"
#include "model/store/transaction.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

namespace polder {

namespace {

using namespace Qt::StringLiterals;

/// Keys of the rows that changed, sorted, by the name of their table.
using ChangedKeys = QHash<QString, std::vector<std::int32_t>>;

/// The same statement of the record as it was known (sql/routines/90_known.sql).
QByteArray ofThePast(QByteArray sql) {
    return sql.replace("polder.", "known.").replace("api.", "known.");
}

template <typename T>
Result<std::vector<T>> loadRows(DatabaseConnection &connection, const TableSource<T> &source, bool past = false) {
    const QByteArray sql = snapshotQuery(source.name);
    return copyRows<T>(connection, source.name, past ? ofThePast(sql) : sql);
}

template <typename T>
auto tableOf(const TableSource<T> &, std::vector<T> rows) {
    return typename Stored<T>::Type(std::move(rows));
}

QByteArray arrayOf(const std::vector<std::int32_t> &keys) {
    QByteArrayList texts;
    for (const std::int32_t key : keys) {
        texts << QByteArray::number(key);
    }
    return '{' + texts.join(',') + '}';
}

QByteArray arrayOfDates(const std::vector<std::int32_t> &days) {
    QByteArrayList texts;
    for (const std::int32_t number : days) {
        texts << Day{number}.toDate().toString(Qt::ISODate).toLatin1();
    }
    return '{' + texts.join(',') + '}';
}

template <typename T>
Result<std::vector<T>> queryRows(DatabaseConnection &connection, const char *table, const QByteArray &sql,
                                 const DatabaseConnection::Parameters &parameters) {
    const auto result = connection.query(sql, parameters, DatabaseConnection::Format::Binary);
    if (!result) {
        return result.error();
    }
    std::vector<T> rows(result->count());
    std::vector<QByteArrayView> fields(result->columns());
    RowReader reader;
    for (int i = 0; i < result->count(); ++i) {
        for (int column = 0; column < result->columns(); ++column) {
            fields[column] = result->field(i, column);
        }
        reader.begin(fields);
        decode(reader, rows[i]);
        if (!reader.complete()) {
            return defect(table, reader.trouble());
        }
    }
    sortRows(rows);
    return rows;
}

template <typename T>
Result<std::vector<T>> loadChangedRows(DatabaseConnection &connection, const TableSource<T> &source,
                                       const std::vector<std::int32_t> &keys) {
    QByteArray sql = namedQuery(u"changed"_s);
    sql.replace(":query", snapshotQuery(source.name)).replace(":key", source.keyColumn);
    return queryRows<T>(connection, source.name, sql, {arrayOf(keys)});
}

Day dayFromText(const QString &text) {
    return Day::fromDate(QDate::fromString(text, Qt::ISODate));
}

Result<QJsonObject> viewerJson(DatabaseConnection &connection) {
    const auto rows = connection.query(namedQuery(u"viewer"_s));
    if (!rows) {
        return rows.error();
    }
    return QJsonDocument::fromJson(rows->field(0, 0).toByteArray()).object();
}

Viewer viewerOf(const QJsonObject &json) {
    Viewer viewer;
    viewer.person = {json["person"_L1].toInt()};
    viewer.organisation = {json["organisation"_L1].toInt()};
    viewer.name = json["name"_L1].toString();
    for (const auto &value : json["appointments"_L1].toArray()) {
        const QJsonObject appointment = value.toObject();
        viewer.appointments.push_back({appointment["role"_L1].toString(),
                                       {appointment["organisation"_L1].toInt()},
                                       {appointment["site"_L1].toInt()}});
    }
    for (const auto &person : json["stands_for"_L1].toArray()) {
        viewer.standsFor.push_back({person.toInt()});
    }
    viewer.mayAsk = json["may_ask"_L1].toBool();
    viewer.mayAskForOthers = json["may_ask_for_others"_L1].toBool();
    viewer.maySetAside = json["may_set_aside"_L1].toBool();
    viewer.mayAmend = json["may_amend"_L1].toBool();
    return viewer;
}

/// As the setting `reference_mix` has it; api.set_setting has looked at its numbers.
std::vector<ReferenceItem> mixOf(const QJsonArray &json) {
    std::vector<ReferenceItem> mix;
    for (const auto &value : json) {
        const QJsonObject item = value.toObject();
        mix.push_back({{static_cast<std::int32_t>(item["height_u"_L1].toDouble() * 2)},
                       {qRound64(item["draw_w"_L1].toDouble() * 1000)},
                       {qRound64(item["weight_kg"_L1].toDouble() * 1000)},
                       item["times"_L1].toInt(1)});
    }
    return mix;
}

Result<Policy> loadPolicy(DatabaseConnection &connection, OrganisationId viewers, bool past = false) {
    const QByteArray sql = namedQuery(u"policy"_s);
    const auto rows = connection.query(past ? ofThePast(sql) : sql, {QByteArray::number(viewers.value)});
    if (!rows) {
        return rows.error();
    }
    Policy policy;
    const QHash<QString, std::int32_t *> members{
        {u"cord_allowance_mm"_s, &policy.cordAllowance.mm},
        {u"power_factor_permille"_s, &policy.powerFactorPermille},
        {u"grams_per_u"_s, &policy.gramsPerUnitEstimate},
        {u"watts_per_u_estimate"_s, &policy.wattsPerUnitEstimate},
        {u"nameplate_budget_permille"_s, &policy.nameplateBudgetPermille},
        {u"agreement_warn_permille"_s, &policy.agreementWarnPermille},
        {u"hold_days"_s, &policy.holdDays},
        {u"network_ports_refuse"_s, &policy.networkPortsRefuse},
        {u"score_weight_space"_s, &policy.scoreWeights.space},
        {u"score_weight_low"_s, &policy.scoreWeights.low},
        {u"score_weight_phases"_s, &policy.scoreWeights.phases},
        {u"score_weight_headroom"_s, &policy.scoreWeights.headroom},
        {u"score_weight_stranded"_s, &policy.scoreWeights.stranded},
        {u"score_weight_affinity"_s, &policy.scoreWeights.affinity},
        {u"score_weight_site"_s, &policy.scoreWeights.site},
        {u"score_weight_airflow"_s, &policy.scoreWeights.airflow},
    };
    for (int i = 0; i < rows->count(); ++i) {
        if (std::int32_t *member = members.value(rows->text(i, 0))) {
            *member = static_cast<std::int32_t>(rows->number(i, 1).value_or(*member));
        } else if (rows->text(i, 0) == u"reference_mix") {
            policy.referenceMix = mixOf(QJsonDocument::fromJson(rows->field(i, 1).toByteArray()).array());
        }
    }
    return policy;
}

Result<std::vector<PlugFit>> loadPlugFits(DatabaseConnection &connection) {
    const auto rows = connection.query(namedQuery(u"plug_fit"_s));
    if (!rows) {
        return rows.error();
    }
    std::vector<PlugFit> fits;
    for (int i = 0; i < rows->count(); ++i) {
        fits.push_back({rows->text(i, 0), rows->text(i, 1)});
    }
    return fits;
}

} // namespace

Result<Snapshot> loadHead(DatabaseConnection &connection) {
    Snapshot head;
    const auto generation = connection.query(namedQuery(u"generation"_s));
    if (!generation) {
        return generation.error();
    }
    head.generation = generation->number(0, 0).value_or(0);
    const auto viewer = viewerJson(connection);
    if (!viewer) {
        return viewer.error();
    }
    head.viewer = viewerOf(*viewer);
    head.today = dayFromText((*viewer)["today"_L1].toString());
    const auto policy = loadPolicy(connection, head.viewer.organisation);
    if (!policy) {
        return policy.error();
    }
    head.policy = *policy;
    const auto plugFits = loadPlugFits(connection);
    if (!plugFits) {
        return plugFits.error();
    }
    head.plugFits = *plugFits;
    return head;
}

namespace {

Result<SnapshotPtr> loadTables(DatabaseConnection &connection, Snapshot snapshot, const LoadProgress &progress,
                               bool past = false) {
    Snapshot *into = &snapshot;
    int done = 0;
    const Status loaded = forEachTable([&connection, &progress, &done, into, past](const auto &source) -> Status {
        auto rows = loadRows(connection, source, past);
        if (!rows) {
            return rows.error();
        }
        into->*(source.table) = tableOf(source, std::move(*rows));
        if (progress) {
            progress(++done, tableCount);
        }
        return success();
    });
    if (!loaded) {
        return loaded.error();
    }
    return std::make_shared<const Snapshot>(std::move(snapshot));
}

Result<ChangedKeys> loadChanges(DatabaseConnection &connection, std::int64_t since) {
    const auto rows = connection.query(namedQuery(u"changes"_s), {QByteArray::number(qint64{since})});
    if (!rows) {
        return rows.error();
    }
    ChangedKeys changes;
    for (int i = 0; i < rows->count(); ++i) {
        changes[rows->text(i, 0)].push_back(static_cast<std::int32_t>(rows->number(i, 1).value_or(0)));
    }
    for (auto &keys : changes) {
        std::ranges::sort(keys);
        keys.erase(std::ranges::unique(keys).begin(), keys.end());
    }
    return changes;
}

/// Fetching by key pays while the keys are few; after an import the whole table comes faster.
bool worthFetchingByKey(std::size_t keys, std::size_t rows) {
    return keys <= 200 || keys * 8 <= rows;
}

/// The old rows of these keys give way to what became of them. A row that is gone, or that this person may no longer
/// see, is simply not among the fresh ones.
template <typename Rows, typename T, typename IsGone>
Rows merge(const Rows &old, const std::vector<std::int32_t> &keys, std::vector<T> fresh, const IsGone &isGone) {
    std::vector<typename Rows::Key> named;
    named.reserve(keys.size());
    for (const std::int32_t key : keys) {
        named.push_back({key});
    }
    return old.merged(named, std::move(fresh), isGone);
}

template <typename Rows, typename T>
Rows merge(const Rows &old, const std::vector<std::int32_t> &keys, std::vector<T> fresh) {
    return merge(old, keys, std::move(fresh),
                 [&keys](const T &row) { return std::ranges::binary_search(keys, rowKey(row).value); });
}

/// A booking changes a few days of the nodes above it, some of which have a step on nearly every day.
Status mergeLedgerDays(DatabaseConnection &connection, const ChangedKeys &changes, Ledger &ledger) {
    const std::vector<std::int32_t> nodes = changes.value(u"load_node"_s);
    const std::vector<std::int32_t> days = changes.value(u"load_day"_s);
    if (nodes.empty() || days.empty()) {
        return success();
    }
    QByteArray sql = namedQuery(u"changed_load_step"_s);
    sql.replace(":query", snapshotQuery("load_step"));
    auto rows = queryRows<LedgerStep>(connection, "load_step", sql, {arrayOf(nodes), arrayOfDates(days)});
    if (!rows) {
        return rows.error();
    }
    ledger = merge(ledger, nodes, std::move(*rows), [&](const LedgerStep &step) {
        return std::ranges::binary_search(days, step.day.number) && std::ranges::binary_search(nodes, step.node.value);
    });
    return success();
}

Result<SnapshotPtr> mergeTables(DatabaseConnection &connection, const Snapshot &previous, Snapshot head) {
    const auto changes = loadChanges(connection, previous.generation);
    if (!changes) {
        return changes.error();
    }
    Snapshot *into = &head;
    const Snapshot *old = &previous;
    const Status merged = forEachTable([&connection, &changes, into, old](const auto &source) -> Status {
        auto &table = into->*(source.table);
        table = old->*(source.table);
        const auto keys = changes->constFind(QString::fromLatin1(source.name));
        if (keys == changes->cend()) {
            return success();
        }
        const bool byKey = worthFetchingByKey(keys->size(), table.size());
        auto rows = byKey ? loadChangedRows(connection, source, *keys) : loadRows(connection, source);
        if (!rows) {
            return rows.error();
        }
        table = byKey ? merge(table, *keys, std::move(*rows)) : tableOf(source, std::move(*rows));
        return success();
    });
    if (!merged) {
        return merged.error();
    }
    if (const Status stepped = mergeLedgerDays(connection, *changes, head.ledger); !stepped) {
        return stepped.error();
    }
    return std::make_shared<const Snapshot>(std::move(head));
}

bool sameRights(const Viewer &a, const Viewer &b) {
    return a.person == b.person && a.organisation == b.organisation && a.appointments == b.appointments &&
           a.standsFor == b.standsFor;
}

Result<SnapshotPtr> inOneTransaction(DatabaseConnection &connection, const auto &load) {
    auto transaction = Transaction::begin(connection, Transaction::Kind::Snapshot);
    if (!transaction) {
        return transaction.error();
    }
    Result<SnapshotPtr> snapshot = load();
    if (!snapshot) {
        return snapshot;
    }
    if (const Status committed = transaction->commit(); !committed) {
        return committed.error();
    }
    return snapshot;
}

} // namespace

Result<SnapshotPtr> loadSnapshot(DatabaseConnection &connection, const LoadProgress &progress) {
    return inOneTransaction(connection, [&]() -> Result<SnapshotPtr> {
        auto head = loadHead(connection);
        return head ? loadTables(connection, std::move(*head), progress) : head.error();
    });
}

Status lookBack(DatabaseConnection &connection, const KnownAt &known) {
    const auto set = connection.query(namedQuery(u"as_known"_s), {QByteArray::number(qint64{known.generation}),
                                                                  known.day.toDate().toString(Qt::ISODate).toLatin1()});
    return set ? success() : Status(set.error());
}

Result<SnapshotPtr> loadSnapshotAsKnown(DatabaseConnection &connection, const KnownAt &known,
                                        const LoadProgress &progress) {
    return inOneTransaction(connection, [&]() -> Result<SnapshotPtr> {
        auto head = loadHead(connection);
        if (!head) {
            return head.error();
        }
        if (const Status back = lookBack(connection, known); !back) {
            return back.error();
        }
        head->generation = known.generation;
        head->today = known.day;
        const auto policy = loadPolicy(connection, head->viewer.organisation, true);
        if (!policy) {
            return policy.error();
        }
        head->policy = *policy;
        return loadTables(connection, std::move(*head), progress, true);
    });
}

Result<std::optional<KnownAt>> knownAt(DatabaseConnection &connection, std::optional<std::int64_t> generation,
                                       std::optional<Day> day) {
    const auto rows =
        connection.query(namedQuery(u"known_at"_s),
                         {generation ? std::optional(QByteArray::number(qint64{*generation})) : std::nullopt,
                          day ? std::optional(day->toDate().toString(Qt::ISODate).toLatin1()) : std::nullopt});
    if (!rows) {
        return rows.error();
    }
    if (rows->count() == 0) {
        return std::optional<KnownAt>();
    }
    return std::optional(KnownAt{.generation = rows->number(0, 0).value_or(0),
                                 .at = QDateTime::fromString(rows->text(0, 1), Qt::ISODateWithMs),
                                 .day = dayFromText(rows->text(0, 2)),
                                 .final = rows->text(0, 3) == u"t"});
}

Result<SnapshotPtr> refreshSnapshot(DatabaseConnection &connection, const SnapshotPtr &previous,
                                    const LoadProgress &progress) {
    return inOneTransaction(connection, [&]() -> Result<SnapshotPtr> {
        auto head = loadHead(connection);
        if (!head) {
            return head.error();
        }
        if (head->today != previous->today || head->generation < previous->generation ||
            !sameRights(head->viewer, previous->viewer)) {
            return loadTables(connection, std::move(*head), progress);
        }
        if (head->generation == previous->generation) {
            return previous;
        }
        return mergeTables(connection, *previous, std::move(*head));
    });
}

} // namespace polder
