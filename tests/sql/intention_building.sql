-- What changes in a building that is there: racks and nodes that go out of service, units that may not be used, what stands
-- on the plan; departments.
begin;
\ir support/two_houses.sql
select plan(34);

create temporary table device as select public.request_in('installed', 'ul', 'LEI') as request;
alter table device add place int;
update device set place = public.placement_of(request);
create function pg_temp.build(intention text, arguments text, who text default 'facility_manager.ul') returns jsonb
    language sql as $$ select public.act(who, intention, arguments::jsonb) $$;
create function pg_temp.field(result jsonb) returns text language sql as $$
    select coalesce(result ->> 'field', result ->> 'sqlstate', 'done')
$$;
create function pg_temp.rack(wanted text) returns polder.rack language sql as $$
    select r from polder.rack r join polder.room m on m.id = r.room_id join polder.site s on s.id = m.site_id
    where s.code = 'LEI' and r.code = wanted
$$;
create temporary table stands as
    select p.*, k.code as rack from polder.placement p join polder.rack k on k.id = p.rack_id join device d on d.place = p.id;

-- Departments.
select is(pg_temp.field(pg_temp.build('add_departments', '{"departments": [{"code": "A B", "name": "x"}]}', 'administrator.ul')),
          'departments/0/code', 'a code without blanks');
select is(pg_temp.field(pg_temp.build('add_departments', '{"departments": [{"code": "STRW", "name": "Observatory",
          "faculty": "Science"}, {"code": "LIC", "name": ""}]}', 'administrator.ul')), 'departments/1/name', 'each with a name');
select is((select count(*)::int from polder.department where code = 'STRW'), 0, 'all or none');
select is(pg_temp.field(pg_temp.build('add_departments', '{"departments": [{"code": "STRW", "name": "Observatory",
          "faculty": "Science"}]}', 'administrator.ul')), 'done', 'a department');
select is(pg_temp.field(pg_temp.build('add_departments', '{"departments": [{"code": "STRW", "name": "Sterrewacht"}]}',
          'administrator.ul')), 'done', 'gets another name');
select results_eq($$ select o.code, d.name, d.faculty from polder.department d join polder.organisation o on o.id = d.organisation_id
                     where d.code = 'STRW' $$, $$ values ('UL', 'Sterrewacht', 'Science') $$, 'and keeps its faculty');

-- The plan.
select is(pg_temp.field(pg_temp.build('draw_features', '{"site": "LEI", "room": "H9", "features": [{}]}')), 'room', 'a room that is there');
select is(pg_temp.field(pg_temp.build('draw_features', '{"site": "LEI", "room": "H1", "features": [
          {"kind": "moat", "x_mm": 0, "y_mm": 0, "width_mm": 10, "depth_mm": 10}]}')), 'features/0/kind', 'of a kind that there is');
select is(pg_temp.field(pg_temp.build('draw_features', '{"site": "LEI", "room": "H1", "features": [
          {"kind": "wall", "x_mm": 0, "y_mm": 0, "width_mm": 10, "depth_mm": 10},
          {"kind": "wall", "x_mm": 10, "y_mm": 0, "width_mm": 999999, "depth_mm": 10}]}')), 'features/1/width_mm', 'within the room');
select is((select count(*)::int from polder.room_feature), 0, 'all or none');
select is(pg_temp.field(pg_temp.build('draw_features', '{"site": "LEI", "room": "H1", "features": [
          {"kind": "column", "name": "K1", "x_mm": 100, "y_mm": 200, "width_mm": 300, "depth_mm": 400}]}')), 'done', 'a column');
select results_eq('select kind, name, shape from polder.room_feature',
                  $$ values ('column', 'K1', '[[100, 200], [400, 200], [400, 600], [100, 600]]'::jsonb) $$, 'where it stands');

-- Units that may not be used.
select is(pg_temp.field(pg_temp.build('block_units', '{"rack": "LEI/H1/R1", "unit": 43, "reason": "x"}')), 'unit', 'a unit of the rack');
select is(pg_temp.field(pg_temp.build('block_units', '{"rack": "LEI/H1/R1", "unit": 42, "height_u": 2, "reason": "x"}')), 'height_u',
          'and no higher');
select is(pg_temp.field(pg_temp.build('block_units', '{"rack": "LEI/H1/R1", "unit": 40, "reason": " "}')), 'reason', 'with a reason');
select is(pg_temp.field(pg_temp.build('block_units', '{"rack": "LEI/H1/R1", "unit": 40, "until": "2027-03-01", "reason": "x"}')),
          'until', 'for a day at least');
select is(pg_temp.field(pg_temp.build('block_units', '{"rack": "LEI/H1/R1", "unit": 40, "height_u": 2, "until": "2027-06-01",
          "reason": "bent rails"}')), 'done', 'units of a rack');
select is(pg_temp.field(pg_temp.build('block_units', '{"rack": "LEI/H1/R2", "unit": 1, "height_u": 3, "reason": "cable tray"}')),
          'done', 'and of one that counts down');
select results_eq('select k.code, b.hu, b.during, b.reason from polder.blocked_unit b join polder.rack k on k.id = b.rack_id order by b.id',
                  $$ values ('R1', '[78,82)'::int4range, '[2027-03-01,2027-06-01)'::daterange, 'bent rails'),
                            ('R2', '[78,84)', '[2027-03-01,)', 'cable tray') $$, 'where they are painted');
select is(pg_temp.build('block_units', format('{"rack": "LEI/H1/%s", "unit": %s, "reason": "x"}', rack, position_hu / 2 + 1)) ->> 'sqlstate',
          'PL001', 'not where something stands') from stands;

-- Out of service.
select is(pg_temp.field(pg_temp.build('end_service', '{"from": "2027-06-01"}')), 'rack', 'a rack or a node');
select is(pg_temp.field(pg_temp.build('end_service', '{"rack": "LEI/H1/R1", "node": "LEI A", "from": "2027-06-01"}')), 'rack', 'not both');
select is(pg_temp.field(pg_temp.build('end_service', '{"rack": "LEI/H1/R1", "from": "2027-02-01"}')), 'from', 'not in the past');
select is(pg_temp.build('end_service', '{"rack": "LEI/H1/R1", "from": "2027-06-01"}', 'facility_manager.amc') ->> 'sqlstate', 'PL002',
          'by whoever manages it');
select is(pg_temp.field(pg_temp.build('end_service', '{"rack": "LEI/H1/R2", "from": "2027-06-01"}')), 'done',
          'an empty rack goes without a word');
select is((pg_temp.rack('R2')).during, '(,2027-06-01)'::daterange, 'on its day');
select is((select count(*)::int from polder.node n where n.rack_id = (pg_temp.rack('R2')).id and upper(n.during) = '2027-06-01'),
          (select count(*)::int from polder.node n where n.rack_id = (pg_temp.rack('R2')).id), 'with all that is in it');
select is(pg_temp.field(pg_temp.build('end_service', '{"rack": "LEI/H1/R2", "from": "2027-07-01"}')), 'rack', 'once');
create temporary table broken as select pg_temp.build('end_service', '{"rack": "LEI/H1/R1", "from": "2027-06-01"}') as it;
select is(it ->> 'sqlstate', 'PL008', 'one with bookings wants a reason') from broken;
select is(it #>> '{bookings,0,placement}', place::text, 'and says which') from broken, device;
select is(upper((pg_temp.rack('R1')).during), null, 'and is as it was');
select is(pg_temp.field(pg_temp.build('end_service', '{"rack": "LEI/H1/R1", "from": "2027-06-01", "reason": "the hall is rebuilt"}')),
          'done', 'with one it goes');
select ok(exists (select from polder.finding f join device d on d.place = f.placement_id
                  where f.rule = 'S1' and f.resolved_on is null and lower(f.during) = '2027-06-01'), 'what it breaks is a finding');
select is(pg_temp.field(pg_temp.build('end_service', format('{"node": %s, "from": "2027-06-01", "reason": "worn out"}',
              (select n.id from polder.node n join polder.site s on s.id = n.site_id where s.code = 'LEI' and n.kind = 'feed' order by n.id limit 1)))),
          'done', 'a node too');

select * from finish();
rollback;
