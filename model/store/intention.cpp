#include "model/store/intention.h"

#include "model/store/errors.h"
#include "model/store/queries.h"

#include <QJsonDocument>

namespace polder {

namespace {

using namespace Qt::StringLiterals;

/// Only the commit has given the change its number.
Result<QJsonObject> withGeneration(DatabaseConnection &connection, QJsonObject answer, const QByteArray &key) {
    if (!answer.contains(u"generation"_s) || !answer[u"generation"_s].isNull()) {
        return answer;
    }
    const auto rows = connection.query(namedQuery(u"generation_of"_s), {key});
    if (!rows) {
        return rows.error();
    }
    if (const auto generation = rows->count() == 1 ? rows->number(0, 0) : std::nullopt) {
        answer[u"generation"_s] = qint64{*generation};
    }
    return answer;
}

} // namespace

Result<QJsonObject> callIntention(DatabaseConnection &connection, const Intention &intention, int replays,
                                  int *replayed) {
    const QByteArray arguments = QJsonDocument(intention.arguments).toJson(QJsonDocument::Compact);
    if (intention.reads) {
        QByteArray sql = namedQuery(QStringLiteral("reading"));
        sql.replace(":reading", quotedName(intention.name));
        const auto rows = connection.query(sql, {arguments});
        return rows ? Result<QJsonObject>(QJsonDocument::fromJson(rows->field(0, 0).toByteArray()).object())
                    : rows.error();
    }
    QByteArray sql = namedQuery(QStringLiteral("intention"));
    sql.replace(":intention", quotedName(intention.name));
    const DatabaseConnection::Parameters parameters{
        intention.key.toByteArray(QUuid::WithoutBraces),
        intention.generation ? std::optional(QByteArray::number(qint64{*intention.generation})) : std::nullopt,
        arguments};

    for (int attempt = 0;; ++attempt) {
        if (replayed) {
            *replayed = attempt;
        }
        const auto rows = connection.query(sql, parameters);
        if (rows) {
            return withGeneration(connection, QJsonDocument::fromJson(rows->field(0, 0).toByteArray()).object(),
                                  *parameters.front());
        }
        if (attempt == replays || !worthReplaying(rows.error())) {
            return rows.error();
        }
    }
}

} // namespace polder
