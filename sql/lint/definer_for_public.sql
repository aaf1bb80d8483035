-- A function that runs with the owner's rights for anybody who can connect.
select p.oid::regprocedure as "function"
from pg_proc p
where p.pronamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
  and p.prosecdef and has_function_privilege('public', p.oid, 'execute')
order by 1
