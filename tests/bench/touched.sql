-- Rows of the ledger that one booking writes: of days and of bounds.
begin;
insert into polder.placement (equipment_id, state, during, rack_id, position_hu, outlet_ids)
select (select min(id) from polder.equipment), 'installed', '[2027-01-01,2028-01-01)', rack_id, position_hu, outlet_ids
from public.place where slot = 20 and nth = 1;
select sum(pg_stat_get_xact_tuples_inserted(t) + pg_stat_get_xact_tuples_updated(t))
from unnest('{polder.ledger,polder.ledger_peak}'::regclass[]) t;
rollback;
