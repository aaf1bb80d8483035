-- Where: a place as a client writes it ({"rack", "unit", "face", "half", "outlets"}) becomes columns of a placement. Slots and
-- bays: 62_slots.sql.

-- A rack by SITE/ROOM/RACK or id; null: there is none.
create function guard.rack_named(reference jsonb) returns int
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    name text := reference #>> '{}';
    parts text[] := string_to_array(name, '/');
begin
    return case jsonb_typeof(reference)
        when 'number' then
            (select r.id from rack r where r.id = case when name ~ '^\d{1,9}$' then name::int end)
        when 'string' then
            (select r.id
             from site s join room m on m.site_id = s.id and m.code = parts[2] join rack r on r.room_id = m.id and r.code = parts[3]
             where s.code = parts[1] and cardinality(parts) = 3)
        end;
end
$$;

-- One that is in service on that day.
create function guard.rack_of(arguments jsonb, field text, on_day date, at text default '') returns polder.rack
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    reference jsonb := nullif(arguments -> field, 'null');
    found_rack rack;
begin
    select r.* into found_rack from rack r where r.id = guard.rack_named(reference);
    if found_rack.id is null then
        perform guard.refuse_value(at || field, reference, 'rack');
    end if;
    if not found_rack.during @> on_day then
        perform guard.refuse_value(at || field, reference, 'rack_in_service', jsonb_build_object('day', on_day));
    end if;
    return found_rack;
end
$$;

-- Those racks of these places that there are, and those of their chassis: to lock what they are in before anything is chosen
-- there, outlets above all. What is wrong with the places is said later.
create function guard.racks_of(places jsonb) returns int[]
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    place jsonb;
    racks int[] := '{}';
begin
    for place in select value from jsonb_array_elements(places) loop
        racks := racks || guard.rack_named(place -> 'rack');
        if place -> 'chassis' is not null then
            racks := racks || guard.racks_under(array(select e.id from equipment e
                                                      where to_jsonb(e.id) = place -> 'chassis'
                                                         or e.asset_tag = place ->> 'chassis'));
        end if;
    end loop;
    return array_remove(racks, null);
end
$$;

create function guard.site_of(rack polder.rack) returns int
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return (select m.site_id from room m where m.id = rack.room_id);
end
$$;

-- Half units below the lowest unit that is occupied. A rack that counts down has its highest number there.
create function guard.position_of(place jsonb, rack polder.rack, at text) returns int
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    -- The upper half of the highest unit is half a number further, whichever way they run.
    unit numeric := guard.number_of(place, 'unit', case when rack.numbered_down then 0.5 else 1 end,
        rack.height_u + case when rack.numbered_down then 0 else 0.5 end, 0.5, required => true, at => at);
begin
    return 2 * case when rack.numbered_down then rack.height_u - unit else unit - 1 end;
end
$$;

-- Outlets by 'PDU:OUTLET' (the last colon counts; of a bank also its PDU's name) or id, in this rack; or on the walls of
-- this room.
create function guard.outlets_of(place jsonb, rack polder.rack, at text, room int default null) returns int[]
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
    set jit = off
    set plan_cache_mode = force_generic_plan
    set enable_seqscan = off
    set enable_hashjoin = off
    set enable_mergejoin = off
as $$
declare
    named jsonb := guard.array_of(place, 'outlets', at => at);
    one record;
    chosen int[] := '{}';
begin
    if named is null then
        return null;
    end if;
    for one in
        -- By key: a rack has many outlets, of which two are named.
        with here as materialized (
            select n.id, n.name, case when n.kind = 'bank' then pdu.name end as pdu
            from (select x.* from node x where x.rack_id = rack.id and room is null
                  union all
                  select x.* from node x where x.room_id = room and x.rack_id is null and room is not null) n
            left join node pdu on pdu.id = n.parent_id and n.kind = 'bank'
        )
        select w.value, w.ordinality - 1 as place,
               case jsonb_typeof(w.value)
                   when 'number' then array(select o.id from outlet o
                                            where o.id = case when v.name ~ '^\d{1,9}$' then v.name::int end
                                              and o.node_id in (select id from here))
                   else array_remove(array(
                       select (select o.id from outlet o
                               where o.node_id = h.id and o.name = substr(v.name, length(prefix.name) + 2))
                       from here h
                       cross join lateral (values (h.name), (nullif(h.pdu, h.name))) prefix (name)
                       where starts_with(v.name, prefix.name || ':')), null)
                   end as candidates
        from jsonb_array_elements(named) with ordinality w
        cross join lateral (select w.value #>> '{}' as name) v
        order by w.ordinality
    loop
        if cardinality(one.candidates) <> 1 or one.candidates[1] = any (chosen) then
            perform guard.refuse_value(at || 'outlets/' || one.place, one.value,
                                       case cardinality(one.candidates) when 0 then case when room is null then 'outlet_of_rack' else 'outlet_of_room' end when 1 then 'named_once' else 'one_outlet' end);
        end if;
        chosen := chosen || one.candidates[1];
    end loop;
    return chosen;
end
$$;

-- What a node has left for normal load on a day, in its base unit; null where its limit is unknown or without number.
create function guard.headroom(node int, on_day date) returns bigint
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return (select l.normal_main from node_limit l where l.node_id = node and l.from_date <= on_day
            order by l.from_date desc limit 1)
           - coalesce((select sum(g.normal_main)::bigint from ledger g
                       where g.node_id = node and g.day <= on_day), 0);
end
$$;

-- Free outlets of the rack (or of the room itself) for the cords of one device, one a side in turn, the side with most headroom first. Fewer
-- than asked come back if there are not enough. `taken`: chosen already for others of the same booking; `own`:
-- placements that make room in this booking.
create function guard.choose_outlets(rack int, device polder.equipment, period daterange, taken int[], own int[],
                                     room int default null) returns int[]
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
    set plan_cache_mode = force_generic_plan -- others wait while this is planned: once a session
as $$
begin
    return (
    with strip as materialized (
        select n.id, n.voltage_ln, coalesce(n.side, pdu.side, '') as side,
               coalesce(guard.headroom(coalesce(pdu.id, n.id), lower(period)), 0)
               - coalesce(device.budgeted_w, 0) * 1000::bigint
                 * (select count(*) from outlet t where t.id = any (taken) and t.node_id = n.id) as headroom
        from node n left join node pdu on pdu.id = n.parent_id and n.kind = 'bank'
        where (n.rack_id = rack or n.room_id = room and n.rack_id is null) and exists (select from outlet o where o.node_id = n.id)
    ), free as (
        select o.id, o.name, o.max_ma, n.side, n.headroom
        from strip n join outlet o on o.node_id = n.id
        where not o.id = any (taken)
          and (device.phases = '123') = (o.phases = '123')
          -- after a failure one cord carries all; where the plug is unknown, any outlet that can
          and (exists (select from plug_fit f where f.inlet = device.plug and f.outlet = o.type)
               or device.plug is null
                  and o.max_ma::bigint * n.voltage_ln * case when o.phases = '123' then 3 else 1 end
                      >= coalesce(device.budgeted_w, device.nameplate_w, 0) * 1000::bigint)
          and not exists (select from connection c
                          where c.outlet_id = o.id and c.during && period and not c.placement_id = any (own)
                            and c.placement_id not in (select id from lapsed))
    ), ranked as (
        select id, side, headroom, max_ma,
               row_number() over (partition by side order by headroom desc, max_ma, name, id) as turn,
               max(headroom) over (partition by side) as side_headroom
        from free
    )
    select coalesce(array_agg(id order by turn, side_headroom desc, side), '{}')
    from (select * from ranked order by turn, side_headroom desc, side limit device.cords) chosen);
end
$$;

-- A device in a rack in that period, as a placement without a state.
create function guard.placed_as(place jsonb, stand polder.rack, device polder.equipment, period daterange, taken int[],
                                at text, own int[]) returns polder.placement
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    result placement;
begin
    result.equipment_id := device.id;
    result.during := period;
    result.rack_id := stand.id;
    result.position_hu := guard.position_of(place, stand, at);
    result.face := coalesce(guard.choice_of(place, 'face', array['front', 'rear', 'both'], at => at), 'front');
    result.half := coalesce(guard.choice_of(place, 'half', array['full', 'left', 'right'], at => at), 'full');
    result.outlet_ids := guard.outlets_for(place, stand, device, period, taken, at, own);
    return result;
end
$$;

-- As the place says, or chosen in this rack; one for each cord.
create function guard.outlets_for(place jsonb, stand polder.rack, device polder.equipment, period daterange, taken int[],
                                  at text, own int[]) returns int[]
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    named int[] := guard.outlets_of(place, stand, at);
begin
    if named && taken or cardinality(named) not in (device.cords) then
        perform guard.refuse_value(at || 'outlets', place -> 'outlets',
                                   'outlet_a_cord', jsonb_build_object('cords', device.cords));
    end if;
    return coalesce(named, guard.choose_outlets(stand.id, device, period, taken, own));
end
$$;

create function guard.lacking_outlets(device polder.equipment, place polder.placement, period daterange) returns jsonb
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return jsonb_build_object('rule', 'P1', 'where', coalesce(guard.rack_name(place.rack_id), guard.room_name(place.room_id),
                                                           guard.rack_name((guard.rack_under(place.chassis_id, period)).id)),
        'node', 0,
        'requested', device.cords, 'used', 0, 'capacity', cardinality(place.outlet_ids), 'unit', 'pieces',
        'quantity', coalesce(device.plug, ''), 'failing', '', 'date', lower(period));
end
$$;
