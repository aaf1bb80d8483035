#include "said.h"

#include <optional>

namespace polder::test {

namespace {

QString number(const std::optional<std::int64_t> &value) {
    return value ? QString::number(*value) : u"-"_qs;
}

} // namespace

void need(const Status &status, const QByteArray &sql) {
    if (!status) {
        qFatal("%s %s\n%s", qPrintable(status.error().what), qPrintable(status.error().detail), sql.constData());
    }
}
Rows need(Result<Rows> rows, const QByteArray &sql) {
    if (!rows) {
        qFatal("%s %s\n%s", qPrintable(rows.error().what), qPrintable(rows.error().detail), sql.constData());
    }
    return std::move(rows).value();
}

std::vector<int> idsOf(const QString &array) {
    std::vector<int> ids;
    for (const QString &id : array.mid(1, array.size() - 2).split(u',', Qt::SkipEmptyParts)) {
        ids.push_back(id.toInt());
    }
    return ids;
}

QString line(const Shortfall &s) {
    return u"%1 %2 #%3 %4+%5>%6 %7 %8 [%9] "_qs.arg(s.rule, s.where)
               .arg(s.node)
               .arg(number(s.requested), number(s.used), number(s.capacity), s.unit, s.quantity, s.failing) +
           s.date.toDate().toString(Qt::ISODate);
}

QStringList sorted(const std::vector<Shortfall> &all) {
    QStringList lines;
    for (const auto &one : all) {
        lines << line(one);
    }
    lines.sort();
    return lines;
}

} // namespace polder::test
