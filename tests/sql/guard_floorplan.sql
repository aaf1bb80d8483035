-- What stands on the floor: S6 on the plan (limit and a millimetre more, turned, dated), S4, S9, and C7, C2, P7 of what is
-- not in a rack. Never worse; a change of the plan is found.
begin;
create extension if not exists pgtap;
\ir fixtures/small_estate.sql
select plan(112);

create temporary table hall as
    select o.id, o.site_id from polder.room o join polder.site s on s.id = o.site_id where s.code = 'NORTH';
-- The racks stand in the corner: 600 mm wide and 1,200 deep.
update polder.rack set x_mm = 600 * (substr(code, 2)::int - 1) where room_id = (select id from hall);
insert into polder.manufacturer (name) values ('Acme');

-- A model of this size, and equipment of it.
create function pg_temp.model(name text, wide int, deep int, columns jsonb default '{}') returns int language plpgsql as $$
declare
    made polder.model;
begin
    made := jsonb_populate_record(null::polder.model, '{"kind": "floor", "part_number": "", "half_width": false, "media": [],
        "interfaces": [], "extra": {}, "source": "", "height_hu": 0}'::jsonb || columns);
    made.id := nextval(pg_get_serial_sequence('polder.model', 'id'));
    made.name := name;
    made.manufacturer_id := (select max(id) from polder.manufacturer);
    made.width_mm := wide;
    made.depth_mm := deep;
    insert into polder.model overriding system value select made.*;
    return made.id;
end
$$;
create function pg_temp.device_of(model text, columns jsonb default '{}') returns int language plpgsql as $$
declare
    made polder.equipment;
begin
    made := jsonb_populate_record(null::polder.equipment, '{"kind": "floor", "height_hu": 0, "budgeted_w": 0, "accessory_g": 0,
        "power_factor_permille": 950, "cords": 0, "phases": "1", "data_class": "laag", "medical": false, "name": "",
        "personal_data": false, "ducted": false, "shareable": false, "half_width": false, "ports": [], "project": "", "cost_centre": "",
        "power_source": "", "wipe_reference": ""}'::jsonb || columns);
    made.id := nextval(pg_get_serial_sequence('polder.equipment', 'id'));
    made.owner_id := (select id from polder.organisation where code = 'HOME');
    made.model_id := (select m.id from polder.model m where m.name = model);
    insert into polder.equipment overriding system value select made.*;
    return made.id;
end
$$;
create function pg_temp.stand(model text, x int, y int, deg int default 0, during daterange default '[2026-02-01,)',
                              columns jsonb default '{}', outlets int[] default '{}', inherited boolean default false)
    returns int language sql as $$
    insert into polder.placement (equipment_id, state, during, room_id, x_mm, y_mm, orientation_deg, outlet_ids, inherited)
    select pg_temp.device_of(model, columns), 'installed', during, id, x, y, deg, outlets, inherited from hall returning id
$$;
-- Tries it and takes it back: what it is refused for.
create function pg_temp.verdict(statement text) returns text[] language plpgsql as $$
declare
    refused text[];
begin
    refused := array(select pg_temp.refusal(statement) order by 1);
    if refused = '{}' then
        raise exception 'fits' using errcode = 'ZZ001';
    end if;
    return refused;
exception when sqlstate 'ZZ001' then
    return '{}';
end
$$;
create function pg_temp.at(model text, x int, y int, deg int default 0, during daterange default '[2026-02-01,)',
                           columns jsonb default '{}', outlets int[] default '{}') returns text[] language sql as $$
    select pg_temp.verdict(format('select pg_temp.stand(%L, %s, %s, %s, %L, %L, %L)', model, x, y, deg, during, columns, outlets))
$$;

-- Corners: x, y is the middle; a rectangle of odd size keeps it, halves go to the south and east.
select is(guard.turned(1000, 1000, 0, -600, -400, 600, 400), '{700,800,1300,800,1300,1200,700,1200}', 'straight');
select is(guard.turned(1000, 1000, 90, -600, -400, 600, 400), '{1200,700,1200,1300,800,1300,800,700}', 'a quarter clockwise');
select is(guard.turned(1000, 1000, 45, -600, -400, 600, 400), '{929,646,1354,1071,1071,1354,646,929}', 'an eighth');
select is(guard.turned(1000, 1000, 0, -601, -1, 601, 1), '{700,1000,1301,1000,1301,1001,700,1001}', 'of 601 mm');
select is(guard.turned(1000, 1000, 180, -601, -1, 601, 1), '{1301,1001,700,1001,700,1000,1301,1000}', 'turned round, too');

-- Depths: the least way out, rounded up. A wall that goes round a corner holds what is within it, not what is in its arms.
select is(guard.overlap_mm('{0,0,10,0,10,10,0,10}', '{10,0,20,0,20,10,10,10}'), null, 'an edge is no overlap');
select is(guard.overlap_mm('{0,0,10,0,10,10,0,10}', '{9,5,19,5,19,15,9,15}'), 1, 'a millimetre is');
select is(guard.overlap_mm('{0,0,10,0,10,10,0,10}', '{10,10,20,10,20,20,10,20}'), null, 'nor is a corner');
select is(guard.overlap_mm('{0,0,10,0,10,10,0,10}', '{15,0,20,5,15,10,10,5}'), null, 'a corner against a side');
select is(guard.overlap_mm('{0,0,10,0,10,10,0,10}', '{4,4,6,4,6,6,4,6}'), 6, 'all of it within');
select is(guard.overlap_mm('{5,5,8,5,8,8,5,8}', '{0,0,20,0,20,2,2,2,2,20,0,20}'), null, 'between the arms of an L');
select is(guard.overlap_mm('{1,5,8,5,8,8,1,8}', '{0,0,20,0,20,2,2,2,2,20,0,20}'), 8, 'an arm through it (a bound)');
select is(guard.overlap_mm('{0,0,1,0,1,1,0,1}', '{0,0,20,0,20,2,2,2,2,20,0,20}'), 1, 'within an L');
select is(guard.overlap_mm('{0,-1,30,-1,30,21,0,21}', '{0,0,20,0,20,2,2,2,2,20,0,20}'), 20, 'an L within it');

-- S6 against each other: 1,000 x 600 mm, and one that wants 300 mm before it, 200 behind, 100 on the left, 50 on the right.
select pg_temp.model('plain', 1000, 600);
select pg_temp.model('wide open', 1000, 600, '{"clearance_front_mm": 300, "clearance_rear_mm": 200, "clearance_left_mm": 100, "clearance_right_mm": 50}');
select pg_temp.stand('plain', 5000, 4000, columns => '{"name": "first"}');
select is(pg_temp.at('plain', 6000, 4000), '{}', 'S6: side by side');
select is(pg_temp.at('plain', 5999, 4000), array['S6 NORTH/HALL footprint 1/0/0 mm 2026-02-01'], 'S6: a millimetre into each other');
select is(pg_temp.at('plain', 5000, 4600), '{}', 'S6: back to back');
select is(pg_temp.at('plain', 5000, 4599), array['S6 NORTH/HALL footprint 1/0/0 mm 2026-02-01'], 'S6: and not quite');
-- A quarter: 600 wide, 1,000 deep.
select is(pg_temp.at('plain', 5800, 4000, 90), '{}', 'S6: a quarter, side by side');
select is(pg_temp.at('plain', 5799, 4000, 270), array['S6 NORTH/HALL footprint 1/0/0 mm 2026-02-01'], 'S6: and a millimetre in');
-- An eighth: its westernmost corner is 566 mm from its middle, at -566, 142 mm to the south of it or the north.
select is(pg_temp.at('plain', 6066, 4000, 45), '{}', 'S6: an eighth, its corner at the side');
select is(pg_temp.at('plain', 6065, 4000, 45), array['S6 NORTH/HALL footprint 1/0/0 mm 2026-02-01'], 'S6: an eighth, its corner in it');
-- Bounding rectangles overlap, they do not: corner to corner across.
select is(pg_temp.at('plain', 5900, 4700, 45), '{}', 'S6: what a bounding rectangle would refuse');
-- The clearance against the other's footprint: before, behind, left, right.
select is(pg_temp.at('wide open', 5000, 4900), '{}', 'S6: 300 mm before it');
select is(pg_temp.at('wide open', 5000, 4899), array['S6 NORTH/HALL footprint 1/0/0 mm 2026-02-01'], 'S6: 299');
select is(pg_temp.at('wide open', 5000, 3200), '{}', 'S6: 200 mm behind it');
select is(pg_temp.at('wide open', 5000, 3199), '{}', 'S6: more');
select is(pg_temp.at('wide open', 5000, 3201), array['S6 NORTH/HALL footprint 1/0/0 mm 2026-02-01'], 'S6: 199');
select is(pg_temp.at('wide open', 3900, 4000), '{}', 'S6: 100 mm on its left, who looks at its front');
select is(pg_temp.at('wide open', 3901, 4000), array['S6 NORTH/HALL footprint 1/0/0 mm 2026-02-01'], 'S6: 99');
select is(pg_temp.at('wide open', 6050, 4000), '{}', 'S6: 50 mm on its right');
select is(pg_temp.at('wide open', 6049, 4000), array['S6 NORTH/HALL footprint 1/0/0 mm 2026-02-01'], 'S6: 49');
select is(pg_temp.at('wide open', 6100, 4000, 180), '{}', 'S6: turned round, its left is in the west');
select is(pg_temp.at('wide open', 6099, 4000, 180), array['S6 NORTH/HALL footprint 1/0/0 mm 2026-02-01'], 'S6: 99 mm there');
-- Its clearance keeps others away as well; two clearances share.
select pg_temp.stand('wide open', 8000, 6000, columns => '{"name": "open"}');
select is(pg_temp.at('plain', 8000, 5100), '{}', 'S6: where its clearance ends');
select is(pg_temp.at('plain', 8000, 5101), array['S6 NORTH/HALL footprint 1/0/0 mm 2026-02-01'], 'S6: in its clearance');
select is(pg_temp.at('wide open', 8000, 5100, 180), '{}', 'S6: front to front they share 300 mm');
select is(pg_temp.at('wide open', 8000, 5101, 180), array['S6 NORTH/HALL footprint 1/0/0 mm 2026-02-01'], 'S6: not 299');

-- Over dates.
select pg_temp.stand('plain', 3000, 6500, during => '[2026-03-01,2026-06-01)');
select is(pg_temp.at('plain', 3000, 6500, during => '[2026-02-01,2026-03-01)'), '{}', 'S6: gone the day the other comes');
select is(pg_temp.at('plain', 3000, 6500, during => '[2026-06-01,2026-07-01)'), '{}', 'S6: comes the day the other has gone');
select is(pg_temp.at('plain', 3000, 6500, during => '[2026-02-01,2026-03-02)'), array['S6 NORTH/HALL footprint 600/0/0 mm 2026-03-01'], 'S6: a day with it');

-- The room's edge: clearance and footprint.
select is(pg_temp.at('plain', 9500, 7700), '{}', 'S6: in the corner of the room');
select is(pg_temp.at('plain', 9501, 7700), array['S6 NORTH/HALL 1/0/0 mm 2026-02-01'], 'S6: a millimetre out of it');
select is(pg_temp.at('wide open', 9400, 7500), '{}', 'S6: with its clearance');
select is(pg_temp.at('wide open', 9400, 7501), array['S6 NORTH/HALL 1/0/0 mm 2026-02-01'], 'S6: its clearance out of it');

-- Racks stand until they go; walls and columns always; aisles take a clearance.
select is(pg_temp.at('wide open', 2900, 1500, 270), '{}', 'S6: its right is in the north');
select is(pg_temp.at('plain', 1700, 600), '{}', 'S6: beside the rack');
select is(pg_temp.at('plain', 1699, 600), array['S6 NORTH/HALL/R2 1/0/0 mm 2026-02-01'], 'S6: in the rack');
select is(pg_temp.at('wide open', 1749, 600), array['S6 NORTH/HALL/R2 1/0/0 mm 2026-02-01'], 'S6: its clearance in the rack');
update polder.rack set during = '[2020-01-01,2026-04-01)' where id = pg_temp.rack('NORTH', 'R2');
select is(pg_temp.at('plain', 1500, 600, during => '[2026-04-01,)'), '{}', 'S6: where the rack has gone');
select is(pg_temp.at('plain', 1500, 600, during => '[2026-03-31,)'), array['S6 NORTH/HALL/R2 200/0/0 mm 2026-03-31'], 'S6: on its last day');
insert into polder.room_feature (room_id, kind, name, shape, keep_clear)
select id, f.kind, f.name, f.shape::jsonb, f.clear
from hall, (values ('column', 'K1', '[[3000,2000],[3600,2000],[3600,2600],[3000,2600]]', false),
                   ('aisle_cold', 'aisle', '[[6000,1000],[9000,1000],[9000,2200],[6000,2200]]', true),
                   ('area', 'staging', '[[0,5000],[1000,5000],[1000,6000],[0,6000]]', false),
                   ('door', '', '[[0,7000],[100,7000],[100,7900],[0,7900]]', true)) f (kind, name, shape, clear);
select is(pg_temp.at('wide open', 3500, 3200), '{}', 'S6: its clearance up to the column');
select is(pg_temp.at('wide open', 3500, 3199), array['S6 NORTH/HALL K1 1/0/0 mm 2026-02-01'], 'S6: its clearance in the column');
select is(pg_temp.at('wide open', 7000, 2500), '{}', 'S6: its clearance in the aisle');
select is(pg_temp.at('wide open', 7000, 2499), array['S6 NORTH/HALL aisle 1/0/0 mm 2026-02-01'], 'S6: itself in the aisle');
select is(pg_temp.at('plain', 600, 5500), '{}', 'S6: in an area that nobody keeps clear');
select is(pg_temp.at('plain', 599, 7500), array['S6 NORTH/HALL door 1/0/0 mm 2026-02-01'], 'S6: before a door');

-- Whose size nobody knows.
select is(pg_temp.at('nothing', 3000, 4000, columns => '{"width_mm": 500}'), array['S6 NORTH/HALL 1/0/- mm size 2026-02-01'], 'S6: how deep is it?');
select is(pg_temp.at('nothing', 3000, 4000, columns => '{"width_mm": 500, "depth_mm": 500}'), '{}', 'S6: it says so itself');

-- A swap in one statement; and one that does not fit is no swap.
create temporary table pair as
    select pg_temp.stand('plain', 2500, 4000, columns => '{"name": "left"}') as a, pg_temp.stand('plain', 3500, 4000, columns => '{"name": "right"}') as b;
select is_empty($$select pg_temp.refusal($s$update polder.placement p set x_mm = 6000 - p.x_mm from pair where p.id in (a, b)$s$)$$, 'S6: two swap places');
select results_eq($$select pg_temp.refusal($s$update polder.placement p set x_mm = 6000 - p.x_mm + (p.id = a)::int from pair where p.id in (a, b)$s$)$$,
    $$ values ('S6 NORTH/HALL footprint 1/0/0 mm 2026-02-01'), ('S6 NORTH/HALL footprint 1/0/0 mm 2026-02-01') $$, 'S6: not into each other');
select is((select string_agg(x_mm || ':' || (f.footprint)[1], ' ' order by p.id) from polder.placement p join polder.floor_shape f on f.placement_id = p.id
           join pair on p.id in (a, b)), '3500:3000 2500:2000', 'they stand where they swapped to');

-- Never worse, and found: a wall comes, a model grows, a door is narrowed. Without a reason none does.
select throws_ok($$insert into polder.room_feature (room_id, kind, name, shape) select id, 'wall', 'new wall', '[[1990,3000],[2010,3000],[2010,5000],[1990,5000]]' from hall$$,
    'PL008', null, 'a wall through what stands there wants a reason');
set polder.reason = 'rebuilt';
insert into polder.room_feature (room_id, kind, name, shape) select id, 'wall', 'new wall', '[[1990,3000],[2010,3000],[2010,5000],[1990,5000]]' from hall;
select results_eq($$select rule, requested, capacity, text from polder.finding where resolved_on is null and rule = 'S6'$$,
    $$ values ('S6', 10::bigint, 0::bigint, 'NORTH/HALL new wall') $$, 'with a reason it is found');
select results_eq($$select rule, "where", requested, covered from guard.check() where rule = 'S6'$$,
    $$ values ('S6', 'NORTH/HALL new wall', 10::bigint, true) $$, 'check counts the same');
select is(pg_temp.verdict($$update polder.placement set y_mm = 4100 where equipment_id = (select id from polder.equipment where name = 'right')$$), '{}',
          'what is in the wall already may move along it');
select is(pg_temp.verdict($$update polder.placement set x_mm = 2499 where equipment_id = (select id from polder.equipment where name = 'right')$$),
          array['S6 NORTH/HALL new wall 11/0/0 mm 2026-02-01'], 'and not deeper');
delete from polder.room_feature where name = 'new wall';
select is_empty($$select from polder.finding where resolved_on is null and rule = 'S6'$$, 'the wall is gone, the finding too');
-- Inherited into another: a finding of which; it may not change it for a third.
select pg_temp.stand('plain', 5000, 3700, inherited => true, columns => '{"name": "old"}');
select results_eq($$select rule, requested, text from polder.finding where resolved_on is null and rule = 'S6'$$,
    $$ values ('S6', 300::bigint, 'NORTH/HALL footprint') $$, 'taken over into another: a finding');
select is(pg_temp.verdict($$update polder.placement set y_mm = 3600 where equipment_id = (select id from polder.equipment where name = 'old')$$), '{}',
          'it may go some of the way out');
select is(pg_temp.verdict($$update polder.placement set (x_mm, y_mm) = (8000, 6000 - 699) where equipment_id = (select id from polder.equipment where name = 'old')$$),
          array['S6 NORTH/HALL footprint 201/0/0 mm 2026-02-01'], 'but not into another one, though less');

-- S4: class 1 bears 2 kN on a tile; 5,000 N/m2 on 0.6 m2 are 305,810 g.
update polder.room set floor_class = 1 where id = (select id from hall);
select is(pg_temp.at('plain', 3000, 3000, columns => '{"weight_g": 611620}'), '{}', 'S4: three times what a tile bears');
select is(pg_temp.at('plain', 3000, 3000, columns => '{"weight_g": 611621}'), array['S4 NORTH/HALL 611621/0/611620 g tile 2026-02-01'], 'S4: a gram more');
insert into polder.room_environment (room_id, floor_load_n_m2) select id, 5000 from hall;
select is(pg_temp.at('plain', 3000, 3000, 30, columns => '{"weight_g": 305810}'), '{}', 'S4: what the floor bears on the footprint');
select is(pg_temp.at('plain', 3000, 3000, 30, columns => '{"weight_g": 305811}'), array['S4 NORTH/HALL 305811/0/305810 g area 2026-02-01'], 'S4: a gram more than that');
delete from polder.room_environment;
update polder.room set floor_class = 6;

-- S9: two ways in. 1,200 x 800 x 900 mm, 400 kg in its crate.
select pg_temp.model('crated', 600, 600, '{"crate_width_mm": 1200, "crate_depth_mm": 800, "crate_height_mm": 900, "crate_weight_g": 400000}');
insert into polder.delivery_segment (room_id, route, ordinal, name, kind, width_mm, height_mm, length_mm, load_kg, point_load_n)
select id, s.* from hall, (values ('main', 1, 'dock', 'dock', null, null, null, null::int, null::int), ('main', 2, 'lift', 'lift', 800, 900, 1200, 400, 1962),
                                  ('back', 1, 'door', 'door', 700, 2000, null, null, null)) s;
select is(pg_temp.at('crated', 3000, 3000), '{}', 'S9: turned into the lift');
create function pg_temp.narrowed(columns text) returns text[] language plpgsql as $$
begin
    execute 'update polder.delivery_segment set ' || columns || ' where kind = ''lift''';
    if pg_temp.at('crated', 3000, 3000) = '{}' then
        raise exception 'it fits';
    end if;
    raise exception using errcode = 'ZZ002', message = pg_temp.at('crated', 3000, 3000)::text;
exception when sqlstate 'ZZ002' then
    return sqlerrm::text[];
end
$$;
select is(pg_temp.narrowed('width_mm = 799'), array['S9 NORTH/HALL door 800/0/700 mm width 2026-02-01', 'S9 NORTH/HALL lift 800/0/799 mm width 2026-02-01'],
          'S9: a millimetre too narrow, and the other way is too');
select is((pg_temp.narrowed('length_mm = 1199'))[2], 'S9 NORTH/HALL lift 1200/0/1199 mm length 2026-02-01', 'S9: too short');
select is((pg_temp.narrowed('height_mm = 899'))[2], 'S9 NORTH/HALL lift 900/0/899 mm height 2026-02-01', 'S9: too low');
select is((pg_temp.narrowed('load_kg = 399'))[2], 'S9 NORTH/HALL lift 400000/0/399000 g weight 2026-02-01', 'S9: a kilogram too heavy');
select is((pg_temp.narrowed('point_load_n = 1961'))[2], 'S9 NORTH/HALL lift 1962/0/1961 N point load 2026-02-01', 'S9: half of it on a castor');
-- Narrowed once it stands there: found. What was taken over has come in.
create temporary table came as select pg_temp.stand('crated', 3000, 3000) as id;
update polder.delivery_segment set width_mm = 799 where kind = 'lift';
select set_eq($$select text, placement_id from polder.finding where rule = 'S9' and resolved_on is null$$,
    $$ select v.text, id from came, (values ('NORTH/HALL lift width'), ('NORTH/HALL door width')) v (text) $$, 'S9: a way in that closes is found');
select set_eq($$select "where" from guard.check() where rule = 'S9' and covered$$, array['NORTH/HALL lift', 'NORTH/HALL door'], 'S9: for check too');
update polder.placement set state = 'released' where id = (select id from came);
select is(pg_temp.verdict($$select pg_temp.stand('crated', 3000, 3000, inherited => true)$$), '{}', 'S9: what is taken over stands there');
-- Where it only warns.
create function pg_temp.doubts(placement int) returns setof text language sql as $$
    select concat_ws(' ', rule, place, coalesce(capacity::text, '-'), quantity) from guard.delivery_doubts(array[placement])
$$;
update polder.delivery_segment set width_mm = 800 where kind = 'lift';
select is_empty($$select pg_temp.doubts(pg_temp.stand('crated', 3000, 3000))$$, 'S9: no doubt');
select results_eq($$select pg_temp.doubts(pg_temp.stand('plain', 5500, 6500))$$, array['S9 NORTH/HALL - size'], 'S9: how high and how heavy is it?');
update polder.delivery_segment set height_mm = 100 where kind <> 'dock';
update polder.model set kind = 'rack' where name = 'crated';
select set_eq($$select pg_temp.doubts(pg_temp.book('NORTH', 'R1', 0, 2, 0, 1000, '[2026-02-01,2026-03-01)'))$$, '{}'::text[], 'S9: mounted in a rack, and no crate');
update polder.equipment set model_id = (select id from polder.model where name = 'crated') where id = (select max(id) from polder.equipment);
select set_eq($$select pg_temp.doubts((select max(id) from polder.placement))$$, array['S9 NORTH/HALL lift 100 height', 'S9 NORTH/HALL door 700 width'],
    'S9: a crate for a rack that does not come in is a warning');
select set_eq($$select w.place, w.requested, w.used, w.capacity, w.unit, w.quantity, w.date, w.words
                from guard.warnings_of_place(array[(select max(id) from polder.placement)]) w where w.rule = 'S9'$$,
    $$ values ('NORTH/HALL lift', 900::bigint, null::bigint, 100::bigint, 'mm', 'height', date '2026-02-01',
               'no way into the room lets its crate through; this is on main'),
              ('NORTH/HALL door', 800, null, 700, 'mm', 'width', '2026-02-01',
               'no way into the room lets its crate through; this is on back') $$, 'S9: it is among the warnings');
delete from polder.delivery_segment;
select results_eq($$select pg_temp.doubts((select max(id) from polder.placement))$$, array['S9 NORTH/HALL - route'], 'S9: how does one get there?');

-- C7: 1,000 W into water at 1,436 ml/min, 18 to 25 degrees. In a rack and on the floor.
insert into polder.node (kind, site_id, name) select 'liquid_loop', site_id, 'loop' from hall;
select pg_temp.model('wet', 500, 500, '{"heat_to_water_w": 1000, "water_inlet_min_mc": 18000, "water_inlet_max_mc": 25000}');
create function pg_temp.in_rack() returns text[] language sql as $$
    select pg_temp.verdict($s$insert into polder.placement (equipment_id, state, during, rack_id, position_hu)
        values (pg_temp.device_of('wet', '{"kind": "rack", "height_hu": 2}'), 'installed', '[2026-02-01,)', pg_temp.rack('NORTH', 'R1'), 40)$s$)
$$;
select is(pg_temp.at('wet', 8000, 3000), array['C7 NORTH/HALL 1/0/0 pieces loop 2026-02-01'], 'C7: no loop in the room');
select is(pg_temp.in_rack(), array['C7 NORTH/HALL/R1 1/0/0 pieces loop 2026-02-01'], 'C7: no loop at the rack');
update polder.room set liquid_loop_id = pg_temp.node('NORTH', 'loop') where id = (select id from hall);
update polder.rack set liquid_loop_id = pg_temp.node('NORTH', 'loop') where id = pg_temp.rack('NORTH', 'R1');
select is(pg_temp.at('wet', 8000, 3000), array['C7 NORTH loop 1436/0/- ml/min 2026-02-01', 'C7 NORTH loop 25000/0/- mC 2026-02-01'],
          'C7: nobody knows how much it gives and how warm it is');
insert into polder.liquid_loop (node_id, supply_mc, max_flow_ml_min) values (pg_temp.node('NORTH', 'loop'), 25000, 1436);
select is(pg_temp.at('wet', 8000, 3000), '{}', 'C7: just enough, and warm enough');
select is(pg_temp.in_rack(), '{}', 'C7: in the rack too');
update polder.liquid_loop set supply_mc = 25001, max_flow_ml_min = 1435;
select is(pg_temp.at('wet', 8000, 3000), array['C7 NORTH loop 1436/0/1435 ml/min 2026-02-01', 'C7 NORTH loop 25001/0/25000 mC 2026-02-01'],
          'C7: a millilitre too little, and too warm');
update polder.liquid_loop set supply_mc = 17999, max_flow_ml_min = 2000;
select is(pg_temp.in_rack(), array['C7 NORTH loop 18000/0/17999 mC 2026-02-01'], 'C7: too cold');
update polder.model set water_flow_ml_min = 2000 where name = 'wet';
update polder.liquid_loop set supply_mc = 18000;
select is(pg_temp.in_rack(), '{}', 'C7: as much as it says itself');
select pg_temp.stand('wet', 8000, 3000, columns => '{"name": "wet", "budgeted_w": 1500}');
select is(pg_temp.in_rack(), array['C7 NORTH loop 2000/2000/2000 ml/min 2026-02-01'], 'C7: of one loop');
update polder.liquid_loop set supply_mc = 26000, max_flow_ml_min = 1999;
select set_eq($$select rule, requested + coalesce(used, 0), capacity, text from polder.finding where rule = 'C7' and resolved_on is null$$,
    $$ values ('C7', 26000::bigint, 25000::bigint, 'NORTH loop'), ('C7', 2000, 1999, 'NORTH loop') $$, 'C7: a loop that weakens is found');
select is_empty($$select rule from guard.check() where rule = 'C7' and not covered$$, 'C7: and check knows it');
update polder.liquid_loop set supply_mc = 20000, max_flow_ml_min = 9000;

-- C2: 1,500 W of which 1,000 go into water; the room's zone gets the rest.
insert into polder.node (kind, site_id, name) select 'cooling_zone', site_id, 'zone' from hall;
insert into polder.node_limit (node_id, normal_main) values (pg_temp.node('NORTH', 'zone'), 500000);
update polder.room set cooling_zone_id = pg_temp.node('NORTH', 'zone') where id = (select id from hall);
select is((select sum(c.normal_main)::int from polder.charge c where c.node_id = pg_temp.node('NORTH', 'zone')), 500000, 'C2: what stands on the floor heats the room''s zone');
select is(pg_temp.at('plain', 6500, 6500, columns => '{"budgeted_w": 1}'), array['C2 NORTH zone 1000/500000/500000 mW 2026-02-01'], 'C2: and a watt more');

-- P7: the room says what its sides are. P1, P5: wall boxes and what is above them.
insert into polder.node (kind, site_id, room_id, name, side, phases, parent_id)
select 'rack_pdu', h.site_id, h.id, 'box ' || n, 'A', '1', pg_temp.node('NORTH', 'feed a') from hall h, generate_series(1, 2) n;
insert into polder.node_limit (node_id, normal_main, normal_line) select pg_temp.node('NORTH', 'box ' || n), 1000000, 9000000 from generate_series(1, 2) n;
insert into polder.outlet (node_id, name, type, phases, max_ma) select pg_temp.node('NORTH', 'box ' || n), 'S', 'C13', '1', 10000 from generate_series(1, 2) n;
update polder.room set cooling_zone_id = null;
select is(pg_temp.at('plain', 6500, 6500, columns => '{"budgeted_w": 1001, "cords": 2, "plug": "C20"}', outlets => array[pg_temp.outlet('NORTH', 'box 1', 'S')]),
          array['P1 NORTH box 1:S 1/0/0 pieces 2026-02-01', 'P4 NORTH box 1 1001000/0/1000000 mW 2026-02-01'], 'P1, P4: plug and box');
select is(pg_temp.at('plain', 6500, 6500, columns => '{"cords": 2}', outlets => array[pg_temp.outlet('NORTH', 'box 1', 'S'), pg_temp.outlet('NORTH', 'box 2', 'S')]),
          array['P7 NORTH ups a 2/0/1 pieces 2026-02-01'], 'P7: both on side A');
insert into polder.node (kind, site_id, room_id, name, side, phases, parent_id)
select 'rack_pdu', h.site_id, h.id, 'box 3', 'B', '1', pg_temp.node('NORTH', 'feed b') from hall h;
insert into polder.node_limit (node_id, normal_main, normal_line) select pg_temp.node('NORTH', 'box 3'), 1000000, 9000000;
insert into polder.outlet (node_id, name, type, phases, max_ma) select pg_temp.node('NORTH', 'box 3'), 'S', 'C13', '1', 10000;
select is(pg_temp.at('plain', 6500, 6500, columns => '{"cords": 2}', outlets => array[pg_temp.outlet('NORTH', 'box 1', 'S'), pg_temp.outlet('NORTH', 'box 3', 'S')]),
          '{}', 'P7: one on each side');
select is(pg_temp.at('plain', 6500, 6500, columns => '{"cords": 3}', outlets => array[pg_temp.outlet('NORTH', 'box 1', 'S'), pg_temp.outlet('NORTH', 'box 2', 'S'),
                                                                                      pg_temp.outlet('NORTH', 'box 3', 'S')]),
          '{}', 'P7: of three one on the other side');
select is(pg_temp.at('plain', 6500, 6500, outlets => array[pg_temp.outlet('NORTH', 'box 1', 'S')]), '{}', 'P7: a single cord');
update polder.room set sides = '{A}' where id = (select id from hall);
select is(pg_temp.at('plain', 6500, 6500, columns => '{"cords": 2}', outlets => array[pg_temp.outlet('NORTH', 'box 1', 'S'), pg_temp.outlet('NORTH', 'box 2', 'S')]),
          '{}', 'P7: the room has but one side');
-- What stands so is found, by the room's sides and not by those of its racks, and goes with its reason.
select pg_temp.stand('plain', 6500, 6500, columns => '{"cords": 2}', outlets => array[pg_temp.outlet('NORTH', 'box 1', 'S'), pg_temp.outlet('NORTH', 'box 2', 'S')]);
update polder.room set sides = '{A,B}' where id = (select id from hall);
select set_eq($$select requested, capacity, text from polder.finding where rule = 'P7' and resolved_on is null$$,
    $$ values (2::bigint, 1::bigint, 'NORTH ups a') $$, 'P7: a side that the room gets is found');
select set_eq($$select used, capacity, "where", covered from guard.check() where rule = 'P7'$$,
    $$ values (0::bigint, 1::bigint, 'NORTH ups a', true) $$, 'P7: and check knows it');
select is_empty($$select rule, "where" from guard.check() where not covered$$, 'check has nothing that is not found');

select * from finish();
rollback;
