#include "model/report/strandedreport.h"

#include <QTest>

using namespace polder;

/// One rack of 4U with an outlet on each side: one server of the mix goes in.
class TestStrandedReport : public QObject {
    Q_OBJECT

private:
    static Estate estate() {
        Snapshot made;
        made.generation = 42;
        made.today = Day::fromDate({2026, 11, 1});
        made.sites = Table<Site>({{{1}, {1}, u"LEIDEN"_qs, u"Leiden"_qs}});
        Room room;
        room.id = {1};
        room.site = {1};
        room.code = u"H1"_qs;
        made.rooms = Table<Room>({room});
        made.rackRows = Table<Row>({{{1}, {1}, u"R"_qs}});
        Rack rack;
        rack.id = {1};
        rack.room = {1};
        rack.row = {1};
        rack.code = u"R01"_qs;
        rack.units = 4;
        rack.usableDepth = {1000};
        rack.sides = {u"A"_qs, u"B"_qs};
        made.racks = Table<Rack>({rack});
        made.nodes = Table<Node>({node(1, u"rack_mass"_qs), node(2, u"rack_heat"_qs), node(3, u"rack_pdu"_qs, u"A"_qs),
                                  node(4, u"rack_pdu"_qs, u"B"_qs)});
        made.nodeLimits = Table<NodeLimit>({{{1}, {1}, {0}, 100'000, {}, {}, {}},
                                            {{2}, {2}, {0}, 15'000'000, {}, {}, {}},
                                            {{3}, {3}, {0}, 6'000'000, {}, 6'000'000, {}},
                                            {{4}, {4}, {0}, 7'000'000, {}, 7'000'000, {}}});
        Outlet outlet;
        outlet.type = u"C13"_qs;
        outlet.phases = u"1"_qs;
        outlet.maxMilliampere = 10'000;
        std::vector<Outlet> outlets(2, outlet);
        outlets[0].id = {1};
        outlets[0].node = {3};
        outlets[1].id = {2};
        outlets[1].node = {4};
        made.outlets = Table<Outlet>(outlets);
        made.plugFits = {{u"C14"_qs, u"C13"_qs}};
        return Estate(std::make_shared<const Snapshot>(std::move(made)));
    }
    static Node node(int id, const QString &kind, const QString &side = {}) {
        Node made;
        made.id = {id};
        made.kind = kind;
        made.rack = {1};
        made.site = {1};
        made.side = side;
        made.phases = u"1"_qs;
        made.name = side.isEmpty() ? kind : u"PDU-"_qs + side;
        return made;
    }

    /// The lines of a place that has just this rack.
    static QByteArray place(const QByteArray &name) {
        QByteArray lines;
        for (const char *figures :
             {"U,U,4,0,0,0,4,0,3,", "kW,kW,6,0,0,0,6,,5.7,", "kg,kg,100,0,0,0,100,,82,", "heat,kW,15,0,0,0,15,,14.7,",
              "outlets,pieces,2,0,0,0,2,,0,", "kVA,kVA,,0,0,0,0,,0,", "floor,kg,,0,0,0,0,,0,"}) {
            lines += name + ",,," + figures + "outlets,,0,,,\r\n";
        }
        return lines;
    }

private Q_SLOTS:
    void csv() {
        const auto report = strandedReport(estate(), Day::fromDate({2026, 11, 1}), {});
        QCOMPARE(toCsv(report.tables[0]),
                 QByteArray("level,site,room,row,rack,node,kind,dimension,unit,total,blocked,used,held,free,partly,"
                            "stranded,binding,binding_node,reserve,over,phase,override\r\n") +
                     place("rack,LEIDEN,H1,R,R01") + place("row,LEIDEN,H1,R,") + place("room,LEIDEN,H1,,") +
                     place("site,LEIDEN,,,") + place("all,,,,") +
                     "node,LEIDEN,,,R01,LEIDEN/H1/R01,rack_mass,kg,kg,100,0,0,0,100,,82,,,0,,,\r\n"
                     "node,LEIDEN,,,R01,LEIDEN/H1/R01,rack_heat,heat,kW,15,0,0,0,15,,14.7,,,0,,,\r\n"
                     "node,LEIDEN,,,R01,LEIDEN PDU-A,rack_pdu,kW,kW,6,0,0,0,6,,5.7,,,0,,,\r\n"
                     "node,LEIDEN,,,R01,LEIDEN PDU-A,rack_pdu,kVA,kVA,,0,0,0,0,,0,,,0,,L1,\r\n"
                     "node,LEIDEN,,,R01,LEIDEN PDU-B,rack_pdu,kW,kW,7,0,0,0,7,,6.7,,,0,,,\r\n"
                     "node,LEIDEN,,,R01,LEIDEN PDU-B,rack_pdu,kVA,kVA,,0,0,0,0,,0,,,0,,L1,\r\n");
    }

    void whatNobodySaidBinds() {
        Snapshot made = estate().snapshot();
        std::vector<NodeLimit> limits(made.nodeLimits.begin(), made.nodeLimits.end());
        std::erase_if(limits, [](const NodeLimit &limit) { return limit.node == NodeId{1}; });
        made.nodeLimits = Table<NodeLimit>(limits);
        const auto report = strandedReport(Estate(std::make_shared<const Snapshot>(made)), made.today, {});
        const auto text = toCsv(report.tables[0]);
        QVERIFY(text.contains("rack,LEIDEN,H1,R,R01,,,U,U,4,0,0,0,4,0,4,kg,LEIDEN/H1/R01,0,,,\r\n"));
        QVERIFY(text.contains("node,LEIDEN,,,R01,LEIDEN/H1/R01,rack_mass,kg,kg,,0,0,0,0,,0,,,0,,,\r\n"));
    }
};

QTEST_APPLESS_MAIN(TestStrandedReport)
#include "tst_strandedreport.moc"
