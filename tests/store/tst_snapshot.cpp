#include "tests/support/estate.h"

#include "model/store/snapshotloader.h"

#include <QTest>

using namespace polder;
using namespace polder::test;

/// The record as one person sees it, read into values, and kept up with.
class SnapshotTest : public QObject {
    Q_OBJECT

    std::unique_ptr<TestCluster> m_cluster;
    QString m_database;
    std::unique_ptr<DatabaseConnection> m_tool;

    static Day day(int year, int month, int date) { return Day::fromDate(QDate(year, month, date)); }
    static SnapshotPtr loaded(DatabaseConnection &connection) {
        const auto snapshot = loadSnapshot(connection);
        if (!snapshot) {
            qFatal("%s", qPrintable(snapshot.error().what));
        }
        return *snapshot;
    }
    SnapshotPtr refreshed(const SnapshotPtr &previous) const {
        const auto snapshot = refreshSnapshot(*m_tool, previous);
        if (!snapshot) {
            qFatal("%s", qPrintable(snapshot.error().what));
        }
        return *snapshot;
    }

private Q_SLOTS:
    void initTestCase() { m_cluster = std::make_unique<TestCluster>(); }
    void cleanupTestCase() {
        m_tool.reset();
        m_cluster.reset();
    }
    void init() {
        m_database = smallEstate(*m_cluster);
        m_tool = connectTo(m_database);
    }

    void everyTableIsReadMemberByMember() {
        const SnapshotPtr s = loaded(*m_tool);
        QCOMPARE(s->organisations.find(OrganisationId{2})->code, "AMC");
        const Department &department = *s->departments.find(DepartmentId{1});
        QCOMPARE(department.organisation.value, 2);
        QCOMPARE(department.faculty, "Medicine");
        const Person &person = *s->people.find(PersonId{2});
        QCOMPARE(person.department.value, 1);
        QCOMPARE(person.handle, "researcher");
        QCOMPARE(person.email, "rik@example.org");
        QCOMPARE(s->sites.find(SiteId{1})->name, "Snellius");
        const Room &room = *s->rooms.find(RoomId{1});
        QCOMPARE(room.width.mm, 12000);
        QCOMPARE(room.tile.mm, 600);
        QCOMPARE(room.protectionClass, "middel");
        const RoomFeature &aisle = *s->roomFeatures.begin();
        QCOMPARE(aisle.shape, (std::vector<QPointF>{{0, 0}, {6000, 0}, {6000, 1200.5}}));
        QCOMPARE(aisle.airflowDegrees, 180);
        QCOMPARE(s->rackRows.find(RowId{1})->code, "A");

        const Rack &rack = *s->racks.find(RackId{1});
        QCOMPARE(rack.row.value, 1);
        QCOMPARE(rack.x.mm, 600);
        QCOMPARE(rack.units, 42);
        QCOMPARE(rack.usableDepth.mm, 1000);
        QCOMPARE(rack.tare.grams, 120000);
        QVERIFY(!rack.numberedDown);
        QCOMPARE(rack.during, Period());

        const Node &pdu = *s->nodes.find(NodeId{3});
        QCOMPARE(pdu.kind, "rack_pdu");
        QCOMPARE(pdu.parent.value, 1);
        QCOMPARE(pdu.side, "A");
        QCOMPARE(s->nodes.find(NodeId{1})->parent.value, 0);
        const NodeLimit &limit = *s->nodeLimits.find(Id<NodeLimitTag>{5});
        QCOMPARE(limit.from, day(2000, 1, 1));
        QCOMPARE(limit.normalMain, 1'000'000);
        QVERIFY(!limit.failoverMain);
        QCOMPARE(s->outlets.find(OutletId{4})->node.value, 4);
        QCOMPARE(s->outlets.find(OutletId{4})->maxMilliampere, 10000);
        const Model &model = *s->models.find(ModelId{1});
        QCOMPARE(model.manufacturer, "Dell");
        QCOMPARE(model.height->halfUnits, 4);
        QCOMPARE(model.fullDepth, true);
        QCOMPARE(model.weight->grams, 28600);
        QCOMPARE(model.supplies, 2);
        QCOMPARE(model.inlet, "C14");
    }

    void bookingsAreReadMemberByMember() {
        const SnapshotPtr s = loaded(*m_tool);
        const Request &request = *s->requests.find(RequestId{1});
        QCOMPARE(request.number, "R-1");
        QCOMPARE(request.during, (Period{day(2027, 5, 1), day(2029, 5, 1)}));
        QCOMPARE(request.wishRedundant, true);
        QCOMPARE(request.wishTogether, "row");
        QCOMPARE(request.wishApart, "rack");
        QCOMPARE(request.submittedOn, day(2026, 11, 3)); // 23:30 in UTC is the next day in Amsterdam
        QCOMPARE(request.holdUntil, day(2027, 6, 1));
        const RequestItem &item = *s->requestItems.find(RequestItemId{1});
        QCOMPARE(item.drawWatts, 600);
        QCOMPARE(item.plug, "C14");
        const Equipment &equipment = *s->equipment.find(EquipmentId{1});
        QCOMPARE(equipment.owner.value, 2);
        QCOMPARE(equipment.serial, QString());
        QCOMPARE(equipment.measuredWatts, 540);
        QCOMPARE(equipment.measuredOn, day(2026, 10, 1));
        QVERIFY(!equipment.warrantyUntil);
        QCOMPARE(equipment.powerFactorPermille, 950);
        const Placement &placement = *s->placements.find(PlacementId{1});
        QCOMPARE(placement.state, "held");
        QCOMPARE(placement.position->halfUnits, 18);
        QCOMPARE(placement.outlets, (std::vector<OutletId>{{1}, {3}}));
        QVERIFY(placement.nodes.empty());
        QCOMPARE(s->agreements.find(AgreementId{1})->during, (Period{day(2026, 1, 1), day(2031, 1, 1)}));
        QCOMPARE(s->agreementLines.find(Id<AgreementLineTag>{2})->node.value, 8);
        const Finding &finding = *s->findings.find(Id<FindingTag>{1});
        QCOMPARE(finding.text, "mixed airflow");
        QCOMPARE(finding.during, (Period{day(2026, 11, 1), Day::never()}));
        QVERIFY(!finding.resolved);
    }

    void whatIsTakenIsReadAnonymously() {
        const SnapshotPtr s = loaded(*m_tool);
        QCOMPARE(s->occupancy.size(), 2U);
        const OccupiedBox &box = s->occupancy[0];
        QCOMPARE(box.rack.value, 1);
        QCOMPARE(box.huFrom, 18);
        QCOMPARE(box.huUntil, 22);
        QCOMPARE(box.depthUntil, 1000);
        QCOMPARE(box.widthUntil, 2);
        QVERIFY(!box.blocked);
        QCOMPARE(box.during, (Period{day(2027, 5, 1), day(2029, 5, 1)}));
        QVERIFY(s->occupancy[1].blocked);
        QCOMPARE(s->occupancy[1].during, Period());
        QCOMPARE(s->outletUse.size(), 2U);
        QCOMPARE(s->outletUse[1].outlet.value, 3);

        // Feed A carries half of 600 W, and the other half when feed B fails.
        const LedgerStep step = s->ledger.steps().front();
        QCOMPARE(step.node.value, 1);
        QCOMPARE(step.source.value, 2);
        QCOMPARE(step.day, day(2027, 5, 1));
        QCOMPARE(step.normal, (Load{300'000, 315'790, 0, 0}));
        QCOMPARE(step.extra, (Load{300'000, 315'789, 0, 0}));
    }

    void aPersonSeesWhatThePersonMaySee() {
        runSql(m_database,
               "create role p_manager login in role polder_person; create role p_stranger login in role polder_person");
        runSql(
            m_database,
            "insert into polder.organisation (id, code, name) overriding system value values (3, 'UVA', 'Amsterdam')");
        runSql(m_database, "insert into polder.person (organisation_id, login) values (3, 'p_stranger')");
        const auto manager = connectTo(m_cluster->as(QStringLiteral("p_manager"), m_database));
        const SnapshotPtr host = loaded(*manager);
        QCOMPARE(host->viewer.name, "Maud Manager");
        QCOMPARE(host->viewer.appointments.size(), 1U);
        QCOMPARE(host->viewer.appointments[0].role, "facility_manager");
        QCOMPARE(host->viewer.appointments[0].site.value, 1);
        QCOMPARE(host->placements.size(), 1U);
        QCOMPARE(host->requests.find(RequestId{1})->offers, (QStringList{"install", "release", "renew"}));
        QVERIFY(!host->viewer.mayAsk);

        const auto stranger = connectTo(m_cluster->as(QStringLiteral("p_stranger"), m_database));
        const SnapshotPtr outside = loaded(*stranger);
        QCOMPARE(outside->requests.size(), 0U);
        QCOMPARE(outside->equipment.size(), 0U);
        QCOMPARE(outside->placements.size(), 0U);
        QCOMPARE(outside->people.find(PersonId{2})->name, QString());
        QCOMPARE(outside->occupancy.size(), host->occupancy.size());
        QVERIFY(outside->ledger.size() > 0);
        for (const LedgerStep &step : outside->ledger.steps()) {
            QVERIFY(step.node.value < 7); // lines of an agreement are its parties' own
        }
    }

    void policyIsTheGeneralOneUnlessTheInstitutionHasItsOwn() {
        runSql(m_database, "delete from polder.setting where key in ('cord_allowance_mm', 'power_factor_permille')");
        runSql(m_database, R"(insert into polder.setting (key, organisation_id, value) values
            ('cord_allowance_mm', null, '100'), ('cord_allowance_mm', 1, '150'), ('power_factor_permille', null, '900'),
            ('score_weight_space', null, '10'), ('score_weight_low', null, '11'), ('score_weight_phases', null, '12'),
            ('score_weight_headroom', null, '13'), ('score_weight_stranded', null, '14'),
            ('score_weight_affinity', null, '15'), ('score_weight_site', null, '16'),
            ('score_weight_airflow', null, '17'),
            ('reference_mix', null, '[{"height_u": 1.5, "draw_w": 250, "weight_kg": 12.5, "times": 3},
                                      {"height_u": 4, "draw_w": 0, "weight_kg": 40}]'))");
        const SnapshotPtr tool = loaded(*m_tool);
        QCOMPARE(tool->policy.cordAllowance.mm, 100);
        QCOMPARE(tool->policy.powerFactorPermille, 900);
        const auto &weights = tool->policy.scoreWeights;
        QCOMPARE((std::vector{weights.space, weights.low, weights.phases, weights.headroom, weights.stranded,
                              weights.affinity, weights.site, weights.airflow}),
                 (std::vector<std::int32_t>{10, 11, 12, 13, 14, 15, 16, 17}));
        QVERIFY((tool->policy.referenceMix ==
                 std::vector<ReferenceItem>{{{3}, {250'000}, {12'500}, 3}, {{8}, {0}, {40'000}, 1}}));
        runSql(m_database, "create role p_manager_2 login in role polder_person");
        runSql(m_database, "insert into polder.person (organisation_id, login) values (1, 'p_manager_2')");
        const auto manager = connectTo(m_cluster->as(QStringLiteral("p_manager_2"), m_database));
        QCOMPARE(loaded(*manager)->policy.cordAllowance.mm, 150);
    }

    void nothingNewIsTheSameSnapshot() {
        const SnapshotPtr before = loaded(*m_tool);
        QCOMPARE(refreshed(before).get(), before.get());
    }

    void aChangeIsMergedByKeyAndTheRestIsShared() {
        const SnapshotPtr before = loaded(*m_tool);
        runSql(m_database, "update polder.equipment set name = 'renamed' where id = 1");
        const SnapshotPtr after = refreshed(before);
        QCOMPARE(after->generation, before->generation + 1);
        QCOMPARE(after->equipment.find(EquipmentId{1})->name, "renamed");
        QCOMPARE(before->equipment.find(EquipmentId{1})->name, "genome-1");
        QVERIFY(after->racks.sameAs(before->racks));
        QVERIFY(after->models.sameAs(before->models));
        QVERIFY(after->agreements.sameAs(before->agreements));
    }

    void rowsComeAndGoInTheirOrder() {
        SnapshotPtr s = loaded(*m_tool);
        runSql(m_database, R"(insert into polder.rack (id, room_id, code, height_u) overriding system value
                              values (3, 1, 'R3', 47), (2, 1, 'R2', 48))");
        s = refreshed(s);
        std::vector<int> units;
        for (const Rack &rack : s->racks) {
            units.push_back(rack.units);
        }
        QCOMPARE(units, (std::vector<int>{42, 48, 47}));
        runSql(m_database, "delete from polder.rack where id = 2");
        s = refreshed(s);
        QVERIFY(!s->racks.find(RackId{2}));
        QCOMPARE(s->racks.size(), 2U);
    }

    void whatABookingTakesIsMergedToo() {
        const SnapshotPtr before = loaded(*m_tool);
        runSql(m_database, "update polder.placement set position_hu = 30 where id = 1");
        const SnapshotPtr moved = refreshed(before);
        QCOMPARE(moved->placements.find(PlacementId{1})->position->halfUnits, 30);
        QCOMPARE(moved->occupancy[0].huFrom, 30);
        QCOMPARE(moved->occupancy.size(), 2U);
        runSql(m_database, "update polder.placement set state = 'released', hold_until = null where id = 1");
        const SnapshotPtr gone = refreshed(moved);
        QCOMPARE(gone->placements.find(PlacementId{1})->state, "released");
        QCOMPARE(gone->occupancy.size(), 1U);
        QCOMPARE(gone->outletUse.size(), 0U);
        for (const LedgerStep &step : gone->ledger.steps()) {
            QCOMPARE(step.normal, Load());
            QCOMPARE(step.extra, Load());
        }
    }

    /// What stands on the floor: its plan, ways in and water, and how a booking there is merged.
    void theFloorIsReadAndMerged() {
        SnapshotPtr s = loaded(*m_tool);
        runSql(m_database, R"(
            insert into polder.node (id, kind, site_id, name) overriding system value values (20, 'liquid_loop', 1, 'loop');
            insert into polder.liquid_loop (node_id, supply_mc, max_flow_ml_min) values (20, 18000, 5000);
            update polder.room set floor_class = 3, liquid_loop_id = 20, sides = '{A}' where id = 1;
            update polder.rack set liquid_loop_id = 20 where id = 1;
            update polder.room_feature set keep_clear = true where id = 1;
            insert into polder.delivery_segment (id, room_id, route, ordinal, name, kind, width_mm, load_kg)
                overriding system value values (1, 1, 'back', 2, 'goods lift', 'lift', 1800, 2500);
            insert into polder.model (id, manufacturer_id, name, kind, height_hu, width_mm, depth_mm, height_mm,
                clearance_front_mm, clearance_left_mm, crate_width_mm, crate_weight_g, heat_to_water_w, water_inlet_max_mc)
                overriding system value values (2, 1, 'Astral', 'floor', 0, 1000, 600, 900, 300, 100, 1200, 700000, 500, 25000);
            insert into polder.equipment (id, owner_id, model_id, kind, height_hu, height_mm, budgeted_w, cords)
                overriding system value values (20, 1, 2, 'floor', 0, 950, 0, 0))");
        runSql(m_database, R"(
            insert into polder.placement (id, equipment_id, state, during, room_id, x_mm, y_mm, orientation_deg)
                overriding system value values (20, 20, 'installed', '[2027-05-01,)', 1, 5000, 5000, 90))");
        s = refreshed(s);
        const Room &room = *s->rooms.find(RoomId{1});
        QCOMPARE(room.floorClass, 3);
        QCOMPARE(room.liquidLoop.value, 20);
        QCOMPARE(room.sides, QStringList({QStringLiteral("A")}));
        QCOMPARE(s->racks.find(RackId{1})->liquidLoop.value, 20);
        QCOMPARE(s->nodes.find(NodeId{20})->supplyTemperature, Temperature{18'000});
        QVERIFY(s->roomFeatures.begin()->keepClear);
        const DeliverySegment &lift = *s->deliverySegments.begin();
        QCOMPARE(lift.route, "back");
        QCOMPARE(lift.width, Length{1800});
        QVERIFY(!lift.height);
        QCOMPARE(lift.loadKilograms, 2500);
        const Model &model = *s->models.find(ModelId{2});
        QCOMPARE(model.clearanceFront, Length{300});
        QVERIFY(!model.clearanceRear);
        QCOMPARE(model.clearanceLeft, Length{100});
        QCOMPARE(model.crateWidth, Length{1200});
        QCOMPARE(model.crateWeight, Mass{700'000});
        QCOMPARE(model.heatToWaterWatts, 500);
        QVERIFY(!model.waterFlow);
        QCOMPARE(model.waterMax, Temperature{25'000});
        QCOMPARE(s->equipment.find(EquipmentId{20})->bodyHeight, Length{950});
        QCOMPARE(s->placements.find(PlacementId{20})->orientationDegrees, 90);
        QCOMPARE(s->floorOccupancy.size(), 1U);
        const FloorOccupied &taken = *s->floorOccupancy.begin();
        QCOMPARE(taken.room.value, 1);
        QCOMPARE(taken.footprint, (std::vector<std::int32_t>{5300, 4500, 5300, 5500, 4700, 5500, 4700, 4500}));
        QCOMPARE(taken.clearance, (std::vector<std::int32_t>{5600, 4500, 5600, 5600, 4700, 5600, 4700, 4500}));
        QCOMPARE(taken.during, (Period{day(2027, 5, 1), Day::never()}));

        runSql(m_database, "update polder.model set clearance_left_mm = 0 where id = 2");
        s = refreshed(s);
        QCOMPARE(s->floorOccupancy.begin()->clearance,
                 (std::vector<std::int32_t>{5600, 4500, 5600, 5500, 4700, 5500, 4700, 4500}));
        runSql(m_database, "update polder.liquid_loop set supply_mc = 19000");
        s = refreshed(s);
        QCOMPARE(s->nodes.find(NodeId{20})->supplyTemperature, Temperature{19'000});
        runSql(m_database, "update polder.placement set state = 'released' where id = 20");
        s = refreshed(s);
        QCOMPARE(s->floorOccupancy.size(), 0U);
        for (const LedgerStep &step : s->ledger.stepsOf(NodeId{20})) {
            QCOMPARE(step.normal, Load());
        }
    }

    void coolingUnitsAreReadAndMerged() {
        SnapshotPtr s = loaded(*m_tool);
        runSql(m_database, R"(
            insert into polder.node (id, kind, site_id, name) overriding system value values (21, 'cooling_zone', 1, 'zone');
            insert into polder.cooling_unit (id, room_id, zone_id, feed_id, name, kind, sensible_w, during)
                overriding system value values (1, 1, 21, 1, 'crah 1', 'CRAH', 60000, '[2027-05-01,)'),
                                               (2, 1, 21, null, 'door', 'rear-door', null, '[,)'))");
        s = refreshed(s);
        const CoolingUnit &crah = *s->coolingUnits.find(CoolingUnitId{1});
        QCOMPARE(crah.room.value, 1);
        QCOMPARE(crah.zone.value, 21);
        QCOMPARE(crah.feed.value, 1);
        QCOMPARE(crah.name, "crah 1");
        QCOMPARE(crah.kind, "CRAH");
        QCOMPARE(crah.sensible, Power{60'000'000});
        QCOMPARE(crah.during, (Period{day(2027, 5, 1), Day::never()}));
        const CoolingUnit &door = *s->coolingUnits.find(CoolingUnitId{2});
        QVERIFY(!door.feed && !door.sensible);
        runSql(m_database, "update polder.cooling_unit set feed_id = null where id = 1");
        s = refreshed(s);
        QVERIFY(!s->coolingUnits.find(CoolingUnitId{1})->feed);
        runSql(m_database, "delete from polder.cooling_unit where id = 2");
        s = refreshed(s);
        QCOMPARE(s->coolingUnits.size(), 1U);
    }

    void refreshingIsLoading() {
        // Whatever happened, merged is the same as read anew.
        SnapshotPtr merged = loaded(*m_tool);
        for (const auto *change : {"insert into polder.blocked_unit (rack_id, hu, reason) values (1, '[0,4)', 'floor')",
                                   "update polder.node_limit set normal_main = 9000000 where node_id = 1",
                                   "update polder.equipment set budgeted_w = 700 where id = 1",
                                   "update polder.model_supply set inlet = 'C20' where model_id = 1",
                                   "insert into polder.request_contact values (1, 3)",
                                   "update polder.placement set outlet_ids = '{2,4}' where id = 1",
                                   "update polder.person_detail set name = 'Rik R.' where person_id = 2; update "
                                   "polder.person set login = 'p_r' where id = 2",
                                   "update polder.placement set during = '[2027-05-01,2028-05-01)' where id = 1"}) {
            runSql(m_database, change);
            merged = refreshed(merged);
            const SnapshotPtr fresh = loaded(*m_tool);
            QCOMPARE(merged->generation, fresh->generation);
            QCOMPARE(merged->occupancy.size(), fresh->occupancy.size());
            QCOMPARE(merged->outletUse[0].outlet.value, fresh->outletUse[0].outlet.value);
            QCOMPARE(merged->models[0].inlet, fresh->models[0].inlet);
            QCOMPARE(merged->people.find(PersonId{2})->name, fresh->people.find(PersonId{2})->name);
            QVERIFY(merged->ledger.steps() == fresh->ledger.steps());
        }
    }

    void aChangeOfRightsLoadsEverythingAnew() {
        runSql(m_database, "create role p_newcomer login in role polder_person");
        runSql(m_database, "insert into polder.person (id, organisation_id, login) overriding system value values (50, "
                           "1, 'p_newcomer')");
        const auto newcomer = connectTo(m_cluster->as(QStringLiteral("p_newcomer"), m_database));
        const SnapshotPtr before = loaded(*newcomer);
        QCOMPARE(before->placements.size(), 0U);
        runSql(m_database, "insert into polder.appointment (person_id, role, organisation_id, site_id) values (50, "
                           "'facility_manager', 1, 1)");
        const auto after = refreshSnapshot(*newcomer, before);
        QVERIFY(after);
        QCOMPARE((*after)->placements.size(), 1U);
        QCOMPARE((*after)->viewer.appointments.size(), 1U);
    }

    void aDeputyIsOfferedWhatThePersonIs() {
        runSql(m_database, "delete from polder.appointment where person_id = 2;"
                           "create role p_deputy login in role polder_person;"
                           "insert into polder.person (id, organisation_id, login) overriding system value "
                           "values (51, 2, 'p_deputy')");
        const auto deputy = connectTo(m_cluster->as(QStringLiteral("p_deputy"), m_database));
        const SnapshotPtr before = loaded(*deputy);
        QCOMPARE(before->requests.size(), 0U);
        runSql(m_database, "insert into polder.deputy (person_id, deputy_id, during) values (2, 51, '[2026-01-01,)')");
        const auto after = refreshSnapshot(*deputy, before);
        QVERIFY(after);
        QCOMPARE((*after)->viewer.standsFor, (std::vector<PersonId>{{2}, {51}}));
        QCOMPARE((*after)->requests.find(RequestId{1})->offers, (QStringList{"amend_request", "withdraw"}));
    }

    void whereItStandsDecidesWhoIsOffered() {
        // Another host's rack: the request was not put to it, so only the placement makes it that host's matter.
        runSql(
            m_database,
            "create role p_other login in role polder_person;"
            "insert into polder.site (id, organisation_id, code, name) overriding system value values (2, 2, 'AMC', "
            "'Second');"
            "insert into polder.room (id, site_id, code, name, width_mm, depth_mm) overriding system value values "
            "(2, 2, 'M1', 'Hall', 9000, 9000);"
            "insert into polder.rack (id, room_id, code, height_u, x_mm, y_mm) overriding system value values "
            "(2, 2, 'R2', 42, 600, 1200);"
            "insert into polder.node (id, kind, site_id, room_id, rack_id, name, phases) overriding system value "
            "values "
            "(20, 'rack_mass', 2, 2, 2, 'R2 kg', '123'), (21, 'rack_heat', 2, 2, 2, 'R2 heat', '123');"
            "insert into polder.node_limit (node_id, normal_main) values (20, 1000000), (21, 10000000);"
            "insert into polder.person (id, organisation_id, login) overriding system value values (52, 2, 'p_other');"
            "insert into polder.appointment (person_id, role, organisation_id, site_id) values (52, "
            "'facility_manager', 2, 2), (52, 'coordinator', 2, null)");
        const auto other = connectTo(m_cluster->as(QStringLiteral("p_other"), m_database));
        const SnapshotPtr before = loaded(*other);
        QCOMPARE(before->requests.find(RequestId{1})->offers, QStringList());
        runSql(m_database, "update polder.placement set rack_id = 2, outlet_ids = '{}' where id = 1");
        const auto after = refreshSnapshot(*other, before);
        QVERIFY(after);
        QCOMPARE((*after)->requests.find(RequestId{1})->offers, (QStringList{"install", "release", "renew"}));
    }

    void aWrongColumnIsADefectThatNamesIt() {
        runSql(m_database, "drop view api.outlet_use; create view api.outlet_use as "
                           "select 'x'::text as outlet_id, null::date as from_date, null::date as until_date");
        const auto snapshot = loadSnapshot(*m_tool);
        QVERIFY(!snapshot);
        QCOMPARE(snapshot.error().kind, Error::Kind::Internal);
        QVERIFY(snapshot.error().what.contains(QStringLiteral("outlet_use")));
        QVERIFY(snapshot.error().what.contains(QStringLiteral("column 1")));
        QVERIFY(m_tool->query("select 1"));
    }
};

QTEST_GUILESS_MAIN(SnapshotTest)
#include "tst_snapshot.moc"
