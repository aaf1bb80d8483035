-- What stands is changed: extend, move, replace. The owner's people ask for it, the facility manager does it.

-- The owner's wish for what only the facility manager does: a note on the object and a notice to the host.
create function guard.ask(what text, subject text, subject_id int, hosts int[], arguments jsonb) returns jsonb
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    insert into note (subject, subject_id, text, owner_id, author_id)
    values (subject, subject_id, format('asks to %s: %s', what, arguments), guard.my_organisation(), guard.person_id());
    perform guard.tell(hosts, what || ' asked', jsonb_build_object(subject, subject_id));
    return jsonb_build_object('asked', true, subject, subject_id);
end
$$;

create function api.extend(key uuid, generation bigint, arguments jsonb) returns jsonb
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    before jsonb := guard.begin_intention(key, 'extend', arguments, array['request', 'until', 'comment']);
    asked request;
    new_end date;
begin
    if before is not null then
        return before;
    end if;
    asked := guard.enter_request('extend', arguments, generation);
    new_end := guard.date_of(arguments, 'until', required => true);
    if new_end <= greatest(asked.from_date, guard.today()) then
        perform guard.refuse_value('until', arguments -> 'until',
                                   'after', jsonb_build_object('day', greatest(asked.from_date, guard.today())));
    end if;
    if not guard.acts_as(asked, 'facility_manager') then
        return guard.finish_intention(key, guard.ask('extend', 'request', asked.id,
                                                     guard.host_people(asked, 'facility_manager'), arguments)
            || jsonb_build_object('number', asked.number, 'state', asked.state, 'until', asked.until_date,
                                  'warnings', '[]'::jsonb));
    end if;
    update request set until_date = new_end where id = asked.id;
    update placement p set during = daterange(lower(p.during), new_end)
    where p.id in (select id from guard.request_placements(asked.id, 'installed'))
      and lower(p.during) < new_end
      -- What is retired before the rest stays so.
      and not coalesce(upper(p.during) < asked.until_date, upper(p.during) is not null and asked.until_date is null)
      -- What it leaves for another place ends when it did.
      and not exists (select from placement next where next.planned_from = p.id and next.state <> 'released');
    perform guard.note_warnings(guard.standing_of(asked.id));
    perform guard.tell(guard.home_people(asked), 'extended', jsonb_build_object('request', asked.id));
    return guard.finish_intention(key, jsonb_build_object('asked', false, 'request', asked.id,
        'number', asked.number, 'state', asked.state, 'until', new_end,
        'warnings', guard.warnings(guard.standing_of(asked.id))));
end
$$;

-- Any number of devices from a day on, all or nothing: a swap is two moves. What has begun ends on that day and goes on
-- at the new place as a row of its own, so that both places can be shown until then.
create function api.move(key uuid, generation bigint, arguments jsonb) returns jsonb
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    before jsonb := guard.begin_intention(key, 'move', arguments, array['moves', 'from', 'comment']);
    from_day date := coalesce(guard.date_of(arguments, 'from'), guard.today());
    one record;
    place placement;
    old placement[] := '{}';
    new placement[] := '{}';
    taken int[] := '{}';
    device equipment;
    ids int[] := '{}';
begin
    if before is not null then
        return before;
    end if;
    if from_day < guard.today() then
        perform guard.refuse_value('from', arguments -> 'from',
                                   'not_before_today', jsonb_build_object('day', guard.today()));
    end if;
    perform guard.lock_placements(array(
        select guard.placement_of(value)
        from jsonb_array_elements(guard.array_of(arguments, 'moves', required => true))));
    for one in select value, ordinality - 1 as number
               from jsonb_array_elements(arguments -> 'moves') with ordinality loop
        perform guard.refuse_unknown(one.value, array['placement', 'asset_tag', 'rack', 'unit', 'face', 'half', 'slot',
                                     'chassis', 'bay', 'room', 'x_mm', 'y_mm', 'orientation_deg', 'outlets'],
                                     format('moves/%s/', one.number));
        if guard.asks_only(one.value) then
            return guard.finish_intention(key, guard.ask_for_placement('move', one.value, arguments)
                                               || jsonb_build_object('placements', '[]'::jsonb, 'from', from_day,
                                                                     'warnings', '[]'::jsonb));
        end if;
        place := guard.enter_placement('move', one.value, generation);
        if num_nonnulls(place.rack_id, place.chassis_id, place.room_id) = 0 or upper(place.during) <= from_day then
            perform guard.refuse_value(format('moves/%s/placement', one.number), to_jsonb(place.id), 'placement_to_move');
        end if;
        old := old || place;
    end loop;
    if (select count(distinct id) from unnest(old)) < cardinality(old) then
        perform guard.refuse_value('moves', arguments -> 'moves', 'each_once');
    end if;
    perform guard.lock_for(array(select o.equipment_id from unnest(old) o),
                           guard.racks_of(arguments -> 'moves') || array(select o.rack_id from unnest(old) o)
                           || guard.racks_under(array(select o.chassis_id from unnest(old) o)),
                           guard.rooms_of(arguments -> 'moves') || array(select o.room_id from unnest(old) o));
    for one in select value, ordinality::int as number
               from jsonb_array_elements(arguments -> 'moves') with ordinality loop
        select * into device from equipment e where e.id = old[one.number].equipment_id;
        place := guard.moved_place(one.value - array['placement', 'asset_tag'], old[one.number], device,
            daterange(greatest(lower(old[one.number].during), from_day), upper(old[one.number].during)), taken,
            format('moves/%s/', one.number - 1), array(select o.id from unnest(old) o));
        place.planned_from := old[one.number].id;
        place.state := old[one.number].state;
        place.hold_until := old[one.number].hold_until;
        taken := taken || place.outlet_ids;
        new := new || place;
    end loop;
    perform guard.take_over(new, from_day);
    for place in select distinct on (n.planned_from) p.*
                 from unnest(new) n join placement p on n.planned_from in (p.id, p.planned_from)
                 order by n.planned_from, p.id desc loop
        ids := ids || place.id;
        perform guard.note_wishes((guard.request_behind(place.id)).id);
        perform guard.tell(guard.home_people(guard.request_behind(place.id)), 'moved',
                           jsonb_build_object('placement', place.id));
    end loop;
    perform guard.note_warnings(ids || array(select o.id from unnest(old) o));
    return guard.finish_intention(key, jsonb_build_object('asked', false, 'placements', to_jsonb(ids), 'from', from_day,
                                                          'warnings', guard.warnings(ids)));
end
$$;

-- These places take over from those of planned_from on that day, all in one statement, so that the guard judges the end of
-- it: what has begun ends, what has not begun changes itself, or was never used where it was another device's.
create function guard.take_over(places polder.placement[], from_day date) returns void
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    merge into placement p
    using (select e.row, e.begun, e.replaced, n.planned_from, n.equipment_id, n.state, n.during, n.hold_until, n.rack_id,
                  n.position_hu, n.face, n.half, n.zero_u_slot, n.chassis_id, n.bay_id, n.room_id, n.x_mm, n.y_mm,
                  n.orientation_deg, n.outlet_ids, coalesce(n.node_ids, '{}') as node_ids,
                  coalesce(n.inherited, false) as inherited, coalesce(n.contested, false) as contested
           from unnest(places) n
           join placement o on o.id = n.planned_from
           cross join lateral (values (lower(o.during) < from_day, o.equipment_id <> n.equipment_id)) k (begun, replaced)
           cross join lateral (values (o.id, k.begun, k.replaced), (null, k.begun, k.replaced)) e (row, begun, replaced)
           where e.row is not null or k.begun or k.replaced) c
    on p.id = c.row
    when matched and c.begun then update set
        during = daterange(lower(p.during), from_day), state = case when from_day <= guard.today() then 'ended' else p.state end,
        hold_until = case when from_day > guard.today() then p.hold_until end
    when matched and c.replaced then update set state = 'released', hold_until = null
    when matched then update set
        rack_id = c.rack_id, position_hu = c.position_hu, face = c.face, half = c.half, zero_u_slot = c.zero_u_slot,
        chassis_id = c.chassis_id, bay_id = c.bay_id, room_id = c.room_id, x_mm = c.x_mm, y_mm = c.y_mm,
        orientation_deg = c.orientation_deg, outlet_ids = c.outlet_ids, node_ids = c.node_ids
    when not matched then insert
        (equipment_id, state, during, hold_until, rack_id, position_hu, face, half, zero_u_slot, chassis_id, bay_id, room_id,
         x_mm, y_mm, orientation_deg, outlet_ids, node_ids, inherited, contested, planned_from)
        values (c.equipment_id, c.state, c.during, c.hold_until, c.rack_id, c.position_hu, c.face, c.half, c.zero_u_slot,
                c.chassis_id, c.bay_id, c.room_id, c.x_mm, c.y_mm, c.orientation_deg, c.outlet_ids, c.node_ids, c.inherited,
                c.contested, c.planned_from);
end
$$;

-- The requester may ask for what the facility manager does; of equipment that no request stands behind, who is named on
-- it and the home coordinator. True: the asker is one of them, and not the host.
create function guard.asks_only(arguments jsonb) returns boolean
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    seen int := guard.placement_of(arguments);
begin
    return seen is not null and exists (
        select from placement p join equipment e on e.id = p.equipment_id
        join placed s on s.id = p.id
        left join request_item i on i.id = e.request_item_id
        where p.id = seen and p.state = 'installed' and not s.site_id = any (guard.my_sites('facility_manager'))
          and case when i.id is null then e.id in (select guard.personal_equipment())
                                          or e.owner_id = any (guard.my_organisations('coordinator'))
                   else guard.acts_as((select r from request r where r.id = i.request_id), 'requester') end);
end
$$;

create function guard.ask_for_placement(what text, target jsonb, arguments jsonb) returns jsonb
    language sql security definer set search_path = polder, guard, api, public, pg_temp
as $$
    select guard.ask(what, 'equipment', p.equipment_id,
        array(select a.person_id from in_office a join site t on t.organisation_id = a.organisation_id
              where t.id = s.site_id and (a.site_id is null or a.site_id = t.id) and a.role = 'facility_manager'),
        arguments)
    from placement p join placed s on s.id = p.id
    where p.id = guard.placement_of(target)
$$;

-- Another device in the same place and outlets: the old one ends today, the new one is linked to it.
create function api.replace(key uuid, generation bigint, arguments jsonb) returns jsonb
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    before jsonb := guard.begin_intention(key, 'replace', arguments, array['placement', 'asset_tag', 'serial',
        'new_asset_tag', 'draw_w', 'weight_kg', 'wiped_on', 'wipe_reference', 'comment']);
    place placement;
    device equipment;
    first_day date;
    old_id int;
begin
    if before is not null then
        return before;
    end if;
    if guard.asks_only(arguments) then
        return guard.finish_intention(key, guard.ask_for_placement('replace', arguments, arguments)
                                           || jsonb_build_object('warnings', '[]'::jsonb));
    end if;
    place := guard.enter_placement('replace', arguments, generation);
    perform guard.wipe(array[place.equipment_id], arguments);
    select * into device from equipment e where e.id = place.equipment_id;
    old_id := device.id;
    device.id := nextval(pg_get_serial_sequence('polder.equipment', 'id'));
    device.replaces_id := old_id;
    device.serial := null;
    device.asset_tag := null;
    device.measured_w := null;
    device.measured_on := null;
    device.wiped_on := null;
    device.wipe_reference := '';
    device.budgeted_w := coalesce(guard.number_of(arguments, 'draw_w', 0, 1000000), device.budgeted_w);
    device.weight_g := coalesce(1000 * guard.number_of(arguments, 'weight_kg', 0.001, 20000, 0.001), device.weight_g);
    insert into equipment overriding system value select (device).*;
    insert into equipment_contact (equipment_id, person_id)
    select device.id, c.person_id from equipment_contact c where c.equipment_id = old_id;
    perform guard.name_equipment(device.id, guard.text_of(arguments, 'serial', required => true, longest => 100),
                                 guard.text_of(arguments, 'new_asset_tag', longest => 100));
    first_day := greatest(guard.today(), lower(place.during));
    place.equipment_id := device.id;
    place.planned_from := place.id;
    place.during := daterange(first_day, upper(place.during));
    -- What is in a chassis stays in its bay, of the new one.
    perform guard.take_over(place || array(
        select jsonb_populate_record(i, jsonb_build_object(
                   'planned_from', i.id, 'chassis_id', device.id,
                   'during', daterange(greatest(lower(i.during), first_day), upper(i.during))))
        from placement i
        where i.chassis_id = old_id and i.state not in ('ended', 'released')
          and coalesce(upper(i.during) > first_day, true)), first_day);
    select max(p.id) into place.id from placement p where p.equipment_id = device.id;
    perform guard.note_warnings(array[place.id, place.planned_from]);
    perform guard.tell(guard.home_people(guard.request_behind(place.id)), 'replaced',
                       jsonb_build_object('placement', place.id, 'equipment', device.id));
    return guard.finish_intention(key, jsonb_build_object('asked', false, 'placement', place.id,
                                                          'equipment', device.id, 'replaces', old_id,
                                                          'warnings', guard.warnings(array[place.id])));
end
$$;
