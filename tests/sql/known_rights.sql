-- The past has the rights of the present: known shows each person the rows that polder and api show, no matter how far back.
-- Who asks is judged as of now.
begin;
set local jit = off;
\ir support/two_houses.sql
select plan(16);

create temporary table made as
select public.request_in('installed', 'amc') as installed, public.request_in('held', 'amc') as held,
       public.request_in('submitted', 'ul', 'AMS') as submitted, public.request_in('draft', 'ul') as draft;
insert into polder.note (subject, subject_id, text) select 'request', installed, 'a note' from made;
set constraints all immediate;
set constraints all deferred;
create temporary table then_was as select value as generation from polder.generation;
select set_config('polder.as_known', generation::text, true), set_config('plan_cache_mode', 'force_custom_plan', true) from then_was;

create temporary table door as
select table_name::text as name, case when table_name in ('occupancy', 'slot_use', 'bay_use', 'floor_occupancy', 'outlet_use', 'load_step', 'person_card', 'owner_person') then 'api'
                                      else 'polder' end as origin,
       string_agg(quote_ident(column_name), ', ' order by column_name) as columns
from information_schema.column_privileges where grantee = 'polder_person' and table_schema = 'known' and table_name not in ('request_offer', 'request_clock')  -- nobody is offered to change the past, or owed an answer in it
group by table_name;
-- What a person sees of a table: of all its rows, all columns that one may name.
create function pg_temp.seen(handle text, origin text, name text, columns text) returns text language sql as $$
    select public.see(handle, format('select coalesce(md5(string_agg(r, '','' order by r)), '''') || '' '' || count(*) '
                                     'from (select row(%s)::text as r from %I.%I) r', columns, origin, name))
$$;
create temporary table looker as
select handle from unnest('{requester.amc,colleague.amc,coordinator.amc,facility_manager.ul,facility_manager.amc,stranger.ul}'::text[])
                        handle;
select ok((select count(*) from door) > 40, 'there is a door for nearly every table');
select is_empty($$
    select c.table_name, c.column_name from information_schema.column_privileges c
    where c.grantee = 'polder_person' and (c.table_schema = 'polder' or c.table_name in ('occupancy', 'slot_use', 'bay_use', 'floor_occupancy', 'outlet_use', 'load_step'))
      and c.table_name not in ('appointment', 'deputy', 'notice', 'node_path')
      and (c.table_name, c.column_name) <> ('document', 'bytes')
    except
    select c.table_name, c.column_name from information_schema.column_privileges c
    where c.grantee = 'polder_person' and c.table_schema = 'known'$$, 'with all columns that people may read');
select is_empty($$
    select c.table_name, c.column_name from information_schema.column_privileges c
    where c.grantee = 'polder_person' and c.table_schema = 'known'
    except
    select c.table_name, c.column_name from information_schema.column_privileges c
    where c.grantee = 'polder_person' and c.table_schema in ('polder', 'api')$$, 'and none that they may not');
select is_empty($$
    select handle, name, known, now
    from looker cross join door
    cross join lateral (values (pg_temp.seen(handle, 'known', name, columns), pg_temp.seen(handle, origin, name, columns)))
                       seen (known, now)
    -- Without a space it is an SQLSTATE.
    where known is distinct from now or known !~ ' '$$,
    'as known at the newest generation everybody sees the same rows as now');
select ok((select count(distinct pg_temp.seen(handle, 'known', 'request', 'id')) > 2 from looker),
          'which are not the same for all');
select is(public.see('facility_manager.ul', 'select count(*) from past.request'), '42501', 'nobody reads the past itself');
select is(public.see('facility_manager.ul', 'select past.charges_of(array[1])'), '42501', 'nor calls it');
select is(public.see('facility_manager.ul', 'select count(*) from history.request'), '42501', 'nor the images');
select is(public.see('requester.amc', 'select count(*) from known.placement'), '2', 'the owner sees the own places');

-- Then things change.
delete from polder.request_contact c using made where c.request_id = made.installed;
update polder.person set left_on = '2027-03-01' where login = 'p_requester_amc';
update polder.appointment a set during = '[2020-01-01,2027-03-01)'
from polder.person p where p.id = a.person_id and p.login = 'p_facility_manager_ul';
update polder.placement set position_hu = position_hu + 40, outlet_ids = '{}';
set constraints all immediate;
set constraints all deferred;
select is(public.see('requester.amc', 'select count(*) from known.placement'), '0', 'who has left sees nothing of then either');
select is(public.see('facility_manager.ul', 'select count(*) from known.placement'), '0',
          'nor does the host who no longer is');
select is(public.see('colleague.amc', format('select count(*) from known.request where id = %s', installed)), '0',
          'nor who was taken off the request') from made;
select is(public.see('colleague.amc', format('select count(*) from known.request where id = %s', held)), '1',
          'but of a request on which one still is') from made;
select is(public.see('technician.ul', 'select count(*) from known.placement where position_hu < 40'), '2',
          'the host of now sees where it stood then');
select is(public.see('technician.ul', 'select count(*) from polder.placement where position_hu < 40'), '0', 'and no longer stands');
select set_config('polder.as_known', '', true);
select isnt(public.see('technician.ul', 'select count(*) from known.placement'), '2', 'without a generation there is no answer');

select * from finish();
rollback;
