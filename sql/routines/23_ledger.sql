-- The ledger and its limits. A sum is kept for each node by itself (source 0) and with each single failure that puts more
-- on it (the source). The normal load of a node is spread over the rows of its sources (0011_ledger.sql).

-- A sum that stays a bigint; PostgreSQL's own counts in numeric, which costs more than all the rest of a booking's sums.
create aggregate guard.total(bigint) (sfunc = int8pl, stype = bigint, initcond = 0, parallel = safe, combinefunc = int8pl);

-- Writes these charges in the place of the old ones, and adds to the ledger what changes by that.
create function guard.enter(charges polder.charge[], old polder.charge[]) returns void
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    steps polder.ledger[];
begin
    if old <> '{}' then
        delete from charge c using unnest(old) o
        where c.placement_id = o.placement_id and c.node_id = o.node_id and c.source_id = o.source_id
          and c.during = o.during;
    end if;
    insert into charge select * from unnest(charges);
    steps := guard.steps_of(charges, old);
    -- Nobody else writes these: the data centre is locked. (ON CONFLICT would count with others, at twice the cost.)
    merge into ledger l using unnest(steps) s
    on l.node_id = s.node_id and l.source_id = s.source_id and l.day = s.day
    when matched then update set
        normal_main = l.normal_main + s.normal_main, normal_l1 = l.normal_l1 + s.normal_l1,
        normal_l2 = l.normal_l2 + s.normal_l2, normal_l3 = l.normal_l3 + s.normal_l3,
        extra_main = l.extra_main + s.extra_main, extra_l1 = l.extra_l1 + s.extra_l1,
        extra_l2 = l.extra_l2 + s.extra_l2, extra_l3 = l.extra_l3 + s.extra_l3
    when not matched then insert values
        (s.node_id, s.source_id, s.day, s.normal_main, s.normal_l1, s.normal_l2, s.normal_l3, s.extra_main, s.extra_l1,
         s.extra_l2, s.extra_l3);

    -- A bound rises by all that comes; what goes may go before the peak or after it. (Of steps before its first day
    -- guard.overloads takes care.)
    merge into ledger_peak p
    using (select s.node_id, s.source_id, guard.total(greatest(s.normal_main, 0)) as normal_main,
                  guard.total(greatest(s.normal_l1, 0)) as normal_l1, guard.total(greatest(s.normal_l2, 0)) as normal_l2,
                  guard.total(greatest(s.normal_l3, 0)) as normal_l3,
                  guard.total(greatest(s.normal_main + s.extra_main, 0)) as total_main,
                  guard.total(greatest(s.normal_l1 + s.extra_l1, 0)) as total_l1,
                  guard.total(greatest(s.normal_l2 + s.extra_l2, 0)) as total_l2,
                  guard.total(greatest(s.normal_l3 + s.extra_l3, 0)) as total_l3
           from unnest(steps) s
           group by s.node_id, s.source_id) s
    on p.node_id = s.node_id and p.source_id = s.source_id
    when matched then update set
        normal_main = p.normal_main + s.normal_main, normal_l1 = p.normal_l1 + s.normal_l1,
        normal_l2 = p.normal_l2 + s.normal_l2, normal_l3 = p.normal_l3 + s.normal_l3,
        total_main = p.total_main + s.total_main, total_l1 = p.total_l1 + s.total_l1,
        total_l2 = p.total_l2 + s.total_l2, total_l3 = p.total_l3 + s.total_l3
    when not matched then insert
        (node_id, source_id, normal_main, normal_l1, normal_l2, normal_l3, total_main, total_l1, total_l2, total_l3)
        values (s.node_id, s.source_id, s.normal_main, s.normal_l1, s.normal_l2, s.normal_l3, s.total_main, s.total_l1,
                s.total_l2, s.total_l3);
    if old <> '{}' then
        -- Days on which nothing changes any more. (Eight comparisons, as the planner reckons, no row passes, and then it
        -- would compare each with each.)
        delete from ledger l
        using (select distinct o.node_id, o.source_id, d.day
               from unnest(old) o cross join lateral (values (lower(o.during)), (upper(o.during))) d (day)) o
        where l.node_id = o.node_id and l.source_id = o.source_id and l.day = o.day
          and greatest(abs(l.normal_main), abs(l.normal_l1), abs(l.normal_l2), abs(l.normal_l3),
                       abs(l.extra_main), abs(l.extra_l1), abs(l.extra_l2), abs(l.extra_l3)) = 0;
    end if;
end
$$;

-- Where these charges, which are in the ledger already, put more than is allowed. Two looks: at the bounds, which clear
-- nearly every booking, and by day at what is left. Bounds that do not clear it are first brought down to what the
-- days say.
create function guard.overloads(charges polder.charge[], old polder.charge[]) returns guard.violation[]
    language plpgsql security definer set search_path = polder, guard, api, public, pg_temp
as $$
declare
    nodes int[];
    first_day date;
begin
    select array_agg(c.node_id), min(lower(c.during)) into nodes, first_day from unnest(charges || old) c;
    nodes := guard.above_bounds(nodes, first_day);
    if nodes = '{}' then
        return '{}';
    end if;
    perform guard.lower_bounds(nodes, first_day);
    nodes := guard.above_bounds(nodes, first_day);
    if nodes = '{}' then
        return '{}';
    end if;
    return array(select v
                 from guard.over_limit(nodes, guard.steps_of(charges, '{}'), guard.steps_of(old, '{}')) v);
end
$$;

-- Those of these nodes whose bounds are above the least of their limits, or say nothing of the first day: they are to be
-- brought down, which also takes in what changed before the day from which they held. Under each
-- source that a node knows: a booking that no failure concerns takes of what there is under failure too.
create function guard.above_bounds(nodes int[], first_day date) returns int[]
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return array(
        select distinct b.node_id
        from (select p.node_id, p.source_id, p.since, p.may_main, p.may_line, p.may_failover_main, p.may_failover_line,
                     guard.total(p.normal_main) over w as main, guard.total(p.normal_l1) over w as l1,
                     guard.total(p.normal_l2) over w as l2, guard.total(p.normal_l3) over w as l3,
                     p.total_main - p.normal_main as extra, p.total_l1 - p.normal_l1 as extra_l1,
                     p.total_l2 - p.normal_l2 as extra_l2, p.total_l3 - p.normal_l3 as extra_l3
              from ledger_peak p
              where p.node_id = any (nodes)
              window w as (partition by p.node_id)) b
        where first_day < b.since
           or b.main > b.may_main
           or greatest(b.l1, b.l2, b.l3) > b.may_line
           or b.source_id > 0 and (b.main + b.extra > b.may_failover_main
                                   or greatest(b.l1 + b.extra_l1, b.l2 + b.extra_l2, b.l3 + b.extra_l3)
                                      > b.may_failover_line));
end
$$;

-- Bounds only grow as bookings come and go; this brings those of these nodes down again to what the days from `day` on
-- say, or from today on, if that is earlier; and looks what the limits are from there on.
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
        total_l3 = greatest(b.total_l3, b.level_l3 + b.extra_l3),
        may_main = i.main, may_line = i.line, may_failover_main = i.failover_main, may_failover_line = i.failover_line
    from guard.least_limits(nodes, start) i, (select v.node_id, v.source_id,
                 coalesce(guard.total(v.step_main) filter (where v.past), 0) as level_main,
                 coalesce(guard.total(v.step_l1) filter (where v.past), 0) as level_l1,
                 coalesce(guard.total(v.step_l2) filter (where v.past), 0) as level_l2,
                 coalesce(guard.total(v.step_l3) filter (where v.past), 0) as level_l3,
                 coalesce(guard.total(v.more_main) filter (where v.past), 0) as extra_main,
                 coalesce(guard.total(v.more_l1) filter (where v.past), 0) as extra_l1,
                 coalesce(guard.total(v.more_l2) filter (where v.past), 0) as extra_l2,
                 coalesce(guard.total(v.more_l3) filter (where v.past), 0) as extra_l3,
                 max(v.normal_main) filter (where not v.past) as normal_main,
                 max(v.normal_l1) filter (where not v.past) as normal_l1,
                 max(v.normal_l2) filter (where not v.past) as normal_l2,
                 max(v.normal_l3) filter (where not v.past) as normal_l3,
                 max(v.normal_main + v.total_main) filter (where not v.past) as total_main,
                 max(v.normal_l1 + v.total_l1) filter (where not v.past) as total_l1,
                 max(v.normal_l2 + v.total_l2) filter (where not v.past) as total_l2,
                 max(v.normal_l3 + v.total_l3) filter (where not v.past) as total_l3
          from (select s.*, s.day < start as past,
                       guard.total(s.step_main) over w as normal_main, guard.total(s.step_l1) over w as normal_l1,
                       guard.total(s.step_l2) over w as normal_l2, guard.total(s.step_l3) over w as normal_l3,
                       guard.total(s.more_main) over w as total_main, guard.total(s.more_l1) over w as total_l1,
                       guard.total(s.more_l2) over w as total_l2, guard.total(s.more_l3) over w as total_l3
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
    where p.node_id = b.node_id and p.source_id = b.source_id and i.node_id = b.node_id;
end
$$;

-- The least limits of these nodes from a day on; -1 where there is none on one of the days.
create function guard.least_limits(nodes int[], day date)
    returns table (node_id int, main bigint, line bigint, failover_main bigint, failover_line bigint)
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return query
    select n.id, least(min(l.normal_main), k.never), least(min(l.normal_line), k.never),
           least(min(l.failover_main), k.never), least(min(l.failover_line), k.never)
    from node n
    cross join lateral (select max(x.from_date) as since from node_limit x
                        where x.node_id = n.id and x.from_date <= least_limits.day) f
    cross join lateral (select case when f.since is null or not n.during @> daterange(least_limits.day, null)
                                    then -1::bigint end as never) k
    left join node_limit l on l.node_id = n.id and l.from_date >= f.since
    where n.id = any (nodes)
    group by n.id, k.never;
end
$$;

-- Sums of these nodes that exceed a limit, on days on which what came made them larger than what went left them (both are
-- in the ledger already): day by day, exactly. A failure is judged, in each quantity, on days on which it shifts some of
-- it here; where it shifts nothing it is the normal case over again. The bounds of these nodes have just been brought
-- down, so they hold from the first day of the steps or before. Days before what comes, and after it, are not looked at:
-- there nothing is larger than before.
create function guard.over_limit(nodes int[], come polder.ledger[], gone polder.ledger[]) returns setof guard.violation
    language plpgsql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
begin
    return query
    with step as materialized (
        -- a: what is asked, m: how much more that is than before
        select s.*, 1 as a, 1 as m from unnest(come) s where s.node_id = any (nodes)
        union all
        select s.*, 0, -1 from unnest(gone) s where s.node_id = any (nodes)
    ), reach as materialized (
        -- When what comes is there; until null: for ever.
        select s.node_id, min(s.day) as since,
               case when (guard.total(s.normal_main), guard.total(s.normal_l1), guard.total(s.normal_l2), guard.total(s.normal_l3),
                          guard.total(s.extra_main), guard.total(s.extra_l1), guard.total(s.extra_l2), guard.total(s.extra_l3))
                         = (0, 0, 0, 0, 0, 0, 0, 0) then max(s.day) end as until
        from step s where s.a = 1
        group by s.node_id
    ), pair as materialized (
        -- Each node by itself, and under each source that it knows.
        select distinct r.node_id, f.source_id, r.since, coalesce(r.until, 'infinity') as until
        from reach r
        join ledger_peak p on p.node_id = r.node_id
        cross join lateral unnest(array[0, p.source_id]) f (source_id)
    ), allowed as materialized (
        -- From which day until which; where there is no limit nobody knows.
        select l.*, greatest(l.from_date, lower(n.during)) as from_day, least(l.until_date, upper(n.during), 'infinity') as until_day
        from reach r
        join node n on n.id = r.node_id
        cross join lateral (
            select i.node_id, i.from_date, lead(i.from_date) over (order by i.from_date) as until_date, i.normal_main,
                   i.normal_line, i.failover_main, i.failover_line
            from node_limit i where i.node_id = n.id) l
    ), level as (
        select p.node_id, p.source_id, c.day,
               guard.total(c.l * (c.main + f.own * c.extra_main)) over w as main,
               guard.total(c.l * (c.l1 + f.own * c.extra_l1)) over w as l1,
               guard.total(c.l * (c.l2 + f.own * c.extra_l2)) over w as l2,
               guard.total(c.l * (c.l3 + f.own * c.extra_l3)) over w as l3,
               guard.total(c.l * f.own * c.extra_main) over w as shifted_main,
               guard.total(c.l * f.own * c.extra_l1) over w as shifted_l1,
               guard.total(c.l * f.own * c.extra_l2) over w as shifted_l2,
               guard.total(c.l * f.own * c.extra_l3) over w as shifted_l3,
               guard.total(c.a * (c.main + f.own * c.extra_main)) over w as asked_main,
               guard.total(c.a * (c.l1 + f.own * c.extra_l1)) over w as asked_l1,
               guard.total(c.a * (c.l2 + f.own * c.extra_l2)) over w as asked_l2,
               guard.total(c.a * (c.l3 + f.own * c.extra_l3)) over w as asked_l3,
               guard.total(c.m * (c.main + f.own * c.extra_main)) over w as more_main,
               guard.total(c.m * (c.l1 + f.own * c.extra_l1)) over w as more_l1,
               guard.total(c.m * (c.l2 + f.own * c.extra_l2)) over w as more_l2,
               guard.total(c.m * (c.l3 + f.own * c.extra_l3)) over w as more_l3
        from pair p
        cross join lateral (
            -- What was before the first day counts on it. l: what stands in the ledger
            select b.source_id, p.since as day, b.level_main as main, b.level_l1 as l1, b.level_l2 as l2, b.level_l3 as l3,
                   b.extra_main, b.extra_l1, b.extra_l2, b.extra_l3, 1 as l, 0 as a, 0 as m
            from ledger_peak b where b.node_id = p.node_id
            union all
            select b.source_id, p.since, g.*, 1, 0, 0
            from ledger_peak b
            cross join lateral (
                select guard.total(g.normal_main), guard.total(g.normal_l1), guard.total(g.normal_l2), guard.total(g.normal_l3),
                       guard.total(g.extra_main), guard.total(g.extra_l1), guard.total(g.extra_l2), guard.total(g.extra_l3)
                from ledger g
                where g.node_id = b.node_id and g.source_id = b.source_id and g.day >= b.since and g.day <= p.since) g
            where b.node_id = p.node_id
            union all
            select g.source_id, g.day, g.normal_main, g.normal_l1, g.normal_l2, g.normal_l3, g.extra_main, g.extra_l1,
                   g.extra_l2, g.extra_l3, 1, 0, 0
            from ledger_peak b
            join ledger g on g.node_id = b.node_id and g.source_id = b.source_id and g.day >= b.since
                         and g.day > p.since and g.day < p.until
            where b.node_id = p.node_id
            union all
            select s.source_id, greatest(s.day, p.since), s.normal_main, s.normal_l1, s.normal_l2, s.normal_l3, s.extra_main,
                   s.extra_l1, s.extra_l2, s.extra_l3, 0, s.a, s.m
            from step s where s.node_id = p.node_id and s.day < p.until
            union all
            -- Days on which the limit itself changes.
            select 0, d.day, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
            from allowed i cross join lateral (values (i.from_day), (i.until_day)) d (day)
            where i.node_id = p.node_id and d.day > p.since and d.day < p.until
        ) c
        cross join lateral (select case c.source_id when p.source_id then 1 else 0 end as own) f
        window w as (partition by p.node_id, p.source_id order by c.day)
    ), broken as (
        select distinct on (v.node_id, v.source_id, q.quantity)
               v.node_id, v.source_id, q.quantity, v.day, q.sum, q.asked, q.capacity
        from level v
        left join allowed i on i.node_id = v.node_id and v.day >= i.from_day and v.day < i.until_day
        cross join lateral (
            select case v.source_id when 0 then i.normal_main else i.failover_main end as main,
                   case v.source_id when 0 then i.normal_line else i.failover_line end as line) c
        cross join lateral (values ('', v.main, v.shifted_main, v.asked_main, v.more_main, c.main),
                                   ('L1', v.l1, v.shifted_l1, v.asked_l1, v.more_l1, c.line),
                                   ('L2', v.l2, v.shifted_l2, v.asked_l2, v.more_l2, c.line),
                                   ('L3', v.l3, v.shifted_l3, v.asked_l3, v.more_l3, c.line)
        ) q (quantity, sum, shifted, asked, more, capacity)
        where q.more > 0 and (v.source_id = 0 or q.shifted > 0) and (i.node_id is null or q.sum > q.capacity)
        order by v.node_id, v.source_id, q.quantity, v.day
    )
    select case b.source_id when 0 then k.rule else coalesce(k.failover_rule, k.rule) end, guard.node_name(b.node_id),
           b.node_id, b.asked, b.sum - b.asked, b.capacity,
           case b.quantity when '' then guard.node_unit(b.node_id) else 'mVA' end, b.quantity,
           coalesce(guard.node_name(b.source_id), ''), b.day
    from broken b
    join node n on n.id = b.node_id
    join node_kind k on k.code = n.kind;
end
$$;
