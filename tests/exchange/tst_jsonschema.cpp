#include "model/exchange/jsonschema.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace polder;
using namespace Qt::StringLiterals;

namespace {

/// JSON, written here with single quotes.
QByteArray json(const char *text) {
    return QByteArray(text).replace('\'', '"');
}

} // namespace

class JsonSchemaTest : public QObject {
    Q_OBJECT

private slots:
    void values_data() {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<QByteArray>("value"); // an element of an array
        QTest::addColumn<QString>("fault");    // empty: valid
        const auto row = [](const char *schema, const char *value, const QString &fault) {
            QTest::addRow("%s: %s", schema, value) << json(schema) << json(value) << fault;
        };
        row("{'type': 'integer'}", "3", {});
        row("{'type': 'integer'}", "3.0", {});
        row("{'type': 'integer'}", "3.5", u"is 3.5: must be a whole number"_s);
        row("{'type': 'number'}", "3", {});
        row("{'type': 'number'}", "'3'", u"is \"3\": must be a number"_s);
        row("{'type': ['string', 'null']}", "null", {});
        row("{'type': ['string', 'null']}", "1", u"is 1: must be text or empty"_s);
        row("{'type': 'boolean'}", "1", u"is 1: must be true or false"_s);
        row("{'minimum': 1}", "1", {});
        row("{'minimum': 1}", "0.9", u"is 0.9: must be at least 1"_s);
        row("{'maximum': 1}", "1.1", u"is 1.1: must be at most 1"_s);
        row("{'exclusiveMinimum': 0}", "0", u"is 0: must be more than 0; leave it out if it is not known"_s);
        row("{'multipleOf': 0.01}", "2.09", {});
        row("{'multipleOf': 0.01}", "999999.99", {});
        row("{'multipleOf': 0.01}", "999999.991", u"is 999999.991: must be a multiple of 0.01"_s);
        row("{'enum': ['a', 'b']}", "'c'", u"is \"c\": must be one of a, b"_s);
        row("{'pattern': '^[a-z]+$'}", "'abc'", {});
        row("{'pattern': '^[a-z]+$'}", "'abc\\n'", u"is \"abc\\n\": must match ^[a-z]+\\z"_s);
        row("{'maxLength': 2}", "'abc'", u"is \"abc\": must have at most 2 characters"_s);
        row("{'minLength': 1}", "''", u"is \"\": must have at least 1 characters"_s);
        row("{'format': 'date'}", "'2026-02-28'", {});
        row("{'format': 'date'}", "'2026-02-29'", u"is \"2026-02-29\": must be a date, written YYYY-MM-DD"_s);
        row("{'format': 'date'}", "'2026/02/28'", u"is \"2026/02/28\": must be a date, written YYYY-MM-DD"_s);
        row("{'format': 'date'}", "'2026-02-28T00:00'",
            u"is \"2026-02-28T00:00\": must be a date, written YYYY-MM-DD"_s);
        row("{'minItems': 1}", "[]", u"has 0 entries: must have at least 1"_s);
        row("{'maxItems': 1}", "[1, 2]", u"has 2 entries: must have at most 1"_s);
    }
    void values() {
        QFETCH(QByteArray, schema);
        QFETCH(QByteArray, value);
        QFETCH(QString, fault);
        const auto compiled = JsonSchema::compile(schema);
        QVERIFY(compiled);
        const auto faults = compiled->faults(QJsonDocument::fromJson('[' + value + ']').array().first());
        QCOMPARE(faults.empty() ? QString() : faults.front().reason, fault);
    }

    void faultsNameTheirPlace() {
        const auto schema = JsonSchema::compile(
            json("{'type': 'object', 'additionalProperties': false, 'required': ['name'],"
                 "'properties': {'name': {'type': 'string'}, 'list': {'items': {'$ref': '#/definitions/n'}}},"
                 "'definitions': {'n': {'type': 'integer'}}}"));
        QVERIFY(schema);
        const QJsonObject value{{u"list"_s, QJsonArray{1, u"x"_s}}, {u"a/b"_s, 1}};
        const std::vector<SchemaFault> expected = {
            {u"/name"_s, u"is missing"_s},
            {u"/a~1b"_s, u"is not a field of this format; the fields are list, name"_s},
            {u"/list/1"_s, u"is \"x\": must be a whole number"_s},
        };
        QVERIFY(schema->faults(value) == expected);
    }

    void unusableSchemas_data() {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<QString>("reason");
        QTest::newRow("not JSON") << QByteArray("{") << u"The schema is not JSON: unterminated object."_s;
        QTest::newRow("unknown keyword") << json("{'properties': {'a': {'oneOf': []}}}")
                                         << u"The schema cannot be used: oneOf: [] is not understood."_s;
        QTest::newRow("unknown format") << json("{'format': 'uri'}")
                                        << u"The schema cannot be used: format: \"uri\" is not understood."_s;
        QTest::newRow("no such definition")
            << json("{'$ref': '#/definitions/x'}")
            << u"The schema cannot be used: $ref #/definitions/x is not one of the definitions."_s;
        const QByteArray endless =
            json("{'$ref': '#/definitions/x', 'definitions': {'x': {'items': {'$ref': '#/definitions/x'}}}}");
        QTest::newRow("without end") << endless << u"The schema cannot be used: definitions are nested too deep."_s;
        QTest::newRow("pattern") << json("{'pattern': '('}")
                                 << u"The schema cannot be used: pattern (: missing closing parenthesis."_s;
    }
    void unusableSchemas() {
        QFETCH(QByteArray, schema);
        QFETCH(QString, reason);
        const auto compiled = JsonSchema::compile(schema);
        QVERIFY(!compiled);
        QCOMPARE(compiled.error().what, reason);
    }

    void longValuesAreCut() { QCOMPARE(shownInMessage(QString(100, u'x')), u'"' + QString(59, u'x') + u'…'); }
};

QTEST_GUILESS_MAIN(JsonSchemaTest)
#include "tst_jsonschema.moc"
