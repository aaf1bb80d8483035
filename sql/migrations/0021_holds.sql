-- Said by the column, not by the state: else every look for the hold of one device may read all holds there are.
drop index polder.placement_hold;
create index placement_hold on polder.placement (hold_until) where hold_until is not null;
