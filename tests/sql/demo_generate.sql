-- Synthetic estates: as many racks and devices as asked, the same for the same seed, valid.
begin;
set local polder.today = '2026-03-02';
set local search_path = polder, guard, api, public;
select plan(11);

select throws_ok('select guard.generate_estate(0, 0, 1)', 'PL004', 'racks: must be a number from 1 to 100000, whole', 'no racks');
select throws_ok('select guard.generate_estate(1, 37, 1)', 'PL004', 'devices: must be a number from 0 to 36, whole',
                 'more devices than outlets');

create temporary view fingerprint as
    select md5(string_agg(format('%s %s %s %s', p.during, p.position_hu, e.budgeted_w, e.cords), ';'
                          order by e.asset_tag)) as it
    from placement p join equipment e on e.id = p.equipment_id;
savepoint empty;
set local role polder_owner;
select guard.generate_estate(130, 2600, 7);
reset role;
select is((select count(*)::int from rack), 130, 'racks');
select is((select count(*)::int from placement), 2600, 'devices');
select is((select count(distinct (s.code, m.code, r.code))::int
           from rack r join room m on m.id = r.room_id join site s on s.id = m.site_id), 130,
          'every rack has a name of its own');
select is((select array_agg(cords order by cords) from (select cords from equipment group by cords
                                                        having count(*) between 1200 and 1400) half),
          '{1,2}'::smallint[], 'about half of them have two cords');
select ok((select max(lower(during)) - min(lower(during)) > 1800 from placement), 'dates over five years');
select is_empty($$ select rule, "where", quantity, failing, date from guard.check() $$, 'no rule is broken');
select throws_ok('select guard.generate_estate(1, 1, 1)', 'PL006', 'this database holds an estate already',
                 'never twice');
select it as first from fingerprint \gset
rollback to savepoint empty;
select guard.generate_estate(130, 2600, 7);
select is((select it from fingerprint), :'first', 'the same seed gives the same estate');
rollback to savepoint empty;
select guard.generate_estate(130, 2600, 8);
select isnt((select it from fingerprint), :'first', 'another seed another');
select * from finish();
rollback;
