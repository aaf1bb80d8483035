#include "model/exchange/yamlreader.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace polder;
using namespace Qt::StringLiterals;

class YamlReaderTest : public QObject {
    Q_OBJECT

private slots:
    void scalars_data() {
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<QJsonValue>("value");
        const auto row = [](const char *written, const QJsonValue &value) {
            QTest::newRow(written) << QByteArray(written) << value;
        };
        row("1", 1);
        row("-1", -1);
        row("0", 0);
        row("0.5", 0.5);
        row("7.00", 7);
        row("999999999999999", 999999999999999.0);
        row("true", true);
        row("False", false);
        row("null", QJsonValue::Null);
        row("~", QJsonValue::Null);
        row("", QJsonValue::Null);
        row("'1'", u"1"_s);
        row("\"true\"", u"true"_s);
        row("''", u""_s);
        row("1U", u"1U"_s);
        row("08", u"08"_s);   // no octal digit: text for YAML 1.1
        row("1e3", u"1e3"_s); // text for YAML 1.1; a field that must be a number refuses it
        row("000-00372", u"000-00372"_s);
        row("5414.6260.22", u"5414.6260.22"_s);
        row("nope", u"nope"_s);
        row("\"\\u00e9\"", u"é"_s);
    }
    void scalars() {
        QFETCH(QByteArray, written);
        QFETCH(QJsonValue, value);
        const auto document = readYaml("key: " + written + "\n");
        QVERIFY2(document, qUtf8Printable(document ? QString() : document.error().what));
        QCOMPARE(document->value["key"_L1], value);
    }

    void valuesHaveLines() {
        const auto document = readYaml("---\na: 1\nlist:\n  - name: x\n    type: y\n  - name: z\n");
        QVERIFY(document);
        const QJsonArray list{QJsonObject{{u"name"_s, u"x"_s}, {u"type"_s, u"y"_s}}, QJsonObject{{u"name"_s, u"z"_s}}};
        QCOMPARE(document->value, QJsonValue(QJsonObject{{u"a"_s, 1}, {u"list"_s, list}}));
        QCOMPARE(document->lineOf(u"/a"_s), 2);
        QCOMPARE(document->lineOf(u"/list"_s), 3);
        QCOMPARE(document->lineOf(u"/list/0/type"_s), 5);
        QCOMPARE(document->lineOf(u"/list/1"_s), 6);
        QCOMPARE(document->lineOf(u"/list/1/missing/below"_s), 6);
        QCOMPARE(document->lineOf(QString()), 2);
    }

    void byteOrderMarkAndCarriageReturns() {
        const auto document = readYaml("\xef\xbb\xbfkey: a\r\nother: b\r\n");
        QVERIFY(document);
        QCOMPARE(document->value, QJsonValue(QJsonObject{{u"key"_s, u"a"_s}, {u"other"_s, u"b"_s}}));
    }

    void refused_data() {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("reason"); // a part of it
        const auto row = [](const char *name, const QByteArray &yaml, int line, const QString &reason) {
            QTest::newRow(name) << yaml << line << reason;
        };
        row("empty", "", 1, u"the file is empty"_s);
        row("only a comment", "# nothing\n", 1, u"the file is empty"_s);
        row("second document", "a: 1\n---\nb: 2\n", 2, u"a second document"_s);
        row("key twice", "a: 1\nb: 2\na: 3\n", 3, u"/a is given twice, first on line 1"_s);
        row("key twice below", "x:\n  - a: 1\n    a: 1\n", 3, u"/x/0/a is given twice"_s);
        row("key twice, quoted", "a: 1\n\"\\x61\": 1\n", 2, u"/a is given twice"_s);
        row("anchor", "a: &x 1\n", 1, u"anchors"_s);
        row("alias", "a: *x\n", 1, u"not valid YAML"_s);
        row("alias bomb", "a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n", 1, u"anchors"_s);
        row("merge key", "a: &x {b: 1}\nc:\n  <<: *x\n", 1, u"anchors"_s);
        row("tag", "a: !!str 1\n", 1, u"tags"_s);
        row("own tag", "a: !python/object:os.system {x: 1}\n", 1, u"tags"_s);
        row("list as key", "? [a]\n: b\n", 1, u"a key must be a text"_s);
        row("empty key", "~: b\n", 1, u"a key is empty"_s);
        row("tab as indentation", "a:\n\tb: 1\n", 2, u"not valid YAML"_s);
        row("open bracket", "a: [1\n", 2, u"not valid YAML"_s);
        row("control character", QByteArray("a: x\nb: \x07y\n"), 2, u"control character"_s);
        row("zero byte", QByteArray("a: x\nb: \0y\n", 11), 2, u"control character"_s);
        row("escaped zero", "a: 1\nb: \"\\0\"\n", 2, u"control character"_s);
        row("not UTF-8", "a: 1\nb: \xff\xfe\n", 2, u"not valid UTF-8"_s);
        row("cut UTF-8", "a: 1\nb: \xc3\n", 2, u"not valid UTF-8"_s);
        row("UTF-16", QByteArray("a\0:\0 \0b\0", 8), 1, u"control character"_s);
        row("too many digits", "a: 12345678901234567890\n", 1, u"too many digits"_s);
        row("too large", QByteArray("a: 1\n").repeated(1 << 18), 1, u"larger than 256 KiB"_s);
        row("deep lists", QByteArray(21, '[') + QByteArray(21, ']'), 1, u"nested deeper than 20 levels"_s);
        row("deep maps", QByteArray("{a: ").repeated(21) + QByteArray(21, '}'), 1, u"nested deeper than 20 levels"_s);
        row("open lists", QByteArray(100'000, '['), 1, u"a key must be a text"_s); // yaml-cpp takes them for keys
        row("open maps", QByteArray("{a: ").repeated(50'000), 1, u"a key must be a text"_s);
        row("deep dashes", QByteArray("- ").repeated(100'000), 1, u"nested deeper than 20 levels"_s);
        for (const char *ambiguous :
             {"yes", "No", "on",     "OFF",   "010",    "-017", "0x1F",  "0b11", "1_000",      "+5",
              "1.",  ".5", "1.5e+3", "12:30", "1:30.5", ".inf", "-.Inf", ".NaN", "2024-01-01", "2024-01-01 12:00:00",
              "00"})
            row(ambiguous, QByteArray("first: 1\na: ") + ambiguous + '\n', 2, u"can be read as different values"_s);
    }
    void refused() {
        QFETCH(QByteArray, yaml);
        QFETCH(int, line);
        QFETCH(QString, reason);
        const auto document = readYaml(yaml);
        QVERIFY(!document);
        QCOMPARE(document.error().kind, Error::Kind::Invalid);
        QVERIFY2(document.error().what.contains(reason), qUtf8Printable(document.error().what));
        QCOMPARE(document.error().data["line"_L1].toInt(), line);
    }
};

QTEST_GUILESS_MAIN(YamlReaderTest)
#include "tst_yamlreader.moc"
