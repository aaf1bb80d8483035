#include "model/exchange/modelrow.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace polder;
using namespace Qt::StringLiterals;

namespace {

QJsonObject rowOf(const QByteArray &yaml) {
    const auto model = parseDeviceType(yaml);
    if (!model)
        qFatal("%s", qUtf8Printable(model.error().what));
    return modelRow(*model, u"here.yaml"_s);
}

QByteArray with(const QByteArray &lines) {
    return "manufacturer: Northwind\nmodel: Box\n" + lines;
}

} // namespace

class ModelRowTest : public QObject {
    Q_OBJECT

private slots:
    void columns() {
        QFile file(QStringLiteral(POLDER_SOURCE_DIR "/tests/exchange/data/library/north/storage.yaml"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QJsonObject row = rowOf(file.readAll());
        const QJsonObject extra = row.take(u"extra"_s).toObject();
        QCOMPARE(row.take(u"content_hash"_s).toString().size(), 64);
        const auto supply = [](const QString &name) {
            return QJsonObject{{u"name"_s, name},
                               {u"inlet"_s, u"C20"_s},
                               {u"phases"_s, u"1"_s},
                               {u"maximum_w"_s, 1600},
                               {u"allocated_w"_s, 900}};
        };
        const QJsonArray interfaces{
            QJsonObject{{u"type"_s, u"1000base-t"_s}, {u"management"_s, true}, {u"count"_s, 1}},
            QJsonObject{{u"type"_s, u"25gbase-x-sfp28"_s}, {u"management"_s, false}, {u"count"_s, 2}}};
        QCOMPARE(row, QJsonObject({{u"manufacturer"_s, u"Northwind"_s},
                                   {u"name"_s, u"Vault 4800"_s},
                                   {u"slug"_s, u"northwind-vault-4800"_s},
                                   {u"part_number"_s, u"004800"_s},
                                   {u"kind"_s, u"chassis"_s},
                                   {u"source"_s, u"here.yaml"_s},
                                   {u"full_depth"_s, true},
                                   {u"airflow"_s, u"front-to-rear"_s},
                                   {u"nameplate_w"_s, 1600},
                                   {u"height_hu"_s, 9},
                                   {u"weight_g"_s, 27896},
                                   {u"supplies"_s, QJsonArray{supply(u"PSU 1"_s), supply(u"PSU 2"_s)}},
                                   {u"bays"_s, QJsonArray{u"Node 1"_s, u"Node 2"_s}},
                                   {u"interfaces"_s, interfaces}}));
        QCOMPARE(extra.keys(),
                 QStringList({u"comments"_s, u"console-ports"_s, u"description"_s, u"device-bays"_s, u"front_image"_s,
                              u"interfaces"_s, u"is_powered"_s, u"module-bays"_s, u"power-outlets"_s, u"power-ports"_s,
                              u"rear_image"_s, u"subdevice_role"_s, u"weight"_s, u"weight_unit"_s}));
    }

    void unknownHasNoColumn() {
        const QJsonObject row = rowOf(with(""));
        QCOMPARE(row.keys(), QStringList({u"bays"_s, u"content_hash"_s, u"extra"_s, u"interfaces"_s, u"kind"_s,
                                          u"manufacturer"_s, u"name"_s, u"source"_s, u"supplies"_s}));
        QCOMPARE(row["extra"_L1].toObject(), QJsonObject());
    }

    void kinds_data() {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QString>("kind");
        QTest::newRow("height unknown") << QByteArray() << u"rack"_s;
        QTest::newRow("half a unit") << QByteArray("u_height: 0.5\n") << u"rack"_s;
        QTest::newRow("no height") << QByteArray("u_height: 0\n") << u"zero_u"_s;
        QTest::newRow("parent") << QByteArray("u_height: 10\nsubdevice_role: parent\n") << u"chassis"_s;
        QTest::newRow("child") << QByteArray("u_height: 0\nsubdevice_role: child\n") << u"bay"_s;
    }
    void kinds() {
        QFETCH(QByteArray, lines);
        QFETCH(QString, kind);
        QCOMPARE(rowOf(with(lines))["kind"_L1].toString(), kind);
    }

    void inlets_data() {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QString>("inlet");
        QTest::addColumn<QString>("phases");
        QTest::newRow("C14") << QByteArray("iec-60320-c14") << u"C14"_s << u"1"_s;
        QTest::newRow("one phase") << QByteArray("iec-60309-p-n-e-6h") << u"iec-60309-p-n-e-6h"_s << u"1"_s;
        QTest::newRow("three phases") << QByteArray("iec-60309-3p-n-e-6h") << u"iec-60309-3p-n-e-6h"_s << u"123"_s;
        // nema-...-15p ends in P for plug, not for phase
        QTest::newRow("a plug") << QByteArray("nema-l6-30p") << u"nema-l6-30p"_s << u"1"_s;
    }
    void inlets() {
        QFETCH(QByteArray, type);
        QFETCH(QString, inlet);
        QFETCH(QString, phases);
        const QJsonObject supply =
            rowOf(with("power-ports:\n  - {name: A, type: " + type + "}\n"))["supplies"_L1][0].toObject();
        QCOMPARE(supply, QJsonObject({{u"name"_s, u"A"_s}, {u"inlet"_s, inlet}, {u"phases"_s, phases}}));
    }
};

QTEST_GUILESS_MAIN(ModelRowTest)
#include "tst_modelrow.moc"
