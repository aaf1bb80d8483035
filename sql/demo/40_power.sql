-- The power chain of each site, cooling zones, and what hangs below them in every rack.
--
--   grid - generators - ATS A - UPS A - switchboard A of the hall - busway A of the row - tap-off - rack PDU
--                                    \ ATS B - UPS B - ...
-- Sides A and B share the supply and the generators only. A paralleled plant is one node: normally its sum without the
-- largest unit may be used, and all of it while something else has failed.

-- Power nodes by path: kVA at 0.95 gives the kW, and a third of it on each phase.
create function demo.power_node(site text, parent text, kind text, name text, side text, room text, kva int,
                                units int default 1) returns int
    language sql as $$
    with made as (
        insert into polder.node (kind, parent_id, site_id, room_id, name, side, units, concurrently_maintainable)
        values (kind, demo.node(site, parent), demo.site(site), demo.room(site || '/' || room), name, side, units,
                units > 1)
        returning id
    )
    insert into polder.node_limit (node_id, normal_main, normal_line, failover_main, failover_line, rating_main,
                                   rating_line, source)
    select id, main * usable / units, line * usable / units, main, line, main, line, kva || ' kVA'
    from made
    cross join (select kva * 950000::bigint as main, kva * 1000000::bigint / 3 as line,
                       case when units > 1 then units - 1 else 1 end as usable) rating
    returning node_id
$$;

select demo.power_node(site, parent, kind, name, side, room, kva, units)
from (values
    (1, 'LEIDEN', null, 'supply', 'GRID', null, null, 2500, 1),
    (1, 'LUMC', null, 'supply', 'GRID', null, null, 1250, 1),
    (2, 'LEIDEN', 'GRID', 'generator', 'GEN', null, null, 2400, 3),
    (2, 'LUMC', 'GRID', 'generator', 'GEN', null, null, 1500, 3)
) n (level, site, parent, kind, name, side, room, kva, units)
order by level, site;

select demo.power_node(n.site, n.parent || coalesce('-' || nullif(n.parent_side, ''), ''), n.kind,
                       n.name || '-' || side, side, n.room, n.kva)
from (values
    (3, 'LEIDEN', 'GEN', '', 'transfer', 'ATS', null, 1600),
    (3, 'LUMC', 'GEN', '', 'transfer', 'ATS', null, 800),
    (4, 'LEIDEN', 'ATS', '?', 'ups', 'UPS', null, 1000),
    (4, 'LUMC', 'ATS', '?', 'ups', 'UPS', null, 500),
    (5, 'LEIDEN', 'UPS', '?', 'switchboard', 'SB-DC1', 'DC1', 630),
    (5, 'LEIDEN', 'UPS', '?', 'switchboard', 'SB-DC2', 'DC2', 800),
    (5, 'LEIDEN', 'UPS', '?', 'pdu', 'PDU-LAB', 'LAB', 63),
    (5, 'LUMC', 'UPS', '?', 'switchboard', 'SB-M1', 'M1', 500),
    (5, 'LUMC', 'UPS', '?', 'pdu', 'PDU-LAB', 'LAB', 63)
) p (level, site, parent, parent_side, kind, name, room, kva)
cross join (values ('A'), ('B')) s (side)
cross join lateral (select p.level, p.site, p.parent, replace(p.parent_side, '?', side) as parent_side, p.kind, p.name,
                           p.room, p.kva) n
order by n.level, n.site, n.name, side;

-- A busway for each row and side: 400 A at Leiden (277 kVA), 250 A at LUMC (173 kVA).
select demo.power_node(h.site_code, 'SB-' || h.code || '-' || side, 'busway',
                       h.code || '-BW-' || w.code || '-' || side, side, h.code,
                       case h.site_code when 'LEIDEN' then 277 else 173 end)
from demo.hall h
join rack_row w on w.room_id = h.id
cross join (values ('A'), ('B')) s (side)
order by h.path, w.code, side;

-- Cooling zones: rows A and B, and the rows behind. The limit is the sum of the units without the largest (N+1).
create table demo.zone_plan (room text, zone text, rows text, kind text, units int, unit_w int);
insert into demo.zone_plan values
    ('LEIDEN/DC1', 'DC1-Z1', 'AB', 'CRAH', 6, 60000), ('LEIDEN/DC1', 'DC1-Z2', 'CDE', 'CRAH', 6, 60000),
    ('LEIDEN/DC2', 'DC2-Z1', 'AB', 'CDU', 4, 140000), ('LEIDEN/DC2', 'DC2-Z2', 'CDE', 'CDU', 4, 100000),
    ('LUMC/M1', 'M1-Z1', 'AB', 'CRAH', 5, 60000), ('LUMC/M1', 'M1-Z2', 'CDE', 'CRAH', 5, 50000);

with made as (
    insert into node (kind, site_id, room_id, name, units)
    select 'cooling_zone', r.site_id, r.id, z.zone, z.units
    from demo.zone_plan z join room r on r.id = demo.room(z.room)
    order by z.zone
    returning id, name
)
insert into node_limit (node_id, normal_main, failover_main, rating_main, source)
select made.id, (z.units - 1) * z.unit_w * 1000::bigint, (z.units - 1) * z.unit_w * 1000::bigint,
       z.units * z.unit_w * 1000::bigint, 'N+1: ' || z.units || ' x ' || z.unit_w / 1000 || ' kW'
from made join demo.zone_plan z on z.zone = made.name;

-- Half of a zone's units stand along the west wall, half along the east, on alternating feeds.
insert into cooling_unit (room_id, zone_id, feed_id, name, kind, sensible_w, airflow_m3_h, x_mm, y_mm)
select h.id, demo.node(h.site_code, z.zone),
       demo.node(h.site_code, 'SB-' || h.code || '-' || case i % 2 when 0 then 'A' else 'B' end),
       z.zone || '-' || i, z.kind, z.unit_w, z.unit_w * 249 / 1000,
       case i % 2 when 1 then 300 else h.width_mm - 1200 end,
       case z.rows when 'AB' then 1200 else 8400 end + (i - 1) / 2 * 1200
from demo.zone_plan z join demo.hall h on h.path = z.room
cross join lateral generate_series(1, z.units) i
order by z.zone, i;

update rack k
set cooling_zone_id = demo.node(h.site_code, z.zone)
from demo.hall h, rack_row w, demo.zone_plan z
where h.id = k.room_id and w.id = k.row_id and z.room = h.path and position(w.code in z.rows) > 0;

-- Racks: 1,000 kg for the narrow ones, 1,360 for the wide; heat by the density limit of their cooling.
select guard.furnish_racks(
    array_agg(k.id order by k.id),
    array_agg(demo.node(h.site_code, h.code || '-BW-' || w.code || '-A') order by k.id),
    array_agg(demo.node(h.site_code, h.code || '-BW-' || w.code || '-B') order by k.id),
    array_agg(case when k.width_mm = 800 then '16A 3P' else p.feed end order by k.id),
    array_agg(case when k.width_mm = 800 then 1360000::bigint else 1000000 end order by k.id),
    array_agg(1000 * (density.value ->> k.cooling)::bigint order by k.id),
    true)
from rack k
join demo.hall h on h.id = k.room_id
join rack_row w on w.id = k.row_id
join demo.row_plan p on p.room = h.path and p.row = w.code and p.planned = (lower(k.during) > guard.today())
join setting density on density.key = 'density_limit_w';

-- The instrument rooms have wall boxes instead of racks.
insert into node (kind, parent_id, site_id, room_id, name, side, phases)
select 'rack_pdu', demo.node(h.site_code, 'PDU-LAB-' || side), h.site_id, h.id, 'LAB-BOX-' || side || i, side, i::text
from demo.hall h cross join (values ('A'), ('B')) s (side) cross join generate_series(1, 3) i
where h.code = 'LAB'
order by h.path, side, i;

insert into node_limit (node_id, normal_main, normal_line, failover_main, failover_line, rating_main, rating_line,
                        source)
select id, 7360000, 7360000, 7360000, 7360000, 7360000, 7360000, '32A 1P' from node where name like 'LAB-BOX-%';

insert into outlet (node_id, name, type, phases, max_ma)
select n.id, o.name, o.type, n.phases, o.max_ma
from node n
cross join (values ('S1', 'IEC 60309 16A 1P', 16000), ('S2', 'IEC 60309 16A 1P', 16000), ('C1', 'C13', 10000),
                   ('C2', 'C13', 10000)) o (name, type, max_ma)
where n.name like 'LAB-BOX-%';
