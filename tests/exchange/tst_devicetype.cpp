#include "model/exchange/devicetype.h"
#include "model/exchange/sourcedocument.h"
#include "model/exchange/yamlreader.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace polder;
using namespace Qt::StringLiterals;

namespace {

QByteArray sample(const QString &name) {
    QFile file(QStringLiteral(POLDER_SOURCE_DIR "/tests/exchange/data/library/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A device type with these lines besides the ones that it must have, which are lines 1 and 2.
QByteArray with(const QByteArray &lines) {
    return "manufacturer: Northwind\nmodel: Box\n" + lines;
}

DeviceModel parsed(const QByteArray &yaml) {
    auto model = parseDeviceType(yaml);
    if (!model)
        qFatal("%s", qUtf8Printable(model.error().what));
    return std::move(model).value();
}

} // namespace

class DeviceTypeTest : public QObject {
    Q_OBJECT

private slots:
    void everyField() {
        const DeviceModel model = parsed(sample(u"north/storage.yaml"_s));
        QCOMPARE(model.manufacturer, u"Northwind"_s);
        QCOMPARE(model.model, u"Vault 4800"_s);
        QCOMPARE(model.slug, u"northwind-vault-4800"_s);
        QCOMPARE(model.partNumber, u"004800"_s);
        QCOMPARE(model.height->halfUnits, 9);
        QCOMPARE(model.fullDepth, true);
        QCOMPARE(model.airflow, u"front-to-rear"_s);
        QCOMPARE(model.weight->grams, 27896); // 61.5 lb = 27,895.93 g
        QVERIFY(model.subdeviceRole == DeviceModel::SubdeviceRole::Parent);
        QCOMPARE(model.powered, true);
        QCOMPARE(model.frontImage, true);
        QCOMPARE(model.rearImage, false);
        QCOMPARE(model.description, u"Storage chassis"_s);
        QCOMPARE(model.comments, u"Two lines,\nof which the second has an é.\n"_s);
        QCOMPARE(model.consolePorts.size(), std::size_t{1});
        QCOMPARE(model.consolePorts[0].label, u"CON"_s);
        QCOMPARE(model.powerPorts.size(), std::size_t{2});
        QCOMPARE(model.powerPorts[1].name, u"PSU 2"_s);
        QCOMPARE(model.powerPorts[1].type, u"iec-60320-c20"_s);
        QCOMPARE(model.powerPorts[1].maximumWatts, 1600);
        QCOMPARE(model.powerPorts[1].allocatedWatts, 900);
        QCOMPARE(model.nameplateWatts(), 1600);
        QCOMPARE(model.powerOutlets.size(), std::size_t{1});
        QCOMPARE(model.powerOutlets[0].powerPort, u"PSU 1"_s);
        QCOMPARE(model.powerOutlets[0].feedLeg, u"A"_s);
        QCOMPARE(model.deviceBays.size(), std::size_t{2});
        QCOMPARE(model.deviceBays[1].label, u"second"_s);
        QCOMPARE(model.moduleBays.size(), std::size_t{1});
        QCOMPARE(model.moduleBays[0].position, u"1"_s);
        QCOMPARE(model.interfaces.size(), std::size_t{2});
        QCOMPARE(model.interfaces[0].type, u"1000base-t"_s);
        QCOMPARE(model.interfaces[0].managementOnly, true);
        QCOMPARE(model.interfaces[0].count, 1);
        QCOMPARE(model.interfaces[1].type, u"25gbase-x-sfp28"_s);
        QCOMPARE(model.interfaces[1].managementOnly, false);
        QCOMPARE(model.interfaces[1].count, 2);
    }

    /// Pounds, a supply's description and the names of interfaces have no member of their own.
    void extraKeepsTheRest() {
        const QByteArray yaml = sample(u"north/storage.yaml"_s);
        const DeviceModel model = parsed(yaml);
        QCOMPARE(model.extra.keys(), QStringList({u"interfaces"_s, u"power-ports"_s, u"weight"_s, u"weight_unit"_s}));
        QCOMPARE(model.extra["weight"_L1].toDouble(), 61.5);
        QCOMPARE(model.extra["power-ports"_L1][1]["description"_L1].toString(), u"redundant"_s);
        QCOMPARE(model.extra["interfaces"_L1][2]["name"_L1].toString(), u"mgmt"_s);
        QCOMPARE(sourceDocument(model), readYaml(yaml)->value.toObject());
    }

    void missingIsUnknown() {
        const DeviceModel model = parsed(sample(u"south/desk.yml"_s));
        QVERIFY(!model.slug && !model.partNumber && !model.height && !model.fullDepth && !model.airflow);
        QVERIFY(!model.weight && !model.subdeviceRole && !model.powered && !model.frontImage && !model.rearImage);
        QVERIFY(!model.description && !model.comments && !model.nameplateWatts());
        QVERIFY(model.extra.isEmpty());
    }

    void noRackHeightIsNotUnknown() {
        QCOMPARE(parsed(with("u_height: 0\n")).height->halfUnits, 0);
        QCOMPARE(parsed(with("u_height: 0.5\n")).height->halfUnits, 1);
        QCOMPARE(parsed(with("u_height: 100\n")).height->halfUnits, 200);
    }

    void weights_data() {
        QTest::addColumn<double>("weight");
        QTest::addColumn<QString>("unit");
        QTest::addColumn<qint64>("grams");
        QTest::newRow("kilogram") << 16.1 << u"kg"_s << qint64{16100};
        QTest::newRow("no binary form") << 2.09 << u"kg"_s << qint64{2090};
        QTest::newRow("ten grams") << 0.01 << u"kg"_s << qint64{10};
        QTest::newRow("gram") << 250.0 << u"g"_s << qint64{250};
        QTest::newRow("below half a gram") << 249.49 << u"g"_s << qint64{249};
        QTest::newRow("half a gram") << 249.5 << u"g"_s << qint64{250};
        QTest::newRow("pound") << 1.0 << u"lb"_s << qint64{454};          // 453.592
        QTest::newRow("100 pounds") << 100.0 << u"lb"_s << qint64{45359}; // 45,359.237
        QTest::newRow("ounce") << 1.0 << u"oz"_s << qint64{28};           // 28.350
        QTest::newRow("16 ounces are a pound") << 1600.0 << u"oz"_s << qint64{45359};
        QTest::newRow("largest") << 1000000.0 << u"lb"_s << qint64{453592370};
    }
    void weights() {
        QFETCH(double, weight);
        QFETCH(QString, unit);
        QFETCH(qint64, grams);
        QCOMPARE(massOf(weight, unit)->grams, grams);
        QVERIFY(!massOf(weight, u"stone"_s));
    }

    /// Whatever the unit, a heavier weight is never lighter, and the error is at most half a gram.
    void weightsRoundToTheNearestGram() {
        const QList<std::pair<QString, double>> gramsPerUnit = {
            {u"kg"_s, 1000}, {u"g"_s, 1}, {u"lb"_s, 453.59237}, {u"oz"_s, 28.349523125}};
        for (const auto &[unit, perUnit] : gramsPerUnit) {
            for (int hundredths = 1; hundredths < 20'000; ++hundredths) {
                const double weight = hundredths / 100.0;
                const double error = static_cast<double>(massOf(weight, unit)->grams) - weight * perUnit;
                QVERIFY2(std::abs(error) <= 0.5 + 1e-6, qUtf8Printable(u"%1 %2"_s.arg(weight).arg(unit)));
            }
        }
    }

    void nameplate_data() {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<int>("watts"); // -1: unknown
        const auto ports = [](std::initializer_list<const char *> draws) {
            QByteArray lines = "power-ports:\n";
            int number = 0;
            for (const char *draw : draws) {
                lines += "  - {name: P" + QByteArray::number(++number) + ", type: iec-60320-c14";
                lines += *draw ? QByteArray(", maximum_draw: ") + draw + "}\n" : QByteArray("}\n");
            }
            return lines;
        };
        QTest::newRow("no ports") << QByteArray() << -1;
        QTest::newRow("powered, no ports") << QByteArray("is_powered: true\n") << -1;
        QTest::newRow("not powered") << QByteArray("is_powered: false\n") << 0;
        QTest::newRow("one") << ports({"350"}) << 350;
        QTest::newRow("two redundant") << ports({"350", "350"}) << 350;
        QTest::newRow("two different") << ports({"350", "500"}) << 500;
        QTest::newRow("three") << ports({"100", "300", "200"}) << 500;
        QTest::newRow("four") << ports({"3000", "3000", "3000", "3000"}) << 6000;
        QTest::newRow("one of two unknown") << ports({"350", ""}) << -1;
    }
    void nameplate() {
        QFETCH(QByteArray, lines);
        QFETCH(int, watts);
        QCOMPARE(parsed(with(lines)).nameplateWatts().value_or(-1), watts);
    }

    void hashIsOfTheContent() {
        const QString hash = parsed(with("u_height: 1\nweight: 7\nweight_unit: kg\n")).contentHash;
        QCOMPARE(hash.size(), 64);
        // order, comments, quotes, form of numbers: the same content
        QCOMPARE(
            parsed("# x\nweight: 7.00\nweight_unit: 'kg'\nmodel: \"Box\"\nu_height: 1.0\nmanufacturer: Northwind\n")
                .contentHash,
            hash);
        QVERIFY(parsed(with("u_height: 1\nweight: 7.01\nweight_unit: kg\n")).contentHash != hash);
        QVERIFY(parsed(with("u_height: 1\n")).contentHash != hash);
        QVERIFY(parsed(with("part_number: '1'\n")).contentHash != parsed(with("part_number: ''\n")).contentHash);
        // also where no member differs
        QVERIFY(parsed(with("interfaces: [{name: a, type: e1}]\n")).contentHash !=
                parsed(with("interfaces: [{name: b, type: e1}]\n")).contentHash);
        QVERIFY(parsed(with("interfaces: []\n")).contentHash != parsed(with("")).contentHash);
    }

    /// The schema leaves components open; the library itself has a "poisition".
    void unknownFieldsOfComponentsAreKept() {
        const DeviceModel model = parsed(with("module-bays:\n  - {name: A, poisition: '1', weight: 0.5}\n"));
        QCOMPARE(model.moduleBays.size(), std::size_t{1});
        QVERIFY(!model.moduleBays[0].position);
        const QJsonArray bays{QJsonObject{{u"name"_s, u"A"_s}, {u"poisition"_s, u"1"_s}, {u"weight"_s, 0.5}}};
        QCOMPARE(model.extra, QJsonObject({{u"module-bays"_s, bays}}));
    }

    void refused_data() {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char *name, const QByteArray &yaml, int line, const QString &reason) {
            QTest::newRow(name) << yaml << line << reason;
        };
        row("not a map", "- 1\n", 1, u"the file is [1]: must be an object with fields"_s);
        row("a word", "hello\n", 1, u"the file is \"hello\": must be an object with fields"_s);
        row("no manufacturer", "model: Box\n", 1, u"manufacturer is missing"_s);
        row("no model", "\n\nmanufacturer: N\n", 3, u"model is missing"_s);
        row("blank model", "manufacturer: N\nmodel: ' '\n", 2, uR"(model is " ": must match ^\S(.*\S)?\z)"_s);
        row("model without value", "manufacturer: N\nmodel:\n", 2, u"model is empty: must be text"_s);
        row("model is a number", "manufacturer: N\nmodel: 1.10\n", 2, u"model is 1.1: must be text"_s);
        row("unknown field", with("colour: green\n"), 3,
            u"colour is not a field of this format; the fields are airflow"_s);
        row("height is text", with("u_height: '1'\n"), 3, u"u_height is \"1\": must be a number"_s);
        row("height with exponent", with("u_height: 1e3\n"), 3, u"u_height is \"1e3\": must be a number"_s);
        row("height octal", with("u_height: 010\n"), 3, u"010 can be read as different values"_s);
        row("height infinite", with("u_height: .inf\n"), 3, u".inf can be read as different values"_s);
        row("height not a number", with("u_height: .nan\n"), 3, u".nan can be read as different values"_s);
        row("height negative", with("u_height: -1\n"), 3, u"u_height is -1: must be at least 0"_s);
        row("height in thirds", with("u_height: 1.3\n"), 3, u"u_height is 1.3: must be a multiple of 0.5"_s);
        row("height huge", with("u_height: 100.5\n"), 3, u"u_height is 100.5: must be at most 100"_s);
        row("height without value", with("u_height:\n"), 3, u"u_height is empty: must be a number"_s);
        row("truth value as text", with("is_full_depth: 'true'\n"), 3,
            u"is_full_depth is \"true\": must be true or false"_s);
        row("truth value as yes", with("is_full_depth: yes\n"), 3, u"yes can be read as different values"_s);
        row("truth value as number", with("is_powered: 1\n"), 3, u"is_powered is 1: must be true or false"_s);
        row("airflow", with("airflow: upwards\n"), 3,
            u"airflow is \"upwards\": must be one of front-to-rear, rear-to-front, "
            "left-to-right, right-to-left, side-to-rear, passive, mixed"_s);
        row("role", with("subdevice_role: twin\n"), 3, u"subdevice_role is \"twin\": must be one of parent, child"_s);
        row("slug", with("slug: Big Box\n"), 3, u"slug is \"Big Box\": must match"_s);
        row("weight of nothing", with("weight: 0\nweight_unit: kg\n"), 3,
            u"weight is 0: must be more than 0; leave it out"_s);
        row("weight negative", with("weight: -2\nweight_unit: kg\n"), 3, u"weight is -2: must be more than 0"_s);
        row("weight too fine", with("weight: 1.234\nweight_unit: kg\n"), 3,
            u"weight is 1.234: must be a multiple of 0.01"_s);
        row("weight below a gram", with("weight: 0.49\nweight_unit: g\n"), 3,
            u"weight is 0.49: less than half a gram"_s);
        row("weight without unit", with("weight: 2\n"), 3, u"weight is 2: weight_unit is missing"_s);
        row("weight in stone", with("weight: 2\nweight_unit: st\n"), 4,
            u"weight_unit is \"st\": must be one of kg, g, lb, oz"_s);
        row("ports not a list", with("power-ports: {name: A}\n"), 3,
            u"power-ports is {\"name\":\"A\"}: must be a list"_s);
        row("port without type", with("power-ports:\n  - name: A\n"), 4, u"power-ports/0/type is missing"_s);
        row("port of unknown type", with("power-ports:\n  - name: A\n    type: schuko\n"), 5,
            u"power-ports/0/type is \"schuko\": must be one of iec-60320-c6, iec-60320-c8"_s);
        row("draw negative", with("power-ports:\n  - {name: A, type: other, maximum_draw: -5}\n"), 4,
            u"power-ports/0/maximum_draw is -5: must be at least 1"_s);
        row("draw with fraction", with("power-ports:\n  - {name: A, type: other, maximum_draw: 5.5}\n"), 4,
            u"power-ports/0/maximum_draw is 5.5: must be a whole number"_s);
        row("same name twice", with("device-bays:\n  - name: A\n  - name: A\n"), 5,
            u"device-bays/1/name is \"A\": an earlier entry has that name"_s);
        row("outlet of no port", with("power-outlets:\n  - name: A\n    type: other\n    power_port: X\n"), 6,
            u"power-outlets/0/power_port is \"X\": power-ports has no entry of that name"_s);
        row("field twice", with("u_height: 1\nu_height: 2\n"), 4, u"/u_height is given twice, first on line 3"_s);
        row("several", with("airflow: up\nu_height: -1\n"), 3,
            u"passive, mixed; line 4: u_height is -1: must be at least 0"_s);
        row("many", with("a: 1\nb: 1\nc: 1\nd: 1\ne: 1\nf: 1\ng: 1\n"), 3, u"; and 2 more"_s);
    }
    void refused() {
        QFETCH(QByteArray, yaml);
        QFETCH(int, line);
        QFETCH(QString, reason);
        const auto model = parseDeviceType(yaml);
        QVERIFY(!model);
        QCOMPARE(model.error().kind, Error::Kind::Invalid);
        QVERIFY2(model.error().what.contains(reason), qUtf8Printable(model.error().what));
        QCOMPARE(model.error().data["line"_L1].toInt(), line);
    }
};

QTEST_GUILESS_MAIN(DeviceTypeTest)
#include "tst_devicetype.moc"
