-- An estate for measuring: two data centres, :racks racks, twelve power nodes above each booking (supply, generator, and on
-- two sides UPS, switchboard, PDU, busway and rack PDU), 20 places of 2 U in each rack, each with two outlets.
insert into polder.organisation (code, name) values ('HOST', 'Host');
insert into polder.site (organisation_id, code, name)
select o.id, 'DC' || n, 'Data centre ' || n from polder.organisation o cross join generate_series(1, 2) n where o.code = 'HOST';
insert into polder.room (site_id, code, width_mm, depth_mm) select id, 'HALL', 100000, 100000 from polder.site order by id;
insert into polder.rack (room_id, code, height_u, usable_depth_mm)
select (select o.id from polder.room o order by o.id offset n % 2 limit 1), 'R' || n, 42, 1000
from generate_series(1, :racks) n;

insert into polder.node (kind, site_id, name) select 'supply', id, 'supply' from polder.site order by id;
insert into polder.node (kind, site_id, name, parent_id)
select 'generator', site_id, 'generator', id from polder.node where kind = 'supply' order by id;
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
insert into polder.outlet (node_id, name, type, phases, max_ma)
select n.id, s::text, 'C13', (1 + (s - 1) % 3)::text, 10000
from polder.node n cross join generate_series(1, 20) s where n.kind = 'rack_pdu' order by n.id, s;
insert into polder.outlet (node_id, name, type, phases, max_ma)
select n.id, 'three ' || s, 'IEC 60309 16A 3P', '123', 16000
from polder.node n cross join generate_series(1, 20) s where n.kind = 'rack_pdu' order by n.id, s;
insert into polder.node_limit (node_id, normal_main, normal_line, failover_main, failover_line)
select n.id, 1e12, case when k.dimension = 'power' then 1e12 end, case when k.dimension = 'power' then 1e12 end,
       case when k.dimension = 'power' then 1e12 end
from polder.node n join polder.node_kind k on k.code = n.kind order by n.id;

-- The places: a rack, two units, an outlet on each side; and the same with three phases.
create table public.place as
select row_number() over (order by r.id, s) as id, s as slot, r.id as rack_id,
       row_number() over (partition by s order by r.id) as nth, 4 * (s - 1) as position_hu,
       array[a.id, b.id] as outlet_ids, array[a3.id, b3.id] as three_phase_ids
from polder.rack r
cross join generate_series(1, 20) s
join polder.node na on na.rack_id = r.id and na.side = 'A'
join polder.node nb on nb.rack_id = r.id and nb.side = 'B'
join polder.outlet a on a.node_id = na.id and a.name = s::text
join polder.outlet b on b.node_id = nb.id and b.name = s::text
join polder.outlet a3 on a3.node_id = na.id and a3.name = 'three ' || s
join polder.outlet b3 on b3.node_id = nb.id and b3.name = 'three ' || s;
alter table public.place add primary key (id);
insert into polder.equipment (owner_id, height_hu, budgeted_w, weight_g, depth_mm)
select o.id, 4, 300 + n % 200, 20000 + n % 5000, 700
from polder.organisation o cross join generate_series(1, 100) n where o.code = 'HOST';
-- One that is more than any place has left.
insert into polder.equipment (owner_id, height_hu, budgeted_w, weight_g, depth_mm, name)
select o.id, 4, 20000, 20000, 700, 'too much' from polder.organisation o where o.code = 'HOST';
-- The same with three phases.
insert into polder.equipment (owner_id, height_hu, budgeted_w, weight_g, depth_mm, phases)
select o.id, 4, 300 + n % 200, 20000 + n % 5000, 700, '123'
from polder.organisation o cross join generate_series(1, 100) n where o.code = 'HOST';
