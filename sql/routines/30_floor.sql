-- Limits that follow from the building: what the floor bears under a rack, what a zone's units can cool. They are rows
-- like all others, with the days from which they hold.

-- The floor under a rack is a node: its limit is what a tile bears (a third of the rack's weight on one, EN 12825) or what
-- the floor bears in N/m2 on the footprint, whichever is less, without the empty rack; g = 9.81 m/s2. Where the building
-- says neither there is no node.
create view guard.floor_limit as
    with spot as (
        select r.id as rack_id, r.room_id, o.site_id, r.code, coalesce(r.tare_g, 0) as tare_g,
               r.width_mm::bigint * r.depth_mm as area_mm2,
               3 * ('{2000,3000,4000,4500,5000,6000}'::bigint[])[o.floor_class] * 100000 / 981 as tile_g,
               guard.middle_of(r) as middle
        from polder.rack r join polder.room o on o.id = r.room_id
    ), zone as (
        -- A part of a room that says what it bears has its own.
        select s.rack_id, v.during, v.floor_load_n_m2 * s.area_mm2 / 9810 as spread_g
        from spot s
        join polder.room_environment v on v.room_id = s.room_id and v.floor_load_n_m2 is not null
        where case when v.shape is not null then guard.polygon_of(v.shape) @> s.middle
                   else not exists (select from polder.room_environment w
                                    where w.room_id = v.room_id and w.shape is not null and w.floor_load_n_m2 is not null
                                      and w.during @> v.during and guard.polygon_of(w.shape) @> s.middle) end
    ), edge as (
        select rack_id, date '2000-01-01' as day from spot
        union
        select z.rack_id, d.day from zone z cross join lateral (values (lower(z.during)), (upper(z.during))) d (day)
        where d.day is not null
    )
    select s.rack_id, s.room_id, s.site_id, s.code, e.day,
           greatest(least(s.tile_g, min(z.spread_g)) - s.tare_g, 0) as limit_g
    from spot s
    join edge e on e.rack_id = s.rack_id
    left join zone z on z.rack_id = s.rack_id and z.during @> e.day
    group by s.rack_id, s.room_id, s.site_id, s.code, e.day, s.tile_g, s.tare_g
    having coalesce(s.tile_g, min(z.spread_g)) is not null;

create function guard.keep_floors(racks int[]) returns void
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    fresh int[];
begin
    with made as (
        insert into node (kind, site_id, room_id, rack_id, name)
        select distinct 'floor_area', f.site_id, f.room_id, f.rack_id, f.code || ' floor'
        from floor_limit f
        where f.rack_id = any (racks)
          and not exists (select from node n where n.rack_id = f.rack_id and n.kind = 'floor_area')
        returning rack_id
    )
    select array_agg(rack_id) into fresh from made;
    merge into node_limit l
    using (select n.id as node_id, f.day, f.limit_g
           from floor_limit f join node n on n.rack_id = f.rack_id and n.kind = 'floor_area'
           where f.rack_id = any (racks)) f
    on l.node_id = f.node_id and l.from_date = f.day
    when matched and l.normal_main is distinct from f.limit_g then update set normal_main = f.limit_g, rating_main = f.limit_g
    when not matched then insert (node_id, from_date, normal_main, rating_main, source)
        values (f.node_id, f.day, f.limit_g, f.limit_g, 'floor');
    delete from node_limit l
    using node n
    where n.id = l.node_id and l.source = 'floor' and n.kind = 'floor_area' and n.rack_id = any (racks)
      and not exists (select from floor_limit f where f.rack_id = n.rack_id and f.day = l.from_date);
    -- What stands there already weighs on it.
    if fresh is not null and exists (select from placement where rack_id = any (fresh) and state <> 'released') then
        perform guard.settle(array(select p.id from placement p where p.rack_id = any (fresh) and p.state <> 'released'),
                             'change');
    end if;
end
$$;

-- A zone cools what its units do together without the largest of them (N+1). Where one does not say how much, somebody
-- has to say what the zone's limit is. So it is for a rack with a door of its own: there is no second one.
create function guard.keep_zones(zones int[]) returns void
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    counted int[] := array(select u.zone_id from cooling_unit u
                           join node n on n.id = u.zone_id and n.kind = 'cooling_zone'
                           where u.zone_id = any (zones)
                           group by u.zone_id having bool_and(u.sensible_w is not null));
begin
    merge into node_limit l
    using (select e.zone_id, e.day, (coalesce(sum(u.sensible_w) - max(u.sensible_w), 0) * 1000)::bigint as main,
                  (coalesce(sum(u.sensible_w), 0) * 1000)::bigint as rating
           from (select zone_id, date '2000-01-01' as day from cooling_unit where zone_id = any (counted)
                 union
                 select c.zone_id, d.day
                 from cooling_unit c cross join lateral (values (lower(c.during)), (upper(c.during))) d (day)
                 where c.zone_id = any (counted) and d.day is not null) e
           left join cooling_unit u on u.zone_id = e.zone_id and u.during @> e.day
           group by e.zone_id, e.day) z
    on l.node_id = z.zone_id and l.from_date = z.day
    when matched and (l.normal_main, l.failover_main, l.rating_main) is distinct from (z.main, z.main, z.rating) then
        update set normal_main = z.main, failover_main = z.main, rating_main = z.rating, source = 'cooling units, N+1'
    when not matched then insert (node_id, from_date, normal_main, failover_main, rating_main, source)
        values (z.zone_id, z.day, z.main, z.main, z.rating, 'cooling units, N+1');
end
$$;

do $$
declare
    building record;
begin
    for building in
        select * from (values
            ('rack', 'insert', 'guard.keep_floors(array(select id from changed))'),
            ('rack', 'update', 'guard.keep_floors(array(select id from changed))'),
            ('room', 'update', 'guard.keep_floors(array(select r.id from rack r join changed c on c.id = r.room_id))'),
            ('room_environment', 'insert', 'guard.keep_floors(array(select r.id from rack r join changed c on c.room_id = r.room_id))'),
            ('room_environment', 'update', 'guard.keep_floors(array(select r.id from rack r join changed c on c.room_id = r.room_id))'),
            ('room_environment', 'delete', 'guard.keep_floors(array(select r.id from rack r join changed c on c.room_id = r.room_id))'),
            ('cooling_unit', 'insert', 'guard.keep_zones(array(select distinct zone_id from changed))'),
            ('cooling_unit', 'update', 'guard.keep_zones(array(select distinct zone_id from changed))'),
            ('cooling_unit', 'delete', 'guard.keep_zones(array(select distinct zone_id from changed))')
        ) b (name, operation, work)
    loop
        execute format($make$
            create function guard.keep_limits_%1$s_%2$s() returns trigger
                language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
            as $body$
            begin
                perform %3$s;
                return null;
            end
            $body$;
            create trigger keep_limits_%2$s after %2$s on polder.%1$I referencing %4$s table as changed
                for each statement execute function guard.keep_limits_%1$s_%2$s();
        $make$, building.name, building.operation, building.work,
            case building.operation when 'delete' then 'old' else 'new' end);
    end loop;
end
$$;

