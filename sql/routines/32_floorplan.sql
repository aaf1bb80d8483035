-- What stands on the floor, on the plan of its room: x to the east, y to the south, whole mm. A placement's x, y is the
-- middle of its footprint; orientation_deg says where its front looks, clockwise from the north. The clearance is the
-- footprint grown by what the model wants free before, behind and beside it, left and right as seen by who stands before
-- its front. Both turn about the middle of the footprint.
--
-- S6 (the reading of it is ours): nothing touches another's footprint with more than an edge; clearances may share floor.
-- Racks, walls, columns and what is to be kept clear take neither footprint nor clearance, aisles no footprint. All of it
-- lies within the room.

-- A rectangle about x, y, turned, as its corners x1,y1,...,x4,y4. Its sides are given in half mm from the middle. The one
-- rounding: sine and cosine to 1/2^20, each coordinate to the nearest mm, halves to the south and east. So a rectangle that
-- stands straight has just its size, and engine and check get the same corners.
create function guard.turned(x int, y int, turn_deg int, west bigint, north bigint, east bigint, south bigint) returns int[]
    language plpgsql immutable set search_path = polder, guard, api, public, pg_temp
as $$
declare
    one constant bigint := 1048576;
    c bigint := round(cosd(turn_deg) * one);
    s bigint := round(sind(turn_deg) * one);
begin
    return array[x + ((west * c - north * s + one) >> 21), y + ((west * s + north * c + one) >> 21),
                 x + ((east * c - north * s + one) >> 21), y + ((east * s + north * c + one) >> 21),
                 x + ((east * c - south * s + one) >> 21), y + ((east * s + south * c + one) >> 21),
                 x + ((west * c - south * s + one) >> 21), y + ((west * s + south * c + one) >> 21)];
end
$$;

-- The corners of a shape [[x,y],...] of the plan.
create function guard.corners_of(shape jsonb) returns int[]
    language sql immutable set search_path = polder, guard, api, public, pg_temp
as $$
    select array_agg(round((point ->> axis)::numeric)::int order by n, axis)
    from jsonb_array_elements(shape) with ordinality p (point, n) cross join generate_series(0, 1) axis
$$;

-- Of a rack, whose x, y is its corner in the north-west.
create function guard.rack_corners(stand polder.rack) returns int[]
    language sql immutable set search_path = polder, guard, api, public, pg_temp
as $$
    select array[stand.x_mm, stand.y_mm, stand.x_mm + s.wide, stand.y_mm,
                 stand.x_mm + s.wide, stand.y_mm + s.deep, stand.x_mm, stand.y_mm + s.deep]
    from (select case when stand.orientation_deg in (90, 270) then stand.depth_mm else stand.width_mm end as wide,
                 case when stand.orientation_deg in (90, 270) then stand.width_mm else stand.depth_mm end as deep) s
$$;

-- How deep two polygons are in each other, in mm, rounded up; null: they share no floor. `a` is convex. Along the normal
-- of each side the two are apart or overlap; the least overlap is how far one has to move. Where `b` goes round a corner
-- that is a bound, and whether they meet is told by its sides: one passes through the inside of `a`, or `a` is within.
create function guard.overlap_mm(a int[], b int[]) returns int
    language plpgsql immutable set search_path = polder, guard, api, public, pg_temp
as $$
declare
    sides_a int := cardinality(a) / 2;
    sides_b int := cardinality(b) / 2;
    least_overlap float8 := 'infinity';
    turns_left boolean := false;
    turns_right boolean := false;
    -- A side, its normal, and how far the two polygons go along it.
    p int; q int; nx bigint; ny bigint; at bigint; least_a bigint; most_a bigint; least_b bigint; most_b bigint;
    turn bigint;
    within boolean := false;
    apart boolean;
    mx bigint; my bigint;
begin
    for side in 1 .. sides_a + sides_b loop
        if side <= sides_a then
            p := 2 * side - 1;
            q := 2 * (side % sides_a) + 1;
            nx := a[q + 1] - a[p + 1];
            ny := a[p] - a[q];
        else
            p := 2 * (side - sides_a) - 1;
            q := 2 * ((side - sides_a) % sides_b) + 1;
            nx := b[q + 1] - b[p + 1];
            ny := b[p] - b[q];
            -- Which way it goes on from here.
            p := 2 * ((side - sides_a + 1) % sides_b) + 1;
            turn := ny * (b[p + 1] - b[q + 1]) + nx * (b[p] - b[q]);
            turns_left := turns_left or turn > 0;
            turns_right := turns_right or turn < 0;
        end if;
        continue when nx = 0 and ny = 0;
        least_a := null; most_a := null; least_b := null; most_b := null;
        for corner in 1 .. sides_a loop
            at := nx * a[2 * corner - 1] + ny * a[2 * corner];
            least_a := least(least_a, at);
            most_a := greatest(most_a, at);
        end loop;
        for corner in 1 .. sides_b loop
            at := nx * b[2 * corner - 1] + ny * b[2 * corner];
            least_b := least(least_b, at);
            most_b := greatest(most_b, at);
        end loop;
        at := least(most_a - least_b, most_b - least_a);
        if at <= 0 then
            return null;
        end if;
        least_overlap := least(least_overlap, at / sqrt((nx * nx + ny * ny)::float8));
    end loop;
    if turns_left and turns_right then
        mx := (select sum(a[2 * i - 1]) from generate_series(1, sides_a) i);
        my := (select sum(a[2 * i]) from generate_series(1, sides_a) i);
        for side in 1 .. sides_b loop
            p := 2 * side - 1;
            q := 2 * (side % sides_b) + 1;
            -- A side of b against a: apart along a normal of a, or along its own.
            apart := false;
            for other in 0 .. sides_a loop
                if other = 0 then
                    nx := b[q + 1] - b[p + 1];
                    ny := b[p] - b[q];
                else
                    nx := a[2 * (other % sides_a) + 2] - a[2 * other];
                    ny := a[2 * other - 1] - a[2 * (other % sides_a) + 1];
                end if;
                select min(nx * a[2 * i - 1] + ny * a[2 * i]), max(nx * a[2 * i - 1] + ny * a[2 * i])
                into least_a, most_a from generate_series(1, sides_a) i;
                least_b := least(nx * b[p] + ny * b[p + 1], nx * b[q] + ny * b[q + 1]);
                most_b := greatest(nx * b[p] + ny * b[p + 1], nx * b[q] + ny * b[q + 1]);
                apart := apart or most_a <= least_b or most_b <= least_a;
            end loop;
            if not apart then
                return ceil(least_overlap)::int;
            end if;
            -- Whether a ray from the middle of a to the east crosses it (coordinates times the number of its corners).
            if (sides_a * b[p + 1] > my) <> (sides_a * b[q + 1] > my) then
                turn := (sides_a * b[p]::bigint - mx) * (b[q + 1] - b[p + 1])
                        + (my - sides_a * b[p + 1]::bigint) * (b[q] - b[p]);
                within := within <> (case when b[q + 1] > b[p + 1] then turn > 0 else turn < 0 end);
            end if;
        end loop;
        if not within then
            return null;
        end if;
    end if;
    return ceil(least_overlap)::int;
end
$$;

-- The shapes of what stands on the floor. Whose size nobody knows has none.
create view guard.shape_of as
    select p.id as placement_id, p.room_id, s.footprint, s.clearance, p.during
    from polder.placement p
    join polder.equipment e on e.id = p.equipment_id
    left join polder.model m on m.id = e.model_id
    cross join lateral (select coalesce(e.width_mm, m.width_mm) as wide, coalesce(e.depth_mm, m.depth_mm) as deep) d
    cross join lateral (
        select guard.turned(p.x_mm, p.y_mm, p.orientation_deg, -d.wide, -d.deep, d.wide, d.deep) as footprint,
               guard.turned(p.x_mm, p.y_mm, p.orientation_deg, -d.wide - 2 * coalesce(m.clearance_right_mm, 0),
                            -d.deep - 2 * coalesce(m.clearance_front_mm, 0), d.wide + 2 * coalesce(m.clearance_left_mm, 0),
                            d.deep + 2 * coalesce(m.clearance_rear_mm, 0)) as clearance
    ) s
    where p.state <> 'released' and p.room_id is not null and d.wide is not null and d.deep is not null;

create function guard.settle_shapes(ids int[]) returns void
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    insert into floor_shape (placement_id, room_id, footprint, clearance, bounds, during)
    select s.placement_id, s.room_id, s.footprint, s.clearance, b.bounds, s.during
    from shape_of s
    cross join lateral (
        select box(point(min(c[2 * i - 1]), min(c[2 * i])), point(max(c[2 * i - 1]), max(c[2 * i]))) as bounds
        from (select s.footprint || s.clearance) c (c) cross join generate_series(1, 8) i
    ) b
    where s.placement_id = any (ids);
end
$$;

-- Which routes into this room are known not to let something of this size and weight through, each at the first segment
-- that does not. It may be turned on the way; into a lift it goes with both sides. What a segment does not say does not
-- limit; half of the weight stands on one castor.
create function guard.closed_routes(room int, wide int, deep int, high int, heavy_g bigint)
    returns table (route text, segment text, quantity text, requested bigint, capacity bigint, unit text)
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return query
    select distinct on (s.route) s.route, s.name, q.quantity, q.requested, q.capacity, q.unit
    from delivery_segment s
    cross join lateral (values
        (1, 'width', case when wide + deep > 0 then least(wide, deep) end::bigint,
         case when s.kind = 'lift' then least(s.width_mm, s.length_mm) else s.width_mm end::bigint, 'mm'),
        (2, 'length', case when wide + deep > 0 then greatest(wide, deep) end,
         case when s.kind = 'lift' and s.width_mm + s.length_mm > 0 then greatest(s.width_mm, s.length_mm) end, 'mm'),
        (3, 'height', high, s.height_mm, 'mm'),
        (4, 'weight', heavy_g, s.load_kg * 1000::bigint, 'g'),
        (5, 'point load', (heavy_g * 981 + 199999) / 200000, s.point_load_n, 'N')
    ) q (n, quantity, requested, capacity, unit)
    where s.room_id = room and q.requested > q.capacity
    order by s.route, s.ordinal, q.n;
end
$$;

-- S9: what stands on the floor has to come in by one of the routes; what is known not to is refused. What was taken over
-- has come in. As it is delivered; without a crate's size or weight the device's own.
create view guard.delivered_item as
    select p.id as placement_id, p.during, r.id as rack_id, coalesce(r.room_id, p.room_id) as room_id, p.inherited,
           num_nonnulls(m.crate_width_mm, m.crate_depth_mm, m.crate_height_mm, m.crate_weight_g) > 0 as crated,
           coalesce(m.crate_width_mm, e.width_mm, m.width_mm) as wide,
           coalesce(m.crate_depth_mm, e.depth_mm, m.depth_mm) as deep,
           coalesce(m.crate_height_mm, e.height_mm, m.height_mm) as high,
           coalesce(m.crate_weight_g, e.weight_g, m.weight_g) as heavy_g
    from polder.placement p
    join polder.equipment e on e.id = p.equipment_id
    left join polder.model m on m.id = e.model_id
    -- What goes into a chassis goes to where that stands.
    left join polder.placement c on c.equipment_id = p.chassis_id and c.rack_id is not null and c.state <> 'released'
                                and c.during @> lower(p.during)
    left join polder.rack r on r.id = coalesce(p.rack_id, c.rack_id)
    where p.state <> 'released';

-- S6, S4 and S9 of what stands on the floor. Their shapes stand in polder.floor_shape.
create function guard.floor_misfits(placed guard.standing[]) returns setof polder.misfit
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return query
    with thing as materialized (
        select p.placement_id, p.during, p.room_id, p.inherited, p.weight_g, f.footprint, f.clearance, f.bounds,
               (f.bounds[1])[0]::int as west, (f.bounds[1])[1]::int as north, (f.bounds[0])[0]::int as east,
               (f.bounds[0])[1]::int as south, point(p.x_mm, p.y_mm) as spot, o.width_mm as room_wide,
               o.depth_mm as room_deep, o.floor_class,
               coalesce(e.width_mm, m.width_mm)::bigint * coalesce(e.depth_mm, m.depth_mm) as area_mm2
        from unnest(placed) p
        join room o on o.id = p.room_id
        join equipment e on e.id = p.equipment_id
        left join model m on m.id = e.model_id
        left join floor_shape f on f.placement_id = p.placement_id
        where p.x_mm is not null
    )
    select t.placement_id, v.rule, guard.room_name(t.room_id) || v.what, null::int, v.requested::bigint, 0::bigint,
           v.capacity::bigint, v.unit, v.quantity, '', v.during, v.other
    from thing t
    cross join lateral (
        -- Nobody knows how big it is.
        select 'S6' as rule, '' as what, 1::bigint as requested, null::bigint as capacity, 'mm' as unit,
               'size' as quantity, t.during, '' as other
        where t.footprint is null
        union all
        select 'S6', '', s.beyond, 0, 'mm', '', t.during, 'room'
        from (select greatest(-t.west, -t.north, t.east - t.room_wide, t.south - t.room_deep) as beyond) s
        where s.beyond > 0
        union all
        select 'S6', ' footprint', n.overlap, 0, 'mm', '', t.during * f.during, 'placement ' || f.placement_id
        from floor_shape f
        cross join lateral (select greatest(guard.overlap_mm(t.clearance, f.footprint), guard.overlap_mm(t.footprint, f.clearance),
                                            guard.overlap_mm(t.footprint, f.footprint)) as overlap) n
        where f.room_id = t.room_id and f.bounds && t.bounds and f.during && t.during and f.placement_id <> t.placement_id
          and n.overlap is not null
        union all
        select 'S6', '/' || r.code, n.overlap, 0, 'mm', '', t.during * r.during, 'rack ' || r.id
        from rack r
        cross join lateral (select greatest(guard.overlap_mm(t.clearance, guard.rack_corners(r)),
                                            guard.overlap_mm(t.footprint, guard.rack_corners(r))) as overlap) n
        where r.room_id = t.room_id and r.during && t.during
          and r.x_mm < t.east and r.y_mm < t.south and r.x_mm + greatest(r.width_mm, r.depth_mm) > t.west
          and r.y_mm + greatest(r.width_mm, r.depth_mm) > t.north
          and n.overlap is not null
        union all
        select 'S6', ' ' || coalesce(nullif(f.name, ''), f.kind), n.overlap, 0, 'mm', '', t.during, 'feature ' || f.id
        from room_feature f
        cross join lateral (select f.kind in ('aisle_cold', 'aisle_hot') as is_aisle, guard.corners_of(f.shape) as corners) k
        cross join lateral (
            select greatest(case when not k.is_aisle then guard.overlap_mm(t.clearance, k.corners) end,
                            guard.overlap_mm(t.footprint, k.corners)) as overlap
            where t.footprint is not null) n
        where f.room_id = t.room_id and (k.is_aisle or f.kind in ('wall', 'column') or f.keep_clear)
          and n.overlap is not null
        union all
        -- S4: a third of it on a tile; and all of it on its footprint. g = 9.81 m/s2.
        select 'S4', '', t.weight_g, l.limit_g, 'g', 'tile', t.during, ''
        from (select 3 * ('{2000,3000,4000,4500,5000,6000}'::bigint[])[t.floor_class] * 100000 / 981 as limit_g) l
        where t.weight_g > l.limit_g
        union all
        select 'S4', '', t.weight_g, l.limit_g, 'g', 'area', t.during * v.during, ''
        from room_environment v
        cross join lateral (select v.floor_load_n_m2 * t.area_mm2 / 9810 as limit_g) l
        where v.room_id = t.room_id and v.during && t.during and t.weight_g > l.limit_g
          and case when v.shape is not null then guard.polygon_of(v.shape) @> t.spot
                   else not exists (select from room_environment w
                                    where w.room_id = v.room_id and w.shape is not null and w.floor_load_n_m2 is not null
                                      and w.during @> v.during and guard.polygon_of(w.shape) @> t.spot) end
        union all
        -- S9: no route lets it through.
        select 'S9', ' ' || c.segment, c.requested, c.capacity, c.unit, c.quantity, t.during, c.route
        from delivered_item d
        cross join lateral guard.closed_routes(d.room_id, d.wide, d.deep, d.high, d.heavy_g) c
        where d.placement_id = t.placement_id and not t.inherited
          and not exists (select from delivery_segment s
                          where s.room_id = t.room_id
                            and s.route not in (select x.route from guard.closed_routes(d.room_id, d.wide, d.deep, d.high,
                                                                                       d.heavy_g) x))
    ) v;
end
$$;

-- S9 where it only warns: nobody knows the size or weight of what is delivered or no way into the room is recorded; and
-- what is mounted in a rack and comes in a crate that no route lets through.
create function guard.delivery_doubts(ids int[]) returns setof polder.misfit
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    d record;
    no_way boolean;
begin
    for d in
        select * from delivered_item i
        where i.placement_id = any (ids) and i.room_id is not null and not i.inherited and (i.rack_id is null or i.crated)
    loop
        no_way := not exists (select from delivery_segment s where s.room_id = d.room_id);
        if no_way or num_nulls(d.wide, d.deep, d.high, d.heavy_g) > 0 then
            return next row(d.placement_id, 'S9', guard.room_name(d.room_id), null, 1, 0, null, 'pieces',
                            case when no_way then 'route' else 'size' end, '', d.during, '')::polder.misfit;
        end if;
        if d.rack_id is not null and not no_way then
            return query
            with closed as materialized (
                select * from guard.closed_routes(d.room_id, d.wide, d.deep, d.high, d.heavy_g)
            )
            select d.placement_id, 'S9', guard.room_name(d.room_id) || coalesce(' ' || c.segment, ''), null::int, c.requested,
                   0::bigint, c.capacity, c.unit, c.quantity, '', d.during, c.route
            from closed c
            where not exists (select from delivery_segment s
                              where s.room_id = d.room_id and s.route not in (select x.route from closed x));
        end if;
    end loop;
end
$$;

-- C7 of what gives heat to water or wants it: a loop where it stands, and water of a temperature that it bears. (The flow
-- is a sum.) Where nobody has said how warm the water is, it takes nothing that has an opinion on it.
create function guard.liquid_misfits(placed guard.standing[]) returns setof polder.misfit
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return query
    select p.placement_id, 'C7', coalesce(guard.node_name(p.loop_node_id), guard.rack_name(p.rack_id), guard.room_name(p.room_id)),
           p.loop_node_id, v.requested::bigint, 0::bigint, v.capacity::bigint, v.unit, v.quantity, '', p.during, ''
    from unnest(placed) p
    cross join lateral (select (p.model).water_inlet_min_mc, (p.model).water_inlet_max_mc) m
    left join liquid_loop l on l.node_id = p.loop_node_id
    cross join lateral (
        select 1 as requested, 0 as capacity, 'pieces' as unit, 'loop' as quantity
        where p.loop_node_id is null
        union all
        select l.supply_mc, m.water_inlet_max_mc, 'mC', '' where l.supply_mc > m.water_inlet_max_mc
        union all
        select m.water_inlet_min_mc, l.supply_mc, 'mC', '' where l.supply_mc < m.water_inlet_min_mc
        union all
        select coalesce(m.water_inlet_max_mc, m.water_inlet_min_mc), null, 'mC', ''
        where p.loop_node_id is not null and l.supply_mc is null
          and num_nonnulls(m.water_inlet_min_mc, m.water_inlet_max_mc) > 0
    ) v
    where p.flow_ml_min is not null;
end
$$;

-- What the plan says changes: what it breaks wants a reason and is found (33_reasons.sql).
do $$
declare
    surrounding record;
    operation text;
begin
    for surrounding in
        select * from (values
            ('room_feature', 'select c.room_id from changed c', false),
            ('rack', 'select c.room_id from changed c', false),
            ('delivery_segment', 'select c.room_id from changed c', false),
            -- Its zone and loop are in it.
            ('room', 'select c.id from changed c', true)
        ) t (name, rooms, fills)
    loop
        foreach operation in array case surrounding.name when 'room' then '{update}' else '{insert,update,delete}' end::text[] loop
            execute format($make$
                create function guard.review_floor_%1$s_%2$s() returns trigger
                    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
                as $body$
                declare
                    rooms int[] := array(%3$s);
                    ids int[];
                begin
                    -- Before it is looked what stands there: a booking may be under way.
                    perform guard.lock_and_clear(array(select o.site_id from room o where o.id = any (rooms)));
                    ids := array(select p.id from placement p where p.room_id = any (rooms) and p.state <> 'released');
                    if ids <> '{}' then
                        perform %4$s;
                    end if;
                    return null;
                end
                $body$;
                create trigger review_floor_%2$s after %2$s on polder.%1$I
                    referencing %5$s for each statement execute function guard.review_floor_%1$s_%2$s();
            $make$, surrounding.name, operation,
                replace(surrounding.rooms, 'changed c', guard.changed_rows(surrounding.name, operation)),
                case when surrounding.fills then 'guard.settle(ids, ''change'')' else 'guard.review_fit(ids)' end,
                case operation when 'insert' then 'new table as new_rows' when 'delete' then 'old table as old_rows'
                               else 'old table as old_rows new table as new_rows' end);
        end loop;
    end loop;
end
$$;

-- A loop gives as much as it says, and its water reaches what hangs on it.
create function guard.review_loops() returns trigger
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    loops int[] := array(select l.node_id from new_rows l);
    ids int[];
begin
    insert into node_limit (node_id, from_date, normal_main, rating_main, source)
    select l.node_id, '2000-01-01', l.max_flow_ml_min, l.max_flow_ml_min, 'loop'
    from new_rows l where l.max_flow_ml_min is not null
    on conflict (node_id, from_date) do update
    set normal_main = excluded.normal_main, rating_main = excluded.rating_main
    where node_limit.normal_main is distinct from excluded.normal_main;
    perform guard.lock_nodes(loops);
    ids := array(select p.id from placement p join rack r on r.id = p.rack_id
                 where r.liquid_loop_id = any (loops) and p.state <> 'released'
                 union
                 select p.id from placement p join room o on o.id = p.room_id
                 where o.liquid_loop_id = any (loops) and p.state <> 'released');
    if ids <> '{}' then
        perform guard.review_fit(ids);
    end if;
    return null;
end
$$;
create trigger review_insert after insert on polder.liquid_loop
    referencing new table as new_rows for each statement execute function guard.review_loops();
create trigger review_update after update on polder.liquid_loop
    referencing new table as new_rows for each statement execute function guard.review_loops();
