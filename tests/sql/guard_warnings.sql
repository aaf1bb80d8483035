-- The rules that warn: the largest case of which nothing is said and the smallest that warns, a unit apart. They are on
-- record with the booking until the next look at it finds it otherwise.
begin;
create extension if not exists pgtap;
\ir fixtures/small_estate.sql
select plan(54);

-- A booking of equipment with these columns; its id.
create function pg_temp.ask(columns jsonb, position_hu int, outlets int[] default '{}', rack text default 'R1',
                            during daterange default '[2026-02-01,)', owner text default 'HOME') returns int language sql as $$
    with e as (insert into polder.equipment (request_item_id, owner_id, height_hu, weight_g, budgeted_w, nameplate_w, measured_w,
                                             measured_on, drift_mk_per_h, depth_mm, cords, ports, airflow, ducted)
               select e.request_item_id, o.id, coalesce(e.height_hu, 2), coalesce(e.weight_g, 1000),
                      case when columns ? 'nameplate_w' then null else coalesce(e.budgeted_w, 0) end, e.nameplate_w, e.measured_w,
                      e.measured_on, e.drift_mk_per_h, 500, cardinality(outlets), coalesce(e.ports, '[]'), e.airflow, coalesce(e.ducted, false)
               from polder.organisation o, jsonb_populate_record(null::polder.equipment, columns) e where o.code = owner
               returning id)
    insert into polder.placement (equipment_id, state, during, rack_id, position_hu, outlet_ids)
    select id, 'installed', during, pg_temp.rack('NORTH', rack), position_hu, outlets from e returning id
$$;
create function pg_temp.a(outlet text) returns int[] language sql as $$ select array[pg_temp.outlet('NORTH', 'R1 pdu a', outlet)] $$;
-- What a booking is warned of by this rule: rule where requested/used/capacity unit quantity date.
create function pg_temp.warned(placement int, rule text) returns text[] language sql as $$
    select coalesce(array_agg(concat_ws(' ', w.rule, w.place,
                        concat_ws('/', w.requested, coalesce(w.used::text, '-'), coalesce(w.capacity::text, '-')),
                        w.unit, nullif(w.quantity, ''), w.date) order by w.place, w.quantity), '{}')
    from (select * from guard.warnings_of_place(array[placement]) union all select * from guard.warnings_of_sums(array[placement])) w
    where w.rule = warned.rule
$$;
create function pg_temp.words(placement int, rule text) returns setof text language sql as $$
    select w.words from (select * from guard.warnings_of_place(array[placement]) union all select * from guard.warnings_of_sums(array[placement])) w
    where w.rule = words.rule
$$;
create function pg_temp.gone(placement int) returns void language sql as $$ update polder.placement set state = 'released' where id = gone.placement $$;

-- S5: the middle of 42U is half unit 42.
create temporary table s5 as select pg_temp.ask('{"weight_g": 25001}', 50) as top;
select is(pg_temp.warned(top, 'S5'), '{}', 'S5: nothing lighter is below') from s5;
select pg_temp.ask('{"weight_g": 1000}', 0, during => '[2026-05-01,)');
select is(pg_temp.warned(top, 'S5'), array['S5 NORTH/HALL/R1 25001/-/25000 g 2026-05-01'], 'S5: from the day on which something is') from s5;
select is(pg_temp.warned(pg_temp.ask('{"weight_g": 25000}', 52), 'S5'), '{}', 'S5: 25 kg are not heavy');
select is(pg_temp.warned(pg_temp.ask('{"weight_g": 25001}', 41), 'S5'), '{}', 'S5: its middle just in the middle');
select is(pg_temp.warned(pg_temp.ask('{"weight_g": 25001}', 43), 'S5'), array['S5 NORTH/HALL/R1 25001/-/25000 g 2026-05-01'], 'S5: half a unit higher');

-- C3: 248 m3/h carry 996.98 W away at 12 K.
select is(pg_temp.warned(pg_temp.ask('{"budgeted_w": 9999}', 54, during => '[2026-02-01,2026-03-01)'), 'C3'), '{}', 'C3: nobody says what the rack is given');
update polder.rack set airflow_supply_m3_h = 248 where id = pg_temp.rack('NORTH', 'R1');
select is(pg_temp.warned(pg_temp.ask('{"budgeted_w": 996}', 56, during => '[2026-03-01,2026-04-01)'), 'C3'), '{}', 'C3: enough air');
select is(pg_temp.warned(pg_temp.ask('{"budgeted_w": 1}', 58, during => '[2026-02-15,2026-03-02)'), 'C3'),
          array['C3 NORTH/HALL/R1 1/2487/248 m3/h 2026-02-15'], 'C3: with what stands there');
select is(pg_temp.warned(pg_temp.ask('{"budgeted_w": 1}', 60, during => '[2026-03-31,2026-05-01)'), 'C3'),
          array['C3 NORTH/HALL/R1 1/248/248 m3/h 2026-03-31'], 'C3: a watt more on one day');
update polder.rack set airflow_supply_m3_h = null where id = pg_temp.rack('NORTH', 'R1');
insert into polder.node (kind, site_id, name) select 'cooling_zone', id, 'zone' from polder.site where code = 'NORTH';
insert into polder.cooling_unit (room_id, zone_id, name, kind, sensible_w, airflow_m3_h, during)
select o.id, pg_temp.node('NORTH', 'zone'), 'crac ' || n, 'CRAC', 9000, 124, case n when 2 then '[2020-01-01,2027-07-01)'::daterange else '[2020-01-01,)' end
from polder.room o join polder.site s on s.id = o.site_id and s.code = 'NORTH', generate_series(1, 3) n;
delete from polder.cooling_unit where name = 'crac 3';
update polder.rack set cooling_zone_id = pg_temp.node('NORTH', 'zone') where id = pg_temp.rack('NORTH', 'R2');
select is(pg_temp.warned(pg_temp.ask('{"budgeted_w": 996}', 0, rack => 'R2', during => '[2027-03-01,2027-07-01)'), 'C3'), '{}', 'C3: enough air in the zone');
select is(pg_temp.warned(pg_temp.ask('{"budgeted_w": 1}', 2, rack => 'R2', during => '[2027-03-01,2027-04-01)'), 'C3'),
          array['C3 NORTH zone 1/248/248 m3/h 2027-03-01'], 'C3: a watt more in the zone');

-- C4, through a duct: of what is not ducted it is a refusal.
update polder.rack set airflow = 'front-to-rear' where id = pg_temp.rack('NORTH', 'R2');
create temporary table c4 as
select pg_temp.ask('{"airflow": "front-to-rear", "ducted": true}', 70, rack => 'R2', during => '[2027-03-01,2027-04-01)') as along,
       pg_temp.ask('{"airflow": "rear-to-front", "ducted": true}', 72, rack => 'R2', during => '[2027-03-01,2027-04-01)') as against;
select is(pg_temp.warned(along, 'C4'), '{}', 'C4: with the rack nothing is said') from c4;
select is(pg_temp.warned(against, 'C4'), array['C4 NORTH/HALL/R2 1/-/0 pieces 2027-03-01'], 'C4: against it, through a duct') from c4;
update polder.placement set face = 'rear' where id in (select unnest(array[along, against]) from c4);
select is(pg_temp.warned(along, 'C4') || pg_temp.warned(against, 'C4'), array['C4 NORTH/HALL/R2 1/-/0 pieces 2027-03-01'], 'C4: turned round it is the other') from c4;
select throws_ok($$ update polder.equipment e set ducted = false from polder.placement p, c4 where p.id = c4.along and e.id = p.equipment_id $$,
                 'PL001', null, 'C4: without the duct it may not stand so');
select pg_temp.gone(along), pg_temp.gone(against) from c4;

-- C6
update polder.rack set cooling = 'containment' where id = pg_temp.rack('NORTH', 'R2');
create temporary table c6 as
select pg_temp.ask('{}', 40, rack => 'R2', during => '[2028-01-01,)') as low, pg_temp.ask('{}', 42, rack => 'R2', during => '[2028-01-01,)') as high;
select is(pg_temp.warned(high, 'C6'), '{}', 'C6: one on the other, nothing is open between') from c6;
select is(pg_temp.warned(pg_temp.ask('{}', 45, rack => 'R2', during => '[2028-01-01,2028-06-01)'), 'C6'),
          array['C6 NORTH/HALL/R2 1/-/0 hu 2028-01-01'], 'C6: half a unit open below it');
select is(pg_temp.warned(low, 'C6'), '{}', 'C6: of what is not beside the gap nothing is said') from c6;
update polder.rack set cooling = 'none' where id = pg_temp.rack('NORTH', 'R2');
select is(pg_temp.warned(high, 'C6'), '{}', 'C6: a rack without containment asks for no panels') from c6;

-- C8
insert into polder.room_environment (room_id, drift_mk_per_h, during)
select o.id, 500, '[2026-04-01,)' from polder.room o join polder.site s on s.id = o.site_id and s.code = 'NORTH';
select is(pg_temp.warned(pg_temp.ask('{"drift_mk_per_h": 500}', 62), 'C8'), '{}', 'C8: as much as it bears');
select is(pg_temp.warned(pg_temp.ask('{"drift_mk_per_h": 499}', 64), 'C8'), array['C8 NORTH/HALL/R1 500/-/499 mK/h 2026-04-01'], 'C8: a millikelvin more');

-- P5: 90 % of the limit, main and a phase.
select pg_temp.set_limit('NORTH', 'feed a', 1000000, null, 1000000000);
create temporary table p5 as select pg_temp.ask('{"budgeted_w": 900}', 66, pg_temp.a('1'), during => '[2026-06-01,2026-07-01)') as id;
select is(pg_temp.warned(id, 'P5'), '{}', 'P5: exactly 90 %') from p5;
create temporary table p5_more as select pg_temp.ask('{"budgeted_w": 1}', 68, pg_temp.a('2'), during => '[2026-06-30,2026-08-01)') as id;
select is(pg_temp.warned(id, 'P5'), array['P5 NORTH feed a 1000/900000/900000 mW 2026-06-30'], 'P5: a watt more on one day') from p5_more;
select is(words, '90.1 % of the limit', 'P5: said in per cent') from p5_more, pg_temp.words(id, 'P5') words;
insert into polder.setting (key, value) values ('power_warn_permille', '901');
select is(pg_temp.warned(id, 'P5'), '{}', 'P5: the institution says where it begins') from p5_more;
delete from polder.setting where key = 'power_warn_permille';
select pg_temp.set_limit('NORTH', 'feed a', 1000000000, 1000000, 1000000000, 1000000000);
select is(pg_temp.warned(pg_temp.ask('{"budgeted_w": 855}', 70, pg_temp.a('1'), during => '[2026-09-01,2026-10-01)'), 'P5'), '{}', 'P5: 900 VA of 1,000 on a phase');
select is(pg_temp.warned(pg_temp.ask('{"budgeted_w": 856}', 70, pg_temp.a('1'), during => '[2026-10-01,2026-11-01)'), 'P5'),
          array['P5 NORTH feed a 901053/0/900000 mVA L1 2026-10-01'], 'P5: 901.053 VA');
select pg_temp.set_limit('NORTH', 'feed a', 1000000000);

-- P8: asked by the request.
insert into polder.person (organisation_id) select id from polder.organisation;
insert into polder.request (number, organisation_id, requester_id, from_date, wish_redundant)
select 'R-1', o.id, (select min(id) from polder.person), '2026-02-01', true from polder.organisation o where code = 'HOME';
insert into polder.request_item (request_id, ordinal) select id, 1 from polder.request;
create temporary table p8 as
select pg_temp.ask(i, 72, pg_temp.a('4'), during => '[2026-02-01,2026-03-01)') as one,
       pg_temp.ask(i, 74, pg_temp.a('5') || pg_temp.outlet('NORTH', 'R1 pdu b', '5'), during => '[2026-02-01,2026-03-01)') as two
from (select jsonb_build_object('request_item_id', id) as i from polder.request_item) item;
select is(pg_temp.warned(two, 'P8'), '{}', 'P8: two cords') from p8;
select is(pg_temp.warned(one, 'P8'), array['P8 NORTH/HALL/R1 2/-/1 pieces 2026-02-01'], 'P8: one cord') from p8;
update polder.request set wish_redundant = false;
select is(pg_temp.warned(one, 'P8'), '{}', 'P8: redundancy is not asked') from p8;

-- P9: 1,000 VA on each phase, and then 157 or 158 more on the first: 10 % of the mean.
select pg_temp.ask('{"budgeted_w": 950}', 4 + 2 * n, pg_temp.a(n::text), during => '[2027-01-01,2028-01-01)') from generate_series(1, 3) n \g /dev/null
create temporary table p9 as select pg_temp.ask('{"budgeted_w": 149}', 12, pg_temp.a('4'), during => '[2027-02-01,2027-03-01)') as id;
select is(pg_temp.warned(id, 'P9'), '{}', 'P9: 9.9 % above the mean') from p9;
select pg_temp.gone(id) from p9;
create temporary table p9_more as select pg_temp.ask('{"budgeted_w": 150}', 12, pg_temp.a('4'), during => '[2027-02-01,2027-03-01)') as id;
select is(pg_temp.warned(id, 'P9'), array['P9 NORTH feed a 105264/-/105263 mVA L1 2027-02-01'], 'P9: 10.1 %, of its nodes the worst') from p9_more;
select is(words, 'L1 is 10.1 % above the mean of the phases; it is on the best already', 'P9: no phase is better') from p9_more, pg_temp.words(id, 'P9') words;
select is(words, 'L1 is 25.7 % above the mean of the phases; best on L2', 'P9: another phase is')
from pg_temp.words(pg_temp.ask('{"budgeted_w": 270}', 14, pg_temp.a('7'), during => '[2027-02-15,2027-03-01)'), 'P9') words;

-- P10: the nameplate, an estimate, an old measurement.
select is(pg_temp.warned(pg_temp.ask('{"budgeted_w": 700}', 16, pg_temp.a('10'), during => '[2026-02-01,2026-02-02)'), 'P10'), '{}', 'P10: budgeted');
create temporary table p10 as select pg_temp.ask('{"nameplate_w": 1000}', 16, pg_temp.a('10'), during => '[2026-03-01,2026-03-02)') as id;
select is(pg_temp.warned(id, 'P10'), array['P10 NORTH/HALL/R1 700000/-/- mW nameplate 2026-03-01'], 'P10: 70 % of the nameplate') from p10;
select is(pg_temp.warned(pg_temp.ask('{"nameplate_w": null}', 16, pg_temp.a('10'), during => '[2026-04-01,2026-04-02)'), 'P10'),
          array['P10 NORTH/HALL/R1 150000/-/- mW estimate 2026-04-01'], 'P10: nobody has said anything');
select is(pg_temp.warned(pg_temp.ask('{"budgeted_w": 9, "measured_w": 9, "measured_on": "2025-01-01"}', 18), 'P10'), '{}', 'P10: measured a year ago');
select is(pg_temp.warned(pg_temp.ask('{"budgeted_w": 9, "measured_w": 9, "measured_on": "2024-12-31"}', 20), 'P10'),
          array['P10 NORTH/HALL/R1 366/-/365 days measured 2026-02-01'], 'P10: a day longer ago');

-- G4: 80 % of 20 half units.
insert into polder.agreement (host_id, guest_id, reference, during)
select h.id, g.id, 'A-1', '[2026-02-01,)' from polder.organisation h, polder.organisation g where h.code = 'HOME' and g.code = 'AWAY';
insert into polder.node (kind, name) values ('agreement_line', 'A-1 U');
insert into polder.agreement_line (agreement_id, topic, unit, quota, during, node_id)
select a.id, 'hosting', 'U', 10, a.during, n.id from polder.agreement a, polder.node n where n.kind = 'agreement_line';
select is(pg_temp.warned(pg_temp.ask('{"height_hu": 16}', 60, rack => 'R2', during => '[2026-02-01,2026-03-01)', owner => 'AWAY'), 'G4'), '{}', 'G4: 80 %');
select is(pg_temp.warned(pg_temp.ask('{"height_hu": 1}', 80, rack => 'R2', during => '[2026-02-28,2026-04-01)', owner => 'AWAY'), 'G4'),
          array['G4 A-1 U 1/16/16 hu 2026-02-28'], 'G4: half a unit more on one day');

-- G5
create temporary table g5 as select pg_temp.ask('{}', 22) as id;
select is(pg_temp.warned(id, 'G5'), array['G5 NORTH/HALL/R1 2/-/0 pieces 2026-02-01'], 'G5: nobody') from g5;
insert into polder.equipment_contact select p.equipment_id, c.id from g5 join polder.placement p on p.id = g5.id, (select min(id) as id from polder.person) c;
select is(pg_temp.warned(id, 'G5'), array['G5 NORTH/HALL/R1 2/-/1 pieces 2026-02-01'], 'G5: one') from g5;
insert into polder.equipment_contact select p.equipment_id, c.id from g5 join polder.placement p on p.id = g5.id, (select max(id) as id from polder.person) c;
select is(pg_temp.warned(id, 'G5'), '{}', 'G5: two') from g5;
update polder.person set left_on = '2025-12-31' where id = (select max(id) from polder.person);
select is(pg_temp.warned(id, 'G5'), array['G5 NORTH/HALL/R1 2/-/1 pieces 2026-02-01'], 'G5: of whom one has left') from g5;

-- N1, where it only warns.
insert into polder.network_ports (rack_id, speed_mbps, medium, ports) values (pg_temp.rack('NORTH', 'R1'), 10000, 'RJ45', 4);
select is(pg_temp.warned(pg_temp.ask('{"ports": [{"count": 4, "speed_mbps": 10000, "medium": "RJ45"}]}', 24, during => '[2026-02-01,2026-03-01)'), 'N1'), '{}', 'N1: all four');
create temporary table n1 as select pg_temp.ask('{"ports": [{"count": 1, "speed_mbps": 10000, "medium": "RJ45"}]}', 26, during => '[2026-02-28,2026-04-01)') as id;
select is(pg_temp.warned(id, 'N1'), array['N1 NORTH HALL/R1 10 Gb/s RJ45 1/4/4 pieces 2026-02-28'], 'N1: one more on one day') from n1;
select is(pg_temp.warned(pg_temp.ask('{"ports": [{"count": 2, "speed_mbps": 400, "medium": "RJ45"}]}', 28), 'N1'),
          array['N1 NORTH/HALL/R1 2/-/- pieces 400 Mb/s RJ45 2026-02-01'], 'N1: nobody knows of such ports');
set polder.reason = 'from now on';
insert into polder.setting (key, value) values ('network_ports_refuse', '1');
select is(pg_temp.warned(id, 'N1'), '{}', 'N1: where it refuses it does not warn') from n1;

-- On record, and taken back.
create function pg_temp.record(placement int) returns setof text language sql as $$
    select concat_ws(' ', f.rule, f.text, f.requested, f.capacity, f.unit, case when f.resolved_on is null then 'open' end)
    from polder.finding f where f.placement_id = record.placement and f.rule in ('P10', 'G5') order by f.rule desc, f.id
$$;
select guard.note_warnings(array[id]) from p10 \g /dev/null
select guard.note_warnings(array[id]) from p10 \g /dev/null
select results_eq($$ select r from p10, pg_temp.record(id) r $$,
    $$ values ('P10 NORTH/HALL/R1: its draw is taken from the nameplate 700000 mW open'), ('G5 NORTH/HALL/R1: no contact, two are wanted 2 0 pieces open') $$,
    'on record, once');
update polder.equipment set budgeted_w = 500 where id = (select equipment_id from polder.placement p join p10 on p10.id = p.id);
select guard.note_warnings(array[id]) from p10 \g /dev/null
select results_eq($$ select r from p10, pg_temp.record(id) r where r like '%open' $$,
    $$ values ('G5 NORTH/HALL/R1: no contact, two are wanted 2 0 pieces open') $$, 'what is no longer so is taken back');
select pg_temp.gone(id) from p10;
select guard.note_warnings(array[id]) from p10 \g /dev/null
select is_empty($$ select r from p10, pg_temp.record(id) r where r like '%open' $$, 'what is over warns of nothing');
-- A rack's open units are said once.
update polder.rack set cooling = 'containment' where id = pg_temp.rack('NORTH', 'R2');
select guard.note_warnings(array[high]), guard.note_warnings(array[pg_temp.ask('{}', 46, rack => 'R2', during => '[2028-06-01,)')]),
       guard.note_warnings(array[pg_temp.ask('{}', 52, rack => 'R2', during => '[2028-06-01,)')]) from c6 \g /dev/null
select results_eq($$ select requested from polder.finding where rule = 'C6' and resolved_on is null $$, array[6::bigint], 'C6: three half units and as many, said once');
select is(words, '3U are open between devices: blanking panels', 'C6: in units')
from polder.placement p cross join lateral pg_temp.words(p.id, 'C6') words where p.position_hu = 52 and p.rack_id = pg_temp.rack('NORTH', 'R2');

select * from finish();
rollback;
