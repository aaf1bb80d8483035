#pragma once

#include "model/core/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>

#include <memory>
#include <vector>

namespace polder {

/// One value that a schema does not allow.
struct SchemaFault {
    QString pointer; ///< JSON pointer (RFC 6901) of the value; empty = the document itself
    QString reason;  ///< a sentence with the value and what is allowed
    /// The same for who says it in another language: what is wrong, and the numbers and words in the sentence.
    QString code = {};
    QJsonObject data = {};

    bool operator==(const SchemaFault &other) const { return pointer == other.pointer && reason == other.reason; }
};

/// A JSON Schema (draft 7), compiled once. It knows the part that our own formats use, and says so: a schema with
/// another keyword is refused when it is compiled, so that no rule of it is silently left unchecked.
/// A value without change: one object may be used by many threads.
class JsonSchema {
public:
    [[nodiscard]] static Result<JsonSchema> compile(const QByteArray &json);

    /// The schema of that name in resources/schemas/, which is part of the program. Compiled at the first call.
    [[nodiscard]] static const JsonSchema &deviceType();
    [[nodiscard]] static const JsonSchema &request();
    [[nodiscard]] static const JsonSchema &scenario();

    /// All faults, fields in alphabetical order; none if the value is valid.
    [[nodiscard]] std::vector<SchemaFault> faults(const QJsonValue &value) const;

private:
    struct Node;
    friend class SchemaCompiler;
    friend class SchemaChecker;
    explicit JsonSchema(std::shared_ptr<const Node> root);

    std::shared_ptr<const Node> m_root;
};

/// What stands in a message is cut where it gets long.
[[nodiscard]] QString shortened(const QString &text);

/// A value as it is shown in a message: JSON, on one line, shortened.
[[nodiscard]] QString shownInMessage(const QJsonValue &value);

/// `pointer` with one step more.
[[nodiscard]] QString pointerTo(const QString &pointer, const QString &key);
[[nodiscard]] QString pointerTo(const QString &pointer, qsizetype index);

} // namespace polder
