-- From the hold to the container: install, extend, move, replace, decommission, remove, release, lapse. Equipment that
-- was taken over by import has no request; then its placement stands for itself.

-- One placement by id or asset tag, locked, if the asker may see it and is one of `who` in its data centre.
create function guard.enter_placement(wanted text, arguments jsonb, seen bigint, states text[], variadic who text[])
    returns polder.placement
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    entered placement;
    tag text := guard.text_of(arguments, 'asset_tag');
    reference jsonb := coalesce(nullif(arguments -> 'placement', 'null'), to_jsonb(tag));
begin
    select p.* into entered
    from placement p join equipment e on e.id = p.equipment_id
    where case when arguments ->> 'placement' is not null then to_jsonb(p.id) = reference
               else e.asset_tag = tag and p.state not in ('ended', 'released') end
      and exists (select from visible_placement v where v.id = p.id)
    order by lower(p.during) desc limit 1
    for update of p;
    if entered.id is null then
        perform guard.refuse_absent('placement', reference);
    end if;
    if not exists (select from placed s where s.id = entered.id and s.site_id = any (guard.my_sites(variadic who))) then
        perform guard.refuse_right(wanted || ': this is for the ' || array_to_string(who, ' or '));
    end if;
    perform guard.refuse_stale('placement', entered.id, seen);
    if not entered.state = any (states) then
        perform guard.refuse_state(entered.state, wanted, states);
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

create function guard.request_placements(request int, variadic states text[]) returns setof polder.placement
    language sql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
    select p.* from placement p
    join equipment e on e.id = p.equipment_id
    join request_item i on i.id = e.request_item_id
    where i.request_id = request and p.state = any (states)
    order by p.id
$$;

-- A request follows its placements: installed when nothing waits any more, and so on.
create function guard.follow_placements(request int, to_state text, variadic waiting text[]) returns void
    language sql security definer set search_path = polder, guard, api, public, pg_temp
as $$
    update request r set state = to_state, state_reason = '', hold_until = null
    where r.id = request and r.state <> to_state
      and not exists (select from guard.request_placements(r.id, variadic waiting))
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
        perform guard.refuse_value('serial', to_jsonb(serial_number), 'not in use by another device of this owner');
    end if;
    perform guard.refuse_value('asset_tag', to_jsonb(tag), 'not in use by another device of this owner');
end
$$;

create function api.install(key uuid, generation bigint, arguments jsonb) returns jsonb
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    before jsonb := guard.begin_intention(key, 'install', arguments, array['request', 'item', 'placement', 'serial',
        'asset_tag', 'rack', 'unit', 'face', 'half', 'outlets']);
    asked request;
    place placement;
    device equipment;
    stand rack;
    moved placement;
begin
    if before is not null then
        return before;
    end if;
    if arguments ->> 'placement' is null then
        asked := guard.enter_request('install', arguments, generation);
        select p.* into place
        from guard.request_placements(asked.id, 'held', 'delivered') p
        join equipment e on e.id = p.equipment_id join request_item i on i.id = e.request_item_id
        where i.ordinal = coalesce(guard.number_of(arguments, 'item', 1, 32767), i.ordinal)
        order by i.ordinal, p.id limit 1;
        if place.id is null then
            perform guard.refuse_value('item', arguments -> 'item', 'an item with a piece that is not yet installed');
        end if;
        place := guard.enter_placement('install', jsonb_build_object('placement', place.id), null,
                                       array['held', 'delivered'], 'technician', 'facility_manager');
    else
        place := guard.enter_placement('install', arguments - 'asset_tag', generation, array['held', 'delivered'],
                                       'technician', 'facility_manager');
        asked := guard.request_behind(place.id);
        if asked.id is not null then
            asked := guard.enter_request('install', jsonb_build_object('request', asked.id), null);
        end if;
    end if;
    if place.state = 'held' and place.hold_until < guard.today() then
        perform guard.refuse_state('expired', 'install', array[]::text[]);
    end if;
    perform guard.name_equipment(place.equipment_id, guard.text_of(arguments, 'serial', longest => 100),
                                 guard.text_of(arguments, 'asset_tag', longest => 100));
    moved := place;
    if arguments ?| array['rack', 'unit', 'face', 'half', 'outlets'] then
        select * into device from equipment e where e.id = place.equipment_id;
        moved := guard.moved_place(arguments, place, device, place.during, '{}', '', array[place.id]);
    end if;
    update placement p
    set (state, hold_until, rack_id, position_hu, face, half, outlet_ids) =
        ('installed', null, moved.rack_id, moved.position_hu, moved.face, moved.half, moved.outlet_ids)
    where p.id = place.id;
    perform guard.follow_placements(asked.id, 'installed', 'held', 'delivered');
    perform guard.tell(guard.home_people(asked), 'installed',
                       jsonb_build_object('request', asked.id, 'placement', place.id));
    return guard.finish_intention(key, jsonb_build_object('placement', place.id, 'equipment', place.equipment_id,
        'request', asked.id, 'state', (select r.state from request r where r.id = asked.id)));
end
$$;

-- A place given in part: what is left out stays as it is. In the same rack the cords stay in their outlets.
create function guard.moved_place(place jsonb, before polder.placement, device polder.equipment, period daterange,
                                  taken int[], at text, own int[]) returns polder.placement
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    stand rack;
    filled jsonb;
    lacking jsonb;
    result placement;
begin
    filled := jsonb_build_object('rack', before.rack_id, 'face', before.face, 'half', before.half)
              || jsonb_strip_nulls(place);
    stand := guard.rack_of(filled, 'rack', greatest(lower(period), guard.today()), at);
    if stand.id = before.rack_id then
        filled := jsonb_build_object('outlets', to_jsonb(before.outlet_ids)) || filled;
        if not filled ? 'unit' then
            filled := filled || jsonb_build_object('unit', case when stand.numbered_down
                then stand.height_u - before.position_hu / 2.0 else before.position_hu / 2.0 + 1 end);
        end if;
    end if;
    if not guard.site_of(stand) = any (guard.my_sites('facility_manager', 'technician')) then
        perform guard.refuse_right('to book in this data centre: this is for its facility manager');
    end if;
    result := guard.placed_as(filled, stand, device, period, taken, at, own);
    if cardinality(result.outlet_ids) < device.cords then
        lacking := guard.lacking_outlets(stand, device, result, period);
        perform guard.refuse_rules(jsonb_build_array(lacking));
    end if;
    return result;
end
$$;

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
                                   format('after %s', greatest(asked.from_date, guard.today())));
    end if;
    if not guard.acts_as(asked, 'facility_manager') then
        return guard.finish_intention(key, guard.ask('extend', 'request', asked.id,
                                                     guard.host_people(asked, 'facility_manager'), arguments)
            || jsonb_build_object('number', asked.number, 'state', asked.state, 'until', asked.until_date));
    end if;
    update request set until_date = new_end where id = asked.id;
    update placement p set during = daterange(lower(p.during), new_end)
    where p.id in (select id from guard.request_placements(asked.id, 'installed'))
      and lower(p.during) < new_end;
    perform guard.tell(guard.home_people(asked), 'extended', jsonb_build_object('request', asked.id));
    return guard.finish_intention(key, jsonb_build_object('asked', false, 'request', asked.id,
        'number', asked.number, 'state', asked.state, 'until', new_end));
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
    result jsonb := '[]';
begin
    if before is not null then
        return before;
    end if;
    if from_day < guard.today() then
        perform guard.refuse_value('from', arguments -> 'from', format('not before today, %s', guard.today()));
    end if;
    for one in select value, ordinality - 1 as number
               from jsonb_array_elements(guard.array_of(arguments, 'moves', required => true)) with ordinality loop
        perform guard.refuse_unknown(one.value, array['placement', 'asset_tag', 'rack', 'unit', 'face', 'half',
                                     'outlets'], format('moves/%s/', one.number));
        if guard.asks_only(one.value) then
            return guard.finish_intention(key, guard.ask_for_placement('move', one.value, arguments)
                                               || jsonb_build_object('placements', '[]'::jsonb, 'from', from_day));
        end if;
        place := guard.enter_placement('move', one.value, generation, array['installed'], 'facility_manager');
        if place.rack_id is null or upper(place.during) <= from_day then
            perform guard.refuse_value(format('moves/%s/placement', one.number), to_jsonb(place.id),
                                       'a placement in a rack that lasts beyond the day of the move');
        end if;
        old := old || place;
    end loop;
    if (select count(distinct id) from unnest(old)) < cardinality(old) then
        perform guard.refuse_value('moves', arguments -> 'moves', 'each placement once');
    end if;
    -- First the old places end, so that the new ones may use their outlets.
    update placement p set during = daterange(lower(p.during), from_day),
                           state = case when from_day <= guard.today() then 'ended' else p.state end,
                           hold_until = case when from_day > guard.today() then p.hold_until end
    where p.id in (select o.id from unnest(old) o) and lower(p.during) < from_day;
    for one in select value, ordinality::int as number
               from jsonb_array_elements(arguments -> 'moves') with ordinality loop
        select * into device from equipment e where e.id = old[one.number].equipment_id;
        place := guard.moved_place(one.value, old[one.number], device,
            daterange(greatest(lower(old[one.number].during), from_day), upper(old[one.number].during)), taken,
            format('moves/%s/', one.number - 1), array(select o.id from unnest(old) o));
        place.planned_from := old[one.number].id;
        place.state := old[one.number].state;
        place.hold_until := old[one.number].hold_until;
        taken := taken || place.outlet_ids;
        new := new || place;
    end loop;
    update placement p
    set (rack_id, position_hu, face, half, outlet_ids, node_ids) =
        (n.rack_id, n.position_hu, n.face, n.half, n.outlet_ids, '{}')
    from unnest(new) n
    where n.planned_from = p.id and lower(p.during) >= from_day;
    insert into placement (equipment_id, state, during, hold_until, rack_id, position_hu, face, half, outlet_ids,
                           planned_from)
    select n.equipment_id, n.state, n.during, n.hold_until, n.rack_id, n.position_hu, n.face, n.half, n.outlet_ids,
           n.planned_from
    from unnest(new) n join placement p on p.id = n.planned_from
    where lower(p.during) < from_day;
    for place in select distinct on (n.planned_from) p.*
                 from unnest(new) n join placement p on n.planned_from in (p.id, p.planned_from)
                 order by n.planned_from, p.id desc loop
        result := result || to_jsonb(place.id);
        perform guard.tell(guard.home_people(guard.request_behind(place.id)), 'moved',
                           jsonb_build_object('placement', place.id));
    end loop;
    return guard.finish_intention(key, jsonb_build_object('asked', false, 'placements', result, 'from', from_day));
end
$$;

-- The owner's people may ask for what the facility manager does. True: the asker is one of them, and not the host.
create function guard.asks_only(arguments jsonb) returns boolean
    language sql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
    select coalesce(bool_or(true), false)
    from placement p join equipment e on e.id = p.equipment_id
    join own_equipment o on o.id = e.id
    join placed s on s.id = p.id
    where (to_jsonb(p.id) = arguments -> 'placement' or e.asset_tag = arguments ->> 'asset_tag')
      and p.state = 'installed' and not s.site_id = any (guard.my_sites('facility_manager'))
$$;

create function guard.ask_for_placement(what text, target jsonb, arguments jsonb) returns jsonb
    language sql security definer set search_path = polder, guard, api, public, pg_temp
as $$
    select guard.ask(what, 'equipment', p.equipment_id,
        array(select a.person_id from appointment a join site t on t.organisation_id = a.organisation_id
              where t.id = s.site_id and (a.site_id is null or a.site_id = t.id) and a.role = 'facility_manager'
                and a.during @> guard.today()), arguments)
    from placement p join equipment e on e.id = p.equipment_id join placed s on s.id = p.id
    where (to_jsonb(p.id) = target -> 'placement' or e.asset_tag = target ->> 'asset_tag') and p.state = 'installed'
    limit 1
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
        return guard.finish_intention(key, guard.ask_for_placement('replace', arguments, arguments));
    end if;
    place := guard.enter_placement('replace', arguments, generation, array['installed'], 'facility_manager');
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
    update placement p
    set state = case when lower(p.during) < first_day then 'ended' else 'released' end,
        during = case when lower(p.during) < first_day then daterange(lower(p.during), first_day) else p.during end
    where p.id = place.id;
    place.equipment_id := device.id;
    place.planned_from := place.id;
    place.during := daterange(first_day, upper(place.during));
    place.id := nextval(pg_get_serial_sequence('polder.placement', 'id'));
    insert into placement overriding system value select (place).*;
    perform guard.tell(guard.home_people(guard.request_behind(place.id)), 'replaced',
                       jsonb_build_object('placement', place.id, 'equipment', device.id));
    return guard.finish_intention(key, jsonb_build_object('placement', place.id, 'equipment', device.id,
                                                          'replaces', old_id));
end
$$;

-- Rule G7: what may hold confidential data leaves only with a certificate.
create function guard.wipe(devices int[], arguments jsonb) returns void
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    lacking jsonb;
begin
    update equipment e
    set wiped_on = coalesce(guard.date_of(arguments, 'wiped_on'), guard.today()),
        wipe_reference = guard.text_of(arguments, 'wipe_reference', longest => 200)
    where e.id = any (devices) and coalesce(guard.text_of(arguments, 'wipe_reference'), '') <> '';
    select jsonb_agg(jsonb_build_object('rule', 'G7', 'where', coalesce(e.asset_tag, e.serial, e.name), 'node', 0,
                                        'requested', null, 'used', null, 'capacity', null, 'unit', '', 'quantity', '',
                                        'failing', '', 'date', guard.today()) order by e.id)
    into lacking
    from equipment e
    where e.id = any (devices) and (e.data_class = 'hoog' or e.medical) and e.wiped_on is null;
    if lacking is not null then
        perform guard.refuse_rules(lacking);
    end if;
end
$$;

-- The placements that `decommission` and `remove` speak of: one, or all of a request in that state.
create function guard.enter_placements(wanted text, arguments jsonb, seen bigint, from_state text)
    returns polder.placement[]
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    asked request;
    one placement;
    entered placement[] := '{}';
begin
    if arguments ->> 'placement' is not null or arguments ->> 'asset_tag' is not null then
        return array[guard.enter_placement(wanted, arguments, seen, array[from_state], 'facility_manager')];
    end if;
    asked := guard.enter_request(wanted, arguments, seen);
    for one in select * from guard.request_placements(asked.id, from_state) loop
        entered := entered || guard.enter_placement(wanted, jsonb_build_object('placement', one.id), null,
                                                    array[from_state], 'facility_manager');
    end loop;
    return entered;
end
$$;

create function api.decommission(key uuid, generation bigint, arguments jsonb) returns jsonb
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    before jsonb := guard.begin_intention(key, 'decommission', arguments,
                                          array['request', 'placement', 'asset_tag', 'comment']);
    places placement[];
    asked request;
begin
    if before is not null then
        return before;
    end if;
    places := guard.enter_placements('decommission', arguments, generation, 'installed');
    asked := guard.request_behind(places[1].id);
    update placement p set state = 'decommissioning' where p.id in (select o.id from unnest(places) o);
    perform guard.follow_placements(asked.id, 'decommissioning', 'held', 'delivered', 'installed');
    perform guard.tell(guard.home_people(asked), 'decommissioning', jsonb_build_object('request', asked.id));
    return guard.finish_intention(key, jsonb_build_object('request', asked.id,
        'placements', (select jsonb_agg(o.id) from unnest(places) o),
        'state', (select r.state from request r where r.id = asked.id)));
end
$$;

-- Free from today. What was there stays in the past of the ledger.
create function api.remove(key uuid, generation bigint, arguments jsonb) returns jsonb
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    before jsonb := guard.begin_intention(key, 'remove', arguments, array['request', 'placement', 'asset_tag',
                                                                          'wiped_on', 'wipe_reference', 'comment']);
    places placement[];
    asked request;
begin
    if before is not null then
        return before;
    end if;
    places := guard.enter_placements('remove', arguments, generation, 'decommissioning');
    asked := guard.request_behind(places[1].id);
    perform guard.wipe(array(select o.equipment_id from unnest(places) o), arguments);
    update placement p
    set state = case when lower(p.during) < guard.today() then 'ended' else 'released' end,
        during = case when lower(p.during) < guard.today()
                      then daterange(lower(p.during), least(upper(p.during), guard.today())) else p.during end
    where p.id in (select o.id from unnest(places) o);
    perform guard.follow_placements(asked.id, 'removed', 'held', 'delivered', 'installed', 'decommissioning');
    perform guard.tell(guard.home_people(asked), 'removed', jsonb_build_object('request', asked.id));
    return guard.finish_intention(key, jsonb_build_object('request', asked.id,
        'placements', (select jsonb_agg(o.id) from unnest(places) o),
        'state', (select r.state from request r where r.id = asked.id)));
end
$$;

-- Gives back one hold or booking that was not used. Its request goes back to the review.
create function api.release(key uuid, generation bigint, arguments jsonb) returns jsonb
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    before jsonb := guard.begin_intention(key, 'release', arguments, array['placement', 'asset_tag', 'comment']);
    place placement;
    asked request;
begin
    if before is not null then
        return before;
    end if;
    place := guard.enter_placement('release', arguments, generation, array['held', 'delivered'], 'facility_manager');
    asked := guard.request_behind(place.id);
    update request r set state = 'in review', state_reason = 'released', decided_at = null
    where r.id = asked.id and r.state in ('held', 'delivered');
    update placement p set state = 'released', hold_until = null where p.id = place.id;
    perform guard.tell(guard.home_people(asked), 'released', jsonb_build_object('request', asked.id));
    return guard.finish_intention(key, jsonb_build_object('placement', place.id, 'request', asked.id,
        'state', (select r.state from request r where r.id = asked.id)));
end
$$;

-- A hold that lapsed takes its request along, whoever puts it away: the guard in the middle of another booking, or
-- lapse_holds. It stays on record as what was held.
create function guard.expire_requests() returns trigger
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    lapsed_request request;
begin
    for lapsed_request in
        update request r
        set state = 'expired', state_reason = format('the hold lapsed after %s', r.hold_until),
            decided_at = clock_timestamp()
        where r.state = 'held'
          and r.id in (select i.request_id
                       from old_rows o join new_rows n on n.id = o.id
                       join equipment e on e.id = o.equipment_id
                       join request_item i on i.id = e.request_item_id
                       where o.state = 'held' and o.hold_until < guard.today() and n.state = 'released')
        returning r.*
    loop
        perform guard.tell(guard.home_people(lapsed_request), 'expired',
                           jsonb_build_object('request', lapsed_request.id));
    end loop;
    return null;
end
$$;
create trigger expire_requests after update on polder.placement
    referencing old table as old_rows new table as new_rows
    for each statement execute function guard.expire_requests();

-- Puts lapsed holds away everywhere. Nothing depends on it: every booking does so for its own data centres.
create function api.lapse_holds() returns jsonb
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    number int;
begin
    perform set_config('polder.intention', 'lapse_holds', true);
    update placement p set state = 'released', hold_until = null where p.id in (select l.id from lapsed l);
    get diagnostics number = row_count;
    return jsonb_build_object('generation', null, 'lapsed', number);
end
$$;
