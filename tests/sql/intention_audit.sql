-- A rack is walked along with a scanner: what is found, booked elsewhere, unknown and missing; what becomes of it.
begin;
\ir support/two_houses.sql
select plan(23);

-- Three devices of UL in LEI/H1/R1 and one in R2, one of AMC in its own data centre; all installed on their day.
create temporary table device as select n, public.request_in('installed', case n when 5 then 'amc' else 'ul' end,
                                                             case n when 5 then 'AMS' else 'LEI' end) as request
                                 from generate_series(1, 5) n;
alter table device add place int;
update device set place = public.placement_of(request);
update polder.equipment e set asset_tag = 'T' || d.n
from device d join polder.placement p on p.id = d.place where e.id = p.equipment_id;
update polder.placement p set rack_id = (select k.id from polder.rack k where k.code = 'R2' and k.room_id = r.room_id)
from device d, polder.rack r where d.n = 4 and p.id = d.place and r.id = p.rack_id;
create function pg_temp.place(n int) returns int language sql as $$ select place from device d where d.n = $1 $$;
create function pg_temp.seen(n int) returns date language sql as $$
    select e.last_seen from polder.equipment e join polder.placement p on p.equipment_id = e.id where p.id = pg_temp.place($1)
$$;
create function pg_temp.open() returns setof text language sql as $$
    select concat_ws(' ', d.n, k.code, f.text) from polder.finding f join polder.rack k on k.id = f.rack_id
    left join device d on d.place = f.placement_id
    where f.kind = 'audit' and f.resolved_on is null order by 1
$$;
create function pg_temp.audit(who text, arguments text) returns jsonb language sql as $$
    select public.act(who, 'record_audit', arguments::jsonb)
$$;

select is(pg_temp.audit('colleague.ul', '{"rack": "LEI/H1/R1"}') ->> 'sqlstate', 'PL002', 'a researcher audits nothing');
select is(pg_temp.audit('technician.amc', '{"rack": "LEI/H1/R1"}') ->> 'sqlstate', 'PL002', 'nor does another house''s technician');
select is(pg_temp.audit('technician.ul', '{"rack": "LEI/H1/R9"}') ->> 'field', 'rack', 'a rack that there is');
select is(pg_temp.audit('technician.ul', '{"rack": "LEI/H1/R1", "tags": ["T1", ""]}') ->> 'field', 'tags/1/tag', 'a tag is something');
select is(pg_temp.audit('technician.ul', format('{"rack": "LEI/H1/R1", "placements": [%s]}', pg_temp.place(4))) ->> 'field',
          'placements/0', 'what is pointed at stands in the rack');
select is(pg_temp.audit('technician.ul', '{"rack": "LEI/H1/R1", "on": "2027-03-02"}') ->> 'field', 'on', 'not tomorrow');
select is(pg_temp.audit('technician.ul', '{"rack": "LEI/H1/R1", "on": "2027-01-28"}') ->> 'field', 'on', 'nor more than 31 days ago');
select is((select count(*)::int from pg_temp.open()), 0, 'and of all this nothing came');

create temporary table told as
    select pg_temp.audit('technician.ul', '{"rack": "LEI/H1/R1", "tags": ["T1", "T4", "T4", "T5", "X9"]}') as it;
select is(it -> 'found', jsonb_build_array(pg_temp.place(1)), 'what stands where it is booked') from told;
select is(it #>> '{elsewhere,0,rack}', 'LEI/H1/R2', 'where the stray one is booked') from told;
select is(jsonb_array_length(it -> 'elsewhere'), 1, 'scanned twice, it is one') from told;
select is(it -> 'unknown', '["T5", "X9"]', 'what another house owns is as unknown as what nobody does') from told;
select is(it -> 'missing', jsonb_build_array(pg_temp.place(2), pg_temp.place(3)), 'the rest is missing') from told;
select is(array[pg_temp.seen(1), pg_temp.seen(2), pg_temp.seen(4), pg_temp.seen(5)],
          array['2027-03-01', null, '2027-03-01', null]::date[], 'what was scanned was seen today, wherever it is booked');
select results_eq('select * from pg_temp.open()',
                  $$ values ('2 R1 not found'), ('3 R1 not found'), ('4 R1 found here, booked elsewhere'), ('R1 unknown tag T5'),
                            ('R1 unknown tag X9') $$, 'the rest is on record');
select is(public.see('facility_manager.amc', $$select count(*) from polder.finding where kind = 'audit'$$), '0',
          'and no business of another house');

-- The next walk: one is there again, one was pointed at because its tag is gone, one stands in its own rack.
select is(pg_temp.audit('facility_manager.ul', format('{"rack": "LEI/H1/R1", "tags": ["T1", "T2"], "placements": [%s]}',
                                                      pg_temp.place(3))) -> 'missing', '[]', 'all is there');
select is((select count(*)::int from pg_temp.open()), 0, 'and nothing is left to find');
select is(pg_temp.seen(3), '2027-03-01', 'what was pointed at was seen');

-- Missing in its own rack, found in another, back in its own: the other rack's finding goes too.
select is(pg_temp.audit('technician.ul', '{"rack": "LEI/H1/R1", "tags": ["T1", "T2", "T3", "T4"]}') #>> '{elsewhere,0,tag}', 'T4', 'strayed again');
select pg_temp.audit('technician.ul', '{"rack": "LEI/H1/R2", "tags": []}');
select results_eq('select * from pg_temp.open()', $$ values ('4 R1 found here, booked elsewhere'), ('4 R2 not found') $$,
                  'who misses it does not unsay where it was seen');
set local polder.today = '2027-03-10';
select pg_temp.audit('technician.ul', '{"rack": "LEI/H1/R2", "tags": ["T4"]}');
select is((select count(*)::int from pg_temp.open()), 0, 'back in its place');
select pg_temp.audit('technician.ul', '{"rack": "LEI/H1/R2", "tags": ["T4"], "on": "2027-03-05"}');
select is(public.see('technician.ul', $$select api.last_seen('{"rack": "LEI/H1/R2"}') #>> '{seen,0,on}'$$), '2027-03-10',
          'a walk of an earlier day does not make it seen earlier');
select * from finish();
rollback;
