-- To whom of both houses an intention is offered, in a state in which it is possible: to those who may have it (that is
-- rights_matrix.sql), and to nobody else. Then what rights hang on beside a role. The request is UL's, the place is AMC's.
begin;
\ir support/two_houses.sql

create temporary table tried (intention text, state text, may text[]);
insert into tried values
    ('amend_request', 'draft', '{requester.ul}'),
    ('submit', 'draft', '{requester.ul,coordinator.ul}'),
    ('endorse', 'submitted', '{sponsor.ul,coordinator.ul}'),
    ('decline', 'submitted', '{sponsor.ul,coordinator.ul}'),
    ('return_request', 'submitted', '{facility_manager.amc,security_officer.amc}'),
    ('review', 'endorsed', '{facility_manager.amc}'),
    ('hold', 'in review', '{facility_manager.amc}'),
    ('wait_list', 'in review', '{facility_manager.amc}'),
    ('reject', 'in review', '{facility_manager.amc}'),
    ('renew', 'held', '{facility_manager.amc}'),
    ('withdraw', 'held', '{requester.ul}'),
    ('deliver', 'held', '{technician.amc}'),
    ('install', 'delivered', '{technician.amc,facility_manager.amc}'),
    ('decommission', 'installed', '{facility_manager.amc}'),
    ('remove', 'decommissioning', '{facility_manager.amc}');

create temporary table subject as
    select state, public.request_in(state, 'ul', 'AMS') as request from (select distinct state from tried) s;

select plan((select count(*)::int from tried) + 27);

select is((select array_agg(d.handle order by d.handle)
           from polder.person_detail d
           where public.see(d.handle, format('select %L = any (intentions) from api.request_offer where request_id = %s',
                                             t.intention, s.request)) = 'true'),
          (select array_agg(m order by m) from unnest(t.may) m), t.intention || ' is offered to those who may')
from tried t join subject s on s.state = t.state
order by t.intention;

-- What the owner's people only ask for, and the host's facility manager does.
create temporary table installed as select public.request_in('installed', 'ul', 'AMS') as request;
select is(public.try('requester.ul', 'extend', jsonb_build_object('request', request, 'until', '2030-04-01')) ->> 'asked',
          'true', 'a requester asks for an extension') from installed;
select is(public.try('requester.ul', 'move', jsonb_build_object('moves', jsonb_build_array(jsonb_build_object(
              'placement', public.placement_of(request), 'rack', 'AMS/H1/R2', 'unit', 1)))) ->> 'asked',
          'true', 'a requester asks for a move') from installed;
select is(public.try('requester.ul', 'replace', jsonb_build_object('placement', public.placement_of(request),
              'serial', 'X')) ->> 'asked', 'true', 'a requester asks for a replacement') from installed;
select is(public.try('facility_manager.amc', 'extend', jsonb_build_object('request', request, 'until', '2030-04-01'))
          ->> 'until', '2030-04-01', 'the facility manager extends') from installed;

-- What a client may offer, all of it.
create function public.offer(handle text, request int) returns text language sql as $$
    select public.see(handle, format('select intentions from api.request_offer where request_id = %s', request))
$$;
select is(public.offer('facility_manager.amc', request), '{decommission,extend,move,replace}',
          'the facility manager''s buttons') from installed;
select is(public.offer('requester.ul', request), '{extend,move,replace}', 'the requester''s') from installed;
select is(public.offer('stranger.ul', request), null, 'a stranger does not even see it') from installed;

select is(public.offer('facility_manager.amc', request), '{install,release,renew}', 'a place that is held is given back')
from subject where state = 'held';
select is(public.offer('technician.amc', request), '{deliver,install}', 'not by a technician') from subject where state = 'held';

-- Before the security review is passed nothing is held; whose it is says so.
update polder.request r set security_review = 'open' from subject s where r.id = s.request and s.state = 'in review';
select is(public.offer('facility_manager.amc', request), '{reject,return_request,wait_list}', 'no place before the review')
from subject where state = 'in review';
select is(public.offer('security_officer.amc', request), '{return_request,security_review}', 'the review''s button')
from subject where state = 'in review';
update polder.request r set security_review = 'not needed' from subject s where r.id = s.request and s.state = 'in review';

-- What a client asks of its user, so that it need not know offices by name.
select is(public.see(v.handle, format('select api.viewer() ->> %L', v.may)), v.answer, v.handle || ': ' || v.may)
from (values ('coordinator.ul', 'may_ask_for_others', 'true'), ('requester.ul', 'may_ask_for_others', 'false'),
             ('facility_manager.amc', 'may_set_aside', 'true'), ('technician.amc', 'may_set_aside', 'false'),
             ('technician.amc', 'may_amend', 'true'), ('sponsor.ul', 'may_amend', 'false')) v (handle, may, answer);

-- Who is told reads it, and nobody else.
select is(public.see(handle, $$select count(*) > 0 from jsonb_array_elements(api.notices('{}') -> 'notices') n
                               where n ->> 'topic' = 'installed'$$), told, handle || ' is told of an installation: ' || told)
from (values ('requester.ul', 'true'), ('stranger.ul', 'false')) v (handle, told);

-- Acting for another wants evidence.
select is(public.try('coordinator.ul', 'endorse', jsonb_build_object('request', request)) ->> 'field', 'evidence',
          'a coordinator endorses with evidence only') from subject where state = 'submitted';
select is(public.try('coordinator.ul', 'submit', jsonb_build_object('request', request)) ->> 'field', 'evidence',
          'a coordinator submits with evidence only') from subject where state = 'draft';
select is(public.try('requester.ul', 'create_request', '{"requester": "colleague.ul", "from": "2027-04-01",
          "items": [{"height_u": 1}]}') ->> 'sqlstate', 'PL002', 'a requester does not ask for another');
select is(public.try('coordinator.ul', 'create_request', '{"requester": "colleague.ul", "from": "2027-04-01",
          "evidence": "mail", "items": [{"height_u": 1}]}') ->> 'state', 'draft', 'a coordinator does');
select is(public.try('coordinator.ul', 'create_request', '{"organisation": "AMC", "from": "2027-04-01",
          "items": [{"height_u": 1}]}') ->> 'sqlstate', 'PL002', 'but not for another organisation');

-- The facility manager of one house in the rooms of the other.
select is(public.try('facility_manager.ul', 'hold', jsonb_build_object('request', r.request, 'item', 1,
              'places', '[{"rack": "AMS/H1/R1", "unit": 30}]'::jsonb)) ->> 'sqlstate', 'PL002',
          'UL''s facility manager does not hold at AMC, whosever the request is')
from (select public.request_in('in review') as request) r;

-- A deputy acts with what the person has, for as long as that was said.
insert into polder.deputy (person_id, deputy_id, during)
    select a.person_id, b.person_id, '[2027-02-01,2027-03-02)' from polder.person_detail a, polder.person_detail b
    where a.handle = 'sponsor.ul' and b.handle = 'stranger.ul';
select is(public.try('stranger.ul', 'endorse', jsonb_build_object('request', request)) ->> 'state', 'endorsed',
          'a deputy endorses') from subject where state = 'submitted';
set local polder.today = '2027-03-02';
select is(public.try('stranger.ul', 'endorse', jsonb_build_object('request', request)) ->> 'sqlstate', 'PL005',
          'and no longer the day after') from subject where state = 'submitted';

select * from finish();
rollback;
