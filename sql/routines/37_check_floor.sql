-- check's part about what stands on the floor or hangs on water (32_floorplan.sql), from the bare rows. With the guard it
-- shares only names.

-- How deep two polygons are in each other, in whole mm; null: they are apart. `a` is convex.
create function guard.check_overlap(a int[], b int[]) returns int
    language plpgsql immutable set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return (
    with side as materialized (
        select 1 as owner, i, a[2 * i - 1]::numeric as x, a[2 * i]::numeric as y, a[2 * (i % (cardinality(a) / 2)) + 1]::numeric as x2,
               a[2 * (i % (cardinality(a) / 2)) + 2]::numeric as y2
        from generate_series(1, cardinality(a) / 2) i
        union all
        select 2, i, b[2 * i - 1], b[2 * i], b[2 * (i % (cardinality(b) / 2)) + 1], b[2 * (i % (cardinality(b) / 2)) + 2]
        from generate_series(1, cardinality(b) / 2) i
    ), axis as (
        select distinct s.y2 - s.y as nx, s.x - s.x2 as ny from side s where (s.x, s.y) <> (s.x2, s.y2)
    ), way as (
        select n.nx, n.ny,
               least(max(n.nx * s.x + n.ny * s.y) filter (where s.owner = 1) - min(n.nx * s.x + n.ny * s.y) filter (where s.owner = 2),
                     max(n.nx * s.x + n.ny * s.y) filter (where s.owner = 2) - min(n.nx * s.x + n.ny * s.y) filter (where s.owner = 1)) as deep
        from axis n cross join side s
        group by n.nx, n.ny
    ), through as (
        -- Sides of b that pass through the inside of a: no line along a side of either has them on its two sides.
        select s.i
        from side s cross join side n
        where s.owner = 2 and (n.owner = 1 or n.i = s.i) and (n.x, n.y) <> (n.x2, n.y2)
        group by s.i
        having not bool_or((select max((n.y2 - n.y) * k.x + (n.x - n.x2) * k.y) from side k where k.owner = 1)
                           <= least((n.y2 - n.y) * s.x + (n.x - n.x2) * s.y, (n.y2 - n.y) * s.x2 + (n.x - n.x2) * s.y2)
                           or (select min((n.y2 - n.y) * k.x + (n.x - n.x2) * k.y) from side k where k.owner = 1)
                           >= greatest((n.y2 - n.y) * s.x + (n.x - n.x2) * s.y, (n.y2 - n.y) * s.x2 + (n.x - n.x2) * s.y2))
    )
    select case when min(w.deep) > 0
                     and (exists (select from through)
                          or (select ('(' || string_agg(format('(%s,%s)', s.x, s.y), ',' order by s.i) || ')')::polygon from side s where s.owner = 2)
                             @> (select point(avg(s.x), avg(s.y)) from side s where s.owner = 1))
                then ceil(min(w.deep::float8 / sqrt((w.nx * w.nx + w.ny * w.ny)::float8)))::int end
    from way w);
end
$$;

create function guard.check_floor() returns table (placement_id int, found guard.violation)
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
    set work_mem = '128MB' set jit = off
as $$
begin
    return query
    with thing as materialized (
        select p.id, p.during, p.room_id, p.x_mm, p.y_mm, p.inherited, s.code || '/' || o.code as place, o.width_mm as room_wide,
               o.depth_mm as room_deep, o.floor_class, coalesce(e.width_mm, m.width_mm) as wide, coalesce(e.depth_mm, m.depth_mm) as deep,
               round(cosd(p.orientation_deg) * 1048576)::numeric as c, round(sind(p.orientation_deg) * 1048576)::numeric as s,
               coalesce(m.clearance_front_mm, 0) as front, coalesce(m.clearance_rear_mm, 0) as rear,
               coalesce(m.clearance_left_mm, 0) as lft, coalesce(m.clearance_right_mm, 0) as rgt,
               case when e.weight_g is null
                    then ceil(e.height_hu * coalesce((select (value #>> '{}')::numeric from setting where key = 'grams_per_u' and organisation_id is null), 12000) / 2)
                    else e.weight_g end + e.accessory_g as weight_g,
               coalesce(m.crate_height_mm, e.height_mm, m.height_mm) as crate_high,
               coalesce(m.crate_width_mm, e.width_mm, m.width_mm) as crate_wide,
               coalesce(m.crate_depth_mm, e.depth_mm, m.depth_mm) as crate_deep,
               coalesce(m.crate_weight_g, e.weight_g, m.weight_g) as crate_g
        from check_booked p
        join equipment e on e.id = p.equipment_id
        join room o on o.id = p.room_id
        join site s on s.id = o.site_id
        left join model m on m.id = e.model_id
        where not p.lapsed
    ), corner as (
        -- u to the device's left (who looks at its front), v to its rear, in half mm; counted once for the footprint and once
        -- for the clearance.
        select t.id, k.part, k.n, axis,
               case axis when 0 then t.x_mm + floor((k.u * t.c - k.v * t.s) / 2097152 + 0.5)
                         else t.y_mm + floor((k.u * t.s + k.v * t.c) / 2097152 + 0.5) end::int as at
        from thing t
        cross join lateral (values
            ('own', 1, -t.wide, -t.deep), ('own', 2, t.wide, -t.deep), ('own', 3, t.wide, t.deep), ('own', 4, -t.wide, t.deep),
            ('free', 1, -t.wide - 2 * t.rgt, -t.deep - 2 * t.front), ('free', 2, t.wide + 2 * t.lft, -t.deep - 2 * t.front),
            ('free', 3, t.wide + 2 * t.lft, t.deep + 2 * t.rear), ('free', 4, -t.wide - 2 * t.rgt, t.deep + 2 * t.rear)) k (part, n, u, v)
        cross join generate_series(0, 1) axis
        where t.wide is not null and t.deep is not null
    ), shape as materialized (
        select k.id, array_agg(k.at order by k.n, k.axis) filter (where k.part = 'own') as own,
               array_agg(k.at order by k.n, k.axis) filter (where k.part = 'free') as free,
               min(k.at) filter (where k.axis = 0) as west, max(k.at) filter (where k.axis = 0) as east,
               min(k.at) filter (where k.axis = 1) as north, max(k.at) filter (where k.axis = 1) as south
        from corner k group by k.id
    ), obstacle as materialized (
        select r.room_id, '/' || r.code as what, r.during, false as is_aisle,
               array[r.x_mm, r.y_mm, r.x_mm + d.wide, r.y_mm, r.x_mm + d.wide, r.y_mm + d.deep, r.x_mm, r.y_mm + d.deep] as corners
        from rack r
        cross join lateral (select case r.orientation_deg % 180 when 0 then r.width_mm else r.depth_mm end as wide,
                                   case r.orientation_deg % 180 when 0 then r.depth_mm else r.width_mm end as deep) d
        where r.room_id in (select t.room_id from thing t)
        union all
        select f.room_id, ' ' || case f.name when '' then f.kind else f.name end, daterange(null, null), f.kind like 'aisle%',
               array(select round(value::numeric)::int from jsonb_array_elements(f.shape) with ordinality k (point, n)
                     cross join lateral jsonb_array_elements_text(k.point) with ordinality v (value, axis) order by k.n, v.axis)
        from room_feature f
        where f.keep_clear or f.kind in ('wall', 'column', 'aisle_cold', 'aisle_hot')
    ), here as materialized (
        select t.id, v.floor_load_n_m2, v.during
        from thing t
        join room_environment v on v.room_id = t.room_id and v.during && t.during and v.floor_load_n_m2 is not null
        where case when v.shape is not null then polygon_of(v.shape) @> point(t.x_mm, t.y_mm)
                   else not exists (select from room_environment w
                                    where w.room_id = t.room_id and w.shape is not null and w.floor_load_n_m2 is not null
                                      and w.during @> v.during and polygon_of(w.shape) @> point(t.x_mm, t.y_mm)) end
    ), stopped as materialized (
        -- The first thing on each way in that does not let it through.
        select distinct on (t.id, g.route) t.id, g.route, g.name, q.quantity, q.asked, q.there, q.unit
        from thing t
        join delivery_segment g on g.room_id = t.room_id
        cross join lateral (values
            (1, 'width', case when t.crate_wide < t.crate_deep then t.crate_wide when t.crate_deep is not null and t.crate_wide is not null then t.crate_deep end::numeric,
             case when g.kind = 'lift' and g.length_mm < g.width_mm or g.kind = 'lift' and g.width_mm is null then g.length_mm else g.width_mm end::numeric, 'mm'),
            (2, 'length', case when t.crate_wide > t.crate_deep then t.crate_wide when t.crate_deep is not null and t.crate_wide is not null then t.crate_deep end,
             case when g.kind <> 'lift' or g.width_mm is null or g.length_mm is null then null
                  when g.length_mm > g.width_mm then g.length_mm else g.width_mm end, 'mm'),
            (3, 'height', t.crate_high, g.height_mm, 'mm'),
            (4, 'weight', t.crate_g, 1000 * g.load_kg::numeric, 'g'),
            (5, 'point load', ceil(t.crate_g * 9.81 / 2000), g.point_load_n, 'N')) q (n, quantity, asked, there, unit)
        where not t.inherited and q.asked > q.there
        order by t.id, g.route, g.ordinal, q.n
    ), wet as materialized (
        select p.placement_id as id, p.from_day, case when p.rack_id is null then o.liquid_loop_id else r.liquid_loop_id end as loop_id,
               s.code || '/' || o.code || coalesce('/' || r.code, '') as place, m.water_inlet_min_mc as least, m.water_inlet_max_mc as most
        from guard.check_stands() p
        join equipment e on e.id = p.equipment_id
        join model m on m.id = e.model_id and (m.heat_to_water_w > 0 or m.water_flow_ml_min is not null)
        left join rack r on r.id = p.rack_id
        join room o on o.id = coalesce(r.room_id, p.room_id)
        join site s on s.id = o.site_id
    )
    select t.id, row('S6', t.place, null, 1, 0, null, 'mm', 'size', '', lower(t.during))::guard.violation
    from thing t where t.wide is null or t.deep is null
    union all
    select t.id, row('S6', t.place, null, d.beyond, 0, 0, 'mm', '', '', lower(t.during))::guard.violation
    from thing t join shape h on h.id = t.id
    cross join lateral (select max(beyond) as beyond from unnest(array[-h.west, -h.north, h.east - t.room_wide, h.south - t.room_deep]) beyond) d
    where d.beyond > 0
    union all
    select t.id, row('S6', t.place || ' footprint', null, d.deep, 0, 0, 'mm', '', '', greatest(lower(t.during), lower(u.during)))::guard.violation
    from thing t join shape h on h.id = t.id
    join thing u on u.room_id = t.room_id and u.id <> t.id and u.during && t.during
    join shape k on k.id = u.id and k.west < h.east and h.west < k.east and k.north < h.south and h.north < k.south
    cross join lateral (select max(d) as deep from unnest(array[guard.check_overlap(h.free, k.own), guard.check_overlap(h.own, k.free),
                                                               guard.check_overlap(h.own, k.own)]) d) d
    where d.deep is not null
    union all
    select t.id, row('S6', t.place || b.what, null, d.deep, 0, 0, 'mm', '', '', greatest(lower(t.during), lower(b.during)))::guard.violation
    from thing t join shape h on h.id = t.id
    join obstacle b on b.room_id = t.room_id and b.during && t.during
    cross join lateral (select max(d) as deep from unnest(array[case when not b.is_aisle then guard.check_overlap(h.free, b.corners) end,
                                                               guard.check_overlap(h.own, b.corners)]) d) d
    where d.deep is not null
    union all
    select t.id, row('S4', t.place, null, t.weight_g, 0, q.bears, 'g', 'tile', '', lower(t.during))::guard.violation
    from thing t
    cross join lateral (select floor(3 * (case t.floor_class when 1 then 2000 when 2 then 3000 when 3 then 4000 when 4 then 4500 when 5 then 5000
                                               when 6 then 6000 end) * 1000 / 9.81) as bears) q
    where t.weight_g > q.bears
    union all
    select t.id, row('S4', t.place, null, t.weight_g, 0, q.bears, 'g', 'area', '', greatest(lower(t.during), lower(h.during)))::guard.violation
    from thing t join here h on h.id = t.id
    cross join lateral (select floor(h.floor_load_n_m2::numeric * t.wide * t.deep / 9810) as bears) q
    where t.weight_g > q.bears
    union all
    select t.id, row('S9', t.place || ' ' || x.name, null, x.asked, 0, x.there, x.unit, x.quantity, '', lower(t.during))::guard.violation
    from thing t join stopped x on x.id = t.id
    where (select count(distinct g.route) from delivery_segment g where g.room_id = t.room_id)
          = (select count(*) from stopped y where y.id = t.id)
    union all
    select w.id, row('C7', w.place, null, 1, 0, 0, 'pieces', 'loop', '', w.from_day)::guard.violation
    from wet w where w.loop_id is null
    union all
    select w.id, row('C7', guard.node_name(w.loop_id), w.loop_id, q.asked, 0, q.there, 'mC', '', '', w.from_day)::guard.violation
    from wet w
    left join liquid_loop l on l.node_id = w.loop_id
    cross join lateral (values (l.supply_mc, w.most, l.supply_mc > w.most), (w.least, l.supply_mc, l.supply_mc < w.least),
                               (coalesce(w.most, w.least), null, l.supply_mc is null and coalesce(w.most, w.least) is not null)) q (asked, there, broken)
    where w.loop_id is not null and q.broken;
end
$$;
