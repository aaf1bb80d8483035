-- What the guard makes of changes: swaps, moves, never worse, holds that lapse, what is inherited, what is derated.
begin;
create extension if not exists pgtap;
\ir fixtures/small_estate.sql
select plan(35);

create temporary table booked as
select pg_temp.book('NORTH', 'R1', 0, 4, 500, 10000, '[2026-02-01,2027-02-01)',
                    array[pg_temp.outlet('NORTH', 'R1 pdu a', '1'), pg_temp.outlet('NORTH', 'R1 pdu b', '1')]) as a,
       pg_temp.book('NORTH', 'R1', 4, 4, 300, 20000, '[2026-02-01,2027-02-01)',
                    array[pg_temp.outlet('NORTH', 'R1 pdu a', '2'), pg_temp.outlet('NORTH', 'R1 pdu b', '2')]) as b;

-- Two swap places and outlets in one statement.
select lives_ok($$
    update polder.placement p set position_hu = o.position_hu, outlet_ids = o.outlet_ids
    from booked, polder.placement o
    where p.id in (booked.a, booked.b) and o.id in (booked.a, booked.b) and o.id <> p.id$$, 'two devices swap');
select results_eq($$select lower(hu) from polder.box join booked on placement_id = a$$, $$values (4)$$, 'a is where b was');
select results_eq($$select l.normal_main from polder.ledger l where node_id = pg_temp.node('NORTH', 'supply') and source_id = 0 order by day$$,
                  $$values (800000::bigint), (-800000)$$, 'the supply feels nothing of it');
-- One alone cannot go where the other is.
select results_eq($$select pg_temp.refusal('update polder.placement set position_hu = 2 where id = (select a from booked)')$$,
                  array['S1 NORTH/HALL/R1 U2 4/2/4 hu 2026-02-01'], 'one alone is refused');
-- A move to another rack takes its load along.
update polder.placement set rack_id = pg_temp.rack('NORTH', 'R2'),
                            outlet_ids = array[pg_temp.outlet('NORTH', 'R2 pdu a', '1'), pg_temp.outlet('NORTH', 'R2 pdu b', '1')]
where id = (select a from booked);
select results_eq($$select sum(normal_main)::int from polder.ledger where node_id = pg_temp.node('NORTH', 'R1 pdu a') and day = '2026-02-01'$$,
                  array[150000], 'the PDU that it left carries the other alone');
select results_eq($$select sum(normal_main)::int from polder.ledger where node_id = pg_temp.node('NORTH', 'R2 pdu a') and day = '2026-02-01'$$,
                  array[250000], 'the PDU to which it came carries it');

-- Never worse: over its limit already, a node still lets go and moves within, and takes nothing more.
select pg_temp.set_limit('NORTH', 'supply', 700000);
select results_eq($$select rule, kind, capacity from polder.finding where node_id = pg_temp.node('NORTH', 'supply') and resolved_on is null order by rule$$,
                  $$values ('P5', 'violation', 700000::bigint)$$, 'a lowered limit is recorded, and what it breaks is a finding');
select is_empty($$select pg_temp.refusal('update polder.placement set position_hu = 40 where id = (select a from booked)')$$, 'moves within');
select is_empty($$select pg_temp.refusal('update polder.equipment set budgeted_w = 499 where id = (select equipment_id from polder.placement, booked where id = a)')$$,
                'draws less');
select results_eq($$select pg_temp.refusal('update polder.equipment set budgeted_w = 500 where id = (select equipment_id from polder.placement, booked where id = a)')$$,
                  array['P5 NORTH supply 500000/300000/700000 mW 2026-02-01'], 'does not draw a watt more');
select is_empty($$select pg_temp.refusal($s$update polder.placement set during = '[2026-02-01,2026-12-01)' where id = (select a from booked)$s$)$$, 'leaves earlier');
select results_eq($$select pg_temp.refusal($s$update polder.placement set during = '[2026-01-31,2026-12-01)' where id = (select a from booked)$s$)$$,
                  null::text[], 'comes earlier: there is room on that day') ;
select results_eq($$select pg_temp.refusal($s$update polder.placement set during = '[2026-01-31,2026-12-02)' where id = (select a from booked)$s$)$$,
                  array['P5 NORTH supply 499000/300000/700000 mW 2026-12-01'], 'does not stay a day longer');
select pg_temp.set_limit('NORTH', 'supply', 1000000000);
select is_empty($$select * from polder.finding where node_id = pg_temp.node('NORTH', 'supply') and resolved_on is null$$, 'raised again: resolved');

-- A hold that has lapsed is free, and whoever needs the room puts it away.
insert into polder.placement (equipment_id, state, hold_until, during, rack_id, position_hu)
values (pg_temp.device(4, 0, 1000, 'AWAY'), 'held', '2026-01-01', '[2026-02-01,)', pg_temp.rack('SOUTH', 'R1'), 0);
select results_eq($$select pg_temp.refusal($s$select pg_temp.book('SOUTH', 'R1', 0, 4, 0, 1, '[2026-02-01,)', owner => 'AWAY')$s$)$$,
                  array['S1 SOUTH/HALL/R1 U1 4/4/4 hu 2026-02-01'], 'on its last day a hold holds');
set polder.today = '2026-01-02';
select is_empty($$select pg_temp.refusal($s$select pg_temp.book('SOUTH', 'R1', 0, 4, 0, 1, '[2026-02-01,)', owner => 'AWAY')$s$)$$,
                'the day after it does not');
select results_eq($$select state from polder.placement where rack_id = pg_temp.rack('SOUTH', 'R1') order by id$$,
                  array['released', 'installed'], 'it is released, not deleted');
set polder.today = '2026-01-01';

-- Taken over by import: never refused, recorded.
select pg_temp.set_limit('SOUTH', 'rack_mass R2', 5);
select lives_ok($$
    insert into polder.placement (equipment_id, state, during, rack_id, position_hu, inherited)
    select pg_temp.device(4, 0, 4), 'installed', '[2020-01-01,)', pg_temp.rack('SOUTH', 'R2'), position, true
    from unnest('{0,2}'::int[]) position$$, 'two that overlap are taken over');
select results_eq($$select p.position_hu::int, p.contested, b.id is not null from polder.placement p left join polder.box b on b.placement_id = p.id
                    where p.rack_id = pg_temp.rack('SOUTH', 'R2') order by p.id$$,
                  $$values (0, false, true), (2, true, false)$$, 'the second is contested and has no box');
select results_eq($$select hu from polder.blocked_unit where rack_id = pg_temp.rack('SOUTH', 'R2')$$, array['[4,6)'::int4range],
                  'what it would fill beside the first is blocked');
select results_eq($$select sum(normal_main)::int from polder.ledger where node_id = pg_temp.node('SOUTH', 'rack_mass R2')$$, array[8],
                  'its weight counts');
select set_eq($$select rule, kind, text from polder.finding where rack_id = pg_temp.rack('SOUTH', 'R2') and resolved_on is null$$,
              $$values ('S1', 'contested', 'SOUTH/HALL/R2 U2'), ('S3', 'violation', 'SOUTH/HALL/R2'), ('G4', 'unknown', 'SOUTH')$$, 'all of it is found');
select results_eq($$select pg_temp.refusal($s$select pg_temp.book('SOUTH', 'R2', 4, 2, 0, 1, '[2026-02-01,)', owner => 'AWAY')$s$)$$,
                  array['S1 SOUTH/HALL/R2 U3 2/2/2 hu 2026-02-01', 'S3 SOUTH/HALL/R2 1/8/5 g 2026-02-01'], 'nobody is booked onto the blocked units');
select results_eq($$select pg_temp.refusal($s$
                        insert into polder.placement (equipment_id, state, during, rack_id, position_hu, inherited)
                        select pg_temp.device(1, 0, 1, 'AWAY'), 'installed', '[2020-01-01,)', pg_temp.rack('SOUTH', 'R2'), 30 + n, n = 1
                        from generate_series(1, 2) n$s$)$$,
                  array['S3 SOUTH/HALL/R2 2/8/5 g 2020-01-01'], 'a booking beside an import is refused');

-- Estimates: 12 kg for each U, 150 W for each U of what is plugged in, 70 % of the nameplate.
insert into polder.equipment (owner_id, height_hu, nameplate_w, weight_g, name)
select id, 3, v.nameplate, null, v.name from polder.organisation, (values ('plate', 1000), ('nothing', null)) v (name, nameplate) where code = 'AWAY';
insert into polder.placement (equipment_id, state, during, rack_id, position_hu, outlet_ids)
select id, 'installed', '[2026-02-01,)', pg_temp.rack('SOUTH', 'R1'), 40 + row_number() over (order by id) * 4,
       array[pg_temp.outlet('SOUTH', 'R1 pdu a', (10 + row_number() over (order by id))::text)]
from polder.equipment where name <> '';
select results_eq($$select e.name, c.normal_main from polder.charge c join polder.placement p on p.id = c.placement_id
                    join polder.equipment e on e.id = p.equipment_id
                    where c.node_id = pg_temp.node('SOUTH', 'feed a') order by 1$$,
                  $$values ('nothing', 225000::bigint), ('plate', 700000)$$, 'draw that nobody gave');
select results_eq($$select distinct c.normal_main from polder.charge c join polder.placement p on p.id = c.placement_id
                    join polder.equipment e on e.id = p.equipment_id and e.name <> ''
                    where c.node_id = pg_temp.node('SOUTH', 'rack_mass R1')$$, array[18000::bigint], 'weight that nobody gave');

-- Re-parenting: the load goes with it.
update polder.node set parent_id = pg_temp.node('SOUTH', 'ups b') where id = pg_temp.node('SOUTH', 'feed a');
select results_eq($$select n.name, sum(l.normal_main)::int from polder.ledger l join polder.node n on n.id = l.node_id
                    where n.name like 'ups _' and n.site_id = (select id from polder.site where code = 'SOUTH') group by n.name$$,
                  $$values ('ups b', 925000)$$, 'ups b carries what hung on ups a');
select throws_ok($$update polder.node set parent_id = pg_temp.node('SOUTH', 'feed a') where id = pg_temp.node('SOUTH', 'supply')$$,
                 'PL004', null, 'a node is not above itself');
select throws_ok($$delete from polder.node where id = pg_temp.node('SOUTH', 'feed a')$$, '23503', null, 'a node in use stays');
select throws_ok($$delete from polder.placement$$, 'PL006', null, 'a booking is never deleted');
select throws_ok($$insert into polder.placement (equipment_id, state, during, rack_id, position_hu, outlet_ids)
                   select pg_temp.device(1, 1, 1, 'AWAY'), 'installed', '[2026-02-01,)', pg_temp.rack('SOUTH', 'R1'), 70, '{0}'$$,
                 'PL004', null, 'an outlet that does not exist');

-- No client gets past the guard to the constraint's own message, which would show whose row is in the way.
select throws_ok($$set constraints polder.box_overlap deferred$$, '42809', null, 'nobody defers the constraint on boxes');
select throws_ok($$set constraints polder.outlet_overlap deferred$$, '42809', null, 'nor the one on outlets');
set constraints all deferred;
select results_eq($$select pg_temp.refusal($s$select pg_temp.book('SOUTH', 'R1', 0, 4, 0, 1, '[2026-02-01,)', owner => 'AWAY')$s$)$$,
                  array['S1 SOUTH/HALL/R1 U1 4/4/4 hu 2026-02-01'], 'deferring all that can be deferred opens nothing');
set constraints all immediate;
-- The exclusion constraint is the last wall.
select throws_ok($$insert into polder.box (rack_id, hu, depth, width, during, placement_id)
                   select rack_id, hu, depth, width, during, placement_id from polder.box limit 1$$,
                 '23P01', null, 'two boxes cannot be in one place');

select * from finish();
rollback;
