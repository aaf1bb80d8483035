-- Walking along a rack with a scanner: what was seen there, what should have been, and what nobody knows.

-- What stands in the rack on that day, in its chassis too, if the asker may see it. expected: it should be there by now,
-- and is no blanking panel.
create function guard.standing_in(rack int, on_day date)
    returns table (placement_id int, equipment_id int, tag text, expected boolean)
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return query
        select p.id, p.equipment_id, e.asset_tag,
               p.state in ('installed', 'decommissioning') and m.kind is distinct from 'blank'
        from placement p
        join equipment e on e.id = p.equipment_id
        left join model m on m.id = e.model_id
        where p.state not in ('ended', 'released') and p.during @> on_day
          and (p.rack_id = standing_in.rack
               or exists (select from placement c
                          where c.equipment_id = p.chassis_id and c.rack_id = standing_in.rack and c.during @> on_day
                            and c.state not in ('ended', 'released')))
          and p.id in (select v.id from visible_placement v);
end
$$;

-- What an audit says of a booking or of a tag, until one says otherwise. The words are data: clients know them.
create function guard.find_audited(rack polder.rack, seen_on date, seen int[], placements int[], texts text[]) returns void
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    -- What was said of this rack before and is not any more; and what is in its place is nowhere else.
    update finding f set resolved_on = guard.today()
    where f.kind = 'audit' and f.rule = 'G6' and f.resolved_on is null
      and (f.rack_id = rack.id or f.placement_id = any (seen))
      and not exists (select from unnest(placements, texts) n (placement_id, text)
                      where n.placement_id is not distinct from f.placement_id and n.text = f.text);
    insert into finding (rule, kind, placement_id, rack_id, site_id, during, text, found_on)
    select 'G6', 'audit', n.placement_id, rack.id, guard.site_of(rack), daterange(seen_on, null), n.text, seen_on
    from unnest(placements, texts) n (placement_id, text)
    where not exists (select from finding f
                      where f.kind = 'audit' and f.resolved_on is null and f.rack_id = rack.id and f.text = n.text
                        and f.placement_id is not distinct from n.placement_id);
end
$$;

-- The tags that were scanned in a rack, and placements that were seen and have none: found, booked elsewhere, unknown; the
-- rest is missing. What was seen, was last seen that day, wherever it is booked.
create function api.record_audit(key uuid, generation bigint, arguments jsonb) returns jsonb
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    before jsonb := guard.begin_intention(key, 'record_audit', arguments, array['rack', 'tags', 'placements', 'on']);
    seen_on date := coalesce(guard.date_of(arguments, 'on'), guard.today());
    given jsonb;
    audited rack;
    scanned text[] := '{}';
    pointed int[] := '{}';
    answer jsonb;
begin
    if before is not null then
        return before;
    end if;
    if seen_on not between guard.today() - 31 and guard.today() then
        perform guard.refuse_value('on', arguments -> 'on', 'month_back', jsonb_build_object('day', guard.today()));
    end if;
    audited := guard.rack_of(arguments, 'rack', seen_on);
    if not guard.site_of(audited) = any (guard.my_sites('facility_manager', 'technician')) then
        perform guard.refuse_right('right_site', 'facility_manager', 'technician');
    end if;
    given := coalesce(guard.array_of(arguments, 'tags'), '[]');
    for i in 0 .. jsonb_array_length(given) - 1 loop
        scanned := scanned || guard.text_of(jsonb_build_object('tag', given -> i), 'tag', required => true, longest => 100,
                                            at => format('tags/%s/', i));
    end loop;
    given := coalesce(guard.array_of(arguments, 'placements'), '[]');
    for i in 0 .. jsonb_array_length(given) - 1 loop
        if not exists (select from guard.standing_in(audited.id, seen_on) s where to_jsonb(s.placement_id) = given -> i) then
            perform guard.refuse_value(format('placements/%s', i), given -> i, 'placement_in_rack');
        end if;
        pointed := pointed || (given ->> i)::int;
    end loop;
    perform from rack r where r.id = audited.id for no key update; -- two at once would find everything twice

    with there as materialized (
        select * from guard.standing_in(audited.id, seen_on)
    ), scan as (
        select distinct tag from unnest(scanned) tag
    ), met as (
        -- A tag is its owner's: of two devices that have it, the one that is booked here.
        select s.tag, w.placement_id, w.equipment_id, w.here
        from scan s
        left join lateral (
            select t.placement_id, t.equipment_id, true as here, 0 as rank, null::date as since
            from there t where t.tag = s.tag
            union all
            select p.id, e.id, false, case when p.state in ('ended', 'released') then 2 else 1 end, lower(p.during)
            from equipment e
            join placement p on p.equipment_id = e.id
            where e.asset_tag = s.tag and p.id in (select v.id from visible_placement v)
              and not exists (select from there t where t.equipment_id = e.id)
            order by rank, since desc, placement_id limit 1) w on true
    ), seen as (
        select placement_id, equipment_id from met where here
        union
        select t.placement_id, t.equipment_id from there t where t.placement_id = any (pointed)
    ), dated as (
        update equipment e set last_seen = seen_on
        where e.id in (select equipment_id from seen
                       union select m.equipment_id from met m where not m.here)
          and (e.last_seen is null or e.last_seen < seen_on)
    )
    select jsonb_build_object(
        'found', coalesce((select jsonb_agg(placement_id order by placement_id) from seen), '[]'),
        'elsewhere', coalesce((
            select jsonb_agg(jsonb_build_object('tag', m.tag, 'equipment', m.equipment_id, 'placement', m.placement_id,
                                                'rack', case when p.state not in ('ended', 'released') then (
                                                    select concat_ws('/', s.code, o.code, r.code)
                                                    from rack r join room o on o.id = r.room_id join site s on s.id = o.site_id
                                                    where r.id = coalesce(p.rack_id, (
                                                        select c.rack_id from placement c
                                                        where c.equipment_id = p.chassis_id and c.during @> seen_on
                                                          and c.state not in ('ended', 'released')
                                                        limit 1))) end)
                             order by m.tag)
            from met m join placement p on p.id = m.placement_id where not m.here), '[]'),
        'missing', coalesce((select jsonb_agg(t.placement_id order by t.placement_id) from there t
                             where t.expected and t.placement_id not in (select placement_id from seen)), '[]'),
        'unknown', coalesce((select jsonb_agg(m.tag order by m.tag) from met m where m.placement_id is null), '[]'))
    into answer;

    perform guard.find_audited(audited, seen_on, array(select value::int from jsonb_array_elements(answer -> 'found')),
                               array_agg(n.placement_id), array_agg(n.text))
    from (select value::int as placement_id, 'not found' as text from jsonb_array_elements(answer -> 'missing')
          union all
          select (value ->> 'placement')::int, 'found here, booked elsewhere' from jsonb_array_elements(answer -> 'elsewhere')
          union all
          select null, 'unknown tag ' || value from jsonb_array_elements_text(answer -> 'unknown')) n;
    return guard.finish_intention(key, jsonb_build_object('rack', audited.id, 'on', seen_on) || answer);
end
$$;

-- When what stands in a rack today was last seen, as far as the asker may see it.
create function api.last_seen(arguments jsonb) returns jsonb
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    asked rack;
begin
    perform guard.refuse_unknown(arguments, array['rack']);
    asked := guard.rack_of(arguments, 'rack', guard.today());
    return jsonb_build_object('seen', (
        select coalesce(jsonb_agg(jsonb_build_object('placement', s.placement_id, 'on', e.last_seen) order by s.placement_id), '[]')
        from guard.standing_in(asked.id, guard.today()) s join equipment e on e.id = s.equipment_id
        where e.last_seen is not null));
end
$$;
