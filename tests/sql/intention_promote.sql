-- The bookings of a scenario: all in one transaction under one key, or every conflict and nothing.
begin;
\ir support/two_houses.sql
create function public.step(intention text, arguments jsonb) returns jsonb language sql immutable as $$
    select jsonb_build_object('intention', intention, 'arguments', arguments)
$$;
create function public.hold_at(request int, unit numeric) returns jsonb language sql immutable as $$
    select public.step('hold', jsonb_build_object('request', request, 'item', 1,
                                                  'places', jsonb_build_array(jsonb_build_object('rack', 'LEI/H1/R1', 'unit', unit))))
$$;
create function public.promote(handle text, variadic steps jsonb[]) returns jsonb language sql as $$
    select public.act(handle, 'promote', jsonb_build_object('steps', to_jsonb(steps)))
$$;
create function public.state_of(request int) returns text language sql stable as $$
    select r.state from polder.request r where r.id = request
$$;
select plan(27);

create temporary table asked as
    select public.request_in('in review', 'ul', 'LEI', 1) as a, public.request_in('in review', 'ul', 'LEI', 1) as b,
           public.request_in('in review', 'ul', 'LEI', 1) as c, public.request_in('submitted', 'ul', 'LEI', 1) as early,
           public.request_in('installed', 'ul', 'LEI', 1) as stands;
create temporary table place as
    select public.placement_of(stands) as id, (select p.position_hu from polder.placement p where p.id = public.placement_of(stands)) as at
    from asked;

-- Of five steps three are refused: each says why, by its number; and of the other two nothing is left.
create temporary table refused as
    select public.promote('facility_manager.ul', public.hold_at(a, 10), public.hold_at(b, 11), public.hold_at(early, 20),
        public.step('move', jsonb_build_object('moves', jsonb_build_array(jsonb_build_object('placement', place.id, 'unit', 30)),
                                               'from', '2027-05-01')),
        public.step('reject', jsonb_build_object('request', c))) as result from asked, place;
select is(result ->> 'sqlstate', 'PL009', 'conflicts') from refused;
select is((select array_agg((o ->> 'step') || ' ' || (o ->> 'sqlstate') order by o ->> 'step')
           from refused, jsonb_array_elements(result -> 'conflicts') o), '{"2 PL001","3 PL006","5 PL004"}', 'each with its step');
select is(result #>> '{conflicts,0,detail,violations,0,rule}', 'S1', 'and with its numbers') from refused;
select is(result #>> '{conflicts,2,detail,field}', 'reason', 'and with its field') from refused;
select is(public.state_of(a), 'in review', 'nothing is held') from asked;
select is((select p.position_hu from polder.placement p where p.id = place.id), place.at, 'nothing has moved') from place;
select is((select count(*)::int from polder.intention where name = 'promote'), 0, 'and the key is free');

-- Without those steps all of it is done. What one step books, the next one finds taken.
create temporary table done as
    select public.promote('facility_manager.ul', public.hold_at(a, 10), public.hold_at(b, 12),
        public.step('move', jsonb_build_object('moves', jsonb_build_array(jsonb_build_object('placement', place.id, 'unit', 30)),
                                               'from', '2027-05-01')),
        public.step('reject', jsonb_build_object('request', c, 'reason', 'full'))) as result from asked, place;
select is((select array_agg(s ->> 'intention') from done, jsonb_array_elements(result -> 'steps') s), '{hold,hold,move,reject}', 'done');
select is(public.state_of(a) || ', ' || public.state_of(b) || ', ' || public.state_of(c), 'held, held, rejected', 'as they say') from asked;
select is((select array_agg(p.position_hu || ' ' || p.during order by p.during) from polder.placement p, asked
           where p.equipment_id = (select e.equipment_id from polder.placement e, place where e.id = place.id)),
          (select array_agg(x) from (select at || ' [2027-03-01,2027-05-01)' as x from place union all select '58 [2027-05-01,2029-04-01)') y),
          'the device moves on that day');
select is((select count(distinct change_id)::int from polder.intention
           where name in ('promote', 'hold', 'move', 'reject') and change_id = (select change_id from polder.intention where name = 'promote')), 1, 'in one change');

-- Rights are those of each step: who may not book may not promote; who can only ask for a move is told so.
create temporary table others as select public.request_in('in review', 'ul', 'LEI', 1) as d;
select is(result #>> '{conflicts,0,sqlstate}', 'PL002', 'a requester does not book')
    from (select public.promote('requester.ul', public.hold_at(d, 16)) as result from others) r;
select is(result #>> '{conflicts,0,sqlstate}', 'PL002', 'a sponsor neither')
    from (select public.promote('sponsor.ul', public.hold_at(d, 16)) as result from others) r;
select is(public.state_of(d), 'in review', 'and nothing is held') from others;
select is(result #>> '{conflicts,0,sqlstate}', 'PL002', 'a move that would only be asked for is no promotion')
    from (select public.promote('requester.ul', public.step('move', jsonb_build_object('moves', jsonb_build_array(
        jsonb_build_object('placement', place.id, 'unit', 36))))) as result from place) r;
select is((select count(*)::int from polder.note where text like 'asks to move%'), 0, 'and nobody was asked');

-- Only asked whether it would do: nothing is done in either case.
create temporary table checked as
    select public.act('facility_manager.ul', 'promote', jsonb_build_object('only_check', true, 'steps', jsonb_build_array(public.hold_at(d, 16)))) as free,
           public.act('facility_manager.ul', 'promote', jsonb_build_object('only_check', true, 'steps', jsonb_build_array(public.hold_at(d, 12)))) as taken
    from others;
select is(free, '{"sqlstate": "PL009", "code": "conflicts", "data": {"steps": 1, "refused": 0}, "conflicts": []}', 'it would') from checked;
select is(taken #>> '{conflicts,0,sqlstate}', 'PL001', 'it would not') from checked;
select is(public.state_of(d), 'in review', 'and nothing is held') from others;

-- A hold is given back, and another one takes its place.
select public.promote('facility_manager.ul', public.step('release', jsonb_build_object('placement', public.placement_of(a))),
                      public.hold_at(d, 10)) as result from asked, others \gset released_
select is(public.state_of(a) || ', ' || public.state_of(d), 'in review, held', 'released and held') from asked, others;
select is(public.promote('facility_manager.ul', public.step('release', jsonb_build_object('placement', public.placement_of(d)))) #>> '{steps,0,state}',
          'in review', 'released') from others;

-- Values that are none.
select is(public.promote('facility_manager.ul', public.step('endorse', '{}')) - 'message',
          '{"sqlstate": "PL004", "field": "steps/0/intention", "value": "endorse", "code": "one_of", "data": {"choices": ["hold", "move", "reject", "release"]},
            "allowed": "one of hold, move, reject, release"}', 'no other intention');
select is(public.act('facility_manager.ul', 'promote', '{"steps": [{"intention": "hold"}]}') ->> 'field', 'steps/0/arguments', 'no arguments');
select is(public.act('facility_manager.ul', 'promote', '{}') ->> 'field', 'steps', 'no steps');

-- Twice with one key: once.
create temporary table again as select '7d9c1d6e-0b0e-4d37-9d65-3f2b9f0f8a11'::uuid as key;
select public.act('facility_manager.ul', 'promote', jsonb_build_object('steps', jsonb_build_array(public.hold_at(d, 16))), null, key)
    as result from again, others \gset first_
select is(public.act('facility_manager.ul', 'promote', jsonb_build_object('steps', jsonb_build_array(public.hold_at(d, 16))), null, key) -> 'steps',
          :'first_result'::jsonb -> 'steps', 'a repeat gets the first answer') from again, others;
select is((select count(*)::int from polder.intention where name = 'promote' and key = again.key), 1, 'and does nothing twice') from again;
select is(public.act('facility_manager.ul', 'promote', jsonb_build_object('steps', jsonb_build_array(public.hold_at(d, 18))), null, key) ->> 'sqlstate',
          'PL007', 'the key is for this') from again, others;
select * from finish();
rollback;
