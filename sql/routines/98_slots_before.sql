-- Places in slots and bays that are older than their derived rows (0017_slots.sql) get them now; elsewhere there are none.
do $$
declare
    old int[] := array(select p.id from polder.placement p
                       where p.state <> 'released' and num_nonnulls(p.zero_u_slot, p.bay_id) > 0 and not p.contested
                         and not exists (select from polder.slot_box b where b.placement_id = p.id));
begin
    if old <> '{}' then
        perform guard.settle(old, 'import');
    end if;
end
$$;
