-- Who changed what, when: pages of images, for whom may see the row, with what was there before.
begin;
set local jit = off;
\ir support/two_houses.sql
select plan(14);

create temporary table made as select public.request_in('installed', 'amc') as installed;
set constraints all immediate;
set constraints all deferred;
create temporary table thing as
select e.id, e.name, (select value from polder.generation) as generation
from polder.equipment e join polder.request_item i on i.id = e.request_item_id join made on i.request_id = made.installed
order by e.id limit 1;
create function pg_temp.rename(name text) returns void language sql as $$
    update polder.equipment set name = $1 where id = (select id from thing)
$$;
select pg_temp.rename('one');
set constraints all immediate;
set constraints all deferred;
select pg_temp.rename('two');
set constraints all immediate;
set constraints all deferred;
-- What a person is told of it.
create function pg_temp.told(handle text, more jsonb, path text) returns text language sql as $$
    select public.see(handle, format('select api.history(%L) #>> %L', (select jsonb_build_object('table', 'equipment', 'key', id)
                                                                       from thing) || more, path))
$$;

select is(pg_temp.told('requester.amc', '{}', '{rows,0,changed}'), '{"name": ["one", "two"]}', 'the newest change first');
select is(pg_temp.told('requester.amc', '{}', '{rows,0,op}'), 'update', 'is a change');
select is((pg_temp.told('requester.amc', '{}', '{rows,1,changed}'))::jsonb, jsonb_build_object('name', jsonb_build_array(name, 'one')),
          'and the one before it') from thing;
select is(pg_temp.told('requester.amc', '{}', '{rows,2,op}'), 'insert', 'and that it was made') ;
select is((pg_temp.told('requester.amc', '{}', '{rows,0,generation}'))::bigint, generation + 2, 'each with its generation') from thing;
select is(pg_temp.told('requester.ul', '{}', '{rows}'), '[]', 'who does not see the equipment is told nothing of it');
select is(pg_temp.told('requester.ul', '{}', '{more}'), 'false', 'nor that there is more');
-- Page after page.
select is(pg_temp.told('requester.amc', '{"most": 1}', '{more}'), 'true', 'a page says that there is more');
select is(pg_temp.told('requester.amc', jsonb_build_object('most', 1, 'after', pg_temp.told('requester.amc', '{"most": 1}', '{after}')::jsonb),
                       '{rows,0,changed,name,1}'), 'one', 'and where the next one begins');
-- What is different in the end.
select is(pg_temp.told('requester.amc', '{"net": true}', '{rows,0,op}'), 'insert', 'between two days: that it is there now');
select is(public.see('requester.amc', $$select api.history('{"from": "2020-01-01", "until": "2020-12-31"}') #>> '{rows}'$$), '[]',
          'nothing changed before anything was there');
select is(public.see('facility_manager.ul', $$select string_agg(distinct r ->> 'name', ' ')
                     from jsonb_array_elements(api.history('{"table": "agreement"}') -> 'rows') r$$),
          (select string_agg(reference, ' ' order by reference) from polder.agreement), 'an agreement is called by its reference');
select is(public.see('requester.amc', $$select api.history('{"until": "yesterday"}')$$), 'PL004', 'what is no day is refused');
select is(public.see('requester.amc', $$select api.history('{"sort": "up"}')$$), 'PL004', 'and what is not known');
select * from finish();
rollback;
