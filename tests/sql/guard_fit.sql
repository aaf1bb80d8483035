-- Each rule of what fits (25_fit.sql): its largest passing case and its smallest failing one, a unit apart; check sees the
-- same; a change of the surroundings is found; never worse.
begin;
create extension if not exists pgtap;
\ir fixtures/small_estate.sql
select plan(54);

-- Equipment with these columns, booked in R1 of NORTH at this half unit; '{}' outlets unless named.
create function pg_temp.ask(columns jsonb, at_hu int default 0, outlets int[] default '{}', during daterange default '[2026-02-01,)',
                            face text default 'both', room text default null) returns int language plpgsql as $$
declare
    device polder.equipment;
begin
    device := jsonb_populate_record(null::polder.equipment, '{"height_hu": 2, "budgeted_w": 0, "weight_g": 1000, "kind": "rack",
        "accessory_g": 0, "power_factor_permille": 950, "cords": 2, "phases": "1", "data_class": "laag", "medical": false,
        "personal_data": false, "shareable": false, "ducted": false, "half_width": false, "ports": [], "name": "", "project": "",
        "cost_centre": "", "power_source": "", "wipe_reference": ""}'
        || case when room is null then '{}' else '{"width_mm": 600, "depth_mm": 600}'::jsonb end || columns);
    device.owner_id := (select id from polder.organisation where code = 'HOME');
    device.id := nextval(pg_get_serial_sequence('polder.equipment', 'id'));
    insert into polder.equipment overriding system value select device.*;
    if room is not null then
        insert into polder.placement (equipment_id, state, during, room_id, x_mm, y_mm, orientation_deg)
        values (device.id, 'installed', during, (select o.id from polder.room o join polder.site s on s.id = o.site_id
                                                 where s.code = 'NORTH'), 5000, 5000, 0);
    else
        insert into polder.placement (equipment_id, state, during, rack_id, position_hu, face, outlet_ids)
        values (device.id, 'installed', during, pg_temp.rack('NORTH', 'R1'), at_hu, face, outlets);
    end if;
    return device.id;
end
$$;
-- Tries it and takes it back.
create function pg_temp.verdict(columns jsonb, outlets int[] default '{}', face text default 'both', room text default null)
    returns text[] language plpgsql as $$
declare
    refused text[];
begin
    refused := array(select pg_temp.refusal(format('select pg_temp.ask(%L, 60, %L, face => %L, room => %L)', columns, outlets, face, room)));
    if refused = '{}' then
        raise exception 'fits' using errcode = 'ZZ001';
    end if;
    return refused;
exception when sqlstate 'ZZ001' then
    return '{}';
end
$$;
create function pg_temp.socket(pdu text, name text, type text, phases text default '1', max_ma int default 10000) returns int
    language sql as $$
    insert into polder.outlet (node_id, name, type, phases, max_ma) values (pg_temp.node('NORTH', pdu), name, type, phases, max_ma)
    returning id
$$;

-- S2: 880 mm and 120 mm of cords fill 1,000 mm.
select is(pg_temp.verdict('{"depth_mm": 880}'), '{}', 'S2: as deep as the rack');
select is(pg_temp.verdict('{"depth_mm": 881}'), array['S2 NORTH/HALL/R1 1001/0/1000 mm 2026-02-01'], 'S2: a millimetre deeper');
select is(pg_temp.verdict('{"width_mm": 482}'), '{}', 'S2: 19 inches are 482 mm');
select is(pg_temp.verdict('{"width_mm": 483}'), array['S2 NORTH/HALL/R1 483/0/482 mm width 2026-02-01'], 'S2: a millimetre wider');
insert into polder.manufacturer (name) values ('Acme');
insert into polder.model (manufacturer_id, name, rail_min_mm, rail_max_mm) select id, 'railed', 700, 800 from polder.manufacturer;
update polder.rack set rail_min_mm = 600, rail_max_mm = 700 where id = pg_temp.rack('NORTH', 'R1');
select is(pg_temp.verdict(jsonb_build_object('model_id', (select max(id) from polder.model))), '{}', 'S2: rails of 700 to 800 mm in 600 to 700');
update polder.rack set rail_max_mm = 699 where id = pg_temp.rack('NORTH', 'R1');
select is(pg_temp.verdict(jsonb_build_object('model_id', (select max(id) from polder.model))),
          array['S2 NORTH/HALL/R1 700/0/699 mm rails 2026-02-01'], 'S2: rails a millimetre too long');
update polder.rack set rail_min_mm = 801, rail_max_mm = 900 where id = pg_temp.rack('NORTH', 'R1');
select is(pg_temp.verdict(jsonb_build_object('model_id', (select max(id) from polder.model))),
          array['S2 NORTH/HALL/R1 800/0/801 mm rails 2026-02-01'], 'S2: rails a millimetre too short');

-- C4
select is(pg_temp.verdict('{"airflow": "front-to-rear"}'), '{}', 'C4: with the rack');
select is(pg_temp.verdict('{"airflow": "rear-to-front"}'), array['C4 NORTH/HALL/R1 1/0/0 pieces 2026-02-01'], 'C4: against it');
select is(pg_temp.verdict('{"airflow": "rear-to-front"}', face => 'rear'), '{}', 'C4: turned round');
select is(pg_temp.verdict('{"airflow": "front-to-rear"}', face => 'rear'), array['C4 NORTH/HALL/R1 1/0/0 pieces 2026-02-01'],
          'C4: turned round against it');
select is(pg_temp.verdict('{"airflow": "rear-to-front", "ducted": true}'), '{}', 'C4: against it, through a duct');
select is(pg_temp.verdict('{"airflow": "side-to-rear"}'), '{}', 'C4: without a direction of the two');

-- P1: the plug and the phases.
create temporary table socket as
    select pg_temp.outlet('NORTH', 'R1 pdu a', '1') as a13, pg_temp.outlet('NORTH', 'R1 pdu b', '1') as b13,
           pg_temp.outlet('NORTH', 'R1 pdu a', '4') as a13_too, pg_temp.socket('R1 pdu a', 'c19', 'C19', '1', 16000) as a19,
           pg_temp.socket('R1 pdu a', 'three', 'IEC 60309 16A 3P', '123', 16000) as a3;
select is(pg_temp.verdict('{"plug": "C14"}', array[a13]), '{}', 'P1: C14 into C13') from socket;
select is(pg_temp.verdict('{"plug": "C14"}', array[a19]), array['P1 NORTH R1 pdu a:c19 1/0/0 pieces 2026-02-01'], 'P1: C14 into C19') from socket;
select is(pg_temp.verdict('{"plug": "C20"}', array[a13]), array['P1 NORTH R1 pdu a:1 1/0/0 pieces 2026-02-01'], 'P1: C20 into C13') from socket;
select is(pg_temp.verdict('{"phases": "123"}', array[a3]), '{}', 'P1: three phases') from socket;
select is(pg_temp.verdict('{"phases": "123"}', array[a13]), array['P1 NORTH R1 pdu a:1 1/0/0 pieces 2026-02-01'], 'P1: three phases from one') from socket;
select is(pg_temp.verdict('{"phases": "1"}', array[a3]), array['P1 NORTH R1 pdu a:three 1/0/0 pieces 2026-02-01'], 'P1: one phase from three') from socket;

-- P2: 10 A at 230 V are 2,300 VA, at a power factor of 0.95 2,185 W; two cords carry half each until one is gone.
select is(pg_temp.verdict('{"budgeted_w": 2185}', array[a13]), '{}', 'P2: exactly 10 A') from socket;
select is(pg_temp.verdict('{"budgeted_w": 2186}', array[a13]), array['P2 NORTH R1 pdu a:1 2301053/0/2300000 mVA 2026-02-01'], 'P2: a watt more') from socket;
select is(pg_temp.verdict('{"budgeted_w": 2185}', array[a13, b13]), '{}', 'P2: one of two carries all') from socket;
select is(pg_temp.verdict('{"budgeted_w": 2186}', array[a13, b13]),
          array['P2 NORTH R1 pdu a:1 2301053/0/2300000 mVA NORTH ups b 2026-02-01', 'P2 NORTH R1 pdu b:1 2301053/0/2300000 mVA NORTH ups a 2026-02-01'],
          'P2: and a watt more when the other fails') from socket;
-- 16 A on three phases: 3 x 3,680 VA.
select is(pg_temp.verdict('{"budgeted_w": 10488, "phases": "123"}', array[a3]), '{}', 'P2: exactly 16 A on each phase') from socket;
select is(pg_temp.verdict('{"budgeted_w": 10489, "phases": "123"}', array[a3]),
          array['P2 NORTH R1 pdu a:three 3680351/0/3680000 mVA 2026-02-01'], 'P2: a watt more on three') from socket;

-- A cord beside a bank that hangs on the same PDU carries all when the bank fails; the cord in the bank sees no failure
-- that it survives.
insert into polder.node (kind, site_id, rack_id, name, side, parent_id)
select 'bank', site_id, rack_id, 'R1 bank a', 'A', id from polder.node where id = pg_temp.node('NORTH', 'R1 pdu a');
insert into polder.node_limit (node_id, normal_main) values (pg_temp.node('NORTH', 'R1 bank a'), 1000000000);
select is(pg_temp.verdict('{"budgeted_w": 2186}', array[a13, pg_temp.socket('R1 bank a', 'b1', 'C13')]),
          array['P2 NORTH R1 pdu a:1 2301053/0/2300000 mVA NORTH R1 bank a 2026-02-01', 'P7 NORTH ups a 2/0/1 pieces 2026-02-01'],
          'P2: the bank below it fails') from socket;

-- P7
select is(pg_temp.verdict('{}', array[a13, b13]), '{}', 'P7: a cord on each side') from socket;
select is(pg_temp.verdict('{}', array[a13, a13_too]), array['P7 NORTH ups a 2/0/1 pieces 2026-02-01'], 'P7: both on side A') from socket;
select is(pg_temp.verdict('{}', array[a13]), '{}', 'P7: one cord is on one side') from socket;

-- C5, S8: the room, and a part of it.
insert into polder.room_environment (room_id, setpoint_mc, drift_mk_per_h, vibration_class, emi_nt, shape)
select o.id, v.* from polder.room o join polder.site s on s.id = o.site_id and s.code = 'NORTH',
    (values (22000, 500, 'VC-B', 300, null::jsonb), (30000, 2000, 'VC-D', 100, '[[4000,4000],[6000,4000],[6000,6000],[4000,6000]]')) v;
select is(pg_temp.verdict('{"inlet_min_mc": 18000, "inlet_max_mc": 22000}'), '{}', 'C5: as warm as it bears');
select is(pg_temp.verdict('{"inlet_max_mc": 21999}'), array['C5 NORTH/HALL/R1 22000/0/21999 mC 2026-02-01'], 'C5: too warm');
select is(pg_temp.verdict('{"inlet_min_mc": 22000}'), '{}', 'C5: as cool as it bears');
select is(pg_temp.verdict('{"inlet_min_mc": 22001}'), array['C5 NORTH/HALL/R1 22001/0/22000 mC 2026-02-01'], 'C5: too cool');
select is(pg_temp.verdict('{"kind": "floor", "drift_mk_per_h": 2000, "inlet_max_mc": 30000}', room => 'HALL'), '{}', 'S8: in the part of the room that has its own air');
select is(pg_temp.verdict('{"kind": "floor", "drift_mk_per_h": 1999}', room => 'HALL'), array['S8 NORTH/HALL 2000/0/1999 mK/h 2026-02-01'], 'S8: drifts more than it bears');
insert into polder.model (manufacturer_id, name, kind, vibration_class, emi_nt, media)
select m.id, v.name, 'floor', vibration, emi, media
from polder.manufacturer m, (values ('quiet', 'VC-D', 100, '{}'::text[]), ('quieter', 'VC-E', 99, '{helium}')) v (name, vibration, emi, media);
create function pg_temp.model(wanted text) returns jsonb language sql as $$
    select jsonb_build_object('kind', 'floor', 'model_id', id) from polder.model where name = wanted
$$;
select is(pg_temp.verdict(pg_temp.model('quiet'), room => 'HALL'), '{}', 'S8: vibration and fields as it bears them');
insert into polder.media_point (room_id, medium, name, x_mm, y_mm, during)
select o.id, 'helium', 'G1', 0, 0, '[2026-02-02,)' from polder.room o join polder.site s on s.id = o.site_id and s.code = 'NORTH';
select bag_eq(format('select unnest(%L::text[])', pg_temp.verdict(pg_temp.model('quieter'), room => 'HALL')),
    array['S8 NORTH/HALL 5/0/4 VC 2026-02-01', 'S8 NORTH/HALL 100/0/99 nT 2026-02-01', 'S7 NORTH/HALL helium 1/0/0 pieces 2026-02-01'],
    'S8: a class more, a nanotesla less; S7: helium comes a day later');
update polder.media_point set during = '[2026-02-01,)';
update polder.room_environment set vibration_class = 'VC-E', emi_nt = 99 where shape is not null;
select is(pg_temp.verdict(pg_temp.model('quieter'), room => 'HALL'), '{}', 'S7: there is helium');
update polder.room_environment set vibration_class = null where shape is not null;
select is(pg_temp.verdict(pg_temp.model('quieter'), room => 'HALL'), array['S8 NORTH/HALL 5/0/- VC 2026-02-01'],
          'S8: nobody knows how quiet it is');

-- G1 to G3.
select is(pg_temp.verdict('{"data_class": "middel"}'), '{}', 'G1: as the room protects');
select is(pg_temp.verdict('{"data_class": "hoog"}'), array['G1 NORTH/HALL/R1 3/0/2 class 2026-02-01'], 'G1: a class higher');
select is(pg_temp.verdict('{"medical": true}'), array['G1 NORTH/HALL/R1 1/0/0 class NEN 7510 2026-02-01'], 'G1: patients'' data');
insert into polder.system (name) values ('open');
select is(pg_temp.verdict(jsonb_build_object('personal_data', true, 'system_id', (select id from polder.system))),
          array['G2 NORTH/HALL/R1 1/0/0 pieces 2026-02-01'], 'G2: where no personal data may be');
update polder.system set personal_data = true;
select is(pg_temp.verdict(jsonb_build_object('personal_data', true, 'system_id', (select id from polder.system))), '{}', 'G2: where they may');
select is(pg_temp.verdict('{"availability_class": 2}', array[a13, b13]), '{}', 'G3: a shared supply is neither UPS nor generator') from socket;
select is(pg_temp.verdict('{"availability_class": 3}', array[a13, b13]), array['G3 NORTH/HALL/R1 3/0/2 class 2026-02-01'], 'G3: that cannot be maintained') from socket;
update polder.node set kind = 'transfer' where name like 'feed _' and site_id = (select id from polder.site where code = 'NORTH');
select is(pg_temp.verdict('{"availability_class": 4}', array[a13, b13]), '{}', 'G3: a transfer switch on each side') from socket;
select is(pg_temp.verdict('{"availability_class": 2}', array[a13]), array['G3 NORTH/HALL/R1 2/0/1 class 2026-02-01'], 'G3: one cord on one UPS') from socket;
update polder.node set units = 2 where kind = 'ups';
select is(pg_temp.verdict('{"availability_class": 2}', array[a13]), '{}', 'G3: two in parallel') from socket;

-- With a reason it is found and not refused: the room gets warmer than what stands there bears. check knows the finding.
select pg_temp.ask('{"inlet_max_mc": 24000, "depth_mm": 800, "name": "warm"}', 10);
set polder.reason = 'less cooling';
update polder.room_environment set setpoint_mc = 24001 where shape is null;
select results_eq($$select rule, requested, capacity, unit, text, placement_id is not null from polder.finding where resolved_on is null and rule = 'C5'$$,
    $$ values ('C5', 24001::bigint, 24000::bigint, 'mC', 'NORTH/HALL/R1', true) $$, 'a warmer room becomes a finding');
select results_eq($$select rule, requested, capacity, covered from guard.check() where rule = 'C5'$$,
    $$ values ('C5', 24001::bigint, 24000::bigint, true) $$, 'check counts the same');
-- Never worse: it may move and may not ask for less warmth.
select is_empty($$select pg_temp.refusal($s$update polder.placement set position_hu = 12
    where equipment_id = (select id from polder.equipment where name = 'warm')$s$)$$, 'what does not fit already may move in its rack');
select results_eq($$select pg_temp.refusal($s$update polder.equipment set inlet_max_mc = 23999 where name = 'warm'$s$)$$,
    array['C5 NORTH/HALL/R1 24001/0/23999 mC 2026-02-01'], 'but not become worse');
update polder.room_environment set setpoint_mc = 24000 where shape is null;
select is_empty($$select from polder.finding where resolved_on is null and rule = 'C5'$$, 'cool again, it is no finding any more');

select * from finish();
rollback;
