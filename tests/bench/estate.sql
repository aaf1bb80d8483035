-- An estate for measuring: two data centres, :racks racks, 20 places of 2 U in each rack, each with two outlets. Above each
-- outlet stand eight power nodes (bank, rack PDU, busway, PDU, switchboard and UPS of its side, then the generator and the
-- supply of both), and every rule has something to look at, so that none is over before it began: the devices are a
-- guest's, under an agreement with three lines; they have a model with rails, a crate, an air that they want and water
-- that they heat; they ask for network ports, a class of availability and the strictest data class; racks have a zone
-- that cools them, a floor that bears them and a loop that reaches them.
insert into polder.setting (key, value) values ('network_ports_refuse', '"1"');
insert into polder.organisation (code, name) values ('HOST', 'Host'), ('GUEST', 'Guest');
insert into polder.site (organisation_id, code, name)
select o.id, 'DC' || n, 'Data centre ' || n from polder.organisation o cross join generate_series(1, 2) n where o.code = 'HOST';
insert into polder.room (site_id, code, width_mm, depth_mm, height_mm, floor_class, protection_class, medical)
select id, 'HALL', 100000, 100000, 3000, 6, 'hoog', true from polder.site order by id;
-- The air of the room; and of a part of it where no rack stands, which nothing here would bear.
insert into polder.room_environment (room_id, setpoint_mc, drift_mk_per_h, vibration_class, emi_nt, floor_load_n_m2)
select id, 22000, 2000, 'VC-D', 50, 20000 from polder.room order by id;
insert into polder.room_environment (room_id, name, shape, setpoint_mc)
select id, 'oven', '[[90000,90000],[99000,90000],[99000,99000],[90000,99000]]', 45000 from polder.room order by id;
insert into polder.delivery_segment (room_id, route, ordinal, name, kind, width_mm, height_mm, length_mm, load_kg)
select o.id, t.route, t.ordinal, t.kind, t.kind, 1200, 2400, 2500, 1500
from polder.room o cross join (values ('main', 1, 'dock'), ('main', 2, 'lift'), ('main', 3, 'door'), ('side', 1, 'door')) t (route, ordinal, kind)
order by o.id, t.route, t.ordinal;
insert into polder.node (kind, site_id, room_id, name) select 'cooling_zone', site_id, id, 'zone' from polder.room order by id;
insert into polder.cooling_unit (room_id, zone_id, name, kind, sensible_w, airflow_m3_h)
select z.room_id, z.id, 'CRAH ' || u, 'CRAH', 100000000, 10000000
from polder.node z cross join generate_series(1, 4) u where z.kind = 'cooling_zone' order by z.id, u;
insert into polder.node (kind, site_id, room_id, name) select 'liquid_loop', site_id, id, 'loop' from polder.room order by id;
insert into polder.liquid_loop (node_id, supply_mc) select id, 18000 from polder.node where kind = 'liquid_loop' order by id;
insert into polder.rack_row (room_id, code) select id, 'ROW' from polder.room order by id;
insert into polder.rack (room_id, row_id, code, x_mm, y_mm, height_u, usable_depth_mm, rail_min_mm, rail_max_mm, tare_g, cooling,
                         airflow_supply_m3_h, cooling_zone_id, liquid_loop_id)
select o.id, w.id, 'R' || n, 600 * (n % 100), 3000 * (n / 100), 42, 1000, 500, 900, 100000, 'containment', 1000000, z.id, l.id
from generate_series(1, :racks) n
join (select o.*, row_number() over (order by o.id) - 1 as turn from polder.room o) o on o.turn = n % 2
join polder.rack_row w on w.room_id = o.id
join polder.node z on z.room_id = o.id and z.kind = 'cooling_zone'
join polder.node l on l.room_id = o.id and l.kind = 'liquid_loop'
order by n;
insert into polder.network_ports (rack_id, speed_mbps, medium, out_of_band, ports)
select r.id, p.speed_mbps, p.medium, p.out_of_band, 1000
from polder.rack r cross join (values (25000, 'SFP28', false), (1000, 'RJ45', true)) p (speed_mbps, medium, out_of_band)
order by r.id, p.speed_mbps;

insert into polder.node (kind, site_id, name) select 'supply', id, 'supply' from polder.site order by id;
insert into polder.node (kind, site_id, name, parent_id, units, concurrently_maintainable)
select 'generator', site_id, 'generator', id, 2, true from polder.node where kind = 'supply' order by id;
insert into polder.node (kind, site_id, name, side, parent_id)
select 'ups', n.site_id, 'ups ' || path, path, n.id
from polder.node n cross join unnest('{A,B}'::text[]) path where n.kind = 'generator' order by n.id, path;
insert into polder.node (kind, site_id, name, side, parent_id)
select 'switchboard', site_id, 'switchboard ' || side, side, id from polder.node where kind = 'ups' order by id;
insert into polder.node (kind, site_id, name, side, parent_id)
select 'pdu', n.site_id, 'pdu ' || n.side || p, n.side, n.id
from polder.node n cross join generate_series(1, 4) p where n.kind = 'switchboard' order by n.id, p;
insert into polder.node (kind, site_id, name, side, parent_id)
select 'busway', n.site_id, 'busway ' || n.name || b, n.side, n.id
from polder.node n cross join generate_series(1, 4) b where n.kind = 'pdu' order by n.id, b;
-- Racks hang on the sixteen busways of their side in turn.
insert into polder.node (kind, site_id, room_id, rack_id, name, side, parent_id)
select 'rack_pdu', r.site_id, r.room_id, r.id, r.code || ' pdu ' || b.side, b.side, b.id
from (select r.*, o.site_id, row_number() over (partition by r.room_id order by r.id) as n
      from polder.rack r join polder.room o on o.id = r.room_id) r
join (select b.*, row_number() over (partition by b.site_id, b.side order by b.id) as n
      from polder.node b where b.kind = 'busway') b on b.site_id = r.site_id and b.n = 1 + r.n % 16
order by r.id, b.side;
insert into polder.node (kind, site_id, room_id, rack_id, name)
select limited, o.site_id, o.id, r.id, limited || ' ' || r.code
from polder.rack r join polder.room o on o.id = r.room_id cross join unnest('{rack_mass,rack_heat}'::text[]) limited
order by r.id, limited;
-- Five places hang on each bank, and on one phase of it.
insert into polder.node (kind, site_id, room_id, rack_id, name, side, parent_id)
select 'bank', n.site_id, n.room_id, n.rack_id, n.name || ' bank ' || b, n.side, n.id
from polder.node n cross join generate_series(1, 4) b where n.kind = 'rack_pdu' order by n.id, b;
insert into polder.outlet (node_id, name, type, phases, max_ma)
select b.id, o.name, o.type, o.phases, o.max_ma
from polder.node b
cross join generate_series(1, 20) s
cross join lateral (values (s::text, 'C13', (1 + (s - 1) / 5 % 3)::text, 10000),
                           ('three ' || s, 'IEC 60309 16A 3P', '123', 16000)) o (name, type, phases, max_ma)
where b.kind = 'bank' and b.name like '% bank ' || 1 + (s - 1) / 5
order by b.id, s, o.name;

insert into polder.agreement (host_id, guest_id, reference, during, processor_agreement)
select h.id, g.id, 'HOST-GUEST', '[2020-01-01,2040-01-01)', 'PA-1'
from polder.organisation h join polder.organisation g on g.code = 'GUEST' where h.code = 'HOST';
insert into polder.node (kind, name) select 'agreement_line', 'line ' || unit from unnest('{U,kW,kg}'::text[]) unit;
insert into polder.agreement_line (agreement_id, topic, unit, quota, during, node_id)
select a.id, 'hosting', u.unit, 1000000000, a.during, n.id
from polder.agreement a cross join unnest('{U,kW,kg}'::text[]) u (unit)
join polder.node n on n.kind = 'agreement_line' and n.name = 'line ' || u.unit;
insert into polder.node_limit (node_id, normal_main, normal_line, failover_main, failover_line)
select n.id, 1e12, case when k.dimension = 'power' then 1e12 end, case when k.dimension = 'power' then 1e12 end,
       case when k.dimension = 'power' then 1e12 end
from polder.node n join polder.node_kind k on k.code = n.kind
where not exists (select from polder.node_limit l where l.node_id = n.id)       -- of zones, floors and ports the guard has said it
order by n.id;

-- The places: a rack, two units, an outlet on each side; and the same with three phases.
create table public.place as
select row_number() over (order by r.id, s) as id, s as slot, r.id as rack_id,
       row_number() over (partition by s order by r.id) as nth, 4 * (s - 1) as position_hu,
       array[a.id, b.id] as outlet_ids, array[a3.id, b3.id] as three_phase_ids
from polder.rack r
cross join generate_series(1, 20) s
join polder.node na on na.rack_id = r.id and na.side = 'A' and na.kind = 'bank' and na.name like '% bank ' || 1 + (s - 1) / 5
join polder.node nb on nb.rack_id = r.id and nb.side = 'B' and nb.kind = 'bank' and nb.name like '% bank ' || 1 + (s - 1) / 5
join polder.outlet a on a.node_id = na.id and a.name = s::text
join polder.outlet b on b.node_id = nb.id and b.name = s::text
join polder.outlet a3 on a3.node_id = na.id and a3.name = 'three ' || s
join polder.outlet b3 on b3.node_id = nb.id and b3.name = 'three ' || s;
alter table public.place add primary key (id);
insert into polder.manufacturer (name) values ('Maker');
insert into polder.model (manufacturer_id, name, height_hu, depth_mm, width_mm, rail_min_mm, rail_max_mm, inlet_min_mc, inlet_max_mc,
                          drift_mk_per_h, emi_nt, vibration_class, heat_to_water_w, water_inlet_min_mc, water_inlet_max_mc,
                          crate_width_mm, crate_depth_mm, crate_height_mm, crate_weight_g)
select id, 'Model', 4, 700, 440, 600, 800, 18000, 27000, 10000, 100, 'VC-C', 50, 15000, 25000, 700, 1000, 400, 40000
from polder.manufacturer;
insert into polder.system (name, personal_data, kind) values ('System', true, 'cluster');
-- A hundred of one phase, a hundred of three, and one that is more than any place has left.
insert into polder.equipment (owner_id, model_id, system_id, name, height_hu, budgeted_w, weight_g, depth_mm, width_mm, phases, plug,
                              airflow, inlet_min_mc, inlet_max_mc, drift_mk_per_h, data_class, medical, personal_data,
                              availability_class, ports)
select o.id, m.id, y.id, d.name, 4, d.budgeted_w, d.weight_g, 700, 440, d.phases,
       case d.phases when '1' then 'C14' else 'IEC 60309 16A 3P' end, 'front-to-rear', 18000, 27000, 10000, 'hoog', true, true, 3,
       '[{"count": 2, "speed_mbps": 25000, "medium": "SFP28"}, {"count": 1, "speed_mbps": 1000, "medium": "RJ45", "out_of_band": true}]'
from polder.organisation o
cross join polder.model m
cross join polder.system y
cross join lateral (select '' as name, 300 + n % 200 as budgeted_w, 20000 + n % 5000 as weight_g, phases, phases = '123' as turn, n
                    from unnest('{1,123}'::text[]) phases cross join generate_series(1, 100) n
                    union all
                    select 'too much', 20000, 20000, '1', true, 0) d
where o.code = 'GUEST'
order by d.turn, d.n;
