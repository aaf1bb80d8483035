-- What a booking has to fit besides the sums: columns that the rules P7, S2, S9, G2 and G3 read.

alter table polder.model
    add column rail_min_mm int check (rail_min_mm > 0),             -- what the rails can be set to, front to rear
    add column rail_max_mm int check (rail_max_mm >= rail_min_mm),
    add column crate_width_mm int check (crate_width_mm > 0),       -- as it is delivered
    add column crate_depth_mm int check (crate_depth_mm > 0),
    add column crate_height_mm int check (crate_height_mm > 0),
    add column crate_weight_g bigint check (crate_weight_g > 0);
alter table history.model
    add column rail_min_mm int, add column rail_max_mm int, add column crate_width_mm int, add column crate_depth_mm int,
    add column crate_height_mm int, add column crate_weight_g bigint;

alter table polder.equipment
    add column personal_data boolean not null default false,
    add column availability_class smallint check (availability_class between 1 and 4);
alter table history.equipment
    add column personal_data boolean, add column availability_class smallint;

alter table polder.system add column personal_data boolean not null default false;    -- may hold them
alter table history.system add column personal_data boolean;

-- Derived, as 0008_placements.sql says: what stands although it does not fit, taken over or overtaken by a change of its
-- surroundings. Whoever changes something else of it is not refused for that.
create table polder.misfit (
    placement_id int not null,
    rule text not null,
    place text not null,
    node_id int,
    requested bigint not null,
    used bigint not null,
    capacity bigint,                                                -- null: nobody knows
    unit text not null,
    quantity text not null,
    failing text not null,
    during daterange not null check (not isempty(during))
);
create index on polder.misfit (placement_id);
