-- A rule set aside: asked by a facility manager, confirmed by a second person where the rule wants it, taken back by who
-- may give it. Who that is guard.keep_override knows (32_overrides.sql), whoever writes.

-- What an override is to be about: a request, the equipment of a booking, or a node; in one data centre of the asker.
create function guard.read_override(arguments jsonb) returns polder.override
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    read override;
    asked request;
    sites int[];
    wanted text := guard.text_of(arguments, 'site', longest => 60);
begin
    if (select count(*) from unnest(array['request', 'placement', 'asset_tag', 'node']) field
        where nullif(arguments -> field, 'null') is not null) <> 1 then
        perform guard.refuse_value('request', arguments -> 'request', 'given_or_other');
    end if;
    if nullif(arguments -> 'node', 'null') is not null then
        -- Whose word it takes the guard says.
        read.node_id := guard.node_named(arguments, 'node');
    elsif nullif(arguments -> 'request', 'null') is not null then
        asked := guard.request_of(arguments);
        read.request_id := asked.id;
        sites := array(select s.id from site s
                       where s.id in (select r.site_id from request_site r where r.request_id = asked.id)
                         and s.id = any (guard.my_sites('facility_manager')) and s.code = coalesce(wanted, s.code));
        if sites = '{}' then
            perform guard.refuse_right('right_site', 'facility_manager');
        elsif cardinality(sites) > 1 then
            perform guard.refuse_value('site', to_jsonb(wanted),
                                       'one_of',
                                       jsonb_build_object('choices', array(select s.code from site s where s.id = any (sites) order by s.code)));
        end if;
        read.site_id := sites[1];
    else
        read.placement_id := guard.placement_of(arguments);
        if read.placement_id is null then
            perform guard.refuse_absent('placement', coalesce(nullif(arguments -> 'placement', 'null'), arguments -> 'asset_tag'));
        end if;
    end if;
    return read;
end
$$;

-- Whose word it still waits for: 'second person', 'other institution', or nobody's.
create function guard.waits_for(one polder.override) returns text
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return (
        select case r.override when 'two people' then 'second person' when 'both institutions' then 'other institution' end
        from rule r
        where r.code = one.rule and one.second_id is null and one.withdrawn_at is null);
end
$$;

create function guard.override_answer(one polder.override) returns jsonb
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return jsonb_build_object('override', one.id, 'rule', one.rule, 'until', one.until_date,
                              'in_force', exists (select from override_in_force o where o.id = one.id),
                              'waits_for', guard.waits_for(one));
end
$$;

-- Who could confirm it.
create function guard.confirmers(one polder.override) returns int[]
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    waits_for text := guard.waits_for(one);
    parties record;
begin
    select * into parties from guard.parties_of(one);
    return array(
        select distinct a.person_id
        from appointment a
        where a.during @> guard.today()
          and case waits_for when 'second person' then a.role = 'facility_manager' and a.organisation_id = parties.host
                                                       and (a.site_id is null or a.site_id = one.site_id)
                   when 'other institution' then a.role in ('agreement_manager', 'facility_manager')
                                                 and a.organisation_id = parties.guest
                   else false end);
end
$$;

create function api.override(key uuid, generation bigint, arguments jsonb) returns jsonb
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    before jsonb := guard.begin_intention(key, 'override', arguments, array['request', 'placement', 'asset_tag', 'node', 'site',
                                                                            'rule', 'reason', 'until']);
    asked override;
begin
    if before is not null then
        return before;
    end if;
    asked := guard.read_override(arguments);
    perform guard.refuse_stale(case when asked.request_id is not null then 'request' else 'placement' end,
                               coalesce(asked.request_id, asked.placement_id), generation);
    asked.rule := guard.choice_of(arguments, 'rule', array(select r.code from rule r where r.override <> 'never' order by r.code),
                                  required => true);
    insert into override (rule, request_id, placement_id, node_id, site_id, reason, until_date, by_id)
    values (asked.rule, asked.request_id, asked.placement_id, asked.node_id, asked.site_id,
            guard.text_of(arguments, 'reason', required => true, longest => 500),
            guard.date_of(arguments, 'until', required => true), guard.person_id())
    returning * into asked;
    perform guard.tell(guard.confirmers(asked), 'override to confirm', jsonb_build_object('override', asked.id, 'rule', asked.rule)
        || jsonb_strip_nulls(jsonb_build_object('request', asked.request_id, 'placement', asked.placement_id, 'node', asked.node_id)));
    return guard.finish_intention(key, guard.override_answer(asked));
end
$$;

-- An override by its id, locked, if the asker may see or confirm it.
create function guard.override_of(arguments jsonb) returns polder.override
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    locked override;
begin
    select * into locked from override o where to_jsonb(o.id) = arguments -> 'override' for update;
    if locked.id is null
       or not exists (select from visible_override v where v.id = locked.id)
          and not guard.confirmers(locked) && guard.my_people() then
        perform guard.refuse_absent('override', arguments -> 'override');
    end if;
    return locked;
end
$$;

create function guard.refuse_override_state(one polder.override, wanted text) returns void
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    state text := case when one.withdrawn_at is not null then 'withdrawn' when one.until_date <= guard.today() then 'expired'
                       when guard.waits_for(one) is null then 'in force' else 'waiting' end;
begin
    if state not in ('waiting', 'in force') or state = 'in force' and wanted = 'confirm_override' then
        perform guard.refuse_state(state, wanted, case state when 'in force' then array['withdraw_override'] else '{}' end);
    end if;
end
$$;

create function api.confirm_override(key uuid, generation bigint, arguments jsonb) returns jsonb
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    before jsonb := guard.begin_intention(key, 'confirm_override', arguments, array['override', 'comment']);
    asked override;
begin
    if before is not null then
        return before;
    end if;
    asked := guard.override_of(arguments);
    perform guard.refuse_override_state(asked, 'confirm_override');
    update override o set second_id = guard.person_id() where o.id = asked.id returning * into asked;
    perform guard.tell(array[asked.by_id, asked.by_holder_id], 'override confirmed', jsonb_build_object('override', asked.id));
    return guard.finish_intention(key, guard.override_answer(asked));
end
$$;

-- By whoever could give it or confirm it. What it has let in stays, and is a violation again that nothing covers.
create function api.withdraw_override(key uuid, generation bigint, arguments jsonb) returns jsonb
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    before jsonb := guard.begin_intention(key, 'withdraw_override', arguments, array['override', 'comment']);
    asked override;
begin
    if before is not null then
        return before;
    end if;
    asked := guard.override_of(arguments);
    if not (asked.site_id = any (guard.my_sites('facility_manager'))
            or array[asked.second_id, asked.second_holder_id] && guard.my_people()) then
        perform guard.refuse_right('right_withdraw_override');
    end if;
    perform guard.refuse_override_state(asked, 'withdraw_override');
    -- Not while somebody books by it.
    perform guard.lock_sites(array[asked.site_id]);
    update override o set withdrawn_at = clock_timestamp(), withdrawn_by = guard.person_id() where o.id = asked.id
    returning * into asked;
    perform guard.tell(array[asked.by_id, asked.by_holder_id, asked.second_id, asked.second_holder_id], 'override withdrawn',
                       jsonb_build_object('override', asked.id));
    return guard.finish_intention(key, guard.override_answer(asked));
end
$$;

-- Overrides that hold or wait to be confirmed, of what the asker may see.
create function api.overrides()
    returns table (override int, rule text, request text, placement int, node int, "where" text, reason text, until date,
                   "by" text, second text, waits_for text)
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return query
    select o.id, o.rule, r.number, o.placement_id, o.node_id,
           coalesce(guard.place_name(p.rack_id, p.position_hu), guard.room_name(p.room_id), guard.node_name(o.node_id), s.code),
           o.reason, o.until_date, a.name, b.name, guard.waits_for(o)
    from override o
    left join request r on r.id = o.request_id
    left join placement p on p.id = o.placement_id
    left join site s on s.id = o.site_id
    left join api.person_card a on a.person_id = o.by_id
    left join api.person_card b on b.person_id = o.second_id
    where o.withdrawn_at is null and o.until_date > guard.today()
      and (guard.is_tool() or o.id in (select v.id from visible_override v))
    order by o.id;
end
$$;
