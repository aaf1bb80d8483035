-- Numbered places: the 0U slots of a rack and the bays of a chassis, over dates, and what a chassis has in it.
begin;
create extension if not exists pgtap;
\ir fixtures/small_estate.sql
\ir fixtures/chassis.sql
select plan(67);

-- S1: 0U slots. Rack R1 has two.
select is_empty($$select pg_temp.refusal($s$select pg_temp.hang('R1', 1, '[2027-02-01,2027-03-01)')$s$)$$, 'S1: a slot');
select is_empty($$select pg_temp.refusal($s$select pg_temp.hang('R1', 2, '[2027-02-01,2027-03-01)')$s$)$$, 'S1: the one beside it');
select is_empty($$select pg_temp.refusal($s$select pg_temp.hang('R1', 1, '[2027-03-01,2027-04-01)')$s$)$$,
                'S1: on the day that the other leaves');
select results_eq($$select pg_temp.refusal($s$select pg_temp.hang('R1', 1, '[2027-02-28,2027-03-02)')$s$)$$,
                  array['S1 NORTH/HALL/R1 slot 1 1/1/1 pieces 2027-02-28'], 'S1: a day too early');
select results_eq($$select pg_temp.refusal($s$select pg_temp.hang('R1', 3, '[2027-02-01,2027-03-01)')$s$)$$,
                  array['S1 NORTH/HALL/R1 slot 3 1/0/0 pieces 2027-02-01'], 'S1: a slot that the rack does not have');
select results_eq($$select pg_temp.refusal($s$
    insert into polder.placement (equipment_id, state, during, rack_id, zero_u_slot)
    select pg_temp.device(0, 0, 100), 'installed', '[2026-02-01,2026-03-01)', pg_temp.rack('NORTH', 'R1'), 1 from generate_series(1, 2)$s$)$$,
    array['S1 NORTH/HALL/R1 slot 1 1/1/1 pieces 2026-02-01', 'S1 NORTH/HALL/R1 slot 1 1/1/1 pieces 2026-02-01'],
    'S1: two in one booking, each has its line');
select is((select count(*) from polder.box b join polder.placement p on p.id = b.placement_id where p.zero_u_slot is not null),
          0::bigint, 'S1: a slot takes no unit');
select is_empty($$select pg_temp.refusal($s$select pg_temp.book('NORTH', 'R1', 0, 84, 0, 1000, '[2027-02-01,2027-04-01)')$s$)$$,
                'S1: the whole height is free beside it');
-- The rack that is taken away.
update polder.rack set during = '[2025-01-01,2028-01-01)' where id = pg_temp.rack('NORTH', 'R1');
select results_eq($$select pg_temp.refusal($s$select pg_temp.hang('R1', 1, '[2027-12-31,2028-01-02)')$s$)$$,
                  array['S1 NORTH/HALL/R1 slot 1 1/-/0 pieces 2028-01-01'], 'S1: the rack is gone on the last day');
-- What has a slot weighs, draws and warms like all else.
select pg_temp.set_limit('NORTH', 'rack_mass R1', 5000), pg_temp.set_limit('NORTH', 'rack_heat R1', 300000),
       pg_temp.set_limit('NORTH', 'R1 pdu a', 200000, null, 1e9::bigint);
select is_empty($$select pg_temp.refusal($s$
    insert into polder.placement (equipment_id, state, during, rack_id, zero_u_slot, outlet_ids)
    values (pg_temp.device(0, 200, 5000), 'installed', '[2027-06-01,2027-07-01)', pg_temp.rack('NORTH', 'R1'), 1,
            array[pg_temp.outlet('NORTH', 'R1 pdu a', '1')])$s$)$$, 'sums of a slot: exactly the limits');
select results_eq($$select pg_temp.refusal($s$
    insert into polder.placement (equipment_id, state, during, rack_id, zero_u_slot, outlet_ids)
    values (pg_temp.device(0, 301, 5001), 'installed', '[2027-08-01,2027-09-01)', pg_temp.rack('NORTH', 'R1'), 1,
            array[pg_temp.outlet('NORTH', 'R1 pdu a', '1')])$s$)$$,
    array['C1 NORTH/HALL/R1 301000/0/300000 mW 2027-08-01', 'P4 NORTH R1 pdu a 301000/0/200000 mW 2027-08-01',
          'S3 NORTH/HALL/R1 5001/0/5000 g 2027-08-01'], 'sums of a slot: a unit too much of each');
select results_eq($$select pg_temp.refusal($s$
    insert into polder.placement (equipment_id, state, during, rack_id, zero_u_slot, outlet_ids)
    values (pg_temp.device(0, 0, 1), 'installed', '[2027-06-30,2027-07-01)', pg_temp.rack('NORTH', 'R1'), 2,
            array[pg_temp.outlet('NORTH', 'R1 pdu a', '1')])$s$)$$,
    array['P1 NORTH R1 pdu a:1 1/1/1 pieces 2027-06-30', 'S3 NORTH/HALL/R1 1/5000/5000 g 2027-06-30'],
    'its outlet is taken');
-- Nobody has weighed it: half a unit, not nothing. It is wide and deep beside the rails without harm.
insert into polder.equipment (owner_id, name, height_hu, width_mm, depth_mm, cords)
select id, 'strip', 0, 600, 2000, 0 from polder.organisation where code = 'HOME';
insert into polder.placement (equipment_id, state, during, rack_id, zero_u_slot)
select id, 'installed', '[2027-09-01,2027-10-01)', pg_temp.rack('NORTH', 'R2'), 1 from polder.equipment where name = 'strip';
select results_eq($$select c.normal_main from polder.charge c join polder.placement p on p.id = c.placement_id
                           join polder.equipment e on e.id = p.equipment_id where e.name = 'strip'$$,
                  array[6000::bigint], 'an unknown weight is half a unit''s');

-- Bays. Chassis c1 and c2 of one model, bays 1 and 2, each with a cord on both sides; c1 in R1 U21, c2 in R2 U1.
select pg_temp.set_limit('NORTH', 'rack_mass R1', 1e9::bigint), pg_temp.set_limit('NORTH', 'rack_heat R1', 1e9::bigint),
       pg_temp.set_limit('NORTH', 'R1 pdu a', 1e9::bigint, 1e9::bigint);
select is_empty($$select pg_temp.refusal($s$select pg_temp.slide('b1', 'c1', '1', '[2026-02-01,2026-03-01)')$s$)$$, 'S1: a bay');
select is_empty($$select pg_temp.refusal($s$select pg_temp.slide('b2', 'c1', '2', '[2026-02-01,2026-03-01)')$s$)$$, 'S1: the one beside it');
select is_empty($$select pg_temp.refusal($s$select pg_temp.slide('b3', 'c2', '1', '[2026-02-01,2026-03-01)')$s$)$$,
                'S1: the same bay of another chassis of the model');
select is_empty($$select pg_temp.refusal($s$select pg_temp.slide('b4', 'c1', '1', '[2026-03-01,2026-04-01)')$s$)$$,
                'S1: on the day that the other leaves');
select results_eq($$select pg_temp.refusal($s$select pg_temp.slide('b5', 'c1', '1', '[2026-02-28,2026-03-02)')$s$)$$,
                  array['S1 NORTH/HALL/R1 U21 bay 1 1/1/1 pieces 2026-02-28'], 'S1: a day too early');
select results_eq($$select pg_temp.refusal($s$
    insert into polder.placement (equipment_id, state, during, chassis_id, bay_id)
    select pg_temp.named('b5'), 'installed', '[2026-05-01,2026-06-01)', pg_temp.named('c1'), b.id
    from polder.model_bay b join polder.model m on m.id = b.model_id where m.name = 'other chassis'$s$)$$,
    array['S1 NORTH/HALL/R1 U21 bay 9 1/0/0 pieces 2026-05-01'], 'S1: a bay of another model');
select results_eq($$select pg_temp.refusal($s$select pg_temp.slide('b5', 'c1', '1', '[2026-12-31,2027-01-02)')$s$)$$,
                  array['S1 NORTH/HALL/R1 U21 bay 1 1/-/0 pieces 2027-01-01'], 'S1: a day longer than the chassis is there');
select results_eq($$select pg_temp.refusal($s$select pg_temp.slide('b5', 'c3', '1', '[2026-05-01,2026-06-01)')$s$)$$,
                  array['S1 bay 1 1/-/0 pieces 2026-05-01'], 'S1: a chassis that is nowhere');
select is((select count(*) from polder.box b join polder.placement p on p.id = b.placement_id where p.bay_id is not null), 0::bigint,
          'S1: a bay takes no unit');

-- Its weight, draw and heat are the rack's, its draw through the cords of the chassis: half on each side.
select results_eq($$select n.name, c.normal_main::int, c.extra_main::int
                    from polder.charge c join polder.node n on n.id = c.node_id
                    join polder.placement p on p.id = c.placement_id where p.equipment_id = pg_temp.named('b1') order by 1$$,
    $$values ('R1 pdu a', 50000, 50000), ('R1 pdu b', 50000, 50000), ('feed a', 50000, 50000), ('feed b', 50000, 50000),
             ('rack_heat R1', 100000, 0), ('rack_mass R1', 1000, 0), ('supply', 100000, 0), ('ups a', 50000, 50000),
             ('ups b', 50000, 50000)$$, 'what a blade asks of the nodes');
select is((select count(*) from polder.connection c join polder.placement p on p.id = c.placement_id
           where p.equipment_id = pg_temp.named('b1')), 0::bigint, 'it has no cord');
-- With a cord of its own it draws through that alone.
select is_empty($$select pg_temp.refusal($s$
    select pg_temp.slide('b5', 'c1', '2', '[2026-03-01,2026-04-01)', array[pg_temp.outlet('NORTH', 'R1 pdu a', '7')])$s$)$$,
    'with a cord of its own');
select results_eq($$select n.name, c.normal_main::int from polder.charge c join polder.node n on n.id = c.node_id
                    join polder.placement p on p.id = c.placement_id
                    where p.equipment_id = pg_temp.named('b5') and n.kind = 'rack_pdu'$$,
                  $$values ('R1 pdu a', 100000)$$, 'it draws through that alone');
-- Limits: 20 kg chassis, blades of 1 kg; 100 W each.
select pg_temp.set_limit('NORTH', 'rack_mass R1', 22000);
select is_empty($$select pg_temp.refusal($s$select pg_temp.slide('b6', 'c1', '1', '[2026-05-01,2026-06-01)')$s$)$$, 'S3: below the limit');
select is_empty($$select pg_temp.refusal($s$select pg_temp.slide('b7', 'c1', '2', '[2026-05-01,2026-06-01)')$s$)$$, 'S3: exactly the limit');
select pg_temp.set_limit('NORTH', 'rack_mass R1', 21999);
select results_eq($$select pg_temp.refusal($s$select pg_temp.slide('b8', 'c1', '1', '[2026-06-01,2026-07-01)'),
                                                     pg_temp.slide('b9', 'c1', '2', '[2026-06-30,2026-07-02)')$s$)$$,
    array['S3 NORTH/HALL/R1 1000/21000/21999 g 2026-06-30'], 'S3: a gram too much, and only on the day');
select pg_temp.set_limit('NORTH', 'rack_mass R1', 1e9::bigint);
-- P2: an outlet of 10 A gives 2,300 VA; when a side fails the chassis draws all through one. b10 draws 2,135 W, which with
-- 50 W of the chassis itself are 2,248 + 53 VA.
select results_eq($$select pg_temp.refusal($s$select pg_temp.slide('b10', 'c1', '1', '[2026-09-01,2026-10-01)')$s$)$$,
    array['P2 NORTH R1 pdu a:9 2300001/0/2300000 mVA NORTH ups b 2026-09-01',
          'P2 NORTH R1 pdu b:9 2300001/0/2300000 mVA NORTH ups a 2026-09-01'], 'P2: what is in it draws through its outlet');
update polder.equipment set budgeted_w = 2134 where name = 'b10';
select is_empty($$select pg_temp.refusal($s$select pg_temp.slide('b10', 'c1', '1', '[2026-09-01,2026-10-01)')$s$)$$, 'P2: a watt less');
select results_eq($$select pg_temp.refusal($s$select pg_temp.slide('b11', 'c1', '2', '[2026-09-30,2026-11-01)')$s$)$$,
    array['P2 NORTH R1 pdu a:9 2404212/0/2300000 mVA NORTH ups b 2026-09-30',
          'P2 NORTH R1 pdu b:9 2404212/0/2300000 mVA NORTH ups a 2026-09-30'], 'P2: two together on one day');
select is_empty($$select pg_temp.refusal($s$select pg_temp.slide('b11', 'c1', '2', '[2026-10-01,2026-11-01)')$s$)$$, 'P2: after each other');

-- G4: quota in kW and kg, not in U.
select results_eq($$select pg_temp.refusal($s$select pg_temp.slide('guest', 'c1', '1', '[2026-07-01,2026-08-01)')$s$)$$,
                  array['G4 NORTH 0/-/- hu 2026-07-01'], 'G4: a guest in the host''s chassis without an agreement');
select pg_temp.agree(0, 0.1, 1);
select is_empty($$select pg_temp.refusal($s$select pg_temp.slide('guest', 'c1', '1', '[2026-07-01,2026-08-01)')$s$)$$,
                'G4: exactly the quota, of which no U');
update polder.equipment set weight_g = 1001, budgeted_w = 101 where name = 'guest2';
select results_eq($$select pg_temp.refusal($s$select pg_temp.slide('guest2', 'c1', '2', '[2026-08-01,2026-09-01)')$s$)$$,
    array['G4 NORTH quota kW 101000/0/100000 mW 2026-08-01', 'G4 NORTH quota kg 1001/0/1000 g 2026-08-01'], 'G4: a unit too much of both');

-- The chassis takes along what is in it.
update polder.placement set rack_id = pg_temp.rack('NORTH', 'R2'), position_hu = 40,
       outlet_ids = array[pg_temp.outlet('NORTH', 'R2 pdu a', '9'), pg_temp.outlet('NORTH', 'R2 pdu b', '9')]
where equipment_id = pg_temp.named('c1');
select results_eq($$select n.name, sum(c.normal_main)::int
                    from polder.charge c join polder.node n on n.id = c.node_id
                    join polder.placement p on p.id = c.placement_id
                    where p.equipment_id = pg_temp.named('b1') and n.rack_id is not null group by 1 order by 1$$,
    $$values ('R2 pdu a', 50000), ('R2 pdu b', 50000), ('rack_heat R2', 100000), ('rack_mass R2', 1000)$$, 'moved: they went along');
select is_empty('select * from guard.check() c where c.rule = ''LEDGER''', 'moved: the ledger is what check counts');
select pg_temp.set_limit('NORTH', 'rack_mass R1', 21999);
select results_eq($$select pg_temp.refusal($s$update polder.placement set rack_id = pg_temp.rack('NORTH', 'R1'), outlet_ids = '{}'
                                             where equipment_id = pg_temp.named('c1')$s$)$$,
    array['S3 NORTH/HALL/R1 22000/0/21999 g 2026-02-01'], 'moved: it is judged with what is in it');
select pg_temp.set_limit('NORTH', 'rack_mass R1', 22002);
-- Part of the time here, part there.
select is_empty($$select pg_temp.refusal($s$
    with leaves as (
        update polder.placement set during = '[2026-01-01,2026-02-15)' where equipment_id = pg_temp.named('c1') returning id
    )
    insert into polder.placement (equipment_id, state, during, rack_id, position_hu, outlet_ids)
    select pg_temp.named('c1'), 'installed', '[2026-02-15,2027-01-01)', pg_temp.rack('NORTH', 'R1'), 40,
           array[pg_temp.outlet('NORTH', 'R1 pdu a', '9'), pg_temp.outlet('NORTH', 'R1 pdu b', '9')]
    from (select count(*) from leaves) l$s$)$$, 'moved from a day on, in one statement');
select results_eq($$select n.name, c.during::text
                    from polder.charge c join polder.node n on n.id = c.node_id
                    join polder.placement p on p.id = c.placement_id
                    where p.equipment_id = pg_temp.named('b1') and n.kind in ('rack_mass', 'supply') order by 2, 1$$,
    $$values ('rack_mass R2', '[2026-02-01,2026-02-15)'), ('supply', '[2026-02-01,2026-02-15)'),
             ('rack_mass R1', '[2026-02-15,2026-03-01)'), ('supply', '[2026-02-15,2026-03-01)')$$,
    'what is in it is in two places, one after the other');
select results_eq($$select b.during::text from polder.slot_box b join polder.placement p on p.id = b.placement_id
                    where p.equipment_id = pg_temp.named('b1') order by 1$$,
                  array['[2026-02-01,2026-02-15)', '[2026-02-15,2026-03-01)'], 'in the same bay');
select is_empty('select * from guard.check() c where not c.covered', 'check finds nothing');
-- It does not leave them behind.
select results_eq($$select pg_temp.refusal($s$update polder.placement set state = 'released'
                                             where equipment_id = pg_temp.named('c2')$s$)$$,
    array['S1 NORTH/HALL/R2 U1 bay 1 1/-/0 pieces 2026-02-01'], 'a chassis is not given up under its contents');
select results_eq($$select pg_temp.refusal($s$update polder.placement set during = '[2026-02-15,2026-06-30)'
                    where equipment_id = pg_temp.named('c1') and lower(during) = '2026-02-15'$s$)$$,
    array['S1 NORTH/HALL/R2 U21 bay 1 1/-/0 pieces 2026-07-01', 'S1 NORTH/HALL/R2 U21 bay 1 1/-/0 pieces 2026-09-01',
          'S1 NORTH/HALL/R2 U21 bay 2 1/-/0 pieces 2026-10-01'], 'nor ended before three of them, of which the first comes in July');
select is_empty($$select pg_temp.refusal($s$update polder.placement set during = '[2026-02-01,2026-03-01)'
                                            where equipment_id = pg_temp.named('c2')$s$)$$, 'it may end with the last');
select is_empty($$select pg_temp.refusal($s$update polder.placement set state = 'released'
                                            where equipment_id in (pg_temp.named('c2'), pg_temp.named('b3'))$s$)$$,
                'and be given up together with it');
select is((select count(*) from polder.charge c join polder.placement p on p.id = c.placement_id
           where p.equipment_id in (pg_temp.named('c2'), pg_temp.named('b3'))), 0::bigint, 'then nothing is left of them');

-- Swaps in one statement.
insert into polder.placement (equipment_id, state, during, rack_id, position_hu)
values (pg_temp.named('c2'), 'installed', '[2028-01-01,)', pg_temp.rack('NORTH', 'R2'), 0),
       (pg_temp.named('c3'), 'installed', '[2028-01-01,)', pg_temp.rack('NORTH', 'R2'), 30);
select pg_temp.slide('s1', 'c2', '1', '[2028-01-01,)'), pg_temp.slide('s2', 'c2', '2', '[2028-01-01,)'),
       pg_temp.slide('s3', 'c3', '1', '[2028-01-01,)');
select is_empty($$select pg_temp.refusal($s$
    update polder.placement p set bay_id = o.bay_id, chassis_id = o.chassis_id
    from polder.placement o
    where (p.equipment_id, o.equipment_id) in ((pg_temp.named('s1'), pg_temp.named('s2')), (pg_temp.named('s2'), pg_temp.named('s3')),
                                               (pg_temp.named('s3'), pg_temp.named('s1')))$s$)$$,
    'three blades go round, two in one chassis and one in another');
select is((select string_agg(e.name || ':' || c.name || '/' || b.name, ' ' order by e.name) from polder.placement p
           join polder.equipment e on e.id = p.equipment_id join polder.equipment c on c.id = p.chassis_id
           join polder.model_bay b on b.id = p.bay_id where e.name like 's_'), 's1:c2/2 s2:c3/1 s3:c2/1', 'each where another was');
select lives_ok($$select pg_temp.hang('R2', 1, '[2028-01-01,)', 'z1'), pg_temp.hang('R2', 2, '[2028-01-01,)', 'z2')$$, 'two slots');
select is_empty($$select pg_temp.refusal($s$
    update polder.placement p set zero_u_slot = 3 - p.zero_u_slot
    where p.equipment_id in (pg_temp.named('z1'), pg_temp.named('z2'))$s$)$$, 'two slots swapped');
select is((select string_agg(e.name || p.zero_u_slot, ' ' order by e.name) from polder.placement p
           join polder.equipment e on e.id = p.equipment_id where e.name like 'z_'), 'z12 z21', 'two slots swapped');

-- C7, S9: its water and its way in are those of the place where the chassis stands. R2 has a loop that is a degree too warm.
insert into polder.model (manufacturer_id, name, kind, height_hu, heat_to_water_w, water_inlet_max_mc, crate_width_mm, crate_depth_mm,
                          crate_height_mm, crate_weight_g)
select id, 'wet blade', 'bay', 0, 50, 25000, 900, 1000, 300, 9000 from polder.manufacturer;
insert into polder.delivery_segment (room_id, ordinal, name, kind, width_mm)
select r.room_id, 1, 'door', 'door', 899 from polder.rack r where r.id = pg_temp.rack('NORTH', 'R2');
with loop as (
    insert into polder.node (kind, site_id, name) select 'liquid_loop', id, 'loop' from polder.site where code = 'NORTH' returning id)
insert into polder.liquid_loop (node_id, medium, supply_mc) select id, 'water', 25000 from loop;
insert into polder.node_limit (node_id, normal_main) select id, 1000 from polder.node where name = 'loop';
insert into polder.equipment (owner_id, model_id, kind, name, height_hu, budgeted_w, weight_g, cords)
select o.id, m.id, 'bay', made, 0, 50, 1000, 0
from polder.organisation o, polder.model m, unnest('{w1,w2}'::text[]) made where o.code = 'HOME' and m.name = 'wet blade';
select results_eq($$select pg_temp.refusal($s$select pg_temp.slide('w1', 'c3', '2', '[2028-01-01,2029-01-01)')$s$)$$,
                  array['C7 NORTH/HALL/R2 1/0/0 pieces loop 2028-01-01'], 'C7: no water where the chassis stands');
update polder.rack set liquid_loop_id = (select id from polder.node where name = 'loop') where id = pg_temp.rack('NORTH', 'R2');
select is_empty($$select pg_temp.refusal($s$select pg_temp.slide('w1', 'c3', '2', '[2028-01-01,2029-01-01)')$s$)$$, 'C7: as warm as it bears');
select results_eq($$select c.normal_main::int from polder.charge c join polder.node n on n.id = c.node_id join polder.placement p on p.id = c.placement_id
                    where n.name = 'loop' and p.equipment_id = pg_temp.named('w1')$$, array[72], 'C7: the loop carries its flow');
select results_eq($$select d.place from guard.delivery_doubts(array(select p.id from polder.placement p
                                                                    where p.equipment_id = pg_temp.named('w1'))) d$$,
                  array['NORTH/HALL door'], 'S9: a crate that does not pass the door to its chassis is a warning');
update polder.delivery_segment set width_mm = 900;
select is_empty($$select d.place from guard.delivery_doubts(array(select p.id from polder.placement p
                                                                  where p.equipment_id = pg_temp.named('w1'))) d$$,
                'S9: one that just passes is none');
set local polder.reason = 'the chiller is old';
update polder.liquid_loop set supply_mc = 25001;
set local polder.reason = '';
select results_eq($$select pg_temp.refusal($s$select pg_temp.slide('w2', 'c3', '2', '[2029-01-01,2030-01-01)')$s$)$$,
                  array['C7 NORTH loop 25001/0/25000 mC 2029-01-01'], 'C7: a thousandth too warm');
select results_eq($$select c.rule, c."where", c.covered from guard.check() c where c.rule = 'C7'$$,
                  $$values ('C7', 'NORTH loop', true)$$, 'C7: check finds what it is on record for');
update polder.liquid_loop set supply_mc = 25000;

-- Inherited: what overlaps is contested, and weighs all the same.
insert into polder.placement (equipment_id, state, during, rack_id, zero_u_slot, inherited)
select pg_temp.named('old'), 'installed', '[2028-01-01,)', pg_temp.rack('NORTH', 'R2'), 1, true;
insert into polder.placement (equipment_id, state, during, chassis_id, bay_id, inherited)
select pg_temp.named('older'), 'installed', '[2028-01-01,)', p.chassis_id, p.bay_id, true
from polder.placement p where p.equipment_id = pg_temp.named('s1');
select results_eq($$select e.name, f.rule, f.unit, f.text from polder.finding f join polder.placement p on p.id = f.placement_id
                    join polder.equipment e on e.id = p.equipment_id where f.kind = 'contested' and p.contested order by 1$$,
    $$values ('old', 'S1', 'pieces', 'NORTH/HALL/R2 slot 1'), ('older', 'S1', 'pieces', 'NORTH/HALL/R2 U1 bay 2')$$, 'inherited: contested');
select is((select sum(c.normal_main) from polder.charge c join polder.node n on n.id = c.node_id
           join polder.placement p on p.id = c.placement_id
           where p.equipment_id in (pg_temp.named('old'), pg_temp.named('older')) and n.kind = 'rack_mass'), 2000::numeric,
          'inherited: it weighs');
-- Inherited into a taken bay and an outlet of the chassis: it has neither, and the chassis keeps its own.
update polder.placement set outlet_ids = array[pg_temp.outlet('NORTH', 'R2 pdu a', '3')] 
where equipment_id = pg_temp.named('c2') and during @> '2028-01-01'::date;
insert into polder.equipment (owner_id, kind, name, height_hu, budgeted_w, weight_g, cords)
select o.id, 'bay', 'oldest', 0, 0, 1000, 1 from polder.organisation o where o.code = 'HOME';
insert into polder.placement (equipment_id, state, during, chassis_id, bay_id, inherited, outlet_ids)
select pg_temp.named('oldest'), 'installed', '[2028-01-01,)', p.chassis_id, p.bay_id, true, array[pg_temp.outlet('NORTH', 'R2 pdu a', '3')]
from polder.placement p where p.equipment_id = pg_temp.named('s1');
select results_eq($$select f.rule, f.text from polder.finding f join polder.placement p on p.id = f.placement_id
                    where f.kind = 'contested' and p.equipment_id = pg_temp.named('oldest') order by 1$$,
    $$values ('P1', 'NORTH R2 pdu a:3'), ('S1', 'NORTH/HALL/R2 U1 bay 2')$$, 'inherited: bay and outlet are contested');
select results_eq($$select e.name, p.contested, p.outlet_ids from polder.placement p join polder.equipment e on e.id = p.equipment_id
                    where e.name in ('oldest', 'c2') and p.during @> '2028-01-01'::date order by 1 desc$$,
    $$values ('oldest', true, '{}'::int[]), ('c2', false, array[pg_temp.outlet('NORTH', 'R2 pdu a', '3')])$$,
    'inherited: it has no outlet, who had it has it');
select results_eq($$select p.equipment_id from polder.connection c join polder.placement p on p.id = c.placement_id
                    where c.outlet_id = pg_temp.outlet('NORTH', 'R2 pdu a', '3')$$, $$values (pg_temp.named('c2'))$$,
                  'inherited: and is connected');
-- Taken over into a chassis that is not there on its days: that stays on record, whatever is settled anew.
insert into polder.equipment (owner_id, kind, name, height_hu, budgeted_w, weight_g, cords)
select o.id, 'bay', 'lost', 0, 0, 1000, 0 from polder.organisation o where o.code = 'HOME';
insert into polder.placement (equipment_id, state, during, chassis_id, bay_id, inherited)
select pg_temp.named('lost'), 'installed', '[2026-01-01,2026-02-01)', pg_temp.named('c3'), b.id, true
from polder.model_bay b join polder.equipment c on c.model_id = b.model_id where c.name = 'c3' and b.name = '1';
update polder.equipment set weight_g = 1001 where name = 'lost';
select results_eq($$select f.rule, f.text from polder.finding f join polder.placement p on p.id = f.placement_id
                    where f.resolved_on is null and p.equipment_id = pg_temp.named('lost')$$,
                  $$values ('S1', 'NORTH/HALL/R2 U16 bay 1')$$, 'inherited: without its chassis, still after it has been weighed');
select is_empty('select * from guard.check() c where not c.covered', 'check finds nothing in the end');
select * from finish();
rollback;
