#include "model/core/format.h"
#include "model/items/equipmentmodel.h"
#include "model/items/findingmodel.h"
#include "model/items/proposalmodel.h"
#include "model/items/rackmodel.h"
#include "model/items/rackoverrides.h"
#include "model/items/requestmodel.h"
#include "model/items/ruletext.h"
#include "model/items/shortfallmodel.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QTest>

using namespace polder;

/// Each table's rows as lines of text.
class TestModels : public QObject {
    Q_OBJECT

private:
    static QStringList lines(const QAbstractItemModel &model) {
        QStringList lines;
        for (int row = 0; row < model.rowCount(); ++row) {
            QStringList cells;
            for (int column = 0; column < model.columnCount(); ++column) {
                cells << model.index(row, column).data().toString();
            }
            lines << cells.join(u" | "_qs);
        }
        return lines;
    }
    static Day day(int month, int day) { return Day::fromDate({2026, month, day}); }

    static Snapshot snapshot() {
        Snapshot made;
        made.today = day(11, 1);
        made.organisations = Table<Organisation>({{{1}, u"UL"_qs, u"Leiden"_qs}, {{2}, u"LUMC"_qs, u"LUMC"_qs}});
        made.sites = Table<Site>({{{1}, {1}, u"LEIDEN"_qs, u"Leiden"_qs}});
        Room room;
        room.id = {1};
        room.site = {1};
        room.code = u"H1"_qs;
        made.rooms = Table<Room>({room});
        Rack rack;
        rack.id = {1};
        rack.room = {1};
        rack.code = u"R01"_qs;
        rack.units = 42;
        rack.usableDepth = {1000};
        rack.airflow = u"front-to-rear"_qs;
        Rack planned = rack;
        planned.id = {2};
        planned.code = u"R02"_qs;
        planned.during = {day(12, 1), Day::never()};
        made.racks = Table<Rack>({rack, planned});
        Model model;
        model.id = {3};
        model.manufacturer = u"Acme"_qs;
        model.name = u"S1"_qs;
        made.models = Table<Model>({model});
        Equipment equipment;
        equipment.id = {5};
        equipment.model = {3};
        equipment.name = u"node01"_qs;
        equipment.owner = {2};
        equipment.weight = Mass{17'500};
        equipment.budgetedWatts = 1200;
        equipment.serial = u"SN5"_qs;
        Equipment loose = equipment;
        loose.id = {6};
        loose.name = u"spare"_qs;
        loose.weight.reset();
        loose.budgetedWatts.reset();
        made.equipment = Table<Equipment>({equipment, loose});
        Placement past;
        past.id = {7};
        past.equipment = {5};
        past.state = u"installed"_qs;
        past.during = {day(1, 1), day(10, 1)};
        past.rack = {1};
        past.position = Height{0};
        Placement present = past;
        present.id = {8};
        present.during = {day(10, 1), day(12, 1)};
        present.position = Height{23};
        made.placements = Table<Placement>({past, present});
        return made;
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void equipment() {
        EquipmentModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.show(snapshot());
        QCOMPARE(lines(model),
                 QStringList(
                     {u"node01 | Acme S1 | LEIDEN/H1/R01 | 12.5 | installed | 30 Nov 2026 |  | 1.2 kW | 17.5 kg | "
                      "LUMC |  | SN5 |  | LEIDEN |  |  |  |  |  |  |  |  |  | "_qs,
                      u"spare | Acme S1 |  |  |  |  |  |  |  | LUMC |  | SN5 |  |  |  |  |  |  |  |  |  |  |  | "_qs}));
        QCOMPARE(model.row(0).rack, RackId{1});
    }

    /// A commit changes a few rows: all others are the same ones still, which costs no memory and no comparison.
    void equipmentThatStaysIsTheSameRow() {
        Snapshot made = snapshot();
        const auto before = equipmentRows(made);
        QCOMPARE(before.size(), 2);
        auto pieces = std::vector(made.equipment.begin(), made.equipment.end());
        pieces[0].serial = u"SN6"_qs;
        made.equipment = Table<Equipment>(pieces);
        const auto after = equipmentRows(made, before);
        QCOMPARE(after[0]->serial, u"SN6"_qs);
        QVERIFY(&*after[1] == &*before[1]);
        pieces.erase(pieces.begin());
        made.equipment = Table<Equipment>(pieces);
        const auto left = equipmentRows(made, after);
        QCOMPARE(left.size(), 1);
        QVERIFY(&*left[0] == &*before[1]);
    }

    void requests() {
        auto made = snapshot();
        Request request;
        request.id = {1};
        request.number = u"26-001"_qs;
        request.state = u"in review"_qs;
        request.organisation = {2};
        request.project = u"Proteomics"_qs;
        request.during = {day(12, 1), Day::never()};
        request.submittedOn = day(10, 20);
        made.requests = Table<Request>({request});
        RequestItem four;
        four.id = {1};
        four.request = {1};
        four.count = 4;
        RequestItem one = four;
        one.id = {2};
        one.count = 1;
        made.requestItems = Table<RequestItem>({four, one});
        RequestModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.show(made);
        QCOMPARE(model.row(0).count, 5);
        QCOMPARE(lines(model)[0].section(u" | "_qs, 0, 6),
                 u"26-001 | in review | Proteomics | LUMC | 5 | 20 Oct 2026 | "_qs);
    }

    void racks() {
        auto rows = rackRows(snapshot());
        QCOMPARE(rows.size(), 1); // R02 is not there yet
        rows[0].free = Height{3};
        rows[0].freePower = Power{2'500'000};
        RackModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.replaceRows(rows);
        QCOMPARE(lines(model), QStringList({u"LEIDEN/H1/R01 | 42U | 1,000 mm | front to rear | 1.5U | 2.5 kW | "_qs}));
    }

    void shortfalls() {
        Shortfall power{u"P6"_qs, u"LEIDEN feed A"_qs, 7,         1'200'000, 9'000'000, 10'000'000, u"mW"_qs,
                        {},       u"LEIDEN feed B"_qs, day(12, 1)};
        Shortfall unknown{u"S3"_qs, u"LEIDEN/H1/R01"_qs, 0, 35'000, {}, {}, u"g"_qs, {}, {}, day(12, 2)};
        ShortfallModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.show({power, unknown});
        QCOMPARE(lines(model),
                 QStringList({u"P6 | LEIDEN feed A | 1.2 kW | 9 kW | 10 kW | LEIDEN feed B | 1 Dec 2026"_qs,
                              u"S3 | LEIDEN/H1/R01 | 35 kg |  | unknown |  | 2 Dec 2026"_qs}));
        QVERIFY(!model.index(0, 0).data(Qt::ToolTipRole).toString().isEmpty());
    }

    void proposals() {
        ProposalModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.replaceRows(
            {{{1}, 1, u"LEIDEN/H1/R01"_qs, 12, u"rear"_qs, u"left"_qs, u"A:3"_qs, 910, 1000, 950, 875, 400}});
        QCOMPARE(lines(model)[0].section(u" | "_qs, 0, 4), u"1 | LEIDEN/H1/R01 | 12 | rear, left half | 910"_qs);
        QCOMPARE(lines(model)[0].section(u" | "_qs, -1), u"A:3"_qs);
        RefusalModel refusals;
        const QAbstractItemModelTester refusalTester(&refusals, QAbstractItemModelTester::FailureReportingMode::Fatal);
        refusals.replaceRows({{{1}, u"LEIDEN/H1/R01"_qs, u"S1"_qs, u"full"_qs, u"full\nheavy"_qs}});
        QCOMPARE(refusals.index(0, 2).data(Qt::ToolTipRole).toString(), u"full\nheavy"_qs);
    }

    void findings() {
        FindingModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        FindingRow contested;
        contested.id = 2;
        contested.rule = u"S1"_qs;
        contested.kind = FindingRow::Kind::Contested;
        contested.place = u"LEIDEN/H1/R01"_qs;
        contested.text = u"two devices"_qs;
        contested.during = {Day{10000}, Day{10002}};
        FindingRow aside;
        aside.id = 3;
        aside.rule = u"P5"_qs;
        aside.kind = FindingRow::Kind::SetAside;
        aside.state = FindingRow::State::NotInForce;
        model.replaceRows({contested, aside});
        QCOMPARE(lines(model)[0], u"S1 | contested | open | LEIDEN/H1/R01 |  | two devices | %1 | %2 |  | "_qs.arg(
                                      Format().day(Day{10000}), Format().day(Day{10001})));
        QCOMPARE(lines(model)[1], u"P5 | set aside | not in force |  |  |  |  |  |  | "_qs);
        QCOMPARE(ruleTitle(u"P6"_qs), u"P6 – power in a single failure"_qs);
        QCOMPARE(ruleTitle(u"X9"_qs), u"X9"_qs);
    }

    void facetsOfFindings() {
        FindingRow row;
        row.rule = u"P5"_qs;
        row.kind = FindingRow::Kind::Warning;
        row.site = SiteId{1};
        const auto admits = [&row](const FindingFacets &facets) { return facets.admits(row); };
        QVERIFY(admits({}));
        QVERIFY(admits({.rule = u"P5"_qs, .kind = FindingRow::Kind::Warning, .site = SiteId{1}}));
        QVERIFY(!admits({.rule = u"P6"_qs}));
        QVERIFY(!admits({.kind = FindingRow::Kind::Audit}));
        QVERIFY(!admits({.site = SiteId{2}}));
        QVERIFY(!admits({.when = FindingFacets::When::Past}));
        for (const auto state : {FindingRow::State::Resolved, FindingRow::State::Over}) {
            row.state = state;
            QVERIFY(!admits({}));
            QVERIFY(admits({.when = FindingFacets::When::Past}));
            QVERIFY(admits({.when = FindingFacets::When::All}));
        }
    }

    /// Beside the figures of a rack: what is set aside there, until its last day, and nothing of elsewhere.
    void overrides() {
        auto made = snapshot();
        const Rack &rack = made.racks[0];
        const Placement &placed = *std::ranges::find(made.placements, rack.id, &Placement::rack);
        const Day end = made.today.plus(1);
        const auto one = [&](int id, const QString &rule) {
            return Override{.id = {id},
                            .rule = rule,
                            .request = {},
                            .placement = placed.id,
                            .node = {},
                            .reason = u"for once"_qs,
                            .until = end,
                            .given = true};
        };
        Override waits = one(2, u"S3"_qs);
        waits.given = false;
        Override over = one(3, u"C5"_qs);
        over.until = made.today;
        Override elsewhere = one(4, u"S2"_qs);
        elsewhere.placement = PlacementId{99};
        made.overrides = Table<Override>({one(1, u"C4"_qs), waits, over, elsewhere});
        QCOMPARE(overridesText(made, rack.id), u"C4 is set aside until %1: for once"_qs.arg(Format().day(made.today)));
        QCOMPARE(overridesText(made, RackId{99}), QString());
    }
};

QTEST_GUILESS_MAIN(TestModels)
#include "tst_models.moc"
