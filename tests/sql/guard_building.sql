-- S4 and C2: limits that follow from the building. A gram, a watt more; a change of the building, with a reason, is found.
begin;
create extension if not exists pgtap;
\ir fixtures/small_estate.sql
select plan(17);

create function pg_temp.limits(site text, node text) returns table (day date, main bigint) language sql as $$
    select from_date, normal_main from polder.node_limit where node_id = pg_temp.node(site, node) order by 1
$$;

-- S4: class 1 bears 2 kN on a tile, so a rack of 6 kN: 611,620 g with itself, 511,620 without.
update polder.rack set tare_g = 100000 where id = pg_temp.rack('NORTH', 'R1');
select is_empty($$select from polder.node where kind = 'floor_area'$$, 'nobody says what the floor bears: no limit');
select lives_ok($$select pg_temp.book('NORTH', 'R1', 0, 2, 0, 500000, '[2026-02-01,)')$$, 'something heavy stands there');
update polder.room set floor_class = 1 where site_id = (select id from polder.site where code = 'NORTH');
select results_eq($$select * from pg_temp.limits('NORTH', 'R1 floor')$$, $$ values (date '2000-01-01', 511620::bigint) $$,
                  'S4: three times the tile without the rack');
select is_empty($$select pg_temp.refusal($s$select pg_temp.book('NORTH', 'R1', 4, 2, 0, 11620, '[2026-02-01,2026-03-01)')$s$)$$,
                'S4: exactly, with what stood there before');
select results_eq($$select pg_temp.refusal($s$select pg_temp.book('NORTH', 'R1', 8, 2, 0, 1, '[2026-02-28,2026-03-02)')$s$)$$,
                  array['S4 NORTH/HALL/R1 1/511620/511620 g 2026-02-28'], 'S4: a gram more on one day');
-- 13,625 N/m2 on 0.6 x 1.2 m are 1,000 kg; a corner of the room bears less from June on.
update polder.room set floor_class = 6 where site_id = (select id from polder.site where code = 'NORTH');
insert into polder.room_environment (room_id, floor_load_n_m2, shape, during)
select o.id, v.* from polder.room o join polder.site s on s.id = o.site_id and s.code = 'NORTH',
    (values (13625, null::jsonb, daterange(null, null)), (8175, '[[0,0],[2000,0],[2000,2000],[0,2000]]', '[2026-06-01,)')) v;
select results_eq($$select * from pg_temp.limits('NORTH', 'R1 floor')$$,
    $$ values (date '2000-01-01', 900000::bigint), (date '2026-06-01', 500000::bigint) $$, 'S4: load on the footprint, by days');
select results_eq($$select pg_temp.refusal($s$select pg_temp.book('NORTH', 'R1', 8, 2, 0, 1, '[2026-03-02,)')$s$)$$,
                  array['S4 NORTH/HALL/R1 1/500000/500000 g 2026-06-01'], 'S4: from June on the corner is full');
set polder.reason = 'an expert has looked';
update polder.room_environment set floor_load_n_m2 = 8000 where shape is not null;
select results_eq($$select rule, requested + used, capacity, unit, text from polder.finding where resolved_on is null$$,
                  $$ values ('S4', 500000::bigint, 487155::bigint, 'g', 'NORTH/HALL/R1') $$, 'a weaker floor is found');
select results_eq($$select rule, "where", used, capacity, covered from guard.check()$$,
                  $$ values ('S4', 'NORTH/HALL/R1', 500000::bigint, 487155::bigint, true) $$, 'and check counts the same');
select is_empty($$select pg_temp.refusal($s$update polder.placement set position_hu = 2 where position_hu = 0$s$)$$,
                'what stands there may move in its rack');

-- C2: three units of 1 kW cool 2 kW.
insert into polder.node (kind, site_id, name) select 'cooling_zone', id, 'zone 1' from polder.site where code = 'NORTH';
update polder.rack set cooling_zone_id = pg_temp.node('NORTH', 'zone 1')
where id in (pg_temp.rack('NORTH', 'R1'), pg_temp.rack('NORTH', 'R2'));
select results_eq($$select pg_temp.refusal($s$select pg_temp.book('NORTH', 'R1', 20, 2, 1, 1, '[2026-02-01,2026-03-01)')$s$)$$,
                  array['C2 NORTH zone 1 1000/0/- mW 2026-02-01'], 'C2: nobody knows what the zone cools');
insert into polder.cooling_unit (room_id, zone_id, name, kind, sensible_w, during)
select o.id, pg_temp.node('NORTH', 'zone 1'), 'unit ' || n, 'CRAH', 1000, case n when 3 then '[,2026-07-01)'::daterange else '[,)' end
from polder.room o join polder.site s on s.id = o.site_id and s.code = 'NORTH', generate_series(1, 3) n;
select results_eq($$select * from pg_temp.limits('NORTH', 'zone 1')$$,
    $$ values (date '2000-01-01', 2000000::bigint), (date '2026-07-01', 1000000::bigint) $$, 'C2: N+1, by days');
select is_empty($$select pg_temp.refusal($s$select pg_temp.book('NORTH', 'R1', 20, 2, 1500, 1, '[2026-02-01,2026-06-01)'),
                                                   pg_temp.book('NORTH', 'R2', 20, 2, 500, 1, '[2026-02-01,2026-07-01)')$s$)$$,
                'C2: exactly, over two racks');
select results_eq($$select pg_temp.refusal($s$select pg_temp.book('NORTH', 'R2', 30, 2, 1, 1, '[2026-02-01,2026-03-01)')$s$)$$,
                  array['C2 NORTH zone 1 1000/2000000/2000000 mW 2026-02-01'], 'C2: a watt more');
select results_eq($$select pg_temp.refusal($s$select pg_temp.book('NORTH', 'R2', 30, 2, 1001, 1, '[2026-07-01,2026-08-01)')$s$)$$,
                  array['C2 NORTH zone 1 1001000/0/1000000 mW 2026-07-01'], 'C2: two units cool as much as one');
delete from polder.cooling_unit where name = 'unit 2';
select results_eq($$select rule, requested + used, capacity, text from polder.finding where resolved_on is null and rule = 'C2'$$,
                  $$ values ('C2', 2000000::bigint, 1000000::bigint, 'NORTH zone 1') $$, 'a unit that goes is found');

-- C1: a door is a unit that cools one rack, of which somebody has said what it may give off.
insert into polder.cooling_unit (room_id, zone_id, name, kind, sensible_w)
select r.room_id, n.id, 'door', 'rear-door', 40000
from polder.rack r join polder.node n on n.rack_id = r.id and n.kind = 'rack_heat'
where r.id = pg_temp.rack('NORTH', 'R2');
select results_eq($$select count(*), min(l.normal_main) from polder.node_limit l join polder.node n on n.id = l.node_id
                    where n.kind = 'rack_heat' and n.rack_id = pg_temp.rack('NORTH', 'R2')$$,
                  $$ values (1::bigint, 1000000000::bigint) $$, 'C1: a door leaves the limit of its rack as it is');

select * from finish();
rollback;
