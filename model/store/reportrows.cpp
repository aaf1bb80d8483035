#include "model/store/reportrows.h"

#include "model/store/queries.h"
#include "model/store/snapshotloader.h"
#include "model/store/transaction.h"

namespace polder {

namespace {

/// Several queries of one moment, as the record was known then.
class AsKnown {
public:
    static Result<AsKnown> begin(DatabaseConnection &connection, const KnownAt &known) {
        auto transaction = Transaction::begin(connection, Transaction::Kind::Snapshot);
        if (!transaction) {
            return transaction.error();
        }
        if (const Status back = lookBack(connection, known); !back) {
            return back.error();
        }
        return AsKnown(connection, std::move(transaction).value());
    }

    /// Calls `take(rows, row)` for each row.
    template <typename Take>
    Status each(const QString &query, const Take &take) {
        const auto rows = m_connection.query(namedQuery(query));
        if (!rows) {
            return rows.error();
        }
        for (int row = 0; row < rows->count(); ++row) {
            take(*rows, row);
        }
        return success();
    }

private:
    AsKnown(DatabaseConnection &connection, Transaction transaction)
        : m_connection(connection)
        , m_transaction(std::move(transaction)) {}

    DatabaseConnection &m_connection;
    Transaction m_transaction;
};

template <typename Id>
Id idAt(const Rows &rows, int row, int column) {
    return {static_cast<std::int32_t>(rows.number(row, column).value_or(0))};
}

std::optional<Day> dayAt(const Rows &rows, int row, int column) {
    const QDate date = QDate::fromString(rows.text(row, column), Qt::ISODate);
    return date.isValid() ? std::optional(Day::fromDate(date)) : std::nullopt;
}

Period periodAt(const Rows &rows, int row, int column) {
    return {dayAt(rows, row, column).value_or(Day::always()), dayAt(rows, row, column + 1).value_or(Day::never())};
}

/// Of the requests that the person may see, as it was known then; by id.
Result<std::vector<RequestClock>> loadRequestClocks(DatabaseConnection &connection, const KnownAt &known) {
    auto then = AsKnown::begin(connection, known);
    if (!then) {
        return then.error();
    }
    std::vector<RequestClock> clocks;
    const auto read = then->each(QStringLiteral("report/request_clock"), [&](const Rows &rows, int row) {
        clocks.push_back({idAt<RequestId>(rows, row, 0), dayAt(rows, row, 1), rows.text(row, 2) == QLatin1String("t")});
    });
    if (!read) {
        return read.error();
    }
    return clocks;
}

/// Shares and usage that the person may see, and all rates, as they were known then.
Result<Settlement> loadSettlement(DatabaseConnection &connection, const KnownAt &known) {
    auto then = AsKnown::begin(connection, known);
    if (!then) {
        return then.error();
    }
    Settlement settlement;
    auto read = then->each(QStringLiteral("report/system_share"), [&](const Rows &rows, int row) {
        settlement.shares.push_back({idAt<SystemId>(rows, row, 0), idAt<OrganisationId>(rows, row, 1),
                                     static_cast<int>(rows.number(row, 2).value_or(0)), periodAt(rows, row, 3)});
    });
    if (read) {
        read = then->each(QStringLiteral("report/usage"), [&](const Rows &rows, int row) {
            settlement.usage.push_back({idAt<AgreementLineId>(rows, row, 0), periodAt(rows, row, 1),
                                        rows.number(row, 3).value_or(0), rows.text(row, 4), rows.text(row, 5),
                                        idAt<OrganisationId>(rows, row, 6)});
        });
    }
    if (read) {
        read = then->each(QStringLiteral("report/rate"), [&](const Rows &rows, int row) {
            settlement.rates.push_back(
                {rows.text(row, 0), idAt<OrganisationId>(rows, row, 1), rows.number(row, 2).value_or(0)});
        });
    }
    if (read) {
        read = then->each(QStringLiteral("report/avoided"), [&](const Rows &rows, int row) {
            settlement.avoided.push_back(
                {idAt<RequestId>(rows, row, 0), idAt<EquipmentId>(rows, row, 1), dayAt(rows, row, 2)});
        });
    }
    if (read) {
        read = then->each(QStringLiteral("report/line_quota"), [&](const Rows &rows, int row) {
            settlement.quotas.push_back({idAt<AgreementLineId>(rows, row, 0), rows.number(row, 1).value_or(0)});
        });
    }
    if (!read) {
        return read.error();
    }
    return settlement;
}

/// Of the data centres whose readings the person may see, as they were known then; by site, indicator, node and day.
Result<std::vector<MeterReading>> loadMeterReadings(DatabaseConnection &connection, const KnownAt &known) {
    auto then = AsKnown::begin(connection, known);
    if (!then) {
        return then.error();
    }
    std::vector<MeterReading> readings;
    const auto read = then->each(QStringLiteral("report/meter_reading"), [&](const Rows &rows, int row) {
        readings.push_back({idAt<SiteId>(rows, row, 0), idAt<NodeId>(rows, row, 1), rows.text(row, 2),
                            dayAt(rows, row, 3).value_or(Day::always()), rows.number(row, 4).value_or(0),
                            rows.text(row, 5)});
    });
    if (!read) {
        return read.error();
    }
    return readings;
}

/// Of the equipment that the person may see, as it was known then; by equipment.
Result<std::vector<ContactGap>> loadContactGaps(DatabaseConnection &connection, const KnownAt &known) {
    auto then = AsKnown::begin(connection, known);
    if (!then) {
        return then.error();
    }
    std::vector<ContactGap> gaps;
    const auto read = then->each(QStringLiteral("report/contact_gap"), [&](const Rows &rows, int row) {
        const auto is = [&](int column) { return rows.text(row, column) == QLatin1String("t"); };
        gaps.push_back({idAt<EquipmentId>(rows, row, 0), is(1), dayAt(rows, row, 2), is(3), dayAt(rows, row, 4),
                        dayAt(rows, row, 5)});
    });
    if (!read) {
        return read.error();
    }
    return gaps;
}

} // namespace

Result<KnownRecord> loadBeside(DatabaseConnection &connection, const KnownAt &known, Beside beside) {
    KnownRecord record;
    record.known = known;
    Status read = success();
    const auto take = [&read](auto loaded, auto &into) {
        if (loaded) {
            into = std::move(loaded).value();
        } else {
            read = loaded.error();
        }
    };
    switch (beside) {
    case Beside::Nothing:
        break;
    case Beside::RequestClocks:
        take(loadRequestClocks(connection, known), record.clocks);
        break;
    case Beside::Settlement:
        take(loadSettlement(connection, known), record.settlement);
        break;
    case Beside::MeterReadings:
        take(loadMeterReadings(connection, known), record.readings);
        break;
    case Beside::ContactGaps:
        take(loadContactGaps(connection, known), record.gaps);
        break;
    }
    return read ? Result<KnownRecord>(std::move(record)) : read.error();
}

Status lapseHolds(DatabaseConnection &connection) {
    const auto lapsed = connection.query(namedQuery(QStringLiteral("lapse_holds")));
    const bool standby = !lapsed && lapsed.error().sqlstate == QLatin1String("25006");
    return lapsed || standby ? success() : lapsed.error();
}

Result<KnownRecord> loadKnownRecord(DatabaseConnection &connection, const RecordQuestion &question) {
    if (const Status lapsed = lapseHolds(connection); !lapsed) {
        return lapsed.error();
    }
    const auto known =
        knownAt(connection, question.knownOn ? std::nullopt : std::optional(question.generation), question.knownOn);
    if (!known) {
        return known.error();
    }
    if (!*known) {
        Error error;
        error.kind = Error::Kind::NotFound;
        error.data = {{QStringLiteral("field"), QStringLiteral("known_on")}};
        return error;
    }
    auto record = loadBeside(connection, **known, question.beside);
    if (record && question.knownOn) {
        const auto snapshot = loadSnapshotAsKnown(connection, record->known);
        if (!snapshot) {
            return snapshot.error();
        }
        record->snapshot = *snapshot;
    }
    return record;
}

} // namespace polder
