-- What reports of capacity read of a day: sums instead of all the rows that they are sums of. The same figures as
-- api.occupancy and api.load_step give, for everybody alike.

-- What is taken or blocked of each rack, over all depths and widths. Where something is held every box is on its own: a
-- half unit in which something else stands too is not held.
create function api.rack_space(on_day date) returns table (rack_id int, hu_from int, hu_until int, blocked boolean)
    language sql stable security definer set search_path = polder, guard, api, public, pg_temp
as $$
    select s.rack_id, lower(part.hu), upper(part.hu), s.blocked
    from (select b.rack_id, b.blocked_id is not null as blocked, range_agg(b.hu) as merged
          from box b
          where b.during @> on_day
            and coalesce(b.placement_id not in (select id from guard.lapsed), true)
          group by b.rack_id, b.blocked_id is not null,
                   case when b.rack_id in (select p.rack_id from placement p
                                           where p.state in ('held', 'delivered') and p.during @> on_day)
                        then b.id end) s
    cross join lateral unnest(s.merged) part (hu)
$$;

-- What only racks themselves bear: their heat and their mass.
create function api.rack_load(on_day date) returns table (node_id int, load bigint)
    language sql stable security definer set search_path = polder, guard, api, public, pg_temp
    set enable_nestloop = off   -- most of the ledger is read
as $$
    select s.node_id, sum(s.load)::bigint
    from (select l.node_id, sum(l.normal_main) as load
          from ledger l
          join node n on n.id = l.node_id and n.kind in ('rack_heat', 'rack_mass')
          where l.day <= on_day
          group by l.node_id
          union all
          select c.node_id, -c.normal_main
          from charge c
          join node n on n.id = c.node_id and n.kind in ('rack_heat', 'rack_mass')
          where c.during @> on_day and c.placement_id = any (array(select id from guard.lapsed))) s
    group by s.node_id
$$;

-- Power, and what cools or carries more than a rack.
create view guard.chain_node as
    select n.id
    from polder.node n
    join polder.node_kind k on k.code = n.kind
    where k.dimension in ('power', 'heat', 'mass') and n.kind not in ('rack_heat', 'rack_mass');

-- What they carry, normally and under each failure.
create function api.chain_load(on_day date)
    returns table (node_id int, source_id int, normal_main bigint, normal_l1 bigint, normal_l2 bigint, normal_l3 bigint,
                   extra_main bigint, extra_l1 bigint, extra_l2 bigint, extra_l3 bigint)
    language sql stable security definer set search_path = polder, guard, api, public, pg_temp
    set enable_nestloop = off set work_mem = '64MB' -- adds up in memory, without sorting
as $$
    select s.node_id, s.source_id, sum(s.normal_main)::bigint, sum(s.normal_l1)::bigint, sum(s.normal_l2)::bigint,
           sum(s.normal_l3)::bigint, sum(s.extra_main)::bigint, sum(s.extra_l1)::bigint, sum(s.extra_l2)::bigint,
           sum(s.extra_l3)::bigint
    from (select l.node_id, l.source_id, l.normal_main, l.normal_l1, l.normal_l2, l.normal_l3, l.extra_main, l.extra_l1,
                 l.extra_l2, l.extra_l3
          from ledger l
          where l.day <= on_day
            and l.node_id in (select id from guard.chain_node)
          union all
          select g.node_id, g.source_id, -g.normal_main, -g.normal_l1, -g.normal_l2, -g.normal_l3, -g.extra_main,
                 -g.extra_l1, -g.extra_l2, -g.extra_l3
          from charge g
          where g.during @> on_day and g.placement_id = any (array(select id from guard.lapsed))
            and g.node_id in (select id from guard.chain_node)) s
    group by s.node_id, s.source_id
$$;

-- And how that changes: each change on its own, so that there may be several of one day. Lines of agreements, which not
-- everybody may see, are not among them.
create view api.chain_step with (security_barrier) as
    select l.node_id, l.source_id, l.day, l.normal_main, l.normal_l1, l.normal_l2, l.normal_l3, l.extra_main, l.extra_l1,
           l.extra_l2, l.extra_l3
    from polder.ledger l
    where l.node_id in (select id from guard.chain_node)
    union all
    select c.node_id, c.source_id, step.day, step.sign * c.normal_main, step.sign * c.normal_l1,
           step.sign * c.normal_l2, step.sign * c.normal_l3, step.sign * c.extra_main, step.sign * c.extra_l1,
           step.sign * c.extra_l2, step.sign * c.extra_l3
    from polder.charge c
    cross join lateral (values (lower(c.during), -1), (upper(c.during), 1)) step (day, sign)
    where c.node_id in (select id from guard.chain_node)
      and c.placement_id = any (array(select id from guard.lapsed)) and step.day is not null;

-- What racks bear, on all days: each change on its own, so that there may be several of one day. The trend looks back. A
-- view, whose rows go out one by one; those of a function would first be gathered.
create view api.rack_step with (security_barrier) as
    select l.node_id, l.day, l.normal_main as load
    from polder.ledger l
    where l.node_id in (select id from polder.node where kind in ('rack_heat', 'rack_mass'))
    union all
    select c.node_id, step.day, step.sign * c.normal_main
    from polder.charge c
    cross join lateral (values (lower(c.during), -1), (upper(c.during), 1)) step (day, sign)
    where c.node_id in (select id from polder.node where kind in ('rack_heat', 'rack_mass'))
      and c.placement_id = any (array(select id from guard.lapsed)) and step.day is not null;

grant select (node_id, day, load) on api.rack_step to polder_person;
grant select (node_id, source_id, day, normal_main, normal_l1, normal_l2, normal_l3, extra_main, extra_l1, extra_l2,
              extra_l3) on api.chain_step to polder_person;
