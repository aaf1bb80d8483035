-- What follows from a placement: the box that it fills, where its cords go, what it asks of each node. Everything here
-- only reads; 24_settle.sql writes it down.

-- The numbers of policy that guards count with. Only the general rows of polder.setting: the same for everybody.
create view guard.policy as
    select coalesce(max(value #>> '{}') filter (where key = 'cord_allowance_mm'), '120')::int as cord_allowance_mm,
           coalesce(max(value #>> '{}') filter (where key = 'grams_per_u'), '12000')::bigint as grams_per_u,
           coalesce(max(value #>> '{}') filter (where key = 'watts_per_u_estimate'), '150')::bigint as watts_per_u,
           coalesce(max(value #>> '{}') filter (where key = 'nameplate_budget_permille'), '700')::bigint
               as nameplate_budget_permille,
           coalesce(max(value #>> '{}') filter (where key = 'network_ports_refuse'), '0') = '1' as network_ports_refuse,
           -- From where on there is a warning.
           coalesce(max(value #>> '{}') filter (where key = 'power_warn_permille'), '900')::bigint as power_warn_permille,
           coalesce(max(value #>> '{}') filter (where key = 'agreement_warn_permille'), '800')::bigint
               as agreement_warn_permille,
           coalesce(max(value #>> '{}') filter (where key = 'phase_imbalance_permille'), '100')::bigint
               as phase_imbalance_permille,
           coalesce(max(value #>> '{}') filter (where key = 'heavy_device_g'), '25000')::bigint as heavy_device_g,
           coalesce(max(value #>> '{}') filter (where key = 'air_delta_t_k'), '12')::bigint as air_delta_t_k,
           coalesce(max(value #>> '{}') filter (where key = 'measurement_days'), '365')::int as measurement_days
    from polder.setting
    where organisation_id is null;

-- Where placements that count are: in a rack, on the floor, or where their chassis is. What is in a chassis has one row for
-- each place of it, and without cords of its own it draws through the chassis's (feed_*).
create view guard.spot as
    select p.id as placement_id, p.equipment_id, p.during, p.rack_id, p.position_hu, p.face, p.half,
           p.zero_u_slot::int as slot, null::int as chassis_id, p.room_id, p.x_mm, p.y_mm, p.contested, p.inherited,
           p.outlet_ids, p.node_ids, p.outlet_ids as feed_outlet_ids, p.node_ids as feed_node_ids
    from polder.placement p
    -- (Not `bay_id is null`: without statistics that would be looked for by its index, in the whole table.)
    where num_nonnulls(p.rack_id, p.room_id) = 1 and p.state <> 'released'
    union all
    select p.id, p.equipment_id, p.during * c.during, c.rack_id, null, c.face, 'full', p.bay_id, p.chassis_id, null, null,
           null, p.contested, p.inherited, p.outlet_ids, p.node_ids,
           case when own.corded then p.outlet_ids else c.outlet_ids end,
           case when own.corded then p.node_ids else c.node_ids end
    from polder.placement p
    join polder.placement c on c.equipment_id = p.chassis_id and c.rack_id is not null and c.state <> 'released'
                           and c.during && p.during
    cross join lateral (select cardinality(p.outlet_ids) + cardinality(p.node_ids) > 0 as corded) own
    where p.state <> 'released';

-- Those with their equipment in the guard's whole numbers and the box that they fill. What is plugged in
-- draws something: where nobody says how much, the estimate counts, never 0; what has a slot or a bay takes no unit, and
-- counts for that as half a one at least.
-- Front of the rack is 0 mm. A depth that is not known takes all that is usable; so does one that is too deep.
create view guard.standing as
    select p.placement_id, p.equipment_id, p.during, p.rack_id, p.position_hu, p.slot, p.chassis_id, p.face, p.half,
           p.contested, p.inherited, case when p.slot is null then e.height_hu else 0::smallint end as height_hu,
           r.usable_depth_mm, r.height_u, r.during as rack_during,
           case when box.stands then int4range(p.position_hu, p.position_hu + e.height_hu) end as hu,
           case when box.stands then case p.face when 'front' then int4range(0, box.mm)
                                                 when 'rear' then int4range(r.usable_depth_mm - box.mm, r.usable_depth_mm)
                                                 else int4range(0, r.usable_depth_mm) end end as depth,
           case p.half when 'left' then int4range(0, 1) when 'right' then int4range(1, 2) else int4range(0, 2) end as width,
           coalesce(e.weight_g, (box.guessed_hu * y.grams_per_u + 1) / 2) + e.accessory_g as weight_g,
           coalesce(e.budgeted_w * 1000::bigint,
                    e.nameplate_w * y.nameplate_budget_permille,
                    case when cardinality(p.feed_outlet_ids) + cardinality(p.feed_node_ids) > 0
                              or p.inherited and e.cords > 0
                         then box.guessed_hu * y.watts_per_u * 500 end,
                    0) as draw_mw,
           e.power_factor_permille, e.ports, e.owner_id, o.id as room_id, p.x_mm, p.y_mm, s.id as site_id, s.organisation_id as host_id,
           array(select n.id from polder.node n where n.rack_id = r.id and n.kind = 'rack_mass') as mass_node_ids,
           array(select n.id from polder.node n where n.rack_id = r.id and n.kind = 'rack_heat') as heat_node_ids,
           array(select n.id from polder.node n where n.rack_id = r.id and n.kind = 'floor_area') as floor_node_ids,
           -- of what stands on the floor the room's
           case when p.rack_id is null then o.cooling_zone_id else r.cooling_zone_id end as zone_node_id,
           case when p.rack_id is null then o.liquid_loop_id else r.liquid_loop_id end as loop_node_id,
           -- What goes into water does not go into the air of the zone. A flow that nobody has said is estimated: water that
           -- becomes 10 K warmer (ours) carries 1 kW away at 1,436 ml/min.
           coalesce(m.heat_to_water_w, 0) * 1000::bigint as water_mw,
           coalesce(m.water_flow_ml_min, nullif((m.heat_to_water_w * 1436::bigint + 999) / 1000, 0)) as flow_ml_min,
           -- a guest's, as long as it is here
           case when e.owner_id <> s.organisation_id
                then (select min(a.id) from polder.agreement a
                      where a.host_id = s.organisation_id and a.guest_id = e.owner_id and a.during @> p.during)
                end as agreement_id,
           p.outlet_ids, cardinality(p.outlet_ids) + cardinality(p.node_ids) as cord_count,
           -- through which it draws, as in polder.cord_share
           (select string_agg(c.node_id || ':' || c.phases, ' ' order by c.cord)
            from (select o.node_id, o.phases, u.cord
                  from unnest(p.feed_outlet_ids) with ordinality u (id, cord) join polder.outlet o on o.id = u.id
                  union all
                  select n.id, n.phases, cardinality(p.feed_outlet_ids) + u.cord
                  from unnest(p.feed_node_ids) with ordinality u (id, cord) join polder.node n on n.id = u.id) c) as cords,
           -- What guard.misfits compares: whole rows, of which the many that read this view pay for four columns only.
           e as device, m as model, r as rack, o as room,
           coalesce(e.depth_mm, m.depth_mm) + y.cord_allowance_mm as needed_depth_mm
    from guard.spot p
    join polder.equipment e on e.id = p.equipment_id
    left join polder.model m on m.id = e.model_id
    left join polder.rack r on r.id = p.rack_id
    left join polder.room o on o.id = coalesce(r.room_id, p.room_id)
    left join polder.site s on s.id = o.site_id
    cross join guard.policy y
    cross join lateral (
        select least(coalesce(e.depth_mm, m.depth_mm) + y.cord_allowance_mm, r.usable_depth_mm)
                   as mm,
               p.rack_id is not null and p.position_hu is not null and e.height_hu > 0 and not p.contested as stands,
               case when p.slot is null then e.height_hu else greatest(e.height_hu, 1) end as guessed_hu
    ) box;

create view guard.box_of as
    select placement_id, rack_id, hu, depth, width, during from guard.standing where hu is not null;

create view guard.slot_of as
    select placement_id, case when chassis_id is null then rack_id else 0 end as rack_id, coalesce(chassis_id, 0) as chassis_id,
           slot, during
    from guard.standing where slot is not null and not contested;

-- One row a cord of its own; of node_ids no outlet is known.
create view guard.cord_of as
    select s.placement_id, c.cord::smallint as cord, split_part(c.fed, ':', 1)::int as node_id,
           s.outlet_ids[c.cord] as outlet_id, split_part(c.fed, ':', 2) as phases, s.during
    from guard.standing s
    cross join lateral string_to_table(s.cords, ' ') with ordinality c (fed, cord)
    where s.cord_count > 0;

-- Cords are bits. A node carries the cords whose paths pass it (`taken`; `l1`..`l3`, `all_phases`: by the phases of the
-- outlet). A source is a node whose failure takes some cords and leaves others: the topmost node that a cord's path does
-- not share. `sees`: the cords for which it is that.
create function guard.shares_of(feeds text[]) returns setof polder.cord_share
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return query
    with cord as (
        select f.cords, 1 << c.n::int - 1 as bit, split_part(c.cord, ':', 1)::int as node_id,
               split_part(c.cord, ':', 2) as phases
        from unnest(feeds) f (cords) cross join lateral string_to_table(f.cords, ' ') with ordinality c (cord, n)
    ), reach as materialized (
        select c.cords, p.ancestor_id as node_id, n.parent_id,
               bit_or(c.bit) as taken,
               coalesce(bit_or(c.bit) filter (where c.phases = '1'), 0) as l1,
               coalesce(bit_or(c.bit) filter (where c.phases = '2'), 0) as l2,
               coalesce(bit_or(c.bit) filter (where c.phases = '3'), 0) as l3,
               coalesce(bit_or(c.bit) filter (where c.phases = '123'), 0) as all_phases
        from cord c
        join node_path p on p.node_id = c.node_id
        join node n on n.id = p.ancestor_id
        group by c.cords, p.ancestor_id, n.parent_id
    ), feed as materialized (
        select r.cords, bit_or(r.taken) as taken from reach r group by r.cords
    ), failure as (
        select f.cords, 0 as source_id, 0 as dead, f.taken as sees from feed f
        union all
        select r.cords, r.node_id, r.taken, coalesce(up.taken, f.taken) & ~r.taken
        from reach r
        join feed f on f.cords = r.cords
        left join reach up on up.cords = r.cords and up.node_id = r.parent_id
        where coalesce(up.taken, f.taken) & ~r.taken <> 0
    ), share as materialized (
        select r.cords, r.node_id, c.source_id,
               bit_count((f.taken & ~c.dead)::bit(16)) as living,
               bit_count((r.taken & ~c.dead)::bit(16)) as here,
               3 * bit_count((r.l1 & ~c.dead)::bit(16)) + bit_count((r.all_phases & ~c.dead)::bit(16)) as l1,
               3 * bit_count((r.l2 & ~c.dead)::bit(16)) + bit_count((r.all_phases & ~c.dead)::bit(16)) as l2,
               3 * bit_count((r.l3 & ~c.dead)::bit(16)) + bit_count((r.all_phases & ~c.dead)::bit(16)) as l3
        from reach r
        join feed f on f.cords = r.cords
        join failure c on c.cords = r.cords and c.sees & r.taken <> 0
    )
    select n.cords, n.node_id, coalesce(x.source_id, 0),
           row_number() over (partition by n.cords, n.node_id order by x.source_id) = 1,
           n.living::smallint, n.here::smallint, n.l1::smallint, n.l2::smallint, n.l3::smallint,
           coalesce(x.living, n.living)::smallint, coalesce(x.here, n.here)::smallint,
           coalesce(x.l1, n.l1)::smallint, coalesce(x.l2, n.l2)::smallint, coalesce(x.l3, n.l3)::smallint
    from share n
    left join share x on x.cords = n.cords and x.node_id = n.node_id and x.source_id <> 0
                     and (x.here * n.living, x.l1 * n.living, x.l2 * n.living, x.l3 * n.living)
                         <> (n.here * x.living, n.l1 * x.living, n.l2 * x.living, n.l3 * x.living)
    where n.source_id = 0;
end
$$;

-- Network ports that are wanted, by kind.
create function guard.ports_of(wanted jsonb)
    returns table (speed_mbps int, medium text, out_of_band boolean, ports bigint)
    language plpgsql immutable set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return query
    select w.speed_mbps, coalesce(w.medium, ''), coalesce(w.out_of_band, false), sum(w.count)::bigint
    from jsonb_to_recordset(wanted) w (count int, speed_mbps int, medium text, out_of_band boolean)
    where w.count > 0
    group by 1, 2, 3;
end
$$;

create function guard.charges_of(ids int[]) returns setof polder.charge
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return query select c.* from unnest(guard.charge(array(select s from guard.standing s where s.placement_id = any (ids)),
                                                     kept => false)) c;
end
$$;

-- Each load is rounded up once: of the draw the part here / cords, on a phase thirds / (3 cords). `kept`: the shares
-- of these cords stand in polder.cord_share.
create function guard.charge(placed guard.standing[], kept boolean) returns polder.charge[]
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return array(
        with share as materialized (
            select s.* from cord_share s where kept and s.cords = any (array(select distinct p.cords from unnest(placed) p))
            union all
            select s.* from guard.shares_of(array(select distinct p.cords from unnest(placed) p)) s where not kept
        )
        select row(p.placement_id, s.node_id, s.source_id,
                   case when s.home then n.main else 0 end, case when s.home then n.l1 else 0 end,
                   case when s.home then n.l2 else 0 end, case when s.home then n.l3 else 0 end,
                   x.main - n.main, x.l1 - n.l1, x.l2 - n.l2, x.l3 - n.l3, p.during)::polder.charge
        from unnest(placed) p
        join share s on s.cords = p.cords
        cross join lateral (select p.draw_mw * 1000 as uva, 3 * p.power_factor_permille * s.normal_cords::bigint as normal,
                                   3 * p.power_factor_permille * s.failed_cords::bigint as failed) d
        cross join lateral (select (p.draw_mw * s.normal_here + s.normal_cords - 1) / s.normal_cords as main,
                                   (d.uva * s.normal_l1 + d.normal - 1) / d.normal as l1,
                                   (d.uva * s.normal_l2 + d.normal - 1) / d.normal as l2,
                                   (d.uva * s.normal_l3 + d.normal - 1) / d.normal as l3) n
        cross join lateral (select (p.draw_mw * s.failed_here + s.failed_cords - 1) / s.failed_cords as main,
                                   (d.uva * s.failed_l1 + d.failed - 1) / d.failed as l1,
                                   (d.uva * s.failed_l2 + d.failed - 1) / d.failed as l2,
                                   (d.uva * s.failed_l3 + d.failed - 1) / d.failed as l3) x
        where p.draw_mw > 0
        union all
        select row(p.placement_id, v.node_id, 0, v.amount, 0, 0, 0, 0, 0, 0, 0, v.during)::polder.charge
        from unnest(placed) p
        cross join lateral (
            select n.id as node_id, p.weight_g as amount, p.during from unnest(p.mass_node_ids || p.floor_node_ids) n (id)
            union all
            select n.id, p.draw_mw, p.during from unnest(p.heat_node_ids) n (id)
            union all
            select p.zone_node_id, p.draw_mw - p.water_mw, p.during where p.zone_node_id is not null
            union all
            select p.loop_node_id, p.flow_ml_min, p.during where p.loop_node_id is not null
            union all
            select l.node_id, case l.unit when 'U' then p.height_hu when 'kW' then p.draw_mw else p.weight_g end,
                   p.during * l.during
            from agreement_line l
            where l.agreement_id = p.agreement_id and l.topic = 'hosting' and l.unit in ('U', 'kW', 'kg')
              and l.during && p.during
            union all
            select s.node_id, w.ports, p.during
            from guard.ports_of(p.ports) w
            cross join lateral (
                -- The rack's own ports of this kind; without any its row's. On the floor the room's.
                select n.node_id from network_ports n
                where (n.rack_id = p.rack_id or n.row_id = (p.rack).row_id
                       or n.room_id = case when p.rack_id is null then p.room_id end)
                  and (n.speed_mbps, n.medium, n.out_of_band) = (w.speed_mbps, w.medium, w.out_of_band)
                order by n.rack_id nulls last limit 1) s
            where p.ports <> '[]' and s.node_id is not null
        ) v
        where v.amount > 0);
end
$$;
