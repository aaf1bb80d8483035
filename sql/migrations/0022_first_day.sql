-- A booking has a first day: sums are kept from day to day, and "since ever" is none.
alter table polder.placement
    add constraint placement_first_day check (lower(during) > '-infinity') not valid;
