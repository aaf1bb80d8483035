-- Where on the floor: a place as a client writes it ({"room", "x_mm", "y_mm", "orientation_deg", "outlets"}).

-- A room by SITE/ROOM or id.
create function guard.room_of(arguments jsonb, field text, at text default '') returns polder.room
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    reference jsonb := nullif(arguments -> field, 'null');
    found_room room;
begin
    select m.* into found_room
    from room m join site s on s.id = m.site_id
    where to_jsonb(m.id) = reference or s.code || '/' || m.code = reference #>> '{}';
    if found_room.id is null then
        perform guard.refuse_value(at || field, reference, 'room');
    end if;
    return found_room;
end
$$;

-- Those rooms of these places that there are, as guard.racks_of says.
create function guard.rooms_of(places jsonb) returns int[]
    language sql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
    select coalesce(array_agg(m.id), '{}')
    from room m join site s on s.id = m.site_id
    join jsonb_array_elements(places) place (value)
         on to_jsonb(m.id) = place.value -> 'room' or s.code || '/' || m.code = place.value ->> 'room'
$$;

-- A place says where on the floor, or where in a rack: as the equipment is.
create function guard.refuse_other_kind(place jsonb, device polder.equipment, at text) returns void
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    on_floor boolean := device.kind = 'floor';
    stranger text;
begin
    select name into stranger
    from unnest(case when on_floor then '{rack,unit,face,half}' else '{room,x_mm,y_mm,orientation_deg}' end::text[])
         with ordinality n (name, place)
    where nullif(refuse_other_kind.place -> name, 'null') is not null
    order by n.place limit 1;
    if stranger is not null then
        perform guard.refuse_value(at || stranger, place -> stranger,
                                   case when on_floor then 'absent_on_floor' else 'absent_off_floor' end);
    end if;
end
$$;

-- A device at a place on the floor in that period, as a placement without a state.
create function guard.placed_on_floor(place jsonb, device polder.equipment, period daterange, taken int[], at text,
                                      own int[], variadic who text[]) returns polder.placement
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    result placement;
    floor room := guard.room_of(place, 'room', at);
    named int[];
begin
    if not floor.site_id = any (guard.my_sites(variadic who)) then
        perform guard.refuse_right('right_book');
    end if;
    named := guard.outlets_of(place, null, at, floor.id);
    result.equipment_id := device.id;
    result.during := period;
    result.room_id := floor.id;
    result.x_mm := guard.number_of(place, 'x_mm', 0, floor.width_mm, required => true, at => at);
    result.y_mm := guard.number_of(place, 'y_mm', 0, floor.depth_mm, required => true, at => at);
    result.orientation_deg := coalesce(guard.number_of(place, 'orientation_deg', 0, 359, at => at), 0);
    result.face := 'both';
    result.half := 'full';
    if named && taken or cardinality(named) not in (device.cords) then
        perform guard.refuse_value(at || 'outlets', place -> 'outlets',
                                   'outlet_a_cord', jsonb_build_object('cords', device.cords));
    end if;
    result.outlet_ids := coalesce(named, guard.choose_outlets(null, device, period, taken, own, floor.id));
    return result;
end
$$;

-- A place on the floor given in part: what is left out stays as it is. In the same room the cords stay in their outlets.
create function guard.moved_on_floor(place jsonb, before polder.placement, device polder.equipment, period daterange,
                                     taken int[], at text, own int[]) returns polder.placement
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    filled jsonb := jsonb_build_object('room', before.room_id, 'orientation_deg', before.orientation_deg)
                    || jsonb_strip_nulls(place);
begin
    if (guard.room_of(filled, 'room', at)).id = before.room_id then
        filled := jsonb_build_object('outlets', to_jsonb(before.outlet_ids), 'x_mm', before.x_mm, 'y_mm', before.y_mm)
                  || filled;
    end if;
    return guard.placed_on_floor(filled, device, period, taken, at, own, 'facility_manager', 'technician');
end
$$;
