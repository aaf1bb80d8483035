#include "model/exchange/strictjson.h"

#include "model/exchange/errors.h"
#include "model/exchange/jsonschema.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <optional>
#include <vector>

using namespace Qt::StringLiterals;

namespace polder {
namespace {

constexpr qsizetype largestFile = 1 << 20;

Error invalid(const QByteArray &bytes, qsizetype offset, const QString &reason) {
    const QByteArray before = bytes.first(std::min(offset, bytes.size()));
    return invalidLine(static_cast<int>(before.count('\n')) + 1, reason);
}

struct Repeated {
    qsizetype offset;
    QString name;
};

/// The first name that its object already has. `json` is known to be valid: a text followed by a colon is a name.
std::optional<Repeated> repeatedName(const QByteArray &json) {
    std::vector<QSet<QString>> open; // names of the objects around; a list has an empty set
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (c == '{' || c == '[')
            open.emplace_back();
        else if (c == '}' || c == ']')
            open.pop_back();
        if (c != '"')
            continue;
        const qsizetype start = i++;
        while (json[i] != '"')
            i += json[i] == '\\' ? 2 : 1;
        qsizetype next = i + 1;
        while (next < json.size() && QByteArrayView(" \t\r\n").contains(json[next]))
            ++next;
        if (next == json.size() || json[next] != ':')
            continue;
        // As a value, so that "a" and "\u0061" are the same name.
        const QByteArray element = '[' + json.sliced(start, i + 1 - start) + ']';
        const QString name = QJsonDocument::fromJson(element).array().first().toString();
        if (open.back().contains(name))
            return Repeated{start, name};
        open.back().insert(name);
    }
    return std::nullopt;
}

} // namespace

Result<QJsonObject> readJsonObject(const QByteArray &bytes) {
    if (bytes.size() > largestFile)
        return coded(invalid(bytes, 0, u"The file is larger than 1 MiB."_s), u"file_too_large"_s);
    QJsonParseError parsing;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &parsing);
    if (parsing.error != QJsonParseError::NoError)
        return coded(invalid(bytes, parsing.offset, u"The file is not valid JSON: %1."_s.arg(parsing.errorString())),
                     u"file_not_json"_s, {{u"reason"_s, parsing.errorString()}});
    if (!document.isObject())
        return coded(invalid(bytes, 0, u"The file must contain one JSON object."_s), u"file_not_object"_s);
    if (const auto repeated = repeatedName(bytes))
        return coded(
            invalid(bytes, repeated->offset, u"The field %1 is given twice."_s.arg(shownInMessage(repeated->name))),
            u"file_field_twice"_s, {{u"name"_s, repeated->name}});
    return document.object();
}

} // namespace polder
