#pragma once

#include "model/core/day.h"
#include "model/core/ids.h"
#include "model/core/sharedtext.h"
#include "model/core/units.h"

#include <QByteArrayView>
#include <QJsonArray>
#include <QPointF>
#include <QString>
#include <QStringList>

#include <concepts>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace polder {

/// Reads the fields of a row, in PostgreSQL's binary form, into the members of a struct, in the order of the columns:
/// the type of the member says what the column must be. Integers of any width go where their value fits. Null is
/// accepted by optional members, by ids (none), by text (empty) and by the ends of a period (open), and by no other.
///
/// After the last field `complete()` says whether the row was what the struct expects; a wrong row is a defect of the
/// query, so the first trouble is kept and the reading goes on with defaults.
class RowReader {
public:
    /// The fields are views into memory that must outlive the reading of this row.
    void begin(std::vector<QByteArrayView> &fields);
    [[nodiscard]] bool complete();
    [[nodiscard]] const QString &trouble() const { return m_trouble; }

    template <typename... Members>
    void read(Members &...members) {
        (field(members), ...);
    }

private:
    [[nodiscard]] QByteArrayView next();
    [[nodiscard]] std::int64_t integer(QByteArrayView bytes);
    void fail(const char *what);

    void field(bool &value);
    void field(QString &value);
    void field(SharedText &value);
    void field(Day &value);
    void field(Period &value);
    void field(Length &value) { required(value.mm); }
    void field(Height &value) { required(value.halfUnits); }
    void field(Mass &value) { required(value.grams); }
    void field(Power &value) { required(value.milliwatts); }
    void field(Temperature &value) { required(value.millidegrees); }
    void field(QJsonArray &json);
    void field(std::vector<QPointF> &polygon);
    void field(QStringList &texts);

    template <std::signed_integral T>
    void field(T &value) {
        required(value);
    }
    template <typename Tag>
    void field(Id<Tag> &id) {
        const QByteArrayView bytes = next();
        id.value = bytes.isNull() ? 0 : narrow<std::int32_t>(bytes);
    }
    template <typename Tag>
    void field(std::vector<Id<Tag>> &ids) {
        for (const QByteArrayView element : array(next())) {
            ids.push_back({narrow<std::int32_t>(element)});
        }
    }
    template <std::signed_integral T>
    void field(std::vector<T> &numbers) {
        for (const QByteArrayView element : array(next())) {
            numbers.push_back(narrow<T>(element));
        }
    }
    template <typename T>
    void field(std::optional<T> &value) {
        if (m_column < m_fields->size() && (*m_fields)[m_column].isNull()) {
            ++m_column;
            value.reset();
        } else {
            field(value.emplace());
        }
    }

    template <std::signed_integral T>
    void required(T &value) {
        value = narrow<T>(next());
    }
    template <std::signed_integral T>
    [[nodiscard]] T narrow(QByteArrayView bytes) {
        const std::int64_t value = integer(bytes);
        if (value < std::numeric_limits<T>::min() || value > std::numeric_limits<T>::max()) {
            fail("a number does not fit");
            return 0;
        }
        return static_cast<T>(value);
    }
    /// The elements of an array of one dimension.
    [[nodiscard]] std::vector<QByteArrayView> array(QByteArrayView bytes);
    [[nodiscard]] Day day(QByteArrayView bytes, Day open);

    /// The last texts of each column, by their hash: most columns repeat a few words, which the rows can then share.
    static constexpr std::size_t wordsOfAColumn = 128;
    struct Seen {
        std::string bytes;
        QString text;
        SharedText shared; ///< empty: nobody asked for it yet
    };
    /// As the last field of this column with these bytes was; nullptr: it is empty.
    [[nodiscard]] Seen *text();

    std::vector<QByteArrayView> *m_fields = nullptr;
    std::size_t m_column = 0;
    std::vector<Seen> m_seen;
    QString m_trouble;
};

} // namespace polder
