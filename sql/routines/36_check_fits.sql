-- check's part about what a booking has to fit (25_fit.sql), rule by rule, from the bare rows. With the guard it shares
-- only names and the points of a polygon.

create function guard.check_fits() returns table (placement_id int, found guard.violation)
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
    set work_mem = '128MB' set jit = off
as $$
declare
    allowance int := coalesce((select (value #>> '{}')::int from setting where key = 'cord_allowance_mm' and organisation_id is null), 120);
    ranks text[] := '{laag,middel,hoog}';
begin
    return query
    with recursive chain as (
        select n.id, n.id as above, n.kind, n.side, n.parent_id, n.units, n.concurrently_maintainable, k.level
        from node n join node_kind k on k.code = n.kind where k.dimension = 'power'
        union all
        select c.id, n.id, n.kind, n.side, n.parent_id, n.units, n.concurrently_maintainable, k.level
        from chain c join node n on n.id = c.parent_id join node_kind k on k.code = n.kind
    ), booked as materialized (
        select p.id, s.feeder_id, daterange(s.from_day, s.until_day) as during, s.rack_id, coalesce(r.room_id, s.room_id) as room_id,
               p.position_hu is not null as on_rails, s.numbered, coalesce(c.face, p.face) as face, p.equipment_id,
               case when s.rack_id is null then p.x_mm
                    when r.orientation_deg % 180 = 90 then r.x_mm + r.depth_mm / 2 else r.x_mm + r.width_mm / 2 end as x,
               case when s.rack_id is null then p.y_mm
                    when r.orientation_deg % 180 = 90 then r.y_mm + r.width_mm / 2 else r.y_mm + r.depth_mm / 2 end as y,
               concat_ws('/', y.code, o.code, r.code) as place
        from guard.check_stands() s
        join placement p on p.id = s.placement_id
        left join check_booked c on c.equipment_id = p.chassis_id and c.rack_id = s.rack_id and c.during @> s.from_day and not c.lapsed
        left join rack r on r.id = s.rack_id
        join room o on o.id = coalesce(r.room_id, s.room_id)
        join site y on y.id = o.site_id
    ), cord as materialized (
        select p.id, row_number() over (partition by p.id order by c.n) as cord, c.node_id, c.outlet_id
        from check_booked p
        cross join lateral (
            select o.node_id, o.id as outlet_id, a.n
            from unnest(p.outlet_ids) with ordinality a (id, n) join outlet o on o.id = a.id
            union all
            select a.id, null, 100 + a.n from unnest(p.node_ids) with ordinality a (id, n)
        ) c
        where not p.lapsed
    ), path as materialized (
        select c.id, c.cord, c.node_id as leaf_id, h.above, h.kind, h.side, h.parent_id, h.units, h.concurrently_maintainable, h.level
        from cord c join chain h on h.id = c.node_id
    ), number as (
        select c.id, count(*) as cords from cord c group by c.id
    ), all_on as materialized (
        -- Nodes that every cord of a booking passes.
        select g.id, g.above, g.kind, g.side, g.units, g.concurrently_maintainable, g.level, n.cords
        from path g join number n on n.id = g.id
        group by g.id, g.above, g.kind, g.side, g.units, g.concurrently_maintainable, g.level, n.cords
        having count(distinct g.cord) = n.cords
    ), left_over as materialized (
        -- Seen from a leaf: how few cords one failure of something on another path leaves, and the first such failure.
        select distinct on (i.id, i.leaf_id) i.id, i.leaf_id, n.cords, n.cords - l.dead as living, l.above as source_id
        from (select distinct g.id, g.leaf_id, g.cord from path g) i
        join number n on n.id = i.id
        join (select g.id, g.above, g.parent_id, count(*) as dead from path g group by g.id, g.above, g.parent_id) l
             on l.id = i.id
        where not exists (select from path own where own.id = i.id and own.cord = i.cord and own.above = l.above)
          and (l.parent_id is null
               or exists (select from path own where own.id = i.id and own.cord = i.cord and own.above = l.parent_id))
        order by i.id, i.leaf_id, n.cords - l.dead, l.above
    ), backed as (
        -- Whether every cord has a generator or a transfer switch.
        select w.id, bool_and(w.own) as own
        from (select g.id, g.cord, bool_or(g.kind in ('generator', 'transfer')) as own from path g group by g.id, g.cord) w
        group by w.id
    ), class as materialized (
        select b.id, case when count(a.above) = 0 then 4
                          when count(*) filter (where not a.concurrently_maintainable) = 0 then 3
                          when count(*) filter (where a.kind in ('ups', 'generator') and a.units = 1) = 0 then 2
                          else 1 end as delivered
        from backed b left join all_on a on a.id = b.id and (a.kind <> 'supply' or not b.own)
        group by b.id
    ), through as materialized (
        -- What draws through the cords of a booking: it, and what is in it without cords.
        select b.id, b.feeder_id, b.during, e.power_factor_permille as pf,
               coalesce(e.budgeted_w * 1000::numeric,
                        e.nameplate_w * coalesce((select (value #>> '{}')::numeric from setting where key = 'nameplate_budget_permille' and organisation_id is null), 700),
                        case when b.numbered and e.height_hu < 1 then 1 else e.height_hu end * 500
                        * coalesce((select (value #>> '{}')::numeric from setting where key = 'watts_per_u_estimate' and organisation_id is null), 150))
                   as draw_mw
        from booked b join equipment e on e.id = b.equipment_id
        where b.feeder_id in (select n.id from number n)
    ), drawn as materialized (
        -- On each day on which some of it comes: all that draws then.
        select f.id, f.during, f.day, t.draw_mw, t.pf
        from (select distinct b.id, b.during, lower(t.during * b.during) as day
              from through b join through t on t.feeder_id = b.id and t.during && b.during
              where b.feeder_id = b.id) f
        join through t on t.feeder_id = f.id and t.during @> f.day
    ), here as materialized (
        select b.id, b.during, v.setpoint_mc, v.drift_mk_per_h, v.emi_nt, v.vibration_class, greatest(lower(b.during), lower(v.during)) as day
        from booked b
        join room_environment v on v.room_id = b.room_id and v.during && b.during
        where case when v.shape is not null then polygon_of(v.shape) @> point(b.x, b.y)
                   else not exists (select from room_environment w
                                    where w.room_id = b.room_id and w.shape is not null and w.during @> v.during
                                      and polygon_of(w.shape) @> point(b.x, b.y)) end
    )
    select b.id, row('S2', b.place, null, w.needed, 0, w.there, 'mm', w.quantity, '', lower(b.during))::guard.violation
    from booked b
    join rack r on r.id = b.rack_id and b.on_rails
    join equipment e on e.id = b.equipment_id
    left join model m on m.id = e.model_id
    cross join lateral (values
        (coalesce(e.depth_mm, m.depth_mm) + allowance, r.usable_depth_mm, '', coalesce(e.depth_mm, m.depth_mm) + allowance > r.usable_depth_mm),
        (e.width_mm, floor(r.rail_width_in * 25.4)::int, 'width', e.width_mm > floor(r.rail_width_in * 25.4)),
        (m.rail_min_mm, r.rail_max_mm, 'rails', m.rail_min_mm > r.rail_max_mm),
        (m.rail_max_mm, r.rail_min_mm, 'rails', m.rail_max_mm < r.rail_min_mm)) w (needed, there, quantity, broken)
    where w.broken
    union all
    select b.id, row('C4', b.place, null, 1, 0, 0, 'pieces', '', '', lower(b.during))::guard.violation
    from booked b join rack r on r.id = b.rack_id join equipment e on e.id = b.equipment_id and e.ducted = false
    where (case b.face when 'rear' then case e.airflow when 'front-to-rear' then 'rear-to-front' when 'rear-to-front' then 'front-to-rear' end
                       else e.airflow end, r.airflow)
          in (('front-to-rear', 'rear-to-front'), ('rear-to-front', 'front-to-rear'))
    union all
    select b.id, row('P1', guard.node_name(o.node_id) || ':' || o.name, o.node_id, 1, 0, 0, 'pieces', '', '', lower(b.during))::guard.violation
    from booked b
    join equipment e on e.id = b.equipment_id
    join cord c on c.id = b.id
    join outlet o on o.id = c.outlet_id
    where (e.phases = '123') is distinct from (o.phases = '123')
       or nullif(e.plug, '') is not null and (e.plug, o.type) not in (select f.inlet, f.outlet from plug_fit f)
    union all
    select q.id, row('P2', guard.node_name(o.node_id) || ':' || o.name, o.node_id, max(q.asked), 0, q.gives, 'mVA', '',
                     case when l.living < n2.cords then coalesce(guard.node_name(l.source_id), '') else '' end,
                     min(q.day))::guard.violation
    from (select d.id, d.during, d.day, c.outlet_id, o.max_ma * n.voltage_ln::bigint as gives,
                 sum(ceil(d.draw_mw * 1000 / (d.pf * least(n2.cords, coalesce(l.living, n2.cords))
                                              * case o.phases when '123' then 3 else 1 end)))::bigint as asked
          from drawn d
          join cord c on c.id = d.id
          join number n2 on n2.id = d.id
          join outlet o on o.id = c.outlet_id
          join node n on n.id = o.node_id
          left join left_over l on l.id = d.id and l.leaf_id = o.node_id
          group by d.id, d.during, d.day, c.cord, c.outlet_id, o.max_ma, n.voltage_ln) q
    join outlet o on o.id = q.outlet_id
    join number n2 on n2.id = q.id
    left join left_over l on l.id = q.id and l.leaf_id = o.node_id
    where q.asked > q.gives
    group by q.id, q.during, o.id, q.gives, l.living, l.source_id, n2.cords
    union all
    select b.id, row('P7', guard.node_name(a.above), a.above, 2, 0, 1, 'pieces', '', '', lower(b.during))::guard.violation
    from booked b
    join room d on d.id = b.room_id
    left join rack r on r.id = b.rack_id
    cross join lateral (select case when b.rack_id is null then d.sides else r.sides end as declared) s
    cross join lateral (select o.above from all_on o where o.id = b.id and o.cords > 1 and o.side = any (s.declared)
                          and array_length(s.declared, 1) > 1
                        order by o.level, o.above limit 1) a
    union all
    select b.id, row('C5', b.place, null, q.asked, 0, q.there, 'mC', '', '', h.day)::guard.violation
    from booked b
    join equipment e on e.id = b.equipment_id
    join here h on h.id = b.id and h.during = b.during
    -- A range may contradict itself, and then break at both ends.
    cross join lateral (values (h.setpoint_mc, e.inlet_max_mc), (e.inlet_min_mc, h.setpoint_mc)) q (asked, there)
    where q.asked > q.there
    union all
    select b.id, row('S8', b.place, null, q.there, 0, q.bears, q.unit, '', '', h.day)::guard.violation
    from booked b
    join equipment e on e.id = b.equipment_id
    left join model m on m.id = e.model_id
    join here h on h.id = b.id and h.during = b.during
    cross join lateral (
        select h.drift_mk_per_h as there, e.drift_mk_per_h as bears, 'mK/h' as unit
        where e.kind = 'floor' and h.drift_mk_per_h > e.drift_mk_per_h
        union all
        select h.emi_nt, m.emi_nt, 'nT' where h.emi_nt > m.emi_nt
        union all
        select ascii(substr(m.vibration_class, 4)) - 64, ascii(substr(h.vibration_class, 4)) - 64, 'VC'
        where m.vibration_class > h.vibration_class or m.vibration_class <> '' and h.vibration_class is null) q
    union all
    select b.id, row('S7', b.place || ' ' || medium, null, 1, 0, 0, 'pieces', '', '', lower(b.during))::guard.violation
    from booked b
    join equipment e on e.id = b.equipment_id and e.kind = 'floor'
    join model m on m.id = e.model_id
    cross join lateral unnest(m.media) medium
    where medium not in (select x.medium from media_point x where x.room_id = b.room_id and x.during @> b.during)
    union all
    select b.id, row('G1', b.place, null, q.asked, 0, q.there, 'class', q.quantity, '', lower(b.during))::guard.violation
    from booked b
    join equipment e on e.id = b.equipment_id
    join room o on o.id = b.room_id
    cross join lateral (values (array_position(ranks, e.data_class), array_position(ranks, o.protection_class), ''),
                               (e.medical::int, o.medical::int, 'NEN 7510')) q (asked, there, quantity)
    where q.asked > q.there
    union all
    select b.id, row('G2', b.place, null, 1, 0, 0, 'pieces', '', '', lower(b.during))::guard.violation
    from booked b join equipment e on e.id = b.equipment_id join system y on y.id = e.system_id
    where e.personal_data > y.personal_data
    union all
    select b.id, row('G3', b.place, null, e.availability_class, 0, c.delivered, 'class', '', '', lower(b.during))::guard.violation
    from booked b join equipment e on e.id = b.equipment_id join class c on c.id = b.feeder_id
    where e.availability_class > c.delivered;
end
$$;
