-- G6: every change leaves an image under its generation; nobody rewrites them. Bulk costs linear time.
begin;
create extension if not exists pgtap;
\ir fixtures/small_estate.sql
select plan(13);

insert into polder.note (subject, subject_id, text) values ('rack', 1, 'one'), ('rack', 1, 'two');
update polder.note set text = 'second' where text = 'two';
delete from polder.note where text = 'one';
select results_eq($$select op, text from history.note order by change_id, array_position('{insert,update,delete}', op), text$$,
                  $$values ('insert', 'one'), ('insert', 'two'), ('update', 'second'), ('delete', 'one')$$, 'images of a row');
select is((select count(distinct change_id) from history.note), 1::bigint, 'one change for one transaction');
select is((select generation from polder.change where id = (select max(change_id) from history.note)), null, 'not numbered before commit');
set constraints all immediate;
select is((select generation from polder.change where id = (select max(change_id) from history.note)),
          (select value from polder.generation), 'numbered at commit');
select is((select count(*) from history.unit), (select count(*) from polder.unit), 'what came with the schema has images too');
select throws_ok($$update history.note set text = 'never'$$, '42501', null, 'an image is not changed');
select throws_ok($$delete from history.note$$, '42501', null, 'nor deleted');
select throws_ok($$truncate history.note$$, '42501', null, 'nor are all of them');
select throws_ok($$truncate polder.note$$, '42501', null, 'a table is not emptied past its images');
select throws_ok($$delete from polder.change$$, '42501', null, 'a change stays');
select throws_ok($$update polder.change set at = now() where generation is not null$$, '42501', null, 'as it was numbered');

-- 500 and 2,000 bookings at once, the best of three: four times as many in less than eight times as long, since two racks
-- full of dates are a deeper tree (x4.3 to 6.3 beside other work). Sixteen times would be quadratic; tests/bench measures it
-- in an estate, to a third.
create function pg_temp.bulk(first_day date, n int) returns interval language plpgsql as $$
declare
    began timestamptz := clock_timestamp();
begin
    insert into polder.placement (equipment_id, state, during, rack_id, position_hu, node_ids)
    select (select max(id) from polder.equipment), 'installed',
           daterange(first_day + i / 80 * 2, first_day + i / 80 * 2 + 1),
           pg_temp.rack('NORTH', 'R' || 1 + i % 2), i / 2 % 40 * 2,
           array[pg_temp.node('NORTH', 'feed a'), pg_temp.node('NORTH', 'feed b')]
    from generate_series(0, n - 1) i;
    return clock_timestamp() - began;
end
$$;
select pg_temp.device(2, 100, 1000);
create temporary table took as
select min(pg_temp.bulk(make_date(2030 + 4 * n, 1, 1), 500)) as few, min(pg_temp.bulk(make_date(2032 + 4 * n, 1, 1), 2000)) as many
from generate_series(0, 2) n;
select ok(many < 8 * few, format('bulk is linear: %s and %s', few, many)) from took;
select is_empty('select * from guard.check()', 'and in order');

select * from finish();
rollback;
