-- What stands on the floor: its shape on the plan (S6), the air and the water of its room (C2, C7). And liquid cooling,
-- also of what is mounted in a rack.

-- Derived, as 0008_placements.sql says. A rectangle without rotation cannot stand for a turned one, and a constraint
-- knows no polygons: the guard compares these under the lock of the data centre. Corners x1,y1,...,x4,y4 in whole mm.
drop table polder.floor_box;
create table polder.floor_shape (
    placement_id int primary key,
    room_id int not null,
    footprint int[] not null,
    clearance int[] not null,           -- the footprint with what has to stay free around it
    bounds box not null,                -- around both
    during daterange not null check (not isempty(during))
);
create index on polder.floor_shape using gist (room_id, bounds);

-- What is in the way, where several things may have the same name: which of them. Only to compare what was with what is.
alter table polder.misfit add column other text not null default '';

alter table polder.room
    add column cooling_zone_id int references polder.node,          -- of what stands on its floor; null: no limit
    add column liquid_loop_id int references polder.node;           -- that reaches its floor
create index on polder.room (cooling_zone_id);
create index on polder.room (liquid_loop_id);
alter table history.room add column cooling_zone_id int, add column liquid_loop_id int;

alter table polder.rack add column liquid_loop_id int references polder.node;
create index on polder.rack (liquid_loop_id);
alter table history.rack add column liquid_loop_id int;

alter table polder.model
    add column water_flow_ml_min bigint check (water_flow_ml_min > 0),
    add column water_inlet_min_mc int,                              -- millidegree Celsius of the water that it takes in
    add column water_inlet_max_mc int;
alter table history.model
    add column water_flow_ml_min bigint, add column water_inlet_min_mc int, add column water_inlet_max_mc int;
