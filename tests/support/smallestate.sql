-- The smallest estate in which every table of the snapshot has a row: for tests, loaded by a superuser's tool. Ids are
-- given, so that tests can name them.
--   LEI hosts a room with one rack, R1 (42U, two rack PDUs on feeds A and B of 11,040 VA); AMC is a guest with an agreement.
--   Request R-1 of AMC holds one 2U device of 600 W in R1 at U10, from 1 May 2027 to 30 April 2029.

insert into polder.organisation (id, code, name) overriding system value values
    (1, 'LEI', 'Leiden University'), (2, 'AMC', 'Medical Centre');
insert into polder.department (id, organisation_id, code, name, faculty) overriding system value values
    (1, 2, 'GEN', 'Genetics', 'Medicine');
insert into polder.person (id, organisation_id, department_id, login) overriding system value values
    (1, 1, null, 'p_manager'), (2, 2, 1, 'p_researcher'), (3, 2, 1, 'p_sponsor');
insert into polder.person_detail (person_id, handle, name, email) values
    (1, 'manager', 'Maud Manager', 'maud@example.org'), (2, 'researcher', 'Rik Researcher', 'rik@example.org'),
    (3, 'sponsor', 'Saar Sponsor', 'saar@example.org');

insert into polder.site (id, organisation_id, code, name) overriding system value values (1, 1, 'LEI', 'Snellius');
insert into polder.appointment (person_id, role, organisation_id, site_id) values
    (1, 'facility_manager', 1, 1), (2, 'requester', 2, null), (3, 'sponsor', 2, null);
insert into polder.room (id, site_id, code, name, width_mm, depth_mm) overriding system value values
    (1, 1, 'DC1', 'Hall 1', 12000, 9000);
insert into polder.room_feature (id, room_id, kind, name, shape, airflow_deg) overriding system value values
    (1, 1, 'aisle_cold', 'cold 1', '[[0,0],[6000,0],[6000,1200.5]]', 180);
insert into polder.rack_row (id, room_id, code) overriding system value values (1, 1, 'A');
insert into polder.rack (id, room_id, row_id, code, height_u, x_mm, y_mm, tare_g) overriding system value values
    (1, 1, 1, 'R1', 42, 600, 1200, 120000);
insert into polder.blocked_unit (id, rack_id, hu, reason) overriding system value values (1, 1, '[80,84)', 'cable tray');

insert into polder.node (id, kind, parent_id, site_id, room_id, rack_id, name, side, phases) overriding system value
values
    (1, 'feed', null, 1, 1, null, 'Feed A', 'A', '1'), (2, 'feed', null, 1, 1, null, 'Feed B', 'B', '1'),
    (3, 'rack_pdu', 1, 1, 1, 1, 'R1-A', 'A', '1'), (4, 'rack_pdu', 2, 1, 1, 1, 'R1-B', 'B', '1'),
    (5, 'rack_mass', null, 1, 1, 1, 'R1 kg', null, '123'), (6, 'rack_heat', null, 1, 1, 1, 'R1 heat', null, '123'),
    (7, 'agreement_line', null, 1, null, null, 'AMC hosting kW', null, '123'),
    (8, 'agreement_line', null, 1, null, null, 'AMC hosting U', null, '123'),
    (9, 'agreement_line', null, 1, null, null, 'AMC hosting kg', null, '123');
insert into polder.node_limit (id, node_id, normal_main, normal_line, failover_main, failover_line)
    overriding system value values
    (1, 1, 11040000, 11040000, 11040000, 11040000), (2, 2, 11040000, 11040000, 11040000, 11040000),
    (3, 3, 7360000, 7360000, 7360000, 7360000), (4, 4, 7360000, 7360000, 7360000, 7360000),
    (5, 5, 1000000, null, null, null), (6, 6, 10000000, null, null, null),
    (7, 7, 50000000, null, null, null), (8, 8, 400, null, null, null), (9, 9, 5000000, null, null, null);
insert into polder.outlet (id, node_id, name, type, phases, max_ma) overriding system value values
    (1, 3, '1', 'C13', '1', 10000), (2, 3, '2', 'C13', '1', 10000),
    (3, 4, '1', 'C13', '1', 10000), (4, 4, '2', 'C13', '1', 10000);

insert into polder.manufacturer (id, name) overriding system value values (1, 'Dell');
insert into polder.model (id, manufacturer_id, name, slug, height_hu, full_depth, depth_mm, weight_g, nameplate_w)
    overriding system value values (1, 1, 'PowerEdge R760', 'dell-r760', 4, true, 770, 28600, 1400);
insert into polder.model_supply (model_id, name, inlet, maximum_w) values (1, 'PSU1', 'C14', 700), (1, 'PSU2', 'C14', 700);

insert into polder.agreement (id, host_id, guest_id, reference, during) overriding system value values
    (1, 1, 2, 'LEI-AMC-2026', '[2026-01-01,2031-01-01)');
insert into polder.agreement_line (id, agreement_id, topic, unit, quota, during, node_id) overriding system value values
    (1, 1, 'hosting', 'kW', 50, '[2026-01-01,2031-01-01)', 7), (2, 1, 'hosting', 'U', 200, '[2026-01-01,2031-01-01)', 8),
    (3, 1, 'hosting', 'kg', 5000, '[2026-01-01,2031-01-01)', 9);

insert into polder.request (id, number, state, organisation_id, department_id, requester_id, sponsor_id, project,
                            cost_centre, from_date, until_date, wish_site_id, wish_redundant, wish_together,
                            wish_apart, submitted_at, hold_until)
    overriding system value values
    (1, 'R-1', 'held', 2, 1, 2, 3, 'Genomes', 'K-77', '2027-05-01', '2029-05-01', 1, true, 'row', 'rack',
     '2026-11-02 23:30+00', '2027-06-01');
insert into polder.request_item (id, request_id, ordinal, model_id, height_hu, depth_mm, weight_g, draw_w, cords, plug)
    overriding system value values (1, 1, 1, 1, 4, 770, 28600, 600, 2, 'C14');
insert into polder.equipment (id, model_id, request_item_id, name, owner_id, department_id, sponsor_id, project,
                              height_hu, depth_mm, weight_g, nameplate_w, budgeted_w, measured_w, measured_on, cords, plug)
    overriding system value values
    (1, 1, 1, 'genome-1', 2, 1, 3, 'Genomes', 4, 770, 28600, 1400, 600, 540, '2026-10-01', 2, 'C14');
insert into polder.placement (id, equipment_id, state, during, hold_until, rack_id, position_hu, outlet_ids)
    overriding system value values
    (1, 1, 'held', '[2027-05-01,2029-05-01)', '2027-06-01', 1, 18, '{1,3}');
insert into polder.finding (id, rule, kind, rack_id, site_id, during, text, found_on) overriding system value values
    (1, 'A1', 'warning', 1, 1, '[2026-11-01,)', 'mixed airflow', '2026-11-01');

do $$
declare
    counter record;
begin
    for counter in select format('%I.%I', table_schema, table_name) as name
                   from information_schema.columns
                   where table_schema = 'polder' and column_name = 'id' and is_identity = 'YES' loop
        execute format('select setval(pg_get_serial_sequence(%L, ''id''), greatest(1000, (select max(id) from %s)))',
                       counter.name, counter.name);
    end loop;
end
$$;
