-- The ledger and its limits. A sum is kept for each node by itself (source 0) and with each single failure that puts more
-- on it: a pair of node and source.

create type guard.pair as (node_id int, source_id int);

-- Adds steps to the ledger.
create function guard.enter(steps polder.ledger[]) returns void
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    insert into ledger as l select * from unnest(steps) order by node_id, source_id, day
    on conflict (node_id, source_id, day) do update set
        normal_main = l.normal_main + excluded.normal_main, normal_l1 = l.normal_l1 + excluded.normal_l1,
        normal_l2 = l.normal_l2 + excluded.normal_l2, normal_l3 = l.normal_l3 + excluded.normal_l3,
        extra_main = l.extra_main + excluded.extra_main, extra_l1 = l.extra_l1 + excluded.extra_l1,
        extra_l2 = l.extra_l2 + excluded.extra_l2, extra_l3 = l.extra_l3 + excluded.extra_l3;

    insert into ledger_quarter as l
    select s.node_id, s.source_id, date_trunc('quarter', s.day)::date,
           sum(n.main), sum(n.l1), sum(n.l2), sum(n.l3),
           sum(greatest(n.main, 0)), sum(greatest(n.l1, 0)), sum(greatest(n.l2, 0)), sum(greatest(n.l3, 0))
    from unnest(steps) s
    cross join lateral (values (s.normal_main + s.extra_main, s.normal_l1 + s.extra_l1,
                                s.normal_l2 + s.extra_l2, s.normal_l3 + s.extra_l3)) n (main, l1, l2, l3)
    group by 1, 2, 3
    order by 1, 2, 3
    on conflict (node_id, source_id, quarter) do update set
        net_main = l.net_main + excluded.net_main, net_l1 = l.net_l1 + excluded.net_l1,
        net_l2 = l.net_l2 + excluded.net_l2, net_l3 = l.net_l3 + excluded.net_l3,
        rise_main = l.rise_main + excluded.rise_main, rise_l1 = l.rise_l1 + excluded.rise_l1,
        rise_l2 = l.rise_l2 + excluded.rise_l2, rise_l3 = l.rise_l3 + excluded.rise_l3;

    insert into ledger_peak as l
    select s.node_id, s.source_id, sum(greatest(s.normal_main + s.extra_main, 0)),
           sum(greatest(s.normal_l1 + s.extra_l1, s.normal_l2 + s.extra_l2, s.normal_l3 + s.extra_l3, 0))
    from unnest(steps) s
    group by 1, 2
    order by 1, 2
    on conflict (node_id, source_id) do update set main = l.main + excluded.main, line = l.line + excluded.line
    where excluded.main > 0 or excluded.line > 0;
end
$$;

-- Days on which nothing changes any more.
create function guard.sweep(steps polder.ledger[]) returns void
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    delete from ledger l using unnest(steps) s
    where l.node_id = s.node_id and l.source_id = s.source_id and l.day = s.day
      and (l.normal_main, l.normal_l1, l.normal_l2, l.normal_l3, l.extra_main, l.extra_l1, l.extra_l2, l.extra_l3)
          = (0, 0, 0, 0, 0, 0, 0, 0);
end
$$;

-- Where the steps put more than is allowed. Three looks, each finer and each only at what the one before could not clear:
-- the most that ever was, the quarters, the days.
create function guard.overloads(steps polder.ledger[]) returns guard.violation[]
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    pairs guard.pair[] := guard.above_peak(steps);
    violations guard.violation[];
begin
    if pairs <> '{}' then
        perform guard.lower_peaks(array(select distinct p.node_id from unnest(pairs) p));
        pairs := guard.above_peak(steps);
    end if;
    if pairs <> '{}' then
        pairs := guard.above_quarters(steps, pairs);
    end if;
    if pairs = '{}' then
        return '{}';
    end if;
    violations := array(select v from guard.over_limit(steps, pairs) v);
    if violations = '{}' then
        perform guard.lower_rises(array(select distinct p.node_id from unnest(pairs) p));
    end if;
    return violations;
end
$$;

-- The least limits of these nodes from the first day of the steps on; known: there is one on every day.
create function guard.least_limits(steps polder.ledger[])
    returns table (node_id int, first_day date, last_day date, normal_main bigint, normal_line bigint,
                   failover_main bigint, failover_line bigint, known boolean)
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return query
    select t.node_id, t.first_day, t.last_day, i.normal_main, i.normal_line, i.failover_main, i.failover_line,
           i.since <= t.first_day and n.during @> daterange(t.first_day, nullif(t.last_day, 'infinity'))
    from (select s.node_id, min(s.first_day) as first_day,
                 -- What does not come back to zero, in every quantity and failure, has no end.
                 case when bool_and(s.ends) then max(s.last_day) else 'infinity' end as last_day
          from (select d.node_id, min(d.day) as first_day, max(d.day) as last_day,
                       sum(d.normal_main) = 0 and sum(d.normal_l1) = 0 and sum(d.normal_l2) = 0 and sum(d.normal_l3) = 0
                       and sum(d.extra_main) = 0 and sum(d.extra_l1) = 0 and sum(d.extra_l2) = 0
                       and sum(d.extra_l3) = 0 as ends
                from unnest(steps) d group by d.node_id, d.source_id) s
          group by s.node_id) t
    join node n on n.id = t.node_id
    cross join lateral (
        select coalesce(min(l.from_date), 'infinity') as since,
               min(l.normal_main) as normal_main, min(l.normal_line) as normal_line,
               min(l.failover_main) as failover_main, min(l.failover_line) as failover_line
        from node_limit l
        where l.node_id = t.node_id and l.from_date < t.last_day
          and l.from_date >= coalesce((select max(x.from_date) from node_limit x
                                       where x.node_id = t.node_id and x.from_date <= t.first_day), '-infinity')
    ) i;
end
$$;

create function guard.above_peak(steps polder.ledger[]) returns guard.pair[]
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return array(
        select row(p.node_id, p.source_id)::guard.pair
        from guard.least_limits(steps) i
        join ledger_peak p on p.node_id = i.node_id
        left join ledger_peak n on n.node_id = p.node_id and n.source_id = 0 and p.source_id <> 0
        where not i.known
           or case p.source_id when 0 then p.main > i.normal_main or p.line > i.normal_line
                               else p.main + coalesce(n.main, 0) > i.failover_main
                                 or p.line + coalesce(n.line, 0) > i.failover_line end);
end
$$;

create function guard.above_quarters(steps polder.ledger[], pairs guard.pair[]) returns guard.pair[]
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return array(
        with quarter as (
            select p.node_id, p.source_id, q.quarter,
                   sum(q.net_main)::bigint as main, sum(q.net_l1)::bigint as l1,
                   sum(q.net_l2)::bigint as l2, sum(q.net_l3)::bigint as l3,
                   sum(q.rise_main)::bigint as rise, sum(q.rise_l1)::bigint as rise_l1,
                   sum(q.rise_l2)::bigint as rise_l2, sum(q.rise_l3)::bigint as rise_l3
            from unnest(pairs) p
            join ledger_quarter q on q.node_id = p.node_id and q.source_id = any (array[0, p.source_id])
            group by p.node_id, p.source_id, q.quarter
        ), level as (
            select q.node_id, q.source_id, q.quarter,
                   sum(q.main) over w - q.main + q.rise as main, sum(q.l1) over w - q.l1 + q.rise_l1 as l1,
                   sum(q.l2) over w - q.l2 + q.rise_l2 as l2, sum(q.l3) over w - q.l3 + q.rise_l3 as l3
            from quarter q
            window w as (partition by q.node_id, q.source_id order by q.quarter)
        )
        select distinct row(l.node_id, l.source_id)::guard.pair
        from guard.least_limits(steps) i
        join level l on l.node_id = i.node_id
                    and l.quarter between date_trunc('quarter', i.first_day)::date and i.last_day
        where not i.known
           or case l.source_id
              when 0 then l.main > i.normal_main or greatest(l.l1, l.l2, l.l3) > i.normal_line
              else l.main > i.failover_main or greatest(l.l1, l.l2, l.l3) > i.failover_line end);
end
$$;

-- Bounds only grow as bookings come and go; these bring them down again to what the finer look says.
create function guard.lower_peaks(nodes int[]) returns void
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    update ledger_peak p set main = q.main, line = q.line
    from (select l.node_id, l.source_id, max(l.main) as main, greatest(max(l.l1), max(l.l2), max(l.l3), 0) as line
          from (select q.node_id, q.source_id,
                       sum(q.net_main) over w - q.net_main + q.rise_main as main,
                       sum(q.net_l1) over w - q.net_l1 + q.rise_l1 as l1,
                       sum(q.net_l2) over w - q.net_l2 + q.rise_l2 as l2,
                       sum(q.net_l3) over w - q.net_l3 + q.rise_l3 as l3
                from ledger_quarter q
                where q.node_id = any (nodes)
                window w as (partition by q.node_id, q.source_id order by q.quarter)) l
          group by l.node_id, l.source_id) q
    where p.node_id = q.node_id and p.source_id = q.source_id and (p.main, p.line) is distinct from (q.main, q.line);
end
$$;

create function guard.lower_rises(nodes int[]) returns void
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    update ledger_quarter q
    set rise_main = d.main, rise_l1 = d.l1, rise_l2 = d.l2, rise_l3 = d.l3
    from (select s.node_id, s.source_id, s.quarter, greatest(max(s.main), 0) as main, greatest(max(s.l1), 0) as l1,
                 greatest(max(s.l2), 0) as l2, greatest(max(s.l3), 0) as l3
          from (select l.node_id, l.source_id, date_trunc('quarter', l.day)::date as quarter,
                       sum(l.normal_main + l.extra_main) over w as main, sum(l.normal_l1 + l.extra_l1) over w as l1,
                       sum(l.normal_l2 + l.extra_l2) over w as l2, sum(l.normal_l3 + l.extra_l3) over w as l3
                from ledger l
                where l.node_id = any (nodes)
                window w as (partition by l.node_id, l.source_id, date_trunc('quarter', l.day) order by l.day)) s
          group by s.node_id, s.source_id, s.quarter) d
    where q.node_id = d.node_id and q.source_id = d.source_id and q.quarter = d.quarter
      and (q.rise_main, q.rise_l1, q.rise_l2, q.rise_l3) is distinct from (d.main, d.l1, d.l2, d.l3);
end
$$;

-- Sums of these pairs that exceed a limit, on days on which the steps make them larger (the steps are in the ledger
-- already): day by day, exactly.
create function guard.over_limit(steps polder.ledger[], pairs guard.pair[]) returns setof guard.violation
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return query
    with delta as materialized (
        select * from unnest(steps)
    ), pair as materialized (
        select * from unnest(pairs)
    ), point as (
        select p.node_id, p.source_id, l.day,
               l.normal_main + l.extra_main as main, l.normal_l1 + l.extra_l1 as l1,
               l.normal_l2 + l.extra_l2 as l2, l.normal_l3 + l.extra_l3 as l3,
               l.extra_main as shifted, l.extra_l1 as shifted_l1, l.extra_l2 as shifted_l2, l.extra_l3 as shifted_l3,
               0::bigint as more, 0::bigint as more_l1, 0::bigint as more_l2, 0::bigint as more_l3
        from pair p join ledger l on l.node_id = p.node_id and l.source_id = any (array[0, p.source_id])
        union all
        select p.node_id, p.source_id, d.day, 0, 0, 0, 0, 0, 0, 0, 0,
               d.normal_main + d.extra_main, d.normal_l1 + d.extra_l1, d.normal_l2 + d.extra_l2, d.normal_l3 + d.extra_l3
        from pair p join delta d on d.node_id = p.node_id and d.source_id = any (array[0, p.source_id])
        union all
        -- Days on which the limit itself changes.
        select p.node_id, p.source_id, c.day, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
        from pair p join guard.limit_change c on c.node_id = p.node_id
    ), level as (
        select p.node_id, p.source_id, p.day,
               sum(sum(p.main)) over w as main, sum(sum(p.l1)) over w as l1, sum(sum(p.l2)) over w as l2,
               sum(sum(p.l3)) over w as l3, sum(sum(p.shifted)) over w as shifted,
               sum(sum(p.shifted_l1)) over w as shifted_l1, sum(sum(p.shifted_l2)) over w as shifted_l2,
               sum(sum(p.shifted_l3)) over w as shifted_l3, sum(sum(p.more)) over w as more, sum(sum(p.more_l1)) over w as more_l1,
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
            ('', v.main, v.shifted, v.more, case v.source_id when 0 then i.normal_main else i.failover_main end),
            ('L1', v.l1, v.shifted_l1, v.more_l1, case v.source_id when 0 then i.normal_line else i.failover_line end),
            ('L2', v.l2, v.shifted_l2, v.more_l2, case v.source_id when 0 then i.normal_line else i.failover_line end),
            ('L3', v.l3, v.shifted_l3, v.more_l3, case v.source_id when 0 then i.normal_line else i.failover_line end)
        ) q (quantity, total, shifted, more, capacity)
        where greatest(v.more, v.more_l1, v.more_l2, v.more_l3) > 0
          -- A failure that shifts nothing of it here is the normal case over again.
          and (v.source_id = 0 or q.shifted > 0)
          and q.more > 0 and (i.id is null or q.total > q.capacity)
        order by v.node_id, v.source_id, q.quantity, v.day
    )
    select case b.source_id when 0 then k.rule else coalesce(k.failover_rule, k.rule) end, guard.node_name(b.node_id),
           b.node_id, b.more, b.total - b.more, b.capacity,
           case b.quantity when '' then guard.node_unit(b.node_id) else 'mVA' end, b.quantity,
           coalesce(guard.node_name(b.source_id), ''), b.day
    from broken b
    join node n on n.id = b.node_id
    join node_kind k on k.code = n.kind;
end
$$;
