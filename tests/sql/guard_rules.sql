-- Each rule of the guard: its largest passing case and its smallest failing one, a unit apart.
begin;
create extension if not exists pgtap;
\ir fixtures/small_estate.sql
select plan(52);

-- S1: half units, depth, width, dates.
select lives_ok($$select pg_temp.book('NORTH', 'R1', 0, 4, 0, 1000, '[2026-02-01,2026-03-01)')$$, 'S1: something stands');
select lives_ok($$select pg_temp.book('NORTH', 'R1', 4, 2, 0, 1000, '[2026-02-01,2026-03-01)')$$, 'S1: right above it');
select lives_ok($$select pg_temp.book('NORTH', 'R1', 0, 4, 0, 1000, '[2026-03-01,2026-04-01)')$$,
                'S1: on the day that the other leaves');
select is_empty($$select pg_temp.refusal($s$select pg_temp.book('NORTH', 'R1', 80, 4, 0, 1000, '[2026-02-01,)')$s$)$$,
                'S1: up to the top');
select results_eq(
    $$select pg_temp.refusal($s$select pg_temp.book('NORTH', 'R1', 3, 1, 0, 1000, '[2026-02-28,2026-03-01)')$s$)$$,
    array['S1 NORTH/HALL/R1 U2.5 1/1/1 hu 2026-02-28'], 'S1: half a unit for a day is refused');
select results_eq(
    $$select pg_temp.refusal($s$select pg_temp.book('NORTH', 'R2', 81, 4, 0, 1000, '[2026-02-01,)')$s$)$$,
    array['S1 NORTH/HALL/R2 U41.5 4/0/3 hu 2026-02-01'], 'S1: half a unit above the top');

-- The unit is named as it is painted on the rack.
update polder.rack set numbered_down = true where id = pg_temp.rack('NORTH', 'R1');
select results_eq(
    $$select pg_temp.refusal($s$select pg_temp.book('NORTH', 'R1', 2, 2, 0, 1000, '[2026-02-01,2026-03-01)')$s$)$$,
    array['S1 NORTH/HALL/R1 U41 2/2/2 hu 2026-02-01'], 'S1: in a rack that counts down');
update polder.rack set numbered_down = false where id = pg_temp.rack('NORTH', 'R1');
-- Two pieces in one booking: each has its own line.
select results_eq(
    $$select pg_temp.refusal($s$
        insert into polder.placement (equipment_id, state, during, rack_id, position_hu)
        select pg_temp.device(2, 0, 1000), 'installed', '[2026-02-01,2026-03-01)', pg_temp.rack('NORTH', 'R1'), position
        from unnest('{0,2}'::int[]) position$s$)$$,
    array['S1 NORTH/HALL/R1 U1 2/2/2 hu 2026-02-01', 'S1 NORTH/HALL/R1 U2 2/2/2 hu 2026-02-01'],
    'S1: two pieces, two lines');

-- Back to back: 500 mm and 120 mm of cords in front leave 380 mm of 1,000 behind.
select lives_ok($$select pg_temp.book('NORTH', 'R2', 0, 2, 0, 1000, '[2026-02-01,)', face => 'front')$$, 'S1: in front');
select results_eq(
    $$select pg_temp.refusal($s$
        insert into polder.placement (equipment_id, state, during, rack_id, position_hu, face)
        values (pg_temp.device(2, 0, 1000, depth_mm => 261), 'installed', '[2026-02-01,)', pg_temp.rack('NORTH', 'R2'), 0, 'rear')$s$)$$,
    array['S1 NORTH/HALL/R2 U1 2/2/2 hu 2026-02-01'], 'S1: a millimetre too deep behind');
select is_empty(
    $$select pg_temp.refusal($s$
        insert into polder.placement (equipment_id, state, during, rack_id, position_hu, face)
        values (pg_temp.device(2, 0, 1000, depth_mm => 260), 'installed', '[2026-02-01,)', pg_temp.rack('NORTH', 'R2'), 0, 'rear')$s$)$$,
    'S1: back to back');
-- Half width: the other half of the same unit, at any depth; never the same half where the depths meet.
select is_empty(
    $$select pg_temp.refusal($s$
        insert into polder.placement (equipment_id, state, during, rack_id, position_hu, half)
        select pg_temp.device(2, 0, 1000), 'installed', '[2026-02-01,)', pg_temp.rack('NORTH', 'R2'), 10, half
        from unnest('{left,right}'::text[]) half$s$)$$, 'S1: two halves side by side');
select is_empty(
    $$select pg_temp.refusal($s$
        insert into polder.placement (equipment_id, state, during, rack_id, position_hu, half, face)
        values (pg_temp.device(2, 0, 1000, depth_mm => 380), 'installed', '[2026-02-01,)', pg_temp.rack('NORTH', 'R2'), 12, 'left', 'front'),
               (pg_temp.device(2, 0, 1000, depth_mm => 380), 'installed', '[2026-02-01,)', pg_temp.rack('NORTH', 'R2'), 12, 'left', 'rear'),
               (pg_temp.device(2, 0, 1000, depth_mm => 880), 'installed', '[2026-02-01,)', pg_temp.rack('NORTH', 'R2'), 12, 'right', 'front')$s$)$$,
    'S1: two of 500 mm back to back on the left, one of 1,000 mm on the right');
select results_eq(
    $$select pg_temp.refusal($s$
        insert into polder.placement (equipment_id, state, during, rack_id, position_hu, half, face)
        values (pg_temp.device(2, 0, 1000, depth_mm => 1), 'installed', '[2026-02-01,)', pg_temp.rack('NORTH', 'R2'), 13, 'right', 'rear')$s$)$$,
    array['S1 NORTH/HALL/R2 U7.5 2/1/2 hu 2026-02-01'], 'S1: behind that a millimetre is too much, and half a unit of it');
select results_eq(
    $$select pg_temp.refusal($s$
        insert into polder.placement (equipment_id, state, during, rack_id, position_hu, face)
        values (pg_temp.device(1, 0, 1000, depth_mm => 380), 'installed', '[2026-02-01,)', pg_temp.rack('NORTH', 'R2'), 13, 'rear')$s$)$$,
    array['S1 NORTH/HALL/R2 U7.5 1/1/1 hu 2026-02-01'], 'S1: the full width meets both halves');
-- Half units: one and a half above one and a half.
select is_empty(
    $$select pg_temp.refusal($s$select pg_temp.book('NORTH', 'R2', 14, 3, 0, 1000, '[2026-02-01,)'),
                                       pg_temp.book('NORTH', 'R2', 17, 3, 0, 1000, '[2026-02-01,)')$s$)$$, 'S1: 1.5U above 1.5U');
select results_eq(
    $$select pg_temp.refusal($s$select pg_temp.book('NORTH', 'R2', 19, 1, 0, 1000, '[2026-02-01,)')$s$)$$,
    array['S1 NORTH/HALL/R2 U10.5 1/1/1 hu 2026-02-01'], 'S1: the half unit at its top');
-- Units out of service from a date.
insert into polder.blocked_unit (rack_id, hu, reason, during)
values (pg_temp.rack('NORTH', 'R2'), '[20,24)', 'bent rail', '[2026-06-01,)');
select results_eq(
    $$select pg_temp.refusal($s$select pg_temp.book('NORTH', 'R2', 20, 4, 0, 1000, '[2026-02-01,2026-06-02)')$s$)$$,
    array['S1 NORTH/HALL/R2 U11 4/4/4 hu 2026-06-01'], 'S1: blocked units');
select is_empty(
    $$select pg_temp.refusal($s$select pg_temp.book('NORTH', 'R2', 20, 4, 0, 1000, '[2026-02-01,2026-06-01)')$s$)$$,
    'S1: until they are blocked');
-- A rack that is taken away.
update polder.rack set during = '[2025-01-01,2027-01-01)' where id = pg_temp.rack('SOUTH', 'R2');
select results_eq(
    $$select pg_temp.refusal($s$select pg_temp.book('SOUTH', 'R2', 0, 2, 0, 1000, '[2026-02-01,2027-01-02)', owner => 'AWAY')$s$)$$,
    array['S1 SOUTH/HALL/R2 U1 2/-/0 hu 2027-01-01'], 'S1: the rack is gone on the last day');

-- S3 and C1: kilograms and heat of a rack.
select pg_temp.set_limit('NORTH', 'rack_mass R1', 50000), pg_temp.set_limit('NORTH', 'rack_heat R1', 900000);
select is_empty(
    $$select pg_temp.refusal($s$select pg_temp.book('NORTH', 'R1', 30, 2, 900, 47000, '[2026-05-01,2026-06-01)')$s$)$$,
    'S3, C1: exactly the limit, with the 1,000 g at the top');
select pg_temp.set_limit('NORTH', 'rack_mass R1', 48000);
select is_empty(
    $$select pg_temp.refusal($s$select pg_temp.book('NORTH', 'R1', 40, 2, 0, 47000, '[2026-07-01,2026-08-01)')$s$)$$,
    'S3: exactly the limit');
select results_eq(
    $$select pg_temp.refusal($s$select pg_temp.book('NORTH', 'R1', 42, 2, 0, 1, '[2026-07-31,2026-09-01)')$s$)$$,
    array['S3 NORTH/HALL/R1 1/48000/48000 g 2026-07-31'], 'S3: a gram too much on one day');
select results_eq(
    $$select pg_temp.refusal($s$select pg_temp.book('NORTH', 'R1', 44, 2, 901, 1, '[2026-09-01,2026-09-02)')$s$)$$,
    array['C1 NORTH/HALL/R1 901000/0/900000 mW 2026-09-01'], 'C1: a watt too much');

-- P5: real and apparent power. 950 W at power factor 0.95 are 1,000 VA.
select pg_temp.set_limit('NORTH', 'feed a', 950000, 1000000);
select is_empty(
    $$select pg_temp.refusal($s$select pg_temp.book('NORTH', 'R2', 30, 2, 950, 1000, '[2026-02-01,2026-03-01)',
                                array[pg_temp.outlet('NORTH', 'R2 pdu a', '1')])$s$)$$, 'P5: exactly W and VA');
select results_eq(
    $$select pg_temp.refusal($s$select pg_temp.book('NORTH', 'R2', 30, 2, 951, 1000, '[2026-04-01,2026-05-01)',
                                array[pg_temp.outlet('NORTH', 'R2 pdu a', '1')])$s$)$$,
    array['P5 NORTH feed a 951000/0/950000 mW 2026-04-01', 'P5 NORTH feed a 1001053/0/1000000 mVA L1 2026-04-01'],
    'P5: a watt more breaks both');
select is_empty(
    $$select pg_temp.refusal($s$select pg_temp.book('NORTH', 'R2', 32, 2, 950, 1000, '[2026-04-01,2026-05-01)',
                                array[pg_temp.outlet('NORTH', 'R2 pdu b', '2')])$s$)$$, 'P5: not on the other side');
-- P4: the rack PDU.
select pg_temp.set_limit('NORTH', 'R2 pdu a', 100000);
select results_eq(
    $$select pg_temp.refusal($s$select pg_temp.book('NORTH', 'R2', 34, 2, 101, 1000, '[2026-05-01,2026-06-01)',
                                array[pg_temp.outlet('NORTH', 'R2 pdu a', '3')])$s$)$$,
    array['P4 NORTH R2 pdu a 101000/0/100000 mW 2026-05-01'], 'P4: a watt too much');
select is_empty(
    $$select pg_temp.refusal($s$select pg_temp.book('NORTH', 'R2', 34, 2, 100, 1000, '[2026-05-01,2026-06-01)',
                                array[pg_temp.outlet('NORTH', 'R2 pdu a', '3')])$s$)$$, 'P4: exactly');
-- P1: an outlet has one user.
select results_eq(
    $$select pg_temp.refusal($s$select pg_temp.book('NORTH', 'R2', 36, 2, 0, 1000, '[2026-05-31,2026-07-01)',
                                array[pg_temp.outlet('NORTH', 'R2 pdu a', '3')])$s$)$$,
    array['P1 NORTH R2 pdu a:3 1/1/1 pieces 2026-05-31'], 'P1: for one day the outlet has another user');

-- P6, the example of DOMAIN: A 55 % (40 dual-corded, 15 single), B 40 %; B lost: A 95 %; A lost: B 80 %.
select pg_temp.set_limit('SOUTH', 'ups a', 100000), pg_temp.set_limit('SOUTH', 'ups b', 100000);
select is_empty(
    $$select pg_temp.refusal($s$
        select pg_temp.book('SOUTH', 'R1', 0, 2, 80, 1000, '[2026-02-01,)',
                            array[pg_temp.outlet('SOUTH', 'R1 pdu a', '1'), pg_temp.outlet('SOUTH', 'R1 pdu b', '1')],
                            owner => 'AWAY'),
               pg_temp.book('SOUTH', 'R1', 2, 2, 15, 1000, '[2026-02-01,)',
                            array[pg_temp.outlet('SOUTH', 'R1 pdu a', '2')], owner => 'AWAY')$s$)$$, 'P6: 55 % and 40 % pass');
select results_eq(
    $$select n.name || coalesce(' / ' || f.name, ''), sum(l.normal_main)::int, sum(l.extra_main)::int
      from polder.ledger l join polder.node n on n.id = l.node_id left join polder.node f on f.id = l.source_id
      where n.site_id = (select id from polder.site where code = 'SOUTH') and n.kind = 'ups'
      group by n.name, f.name order by 1$$,
    $$values ('ups a', 15000, 0), ('ups a / ups b', 40000, 40000), ('ups b / ups a', 40000, 40000)$$,
    'P6: normal, and what comes on top when the other fails');
select results_eq(
    $$select pg_temp.refusal($s$select pg_temp.book('SOUTH', 'R1', 4, 2, 6, 1000, '[2026-02-01,)',
                                array[pg_temp.outlet('SOUTH', 'R1 pdu a', '3')], owner => 'AWAY')$s$)$$,
    array['P6 SOUTH ups a 6000/95000/100000 mW SOUTH ups b 2026-02-01'],
    'P6: single-corded equipment counts under failure too');
select is_empty(
    $$select pg_temp.refusal($s$select pg_temp.book('SOUTH', 'R1', 4, 2, 5, 1000, '[2026-02-01,)',
                                array[pg_temp.outlet('SOUTH', 'R1 pdu a', '3')], owner => 'AWAY')$s$)$$, 'P6: exactly 100 %');

-- Three cords on a 3N/2 supply: each carries a third, and a half when one fails.
insert into polder.node (kind, site_id, name, side, parent_id)
select 'ups', site_id, 'ups c', 'C', id from polder.node where id = pg_temp.node('NORTH', 'supply');
insert into polder.node (kind, site_id, name, side, parent_id)
select 'feed', site_id, 'feed c', 'C', id from polder.node where id = pg_temp.node('NORTH', 'ups c');
insert into polder.node_limit (node_id, normal_main, failover_main)
select id, 1e9, 1e9 from polder.node where name in ('ups c', 'feed c');
select pg_temp.set_limit('NORTH', 'feed a', 1000000000);
insert into polder.placement (equipment_id, state, during, rack_id, position_hu, node_ids)
values (pg_temp.device(2, 900, 1000), 'installed', '[2027-01-01,)', pg_temp.rack('NORTH', 'R2'), 60,
        array[pg_temp.node('NORTH', 'feed a'), pg_temp.node('NORTH', 'feed b'), pg_temp.node('NORTH', 'feed c')]);
select results_eq(
    $$select f.name, c.normal_main, c.extra_main
      from polder.charge c left join polder.node f on f.id = c.source_id
      where c.node_id = pg_temp.node('NORTH', 'ups c') order by f.name nulls first$$,
    $$values ('ups a', 300000::bigint, 150000::bigint), ('ups b', 0, 150000)$$, '3N/2: a third, then a half');

-- 32 A three-phase is 22,080 VA: 7,360 VA on each phase.
select pg_temp.set_limit('NORTH', 'ups c', 22080000, 7360000, 1000000000);
select is_empty(
    $$select pg_temp.refusal($s$
        with e as (insert into polder.equipment (owner_id, height_hu, budgeted_w, weight_g, power_factor_permille, phases)
                   select owner_id, 2, 22080 - 450, 1000, 1000, '123' from polder.equipment limit 1 returning id)
        insert into polder.placement (equipment_id, state, during, rack_id, position_hu, node_ids)
        select id, 'installed', '[2026-01-01,2027-01-01)', pg_temp.rack('NORTH', 'R2'), 64, array[pg_temp.node('NORTH', 'feed c')]
        from e$s$)$$, 'three phases: fits below 22,080 VA');
select results_eq(
    $$select c.normal_main, c.normal_l1, c.normal_l2, c.normal_l3 from polder.charge c
      where c.node_id = pg_temp.node('NORTH', 'feed c') and c.during = '[2026-01-01,2027-01-01)'$$,
    $$values (21630000::bigint, 7210000::bigint, 7210000::bigint, 7210000::bigint)$$, 'three phases: a third on each');
select results_eq(
    $$select pg_temp.refusal($s$
        with e as (insert into polder.equipment (owner_id, height_hu, budgeted_w, weight_g, power_factor_permille, phases)
                   select owner_id, 2, 451, 1000, 1000, '123' from polder.equipment limit 1 returning id)
        insert into polder.placement (equipment_id, state, during, rack_id, position_hu, node_ids)
        select id, 'installed', '[2026-01-01,2027-01-01)', pg_temp.rack('NORTH', 'R2'), 66, array[pg_temp.node('NORTH', 'feed c')]
        from e$s$)$$,
    array['P5 NORTH ups c 451000/21630000/22080000 mW 2026-01-01',
          'P5 NORTH ups c 150334/7210000/7360000 mVA L1 2026-01-01',
          'P5 NORTH ups c 150334/7210000/7360000 mVA L2 2026-01-01',
          'P5 NORTH ups c 150334/7210000/7360000 mVA L3 2026-01-01'], 'three phases: 22,081 VA do not fit');

-- G4: an agreement for the whole period, and its quota.
select results_eq(
    $$select pg_temp.refusal($s$select pg_temp.book('NORTH', 'R2', 50, 2, 0, 1000, '[2026-02-01,2026-03-01)', owner => 'AWAY')$s$)$$,
    array['G4 NORTH 2/-/- hu 2026-02-01'], 'G4: no agreement');
insert into polder.agreement (host_id, guest_id, reference, during)
select h.id, g.id, 'A-1', '[2026-02-01,2026-12-01)' from polder.organisation h, polder.organisation g
where h.code = 'HOME' and g.code = 'AWAY';
insert into polder.node (kind, name) values ('agreement_line', 'A-1 U'), ('agreement_line', 'A-1 kg');
insert into polder.agreement_line (agreement_id, topic, unit, quota, during, node_id)
select a.id, 'hosting', split_part(n.name, ' ', 2), case n.name when 'A-1 U' then 2 else 3 end, a.during, n.id
from polder.agreement a, polder.node n where n.kind = 'agreement_line';
select is_empty(
    $$select pg_temp.refusal($s$select pg_temp.book('NORTH', 'R2', 50, 2, 0, 1000, '[2026-02-01,2026-12-01)', owner => 'AWAY')$s$)$$,
    'G4: from the first day to the last');
select results_eq(
    $$select pg_temp.refusal($s$select pg_temp.book('NORTH', 'R2', 52, 1, 0, 1, '[2026-11-30,2026-12-02)', owner => 'AWAY')$s$)$$,
    array['G4 NORTH 1/-/- hu 2026-11-30'], 'G4: a day longer than the agreement');
select results_eq(
    $$select pg_temp.refusal($s$select pg_temp.book('NORTH', 'R2', 52, 1, 0, 1, '[2026-01-31,2026-02-02)', owner => 'AWAY')$s$)$$,
    array['G4 NORTH 1/-/- hu 2026-01-31'], 'G4: a day before it');
select results_eq(
    $$select pg_temp.refusal($s$select pg_temp.book('NORTH', 'R2', 52, 3, 0, 2001, '[2026-03-01,2026-04-01)', owner => 'AWAY')$s$)$$,
    array['G4 A-1 U 3/2/4 hu 2026-03-01', 'G4 A-1 kg 2001/1000/3000 g 2026-03-01'], 'G4: half a unit and a gram over quota');
select is_empty(
    $$select pg_temp.refusal($s$select pg_temp.book('NORTH', 'R2', 52, 2, 0, 2000, '[2026-03-01,2026-04-01)', owner => 'AWAY')$s$)$$,
    'G4: exactly the quota');

-- A limit that nobody knows takes nothing; a limit that is not there does not limit.
delete from polder.node_limit where node_id = pg_temp.node('NORTH', 'R1 pdu b');
select results_eq(
    $$select pg_temp.refusal($s$select pg_temp.book('NORTH', 'R1', 50, 2, 95, 1000, '[2028-02-01,)',
                                array[pg_temp.outlet('NORTH', 'R1 pdu b', '1')])$s$)$$,
    array['P4 NORTH R1 pdu b 95000/0/- mW 2028-02-01', 'P4 NORTH R1 pdu b 100000/0/- mVA L1 2028-02-01'],
    'unknown: nothing new');
insert into polder.node_limit (node_id, from_date) values (pg_temp.node('NORTH', 'R1 pdu b'), '2028-02-02');
select results_eq(
    $$select pg_temp.refusal($s$select pg_temp.book('NORTH', 'R1', 50, 2, 95, 1000, '[2028-02-01,)',
                                array[pg_temp.outlet('NORTH', 'R1 pdu b', '1')])$s$)$$,
    array['P4 NORTH R1 pdu b 95000/0/- mW 2028-02-01', 'P4 NORTH R1 pdu b 100000/0/- mVA L1 2028-02-01'],
    'unknown until the day before');
select is_empty(
    $$select pg_temp.refusal($s$select pg_temp.book('NORTH', 'R1', 50, 2, 95, 1000, '[2028-02-02,)',
                                array[pg_temp.outlet('NORTH', 'R1 pdu b', '1')])$s$)$$, 'known and not limited');
-- A limit that comes down within the period.
insert into polder.node_limit (node_id, from_date, normal_main, reason) values (pg_temp.node('NORTH', 'rack_heat R2'), '2029-05-01', 9000, 'less air');
select results_eq(
    $$select pg_temp.refusal($s$select pg_temp.book('NORTH', 'R2', 70, 2, 10, 1000, '[2029-02-01,2029-05-02)')$s$)$$,
    array['C1 NORTH/HALL/R2 10000/900000/9000 mW 2029-05-01'], 'a limit that comes down on the last day');
select is_empty(
    $$select pg_temp.refusal($s$select pg_temp.book('NORTH', 'R2', 70, 2, 10, 1000, '[2029-02-01,2029-05-01)')$s$)$$,
    'until that day');

-- P3: a bank of the rack PDU, 2 kVA: 1,900 W at power factor 0.95.
select pg_temp.set_limit('SOUTH', node, 1000000000, 1000000000) from unnest('{ups a,ups b}'::text[]) node;
with bank as (
    insert into polder.node (kind, site_id, room_id, rack_id, name, side, parent_id)
    select 'bank', n.site_id, n.room_id, n.rack_id, 'R1 bank', 'A', n.id from polder.node n where n.id = pg_temp.node('SOUTH', 'R1 pdu a')
    returning id
), limited as (
    insert into polder.node_limit (node_id, normal_main, normal_line, failover_main, failover_line)
    select id, 1000000000, 2000000, 1000000000, 2000000 from bank
)
insert into polder.outlet (node_id, name, type, phases, max_ma) select id, '1', 'C13', '1', 16000 from bank;
create function pg_temp.on_bank(draw_w int) returns setof text language sql as $$
    select pg_temp.refusal(format($s$select pg_temp.book('SOUTH', 'R1', 60, 2, %s, 1000, '[2026-03-01,2026-04-01)',
                                  array[pg_temp.outlet('SOUTH', 'R1 bank', '1')], owner => 'AWAY')$s$, draw_w))
$$;
select results_eq('select pg_temp.on_bank(1901)', array['P3 SOUTH R1 bank 2001053/0/2000000 mVA L1 2026-03-01'],
                  'P3: a watt too much for the bank');
select is_empty('select pg_temp.on_bank(1900)', 'P3: exactly');

-- All at once.
select pg_temp.set_limit('SOUTH', 'rack_mass R2', 10), pg_temp.set_limit('SOUTH', 'rack_heat R2', 10),
       pg_temp.set_limit('SOUTH', 'feed a', 10), pg_temp.set_limit('SOUTH', 'feed b', 10),
       pg_temp.set_limit('SOUTH', 'ups a', 1000000000), pg_temp.set_limit('SOUTH', 'ups b', 1000000000);
select pg_temp.book('SOUTH', 'R2', 0, 2, 0, 1, '[2026-02-01,2026-03-01)', array[pg_temp.outlet('SOUTH', 'R2 pdu a', '1')], owner => 'AWAY');
select results_eq(
    $$select pg_temp.refusal($s$
        select pg_temp.book('SOUTH', 'R2', 0, 2, 1, 100, '[2026-02-01,2026-03-01)',
                            array[pg_temp.outlet('SOUTH', 'R2 pdu a', '1'), pg_temp.outlet('SOUTH', 'R2 pdu b', '1')])$s$)$$,
    array['C1 SOUTH/HALL/R2 1000/0/10 mW 2026-02-01',
          'G4 SOUTH 2/-/- hu 2026-02-01',
          'P1 SOUTH R2 pdu a:1 1/1/1 pieces 2026-02-01',
          'P5 SOUTH feed a 500/60000/10 mW 2026-02-01', 'P5 SOUTH feed b 500/40000/10 mW 2026-02-01',
          'P6 SOUTH feed a 1000/100000/10 mW SOUTH ups b 2026-02-01',
          'P6 SOUTH feed b 1000/80000/10 mW SOUTH ups a 2026-02-01',
          'S1 SOUTH/HALL/R2 U1 2/2/2 hu 2026-02-01',
          'S3 SOUTH/HALL/R2 100/1/10 g 2026-02-01'], 'all rules at once, in one answer');

select * from finish();
rollback;
