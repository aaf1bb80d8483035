-- A request's way through the rooms: what a hold writes, how it is changed, moved, replaced, taken away, and how it lapses.
begin;
\ir support/two_houses.sql
create function public.hold_of(request int) returns table (id int, state text, rack text, position_hu int, outlets int, during daterange)
    language sql stable as $$
    select p.id, p.state, s.code || '/' || k.code, p.position_hu::int, cardinality(p.outlet_ids), p.during
    from polder.placement p join polder.equipment e on e.id = p.equipment_id
    join polder.request_item i on i.id = e.request_item_id
    join polder.rack k on k.id = p.rack_id join polder.room m on m.id = k.room_id join polder.site s on s.id = m.site_id
    where i.request_id = request order by p.id
$$;

select plan(56);

-- A hold of two devices: all or none, equipment made of the item, an outlet on each side.
create temporary table asked as select public.request_in('in review', 'ul', 'LEI', 2) as request;
create temporary table refused as
    select public.act('facility_manager.ul', 'hold', jsonb_build_object('request', request, 'item', 1, 'places',
        '[{"rack": "LEI/H1/R1", "unit": 10}, {"rack": "LEI/H1/R1", "unit": 11}]'::jsonb)) as result from asked;
select is(result ->> 'sqlstate', 'PL001', 'two devices in one place are refused') from refused;
select is(result #>> '{violations,0,rule}', 'S1', 'as overlap') from refused;
select is((select count(*)::int from polder.equipment), 0, 'and nothing is left of it');
create temporary table held as
    select public.act('facility_manager.ul', 'hold', jsonb_build_object('request', request, 'item', 1, 'places',
        '[{"rack": "LEI/H1/R1", "unit": 10}, {"rack": "LEI/H1/R1", "unit": 12}]'::jsonb)) as result from asked;
select is(result ->> 'state', 'held', 'held') from held;
select is(result ->> 'hold_until', '2027-03-31', 'for thirty days, as the setting says') from held;
select results_eq('select rack, position_hu, outlets, during from asked, public.hold_of(request)',
    $$ values ('LEI/R1', 18, 2, '[2027-04-01,2029-04-01)'::daterange), ('LEI/R1', 22, 2, '[2027-04-01,2029-04-01)') $$,
    'at the units that were said, for the request''s dates');
select is((select count(distinct n.side)::int from polder.placement p cross join unnest(p.outlet_ids) o (id)
           join polder.outlet t on t.id = o.id join polder.node n on n.id = t.node_id group by p.id limit 1), 2,
          'one cord on each side');
select row_eq($$ select e.height_hu, e.depth_mm, e.weight_g, e.nameplate_w, e.budgeted_w, e.cords, e.plug, e.owner_id = o.id
                 from polder.equipment e, polder.organisation o where o.code = 'UL' order by e.id limit 1 $$,
              row(4::smallint, 700, 20000::bigint, 800, 400, 2::smallint, 'C14'::text, true),
              'equipment has the item''s values, and the model''s where the item says nothing');
select is((select name from polder.equipment order by id limit 1), (select number || '-1.1' from polder.request, asked where id = request),
          'and a name from the request');

-- Amended, it keeps its hold while it is looked at again, and the new hold takes the same places.
select is(public.act('requester.ul', 'amend_request', jsonb_build_object('request', request, 'personal_data', true,
          'availability_class', 4, 'items', '[{"model": "acme-server-2", "count": 2, "draw_w": 500}]'::jsonb)) ->> 'state', 'in review',
          'amended: in review')
    from asked;
select is((select array_agg(state) from asked, public.hold_of(request)), '{held,held}', 'with its hold');
select is(public.act('facility_manager.ul', 'hold', jsonb_build_object('request', request, 'item', 1, 'places',
        '[{"rack": "LEI/H1/R1", "unit": 12}, {"rack": "LEI/H1/R1", "unit": 10}]'::jsonb)) ->> 'state', 'held',
        'held again, the two swapped: a request never collides with its own hold') from asked;
select is((select array_agg(position_hu) from asked, public.hold_of(request) where state = 'held'), '{22,18}', 'they are swapped');
select is((select sum(budgeted_w)::int from polder.equipment), 1000, 'and draw what was amended');
select results_eq('select distinct personal_data, availability_class::int from polder.equipment', $$ values (true, 4) $$,
                  'and ask for what the request asks for its data');
select is(public.act('requester.ul', 'amend_request', jsonb_build_object('request', request, 'items',
          '[{"model": "acme-server-2", "count": 1, "draw_w": 500}]'::jsonb)) ->> 'state', 'in review', 'one fewer') from asked;
select is((select array_agg(position_hu) from asked, public.hold_of(request) where state = 'held'), '{22}', 'gives one place back');
select public.act('facility_manager.ul', 'hold', jsonb_build_object('request', request, 'item', 1, 'places',
        '[{"rack": "LEI/H1/R1", "unit": 10}]'::jsonb)) from asked \g /dev/null
create temporary table moved as select id from asked, public.hold_of(request) where state = 'held';
select public.act('requester.ul', 'amend_request', jsonb_build_object('request', request, 'comment', 'soon')) from asked \g /dev/null
select is((select state from polder.request r join asked on asked.request = r.id), 'held', 'a remark does not undo a hold');
select public.act('requester.ul', 'amend_request', jsonb_build_object('request', request, 'until', '2030-04-01')) from asked \g /dev/null
select public.act('facility_manager.ul', 'hold', jsonb_build_object('request', request, 'item', 1, 'places',
        '[{"rack": "LEI/H1/R1", "unit": 10}]'::jsonb)) from asked \g /dev/null
select results_eq('select h.id, upper(h.during) from asked, public.hold_of(request) h where state = ''held''',
    $$ select id, '2030-04-01'::date from moved $$, 'other dates, the same hold');

-- Grown, it does not fit where it was, and is held elsewhere.
create temporary table neighbour as select public.request_in('in review') as request;
select public.act('facility_manager.ul', 'hold', jsonb_build_object('request', request, 'item', 1, 'places',
        '[{"rack": "LEI/H1/R1", "unit": 12}]'::jsonb)) from neighbour \g /dev/null
select public.act('requester.ul', 'amend_request', jsonb_build_object('request', request, 'items',
        '[{"model": "acme-server-2", "height_u": 4}]'::jsonb)) from asked \g /dev/null
select is(public.act('facility_manager.ul', 'hold', jsonb_build_object('request', request, 'item', 1, 'places',
        '[{"rack": "LEI/H1/R1", "unit": 10}]'::jsonb)) #>> '{violations,0,rule}', 'S1', 'four units do not fit under the neighbour')
    from asked;
select is(public.act('facility_manager.ul', 'hold', jsonb_build_object('request', request, 'item', 1, 'places',
        '[{"rack": "LEI/H1/R1", "unit": 20}]'::jsonb)) ->> 'state', 'held', 'and are held elsewhere') from asked;

-- One place for two devices: they stand on each other, also where the units count down.
create temporary table stack as select public.request_in('in review', 'amc', 'AMS', 2) as request;
select is(public.act('facility_manager.amc', 'hold', jsonb_build_object('request', request, 'item', 1, 'places',
        '[{"rack": "AMS/H1/R2", "unit": 42}]'::jsonb)) ->> 'state', 'held', 'one place for both') from stack;
select is((select array_agg(position_hu) from stack, public.hold_of(request)), '{0,4}', 'one on the other') from stack;

-- A request of two items is held when both are.
create temporary table pair as select (public.act('requester.ul', 'create_request', '{"from": "2027-04-01", "sponsor": "sponsor.ul",
    "wishes": {"site": "LEI"}, "items": [{"height_u": 1, "draw_w": 100}, {"height_u": 2, "draw_w": 100}]}') ->> 'request')::int as request;
select public.act('requester.ul', 'submit', jsonb_build_object('request', request)),
       public.act('sponsor.ul', 'endorse', jsonb_build_object('request', request)),
       public.act('facility_manager.ul', 'review', jsonb_build_object('request', request)) from pair \g /dev/null
select is(public.act('facility_manager.ul', 'hold', jsonb_build_object('request', request, 'item', 1, 'places',
        '[{"rack": "LEI/H1/R1", "unit": 1}]'::jsonb)) ->> 'state', 'in review', 'one of two items: still in review') from pair;
select is(public.act('facility_manager.ul', 'hold', jsonb_build_object('request', request, 'item', 2, 'places',
              jsonb_build_array(jsonb_build_object('rack', rack, 'unit', unit)))) ->> 'field', 'places/0/unit',
          format('%s has no unit %s', rack, unit))
from pair, (values ('LEI/H1/R2', 42.5), ('LEI/H1/R2', 0), ('LEI/H1/R1', 0.5), ('LEI/H1/R1', 43)) outside (rack, unit);
select is(public.act('facility_manager.ul', 'hold', jsonb_build_object('request', request, 'item', 2, 'places',
        '[{"rack": "LEI/H1/R2", "unit": 42}]'::jsonb)) ->> 'state', 'held', 'both: held') from pair;
select is((select position_hu from pair, public.hold_of(request) where rack = 'LEI/R2'), 0,
          'R2 counts down: its unit 42 is at the bottom');
select is(public.act('facility_manager.ul', 'release', jsonb_build_object('placement', public.placement_of(request))) ->> 'state',
          'in review', 'a hold that is released goes back to the review') from pair;

-- More cords than outlets: said together with what else is wrong.
set local polder.reason = 'other outlets';
update polder.outlet set type = 'C19' where node_id in (select n.id from polder.node n join polder.site s on s.id = n.site_id
    where n.name = 'R2-B' and s.code = 'LEI');
create temporary table short as select public.request_in('in review') as request;
select is((select jsonb_path_query_array(r, '$.violations[*].rule') from short, lateral public.act('facility_manager.ul', 'hold',
           jsonb_build_object('request', request, 'item', 1, 'places', '[{"rack": "LEI/H1/R2", "unit": 1, "outlets": []}]'::jsonb)) r),
          '[]', 'outlets that are named must be one a cord, which is a wrong value and no rule');
set local polder.reason = 'other outlets';
update polder.outlet set type = 'C19' where node_id in (select n.id from polder.node n join polder.site s on s.id = n.site_id
    where n.name = 'R1-B' and s.code = 'LEI');
delete from polder.outlet o using polder.node n, polder.site s
where n.id = o.node_id and s.id = n.site_id and s.code = 'LEI' and n.name = 'R1-A' and o.name > '1'
    and not exists (select from polder.connection c where c.outlet_id = o.id);
select results_eq($$ select v ->> 'rule', v ->> 'unit' from short, lateral public.act('facility_manager.ul', 'hold',
    jsonb_build_object('request', request, 'item', 1, 'places', '[{"rack": "LEI/H1/R1", "unit": 12}]'::jsonb)) r,
    lateral jsonb_array_elements(r -> 'violations') v where v ->> 'rule' in ('P1', 'S1') order by 1 $$,
    $$ values ('P1', 'pieces'), ('S1', 'hu') $$, 'too few outlets and no space, both at once');
update polder.outlet set type = 'C13';

-- Confidential data waits for the security officer, and does not leave without a certificate.
create temporary table secret as select public.request_in('endorsed', 'ul', 'AMS') as request;
update polder.request set data_class = 'hoog' where id = (select request from secret);
select public.act('facility_manager.amc', 'review', jsonb_build_object('request', request)) from secret \g /dev/null
select is((select security_review from polder.request r join secret on secret.request = r.id), 'open', 'a security review is opened');
select is(public.try('facility_manager.amc', 'hold', jsonb_build_object('request', request, 'item', 1, 'places',
        '[{"rack": "AMS/H1/R1", "unit": 1}]'::jsonb)) ->> 'sqlstate', 'PL006', 'no hold before it is passed') from secret;
select is(public.try('facility_manager.amc', 'comment', jsonb_build_object('request', request, 'text', 'fine', 'security_review',
        'passed')) ->> 'sqlstate', 'PL002', 'the facility manager does not pass it') from secret;
select public.act('security_officer.amc', 'comment', jsonb_build_object('request', request, 'text', 'fine', 'security_review',
        'passed')) from secret \g /dev/null
select is(public.act('facility_manager.amc', 'hold', jsonb_build_object('request', request, 'item', 1, 'places',
        '[{"rack": "AMS/H1/R1", "unit": 1}]'::jsonb)) ->> 'state', 'held', 'then it is held') from secret;
select is(public.act('technician.amc', 'install', jsonb_build_object('request', request, 'serial', 'S1', 'asset_tag', 'T1'))
          ->> 'state', 'installed', 'installed') from secret;
set local polder.today = '2028-01-10';
select public.act('facility_manager.amc', 'decommission', jsonb_build_object('request', request)) from secret \g /dev/null
select is(public.act('facility_manager.amc', 'remove', jsonb_build_object('request', request)) #>> '{violations,0,rule}', 'G7',
          'not removed without a certificate') from secret;
select is(public.act('facility_manager.amc', 'remove', jsonb_build_object('request', request, 'wipe_reference', 'W-1')) ->> 'state',
          'removed', 'removed with one') from secret;
select results_eq('select state, during from secret, public.hold_of(request)',
    $$ values ('ended', '[2027-03-01,2028-01-10)'::daterange) $$, 'free from that day; the past stays');
select is((select sum(normal_main)::bigint from polder.ledger l join polder.node n on n.id = l.node_id
           where n.name = 'R1 rack_mass' and n.site_id = (select id from polder.site where code = 'AMS') and day < '2028-01-10'),
          20000::bigint, 'also in the ledger');

-- Installed devices change places in one step, from a day on.
set local polder.today = '2027-03-01';
create temporary table one as select public.request_in('installed', 'amc', 'AMS') as request;
create temporary table two as select public.request_in('installed', 'amc', 'AMS') as request;
update polder.equipment e set asset_tag = 'TWO' from polder.placement p, two
    where p.equipment_id = e.id and p.id = public.placement_of(two.request);
set local polder.today = '2027-06-01';
create temporary table swapped as
    select a.position_hu as first, b.position_hu as second from one, two,
        lateral public.hold_of(one.request) a, lateral public.hold_of(two.request) b;
select is(jsonb_array_length(public.act('facility_manager.amc', 'move', jsonb_build_object('from', '2027-07-01', 'moves',
          jsonb_build_array(jsonb_build_object('placement', public.placement_of(one.request), 'unit', s.second / 2 + 1),
                            jsonb_build_object('asset_tag', 'TWO', 'unit', s.first / 2 + 1)))) -> 'placements'), 2,
          'a swap is two moves') from one, two, swapped s;
select results_eq('select position_hu, during, state from one, public.hold_of(request)',
    $$ select first, '[2027-03-01,2027-07-01)'::daterange, 'installed'::text from swapped
       union all select second, '[2027-07-01,2029-04-01)', 'installed' from swapped $$,
    'both places are on record, each for its time');
select is(public.act('facility_manager.amc', 'move', jsonb_build_object('moves', jsonb_build_array(jsonb_build_object(
          'placement', public.placement_of(one.request), 'rack', 'LEI/H1/R1', 'unit', 30)))) ->> 'sqlstate', 'PL002',
          'not into rooms of another house') from one;
select is(public.act('facility_manager.amc', 'move', jsonb_build_object('moves', jsonb_build_array(jsonb_build_object(
          'placement', public.placement_of(one.request), 'unit', 30), jsonb_build_object('asset_tag', 'TWO', 'unit', 30))))
          #>> '{violations,0,rule}', 'S1', 'all moves or none') from one;

-- Another device in the same place.
set local polder.today = '2027-04-01';
create temporary table worn as select public.request_in('installed', 'ul', 'LEI') as request;
set local polder.today = '2027-06-01';
create temporary table replaced as
    select public.act('facility_manager.ul', 'replace', jsonb_build_object('placement', public.placement_of(request),
        'serial', 'NEW', 'draw_w', 450)) as result, request
    from worn;
select results_eq('select state, during from replaced, public.hold_of(request)',
    $$ values ('ended', '[2027-04-01,2027-06-01)'::daterange), ('installed', '[2027-06-01,2029-04-01)') $$,
    'the old one ends today, the new one goes on');
select results_eq('select e.serial, e.budgeted_w, e.replaces_id from polder.equipment e, replaced where e.id = (result ->> ''equipment'')::int',
    $$ select 'NEW', 450, (result ->> 'replaces')::int from replaced $$, 'and is linked to it');
select is(public.act('facility_manager.ul', 'replace', jsonb_build_object('placement', result -> 'placement', 'serial', 'NEW'))
          - 'allowed', '{"sqlstate": "PL004", "code": "free_for_owner", "field": "serial", "value": "NEW"}', 'a serial is used once by an owner') from replaced;
select is(public.act('facility_manager.ul', 'extend', jsonb_build_object('request', request, 'until', '2031-04-01')) ->> 'until',
          '2031-04-01', 'extended') from replaced;
select is((select max(upper(during)) from replaced, public.hold_of(request)), '2031-04-01', 'with its place') from replaced;

-- A hold lapses by itself. The next booking finds it free, and the request knows.
create temporary table old as select public.request_in('held', 'ul', 'AMS') as request;
create temporary table place as
    select h.position_hu / 2 + 1 as unit from old, public.hold_of(request) h;
set local polder.today = '2027-07-02';
select is(public.see('stranger.ul', format($$ select count(*) from api.occupancy o where o.hu_from <= %1$s and o.hu_until > %1$s
          and o.rack_id = %2$s and o.from_date = '2027-04-01' $$, 2 * unit - 2, p.rack_id)), '0', 'a lapsed hold is seen as free space')
    from place, old, polder.placement p where p.id = public.placement_of(old.request);
select is(public.try('facility_manager.amc', 'renew', jsonb_build_object('request', request)) ->> 'state', 'expired',
          'it cannot be renewed') from old;
create temporary table next as select public.request_in('in review', 'ul', 'AMS') as request;
select is(public.act('facility_manager.amc', 'hold', jsonb_build_object('request', request, 'item', 1, 'places',
          jsonb_build_array(jsonb_build_object('rack', 'AMS/H1/R1', 'unit', unit)))) ->> 'state', 'held', 'another takes its place')
    from next, place;
select is((select state from polder.request r join old on old.request = r.id), 'expired', 'and the request is expired');
select is((select count(*)::int from polder.notice n join old on n.body = jsonb_build_object('request', old.request)
           where n.topic = 'expired'), 3, 'which its requester, sponsor and contact hear');

select * from finish();
rollback;
