-- Intentions about one placement, and the first of them: install. Equipment that was taken over by import has no
-- request; then its placement stands for itself.

-- A placement by id or asset tag, if the asker may see it.
create function guard.placement_of(arguments jsonb) returns int
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    reference jsonb := nullif(arguments -> 'placement', 'null');
    tag text := guard.text_of(arguments, 'asset_tag');
    meant int[] := array(
        select p.id
        from placement p join equipment e on e.id = p.equipment_id
        where case when reference is not null then to_jsonb(p.id) = reference
                   else e.asset_tag = tag and p.state not in ('ended', 'released') end
        order by lower(p.during) desc);
begin
    if meant = '{}' then
        perform guard.look_at_nothing('placement');
    end if;
    return (select v.id from visible_placement v where v.id = any (meant) order by array_position(meant, v.id) limit 1);
end
$$;

-- In the order in which all intentions lock: requests, then their placements, both by id; data centres come last.
create function guard.lock_placements(ids int[]) returns void
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    perform from request r
    where r.id in (select i.request_id
                   from placement p
                   join equipment e on e.id = p.equipment_id
                   join request_item i on i.id = e.request_item_id
                   where p.id = any (ids))
    order by r.id for update;
    perform from placement p where p.id = any (ids) order by p.id for update;
end
$$;

-- The table of states for one place: of a request's steps those that the host takes place by place, and giving back.
create view guard.place_step (intention, from_states, who) as
    select s.intention, s.from_states, array_remove(s.who, 'requester')
    from guard.step s where s.intention in ('install', 'move', 'replace', 'decommission', 'remove')
    union all
    values ('release', array['held', 'delivered'], array['facility_manager']),
           ('retire', array['installed', 'decommissioning'], array['facility_manager']);

-- One placement by id or asset tag, locked with its request, if the asker may see it and do this in its data centre.
create function guard.enter_placement(wanted text, arguments jsonb, seen bigint) returns polder.placement
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    entered placement;
    found_id int := guard.placement_of(arguments);
    rule record;
begin
    select * into strict rule from place_step s where s.intention = wanted;
    if found_id is null then
        perform guard.refuse_absent('placement', coalesce(nullif(arguments -> 'placement', 'null'),
                                                          to_jsonb(guard.text_of(arguments, 'asset_tag'))));
    end if;
    perform guard.lock_placements(array[found_id]);
    select * into entered from placement p where p.id = found_id;
    if not exists (select from placed s
                   where s.id = entered.id and s.site_id = any (guard.my_sites(variadic rule.who))) then
        perform guard.refuse_right('right', variadic rule.who);
    end if;
    perform guard.refuse_stale('placement', entered.id, seen);
    if entered.hold_until < guard.today() then
        entered.state := 'expired'; -- though nobody has put it away yet
    end if;
    if not entered.state = any (rule.from_states) then
        perform guard.refuse_state(entered.state, wanted,
            array(select s.intention from place_step s where entered.state = any (s.from_states) order by 1));
    end if;
    return entered;
end
$$;

-- The request of a placement; no row for inherited equipment.
create function guard.request_behind(placement int) returns polder.request
    language sql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
    select r.* from placement p
    join equipment e on e.id = p.equipment_id
    join request_item i on i.id = e.request_item_id
    join request r on r.id = i.request_id
    where p.id = placement
$$;

-- Serial and asset tag are unique for an owner; the constraint's own words would show the row that has them.
create function guard.name_equipment(equipment int, serial_number text, tag text) returns void
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    broken text;
begin
    update equipment e
    set serial = coalesce(nullif(serial_number, ''), e.serial), asset_tag = coalesce(nullif(tag, ''), e.asset_tag)
    where e.id = equipment;
exception when unique_violation then
    get stacked diagnostics broken = constraint_name;
    if broken like '%serial%' then
        perform guard.refuse_value('serial', to_jsonb(serial_number), 'free_for_owner');
    end if;
    perform guard.refuse_value('asset_tag', to_jsonb(tag), 'free_for_owner');
end
$$;

-- The placement that `install` speaks of: one, or of a request (and item) the next that is not installed.
create function guard.enter_installable(arguments jsonb, seen bigint) returns polder.placement
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    asked request;
    place placement;
begin
    if arguments ->> 'placement' is not null then
        place := guard.enter_placement('install', arguments - 'asset_tag', seen);
        asked := guard.request_behind(place.id);
        if asked.id is not null then
            perform guard.enter_request('install', jsonb_build_object('request', asked.id), null);
        end if;
        return place;
    end if;
    asked := guard.enter_request('install', arguments, seen);
    select p.* into place
    from guard.request_placements(asked.id, 'held', 'delivered') p
    join equipment e on e.id = p.equipment_id join request_item i on i.id = e.request_item_id
    where i.ordinal = coalesce(guard.number_of(arguments, 'item', 1, 32767), i.ordinal)
    order by p.bay_id is not null, i.ordinal, p.id limit 1;   -- a chassis before what is in it
    if place.id is null then
        perform guard.refuse_value('item', arguments -> 'item', 'item_to_install');
    end if;
    return guard.enter_placement('install', jsonb_build_object('placement', place.id), null);
end
$$;

-- What is installed stands there today. If it comes before its first day it has its place from today on, and the guard
-- judges the days between like any other booking.
create function guard.installed_during(booked daterange) returns daterange
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    if upper(booked) <= guard.today() then
        perform guard.refuse_value('until', to_jsonb(upper(booked)),
                                   'booked_no_longer', jsonb_build_object('day', guard.today()));
    end if;
    return daterange(least(lower(booked), guard.today()), upper(booked));
end
$$;

create function api.install(key uuid, generation bigint, arguments jsonb) returns jsonb
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    before jsonb := guard.begin_intention(key, 'install', arguments, array['request', 'item', 'placement', 'serial',
        'asset_tag', 'rack', 'unit', 'face', 'half', 'slot', 'chassis', 'bay', 'room', 'x_mm', 'y_mm', 'orientation_deg',
        'outlets']);
    asked request;
    place placement;
    device equipment;
    moved placement;
    left_in text;
begin
    if before is not null then
        return before;
    end if;
    place := guard.enter_installable(arguments, generation);
    asked := guard.request_behind(place.id);
    perform guard.name_equipment(place.equipment_id, guard.text_of(arguments, 'serial', longest => 100),
                                 guard.text_of(arguments, 'asset_tag', longest => 100));
    moved := place;
    moved.during := guard.installed_during(place.during);
    if arguments ?| array['rack', 'unit', 'face', 'half', 'slot', 'chassis', 'bay', 'room', 'x_mm', 'y_mm', 'orientation_deg',
                          'outlets'] then
        perform guard.lock_for(array[place.equipment_id],
                               guard.racks_of(jsonb_build_array(arguments)) || place.rack_id
                               || guard.racks_under(array[place.chassis_id]),
                               guard.rooms_of(jsonb_build_array(arguments)) || place.room_id);
        select * into device from equipment e where e.id = place.equipment_id;
        moved := guard.moved_place(arguments - array['request', 'item', 'placement', 'serial', 'asset_tag'], place, device,
                                   moved.during, '{}', '', array[place.id]);
    end if;
    update placement p
    set (state, hold_until, during, rack_id, position_hu, face, half, zero_u_slot, chassis_id, bay_id, room_id, x_mm, y_mm,
         orientation_deg, outlet_ids) =
        ('installed', null, moved.during, moved.rack_id, moved.position_hu, moved.face, moved.half, moved.zero_u_slot,
         moved.chassis_id, moved.bay_id, moved.room_id, moved.x_mm, moved.y_mm, moved.orientation_deg, moved.outlet_ids)
    where p.id = place.id;
    left_in := guard.follow_pieces(asked.id);
    perform guard.note_warnings(array[place.id]);
    perform guard.tell(guard.home_people(asked), 'installed',
                       jsonb_build_object('request', asked.id, 'placement', place.id));
    return guard.finish_intention(key, jsonb_build_object('placement', place.id, 'equipment', place.equipment_id,
        'request', asked.id, 'state', left_in, 'from', lower(moved.during),
        'warnings', guard.warnings(array[place.id])));
end
$$;

-- A place given in part: what is left out stays as it is. In the same rack the cords stay in their outlets.
create function guard.moved_place(place jsonb, before polder.placement, device polder.equipment, period daterange,
                                  taken int[], at text, own int[]) returns polder.placement
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    mounting text := guard.mounting(device, before);
    stand rack;
    filled jsonb;
    result placement;
begin
    perform guard.refuse_other_kind(place, device, at);
    if device.kind = 'floor' then
        result := guard.moved_on_floor(place - '{placement,asset_tag,request,item,serial}'::text[], before, device, period,
                                       taken, at, own);
        perform guard.refuse_lacking(result, device, period);
        return result;
    end if;
    if mounting = 'bay' then
        filled := jsonb_build_object('chassis', before.chassis_id) || jsonb_strip_nulls(place);
        stand := guard.rack_under((guard.chassis_of(filled, at)).id, period);
        if filled -> 'chassis' = to_jsonb(before.chassis_id) then
            filled := jsonb_build_object('bay', (select b.name from model_bay b where b.id = before.bay_id)) || filled;
        end if;
        if stand.id = (guard.rack_under(before.chassis_id, period)).id then
            filled := jsonb_build_object('outlets', to_jsonb(before.outlet_ids)) || filled;
        end if;
    else
        filled := jsonb_build_object('rack', before.rack_id) || jsonb_strip_nulls(place);
        stand := guard.rack_of(filled, 'rack', greatest(lower(period), guard.today()), at);
        if mounting = 'rack' then
            filled := jsonb_build_object('face', before.face, 'half', before.half) || filled;
        end if;
        if stand.id = before.rack_id then
            filled := jsonb_build_object('outlets', to_jsonb(before.outlet_ids)) || filled;
            if mounting = 'zero_u' then
                filled := jsonb_build_object('slot', before.zero_u_slot) || filled;
            elsif not filled ? 'unit' then
                filled := filled || jsonb_build_object('unit', case when stand.numbered_down
                    then stand.height_u - before.position_hu / 2.0 else before.position_hu / 2.0 + 1 end);
            end if;
        end if;
        perform guard.refuse_corded_contents(device, before.rack_id, stand.id, period, at);
    end if;
    result := guard.place_of(filled, mounting, device, period, taken, at, own, 'facility_manager', 'technician');
    perform guard.refuse_lacking(result, device, period);
    return result;
end
$$;

create function guard.refuse_lacking(place polder.placement, device polder.equipment, period daterange) returns void
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    if cardinality(place.outlet_ids) < device.cords then
        perform guard.refuse_rules(jsonb_build_array(guard.lacking_outlets(device, place, period)));
    end if;
end
$$;
