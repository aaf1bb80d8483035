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
           e.power_factor_permille, e.owner_id, s.id as site_id, s.organisation_id as host_id,
           -- as in polder.cord_share
           (select string_agg(c.node_id || ':' || c.phases, ' ' order by c.cord)
            from (select o.node_id, o.phases, u.cord
                  from unnest(p.outlet_ids) with ordinality u (id, cord) join polder.outlet o on o.id = u.id
                  union all
                  select n.id, n.phases, cardinality(p.outlet_ids) + u.cord
                  from unnest(p.node_ids) with ordinality u (id, cord) join polder.node n on n.id = u.id) c) as cords
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

create function guard.charges_of(ids int[]) returns setof polder.charge
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return query select * from guard.charge(array(select s from guard.standing s where s.placement_id = any (ids)),
                                            kept => false);
end
$$;

-- Each load is rounded up once: of the draw the part here / cords, on a phase thirds / (3 cords). `kept`: the shares
-- of these cords stand in polder.cord_share.
create function guard.charge(placed guard.standing[], kept boolean) returns setof polder.charge
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return query
    with share as materialized (
        select s.* from cord_share s where kept and s.cords = any (array(select distinct p.cords from unnest(placed) p))
        union all
        select s.* from guard.shares_of(array(select distinct p.cords from unnest(placed) p)) s where not kept
    )
    select p.placement_id, s.node_id, s.source_id,
           case when s.home then n.main else 0 end, case when s.home then n.l1 else 0 end,
           case when s.home then n.l2 else 0 end, case when s.home then n.l3 else 0 end,
           x.main - n.main, x.l1 - n.l1, x.l2 - n.l2, x.l3 - n.l3, p.during
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
    select p.placement_id, v.node_id, 0, v.amount, 0::bigint, 0::bigint, 0::bigint, 0::bigint, 0::bigint, 0::bigint,
           0::bigint, v.during
    from unnest(placed) p
    cross join lateral (
        select n.id as node_id, case n.kind when 'rack_mass' then p.weight_g else p.draw_mw end as amount, p.during
        from node n
        where n.rack_id = p.rack_id and n.kind in ('rack_mass', 'rack_heat')
        union all
        select l.node_id, case l.unit when 'U' then p.height_hu when 'kW' then p.draw_mw else p.weight_g end,
               p.during * l.during
        from agreement_line l
        where l.agreement_id = (select a.id from agreement a
                                where a.host_id = p.host_id and a.guest_id = p.owner_id and a.during @> p.during
                                order by a.id limit 1)
          and p.owner_id <> p.host_id and l.topic = 'hosting' and l.unit in ('U', 'kW', 'kg') and l.during && p.during
    ) v
    where v.amount > 0;
end
$$;
