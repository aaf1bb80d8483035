-- The guard's work done over, from placements, equipment, nodes and limits alone, in another way: cords are compared with
-- each other instead of bits, days are summed instead of quarters, numbers are numeric. Nothing here calls what the
-- triggers call, and only guard.check_ledger() looks at what they wrote, to compare.

-- What counts. A hold that has lapsed is free, though nobody has come by yet to put it away; a chassis does not leave what is
-- in it.
create view guard.check_booked as
    select p.*, p.state = 'held' and p.hold_until < (select guard.today())
                and not exists (select from polder.placement i
                                where i.chassis_id = p.equipment_id and i.during && p.during
                                  and (i.state not in ('held', 'released') or i.hold_until >= (select guard.today()))) as lapsed
    from polder.placement p
    where p.state <> 'released';

-- Where placements stand, one row for each place: what is in a chassis stands where that does, and where no cord of its own
-- is known it draws through the chassis's. put_away: without lapsed holds, which still stand in the derived tables.
create function guard.check_stands(put_away boolean default true)
    returns table (placement_id int, equipment_id int, rack_id int, room_id int, numbered boolean, inherited boolean,
                   feeder_id int, from_day date, until_day date)
    language sql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
    select p.id, p.equipment_id, p.rack_id, p.room_id, p.zero_u_slot is not null, p.inherited, p.id, lower(p.during), upper(p.during)
    from check_booked p
    where p.chassis_id is null and not (put_away and p.lapsed)
    union all
    select p.id, p.equipment_id, c.rack_id, null, true, p.inherited,
           case when p.outlet_ids = '{}' and p.node_ids = '{}' then c.id else p.id end,
           greatest(lower(p.during), lower(c.during)), least(upper(p.during), upper(c.during))
    from check_booked p
    join check_booked c on c.equipment_id = p.chassis_id
    where not (put_away and (p.lapsed or c.lapsed)) and c.rack_id > 0
      and coalesce(lower(c.during) < upper(p.during), true) and coalesce(lower(p.during) < upper(c.during), true)
$$;

-- What each placement asks of each node. Columns as in polder.charge, source 0: nothing fails.
create function guard.recount(put_away boolean default true)
    returns table (placement_id int, node_id int, source_id int, main bigint, l1 bigint, l2 bigint, l3 bigint,
                   from_day date, until_day date)
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
    set work_mem = '128MB' set jit = off
as $$
declare
    grams_per_u numeric := coalesce((select value #>> '{}' from setting where key = 'grams_per_u' and organisation_id is null), '12000');
    watts_per_u numeric := coalesce((select value #>> '{}' from setting where key = 'watts_per_u_estimate' and organisation_id is null), '150');
    permille numeric := coalesce((select value #>> '{}' from setting where key = 'nameplate_budget_permille' and organisation_id is null), '700');
begin
    return query
    with recursive up as (
        select n.id, n.id as above, 0 as steps
        from node n join node_kind k on k.code = n.kind where k.dimension = 'power'
        union all
        select u.id, n.parent_id, u.steps + 1 from up u join node n on n.id = u.above where n.parent_id is not null
    ), place as materialized (
        select row_number() over () as id, p.* from guard.check_stands(put_away) p
    ), cord as materialized (
        select p.id, row_number() over (partition by p.id order by c.n) as cord, c.node_id, c.phases
        from place p
        join placement f on f.id = p.feeder_id
        cross join lateral (
            select o.node_id, o.phases, a.n from unnest(f.outlet_ids) with ordinality a (id, n) join outlet o on o.id = a.id
            union all
            select n.id, n.phases, 100 + a.n from unnest(f.node_ids) with ordinality a (id, n) join node n on n.id = a.id
        ) c
    ), wanted as materialized (
        select p.id, p.placement_id, p.rack_id, p.room_id, p.from_day, p.until_day, e.owner_id, e.power_factor_permille as pf,
               e.ports, count(c.cord) as cords, case when p.numbered then 0 else e.height_hu end as units,
               coalesce(max(m.heat_to_water_w), 0) * 1000::numeric as water_mw,
               coalesce(max(m.water_flow_ml_min), ceil(max(m.heat_to_water_w) * 1.436)) as flow_ml_min,
               case when e.budgeted_w is not null then 1000 * e.budgeted_w::numeric
                    when e.nameplate_w is not null then permille * e.nameplate_w
                    when count(c.cord) > 0 or p.inherited and e.cords > 0 then h.guess * watts_per_u * 500
                    else 0 end as draw_mw,
               case when e.weight_g is null then ceil(h.guess * grams_per_u / 2) else e.weight_g end + e.accessory_g
                   as weight_g
        from place p
        join equipment e on e.id = p.equipment_id
        left join model m on m.id = e.model_id
        cross join lateral (select case when p.numbered and e.height_hu < 1 then 1 else e.height_hu end as guess) h
        left join cord c on c.id = p.id
        group by p.id, p.placement_id, p.rack_id, p.room_id, p.from_day, p.until_day, p.numbered, p.inherited, e.id, h.guess
    ), path as materialized (
        select c.id, c.cord, u.above as node_id, u.steps,
               case c.phases when '1' then 3 when '123' then 1 else 0 end as t1,
               case c.phases when '2' then 3 when '123' then 1 else 0 end as t2,
               case c.phases when '3' then 3 when '123' then 1 else 0 end as t3
        from cord c join up u on u.id = c.node_id
    ), failing as materialized (
        -- Seen from one cord: the topmost node of another's path that is not on its own.
        select distinct on (i.id, i.cord, o.cord) i.id, i.cord, o.node_id
        from cord i
        join path o on o.id = i.id and o.cord <> i.cord
        left join path own on own.id = i.id and own.cord = i.cord and own.node_id = o.node_id
        where own.id is null
        order by i.id, i.cord, o.cord, o.steps desc
    ), cases as materialized (
        select distinct g.id, g.node_id, f.node_id as source_id from path g join failing f on f.id = g.id and f.cord = g.cord
    ), lost as (
        select f.id, f.node_id, count(*) as cords from path f group by f.id, f.node_id
    ), normal as materialized (
        select w.id, g.node_id,
               ceil(w.draw_mw * count(*) / w.cords) as main,
               ceil(w.draw_mw * 1000 * sum(g.t1) / (3 * w.pf * w.cords)) as l1,
               ceil(w.draw_mw * 1000 * sum(g.t2) / (3 * w.pf * w.cords)) as l2,
               ceil(w.draw_mw * 1000 * sum(g.t3) / (3 * w.pf * w.cords)) as l3
        from wanted w join path g on g.id = w.id
        where w.draw_mw > 0
        group by w.id, g.node_id, w.draw_mw, w.pf, w.cords
    ), failed as (
        select w.id, c.node_id, c.source_id,
               ceil(w.draw_mw * count(*) / (w.cords - l.cords)) as main,
               ceil(w.draw_mw * 1000 * sum(g.t1) / (3 * w.pf * (w.cords - l.cords))) as l1,
               ceil(w.draw_mw * 1000 * sum(g.t2) / (3 * w.pf * (w.cords - l.cords))) as l2,
               ceil(w.draw_mw * 1000 * sum(g.t3) / (3 * w.pf * (w.cords - l.cords))) as l3
        from cases c
        join wanted w on w.id = c.id
        join lost l on l.id = c.id and l.node_id = c.source_id
        join path g on g.id = c.id and g.node_id = c.node_id
        left join path f on f.id = c.id and f.cord = g.cord and f.node_id = c.source_id
        where w.draw_mw > 0 and f.id is null
        group by w.id, c.node_id, c.source_id, w.draw_mw, w.pf, w.cords, l.cords
    ), asked as (
        select n.id, n.node_id, 0 as source_id, n.main, n.l1, n.l2, n.l3 from normal n
        union all
        select f.id, f.node_id, f.source_id, f.main - n.main, f.l1 - n.l1, f.l2 - n.l2, f.l3 - n.l3
        from failed f join normal n on n.id = f.id and n.node_id = f.node_id
        where f.main <> n.main or f.l1 <> n.l1 or f.l2 <> n.l2 or f.l3 <> n.l3
        union all
        select w.id, n.id, 0, case when n.kind in ('rack_mass', 'floor_area') then w.weight_g else w.draw_mw end, 0, 0, 0
        from wanted w join node n on n.rack_id = w.rack_id
        where n.kind in ('rack_mass', 'floor_area') and w.weight_g > 0 or n.kind = 'rack_heat' and w.draw_mw > 0
        union all
        select w.id, n.zone_id, 0, w.draw_mw - w.water_mw, 0, 0, 0
        from wanted w
        join (select 'rack' as kind, r.id, r.cooling_zone_id as zone_id from rack r
              union all select 'room', o.id, o.cooling_zone_id from room o) n
             on n.kind = case when w.rack_id is null then 'room' else 'rack' end and n.id = coalesce(w.rack_id, w.room_id)
                and n.zone_id is not null
        where w.draw_mw > w.water_mw
        union all
        select w.id, n.loop_id, 0, w.flow_ml_min, 0, 0, 0
        from wanted w
        join (select 'rack' as kind, r.id, r.liquid_loop_id as loop_id from rack r
              union all select 'room', o.id, o.liquid_loop_id from room o) n
             on n.kind = case when w.rack_id is null then 'room' else 'rack' end and n.id = coalesce(w.rack_id, w.room_id)
                and n.loop_id is not null
        where w.flow_ml_min > 0
        union all
        select w.id, n.node_id, 0, sum(k.count), 0, 0, 0
        from wanted w
        left join rack r on r.id = w.rack_id
        cross join lateral jsonb_to_recordset(w.ports) k (count int, speed_mbps int, medium text, out_of_band boolean)
        join network_ports n on n.speed_mbps = k.speed_mbps and n.medium = k.medium
                            and n.out_of_band = coalesce(k.out_of_band, false)
                            and (w.rack_id is null and n.room_id = w.room_id
                                 or n.rack_id = r.id
                                 or n.row_id = r.row_id
                                    and not exists (select from network_ports own
                                                    where own.rack_id = r.id and own.speed_mbps = n.speed_mbps
                                                      and own.medium = n.medium and own.out_of_band = n.out_of_band))
        where k.count > 0
        group by w.id, n.node_id
    )
    select w.placement_id, a.node_id, a.source_id, a.main::bigint, a.l1::bigint, a.l2::bigint, a.l3::bigint, w.from_day,
           w.until_day
    from asked a join wanted w on w.id = a.id
    union all
    select w.placement_id, l.node_id, 0, q.amount::bigint, 0, 0, 0,
           greatest(w.from_day, lower(l.during)), least(w.until_day, upper(l.during))
    from wanted w
    left join rack r on r.id = w.rack_id
    join room o on o.id = coalesce(r.room_id, w.room_id)
    join site s on s.id = o.site_id and s.organisation_id <> w.owner_id
    join agreement_line l on l.topic = 'hosting' and l.during && daterange(w.from_day, w.until_day)
         and l.agreement_id = (select min(a.id) from agreement a
                               where a.host_id = s.organisation_id and a.guest_id = w.owner_id
                                 and a.during @> daterange(w.from_day, w.until_day))
    cross join lateral (values ('U', w.units::numeric), ('kW', w.draw_mw), ('kg', w.weight_g)) q (unit, amount)
    where q.unit = l.unit and q.amount > 0;
end
$$;

-- Sums over their limits: for each node, failure and quantity the first day of each stretch.
create function guard.check_sums() returns setof guard.violation
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
    set work_mem = '128MB' set jit = off
as $$
begin
    return query
    with step as materialized (
        select c.node_id, c.source_id, d.day, sum(d.sign * c.main) as main, sum(d.sign * c.l1) as l1,
               sum(d.sign * c.l2) as l2, sum(d.sign * c.l3) as l3
        from guard.recount() c
        cross join lateral (values (c.from_day, 1), (c.until_day, -1)) d (day, sign)
        where d.day is not null
        group by c.node_id, c.source_id, d.day
    ), case_of as (
        select distinct s.node_id, s.source_id from step s
    ), point as (
        select c.node_id, c.source_id, s.day, s.main, s.l1, s.l2, s.l3, s.source_id <> 0 as shifted
        from case_of c join step s on s.node_id = c.node_id and (s.source_id = 0 or s.source_id = c.source_id)
        union all
        select c.node_id, c.source_id, l.from_date, 0, 0, 0, 0, false from case_of c join node_limit l on l.node_id = c.node_id
        union all
        select c.node_id, c.source_id, upper(n.during), 0, 0, 0, 0, false
        from case_of c join node n on n.id = c.node_id where upper(n.during) is not null
    ), day_sum as (
        select p.node_id, p.source_id, p.day, sum(p.main) as main, sum(p.l1) as l1, sum(p.l2) as l2, sum(p.l3) as l3,
               sum(p.main) filter (where p.shifted) as x, sum(p.l1) filter (where p.shifted) as x1,
               sum(p.l2) filter (where p.shifted) as x2, sum(p.l3) filter (where p.shifted) as x3
        from point p group by p.node_id, p.source_id, p.day
    ), level as (
        select d.node_id, d.source_id, d.day, sum(d.main) over w as main, sum(d.l1) over w as l1,
               sum(d.l2) over w as l2, sum(d.l3) over w as l3, sum(d.x) over w as x, sum(d.x1) over w as x1,
               sum(d.x2) over w as x2, sum(d.x3) over w as x3
        from day_sum d window w as (partition by d.node_id, d.source_id order by d.day)
    ), limit_period as (
        select l.*, lead(l.from_date, 1, 'infinity') over (partition by l.node_id order by l.from_date) as until_date
        from node_limit l
    ), judged as (
        select v.node_id, v.source_id, v.day, q.quantity, q.total,
               case when n.during @> v.day then q.capacity end as capacity, -- a node that is not there has none
               -- A failure that shifts nothing of it here is the normal case over again.
               (v.source_id = 0 or coalesce(q.shifted > 0, false))
               and (q.total > 0 and (l.id is null or not n.during @> v.day) or coalesce(q.total > q.capacity, false))
                   as broken
        from level v
        join node n on n.id = v.node_id
        left join limit_period l on l.node_id = v.node_id and v.day >= l.from_date and v.day < l.until_date
        cross join lateral (values
            ('', v.main, v.x, case when v.source_id = 0 then l.normal_main else l.failover_main end),
            ('L1', v.l1, v.x1, case when v.source_id = 0 then l.normal_line else l.failover_line end),
            ('L2', v.l2, v.x2, case when v.source_id = 0 then l.normal_line else l.failover_line end),
            ('L3', v.l3, v.x3, case when v.source_id = 0 then l.normal_line else l.failover_line end)
        ) q (quantity, total, shifted, capacity)
    ), stretch as (
        select j.*, lag(j.broken, 1, false) over (partition by j.node_id, j.source_id, j.quantity order by j.day) as before
        from judged j
    )
    select case when b.source_id = 0 then k.rule else coalesce(k.failover_rule, k.rule) end, guard.node_name(b.node_id),
           b.node_id, null::bigint, b.total::bigint, b.capacity,
           case when b.quantity = '' then guard.node_unit(b.node_id) else 'mVA' end, b.quantity,
           coalesce(guard.node_name(b.source_id), ''), b.day
    from stretch b
    join node n on n.id = b.node_id
    join node_kind k on k.code = n.kind
    where b.broken and not b.before;
end
$$;

-- Bookings that are where they cannot be. placement_id says whose it is.
create function guard.check_places() returns table (placement_id int, found guard.violation)
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
    set work_mem = '128MB' set jit = off
as $$
declare
    allowance int := coalesce((select (value #>> '{}')::int from setting where key = 'cord_allowance_mm' and organisation_id is null), 120);
begin
    return query
    with thing as materialized (
        select p.id, p.rack_id, p.position_hu::int as bottom, p.position_hu + e.height_hu as top, r.height_u, r.during as rack_during,
               case when p.face = 'rear' then r.usable_depth_mm - d.deep else 0 end as front,
               case when p.face = 'front' then d.deep else r.usable_depth_mm end as back,
               case when p.half = 'right' then 1 else 0 end as west, case when p.half = 'left' then 1 else 2 end as east,
               lower(p.during) as from_day, coalesce(upper(p.during), 'infinity') as until_day, p.during
        from check_booked p
        join rack r on r.id = p.rack_id
        join equipment e on e.id = p.equipment_id
        left join model m on m.id = e.model_id
        cross join lateral (select case when coalesce(e.depth_mm, m.depth_mm) + allowance < r.usable_depth_mm
                                        then coalesce(e.depth_mm, m.depth_mm) + allowance
                                        else r.usable_depth_mm end as deep) d
        where not p.lapsed and not p.contested and p.position_hu is not null and e.height_hu > 0
        union all
        select -b.id, b.rack_id, lower(b.hu), upper(b.hu), r.height_u, r.during, 0, r.usable_depth_mm, 0, 2,
               coalesce(lower(b.during), '-infinity'), coalesce(upper(b.during), 'infinity'), b.during
        from blocked_unit b join rack r on r.id = b.rack_id
    )
    select a.id, row('S1', guard.place_name(a.rack_id, a.bottom), null, a.top - a.bottom,
                     least(a.top, b.top) - greatest(a.bottom, b.bottom), a.top - a.bottom, 'hu', '', '',
                     greatest(a.from_day, b.from_day))::guard.violation
    from thing a
    join thing b on b.rack_id = a.rack_id and b.id < a.id
    where a.bottom < b.top and b.bottom < a.top and a.front < b.back and b.front < a.back
      and a.west < b.east and b.west < a.east and a.from_day < b.until_day and b.from_day < a.until_day
    union all
    select t.id, row('S1', guard.place_name(t.rack_id, t.bottom), null, t.top - t.bottom, null,
                     greatest(2 * t.height_u - t.bottom, 0), 'hu', '', '', t.from_day)::guard.violation
    from thing t where t.id > 0 and (t.top > 2 * t.height_u or not t.rack_during @> t.during)
    union all
    select u.id, row('P1', guard.node_name(u.node_id) || ':' || u.name, u.node_id, 1, 1, 1, 'pieces', '', '',
                     u.from_day)::guard.violation
    from (select p.id, o.node_id, o.name, s.from_day,
                 max(coalesce(s.until_day, 'infinity')) over (partition by o.id order by s.from_day, p.id
                                                              rows between unbounded preceding and 1 preceding) as taken_until
          from guard.check_stands() s
          join placement p on p.id = s.placement_id
          cross join lateral unnest(p.outlet_ids) used (id) join outlet o on o.id = used.id) u
    where u.taken_until > u.from_day
    union all
    select p.placement_id, row(k.rule, guard.rack_name(p.rack_id), null, null, null, null,
                               case k.code when 'rack_mass' then 'g' else 'mW' end, '', '', p.from_day)::guard.violation
    from guard.check_stands() p join node_kind k on k.code in ('rack_mass', 'rack_heat')
    join placement f on f.id = p.feeder_id
    join equipment e on e.id = p.equipment_id
    where p.rack_id is not null
      and (k.code = 'rack_mass'
           or coalesce(e.budgeted_w, e.nameplate_w,
                       case when cardinality(f.outlet_ids) + cardinality(f.node_ids) > 0 or p.inherited and e.cords > 0
                            then e.height_hu + p.numbered::int end) > 0)
      and p.rack_id not in (select n.rack_id from node n where n.kind = k.code and n.rack_id is not null)
    union all
    select p.placement_id, row('G4', s.code, null, case when p.numbered then 0 else e.height_hu end, null, null, 'hu', '', '',
                               p.from_day)::guard.violation
    from guard.check_stands() p
    join equipment e on e.id = p.equipment_id
    left join rack r on r.id = p.rack_id
    join room o on o.id = coalesce(r.room_id, p.room_id)
    join site s on s.id = o.site_id
    where e.owner_id <> s.organisation_id
      and not exists (select from agreement a where a.host_id = s.organisation_id and a.guest_id = e.owner_id
                                                and a.during @> daterange(p.from_day, p.until_day))
    union all
    select p.placement_id, row('N1', coalesce(guard.rack_name(p.rack_id), guard.room_name(p.room_id)) || ' '
                                     || guard.port_name(k.speed_mbps, k.medium, k.out_of_band), null, sum(k.count), null, null,
                               'pieces', '', '', p.from_day)::guard.violation
    from guard.check_stands() p
    left join rack r on r.id = p.rack_id
    join equipment e on e.id = p.equipment_id
    cross join lateral (select f.count, f.speed_mbps, coalesce(f.medium, '') as medium, coalesce(f.out_of_band, false) as out_of_band
                        from jsonb_to_recordset(e.ports) f (count int, speed_mbps int, medium text, out_of_band boolean)) k
    where k.count > 0
      and exists (select from setting s where s.key = 'network_ports_refuse' and s.organisation_id is null and s.value = '1')
      and not exists (select from network_ports n
                      where (n.rack_id = r.id or n.row_id = r.row_id or n.room_id = p.room_id) and n.speed_mbps = k.speed_mbps
                        and n.medium = k.medium and n.out_of_band = k.out_of_band)
    group by p.placement_id, p.rack_id, p.room_id, p.from_day, k.speed_mbps, k.medium, k.out_of_band;
end
$$;

-- Where the derived tables do not say what they should: used is what was counted here, capacity what stands there.
create function guard.check_ledger() returns setof guard.violation
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
    set work_mem = '128MB' set jit = off
as $$
begin
    return query
    with counted as materialized (
        select * from guard.recount(put_away => false)
    ), stored as (
        -- The normal load stands in the row of any source.
        select c.placement_id, c.node_id, n.source_id, sum(n.main)::bigint as main, sum(n.l1)::bigint as l1,
               sum(n.l2)::bigint as l2, sum(n.l3)::bigint as l3, c.during
        from charge c
        cross join lateral (values (0, c.normal_main, c.normal_l1, c.normal_l2, c.normal_l3),
                                   (c.source_id, c.extra_main, c.extra_l1, c.extra_l2, c.extra_l3))
                           n (source_id, main, l1, l2, l3)
        group by c.placement_id, c.node_id, n.source_id, c.during
        having (sum(n.main), sum(n.l1), sum(n.l2), sum(n.l3)) <> (0, 0, 0, 0)
    ), charge_gap as (
        select coalesce(a.node_id, c.node_id) as node_id, 'charge' as what, coalesce(a.from_day, lower(c.during)) as day,
               a.main as counted, c.main as stored
        from counted a
        full join stored c on c.placement_id = a.placement_id and c.node_id = a.node_id and c.source_id = a.source_id
                          and lower(c.during) = a.from_day
        where (a.main, a.l1, a.l2, a.l3, a.from_day, a.until_day)
              is distinct from (c.main, c.l1, c.l2, c.l3, lower(c.during), upper(c.during))
    ), step as materialized (
        select a.node_id, a.source_id, d.day, sum(d.sign * a.main) as main, sum(d.sign * a.l1) as l1,
               sum(d.sign * a.l2) as l2, sum(d.sign * a.l3) as l3
        from counted a cross join lateral (values (a.from_day, 1), (a.until_day, -1)) d (day, sign)
        where d.day is not null
        group by a.node_id, a.source_id, d.day
    ), ledger_step as (
        select l.node_id, n.source_id, l.day, sum(n.main) as main, sum(n.l1) as l1, sum(n.l2) as l2, sum(n.l3) as l3
        from ledger l
        cross join lateral (values (0, l.normal_main, l.normal_l1, l.normal_l2, l.normal_l3),
                                   (l.source_id, l.extra_main, l.extra_l1, l.extra_l2, l.extra_l3))
                           n (source_id, main, l1, l2, l3)
        group by l.node_id, n.source_id, l.day
    ), ledger_gap as (
        select coalesce(s.node_id, l.node_id) as node_id, 'ledger' as what, coalesce(s.day, l.day) as day, s.main as counted,
               l.main as stored
        from step s full join ledger_step l on l.node_id = s.node_id and l.source_id = s.source_id and l.day = s.day
        where (coalesce(s.main, 0), coalesce(s.l1, 0), coalesce(s.l2, 0), coalesce(s.l3, 0))
              is distinct from (coalesce(l.main, 0), coalesce(l.l1, 0), coalesce(l.l2, 0), coalesce(l.l3, 0))
    ), bound as materialized (
        select p.*, max(p.since) over w as all_since, sum(p.normal_main) over w as main, sum(p.normal_l1) over w as l1,
               sum(p.normal_l2) over w as l2, sum(p.normal_l3) over w as l3
        from ledger_peak p window w as (partition by p.node_id)
    ), source as (
        select node_id, 0 as source_id from step union select node_id, source_id from step
    ), level as (
        select c.node_id, c.source_id, s.day, sum(s.main) over w as main, sum(s.l1) over w as l1, sum(s.l2) over w as l2,
               sum(s.l3) over w as l3
        from source c
        join step s on s.node_id = c.node_id and (s.source_id = 0 or s.source_id = c.source_id)
        window w as (partition by c.node_id, c.source_id order by s.day)
    ), peak_gap as (
        -- A bound that is below what is carried from its day on. (A bound of any row tells the sum of its node.)
        select v.node_id, 'peak' as what, min(v.day) as day, max(v.main) as counted, min(b.main + b.extra) as stored
        from level v
        left join (select b.node_id, 0 as source_id, b.all_since, b.main, b.l1, b.l2, b.l3, 0 as extra, 0 as extra_l1,
                          0 as extra_l2, 0 as extra_l3
                   from bound b
                   union
                   select b.node_id, b.source_id, b.all_since, b.main, b.l1, b.l2, b.l3, b.total_main - b.normal_main,
                          b.total_l1 - b.normal_l1, b.total_l2 - b.normal_l2, b.total_l3 - b.normal_l3
                   from bound b where b.source_id > 0) b
               on b.node_id = v.node_id and b.source_id = v.source_id
        where v.day >= b.all_since and (v.main > b.main + b.extra or v.l1 > b.l1 + b.extra_l1
                                        or v.l2 > b.l2 + b.extra_l2 or v.l3 > b.l3 + b.extra_l3)
           or b.node_id is null
        group by v.node_id, v.source_id
        union all
        -- The level that it starts from.
        select b.node_id, 'peak', b.since, sum(l.normal_main), b.level_main
        from bound b
        left join ledger l on l.node_id = b.node_id and l.source_id = b.source_id and l.day < b.since
        group by b.node_id, b.source_id, b.since, b.level_main, b.level_l1, b.level_l2, b.level_l3, b.extra_main,
                 b.extra_l1, b.extra_l2, b.extra_l3
        having (coalesce(sum(l.normal_main), 0), coalesce(sum(l.normal_l1), 0), coalesce(sum(l.normal_l2), 0),
                coalesce(sum(l.normal_l3), 0), coalesce(sum(l.extra_main), 0), coalesce(sum(l.extra_l1), 0),
                coalesce(sum(l.extra_l2), 0), coalesce(sum(l.extra_l3), 0))
               <> (b.level_main, b.level_l1, b.level_l2, b.level_l3, b.extra_main, b.extra_l1, b.extra_l2, b.extra_l3)
    ), limit_gap as (
        -- The least limit that a bound is held against is not above one that holds from its day on.
        select b.node_id, 'limit' as what, b.since as day, min(l.normal_main)::numeric as counted,
               min(b.may_main)::numeric as stored
        from bound b
        join (select i.*, lead(i.from_date, 1, 'infinity') over (partition by i.node_id order by i.from_date) as until_date
              from node_limit i) l on l.node_id = b.node_id and l.until_date > b.since
        where coalesce(b.may_main > l.normal_main, b.may_main is null and l.normal_main is not null)
           or coalesce(b.may_line > l.normal_line, b.may_line is null and l.normal_line is not null)
           or coalesce(b.may_failover_main > l.failover_main,
                       b.may_failover_main is null and l.failover_main is not null)
           or coalesce(b.may_failover_line > l.failover_line,
                       b.may_failover_line is null and l.failover_line is not null)
        group by b.node_id, b.since
        union all
        select b.node_id, 'limit', b.since, null, b.may_main
        from bound b join node n on n.id = b.node_id
        where b.may_main is distinct from -1
          and (not n.during @> daterange(b.since, null)
               or not exists (select from node_limit l where l.node_id = b.node_id and l.from_date <= b.since))
    )
    select 'LEDGER', coalesce(guard.node_name(g.node_id), '') || ' (' || g.what || ')', g.node_id, null::bigint,
           g.counted::bigint, g.stored::bigint, guard.node_unit(g.node_id), '', '', g.day
    from (select * from charge_gap union all select * from ledger_gap union all select * from peak_gap
          union all select * from limit_gap) g;
end
$$;

-- The override in force that sets the rule aside for this booking or node, for what begins on that day.
create function guard.set_aside_by(placement int, node int, broken text, day date) returns int
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return coalesce(
        (select min(o.override_id) from overridden o where o.rule = broken and o.until_date > day and o.placement_id = placement),
        (select min(o.id) from override_in_force o where o.rule = broken and o.until_date > day and o.node_id = node));
end
$$;

-- Every violation that stands, and of which booking; null: of none. covered: somebody set the rule aside with a reason, or it
-- is on record as a finding; what an override has let in only as long as one is in force. override: that one.
create function guard.check_each()
    returns table (placement int, rule text, "where" text, node int, requested bigint, used bigint, capacity bigint, unit text,
                   quantity text, failing text, date date, covered boolean, override int)
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return query
    with violation as materialized (
        select v.placement_id, (v.found).*
        from (select null::int as placement_id, s as found from guard.check_sums() s
              union all
              select p.placement_id, p.found from guard.check_places() p
              union all
              select p.placement_id, p.found from guard.check_slots() p
              union all
              select p.placement_id, p.found from guard.check_fits() p
              union all
              select p.placement_id, p.found from guard.check_floor() p
              union all
              select null, l from guard.check_ledger() l) v
    )
    select v.placement_id, v.rule, v.place, v.node_id, v.requested, v.used, v.capacity, v.unit, v.quantity, v.failing, v.date,
           v.rule <> 'LEDGER' and (o.direct is not null or coalesce(f.all_held, false)), coalesce(o.direct, f.held_by)
    from violation v
    cross join lateral (select guard.set_aside_by(v.placement_id, v.node_id, v.rule, v.date) as direct) o
    left join lateral (
        -- Findings of this violation; one that an override made holds while one is in force.
        select bool_and(g.override_id is null or h.by is not null) as all_held, min(h.by) as held_by
        from finding g
        cross join lateral (select case when g.override_id is not null
                                        then guard.set_aside_by(g.placement_id, g.node_id, g.rule, v.date) end as by) h
        where g.rule = v.rule and g.resolved_on is null
          and (g.node_id = v.node_id or g.placement_id = v.placement_id
               or g.node_id is null and g.placement_id is null and g.text = v.place)) f on true
    order by v.date, v.rule, v.place, v.failing, v.quantity;
end
$$;

create function guard.check()
    returns table (rule text, "where" text, node int, requested bigint, used bigint, capacity bigint, unit text,
                   quantity text, failing text, date date, covered boolean, override int)
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return query
    select c.rule, c."where", c.node, c.requested, c.used, c.capacity, c.unit, c.quantity, c.failing, c.date, c.covered, c.override
    from guard.check_each() c;
end
$$;

-- For people: what happens in the data centres in which they hold an office.
create function api.check()
    returns table (rule text, "where" text, node int, requested bigint, used bigint, capacity bigint, unit text,
                   quantity text, failing text, date date, covered boolean, override int)
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return query
    select c.*
    from guard.check() c
    where guard.is_tool()
       or exists (select from site s
                  where s.id = any (guard.host_sites())
                    and s.code in (split_part(c."where", '/', 1), split_part(c."where", ' ', 1)));
end
$$;

-- How much of the record api.check() looks at for the asker: all of it, or what happens in these data centres.
create function api.check_covers() returns table (everything boolean, sites text[])
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return query
    select guard.is_tool(),
           array(select s.code from site s where guard.is_tool() or s.id = any (guard.host_sites()) order by s.code);
end
$$;
