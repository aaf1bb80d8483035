-- Places that become free: decommission, remove, and release of what was not used.

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
        return array[guard.enter_placement(wanted, arguments, seen)];
    end if;
    asked := guard.enter_request(wanted, arguments, seen);
    for one in select * from guard.request_placements(asked.id, from_state) loop
        entered := entered || guard.enter_placement(wanted, jsonb_build_object('placement', one.id), null);
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
    left_in text;
begin
    if before is not null then
        return before;
    end if;
    places := guard.enter_placements('decommission', arguments, generation, 'installed');
    asked := guard.request_behind(places[1].id);
    update placement p set state = 'decommissioning' where p.id in (select o.id from unnest(places) o);
    left_in := guard.follow_pieces(asked.id);
    perform guard.tell(guard.home_people(asked), 'decommissioning', jsonb_build_object('request', asked.id));
    return guard.finish_intention(key, jsonb_build_object('request', asked.id,
        'placements', (select jsonb_agg(o.id) from unnest(places) o), 'state', left_in));
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
    left_in text;
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
    left_in := guard.follow_pieces(asked.id);
    perform guard.note_warnings(array(select o.id from unnest(places) o));
    perform guard.tell(guard.home_people(asked), 'removed', jsonb_build_object('request', asked.id));
    return guard.finish_intention(key, jsonb_build_object('request', asked.id,
        'placements', (select jsonb_agg(o.id) from unnest(places) o), 'state', left_in));
end
$$;

-- Gives back one hold or booking that was not used. Its request goes back to the review, where the piece can get
-- another place or be given up.
create function api.release(key uuid, generation bigint, arguments jsonb) returns jsonb
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    before jsonb := guard.begin_intention(key, 'release', arguments, array['placement', 'asset_tag', 'comment']);
    place placement;
    asked request;
    left_in text;
begin
    if before is not null then
        return before;
    end if;
    place := guard.enter_placement('release', arguments, generation);
    asked := guard.request_behind(place.id);
    update placement p set state = 'released', hold_until = null where p.id = place.id;
    left_in := guard.follow_pieces(asked.id, 'released');
    perform guard.note_warnings(array[place.id]);
    perform guard.tell(guard.home_people(asked), 'released', jsonb_build_object('request', asked.id));
    return guard.finish_intention(key, jsonb_build_object('placement', place.id, 'request', asked.id,
                                                          'state', left_in));
end
$$;
