-- The host's side of a request: the second key.

-- The usual step: a state, a reason, and those who want to know, of what it was about.
create function guard.decide(request polder.request, to_state text, reason text, topic text default null) returns jsonb
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    update request r
    set state = to_state, state_reason = coalesce(reason, ''), hold_until = guard.held_until(r.id),
        decided_at = case when to_state in ('held', 'waiting', 'rejected') then clock_timestamp() else r.decided_at end
    where r.id = request.id;
    perform guard.tell(guard.home_people(request), coalesce(topic, to_state),
                       jsonb_build_object('request', request.id));
    return jsonb_build_object('request', request.id, 'number', request.number, 'state', to_state);
end
$$;

create function api.return_request(key uuid, generation bigint, arguments jsonb) returns jsonb
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    before jsonb := guard.begin_intention(key, 'return_request', arguments, array['request', 'reason']);
    asked request;
begin
    if before is not null then
        return before;
    end if;
    asked := guard.enter_request('return_request', arguments, generation);
    perform guard.release_holds(asked.id);
    return guard.finish_intention(key, guard.decide(asked, 'returned',
                                                    guard.text_of(arguments, 'reason', required => true)));
end
$$;

create function api.review(key uuid, generation bigint, arguments jsonb) returns jsonb
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    before jsonb := guard.begin_intention(key, 'review', arguments, array['request', 'comment']);
    asked request;
    security text;
begin
    if before is not null then
        return before;
    end if;
    asked := guard.enter_request('review', arguments, generation);
    security := case when asked.data_class = 'hoog' or asked.medical then 'open' else 'not needed' end;
    -- A review that was passed stays passed.
    if asked.security_review <> 'passed' then
        update request set security_review = security where id = asked.id;
        if security = 'open' then
            perform guard.tell(guard.host_people(asked, 'security_officer'), 'security review',
                               jsonb_build_object('request', asked.id));
        end if;
    end if;
    return guard.finish_intention(key, guard.decide(asked, 'in review', guard.text_of(arguments, 'comment')));
end
$$;

create function api.wait_list(key uuid, generation bigint, arguments jsonb) returns jsonb
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    before jsonb := guard.begin_intention(key, 'wait_list', arguments, array['request', 'reason']);
    asked request;
begin
    if before is not null then
        return before;
    end if;
    asked := guard.enter_request('wait_list', arguments, generation);
    perform guard.release_holds(asked.id);
    return guard.finish_intention(key, guard.decide(asked, 'waiting',
                                                    guard.text_of(arguments, 'reason', required => true)));
end
$$;

create function api.reject(key uuid, generation bigint, arguments jsonb) returns jsonb
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    before jsonb := guard.begin_intention(key, 'reject', arguments, array['request', 'reason']);
    asked request;
begin
    if before is not null then
        return before;
    end if;
    asked := guard.enter_request('reject', arguments, generation);
    return guard.finish_intention(key, guard.decide(asked, guard.give_up(asked.id, 'rejected'),
                                                    guard.text_of(arguments, 'reason', required => true), 'rejected'));
end
$$;

-- The pieces of equipment that an item stands for, made at its first hold: the item's values, and the model's where the
-- item says nothing. A later hold brings them up to date with an amended item.
create function guard.equip(request polder.request, item polder.request_item) returns int[]
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
    set plan_cache_mode = force_generic_plan
as $$
declare
    known model;
    supply record;
    draft equipment;
    again boolean := exists (select from equipment e where e.request_item_id = item.id);
    made int[];
begin
    select * into known from model m where m.id = item.model_id;
    select count(*)::int as number, min(s.inlet) as inlet, max(s.phases) as phases into supply
    from model_supply s where s.model_id = item.model_id;
    draft.height_hu := coalesce(item.height_hu, known.height_hu, 0);
    draft.depth_mm := coalesce(item.depth_mm, known.depth_mm);
    draft.width_mm := coalesce(item.width_mm, known.width_mm);
    draft.height_mm := coalesce(item.height_mm, known.height_mm);
    draft.weight_g := coalesce(item.weight_g, known.weight_g);
    draft.airflow := coalesce(item.airflow, known.airflow);
    draft.inlet_min_mc := coalesce(item.inlet_min_mc, known.inlet_min_mc);
    draft.inlet_max_mc := coalesce(item.inlet_max_mc, known.inlet_max_mc);
    draft.nameplate_w := coalesce(item.nameplate_w, known.nameplate_w);
    draft.cords := case when item.cords is not null then item.cords
                        when item.draw_w = 0 then 0
                        when item.kind = 'bay' then supply.number       -- none: it draws through the chassis's
                        else coalesce(nullif(supply.number, 0), 2) end;
    draft.plug := coalesce(item.plug, supply.inlet);
    draft.kind := case when item.kind = 'rack' and known.kind = 'chassis' then 'chassis' else item.kind end;
    if again then
        -- Equipment that changes gives its place back first: the guard would judge the new size in the old place.
        update placement p set state = 'released', hold_until = null
        from equipment e
        where p.equipment_id = e.id and e.request_item_id = item.id and p.state = 'held'
          and (e.height_hu, e.half_width, e.width_mm, e.depth_mm, e.weight_g, e.airflow, e.inlet_min_mc, e.inlet_max_mc,
               e.nameplate_w, e.budgeted_w, e.cords, e.phases, e.plug, e.data_class, e.medical, e.personal_data,
               e.availability_class)
              is distinct from
              (draft.height_hu, item.half_width, draft.width_mm, draft.depth_mm, draft.weight_g, draft.airflow,
               draft.inlet_min_mc, draft.inlet_max_mc, draft.nameplate_w, item.draw_w, draft.cords, item.phases, draft.plug,
               request.data_class, request.medical, request.personal_data, request.availability_class);
        update equipment e
        set (model_id, kind, height_hu, half_width, width_mm, depth_mm, height_mm, weight_g, airflow, inlet_min_mc,
             inlet_max_mc, nameplate_w, budgeted_w, cords, phases, plug, ports, shareable, data_class, medical,
             personal_data, availability_class) =
            (item.model_id, draft.kind, draft.height_hu, item.half_width, draft.width_mm, draft.depth_mm, draft.height_mm,
             draft.weight_g, draft.airflow, draft.inlet_min_mc, draft.inlet_max_mc, draft.nameplate_w, item.draw_w,
             draft.cords, item.phases, draft.plug, item.ports, item.shareable, request.data_class, request.medical,
             request.personal_data, request.availability_class)
        where e.request_item_id = item.id
          and not exists (select from placement p where p.equipment_id = e.id and p.state not in ('held', 'released'));
    end if;
    with fresh as (
        insert into equipment (request_item_id, model_id, kind, name, owner_id, department_id, sponsor_id,
                               security_contact_id, project, cost_centre, data_class, medical, personal_data,
                               availability_class, shareable, height_hu,
                               half_width, width_mm, depth_mm, height_mm, weight_g, airflow, inlet_min_mc, inlet_max_mc,
                               drift_mk_per_h, nameplate_w, budgeted_w, power_source, cords, phases, plug, ports)
        select item.id, item.model_id, draft.kind,
               format('%s-%s.%s', request.number, item.ordinal, piece), request.organisation_id, request.department_id,
               request.sponsor_id, request.security_contact_id, request.project, request.cost_centre, request.data_class,
               request.medical, request.personal_data, request.availability_class, item.shareable, draft.height_hu,
               item.half_width, draft.width_mm, draft.depth_mm, draft.height_mm, draft.weight_g, draft.airflow,
               draft.inlet_min_mc, draft.inlet_max_mc, known.drift_mk_per_h, draft.nameplate_w, item.draw_w,
               'request', draft.cords, item.phases, draft.plug, item.ports
        from generate_series(case when again then (select count(*)::int from piece p where p.item_id = item.id) else 0 end + 1,
                             item.count) piece
        returning id)
    select array_agg(f.id order by f.id) into made from fresh f;
    if exists (select from request_contact c where c.request_id = request.id) then
        insert into equipment_contact (equipment_id, person_id)
        select e.id, c.person_id
        from equipment e join request_contact c on c.request_id = request.id
        where e.request_item_id = item.id
        on conflict do nothing;
    end if;
    return case when again then guard.pieces_to_place(item) else made end;
end
$$;

-- One item gets its places, all or none. What the item held before moves to the new places in one statement (or was
-- given back, where the item itself has changed), so that a request never collides with its own hold.
create function api.hold(key uuid, generation bigint, arguments jsonb) returns jsonb
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
    set jit = off
    set enable_seqscan = off -- all by key, whatever was in the tables when the session began
as $$
declare
    before jsonb := guard.begin_intention(key, 'hold', arguments, array['request', 'item', 'places', 'until_date']);
    asked request;
    item request_item;
    places jsonb;
    devices int[];
    wanted placement[];
    ids int[];
    lacking jsonb;
    expiry date;
    missing int;
    again boolean;
    held_in int[] := '{}';
    held_on int[] := '{}';
begin
    if before is not null then
        return before;
    end if;
    asked := guard.enter_request('hold', arguments, generation);
    if asked.security_review = 'open' then
        perform guard.refuse_as('security_review_open', jsonb_build_object('state', asked.state, 'intention', 'hold',
            'allowed', array_prepend('comment', array_remove(guard.possible(asked), 'hold'))));
    end if;
    select * into item from request_item i
    where i.request_id = asked.id and i.ordinal = guard.number_of(arguments, 'item', 1, 32767, required => true);
    if item.id is null then
        perform guard.refuse_value('item', arguments -> 'item', 'item_of_request');
    end if;
    places := guard.array_of(arguments, 'places', required => true);
    missing := item.count - (select count(*) from piece p where p.item_id = item.id and p.state <> 'held');
    if missing <= 0 then
        perform guard.refuse_value('item', arguments -> 'item', 'item_to_come');
    end if;
    if jsonb_array_length(places) not in (case when item.kind = 'floor' then missing else 1 end, missing) then
        perform guard.refuse_value('places', to_jsonb(jsonb_array_length(places)),
                                   case when item.kind = 'floor' then 'as_many' else 'one_or_as_many' end,
                                   jsonb_build_object('count', missing));
    end if;
    expiry := coalesce(guard.date_of(arguments, 'until_date'),
                       guard.today() + guard.setting_int('hold_days', 30));
    if expiry < guard.today() then
        perform guard.refuse_value('until_date', to_jsonb(expiry),
                                   'not_before_today', jsonb_build_object('day', guard.today()));
    end if;

    -- Before it is looked what is free there. Where equip may give places back elsewhere, all at once before it; where
    -- nothing is held yet only after it, so that others wait less.
    again := guard.held_until(asked.id) is not null;
    if again then
        held_in := array(select r from guard.request_placements(asked.id, 'held') p
                         cross join lateral unnest(p.rack_id || guard.racks_under(array[p.chassis_id])) r where r is not null);
        held_on := array(select p.room_id from guard.request_placements(asked.id, 'held') p where p.room_id is not null);
    end if;
    if held_in || held_on <> '{}' then
        perform guard.lock_for('{}', guard.racks_of(places) || held_in, guard.rooms_of(places) || held_on,
                               array[asked.organisation_id]);
    end if;
    devices := guard.equip(asked, item);
    if held_in || held_on = '{}' then
        perform guard.lock_for(devices, guard.racks_of(places),
                               case when item.kind = 'floor' then guard.rooms_of(places) end);
    end if;
    if jsonb_array_length(places) < missing then
        places := case when item.kind in ('zero_u', 'bay') then guard.numbered_on(places -> 0, devices, item.kind)
                       else guard.stacked(places -> 0, devices, asked.from_date) end;
    end if;
    select * into wanted, lacking
    from guard.read_places(places, devices, daterange(asked.from_date, asked.until_date));
    ids := guard.write_holds(wanted, expiry, lacking);
    if again or (asked.wish_apart, asked.wish_together) <> ('', '') then
        perform guard.note_wishes(asked.id);
    end if;
    perform guard.note_warnings(ids);
    return guard.finish_intention(key, guard.decide(asked, guard.state_by_pieces(asked), '')
        || jsonb_build_object('placements', to_jsonb(ids), 'equipment', to_jsonb(devices), 'hold_until', expiry,
                              'warnings', guard.warnings(guard.standing_of(asked.id))));
end
$$;

-- One place for several devices: they stand on each other, from there up.
create function guard.stacked(place jsonb, devices int[], day date) returns jsonb
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    stand rack := guard.rack_of(place, 'rack', day, 'places/0/');
    lowest numeric := guard.number_of(place, 'unit', 0.5, 200, 0.5, required => true, at => 'places/0/');
begin
    return (select jsonb_agg(place || jsonb_build_object('unit',
                                 lowest + (n - 1) * e.height_hu / case when stand.numbered_down then -2.0 else 2.0 end)
                             order by n)
            from unnest(devices) with ordinality as device (id, n)
            join equipment e on e.id = device.id);
end
$$;

-- A place as it is written becomes one of the record, where the asker may book.
create function guard.place_of(place jsonb, mounting text, device polder.equipment, period daterange, taken int[], at text,
                               own int[], variadic who text[]) returns polder.placement
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    stand rack;
begin
    perform guard.refuse_unknown(place, case mounting when 'bay' then array['chassis', 'bay', 'outlets']
                                                      when 'zero_u' then array['rack', 'slot', 'outlets']
                                                      else array['rack', 'unit', 'face', 'half', 'outlets'] end, at);
    if mounting = 'bay' then
        stand := guard.rack_under((guard.chassis_of(place, at)).id, period);
    else
        stand := guard.rack_of(place, 'rack', greatest(lower(period), guard.today()), at);
    end if;
    if not guard.site_of(stand) = any (guard.my_sites(variadic who)) then
        perform guard.refuse_right('right_book');
    end if;
    return case mounting when 'bay' then guard.placed_in_bay(place, device, period, taken, at, own)
                         when 'zero_u' then guard.placed_in_slot(place, stand, device, period, taken, at, own)
                         else guard.placed_as(place, stand, device, period, taken, at, own) end;
end
$$;

-- The n-th place is for the n-th device. `lacking`: rule P1, where a rack has too few free outlets that fit.
create function guard.read_places(places jsonb, devices int[], period daterange,
                                  out wanted polder.placement[], out lacking jsonb)
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
    set plan_cache_mode = force_generic_plan
as $$
declare
    one record;
    at text;
    device equipment;
    place placement;
    taken int[] := '{}';
    own int[];
begin
    wanted := '{}';
    lacking := '[]';
    for one in select value, ordinality::int as number from jsonb_array_elements(places) with ordinality loop
        at := format('places/%s/', one.number - 1);
        select * into device from equipment e where e.id = devices[one.number];
        own := array(select p.id from placement p where p.equipment_id = device.id and p.state = 'held');
        if device.kind = 'floor' then
            perform guard.refuse_unknown(one.value, array['room', 'x_mm', 'y_mm', 'orientation_deg', 'outlets'], at);
            place := guard.placed_on_floor(one.value, device, period, taken, at, own, 'facility_manager');
        else
            place := guard.place_of(one.value, guard.mounting(device), device, period, taken, at, own, 'facility_manager');
        end if;
        taken := taken || place.outlet_ids;
        if cardinality(place.outlet_ids) < device.cords then
            lacking := lacking || guard.lacking_outlets(device, place, period);
        end if;
        wanted := wanted || place;
    end loop;
end
$$;

-- Writes them so that the guard judges the end of it, and refuses with everything that is wrong, outlets included.
create function guard.write_holds(wanted polder.placement[], expiry date, lacking jsonb) returns int[]
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    violations jsonb;
begin
    if lacking = '[]' then
        return guard.place_holds(wanted, expiry);
    end if;
    begin
        perform guard.place_holds(wanted, expiry);
    exception when sqlstate 'PL001' then
        get stacked diagnostics violations = pg_exception_detail;
        lacking := lacking || (violations::jsonb -> 'violations');
    end;
    perform guard.refuse_rules(lacking);
end
$$;

create function guard.place_holds(wanted polder.placement[], expiry date) returns int[]
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    ids int[];
begin
    if not exists (select from placement p
                   where p.equipment_id = any (array(select w.equipment_id from unnest(wanted) w)) and p.state = 'held') then
        with made as (
            insert into placement (equipment_id, state, during, hold_until, rack_id, position_hu, face, half, zero_u_slot,
                                   chassis_id, bay_id, room_id, x_mm, y_mm, orientation_deg, outlet_ids)
            select w.equipment_id, 'held', w.during, expiry, w.rack_id, w.position_hu, w.face, w.half, w.zero_u_slot,
                   w.chassis_id, w.bay_id, w.room_id, w.x_mm, w.y_mm, w.orientation_deg, w.outlet_ids
            from unnest(wanted) w
            returning id)
        select array_agg(id order by id) into ids from made;
        return ids;
    end if;
    update placement p
    set (during, hold_until, rack_id, position_hu, face, half, zero_u_slot, chassis_id, bay_id, room_id, x_mm, y_mm,
         orientation_deg, outlet_ids) =
        (w.during, expiry, w.rack_id, w.position_hu, w.face, w.half, w.zero_u_slot, w.chassis_id, w.bay_id, w.room_id, w.x_mm,
         w.y_mm, w.orientation_deg, w.outlet_ids)
    from unnest(wanted) w
    where p.equipment_id = w.equipment_id and p.state = 'held';
    insert into placement (equipment_id, state, during, hold_until, rack_id, position_hu, face, half, zero_u_slot, chassis_id,
                           bay_id, room_id, x_mm, y_mm, orientation_deg, outlet_ids)
    select w.equipment_id, 'held', w.during, expiry, w.rack_id, w.position_hu, w.face, w.half, w.zero_u_slot, w.chassis_id,
           w.bay_id, w.room_id, w.x_mm, w.y_mm, w.orientation_deg, w.outlet_ids
    from unnest(wanted) w
    where not exists (select from placement p where p.equipment_id = w.equipment_id and p.state = 'held');
    return array(select p.id from placement p join unnest(wanted) with ordinality w on w.equipment_id = p.equipment_id
                 where p.state = 'held' order by w.ordinality);
end
$$;

create function api.renew(key uuid, generation bigint, arguments jsonb) returns jsonb
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    before jsonb := guard.begin_intention(key, 'renew', arguments, array['request', 'until_date']);
    asked request;
    expiry date;
begin
    if before is not null then
        return before;
    end if;
    asked := guard.enter_request('renew', arguments, generation);
    expiry := coalesce(guard.date_of(arguments, 'until_date'), guard.today() + guard.setting_int('hold_days', 30));
    if expiry < guard.today() then
        perform guard.refuse_value('until_date', to_jsonb(expiry),
                                   'not_before_today', jsonb_build_object('day', guard.today()));
    end if;
    update placement p set hold_until = expiry
    where p.id in (select id from guard.request_placements(asked.id, 'held'));
    return guard.finish_intention(key, guard.decide(asked, 'held', '') || jsonb_build_object('hold_until', expiry));
end
$$;

-- The boxes have come and stand in the staging area; their places stay booked, without an end to the hold.
create function api.deliver(key uuid, generation bigint, arguments jsonb) returns jsonb
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    before jsonb := guard.begin_intention(key, 'deliver', arguments, array['request', 'comment']);
    asked request;
begin
    if before is not null then
        return before;
    end if;
    asked := guard.enter_request('deliver', arguments, generation);
    update placement p set state = 'delivered', hold_until = null
    where p.id in (select id from guard.request_placements(asked.id, 'held'));
    return guard.finish_intention(key, guard.decide(asked, guard.state_by_pieces(asked),
                                                    guard.text_of(arguments, 'comment')));
end
$$;
