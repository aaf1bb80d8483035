-- A foreign key whose columns do not begin an index: deleting or joining the other side reads the whole table.
select c.conrelid::regclass as "table", c.conname as "foreign key"
from pg_constraint c
where c.contype = 'f' and c.connamespace in ('polder'::regnamespace, 'history'::regnamespace)
  and not exists (select from pg_index i
                  where i.indrelid = c.conrelid and i.indpred is null
                    and (i.indkey::int2[])[0:cardinality(c.conkey) - 1] @> c.conkey)
order by 1, 2
