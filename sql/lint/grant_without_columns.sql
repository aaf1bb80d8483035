-- A grant to people on a whole table or view: a column that is added later would be seen by all of them.
select c.oid::regclass as "table", a.privilege_type as privilege, a.grantee::regrole as grantee
from pg_class c cross join lateral aclexplode(c.relacl) a
where c.relnamespace in ('polder'::regnamespace, 'history'::regnamespace, 'guard'::regnamespace, 'api'::regnamespace,
                         'past'::regnamespace, 'known'::regnamespace)
  and c.relkind in ('r', 'p', 'v', 'm', 'S') and a.grantee <> c.relowner
order by 1, 2, 3
