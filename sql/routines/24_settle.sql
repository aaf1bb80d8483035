-- The guard of bookings. It works once a statement, on all placements that the statement touched, and judges by what
-- stands when the statement is done: two devices may swap places, an import of 100,000 rows costs linear time.

-- Locks of the data centres that these racks and rooms are in. They are taken by an update, so that a transaction with
-- an old snapshot fails (40001) instead of overbooking, in the order of their ids, and before anything is read.
-- A guest's quota counts in all of a host's data centres.
create function guard.lock_sites(sites int[]) returns void
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    this bigint := pg_current_xact_id()::text::bigint;
    next int;
begin
    for next in select distinct id from unnest(sites) id where id is not null order by id loop
        update site_lock set taken = this where site_id = next and taken <> this;
    end loop;
end
$$;

create function guard.make_site_lock() returns trigger
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    insert into site_lock (site_id) select id from new_rows;
    return null;
end
$$;
create trigger make_site_lock after insert on polder.site
    referencing new table as new_rows for each statement execute function guard.make_site_lock();

-- A hold that has lapsed is free again the same day, without a scheduler: whoever needs the room puts it away.
create function guard.lapse(sites int[]) returns int
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    today date := guard.today();
    lapsed int;
begin
    if not exists (select from placement where state = 'held' and hold_until < today) then
        return 0;
    end if;
    with due as (
        select p.id
        from placement p
        left join rack r on r.id = p.rack_id
        left join room o on o.id = coalesce(r.room_id, p.room_id)
        where p.state = 'held' and p.hold_until < today and (o.site_id = any (sites) or o.site_id is null)
        -- Who has it locked is at work on this very hold, and waits for us.
        for update of p skip locked
    )
    update placement p set state = 'released', hold_until = null from due where p.id = due.id;
    get diagnostics lapsed = row_count;
    return lapsed;
end
$$;

-- A booking of few finds all it needs by keys and keeps its plans; it must not be planned for tables that were empty when
-- the session began. A booking of many is planned by what it holds. (guard.settle sets back what this sets.)
create function guard.plan_for(placements int) returns void
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    if placements > 10 then
        perform set_config('plan_cache_mode', 'force_custom_plan', true);
    else
        perform set_config('plan_cache_mode', 'force_generic_plan', true),
                set_config('enable_seqscan', 'off', true),
                set_config('enable_hashjoin', 'off', true),
                set_config('enable_mergejoin', 'off', true);
    end if;
end
$$;

-- Derives everything from these placements anew. `claims`: those of them that ask for a place or days that they did not
-- have. refuse false: an import by the owner, what is broken becomes a finding.
create function guard.settle(ids int[], claims int[], refuse boolean) returns void
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
    set jit = off
    set max_parallel_workers_per_gather = 0
    set work_mem = '64MB'
    set plan_cache_mode = auto
    set enable_seqscan = on
    set enable_hashjoin = on
    set enable_mergejoin = on
as $$
declare
    violations guard.violation[];
    steps polder.ledger[];
    charges polder.charge[];
    changed boolean;
begin
    perform guard.plan_for(cardinality(ids));
    violations := array(select v from guard.out_of_place(claims) v)
               || guard.settle_boxes(ids) || guard.settle_connections(ids);

    charges := array(select c from guard.charges_of(ids) c);
    select array_agg(row(change.*)::polder.ledger) into steps
    from (select c.node_id, c.source_id, d.day,
                 sum(c.sign * d.sign * c.normal_main)::bigint, sum(c.sign * d.sign * c.normal_l1)::bigint,
                 sum(c.sign * d.sign * c.normal_l2)::bigint, sum(c.sign * d.sign * c.normal_l3)::bigint,
                 sum(c.sign * d.sign * c.extra_main)::bigint, sum(c.sign * d.sign * c.extra_l1)::bigint,
                 sum(c.sign * d.sign * c.extra_l2)::bigint, sum(c.sign * d.sign * c.extra_l3)::bigint
          from (select 1 as sign, fresh.* from unnest(charges) fresh
                union all
                select -1, old.* from charge old where old.placement_id = any (ids)) c
          cross join lateral (values (1, lower(c.during)), (-1, upper(c.during))) d (sign, day)
          where d.day is not null
          group by c.node_id, c.source_id, d.day
          having sum(c.sign * d.sign * c.normal_main) <> 0 or sum(c.sign * d.sign * c.normal_l1) <> 0
              or sum(c.sign * d.sign * c.normal_l2) <> 0 or sum(c.sign * d.sign * c.normal_l3) <> 0
              or sum(c.sign * d.sign * c.extra_main) <> 0 or sum(c.sign * d.sign * c.extra_l1) <> 0
              or sum(c.sign * d.sign * c.extra_l2) <> 0 or sum(c.sign * d.sign * c.extra_l3) <> 0) change;
    if steps is not null then
        delete from charge where placement_id = any (ids);
        changed := found;
        insert into charge select * from unnest(charges);
        perform guard.enter(steps);
        if changed then
            perform guard.sweep(steps);
        end if;
        violations := violations || guard.overloads(steps);
    end if;

    if violations <> '{}' then
        if refuse then
            perform guard.refuse(violations);
        else
            perform guard.find(array(select v.node_id from unnest(violations) v), violations);
        end if;
    end if;
end
$$;

-- Boxes of these placements. Overlaps are looked for before anything is written: the constraint's own message would
-- show whose row is in the way.
create function guard.settle_boxes(ids int[]) returns guard.violation[]
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    fresh polder.box[];
    violations guard.violation[];
begin
    delete from box where placement_id = any (ids);
    fresh := array(select row(0, b.rack_id, b.hu, b.depth, b.width, b.during, b.placement_id, null)::polder.box
                   from guard.box_of b where b.placement_id = any (ids));
    violations := guard.overlaps(fresh);
    if violations = '{}' then
        insert into box (rack_id, hu, depth, width, during, placement_id)
        select b.rack_id, b.hu, b.depth, b.width, b.during, b.placement_id from unnest(fresh) b;
    end if;
    return violations;
end
$$;

-- Where these boxes meet others or each other: for each box the half units that are taken, from the first day on.
create function guard.overlaps(fresh polder.box[]) returns guard.violation[]
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return array(
        with taken as (
            select f.placement_id, f.blocked_id, f.rack_id, f.hu, o.hu * f.hu as common, lower(o.during * f.during) as day
            from unnest(fresh) f
            join box o on o.rack_id = f.rack_id and o.hu && f.hu and o.depth && f.depth and o.width && f.width
                      and o.during && f.during
            union all
            select f.placement_id, f.blocked_id, f.rack_id, f.hu, o.hu * f.hu, lower(o.during * f.during)
            from unnest(fresh) f
            join unnest(fresh) o on o.rack_id = f.rack_id and o.hu && f.hu and o.depth && f.depth and o.width && f.width
                                and o.during && f.during
                                and (o.placement_id, o.blocked_id) is distinct from (f.placement_id, f.blocked_id)
        )
        select row('S1', guard.rack_name(t.rack_id), null, upper(t.hu) - lower(t.hu),
                   (select sum(upper(part) - lower(part)) from unnest(range_agg(t.common)) part),
                   least(upper(t.hu), 2 * k.height_u) - lower(t.hu), 'hu', '', '', min(t.day))::guard.violation
        from taken t
        join rack k on k.id = t.rack_id
        group by t.placement_id, t.blocked_id, t.rack_id, t.hu, k.height_u);
end
$$;

-- Cords of these placements, and outlets that would have two.
create function guard.settle_connections(ids int[]) returns guard.violation[]
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    fresh polder.connection[];
    violations guard.violation[];
begin
    delete from connection where placement_id = any (ids);
    fresh := array(select row(0, c.placement_id, c.cord, c.node_id, c.outlet_id, c.phases, c.during)::polder.connection
                   from guard.cord_of c where c.placement_id = any (ids));
    if cardinality(fresh) < (select sum(cardinality(p.outlet_ids) + cardinality(p.node_ids)) from placement p
                             where p.id = any (ids) and p.state <> 'released') then
        raise exception 'an outlet or node of this booking does not exist'
            using errcode = 'PL004', detail = json_build_object('field', 'outlets');
    end if;
    violations := array(
        with taken as (
            select f.outlet_id, lower(o.during * f.during) as day
            from unnest(fresh) f join connection o on o.outlet_id = f.outlet_id and o.during && f.during
            union all
            select f.outlet_id, lower(o.during * f.during)
            from unnest(fresh) f
            join unnest(fresh) o on o.outlet_id = f.outlet_id and o.during && f.during
                                and (o.placement_id, o.cord) > (f.placement_id, f.cord)
        )
        select row('P1', guard.node_name(u.node_id) || ':' || u.name, u.node_id, 1, 1, 1, 'pieces', '', '', min(t.day))::guard.violation
        from taken t join outlet u on u.id = t.outlet_id
        group by u.name, u.node_id);
    if violations = '{}' then
        insert into connection (placement_id, cord, node_id, outlet_id, phases, during)
        select f.placement_id, f.cord, f.node_id, f.outlet_id, f.phases, f.during from unnest(fresh) f;
    end if;
    return violations;
end
$$;
