-- Takes back the bookings of slot :slot, with limits such that every node is at 99 % of its own when they are in again:
-- normally, on the fullest phase, and under the worst failure.
create temporary table peak as
with failure as (
    select distinct l.node_id, f.source_id from polder.ledger l cross join lateral unnest(array[0, l.source_id]) f (source_id)
), day as (
    select f.node_id, f.source_id, l.day,
           sum(l.normal_main + x.share * l.extra_main) as main, sum(l.normal_l1 + x.share * l.extra_l1) as l1,
           sum(l.normal_l2 + x.share * l.extra_l2) as l2, sum(l.normal_l3 + x.share * l.extra_l3) as l3
    from failure f
    join polder.ledger l on l.node_id = f.node_id
    cross join lateral (select case l.source_id when f.source_id then 1 else 0 end as share) x
    group by f.node_id, f.source_id, l.day
), level as (
    select d.node_id, d.source_id, sum(d.main) over w as main,
           greatest(sum(d.l1) over w, sum(d.l2) over w, sum(d.l3) over w) as line
    from day d window w as (partition by d.node_id, d.source_id order by d.day)
)
select v.node_id, ceil(max(v.main) filter (where v.source_id = 0) / 0.99) as normal_main,
       ceil(max(v.line) filter (where v.source_id = 0) / 0.99) as normal_line,
       ceil(max(v.main) filter (where v.source_id > 0) / 0.99) as failover_main,
       ceil(max(v.line) filter (where v.source_id > 0) / 0.99) as failover_line
from level v group by v.node_id;
update polder.placement set state = 'released', hold_until = null where position_hu = 4 * (:slot - 1);
update polder.node_limit i
set normal_main = p.normal_main, normal_line = nullif(p.normal_line, 0), failover_main = p.failover_main,
    failover_line = nullif(p.failover_line, 0)
from peak p where p.node_id = i.node_id;
delete from public.bare where position_hu = 4 * (:slot - 1);
vacuum analyze;
