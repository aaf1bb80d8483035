-- A broken rule as data: what the caller gets in the DETAIL of PL001, what an import writes as a finding, what check
-- lists. Numbers in base units; capacity null: unknown, or there is no agreement.
create type guard.violation as (
    rule text,
    place text,                 -- a rack as SITE/ROOM/RACK, a node as its data centre and name; never another tenant
    node_id int,
    requested bigint,
    used bigint,
    capacity bigint,
    unit text,
    quantity text,              -- '' or L1, L2, L3
    failing text,               -- the single failure under which it happens; '': none
    date date                   -- the first day
);

create view guard.rack_label as
    select r.id as rack_id, s.code || '/' || o.code || '/' || r.code as label, s.id as site_id
    from polder.rack r
    join polder.room o on o.id = r.room_id
    join polder.site s on s.id = o.site_id;

create view guard.node_label as
    select n.id as node_id, n.kind, k.rule, k.failover_rule, k.dimension,
           case when k.dimension <> 'power' and n.rack_id is not null then r.label
                else concat_ws(' ', s.code, n.name) end as label,
           case k.dimension when 'power' then 'mW' when 'heat' then 'mW' when 'mass' then 'g'
                when 'quota' then case l.unit when 'U' then 'hu' when 'kW' then 'mW' when 'kg' then 'g' else l.unit end
                else 'pieces' end as unit
    from polder.node n
    join polder.node_kind k on k.code = n.kind
    left join polder.site s on s.id = n.site_id
    left join guard.rack_label r on r.rack_id = n.rack_id
    left join polder.agreement_line l on l.node_id = n.id;

create function guard.refuse(violations guard.violation[]) returns void
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    raise exception 'refused: %', (select string_agg(distinct v.rule || ' ' || v.place, ', ') from unnest(violations) v)
        using errcode = 'PL001',
              detail = json_build_object('violations', (
                  select json_agg(json_build_object(
                             'rule', v.rule, 'where', v.place, 'node', coalesce(v.node_id, 0), 'requested', v.requested,
                             'used', v.used, 'capacity', v.capacity, 'unit', v.unit, 'quantity', v.quantity,
                             'failing', v.failing, 'date', v.date)
                         order by v.date, v.rule, v.place, v.failing, v.quantity)
                  from unnest(violations) v));
end
$$;

-- Sums that exceed a limit, on days on which these steps make them larger. The steps are in the ledger already.
create function guard.over_limit(steps polder.ledger[]) returns setof guard.violation
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return query
    with delta as materialized (
        select * from unnest(steps)
    ), touched as materialized (
        select distinct d.node_id from delta d
    ), pair as materialized (
        -- Each node by itself, and with each single failure that its ledger knows.
        select t.node_id, 0 as source_id from touched t
        union
        select l.node_id, l.source_id from touched t join ledger l on l.node_id = t.node_id
    ), point as (
        select p.node_id, p.source_id, l.day,
               l.normal_main + l.extra_main as main, l.normal_l1 + l.extra_l1 as l1,
               l.normal_l2 + l.extra_l2 as l2, l.normal_l3 + l.extra_l3 as l3,
               0::bigint as more, 0::bigint as more_l1, 0::bigint as more_l2, 0::bigint as more_l3
        from pair p join ledger l on l.node_id = p.node_id and l.source_id in (0, p.source_id)
        union all
        select p.node_id, p.source_id, d.day, 0, 0, 0, 0,
               d.normal_main + d.extra_main, d.normal_l1 + d.extra_l1, d.normal_l2 + d.extra_l2, d.normal_l3 + d.extra_l3
        from pair p join delta d on d.node_id = p.node_id and d.source_id in (0, p.source_id)
        union all
        -- Days on which the limit itself changes.
        select p.node_id, p.source_id, c.day, 0, 0, 0, 0, 0, 0, 0, 0
        from pair p join guard.limit_change c on c.node_id = p.node_id
    ), level as (
        select p.node_id, p.source_id, p.day,
               sum(sum(p.main)) over w as main, sum(sum(p.l1)) over w as l1, sum(sum(p.l2)) over w as l2,
               sum(sum(p.l3)) over w as l3, sum(sum(p.more)) over w as more, sum(sum(p.more_l1)) over w as more_l1,
               sum(sum(p.more_l2)) over w as more_l2, sum(sum(p.more_l3)) over w as more_l3
        from point p
        group by p.node_id, p.source_id, p.day
        window w as (partition by p.node_id, p.source_id order by p.day)
    ), broken as (
        select distinct on (v.node_id, v.source_id, q.quantity)
               v.node_id, v.source_id, v.day, q.quantity, q.total::bigint as total, q.more::bigint as more, q.capacity
        from level v
        left join lateral (select i.* from node_limit i join node n on n.id = i.node_id and n.during @> v.day
                           where i.node_id = v.node_id and i.from_date <= v.day
                           order by i.from_date desc limit 1) i on true
        cross join lateral (values
            ('', v.main, v.more, case v.source_id when 0 then i.normal_main else i.failover_main end),
            ('L1', v.l1, v.more_l1, case v.source_id when 0 then i.normal_line else i.failover_line end),
            ('L2', v.l2, v.more_l2, case v.source_id when 0 then i.normal_line else i.failover_line end),
            ('L3', v.l3, v.more_l3, case v.source_id when 0 then i.normal_line else i.failover_line end)
        ) q (quantity, total, more, capacity)
        where greatest(v.more, v.more_l1, v.more_l2, v.more_l3) > 0
          and q.more > 0 and (i.id is null or q.total > q.capacity)
        order by v.node_id, v.source_id, q.quantity, v.day
    )
    select case b.source_id when 0 then n.rule else coalesce(n.failover_rule, n.rule) end, n.label, b.node_id,
           b.more, b.total - b.more, b.capacity, case b.quantity when '' then n.unit else 'mVA' end, b.quantity,
           coalesce(f.label, ''), b.day
    from broken b
    join guard.node_label n on n.node_id = b.node_id
    left join guard.node_label f on f.node_id = b.source_id;
end
$$;

-- Bookings that ask for what no sum guards: a place outside its rack, a rack of which nobody knows what it bears, an
-- institution that may not be here.
create function guard.out_of_place(ids int[]) returns setof guard.violation
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return query
    with placed as materialized (
        select s.* from unnest(ids) i (id) join guard.standing s on s.placement_id = i.id
    )
    -- The rack is not there yet, or no longer.
    select 'S1', r.label, null::int, p.height_hu::bigint, null::bigint, 0::bigint, 'hu', '', '',
           case when lower(p.during) < lower(p.rack_during) then lower(p.during)
                else greatest(upper(p.rack_during), lower(p.during)) end
    from placed p join guard.rack_label r on r.rack_id = p.rack_id
    where not p.rack_during @> p.during
    union all
    -- Above the top.
    select 'S1', r.label, null, p.height_hu::bigint, 0,
           greatest(2 * p.height_u - p.position_hu, 0)::bigint, 'hu', '', '', lower(p.during)
    from placed p join guard.rack_label r on r.rack_id = p.rack_id
    where p.rack_during @> p.during and p.position_hu + p.height_hu > 2 * p.height_u
    union all
    select k.rule, r.label, null, asked.amount, null, null, case k.code when 'rack_mass' then 'g' else 'mW' end, '', '',
           lower(p.during)
    from placed p
    join guard.rack_label r on r.rack_id = p.rack_id
    join node_kind k on k.code in ('rack_mass', 'rack_heat')
    cross join lateral (select case k.code when 'rack_mass' then p.weight_g else p.draw_mw end as amount) asked
    where asked.amount > 0 and not exists (select from node n where n.rack_id = p.rack_id and n.kind = k.code)
    union all
    select 'G4', s.code, null, p.height_hu::bigint, null, null, 'hu', '', '', lower(p.during)
    from placed p join site s on s.id = p.site_id
    where p.owner_id <> p.host_id
      and not exists (select from agreement a
                      where a.host_id = p.host_id and a.guest_id = p.owner_id and a.during @> p.during);
end
$$;

create view guard.limit_change as
    select node_id, from_date as day from polder.node_limit
    union all
    select id, upper(during) from polder.node where upper(during) is not null
    union all
    select id, lower(during) from polder.node where lower(during) is not null;
