-- Rules set aside: which override holds, what it lets in, who may say so. The guard looks at the rows of polder.override
-- alone, whoever books and however.

-- In force: not withdrawn, before its end, and confirmed where the rule asks two. Of a booking it is for the equipment
-- there, which may be moved or replaced under it.
create view guard.override_in_force as
    select o.id, o.rule, o.request_id, o.node_id, o.placement_id, o.site_id, o.until_date, p.equipment_id
    from polder.override o
    join polder.rule r on r.code = o.rule
    left join polder.placement p on p.id = o.placement_id
    where o.withdrawn_at is null and o.until_date > (select guard.today())
      and (r.override = 'facility manager'
           or r.override in ('two people', 'both institutions') and o.second_id is not null);

-- Which of these bookings an override in force names, and which one.
create view guard.overridden as
    select p.placement_id, o.rule, o.until_date, o.id as override_id
    from guard.override_in_force o
    join polder.equipment e on e.id = o.equipment_id or e.replaces_id = o.equipment_id
    join guard.spot p on p.equipment_id = e.id
    left join polder.rack k on k.id = p.rack_id
    left join polder.room m on m.id = coalesce(k.room_id, p.room_id)
    where m.site_id is not distinct from o.site_id
    union all
    select p.placement_id, o.rule, o.until_date, o.id
    from guard.override_in_force o
    join polder.request_item i on i.request_id = o.request_id
    join polder.equipment e on e.request_item_id = i.id
    join guard.spot p on p.equipment_id = e.id
    left join polder.rack k on k.id = p.rack_id
    left join polder.room m on m.id = coalesce(k.room_id, p.room_id)
    where m.site_id is not distinct from o.site_id;

-- A booking breaks rules. What overrides in force cover becomes findings that name them; if anything is left, the booking
-- is refused for that. A violation counts from its first day, which has to come before the override's end. A sum is
-- broken by all bookings of the statement that put more on the node, so each of them needs its override.
create function guard.set_aside(placed guard.standing[], misfits polder.misfit[], overloads guard.violation[],
                                charges polder.charge[], old polder.charge[]) returns void
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    left_over guard.violation[];
    covered finding[];
begin
    if not exists (select from guard.override_in_force) then
        perform guard.refuse(array(select guard.violation_of(m) from unnest(misfits) m) || overloads);
    end if;

    with more as (
        select distinct c.placement_id, c.node_id
        from (select * from unnest(charges) except all select * from unnest(old)) c
    ), broken as materialized (
        select row_number() over () as n, b.*
        from (select m.placement_id, guard.violation_of(m) as violation, m.during from unnest(misfits) m
              union all
              select null, v, daterange(v.date, null) from unnest(overloads) v) b
    ), blamed as (
        select b.n, b.violation, b.during, coalesce(b.placement_id, m.placement_id) as placement_id
        from broken b
        left join more m on b.placement_id is null and m.node_id = (b.violation).node_id
    ), judged as materialized (
        select b.*, coalesce(
            (select min(o.override_id) from guard.overridden o
             where o.placement_id = b.placement_id and o.rule = (b.violation).rule and o.until_date > (b.violation).date),
            (select min(o.id) from guard.override_in_force o
             where o.node_id = (b.violation).node_id and o.rule = (b.violation).rule
               and o.until_date > (b.violation).date)) as override_id
        from blamed b
    )
    select array(select b.violation from broken b where exists (select from judged j where j.n = b.n and j.override_id is null)),
           array(select jsonb_populate_record(null::finding, jsonb_build_object(
                            'rule', v.rule, 'kind', case when v.capacity is null then 'unknown' else 'violation' end,
                            'placement_id', j.placement_id, 'node_id', v.node_id, 'rack_id', p.rack_id,
                            'site_id', p.site_id, 'requested', v.requested, 'used', v.used, 'capacity', v.capacity,
                            'unit', v.unit, 'during', j.during, 'text', guard.found_text(v.place, v.quantity, v.failing),
                            'found_on', guard.today(), 'override_id', j.override_id))
                 from judged j
                 cross join lateral (select (j.violation).*) v
                 -- What is in a chassis may be in several places.
                 cross join lateral (select s.rack_id, s.site_id from unnest(placed) s where s.placement_id = j.placement_id
                                     order by s.during && j.during desc, lower(s.during) limit 1) p)
    into left_over, covered;

    if left_over <> '{}' then
        perform guard.refuse(left_over);
    end if;
    update finding f set resolved_on = guard.today()
    from unnest(covered) c
    where f.placement_id = c.placement_id and f.rule = c.rule and f.text = c.text and f.kind in ('violation', 'unknown')
      and f.resolved_on is null;
    insert into finding (rule, kind, placement_id, node_id, rack_id, site_id, requested, used, capacity, unit, during, text,
                         found_on, override_id)
    select c.rule, c.kind, c.placement_id, c.node_id, c.rack_id, c.site_id, c.requested, c.used, c.capacity, c.unit, c.during,
           c.text, c.found_on, c.override_id
    from unnest(covered) c;
end
$$;

-- Whose office a person uses who acts as one of `roles` there: the person's own, or that of somebody for whom the person is
-- deputy today. Offices of `others` do not count: two people are two, whoever deputises for whom.
create function guard.office_of(person int, roles text[], organisation int, site int, others int[] default '{}') returns int
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return (
        select a.person_id
        from appointment a
        where (a.person_id = person or exists (select from deputy d where d.person_id = a.person_id and d.deputy_id = person
                                                                      and d.during @> guard.today()))
          and a.role = any (roles) and a.organisation_id = organisation
          and (site is null or a.site_id is null or a.site_id = site)
          and a.during @> guard.today() and not a.person_id = any (others)
        order by a.person_id <> person, a.person_id limit 1);
end
$$;

-- The institution that hosts what an override is about, and the one that is its guest there.
create function guard.parties_of(one polder.override, out host int, out guest int)
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    host := (select s.organisation_id from site s where s.id = one.site_id);
    guest := coalesce(
        (select r.organisation_id from request r where r.id = one.request_id),
        (select e.owner_id from placement p join equipment e on e.id = p.equipment_id where p.id = one.placement_id),
        (select a.guest_id from agreement_line l join agreement a on a.id = l.agreement_id where l.node_id = one.node_id));
end
$$;

-- An override says what it says for good, is by whoever may, and is confirmed by somebody else who may.
create function guard.keep_override() returns trigger
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    needed text := (select r.override from rule r where r.code = new.rule);
    parties record;
begin
    if needed = 'never' then
        perform guard.refuse_value('rule', to_jsonb(new.rule), 'may_be_set_aside');
    end if;
    new.site_id := coalesce(new.site_id,
        (select m.site_id from guard.spot p left join rack r on r.id = p.rack_id join room m on m.id = coalesce(r.room_id, p.room_id)
         where p.placement_id = new.placement_id order by lower(p.during) desc limit 1),
        (select n.site_id from node n where n.id = new.node_id));
    select * into parties from guard.parties_of(new);
    if tg_op = 'INSERT' then
        if new.site_id is null then
            perform guard.refuse_value('site', null, 'site_where_it_holds');
        end if;
        if new.until_date <= guard.today() then
            perform guard.refuse_value('until', to_jsonb(new.until_date),
                                       'after_today', jsonb_build_object('day', guard.today()));
        end if;
        new.by_holder_id := guard.office_of(new.by_id, '{facility_manager}', parties.host, new.site_id);
        if new.by_holder_id is null then
            perform guard.refuse_right('right_site', 'facility_manager');
        end if;
        if needed = 'both institutions' and parties.guest is not distinct from parties.host then
            perform guard.refuse_value('rule', to_jsonb(new.rule), 'between_institutions');
        end if;
    elsif (new.rule, new.request_id, new.placement_id, new.node_id, new.site_id, new.reason, new.until_date, new.by_id,
           new.by_holder_id, new.at)
          is distinct from (old.rule, old.request_id, old.placement_id, old.node_id, old.site_id, old.reason, old.until_date,
                            old.by_id, old.by_holder_id, old.at)
          or old.second_id is not null and new.second_id is distinct from old.second_id
          or old.withdrawn_at is not null and new.withdrawn_at is distinct from old.withdrawn_at then
        perform guard.refuse_as('kept_override', jsonb_build_object(
            'state', case when old.withdrawn_at is not null then 'withdrawn' else 'given' end, 'intention', 'change',
            'allowed', '{confirm_override,withdraw_override}'::text[]));
    end if;
    if new.second_id is not null and (tg_op = 'INSERT' or old.second_id is null) then
        if needed = 'facility manager' then
            perform guard.refuse_value('override', to_jsonb(new.id), 'waits_to_be_confirmed');
        end if;
        new.second_holder_id := case needed
            when 'two people' then guard.office_of(new.second_id, '{facility_manager}', parties.host, new.site_id,
                                                   array[new.by_id, new.by_holder_id])
            else guard.office_of(new.second_id, '{agreement_manager,facility_manager}', parties.guest, null,
                                 array[new.by_id, new.by_holder_id]) end;
        if new.second_holder_id is null or new.second_id in (new.by_id, new.by_holder_id) then
            if needed = 'two people' then
                perform guard.refuse_right('right_second', 'facility_manager');
            end if;
            perform guard.refuse_right('right_other_institution', 'agreement_manager', 'facility_manager');
        end if;
        new.confirmed_at := coalesce(new.confirmed_at, clock_timestamp());
    end if;
    return new;
end
$$;
create trigger keep_override before insert or update on polder.override
    for each row execute function guard.keep_override();
