-- 0U slots and bays through the intentions: hold, install, move, replace, release, decommission, remove.
begin;
create extension if not exists pgtap;
\ir support/two_houses.sql
select plan(60);

-- Racks with two slots, one more rack without outlets taken; a chassis model with bays A, B, C, a blade and a 0U model.
update polder.rack set zero_u_slots = 2;
insert into polder.model (manufacturer_id, name, slug, kind, height_hu, depth_mm, weight_g, nameplate_w)
select id, m.name, m.slug, m.kind, m.hu, 700, m.g, m.w
from polder.manufacturer, (values ('Chassis', 'chassis', 'chassis', 14, 50000, 100), ('Blade', 'blade', 'bay', 0, 4000, 300),
                                  ('Strip', 'strip', 'zero_u', 0, 2000, 0)) m (name, slug, kind, hu, g, w);
insert into polder.model_bay (model_id, name) select m.id, b from polder.model m, unnest('{A,B,C}'::text[]) b where m.slug = 'chassis';
insert into polder.model_supply (model_id, name, inlet) select m.id, s, 'C14' from polder.model m, unnest('{1,2}'::text[]) s where m.slug = 'chassis';

create function pg_temp.ask(items jsonb, until_date text default '2029-04-01') returns int language plpgsql as $$
declare
    made int;
begin
    made := (act('requester.ul', 'create_request', jsonb_build_object(
        'from', greatest('2027-04-01', current_setting('polder.today')), 'until', until_date, 'sponsor', 'sponsor.ul',
        'contacts', jsonb_build_array('colleague.ul'), 'items', items, 'wishes', '{"site": "LEI"}'::jsonb)) ->> 'request')::int;
    perform act('requester.ul', 'submit', jsonb_build_object('request', made)),
            act('sponsor.ul', 'endorse', jsonb_build_object('request', made)),
            act('facility_manager.ul', 'review', jsonb_build_object('request', made));
    return made;
end
$$;
create function pg_temp.hold(request int, item int, variadic places jsonb[]) returns jsonb language sql as $$
    select act('facility_manager.ul', 'hold', jsonb_build_object('request', request, 'item', item, 'places', to_jsonb(places)))
$$;
-- The first violation of a refusal, in short; or the field; or the state.
create function pg_temp.brief(answer jsonb) returns text language sql as $$
    select coalesce(nullif(concat_ws(' ', answer ->> 'sqlstate', answer #>> '{violations,0,rule}', answer #>> '{violations,0,where}',
                              answer #>> '{violations,0,requested}', answer #>> '{violations,0,date}', answer ->> 'field'), ''),
                    answer ->> 'state')
$$;
create function pg_temp.at(request int) returns text language sql as $$
    select string_agg(concat_ws(' ', e.kind, p.state, k.code, 'U' || (p.position_hu / 2 + 1), 'slot ' || p.zero_u_slot,
                                'bay ' || b.name, cardinality(p.outlet_ids) || ' cords'), ', ' order by p.id)
    from polder.placement p join polder.equipment e on e.id = p.equipment_id
    join polder.request_item i on i.id = e.request_item_id left join polder.rack k on k.id = p.rack_id
    left join polder.model_bay b on b.id = p.bay_id
    where i.request_id = $1 and p.state not in ('released', 'ended')
$$;
create function pg_temp.first_of(request int, kind text, n int default 1) returns int language sql as $$
    select (array_agg(p.id order by p.id))[n] from polder.placement p join polder.equipment e on e.id = p.equipment_id
    join polder.request_item i on i.id = e.request_item_id
    where i.request_id = $1 and e.kind = $2 and p.state not in ('released', 'ended')
$$;
create temporary table q (name text primary key, id int);
grant select on q to public;
create function pg_temp.q(name text) returns int language sql as $$ select id from q where q.name = $1 $$;

-- One request: a chassis, two blades, two strips.
insert into q values ('all', pg_temp.ask('[{"model": "chassis", "draw_w": 100}, {"model": "blade", "count": 2, "draw_w": 300},
                                           {"model": "strip", "count": 2, "draw_w": 0}]'));
select results_eq($$select i.kind from polder.request_item i where i.request_id = pg_temp.q('all') order by i.ordinal$$,
                  array['rack', 'bay', 'zero_u'], 'an item gets the kind of its model');
select is(pg_temp.brief(pg_temp.hold(pg_temp.q('all'), 2, '{"chassis": 0, "bay": "A"}')), 'PL004 places/0/chassis', 'no such chassis');
select is(pg_temp.brief(pg_temp.hold(pg_temp.q('all'), 3, '{"rack": "LEI/H1/R1", "unit": 4}')), 'PL004 places/0/slot', 'a strip wants a slot');
select is(pg_temp.brief(pg_temp.hold(pg_temp.q('all'), 3, '{"rack": "LEI/H1/R1", "slot": 1, "face": "front"}', '{"rack": "LEI/H1/R1", "slot": 2}')),
          'PL004 places/0/face', 'which has no face');
select is(pg_temp.brief(pg_temp.hold(pg_temp.q('all'), 3, '{"rack": "LEI/H1/R1", "slot": 1}', '{"rack": "LEI/H1/R1", "slot": 1.5}')),
          'PL004 places/1/slot', 'slots are whole');
select is(pg_temp.brief(pg_temp.hold(pg_temp.q('all'), 3, '{"rack": "LEI/H1/R1", "slot": 2}')),
          'PL001 S1 LEI/H1/R1 slot 3 1 2027-04-01', 'two from slot 2 on: there is no third');
select is(pg_temp.brief(pg_temp.hold(pg_temp.q('all'), 3, '{"rack": "LEI/H1/R1", "slot": 1}')), 'in review', 'two from slot 1 on');
select is(pg_temp.brief(pg_temp.hold(pg_temp.q('all'), 1, '{"rack": "LEI/H1/R1", "unit": 10}')), 'in review', 'the chassis');
create function pg_temp.chassis(request int) returns int language sql as $$
    select e.id from polder.equipment e join polder.request_item i on i.id = e.request_item_id where i.request_id = $1 and e.kind = 'chassis'
$$;
select is(pg_temp.brief(pg_temp.hold(pg_temp.q('all'), 2, jsonb_build_object('chassis', pg_temp.chassis(pg_temp.q('all')), 'bay', 'X'))),
          'PL004 places/0/bay', 'no such bay');
select is(act('facility_manager.ul', 'hold', jsonb_build_object('request', pg_temp.q('all'), 'item', 2, 'places', jsonb_build_array(
              jsonb_build_object('chassis', pg_temp.chassis(pg_temp.q('all')), 'bay', 'X')))) ->> 'allowed',
          'a bay of this chassis: A, B, C', 'it says which there are');
select is(pg_temp.brief(pg_temp.hold(pg_temp.q('all'), 2, jsonb_build_object('chassis', pg_temp.chassis(pg_temp.q('all')), 'bay', 'C'))),
          'PL004 places/0/bay', 'two from the last bay on');
select is(pg_temp.brief(pg_temp.hold(pg_temp.q('all'), 2, jsonb_build_object('chassis', pg_temp.chassis(pg_temp.q('all')), 'bay', 'A', 'unit', 1))),
          'PL004 places/0/unit', 'a bay has no unit');
select is(pg_temp.brief(pg_temp.hold(pg_temp.q('all'), 2, jsonb_build_object('chassis', pg_temp.chassis(pg_temp.q('all')), 'bay', 'A'))),
          'held', 'two from bay A on: now all of it is held');
select is(pg_temp.at(pg_temp.q('all')), 'zero_u held R1 slot 1 0 cords, zero_u held R1 slot 2 0 cords, '
          'chassis held R1 U10 2 cords, bay held bay A 0 cords, bay held bay B 0 cords', 'where it is held');
select is(see('facility_manager.ul', 'select sum(normal_main) from api.load_step l join polder.node n on n.id = l.node_id '
              'where n.name = ''R1-A'' and l.day = ''2027-04-01'''), '350000', 'half of 100 + 2 x 300 W on side A');

-- Another request may not hang on a chassis that is only held: it would lapse under it.
insert into q values ('other', pg_temp.ask('[{"model": "blade", "draw_w": 300}]'));
select is(pg_temp.brief(pg_temp.hold(pg_temp.q('other'), 1, jsonb_build_object('chassis', pg_temp.chassis(pg_temp.q('all')), 'bay', 'C'))),
          'PL004 places/0/chassis', 'not in a chassis that another request holds');
-- Nobody books in the other's rooms; who does not see the chassis is told that there is none.
select is(act('facility_manager.amc', 'hold', jsonb_build_object('request', pg_temp.q('other'), 'item', 1, 'places', jsonb_build_array(
              jsonb_build_object('chassis', pg_temp.chassis(pg_temp.q('all')), 'bay', 'C')))) ->> 'sqlstate', 'PL005', 'not by another host');
-- A hold of the chassis alone is not given back.
select is(pg_temp.brief(act('facility_manager.ul', 'release', jsonb_build_object('placement', pg_temp.first_of(pg_temp.q('all'), 'chassis')))),
          'PL001 S1 LEI/H1/R1 U10 bay A 1 2027-04-01', 'released under two blades: refused for the first');
-- Held anew in other bays: it does not collide with its own hold.
select is(pg_temp.brief(pg_temp.hold(pg_temp.q('all'), 2, jsonb_build_object('chassis', pg_temp.chassis(pg_temp.q('all')), 'bay', 'B'))),
          'PL006', 'all is held: the state says no');
select act('facility_manager.ul', 'release', jsonb_build_object('placement', pg_temp.first_of(pg_temp.q('all'), 'bay', 1)));
select is(pg_temp.brief(pg_temp.hold(pg_temp.q('all'), 2, jsonb_build_object('chassis', pg_temp.chassis(pg_temp.q('all')), 'bay', 'B'))),
          'held', 'both a bay further');
select is(pg_temp.at(pg_temp.q('all')), 'zero_u held R1 slot 1 0 cords, zero_u held R1 slot 2 0 cords, '
          'chassis held R1 U10 2 cords, bay held bay C 0 cords, bay held bay B 0 cords', 'both a bay further');

-- Installed in its turn: the chassis before the blades.
select act('technician.ul', 'install', jsonb_build_object('request', pg_temp.q('all'), 'serial', 'C1', 'asset_tag', 'CH-1'));
select act('technician.ul', 'install', jsonb_build_object('request', pg_temp.q('all'), 'item', 2, 'serial', 'B1', 'asset_tag', 'BL-1'));
select is(pg_temp.brief(act('technician.ul', 'install', jsonb_build_object('request', pg_temp.q('all'), 'item', 2, 'serial', 'B2',
              'asset_tag', 'BL-2', 'slot', 1))), 'PL004 slot', 'a blade has no slot');
select is(pg_temp.brief(act('technician.ul', 'install', jsonb_build_object('request', pg_temp.q('all'), 'item', 2, 'serial', 'B2',
              'asset_tag', 'BL-2', 'bay', 'C'))), 'PL001 S1 LEI/H1/R1 U10 bay C 1 2027-03-01', 'nor where the other is');
select is(act('technician.ul', 'install', jsonb_build_object('request', pg_temp.q('all'), 'item', 2, 'serial', 'B2',
              'asset_tag', 'BL-2', 'bay', 'A')) ->> 'placement', pg_temp.first_of(pg_temp.q('all'), 'bay', 2)::text, 'in another bay than held');
select is(act('technician.ul', 'install', jsonb_build_object('request', pg_temp.q('all'), 'item', 3, 'serial', 'S1', 'asset_tag', 'ST-1')) ->> 'state',
          'held', 'a strip');
select is(act('technician.ul', 'install', jsonb_build_object('request', pg_temp.q('all'), 'item', 3, 'serial', 'S2', 'asset_tag', 'ST-2')) ->> 'state',
          'installed', 'all of it');
select is(pg_temp.at(pg_temp.q('all')), 'zero_u installed R1 slot 1 0 cords, zero_u installed R1 slot 2 0 cords, '
          'chassis installed R1 U10 2 cords, bay installed bay C 0 cords, bay installed bay A 0 cords', 'where it stands');

-- Another's blade in it, now that it stands; by the tag of the chassis.
select is(pg_temp.brief(pg_temp.hold(pg_temp.q('other'), 1, '{"chassis": "CH-1", "bay": "C"}')),
          'PL001 S1 LEI/H1/R1 U10 bay C 1 2027-04-01', 'a bay that is taken');
select is(pg_temp.brief(pg_temp.hold(pg_temp.q('other'), 1, '{"chassis": "CH-1", "bay": "B"}')), 'held', 'one that is free');
select act('technician.ul', 'install', jsonb_build_object('request', pg_temp.q('other'), 'serial', 'B3', 'asset_tag', 'BL-3'));
create function pg_temp.move(variadic moves jsonb[]) returns jsonb language sql as $$
    select act('facility_manager.ul', 'move', jsonb_build_object('moves', to_jsonb(moves)))
$$;
create function pg_temp.bays() returns text language sql as $$
    select string_agg(e.asset_tag || ':' || coalesce(b.name, k.code || coalesce('/' || p.zero_u_slot, ' U' || (p.position_hu / 2 + 1))), ' ' order by e.asset_tag)
    from polder.placement p join polder.equipment e on e.id = p.equipment_id left join polder.model_bay b on b.id = p.bay_id
    left join polder.rack k on k.id = p.rack_id
    where e.asset_tag is not null and p.state not in ('released', 'ended') and coalesce(upper(p.during) > guard.today(), true)
$$;
select is(pg_temp.bays(), 'BL-1:C BL-2:A BL-3:B CH-1:R1 U10 ST-1:R1/1 ST-2:R1/2', 'before the swaps');
-- A day later, so that what stands has begun and goes on as a row of its own.
set local polder.today = '2027-05-03';
select is(pg_temp.move('{"asset_tag": "BL-1", "bay": "A"}', '{"asset_tag": "BL-2", "bay": "C"}') ->> 'asked', 'false', 'two bays swapped');
select is(pg_temp.move('{"asset_tag": "ST-1", "slot": 2}', '{"asset_tag": "ST-2", "slot": 1}') ->> 'asked', 'false', 'two slots swapped');
select is(pg_temp.bays(), 'BL-1:A BL-2:C BL-3:B CH-1:R1 U10 ST-1:R1/2 ST-2:R1/1', 'swapped');
-- Three go round, of which the third cannot: all is as it was.
create temporary table before as select (select array_agg(p::text order by p.id) from polder.placement p) as placements,
    (select array_agg(b::text order by placement_id, during) from (select placement_id, rack_id, chassis_id, slot, during from polder.slot_box) b) as slots,
    (select array_agg(l::text order by node_id, source_id, day) from polder.ledger l) as ledger;
select is(pg_temp.brief(pg_temp.move('{"asset_tag": "BL-1", "bay": "B"}', '{"asset_tag": "BL-3", "bay": "C"}', '{"asset_tag": "ST-1", "slot": 3}')),
          'PL001 S1 LEI/H1/R1 U10 bay C 1 2027-05-03', 'three, of which one cannot');
select ok((select array_agg(p::text order by p.id) from polder.placement p) = placements
          and (select array_agg(b::text order by placement_id, during) from (select placement_id, rack_id, chassis_id, slot, during from polder.slot_box) b) = slots
          and (select array_agg(l::text order by node_id, source_id, day) from polder.ledger l) = ledger, 'all is as it was')
from before;
select is(pg_temp.move('{"asset_tag": "BL-1", "bay": "B"}', '{"asset_tag": "BL-3", "bay": "C"}', '{"asset_tag": "BL-2", "bay": "A"}') ->> 'asked',
          'false', 'three go round');
select is(pg_temp.bays(), 'BL-1:B BL-2:A BL-3:C CH-1:R1 U10 ST-1:R1/2 ST-2:R1/1', 'three went round');

-- What has a cord of its own would stay plugged in where it was: the chassis moves within the rack only.
update polder.placement p set outlet_ids = array[(select o.id from polder.outlet o join polder.node n on n.id = o.node_id
    join polder.site s on s.id = n.site_id where s.code = 'LEI' and n.name = 'R1-A' and o.name = '8')]
from polder.equipment e where e.id = p.equipment_id and e.asset_tag = 'BL-2' and p.state = 'installed';
create temporary table answer as
    select pg_temp.move('{"asset_tag": "CH-1", "rack": "LEI/H1/R2", "unit": 30}') as came;
select is(pg_temp.brief(came), 'PL004 moves/0/rack', 'a chassis whose contents have cords of their own stays in its rack') from answer;
select is(came ->> 'allowed', 'the same rack: in this chassis something has cords of its own', 'it says why') from answer;
select is(public.try('facility_manager.ul', 'move', '{"moves": [{"asset_tag": "CH-1", "unit": 20}]}') ->> 'asked', 'false',
          'within it it may move');
update polder.placement p set outlet_ids = '{}' from polder.equipment e
where e.id = p.equipment_id and e.asset_tag = 'BL-2' and p.state = 'installed';
select is(public.try('facility_manager.ul', 'move', '{"moves": [{"asset_tag": "CH-1", "rack": "LEI/H1/R2", "unit": 30}]}') ->> 'asked',
          'false', 'without the cord it may leave');

-- The chassis moves, and everything in it, at a date to come: until then it weighs here, from then on there.
select is(act('facility_manager.ul', 'move', '{"moves": [{"asset_tag": "CH-1", "rack": "LEI/H1/R2", "unit": 30}], "from": "2027-07-01"}') ->> 'asked',
          'false', 'the chassis with its three blades');
select results_eq($$select k.code, l.day::text, l.normal_main::int from polder.ledger l join polder.node n on n.id = l.node_id
                    join polder.rack k on k.id = n.rack_id join polder.site s on s.id = n.site_id
                    where n.kind = 'rack_mass' and l.day = '2027-07-01' and s.code = 'LEI' order by 1$$,
                  $$values ('R1', '2027-07-01', -62000), ('R2', '2027-07-01', 62000)$$, '50 kg and three times 4 kg go over');
select is_empty($$select * from guard.check() c where not c.covered$$, 'check counts the same');
set local polder.today = '2027-07-02';

-- Another chassis in the same place and outlets: the blades stay in their bays.
select is((act('facility_manager.ul', 'replace', '{"asset_tag": "CH-1", "serial": "C2", "new_asset_tag": "CH-2"}') ->> 'sqlstate'),
          null, 'replaced');
select is(pg_temp.bays(), 'BL-1:B BL-2:A BL-3:C CH-2:R2 U13 ST-1:R1/2 ST-2:R1/1', 'the blades are in the new one');
select is((select string_agg(c.asset_tag, ' ' order by e.asset_tag) from polder.placement p
           join polder.equipment e on e.id = p.equipment_id join polder.equipment c on c.id = p.chassis_id
           where e.asset_tag like 'BL-%' and p.state not in ('ended', 'released')), 'CH-2 CH-2 CH-2', 'of all three');
-- A blade replaced in its bay, moved to the rack's front it cannot be.
select is((act('facility_manager.ul', 'replace', '{"asset_tag": "BL-2", "serial": "B4", "new_asset_tag": "BL-4", "weight_kg": 5}') ->> 'sqlstate'),
          null, 'a blade replaced');
select is(pg_temp.brief(pg_temp.move('{"asset_tag": "BL-4", "unit": 3}')), 'PL004 moves/0/unit', 'a blade has no unit');
select is(pg_temp.bays(), 'BL-1:B BL-3:C BL-4:A CH-2:R2 U13 ST-1:R1/2 ST-2:R1/1', 'in the same bay');

-- A chassis leaves after, or with, what is in it.
select act('facility_manager.ul', 'decommission', '{"asset_tag": "CH-2"}');
select is(pg_temp.brief(act('facility_manager.ul', 'remove', '{"asset_tag": "CH-2"}')), 'PL001 S1 LEI/H1/R2 U30 bay A 1 2027-07-02',
          'not while three are in it');
select act('facility_manager.ul', 'decommission', '{"asset_tag": "BL-3"}');
select is(act('facility_manager.ul', 'remove', '{"asset_tag": "BL-3"}') ->> 'state', 'removed', 'the other request''s blade leaves');
select act('facility_manager.ul', 'decommission', jsonb_build_object('request', pg_temp.q('all')));
select is(act('facility_manager.ul', 'remove', jsonb_build_object('request', pg_temp.q('all'))) ->> 'state', 'removed', 'then all the rest at once');
select is((select count(*) from polder.slot_box where upper(during) is null or upper(during) > '2027-07-02'), 0::bigint, 'no slot is taken');
select is_empty($$select * from guard.check() c where not c.covered$$, 'check counts the same in the end');

-- Holds lapse together, without a scheduler, when somebody else books; a chassis not before what is in it.
set local polder.today = '2027-07-05';
insert into q values ('brief', pg_temp.ask('[{"model": "chassis", "draw_w": 100}, {"model": "blade", "draw_w": 300}]'));
select act('facility_manager.ul', 'hold', jsonb_build_object('request', pg_temp.q('brief'), 'item', 1, 'until_date', '2027-07-06',
           'places', '[{"rack": "LEI/H1/R1", "unit": 10}]'::jsonb)),
       act('facility_manager.ul', 'hold', jsonb_build_object('request', pg_temp.q('brief'), 'item', 2, 'until_date', '2027-07-08',
           'places', jsonb_build_array(jsonb_build_object('chassis', pg_temp.chassis(pg_temp.q('brief')), 'bay', 'A'))));
set local polder.today = '2027-07-08';
select is(see('facility_manager.ul', 'select count(*) from api.occupancy where hu_from = 18 and from_date = ''2027-07-05'''), '1', 'the blade keeps it');
set local polder.today = '2027-07-09';
select is(see('facility_manager.ul', 'select count(*) from api.occupancy where hu_from = 18 and from_date = ''2027-07-05'''), '0', 'both have lapsed');
select is(see('facility_manager.ul', 'select count(*) from api.bay_use where from_date = ''2027-07-05'''), '0', 'the bay too');
insert into polder.equipment (owner_id, height_hu, weight_g, budgeted_w, depth_mm, name)
select id, 4, 1000, 0, 500, 'next' from polder.organisation where code = 'UL';
select lives_ok($$insert into polder.placement (equipment_id, state, during, rack_id, position_hu)
    select e.id, 'installed', '[2027-07-09,)', k.id, 20 from polder.equipment e, polder.rack k join polder.room m on m.id = k.room_id
    join polder.site s on s.id = m.site_id where e.name = 'next' and s.code = 'LEI' and k.code = 'R1'$$, 'another has its units');
select is((select count(*) from polder.placement p join polder.equipment e on e.id = p.equipment_id
           join polder.request_item i on i.id = e.request_item_id where i.request_id = pg_temp.q('brief') and p.state = 'held'), 0::bigint,
          'both are put away');
select * from finish();
rollback;
