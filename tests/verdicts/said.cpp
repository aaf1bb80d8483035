#include "said.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

#include <optional>

namespace polder::test {

namespace {

QString number(const std::optional<std::int64_t> &value) {
    return value ? QString::number(*value) : u"-"_qs;
}

/// What one says and the other does not.
QString onlyIn(const QString &whose, const QStringList &lines, const QStringList &others) {
    QString text;
    for (const QString &one : lines) {
        if (lines.count(one) != others.count(one)) {
            text += u"%1 alone: %2\n"_qs.arg(whose, one);
        }
    }
    return text;
}

/// Whose booking it is, where the rule is never a sum, to which many bookings add.
void addBooking(QStringList &bookings, const QString &rule, int placement) {
    static const QSet<QString> rules{u"S1"_qs, u"S2"_qs, u"S6"_qs, u"S7"_qs, u"S8"_qs, u"S9"_qs, u"C4"_qs,
                                     u"C5"_qs, u"P2"_qs, u"P7"_qs, u"G1"_qs, u"G2"_qs, u"G3"_qs};
    const QString booking = u"%1 booking %2"_qs.arg(rule).arg(placement);
    if (rules.contains(rule) && !bookings.contains(booking)) {
        bookings << booking;
    }
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

QString difference(const QString &a, QStringList as, const QString &b, QStringList bs) {
    as.sort();
    bs.sort();
    return as == bs ? QString() : onlyIn(a, as, bs) + onlyIn(b, bs, as);
}

QStringList bookingsIn(const QJsonObject &refusal) {
    QStringList bookings;
    for (const auto &one : refusal[u"bookings"_qs].toArray()) {
        for (const auto &rule : one[u"rules"_qs].toArray()) {
            addBooking(bookings, rule.toString(), one[u"placement"_qs].toInt());
        }
    }
    return bookings;
}
QStringList bookingsIn(const std::vector<Refusal> &broken) {
    QStringList bookings;
    for (const auto &one : broken) {
        for (const PlacementId id : one.bookings) {
            addBooking(bookings, one.shortfall.rule, id.value);
        }
    }
    return bookings;
}

} // namespace polder::test
