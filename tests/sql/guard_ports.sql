-- N1: network ports of the rack or its row, on the floor of the room, over dates, all together. Whether too few refuse is a setting.
begin;
create extension if not exists pgtap;
\ir fixtures/small_estate.sql
select plan(43);

insert into polder.setting (key, value) values ('network_ports_refuse', '1');
insert into polder.rack_row (room_id, code)
select o.id, 'A' from polder.room o join polder.site s on s.id = o.site_id where s.code = 'NORTH';
update polder.rack set row_id = (select id from polder.rack_row)
where id in (pg_temp.rack('NORTH', 'R1'), pg_temp.rack('NORTH', 'R2'));

-- A device that wants these ports, in this rack; its booking.
create function pg_temp.plug(rack text, position_hu int, ports jsonb, during daterange, site text default 'NORTH')
    returns int language sql as $$
    with e as (insert into polder.equipment (owner_id, height_hu, budgeted_w, weight_g, depth_mm, ports)
               select h.id, 2, 0, 1000, 500, $3 from polder.organisation h join polder.site s on s.organisation_id = h.id
               where s.code = $5 returning id)
    insert into polder.placement (equipment_id, state, during, rack_id, position_hu)
    select id, 'installed', $4, pg_temp.rack($5, $1), $2 from e returning id
$$;
create function pg_temp.ports(count int, speed_mbps int default 10000, medium text default 'RJ45', out_of_band boolean default false)
    returns jsonb language sql as $$
    select jsonb_build_array(jsonb_build_object('count', $1, 'speed_mbps', $2, 'medium', $3, 'out_of_band', $4))
$$;

select is_empty($$select pg_temp.refusal($s$select pg_temp.plug('R1', 0, '[]', '[2026-02-01,)')$s$)$$, 'wants none: none is asked for');
select results_eq($$select pg_temp.refusal($s$select pg_temp.plug('R1', 4, pg_temp.ports(2), '[2026-02-01,)')$s$)$$,
                  array['N1 NORTH/HALL/R1 10 Gb/s RJ45 2/-/- pieces 2026-02-01'], 'nobody knows of such ports');
insert into polder.network_ports (row_id, speed_mbps, medium, out_of_band, ports)
select id, v.* from polder.rack_row, (values (10000, 'RJ45', false, 4), (1000, 'RJ45', true, 1)) v;
insert into polder.network_ports (rack_id, speed_mbps, medium, out_of_band, ports)
values (pg_temp.rack('NORTH', 'R2'), 10000, 'RJ45', false, 1);

-- Of the row.
select is_empty($$select pg_temp.refusal($s$select pg_temp.plug('R1', 4, pg_temp.ports(3), '[2026-03-01,2026-06-01)')$s$)$$, 'three of four');
select is_empty($$select pg_temp.refusal($s$select pg_temp.plug('R1', 6, pg_temp.ports(1), '[2026-03-01,2026-06-01)')$s$)$$, 'exactly four');
select results_eq($$select pg_temp.refusal($s$select pg_temp.plug('R1', 8, pg_temp.ports(1), '[2026-05-31,2026-07-01)')$s$)$$,
                  array['N1 NORTH HALL row A 10 Gb/s RJ45 1/4/4 pieces 2026-05-31'], 'one more on one day');
select is_empty($$select pg_temp.refusal($s$select pg_temp.plug('R1', 8, pg_temp.ports(4), '[2026-06-01,2026-07-01)')$s$)$$, 'on the day that they leave');
-- Of the rack, where it has its own of that kind: the row does not help it out.
select results_eq($$select pg_temp.refusal($s$select pg_temp.plug('R2', 0, pg_temp.ports(2), '[2026-08-01,2026-09-01)')$s$)$$,
                  array['N1 NORTH HALL/R2 10 Gb/s RJ45 2/0/1 pieces 2026-08-01'], 'the rack''s own first');
select is_empty($$select pg_temp.refusal($s$select pg_temp.plug('R2', 0, pg_temp.ports(1), '[2026-08-01,2026-09-01)')$s$)$$, 'exactly its own');
-- Kinds are not added up, pieces of one kind are.
select results_eq($$select pg_temp.refusal($s$select pg_temp.plug('R2', 4,
    pg_temp.ports(1, 1000, out_of_band => true) || pg_temp.ports(1, 1000, out_of_band => true) || pg_temp.ports(1, 25000, 'SFP28'), '[2026-02-01,)')$s$)$$,
    array['N1 NORTH HALL row A 1 Gb/s RJ45 out-of-band 2/0/1 pieces 2026-02-01', 'N1 NORTH/HALL/R2 25 Gb/s SFP28 1/-/- pieces 2026-02-01'],
    'twice one out-of-band are two; another speed is another kind');
select is_empty($$select * from guard.check()$$, 'check counts the same');

-- The equipment asks for more.
select results_eq($$select pg_temp.refusal($s$update polder.equipment set ports = pg_temp.ports(2)
    where id = (select equipment_id from polder.placement where position_hu = 6)$s$)$$,
    array['N1 NORTH HALL row A 10 Gb/s RJ45 2/3/4 pieces 2026-03-01'], 'a port more for what stands there');

-- Ports that become fewer are found, not refused; and nothing is refused for what it does not worsen.
select throws_ok('update polder.network_ports set ports = 3 where row_id is not null and speed_mbps = 10000', 'PL008', null, 'that wants a reason');
set polder.reason = 'a panel less';
update polder.network_ports set ports = 3 where row_id is not null and speed_mbps = 10000;
select results_eq($$select rule, used, capacity, text from polder.finding where resolved_on is null$$,
    $$values ('N1', 0::bigint, 3::bigint, 'NORTH HALL row A 10 Gb/s RJ45')$$, 'fewer ports: a finding');
select results_eq($$select rule, "where", used, capacity, date, covered from guard.check() order by date$$,
    $$values ('N1', 'NORTH HALL row A 10 Gb/s RJ45', 4::bigint, 3::bigint, '2026-03-01'::date, true)$$, 'which check knows');
select is_empty($$select pg_temp.refusal('update polder.placement set position_hu = 30 where position_hu = 6')$$, 'moves within');
update polder.network_ports set ports = 4 where row_id is not null and speed_mbps = 10000;
select is_empty($$select from polder.finding where resolved_on is null$$, 'as many again: resolved');

-- A rack that gets its own takes its bookings off the row.
insert into polder.network_ports (rack_id, speed_mbps, medium, ports) values (pg_temp.rack('NORTH', 'R1'), 10000, 'RJ45', 3);
select results_eq($$select n.name, sum(c.normal_main)::int from polder.charge c join polder.node n on n.id = c.node_id
                    where n.kind = 'ports' and c.during = '[2026-03-01,2026-06-01)' group by 1$$,
                  $$values ('HALL/R1 10 Gb/s RJ45', 4)$$, 'they use the rack''s');
select results_eq($$select rule, capacity, text from polder.finding where resolved_on is null$$,
                  $$values ('N1', 3::bigint, 'NORTH HALL/R1 10 Gb/s RJ45')$$, 'of which there are too few');
select is_empty($$select from guard.check() where rule = 'LEDGER'$$, 'the ledger is right');
select throws_ok($$delete from polder.network_ports where rack_id = pg_temp.rack('NORTH', 'R1')$$, '23503', null, 'what is in use stays');
select throws_ok($$update polder.network_ports set speed_mbps = 1$$, 'PL004', null, 'another kind is another row');
delete from polder.network_ports where speed_mbps = 1000;
select is_empty($$select from polder.node where name like '%out-of-band'$$, 'what is not in use goes');

-- Only to warn: nothing is refused.
update polder.setting set value = '0' where key = 'network_ports_refuse';
select is_empty($$select from polder.finding where resolved_on is null$$, 'where they only warn nothing is broken');
select is_empty($$select pg_temp.refusal($s$select pg_temp.plug('R1', 60, pg_temp.ports(9) || pg_temp.ports(1, 25000), '[2026-02-01,)')$s$)$$,
                'and nothing refused');

-- To refuse again: what stands there already is found, also what wants ports of which nobody knows.
update polder.setting set value = '1' where key = 'network_ports_refuse';
select set_eq($$select kind, text, requested, capacity from polder.finding where resolved_on is null$$,
    $$values ('violation', 'NORTH HALL/R1 10 Gb/s RJ45', 9::bigint, 3::bigint), ('unknown', 'NORTH/HALL/R1 25 Gb/s RJ45', 1, null)$$,
    'too few, and unknown');
select is_empty($$select from guard.check() where not covered$$, 'check knows the findings');
insert into polder.network_ports (rack_id, speed_mbps, medium, ports) values (pg_temp.rack('NORTH', 'R1'), 25000, 'RJ45', 1);
select is_empty($$select from polder.finding where resolved_on is null and kind = 'unknown'$$, 'known: resolved');

-- On the floor: of the room, and of no row or rack in it.
create function pg_temp.stand(ports jsonb, during daterange) returns int language sql as $$
    with e as (insert into polder.equipment (owner_id, kind, height_hu, budgeted_w, weight_g, width_mm, depth_mm, ports)
               select h.id, 'floor', 0, 0, 1000, 100, 100, $1 from polder.organisation h where h.code = 'HOME' returning id)
    insert into polder.placement (equipment_id, state, during, room_id, x_mm, y_mm, orientation_deg)
    select e.id, 'installed', $2, o.id, 5000 + 200 * (select count(*)::int from polder.placement p where p.room_id is not null), 5000, 0
    from e, polder.room o join polder.site s on s.id = o.site_id where s.code = 'NORTH' returning id
$$;
select results_eq($$select pg_temp.refusal($s$select pg_temp.stand(pg_temp.ports(1), '[2026-02-01,)')$s$)$$,
                  array['N1 NORTH/HALL 10 Gb/s RJ45 1/-/- pieces 2026-02-01'], 'on the floor: the row''s are none of its');
insert into polder.network_ports (room_id, speed_mbps, medium, ports)
select o.id, 10000, 'RJ45', 3 from polder.room o join polder.site s on s.id = o.site_id where s.code = 'NORTH';
select is_empty($$select pg_temp.refusal($s$select pg_temp.stand(pg_temp.ports(2), '[2026-03-01,2026-06-01)')$s$)$$, 'two of three');
select is_empty($$select pg_temp.refusal($s$select pg_temp.stand(pg_temp.ports(1), '[2026-03-01,2026-06-01)')$s$)$$, 'exactly three');
select results_eq($$select pg_temp.refusal($s$select pg_temp.stand(pg_temp.ports(1), '[2026-05-31,2026-07-01)')$s$)$$,
                  array['N1 NORTH HALL 10 Gb/s RJ45 1/3/3 pieces 2026-05-31'], 'a port more on one day');
select is_empty($$select pg_temp.refusal($s$select pg_temp.stand(pg_temp.ports(3), '[2026-06-01,2026-07-01)')$s$)$$, 'on the day that they leave');
select is_empty($$select from guard.check() where not covered$$, 'check counts the same');
select results_eq($$select sum(c.normal_main)::int from polder.charge c join polder.node n on n.id = c.node_id
                    where n.name = 'HALL 10 Gb/s RJ45'$$, array[6], 'on the room''s node');
-- The room's are no help to a rack.
insert into polder.network_ports (room_id, speed_mbps, medium, ports)
select room_id, 40000, 'QSFP', 4 from polder.network_ports where room_id is not null;
select results_eq($$select pg_temp.refusal($s$select pg_temp.plug('R2', 4, pg_temp.ports(1, 40000, 'QSFP'), '[2026-02-01,)')$s$)$$,
                  array['N1 NORTH/HALL/R2 40 Gb/s QSFP 1/-/- pieces 2026-02-01'], 'the room''s are none of a rack''s');
-- What is taken over is found, and goes as the room gets such ports; fewer are found too.
insert into polder.equipment (owner_id, kind, height_hu, budgeted_w, weight_g, width_mm, depth_mm, ports, name)
select h.id, 'floor', 0, 0, 1000, 100, 100, pg_temp.ports(2, 25000, 'SFP28'), 'old' from polder.organisation h where h.code = 'HOME';
insert into polder.placement (equipment_id, state, during, room_id, x_mm, y_mm, orientation_deg, inherited)
select e.id, 'installed', '[2026-02-01,)', o.id, 8000, 5000, 0, true
from polder.equipment e, polder.room o join polder.site s on s.id = o.site_id where e.name = 'old' and s.code = 'NORTH';
select results_eq($$select kind, text, requested from polder.finding where resolved_on is null and text like '%SFP28'$$,
                  $$values ('unknown', 'NORTH/HALL 25 Gb/s SFP28', 2::bigint)$$, 'taken over: found');
select is_empty($$select from guard.check() where not covered$$, 'which check knows');
insert into polder.network_ports (room_id, speed_mbps, medium, ports)
select o.id, 25000, 'SFP28', 2 from polder.room o join polder.site s on s.id = o.site_id where s.code = 'NORTH';
select is_empty($$select from polder.finding where resolved_on is null and text like '%SFP28'$$, 'known: resolved');
update polder.network_ports set ports = 1 where room_id is not null and speed_mbps = 25000;
select results_eq($$select kind, text, capacity from polder.finding where resolved_on is null and text like '%SFP28'$$,
                  $$values ('violation', 'NORTH HALL 25 Gb/s SFP28', 1::bigint)$$, 'one less: found');
select is_empty($$select from guard.check() where not covered or rule = 'LEDGER'$$, 'and check knows that');
-- Exactly one of rack, row and room.
select throws_ok($$insert into polder.network_ports (rack_id, room_id, speed_mbps, medium, ports)
    select id, room_id, 1, 'RJ45', 1 from polder.rack limit 1$$, '23514', null, 'not of two');
select throws_ok($$insert into polder.network_ports (speed_mbps, medium, ports) values (1, 'RJ45', 1)$$, '23514', null, 'nor of none');
select throws_ok($$insert into polder.network_ports (room_id, speed_mbps, medium, ports)
    select room_id, speed_mbps, medium, 9 from polder.network_ports where room_id is not null$$, '23505', null, 'one row a kind');

select * from finish();
rollback;
