#include "app/polderctl/command.h"
#include "model/exchange/csv.h"
#include "model/exchange/devicetype.h"
#include "model/exchange/jsonschema.h"
#include "tests/app/polderctl.h"
#include "tests/support/patience.h"

#include <QDate>
#include <QDir>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <cmath>
#include <functional>

using namespace Qt::StringLiterals;
using namespace polder;
using namespace polder::test;

namespace {

const QString schemas = QStringLiteral(POLDER_SOURCE_DIR "/resources/schemas/");

QByteArray contentOf(const QString &path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QJsonValue valueOf(const QJsonDocument &document) {
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

/// What `value` has that the schema of that name does not allow, one line each; empty: nothing.
QString faultsOf(const QString &schema, const QJsonValue &value) {
    const auto compiled = JsonSchema::compile(contentOf(schemas + schema + u".schema.json"_s));
    if (!compiled) {
        return schema + u": "_s + compiled.error().what;
    }
    QStringList lines;
    for (const SchemaFault &fault : compiled->faults(value)) {
        lines << u"%1: %2 %3"_s.arg(schema, fault.pointer, fault.reason);
    }
    return lines.join(u'\n');
}

/// Every value of JSON, the outermost first.
void visit(const QJsonValue &value, const std::function<void(const QJsonObject &)> &object) {
    if (value.isObject()) {
        object(value.toObject());
        for (const QJsonValue &member : value.toObject()) {
            visit(member, object);
        }
    }
    for (const QJsonValue &element : value.toArray()) {
        visit(element, object);
    }
}

QString inDays(int days) {
    return QDate::currentDate().addDays(days).toString(Qt::ISODate);
}

} // namespace

/// The JSON of polderctl is what the schemas in resources/schemas say: real answers of every command, real refusals of
/// every kind, and the samples.
class TestContract : public QObject {
    Q_OBJECT

    ServedDatabase m_demo;
    ServedDatabase m_empty;
    QSet<QString> m_answered; ///< commands of which a real answer was held against its schema

    static QString schemaOf(const QStringList &arguments, QString *command) {
        for (const ctl::Command &one : ctl::allCommands()) {
            if (arguments.mid(0, one.words.size()) == one.words) {
                *command = one.words.join(u' ');
                return u"answers/"_s + one.answer;
            }
        }
        return {};
    }

    /// Checks the answer of a call, which must come with that exit code.
    QJsonDocument held(const Ran &ran, const QStringList &arguments, int exitCode = 0) {
        QString command;
        const QString schema = schemaOf(arguments, &command);
        const QString faults = faultsOf(schema, valueOf(ran.json));
        const bool right = ran.exitCode == exitCode && !ran.json.isNull() && faults.isEmpty();
        if (!right) {
            QTest::qFail(qUtf8Printable(u"%1: exit %2, %3\n%4%5"_s.arg(arguments.join(u' '))
                                            .arg(ran.exitCode)
                                            .arg(faults, ran.text.left(2000), ran.trouble)),
                         __FILE__, __LINE__);
        }
        m_answered << command;
        return ran.json;
    }
    QJsonDocument ask(const QString &person, const QStringList &arguments, const QByteArray &input = {}) {
        return held(m_demo.as(person, arguments, input), arguments);
    }

    QString submit(const QJsonObject &more = {}) {
        return ask(u"researcher.lumc"_s, {u"request"_s, u"submit"_s, u"-"_s}, requestJson(more))[u"number"_s]
            .toString();
    }
    QString inReview() {
        const QString number = submit();
        ask(u"sponsor.lumc"_s, {u"request"_s, u"endorse"_s, number});
        ask(u"fm.leiden"_s, {u"request"_s, u"review"_s, number, u"--comment"_s, u"soon"_s});
        return number;
    }
    /// The arguments that hold the first item of a request where it fits best.
    QStringList placeFor(const QStringList &command, const QString &number) {
        const QJsonDocument found =
            ask(u"fm.leiden"_s, {u"find-space"_s,  u"--height-u"_s, u"2"_s,          u"--draw-w"_s, u"400"_s,
                                 u"--weight-kg"_s, u"20"_s,         u"--depth-mm"_s, u"700"_s,      u"--cords"_s,
                                 u"2"_s,           u"--plug"_s,     u"C14"_s,        u"--site"_s,   u"LEIDEN"_s,
                                 u"--from"_s,      inDays(30),      u"--explain"_s,  u"--count"_s,  u"2"_s});
        const QJsonValue best = found[u"places"_s][0];
        return command + QStringList{number, u"--rack"_s, best[u"rack"_s].toString(), u"--unit"_s,
                                     QString::number(best[u"unit"_s].toDouble())};
    }

private Q_SLOTS:
    void initTestCase() {
        QVERIFY(m_demo.startWithDemo().isEmpty());
        QVERIFY(m_empty.start().isEmpty());
    }
    void cleanupTestCase() {
        QVERIFY(m_demo.stop());
        QVERIFY(m_empty.stop());
    }

    void theDatabaseAsAWhole() {
        for (const QStringList &arguments :
             {QStringList{u"migrate"_s},
              {u"estate"_s, u"generate"_s, u"--racks"_s, u"20"_s, u"--devices"_s, u"100"_s},
              {u"demo"_s, u"load"_s},
              {u"check"_s}}) {
            held(m_empty.run(QStringList{u"--json"_s} + arguments), arguments);
        }
        held(m_demo.run({u"--json"_s, u"check"_s, u"--strict"_s}), {u"check"_s}, 1);
    }

    /// Of one node, of a side, of all in turn: each a form of the same answer.
    void failures() {
        const QString on = inDays(10);
        const QJsonDocument ups = ask(u"fm.leiden"_s, {u"simulate-failure"_s, u"LEIDEN UPS-A"_s, u"--on"_s, on});
        QCOMPARE(ups[u"failing"_s][0][u"kind"_s], u"ups"_s);
        QCOMPARE(ups[u"from"_s], on);
        QCOMPARE(ups[u"until"_s], inDays(11));
        QVERIFY(!ups[u"down"_s].toArray().isEmpty());
        QVERIFY(!ups[u"weakened"_s].toArray().isEmpty());
        QVERIFY(ups[u"cooling"_s].toArray().size() > 1); // half of the units of each zone hang on it
        QCOMPARE(ups[u"racks"_s][0][u"availability_class"_s], 3);
        QCOMPARE(ups[u"racks"_s][0][u"class_left"_s], 1);
        QCOMPARE(ask(u"fm.leiden"_s, {u"simulate-failure"_s, u"LEIDEN/UPS-A"_s, u"--on"_s, on}), ups);
        const QJsonDocument side =
            ask(u"fm.leiden"_s, {u"simulate-failure"_s, u"--side"_s, u"A"_s, u"--site"_s, u"LEIDEN"_s, u"--on"_s, on});
        QCOMPARE(side[u"failing"_s][0][u"name"_s], u"LEIDEN ATS-A"_s);
        QCOMPARE(side[u"down"_s], ups[u"down"_s]); // the switch above the UPS
        const QJsonDocument unit = ask(u"fm.leiden"_s, {u"simulate-failure"_s, u"LEIDEN DC1-Z1-1"_s});
        QCOMPARE(unit[u"down"_s].toArray().size(), 0);
        QCOMPARE(unit[u"cooling"_s][0][u"lost"_s][0], u"LEIDEN DC1-Z1-1"_s);
        const QJsonDocument all =
            ask(u"fm.leiden"_s, {u"simulate-failure"_s, u"--all"_s, u"--from"_s, on, u"--until"_s, inDays(11)});
        QVERIFY(all[u"failures"_s].toArray().size() > 500);
        QStringList names;
        for (const QJsonValue &one : all[u"failures"_s].toArray()) {
            names << one[u"name"_s].toString();
            if (names.last() == u"LEIDEN UPS-A") {
                QCOMPARE(one[u"down"_s].toInt(), ups[u"down"_s].toArray().size());
            }
        }
        QVERIFY(names.contains(u"LEIDEN UPS-A"_s) && names.contains(u"LUMC M1-Z1-1"_s));
        QVERIFY(!all[u"headrooms"_s].toArray().isEmpty());
    }

    /// Who sees nothing of others hears of their watts, and of no more; the overloads are the same.
    void failuresAsOthersSeeThem() {
        const QStringList call{u"simulate-failure"_s, u"LEIDEN UPS-B"_s};
        const QJsonDocument host = ask(u"fm.leiden"_s, call);
        const QJsonDocument guest = ask(u"researcher.lumc"_s, call);
        QCOMPARE(guest[u"overloads"_s], host[u"overloads"_s]);
        QCOMPARE(host[u"unseen"_s][u"through_mw"_s].toInteger(), 0);
        QVERIFY(guest[u"unseen"_s][u"through_mw"_s].toInteger() > 100'000'000);
        QSet<int> seen;
        for (const QJsonValue &one : host[u"weakened"_s].toArray()) {
            seen << one[u"equipment"_s].toInt();
        }
        QVERIFY(guest[u"weakened"_s].toArray().size() < seen.size());
        for (const QJsonValue &one : guest[u"weakened"_s].toArray()) {
            QVERIFY(seen.contains(one[u"equipment"_s].toInt()));
        }
    }

    void floorSpace() {
        const QJsonDocument found =
            ask(u"fm.leiden"_s,
                {u"find-space"_s, u"--footprint-mm"_s, u"900x800"_s, u"--clearance-mm"_s, u"800,300,0,0"_s,
                 u"--weight-kg"_s, u"680"_s, u"--draw-w"_s, u"1500"_s, u"--cords"_s, u"2"_s, u"--explain"_s});
        QVERIFY(!found[u"floor"_s][u"refused"_s].toArray().isEmpty());
    }

    /// Several of a model of the library, and one that fits nowhere.
    void floorPlan() {
        const QJsonDocument some = ask(u"fm.leiden"_s, {u"find-space"_s, u"--footprint-mm"_s, u"600x600"_s,
                                                        u"--count"_s, u"2"_s, u"--together"_s, u"room"_s});
        QCOMPARE(some[u"floor"_s][u"plan"_s].toArray().size(), 2);
        const QStringList many{u"find-space"_s, u"--footprint-mm"_s, u"2200x2000"_s, u"--count"_s,
                               u"40"_s,         u"--explain"_s};
        const QJsonDocument few = held(m_demo.as(u"fm.leiden"_s, many), many, 1);
        QVERIFY(!few[u"floor"_s][u"full"_s].toArray().isEmpty());
        const QStringList wide{u"find-space"_s, u"--footprint-mm"_s, u"30000x600"_s, u"--explain"_s};
        const QJsonDocument none = held(m_demo.as(u"fm.leiden"_s, wide), wide, 1);
        QVERIFY(!none[u"floor"_s][u"refused"_s].toArray().isEmpty());
    }

    /// All items of a request as one set: found, and with what each lacks where there is none.
    void requestedSets() {
        const QString file = QStringLiteral(POLDER_SOURCE_DIR "/resources/schemas/request.sample.json");
        const QJsonDocument found =
            ask(u"fm.leiden"_s, {u"find-space"_s, u"--request"_s, file, u"--explain"_s, u"--top"_s, u"3"_s});
        const QJsonValue set = found[u"set"_s];
        QCOMPARE(set[u"pieces"_s], 3);
        QCOMPARE(set[u"together"_s], u"row"_s);
        QCOMPARE(set[u"sets"_s][0][u"places"_s].toArray().size(), 3);
        const QStringList call{u"find-space"_s, u"--request"_s, u"-"_s, u"--explain"_s};
        const QByteArray tall =
            requestJson({{u"items"_s, QJsonArray{QJsonObject{{u"height_u"_s, 30}, {u"count"_s, 2}}}},
                         {u"wishes"_s, QJsonObject{{u"together"_s, u"rack"_s}}}});
        const QJsonDocument none = held(m_demo.as(u"fm.leiden"_s, call, tall), call, 1);
        QCOMPARE(none[u"fits"_s], 0);
        QVERIFY(!none[u"set"_s][u"refused"_s][0][u"items"_s][0][u"shortfalls"_s].toArray().isEmpty());
    }

    /// Its answer comes while it runs, and nothing after it.
    void serve() {
        QProcess serve;
        serve.start(QStringLiteral(POLDER_BINARY_DIR "/app/polderctl"),
                    {u"--embedded="_s + m_demo.path(u"db"_s), u"--json"_s, u"serve"_s});
        QVERIFY(serve.waitForReadyRead(60'000));
        serve.terminate();
        QVERIFY(serve.waitForFinished(60'000));
        const QByteArray out = serve.readAllStandardOutput();
        held({serve.exitCode(), QJsonDocument::fromJson(out), QString::fromUtf8(out), {}}, {u"serve"_s});
    }

    void import() {
        const QString library = QStringLiteral(POLDER_SOURCE_DIR "/tests/exchange/data/library");
        const QStringList arguments{u"import"_s, u"device-types"_s, library};
        const QJsonDocument done = held(m_demo.as(u"fm.leiden"_s, arguments), arguments, 1);
        QCOMPARE(done[u"files"_s].toInt(), 3);
        QCOMPARE(done[u"refused"_s].toArray().size(), 1);
    }

    /// What was said of a month before is corrected; said again, nothing changes. Reports of before do not move.
    void readings() {
        const QString file = QStringLiteral(POLDER_SOURCE_DIR "/tests/exchange/data/readings.csv");
        const QString values = m_demo.path(u"values.csv"_s);
        const QStringList report{u"report"_s,  u"energy"_s, u"--as-of"_s,  u"2025-01-31"_s,
                                 u"--scope"_s, u"LEIDEN"_s, u"--output"_s, values};
        const auto before = ask(u"reporting"_s, report)[u"as_known"_s].toInteger();
        QVERIFY(contentOf(values).contains("LEIDEN,E_DC,kWh,515285,metered,0,EU 2024/1364,2024-03-14\r\n"));
        const QJsonDocument done = ask(u"reporting"_s, {u"import"_s, u"readings"_s, file});
        QCOMPARE(done[u"recorded"_s], 2);
        QCOMPARE(done[u"corrected"_s], 1);
        QCOMPARE(ask(u"fm.leiden"_s, {u"import"_s, u"readings"_s, file})[u"unchanged"_s], 3);
        ask(u"reporting"_s, report);
        const QByteArray content = contentOf(values);
        QVERIFY(content.contains("LEIDEN,E_DC,kWh,515285.5,metered,0,EU 2024/1364,2024-03-14\r\n"));
        QVERIFY(content.contains("LEIDEN,T_IN,°C,22.5,metered,0,EU 2024/1364,2024-03-14\r\n"));
        QVERIFY(content.contains("LEIDEN,E_RES,kWh,515285,metered,0,EU 2024/1364,2024-03-14\r\n"));
        ask(u"reporting"_s, report + QStringList{u"--as-known"_s, QString::number(before)});
        QVERIFY(contentOf(values).contains("LEIDEN,E_DC,kWh,515285,metered,0,EU 2024/1364,2024-03-14\r\n"));
    }

    /// One strayed and one is nobody's; in its own rack the first is found.
    void audit() {
        const QStringList astray{u"audit"_s, u"LEIDEN/DC2/A01"_s, u"-"_s};
        const QJsonDocument done = ask(u"technician.leiden"_s, astray, "UL-002683\r\n\nX-9\nUL-002683\n");
        QCOMPARE(done[u"unknown"_s], (QJsonArray{u"X-9"_s}));
        QVERIFY(!done[u"missing"_s].toArray().isEmpty());
        QCOMPARE(done[u"found"_s].toArray().size(), 0);
        QCOMPARE(done[u"on"_s], inDays(0));
        QCOMPARE(done[u"elsewhere"_s].toArray().size(), 1);
        const QJsonValue stray = done[u"elsewhere"_s][0];
        QCOMPARE(stray[u"tag"_s], u"UL-002683"_s);
        const QStringList home{u"audit"_s, stray[u"rack"_s].toString(), u"-"_s, u"--on"_s, inDays(-1)};
        const QJsonDocument there = ask(u"fm.leiden"_s, home, "UL-002683\n");
        QCOMPARE(there[u"found"_s], (QJsonArray{stray[u"placement"_s]}));
        QCOMPARE(there[u"on"_s], inDays(-1));
    }

    /// From CSV and from JSON; what it answers takes it back. All that is wrong is told by the lines of the file.
    void amendment() {
        const QStringList amend{u"equipment"_s, u"amend"_s, u"-"_s};
        const QJsonDocument done =
            ask(u"fm.leiden"_s, amend, "tag,field,value\nUL-002683,serial,CONTRACT-A\nUL-002683,measured_w,123\n");
        const QJsonValue change = done[u"changes"_s][0];
        QCOMPARE(change[u"values"_s][u"serial"_s], u"CONTRACT-A"_s);
        QCOMPARE(change[u"values"_s][u"measured_w"_s], 123);
        QVERIFY(change[u"values"_s][u"measured_on"_s].isString()); // the data centre's own today
        const QJsonObject back{
            {u"equipment"_s, change[u"equipment"_s]}, {u"values"_s, change[u"was"_s]}, {u"was"_s, change[u"values"_s]}};
        const QByteArray inverse = QJsonDocument(QJsonObject{{u"changes"_s, QJsonArray{back}}}).toJson();
        QCOMPARE(ask(u"fm.leiden"_s, amend, inverse)[u"changes"_s][0][u"values"_s], change[u"was"_s]);
        QCOMPARE(held(m_demo.as(u"fm.leiden"_s, amend, inverse), amend)[u"generation"_s].isNull(), false);
        const Ran wrong = m_demo.as(u"technician.leiden"_s, amend,
                                    "tag,field,value\nUL-002683,measured_w,-1\nUL-002683,project,x\nnone,serial,1\n");
        QCOMPARE(wrong.error()[u"faults"_s].toArray().size(), 3);
        QCOMPARE(wrong.error()[u"faults"_s][0][u"field"_s], u"line 2, measured_w"_s);
        QCOMPARE(faultsOf(u"answers/error"_s, valueOf(wrong.json)), QString());
    }

    /// Attached, listed, fetched byte for byte, taken away.
    void attachedPapers() {
        const QString file = m_demo.path(u"photo.txt"_s), copy = m_demo.path(u"copy.txt"_s);
        QFile written(file);
        QVERIFY(written.open(QIODevice::WriteOnly));
        written.write("what it looks like\n");
        written.close();
        const QString rack = u"LEIDEN/DC2/A01"_s;
        const QJsonDocument attached = ask(u"technician.leiden"_s, {u"attach"_s, u"rack"_s, rack, file});
        ask(u"fm.leiden"_s, {u"note"_s, u"rack"_s, rack, u"--text"_s, u"The door sticks."_s});
        ask(u"fm.leiden"_s, {u"link"_s, u"rack"_s, rack, u"--system"_s, u"netbox"_s, u"--reference"_s, u"17"_s});
        const QJsonDocument papers = ask(u"fm.leiden"_s, {u"attached"_s, u"rack"_s, rack});
        QCOMPARE(papers[u"documents"_s][0][u"name"_s], u"photo.txt"_s);
        QCOMPARE(papers[u"documents"_s][0][u"media_type"_s], u"text/plain"_s);
        QCOMPARE(papers[u"notes"_s][0][u"text"_s], u"The door sticks."_s);
        QCOMPARE(papers[u"links"_s][0][u"reference"_s], u"17"_s);
        const QString number = QString::number(attached[u"document"_s].toInt());
        QCOMPARE(ask(u"fm.leiden"_s, {u"fetch"_s, number, u"--output"_s, copy})[u"size"_s], 19);
        QCOMPARE(contentOf(copy), "what it looks like\n");
        ask(u"technician.leiden"_s, {u"detach"_s, u"document"_s, number});
        QCOMPARE(m_demo.as(u"fm.leiden"_s, {u"fetch"_s, number, u"--output"_s, copy}).error()[u"kind"_s],
                 u"not-found"_s);
        ask(u"fm.leiden"_s, {u"attached"_s, u"equipment"_s, u"UL-002683"_s});
    }

    void pack() {
        const QString file = QStringLiteral(POLDER_SOURCE_DIR "/tests/exchange/data/packing.vbp");
        const QJsonDocument packed = ask(u"fm.leiden"_s, {u"pack"_s, file, file, u"--time-limit"_s, u"2"_s});
        QCOMPARE(packed.array().size(), 2);
        QCOMPARE(packed[0][u"file"_s], file);
        QCOMPARE(packed[0][u"bins"_s], 3);
        QCOMPARE(packed[0][u"lower_bound"_s], 3);
        QCOMPARE(packed[0][u"status"_s], u"optimal"_s);
        QCOMPARE(packed[1][u"assignment"_s].toArray().size(), 7);
    }

    void fromTheRequestToTheEnd() {
        const QString number = inReview();
        const QStringList book = placeFor({u"book"_s}, number) << u"--key"_s << QUuid::createUuid().toString();
        const QJsonDocument first = ask(u"fm.leiden"_s, book);
        QVERIFY(first[u"generation"_s].toInteger() > 0);
        QCOMPARE(ask(u"fm.leiden"_s, book), first); // a repeat says the same, the generation too
        QCOMPARE(ask(u"fm.leiden"_s, {u"request"_s, u"show"_s, number})[u"generation"_s], first[u"generation"_s]);

        const QString later = inDays(50);
        QCOMPARE(ask(u"fm.leiden"_s, {u"request"_s, u"renew"_s, number, u"--until"_s, later})[u"hold_until"_s], later);
        QCOMPARE(ask(u"fm.leiden"_s, {u"request"_s, u"show"_s, number})[u"hold_until"_s], later);
        QCOMPARE(ask(u"technician.leiden"_s, {u"request"_s, u"deliver"_s, number})[u"state"_s], u"delivered"_s);
        ask(u"fm.leiden"_s, {u"install"_s, number, u"--asset-tag"_s, u"CONTRACT-1"_s, u"--serial"_s, u"S-1"_s});

        const QStringList extend{u"request"_s, u"extend"_s, number, u"--until"_s, inDays(500)};
        const QJsonDocument asked = ask(u"researcher.lumc"_s, extend);
        QCOMPARE(asked[u"asked"_s], true);
        QCOMPARE(asked[u"until"_s], inDays(400)); // as before
        QCOMPARE(ask(u"fm.leiden"_s, extend)[u"until"_s], inDays(500));

        const QStringList move = placeFor({u"move"_s}, u"CONTRACT-1"_s)
                                 << u"--from"_s << inDays(40) << u"--face"_s << u"front"_s;
        QCOMPARE(ask(u"researcher.lumc"_s, move)[u"placements"_s].toArray().size(), 0);
        QCOMPARE(ask(u"fm.leiden"_s, move)[u"asked"_s], false);
        ask(u"fm.leiden"_s, {u"request"_s, u"show"_s, number});
        const QStringList replace{u"replace"_s, u"CONTRACT-1"_s, u"--serial"_s, u"S-2"_s, u"--weight-kg"_s, u"19.5"_s};
        QCOMPARE(ask(u"researcher.lumc"_s, replace)[u"asked"_s], true);
        const QJsonDocument replaced = ask(u"fm.leiden"_s, replace);
        QCOMPARE(replaced[u"asked"_s], false);
        const QString stands = QString::number(replaced[u"placement"_s].toInt());
        QCOMPARE(ask(u"researcher.lumc"_s, {u"retire"_s, stands, u"--from"_s, inDays(30)})[u"asked"_s], true);
        ask(u"fm.leiden"_s, {u"request"_s, u"decommission"_s, number});
        QCOMPARE(ask(u"fm.leiden"_s, {u"request"_s, u"remove"_s, number})[u"state"_s], u"removed"_s);
    }

    void theOtherEnds() {
        const auto state = [this](const QString &person, const QStringList &arguments, const QByteArray &input = {}) {
            return ask(person, arguments, input)[u"state"_s].toString();
        };
        const QStringList reason{u"--reason"_s, u"no space in hall 2"_s};
        const QString draft =
            ask(u"researcher.lumc"_s, {u"request"_s, u"create"_s, u"-"_s}, requestJson())[u"number"_s].toString();
        QCOMPARE(state(u"researcher.lumc"_s, {u"request"_s, u"comment"_s, draft, u"--text"_s, u"not yet"_s}),
                 u"draft"_s);
        QCOMPARE(state(u"researcher.lumc"_s, {u"request"_s, u"submit"_s, draft}), u"submitted"_s);
        QCOMPARE(state(u"sponsor.lumc"_s, QStringList{u"request"_s, u"decline"_s, submit()} + reason), u"rejected"_s);
        const QString back = inReview();
        QCOMPARE(state(u"fm.leiden"_s, QStringList{u"request"_s, u"return"_s, back} + reason), u"returned"_s);
        QCOMPARE(state(u"researcher.lumc"_s, {u"request"_s, u"amend"_s, back, u"-"_s},
                       requestJson({{u"project"_s, u"Short reads"_s}})),
                 u"returned"_s);
        const Ran given = m_demo.as(u"researcher.lumc"_s, {u"request"_s, u"amend"_s, back, u"-"_s},
                                    requestJson({{u"organisation"_s, u"UL"_s}}));
        QCOMPARE(given.exitCode, 2);
        QCOMPARE(given.error()[u"field"_s], u"/organisation"_s);
        QCOMPARE(ask(u"researcher.lumc"_s, {u"request"_s, u"show"_s, back})[u"project"_s], u"Short reads"_s);
        QCOMPARE(state(u"researcher.lumc"_s,
                       QStringList{u"request"_s, u"withdraw"_s, back, u"--because"_s, u"promethion-1"_s} + reason),
                 u"withdrawn"_s);
        // What nobody had to buy is counted, and what is shared instead is named.
        const QString avoided = m_demo.path(u"avoided.csv"_s);
        ask(u"reporting.lumc"_s,
            {u"report"_s, u"reciprocity"_s, u"--table"_s, u"avoided_requests"_s, u"--output"_s, avoided});
        QVERIFY2(contentOf(avoided).contains(back.toUtf8()) && contentOf(avoided).contains(",promethion-1,LUMC,"),
                 contentOf(avoided).constData());
        QCOMPARE(state(u"fm.leiden"_s, QStringList{u"request"_s, u"wait-list"_s, inReview()} + reason), u"waiting"_s);
        QCOMPARE(state(u"fm.leiden"_s, QStringList{u"request"_s, u"reject"_s, inReview()} + reason), u"rejected"_s);

        const QString released = inReview();
        const QJsonDocument hold = ask(u"fm.leiden"_s, placeFor({u"request"_s, u"hold"_s}, released));
        const QString placement = QString::number(hold[u"placements"_s][0].toInteger());
        QCOMPARE(state(u"fm.leiden"_s, {u"release"_s, placement}), u"in review"_s);
        QVERIFY(!ask(u"fm.leiden"_s, {u"request"_s, u"list"_s, u"--state"_s, u"in review"_s}).array().isEmpty());
    }

    void rulesSetAside() {
        const QString number = inReview();
        const auto aside = [&](const QString &rule) {
            return QStringList{u"override"_s, number,      u"--rule"_s,   rule,
                               u"--site"_s,   u"LEIDEN"_s, u"--reason"_s, u"a loan for a week"_s,
                               u"--until"_s,  inDays(60)};
        };
        QCOMPARE(ask(u"fm.leiden"_s, aside(u"C4"_s))[u"in_force"_s], true);
        const QJsonDocument asked = ask(u"fm.leiden"_s, aside(u"P5"_s));
        QCOMPARE(asked[u"waits_for"_s], u"second person"_s);
        const QString id = QString::number(asked[u"override"_s].toInteger());
        const Ran alone = m_demo.as(u"fm.leiden"_s, {u"confirm-override"_s, id});
        QCOMPARE(alone.error()[u"kind"_s], u"right"_s);
        QCOMPARE(ask(u"fm2.leiden"_s, {u"confirm-override"_s, id})[u"in_force"_s], true);
        const auto shown = [&] {
            QStringList rules;
            for (const QJsonValue &one :
                 ask(u"fm.leiden"_s, {u"request"_s, u"show"_s, number})[u"overrides"_s].toArray()) {
                rules << one[u"rule"_s].toString();
            }
            return rules;
        };
        QCOMPARE(shown(), (QStringList{u"C4"_s, u"P5"_s}));
        QCOMPARE(ask(u"fm.leiden"_s, {u"withdraw-override"_s, id})[u"in_force"_s], false);
        QCOMPARE(shown(), QStringList{u"C4"_s});
        ask(u"fm.leiden"_s, {u"override"_s, u"--node"_s, u"LEIDEN UPS-B"_s, u"--rule"_s, u"P5"_s, u"--reason"_s,
                             u"a new one is ordered"_s, u"--until"_s, inDays(60)});
        // Every refusal in the words of the command.
        const auto field = [&](const QStringList &arguments) {
            const Ran ran = m_demo.as(u"fm.leiden"_s, arguments);
            return faultsOf(u"answers/error"_s, valueOf(ran.json)) + ran.error()[u"field"_s].toString();
        };
        QCOMPARE(field(aside(u"S1"_s)), u"--rule"_s);
        QCOMPARE(field({u"override"_s, u"--rule"_s, u"C4"_s}), u"REQUEST"_s);
        QCOMPARE(field({u"override"_s, u"--node"_s, u"LEIDEN UPS-Z"_s}), u"--node"_s);
        QCOMPARE(field({u"override"_s, number, u"--site"_s, u"LEIDEN"_s, u"--rule"_s, u"C4"_s, u"--reason"_s, u"x"_s}),
                 u"--until"_s);
        QCOMPARE(field({u"confirm-override"_s, u"C4"_s}), u"OVERRIDE"_s);
    }

    void changesOfTheBuilding() {
        const QStringList limit{u"node"_s, u"limit"_s, u"LEIDEN UPS-B"_s, u"--normal-w"_s};
        const QStringList reason{u"--reason"_s, u"a weak battery"_s};
        ask(u"fm.leiden"_s, limit + QStringList{u"1.5"_s, u"--failover-w"_s, u"none"_s} + reason);
        const QJsonDocument report = ask(u"fm.leiden"_s, {u"check"_s});
        QVERIFY(report[u"violations"_s].toArray().first()[u"capacity"_s] == 1500);
        // A model that is deeper than was said wants a reason, and the refusal lists what it breaks.
        const QStringList setting{u"setting"_s, u"set"_s, u"cord_allowance_mm"_s};
        const Ran refused = m_demo.as(u"admin.leiden"_s, setting + QStringList{u"900"_s});
        QCOMPARE(faultsOf(u"answers/error"_s, valueOf(refused.json)), QString());
        QCOMPARE(refused.exitCode, 1);
        QCOMPARE(refused.error()[u"kind"_s], u"reason"_s);
        QVERIFY(!refused.error()[u"violations"_s].toArray().isEmpty());
        QVERIFY(refused.error()[u"bookings"_s].toArray().size() > 100);
        const Ran told = m_demo.run(QStringList{u"--as"_s, u"fm.leiden"_s, u"node"_s, u"feed"_s, u"LEIDEN UPS-B"_s,
                                                u"--parent"_s, u"none"_s, u"--reason"_s, u"x"_s});
        QCOMPARE(told.exitCode, 0);
        QCOMPARE(ask(u"admin.leiden"_s, setting + QStringList{u"110"_s})[u"key"_s], u"cord_allowance_mm"_s);
        QCOMPARE(ask(u"fm.leiden"_s, {u"node"_s, u"feed"_s, u"LEIDEN UPS-B"_s, u"--parent"_s, u"LEIDEN ATS-B"_s,
                                      u"--reason"_s, u"back"_s})[u"node"_s]
                     .isDouble(),
                 true);
        const auto field = [&](const QStringList &arguments) {
            const Ran ran = m_demo.as(u"fm.leiden"_s, arguments);
            return faultsOf(u"answers/error"_s, valueOf(ran.json)) + ran.error()[u"field"_s].toString();
        };
        QCOMPARE(field(limit + QStringList{u"1"_s}), u"--reason"_s);
        QCOMPARE(field(limit + QStringList{u"x"_s} + reason), u"--normal-w"_s);
        QCOMPARE(field({u"node"_s, u"limit"_s, u"LEIDEN UPS-Z"_s, u"--normal-w"_s, u"1"_s, u"--reason"_s, u"x"_s}),
                 u"ID|\"SITE NAME\""_s);
        // As it was, for whoever comes next.
        ask(u"fm.leiden"_s, limit + QStringList{u"950000"_s, u"--failover-w"_s, u"950000"_s} + reason);
        ask(u"admin.leiden"_s, setting + QStringList{u"120"_s, u"--reason"_s, u"back"_s});
    }

    void reports() {
        const QString file = m_demo.path(u"capacity.json"_s);
        ask(u"reporting"_s, {u"report"_s, u"capacity"_s, u"--format"_s, u"json"_s, u"--output"_s, file});
        const QJsonDocument report = QJsonDocument::fromJson(contentOf(file));
        QVERIFY(!report[u"tables"_s][0][u"rows"_s].toArray().isEmpty());
        QCOMPARE(faultsOf(u"capacity"_s, report.object()), QString());
    }

    /// Each in every format; as JSON with tables that say what is in them.
    void everyReportInEveryFormat() {
        for (const QString &name : {u"capacity"_s, u"stranded"_s, u"power"_s, u"requests"_s, u"equipment"_s,
                                    u"findings"_s, u"reciprocity"_s, u"energy"_s}) {
            for (const QString &format : {u"csv"_s, u"json"_s, u"xlsx"_s, u"pdf"_s}) {
                const QString file = m_demo.path(name + u'.' + format);
                ask(u"fm.leiden"_s,
                    {u"report"_s, name, u"--format"_s, format, u"--language"_s, u"nl"_s, u"--output"_s, file});
                const QByteArray content = contentOf(file);
                QVERIFY(format != u"pdf" || content.startsWith("%PDF"));
                QVERIFY(format != u"xlsx" || content.startsWith("PK"));
                QVERIFY2(content.size() > 100, qUtf8Printable(file));
                if (format == u"json") {
                    const QJsonObject report = QJsonDocument::fromJson(content).object();
                    QCOMPARE(faultsOf(u"report"_s, report), QString());
                    for (const QJsonValue &table : report[u"tables"_s].toArray()) {
                        const qsizetype columns = table[u"columns"_s].toArray().size();
                        for (const QJsonValue &row : table[u"rows"_s].toArray()) {
                            QCOMPARE(row.toObject().size(), columns);
                        }
                    }
                }
            }
        }
    }

    /// What a maintenance touches is what the failure of the same node does; its people are told of it.
    void maintenance() {
        const QString file = m_demo.path(u"maintenance.json"_s);
        const QString ics = m_demo.path(u"maintenance.ics"_s);
        const QString letters = m_demo.path(u"letters"_s);
        QVERIFY(QDir().mkpath(letters));
        const QString date = inDays(30);
        const QJsonDocument answer =
            ask(u"fm.leiden"_s, {u"report"_s, u"maintenance"_s, u"--node"_s, u"LEIDEN UPS-B"_s, u"--as-of"_s, date,
                                 u"--format"_s, u"json"_s, u"--ics"_s, ics, u"--mail"_s, letters, u"--output"_s, file});
        const QJsonObject report = QJsonDocument::fromJson(contentOf(file)).object();
        QCOMPARE(faultsOf(u"report"_s, report), QString());
        const auto rows = [&report](int table) { return report[u"tables"_s][table][u"rows"_s].toArray(); };
        const QJsonDocument failure = ask(u"fm.leiden"_s, {u"simulate-failure"_s, u"LEIDEN UPS-B"_s, u"--on"_s, date});
        const auto down = failure[u"down"_s].toArray().size();
        const auto weakened = failure[u"weakened"_s].toArray().size();
        QVERIFY(down > 0 && weakened > 0);
        QCOMPARE(rows(0).size(), down + weakened);
        QCOMPARE(rows(1).size(), failure[u"overloads"_s].toArray().size());
        qint64 told = 0, toldWeakened = 0;
        for (const QJsonValue &person : rows(3)) {
            told += person[u"down"_s].toInteger();
            toldWeakened += person[u"weakened"_s].toInteger();
        }
        // Each device has at least one person to tell: its sponsor, its contacts and its owner's coordinators.
        QVERIFY2(told >= down && toldWeakened >= weakened, qPrintable(u"%1 %2"_s.arg(told).arg(toldWeakened)));
        QSet<QString> offices;
        for (const QJsonValue &person : rows(3)) {
            for (const QString &office : person[u"office"_s].toString().split(u' ')) {
                offices.insert(office);
            }
        }
        QVERIFY2(offices.contains({u"sponsor"_s, u"coordinator"_s}),
                 qPrintable(QStringList(offices.values()).join(u' ')));
        // And these are who gets a notice, of the same devices.
        const QString next = QDate::fromString(date, Qt::ISODate).addDays(1).toString(Qt::ISODate);
        const QJsonDocument notified = ask(u"fm.leiden"_s, {u"notify-owners"_s, u"LEIDEN UPS-B"_s, u"--from"_s, date,
                                                            u"--until"_s, next, u"--text"_s, u"It is tested."_s});
        QCOMPARE(notified[u"devices"_s].toInteger(), qint64{down + weakened});
        QCOMPARE(notified[u"people"_s].toInteger(), qint64{rows(3).size()});
        const QByteArray event = contentOf(ics).replace("\r\n ", "");
        QVERIFY(event.contains("DTSTART;VALUE=DATE:" +
                               QDate::fromString(date, Qt::ISODate).toString(u"yyyyMMdd"_s).toUtf8()));
        QVERIFY(event.contains("ATTENDEE:mailto:"));
        // A file for each of them, with the text that the table has.
        const QJsonArray mails = answer[u"mail"_s].toArray();
        QCOMPARE(mails.size(), rows(3).size());
        QStringList names = QDir(letters).entryList(QDir::Files);
        QCOMPARE(names.size(), mails.size());
        for (qsizetype i = 0; i < mails.size(); ++i) {
            const QJsonValue person = rows(3)[i];
            const QString name = mails[i].toString();
            QVERIFY2(names.removeOne(name), qPrintable(name));
            const QByteArray bytes = contentOf(letters + u'/' + name);
            const bool known = person[u"email"_s].isString();
            QCOMPARE(name.endsWith(u".eml"_s), known);
            QVERIFY(!known || bytes.contains('<' + person[u"email"_s].toString().toUtf8() + ">\r\n"));
            QVERIFY(!known || (bytes.startsWith("From: ") && bytes.contains("\r\nSubject: ") &&
                               bytes.contains("\r\nDate: ") && bytes.contains("\r\nMIME-Version: 1.0\r\n")));
            const auto head = bytes.indexOf("\r\n\r\n");
            // Lines that end in a blank go on in the next.
            const QByteArray text = known ? bytes.mid(head + 4).replace(" \r\n", " ").replace("\r\n", "\n") : bytes;
            QCOMPARE(QString::fromUtf8(text), person[u"text"_s].toString() + u'\n');
        }
    }

    /// From one day to another used grows by as much as the difference says; and a day differs in nothing from itself.
    void whatIsDifferent() {
        const auto rows = [&](const QStringList &more) {
            const QString file = m_demo.path(u"difference.json"_s);
            ask(u"reporting"_s, QStringList{u"report"_s, u"capacity"_s, u"--table"_s, u"capacity"_s, u"--format"_s,
                                            u"json"_s, u"--output"_s, file} +
                                    more);
            return QJsonDocument::fromJson(contentOf(file))[u"tables"_s][0][u"rows"_s].toArray();
        };
        const auto used = [](const QJsonArray &rows, const QString &column) {
            double sum = 0;
            for (const QJsonValue &row : rows) {
                sum += row[u"dimension"_s] == u"U"_s ? row[column].toDouble() : 0;
            }
            return sum;
        };
        const QStringList soon{u"--as-of"_s, inDays(300)};
        const QJsonArray difference = rows(soon + QStringList{u"--compare"_s, inDays(0)});
        QVERIFY(!difference.isEmpty());
        QCOMPARE(used(difference, u"used_change"_s), used(rows(soon), u"used"_s) - used(rows({}), u"used"_s));
        QVERIFY(used(difference, u"used_change"_s) != 0);
        QVERIFY(rows({u"--compare"_s, inDays(0)}).isEmpty());
    }

    /// Both institutions are told the same, of both directions.
    void bothDirectionsAgree() {
        const auto said = [&](const QString &person, const QString &table) {
            const QString file = m_demo.path(u"reciprocity.csv"_s);
            ask(person, {u"report"_s, u"reciprocity"_s, u"--table"_s, table, u"--output"_s, file});
            return QString::fromUtf8(contentOf(file)).split(u"\r\n"_s);
        };
        for (const QString &table : {u"balance"_s, u"lines"_s, u"departments"_s, u"bookings"_s}) {
            const auto leiden = said(u"reporting"_s, table);
            QVERIFY(leiden.size() > 2);
            QCOMPARE(leiden, said(u"reporting.lumc"_s, table));
        }
        for (const QString &line : said(u"reporting"_s, u"lines"_s).mid(1)) {
            QVERIFY2(line.isEmpty() || line.section(u',', 10, 10) == u"0", qUtf8Printable(line)); // nothing unseen
            // Everything is in one line or another, and the demo has an agreement for all of it.
            QVERIFY2(!line.contains(u"without agreement"_s), qUtf8Printable(line));
        }
    }

    /// At every level the figures add up to the last digit, and so they do from level to level.
    void placesAddUp() {
        const QString file = m_demo.path(u"places.json"_s);
        const auto rows = [&](const QStringList &more) {
            ask(u"reporting"_s,
                QStringList{u"report"_s, u"capacity"_s, u"--format"_s, u"json"_s, u"--output"_s, file} + more);
            return QJsonDocument::fromJson(contentOf(file))[u"tables"_s][0][u"rows"_s].toArray();
        };
        QHash<QString, double> units; // free by place
        for (const QJsonValue &row : rows({u"--table"_s, u"places"_s})) {
            const auto of = [&row](const QString &column) { return row[column].toDouble(); };
            const double sum =
                of(u"blocked"_s) + of(u"used"_s) + of(u"held"_s) + of(u"free"_s) + of(u"limited_upstream"_s);
            QVERIFY2(std::abs(of(u"total"_s) + of(u"over"_s) - sum) < 1e-6, qUtf8Printable(row[u"place"_s].toString()));
            for (const QString &column :
                 {u"total"_s, u"blocked"_s, u"used"_s, u"held"_s, u"free"_s, u"limited_upstream"_s, u"stranded"_s}) {
                QVERIFY(of(column) >= 0);
            }
            QVERIFY(of(u"stranded"_s) <= of(u"free"_s));
            if (row[u"dimension"_s] == u"U"_s) {
                units[row[u"place"_s].toString()] = of(u"free"_s);
                QCOMPARE(of(u"limited_upstream"_s), 0.0);
                QVERIFY(of(u"largest_gap"_s) > 0);
            }
        }
        QCOMPARE(units[u"institution"_s], units[u"LEIDEN"_s] + units[u"LUMC"_s]);
        QCOMPARE(units[u"LEIDEN"_s], units[u"LEIDEN/DC1"_s] + units[u"LEIDEN/DC2"_s]);
        // A room and its rows, and the racks of the same room.
        double ofRows = 0, ofRacks = 0;
        for (const QJsonValue &row : rows({u"--table"_s, u"places"_s, u"--scope"_s, u"LEIDEN/DC1"_s})) {
            QVERIFY(row[u"place"_s].toString().startsWith(u"LEIDEN/DC1"_s));
            ofRows += row[u"level"_s] == u"row"_s && row[u"dimension"_s] == u"U"_s ? row[u"free"_s].toDouble() : 0;
        }
        for (const QJsonValue &row : rows({u"--scope"_s, u"LEIDEN/DC1"_s})) {
            ofRacks += row[u"dimension"_s] == u"U"_s ? row[u"free"_s].toDouble() : 0;
            QCOMPARE(row[u"room"_s], u"DC1"_s);
        }
        QCOMPARE(ofRows, units[u"LEIDEN/DC1"_s]);
        QCOMPARE(ofRacks, units[u"LEIDEN/DC1"_s]);
    }

    /// The largest space and what is over stand in every file, also where nothing is over.
    void columnsAreTheSameInEveryFile() {
        const QString file = m_demo.path(u"places"_s);
        const auto heads = [&](const QString &table, const QString &format) {
            ask(u"reporting"_s,
                {u"report"_s, u"capacity"_s, u"--table"_s, table, u"--format"_s, format, u"--output"_s, file});
            if (format == u"csv") {
                return QString::fromUtf8(contentOf(file)).section(u"\r\n"_s, 0, 0).split(u',');
            }
            QStringList names;
            const auto written = QJsonDocument::fromJson(contentOf(file))[u"tables"_s][0];
            for (const QJsonValue &column : written[u"columns"_s].toArray()) {
                names << column[u"name"_s].toString();
            }
            return names;
        };
        for (const QString &table : {u"places"_s, u"capacity"_s, u"sides"_s, u"floor"_s}) {
            const QStringList csv = heads(table, u"csv"_s);
            QCOMPARE(csv, heads(table, u"json"_s));
            QVERIFY(csv.contains(u"over"_s));
            QVERIFY(table != u"places" || csv.contains(u"largest_gap"_s));
        }
    }

    /// All tables as CSV are a file each, with what one file of JSON has, cell by cell; one of them alone is the same.
    void everyTableIsAFile() {
        const QString folder = m_demo.path(u"tables"_s), json = m_demo.path(u"tables.json"_s);
        QVERIFY(QDir().mkpath(folder));
        ask(u"reporting"_s,
            {u"report"_s, u"capacity"_s, u"--table"_s, u"all"_s, u"--format"_s, u"json"_s, u"--output"_s, json});
        const auto into = [&](const QString &output) {
            return ask(u"reporting"_s, {u"report"_s, u"capacity"_s, u"--table"_s, u"all"_s, u"--output"_s, output});
        };
        const QJsonDocument answer = into(folder);
        into(folder + u"/2027.csv"_s);
        const QJsonArray tables = QJsonDocument::fromJson(contentOf(json))[u"tables"_s].toArray();
        QVERIFY(tables.size() >= 8);
        QCOMPARE(answer[u"files"_s].toArray().size(), tables.size());
        QCOMPARE(QDir(folder).entryList(QDir::Files).size(), 2 * tables.size());
        for (qsizetype t = 0; t < tables.size(); ++t) {
            const QJsonValue table = tables[t];
            const QString name = table[u"name"_s].toString();
            QCOMPARE(answer[u"files"_s][t].toString(), u"capacity-%1.csv"_s.arg(name));
            const QByteArray bytes = contentOf(folder + u"/capacity-%1.csv"_s.arg(name));
            QCOMPARE(contentOf(folder + u"/2027-%1.csv"_s.arg(name)), bytes);
            const auto lines = readCsv(bytes);
            QVERIFY(lines.ok());
            const QJsonArray rows = table[u"rows"_s].toArray(), columns = table[u"columns"_s].toArray();
            QCOMPARE(static_cast<qsizetype>(lines->size()), rows.size() + 1);
            for (qsizetype r = 0; r < rows.size(); ++r) {
                for (qsizetype c = 0; c < columns.size(); ++c) {
                    const QJsonValue cell = rows[r][columns[c][u"name"_s].toString()];
                    const QString read = (*lines)[static_cast<std::size_t>(r) + 1].cells[c];
                    QCOMPARE(cell.isDouble() ? read.toDouble() : 0.0, cell.toDouble());
                    QVERIFY(!cell.isString() || (read.startsWith(u'\'') ? read.mid(1) : read) == cell.toString());
                    QVERIFY(!cell.isNull() || read.isEmpty());
                }
            }
        }
        const QString places = m_demo.path(u"places.csv"_s);
        ask(u"reporting"_s, {u"report"_s, u"capacity"_s, u"--table"_s, u"places"_s, u"--output"_s, places});
        QCOMPARE(contentOf(places), contentOf(folder + u"/capacity-places.csv"_s));
    }

    /// What is counted of whole data centres refuses a part of one, and names the option.
    void partsOfADataCentre() {
        for (const QString &name : {u"energy"_s, u"requests"_s}) {
            const QStringList command{u"report"_s,     name,          u"--scope"_s,
                                      u"LEIDEN/DC1"_s, u"--output"_s, m_demo.path(u"no.csv"_s)};
            const Ran ran = m_demo.as(u"reporting"_s, command);
            QCOMPARE(faultsOf(u"answers/error"_s, valueOf(ran.json)), QString());
            QCOMPARE(ran.error()[u"field"_s], u"--scope"_s);
            QVERIFY(ran.exitCode != 0);
        }
    }

    void strandedInOneRoom() {
        const QString file = m_demo.path(u"room.json"_s);
        ask(u"reporting"_s,
            {u"report"_s, u"stranded"_s, u"--scope"_s, u"LEIDEN/DC1"_s, u"--format"_s, u"json"_s, u"--output"_s, file});
        const QJsonArray rows = QJsonDocument::fromJson(contentOf(file))[u"tables"_s][0][u"rows"_s].toArray();
        QSet<QString> levels;
        for (const QJsonValue &row : rows) {
            QCOMPARE(row[u"site"_s], u"LEIDEN"_s);
            QCOMPARE(row[u"room"_s], u"DC1"_s);
            levels << row[u"level"_s].toString();
        }
        QCOMPARE(levels, (QSet<QString>{u"rack"_s, u"row"_s, u"room"_s, u"node"_s}));
    }

    /// Nobody reads of others what she may not see; and the same generation gives the same bytes.
    void reportsAsOthersSeeThem() {
        const auto equipment = [this](const QString &person) {
            const QString file = m_demo.path(u"seen.csv"_s);
            const QJsonDocument answer = ask(person, {u"report"_s, u"equipment"_s, u"--output"_s, file});
            return std::pair(answer[u"as_known"_s].toInteger(), contentOf(file));
        };
        const auto [generation, all] = equipment(u"fm.leiden"_s);
        const auto own = equipment(u"researcher.lumc"_s).second;
        QVERIFY(all.count('\n') > 1000);
        QVERIFY(own.count('\n') < all.count('\n') / 2);
        QVERIFY(!own.contains("\r\nUL,")); // what the university owns is not hers to see
        QVERIFY(all.contains("\r\nUL,"));
        for (const QString &format : {u"xlsx"_s, u"pdf"_s}) {
            QByteArray before;
            for (int i = 0; i < 2; ++i) {
                const QString file = m_demo.path(u"again."_s + format);
                ask(u"reporting"_s, {u"report"_s, u"capacity"_s, u"--as-known"_s, QString::number(generation),
                                     u"--as-of"_s, inDays(30), u"--format"_s, format, u"--output"_s, file});
                const QByteArray bytes = contentOf(file);
                QVERIFY(i == 0 || bytes == before);
                before = bytes;
            }
        }
    }

    /// The same figures in both reports; and of what the mix cannot use each place says why.
    void strandedCapacity() {
        const auto rows = [this](const QString &name) {
            const QString file = m_demo.path(name + u".json"_s);
            ask(u"reporting"_s, {u"report"_s, name, u"--format"_s, u"json"_s, u"--output"_s, file});
            const QJsonDocument report = QJsonDocument::fromJson(contentOf(file));
            QTest::qCompare(faultsOf(name, report.object()), QString(), "faults", "none", __FILE__, __LINE__);
            return report[u"tables"_s][0][u"rows"_s].toArray();
        };
        QHash<QString, QJsonObject> capacity;
        const auto key = [](const QJsonObject &row) {
            return QStringList{row[u"site"_s].toString(), row[u"room"_s].toString(), row[u"rack"_s].toString(),
                               row[u"dimension"_s].toString()}
                .join(u'/');
        };
        for (const QJsonValue &row : rows(u"capacity"_s)) {
            capacity[key(row.toObject())] = row.toObject();
        }
        int same = 0;
        double rackUnits = 0;
        double strandedUnits = 0;
        for (const QJsonValue &value : rows(u"stranded"_s)) {
            const QJsonObject row = value.toObject();
            const bool units = row[u"dimension"_s] == u"U"_s;
            if (row[u"level"_s] == u"rack"_s && capacity.contains(key(row))) {
                for (const QString &figure : {u"total"_s, u"blocked"_s, u"used"_s, u"held"_s, u"free"_s}) {
                    QCOMPARE(row[figure], capacity[key(row)][figure]);
                }
                ++same;
                rackUnits += units ? row[u"free"_s].toDouble() : 0;
                strandedUnits += units ? row[u"stranded"_s].toDouble() : 0;
            }
            if (row[u"level"_s] == u"all"_s && units) {
                QCOMPARE(row[u"free"_s].toDouble(), rackUnits);
                QCOMPARE(row[u"stranded"_s].toDouble(), strandedUnits);
                QVERIFY(strandedUnits > 0 && strandedUnits < rackUnits);
            }
            QVERIFY(row[u"level"_s] == u"node"_s || !row[u"binding"_s].isNull());
        }
        QCOMPARE(same, static_cast<int>(capacity.size()));
    }

    void forecasts() {
        const QJsonDocument all = ask(u"reporting"_s, {u"forecast"_s});
        QCOMPARE(all[u"forecasts"_s].toArray().size(), 15); // two data centres, three rooms; U, kW, kg
        QCOMPARE(all[u"forecasts"_s][0][u"points"_s].toArray().size(), 4);
        QCOMPARE(all[u"forecasts"_s][0][u"trend_drawn"_s], true);
        const QStringList room{u"forecast"_s, u"--room"_s, u"LEIDEN/DC2"_s, u"--dimension"_s, u"kW"_s};
        const QJsonDocument one = ask(u"researcher.lumc"_s, room + QStringList{u"--months"_s, u"6"_s});
        QCOMPARE(one[u"forecasts"_s].toArray().size(), 1);
        QCOMPARE(one[u"forecasts"_s][0][u"points"_s].toArray().size(), 2);
        // Everybody is told the same of what is booked and how it has been going.
        const QJsonValue mine = ask(u"fm.leiden"_s, room)[u"forecasts"_s][0];
        const QJsonValue theirs = ask(u"researcher.lumc"_s, room)[u"forecasts"_s][0];
        for (const QString &figure : {u"taken"_s, u"capacity"_s, u"quarters"_s}) {
            QCOMPARE(mine[figure], theirs[figure]);
        }
        QCOMPARE(mine[u"points"_s][2][u"booked"_s], theirs[u"points"_s][2][u"booked"_s]);
        QCOMPARE(mine[u"points"_s][2][u"trend"_s], theirs[u"points"_s][2][u"trend"_s]);
        // In the laboratory there is no rack.
        const QStringList none{u"forecast"_s, u"--room"_s, u"LEIDEN/LAB"_s};
        QCOMPARE(held(m_demo.as(u"fm.leiden"_s, none), none, 1)[u"forecasts"_s].toArray().size(), 0);
    }

    /// The first limit on the way with its numbers, and what two scenarios differ by.
    void scenarios() {
        const auto written = [this](const QString &name, const QJsonArray &changes) {
            const QString path = m_demo.path(name + u".json"_s);
            QFile file(path);
            const bool open = file.open(QIODevice::WriteOnly);
            file.write(QJsonDocument(QJsonObject{{u"on"_s, inDays(60)}, {u"changes"_s, changes}}).toJson());
            return open ? path : QString();
        };
        const QJsonObject server{{u"do"_s, u"place"_s},        {u"height_u"_s, 2},      {u"draw_w"_s, 500},
                                 {u"weight_kg"_s, 28},         {u"depth_mm"_s, 700},    {u"cords"_s, 2},
                                 {u"plug"_s, u"C14"_s},        {u"count"_s, 2},         {u"from"_s, inDays(30)},
                                 {u"organisation"_s, u"UL"_s}, {u"site"_s, u"LEIDEN"_s}};
        QJsonObject tall{{u"do"_s, u"place"_s}, {u"height_u"_s, 60}, {u"from"_s, inDays(30)}};
        const QString small = written(u"small"_s, {server});
        const QString more = written(
            u"more"_s, {QJsonObject{{u"do"_s, u"add-racks"_s}, {u"like"_s, u"LEIDEN/DC1/A01"_s}, {u"count"_s, 2}},
                        server, tall, QJsonObject{{u"do"_s, u"fail"_s}, {u"node"_s, u"LEIDEN UPS-A"_s}},
                        QJsonObject{{u"do"_s, u"refuse"_s}, {u"request"_s, u"R-2026-00015"_s}}});
        const QJsonDocument one = ask(u"fm.leiden"_s, {u"scenario"_s, small});
        QCOMPARE(one[u"on"_s], inDays(60));
        QCOMPARE(one[u"scenarios"_s][0][u"first"_s], QJsonValue());
        QCOMPARE(one[u"scenarios"_s][0][u"changes"_s][0][u"placed"_s].toArray().size(), 2);
        const QStringList both{u"scenario"_s, small, more};
        const QJsonDocument two = held(m_demo.as(u"fm.leiden"_s, both), both, 1);
        const QJsonValue first = two[u"scenarios"_s][1][u"first"_s];
        QCOMPARE(first[u"change"_s], 3); // no rack has 60 units
        QCOMPARE(first[u"crossed"_s][u"rule"_s], u"S1"_s);
        QCOMPARE(first[u"crossed"_s][u"requested"_s], 120);
        QCOMPARE(two[u"scenarios"_s][1][u"changes"_s][0][u"racks"_s][1], u"LEIDEN/DC1/A01+2"_s);
        QVERIFY(two[u"scenarios"_s][1][u"changes"_s][3][u"down"_s].toInt() > 0);
        bool compared = false;
        for (const QJsonValue &row : two[u"difference"_s].toArray()) {
            if (row[u"site"_s] == u"LEIDEN"_s && row[u"dimension"_s] == u"U"_s) {
                QCOMPARE(row[u"total"_s].toDouble(), 2 * 48.0);
                QVERIFY(row[u"held"_s].toDouble() < 0); // of the request that was refused
                compared = true;
            }
        }
        QVERIFY(compared);
        // Nothing of it was done.
        QCOMPARE(ask(u"fm.leiden"_s, {u"scenario"_s, small})[u"generation"_s], one[u"generation"_s]);
        // What cannot be used is named where it stands in the file.
        const auto field = [&](const QString &file) {
            const Ran ran = m_demo.as(u"fm.leiden"_s, {u"scenario"_s, file});
            return QString::number(ran.exitCode) + faultsOf(u"answers/error"_s, valueOf(ran.json)) +
                   ran.error()[u"field"_s].toString();
        };
        QCOMPARE(field(written(u"bad1"_s, {server, QJsonObject{{u"do"_s, u"fail"_s}, {u"node"_s, u"LEIDEN UPS-Z"_s}}})),
                 u"2/changes/1/node"_s);
        QCOMPARE(field(written(u"bad2"_s, {QJsonObject{{u"do"_s, u"jump"_s}}})), u"2/changes/0/do"_s);
        tall[u"unit"_s] = 3;
        QCOMPARE(field(written(u"bad3"_s, {tall})), u"2/changes/0/unit"_s);
        QCOMPARE(field(written(u"bad4"_s, {QJsonObject{{u"do"_s, u"retire"_s}, {u"placement"_s, 999999}}})),
                 u"2/changes/0/placement"_s);
        QCOMPARE(field(written(u"bad5"_s, {QJsonObject{{u"do"_s, u"refuse"_s}, {u"request"_s, u"R-0"_s}}})),
                 u"2/changes/0/request"_s);
        QCOMPARE(field(u"/nowhere.json"_s), u"3"_s);
    }

    /// A scenario becomes bookings, all of them or none.
    void promotion() {
        const QString first = inReview();
        const QString second = inReview();
        const QString early = submit();
        const auto scenario = [this](const QString &name, const QJsonArray &changes) {
            const QString path = m_demo.path(name + u".json"_s);
            QFile file(path);
            return file.open(QIODevice::WriteOnly) &&
                           file.write(QJsonDocument(QJsonObject{{u"changes"_s, changes}}).toJson()) > 0
                       ? QStringList{u"scenario"_s, path, u"--promote"_s}
                       : QStringList();
        };
        const auto placing = [](const QString &number) {
            return QJsonObject{{u"do"_s, u"place"_s}, {u"request"_s, number}};
        };
        const auto stateOf = [this](const QString &number) {
            return ask(u"fm.leiden"_s, {u"request"_s, u"show"_s, number})[u"state"_s].toString();
        };
        // One is not endorsed yet, one is made up: both are told, and the third is not booked either.
        const QJsonObject madeUp{{u"do"_s, u"place"_s}, {u"height_u"_s, 1}};
        const QStringList wrong = scenario(u"wrong"_s, {placing(first), placing(early), madeUp});
        const QJsonDocument refused = held(m_demo.as(u"fm.leiden"_s, wrong), wrong, 1);
        QCOMPARE(refused[u"promoted"_s][u"booked"_s], false);
        QCOMPARE(refused[u"promoted"_s][u"steps"_s].toArray().size(), 2);
        QStringList conflicts;
        for (const QJsonValue &one : refused[u"promoted"_s][u"conflicts"_s].toArray()) {
            conflicts << QString::number(one[u"change"_s].toInt()) + u' ' + one[u"kind"_s].toString();
        }
        QCOMPARE(conflicts, (QStringList{u"3 scenario"_s, u"2 state"_s}));
        QCOMPARE(stateOf(first), u"in review"_s);
        // Who may not book is told so, and nothing is done.
        const QStringList right = scenario(
            u"right"_s, {placing(first), placing(second),
                         QJsonObject{{u"do"_s, u"fail"_s}, {u"node"_s, u"LEIDEN DC1-Z1-1"_s}, {u"from"_s, inDays(5)}}});
        const QJsonDocument others = held(m_demo.as(u"researcher.lumc"_s, right), right, 1);
        QCOMPARE(others[u"promoted"_s][u"conflicts"_s][0][u"kind"_s], u"right"_s);
        QCOMPARE(stateOf(first), u"in review"_s);
        const QJsonDocument done = ask(u"fm.leiden"_s, right);
        QCOMPARE(done[u"promoted"_s][u"booked"_s], true);
        QCOMPARE(stateOf(first) + stateOf(second), u"heldheld"_s);
        // Where the scenario says, and in one change.
        const QJsonDocument shown = ask(u"fm.leiden"_s, {u"request"_s, u"show"_s, first});
        const QJsonValue place = done[u"scenarios"_s][0][u"changes"_s][0][u"placed"_s][0];
        QVERIFY(QJsonDocument(shown).toJson().contains(place[u"rack"_s].toString().section(u'/', -1).toUtf8()));
        QCOMPARE(ask(u"fm.leiden"_s, right)[u"generation"_s].toInteger(), done[u"generation"_s].toInteger() + 1);
    }

    /// A form that is mailed, filled in and comes back: the same as the request file itself.
    void formToFillIn() {
        const QString request = QStringLiteral(POLDER_SOURCE_DIR "/resources/schemas/request.sample.json");
        const QString form = m_demo.path(u"form.xlsx"_s);
        QCOMPARE(ask(u"fm.leiden"_s, {u"paper"_s, u"request-form"_s, u"--output"_s, form})[u"items"_s], 0);
        const Ran refused = m_demo.as(u"researcher.lumc"_s, {u"request"_s, u"submit"_s, form});
        QCOMPARE(refused.exitCode, 2);
        QCOMPARE(faultsOf(u"answers/error"_s, valueOf(refused.json)), QString());
        QCOMPARE(refused.error()[u"faults"_s][0][u"cell"_s], u"Request!C5"_s); // the institution
        QCOMPARE(ask(u"fm.leiden"_s, {u"paper"_s, u"request-form"_s, request, u"--output"_s, form})[u"items"_s], 2);
        const QJsonDocument sent = ask(u"researcher.lumc"_s, {u"request"_s, u"submit"_s, form});
        const QJsonDocument shown = ask(u"researcher.lumc"_s, {u"request"_s, u"show"_s, sent[u"number"_s].toString()});
        QCOMPARE(shown[u"project"_s], u"Long-read sequencing"_s);
        QCOMPARE(shown[u"items"_s].toArray().size(), 2);
        (void)ask(u"researcher.lumc"_s,
                  {u"request"_s, u"withdraw"_s, sent[u"number"_s].toString(), u"--reason"_s, u"a test"_s});
    }

    /// Labels, elevations and a work order, read back.
    void papers() {
        const QString path = m_demo.path(u"paper.pdf"_s);
        const auto text = [&] {
            QProcess process;
            process.start(u"pdftotext"_s, {u"-layout"_s, path, u"-"_s});
            process.waitForFinished();
            return QString::fromUtf8(process.readAllStandardOutput());
        };
        const auto write = [&](const QStringList &words) {
            return ask(u"fm.leiden"_s, QStringList{u"paper"_s} + words + QStringList{u"--output"_s, path})[u"items"_s]
                .toInt();
        };
        const int labels = write({u"labels"_s, u"LEIDEN/DC1/A01"_s});
        QVERIFY(labels > 0);
        QVERIFY(text().contains(u"LEIDEN/DC1/A01 U"_s));
        QCOMPARE(write({u"elevations"_s, u"LEIDEN/DC1/A01"_s, u"--language"_s, u"nl"_s}), 1);
        QVERIFY(text().contains(u"LEIDEN/DC1/A01 – schaal 1:10"_s));
        const int all = write({u"elevations"_s, u"LEIDEN/DC1"_s, u"--by"_s, u"row"_s});
        QVERIFY(all > 20);
        const int row = write({u"elevations"_s, u"LEIDEN/DC1/A"_s});
        QVERIFY(row > 1 && row < all);
        QVERIFY(write({u"work-order"_s, u"R-2026-00015"_s, u"--until"_s, inDays(365)}) > 0);
        QVERIFY(text().contains(u"outlets"_s));
        QCOMPARE(write({u"plan"_s, u"LEIDEN/LAB"_s, u"--language"_s, u"nl"_s}), 1);
        QVERIFY(text().contains(u"LEIDEN/LAB – schaal 1:"_s));
        QCOMPARE(write({u"site-preparation"_s, u"UL-GC-1"_s}), 1);
        QVERIFY(text().contains(u"LAB-BOX-A3:S1"_s));
        // A paper of what was known then is what it was, and says so.
        write({u"labels"_s, u"LEIDEN/DC1/A01"_s});
        const QString tag = QRegularExpression(u"UL-\\d{6}"_s).match(text()).captured();
        const auto generation = ask(u"fm.leiden"_s, {u"report"_s, u"findings"_s, u"--output"_s,
                                                     m_demo.path(u"findings.csv"_s)})[u"as_known"_s]
                                    .toInteger();
        ask(u"fm.leiden"_s, {u"equipment"_s, u"amend"_s, u"-"_s},
            "tag,field,value\n" + tag.toLatin1() + ",name,anew-1\n");
        write({u"elevations"_s, u"LEIDEN/DC1/A01"_s});
        QVERIFY(text().contains(u"anew-1"_s));
        write({u"elevations"_s, u"LEIDEN/DC1/A01"_s, u"--as-known"_s, QString::number(generation)});
        QVERIFY(!text().contains(u"anew-1"_s));
        QVERIFY(text().contains(QRegularExpression(u"as known at generation %1\\b"_s.arg(generation))));
        const Ran nowhere =
            m_demo.as(u"fm.leiden"_s, {u"paper"_s, u"elevations"_s, u"LEIDEN/X"_s, u"--output"_s, path});
        QCOMPARE(nowhere.exitCode, 2);
    }

    /// The queue at once: what is planned, what is not and why, and what proves that it is no worse than it says.
    void plans() {
        const QStringList call{u"plan"_s, u"--requests"_s, u"all"_s, u"--time-limit"_s, u"5"_s};
        const QJsonDocument all = held(m_demo.as(u"fm.leiden"_s, call), call, 1);
        int missing = 0;
        for (const QJsonValue &one : all[u"unplaced"_s].toArray()) {
            missing += one[u"missing"_s].toInt();
            QVERIFY(!one[u"nearest"_s].toArray().isEmpty());
        }
        QVERIFY(missing > 0 && !all[u"bookings"_s].toArray().isEmpty());
        QCOMPARE(all[u"missing"_s], missing);
        QCOMPARE(all[u"gap"_s].toInt(), missing - all[u"bound"_s].toInt());
        QCOMPARE(all[u"status"_s], all[u"gap"_s] == 0 ? u"optimal"_s : u"feasible"_s);
        // Of one request all that is wanted, at once and with proof.
        const QString number = inReview();
        const QJsonDocument one = ask(u"fm.leiden"_s, {u"plan"_s, u"--requests"_s, number});
        QCOMPARE(one[u"status"_s], u"optimal"_s);
        QCOMPARE(one[u"bookings"_s].toArray().size(), 1);
        QCOMPARE(one[u"bookings"_s][0][u"request"_s], number);
        // And it can be booked where the plan says.
        const QJsonValue place = one[u"bookings"_s][0];
        const QString unit = QString::number(place[u"unit"_s].toDouble());
        ask(u"fm.leiden"_s, {u"book"_s, number, u"--rack"_s, place[u"rack"_s].toString(), u"--unit"_s, unit});
        QCOMPARE(ask(u"fm.leiden"_s, {u"plan"_s, u"--requests"_s, number})[u"bookings"_s].toArray().size(), 0);
        // Without the solver there are the orders and their bound.
        const QByteArray path = qgetenv("PATH");
        qputenv("PATH", "/nowhere");
        const QJsonDocument without = held(m_demo.as(u"fm.leiden"_s, call), call, 1);
        qputenv("PATH", path);
        QCOMPARE(without[u"solver"_s][u"ran"_s], false);
        QVERIFY(without[u"solver"_s][u"message"_s].toString().contains(u"coinor-cbc"_s));
        QVERIFY(without[u"bound"_s].toInt() <= all[u"missing"_s].toInt());
        // Rooms: each rack that it says is empty is one from which everything has moved.
        const QJsonDocument rooms =
            ask(u"fm.leiden"_s, {u"plan"_s, u"--consolidate"_s, u"LEIDEN/DC1"_s, u"--consolidate"_s, u"LEIDEN/DC2"_s,
                                 u"--from"_s, inDays(9), u"--time-limit"_s, QString::number(15 * slowness)});
        const QJsonArray emptied = rooms[u"emptied"_s].toArray();
        QVERIFY(!emptied.isEmpty());
        QCOMPARE(rooms[u"racks_before"_s].toInt() - rooms[u"racks_after"_s].toInt(), emptied.size());
        QCOMPARE(rooms[u"gap"_s].toInt(), rooms[u"racks_after"_s].toInt() - rooms[u"bound"_s].toInt());
        for (const QJsonValue &move : rooms[u"moves"_s].toArray()) {
            QVERIFY(emptied.contains(move[u"from_rack"_s]) && !emptied.contains(move[u"to"_s][u"rack"_s]));
            QVERIFY(move[u"to"_s][u"from"_s].toString() >= inDays(9)); // or when it comes
        }
        // Its first move can be made.
        const QJsonValue move = rooms[u"moves"_s][0];
        ask(u"fm.leiden"_s,
            {u"move"_s, QString::number(move[u"placement"_s].toInt()), u"--rack"_s, move[u"to"_s][u"rack"_s].toString(),
             u"--unit"_s, QString::number(move[u"to"_s][u"unit"_s].toDouble()), u"--face"_s,
             move[u"to"_s][u"face"_s].toString(), u"--from"_s, inDays(9)});
        const Ran none = m_demo.as(u"fm.leiden"_s, {u"plan"_s, u"--requests"_s, u"R-0"_s});
        QCOMPARE(none.exitCode, 2);
        QCOMPARE(none.error()[u"field"_s], u"--requests"_s);
    }

    /// A day is not final until it is over: asked again, it may mean a later generation.
    void whatIsKnownTodayIsNotFinal() {
        const QStringList report{u"report"_s, u"capacity"_s, u"--output"_s, m_empty.path(u"known.csv"_s)};
        const auto final = [&](const QStringList &known) {
            const QJsonDocument answer = held(m_empty.run(QStringList{u"--json"_s} + report + known), report);
            return answer[u"final"_s].toBool();
        };
        const QJsonDocument now = held(m_empty.run(QStringList{u"--json"_s} + report), report);
        QCOMPARE(now[u"final"_s], false);
        const QString today = now[u"as_of"_s].toString(); // as the data centres count days
        const QString generation = QString::number(now[u"as_known"_s].toInteger());
        QVERIFY(!final({u"--as-known"_s, today}));
        QVERIFY(final({u"--as-known"_s, generation}));
        const QString sentence =
            u"This day is not over: asked again, --as-known %1 may mean a later generation."_s.arg(today);
        QVERIFY(m_empty.run(report + QStringList{u"--as-known"_s, today}).text.contains(sentence));
        QVERIFY(!m_empty.run(report + QStringList{u"--as-known"_s, generation}).text.contains(u"not over"_s));
        for (const int days : {1, 36500}) {
            const QString day = QDate::fromString(today, Qt::ISODate).addDays(days).toString(Qt::ISODate);
            const Ran early = m_empty.run(QStringList{u"--json"_s} + report + QStringList{u"--as-known"_s, day});
            QCOMPARE(early.exitCode, 2);
            QCOMPARE(early.error()[u"field"_s], u"--as-known"_s);
            QCOMPARE(early.error()[u"allowed"_s], u"a day up to today on which something was known"_s);
        }
    }

    /// One real refusal of each kind that a call can meet.
    void refusals() {
        const auto kind = [](const Ran &ran, int exitCode) {
            const QString faults = faultsOf(u"answers/error"_s, valueOf(ran.json));
            return ran.exitCode == exitCode && faults.isEmpty() ? ran.error()[u"kind"_s].toString()
                                                                : faults + ran.text + ran.trouble;
        };
        const QString number = submit();
        const QStringList review{u"request"_s, u"review"_s, number};
        QCOMPARE(kind(m_demo.as(u"fm.leiden"_s, review), 1), u"state"_s);
        QCOMPARE(kind(m_demo.as(u"researcher.lumc"_s, review), 1), u"right"_s);
        ask(u"sponsor.lumc"_s, {u"request"_s, u"endorse"_s, number});
        QCOMPARE(kind(m_demo.as(u"fm.leiden"_s, review + QStringList{u"--generation"_s, u"1"_s}), 1), u"stale"_s);
        ask(u"fm.leiden"_s, review);
        const Ran full =
            m_demo.as(u"fm.leiden"_s, {u"book"_s, number, u"--rack"_s, u"LEIDEN/DC2/E05"_s, u"--unit"_s, u"1"_s});
        QCOMPARE(kind(full, 1), u"rule"_s);
        QVERIFY(!full.error()[u"violations"_s].toArray().isEmpty());
        QCOMPARE(kind(m_demo.as(u"fm.leiden"_s, {u"request"_s, u"review"_s, u"R-0"_s}), 1), u"not-found"_s);
        QCOMPARE(kind(m_demo.as(u"fm.leiden"_s, {u"find-space"_s, u"--height-u"_s, u"1"_s, u"--site"_s, u"X"_s}), 2),
                 u"invalid"_s);

        const auto submitted = [&](const QByteArray &request) {
            return m_demo.as(u"researcher.lumc"_s, {u"request"_s, u"submit"_s, u"-"_s}, request);
        };
        QCOMPARE(kind(submitted(requestJson({{u"data_class"_s, u"secret"_s}})), 2), u"invalid"_s); // by the schema
        QCOMPARE(kind(submitted(requestJson({{u"sponsor"_s, u"x.y"_s}})), 2), u"invalid"_s);       // by the database
        QCOMPARE(kind(submitted("{\n\"organisation\""), 2), u"invalid"_s);                         // not JSON
        QCOMPARE(kind(m_demo.as(u"fm.leiden"_s, {u"fly"_s}), 2), u"invalid"_s);
        QCOMPARE(kind(m_demo.as(u"fm.leiden"_s, {u"book"_s, number, u"--unit"_s, u"0"_s}), 2), u"invalid"_s);
        QCOMPARE(kind(m_demo.as(u"fm.leiden"_s, {u"request"_s, u"submit"_s, u"/nowhere"_s}), 3), u"connection"_s);
        QCOMPARE(kind(polderctl({u"--db=host=/nowhere"_s, u"--json"_s, u"check"_s}), 3), u"connection"_s);
    }

    /// After all of the above. The commands are those of the program's own help.
    void noCommandWithoutASchema() {
        QSet<QString> named{u"error"_s};
        for (const ctl::Command &command : ctl::allCommands()) {
            const QString words = command.words.join(u' ');
            QVERIFY2(m_answered.contains(words), qUtf8Printable(words));
            named << command.answer;
        }
        QSet<QString> committed;
        for (const QString &file : QDir(schemas + u"answers"_s).entryList({u"*.schema.json"_s})) {
            committed << file.section(u'.', 0, 0);
        }
        QCOMPARE(committed, named);
    }

    void samplesAreValid() {
        int checked = 0;
        for (const QString &folder : {QString(), u"answers/"_s}) {
            for (const QString &file : QDir(schemas + folder).entryList({u"*.schema.json"_s})) {
                const QString name = folder + file.section(u'.', 0, 0);
                if (name == u"devicetype"_s) {
                    const auto model = parseDeviceType(contentOf(schemas + u"devicetype.sample.yaml"_s));
                    QVERIFY2(model.ok(), model.ok() ? "" : qUtf8Printable(model.error().what));
                    continue;
                }
                const QJsonDocument sample = QJsonDocument::fromJson(contentOf(schemas + name + u".sample.json"_s));
                QVERIFY2(!sample.isNull(), qUtf8Printable(name));
                QCOMPARE(faultsOf(name, valueOf(sample)), QString());
                ++checked;
            }
        }
        QCOMPARE(checked, 50);
    }

    /// A schema that lets everything pass proves nothing.
    void everyObjectOfAnAnswerIsClosed() {
        QJsonValue shortfall;
        for (const QString &file : QDir(schemas + u"answers"_s).entryList({u"*.schema.json"_s})) {
            const QJsonObject schema = QJsonDocument::fromJson(contentOf(schemas + u"answers/"_s + file)).object();
            visit(schema, [&file](const QJsonObject &one) {
                if (one[u"type"_s] != u"object"_s) {
                    return;
                }
                // But for the data of a refusal, which has the names of its code (guard.refusal).
                const bool ofCode =
                    one[u"description"_s].toString().startsWith(u"The names in the sentence of the code"_s);
                QVERIFY2(ofCode != (one[u"additionalProperties"_s] == false), qUtf8Printable(file));
                for (const QJsonValue &required : one[u"required"_s].toArray()) {
                    QVERIFY2(one[u"properties"_s].toObject().contains(required.toString()), qUtf8Printable(file));
                }
            });
            // Written out in each, so that one file is enough for a reader; but one and the same.
            const QJsonValue own = schema[u"definitions"_s][u"shortfall"_s];
            QVERIFY2(own.isUndefined() || shortfall.isUndefined() || shortfall.isNull() || own == shortfall,
                     qUtf8Printable(file));
            shortfall = own.isUndefined() ? shortfall : own;
        }
    }
};

QTEST_GUILESS_MAIN(TestContract)
#include "tst_contract.moc"
