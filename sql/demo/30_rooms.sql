-- Rooms to scale, in mm: x to the east, y to the south. Rows run from west to east and look at each other over a cold
-- aisle; behind them are the hot aisles.
--
--   y  2400  row A, front to the south     3600..4800  cold aisle
--      4800  row B, front to the north     6000..7200  hot aisle
--      7200  row C, front to the south     ... and so on, one row every 2400 mm

insert into room (site_id, code, name, width_mm, depth_mm, height_mm, floor_class, protection_class, medical)
select demo.site(site), code, name, width, depth, 3600, floor_class, protection, medical
from (values
    ('LEIDEN', 'DC1', 'Data hall 1', 12000, 15600, 4, 'middel', false),
    ('LEIDEN', 'DC2', 'Data hall 2', 19200, 15600, 5, 'middel', false),
    ('LEIDEN', 'LAB', 'Instrument room', 9000, 7200, 5, 'middel', false),
    ('LUMC', 'M1', 'Data hall', 12000, 15600, 5, 'hoog', true),
    ('LUMC', 'LAB', 'Instrument room', 10800, 7200, 6, 'hoog', true)
) r (site, code, name, width, depth, floor_class, protection, medical);

create view demo.hall as
    select r.*, s.code as site_code, s.code || '/' || r.code as path
    from room r join site s on s.id = r.site_id;

-- Walls all around, a double door in the east, a personnel door in the south.
insert into room_feature (room_id, kind, name, shape, keep_clear)
select r.id, f.kind, f.name, f.shape, true
from demo.hall r
cross join lateral (values
    ('wall', 'north wall', demo.rectangle(0, 0, r.width_mm, 200)),
    ('wall', 'south wall', demo.rectangle(0, r.depth_mm - 200, r.width_mm, 200)),
    ('wall', 'west wall', demo.rectangle(0, 200, 200, r.depth_mm - 400)),
    ('wall', 'east wall', demo.rectangle(r.width_mm - 200, 200, 200, r.depth_mm - 400)),
    ('door', 'double door', demo.rectangle(r.width_mm - 200, r.depth_mm - 2600, 200, 1800)),
    ('door', 'personnel door', demo.rectangle(600, r.depth_mm - 200, 1000, 200))
) f (kind, name, shape);

-- Columns of 600 mm on the building's grid: at the head of the rows and beside the last rack.
insert into room_feature (room_id, kind, name, shape, keep_clear)
select r.id, 'column', 'column ' || c.name, demo.rectangle(c.x, c.y, 600, 600), true
from demo.hall r
join (values
    ('DC1', 'K1', 10800, 5100), ('DC1', 'K2', 10800, 9900), ('DC1', 'K3', 4800, 1200), ('DC1', 'K4', 8400, 14400),
    ('DC2', 'K1', 18000, 5100), ('DC2', 'K2', 18000, 9900), ('DC2', 'K3', 7200, 1200), ('DC2', 'K4', 13200, 14400),
    ('M1', 'K1', 10800, 5100), ('M1', 'K2', 10800, 9900), ('LAB', 'K1', 4200, 300)
) c (room, name, x, y) on c.room = r.code;

-- Aisles between the rows. Air rises through the tiles of the cold aisle and leaves to the west above the hot one.
insert into room_feature (room_id, kind, name, shape, airflow_deg, keep_clear)
select r.id, a.kind, a.name, demo.rectangle(1800, a.y, r.width_mm - 3600, 1200), 270, true
from demo.hall r
cross join (values
    ('aisle_hot', 'hot aisle A', 1200), ('aisle_cold', 'cold aisle A-B', 3600), ('aisle_hot', 'hot aisle B-C', 6000),
    ('aisle_cold', 'cold aisle C-D', 8400), ('aisle_hot', 'hot aisle D-E', 10800), ('aisle_cold', 'cold aisle E', 13200)
) a (kind, name, y)
where r.code <> 'LAB';

insert into room_feature (room_id, kind, name, shape, keep_clear)
select r.id, 'containment', 'contained ' || a.name, a.shape, false
from demo.hall r
join room_feature a on a.room_id = r.id and a.kind = 'aisle_cold'
where r.code in ('DC1', 'M1');

insert into room_feature (room_id, kind, name, shape, keep_clear) values
    (demo.room('LEIDEN/DC1'), 'area', 'staging', demo.rectangle(9000, 600, 2400, 1200), false),
    (demo.room('LEIDEN/DC2'), 'area', 'expansion, 50 racks', demo.rectangle(10400, 2400, 6600, 10800), false),
    (demo.room('LUMC/M1'), 'area', 'staging', demo.rectangle(9000, 600, 2400, 1200), false),
    (demo.room('LEIDEN/LAB'), 'area', 'low vibration', demo.rectangle(600, 3000, 3600, 3600), false),
    (demo.room('LUMC/LAB'), 'area', 'low vibration', demo.rectangle(600, 3000, 4200, 3600), false);

-- What the rooms hold: 22 °C in the halls, 21.5 in the instrument rooms, where a corner on a slab of its own is quiet.
insert into room_environment (room_id, name, shape, setpoint_mc, drift_mk_per_h, vibration_class, emi_nt, acoustic_db,
                              floor_load_n_m2)
select r.id, 'whole room', null, case when r.code = 'LAB' then 21500 else 22000 end,
       case when r.code = 'LAB' then 1000 else 5000 end, case when r.code = 'LAB' then 'VC-A' end,
       case when r.code = 'LAB' then 300 else 5000 end, case when r.code = 'LAB' then 52 else 78 end,
       case when r.code = 'DC1' then 12000 else 15000 end
from demo.hall r
union all
select a.room_id, a.name, a.shape, 21500, 500, 'VC-C', 100, 48, 20000
from room_feature a where a.kind = 'area' and a.name = 'low vibration';

insert into media_point (room_id, medium, name, x_mm, y_mm, capacity, unit)
select demo.room(room), medium, name, x, y, capacity, unit
from (values
    ('LEIDEN/LAB', 'network', 'N1', 600, 600, 4, 'port'), ('LEIDEN/LAB', 'nitrogen', 'G1', 1200, 600, 30, 'l/min'),
    ('LEIDEN/LAB', 'helium', 'G2', 1500, 600, 5, 'l/min'), ('LEIDEN/LAB', 'exhaust', 'V1', 2400, 600, 200, 'm3/h'),
    ('LUMC/LAB', 'network', 'N1', 600, 600, 8, 'port'), ('LUMC/LAB', 'nitrogen', 'G1', 1200, 600, 60, 'l/min'),
    ('LUMC/LAB', 'exhaust', 'V1', 2400, 600, 400, 'm3/h'),
    ('LUMC/LAB', 'compressed air', 'P1', 3000, 600, 100, 'l/min'),
    ('LUMC/LAB', 'water', 'W1', 3600, 600, 10, 'l/min'), ('LUMC/LAB', 'drain', 'W2', 3900, 600, 10, 'l/min')
) m (room, medium, name, x, y, capacity, unit);

insert into delivery_segment (room_id, ordinal, name, kind, width_mm, height_mm, length_mm, load_kg, point_load_n)
select r.id, s.*
from demo.hall r
cross join (values
    (1, 'loading dock', 'dock', 3000, 3200, 6000, 5000, null), (2, 'dock door', 'door', 2400, 2600, 300, null, null),
    (3, 'goods lift', 'lift', 1800, 2300, 2700, 2500, 9000), (4, 'corridor', 'corridor', 2100, 2500, 24000, null, 4000),
    (5, 'double door', 'door', 1800, 2350, 200, null, null)
) s (ordinal, name, kind, width, height, length, load, point_load);

-- Rows of racks. The first rack of a row is the network rack: 800 mm wide, 48U. Of the planned ones only the dates
-- differ: they exist from a year after next September.
create table demo.row_plan (
    room text, row text, racks int, front_deg int, height_u int, cooling text, feed text, planned boolean
);
insert into demo.row_plan values
    ('LEIDEN/DC1', 'A', 13, 180, 42, 'containment', '16A 3P', false),
    ('LEIDEN/DC1', 'B', 13,   0, 42, 'containment', '16A 3P', false),
    ('LEIDEN/DC1', 'C', 13, 180, 42, 'containment', '16A 3P', false),
    ('LEIDEN/DC1', 'D', 13,   0, 42, 'containment', '32A 1P', false),
    ('LEIDEN/DC1', 'E', 13, 180, 42, 'containment', '16A 3P', false),
    ('LEIDEN/DC2', 'A', 13, 180, 47, 'rear-door',   '32A 3P', false),
    ('LEIDEN/DC2', 'B', 13,   0, 47, 'rear-door',   '32A 3P', false),
    ('LEIDEN/DC2', 'C', 13, 180, 47, 'rear-door',   '16A 3P', false),
    ('LEIDEN/DC2', 'D', 13,   0, 47, 'rear-door',   '32A 1P', false),
    ('LEIDEN/DC2', 'E', 13, 180, 47, 'rear-door',   '32A 3P', false),
    ('LEIDEN/DC2', 'A', 10, 180, 48, 'rear-door',   '32A 3P', true),
    ('LEIDEN/DC2', 'B', 10,   0, 48, 'rear-door',   '32A 3P', true),
    ('LEIDEN/DC2', 'C', 10, 180, 48, 'rear-door',   '32A 3P', true),
    ('LEIDEN/DC2', 'D', 10,   0, 48, 'rear-door',   '32A 3P', true),
    ('LEIDEN/DC2', 'E', 10, 180, 48, 'rear-door',   '32A 3P', true),
    ('LUMC/M1',    'A', 12, 180, 47, 'in-row',      '32A 3P', false),
    ('LUMC/M1',    'B', 12,   0, 42, 'containment', '16A 3P', false),
    ('LUMC/M1',    'C', 12, 180, 42, 'containment', '16A 3P', false),
    ('LUMC/M1',    'D', 12,   0, 42, 'containment', '32A 1P', false),
    ('LUMC/M1',    'E', 12, 180, 42, 'none',        '32A 1P', false);

insert into rack_row (room_id, code)
select distinct demo.room(room), row from demo.row_plan order by 1, 2;

insert into rack (room_id, row_id, code, x_mm, y_mm, orientation_deg, width_mm, depth_mm, height_mm, height_u,
                  usable_depth_mm, rail_min_mm, rail_max_mm, zero_u_slots, tare_g, cooling, during)
select w.room_id, w.id, w.code || lpad((case when p.planned then 13 else 0 end + n)::text, 2, '0'),
       case when p.planned then 10400 + 600 * (n - 1)
            when n = 1 then 1800 else 2600 + 600 * (n - 2) end,
       2400 * (ascii(w.code) - ascii('A') + 1), p.front_deg,
       case when is_network then 800 else 600 end, 1200,
       case when is_network or p.height_u = 48 then 2300 else 2000 + 45 * (p.height_u - 42) end,
       case when is_network then 48 else p.height_u end, 1080, 700, 960, 2,
       case when is_network then 165000 else 135000 end, p.cooling,
       daterange(case when p.planned then demo.next_month(9) + 365 else '2018-01-01' end, null)
from demo.row_plan p
join rack_row w on w.room_id = demo.room(p.room) and w.code = p.row
cross join generate_series(1, p.racks) n
cross join lateral (select n = 1 and not p.planned as is_network) k
order by p.planned, w.room_id, w.code, n;

-- Units that nothing may use: a cable gland at the top of every network rack, a bent rail, a shelf for the key box.
insert into blocked_unit (rack_id, hu, reason, during)
select id, int4range(94, 96), 'cable entry', daterange('2018-01-01', null) from rack where width_mm = 800
union all
select demo.rack('LEIDEN/DC1/C07'), int4range(76, 80), 'rail bent, to be replaced',
       daterange(demo.day(-40), demo.day(60))
union all
select demo.rack('LUMC/M1/E09'), int4range(0, 4), 'key box on a shelf', daterange('2021-05-01', null);

insert into network_ports (row_id, speed_mbps, medium, out_of_band, ports)
select w.id, p.* from rack_row w
cross join (values (25000, 'SFP28', false, 96), (10000, 'RJ45', false, 96), (1000, 'RJ45', true, 144)) p;
