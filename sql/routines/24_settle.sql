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
    -- Those that this transaction has already need nothing.
    for next in select l.site_id from site_lock l where l.site_id = any (sites) and l.taken <> this order by l.site_id loop
        update site_lock set taken = this where site_id = next;
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
    -- Who has the hold or its request locked is at work on this very hold, and waits for us. A chassis goes only with all
    -- that is in it.
    with over as (
        select p.id, i.request_id
        from placement p
        left join placement c on c.equipment_id = p.chassis_id and c.state <> 'released' and c.during && p.during
        left join rack r on r.id = coalesce(p.rack_id, c.rack_id)
        left join room o on o.id = coalesce(r.room_id, p.room_id)
        join equipment e on e.id = p.equipment_id
        left join request_item i on i.id = e.request_item_id
        where p.state = 'held' and p.hold_until < today and (o.site_id = any (sites) or o.site_id is null)
    ), ours as materialized (
        select r.id from request r where r.id in (select request_id from over) order by r.id for update skip locked
    ), due as materialized (
        select p.id, p.equipment_id, p.during
        from placement p
        where p.id in (select over.id from over
                       where over.request_id is null or over.request_id in (select id from ours))
          and p.state = 'held' and p.hold_until < today -- and was not renewed meanwhile
        for update of p skip locked
    )
    update placement p set state = 'released', hold_until = null
    from due
    where p.id = due.id
      and not exists (select from placement i
                      where i.chassis_id = due.equipment_id and i.during && due.during and i.state <> 'released'
                        and i.id not in (select id from due));
    get diagnostics lapsed = row_count;
    return lapsed;
end
$$;

-- For a change of their surroundings: nothing that has lapsed is in its way. What is put away may be anybody's, so then all
-- are locked, in their order.
create function guard.lock_and_clear(sites int[]) returns void
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    today date := guard.today();
begin
    if not exists (select from placement p where p.state = 'held' and p.hold_until < today) then
        perform guard.lock_sites(sites);
        return;
    end if;
    perform guard.lock_sites(array(select s.id from site s));
    perform guard.lapse(sites);
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
                set_config('enable_mergejoin', 'off', true),
                set_config('enable_memoize', 'off', true);
    end if;
end
$$;

-- Derives everything from these placements anew, and judges what is new or worse by it:
--   booking  refused, unless overrides cover all of it
--   change   of their surroundings: refused without a reason, with one a finding
--   import   by the owner, of what is there anyway: a finding
-- fresh: they have just come, nothing is derived from them yet. chassis: that they are in or have left, or that they are
-- themselves, whether or not these still count.
create function guard.settle(ids int[], judged_as text, fresh boolean default false, chassis int[] default '{}') returns void
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
    set jit = off
    set max_parallel_workers_per_gather = 0
    set work_mem = '64MB'
    set plan_cache_mode = auto
    set enable_seqscan = on
    set enable_hashjoin = on
    set enable_mergejoin = on
    set enable_memoize = on
as $$
declare
    placed guard.standing[];
    misfits polder.misfit[];
    worse polder.misfit[] := '{}';
    overloads guard.violation[] := '{}';
    charges polder.charge[];
    old polder.charge[] := '{}';
    on_floor boolean;
    former polder.box[] := '{}';
    asked int[];
    neighbours int[] := '{}';
    hangs boolean;
begin
    perform guard.plan_for(cardinality(ids));
    select coalesce(array_agg(s), '{}'),
           chassis <> '{}' or coalesce(bool_or(s.chassis_id is not null
                                               or exists (select from placement i where i.chassis_id = s.equipment_id)), false)
    into placed, hangs
    from guard.standing s where s.placement_id = any (ids);
    if not fresh then
        former := array(select b from box b where b.placement_id = any (ids));
        -- What has come to overlap may have room again: its neighbours are settled with it.
        neighbours := guard.overlapping(placed, former);
        ids := ids || neighbours;
        hangs := hangs or exists (select from placement p join placement i on i.chassis_id = p.equipment_id
                                  where p.id = any (neighbours))
                 -- also what is in a chassis that stands nowhere on its days, and so has no standing itself
                 or exists (select from placement p where p.id = any (ids) and p.chassis_id is not null);
    end if;
    asked := ids;
    if hangs then
        ids := guard.family(ids, chassis);
        fresh := false;
    end if;
    if hangs or neighbours <> '{}' then
        placed := array(select s from guard.standing s where s.placement_id = any (ids));
        former := array(select b from box b where b.placement_id = any (ids));
    end if;
    if not fresh then
        delete from box where placement_id = any (ids);
        delete from slot_box where placement_id = any (ids);
        delete from connection where placement_id = any (ids);
        delete from floor_shape where placement_id = any (ids);
        old := array(select c from charge c where c.placement_id = any (ids));
    end if;
    misfits := guard.settle_places(placed, asked) || guard.out_of_place(placed);
    if misfits <> '{}' and judged_as <> 'change' then
        misfits := array(select m from unnest(misfits) m where m.placement_id = any (ids));
    end if;

    on_floor := (placed[1]).x_mm is not null;
    if not on_floor and cardinality(placed) > 1 then
        on_floor := exists (select from unnest(placed) p where p.x_mm is not null);
    end if;
    if on_floor then
        perform guard.settle_shapes(ids);
    end if;
    perform guard.keep_shares(placed);
    misfits := misfits || guard.misfits(placed);
    if hangs then
        misfits := guard.with_contents(misfits, placed) || array(select m from guard.out_of_chassis(ids) m);
    end if;
    if misfits <> '{}' or not fresh then
        worse := guard.keep_misfits(ids, misfits, stayed => judged_as = 'change');
    end if;
    charges := guard.charge(placed, kept => true);
    if hangs then
        -- What only belongs to what has changed asks for nothing.
        select array(select c from unnest(charges) c except select o from unnest(old) o),
               array(select o from unnest(old) o except select c from unnest(charges) c)
        into charges, old;
    end if;
    if charges <> old then
        perform guard.enter(charges, old);
        overloads := guard.overloads(charges, old);
    end if;

    if worse <> '{}' or overloads <> '{}' then
        if judged_as = 'booking' then
            perform guard.set_aside(placed, worse, overloads, charges, old);
        else
            if judged_as = 'change' then
                perform guard.explain(worse, overloads);
            end if;
            perform guard.find_misfits(worse);
            perform guard.find_overruns(array(select v.node_id from unnest(overloads) v));
        end if;
    end if;
    if not fresh then
        perform guard.resolve_findings(ids, stayed => judged_as = 'change');
        if misfits <> '{}' and former <> '{}' then
            perform guard.keep_apart(placed, former);
        end if;
    end if;
end
$$;

-- Shares of the cords of these placements that nobody had before.
create function guard.keep_shares(placed guard.standing[]) returns void
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    feeds text[] := array(select distinct p.cords from unnest(placed) p
                          where p.cords is not null and not exists (select from cord_share s where s.cords = p.cords));
begin
    if feeds <> '{}' then
        insert into cord_share select * from guard.shares_of(feeds) on conflict do nothing;
    end if;
end
$$;

-- What the ledger changes by when these charges come and the old ones go, in its order: what is read together lies together.
create function guard.steps_of(charges polder.charge[], old polder.charge[]) returns polder.ledger[]
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return array(
        select row(c.node_id, c.source_id, d.day,
                   guard.total(d.sign * c.normal_main), guard.total(d.sign * c.normal_l1), guard.total(d.sign * c.normal_l2),
                   guard.total(d.sign * c.normal_l3), guard.total(d.sign * c.extra_main), guard.total(d.sign * c.extra_l1),
                   guard.total(d.sign * c.extra_l2), guard.total(d.sign * c.extra_l3))::polder.ledger
        from (select 1 as sign, come.* from unnest(charges) come
              union all
              select -1, gone.* from unnest(old) gone) c
        cross join lateral (values (c.sign, lower(c.during)), (-c.sign, upper(c.during))) d (sign, day)
        where d.day is not null
        group by c.node_id, c.source_id, d.day
        having (guard.total(d.sign * c.normal_main), guard.total(d.sign * c.normal_l1), guard.total(d.sign * c.normal_l2),
                guard.total(d.sign * c.normal_l3), guard.total(d.sign * c.extra_main), guard.total(d.sign * c.extra_l1),
                guard.total(d.sign * c.extra_l2), guard.total(d.sign * c.extra_l3)) <> (0, 0, 0, 0, 0, 0, 0, 0)
        order by c.node_id, c.source_id, d.day);
end
$$;

-- Boxes, slots and cords of these placements. Where a constraint says that there is no room, the guard looks for what is in
-- the way itself: the constraint's own message would show whose it is. Then it writes what does fit. asked: of these two
-- are in each other's way; what only hangs together with them is in nobody's.
create function guard.settle_places(placed guard.standing[], asked int[]) returns polder.misfit[]
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    boxes polder.box[] := '{}';
    slots polder.slot_box[] := '{}';
    cords polder.connection[] := '{}';
    met polder.misfit[] := '{}';
    filled polder.misfit[] := '{}';
    taken polder.misfit[] := '{}';
    p guard.standing;
    feeds text[];
begin
    foreach p in array placed loop
        if p.hu is not null then
            boxes := boxes || row(0, p.rack_id, p.hu, p.depth, p.width, p.during, p.placement_id, null)::polder.box;
        end if;
        if p.slot is not null and not p.contested then
            slots := slots || row(0, case when p.chassis_id is null then p.rack_id else 0 end, coalesce(p.chassis_id, 0), p.slot,
                                  p.during, p.placement_id)::polder.slot_box;
        end if;
        if p.cord_count > 0 then
            feeds := string_to_array(p.cords, ' ');
            if coalesce(cardinality(feeds), 0) < p.cord_count then
                perform guard.refuse_value('outlets', null, 'outlets_there');
            end if;
            for cord in 1 .. p.cord_count loop
                cords := cords || row(0, p.placement_id, cord, split_part(feeds[cord], ':', 1), p.outlet_ids[cord],
                                      split_part(feeds[cord], ':', 2), p.during)::polder.connection;
            end loop;
        end if;
    end loop;
    loop
        begin
            insert into box (rack_id, hu, depth, width, during, placement_id)
            select b.rack_id, b.hu, b.depth, b.width, b.during, b.placement_id
            from unnest(boxes) b where met = '{}';
            if slots <> '{}' then
                insert into slot_box (rack_id, chassis_id, slot, during, placement_id)
                select b.rack_id, b.chassis_id, b.slot, b.during, b.placement_id
                from unnest(slots) b where filled = '{}';
            end if;
            insert into connection (placement_id, cord, node_id, outlet_id, phases, during)
            select c.placement_id, c.cord, c.node_id, c.outlet_id, c.phases, c.during
            from unnest(cords) c where taken = '{}';
            return met || filled || taken;
        exception when exclusion_violation then
            if met || filled || taken <> '{}' then
                raise;
            end if;
            met := guard.overlaps(boxes, asked);
            filled := guard.slots_taken(slots, asked);
            taken := guard.outlets_taken(cords, asked);
        end;
    end loop;
end
$$;

-- Other bookings in the racks where these are or were that have come to overlap something there.
create function guard.overlapping(placed guard.standing[], former polder.box[]) returns int[]
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return array(
        select distinct m.placement_id
        from misfit m join placement p on p.id = m.placement_id
        where m.rule = 'S1' and m.used > 0
          and p.rack_id = any (array(select b.rack_id from unnest(placed) b union select b.rack_id from unnest(former) b))
          and m.placement_id <> all (array(select b.placement_id from unnest(placed) b)));
end
$$;

-- Writes the boxes that are missing because some of them meet others, one by one. What its surroundings have made to
-- overlap another keeps taken what it filled before (former), as far as that is free.
create function guard.keep_apart(placed guard.standing[], former polder.box[]) returns void
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    one record;
begin
    for one in
        select b.* from (select p.rack_id, p.hu, p.depth, p.width, p.during, p.placement_id,
                                -- What is as it was comes first.
                                case when exists (select from unnest(former) f
                                                  where (f.placement_id, f.rack_id, f.hu, f.depth, f.width, f.during)
                                                        = (p.placement_id, p.rack_id, p.hu, p.depth, p.width, p.during))
                                     then 0 else 1 end as turn
                         from unnest(placed) p where p.hu is not null
                         union all
                         select f.rack_id, f.hu, f.depth, f.width, f.during, f.placement_id, 2
                         from unnest(former) f join unnest(placed) p on p.placement_id = f.placement_id and p.hu is not null) b
        where not exists (select from box there where there.placement_id = b.placement_id)
        order by b.turn, b.placement_id
    loop
        begin
            insert into box (rack_id, hu, depth, width, during, placement_id)
            select one.rack_id, one.hu, one.depth, one.width, one.during, one.placement_id
            where not exists (select from box there where there.placement_id = one.placement_id);
        exception when exclusion_violation then
            null; -- it is on record as a misfit
        end;
    end loop;
end
$$;

-- Where these boxes meet others or each other: for each box the half units that are taken, from the first day on. Also of
-- the others, which a change of the surroundings breaks as well.
create function guard.overlaps(fresh polder.box[], asked int[] default '{}') returns polder.misfit[]
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return array(
        with taken as (
            select f.placement_id, f.blocked_id, f.rack_id, f.hu, o.hu * f.hu as common, o.during * f.during as during
            from unnest(fresh) f
            join box o on o.rack_id = f.rack_id and o.hu && f.hu and o.depth && f.depth and o.width && f.width
                      and o.during && f.during
            union all
            select o.placement_id, null, f.rack_id, o.hu, o.hu * f.hu, o.during * f.during
            from unnest(fresh) f
            join box o on o.rack_id = f.rack_id and o.hu && f.hu and o.depth && f.depth and o.width && f.width
                      and o.during && f.during and o.placement_id is not null
            union all
            select f.placement_id, f.blocked_id, f.rack_id, f.hu, o.hu * f.hu, o.during * f.during
            from unnest(fresh) f
            join unnest(fresh) o on o.rack_id = f.rack_id and o.hu && f.hu and o.depth && f.depth and o.width && f.width
                                and o.during && f.during
                                and (o.placement_id, o.blocked_id) is distinct from (f.placement_id, f.blocked_id)
            where f.placement_id = any (asked) or o.placement_id = any (asked) is not true
        )
        select row(t.placement_id, 'S1', guard.place_name(t.rack_id, lower(t.hu)), null, upper(t.hu) - lower(t.hu),
                   (select sum(upper(part) - lower(part)) from unnest(range_agg(t.common)) part),
                   least(upper(t.hu), 2 * k.height_u) - lower(t.hu), 'hu', '', '',
                   range_merge(range_agg(t.during)), '')::polder.misfit
        from taken t
        join rack k on k.id = t.rack_id
        group by t.placement_id, t.blocked_id, t.rack_id, t.hu, k.height_u);
end
$$;

-- Outlets of these cords that would have two.
create function guard.outlets_taken(fresh polder.connection[], asked int[] default '{}') returns polder.misfit[]
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return array(
        with taken as (
            select f.placement_id, f.outlet_id, o.during * f.during as during
            from unnest(fresh) f join connection o on o.outlet_id = f.outlet_id and o.during && f.during
            union all
            select f.placement_id, f.outlet_id, o.during * f.during
            from unnest(fresh) f
            join unnest(fresh) o on o.outlet_id = f.outlet_id and o.during && f.during
                                and (o.placement_id, o.cord) <> (f.placement_id, f.cord)
        )
        select row(coalesce(min(t.placement_id) filter (where t.placement_id = any (asked)), min(t.placement_id)), 'P1',
                   guard.node_name(u.node_id) || ':' || u.name, u.node_id, 1, 1, 1, 'pieces', '', '',
                   range_merge(range_agg(t.during)), '')::polder.misfit
        from taken t join outlet u on u.id = t.outlet_id
        group by u.name, u.node_id);
end
$$;
