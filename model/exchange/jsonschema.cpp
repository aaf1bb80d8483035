#include "model/exchange/jsonschema.h"

#include "model/exchange/errors.h"
#include "model/exchange/numbertext.h"

#include <QDate>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QStringList>

#include <cmath>
#include <map>
#include <optional>

using namespace Qt::StringLiterals;

namespace polder {

struct JsonSchema::Node {
    QStringList types;        ///< any of them; empty = every type
    QStringList allowed;      ///< enum, in its order
    QSet<QString> allowedSet; ///< the same, for look-up
    std::optional<QRegularExpression> pattern;
    std::optional<double> minimum, exclusiveMinimum, maximum, multipleOf;
    std::optional<qsizetype> minLength, maxLength, minItems, maxItems;
    bool isDate = false;
    bool closed = false; ///< additionalProperties: false
    QStringList required;
    std::map<QString, std::shared_ptr<const Node>> properties;
    std::shared_ptr<const Node> items;
};

namespace {

/// JSON Schema's words for the types that a value has: 3 is an integer and a number.
QString typeOf(const QJsonValue &value) {
    switch (value.type()) {
    case QJsonValue::Null:
        return u"null"_s;
    case QJsonValue::Bool:
        return u"boolean"_s;
    case QJsonValue::Double:
        return std::floor(value.toDouble()) == value.toDouble() ? u"integer"_s : u"number"_s;
    case QJsonValue::String:
        return u"string"_s;
    case QJsonValue::Array:
        return u"array"_s;
    case QJsonValue::Object:
        return u"object"_s;
    case QJsonValue::Undefined:
        break;
    }
    return u"nothing"_s;
}

/// The same types in words for a person.
QString inWords(const QString &type) {
    static const std::map<QString, QString> words = {
        {u"null"_s, u"empty"_s},
        {u"boolean"_s, u"true or false"_s},
        {u"integer"_s, u"a whole number"_s},
        {u"number"_s, u"a number"_s},
        {u"string"_s, u"text"_s},
        {u"array"_s, u"a list"_s},
        {u"object"_s, u"an object with fields"_s},
    };
    const auto found = words.find(type);
    return found == words.end() ? type : found->second;
}

/// Decimal steps such as 0.01 have no exact double: 2.09 / 0.01 is 208.99999999999997 and still a multiple.
bool isMultiple(double number, double step) {
    const double quotient = number / step;
    return std::abs(quotient - std::round(quotient)) <= 1e-12 * std::max(1.0, std::abs(quotient));
}

QString listed(const QStringList &values) {
    constexpr qsizetype shown = 12;
    if (values.size() <= shown)
        return values.join(u", "_s);
    return u"%1, … (%2 in all)"_s.arg(values.first(shown).join(u", "_s)).arg(values.size());
}

} // namespace

QString shortened(const QString &text) {
    constexpr qsizetype longest = 60;
    return text.size() <= longest ? text : text.first(longest) + u'…';
}

QString shownInMessage(const QJsonValue &value) {
    // QJsonDocument writes only arrays and objects: a scalar goes in as the one element of an array.
    const QByteArray json = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return shortened(QString::fromUtf8(json.sliced(1, json.size() - 2)));
}

QString pointerTo(const QString &pointer, const QString &key) {
    QString step = key;
    step.replace(u'~', u"~0"_s).replace(u'/', u"~1"_s);
    return pointer + u'/' + step;
}

QString pointerTo(const QString &pointer, qsizetype index) {
    return pointer + u'/' + QString::number(index);
}

/// Turns the JSON of a schema into nodes. Definitions are expanded where they are referred to.
class SchemaCompiler {
public:
    explicit SchemaCompiler(const QJsonObject &root) : m_definitions(root["definitions"_L1].toObject()) {}

    /// Null if the schema cannot be used; `problem()` then says why.
    std::shared_ptr<const JsonSchema::Node> compile(const QJsonObject &schema, int depth = 0) {
        constexpr int deepest = 20; // a definition that contains itself would never end
        if (depth > deepest)
            return fail(u"definitions are nested too deep"_s);
        if (schema.contains("$ref"_L1))
            return reference(schema["$ref"_L1].toString(), depth);
        auto node = std::make_shared<JsonSchema::Node>();
        for (auto it = schema.begin(); it != schema.end(); ++it) {
            if (!keyword(*node, it.key(), it.value(), depth))
                return nullptr;
        }
        node->allowedSet = QSet<QString>(node->allowed.cbegin(), node->allowed.cend());
        return node;
    }

    [[nodiscard]] const QString &problem() const { return m_problem; }

private:
    std::nullptr_t fail(const QString &problem) {
        if (m_problem.isEmpty())
            m_problem = problem;
        return nullptr;
    }

    std::shared_ptr<const JsonSchema::Node> reference(const QString &target, int depth) {
        const QString prefix = u"#/definitions/"_s;
        if (!target.startsWith(prefix) || !m_definitions.contains(target.sliced(prefix.size())))
            return fail(u"$ref %1 is not one of the definitions"_s.arg(target));
        return compile(m_definitions[target.sliced(prefix.size())].toObject(), depth + 1);
    }

    bool keyword(JsonSchema::Node &node, const QString &name, const QJsonValue &value, int depth) {
        static const QSet<QString> annotations = {u"$schema"_s, u"$id"_s,         u"$comment"_s,
                                                  u"title"_s,   u"description"_s, u"definitions"_s};
        if (annotations.contains(name))
            return true;
        if (name == "type"_L1)
            node.types = value.isArray() ? strings(value) : QStringList{value.toString()};
        else if (name == "enum"_L1)
            node.allowed = strings(value);
        else if (name == "pattern"_L1)
            node.pattern = regularExpression(value.toString());
        else if (name == "minimum"_L1)
            node.minimum = value.toDouble();
        else if (name == "exclusiveMinimum"_L1)
            node.exclusiveMinimum = value.toDouble();
        else if (name == "maximum"_L1)
            node.maximum = value.toDouble();
        else if (name == "multipleOf"_L1)
            node.multipleOf = value.toDouble();
        else if (name == "minLength"_L1)
            node.minLength = value.toInteger();
        else if (name == "maxLength"_L1)
            node.maxLength = value.toInteger();
        else if (name == "minItems"_L1)
            node.minItems = value.toInteger();
        else if (name == "maxItems"_L1)
            node.maxItems = value.toInteger();
        else if (name == "format"_L1 && value.toString() == "date"_L1)
            node.isDate = true;
        else if (name == "additionalProperties"_L1 && value.isBool())
            node.closed = !value.toBool();
        else if (name == "required"_L1)
            node.required = strings(value);
        else if (name == "properties"_L1)
            return properties(node, value.toObject(), depth);
        else if (name == "items"_L1)
            return (node.items = compile(value.toObject(), depth + 1)) != nullptr;
        else
            fail(u"%1: %2 is not understood"_s.arg(name, shownInMessage(value)));
        return m_problem.isEmpty();
    }

    bool properties(JsonSchema::Node &node, const QJsonObject &schemas, int depth) {
        for (auto it = schemas.begin(); it != schemas.end(); ++it)
            node.properties[it.key()] = compile(it.value().toObject(), depth + 1);
        return m_problem.isEmpty();
    }

    QStringList strings(const QJsonValue &value) {
        QStringList result;
        for (const QJsonValue &element : value.toArray()) {
            if (!element.isString())
                fail(u"%1: only texts are understood here"_s.arg(shownInMessage(value)));
            result.append(element.toString());
        }
        return result;
    }

    QRegularExpression regularExpression(QString pattern) {
        // JSON Schema's $ is the very end; PCRE's would let a trailing line break pass.
        if (pattern.endsWith(u'$'))
            pattern = pattern.chopped(1) + uR"(\z)"_s;
        QRegularExpression expression(pattern, QRegularExpression::UseUnicodePropertiesOption);
        if (!expression.isValid())
            fail(u"pattern %1: %2"_s.arg(pattern, expression.errorString()));
        return expression;
    }

    QJsonObject m_definitions;
    QString m_problem;
};

/// One pass over a value, collecting what is wrong.
class SchemaChecker {
public:
    using Node = JsonSchema::Node;

    void check(const Node &node, const QJsonValue &value, const QString &pointer) {
        if (!typeFits(node, value)) {
            QStringList wanted;
            for (const QString &type : node.types)
                wanted.append(inWords(type));
            const QString found = value.isNull() ? u"is empty"_s : u"is %1"_s.arg(shownInMessage(value));
            return add(pointer, u"%1: must be %2"_s.arg(found, wanted.join(u" or "_s)), u"wrong_type"_s,
                       {{u"value"_s, shownInMessage(value)}, {u"types"_s, QJsonArray::fromStringList(node.types)}});
        }
        if (value.isDouble())
            number(node, value.toDouble(), pointer);
        else if (value.isString())
            text(node, value.toString(), pointer);
        else if (value.isArray())
            list(node, value.toArray(), pointer);
        else if (value.isObject())
            object(node, value.toObject(), pointer);
    }

    std::vector<SchemaFault> take() { return std::move(m_faults); }

private:
    static bool typeFits(const Node &node, const QJsonValue &value) {
        if (node.types.isEmpty())
            return true;
        const QString type = typeOf(value);
        return node.types.contains(type) || (type == "integer"_L1 && node.types.contains("number"_L1));
    }

    void number(const Node &node, double number, const QString &pointer) {
        const QString is = u"is %1: "_s.arg(plainNumber(number));
        if (node.minimum && number < *node.minimum)
            add(pointer, is + u"must be at least %1"_s.arg(plainNumber(*node.minimum)), u"too_small"_s,
                {{u"value"_s, number}, {u"limit"_s, *node.minimum}});
        if (node.exclusiveMinimum && number <= *node.exclusiveMinimum)
            add(pointer, is + u"must be more than %1; leave it out if it is not known"_s.arg(
                                  plainNumber(*node.exclusiveMinimum)),
                u"not_more"_s, {{u"value"_s, number}, {u"limit"_s, *node.exclusiveMinimum}});
        if (node.maximum && number > *node.maximum)
            add(pointer, is + u"must be at most %1"_s.arg(plainNumber(*node.maximum)), u"too_large"_s,
                {{u"value"_s, number}, {u"limit"_s, *node.maximum}});
        if (node.multipleOf && !isMultiple(number, *node.multipleOf))
            add(pointer, is + u"must be a multiple of %1"_s.arg(plainNumber(*node.multipleOf)), u"no_multiple"_s,
                {{u"value"_s, number}, {u"limit"_s, *node.multipleOf}});
    }

    void text(const Node &node, const QString &text, const QString &pointer) {
        const QString is = u"is %1: "_s.arg(shownInMessage(text));
        if (!node.allowed.isEmpty() && !node.allowedSet.contains(text))
            add(pointer, is + u"must be one of %1"_s.arg(listed(node.allowed)), u"not_one_of"_s,
                {{u"value"_s, text}, {u"allowed"_s, QJsonArray::fromStringList(node.allowed)}});
        if (node.minLength && text.size() < *node.minLength)
            add(pointer, is + u"must have at least %1 characters"_s.arg(*node.minLength), u"too_short"_s,
                {{u"value"_s, text}, {u"limit"_s, *node.minLength}});
        if (node.maxLength && text.size() > *node.maxLength)
            add(pointer, is + u"must have at most %1 characters"_s.arg(*node.maxLength), u"too_long"_s,
                {{u"value"_s, shownInMessage(text)}, {u"limit"_s, *node.maxLength}});
        if (node.pattern && !node.pattern->match(text).hasMatch())
            add(pointer, is + u"must match %1"_s.arg(node.pattern->pattern()), u"written_otherwise"_s,
                {{u"value"_s, shownInMessage(text)}});
        // Qt's ISO dates may be 2027/05/01, or be followed by more.
        if (node.isDate && (text.size() != 10 || !QDate::fromString(text, u"yyyy-MM-dd"_s).isValid()))
            add(pointer, is + u"must be a date, written YYYY-MM-DD"_s, u"no_date"_s, {{u"value"_s, shownInMessage(text)}});
    }

    void list(const Node &node, const QJsonArray &list, const QString &pointer) {
        if (node.minItems && list.size() < *node.minItems)
            add(pointer, u"has %1 entries: must have at least %2"_s.arg(list.size()).arg(*node.minItems),
                u"too_few_entries"_s, {{u"value"_s, list.size()}, {u"limit"_s, *node.minItems}});
        if (node.maxItems && list.size() > *node.maxItems)
            add(pointer, u"has %1 entries: must have at most %2"_s.arg(list.size()).arg(*node.maxItems),
                u"too_many_entries"_s, {{u"value"_s, list.size()}, {u"limit"_s, *node.maxItems}});
        if (!node.items)
            return;
        for (qsizetype i = 0; i < list.size(); ++i)
            check(*node.items, list.at(i), pointerTo(pointer, i));
    }

    void object(const Node &node, const QJsonObject &object, const QString &pointer) {
        for (const QString &key : node.required) {
            if (!object.contains(key))
                add(pointerTo(pointer, key), u"is missing"_s, u"missing"_s);
        }
        for (auto it = object.begin(); it != object.end(); ++it) {
            const QString below = pointerTo(pointer, it.key());
            const auto property = node.properties.find(it.key());
            if (property != node.properties.end())
                check(*property->second, it.value(), below);
            else if (node.closed)
                add(below, u"is not a field of this format; the fields are %1"_s.arg(names(node)), u"no_field"_s,
                    {{u"fields"_s, names(node)}});
        }
    }

    static QString names(const Node &node) {
        QStringList names;
        for (const auto &[name, schema] : node.properties)
            names.append(name);
        return names.join(u", "_s);
    }

    void add(const QString &pointer, const QString &reason, const QString &code, const QJsonObject &data = {}) {
        m_faults.push_back({pointer, reason, code, data});
    }

    std::vector<SchemaFault> m_faults;
};

namespace {

JsonSchema embedded(const QString &name) {
    QFile file(u":/schemas/%1.schema.json"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the schema %s is not part of the program", qUtf8Printable(name));
    auto schema = JsonSchema::compile(file.readAll());
    if (!schema)
        qFatal("schema %s: %s", qUtf8Printable(name), qUtf8Printable(schema.error().what));
    return schema.value();
}

} // namespace

JsonSchema::JsonSchema(std::shared_ptr<const Node> root) : m_root(std::move(root)) {
}

Result<JsonSchema> JsonSchema::compile(const QByteArray &json) {
    QJsonParseError parsing;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parsing);
    if (!document.isObject())
        return makeError(Error::Kind::Invalid, u"The schema is not JSON: %1."_s.arg(parsing.errorString()));
    SchemaCompiler compiler(document.object());
    auto root = compiler.compile(document.object());
    if (!compiler.problem().isEmpty())
        return makeError(Error::Kind::Invalid, u"The schema cannot be used: %1."_s.arg(compiler.problem()));
    return JsonSchema(std::move(root));
}

const JsonSchema &JsonSchema::deviceType() {
    static const JsonSchema schema = embedded(u"devicetype"_s);
    return schema;
}

const JsonSchema &JsonSchema::request() {
    static const JsonSchema schema = embedded(u"request"_s);
    return schema;
}

const JsonSchema &JsonSchema::scenario() {
    static const JsonSchema schema = embedded(u"scenario"_s);
    return schema;
}

std::vector<SchemaFault> JsonSchema::faults(const QJsonValue &value) const {
    SchemaChecker checker;
    checker.check(*m_root, value, {});
    return checker.take();
}

} // namespace polder
