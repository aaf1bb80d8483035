-- A table of the record without images, or a column in which the two are not alike (0010_history.sql).
with record as (
    select c.relname, a.attname, a.atttypid, a.atttypmod
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'polder'::regnamespace and c.relkind = 'r'
      and c.relname not in ('generation', 'change', 'intention', 'notice', 'person_detail', 'node_path', 'box',
                            'floor_shape', 'slot_box', 'connection', 'cord_share', 'charge', 'ledger', 'ledger_peak',
                            'misfit', 'site_lock')
      and (c.relname, a.attname) <> ('document', 'bytes')
), image as (
    select c.relname, a.attname, a.atttypid, a.atttypmod
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'history'::regnamespace and c.relkind = 'r' and a.attname not in ('change_id', 'op', 'step')
)
select coalesce(r.relname, i.relname) as "table", coalesce(r.attname, i.attname) as "column"
from record r full join image i on i.relname = r.relname and i.attname = r.attname
where (r.atttypid, r.atttypmod) is distinct from (i.atttypid, i.atttypmod)
order by 1, 2
