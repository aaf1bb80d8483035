-- What the catalogue says of rights: nobody writes, nobody names what is not for people, a login is what the template says.
begin;
\ir support/two_houses.sql
select plan(22);

select is_empty($$ select table_schema, table_name, privilege_type, grantee from information_schema.table_privileges
    where table_schema in ('polder', 'history', 'guard', 'api') and grantee in ('polder_person', 'PUBLIC') $$,
    'no privilege on a whole table or view, neither to people nor to everybody');
select is_empty($$ select * from information_schema.column_privileges
    where table_schema in ('polder', 'history', 'api', 'guard') and grantee in ('polder_person', 'PUBLIC')
      and privilege_type <> 'SELECT' $$, 'people write no column');
select is_empty($$ select * from information_schema.column_privileges
    where table_schema = 'history' and grantee in ('polder_person', 'PUBLIC') $$, 'the past is not read directly');
select is_empty($$ select * from information_schema.column_privileges
    where grantee = 'polder_person' and table_schema = 'polder'
      and table_name in ('person_detail', 'intention', 'change', 'box', 'charge', 'ledger', 'connection', 'site_lock') $$,
    'personal data, keys and what the guard derives are not read directly');
select is_empty($$ select * from information_schema.column_privileges
    where grantee = 'polder_person' and (table_name, column_name) in (('person', 'login'), ('blocked_unit', 'reason')) $$,
    'nor who has which login, nor why a unit is blocked');
select is_empty($$ select relname from pg_class where relnamespace in ('polder'::regnamespace, 'history'::regnamespace)
    and relkind = 'r' and not relrowsecurity $$, 'row-level security is on everywhere');
select is_empty($$ select p.oid::regprocedure from pg_proc p
    where p.pronamespace in ('api'::regnamespace, 'guard'::regnamespace)
      and has_function_privilege('public', p.oid, 'execute') $$, 'PUBLIC executes nothing');
select is_empty($$ select p.oid::regprocedure from pg_proc p
    where p.pronamespace = 'api'::regnamespace and not (p.prosecdef and has_function_privilege('polder_person', p.oid, 'execute')) $$,
    'what is in api is for people, and runs as the owner');
select is_empty($$ select p.oid::regprocedure, p.proconfig from pg_proc p
    where p.pronamespace in ('api'::regnamespace, 'guard'::regnamespace) and p.prosecdef
      and not exists (select from unnest(p.proconfig) c where c like 'search_path=%pg_temp') $$,
    'what runs as the owner pins its search_path, pg_temp last');
select ok(not has_database_privilege('public', current_database(), 'temporary'), 'PUBLIC has no temporary tables');
select ok(not has_schema_privilege('public', 'public', 'create'), 'nor anything in schema public');
select ok(not has_schema_privilege('polder_person', 'guard', 'usage'), 'people cannot name what is in guard');
select is_empty($$ select rolname from pg_roles
    where (rolcreaterole or rolsuper or rolbypassrls) and pg_has_role(rolname, 'polder_person', 'member') and not rolsuper $$,
    'no person can make roles or pass by row-level security');

-- The function that makes logins.
select is(public.see('administrator.ul', 'select guard.create_login(null)'), '42501', 'is not for administrators directly');
create temporary table made as
    select public.act('administrator.ul', 'add_person', '{"handle": "new.ul", "name": "New Person", "login": true}') as result;
select row_eq($$ select rolcanlogin, rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls,
                        pg_has_role(rolname, 'polder_person', 'member'), pg_has_role(rolname, 'polder_owner', 'member')
                 from pg_roles, made where rolname = result ->> 'login' $$,
    row(true, false, false, false, false, false, true, false), 'makes exactly a person');
select matches(result ->> 'login', '^p_[0-9a-f]{20}$', 'under a name that says nothing') from made;

-- The day is set by whoever installs, and by others only where that was said for tests: who steps back to a day of the own
-- choice would be appointed again. Nobody becomes another person.
select is(public.see('requester.ul', $$select api.viewer() ->> 'today'$$), '2027-03-01', 'where it may be set, the set day is today');
select is(public.act('administrator.ul', 'set_setting', '{"key": "today_may_be_set", "value": true}') ->> 'sqlstate', 'PL002',
          'an administrator does not allow it');
delete from polder.setting where key = 'today_may_be_set';
select is(public.see('requester.ul', $$select api.viewer() ->> 'today'$$), (now() at time zone 'Europe/Amsterdam')::date::text,
          'where it may not, it is the day in the data centres');
select is(guard.today(), '2027-03-01'::date, 'but not for whoever installs');
select set_config('polder.as_person', person_id::text, true) from polder.person_detail where handle = 'administrator.ul' \g /dev/null
select is(guard.person_id(), (select person_id from polder.person_detail where handle = 'administrator.ul'), 'who may act for a person');
select is(public.see('requester.ul', $$select api.viewer() ->> 'person'$$),
          (select person_id::text from polder.person_detail where handle = 'requester.ul'), 'as which nobody else comes by saying so');

select * from finish();
rollback;
