-- Rules that warn and do not refuse. An intention that places or changes a booking looks at them when the booking stands,
-- and what they say is on record as findings of kind 'warning' until the next look finds it otherwise. The placement's own
-- triggers know nothing of it.

-- As guard.violation, of one booking, with a sentence. used null: nothing is added up.
create type guard.warning as (
    placement_id int,
    rule text,
    place text,
    node_id int,
    requested bigint,
    used bigint,
    capacity bigint,
    unit text,
    quantity text,
    date date,
    words text
);

-- A booking as the rules that warn see it, from its first day that is not past. rack_id: of what is in a chassis, where that
-- stands.
create type guard.warned as (
    placement_id int,
    equipment_id int,
    request_id int,
    rack_id int,
    row_id int,
    room_id int,
    place text,
    during daterange,
    first_day date,
    rack_hu int,
    position_hu int,
    height_hu int,
    weight_g bigint,
    kind text,
    drift_mk_per_h int,
    budgeted_w int,
    nameplate_w int,
    measured_w int,
    measured_on date,
    ports jsonb,
    cords int,
    plugged int,            -- cords that are plugged in; without its own it draws through the chassis's
    inherited boolean,
    wish_redundant boolean,
    blanked boolean,        -- air must not go back through open units there
    delivered boolean,      -- S9 asks it
    against boolean         -- it blows against the rack, in a duct
);

-- What bookings say by themselves and beside their neighbours. The past is past: days from today on. One by one: most rules
-- have nothing to ask of most bookings, and what is not asked costs nothing.
create function guard.warnings_of_place(ids int[]) returns setof guard.warning
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    today date := guard.today();
    y record;
    t guard.warned;
    looked_at int[] := '{}';
begin
    select * into y from guard.policy;
    for t in
        select p.id, p.equipment_id, q.id, r.id, r.row_id, coalesce(r.room_id, p.room_id),
               coalesce(guard.rack_name(r.id), guard.room_name(coalesce(r.room_id, p.room_id)), ''), p.during,
               greatest(lower(p.during), today), 2 * r.height_u, p.position_hu,
               case when num_nonnulls(p.zero_u_slot, p.bay_id) = 0 then e.height_hu else greatest(e.height_hu, 1) end,
               e.weight_g, e.kind, e.drift_mk_per_h, e.budgeted_w, e.nameplate_w, e.measured_w, e.measured_on, e.ports, e.cords,
               coalesce(nullif(cardinality(p.outlet_ids) + cardinality(p.node_ids), 0),
                        cardinality(c.outlet_ids) + cardinality(c.node_ids), 0),
               p.inherited, q.wish_redundant,
               r.cooling in ('containment', 'in-row', 'rear-door') and r.airflow in ('front-to-rear', 'rear-to-front'),
               r.id is null or num_nonnulls(m.crate_width_mm, m.crate_depth_mm, m.crate_height_mm, m.crate_weight_g) > 0,
               e.ducted and e.airflow in ('front-to-rear', 'rear-to-front') and r.airflow in ('front-to-rear', 'rear-to-front')
               and (e.airflow = r.airflow) = (coalesce(c.face, p.face) = 'rear')
        from placement p
        join equipment e on e.id = p.equipment_id
        left join model m on m.id = e.model_id
        left join placement c on c.equipment_id = p.chassis_id and c.rack_id is not null and c.state <> 'released'
                             and c.during @> greatest(lower(p.during), today)
        left join rack r on r.id = coalesce(p.rack_id, c.rack_id)
        left join request_item i on i.id = e.request_item_id
        left join request q on q.id = i.request_id
        where p.id = any (ids) and p.state in ('held', 'delivered', 'installed', 'decommissioning')
          and coalesce(upper(p.during) > today, true)
        order by p.id
    loop
        -- S5: heavy, its middle in the upper half of the rack, and something lighter below it.
        if t.weight_g > y.heavy_device_g and 2 * t.position_hu + t.height_hu > t.rack_hu then
            return query
            select t.placement_id, 'S5', t.place, null::int, t.weight_g, null::bigint, y.heavy_device_g::bigint, 'g', '', l.day,
                   format('%s kg in the upper half of the rack, and something lighter below', round(t.weight_g / 1000.0, 1))
            from (select min(greatest(lower(o.during), t.first_day)) as day
                  from placement o join equipment below on below.id = o.equipment_id
                  where o.rack_id = t.rack_id and o.position_hu < t.position_hu and below.weight_g < t.weight_g
                    and o.state not in ('ended', 'released') and o.during && t.during
                    and coalesce(upper(o.during) > today, true)) l
            where l.day is not null;
        end if;
        -- C4, where it only warns.
        if t.against then
            return next row(t.placement_id, 'C4', t.place, null, 1, null, 0, 'pieces', '', t.first_day,
                            'it blows against the rack, through a duct')::guard.warning;
        end if;
        -- C6: open half units of the front between the lowest and the highest thing in a rack; of each rack the first booking.
        if t.blanked and t.position_hu is not null and not t.rack_id = any (looked_at) then
            return query
            select t.placement_id, 'C6', t.place, null::int, g.open_hu, null::bigint, 0::bigint, 'hu', '', t.first_day,
                   format('%sU are open between devices: blanking panels', trim_scale(g.open_hu / 2.0))
            from (select int4multirange(int4range(min(lower(b.hu)), max(upper(b.hu)))) - range_agg(b.hu) as open
                  from box b
                  where b.rack_id = t.rack_id and lower(b.depth) = 0 and b.during @> t.first_day) f
            cross join lateral (
                select sum(upper(o) - lower(o)) as open_hu,
                       bool_or(o -|- int4range(t.position_hu, t.position_hu + t.height_hu)) as beside
                from unnest(f.open) o) g
            where g.beside;
            if found then
                looked_at := looked_at || t.rack_id;
            end if;
        end if;
        -- C8: of what stands on the floor S8 asks it.
        if t.kind <> 'floor' and t.drift_mk_per_h is not null then
            return query
            select t.placement_id, 'C8', t.place, null::int, v.drift_mk_per_h::bigint, null::bigint, t.drift_mk_per_h::bigint,
                   'mK/h', '', greatest(lower(v.during), t.first_day),
                   format('the air drifts %s K an hour, it bears %s', trim_scale(v.drift_mk_per_h / 1000.0),
                          trim_scale(t.drift_mk_per_h / 1000.0))
            from room_environment v
            where v.room_id = t.room_id and v.during && t.during and coalesce(upper(v.during) > today, true)
              and case when v.drift_mk_per_h > t.drift_mk_per_h then guard.surrounds(v, t.rack_id, null) end;
        end if;
        if t.wish_redundant and coalesce(nullif(t.plugged, 0), t.cords) = 1 then
            return next row(t.placement_id, 'P8', t.place, null, 2, null, 1, 'pieces', '', t.first_day,
                            'one cord, where redundancy is asked')::guard.warning;
        end if;
        -- P10: what is planned with is neither a budget nor a recent measurement.
        if t.budgeted_w is null and t.nameplate_w * y.nameplate_budget_permille > 0 then
            return next row(t.placement_id, 'P10', t.place, null, t.nameplate_w * y.nameplate_budget_permille, null, null, 'mW',
                            'nameplate', t.first_day, 'its draw is taken from the nameplate')::guard.warning;
        elsif t.budgeted_w is null and t.nameplate_w is null and (t.plugged > 0 or t.inherited and t.cords > 0)
              and t.height_hu * y.watts_per_u > 0 then
            return next row(t.placement_id, 'P10', t.place, null, t.height_hu * y.watts_per_u * 500, null, null, 'mW',
                            'estimate', t.first_day, 'nobody has said what it draws: an estimate counts')::guard.warning;
        end if;
        if t.measured_w is not null and today - t.measured_on > y.measurement_days then
            return next row(t.placement_id, 'P10', t.place, null, today - t.measured_on, null, y.measurement_days, 'days',
                            'measured', t.first_day, format('its draw was measured on %s', t.measured_on))::guard.warning;
        end if;
        return query
        select t.placement_id, 'G5', t.place, null::int, 2::bigint, null::bigint, c.number, 'pieces', '', t.first_day,
               case c.number when 0 then 'no contact' else 'one contact' end || ', two are wanted'
        from (select count(*) as number
              from person n
              where n.left_on is null
                and n.id in (select e.person_id from equipment_contact e where e.equipment_id = t.equipment_id
                             union select r.person_id from request_contact r where r.request_id = t.request_id)) c
        where c.number < 2;
        -- N1, where it only warns: ports of which nobody knows.
        if t.ports <> '[]' and not y.network_ports_refuse then
            return query
            select t.placement_id, 'N1', t.place, null::int, k.ports, null::bigint, null::bigint, 'pieces', n.name, t.first_day,
                   format('%s ports of %s are wanted, of which nobody knows', k.ports, n.name)
            from guard.ports_of(t.ports) k
            cross join lateral (select guard.port_name(k.speed_mbps, k.medium, k.out_of_band) as name) n
            where not exists (select from network_ports x
                              where (x.rack_id = t.rack_id or x.row_id = t.row_id
                                     or x.room_id = case when t.rack_id is null then t.room_id end)
                                and (x.speed_mbps, x.medium, x.out_of_band) = (k.speed_mbps, k.medium, k.out_of_band));
        end if;
        -- S9, where it only warns.
        if t.delivered then
            return query
            select t.placement_id, d.rule, d.place, null::int, d.requested, null::bigint, d.capacity, d.unit, d.quantity,
                   t.first_day,
                   case d.quantity when 'route' then 'no way into the room is known'
                                   when 'size' then 'nobody knows how big and heavy it is as it is delivered'
                                   else format('no way into the room lets its crate through; this is on %s', d.other) end
            from guard.delivery_doubts(array[t.placement_id]) d;
        end if;
    end loop;
end
$$;

-- What a booking puts on a node from today on, where a rule warns, and whether it may come near what that allows.
create type guard.own_load as (
    placement_id int,
    node_id int,
    phased boolean,     -- P9 asks it
    first_day date,
    until_day date,
    main bigint,
    l1 bigint,
    l2 bigint,
    l3 bigint,
    warning text,       -- the rule that the bounds do not clear; null: they do
    least_main bigint,  -- what may be is never less, so levels up to it need no look
    least_line bigint
);

-- The first look, at the bounds, which clear most nodes.
create function guard.own_loads(ids int[]) returns guard.own_load[]
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    today date := guard.today();
begin
    return array(
        select row(c.placement_id, c.node_id, c.phased, c.first_day, c.until_day, c.main, c.l1, c.l2, c.l3,
                   case when case c.warning
                                 when 'N1' then b.main > (select min(l.rating_main) from node_limit l where l.node_id = c.node_id)
                                 when 'C3' then a.supply is null and c.kind = 'cooling_zone' and a.known
                                                or b.main * 2985 > a.supply * y.air_delta_t_k * 1000000
                                 else c.first_day < b.since or b.main * 1000 > b.may_main * x.permille
                                      or greatest(b.l1, b.l2, b.l3) * 1000 > b.may_line * x.permille end
                        then c.warning end,
                   case c.warning when 'N1' then 0
                                  when 'C3' then coalesce(a.supply, 0) * y.air_delta_t_k * 1000000 / 2985
                                  else b.may_main * x.permille / 1000 end,
                   case when c.warning in ('P5', 'G4') then b.may_line * x.permille / 1000 end)::guard.own_load
        from (select c.placement_id, c.node_id, n.kind, n.rack_id,
                     case when n.kind = 'ports' then 'N1' when n.kind in ('rack_heat', 'cooling_zone') then 'C3'
                          when k.rule in ('P5', 'G4') then k.rule end as warning,
                     -- A feed for one rack is its rack PDU over again.
                     n.phases = '123' and (n.kind = 'rack_pdu' or n.kind = 'feed' and n.rack_id is null) as phased,
                     greatest(lower(c.during), today) as first_day,
                     upper(c.during) as until_day, guard.total(c.normal_main) as main, guard.total(c.normal_l1) as l1,
                     guard.total(c.normal_l2) as l2, guard.total(c.normal_l3) as l3
              from placement p
              join charge c on c.placement_id = p.id
              join node n on n.id = c.node_id
              join node_kind k on k.code = n.kind
              where p.id = any (ids) and p.state in ('held', 'delivered', 'installed', 'decommissioning')
                and (k.rule in ('P5', 'G4') or n.kind in ('ports', 'rack_pdu', 'rack_heat', 'cooling_zone'))
                and coalesce(upper(c.during) > today, true)
              group by c.placement_id, c.node_id, n.id, k.rule, c.during) c
        cross join guard.policy y
        cross join lateral (
            select max(b.since) as since, guard.total(b.normal_main) as main, guard.total(b.normal_l1) as l1,
                   guard.total(b.normal_l2) as l2, guard.total(b.normal_l3) as l3, min(b.may_main) as may_main,
                   min(b.may_line) as may_line
            from ledger_peak b where b.node_id = c.node_id) b
        cross join lateral (
            select case c.warning when 'G4' then y.agreement_warn_permille else y.power_warn_permille end as permille) x
        left join lateral (
            -- Of a zone that of the units that are there all the time.
            select r.airflow_supply_m3_h::bigint as supply, true as known
            from rack r where c.kind = 'rack_heat' and r.id = c.rack_id
            union all
            select sum(u.airflow_m3_h) filter (where u.during @> daterange(c.first_day, c.until_day)),
                   count(u.airflow_m3_h) > 0
            from cooling_unit u where c.kind = 'cooling_zone' and u.zone_id = c.node_id) a on c.warning = 'C3');
end
$$;

-- Sums that come near their limit (P5, G4), or over one that only warns (C3, N1), and phases that are not level (P9). Two
-- looks, as the guard does: at the bounds, which clear most nodes, and by day at what is left.
create function guard.warnings_of_sums(ids int[]) returns setof guard.warning
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    loads guard.own_load[] := guard.own_loads(ids);
    suspects guard.own_load[] := array(select l from unnest(loads) l where l.warning is not null);
    slanting guard.own_load[] := array(select l from unnest(loads) l where l.phased and (l.l1 <> l.l2 or l.l2 <> l.l3));
begin
    if suspects <> '{}' then
        return query select * from guard.warnings_by_day(suspects);
    end if;
    if slanting <> '{}' then
        return query select * from guard.warnings_of_phases(slanting);
    end if;
end
$$;

-- P5: of the node's normal limit power_warn_permille; G4: of the quota agreement_warn_permille; N1: the ports (rating_main,
-- where they do not limit); C3: what heat the air supply of the rack, or of all units of its zone that are there, carries
-- away: m3/h = 2985 x kW / K. What is too much on the first day, as nearly all of it is, is not looked for on later ones.
create function guard.warnings_by_day(suspects guard.own_load[]) returns setof guard.warning
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    y record;
begin
    select * into y from guard.policy;
    return query
    with suspect as materialized (
        -- With what stands there on the first day, and bounds of what ever will.
        select s.*, o.*
        from unnest(suspects) with ordinality s (placement_id, node_id, phased, first_day, until_day, main, l1, l2, l3, warning,
                                                 least_main, least_line, n)
        cross join lateral (
            select max(b.since) as since, guard.total(b.level_main + g.main) as day_main, guard.total(b.level_l1 + g.l1) as day_l1,
                   guard.total(b.level_l2 + g.l2) as day_l2, guard.total(b.level_l3 + g.l3) as day_l3,
                   guard.total(b.normal_main) as most_main, guard.total(b.normal_l1) as most_l1,
                   guard.total(b.normal_l2) as most_l2, guard.total(b.normal_l3) as most_l3
            from ledger_peak b
            cross join lateral (
                select guard.total(l.normal_main) as main, guard.total(l.normal_l1) as l1, guard.total(l.normal_l2) as l2,
                       guard.total(l.normal_l3) as l3
                from ledger l
                where l.node_id = b.node_id and l.source_id = b.source_id and l.day between b.since and s.first_day) g
            where b.node_id = s.node_id) o
    ), allowed as materialized (
        -- From which day until which.
        select s.n, a.from_day, a.until_day, a.main, a.line, a.main * x.permille / 1000 as may_main,
               a.line * x.permille / 1000 as may_line, a.supply
        from suspect s
        cross join lateral (
            select case s.warning when 'P5' then y.power_warn_permille when 'G4' then y.agreement_warn_permille
                                  else 1000 end as permille) x
        cross join lateral (
            select i.from_date as from_day, lead(i.from_date) over (order by i.from_date) as until_day,
                   case when s.warning <> 'N1' then i.normal_main when i.normal_main is null then i.rating_main end as main,
                   i.normal_line as line, null::bigint as supply
            from node_limit i where s.warning in ('P5', 'G4', 'N1') and i.node_id = s.node_id
            union all
            select c.from_day, c.until_day, c.supply * y.air_delta_t_k * 1000000 / 2985, null, c.supply
            from (select '-infinity'::date as from_day, null::date as until_day, r.airflow_supply_m3_h::bigint as supply
                  from node n join rack r on r.id = n.rack_id where n.id = s.node_id
                  union all
                  select d.day, lead(d.day) over (order by d.day),
                         (select case when bool_and(u.airflow_m3_h is not null) then sum(u.airflow_m3_h) end
                          from cooling_unit u where u.zone_id = s.node_id and u.during @> d.day)
                  from (select distinct x.day
                        from cooling_unit u
                        cross join lateral (values (s.first_day), (lower(u.during)), (upper(u.during))) x (day)
                        where u.zone_id = s.node_id and x.day >= s.first_day) d) c
            where s.warning = 'C3') a
    ), at_once as materialized (
        select s.n, q.*, s.first_day as day, a.supply
        from suspect s
        join allowed a on a.n = s.n and a.from_day <= s.first_day and coalesce(s.first_day < a.until_day, true)
        cross join lateral (values ('', s.main, s.day_main, a.may_main, a.main), ('L1', s.l1, s.day_l1, a.may_line, a.line),
                                   ('L2', s.l2, s.day_l2, a.may_line, a.line), ('L3', s.l3, s.day_l3, a.may_line, a.line)
        ) q (quantity, own, level, may, whole)
        where q.own > 0 and q.level > q.may
    ), later as (
        select distinct on (s.n, q.quantity) s.n, q.*, v.day, a.supply
        from suspect s
        cross join lateral (
            select p.day, guard.total(p.main) over w as main, guard.total(p.l1) over w as l1, guard.total(p.l2) over w as l2,
                   guard.total(p.l3) over w as l3
            from (select s.first_day as day, s.day_main as main, s.day_l1 as l1, s.day_l2 as l2, s.day_l3 as l3
                  union all
                  select l.day, l.normal_main, l.normal_l1, l.normal_l2, l.normal_l3
                  from ledger_peak b
                  join ledger l on l.node_id = b.node_id and l.source_id = b.source_id
                               and l.day > greatest(s.first_day, b.since - 1)
                               and l.day < coalesce(s.until_day, 'infinity')
                  where b.node_id = s.node_id
                  union all
                  select a.from_day, 0, 0, 0, 0 from allowed a
                  where a.n = s.n and a.from_day > s.first_day and coalesce(a.from_day < s.until_day, true)) p
            window w as (order by p.day)) v
        join allowed a on a.n = s.n and a.from_day <= v.day and coalesce(v.day < a.until_day, true)
        cross join lateral (values ('', s.main, v.main, a.may_main, a.main), ('L1', s.l1, v.l1, a.may_line, a.line),
                                   ('L2', s.l2, v.l2, a.may_line, a.line), ('L3', s.l3, v.l3, a.may_line, a.line)
        ) q (quantity, own, level, may, whole)
        where exists (select from (values ('', s.main, s.most_main, s.least_main), ('L1', s.l1, s.most_l1, s.least_line),
                                          ('L2', s.l2, s.most_l2, s.least_line), ('L3', s.l3, s.most_l3, s.least_line)
                                  ) b (quantity, own, most, least)
                      where b.own > 0 and (b.most > b.least or s.first_day < s.since)
                        and (s.n, b.quantity) not in (select f.n, f.quantity from at_once f))
          and (v.main > s.least_main or greatest(v.l1, v.l2, v.l3) > s.least_line)
          and q.own > 0 and q.level > q.may
        order by s.n, q.quantity, v.day
    ), named as materialized (
        select d.node_id, k.dimension, guard.node_name(d.node_id) as place, guard.node_unit(d.node_id) as unit
        from (select distinct s.node_id from suspect s
              where s.n in (select f.n from at_once f) or s.n in (select f.n from later f)) d
        join node n on n.id = d.node_id
        join node_kind k on k.code = n.kind
    )
    select s.placement_id, s.warning, m.place, case when m.dimension <> 'heat' then s.node_id end,
           case s.warning when 'C3' then c.own else o.own end,
           case s.warning when 'C3' then c.level - c.own else o.level - o.own end,
           case s.warning when 'C3' then o.supply else o.may end,
           case when s.warning = 'C3' then 'm3/h' when o.quantity <> '' then 'mVA' else m.unit end,
           o.quantity, o.day,
           case s.warning
               when 'N1' then format('%s wanted, %s of %s free', o.own, greatest(o.may - o.level + o.own, 0), o.may)
               when 'C3' then format('%s m³/h of air are wanted, %s are given', c.level, o.supply)
               else format('%s%s %% of the %s', coalesce(nullif(o.quantity, '') || ' ', ''),
                           trim_scale(ceil(o.level * 1000.0 / o.whole) / 10),
                           case s.warning when 'G4' then 'quota' else 'limit' end) end
    from (select f.* from at_once f
          union all
          select l.* from later l where (l.n, l.quantity) not in (select f.n, f.quantity from at_once f)) o
    join suspect s on s.n = o.n
    join named m on m.node_id = s.node_id
    cross join lateral (select ceil(o.own * 2985.0 / (y.air_delta_t_k * 1000000))::bigint as own,
                               ceil(o.level * 2985.0 / (y.air_delta_t_k * 1000000))::bigint as level) c
    order by s.placement_id, s.warning, s.node_id, o.quantity;
end
$$;

-- P9: on the first day the fullest or emptiest phase against the mean of the three, on rack PDUs and feeds that carry three
-- phases and on which the booking itself is not level; of its nodes the worst. Later days are left out: phases get uneven
-- as others leave, which no booking can help.
create function guard.warnings_of_phases(loads guard.own_load[]) returns setof guard.warning
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    permille int := (select phase_imbalance_permille from guard.policy);
    seen record;
    one guard.own_load;
    worst guard.own_load;
    levels bigint[];        -- of the three phases, on the first day
    worst_levels bigint[];
    total bigint;
    off bigint;             -- three times what the phase differs from the mean by
    worst_total bigint;
    worst_off bigint;
begin
    for seen in
        select l as load, array[b.l1, b.l2, b.l3] as levels
        from unnest(loads) l
        cross join lateral (
            select guard.total(p.level_l1 + s.l1) as l1, guard.total(p.level_l2 + s.l2) as l2, guard.total(p.level_l3 + s.l3) as l3
            from ledger_peak p
            cross join lateral (
                select guard.total(g.normal_l1) as l1, guard.total(g.normal_l2) as l2, guard.total(g.normal_l3) as l3
                from ledger g
                where g.node_id = p.node_id and g.source_id = p.source_id and g.day between p.since and l.first_day) s
            where p.node_id = l.node_id) b
        order by l.placement_id, l.node_id
    loop
        one := seen.load;
        levels := seen.levels;
        if worst.placement_id <> one.placement_id then
            return next guard.slant(worst, worst_levels, permille);
            worst := null;
        end if;
        total := levels[1] + levels[2] + levels[3];
        off := greatest(abs(3 * levels[1] - total), abs(3 * levels[2] - total), abs(3 * levels[3] - total));
        if off * 1000 > total * permille
           and (worst.placement_id is null or off * 1000 / greatest(total, 1) > worst_off * 1000 / greatest(worst_total, 1)) then
            worst := one;
            worst_levels := levels;
            worst_total := total;
            worst_off := off;
        end if;
    end loop;
    if worst.placement_id is not null then
        return next guard.slant(worst, worst_levels, permille);
    end if;
end
$$;

-- The warning of phases at these levels on a node, of which this is a booking's own load: of single-phase cords also where the
-- others leave most.
create function guard.slant(load guard.own_load, levels bigint[], permille int) returns guard.warning
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    own bigint[] := array[load.l1, load.l2, load.l3];
    total bigint := levels[1] + levels[2] + levels[3];
    off bigint := greatest(abs(3 * levels[1] - total), abs(3 * levels[2] - total), abs(3 * levels[3] - total));
    phase int := 1;
    best int := 1;
begin
    while abs(3 * levels[phase] - total) <> off loop
        phase := phase + 1;
    end loop;
    for other in 2 .. 3 loop
        if levels[other] - own[other] < levels[best] - own[best]
           or levels[other] - own[other] = levels[best] - own[best] and own[other] > own[best] then
            best := other;
        end if;
    end loop;
    return row(load.placement_id, 'P9', guard.node_name(load.node_id), load.node_id, (off + 2) / 3, null,
               total * permille / 3000, 'mVA', 'L' || phase, load.first_day,
               format('L%s is %s %% %s the mean of the phases; %s', phase, trim_scale(ceil(off * 1000.0 / total) / 10),
                      case when 3 * levels[phase] > total then 'above' else 'below' end,
                      case when own[best] > 0 then 'it is on the best already' else 'best on L' || best end))::guard.warning;
end
$$;

-- Looks at these bookings and writes down what there is to warn of; what is no longer so is taken back. A booking that is
-- over warns of nothing. A rack's open units are said once.
create function guard.note_warnings(ids int[]) returns void
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
    set plan_cache_mode = force_generic_plan
    set enable_seqscan = off
    set enable_hashjoin = off
    set enable_mergejoin = off
as $$
declare
    current guard.warning[] := array(select w from guard.warnings_of_place(ids) w)
                               || array(select w from guard.warnings_of_sums(ids) w);
    racks int[] := array(select p.rack_id from placement p where p.id = any (ids));
    stands bigint[] := '{}';
    over bigint[];
begin
    if exists (select from finding f
               where f.placement_id = any (ids) and f.kind = 'warning' and f.resolved_on is null)
       or exists (select from finding f
                  where f.rack_id = any (racks) and f.rule = 'C6' and f.resolved_on is null) then
        stands := array(
            select f.id
            from finding f join unnest(current) w
                 on w.placement_id = f.placement_id and w.rule = f.rule
                    and (w.place, w.quantity, w.requested, w.used, w.capacity, w.date)
                        is not distinct from (f.place, f.quantity, f.requested, f.used, f.capacity, lower(f.during))
            where f.placement_id = any (ids) and f.kind = 'warning' and f.resolved_on is null);
        over := array(
            select f.id from finding f
            where f.placement_id = any (ids) and f.kind = 'warning' and f.resolved_on is null
              and f.rule not in ('apart', 'together') and not f.id = any (stands)
            union
            select f.id from finding f
            where f.rack_id = any (racks) and f.rule = 'C6' and f.resolved_on is null
              and not f.id = any (stands));
        if over <> '{}' then
            update finding set resolved_on = guard.today() where id = any (over);
        end if;
    end if;
    if cardinality(stands) < cardinality(current) then
        insert into finding (rule, kind, placement_id, node_id, rack_id, site_id, requested, used, capacity, unit, quantity,
                             place, during, text, found_on)
        select w.rule, 'warning', w.placement_id, w.node_id, r.id, o.site_id, w.requested, w.used, w.capacity, w.unit,
               w.quantity, w.place, daterange(w.date, upper(p.during)), w.place || ': ' || w.words, (select guard.today())
        from unnest(current) w
        join placement p on p.id = w.placement_id
        left join placement c on c.equipment_id = p.chassis_id and c.rack_id is not null and c.state <> 'released'
                             and c.during @> w.date
        left join rack r on r.id = coalesce(p.rack_id, c.rack_id)
        left join room o on o.id = coalesce(r.room_id, p.room_id)
        where not exists (select from finding f
                          where f.id = any (stands) and f.placement_id = w.placement_id and f.rule = w.rule
                            and (w.place, w.quantity, w.requested, w.used, w.capacity, w.date)
                                is not distinct from (f.place, f.quantity, f.requested, f.used, f.capacity, lower(f.during)));
    end if;
end
$$;

-- What is on record of these bookings, for the answer of an intention.
create function guard.warnings(ids int[]) returns jsonb
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
    set plan_cache_mode = force_generic_plan
as $$
begin
    return (
        select coalesce(jsonb_agg(jsonb_build_object(
                   'rule', f.rule, 'placement', f.placement_id, 'where', f.place, 'requested', f.requested, 'used', f.used,
                   'capacity', f.capacity, 'unit', f.unit, 'quantity', f.quantity, 'date', lower(f.during), 'text', f.text)
                   order by f.rule, f.placement_id, f.id), '[]')
        from finding f
        where f.placement_id = any (ids) and f.kind = 'warning' and f.resolved_on is null);
end
$$;

-- Those of a request's bookings that have a place.
create function guard.standing_of(request int) returns int[]
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return array(select p.id
                 from request_item i
                 join equipment e on e.request_item_id = i.id
                 join placement p on p.equipment_id = e.id
                 where i.request_id = request and p.state in ('held', 'delivered', 'installed', 'decommissioning')
                 order by p.id);
end
$$;
