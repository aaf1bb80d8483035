-- What changes in a building that is there: what goes out of service, units that may not be used, walls and aisles on the
-- plan; and the departments of an institution. A change that breaks bookings wants a reason (33_reasons.sql).

-- A rack (with the nodes in it) or a node ends on a day, the first on which it is no longer there.
create function api.end_service(key uuid, generation bigint, arguments jsonb) returns jsonb
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    before jsonb := guard.begin_intention(key, 'end_service', arguments, array['rack', 'node', 'from', 'reason']);
    last date := coalesce(guard.date_of(arguments, 'from'), guard.today());
    stand rack;
    target node;
    ended int[] := '{}';
begin
    if before is not null then
        return before;
    end if;
    if (nullif(arguments -> 'rack', 'null') is null) = (nullif(arguments -> 'node', 'null') is null) then
        perform guard.refuse_value('rack', arguments -> 'rack', 'given_or_node');
    end if;
    if last < guard.today() then
        perform guard.refuse_value('from', arguments -> 'from',
                                   'not_before_today', jsonb_build_object('day', guard.today()));
    end if;
    if nullif(arguments -> 'rack', 'null') is not null then
        stand := guard.building_rack(arguments, 'end_service', last - 1);
        update rack r set during = daterange(lower(r.during), last) where r.id = stand.id;
        ended := array(select n.id from node n where n.rack_id = stand.id and n.during @> (last - 1) order by n.id);
    else
        target := guard.enter_node(arguments, 'node', 'end_service');
        if target.kind = 'agreement_line' then
            perform guard.refuse_value('node', arguments -> 'node', 'node_of_building');
        end if;
        if not target.during @> (last - 1) then
            perform guard.refuse_value('node', arguments -> 'node', 'node_in_service', jsonb_build_object('day', last));
        end if;
        ended := array[target.id];
    end if;
    update node n set during = daterange(lower(n.during), last) where n.id = any (ended);
    return guard.finish_intention(key, jsonb_build_object('from', last, 'nodes', to_jsonb(ended))
                                       || jsonb_strip_nulls(jsonb_build_object('rack', stand.id)));
end
$$;

-- A rack that the arguments name, in service on that day, if the asker may build there.
create function guard.building_rack(arguments jsonb, wanted text, on_day date) returns polder.rack
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    stand rack := guard.rack_of(arguments, 'rack', on_day);
begin
    if not guard.site_of(stand) = any (guard.my_sites('facility_manager')) then
        perform guard.refuse_right('right_site', 'facility_manager');
    end if;
    return stand;
end
$$;

-- Units of a rack that may not be used on some days: broken rails, a cable tray. What stands there is refused as any other
-- overlap; `until`: the first day on which they are free again.
create function api.block_units(key uuid, generation bigint, arguments jsonb) returns jsonb
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    before jsonb := guard.begin_intention(key, 'block_units', arguments, array['rack', 'unit', 'height_u', 'from', 'until',
                                                                               'reason']);
    first date := coalesce(guard.date_of(arguments, 'from'), guard.today());
    until date := guard.date_of(arguments, 'until');
    stand rack;
    lowest int;
    height int;
    made int;
begin
    if before is not null then
        return before;
    end if;
    stand := guard.building_rack(arguments, 'block_units', greatest(first, guard.today()));
    height := 2 * coalesce(guard.number_of(arguments, 'height_u', 0.5, stand.height_u, 0.5), 1);
    -- A rack that counts down is told by its lowest number too, which is the highest place.
    lowest := guard.position_of(arguments, stand, '') - case when stand.numbered_down then height - 2 else 0 end;
    if lowest < 0 or lowest + height > 2 * stand.height_u then
        perform guard.refuse_value('height_u', arguments -> 'height_u',
                                   'within_rack', jsonb_build_object('most', stand.height_u));
    end if;
    if until <= first then
        perform guard.refuse_value('until', arguments -> 'until', 'after', jsonb_build_object('day', first));
    end if;
    insert into blocked_unit (rack_id, hu, reason, during)
    values (stand.id, int4range(lowest, lowest + height), guard.text_of(arguments, 'reason', required => true, longest => 500),
            daterange(first, until))
    returning id into made;
    return guard.finish_intention(key, jsonb_build_object('blocked', made, 'rack', stand.id));
end
$$;

-- Walls, columns, doors, aisles and areas of a room, each a rectangle on the plan (mm, from the north-west corner).
create function api.draw_features(key uuid, generation bigint, arguments jsonb) returns jsonb
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    before jsonb := guard.begin_intention(key, 'draw_features', arguments, array['site', 'room', 'features', 'reason']);
    built site;
    house room;
    entries jsonb := guard.array_of(arguments, 'features', required => true);
    entry jsonb;
    place text;
    drawn room_feature;
    west int;
    north int;
    east int;
    south int;
    ids int[] := '{}';
begin
    if before is not null then
        return before;
    end if;
    built := guard.building_site(arguments, 'draw_features');
    house := guard.room_in(built, arguments, 'room', true);
    for i in 0 .. jsonb_array_length(entries) - 1 loop
        entry := entries -> i;
        place := format('features/%s/', i);
        perform guard.refuse_unknown(entry, array['kind', 'name', 'x_mm', 'y_mm', 'width_mm', 'depth_mm', 'keep_clear'], place);
        drawn.kind := guard.choice_of(entry, 'kind', array['wall', 'column', 'door', 'aisle_cold', 'aisle_hot', 'containment',
                                                           'ramp', 'area'], required => true, at => place);
        west := guard.number_of(entry, 'x_mm', 0, house.width_mm - 1, required => true, at => place);
        north := guard.number_of(entry, 'y_mm', 0, house.depth_mm - 1, required => true, at => place);
        east := west + guard.number_of(entry, 'width_mm', 1, house.width_mm - west, required => true, at => place);
        south := north + guard.number_of(entry, 'depth_mm', 1, house.depth_mm - north, required => true, at => place);
        insert into room_feature (room_id, kind, name, shape, keep_clear)
        values (house.id, drawn.kind, coalesce(guard.text_of(entry, 'name', longest => 60, at => place), ''),
                jsonb_build_array(jsonb_build_array(west, north), jsonb_build_array(east, north), jsonb_build_array(east, south),
                                  jsonb_build_array(west, south)),
                coalesce(guard.bool_of(entry, 'keep_clear', place), false))
        returning ids || id into ids;
    end loop;
    return guard.finish_intention(key, jsonb_build_object('room', house.id, 'features', to_jsonb(ids)));
end
$$;

-- Departments of the administrator's institution, with the faculty that reports sum them by; one that is there gets the name
-- and faculty that are given.
create function api.add_departments(key uuid, generation bigint, arguments jsonb) returns jsonb
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    before jsonb := guard.begin_intention(key, 'add_departments', arguments, array['organisation', 'departments']);
    home int;
    entries jsonb := guard.array_of(arguments, 'departments', required => true);
    entry jsonb;
    place text;
    ids int[] := '{}';
begin
    if before is not null then
        return before;
    end if;
    home := guard.administered(arguments);
    for i in 0 .. jsonb_array_length(entries) - 1 loop
        entry := entries -> i;
        place := format('departments/%s/', i);
        perform guard.refuse_unknown(entry, array['code', 'name', 'faculty'], place);
        insert into department (organisation_id, code, name, faculty)
        values (home, guard.code_of(entry, 'code', place), guard.text_of(entry, 'name', required => true, longest => 200, at => place),
                coalesce(guard.text_of(entry, 'faculty', longest => 200, at => place), ''))
        on conflict (organisation_id, code) do update
            set name = excluded.name, faculty = case when entry ? 'faculty' then excluded.faculty else department.faculty end
        returning ids || id into ids;
    end loop;
    return guard.finish_intention(key, jsonb_build_object('organisation', home, 'departments', to_jsonb(ids)));
end
$$;
