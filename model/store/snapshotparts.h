#pragma once

#include "model/core/result.h"
#include "model/core/snapshot.h"
#include "model/store/connection.h"
#include "model/store/queries.h"
#include "model/store/rowreader.h"
#include "model/store/snapshotrows.h"

#include <QtEndian>

#include <algorithm>
#include <vector>

// Of what a snapshot is put together, for those who load one.
namespace polder {

/// The small part that is read each time: generation, today, who looks, policy, plugs.
[[nodiscard]] Result<Snapshot> loadHead(DatabaseConnection &connection);

[[nodiscard]] inline QByteArray snapshotQuery(const char *table) {
    return namedQuery(QStringLiteral("snapshot/") + QString::fromLatin1(table));
}

[[nodiscard]] inline Error defect(const char *table, const QString &trouble) {
    return {
        .kind = Error::Kind::Internal,
        .sqlstate = {},
        .what =
            QStringLiteral("The statement of %1 and its struct differ: %2").arg(QString::fromLatin1(table), trouble),
        .detail = {},
        .hint = {},
        .data = {}};
}

/// The binary form of COPY: a header, then for each row the number of fields and each field with its length.
class CopyStream {
public:
    /// Splits one message into rows. A message never ends within a row.
    template <typename TakeRow>
    [[nodiscard]] bool read(QByteArrayView message, const TakeRow &takeRow) {
        constexpr qsizetype signature = 11;
        constexpr qsizetype header = signature + 8;
        if (!m_started) {
            if (!message.startsWith(QByteArrayView("PGCOPY\n\377\r\n\0", signature))) {
                return false;
            }
            message = message.sliced(header + qFromBigEndian<std::int32_t>(message.data() + header - 4));
            m_started = true;
        }
        while (!message.isEmpty()) {
            const auto count = qFromBigEndian<std::int16_t>(message.data());
            message = message.sliced(2);
            if (count < 0) {
                return true;
            }
            m_fields.clear();
            for (int i = 0; i < count; ++i) {
                const auto length = qFromBigEndian<std::int32_t>(message.data());
                m_fields.push_back(length < 0 ? QByteArrayView() : message.sliced(4, length));
                message = message.sliced(4 + std::max(length, 0));
            }
            takeRow(m_fields);
        }
        return true;
    }

private:
    bool m_started = false;
    std::vector<QByteArrayView> m_fields;
};

template <typename T>
void sortRows(std::vector<T> &rows) {
    const auto order = [](const T &row) { return rowOrder(row); };
    if (!std::ranges::is_sorted(rows, {}, order)) {
        std::ranges::sort(rows, {}, order);
    }
}

/// All rows of a statement, by one COPY, in their order.
template <typename T>
[[nodiscard]] Result<std::vector<T>> copyRows(DatabaseConnection &connection, const char *table,
                                              const QByteArray &sql) {
    std::vector<T> rows;
    RowReader reader;
    CopyStream stream;
    QByteArray copy = namedQuery(QStringLiteral("copy"));
    copy.replace(":query", sql);
    const Status copied = connection.copyOut(copy, [&](QByteArrayView message) -> Status {
        const bool understood = stream.read(message, [&](std::vector<QByteArrayView> &fields) {
            // Nobody knows how many there are. A larger step costs addresses; each copy of what is there costs memory
            // that was never touched.
            if (rows.size() == rows.capacity() && rows.size() >= 4096) {
                rows.reserve(8 * rows.size());
            }
            reader.begin(fields);
            decode(reader, rows.emplace_back());
            (void)reader.complete();
        });
        if (!understood || !reader.trouble().isEmpty()) {
            return defect(table, understood ? reader.trouble() : QStringLiteral("not a binary COPY"));
        }
        return success();
    });
    if (!copied) {
        return copied.error();
    }
    sortRows(rows);
    return rows;
}

} // namespace polder
