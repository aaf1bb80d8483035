-- A table that shows all its rows to whoever gets a grant on it.
select c.oid::regclass as "table"
from pg_class c
where c.relnamespace in ('polder'::regnamespace, 'history'::regnamespace) and c.relkind in ('r', 'p') and not c.relrowsecurity
order by 1
