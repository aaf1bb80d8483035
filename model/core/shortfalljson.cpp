#include "model/core/shortfalljson.h"

namespace polder {

namespace {

using namespace Qt::StringLiterals;

QJsonValue numberOrNull(std::optional<std::int64_t> number) {
    return number ? QJsonValue(qint64{*number}) : QJsonValue(QJsonValue::Null);
}

std::optional<std::int64_t> optionalNumber(const QJsonValue &value) {
    return value.isDouble() ? std::optional<std::int64_t>(value.toInteger()) : std::nullopt;
}

} // namespace

QJsonObject toJson(const Shortfall &shortfall) {
    return {{u"rule"_s, shortfall.rule},
            {u"where"_s, shortfall.where},
            {u"node"_s, shortfall.node ? QJsonValue(shortfall.node) : QJsonValue(QJsonValue::Null)},
            {u"requested"_s, numberOrNull(shortfall.requested)},
            {u"used"_s, numberOrNull(shortfall.used)},
            {u"capacity"_s, numberOrNull(shortfall.capacity)},
            {u"unit"_s, shortfall.unit},
            {u"quantity"_s, shortfall.quantity},
            {u"failing"_s, shortfall.failing},
            {u"date"_s, shortfall.date.toDate().toString(Qt::ISODate)}};
}

QJsonArray toJson(const std::vector<Shortfall> &shortfalls) {
    QJsonArray list;
    for (const Shortfall &one : shortfalls) {
        list << toJson(one);
    }
    return list;
}

Shortfall shortfallFromJson(const QJsonObject &json) {
    return {.rule = json["rule"_L1].toString(),
            .where = json["where"_L1].toString(),
            .node = json["node"_L1].toInt(),
            .requested = optionalNumber(json["requested"_L1]),
            .used = optionalNumber(json["used"_L1]),
            .capacity = optionalNumber(json["capacity"_L1]),
            .unit = json["unit"_L1].toString(),
            .quantity = json["quantity"_L1].toString(),
            .failing = json["failing"_L1].toString(),
            .date = Day::fromDate(QDate::fromString(json["date"_L1].toString(), Qt::ISODate))};
}

std::vector<Shortfall> violationsOf(const QJsonObject &data) {
    std::vector<Shortfall> violations;
    for (const auto &value : data["violations"_L1].toArray()) {
        violations.push_back(shortfallFromJson(value.toObject()));
    }
    return violations;
}

} // namespace polder
