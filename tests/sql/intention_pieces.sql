-- A request whose pieces are not all in the same state: it is where the hindmost is, and what stands stays with it.
begin;
\ir support/two_houses.sql
create function public.host(intention text, arguments jsonb) returns jsonb language sql as $$
    select public.act('facility_manager.ul', intention, arguments)
$$;
-- Its pieces in the order of their equipment, null without a place.
create function public.pieces_of(request int) returns text[] language sql stable as $$
    select array_agg((select p.state from polder.placement p where p.equipment_id = e.id and p.state not in ('ended', 'released')
                      order by p.id desc limit 1) order by e.id)
    from polder.equipment e join polder.request_item i on i.id = e.request_item_id where i.request_id = request
$$;
create function public.state_of(request int) returns text language sql stable as $$
    select r.state from polder.request r where r.id = request
$$;
-- Two pieces, the first of them installed; the places of both.
create function public.half_installed(out request int, out installed int, out held int) language plpgsql as $$
begin
    request := public.request_in('held', 'ul', 'LEI', 2);
    held := public.placement_of(request);
    installed := (public.act('technician.ul', 'install', jsonb_build_object('request', request)) ->> 'placement')::int;
end
$$;
create function public.places(variadic units int[]) returns jsonb language sql as $$
    select jsonb_build_object('places', jsonb_agg(jsonb_build_object('rack', 'LEI/H1/R2', 'unit', u)), 'item', 1) from unnest(units) u
$$;

select plan(46);

-- Given back, the piece that has not come gets another place; the one that stands is left alone.
create temporary table a as select * from public.half_installed();
select is(public.state_of(request), 'held', 'one of two installed: held') from a;
select is(public.host('release', jsonb_build_object('placement', held)) ->> 'state', 'in review',
          'the other is given back: the review has it again') from a;
select is_empty($$ select from a join polder.box b on b.placement_id = a.held $$, 'its units are free the same day');
select is_empty($$ select from a join polder.charge c on c.placement_id = a.held $$, 'and so is what it would draw');
select is(public.try('facility_manager.ul', 'return_request', jsonb_build_object('request', request, 'reason', 'x')) ->> 'sqlstate', 'PL006',
          'what has come in part is not returned') from a;
select is(public.try('facility_manager.ul', 'wait_list', jsonb_build_object('request', request, 'reason', 'x')) ->> 'sqlstate', 'PL006',
          'and does not wait') from a;
select is(public.see('facility_manager.ul', format('select intentions from api.request_offer where request_id = %s', request)),
          '{hold,reject}', 'neither is offered') from a;
select is(public.try('facility_manager.ul', 'hold', jsonb_build_object('request', request) || public.places(30, 20)) ->> 'field',
          'places', 'one piece is to be placed, not two') from a;
select is(public.host('hold', jsonb_build_object('request', request) || public.places(30)) ->> 'state', 'held',
          'held again') from a;
select is(public.pieces_of(request), '{installed,held}', 'with the piece that stands where it stood') from a;
select is(public.act('technician.ul', 'install', jsonb_build_object('request', request)) ->> 'state', 'installed',
          'and installed when both are') from a;

-- The wish for what has not come may end, in each way in which a wish ends.
create temporary table b as select * from public.half_installed();
select is(public.act('requester.ul', 'withdraw', jsonb_build_object('request', request)) ->> 'state', 'installed',
          'withdrawn while held: what stands stays') from b;
select is(public.pieces_of(request), '{installed,NULL}', 'the rest is given back') from b;
select is((select hold_until from polder.request r where r.id = b.request), null, 'nothing is held any more') from b;
select is(public.host('decommission', jsonb_build_object('request', request)) ->> 'state', 'decommissioning', 'it can be taken out')
    from b;
select is(public.host('remove', jsonb_build_object('request', request)) ->> 'state', 'removed', 'and away, on the day it came') from b;

create temporary table c as select * from public.half_installed();
select public.host('release', jsonb_build_object('placement', held)) from c \g /dev/null
select is(public.host('reject', jsonb_build_object('request', request, 'reason', 'full')) ->> 'state', 'installed',
          'the rest is rejected') from c;
select is((select array_agg(distinct n.topic) from polder.notice n where n.body = jsonb_build_object('request', c.request)
           and n.topic in ('rejected', 'installed')), '{rejected}', 'which its people hear') from c;

-- So may the host's hold: the rest of the request goes on.
create temporary table d as select * from public.half_installed();
set local polder.today = '2027-04-15';
select is(public.see('facility_manager.ul', format('select intentions from api.request_offer where request_id = %s', request)),
          '{hold,reject}', 'a part lapsed: in review, before anybody has put it away') from d;
select is(public.try('facility_manager.ul', 'renew', jsonb_build_object('request', request)) ->> 'state', 'in review',
          'nothing is left to renew') from d;
select api.lapse_holds() \g /dev/null
select is(public.state_of(request), 'in review', 'and after') from d;
select is(public.pieces_of(request), '{installed,NULL}', 'the one stands, the other is free') from d;
select is(public.act('requester.ul', 'withdraw', jsonb_build_object('request', request)) ->> 'state', 'installed',
          'the rest can be withdrawn') from d;
set local polder.today = '2027-03-01';

-- Two items whose holds lapse on different days: with the first the request is no longer held in full.
create temporary table e as select (public.act('requester.ul', 'create_request', '{"from": "2027-04-01", "sponsor": "sponsor.ul",
    "wishes": {"site": "LEI"}, "items": [{"height_u": 1, "draw_w": 100}, {"height_u": 1, "draw_w": 100}]}') ->> 'request')::int as request;
select public.act('requester.ul', 'submit', jsonb_build_object('request', request)),
       public.act('sponsor.ul', 'endorse', jsonb_build_object('request', request)), public.host('review', jsonb_build_object('request', request)),
       public.host('hold', jsonb_build_object('request', request, 'until_date', '2027-03-05') || public.places(41)),
       public.host('hold', jsonb_build_object('request', request, 'until_date', '2027-03-20') || public.places(39) || '{"item": 2}')
    from e \g /dev/null
select is((select hold_until from polder.request r where r.id = e.request), '2027-03-05', 'the hold lapses with its first part') from e;
set local polder.today = '2027-03-06';
select is(public.try('technician.ul', 'deliver', jsonb_build_object('request', request)) ->> 'state', 'in review',
          'what has lapsed is not delivered') from e;
select api.lapse_holds() \g /dev/null
select is(public.pieces_of(request), '{NULL,held}', 'only that part has lapsed') from e;
set local polder.today = '2027-03-21';
select api.lapse_holds() \g /dev/null
select is(public.state_of(request), 'in review', 'a review that has nothing held goes on') from e;
set local polder.today = '2027-03-01';

-- Delivered pieces count as having come.
create temporary table f as select public.request_in('delivered', 'ul', 'LEI', 2) as request;
create temporary table boxes as select f.request, public.placement_of(f.request) as placement from f;
select is(public.host('release', jsonb_build_object('placement', placement)) ->> 'state', 'in review', 'one of two boxes goes back') from boxes;
select is(public.host('hold', jsonb_build_object('request', request) || public.places(37)) ->> 'state', 'held', 'held again') from f;
select is(public.pieces_of(request), '{delivered,held}', 'beside the box that stays') from f;
select is(public.act('requester.ul', 'withdraw', jsonb_build_object('request', request)) ->> 'state', 'withdrawn', 'and withdrawn') from f;
select is(public.pieces_of(request), '{NULL,NULL}', 'both places are free') from f;

-- Amending.
create temporary table g as select * from public.half_installed();
select is(public.try('requester.ul', 'amend_request', jsonb_build_object('request', request, 'items',
          '[{"height_u": 1, "count": 1}, {"height_u": 1}]'::jsonb)) ->> 'state', 'in review', 'another item is wished for') from g;
select is(public.try('requester.ul', 'amend_request', jsonb_build_object('request', request, 'items',
          '[{"model": "acme-server-2", "count": 1, "draw_w": 400}]'::jsonb)) ->> 'state', 'installed',
          'no more than what stands is wished for: installed') from g;
select public.act('technician.ul', 'install', jsonb_build_object('request', request)) from g \g /dev/null
create temporary table h as select * from public.half_installed();
select public.host('decommission', jsonb_build_object('placement', installed)) from h \g /dev/null
select is(public.state_of(request), 'held', 'one leaves before the other has come') from h;
select is(public.try('requester.ul', 'amend_request', jsonb_build_object('request', request, 'items', '[]'::jsonb)) ->> 'field', 'items',
          'a request is for something') from h;
select is(public.act('requester.ul', 'amend_request', jsonb_build_object('request', request, 'until', '2031-01-01')) ->> 'state', 'in review',
          'other dates: the host looks again') from h;
select is(public.host('hold', jsonb_build_object('request', request) || public.places(35)) ->> 'state', 'held', 'at what has not come') from h;
select is((select array_agg(upper(p.during) order by p.id) from polder.placement p where p.id in (h.installed, h.held)),
          '{2029-04-01,2031-01-01}', 'what stands keeps its days') from h;
select public.host('remove', jsonb_build_object('placement', installed)) from h \g /dev/null
select is(public.act('technician.ul', 'install', jsonb_build_object('request', request)) ->> 'state', 'installed',
          'one has gone, the other stands') from h;

-- What stands begins today. The days between must be free like any others.
create temporary table early as select public.request_in('held') as request;
select is(public.try('technician.ul', 'install', jsonb_build_object('request', request)) ->> 'from', '2027-03-01',
          'before its first day it has its place from today on') from early;
create temporary table first as select p.rack_id, p.position_hu from early, polder.placement p where p.id = public.placement_of(request);
insert into polder.equipment (owner_id, height_hu, weight_g, budgeted_w, cords, depth_mm)
    select id, 4, 1000, 0, 0, 700 from polder.organisation where code = 'UL';
insert into polder.placement (equipment_id, state, during, rack_id, position_hu, face)
    select (select max(id) from polder.equipment), 'installed', '[2027-02-01,2027-04-01)', rack_id, position_hu, 'front' from first;
select is(jsonb_path_query_array(r, '$.violations[*].rule'), '["S1"]', 'another stands there until then')
    from early, lateral public.try('technician.ul', 'install', jsonb_build_object('request', request)) r;
set local polder.today = '2027-04-10';
create temporary table late as select public.request_in('delivered') as request;
set local polder.today = '2029-04-01';
select is(public.try('technician.ul', 'install', jsonb_build_object('request', request)) ->> 'field', 'until',
          'nothing is installed where the place is booked no longer') from late;
set local polder.today = '2027-04-10';

-- Wishes that the places do not meet are warnings: in the answer, and on record while that is so.
create temporary table near as select public.request_in('in review', 'ul', 'LEI', 2) as request;
update polder.request set wish_apart = 'rack', wish_together = 'rack' where id = (select request from near);
select is(jsonb_path_query_array(r, '$.warnings[*] ? (@.rule == "apart").text'), '["2 pieces in one rack (LEI/H1/R2), wished apart"]',
          'wished apart, held in one rack')
    from near, lateral public.host('hold', jsonb_build_object('request', request) || public.places(11, 5)) r;
select is(public.act('requester.ul', 'amend_request', jsonb_build_object('request', request, 'until', '2029-05-01')) ->> 'state', 'in review')
    from near;
select public.host('hold', jsonb_build_object('request', request, 'item', 1, 'places',
        '[{"rack": "LEI/H1/R1", "unit": 41}, {"rack": "LEI/H1/R2", "unit": 11}]'::jsonb)) from near \g /dev/null
select results_eq($$ select f.rule, f.text, f.resolved_on is null from polder.finding f where f.rule in ('apart', 'together') order by f.id $$,
    $$ values ('apart', '2 pieces in one rack (LEI/H1/R2), wished apart', false),
              ('together', 'in 2 racks, wished together in one', true) $$, 'held elsewhere: the one is over, the other begins');

select * from finish();
rollback;
