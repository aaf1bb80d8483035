-- A function that finds its tables by the caller's search_path, or in the caller's temporary schema first.
select p.oid::regprocedure as "function", p.proconfig as settings
from pg_proc p
where p.pronamespace in ('api'::regnamespace, 'guard'::regnamespace, 'past'::regnamespace, 'known'::regnamespace)
  and p.prokind <> 'a'       -- an aggregate has no body of its own
  and not exists (select from unnest(p.proconfig) s where s ~ '^search_path=(.*, *)?"?pg_temp"?$')
order by 1
