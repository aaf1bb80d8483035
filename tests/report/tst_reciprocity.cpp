#include "model/report/reciprocityreport.h"

#include <QTest>

#include <cmath>

using namespace polder;

namespace {

Day day(int month, int dayOfMonth, int year = 2026) {
    return Day::fromDate({year, month, dayOfMonth});
}

} // namespace

/// UL hosts the LUMC in one rack: what a statement of March to June says, to the day and the cent.
class TestReciprocity : public QObject {
    Q_OBJECT

private:
    static Snapshot record() {
        Snapshot made;
        made.generation = 7;
        made.today = day(6, 30);
        made.organisations = Table<Organisation>({{{1}, u"UL"_qs, u"Leiden"_qs}, {{2}, u"LUMC"_qs, u"LUMC"_qs}});
        made.departments = Table<Department>({{{1}, {2}, u"HG"_qs, u"Human Genetics"_qs, u"Division 4"_qs}});
        made.sites = Table<Site>({{{1}, {1}, u"LEIDEN"_qs, u"Leiden"_qs}});
        Room room;
        room.id = {1};
        room.site = {1};
        room.code = u"H1"_qs;
        made.rooms = Table<Room>({room});
        Rack rack;
        rack.id = {1};
        rack.room = {1};
        rack.code = u"R1"_qs;
        rack.units = 42;
        made.racks = Table<Rack>({rack});
        std::vector<Node> nodes;
        for (int i = 1; i <= 3; ++i) {
            Node node;
            node.id = {i};
            node.kind = u"agreement_line"_qs;
            node.name = u"line %1"_qs.arg(i);
            node.site = {1};
            nodes.push_back(node);
        }
        made.nodes = Table<Node>(nodes);
        const Period year{day(1, 1), day(1, 1, 2027)};
        made.agreements = Table<Agreement>({{{1}, {1}, {2}, u"UL-LUMC"_qs, year}});
        made.agreementLines = Table<AgreementLine>({{{1}, {1}, u"hosting"_qs, u"U"_qs, year, {1}},
                                                    {{2}, {1}, u"hosting"_qs, u"kW"_qs, year, {2}},
                                                    {{3}, {1}, u"compute"_qs, u"core-h"_qs, year, {3}}});
        made.nodeLimits = Table<NodeLimit>({{{1}, {1}, {0}, 40, {}, {}, {}}, {{2}, {2}, {0}, 5'000'000, {}, {}, {}}});
        std::vector<Equipment> equipment;
        for (int i = 1; i <= 4; ++i) {
            Equipment one;
            one.id = {i};
            one.name = u"device %1"_qs.arg(i);
            one.owner = {2};
            one.department = {1};
            one.height = {4};
            one.budgetedWatts = i == 1 ? std::optional(500) : std::nullopt;
            one.system = i == 2 ? SystemId{1} : SystemId();
            equipment.push_back(one);
        }
        equipment[3].owner = {1}; // the host's own
        made.equipment = Table<Equipment>(equipment);
        const auto placed = [](int id, const QString &state, Period during) {
            Placement placement;
            placement.id = {id};
            placement.equipment = {id};
            placement.state = state;
            placement.during = during;
            placement.rack = {1};
            placement.position = Height{(id - 1) * 4};
            placement.outlets = id == 1 ? std::vector<OutletId>{{1}} : std::vector<OutletId>(); // plugged in
            placement.holdUntil = state == u"held" ? std::optional(day(7, 31)) : std::nullopt;
            return placement;
        };
        made.placements = Table<Placement>(
            {placed(1, u"ended"_qs, {day(2, 10), day(5, 1)}), placed(2, u"installed"_qs, {day(5, 27), day(12, 1)}),
             placed(3, u"held"_qs, {day(6, 21), day(12, 1)}), placed(4, u"installed"_qs, {day(1, 1), Day::never()})});
        // What the guard has of it; someone else's 1U, which the reader does not see, is in it too.
        made.ledger = Ledger({{{1}, {}, day(1, 1), {2, 0, 0, 0}, {}},
                                         {{1}, {}, day(5, 27), {4, 0, 0, 0}, {}},
                                         {{1}, {}, day(6, 21), {4, 0, 0, 0}, {}}});
        Request withdrawn;
        withdrawn.id = {1};
        withdrawn.number = u"2026-12"_qs;
        withdrawn.state = u"withdrawn"_qs;
        withdrawn.organisation = {2};
        withdrawn.department = {1};
        withdrawn.project = u"Single cells"_qs;
        withdrawn.stateReason = u"theirs will do"_qs;
        Request older = withdrawn;
        older.id = {2};
        older.number = u"2026-3"_qs;
        Request unseen = withdrawn;
        unseen.id = {3};
        unseen.number = u"2026-14"_qs;
        unseen.organisation = {1};
        unseen.department = {};
        made.requests = Table<Request>({withdrawn, older, unseen});
        const auto item = [](int id, int request, int count) {
            RequestItem one;
            one.id = {id};
            one.request = {request};
            one.count = count;
            one.height = Height{4};
            one.drawWatts = 400;
            return one;
        };
        made.requestItems = Table<RequestItem>({item(1, 1, 2), item(2, 2, 5), item(3, 3, 1)});
        return made;
    }

    static Settlement settlement() {
        Settlement made;
        made.shares = {{{1}, {2}, 600, {day(1, 1), day(6, 1)}},
                       {{1}, {1}, 400, {day(1, 1), day(6, 1)}},
                       {{1}, {2}, 250, {day(6, 1), Day::never()}},
                       {{1}, {1}, 750, {day(6, 1), Day::never()}}};
        made.usage = {{{2}, {day(2, 25), day(3, 7)}, 1'000'500, u"kWh"_qs, u"meter 12"_qs, {}},
                      {{3}, {day(4, 1), day(5, 1)}, 5'000'000, u"core-h"_qs, u"batch system"_qs, {}}};
        made.rates = {{u"pue"_qs, {}, 1'200'000},
                      {u"tariff_core_h"_qs, {}, 10'000},
                      {u"tariff_kw_month"_qs, {}, 1},
                      {u"tariff_kw_month"_qs, {1}, 92'000'000},
                      {u"tariff_kwh"_qs, {}, 250'000},
                      {u"tariff_u_month"_qs, {}, 6'500'000},
                      {u"tariff_u_month"_qs, {2}, 1'000'000}}; // the guest's own rate, where it hosts
        made.quotas = {{{3}, 20'000'000}};
        made.avoided = {{{1}, {4}, day(4, 2)}, {{2}, {4}, day(2, 28)}, {{3}, {99}, day(6, 30)}};
        return made;
    }

    static Report statement(const ReportScope &scope = {}) {
        const Estate estate(std::make_shared<const Snapshot>(record()));
        return reciprocityReport(estate, day(3, 1), day(6, 30), QDateTime({2026, 7, 1}, {9, 0}, Qt::UTC), scope,
                                 settlement());
    }
    static const ReportTable &tableOf(const Report &report, const QString &name) {
        return *std::ranges::find(report.tables, name, &ReportTable::name);
    }
    /// Some columns of each row, as one line.
    static QStringList lines(const ReportTable &table, const QStringList &columns) {
        QStringList lines;
        for (const auto &row : table.rows) {
            QStringList cells;
            for (const auto &name : columns) {
                const auto at = std::ranges::find(table.columns, name, &ReportColumn::name) - table.columns.begin();
                const auto &cell = row[static_cast<std::size_t>(at)];
                const auto *number = std::get_if<Decimal>(&cell);
                const auto *text = std::get_if<QString>(&cell);
                cells << (number ? QString::number(number->toDouble(), 'g', 15) : text ? *text : u"-"_qs);
            }
            lines << cells.join(u' ');
        }
        return lines;
    }

private Q_SLOTS:
    void bookings() {
        const auto report = statement();
        const QStringList columns{u"equipment"_qs, u"unit"_qs,      u"from"_qs,      u"last_day"_qs,    u"share"_qs,
                                  u"days"_qs,      u"held_days"_qs, u"unit_days"_qs, u"unit_months"_qs, u"amount"_qs};
        QCOMPARE(lines(tableOf(report, u"bookings"_qs), columns),
                 QStringList({u"device 1 U 2026-03-01 2026-04-30 100 61 0 122 4 26"_qs,
                              // 60 % of two units for 5 of 31 days, then 25 % of them for June
                              u"device 2 U 2026-05-27 2026-05-31 60 5 0 6 0.193548 1.26"_qs,
                              u"device 2 U 2026-06-01 2026-06-30 25 30 0 15 0.5 3.25"_qs,
                              u"device 3 U 2026-06-21 2026-06-30 100 10 20 0 0 0"_qs,
                              u"batch system core-h 2026-04-01 2026-04-30 100 30 0 0 5000 50"_qs,
                              u"device 1 kW 2026-03-01 2026-04-30 100 61 0 30.5 1 92"_qs,
                              // 1,000.5 kWh in ten days, of which six are in March; at 0.25 times 1.2
                              u"meter 12 kWh 2026-03-01 2026-03-06 100 6 0 0 600.3 180.09"_qs}));
    }

    void againstTheLines() {
        const auto report = statement();
        const QStringList columns{u"unit"_qs, u"quota"_qs, u"held"_qs,      u"installed"_qs,   u"unseen"_qs,
                                  u"used"_qs, u"rate"_qs,  u"held_days"_qs, u"unit_months"_qs, u"amount"_qs};
        QCOMPARE(lines(tableOf(report, u"lines"_qs), columns),
                 QStringList({u"core-h 20000 - - - 25 0.01 0 5000 50"_qs, u"U 20 2 2 1 25 6.5 20 4.693548 30.51"_qs,
                              u"kW 5 0 0 0 0 92 0 1 92"_qs, u"kWh - - - - - 0.3 0 600.3 180.09"_qs}));
        QCOMPARE(lines(tableOf(report, u"balance"_qs), {u"host"_qs, u"guest"_qs, u"owed"_qs, u"counter"_qs, u"net"_qs}),
                 QStringList({u"LUMC UL 0 352.6 -352.6"_qs, u"UL LUMC 352.6 0 352.6"_qs}));
    }

    /// Every level is the sum of the bookings, to the last digit.
    void everythingReconciles() {
        const auto report = statement();
        for (const auto &column : {u"held_days"_qs, u"unit_days"_qs, u"unit_months"_qs, u"amount"_qs}) {
            QMap<QString, QMap<QString, qint64>> sums; // by table and unit, in millionths
            for (const auto &name : {u"bookings"_qs, u"departments"_qs, u"lines"_qs}) {
                for (const auto &line : lines(tableOf(report, name), {u"unit"_qs, column})) {
                    sums[name][line.section(u' ', 0, 0)] += std::llround(line.section(u' ', 1).toDouble() * 1e6);
                }
            }
            QCOMPARE(sums[u"departments"_qs], sums[u"bookings"_qs]);
            QCOMPARE(sums[u"lines"_qs], sums[u"bookings"_qs]);
        }
    }

    /// Taken over with an open end, under one agreement after another and then under none: every day is in one line.
    void everyDayIsSaid() {
        Snapshot made = record();
        auto rates = settlement();
        rates.usage.clear();
        const Period first{day(1, 1), day(4, 1)}, second{day(4, 1), day(6, 1)};
        made.agreements =
            Table<Agreement>({{{1}, {1}, {2}, u"UL-LUMC 1"_qs, first}, {{2}, {1}, {2}, u"UL-LUMC 2"_qs, second}});
        made.agreementLines = Table<AgreementLine>(
            {{{1}, {1}, u"hosting"_qs, u"U"_qs, first, {1}}, {{2}, {2}, u"hosting"_qs, u"U"_qs, second, {2}}});
        std::vector<Placement> placements(made.placements.begin(), made.placements.end());
        placements.resize(1);
        placements[0].state = u"installed"_qs;
        placements[0].during.until = Day::never();
        made.placements = Table<Placement>(placements);
        made.ledger = {}; // the guard counts it against neither
        const Estate estate(std::make_shared<const Snapshot>(made));
        const auto report = reciprocityReport(estate, day(3, 1), day(6, 30), {}, {}, rates);
        const QStringList columns{u"agreement"_qs, u"unit"_qs,        u"from"_qs,      u"last_day"_qs,
                                  u"quota"_qs,     u"held"_qs,        u"installed"_qs, u"unseen"_qs,
                                  u"unit_days"_qs, u"unit_months"_qs, u"amount"_qs};
        QCOMPARE(lines(tableOf(report, u"lines"_qs), columns).first(3),
                 QStringList({u"UL-LUMC 1 U 2026-01-01 2026-03-31 20 0 0 0 62 2 13"_qs,
                              u"UL-LUMC 2 U 2026-04-01 2026-05-31 2500000 0 0 0 122 4 26"_qs,
                              u"without agreement U 2026-06-01 2026-06-30 - 0 2 - 60 2 0"_qs}));
        // And what it draws and weighs, of which the agreements said nothing.
        QCOMPARE(lines(tableOf(report, u"lines"_qs), {u"agreement"_qs, u"unit"_qs, u"unit_days"_qs}).mid(3, 1),
                 QStringList({u"without agreement kW 15"_qs}));
        QCOMPARE(lines(tableOf(report, u"balance"_qs), {u"host"_qs, u"guest"_qs, u"owed"_qs}),
                 QStringList({u"LUMC UL 0"_qs, u"UL LUMC 39"_qs}));
        // On a day on which the second is in force it fills its quota, though the guard does not count it.
        const auto may = reciprocityReport(estate, day(5, 1), day(5, 31), {}, {}, rates);
        QCOMPARE(lines(tableOf(may, u"lines"_qs), {u"agreement"_qs, u"unit"_qs, u"installed"_qs, u"unseen"_qs}),
                 QStringList({u"UL-LUMC 2 U 2 0"_qs}));

        made.agreements = {};
        made.agreementLines = {};
        const auto none =
            reciprocityReport(Estate(std::make_shared<const Snapshot>(made)), day(3, 1), day(6, 30), {}, {}, rates);
        QCOMPARE(lines(tableOf(none, u"lines"_qs), {u"agreement"_qs, u"unit"_qs, u"unit_days"_qs}).first(2),
                 QStringList({u"without agreement U 244"_qs, u"without agreement kW 61"_qs}));
        QCOMPARE(lines(tableOf(none, u"bookings"_qs), {u"agreement"_qs, u"unit"_qs, u"days"_qs}).first(2),
                 QStringList({u"without agreement U 122"_qs, u"without agreement kW 122"_qs}));
    }

    /// Half of it here and half of it there, all of it on record as the one institution's: each host counts the share
    /// of the other, 60 and 40.
    void jointInBothDataCentres() {
        Snapshot made = record();
        made.sites = Table<Site>({{{1}, {1}, u"LEIDEN"_qs, u"Leiden"_qs}, {{2}, {2}, u"LUMC"_qs, u"LUMC"_qs}});
        std::vector<Room> rooms(2, *made.rooms.begin());
        rooms[1].id = {2};
        rooms[1].site = {2};
        made.rooms = Table<Room>(rooms);
        std::vector<Rack> racks(2, *made.racks.begin());
        racks[1].id = {2};
        racks[1].room = {2};
        made.racks = Table<Rack>(racks);
        const Period year{day(1, 1), day(1, 1, 2027)};
        made.agreements =
            Table<Agreement>({{{1}, {1}, {2}, u"UL-LUMC"_qs, year}, {{2}, {2}, {1}, u"LUMC-UL"_qs, year}});
        made.agreementLines = Table<AgreementLine>(
            {{{1}, {1}, u"hosting"_qs, u"U"_qs, year, {1}}, {{2}, {2}, u"hosting"_qs, u"U"_qs, year, {2}}});
        std::vector<Equipment> equipment(made.equipment.begin(), made.equipment.end());
        equipment.resize(2);
        std::vector<Placement> placements(made.placements.begin(), made.placements.end());
        placements.resize(2);
        for (std::size_t i = 0; i < 2; ++i) {
            equipment[i].owner = {1};
            equipment[i].system = {1};
            placements[i].state = u"installed"_qs;
            placements[i].during = {day(1, 1), Day::never()};
            placements[i].rack = {static_cast<int>(i) + 1};
        }
        made.equipment = Table<Equipment>(equipment);
        made.placements = Table<Placement>(placements);
        made.ledger = {};
        auto shares = settlement();
        shares.usage.clear();
        shares.shares = {{{1}, {1}, 600, {day(1, 1), Day::never()}}, {{1}, {2}, 400, {day(1, 1), Day::never()}}};
        const auto report =
            reciprocityReport(Estate(std::make_shared<const Snapshot>(made)), day(3, 1), day(6, 30), {}, {}, shares);
        QCOMPARE(lines(tableOf(report, u"lines"_qs),
                       {u"host"_qs, u"guest"_qs, u"installed"_qs, u"unseen"_qs, u"unit_days"_qs, u"unit_months"_qs}),
                 QStringList({u"LUMC UL 2 0 146.4 4.8"_qs, u"UL LUMC 0 0 97.6 3.2"_qs})); // of 2 U for 122 days
        QCOMPARE(lines(tableOf(report, u"bookings"_qs), {u"host"_qs, u"guest"_qs, u"equipment"_qs, u"share"_qs}),
                 QStringList({u"LUMC UL device 2 60"_qs, u"UL LUMC device 1 40"_qs}));
    }

    /// Whose the entry says; what the host used itself it owes nobody.
    void meteredForOthers() {
        Snapshot made = record();
        made.organisations = Table<Organisation>(
            {{{1}, u"UL"_qs, u"Leiden"_qs}, {{2}, u"LUMC"_qs, u"LUMC"_qs}, {{3}, u"NLB"_qs, u"NLBIF"_qs}});
        made.placements = {};
        auto used = settlement();
        used.usage = {{{3}, {day(4, 1), day(5, 1)}, 3'000, u"core-h"_qs, u"of the guest"_qs, {2}},
                      {{3}, {day(4, 1), day(5, 1)}, 5'000, u"core-h"_qs, u"of the host"_qs, {1}},
                      {{3}, {day(4, 1), day(5, 1)}, 7'000, u"core-h"_qs, u"of a third"_qs, {3}},
                      // A unit that is also booked: each is counted in its own steps.
                      {{2}, {day(4, 1), day(5, 1)}, 11'000, u"kW"_qs, u"peak"_qs, {}}};
        const auto report =
            reciprocityReport(Estate(std::make_shared<const Snapshot>(made)), day(3, 1), day(6, 30), {}, {}, used);
        QCOMPARE(lines(tableOf(report, u"bookings"_qs),
                       {u"guest"_qs, u"agreement"_qs, u"unit"_qs, u"equipment"_qs, u"unit_months"_qs}),
                 QStringList({u"LUMC UL-LUMC core-h of the guest 3"_qs, u"LUMC UL-LUMC kW peak 11"_qs,
                              u"NLB without agreement core-h of a third 7"_qs}));
    }

    /// The four quarters of a year are the year, to the last thousandth, day and cent.
    void quartersAreTheYear() {
        const Estate estate(std::make_shared<const Snapshot>(record()));
        auto used = settlement();
        used.usage.push_back({{3}, {day(1, 17), day(12, 5)}, 1'000'001, u"core-h"_qs, u"odd"_qs, {}});
        const auto sums = [&](Day from, Day until) {
            QMap<QString, std::pair<qint64, qint64>> sum; // millionths of metered units; of unit-days
            const auto report = reciprocityReport(estate, from, until, {}, {}, used);
            for (const auto &line :
                 lines(tableOf(report, u"lines"_qs), {u"unit"_qs, u"unit_months"_qs, u"unit_days"_qs})) {
                const QStringList cells = line.split(u' ');
                auto &of = sum[cells[0]];
                const bool metered = cells[0] == u"core-h" || cells[0] == u"kWh";
                of.first += metered ? std::llround(cells[1].toDouble() * 1e6) : 0;
                of.second += std::llround(cells[2].toDouble() * 1e6);
            }
            return sum;
        };
        QMap<QString, std::pair<qint64, qint64>> quarters;
        for (const int month : {1, 4, 7, 10}) {
            const Day first = day(month, 1);
            for (const auto &[unit, of] : sums(first, Day::fromDate(first.toDate().addMonths(3)).plus(-1)).toStdMap()) {
                quarters[unit].first += of.first;
                quarters[unit].second += of.second;
            }
        }
        QCOMPARE(quarters, sums(day(1, 1), day(12, 31)));
        QCOMPARE(quarters[u"core-h"_qs].first, 6'000'001'000);
    }

    /// What nobody had to buy in these days, and what is shared instead.
    void purchasesAvoided() {
        const auto report = statement();
        QCOMPARE(lines(tableOf(report, u"avoided"_qs), {u"organisation"_qs, u"faculty"_qs, u"department"_qs,
                                                        u"requests"_qs, u"pieces"_qs, u"height"_qs, u"draw"_qs}),
                 QStringList({u"LUMC Division 4 HG 1 2 4 0.8"_qs, u"UL - - 1 1 2 0.4"_qs, u"all - - 2 3 6 1.2"_qs}));
        QCOMPARE(
            lines(tableOf(report, u"avoided_requests"_qs), {u"organisation"_qs, u"number"_qs, u"withdrawn"_qs,
                                                            u"instead"_qs, u"owner"_qs, u"reason"_qs, u"pieces"_qs}),
            QStringList({u"LUMC 2026-12 2026-04-02 device 4 UL theirs will do 2"_qs,
                         u"UL 2026-14 2026-06-30 - - theirs will do 1"_qs}));
    }

    void elsewhere() {
        ReportScope scope;
        scope.place = {Level::Site, {2}, {}, {}, {}};
        QVERIFY(tableOf(statement(scope), u"lines"_qs).rows.empty());
        QVERIFY(tableOf(statement(scope), u"bookings"_qs).rows.empty());
    }
};

QTEST_APPLESS_MAIN(TestReciprocity)
#include "tst_reciprocity.moc"
