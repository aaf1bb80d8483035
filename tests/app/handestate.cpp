#include "handestate.h"

#include "tests/support/estate.h"

namespace polder::test {

QString handEstate(TestCluster &cluster) {
    const QString estate = smallEstate(cluster);
    for (const QByteArray login : {"p_manager", "p_other", "p_researcher"}) {
        runSql(estate, "create role " + login + " login in role polder_person");
        runSql(estate, "alter role " + login + " set polder.today = '2027-03-01'");
    }
    runSql(estate, R"(
        set polder.today = '2027-03-01';
        insert into polder.setting (key, value) values ('today_may_be_set', 'true');
        insert into polder.person (id, organisation_id, login) overriding system value values (9, 1, 'p_other');
        insert into polder.person_detail (person_id, handle, name) values (9, 'other', 'Otto Other');
        insert into polder.appointment (person_id, role, organisation_id, site_id) values (9, 'facility_manager', 1, 1);
        insert into polder.rack (id, room_id, row_id, code, height_u, x_mm, y_mm) overriding system value
            values (2, 1, 1, 'R2', 42, 1200, 1200);
        insert into polder.node (id, kind, site_id, room_id, rack_id, name) overriding system value
            values (15, 'rack_mass', 1, 1, 2, 'R2 kg'), (16, 'rack_heat', 1, 1, 2, 'R2 heat');
        insert into polder.node_limit (node_id, normal_main) values (15, 1000000), (16, 10000000);
        insert into polder.equipment (id, name, owner_id, height_hu, depth_mm, weight_g, budgeted_w, cords)
            overriding system value
            values (2, 'shelf', 1, 2, 300, 5000, 0, 0), (3, 'drawer', 1, 2, 300, 5000, 0, 0);
        insert into polder.placement (id, equipment_id, state, during, rack_id, position_hu) overriding system value
            values (2, 2, 'installed', '[2026-01-01,)', 1, 4), (3, 3, 'installed', '[2026-01-01,)', 1, 6);)");
    return estate;
}

} // namespace polder::test
