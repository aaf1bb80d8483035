-- The dated shares of a system are the whole of it on every day on which anybody owns some.
begin;
create extension if not exists pgtap;
select plan(8);

insert into polder.organisation (code, name) values ('NORTH', 'North'), ('SOUTH', 'South');
insert into polder.system (name) values ('ALICE');
create function pg_temp.share(owner text, permille int, during daterange) returns void language sql as $$
    insert into polder.system_share (system_id, organisation_id, permille, during)
    select s.id, o.id, $2, $3 from polder.system s, polder.organisation o where o.code = $1
$$;

select lives_ok($$select pg_temp.share('NORTH', 600, '[2026-01-01,)'), pg_temp.share('SOUTH', 400, '[2026-01-01,)');
                  set constraints all immediate; set constraints all deferred$$, '600 and 400 are the whole');
select throws_ok($$update polder.system_share set permille = 401 where permille = 400; set constraints all immediate$$,
                 'PL004', 'permille: must be shares that are 1000 together on 2026-01-01, not 1001', '1001 are too many');
select throws_ok($$update polder.system_share set permille = 399 where permille = 400; set constraints all immediate$$,
                 'PL004', 'permille: must be shares that are 1000 together on 2026-01-01, not 999', '999 are too few');
select throws_ok($$delete from polder.system_share where permille = 400; set constraints all immediate$$,
                 'PL004', 'permille: must be shares that are 1000 together on 2026-01-01, not 600', 'nor may one go alone');
select throws_ok($$update polder.system_share set during = '[2026-01-01,2027-01-01)' where permille = 400; set constraints all immediate$$,
                 'PL004', 'permille: must be shares that are 1000 together on 2027-01-01, not 600', 'or go earlier than the other');
select lives_ok($$update polder.system_share set during = '[2026-01-01,2027-01-01)';
                  select pg_temp.share('NORTH', 500, '[2027-01-01,)'), pg_temp.share('SOUTH', 500, '[2027-01-01,)');
                  set constraints all immediate; set constraints all deferred$$, 'from a day on they may be others');
select throws_ok($$select pg_temp.share('SOUTH', 1, '[2025-01-01,2025-02-01)'); set constraints all immediate$$,
                 'PL004', 'permille: must be shares that are 1000 together on 2025-01-01, not 1', 'a thousandth alone, a year before');
select lives_ok($$delete from polder.system_share; set constraints all immediate$$, 'all may go');

select * from finish();
rollback;
