-- What is known of equipment is put right, all or nothing: by whom, what is refused and in which words, and what came first.
begin;
\ir support/two_houses.sql
create temporary table piece as
    select n, public.request_in('installed', house, wish) as request
    from (values (1, 'ul', 'LEI'), (2, 'ul', 'LEI'), (3, 'amc', 'LEI'), (4, 'amc', 'AMS')) p (n, house, wish);
-- The equipment of the piece.
create function public.e(n int) returns int language sql stable as $$
    select e.id from piece p join polder.request_item i on i.request_id = p.request
    join polder.equipment e on e.request_item_id = i.id where p.n = e.n
$$;
create function public.e(n int, field text) returns text language sql stable as $$
    select to_jsonb(q) ->> field from polder.equipment q where q.id = public.e(n)
$$;
create function public.amend(who text, arguments text, generation bigint default null) returns jsonb language sql as $$
    select public.act(who, 'amend_equipment', jsonb_build_object('changes', replace(replace(replace(replace(arguments,
        'E1', public.e(1)::text), 'E2', public.e(2)::text), 'E3', public.e(3)::text), 'E4', public.e(4)::text)::jsonb), generation)
$$;
-- Field and reason of all that is wrong.
create function public.faults(result jsonb) returns setof text language sql stable as $$
    select concat_ws(' ', f ->> 'sqlstate', f ->> 'field') from jsonb_array_elements(result -> 'faults') f
$$;

select plan(45);

-- A block of serials and tags, and what it answers.
select is(public.amend('facility_manager.ul', '[
    {"equipment": E1, "values": {"serial": "SN-1", "asset_tag": "T1", "name": "node 1"}},
    {"equipment": E2, "values": {"serial": " SN-2 ", "asset_tag": "T2", "project": "Genomics"}}]') - array['generation', 'warnings'],
    replace(replace('{"changes": [
        {"equipment": E1, "values": {"serial": "SN-1", "asset_tag": "T1", "name": "node 1"},
         "was": {"serial": null, "asset_tag": null, "name": "R-2027-00001-1.1"}},
        {"equipment": E2, "values": {"serial": "SN-2", "asset_tag": "T2", "project": "Genomics"},
         "was": {"serial": null, "asset_tag": null, "project": "Secret of ul"}}]}', 'E1', public.e(1)::text), 'E2', public.e(2)::text)::jsonb,
    'what was changed, and what it was: the inverse');
select is(public.e(1, 'serial') || public.e(2, 'asset_tag') || public.e(2, 'project'), 'SN-1T2Genomics', 'it is so');
select is((select count(*)::int from history.equipment h where h.id = public.e(1) and h.serial = 'SN-1'), 1, 'and on record');
select is(public.amend('facility_manager.ul', '[{"equipment": "T1", "values": {"serial": "SN-1"}}]') -> 'changes', '[]',
          'by its tag, and what is so already is no change');

-- Everything that can be said, by the names that intentions use.
select is(public.amend('facility_manager.ul', '[{"equipment": E1, "values": {"cost_centre": "K1", "department": "DEP", "sponsor": "sponsor.ul",
    "security_contact": "colleague.ul", "data_class": "laag", "medical": false, "personal_data": true, "shareable": true, "ducted": true,
    "warranty_until": "2030-01-01", "measured_w": 210, "nameplate_w": 900, "budgeted_w": 500, "power_source": "meter", "weight_kg": 21.5}}]')
    #> '{changes,0,was}',
    '{"cost_centre": null, "department": null, "security_contact": null, "data_class": "middel", "personal_data": false,
      "shareable": false, "ducted": false, "warranty_until": null, "measured_w": null, "measured_on": null, "nameplate_w": 800,
      "budgeted_w": 400, "power_source": "request", "weight_kg": 20}', 'all fields at once');
select is(public.e(1, 'weight_g') || ' ' || public.e(1, 'measured_on'), '21500 2027-03-01', 'kilograms are grams; measured today');
select is(public.amend('facility_manager.ul', '[{"equipment": E1, "values": {"measured_w": null, "department": null, "serial": ""}}]')
          #> '{changes,0,values}', '{"measured_w": null, "measured_on": null, "department": null, "serial": null}', 'null empties');

-- Bad input: every row and field of it, in the order of the rows, and nothing is half written.
select results_eq($$ select * from public.faults(public.amend('facility_manager.ul', '[
    {"equipment": E1, "values": {"weight_kg": 0, "colour": "red"}},
    {"equipment": E2, "values": {"measured_on": "2027-03-02", "serial": "SN-9"}},
    {"equipment": 0, "values": {"serial": "X"}},
    {"equipment": E4, "values": {"serial": "X"}}]')) $$,
    $$ values ('PL004 changes/0/values/colour'), ('PL004 changes/0/values/weight_kg'), ('PL004 changes/1/values/measured_on'),
              ('PL005 changes/2/equipment'), ('PL005 changes/3/equipment') $$, 'all that is wrong');
select is(public.e(2, 'serial'), 'SN-2', 'a good cell beside a bad one is not written either');
select is(f ->> 'reason', 'changes/0/values/weight_kg: must be a number from 0.001 to 20000 in steps of 0.001', 'in numbers')
from jsonb_array_elements(public.amend('facility_manager.ul', '[{"equipment": E1, "values": {"weight_kg": "heavy"}}]') -> 'faults') f;
select row_eq($$ select r ->> 'sqlstate', r ->> 'field', r ->> 'allowed' from public.amend('facility_manager.ul',
                 '[{"equipment": E1, "values": {"data_class": "secret"}}]') r $$,
              row('PL004'::text, 'changes/0/values/data_class'::text, 'one of laag, middel, hoog'::text), 'the first of them as any other refusal');
select is(public.amend('facility_manager.ul', '[{"equipment": E1, "values": {"name": "a"}}, {"equipment": E1, "values": {"name": "b"}}]') ->> 'allowed',
          'each piece of equipment once', 'not twice the same');
select is(public.amend('facility_manager.ul', '[{"equipment": E1, "values": {}}]') ->> 'field', 'changes/0/values', 'nothing to change');
select is(public.amend('facility_manager.ul', '[{"equipment": E1, "values": {"name": "a"}, "why": 1}]') ->> 'field', 'changes/0/why', 'a name too many');
select is(public.amend('facility_manager.ul', '[]') ->> 'field', 'changes', 'no changes');
select is(public.amend('facility_manager.ul', '[{"equipment": E1, "values": {"sponsor": "requester.ul"}}]') ->> 'allowed',
          'the handle of a sponsor of its owner', 'a sponsor is one');
select is(public.amend('facility_manager.ul', '[{"equipment": E1, "values": {"security_contact": "sponsor.amc"}}]') ->> 'field',
          'changes/0/values/security_contact', 'and of the house that owns it');

-- Serial and tag are an owner's once; two may swap theirs.
select results_eq($$ select * from public.faults(public.amend('facility_manager.ul', '[{"equipment": E1, "values": {"asset_tag": "T2"}}]')) $$,
                  $$ values ('PL004 changes/0/values/asset_tag') $$, 'a tag that another has');
select results_eq($$ select * from public.faults(public.amend('facility_manager.ul',
                     '[{"equipment": E1, "values": {"serial": "S"}}, {"equipment": E2, "values": {"serial": "S"}}]')) $$,
                  $$ values ('PL004 changes/0/values/serial'), ('PL004 changes/1/values/serial') $$, 'twice in one block: both are told');
select is(public.amend('facility_manager.ul', '[{"equipment": E3, "values": {"asset_tag": "T1"}}]') #>> '{changes,0,values,asset_tag}', 'T1',
          'another owner''s may be the same');
select is(public.amend('facility_manager.ul', '[{"equipment": "T1", "values": {"serial": "S"}}]') ->> 'allowed',
          'the id: several have this asset tag', 'then the tag does not name one');
select is(jsonb_array_length(public.amend('facility_manager.ul', '[{"equipment": E1, "values": {"asset_tag": "T2"}},
                                          {"equipment": E2, "values": {"asset_tag": "T1"}}]') -> 'changes'), 2, 'two swap their tags');
select is(public.e(1, 'asset_tag') || public.e(2, 'asset_tag'), 'T2T1', 'both have the other''s');

-- Who.
select results_eq($$ select * from public.faults(public.amend('technician.ul', '[{"equipment": E1, "values": {"serial": "A", "weight_kg": 3, "project": "x"}}]')) $$,
                  $$ values ('PL002 changes/0/values/project'), ('PL002 changes/0/values/weight_kg') $$, 'a technician reads labels and meters');
select is(public.amend('technician.ul', '[{"equipment": E1, "values": {"measured_w": 333, "measured_on": "2027-02-01"}}]') #>> '{changes,0,values,measured_on}',
          '2027-02-01', 'and says when');
select results_eq($$ select * from public.faults(public.amend('coordinator.amc', '[{"equipment": E3, "values": {"project": "Ours", "budgeted_w": 1}}]')) $$,
                  $$ values ('PL002 changes/0/values/budgeted_w') $$, 'its owner does not say what it draws');
select is(public.amend('coordinator.amc', '[{"equipment": E3, "values": {"project": "Ours", "sponsor": "sponsor.amc", "shareable": true}}]')
          #>> '{changes,0,values,project}', 'Ours', 'but whose project it is, also in the other''s data centre');
select is(public.amend('coordinator.ul', '[{"equipment": E3, "values": {"project": "Theirs"}}]') ->> 'sqlstate', 'PL005', 'who may not see it');
select is(public.amend('requester.ul', '[{"equipment": E1, "values": {"project": "Mine"}}]') ->> 'right',
          'amend_equipment: project is for the facility manager or coordinator of its owner', 'a requester asks');
select is(public.amend('facility_manager.amc', '[{"equipment": E3, "values": {"name": "x"}}]') ->> 'sqlstate', 'PL005',
          'nor the owner''s facility manager, who does not see it');

-- Whether it fits, the guard says, and which row it is.
update polder.node_limit l set normal_main = 65000 from polder.node n join polder.site s on s.id = n.site_id
    where n.id = l.node_id and n.name = 'R1 rack_mass' and s.code = 'LEI';
select results_eq($$ select * from public.faults(public.amend('facility_manager.ul', '[{"equipment": E1, "values": {"name": "still", "weight_kg": 500}},
                                                                                     {"equipment": E4, "values": {"name": "x"}}]')) $$,
                  $$ values ('PL005 changes/1/equipment') $$, 'what is wrong in itself comes first');
create temporary table heavy as select public.amend('facility_manager.ul',
    '[{"equipment": E2, "values": {"name": "still"}}, {"equipment": E1, "values": {"name": "still", "weight_kg": 500}}]') as r;
select is((select r ->> 'sqlstate' from heavy), 'PL001', 'too heavy for its rack');
select results_eq($$ select public.faults(r) from heavy $$, $$ values ('PL001 changes/1/values/weight_kg') $$, 'the row and the field');
select is((select r #>> '{violations,0,rule}' from heavy), 'S3', 'with the numbers as ever');
select is(public.e(2, 'name'), 'R-2027-00002-1.1', 'all or nothing');

-- Mine and theirs: what was seen is no longer so.
set constraints all immediate;
set constraints all deferred;
select is(public.amend('facility_manager.ul', '[{"equipment": E2, "values": {"project": "B"}, "was": {"project": "Genomics"}}]') #>> '{changes,0,was,project}',
          'Genomics', 'as it was seen');
create temporary table stale as select public.amend('facility_manager.ul',
    '[{"equipment": E2, "values": {"project": "C", "name": "n"}, "was": {"project": "Genomics", "name": "R-2027-00002-1.1"}}]') as r;
select row_eq($$ select r ->> 'sqlstate', r ->> 'changed_by', r ->> 'what' from stale $$,
              row('PL003'::text, 'Name of p_facility_manager_ul'::text, 'amend_equipment'::text), 'who changed it, by what');
select row_eq($$ select r #>> '{faults,0,field}', r #>> '{faults,0,was}', r #>> '{faults,0,mine}', r #>> '{faults,0,theirs}' from stale $$,
              row('changes/0/values/project'::text, 'Genomics'::text, 'C'::text, 'B'::text), 'mine and theirs');
select is(public.amend('facility_manager.ul', '[{"equipment": E2, "values": {"project": "B"}, "was": {"project": "Genomics"}}]') -> 'changes', '[]',
          'theirs is what I want: no quarrel');

-- Without "was": as it was at the generation that was seen; another field is nobody's business.
set constraints all immediate;
set constraints all deferred;
create temporary table looked as select api.generation() as generation;
select public.amend('technician.ul', '[{"equipment": E2, "values": {"serial": "THEIRS"}}]') \g /dev/null
set constraints all immediate;
set constraints all deferred;
select is(public.amend('facility_manager.ul', '[{"equipment": E2, "values": {"project": "D"}}]', (select generation from looked)) #>> '{changes,0,values,project}',
          'D', 'who changes another field is not in the way');
select is(public.amend('facility_manager.ul', '[{"equipment": E2, "values": {"serial": "MINE"}}]', (select generation from looked)) #>> '{faults,0,theirs}',
          'THEIRS', 'who changes the same one is');
select is(public.amend('facility_manager.ul', '[{"equipment": E2, "values": {"name": "x"}}]', 1000000) ->> 'field', 'generation', 'no such generation');

-- The inverse takes it back; what came after is named.
create temporary table done as select public.amend('facility_manager.ul', '[{"equipment": E1, "values": {"warranty_until": "2031-01-01", "weight_kg": 22}}]') as r;
create temporary table inverse as
    select jsonb_agg(jsonb_build_object('equipment', c -> 'equipment', 'values', c -> 'was', 'was', c -> 'values'))::text as changes
    from done, jsonb_array_elements(r -> 'changes') c;
select is(public.try('facility_manager.ul', 'amend_equipment', jsonb_build_object('changes', changes::jsonb)) #>> '{changes,0,values,weight_kg}', '21.5',
          'back to what it was') from inverse;
select public.amend('technician.ul', '[{"equipment": E1, "values": {"name": "later"}}]') \g /dev/null
select is(public.try('facility_manager.ul', 'amend_equipment', jsonb_build_object('changes', changes::jsonb)) ? 'sqlstate', false,
          'also after somebody changed another field') from inverse;
select public.amend('facility_manager.ul', '[{"equipment": E1, "values": {"weight_kg": 23}}]') \g /dev/null
select is(public.try('facility_manager.ul', 'amend_equipment', jsonb_build_object('changes', changes::jsonb)) #>> '{faults,0,theirs}', '23',
          'not after somebody changed this one') from inverse;
select * from finish();
rollback;
