-- The ledger and its limits. A sum is kept for each node by itself (source 0) and with each single failure that puts more
-- on it: a pair of node and source. The normal load of a node is spread over the rows of its sources (0011_ledger.sql).

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

    -- A bound rises by all that comes; what goes may go before the peak or after it. Steps in its past change the level
    -- that it starts from.
    insert into ledger_peak as p
    select s.node_id, s.source_id, coalesce(min(b.since), '-infinity'),
           sum(case when s.day < b.since then s.normal_main else 0 end), sum(case when s.day < b.since then s.normal_l1 else 0 end),
           sum(case when s.day < b.since then s.normal_l2 else 0 end), sum(case when s.day < b.since then s.normal_l3 else 0 end),
           sum(case when s.day < b.since then s.extra_main else 0 end), sum(case when s.day < b.since then s.extra_l1 else 0 end),
           sum(case when s.day < b.since then s.extra_l2 else 0 end), sum(case when s.day < b.since then s.extra_l3 else 0 end),
           sum(greatest(s.normal_main, 0)), sum(greatest(s.normal_l1, 0)),
           sum(greatest(s.normal_l2, 0)), sum(greatest(s.normal_l3, 0)),
           sum(greatest(s.normal_main + s.extra_main, 0)), sum(greatest(s.normal_l1 + s.extra_l1, 0)),
           sum(greatest(s.normal_l2 + s.extra_l2, 0)), sum(greatest(s.normal_l3 + s.extra_l3, 0))
    from unnest(steps) s
    left join ledger_peak b on b.node_id = s.node_id and b.source_id = s.source_id
    group by s.node_id, s.source_id
    order by s.node_id, s.source_id
    on conflict (node_id, source_id) do update set
        level_main = p.level_main + excluded.level_main, level_l1 = p.level_l1 + excluded.level_l1,
        level_l2 = p.level_l2 + excluded.level_l2, level_l3 = p.level_l3 + excluded.level_l3,
        extra_main = p.extra_main + excluded.extra_main, extra_l1 = p.extra_l1 + excluded.extra_l1,
        extra_l2 = p.extra_l2 + excluded.extra_l2, extra_l3 = p.extra_l3 + excluded.extra_l3,
        normal_main = p.normal_main + excluded.normal_main, normal_l1 = p.normal_l1 + excluded.normal_l1,
        normal_l2 = p.normal_l2 + excluded.normal_l2, normal_l3 = p.normal_l3 + excluded.normal_l3,
        total_main = p.total_main + excluded.total_main, total_l1 = p.total_l1 + excluded.total_l1,
        total_l2 = p.total_l2 + excluded.total_l2, total_l3 = p.total_l3 + excluded.total_l3;
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

-- Where the steps put more than is allowed. Two looks: at the bounds, which clear nearly every booking, and by day at
-- what is left. Bounds that do not clear it are first brought down to what the days say.
create function guard.overloads(steps polder.ledger[]) returns guard.violation[]
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    pairs guard.pair[] := guard.above_bounds(steps);
begin
    if pairs <> '{}' then
        perform guard.lower_bounds(array(select distinct p.node_id from unnest(pairs) p),
                                   (select min(s.day) from unnest(steps) s));
        pairs := guard.above_bounds(steps);
    end if;
    if pairs = '{}' then
        return '{}';
    end if;
    return array(select v from guard.over_limit(steps, pairs) v);
end
$$;

-- Nodes whose bounds are above the least of their limits from the first to the last day of the steps, or say nothing of
-- the first day, or that have no limit on one of the days. Each with every source that it knows: a booking that
-- no failure concerns takes of what there is under failure too.
create function guard.above_bounds(steps polder.ledger[]) returns guard.pair[]
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return array(
        select distinct row(t.node_id, v.source_id)::guard.pair
        from (select s.node_id, min(s.day) as first_day,
                     -- What does not come back to zero has no end.
                     case when sum(s.normal_main + s.extra_main) = 0 then max(s.day) else 'infinity' end as last_day
              from unnest(steps) s
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
        ) i
        cross join lateral (
            select p.source_id, max(p.since) over () as since, sum(p.normal_main) over () as main,
                   sum(p.normal_l1) over () as l1, sum(p.normal_l2) over () as l2, sum(p.normal_l3) over () as l3,
                   p.total_main - p.normal_main as extra, p.total_l1 - p.normal_l1 as extra_l1,
                   p.total_l2 - p.normal_l2 as extra_l2, p.total_l3 - p.normal_l3 as extra_l3
            from ledger_peak p
            where p.node_id = t.node_id
        ) b
        cross join lateral (
            values (0, b.main, greatest(b.l1, b.l2, b.l3), i.normal_main, i.normal_line),
                   (b.source_id, b.main + b.extra, greatest(b.l1 + b.extra_l1, b.l2 + b.extra_l2, b.l3 + b.extra_l3),
                    case b.source_id when 0 then i.normal_main else i.failover_main end,
                    case b.source_id when 0 then i.normal_line else i.failover_line end)
        ) v (source_id, main, line, main_limit, line_limit)
        where i.since > t.first_day
           or not n.during @> daterange(t.first_day, nullif(t.last_day, 'infinity'))
           or t.first_day < b.since
           or v.main > v.main_limit
           or v.line > v.line_limit);
end
$$;

-- Bounds only grow as bookings come and go; this brings those of these nodes down again to what the days from `day` on
-- say, or from today on, if that is earlier.
create function guard.lower_bounds(nodes int[], day date) returns void
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    start date := least(lower_bounds.day, guard.today());
begin
    update ledger_peak p
    set since = start, level_main = b.level_main, level_l1 = b.level_l1, level_l2 = b.level_l2, level_l3 = b.level_l3,
        extra_main = b.extra_main, extra_l1 = b.extra_l1, extra_l2 = b.extra_l2, extra_l3 = b.extra_l3,
        normal_main = greatest(b.normal_main, b.level_main), normal_l1 = greatest(b.normal_l1, b.level_l1),
        normal_l2 = greatest(b.normal_l2, b.level_l2), normal_l3 = greatest(b.normal_l3, b.level_l3),
        total_main = greatest(b.total_main, b.level_main + b.extra_main),
        total_l1 = greatest(b.total_l1, b.level_l1 + b.extra_l1),
        total_l2 = greatest(b.total_l2, b.level_l2 + b.extra_l2),
        total_l3 = greatest(b.total_l3, b.level_l3 + b.extra_l3)
    from (select v.node_id, v.source_id,
                 coalesce(sum(v.step_main) filter (where v.past), 0) as level_main,
                 coalesce(sum(v.step_l1) filter (where v.past), 0) as level_l1,
                 coalesce(sum(v.step_l2) filter (where v.past), 0) as level_l2,
                 coalesce(sum(v.step_l3) filter (where v.past), 0) as level_l3,
                 coalesce(sum(v.more_main) filter (where v.past), 0) as extra_main,
                 coalesce(sum(v.more_l1) filter (where v.past), 0) as extra_l1,
                 coalesce(sum(v.more_l2) filter (where v.past), 0) as extra_l2,
                 coalesce(sum(v.more_l3) filter (where v.past), 0) as extra_l3,
                 max(v.normal_main) filter (where not v.past) as normal_main,
                 max(v.normal_l1) filter (where not v.past) as normal_l1,
                 max(v.normal_l2) filter (where not v.past) as normal_l2,
                 max(v.normal_l3) filter (where not v.past) as normal_l3,
                 max(v.normal_main + v.total_main) filter (where not v.past) as total_main,
                 max(v.normal_l1 + v.total_l1) filter (where not v.past) as total_l1,
                 max(v.normal_l2 + v.total_l2) filter (where not v.past) as total_l2,
                 max(v.normal_l3 + v.total_l3) filter (where not v.past) as total_l3
          from (select s.*, s.day < start as past,
                       sum(s.step_main) over w as normal_main, sum(s.step_l1) over w as normal_l1,
                       sum(s.step_l2) over w as normal_l2, sum(s.step_l3) over w as normal_l3,
                       sum(s.more_main) over w as total_main, sum(s.more_l1) over w as total_l1,
                       sum(s.more_l2) over w as total_l2, sum(s.more_l3) over w as total_l3
                from (select p.node_id, p.source_id, '-infinity'::date as day,
                             f.kept * p.level_main as step_main, f.kept * p.level_l1 as step_l1,
                             f.kept * p.level_l2 as step_l2, f.kept * p.level_l3 as step_l3,
                             f.kept * p.extra_main as more_main, f.kept * p.extra_l1 as more_l1,
                             f.kept * p.extra_l2 as more_l2, f.kept * p.extra_l3 as more_l3
                      from ledger_peak p
                      cross join lateral (select case when p.since <= start then 1 else 0 end as kept) f
                      where p.node_id = any (nodes)
                      union all
                      select l.* from ledger_peak p
                      join ledger l on l.node_id = p.node_id and l.source_id = p.source_id
                                   and l.day >= case when p.since <= start then p.since else '-infinity' end
                      where p.node_id = any (nodes)) s
                window w as (partition by s.node_id, s.source_id order by s.day)) v
          group by v.node_id, v.source_id) b
    where p.node_id = b.node_id and p.source_id = b.source_id;
end
$$;

-- Sums of these pairs that exceed a limit, on days on which the steps make them larger (the steps are in the ledger
-- already): day by day, exactly. The bounds of these nodes have just been brought down, so they hold from the first day
-- of the steps or before.
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
               l.normal_main + f.share * l.extra_main as main, l.normal_l1 + f.share * l.extra_l1 as l1,
               l.normal_l2 + f.share * l.extra_l2 as l2, l.normal_l3 + f.share * l.extra_l3 as l3,
               0::bigint as more, 0::bigint as more_l1, 0::bigint as more_l2, 0::bigint as more_l3
        from pair p
        join ledger_peak b on b.node_id = p.node_id
        cross join lateral (
            select '-infinity'::date as day, b.level_main as normal_main, b.level_l1 as normal_l1, b.level_l2 as normal_l2,
                   b.level_l3 as normal_l3, b.extra_main, b.extra_l1, b.extra_l2, b.extra_l3
            union all
            select g.day, g.normal_main, g.normal_l1, g.normal_l2, g.normal_l3, g.extra_main, g.extra_l1, g.extra_l2, g.extra_l3
            from ledger g
            where g.node_id = b.node_id and g.source_id = b.source_id and g.day >= b.since
        ) l
        cross join lateral (select case b.source_id when p.source_id then 1 else 0 end as share) f
        union all
        select p.node_id, p.source_id, d.day, 0, 0, 0, 0,
               d.normal_main + f.share * d.extra_main, d.normal_l1 + f.share * d.extra_l1,
               d.normal_l2 + f.share * d.extra_l2, d.normal_l3 + f.share * d.extra_l3
        from pair p
        join delta d on d.node_id = p.node_id
        cross join lateral (select case d.source_id when p.source_id then 1 else 0 end as share) f
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
    select case b.source_id when 0 then k.rule else coalesce(k.failover_rule, k.rule) end, guard.node_name(b.node_id),
           b.node_id, b.more, b.total - b.more, b.capacity,
           case b.quantity when '' then guard.node_unit(b.node_id) else 'mVA' end, b.quantity,
           coalesce(guard.node_name(b.source_id), ''), b.day
    from broken b
    join node n on n.id = b.node_id
    join node_kind k on k.code = n.kind;
end
$$;
