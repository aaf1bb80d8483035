-- Maintenance and who is told of it.

-- Whom one tells of what happens to a device: its sponsor, its technical contacts (its own and those of its request), and
-- the coordinators of its owner; nobody who has left. The one place that decides it, for notices and for reports.
create view guard.owner_person as
    select distinct named.equipment_id, named.person_id, named.office
    from (select e.id as equipment_id, e.sponsor_id as person_id, 'sponsor'::text as office
          from polder.equipment e
          union all
          select c.equipment_id, c.person_id, 'contact' from polder.equipment_contact c
          union all
          select e.id, c.person_id, 'contact'
          from polder.equipment e
          join polder.request_item i on i.id = e.request_item_id
          join polder.request_contact c on c.request_id = i.request_id
          union all
          select e.id, a.person_id, 'coordinator'
          from polder.equipment e
          join guard.in_office a on a.organisation_id = e.owner_id and a.role = 'coordinator') named
    join polder.person p on p.id = named.person_id
    where p.left_on is null or p.left_on > (select guard.today());

-- Of the devices that the asker sees; people by their ids, which everybody knows.
create view api.owner_person with (security_barrier) as
    select o.equipment_id, o.person_id, o.office from guard.owner_person o
    where (select guard.is_tool()) or o.equipment_id in (select v.id from guard.visible_equipment v);
grant select (equipment_id, person_id, office) on api.owner_person to polder_person;

-- The same as it was known at a generation, for reports: the same question has the same answer later.
create function api.owner_people(arguments jsonb) returns jsonb
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    wanted bigint := guard.number_of(arguments, 'generation', 1, 9007199254740991, required => true);
begin
    perform guard.refuse_unknown(arguments, array['generation']);
    perform set_config('polder.as_known', wanted::text, true);
    return jsonb_build_object('owners', (
        select coalesce(jsonb_agg(jsonb_build_array(o.equipment_id, o.person_id, o.office)
                                  order by o.equipment_id, o.person_id, o.office), '[]')
        from known.owner_person o));
end
$$;

-- What a maintenance is of, as it was asked: its data centre, its days, and each device with what happens to it. What a
-- failure does is worked out by who asks; here is only seen to it that it stands there then, and that the asker manages it.
create function guard.outage_of(arguments jsonb, out window_days daterange, out down int[], out weakened int[])
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    place int;
    one record;
    number int;
    device int;
    first_day date := coalesce(guard.date_of(arguments, 'from'), guard.today());
    end_day date := coalesce(guard.date_of(arguments, 'until'), first_day + 1);
begin
    if (nullif(arguments -> 'node', 'null') is null) = (nullif(arguments -> 'cooling_unit', 'null') is null) then
        perform guard.refuse_value('node', arguments -> 'node', 'node_or_cooling');
    end if;
    if nullif(arguments -> 'node', 'null') is not null then
        number := guard.number_of(arguments, 'node', 1, 2147483647);
        select n.site_id into place from node n join node_kind k on k.code = n.kind
        where n.id = number and k.dimension = 'power';
    else
        number := guard.number_of(arguments, 'cooling_unit', 1, 2147483647);
        select m.site_id into place from cooling_unit u join room m on m.id = u.room_id where u.id = number;
    end if;
    if place is null then
        perform guard.refuse_absent(case when nullif(arguments -> 'node', 'null') is null then 'cooling_unit' else 'node' end,
                                    to_jsonb(number));
    end if;
    if not place = any (guard.my_sites('facility_manager')) then
        perform guard.refuse_right('right_site', 'facility_manager');
    end if;
    if end_day <= first_day then
        perform guard.refuse_value('until', arguments -> 'until', 'after', jsonb_build_object('day', first_day));
    end if;
    if end_day <= guard.today() then
        perform guard.refuse_value('until', arguments -> 'until', 'after', jsonb_build_object('day', guard.today()));
    end if;
    window_days := daterange(first_day, end_day);
    down := '{}';
    weakened := '{}';
    for one in select f.field, v.value, v.ordinality - 1 as number
               from (values ('down'), ('weakened')) f (field)
               cross join lateral jsonb_array_elements(coalesce(guard.array_of(arguments, f.field), '[]'))
                          with ordinality v loop
        select p.equipment_id into device
        from placement p join placed s on s.id = p.id
        where to_jsonb(p.id) = one.value and s.site_id = place and p.during && window_days and p.state <> 'released';
        if not found then
            perform guard.refuse_value(format('%s/%s', one.field, one.number), one.value, 'placement_then');
        elsif one.field = 'down' then
            down := down || device;
        else
            weakened := weakened || device;
        end if;
    end loop;
    if down || weakened = '{}' then
        perform guard.refuse_value('down', arguments -> 'down', 'list_with_weakened');
    end if;
end
$$;

-- Who would be told of it, and of which devices; a name and an address as far as the asker may know them. nobody: devices of
-- which nobody is known.
create function api.owners_to_notify(arguments jsonb) returns jsonb
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    outage record;
begin
    perform guard.refuse_unknown(arguments, array['node', 'cooling_unit', 'from', 'until', 'down', 'weakened']);
    outage := guard.outage_of(arguments);
    return jsonb_build_object(
        'people', (
            select coalesce(jsonb_agg(jsonb_build_object(
                       'person', t.person_id, 'name', d.name, 'email', nullif(d.email, ''),
                       'organisation', (select p.organisation_id from person p where p.id = t.person_id),
                       'offices', t.offices, 'down', t.down, 'weakened', t.weakened)
                       order by d.name nulls last, t.person_id), '[]')
            from (select o.person_id, jsonb_agg(distinct o.office) as offices,
                         coalesce(jsonb_agg(distinct o.equipment_id) filter (where o.equipment_id = any (outage.down)), '[]') as down,
                         coalesce(jsonb_agg(distinct o.equipment_id) filter (where o.equipment_id = any (outage.weakened)), '[]')
                             as weakened
                  from owner_person o
                  where o.equipment_id = any (outage.down || outage.weakened)
                  group by o.person_id) t
            left join person_detail d on d.person_id = t.person_id and d.person_id in (select v.id from visible_person v)),
        'nobody', (
            select coalesce(jsonb_agg(distinct e), '[]')
            from unnest(outage.down || outage.weakened) e
            where not exists (select from owner_person o where o.equipment_id = e)));
end
$$;

-- A notice to each of them, with the devices that are theirs, the days, and what the facility manager wants to say.
create function api.notify_owners(key uuid, generation bigint, arguments jsonb) returns jsonb
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    before jsonb := guard.begin_intention(key, 'notify_owners', arguments, array['node', 'cooling_unit', 'from', 'until',
                                                                                 'down', 'weakened', 'text']);
    outage record;
    said text;
    told record;
    people int := 0;
begin
    if before is not null then
        return before;
    end if;
    outage := guard.outage_of(arguments);
    said := guard.text_of(arguments, 'text', required => true, longest => 2000);
    for told in
        select o.person_id,
               coalesce(jsonb_agg(distinct o.equipment_id) filter (where o.equipment_id = any (outage.down)), '[]') as down,
               coalesce(jsonb_agg(distinct o.equipment_id) filter (where o.equipment_id = any (outage.weakened)), '[]') as weakened
        from owner_person o
        where o.equipment_id = any (outage.down || outage.weakened)
        group by o.person_id order by o.person_id loop
        perform guard.tell(array[told.person_id], 'maintenance', jsonb_strip_nulls(jsonb_build_object(
            'node', arguments -> 'node', 'cooling_unit', arguments -> 'cooling_unit', 'from', lower(outage.window_days),
            'until', upper(outage.window_days), 'down', told.down, 'weakened', told.weakened,
            'equipment', coalesce(told.down -> 0, told.weakened -> 0), 'text', said)));
        people := people + 1;
    end loop;
    return guard.finish_intention(key, jsonb_build_object('people', people, 'from', lower(outage.window_days),
        'until', upper(outage.window_days), 'devices', cardinality(outage.down || outage.weakened)));
end
$$;
