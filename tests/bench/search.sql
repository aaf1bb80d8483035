-- Where something fits, as one query: 4 U, 700 mm deep, 35 kg, 1.2 kW on two cords, for $1 from $2 until $3; the 20 best.
-- Over the whole period it looks at free units, what rack and floor zone bear and cool, what each node above the rack
-- PDUs of two sides carries, and agreements with their quotas. What find-space knows beyond that it leaves out:
-- single failures, phases, outlets, plugs, depths behind each other, and why the other racks are none.
with wanted as materialized (
    select $1::int as owner, $2::date as since, $3::date as until, daterange($2, $3) as during,
           8 as hu, 35000 as g, 1200000 as mw
),
change as (
    select l.node_id, greatest(l.day, w.since) as day, sum(l.normal_main) as change
    from polder.ledger l cross join wanted w
    where l.day < w.until
    group by l.node_id, greatest(l.day, w.since)
),
peak as materialized (
    select node_id, max(level) as peak
    from (select node_id, sum(change) over (partition by node_id order by day) as level from change) s
    group by node_id
),
bears as materialized (
    select n.id as node_id, n.kind, n.rack_id, n.side,
           (select min(m.normal_main) from polder.node_limit m
            where m.node_id = n.id and m.from_date < w.until
              and m.from_date >= coalesce((select max(e.from_date) from polder.node_limit e
                                           where e.node_id = n.id and e.from_date <= w.since), w.since))
           - coalesce(p.peak, 0) as free
    from polder.node n cross join wanted w left join peak p on p.node_id = n.id
),
gap as (
    select r.id as rack_id, upper(part.units) - (lower(part.units) + lower(part.units) % 2) as height
    from polder.rack r cross join wanted w
    left join lateral (select range_agg(b.hu) as taken from polder.box b
                       where b.rack_id = r.id and b.during && w.during and lower(b.depth) < 820) t on true
    cross join unnest(int4multirange(int4range(0, 2 * r.height_u)) - coalesce(t.taken, int4multirange())) part (units)
    where r.during @> w.during and r.usable_depth_mm >= 820
),
room as (
    select g.rack_id, min(g.height) as gap
    from gap g cross join wanted w
    where g.height >= w.hu
    group by g.rack_id
),
side as (
    select b.rack_id, b.side, min(u.free) as free
    from bears b
    join polder.node_path p on p.node_id = b.node_id
    join bears u on u.node_id = p.ancestor_id
    where b.kind = 'rack_pdu'
    group by b.rack_id, b.side
),
powered as (
    select s.rack_id, min(s.free) as free
    from side s cross join wanted w
    where s.free >= w.mw / 2
    group by s.rack_id having count(*) >= 2
)
select r.id, r.code, o.gap, p.free as mw_left, m.free as g_left
from room o
join polder.rack r on r.id = o.rack_id
join polder.room l on l.id = r.room_id
join polder.site s on s.id = l.site_id
cross join wanted w
join powered p on p.rack_id = r.id
join bears m on m.rack_id = r.id and m.kind = 'rack_mass' and m.free >= w.g
join bears h on h.rack_id = r.id and h.kind = 'rack_heat' and h.free >= w.mw
left join bears z on z.node_id = r.cooling_zone_id
where (r.cooling_zone_id is null or z.free >= w.mw)
  and (s.organisation_id = w.owner or exists (
        select from polder.agreement a
        where a.host_id = s.organisation_id and a.guest_id = w.owner and a.during @> w.during
          and not exists (select from polder.agreement_line i join bears q on q.node_id = i.node_id
                          where i.agreement_id = a.id and i.topic = 'hosting' and i.during && w.during
                            and q.free < case i.unit when 'U' then w.hu when 'kW' then w.mw when 'kg' then w.g
                                                     else 0 end)))
order by o.gap, m.free desc, r.id
limit 20
