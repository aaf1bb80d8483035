-- Inherited equipment that overlaps another is contested: it is not drawn and has no box, what it would fill beside the
-- other is blocked, and its weight, draw and heat count. A cord in an outlet that another has loads its node, and has no
-- outlet until somebody has looked.

create function guard.contest(ids int[]) returns void
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    overlapping int[] := guard.contest_slots(ids);
begin
    overlapping := overlapping || array(
        with fresh as materialized (
            select * from guard.box_of where placement_id = any (ids)
        )
        select f.placement_id
        from fresh f
        where exists (select from box o
                      where o.rack_id = f.rack_id and o.hu && f.hu and o.depth && f.depth and o.width && f.width
                        and o.during && f.during)
           -- Of two that come together the first stands.
           or exists (select from fresh o
                      where o.rack_id = f.rack_id and o.placement_id < f.placement_id and o.hu && f.hu
                        and o.depth && f.depth and o.width && f.width and o.during && f.during));
    -- In one statement: what is in a chassis is judged with all that is in there, by the end state.
    with cord as materialized (
        select p.id, c.n, o.id as outlet_id, o.node_id, o.name, p.during
        from placement p
        cross join lateral unnest(p.outlet_ids) with ordinality c (outlet_id, n)
        join outlet o on o.id = c.outlet_id
        where p.id = any (ids) and p.state <> 'released'
    ), clash as materialized (
        select c.*
        from cord c
        where exists (select from connection o where o.outlet_id = c.outlet_id and o.during && c.during)
           -- Of two that come together the first has it.
           or exists (select from cord o where o.outlet_id = c.outlet_id and o.during && c.during
                                           and (o.id, o.n) < (c.id, c.n))
    ), told as (
        insert into finding (rule, kind, placement_id, node_id, rack_id, site_id, unit, during, text, found_on)
        select 'S1', 'contested', s.placement_id, null::int, s.rack_id, s.site_id,
               case when s.slot is null then 'hu' else 'pieces' end, s.during,
               case when s.slot is null then guard.place_name(s.rack_id, s.position_hu)
                    when s.chassis_id is null then guard.slot_name(s.rack_id, s.slot)
                    else guard.bay_name(s.chassis_id, s.slot, s.during) end, guard.today()
        from guard.standing s where s.placement_id = any (overlapping)
        union all
        select 'P1', 'contested', c.id, c.node_id, n.rack_id, n.site_id, 'pieces', c.during,
               guard.node_name(c.node_id) || ':' || c.name, guard.today()
        from clash c join node n on n.id = c.node_id
    )
    update placement p
    set contested = p.contested or p.id = any (overlapping),
        outlet_ids = array(select c.outlet_id from cord c
                           where c.id = p.id and c.n not in (select k.n from clash k where k.id = p.id) order by c.n),
        node_ids = p.node_ids || array(select k.node_id from clash k where k.id = p.id order by k.n)
    where p.id = any (overlapping) or p.id in (select k.id from clash k);
end
$$;

-- The same in slots and bays.
create function guard.contest_slots(ids int[]) returns int[]
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return array(
        with fresh as materialized (
            select * from guard.slot_of where placement_id = any (ids)
        )
        select distinct f.placement_id
        from fresh f
        where exists (select from slot_box o
                      where o.rack_id = f.rack_id and o.chassis_id = f.chassis_id and o.slot = f.slot and o.during && f.during)
           or exists (select from fresh o
                      where o.rack_id = f.rack_id and o.chassis_id = f.chassis_id and o.slot = f.slot
                        and o.placement_id < f.placement_id and o.during && f.during));
end
$$;

-- After the others have their boxes.
create function guard.block_contested(ids int[]) returns void
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    insert into blocked_unit (rack_id, hu, reason, during)
    select s.rack_id, part, 'contested: booking ' || s.placement_id, s.during
    from guard.standing s
    cross join lateral (
        select range_agg(int4range(unit, unit + 1)) as free
        from generate_series(s.position_hu, least(s.position_hu + s.height_hu, 2 * s.height_u) - 1) unit
        where not exists (select from box o
                          where o.rack_id = s.rack_id and o.hu && int4range(unit, unit + 1) and o.during && s.during)
    ) beside
    cross join lateral unnest(beside.free) part
    where s.placement_id = any (ids) and s.contested and s.rack_id is not null and s.position_hu is not null;
end
$$;

create function guard.unblock_contested(ids int[]) returns void
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    delete from blocked_unit b
    where b.rack_id in (select p.rack_id from placement p where p.id = any (ids)
                        union select h.rack_id from finding h where h.placement_id = any (ids) and h.kind = 'contested')
      and b.reason = any (array(select 'contested: booking ' || id from unnest(ids) id));
    update finding f set resolved_on = guard.today()
    from placement p
    where p.id = f.placement_id and p.id = any (ids) and not p.contested and f.kind = 'contested' and f.resolved_on is null;
end
$$;

-- Who takes another place is judged in it like everybody else.
create function guard.contest_no_more() returns trigger
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    new.contested := false;
    return new;
end
$$;
create trigger contest_no_more before update on polder.placement for each row
    when (old.contested and new.contested
          and (old.rack_id, old.room_id, old.chassis_id, old.bay_id, old.position_hu, old.zero_u_slot, old.face, old.half)
              is distinct from (new.rack_id, new.room_id, new.chassis_id, new.bay_id, new.position_hu, new.zero_u_slot,
                                new.face, new.half))
    execute function guard.contest_no_more();
