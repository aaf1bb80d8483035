-- What follows from a placement: the box that it fills, where its cords go, what it asks of each node. Everything here
-- only reads; 24_settle.sql writes it down.

-- The numbers of policy that guards count with. Only the general rows of polder.setting: the same for everybody.
create view guard.policy as
    select coalesce(max(value #>> '{}') filter (where key = 'cord_allowance_mm'), '120')::int as cord_allowance_mm,
           coalesce(max(value #>> '{}') filter (where key = 'grams_per_u'), '12000')::bigint as grams_per_u,
           coalesce(max(value #>> '{}') filter (where key = 'watts_per_u_estimate'), '150')::bigint as watts_per_u,
           coalesce(max(value #>> '{}') filter (where key = 'nameplate_budget_permille'), '700')::bigint
               as nameplate_budget_permille
    from polder.setting
    where organisation_id is null;

-- Placements that count, with their equipment in the guard's whole numbers. What is plugged in draws something: where
-- nobody says how much, the estimate counts, never 0.
create view guard.standing as
    select p.id as placement_id, p.equipment_id, p.during, p.rack_id, p.position_hu, p.face, p.half, p.contested,
           p.inherited, e.height_hu, r.usable_depth_mm, r.height_u, r.during as rack_during,
           coalesce(e.depth_mm, m.depth_mm) as depth_mm,
           coalesce(e.weight_g, (e.height_hu * (select grams_per_u from guard.policy) + 1) / 2) + e.accessory_g
               as weight_g,
           coalesce(e.budgeted_w * 1000::bigint,
                    e.nameplate_w * (select nameplate_budget_permille from guard.policy),
                    case when cardinality(p.outlet_ids) + cardinality(p.node_ids) > 0 or p.inherited and e.cords > 0
                         then e.height_hu * (select watts_per_u from guard.policy) * 500 end,
                    0) as draw_mw,
           e.power_factor_permille, e.owner_id, s.id as site_id, s.organisation_id as host_id
    from polder.placement p
    join polder.equipment e on e.id = p.equipment_id
    left join polder.model m on m.id = e.model_id
    left join polder.rack r on r.id = p.rack_id
    left join polder.room o on o.id = coalesce(r.room_id, p.room_id)
    left join polder.site s on s.id = o.site_id
    where p.state <> 'released';

-- Front of the rack is 0 mm. A depth that is not known takes all that is usable; so does one that is too deep.
create view guard.box_of as
    select s.placement_id, s.rack_id, int4range(s.position_hu, s.position_hu + s.height_hu) as hu,
           case s.face when 'front' then int4range(0, deep.mm)
                       when 'rear' then int4range(s.usable_depth_mm - deep.mm, s.usable_depth_mm)
                       else int4range(0, s.usable_depth_mm) end as depth,
           case s.half when 'left' then int4range(0, 1) when 'right' then int4range(1, 2) else int4range(0, 2) end as width,
           s.during
    from guard.standing s
    cross join lateral (select least(coalesce(s.depth_mm + (select cord_allowance_mm from guard.policy),
                                              s.usable_depth_mm), s.usable_depth_mm) as mm) deep
    where s.rack_id is not null and s.position_hu is not null and s.height_hu > 0 and not s.contested;

create view guard.cord_of as
    select p.id as placement_id, c.cord::smallint as cord, o.node_id, o.id as outlet_id, o.phases, p.during
    from polder.placement p
    cross join lateral unnest(p.outlet_ids) with ordinality c (outlet_id, cord)
    join polder.outlet o on o.id = c.outlet_id
    where p.state <> 'released'
    union all
    select p.id, (cardinality(p.outlet_ids) + c.cord)::smallint, n.id, null, n.phases, p.during
    from polder.placement p
    cross join lateral unnest(p.node_ids) with ordinality c (node_id, cord)
    join polder.node n on n.id = c.node_id
    where p.state <> 'released';

-- The cords of a placement are bits. A node carries the cords whose paths pass it (`cords`; `l1`..`l3`, `all_phases`: by
-- the phases of the outlet). A source is a node whose failure takes some cords and leaves others: the topmost node
-- that a cord's path does not share. `sees`: the cords for which it is that.
-- Each load is rounded up once: of the draw the part here / living, on a phase thirds / (3 living).
create function guard.charges_of(ids int[]) returns setof polder.charge
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return query
    with placed as materialized (
        select * from guard.standing where placement_id = any (ids)
    ), reach as materialized (
        select c.placement_id, p.ancestor_id as node_id, n.parent_id,
               bit_or(1 << c.cord - 1) as cords,
               coalesce(bit_or(1 << c.cord - 1) filter (where c.phases = '1'), 0) as l1,
               coalesce(bit_or(1 << c.cord - 1) filter (where c.phases = '2'), 0) as l2,
               coalesce(bit_or(1 << c.cord - 1) filter (where c.phases = '3'), 0) as l3,
               coalesce(bit_or(1 << c.cord - 1) filter (where c.phases = '123'), 0) as all_phases
        from guard.cord_of c
        join node_path p on p.node_id = c.node_id
        join node n on n.id = p.ancestor_id
        where c.placement_id = any (ids)
        group by c.placement_id, p.ancestor_id, n.parent_id
    ), fed as materialized (
        select p.placement_id, p.draw_mw, p.power_factor_permille, p.during, bit_or(r.cords) as cords
        from placed p join reach r on r.placement_id = p.placement_id
        where p.draw_mw > 0
        group by p.placement_id, p.draw_mw, p.power_factor_permille, p.during
    ), failure as (
        select f.placement_id, 0 as source_id, 0 as dead, f.cords as sees from fed f
        union all
        select r.placement_id, r.node_id, r.cords, coalesce(up.cords, f.cords) & ~r.cords
        from reach r
        join fed f on f.placement_id = r.placement_id
        left join reach up on up.placement_id = r.placement_id and up.node_id = r.parent_id
        where coalesce(up.cords, f.cords) & ~r.cords <> 0
    ), share as (
        select r.placement_id, r.node_id, c.source_id, f.draw_mw, f.during,
               bit_count((f.cords & ~c.dead)::bit(16)) as living,
               f.power_factor_permille * 3 * bit_count((f.cords & ~c.dead)::bit(16)) as third_va,
               bit_count((r.cords & ~c.dead)::bit(16)) as here,
               bit_count((r.all_phases & ~c.dead)::bit(16)) as thirds,
               3 * bit_count((r.l1 & ~c.dead)::bit(16)) as l1,
               3 * bit_count((r.l2 & ~c.dead)::bit(16)) as l2,
               3 * bit_count((r.l3 & ~c.dead)::bit(16)) as l3
        from reach r
        join fed f on f.placement_id = r.placement_id
        join failure c on c.placement_id = r.placement_id and c.sees & r.cords <> 0
    ), load as (
        select s.placement_id, s.node_id, s.source_id, s.during,
               (s.draw_mw * s.here + s.living - 1) / s.living as main,
               (s.draw_mw * 1000 * (s.l1 + s.thirds) + s.third_va - 1) / s.third_va as l1,
               (s.draw_mw * 1000 * (s.l2 + s.thirds) + s.third_va - 1) / s.third_va as l2,
               (s.draw_mw * 1000 * (s.l3 + s.thirds) + s.third_va - 1) / s.third_va as l3
        from share s
    )
    select a.placement_id, a.node_id, 0, a.main, a.l1, a.l2, a.l3, 0::bigint, 0::bigint, 0::bigint, 0::bigint, a.during
    from load a where a.source_id = 0
    union all
    select a.placement_id, a.node_id, a.source_id, 0::bigint, 0::bigint, 0::bigint, 0::bigint,
           a.main - n.main, a.l1 - n.l1, a.l2 - n.l2, a.l3 - n.l3, a.during
    from load a join load n on n.placement_id = a.placement_id and n.node_id = a.node_id and n.source_id = 0
    where a.source_id <> 0 and row(a.main, a.l1, a.l2, a.l3) <> row(n.main, n.l1, n.l2, n.l3)
    union all
    select p.placement_id, n.id, 0, case n.kind when 'rack_mass' then p.weight_g else p.draw_mw end, 0::bigint, 0::bigint,
           0::bigint, 0::bigint, 0::bigint, 0::bigint, 0::bigint, p.during
    from placed p join node n on n.rack_id = p.rack_id and n.kind in ('rack_mass', 'rack_heat')
    where case n.kind when 'rack_mass' then p.weight_g else p.draw_mw end > 0
    union all
    select p.placement_id, l.node_id, 0,
           case l.unit when 'U' then p.height_hu when 'kW' then p.draw_mw else p.weight_g end,
           0::bigint, 0::bigint, 0::bigint, 0::bigint, 0::bigint, 0::bigint, 0::bigint, p.during * l.during
    from placed p
    cross join lateral (select id from agreement a
                        where a.host_id = p.host_id and a.guest_id = p.owner_id and a.during @> p.during
                        order by id limit 1) a
    join agreement_line l on l.agreement_id = a.id and l.during && p.during
    where p.owner_id <> p.host_id and l.topic = 'hosting' and l.unit in ('U', 'kW', 'kg')
      and case l.unit when 'U' then p.height_hu when 'kW' then p.draw_mw else p.weight_g end > 0;
end
$$;
