#pragma once

#include <QJsonObject>
#include <QString>

#include <utility>
#include <variant>

namespace polder {

/// What went wrong, as a value: a refusal and a pulled cable are normal answers, not exceptions.
struct Error {
    enum class Kind {
        Refused,     ///< a rule of the domain says no; `data["violations"]` lists every reason with its numbers
        NotAllowed,  ///< a right is missing
        Stale,       ///< somebody else changed it first; `data` says who, what and when
        Invalid,     ///< a value cannot be used; `data["field"]` names it
        NotFound,    ///< the object does not exist, or may not be seen
        Unavailable, ///< no connection, or no file
        Cancelled,   ///< the person stopped it; never shown as a failure
        Internal,    ///< a defect: text for the log
    };

    Kind kind = Kind::Internal;
    QString sqlstate; ///< five characters, empty if PostgreSQL did not speak
    QString what;     ///< one sentence for a person
    QString detail;   ///< more of it, may be empty
    QString hint;     ///< what helps, may be empty
    QJsonObject data; ///< machine-readable part, see Kind
};

/// A value or the reason why there is none.
template <typename T>
class [[nodiscard]] Result {
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    [[nodiscard]] const T &value() const & { return std::get<0>(m_state); }
    [[nodiscard]] T &value() & { return std::get<0>(m_state); }
    [[nodiscard]] T &&value() && { return std::get<0>(std::move(m_state)); }
    [[nodiscard]] const Error &error() const { return std::get<1>(m_state); }

    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }

private:
    std::variant<T, Error> m_state;
};

/// For operations that only succeed or fail.
using Status = Result<std::monostate>;
[[nodiscard]] inline Status success() {
    return std::monostate{};
}

} // namespace polder
