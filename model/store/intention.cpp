#include "model/store/intention.h"

#include "model/store/errors.h"
#include "model/store/queries.h"

#include <QJsonDocument>

namespace polder {

Result<QJsonObject> callIntention(DatabaseConnection &connection, const Intention &intention, int replays,
                                  int *replayed) {
    QByteArray sql = namedQuery(QStringLiteral("intention"));
    sql.replace(":intention", quotedName(intention.name));
    const DatabaseConnection::Parameters parameters{
        intention.key.toByteArray(QUuid::WithoutBraces),
        intention.generation ? std::optional(QByteArray::number(qint64{*intention.generation})) : std::nullopt,
        QJsonDocument(intention.arguments).toJson(QJsonDocument::Compact)};

    for (int attempt = 0;; ++attempt) {
        if (replayed) {
            *replayed = attempt;
        }
        const auto rows = connection.query(sql, parameters);
        if (rows) {
            return QJsonDocument::fromJson(rows->field(0, 0).toByteArray()).object();
        }
        if (attempt == replays || !worthReplaying(rows.error())) {
            return rows.error();
        }
    }
}

} // namespace polder
