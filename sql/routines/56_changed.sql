-- What a client must read again that has seen generation `since`: the keys of rows, by the table of its snapshot. A key
-- is all that it says, and it says it to everybody: what the person may see of the row the person then reads, and finds
-- nothing where it is gone or no longer visible. Too many keys do no harm, a missing one would.
--
-- A supply's ledger has a row for nearly every day, of which a booking changes two. So of the ledger these are said: the
-- steps of 'load_node' on the days 'load_day' (since 2000-01-01), and all steps of 'load_step'.

-- Keys of rows with images in these changes. An array of changes, and one plan for all calls: with a range of
-- generations each call would be planned anew, which takes longer than the call.
--
-- The planner cannot know that a change has a few rows, where an import once was a change of 100,000, and would read
-- whole tables (0.4 s instead of 5 ms with 100,000 devices). Hence the settings: by index, row by row. After an import
-- that is linear too.
do $$
declare
    images text;
begin
    select string_agg(format('select %1$L::text, h.id::bigint from history.%1$I h where h.change_id = any (changes)', name),
                      ' union ')
    into images
    from unnest(array['organisation', 'department', 'person', 'site', 'room', 'room_feature', 'room_environment',
                      'media_point', 'delivery_segment', 'rack_row', 'rack', 'network_ports', 'blocked_unit', 'node',
                       'node_limit', 'cooling_unit', 'outlet', 'manufacturer', 'model', 'model_bay', 'agreement',
                       'agreement_line', 'request', 'request_item', 'system', 'equipment', 'placement', 'finding',
                       'override', 'setting']) name;
    execute format($make$
        create function guard.newer(changes bigint[]) returns table (table_name text, key bigint)
            language plpgsql stable security definer rows 20 set search_path = polder, guard, api, public, pg_temp
            set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_indexonlyscan = off
        as $body$
        begin
            return query %s;
        end
        $body$
    $make$, images);
end
$$;

create function api.changed(since bigint) returns table (table_name text, key bigint)
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
    set plan_cache_mode = force_generic_plan
    set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
as $$
declare
    changes bigint[] := array(select c.id from change c where c.generation > since);
    -- What these change reaches every box and every sum.
    everything boolean := exists (select from guard.newer(changes) n
                                  where n.table_name in ('node', 'outlet', 'agreement', 'agreement_line', 'setting'));
begin
    return query
    with newer as materialized (
        select n.table_name, n.key::int as id from guard.newer(changes) n
    ), requests as materialized (
        select n.id from newer n where n.table_name = 'request'
        union select c.request_id from history.request_contact c where c.change_id = any (changes)
    ), devices as materialized (
        select n.id from newer n where n.table_name = 'equipment'
        union select c.equipment_id from history.equipment_contact c where c.change_id = any (changes)
    ), bookings as materialized (
        select n.id from newer n where n.table_name = 'placement'
        union select p.id from devices d join placement p on p.equipment_id = d.id
        union select p.id from newer n join equipment e on n.table_name = 'model' and e.model_id = n.id
              join placement p on p.equipment_id = e.id
    ), own as materialized (
        select h.id, h.equipment_id, h.chassis_id from bookings b join history.placement h on h.id = b.id
    ), kin as materialized (
        -- What is in a chassis weighs and draws where that stands, so each changes with the other; and where the chassis
        -- goes its request is another data centre's matter.
        select b.id from bookings b
        union select p.id from own o join placement p on p.equipment_id = o.chassis_id
        union select p.id from own o join placement p on p.chassis_id = o.equipment_id
    ), images as materialized (
        -- Where and when these bookings are, and ever were.
        select h.id, h.equipment_id, h.rack_id, h.room_id, h.chassis_id, h.outlet_ids, h.node_ids, h.during
        from kin k join history.placement h on h.id = k.id
    ), racks as materialized (
        select i.rack_id as id from images i where i.rack_id is not null
        union select n.id from newer n where n.table_name = 'rack'
        union select h.rack_id from history.blocked_unit h where h.change_id = any (changes)
    ), outlets as materialized (
        select distinct o.id from images i cross join unnest(i.outlet_ids) o (id)
    ), quotas as materialized (
        select l.node_id, l.during
        from (select distinct e.owner_id from images i join equipment e on e.id = i.equipment_id) owner
        join agreement a on a.guest_id = owner.owner_id
        join agreement_line l on l.agreement_id = a.id
    ), nodes as materialized (
        select p.ancestor_id as id
        from (select o.node_id from outlets u join outlet o on o.id = u.id
              union select f.id from images i cross join unnest(i.node_ids) f (id)) fed
        join node_path p on p.node_id = fed.node_id
        union select n.id from racks r join node n on n.rack_id = r.id
        union select n.id from racks r join rack k on k.id = r.id
              cross join lateral (values (k.cooling_zone_id), (k.liquid_loop_id)) n (id) where n.id is not null
        union select n.id from images i join room o on o.id = i.room_id
              cross join lateral (values (o.cooling_zone_id), (o.liquid_loop_id)) n (id) where n.id is not null
        union select n.node_id from racks r join network_ports n on n.rack_id = r.id
        union select n.node_id from racks r join rack k on k.id = r.id join network_ports n on n.row_id = k.row_id
        union select n.node_id from images i join network_ports n on n.room_id = i.room_id
        union select q.node_id from quotas q
    ), days as materialized (
        select lower(i.during) as day from images i
        union select upper(i.during) from images i
        union select lower(q.during) from quotas q
        union select upper(q.during) from quotas q
    )
    select n.table_name, n.id::bigint from newer n where n.table_name not in ('blocked_unit', 'manufacturer', 'setting')
    -- Rows that are shown as part of another, or that one sees because one sees another.
    union select 'model', s.model_id from history.model_supply s where s.change_id = any (changes)
    union select 'node', l.node_id from history.liquid_loop l where l.change_id = any (changes)
    union select 'system', s.system_id from history.system_share s where s.change_id = any (changes)
    union select 'model', m.id from newer n join model m on n.table_name = 'manufacturer' and m.manufacturer_id = n.id
    union select 'request', r.id from requests r
    union select 'request_item', i.id from requests r join request_item i on i.request_id = r.id
    union select 'equipment', d.id from devices d
    union select 'equipment', i.equipment_id from images i
    union select 'placement', b.id from bookings b
    union select 'finding', f.id from bookings b join finding f on f.placement_id = b.id
    union select 'override', o.id from bookings b join override o on o.placement_id = b.id
    union select 'override', o.id from requests r join override o on o.request_id = r.id
    union select 'request', t.request_id
    from images i join equipment e on e.id = i.equipment_id join request_item t on t.id = e.request_item_id
    union select 'request', r.id from request r where exists (select from newer n where n.table_name = 'site')
    union select 'request_item', e.request_item_id
    from images i join equipment e on e.id = i.equipment_id where e.request_item_id is not null
    -- What is taken, without names.
    union select 'occupancy', r.id from racks r
    union select 'occupancy', r.id from rack r where everything
    union select 'slot_use', r.id from racks r
    union select 'bay_use', i.chassis_id from images i where i.chassis_id is not null
    union select 'bay_use', i.equipment_id from images i
    union select 'floor_occupancy', i.room_id from images i where i.room_id is not null
    union select 'floor_occupancy', f.room_id
    from newer n join equipment e on n.table_name = 'model' and e.model_id = n.id
    join placement p on p.equipment_id = e.id join floor_shape f on f.placement_id = p.id
    union select 'outlet_use', o.id from outlets o
    union select 'load_node', n.id from nodes n
    union select 'load_day', d.day - date '2000-01-01' from days d where d.day is not null
    union select 'load_step', l.node_id from ledger l where everything;
end
$$;
