-- A change of the building that breaks bookings wants a reason, and says which: a limit, the topology, a model, a room, a
-- policy, an agreement. It comes with the row (polder.node_limit.reason) or from the setting polder.reason, and stays with
-- the change in polder.change. What a change does not worsen it need not explain.

-- Sums of these nodes that exceed a limit: as the limits are now (standing), and as far as these were better before
-- (worse); the days of each. held: the limits as they were, was: nodes as they were where their own days have changed.
create function guard.overruns(nodes int[], held polder.node_limit[] default '{}', was polder.node[] default '{}')
    returns table (standing guard.violation, worse guard.violation, days datemultirange, worse_days datemultirange)
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return query
    with step as materialized (
        select l.* from ledger l where l.node_id = any (nodes)
    ), pair as (
        -- Each node by itself, and under each source that it knows.
        select distinct s.node_id, f.source_id from step s cross join lateral unnest(array[0, s.source_id]) f (source_id)
    ), change as (
        select s.* from step s
        union all
        -- Days on which the limit changes, or did.
        select e.node_id, 0, e.day, 0, 0, 0, 0, 0, 0, 0, 0
        from (select l.node_id, l.from_date as day from node_limit l where l.node_id = any (nodes)
              union
              select h.node_id, h.from_date from unnest(held) h
              union
              select n.id, d.day
              from (select o.id, o.during from node o where o.id = any (nodes) union all select w.id, w.during from unnest(was) w) n
              cross join lateral (values (lower(n.during)), (upper(n.during))) d (day)
              where d.day is not null) e
    ), point as (
        select p.node_id, p.source_id, c.day, q.quantity, guard.total(q.sum) as sum, guard.total(q.shifted) as shifted
        from pair p
        join change c on c.node_id = p.node_id
        cross join lateral (select case c.source_id when p.source_id then 1 else 0 end as own) f
        cross join lateral (values ('', c.normal_main + f.own * c.extra_main, f.own * c.extra_main),
                                   ('L1', c.normal_l1 + f.own * c.extra_l1, f.own * c.extra_l1),
                                   ('L2', c.normal_l2 + f.own * c.extra_l2, f.own * c.extra_l2),
                                   ('L3', c.normal_l3 + f.own * c.extra_l3, f.own * c.extra_l3)) q (quantity, sum, shifted)
        group by p.node_id, p.source_id, c.day, q.quantity
    ), level as (
        select p.node_id, p.source_id, p.day, p.quantity, guard.total(p.sum) over w as sum,
               guard.total(p.shifted) over w as shifted, lead(p.day) over w as until
        from point p
        window w as (partition by p.node_id, p.source_id, p.quantity order by p.day)
    ), judged as (
        select v.*, c.capacity,
               -- A limit that was not known before took nothing either.
               b.id is not null and (i.id is null or coalesce(c.capacity < b.capacity,
                                                              c.capacity is not null and b.capacity is null)) as lowered
        from level v
        left join lateral (select l.* from node_limit l join node n on n.id = l.node_id and n.during @> v.day
                           where l.node_id = v.node_id and l.from_date <= v.day
                           order by l.from_date desc limit 1) i on true
        left join lateral (
            select h.id, case when v.quantity = '' and v.source_id = 0 then h.normal_main
                              when v.quantity = '' then h.failover_main
                              when v.source_id = 0 then h.normal_line
                              else h.failover_line end as capacity
            from unnest(held) h join node n on n.id = h.node_id
            where h.node_id = v.node_id and h.from_date <= v.day
              and coalesce((select w.during from unnest(was) w where w.id = n.id), n.during) @> v.day
            order by h.from_date desc limit 1) b on true
        cross join lateral (
            select case when v.quantity = '' and v.source_id = 0 then i.normal_main
                        when v.quantity = '' then i.failover_main
                        when v.source_id = 0 then i.normal_line
                        else i.failover_line end as capacity) c
        where v.sum > 0 and (v.source_id = 0 or v.shifted > 0) and (i.id is null or v.sum > c.capacity)
    ), named as (
        select j.node_id, j.source_id, j.quantity, j.lowered, daterange(j.day, j.until) as during,
               row(case j.source_id when 0 then k.rule else coalesce(k.failover_rule, k.rule) end, '', j.node_id, j.sum, 0,
                   j.capacity, '', j.quantity, '', j.day)::guard.violation as violation
        from judged j join node n on n.id = j.node_id join node_kind k on k.code = n.kind
    )
    select guard.named(first.standing, n.source_id), guard.named(first.worse, n.source_id), first.days, first.worse_days
    from (select x.node_id, x.source_id, x.quantity,
                 (array_agg(x.violation order by x.during))[1] as standing,
                 (array_agg(x.violation order by x.during) filter (where x.lowered))[1] as worse,
                 range_agg(x.during) as days, range_agg(x.during) filter (where x.lowered) as worse_days
          from named x group by x.node_id, x.source_id, x.quantity) first
    cross join lateral (select first.source_id) n;
end
$$;

-- The same with names and unit, which are looked up for few.
create function guard.named(one guard.violation, source int) returns guard.violation
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    if one.node_id is not null then
        one.place := guard.node_name(one.node_id);
        one.failing := coalesce(guard.node_name(source), '');
        one.unit := case one.quantity when '' then guard.node_unit(one.node_id) else 'mVA' end;
    end if;
    return one;
end
$$;

-- What exceeds the limits of these nodes becomes findings, in the place of what was found there before. What an override
-- has let in has findings of its own, and is none of the building's unless that made it worse.
create function guard.find_overruns(nodes int[], held polder.node_limit[] default '{}', was polder.node[] default '{}')
    returns void
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    if nodes = '{}' then
        return;
    end if;
    with overrun as materialized (
        select o.* from guard.overruns(nodes, held, was) o
    ), resolved as (
        update finding f set resolved_on = guard.today()
        where f.node_id = any (nodes) and f.resolved_on is null and f.kind in ('violation', 'unknown')
          and case when f.placement_id is null then true
                   else f.override_id is not null
                        and not exists (select from overrun o
                                        where ((o.standing).node_id, (o.standing).rule) = (f.node_id, f.rule)) end
    )
    insert into finding (rule, kind, node_id, rack_id, site_id, requested, used, capacity, unit, during, text, found_on)
    select v.rule, case when v.capacity is null then 'unknown' else 'violation' end, v.node_id, n.rack_id, n.site_id,
           v.requested, v.used, v.capacity, v.unit, daterange(v.date, null),
           guard.found_text(v.place, v.quantity, v.failing), guard.today()
    from overrun o
    cross join lateral (select (o.standing).*) v
    join node n on n.id = v.node_id
    where o.worse_days is not null
       or not exists (select from finding f where f.node_id = v.node_id and f.rule = v.rule and f.override_id is not null
                                             and f.resolved_on is null);
end
$$;

-- The bookings that load a node in this quantity on one of these days.
create function guard.loading(node int, quantity text, days datemultirange) returns setof int
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return query
    select distinct c.placement_id
    from charge c
    where c.node_id = loading.node and c.during && days
      and case quantity when '' then c.normal_main + c.extra_main when 'L1' then c.normal_l1 + c.extra_l1
                        when 'L2' then c.normal_l2 + c.extra_l2 else c.normal_l3 + c.extra_l3 end > 0;
end
$$;

-- These nodes have other limits or days than before (held, was): all that stands there is judged by the new ones.
create function guard.review_nodes(nodes int[], held polder.node_limit[], was polder.node[], given text default null)
    returns void
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    violations guard.violation[];
    rules text[];
    bookings int[];
begin
    nodes := array(select distinct g.node_id from ledger_peak g where g.node_id = any (nodes));
    if nodes = '{}' then
        return;
    end if;
    -- Bookings to come have to do with the days to come.
    perform guard.lower_bounds(nodes, guard.today());
    select array_agg(distinct o.worse), array_agg(b.rule), array_agg(b.placement_id) into violations, rules, bookings
    from guard.overruns(nodes, held, was) o
    left join lateral (select (o.worse).rule, id as placement_id
                       from guard.loading((o.worse).node_id, (o.worse).quantity, o.worse_days) id) b on true
    where o.worse_days is not null;
    perform guard.demand_reason(violations, rules, bookings, given);
    perform guard.find_overruns(nodes, held, was);
end
$$;

-- A change of their surroundings has made these bookings misfits, or these nodes overloaded.
create function guard.explain(misfits polder.misfit[], overloads guard.violation[]) returns void
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    rules text[];
    bookings int[];
begin
    select array_agg(b.rule), array_agg(b.placement_id) into rules, bookings
    from (select m.rule, m.placement_id from unnest(misfits) m
          union all
          select v.rule, l.id
          from unnest(overloads) v
          join guard.overruns(array(select x.node_id from unnest(overloads) x)) o
               on ((o.standing).rule, (o.standing).node_id, (o.standing).quantity, (o.standing).failing)
                  = (v.rule, v.node_id, v.quantity, v.failing)
          cross join lateral guard.loading(v.node_id, v.quantity, o.days) l (id)) b;
    perform guard.demand_reason(array(select guard.violation_of(m) from unnest(misfits) m) || overloads, rules, bookings);
end
$$;

-- Without a reason the change is refused, and the refusal says what it would break: each booking by its place, which is no
-- secret, and by its number to whoever may see it. With one it stays with the change. One statement may be reviewed
-- several times, for what it changes itself and for what follows from that: the refusal waits for the last of them
-- (guard.want_reason) and lists all.
create type guard.unexplained as (violations guard.violation[], rules text[], bookings int[]);

create function guard.demand_reason(violations guard.violation[], rules text[], bookings int[], given text default null)
    returns void
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    why text := coalesce(nullif(btrim(given), ''), nullif(btrim(current_setting('polder.reason', true)), ''));
    known guard.unexplained;
begin
    if coalesce(violations, '{}') = '{}' then
        return;
    end if;
    if why is null then
        known := nullif(current_setting('polder.unexplained', true), '')::guard.unexplained;
        perform set_config('polder.unexplained',
                           row(known.violations || array(select v from unnest(violations) v
                                                         where not v = any (coalesce(known.violations, '{}'))),
                               known.rules || rules, known.bookings || bookings)::guard.unexplained::text, true);
        if pg_trigger_depth() = 0 then
            perform guard.refuse_unexplained();
        end if;
        return;
    end if;
    update change c set reason = concat_ws('; ', c.reason, why)
    where c.id = guard.change_id() and c.reason is distinct from why;
end
$$;

create function guard.refuse_unexplained() returns void
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    broken guard.unexplained := nullif(current_setting('polder.unexplained', true), '')::guard.unexplained;
    all_broken text[];
begin
    if broken.violations <> '{}' then
        all_broken := array(select distinct v.rule || ' ' || v.place from unnest(broken.violations) v order by 1);
        perform guard.refuse_as(case when cardinality(all_broken) > 5 then 'unexplained_many' else 'unexplained' end,
                                jsonb_build_object('violations', guard.listed(broken.violations),
                                                   'bookings', guard.listed_bookings(broken.rules, broken.bookings)),
                                jsonb_build_object('rules', all_broken[1:5], 'more', cardinality(all_broken) - 5),
                                'With a reason it is made, and what it breaks is on record as findings.');
    end if;
end
$$;

-- The last trigger of a statement: not of one that another's triggers make (38_last.sql).
create function guard.want_reason() returns trigger
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    if pg_trigger_depth() = 1 then
        perform guard.refuse_unexplained();
    end if;
    return null;
end
$$;

create function guard.listed_bookings(rules text[], bookings int[]) returns json
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return coalesce((
        select json_agg(json_build_object('placement', seen.id, 'where', b.place, 'rules', b.rules)
                        order by b.place, b.placement_id)
        from (select u.placement_id, coalesce(guard.slot_name(p.rack_id, p.zero_u_slot), guard.place_name(p.rack_id, p.position_hu),
                              guard.room_name(p.room_id), guard.bay_name(p.chassis_id, p.bay_id, p.during)) as place,
                     json_agg(distinct u.rule order by u.rule) as rules
              from unnest(rules, bookings) u (rule, placement_id)
              join placement p on p.id = u.placement_id
              group by u.placement_id, p.id) b
        left join lateral (select p.id from placement p
                           where p.id = b.placement_id
                             and (guard.is_tool() or exists (select from visible_placement v where v.id = p.id))) seen on true),
        '[]');
end
$$;
