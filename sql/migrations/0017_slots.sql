-- Places with a number instead of units: 0U slots beside the rails of a rack, and the bays of a chassis.

-- The chassis belongs to the place and not to the device: a blade that moves from one chassis to another has a past in the
-- first.
alter table polder.placement add column chassis_id int references polder.equipment;
alter table history.placement add column chassis_id int;
create index on polder.placement (chassis_id);
alter table polder.placement disable trigger user;
update polder.placement p set chassis_id = e.parent_id
from polder.equipment e where e.id = p.equipment_id and p.bay_id is not null;
alter table polder.placement enable trigger user;
alter table history.placement disable trigger user;
update history.placement p set chassis_id = e.parent_id
from polder.equipment e where e.id = p.equipment_id and p.bay_id is not null;
alter table history.placement enable trigger user;
alter table polder.equipment drop column parent_id cascade;
alter table history.equipment drop column parent_id cascade;
alter table polder.placement add check ((bay_id is null) = (chassis_id is null));

-- Derived, as 0008_placements.sql says: what occupies a numbered place, in a rack or in a chassis (the other is 0).
create table polder.slot_box (
    id bigint generated always as identity primary key,
    rack_id int not null,
    chassis_id int not null,                    -- equipment
    slot int not null,                          -- the number of the 0U slot; of a chassis the id of the bay
    during daterange not null check (not isempty(during)),
    placement_id int not null,
    check ((rack_id = 0) <> (chassis_id = 0)),
    constraint slot_overlap exclude using gist
        (rack_id with =, chassis_id with =, slot with =, during with &&)
);
create index on polder.slot_box (placement_id);

-- What is in a chassis asks of the nodes where the chassis stands: of one node twice, if that moves and the node is above
-- both places.
alter table polder.charge drop constraint charge_pkey, add primary key (placement_id, node_id, source_id, during);
