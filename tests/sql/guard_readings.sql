-- What meters said is on record for ten years, whoever would like it gone.
begin;
create extension if not exists pgtap;
select plan(8);

insert into polder.organisation (code, name) values ('NORTH', 'North');
insert into polder.site (organisation_id, code, name)
select id, 'N', 'North' from polder.organisation where code = 'NORTH';
create function pg_temp.said(age interval) returns timestamptz language sql as $$
    select (guard.today() - age)::date::timestamp at time zone 'Europe/Amsterdam'
$$;
insert into polder.meter_reading (site_id, indicator, at, quantity, unit, source)
select s.id, 'E_DC', pg_temp.said(age), 1, 'kWh', 'meter'
from polder.site s, unnest('{1 day, 5 years, 10 years, 11 years}'::interval[]) age
where s.code = 'N';

select throws_ok($$delete from polder.meter_reading where at > pg_temp.said('2 days')$$, 'PL004', null, 'of yesterday');
select throws_ok($$delete from polder.meter_reading where at = pg_temp.said('5 years')$$, 'PL004', null, 'of five years ago');
select throws_ok($$delete from polder.meter_reading$$, 'PL004', null, 'all of them: none goes');
select throws_ok($$truncate polder.meter_reading$$, '42501', null, 'nor by emptying the table');
select throws_ok($$update polder.meter_reading set at = at - interval '20 years' where at > pg_temp.said('2 days')$$, 'PL004', null,
                 'nor is one made older than it is');
select lives_ok($$update polder.meter_reading set quantity = 2 where at > pg_temp.said('2 days')$$, 'a figure is corrected');
select lives_ok($$delete from polder.meter_reading where at <= pg_temp.said('10 years')$$, 'after ten years it may go');
select is((select count(*) from polder.meter_reading), 2::bigint, 'the others are there');

select * from finish();
rollback;
