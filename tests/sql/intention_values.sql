-- Bad input names its field, and nothing is half written.
begin;
\ir support/two_houses.sql

create temporary table given (who text, intention text, arguments text, field text);
insert into given values
    -- a request
    ('requester.ul', 'create_request', '{}', 'items'),
    ('requester.ul', 'create_request', '[]', 'arguments'),
    ('requester.ul', 'create_request', '{"items": []}', 'items'),
    ('requester.ul', 'create_request', '{"items": {"height_u": 1}}', 'items'),
    ('requester.ul', 'create_request', '{"items": [1]}', 'from'),
    ('requester.ul', 'create_request', '{"from": "2027-04-01", "items": [1]}', 'items/0'),
    ('requester.ul', 'create_request', '{"from": "2027-04-01", "items": [{}]}', 'items/0/height_u'),
    ('requester.ul', 'create_request', '{"from": "2027-04-01", "itmes": [], "items": [{"height_u": 1}]}', 'itmes'),
    ('requester.ul', 'create_request', '{"from": "tomorrow", "items": [{"height_u": 1}]}', 'from'),
    ('requester.ul', 'create_request', '{"from": "2027-02-30", "items": [{"height_u": 1}]}', 'from'),
    ('requester.ul', 'create_request', '{"from": "infinity", "items": [{"height_u": 1}]}', 'from'),
    ('requester.ul', 'create_request', '{"from": 20270401, "items": [{"height_u": 1}]}', 'from'),
    ('requester.ul', 'create_request', '{"from": "2027-04-01", "until": "2027-04-01", "items": [{"height_u": 1}]}', 'until'),
    ('requester.ul', 'create_request', '{"from": "2027-01-01", "until": "2027-03-01", "items": [{"height_u": 1}]}', 'until'),
    ('requester.ul', 'create_request', '{"from": "2027-04-01", "sponsor": "nobody", "items": [{"height_u": 1}]}', 'sponsor'),
    ('requester.ul', 'create_request', '{"from": "2027-04-01", "sponsor": "colleague.ul", "items": [{"height_u": 1}]}', 'sponsor'),
    ('requester.ul', 'create_request', '{"from": "2027-04-01", "sponsor": "sponsor.amc", "items": [{"height_u": 1}]}', 'sponsor'),
    ('requester.ul', 'create_request', '{"from": "2027-04-01", "contacts": ["nobody"], "items": [{"height_u": 1}]}', 'contacts/0'),
    ('requester.ul', 'create_request', '{"from": "2027-04-01", "contacts": ["requester.amc"], "items": [{"height_u": 1}]}', 'contacts/0'),
    ('requester.ul', 'create_request', '{"from": "2027-04-01", "department": "X", "items": [{"height_u": 1}]}', 'department'),
    ('requester.ul', 'create_request', '{"from": "2027-04-01", "organisation": "X", "items": [{"height_u": 1}]}', 'organisation'),
    ('requester.ul', 'create_request', '{"from": "2027-04-01", "data_class": "secret", "items": [{"height_u": 1}]}', 'data_class'),
    ('requester.ul', 'create_request', '{"from": "2027-04-01", "medical": "yes", "items": [{"height_u": 1}]}', 'medical'),
    ('requester.ul', 'create_request', '{"from": "2027-04-01", "project": 7, "items": [{"height_u": 1}]}', 'project'),
    ('requester.ul', 'create_request', '{"from": "2027-04-01", "wishes": {"site": "MARS"}, "items": [{"height_u": 1}]}', 'wishes/site'),
    ('requester.ul', 'create_request', '{"from": "2027-04-01", "wishes": {"colour": "red"}, "items": [{"height_u": 1}]}', 'wishes/colour'),
    ('requester.ul', 'create_request', '{"from": "2027-04-01", "wishes": {"apart": "planet"}, "items": [{"height_u": 1}]}', 'wishes/apart'),
    -- its items: what is unknown is left out, 0 and less is wrong
    ('requester.ul', 'create_request', '{"from": "2027-04-01", "items": [{"height_u": 1}, {"height_u": 0}]}', 'items/1/height_u'),
    ('requester.ul', 'create_request', '{"from": "2027-04-01", "items": [{"height_u": 1.3}]}', 'items/0/height_u'),
    ('requester.ul', 'create_request', '{"from": "2027-04-01", "items": [{"height_u": 1, "count": 0}]}', 'items/0/count'),
    ('requester.ul', 'create_request', '{"from": "2027-04-01", "items": [{"height_u": 1, "count": 1001}]}', 'items/0/count'),
    ('requester.ul', 'create_request', '{"from": "2027-04-01", "items": [{"height_u": 1, "count": 1.5}]}', 'items/0/count'),
    ('requester.ul', 'create_request', '{"from": "2027-04-01", "items": [{"height_u": 1, "count": "2"}]}', 'items/0/count'),
    ('requester.ul', 'create_request', '{"from": "2027-04-01", "items": [{"height_u": 1, "draw_w": -1}]}', 'items/0/draw_w'),
    ('requester.ul', 'create_request', '{"from": "2027-04-01", "items": [{"height_u": 1, "draw_w": 1e12}]}', 'items/0/draw_w'),
    ('requester.ul', 'create_request', '{"from": "2027-04-01", "items": [{"height_u": 1, "weight_kg": 0}]}', 'items/0/weight_kg'),
    ('requester.ul', 'create_request', '{"from": "2027-04-01", "items": [{"height_u": 1, "depth_mm": 0}]}', 'items/0/depth_mm'),
    ('requester.ul', 'create_request', '{"from": "2027-04-01", "items": [{"height_u": 1, "cords": 0}]}', 'items/0/cords'),
    ('requester.ul', 'create_request', '{"from": "2027-04-01", "items": [{"height_u": 1, "phases": 2}]}', 'items/0/phases'),
    ('requester.ul', 'create_request', '{"from": "2027-04-01", "items": [{"height_u": 1, "wieght_kg": 3}]}', 'items/0/wieght_kg'),
    ('requester.ul', 'create_request', '{"from": "2027-04-01", "items": [{"model": "no such"}]}', 'items/0/model'),
    ('requester.ul', 'create_request', '{"from": "2027-04-01", "items": [{"height_u": 1, "inlet_min_c": 20, "inlet_max_c": 18}]}', 'items/0/inlet_max_c'),
    -- what refers to something
    ('requester.ul', 'submit', '{}', 'request'),
    ('requester.ul', 'submit', '{"request": null}', 'request'),
    ('requester.ul', 'submit', '{"request": {"id": 1}}', 'request'),
    ('facility_manager.ul', 'return_request', '{"request": %1$s}', 'reason'),
    ('facility_manager.ul', 'reject', '{"request": %1$s, "reason": " "}', 'reason'),
    ('facility_manager.ul', 'hold', '{"request": %1$s}', 'item'),
    ('facility_manager.ul', 'hold', '{"request": %1$s, "item": 2}', 'item'),
    ('facility_manager.ul', 'hold', '{"request": %1$s, "item": 1}', 'places'),
    ('facility_manager.ul', 'hold', '{"request": %1$s, "item": 1, "places": [{}, {}]}', 'places'),
    ('facility_manager.ul', 'hold', '{"request": %1$s, "item": 1, "places": [{}]}', 'places/0/rack'),
    ('facility_manager.ul', 'hold', '{"request": %1$s, "item": 1, "places": [{"rack": "LEI/H1"}]}', 'places/0/rack'),
    ('facility_manager.ul', 'hold', '{"request": %1$s, "item": 1, "places": [{"rack": "LEI/H1/R1"}]}', 'places/0/unit'),
    ('facility_manager.ul', 'hold', '{"request": %1$s, "item": 1, "places": [{"rack": "LEI/H1/R1", "unit": 0}]}', 'places/0/unit'),
    ('facility_manager.ul', 'hold', '{"request": %1$s, "item": 1, "places": [{"rack": "LEI/H1/R1", "unit": 43}]}', 'places/0/unit'),
    ('facility_manager.ul', 'hold', '{"request": %1$s, "item": 1, "places": [{"rack": "LEI/H1/R1", "unit": 1, "face": "top"}]}', 'places/0/face'),
    ('facility_manager.ul', 'hold', '{"request": %1$s, "item": 1, "places": [{"rack": "LEI/H1/R1", "unit": 1, "outlets": ["R1-A:99", "R1-B:1"]}]}', 'places/0/outlets/0'),
    ('facility_manager.ul', 'hold', '{"request": %1$s, "item": 1, "places": [{"rack": "LEI/H1/R1", "unit": 1, "outlets": ["R1-A:1", "R1-A:1"]}]}', 'places/0/outlets/1'),
    ('facility_manager.ul', 'hold', '{"request": %1$s, "item": 1, "places": [{"rack": "LEI/H1/R1", "unit": 1, "outlets": ["R1-A:1"]}]}', 'places/0/outlets'),
    ('facility_manager.ul', 'hold', '{"request": %1$s, "item": 1, "places": [{"rack": "LEI/H1/R1", "unit": 1}], "until_date": "2027-02-28"}', 'until_date'),
    -- administration
    ('administrator.ul', 'add_person', '{"name": "X"}', 'handle'),
    ('administrator.ul', 'add_person', '{"handle": "x"}', 'name'),
    ('administrator.ul', 'add_person', '{"handle": "requester.ul", "name": "X"}', 'handle'),
    ('administrator.ul', 'add_person', '{"handle": "X Y", "name": "X"}', 'handle'),
    ('administrator.ul', 'add_person', '{"handle": "x", "name": "X", "verifier": "my password"}', 'verifier'),
    ('administrator.ul', 'appoint', '{"person": "requester.ul", "role": "king"}', 'role'),
    ('administrator.ul', 'appoint', '{"person": "requester.amc", "role": "sponsor"}', 'person'),
    ('administrator.ul', 'appoint', '{"person": "requester.ul", "role": "technician", "site": "AMS"}', 'site'),
    ('administrator.ul', 'set_setting', '{"key": "hold_days", "value": "soon"}', 'value'),
    ('administrator.ul', 'set_setting', '{"key": "Hold Days", "value": 3}', 'key'),
    ('administrator.ul', 'set_setting', '{"key": "reference_mix", "value": []}', 'value'),
    ('administrator.ul', 'set_setting', '{"key": "reference_mix", "value": [{"height_u": 1, "draw_w": 300}]}', 'value/0/weight_kg'),
    ('administrator.ul', 'set_setting', '{"key": "reference_mix", "value": [{"height_u": 0.3, "draw_w": 300, "weight_kg": 1}]}', 'value/0/height_u'),
    ('facility_manager.ul', 'set_limit', '{"node": 0, "reason": "x"}', 'node'),
    ('facility_manager.ul', 'set_limit', '{"node": %2$s}', 'reason'),
    ('facility_manager.ul', 'set_limit', '{"node": %2$s, "reason": "x", "normal_main": -1}', 'normal_main'),
    ('administrator.ul', 'import_models', '{"models": []}', 'models'),
    ('facility_manager.ul', 'amend_equipment', '{"changes": {}}', 'changes'),
    ('facility_manager.ul', 'amend_equipment', '{"changes": [1]}', 'changes/0'),
    ('facility_manager.ul', 'amend_equipment', '{"changes": [{"equipment": 1}]}', 'changes/0/values'),
    ('facility_manager.ul', 'amend_equipment', '{"changes": [{"equipment": 1, "values": {"name": "x"}, "was": []}]}', 'changes/0/was'),
    ('technician.ul', 'attach', '{"of": 1}', 'subject'),
    ('technician.ul', 'note', '{"subject": "rack"}', 'of'),
    ('technician.ul', 'link', '{"subject": "rack", "of": "LEI/H1/R1", "reference": "x"}', 'system'),
    ('technician.ul', 'detach', '{"document": 0}', 'document'),
    ('technician.ul', 'record_audit', '{"tags": []}', 'rack'),
    ('technician.ul', 'record_audit', '{"rack": "LEI/H1/R1", "tags": "T1"}', 'tags'),
    ('technician.ul', 'record_audit', '{"rack": "LEI/H1/R1", "tags": [1]}', 'tags/0/tag'),
    ('technician.ul', 'record_audit', '{"rack": "LEI/H1/R1", "placements": [0]}', 'placements/0'),
    ('reporting.ul', 'record_readings', '{"readings": []}', 'readings'),
    ('reporting.ul', 'record_readings', '{"readings": [{"site": "NOWHERE", "indicator": "E_DC", "month": "2026-01-01", "quantity": 1, "unit": "kWh"}]}', 'readings/0/site'),
    ('reporting.ul', 'record_readings', '{"readings": [{"site": "LEI", "indicator": "energy", "month": "2026-01-01", "quantity": 1, "unit": "kWh"}]}', 'readings/0/indicator'),
    ('reporting.ul', 'record_readings', '{"readings": [{"site": "LEI", "indicator": "E_DC", "month": "2027-04-01", "quantity": 1, "unit": "kWh"}]}', 'readings/0/month'),
    ('reporting.ul', 'record_readings', '{"readings": [{"site": "LEI", "indicator": "E_DC", "month": "2026-01-01", "quantity": -1, "unit": "kWh"}]}', 'readings/0/quantity'),
    ('reporting.ul', 'record_readings', '{"readings": [{"site": "LEI", "indicator": "E_DC", "month": "2026-01-01", "quantity": 1, "unit": "kWh"}, {"site": "LEI", "indicator": "E_DC", "month": "2026-01-31", "quantity": 1, "unit": "kWh"}]}', 'readings/1/month'),
    ('reporting.ul', 'record_readings', '{"readings": [{"site": "LEI", "node": "no such", "indicator": "E_DC", "month": "2026-01-01", "quantity": 1, "unit": "kWh"}]}', 'readings/0/node');
create temporary table subject as
    select public.request_in('in review') as request,
           (select n.id from polder.node n join polder.site s on s.id = n.site_id
            where s.code = 'LEI' and n.name = 'feed A') as node;

select plan((select 17 + count(*)::int from given));

create temporary table before as
    select (select count(*) from polder.request) as requests, (select count(*) from polder.equipment) as equipment,
           (select count(*) from polder.person) as people, (select count(*) from polder.intention) as keys;

select row_eq(format('select %L::text, %L::text', r.result ->> 'sqlstate', r.result ->> 'field'), row('PL004'::text, g.field),
              g.intention || ' ' || g.arguments)
from given g cross join subject s
cross join lateral public.act(g.who, g.intention, format(g.arguments, s.request, s.node)::jsonb) r (result);

select row_eq('select (select count(*) from polder.request), (select count(*) from polder.equipment),
                      (select count(*) from polder.person), (select count(*) from polder.intention)',
              (select row(requests, equipment, people, keys) from before), 'and nothing is half written, not even a key');
select is(public.act('requester.ul', 'submit', '{"request": 0}') ->> 'sqlstate', 'PL005', 'no such request');
select is(public.act('requester.amc', 'submit', jsonb_build_object('request', request)) - 'reference',
          '{"sqlstate": "PL005", "code": "absent", "subject": "request"}', 'the same answer for one of the other house') from subject;

-- What could never be booked stays a draft.
create temporary table unbookable (arguments text, field text, allowed text);
insert into unbookable values
    ('{"from": "2027-02-28", "items": [{"height_u": 1}]}', 'from', 'not before today, 2027-03-01'),
    ('{"from": "2027-03-01", "items": [{"height_u": 1}, {"height_u": 42.5}]}', 'items/1/height_u',
     'at most 42, the height of the tallest rack'),
    ('{"from": "2027-03-01", "items": [{"height_u": 42, "plug": "C99"}]}', 'items/0/plug',
     'one of C14, C16, C20, CEE 7/7, IEC 60309 16A 1P, IEC 60309 16A 3P, IEC 60309 32A 1P, IEC 60309 32A 3P'),
    ('{"from": "2027-03-01", "items": [{"height_u": 42, "plug": "C20"}, {"kind": "floor", "height_u": 60}]}', null, null);
create temporary table unbookable_draft as
    select u.*, public.act('requester.ul', 'create_request', u.arguments::jsonb || '{"sponsor": "sponsor.ul"}') ->> 'request' as draft
    from unbookable u;
select row_eq(format('select %L::text, %L::text', r ->> 'field', r ->> 'allowed'), row(u.field, u.allowed),
              'submit ' || u.arguments)
from unbookable_draft u, lateral public.try('requester.ul', 'submit', jsonb_build_object('request', u.draft::int)) r;
select public.act('requester.ul', 'submit', jsonb_build_object('request', draft::int)) from unbookable_draft where field is null \g /dev/null
select is(public.try('requester.ul', 'amend_request', u.arguments::jsonb || jsonb_build_object('request', good.draft::int)) ->> 'field',
          u.field, 'nor does an amendment make it so: ' || u.field)
from unbookable_draft u, unbookable_draft good where u.field is not null and good.field is null;

-- Requests are numbered one after the other, and a refused one takes no number with it.
create temporary table numbered as
    select public.act('requester.ul', 'create_request', '{"from": "2027-04-01", "items": [{"height_u": 1}]}') ->> 'number' as before,
           public.act('requester.ul', 'create_request', '{"from": "2027-04-01", "items": [{"height_u": 0}]}') ->> 'field' as refused,
           public.act('requester.ul', 'create_request', '{"from": "2027-04-01", "items": [{"height_u": 1}]}') ->> 'number' as after;
select row_eq('select refused, right(after, 5)::int - right(before, 5)::int from numbered', row('items/0/height_u'::text, 1),
              'the next number after a refusal is the next number');

-- Text is text, whatever stands in it.
create temporary table odd as select $odd$'); drop table polder.request; --" \ %s {} é 数据$odd$::text as words;
create temporary table made as
    select public.act('requester.ul', 'create_request', jsonb_build_object('from', '2027-04-01', 'project', words,
        'items', jsonb_build_array(jsonb_build_object('height_u', 1, 'description', words)))) as result from odd;
select is((select project from polder.request where id = (result ->> 'request')::int), words, 'stored as it was written')
    from made, odd;
select is(public.act('requester.ul', 'submit', jsonb_build_object('request', words)) ->> 'sqlstate', 'PL005',
          'a request of that name is not found') from odd;
select is(public.act('requester.ul', 'create_request', jsonb_build_object('from', '2027-04-01', words, 1,
          'items', '[{"height_u": 1}]'::jsonb)) ->> 'field', words, 'an argument of that name is not known') from odd;
select is(public.act('administrator.ul', 'add_person', jsonb_build_object('handle', words, 'name', 'X', 'login', true))
          ->> 'field', 'handle', 'nobody is called that') from odd;

-- The same for no person at all.
select throws_ok($$ select api.submit(gen_random_uuid(), null, '{"request": 1}') $$, 'PL002', null, 'a tool is nobody');
select is(public.act('requester.ul', 'submit', '{"request": 1}', null, null) ->> 'field', 'key', 'a key is needed');

select * from finish();
rollback;
