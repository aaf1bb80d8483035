#include "model/store/rowreader.h"

#include <QJsonDocument>
#include <QtEndian>

namespace polder {

namespace {

template <typename T>
T bigEndian(const char *bytes) {
    return qFromBigEndian<T>(bytes);
}

} // namespace

void RowReader::begin(std::vector<QByteArrayView> &fields) {
    m_fields = &fields;
    m_column = 0;
    m_seen.resize(wordsOfAColumn * fields.size());
}

bool RowReader::complete() {
    if (m_column != m_fields->size()) {
        fail("the statement has more columns than the struct has members");
    }
    return m_trouble.isEmpty();
}

QByteArrayView RowReader::next() {
    if (m_column >= m_fields->size()) {
        ++m_column;
        fail("the statement has fewer columns than the struct has members");
        return {};
    }
    return (*m_fields)[m_column++];
}

void RowReader::fail(const char *what) {
    if (m_trouble.isEmpty()) {
        m_trouble = QStringLiteral("column %1: %2").arg(m_column).arg(QString::fromLatin1(what));
    }
}

std::int64_t RowReader::integer(QByteArrayView bytes) {
    switch (bytes.size()) {
    case 2:
        return bigEndian<std::int16_t>(bytes.data());
    case 4:
        return bigEndian<std::int32_t>(bytes.data());
    case 8:
        return bigEndian<std::int64_t>(bytes.data());
    default:
        fail(bytes.isNull() ? "null where a number is needed" : "not an integer");
        return 0;
    }
}

void RowReader::field(bool &value) {
    const QByteArrayView bytes = next();
    if (bytes.size() != 1) {
        fail("not a boolean");
        return;
    }
    value = bytes[0] != 0;
}

RowReader::Seen *RowReader::text() {
    const std::size_t column = wordsOfAColumn * m_column;
    const QByteArrayView bytes = next();
    if (bytes.isEmpty() || column >= m_seen.size()) {
        return nullptr;
    }
    const std::string_view view(bytes.data(), bytes.size());
    Seen &seen = m_seen[column + std::hash<std::string_view>()(view) % wordsOfAColumn];
    if (view != seen.bytes) {
        seen = {.bytes = std::string(view), .text = QString::fromUtf8(bytes), .shared = {}};
    }
    return &seen;
}

void RowReader::field(QString &value) {
    const auto *seen = text();
    value = seen ? seen->text : QString();
}

void RowReader::field(SharedText &value) {
    auto *seen = text();
    if (seen && seen->shared.isEmpty()) {
        seen->shared = SharedText(seen->text);
    }
    value = seen ? seen->shared : SharedText();
}

Day RowReader::day(QByteArrayView bytes, Day open) {
    if (bytes.isNull()) {
        return open;
    }
    if (bytes.size() != 4) {
        fail("not a date");
        return open;
    }
    // PostgreSQL's infinities are the extremes of the same number, as Day::always() and Day::never() are.
    return {bigEndian<std::int32_t>(bytes.data())};
}

void RowReader::field(Day &value) {
    const QByteArrayView bytes = next();
    if (bytes.isNull()) {
        fail("null where a date is needed");
    }
    value = day(bytes, {});
}

void RowReader::field(Period &value) {
    value.from = day(next(), Day::always());
    value.until = day(next(), Day::never());
}

std::vector<QByteArrayView> RowReader::array(QByteArrayView bytes) {
    // Dimensions, flags, element type; then size and lower bound of each dimension; then length and value of each.
    constexpr qsizetype header = 12;
    constexpr qsizetype dimension = 8;
    if (bytes.size() < header) {
        fail("not an array");
        return {};
    }
    const auto dimensions = bigEndian<std::int32_t>(bytes.data());
    if (dimensions == 0) {
        return {};
    }
    if (dimensions != 1 || bytes.size() < header + dimension) {
        fail("not an array of one dimension");
        return {};
    }
    std::vector<QByteArrayView> elements;
    QByteArrayView rest = bytes.sliced(header + dimension);
    while (rest.size() >= 4) {
        const auto length = bigEndian<std::int32_t>(rest.data());
        if (length < 0 || length > rest.size() - 4) {
            fail("null or cut off within an array");
            return {};
        }
        elements.push_back(rest.sliced(4, length));
        rest = rest.sliced(4 + length);
    }
    return elements;
}

void RowReader::field(QStringList &texts) {
    for (const QByteArrayView element : array(next())) {
        texts << QString::fromUtf8(element);
    }
}

void RowReader::field(QJsonArray &json) {
    // jsonb is sent as a version number and the text.
    const QByteArrayView bytes = next();
    if (bytes.size() < 1 || bytes[0] != 1) {
        fail("not jsonb");
        return;
    }
    json = QJsonDocument::fromJson(bytes.sliced(1).toByteArray()).array();
}

void RowReader::field(std::vector<QPointF> &polygon) {
    QJsonArray points; // [[x,y],...]
    field(points);
    for (const auto &point : std::as_const(points)) {
        polygon.emplace_back(point.toArray().at(0).toDouble(), point.toArray().at(1).toDouble());
    }
}

} // namespace polder
