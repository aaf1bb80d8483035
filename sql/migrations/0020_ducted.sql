-- Equipment whose air is led to the right aisle by a duct may stand against it: rule C4 only warns of it.
alter table polder.equipment add column ducted boolean not null default false;
alter table history.equipment add column ducted boolean;
