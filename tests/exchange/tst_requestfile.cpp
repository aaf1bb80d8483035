#include "model/exchange/requestfile.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace polder;
using namespace Qt::StringLiterals;

namespace {

QByteArray sample() {
    QFile file(QStringLiteral(POLDER_SOURCE_DIR "/resources/schemas/request.sample.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The smallest request that is valid, with these fields besides.
QByteArray with(const QByteArray &fields) {
    return R"({"organisation": "UL", "from": "2026-09-01", "items": [{"height_u": 1}])" + fields + "}";
}
QByteArray withItem(const QByteArray &item) {
    return R"({"organisation": "UL", "from": "2026-09-01", "items": [{"model": "A B"}, {)" + item + "}]}";
}

} // namespace

class RequestFileTest : public QObject {
    Q_OBJECT

private slots:
    void theSample() {
        const auto draft = parseRequest(sample());
        QVERIFY2(draft, qUtf8Printable(draft ? QString() : draft.error().what));
        QCOMPARE(draft->organisation, u"LUMC"_s);
        QCOMPARE(draft->sponsor, u"sponsor.lumc"_s);
        QCOMPARE(*draft->contacts, QStringList({u"researcher.lumc"_s, u"contact.hg"_s}));
        QCOMPARE(draft->costCentre, u"4120-0815"_s);
        QCOMPARE(draft->dataClass, u"middel"_s);
        QCOMPARE(draft->from.toDate(), QDate(2027, 5, 1));
        QCOMPARE(draft->until->toDate(), QDate(2028, 5, 1));
        QCOMPARE(draft->items.size(), std::size_t{2});
        const RequestItemDraft &server = draft->items[0];
        QCOMPARE(server.model, u"Zandvoort Systems S210"_s);
        QVERIFY(!server.height && !server.weight && !server.depth && !server.airflow);
        QCOMPARE(server.count, 2);
        QCOMPARE(server.drawWatts, 420);
        QCOMPARE(server.cords, 2);
        QCOMPARE(server.plug, u"C14"_s);
        QCOMPARE(server.shareable, false);
        QVERIFY(server.ports == std::vector<PortsDraft>({{2, 25'000, u"SFP28"_s, {}}, {{}, 1000, u"RJ45"_s, true}}));
        const RequestItemDraft &instrument = draft->items[1];
        QVERIFY(!instrument.model && !instrument.count && !instrument.ports);
        QCOMPARE(instrument.height->halfUnits, 9);
        QCOMPARE(instrument.weight->grams, 62500);
        QCOMPARE(instrument.depth->mm, 780);
        QCOMPARE(instrument.airflow, u"front-to-rear"_s);
        QCOMPARE(draft->wishes->site, u"LEIDEN"_s);
        QCOMPARE(draft->wishes->redundant, true);
        QCOMPARE(draft->wishes->together, u"row"_s);
        QCOMPARE(draft->wishes->apart, u"rack"_s);
    }

    void roundTrip_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("sample") << sample();
        QTest::newRow("smallest") << with("");
        QTest::newRow("empty lists") << with(R"(, "contacts": [], "wishes": {})");
        QTest::newRow("values without binary form") << withItem(R"("height_u": 0.5, "weight_kg": 2.009)");
        QTest::newRow("nothing in height or draw") << withItem(R"("height_u": 0, "draw_w": 0)");
        QTest::newRow("a model with its own height") << withItem(R"("model": "A B", "height_u": 2)");
        QTest::newRow("on the floor") << withItem(
            R"("kind": "floor", "description": "Cryostat", "width_mm": 1200, "depth_mm": 900,)"
            R"( "height_mm": 2000, "nameplate_w": 5000, "cords": 1, "phases": 3, "inlet_min_c": 18.5,)"
            R"( "inlet_max_c": 27, "half_width": false, "shareable": true)");
        QTest::newRow("no ports") << withItem(R"("height_u": 1, "ports": [])");
        QTest::newRow("ports, the largest numbers")
            << withItem(R"("height_u": 1, "ports": [{"count": 1000, "speed_mbps": 10000000, "medium": "QSFP-DD",)"
                        R"( "out_of_band": false}, {"count": 1, "speed_mbps": 1, "medium": "RJ45"}])");
        QTest::newRow("other scripts") << with(R"(, "project": "\u03b1-synuclein 🧬")");
    }
    void roundTrip() {
        QFETCH(QByteArray, json);
        const auto draft = parseRequest(json);
        QVERIFY2(draft, qUtf8Printable(draft ? QString() : draft.error().what));
        const QByteArray written = writeRequest(*draft);
        QJsonObject expected = QJsonDocument::fromJson(json).object();
        expected[u"version"_s] = 1; // which a file may leave out
        QCOMPARE(QJsonDocument::fromJson(written).object(), expected);
        const auto again = parseRequest(written);
        QVERIFY(again);
        QVERIFY(*again == *draft);
    }

    void absentIsUnknown() {
        const auto draft = parseRequest(with(""));
        QVERIFY(draft);
        QVERIFY(!draft->department && !draft->sponsor && !draft->contacts && !draft->project && !draft->costCentre);
        QVERIFY(!draft->dataClass && !draft->until && !draft->wishes);
        QVERIFY(!draft->items[0].count && !draft->items[0].drawWatts && !draft->items[0].cords);
    }

    void refused_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char *name, const QByteArray &json, const QString &field, const QString &sentence) {
            QTest::newRow(name) << json << field << sentence;
        };
        row("no organisation", R"({"from": "2026-09-01", "items": [{"height_u": 1}]})", u"/organisation"_s,
            u"/organisation is missing."_s);
        row("no items", R"({"organisation": "UL", "from": "2026-09-01", "items": []})", u"/items"_s,
            u"/items has 0 entries: must have at least 1."_s);
        row("unknown field", with(R"(, "colour": 1)"), u"/colour"_s,
            u"/colour is not a field of this format; the fields are contacts, cost_centre, data_class, department, "
            u"from, "
            "items, organisation, project, sponsor, until, version, wishes."_s);
        row("unknown wish", with(R"(, "wishes": {"view": "sea"})"), u"/wishes/view"_s,
            u"/wishes/view is not a field of this format; the fields are apart, redundant, site, together."_s);
        row("null", with(R"(, "until": null)"), u"/until"_s, u"/until is empty: must be text."_s);
        row("no such day", with(R"(, "until": "2026-09-31")"), u"/until"_s,
            u"/until is \"2026-09-31\": must be a date, written YYYY-MM-DD."_s);
        row("ends before it begins", with(R"(, "until": "2026-09-01")"), u"/until"_s,
            u"/until is 2026-09-01: must be after from, 2026-09-01."_s);
        row("blank", with(R"(, "sponsor": " ")"), u"/sponsor"_s, uR"(/sponsor is " ": must match ^\S(.*\S)?\z.)"_s);
        row("data class", with(R"(, "data_class": "high")"), u"/data_class"_s,
            u"/data_class is \"high\": must be one of laag, middel, hoog."_s);
        row("contact", with(R"(, "contacts": ["a", 2])"), u"/contacts/1"_s, u"/contacts/1 is 2: must be text."_s);
        row("two phases", withItem(R"("height_u": 1, "phases": 2)"), u"/items/1/phases"_s,
            u"/items/1/phases is 2: must be 1 or 3."_s);
        row("inlets", withItem(R"("height_u": 1, "inlet_min_c": 30, "inlet_max_c": 20)"), u"/items/1/inlet_max_c"_s,
            u"/items/1/inlet_max_c is below inlet_min_c."_s);
        row("kind", withItem(R"("height_u": 1, "kind": "shelf")"), u"/items/1/kind"_s,
            u"/items/1/kind is \"shelf\": must be one of rack, zero_u, bay, floor."_s);
        row("neither", withItem(R"("draw_w": 1)"), u"/items/1"_s,
            u"/items/1 has neither model nor height_u: an item has one of the two."_s);
        row("height", withItem(R"("height_u": 1.2)"), u"/items/1/height_u"_s,
            u"/items/1/height_u is 1.2: must be a multiple of 0.5."_s);
        row("negative height", withItem(R"("height_u": -1)"), u"/items/1/height_u"_s,
            u"/items/1/height_u is -1: must be at least 0."_s);
        row("no count", withItem(R"("height_u": 1, "count": 0)"), u"/items/1/count"_s,
            u"/items/1/count is 0: must be at least 1."_s);
        row("count as text", withItem(R"("height_u": 1, "count": "2")"), u"/items/1/count"_s,
            u"/items/1/count is \"2\": must be a whole number."_s);
        row("half a watt", withItem(R"("height_u": 1, "draw_w": 0.5)"), u"/items/1/draw_w"_s,
            u"/items/1/draw_w is 0.5: must be a whole number."_s);
        row("huge draw", withItem(R"("height_u": 1, "draw_w": 1e300)"), u"/items/1/draw_w"_s,
            u"/items/1/draw_w is 1e+300: must be at most 1000000."_s);
        row("no weight", withItem(R"("height_u": 1, "weight_kg": 0)"), u"/items/1/weight_kg"_s,
            u"/items/1/weight_kg is 0: must be more than 0; leave it out if it is not known."_s);
        row("half a gram", withItem(R"("height_u": 1, "weight_kg": 0.0005)"), u"/items/1/weight_kg"_s,
            u"/items/1/weight_kg is 0.0005: must be a multiple of 0.001."_s);
        row("cords", withItem(R"("height_u": 1, "cords": 13)"), u"/items/1/cords"_s,
            u"/items/1/cords is 13: must be at most 12."_s);
        const auto port = [](const QByteArray &fields) {
            return withItem(R"("height_u": 1, "ports": [{"speed_mbps": 1, "medium": "RJ45"}, {)" + fields + "}]");
        };
        row("ports as a number", withItem(R"("height_u": 1, "ports": 2)"), u"/items/1/ports"_s,
            u"/items/1/ports is 2: must be a list."_s);
        row("port without speed", port(R"("medium": "RJ45")"), u"/items/1/ports/1/speed_mbps"_s,
            u"/items/1/ports/1/speed_mbps is missing."_s);
        row("port without medium", port(R"("speed_mbps": 1000)"), u"/items/1/ports/1/medium"_s,
            u"/items/1/ports/1/medium is missing."_s);
        row("no ports of a kind", port(R"("speed_mbps": 1000, "medium": "RJ45", "count": 0)"),
            u"/items/1/ports/1/count"_s, u"/items/1/ports/1/count is 0: must be at least 1."_s);
        row("too many ports", port(R"("speed_mbps": 1000, "medium": "RJ45", "count": 1001)"),
            u"/items/1/ports/1/count"_s, u"/items/1/ports/1/count is 1001: must be at most 1000."_s);
        row("no speed", port(R"("speed_mbps": 0, "medium": "RJ45")"), u"/items/1/ports/1/speed_mbps"_s,
            u"/items/1/ports/1/speed_mbps is 0: must be at least 1."_s);
        row("half a megabit", port(R"("speed_mbps": 0.5, "medium": "RJ45")"), u"/items/1/ports/1/speed_mbps"_s,
            u"/items/1/ports/1/speed_mbps is 0.5: must be a whole number."_s);
        row("medium as a number", port(R"("speed_mbps": 1, "medium": 45)"), u"/items/1/ports/1/medium"_s,
            u"/items/1/ports/1/medium is 45: must be text."_s);
        row("out of band as text", port(R"("speed_mbps": 1, "medium": "RJ45", "out_of_band": "yes")"),
            u"/items/1/ports/1/out_of_band"_s, u"/items/1/ports/1/out_of_band is \"yes\": must be true or false."_s);
        row("unknown field of a port", port(R"("speed_mbps": 1, "medium": "RJ45", "vlan": 4)"),
            u"/items/1/ports/1/vlan"_s,
            u"/items/1/ports/1/vlan is not a field of this format; the fields are count, medium, out_of_band, "
            u"speed_mbps."_s);
        row("together and apart", with(R"(, "wishes": {"together": "rack", "apart": "rack"})"), u"/wishes/apart"_s,
            u"/wishes/apart is \"rack\", as is together: they exclude each other."_s);
    }
    void refused() {
        QFETCH(QByteArray, json);
        QFETCH(QString, field);
        QFETCH(QString, sentence);
        const auto draft = parseRequest(json);
        QVERIFY(!draft);
        QCOMPARE(draft.error().kind, Error::Kind::Invalid);
        QCOMPARE(draft.error().what, sentence);
        QCOMPARE(draft.error().data["field"_L1].toString(), field);
    }

    void allFaultsAtOnce() {
        const auto draft =
            parseRequest(R"({"organisation": 1, "from": "soon", "items": [{"height_u": 1, "cords": 0}]})");
        QVERIFY(!draft);
        const QJsonArray faults = draft.error().data["faults"_L1].toArray();
        QCOMPARE(faults.size(), 3);
        QCOMPARE(faults[0]["field"_L1].toString(), u"/from"_s);
        QCOMPARE(faults[1]["field"_L1].toString(), u"/items/0/cords"_s);
        QCOMPARE(faults[2]["field"_L1].toString(), u"/organisation"_s);
        QCOMPARE(draft.error().detail.count(u'\n'), 1); // the other two
    }

    void notJson_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("empty") << QByteArray() << 1 << u"The file is not valid JSON: illegal value."_s;
        QTest::newRow("list") << QByteArray("[1]") << 1 << u"The file must contain one JSON object."_s;
        QTest::newRow("cut") << QByteArray("{\n\"a\": 1,\n") << 3
                             << u"The file is not valid JSON: unterminated object."_s;
        QTest::newRow("more after it") << QByteArray("{}\n{}") << 2
                                       << u"The file is not valid JSON: garbage at the end of the document."_s;
        QTest::newRow("not UTF-8") << QByteArray("{\"a\": \"\xff\"}") << 1
                                   << u"The file is not valid JSON: invalid UTF8 string."_s;
        QTest::newRow("twice") << QByteArray("{\n\"a\": {\"b\": 1},\n\"b\": 2,\n\"a\": 3}") << 4
                               << u"The field \"a\" is given twice."_s;
        QTest::newRow("twice, in another spelling")
            << QByteArray("{\"a\": [{\"x\\\"\": 1}], \"\\u0061\" : 3}") << 1 << u"The field \"a\" is given twice."_s;
        QTest::newRow("deep") << QByteArray(100'000, '[') << 1
                              << u"The file is not valid JSON: too deeply nested document."_s;
        QTest::newRow("large") << QByteArray(2 << 20, ' ') << 1 << u"The file is larger than 1 MiB."_s;
    }
    void notJson() {
        QFETCH(QByteArray, bytes);
        QFETCH(int, line);
        QFETCH(QString, sentence);
        const auto draft = parseRequest(bytes);
        QVERIFY(!draft);
        QCOMPARE(draft.error().kind, Error::Kind::Invalid);
        QCOMPARE(draft.error().what, sentence);
        QCOMPARE(draft.error().data["line"_L1].toInt(), line);
    }
};

QTEST_GUILESS_MAIN(RequestFileTest)
#include "tst_requestfile.moc"
