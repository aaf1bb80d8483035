-- Every state with every intention: the pairs of the table lead where it says, all others are refused with PL006. The
-- table stands here a second time, on purpose, by way of DOMAIN's words and not of guard.step.
begin;
\ir support/two_houses.sql

create temporary table allowed (state text, intention text, reached text);
insert into allowed values
    ('draft', 'submit', 'submitted'), ('returned', 'submit', 'submitted'),
    ('submitted', 'endorse', 'endorsed'), ('submitted', 'decline', 'rejected'),
    ('submitted', 'return_request', 'returned'), ('endorsed', 'return_request', 'returned'),
    ('in review', 'return_request', 'returned'),
    ('endorsed', 'review', 'in review'),
    ('in review', 'hold', 'held'), ('in review', 'wait_list', 'waiting'), ('in review', 'reject', 'rejected'),
    ('held', 'renew', 'held'), ('held', 'deliver', 'delivered'),
    ('held', 'install', 'installed'), ('delivered', 'install', 'installed'),
    ('installed', 'extend', 'installed'), ('installed', 'move', 'installed'), ('installed', 'replace', 'installed'),
    ('installed', 'decommission', 'decommissioning'), ('decommissioning', 'remove', 'removed');
insert into allowed
    select s, 'withdraw', 'withdrawn'
    from unnest(array['draft', 'submitted', 'returned', 'endorsed', 'in review', 'waiting', 'held']) s;
insert into allowed values
    ('draft', 'amend_request', 'draft'), ('submitted', 'amend_request', 'submitted'),
    ('returned', 'amend_request', 'returned'), ('endorsed', 'amend_request', 'endorsed'),
    ('in review', 'amend_request', 'in review'), ('waiting', 'amend_request', 'in review'),
    ('held', 'amend_request', 'in review');

create temporary table state as
    select s as state, public.request_in(s) as request
    from unnest(array['draft', 'submitted', 'returned', 'endorsed', 'in review', 'held', 'waiting', 'rejected', 'expired',
                      'delivered', 'installed', 'decommissioning', 'removed', 'withdrawn']) s;
create temporary table intention (intention text, who text, arguments text);
insert into intention values
    ('amend_request', 'requester.ul', '{"request": %1$s, "until": "2030-04-01"}'),
    ('submit', 'requester.ul', '{"request": %1$s}'),
    ('endorse', 'sponsor.ul', '{"request": %1$s}'),
    ('decline', 'sponsor.ul', '{"request": %1$s, "reason": "no money"}'),
    ('return_request', 'facility_manager.ul', '{"request": %1$s, "reason": "which plug?"}'),
    ('review', 'facility_manager.ul', '{"request": %1$s}'),
    ('hold', 'facility_manager.ul', '{"request": %1$s, "item": 1, "places": [{"rack": "LEI/H1/R1", "unit": 40}]}'),
    ('wait_list', 'facility_manager.ul', '{"request": %1$s, "reason": "full"}'),
    ('reject', 'facility_manager.ul', '{"request": %1$s, "reason": "too hot"}'),
    ('renew', 'facility_manager.ul', '{"request": %1$s, "until_date": "2027-06-01"}'),
    ('deliver', 'technician.ul', '{"request": %1$s}'),
    ('install', 'technician.ul', '{"request": %1$s, "item": 1, "serial": "S-%1$s"}'),
    ('extend', 'facility_manager.ul', '{"request": %1$s, "until": "2030-04-01"}'),
    ('move', 'facility_manager.ul', '{"moves": [{"placement": %2$s, "rack": "LEI/H1/R1", "unit": 40}]}'),
    ('replace', 'facility_manager.ul', '{"placement": %2$s, "serial": "S-new"}'),
    ('decommission', 'facility_manager.ul', '{"request": %1$s}'),
    ('remove', 'facility_manager.ul', '{"request": %1$s}'),
    ('withdraw', 'requester.ul', '{"request": %1$s}');

select plan((select 3 + count(*)::int from state, intention));

select set_eq('select r.state from polder.request r join state s on s.request = r.id and s.state = r.state',
              'select state from state', 'there is a request in every state');
select bag_eq('select distinct state from state union all select ''*''',
              $$ select trim(both '''' from v) from (
                     select unnest(regexp_matches(pg_get_constraintdef(oid), '''[a-z ]+''', 'g')) as v
                     from pg_constraint where conname = 'request_state_check') c union all select '*' $$,
              'and there is no state beside these');
select set_eq('select intention from intention', 'select intention from guard.step', 'every intention of the table is tried');

-- Without a placement there is nothing that could be moved or replaced, and the host does not even see a request that
-- was never submitted: there the answer is "not found".
select case
    when a.reached is not null then
        is(coalesce(r.result ->> 'sqlstate', r.result ->> 'state', 'installed'), a.reached,
           format('%s + %s', s.state, i.intention))
    when i.intention in ('move', 'replace') and public.placement_of(s.request) is null then
        is(r.result ->> 'sqlstate', 'PL005', format('%s + %s: nothing is placed', s.state, i.intention))
    when s.state in ('draft', 'withdrawn') and i.who in ('facility_manager.ul', 'technician.ul') then
        is(r.result ->> 'sqlstate', 'PL005', format('%s + %s: the host does not see it', s.state, i.intention))
    else
        is(r.result ->> 'sqlstate', 'PL006', format('%s + %s is refused', s.state, i.intention))
    end
from state s
cross join intention i
left join allowed a on a.state = s.state and a.intention = i.intention
cross join lateral public.try(i.who, i.intention,
    format(i.arguments, s.request, coalesce(public.placement_of(s.request), 0))::jsonb) r (result)
order by s.request, i.intention;

select * from finish();
rollback;
