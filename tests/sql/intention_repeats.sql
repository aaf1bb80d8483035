-- Keys and generations: a repeat does nothing twice, a stale caller hears who was faster.
begin;
\ir support/two_houses.sql
-- What a commit does, inside this one transaction.
create function public.commit_now() returns bigint language plpgsql as $$
begin
    set constraints all immediate;
    set constraints all deferred;
    return api.generation();
end
$$;

select plan(28);

create temporary table call as select '00000000-0000-4000-8000-000000000001'::uuid as key,
    '{"from": "2027-04-01", "items": [{"height_u": 1}]}'::jsonb as arguments;
create temporary table first as
    select public.act('requester.ul', 'create_request', arguments, null, key) as result from call;
select ok(result ->> 'generation' is null, 'the function answers before its generation') from first;
select is(public.see('requester.ul', format('select api.generation_of(%L)', key)), null, 'which nobody knows yet') from call;
select public.commit_now() as generation \gset
select is(public.see('requester.ul', format('select api.generation_of(%L)', key)), :'generation', 'the commit gives it') from call;
select is(public.see('requester.amc', format('select api.generation_of(%L)', key)), null, 'nobody else is told') from call;
select is(public.see('requester.ul', 'select api.generation_of(''00000000-0000-4000-8000-00000000000f'')'), null,
          'nor of a key that was not used');
create temporary table again as
    select public.act('requester.ul', 'create_request', arguments, null, key) as result from call;
select is(a.result - 'generation', f.result - 'generation', 'the same key again gives the first result') from first f, again a;
select is((result ->> 'generation')::bigint, :'generation'::bigint, 'now with the generation in which it was done') from again;
select is((select count(*)::int from polder.request), 1, 'and there is one request');
select is(public.act('requester.ul', 'create_request', arguments || '{"project": "x"}', null, key) ->> 'sqlstate', 'PL007',
          'the same key with other arguments is an error') from call;
select is(public.act('requester.ul', 'withdraw', '{"request": 1}', null, key) ->> 'sqlstate', 'PL007',
          'with another intention too') from call;
select is(public.act('requester.amc', 'create_request', arguments, null, key), jsonb_build_object('sqlstate', 'PL007', 'code', 'key_used', 'field', 'key', 'value', key, 'allowed',
          'a new one for something else'),
          'and for another person, who learns nothing of it') from call;
select is(public.act('requester.ul', 'submit', '{"request": 0}', null, '00000000-0000-4000-8000-000000000002') ->> 'sqlstate',
          'PL005', 'what was refused');
select is(public.act('requester.ul', 'submit', jsonb_build_object('request', result -> 'request'), null,
          '00000000-0000-4000-8000-000000000002') ->> 'state', 'submitted', 'leaves its key unused') from first;

-- The facility manager looked at `generation`; since then the sponsor has endorsed.
create temporary table seen as select public.request_in('submitted') as request;
select public.commit_now() as generation \gset
select is(public.try('sponsor.ul', 'endorse', jsonb_build_object('request', request), :'generation'::bigint) ->> 'state', 'endorsed',
          'a caller who saw the newest goes on') from seen;
select lives_ok(format($$ select public.act('sponsor.ul', 'endorse', '{"request": %s}') $$, request)) from seen;
select public.commit_now() as newer \gset
create temporary table conflict as
    select public.act('facility_manager.ul', 'return_request', jsonb_build_object('request', request, 'reason', 'x'),
                      :'generation'::bigint) as result from seen;
select is(result ->> 'sqlstate', 'PL003', 'a stale caller is in conflict') from conflict;
select is(result ->> 'what', 'endorse', 'with what was done') from conflict;
select is((result ->> 'generation')::bigint, :'newer'::bigint, 'in which generation') from conflict;
select is((result ->> 'person')::int, (select person_id from polder.person_detail where handle = 'sponsor.ul'), 'by whom')
    from conflict;
select is(result ->> 'changed_by', 'Name of p_sponsor_ul', 'by name, for who may know it') from conflict;
select ok((result ->> 'changed_at')::timestamptz <= clock_timestamp(), 'and when') from conflict;
select is(public.try('facility_manager.ul', 'return_request', jsonb_build_object('request', request, 'reason', 'x'), :'newer'::bigint)
          ->> 'state', 'returned', 'having looked again the caller goes on') from seen;

-- Nobody can have seen what has not been.
create temporary table early as
    select public.act('facility_manager.ul', 'return_request', jsonb_build_object('request', request, 'reason', 'x'),
                      api.generation() + 1) as result from seen;
select is(result ->> 'sqlstate', 'PL004', 'a generation that has not been is a wrong value') from early;
select is(result ->> 'field', 'generation', 'named') from early;
select is(result ->> 'allowed', 'a generation that there has been', 'with what can be given') from early;

-- Amending an item is a change of the request too.
select lives_ok(format($$ select public.act('requester.ul', 'amend_request',
    '{"request": %s, "items": [{"height_u": 3}]}') $$, request)) from seen;
select public.commit_now() as newest \gset
select is(public.try('facility_manager.ul', 'review', jsonb_build_object('request', request), :'newer'::bigint) ->> 'what', 'amend_request',
          'an amended item is a change of the request') from seen;

-- Every step told somebody, and nobody was told what he did himself.
select is_empty($$ select n.* from polder.notice n join polder.change c on c.id = n.change_id
                   where c.person_id = n.recipient_id $$, 'notices go to the others');

select * from finish();
rollback;
