-- The same row with its key and an exclusion constraint over the same dimensions, and nothing else: what a booking costs
-- at the least.
create table public.bare (
    id int generated always as identity primary key,
    equipment_id int not null,
    state text not null,
    during daterange not null,
    rack_id int not null,
    hu int4range not null,
    depth int4range not null,
    width int4range not null,
    outlet_ids int[] not null,
    exclude using gist (rack_id with =, hu with &&, depth with &&, width with &&, during with &&)
);
insert into public.bare (equipment_id, state, during, rack_id, hu, depth, width, outlet_ids)
select p.equipment_id, p.state, p.during, p.rack_id, b.hu, b.depth, b.width, p.outlet_ids
from polder.placement p join polder.box b on b.placement_id = p.id;
analyze;
