-- Overrides and changes of the building as people make them: who may, who confirms, who is told, what is seen.
begin;
\ir support/two_houses.sql
select plan(53);

-- A request of UL for AMC's rooms, in review; equipment that blows against the aisle.
create temporary table asked as select public.request_in('in review', 'ul', 'AMS') as id;
update polder.request_item i set airflow = 'rear-to-front' from asked where i.request_id = asked.id;
create function public.hold() returns jsonb language sql as $$
    select public.act('facility_manager.amc', 'hold', jsonb_build_object('request', (select id from asked), 'item', 1,
        'places', '[{"rack": "AMS/H1/R1", "unit": 30}]'::jsonb))
$$;
create function public.rules_of(refusal jsonb) returns text language sql as $$
    select string_agg(distinct v ->> 'rule', ',' order by v ->> 'rule') from jsonb_array_elements(refusal -> 'violations') v
$$;
create function public.set_aside(rule text, until text default '2027-06-01') returns jsonb language sql as $$
    select jsonb_build_object('request', (select id from asked), 'rule', rule, 'reason', 'it cannot be otherwise', 'until', until)
$$;
select is(public.rules_of(public.hold()), 'C4', 'against the aisle: refused');

-- Who may.
select is((select array_agg(d.handle) from polder.person_detail d
           where public.try(d.handle, 'override', public.set_aside('C4')) ->> 'sqlstate' is null),
          '{facility_manager.amc}', 'the facility manager of the data centre alone sets a rule aside');
select is(public.try('facility_manager.amc', 'override', public.set_aside('C4') || v.more::jsonb) ->> 'field', v.field, v.why)
from (values ('{"rule": "S1"}', 'rule', 'a rule that nobody sets aside'), ('{"rule": "XX"}', 'rule', 'what is no rule'),
             ('{"reason": " "}', 'reason', 'no reason'), ('{"until": "2027-03-01"}', 'until', 'an end that has come'),
             ('{"until": null}', 'until', 'no end'), ('{"node": 1}', 'request', 'two things at once'),
             ('{"request": null}', 'request', 'nothing'), ('{"request": null, "node": 0}', 'node', 'what is no node')) v (more, field, why);
select is(public.try('facility_manager.amc', 'override', public.set_aside('C4') || '{"request": null, "placement": 0}') ->> 'sqlstate', 'PL005',
          'a placement that is not there');

-- One is enough for C4.
create temporary table said as select public.act('facility_manager.amc', 'override', public.set_aside('C4'),
                                                 key => '00000000-0000-0000-0000-000000000001') as c4, null::jsonb as p5, null::jsonb as g4;
select is(c4 - 'override', '{"rule": "C4", "until": "2027-06-01", "in_force": true, "waits_for": null, "generation": null}', 'in force at once') from said;
select is(public.act('facility_manager.amc', 'override', public.set_aside('C4'), key => '00000000-0000-0000-0000-000000000001') ->> 'override',
          c4 ->> 'override', 'the same key again is the same override') from said;
select is(public.try('facility_manager.amc', 'confirm_override', jsonb_build_object('override', c4 -> 'override')) ->> 'sqlstate', 'PL006',
          'it waits for nobody') from said;
select is(public.hold() ->> 'state', 'held', 'the hold is made');
select is((select count(*) from polder.finding where override_id is not null and rule = 'C4'), 1::bigint, 'and what it breaks is on record');

-- Who sees it: with the request.
create function public.seen(handle text) returns text language sql as $$
    select public.see(handle, 'select string_agg(rule || '' '' || coalesce(waits_for, ''in force''), '', '' order by rule) from api.overrides()')
$$;
select is((select array_agg(d.handle order by d.handle) from polder.person_detail d where public.seen(d.handle) is not null),
          '{administrator.ul,agreement_manager.ul,colleague.ul,coordinator.ul,facility_manager.amc,reporting.amc,reporting.ul,requester.ul,security_officer.amc,security_officer.ul,sponsor.ul,technician.amc}',
          'those who see the request see what was set aside for it');
select is((select array_agg(d.handle order by d.handle) from polder.person_detail d
           where public.see(d.handle, 'select count(*) from polder.override') <> '0'),
          (select array_agg(d.handle order by d.handle) from polder.person_detail d where public.seen(d.handle) is not null), 'in the table too');
select is(public.see('requester.ul', 'select "by" from api.overrides()'), 'Name of p_facility_manager_amc', 'and who said so');

-- Two: P5 and a second facility manager of AMC.
select public.act('administrator.amc', 'add_person', '{"handle": "second.amc", "name": "Second", "login": true}');
select public.act('administrator.amc', 'appoint', '{"person": "second.amc", "role": "facility_manager", "site": "AMS"}');
update said set p5 = public.act('facility_manager.amc', 'override', public.set_aside('P5'));
select is(p5 ->> 'in_force' || ' ' || (p5 ->> 'waits_for'), 'false second person', 'P5 waits for a second person') from said;
select is((select array_agg(d.handle) from polder.notice n join polder.person_detail d on d.person_id = n.recipient_id
           where n.topic = 'override to confirm' and n.body -> 'override' = p5 -> 'override'), '{second.amc}', 'who is told') from said;
select is((select array_agg(d.handle) from polder.person_detail d
           where public.try(d.handle, 'confirm_override', jsonb_build_object('override', p5 -> 'override')) ->> 'sqlstate' is null),
          '{second.amc}', 'and alone confirms') from said;
select is(public.act('second.amc', 'confirm_override', jsonb_build_object('override', p5 -> 'override')) ->> 'in_force', 'true', 'then it holds') from said;
select is(public.try('second.amc', 'confirm_override', jsonb_build_object('override', p5 -> 'override')) ->> 'sqlstate', 'PL006', 'once') from said;

-- Both institutions: G4, asked by AMC, confirmed at UL, also by who does not see the request.
update said set g4 = public.act('facility_manager.amc', 'override', public.set_aside('G4'));
select is(g4 ->> 'waits_for', 'other institution', 'G4 waits for the other institution') from said;
select is((select array_agg(d.handle order by d.handle) from polder.person_detail d
           where public.try(d.handle, 'confirm_override', jsonb_build_object('override', g4 -> 'override')) ->> 'sqlstate' is null),
          '{agreement_manager.ul,facility_manager.ul}', 'whose agreement or facility manager confirms') from said;
select is((select array_agg(distinct public.try(d.handle, 'confirm_override', jsonb_build_object('override', g4 -> 'override')) ->> 'sqlstate')
           from polder.person_detail d where d.handle in ('stranger.ul', 'agreement_manager.amc', 'stranger.amc')), '{PL005}',
          'whoever neither sees nor confirms it learns nothing') from said;
select public.act('agreement_manager.ul', 'confirm_override', jsonb_build_object('override', g4 -> 'override')) from said;
select is(public.seen('facility_manager.amc'), 'C4 in force, G4 in force, P5 in force', 'all three hold');

-- Taken back by whoever gives it, or who confirmed.
select is((select array_agg(d.handle order by d.handle) from polder.person_detail d
           where public.try(d.handle, 'withdraw_override', jsonb_build_object('override', g4 -> 'override')) ->> 'sqlstate' is null),
          '{agreement_manager.ul,facility_manager.amc,second.amc}', 'who withdraws it') from said;
select public.act('facility_manager.amc', 'withdraw_override', jsonb_build_object('override', c4 -> 'override')) from said;
select is(public.seen('facility_manager.amc'), 'G4 in force, P5 in force', 'withdrawn') from said;
select is(public.try('facility_manager.amc', 'withdraw_override', jsonb_build_object('override', c4 -> 'override')) ->> 'sqlstate', 'PL006', 'once') from said;
create function public.install() returns jsonb language sql as $$
    select public.act('technician.amc', 'install', jsonb_build_object('request', (select id from asked), 'item', 1, 'serial', 'S'))
$$;
select is((select array_agg(covered) from guard.check()), '{false}', 'what it let in is covered by nothing');
select is(public.try('facility_manager.amc', 'renew', jsonb_build_object('request', (select id from asked), 'until_date', '2027-05-01')) ->> 'state', 'held',
          'and stays: never worse');
select is(public.rules_of(public.install()), 'C4', 'but not from a month earlier on');
select is(public.act('facility_manager.amc', 'override', jsonb_build_object('placement', public.placement_of((select id from asked)), 'rule', 'C4',
          'reason', 'again', 'until', '2027-06-01')) ->> 'in_force', 'true', 'until somebody sets it aside for the booking');
select is(public.install() ->> 'state', 'installed', 'then it is installed');
select is((select array_agg(covered) from guard.check()), '{true}', 'and covered');

-- A change of the building by people. The AMC's racks may warm less.
create function public.heat(more jsonb, handle text default 'facility_manager.amc') returns jsonb language sql as $$
    select public.try(handle, 'set_limit', jsonb_build_object('node', 'AMS R1 rack_heat', 'reason', 'less air') || more)
$$;
select is(public.heat('{"normal_main": 399999}') ? 'sqlstate', false, 'a limit with a reason, on a node by its name');
select is(public.heat('{"normal_main": 399999}', handle) ->> 'sqlstate', 'PL002', handle || ' does not set it')
from unnest('{facility_manager.ul,technician.amc,administrator.amc}'::text[]) handle;
-- A model, by somebody who does not see what it breaks: the place is no secret, the booking is.
create temporary table deeper as select jsonb_build_object('models', jsonb_build_array(jsonb_build_object('manufacturer', 'Acme', 'name', 'Server 2',
    'slug', 'acme-server-2', 'height_hu', 4, 'depth_mm', 881, 'weight_g', 20000, 'nameplate_w', 800, 'content_hash', 'new',
    'supplies', '[{"name": "PSU1", "inlet": "C14"}, {"name": "PSU2", "inlet": "C14"}]'::jsonb))) as file;
update polder.equipment set depth_mm = null;
select is(r ->> 'sqlstate' || (r -> 'bookings')::text, 'PL008[{"rules": ["S2"], "where": "AMS/H1/R1 U30", "placement": null}]', 'its place')
from deeper, lateral public.try('administrator.amc', 'import_models', file) r;
select is(r -> 'bookings' -> 0 -> 'placement', to_jsonb(public.placement_of((select id from asked))), 'to the data centre also which it is')
from deeper, lateral public.try('facility_manager.amc', 'import_models', file) r;
select is(public.act('facility_manager.amc', 'import_models', file || '{"reason": "the maker has measured"}') ->> 'updated', '1', 'with a reason it is taken')
from deeper;
select is((select reason from polder.change order by id desc limit 1), 'the maker has measured', 'which is kept');
select is((select count(*) from polder.finding where rule = 'S2' and resolved_on is null), 1::bigint, 'beside what it broke');
-- A policy.
select is(public.try('administrator.amc', 'set_setting', '{"key": "cord_allowance_mm", "value": 150}') ->> 'sqlstate', 'PL008', 'a policy wants one too');
select is(public.try('administrator.amc', 'set_setting', '{"key": "cord_allowance_mm", "value": 150, "reason": "stiffer cords"}') ->> 'key',
          'cord_allowance_mm', 'and has it');
-- Topology.
select is(public.try('facility_manager.amc', 'feed_node', '{"node": "AMS R1-A", "parent": "AMS feed B"}') ->> 'sqlstate', 'PL008', 'both sides on one');
select is(public.try('facility_manager.amc', 'feed_node', '{"node": "AMS R1-A", "parent": "AMS feed B", "reason": "feed A is renewed"}') ? 'sqlstate', false, 'for a reason');
select is(public.try('facility_manager.amc', 'feed_node', '{"node": "AMS R2-A", "parent": null}') ? 'sqlstate', false, 'what feeds nothing needs none');
select is(public.try('facility_manager.amc', 'feed_node', '{"node": "AMS R1-A", "parent": "AMS R1 rack_heat"}') ->> 'field', 'node', 'heat feeds nothing');
select is(public.try('facility_manager.ul', 'feed_node', '{"node": "AMS R2-A", "parent": null}') ->> 'sqlstate', 'PL002', 'in the own data centre');

select * from finish();
rollback;
