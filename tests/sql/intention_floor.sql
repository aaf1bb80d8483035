-- An instrument's way onto the floor and off it: hold, install, move, release; what is wrong with a place is named.
begin;
\ir support/two_houses.sql
select plan(33);

-- Wall boxes in LEI/H1, one a side, two outlets each. A model that wants 300 mm before it.
insert into polder.node (kind, parent_id, site_id, room_id, name, side, phases)
    select 'rack_pdu', f.id, f.site_id, f.room_id, 'box ' || f.side, f.side, '1' from polder.node f where f.kind = 'feed';
insert into polder.node_limit (node_id, normal_main, normal_line, failover_main, failover_line)
    select id, 1000000000, 1000000000, 1000000000, 1000000000 from polder.node where name like 'box %';
insert into polder.outlet (node_id, name, type, phases, max_ma)
    select n.id, i::text, 'C13', '1', 10000 from polder.node n cross join generate_series(1, 2) i where n.name like 'box %';
insert into polder.model (manufacturer_id, name, slug, kind, height_hu, width_mm, depth_mm, height_mm, weight_g, nameplate_w, clearance_front_mm)
    select id, 'Instrument', 'instrument', 'floor', 0, 1000, 600, 800, 200000, 1000, 300 from polder.manufacturer;
insert into polder.model_supply (model_id, name, inlet) select m.id, s.name, 'C14'
    from polder.model m cross join (values ('PSU1'), ('PSU2')) s (name) where m.slug = 'instrument';

create function public.instrument(count int) returns int language plpgsql as $$
declare
    made int := (public.act('requester.ul', 'create_request', jsonb_build_object('from', '2027-04-01', 'until', '2029-04-01',
        'sponsor', 'sponsor.ul', 'contacts', jsonb_build_array('colleague.ul'), 'wishes', '{"site": "LEI"}'::jsonb, 'items',
        jsonb_build_array(jsonb_build_object('model', 'instrument', 'count', count, 'draw_w', 900)))) ->> 'request')::int;
begin
    perform public.act('requester.ul', 'submit', jsonb_build_object('request', made));
    perform public.act('sponsor.ul', 'endorse', jsonb_build_object('request', made));
    perform public.act('facility_manager.ul', 'review', jsonb_build_object('request', made));
    return made;
end
$$;
create temporary table asked as select public.instrument(1) as one, public.instrument(2) as two;
create function public.holding(request int, variadic places jsonb[]) returns jsonb language sql as $$
    select public.act('facility_manager.ul', 'hold', jsonb_build_object('request', request, 'item', 1, 'places', to_jsonb(places)))
$$;
create function public.standing(request int) returns setof text language sql stable as $$
    select concat_ws(' ', p.state, s.code || '/' || m.code, p.x_mm, p.y_mm, p.orientation_deg,
                     (select string_agg(n.name || ':' || o.name, ',' order by u.cord) from unnest(p.outlet_ids) with ordinality u (id, cord)
                      join polder.outlet o on o.id = u.id join polder.node n on n.id = o.node_id), p.during)
    from polder.placement p join polder.equipment e on e.id = p.equipment_id join polder.request_item i on i.id = e.request_item_id
    join polder.room m on m.id = p.room_id join polder.site s on s.id = m.site_id
    where i.request_id = request and p.state <> 'released' order by p.id
$$;

-- Fields by name.
select is(public.holding(one, '{"rack": "LEI/H1/R1", "unit": 3}') ->> 'field', 'places/0/rack', 'it is not mounted in a rack') from asked;
select is(public.holding(one, '{"x_mm": 4000, "y_mm": 4000}') ->> 'field', 'places/0/room', 'which room?') from asked;
select is(public.holding(one, '{"room": "LEI/H2", "x_mm": 4000, "y_mm": 4000}') ->> 'field', 'places/0/room', 'there is no such room') from asked;
select is(public.holding(one, '{"room": "LEI/H1", "y_mm": 4000}') ->> 'field', 'places/0/x_mm', 'where?') from asked;
select is(public.holding(one, '{"room": "LEI/H1", "x_mm": 10001, "y_mm": 4000}') ->> 'field', 'places/0/x_mm', 'outside of it') from asked;
select is(public.holding(one, '{"room": "LEI/H1", "x_mm": 4000, "y_mm": 4000.5}') ->> 'field', 'places/0/y_mm', 'half a millimetre') from asked;
select is(public.holding(one, '{"room": "LEI/H1", "x_mm": 4000, "y_mm": 4000, "orientation_deg": 360}') ->> 'field', 'places/0/orientation_deg', '360 degrees') from asked;
select is(public.holding(one, '{"room": "LEI/H1", "x_mm": 4000, "y_mm": 4000, "outlets": ["R1-A:1", "R1-B:1"]}') ->> 'field', 'places/0/outlets/0', 'an outlet in a rack') from asked;
select is(public.holding(one, '{"room": "LEI/H1", "x_mm": 4000, "y_mm": 4000, "outlets": ["box A:1"]}') ->> 'field', 'places/0/outlets', 'one for two cords') from asked;
select is(public.holding(two, '{"room": "LEI/H1", "x_mm": 4000, "y_mm": 4000}') ->> 'field', 'places', 'they do not stand on each other') from asked;
select is(public.holding(one, '{"room": "AMS/H1", "x_mm": 4000, "y_mm": 4000}') ->> 'sqlstate', 'PL002', 'another''s room') from asked;
select is_empty('select from polder.placement', 'nothing is left of any');

-- Held, with an outlet on each side; refused where its front is out of the room, with the rule and the numbers.
select results_eq($$select v ->> 'rule', v ->> 'where', v ->> 'requested', v ->> 'capacity', v ->> 'date'
    from asked, jsonb_array_elements(public.holding(one, '{"room": "LEI/H1", "x_mm": 4000, "y_mm": 599}') -> 'violations') v$$,
    $$ values ('S6', 'LEI/H1', '1', '0', '2027-04-01') $$, 'S6: a millimetre out');
select is(public.holding(one, '{"room": "LEI/H1", "x_mm": 4000, "y_mm": 600}') ->> 'state', 'held', 'held') from asked;
select results_eq('select public.standing(one) from asked', array['held LEI/H1 4000 600 0 box A:1,box B:1 [2027-04-01,2029-04-01)'], 'with its outlets and dates');
select results_eq($$select v ->> 'rule', v ->> 'where', v ->> 'requested' from asked, jsonb_array_elements(public.holding(two,
    '{"room": "LEI/H1", "x_mm": 6000, "y_mm": 4000}', '{"room": "LEI/H1", "x_mm": 6999, "y_mm": 4000, "orientation_deg": 180}') -> 'violations') v$$,
    $$ values ('P1', 'LEI/H1', '2'), ('S6', 'LEI/H1 footprint', '1'), ('S6', 'LEI/H1 footprint', '1') $$, 'two into each other, and two outlets too few: all at once');
select is(public.holding(one, '{"room": "LEI/H1", "x_mm": 4000, "y_mm": 800, "orientation_deg": 45, "outlets": ["box B:2", "box A:2"]}') ->> 'sqlstate', 'PL006',
          'a hold is not held again without a new look') from asked;
select is(public.act('requester.ul', 'amend_request', jsonb_build_object('request', one, 'items',
          '[{"model": "instrument", "count": 1, "draw_w": 950}]'::jsonb)) ->> 'state', 'in review', 'amended') from asked;
select is(public.holding(one, '{"room": "LEI/H1", "x_mm": 4000, "y_mm": 700, "orientation_deg": 45}') ->> 'sqlstate', 'PL001', 'turned it wants more') from asked;
select is(public.holding(one, '{"room": "LEI/H1", "x_mm": 4000, "y_mm": 800, "orientation_deg": 45, "outlets": ["box B:2", "box A:2"]}') ->> 'state', 'held',
          'its own hold is not in its way') from asked;
select results_eq('select public.standing(one) from asked', array['held LEI/H1 4000 800 45 box B:2,box A:2 [2027-04-01,2029-04-01)'], 'it moved');

-- Installed elsewhere than it was held.
select is(public.act('technician.ul', 'install', jsonb_build_object('request', one, 'item', 1, 'unit', 3)) ->> 'field', 'unit', 'it has no unit') from asked;
select is(public.act('technician.ul', 'install', jsonb_build_object('request', one, 'item', 1, 'serial', 'S1', 'asset_tag', 'I1', 'x_mm', 4100)) ->> 'state',
          'installed', 'installed') from asked;
select results_eq('select public.standing(one) from asked', array['installed LEI/H1 4100 800 45 box B:2,box A:2 [2027-03-01,2029-04-01)'],
          'a hand further, the rest as it was, from today on');

-- Moved from a day on: what has begun ends, and goes on there.
select is(public.act('facility_manager.ul', 'move', '{"moves": [{"asset_tag": "I1", "rack": "LEI/H1/R1", "unit": 1}], "from": "2027-06-01"}') ->> 'field',
          'moves/0/rack', 'not into a rack');
select is(public.act('facility_manager.ul', 'move', '{"moves": [{"asset_tag": "I1", "y_mm": 3000, "orientation_deg": 0}], "from": "2027-06-01"}') ->> 'from',
          '2027-06-01', 'moved');
select results_eq('select public.standing(one) from asked', array['installed LEI/H1 4100 800 45 box B:2,box A:2 [2027-03-01,2027-06-01)',
    'installed LEI/H1 4100 3000 0 box B:2,box A:2 [2027-06-01,2029-04-01)'], 'both places, each for its days');
select results_eq('select lower(during)::text, footprint from polder.floor_shape order by 1',
    $$ values ('2027-03-01', '{3959,234,4666,941,4241,1366,3534,659}'::int[]), ('2027-06-01', '{3600,2700,4600,2700,4600,3300,3600,3300}') $$, 'and their shapes');
select is(public.act('facility_manager.ul', 'move', '{"moves": [{"asset_tag": "I1", "y_mm": 599}], "from": "2027-07-01"}') ->> 'sqlstate', 'PL001', 'not out of the room');

-- Released, and gone.
select is(public.holding(two, '{"room": "LEI/H1", "x_mm": 6000, "y_mm": 4000}', '{"room": "LEI/H1", "x_mm": 7000, "y_mm": 4000}') #>> '{violations,0,rule}',
          'P1', 'two outlets are left for four cords') from asked;
insert into polder.outlet (node_id, name, type, phases, max_ma) select n.id, '3', 'C13', '1', 10000 from polder.node n where n.name like 'box %';
select is(public.holding(two, '{"room": "LEI/H1", "x_mm": 6000, "y_mm": 4000}', '{"room": "LEI/H1", "x_mm": 7000, "y_mm": 4000}') ->> 'state', 'held', 'side by side') from asked;
select is(public.act('facility_manager.ul', 'release', jsonb_build_object('placement', public.placement_of(two))) ->> 'state', 'in review', 'one is given back') from asked;
select is((select count(*)::int from polder.floor_shape), 3, 'its floor is free');

select * from finish();
rollback;
