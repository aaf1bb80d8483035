-- Every state with every intention: the pairs of the table lead where it says, all others are refused with PL006 and
-- what is possible instead. The table stands here a second time, on purpose, by way of DOMAIN's words and not of
-- guard.step. (tests/app/tst_states.cpp goes the same ways with polderctl.)
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

-- `acts_in`: what it is by its record. A hold that lapsed is over, though nobody has put it away yet.
create temporary table state as
    select s as state, s as acts_in, public.request_in(s) as request
    from unnest(array['draft', 'submitted', 'returned', 'endorsed', 'in review', 'held', 'waiting', 'rejected', 'expired',
                      'delivered', 'installed', 'decommissioning', 'removed', 'withdrawn']) s
    union all select 'held, and lapsed', 'expired', public.request_in('held');
create temporary table intention (intention text, who text, arguments text, of_a_place boolean default false);
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
    ('decommission', 'facility_manager.ul', '{"request": %1$s}'),
    ('remove', 'facility_manager.ul', '{"request": %1$s}'),
    ('withdraw', 'requester.ul', '{"request": %1$s}');
insert into intention values
    ('move', 'facility_manager.ul', '{"moves": [{"placement": %2$s, "rack": "LEI/H1/R1", "unit": 40}]}', true),
    ('replace', 'facility_manager.ul', '{"placement": %2$s, "serial": "S-new"}', true);

-- The same with one place of it.
create temporary table place_intention (intention text, who text, arguments text);
insert into place_intention
    select intention, who, arguments from intention where of_a_place
    union all values
    ('install', 'technician.ul', '{"placement": %2$s, "serial": "S-%1$s"}'),
    ('release', 'facility_manager.ul', '{"placement": %2$s}'),
    ('decommission', 'facility_manager.ul', '{"placement": %2$s}'),
    ('remove', 'facility_manager.ul', '{"placement": %2$s}'),
    ('retire', 'facility_manager.ul', '{"placements": [%2$s], "from": "2028-01-01"}');
create temporary table place_allowed (state text, intention text);
insert into place_allowed values
    ('held', 'install'), ('delivered', 'install'), ('held', 'release'), ('delivered', 'release'),
    ('installed', 'move'), ('installed', 'replace'), ('installed', 'decommission'), ('decommissioning', 'remove'),
    ('installed', 'retire'), ('decommissioning', 'retire');

select plan((select 6 + count(*)::int from state, intention) + (select count(*)::int from state, place_intention));

select set_eq('select r.state from polder.request r join state s on s.request = r.id and s.acts_in = r.state',
              'select acts_in from state', 'there is a request in every state');
select bag_eq('select distinct acts_in from state union all select ''*''',
              $$ select trim(both '''' from v) from (
                     select unnest(regexp_matches(pg_get_constraintdef(oid), '''[a-z ]+''', 'g')) as v
                     from pg_constraint where conname = 'request_state_check') c union all select '*' $$,
              'and there is no state beside these');
select set_eq('select intention from intention', 'select intention from guard.step', 'every intention of the table is tried');
select set_eq('select intention from place_intention', 'select intention from guard.place_step', 'and every one of a place');
-- Beside these, api has what changes no request's state.
select set_eq($$ select p.proname::text from pg_proc p where p.pronamespace = 'api'::regnamespace
                 and p.proargnames[1:3] = '{key,generation,arguments}' $$,
              $$ select intention from intention union select intention from place_intention
                 union values ('create_request'), ('comment'), ('add_person'), ('appoint'), ('deputise'), ('set_limit'),
                              ('feed_node'), ('set_setting'), ('import_models'), ('override'), ('confirm_override'),
                              ('withdraw_override'), ('promote'), ('record_readings'), ('record_audit'),
                              ('found_institution'), ('add_organisation'), ('add_agreement'), ('add_site'), ('draw_room'),
                              ('add_nodes'), ('add_racks'), ('hand_over'), ('end_service'), ('block_units'), ('draw_features'),
                              ('add_departments'), ('amend_equipment'), ('attach'), ('note'), ('link'), ('detach'),
                              ('notify_owners') $$,
              'there is no other intention');
select is(public.try('requester.ul', 'create_request', '{"from": "2027-04-01", "items": [{"height_u": 1}]}') ->> 'state',
          'draft', 'a request begins as a draft');

-- The host does not see a request that was never submitted, nor is there anything to move of one that never had a place:
-- such pairs are refused earlier, as absent (rights_matrix.sql). Here each is seen and has had a place, so that it is its
-- state that says no.
update polder.request r set submitted_at = now() from state s where s.request = r.id and r.submitted_at is null;
with piece as (
    insert into polder.equipment (request_item_id, owner_id, height_hu, cords)
    select i.id, r.organisation_id, 4, 0
    from state s join polder.request r on r.id = s.request join polder.request_item i on i.request_id = r.id
    where public.placement_of(s.request) is null returning id)
insert into polder.placement (equipment_id, state, during, rack_id, position_hu)
    select p.id, 'released', '[2027-04-01,2029-04-01)', k.id, 80
    from piece p, polder.rack k join polder.room m on m.id = k.room_id join polder.site t on t.id = m.site_id
    where t.code = 'LEI' and k.code = 'R2';
update polder.placement p set hold_until = '2027-02-28' from state s
where s.state = 'held, and lapsed' and p.id = public.placement_of(s.request);

-- What came of it, and where the request is then; nothing has happened afterwards.
create function public.reach(who text, intention text, arguments jsonb, request int) returns jsonb language plpgsql as $$
declare
    result jsonb;
begin
    begin
        result := public.act(who, intention, arguments);
        result := result || jsonb_build_object('reached', (select r.state from polder.request r where r.id = request));
        raise exception using errcode = 'TRY00', message = result::text;
    exception when sqlstate 'TRY00' then
        return sqlerrm::jsonb;
    end;
end
$$;
create temporary table tried as
    select s.state, s.acts_in, s.request, case when p.hold_until < '2027-03-01' then 'expired' else p.state end as place_state,
           i.intention, i.of_a_place, i.whole,
           public.reach(i.who, i.intention, format(i.arguments, s.request, p.id)::jsonb, s.request) as result
    from state s join polder.placement p on p.id = public.placement_of(s.request)
    cross join (select i.*, true as whole from intention i union all select p.*, true, false from place_intention p) i;

select is(case when a.reached is not null then coalesce(t.result ->> 'sqlstate', t.result ->> 'reached')
               else format('%s in %s: %s', t.result ->> 'sqlstate', t.result ->> 'state', t.result ->> 'allowed') end,
          case when a.reached is not null then a.reached
               when t.of_a_place then format('PL006 in %s: %s', t.place_state, coalesce(
                   (select jsonb_agg(b.intention order by b.intention) from place_allowed b where b.state = t.place_state), '[]'))
               else format('PL006 in %s: %s', t.acts_in, coalesce(
                   (select jsonb_agg(b.intention order by b.intention) from allowed b where b.state = t.acts_in
                    and not (t.acts_in = 'delivered' and b.intention in ('return_request', 'wait_list'))), '[]')) end,
          format('%s + %s%s', t.state, t.intention, case when a.reached is null then ' is refused' end))
from tried t left join allowed a on a.state = t.state and a.intention = t.intention
where t.whole
order by t.request, t.intention;

select is(coalesce(t.result ->> 'sqlstate', 'done') || coalesce(' in ' || (t.result ->> 'state') || ': ' || (t.result ->> 'allowed'), ''),
          case when exists (select from place_allowed b where b.state = t.place_state and b.intention = t.intention) then 'done'
               else format('PL006 in %s: %s', t.place_state, coalesce(
                   (select jsonb_agg(b.intention order by b.intention) from place_allowed b where b.state = t.place_state), '[]')) end,
          format('a place of %s (%s) + %s', t.state, t.place_state, t.intention))
from tried t where not t.whole
order by t.request, t.intention;

select * from finish();
rollback;
