-- An empty record becomes an estate: institutions, data centres, rooms, the power chain, rows of racks, agreements. Whoever
-- installs makes the first institution and person; from then on people do it.

-- What people call something, and what stands in a path.
create function guard.code_of(arguments jsonb, field text, at text default '') returns text
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    code text := guard.text_of(arguments, field, required => true, longest => 40, at => at);
begin
    if code !~ '^[A-Za-z0-9][A-Za-z0-9_.-]*$' then
        perform guard.refuse_value(at || field, to_jsonb(code), 'letters');
    end if;
    return code;
end
$$;

create function guard.make_organisation(arguments jsonb) returns int
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    wanted text := guard.code_of(arguments, 'code');
    made int;
begin
    if exists (select from organisation o where o.code = wanted) or wanted like '%.%' then
        perform guard.refuse_value('code', to_jsonb(wanted), 'free_organisation');
    end if;
    insert into organisation (code, name)
    values (wanted, guard.text_of(arguments, 'name', required => true, longest => 200))
    returning id into made;
    return made;
end
$$;

-- The first institution of a record, with a person who holds every office in it until others do. For the owner's tool: there
-- is nobody yet who could be asked.
create function api.found_institution(key uuid, generation bigint, arguments jsonb) returns jsonb
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    before jsonb := guard.begin_intention(key, 'found_institution', arguments, array['code', 'name', 'handle', 'person',
                                                                                     'email']);
    organisation int;
    made jsonb;
begin
    if before is not null then
        return before;
    end if;
    if not guard.is_tool() or exists (select from person) then
        perform guard.refuse_right('right_founder');
    end if;
    organisation := guard.make_organisation(arguments);
    made := guard.make_person(organisation, null, jsonb_build_object(
        'handle', arguments -> 'handle', 'name', arguments -> 'person', 'email', arguments -> 'email', 'login', true));
    insert into appointment (person_id, role, organisation_id, during)
    select (made ->> 'person')::int, r.code, organisation, daterange(guard.today(), null) from role r order by r.code;
    return guard.finish_intention(key, made || jsonb_build_object('organisation', organisation));
end
$$;

-- A partner, before an agreement can be made with it.
create function api.add_organisation(key uuid, generation bigint, arguments jsonb) returns jsonb
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    before jsonb := guard.begin_intention(key, 'add_organisation', arguments, array['code', 'name']);
begin
    if before is not null then
        return before;
    end if;
    if not guard.is_tool() and guard.my_organisations('administrator') = '{}' then
        perform guard.refuse_right('right', 'administrator');
    end if;
    return guard.finish_intention(key, jsonb_build_object('organisation', guard.make_organisation(arguments)));
end
$$;

-- A hosting agreement with its lines; the host's agreement manager makes it. What each line allows is the limit of a node.
create function api.add_agreement(key uuid, generation bigint, arguments jsonb) returns jsonb
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    before jsonb := guard.begin_intention(key, 'add_agreement', arguments, array['site', 'guest', 'reference', 'from', 'until',
                                                                                 'processor_agreement', 'lines']);
    hosted site;
    partner int;
    made agreement;
    first_day date := coalesce(guard.date_of(arguments, 'from'), guard.today());
    last_day date := guard.date_of(arguments, 'until');
    lines jsonb := guard.array_of(arguments, 'lines', required => true);
    line jsonb;
    place text;
    node int;
    about text;
    counted text;
begin
    if before is not null then
        return before;
    end if;
    select s.* into hosted from site s where s.code = guard.text_of(arguments, 'site', required => true);
    if hosted.id is null then
        perform guard.refuse_value('site', arguments -> 'site', 'site');
    end if;
    if not hosted.organisation_id = any (guard.my_organisations('agreement_manager')) then
        perform guard.refuse_right('right_host', 'agreement_manager');
    end if;
    select o.id into partner from organisation o
    where o.code = guard.text_of(arguments, 'guest', required => true) and o.id <> hosted.organisation_id;
    if partner is null then
        perform guard.refuse_value('guest', arguments -> 'guest', 'other_organisation');
    end if;
    made.reference := guard.text_of(arguments, 'reference', required => true, longest => 100);
    if exists (select from agreement a where a.reference = made.reference) then
        perform guard.refuse_value('reference', arguments -> 'reference', 'free_agreement');
    end if;
    if last_day <= first_day then
        perform guard.refuse_value('until', to_jsonb(last_day), 'after', jsonb_build_object('day', first_day));
    end if;
    insert into agreement (host_id, guest_id, reference, during, processor_agreement)
    values (hosted.organisation_id, partner, made.reference, daterange(first_day, last_day),
            nullif(guard.text_of(arguments, 'processor_agreement', longest => 200), ''))
    returning * into made;
    for i in 0 .. jsonb_array_length(lines) - 1 loop
        line := lines -> i;
        place := format('lines/%s/', i);
        perform guard.refuse_unknown(line, array['topic', 'unit', 'quota'], place);
        about := coalesce(guard.choice_of(line, 'topic', array(select t.code from topic t order by t.code), at => place), 'hosting');
        counted := guard.choice_of(line, 'unit', array(select u.code from unit u order by u.code), required => true, at => place);
        if exists (select from agreement_line l where l.agreement_id = made.id and l.topic = about
                                                  and l.unit = counted) then
            perform guard.refuse_value(place || 'unit', line -> 'unit', 'once_a_topic');
        end if;
        insert into node (kind, site_id, name) values ('agreement_line', hosted.id, made.reference || ' ' || counted)
        returning id into node;
        insert into agreement_line (agreement_id, topic, unit, quota, during, node_id)
        values (made.id, about, counted, guard.number_of(line, 'quota', 0, 1000000000, 0.001, required => true, at => place),
                made.during, node);
    end loop;
    return guard.finish_intention(key, jsonb_build_object('agreement', made.id, 'reference', made.reference));
end
$$;

create function api.add_site(key uuid, generation bigint, arguments jsonb) returns jsonb
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    before jsonb := guard.begin_intention(key, 'add_site', arguments, array['organisation', 'code', 'name', 'address']);
    host int;
    wanted text;
    made int;
begin
    if before is not null then
        return before;
    end if;
    host := guard.administered(arguments);
    wanted := guard.code_of(arguments, 'code');
    if exists (select from site s where s.code = wanted) then
        perform guard.refuse_value('code', to_jsonb(wanted), 'free_site');
    end if;
    insert into site (organisation_id, code, name, address)
    values (host, wanted, guard.text_of(arguments, 'name', required => true, longest => 200),
            coalesce(guard.text_of(arguments, 'address', longest => 400), ''))
    returning id into made;
    return guard.finish_intention(key, jsonb_build_object('site', made, 'code', wanted));
end
$$;

-- A data centre that the arguments name, if the asker may build there.
create function guard.building_site(arguments jsonb, wanted text) returns polder.site
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    entered site;
begin
    select s.* into entered from site s where s.code = guard.text_of(arguments, 'site', required => true);
    if entered.id is null then
        perform guard.refuse_value('site', arguments -> 'site', 'site');
    end if;
    if not entered.id = any (guard.my_sites('facility_manager')) then
        perform guard.refuse_right('right_site', 'facility_manager');
    end if;
    return entered;
end
$$;

create function guard.room_in(site polder.site, arguments jsonb, field text, required boolean, at text default '')
    returns polder.room
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    wanted text := guard.text_of(arguments, field, required, at => at);
    entered room;
begin
    select m.* into entered from room m where m.site_id = site.id and m.code = wanted;
    if entered.id is null and wanted is not null then
        perform guard.refuse_value(at || field, to_jsonb(wanted), 'room_of', jsonb_build_object('site', site.code));
    end if;
    return entered;
end
$$;

-- A room of a data centre, to scale; one that is there already gets another outline or floor, as far as its racks let it.
create function api.draw_room(key uuid, generation bigint, arguments jsonb) returns jsonb
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    before jsonb := guard.begin_intention(key, 'draw_room', arguments, array['site', 'code', 'name', 'width_mm', 'depth_mm',
        'height_mm', 'tile_mm', 'floor_class', 'protection_class', 'medical', 'reason']);
    built site;
    drawn room;
    furthest record;
begin
    if before is not null then
        return before;
    end if;
    built := guard.building_site(arguments, 'draw_room');
    drawn.code := guard.code_of(arguments, 'code');
    select m.* into drawn from room m where m.site_id = built.id and m.code = guard.code_of(arguments, 'code');
    drawn.code := guard.code_of(arguments, 'code');
    drawn.name := coalesce(guard.text_of(arguments, 'name', longest => 200), drawn.name, '');
    drawn.width_mm := coalesce(guard.number_of(arguments, 'width_mm', 1000, 500000, required => drawn.id is null), drawn.width_mm);
    drawn.depth_mm := coalesce(guard.number_of(arguments, 'depth_mm', 1000, 500000, required => drawn.id is null), drawn.depth_mm);
    drawn.height_mm := coalesce(guard.number_of(arguments, 'height_mm', 1000, 50000), drawn.height_mm);
    drawn.tile_mm := coalesce(guard.number_of(arguments, 'tile_mm', 100, 2000), drawn.tile_mm, 600);
    drawn.floor_class := coalesce(guard.number_of(arguments, 'floor_class', 1, 6), drawn.floor_class);
    drawn.protection_class := coalesce(guard.choice_of(arguments, 'protection_class', array['laag', 'middel', 'hoog']),
                                       drawn.protection_class, 'middel');
    drawn.medical := coalesce(guard.bool_of(arguments, 'medical'), drawn.medical, false);
    select max(s.x) as x, max(s.y) as y into furthest
    from rack r cross join lateral guard.rack_extent(r) s where r.room_id = drawn.id and upper(r.during) is null;
    if drawn.width_mm < furthest.x then
        perform guard.refuse_value('width_mm', to_jsonb(drawn.width_mm),
                                   'at_least_for_racks', jsonb_build_object('least', furthest.x));
    elsif drawn.depth_mm < furthest.y then
        perform guard.refuse_value('depth_mm', to_jsonb(drawn.depth_mm),
                                   'at_least_for_racks', jsonb_build_object('least', furthest.y));
    end if;
    if drawn.id is null then
        insert into room (site_id, code, name, width_mm, depth_mm, height_mm, tile_mm, floor_class, protection_class, medical)
        values (built.id, drawn.code, drawn.name, drawn.width_mm, drawn.depth_mm, drawn.height_mm, drawn.tile_mm,
                drawn.floor_class, drawn.protection_class, drawn.medical)
        returning id into drawn.id;
    else
        update room m
        set (name, width_mm, depth_mm, height_mm, tile_mm, floor_class, protection_class, medical) =
            (drawn.name, drawn.width_mm, drawn.depth_mm, drawn.height_mm, drawn.tile_mm, drawn.floor_class,
             drawn.protection_class, drawn.medical)
        where m.id = drawn.id;
    end if;
    return guard.finish_intention(key, jsonb_build_object('room', drawn.id, 'site', built.code, 'code', drawn.code));
end
$$;

-- How far a rack reaches to the east and to the south on the plan.
create function guard.rack_extent(stand polder.rack, out x int, out y int)
    language sql immutable security definer set search_path = polder, guard, api, public, pg_temp
as $$
    select stand.x_mm + case when stand.orientation_deg in (90, 270) then stand.depth_mm else stand.width_mm end,
           stand.y_mm + case when stand.orientation_deg in (90, 270) then stand.width_mm else stand.depth_mm end
$$;

-- Parts of the power chain, each fed from one that there is or that stands before it in the list. A rating of 100 kVA is
-- 95 kW and a third of it on each of three phases; usable_permille of it may be used, under a failure elsewhere too.
create function api.add_nodes(key uuid, generation bigint, arguments jsonb) returns jsonb
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    before jsonb := guard.begin_intention(key, 'add_nodes', arguments, array['site', 'nodes', 'reason']);
    built site;
    entries jsonb := guard.array_of(arguments, 'nodes', required => true);
    entry jsonb;
    place text;
    made node;
    above node;
    va bigint;
    usable bigint;
    ids int[] := '{}';
begin
    if before is not null then
        return before;
    end if;
    built := guard.building_site(arguments, 'add_nodes');
    for i in 0 .. jsonb_array_length(entries) - 1 loop
        entry := entries -> i;
        place := format('nodes/%s/', i);
        perform guard.refuse_unknown(entry, array['kind', 'name', 'parent', 'room', 'side', 'phases', 'units', 'kva',
                                                  'usable_permille', 'concurrently_maintainable'], place);
        made := null;
        above := null;
        made.kind := guard.choice_of(entry, 'kind', array(select k.code from node_kind k
                                                          where k.dimension = 'power' and k.level <= 8 order by k.level),
                                     required => true, at => place);
        made.name := guard.text_of(entry, 'name', required => true, longest => 60, at => place);
        if exists (select from node n where n.site_id = built.id and n.name = made.name) then
            perform guard.refuse_value(place || 'name', to_jsonb(made.name),
                                       'free_name', jsonb_build_object('site', built.code));
        end if;
        if entry ->> 'parent' <> '' then
            select n.* into above from node n join node_kind k on k.code = n.kind and k.dimension = 'power'
            where n.site_id = built.id and n.name = guard.text_of(entry, 'parent', at => place);
            if above.id is null then
                perform guard.refuse_value(place || 'parent', entry -> 'parent',
                                           'node_of', jsonb_build_object('site', built.code));
            end if;
        end if;
        made.room_id := (guard.room_in(built, entry, 'room', false, place)).id;
        made.side := coalesce(nullif(guard.text_of(entry, 'side', longest => 10, at => place), ''), above.side);
        made.phases := coalesce(guard.choice_of(entry, 'phases', array['1', '2', '3', '123'], at => place), '123');
        made.units := coalesce(guard.number_of(entry, 'units', 1, 100, at => place), 1);
        usable := coalesce(guard.number_of(entry, 'usable_permille', 1, 1000, at => place), 1000);
        va := guard.number_of(entry, 'kva', 0.001, 1000000, 0.001, required => true, at => place) * 1000;
        insert into node (kind, parent_id, site_id, room_id, name, side, phases, units, concurrently_maintainable)
        values (made.kind, above.id, built.id, made.room_id, made.name, made.side, made.phases, made.units,
                coalesce(guard.bool_of(entry, 'concurrently_maintainable', place), false))
        returning * into made;
        insert into node_limit (node_id, normal_main, normal_line, failover_main, failover_line, rating_main, rating_line, source)
        select made.id, va * 950 * usable / 1000, va * usable / lines, va * 950 * usable / 1000, va * usable / lines,
               va * 950, va * 1000 / lines, format('%s kVA', entry ->> 'kva')
        from (values (length(made.phases))) p (lines);
        ids := ids || made.id;
    end loop;
    return guard.finish_intention(key, jsonb_build_object('nodes', to_jsonb(ids)));
end
$$;

-- A row of racks at a pitch, each with what it may weigh and give off and a rack PDU on each side: A01, A02 ... To the east
-- where the fronts look north or south, else to the south.
create function api.add_racks(key uuid, generation bigint, arguments jsonb) returns jsonb
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    before jsonb := guard.begin_intention(key, 'add_racks', arguments, array['site', 'room', 'row', 'count', 'first', 'x_mm',
        'y_mm', 'pitch_mm', 'orientation_deg', 'width_mm', 'depth_mm', 'height_u', 'usable_depth_mm', 'zero_u_slots', 'max_kg',
        'heat_w', 'feed', 'parent_a', 'parent_b', 'from']);
    built site;
    house room;
    line int;
    label text;
    number int := guard.number_of(arguments, 'count', 1, 100, required => true);
    first int := coalesce(guard.number_of(arguments, 'first', 1, 999), 1);
    stand rack;
    step_mm int;
    at_mm int[];
    made int[];
    parents int[] := '{}';
    which text;
    feed text;
    kg int;
    heat int;
begin
    if before is not null then
        return before;
    end if;
    built := guard.building_site(arguments, 'add_racks');
    house := guard.room_in(built, arguments, 'room', true);
    label := guard.code_of(arguments, 'row');
    stand.room_id := house.id;
    stand.orientation_deg := coalesce(guard.number_of(arguments, 'orientation_deg', 0, 270, 90), 0);
    stand.width_mm := coalesce(guard.number_of(arguments, 'width_mm', 200, 2000), 600);
    stand.depth_mm := coalesce(guard.number_of(arguments, 'depth_mm', 200, 3000), 1200);
    stand.height_u := coalesce(guard.number_of(arguments, 'height_u', 1, 100), 42);
    stand.usable_depth_mm := coalesce(guard.number_of(arguments, 'usable_depth_mm', 100, stand.depth_mm), stand.depth_mm - 200);
    stand.zero_u_slots := coalesce(guard.number_of(arguments, 'zero_u_slots', 0, 20), 0);
    step_mm := coalesce(guard.number_of(arguments, 'pitch_mm', stand.width_mm, 10000), stand.width_mm);
    kg := coalesce(guard.number_of(arguments, 'max_kg', 1, 20000), 1000);
    heat := coalesce(guard.number_of(arguments, 'heat_w', 0, 1000000),
                     (select (s.value #>> '{}')::int from setting s where s.key = 'density_limit_w' and s.organisation_id is null
                                                                    and jsonb_typeof(s.value) = 'number'), 5000);
    feed := coalesce(guard.choice_of(arguments, 'feed', array(select f.feed from usual_feed f order by f.feed)), '32A 1P');
    stand.during := daterange(guard.date_of(arguments, 'from'), null);
    foreach which in array array['a', 'b'] loop
        if arguments ->> ('parent_' || which) <> '' then
            parents := parents || (select n.id from node n join node_kind k on k.code = n.kind and k.dimension = 'power'
                                   where n.site_id = built.id and n.name = arguments ->> ('parent_' || which));
            if parents[cardinality(parents)] is null then
                perform guard.refuse_value('parent_' || which, arguments -> ('parent_' || which),
                                           'power_node_of', jsonb_build_object('site', built.code));
            end if;
        else
            parents := parents || null::int;
        end if;
    end loop;
    stand.x_mm := coalesce(guard.number_of(arguments, 'x_mm', 0, 500000), 0);
    stand.y_mm := coalesce(guard.number_of(arguments, 'y_mm', 0, 500000), 0);
    perform from room m where m.id = house.id for no key update; -- no two rows at the same place at once
    select r.id into line from rack_row r where r.room_id = house.id and r.code = label;
    if line is null then
        insert into rack_row (room_id, code) values (house.id, label) returning id into line;
    end if;
    for i in 0 .. number - 1 loop
        stand.code := label || lpad((first + i)::text, 2, '0');
        if exists (select from rack r where r.room_id = house.id and r.code = stand.code) then
            perform guard.refuse_value('first', to_jsonb(first), 'rack_not_there', jsonb_build_object('rack', stand.code));
        end if;
        at_mm := array[(guard.rack_extent(stand)).x, (guard.rack_extent(stand)).y];
        if at_mm[1] > house.width_mm or at_mm[2] > house.depth_mm then
            perform guard.refuse_value('count', to_jsonb(number), 'at_most_in_room', jsonb_build_object('most', i));
        end if;
        if exists (select from rack r cross join lateral guard.rack_extent(r) e
                   where r.room_id = house.id and r.during && stand.during
                     and r.x_mm < at_mm[1] and stand.x_mm < e.x and r.y_mm < at_mm[2] and stand.y_mm < e.y) then
            perform guard.refuse_value(case when stand.orientation_deg in (90, 270) then 'y_mm' else 'x_mm' end, to_jsonb(stand.x_mm),
                                       'where_no_rack', jsonb_build_object('rack', stand.code));
        end if;
        insert into rack (room_id, row_id, code, x_mm, y_mm, orientation_deg, width_mm, depth_mm, height_u, usable_depth_mm,
                          zero_u_slots, during)
        values (house.id, line, stand.code, stand.x_mm, stand.y_mm, stand.orientation_deg, stand.width_mm, stand.depth_mm,
                stand.height_u, stand.usable_depth_mm, stand.zero_u_slots, stand.during)
        returning made || id into made;
        if stand.orientation_deg in (90, 270) then
            stand.y_mm := stand.y_mm + step_mm;
        else
            stand.x_mm := stand.x_mm + step_mm;
        end if;
    end loop;
    perform guard.furnish_racks(made, array_fill(parents[1], array[number]), array_fill(parents[2], array[number]),
                                array_fill(feed, array[number]), array_fill(kg * 1000::bigint, array[number]),
                                array_fill(heat * 1000::bigint, array[number]), false);
    return guard.finish_intention(key, jsonb_build_object('racks', to_jsonb(made), 'room', house.id));
end
$$;
