-- What an intention that places or changes a booking answers with, keeps on record and takes back.
begin;
create extension if not exists pgtap;
\ir support/two_houses.sql
select plan(20);

-- The rules of an answer's warnings, one each with its placement.
create function public.rules_of(answer jsonb) returns text[] language sql as $$
    select coalesce(array_agg(distinct w ->> 'rule' order by w ->> 'rule'), '{}') from jsonb_array_elements(answer -> 'warnings') w
$$;
create function public.open_warnings(request int) returns text[] language sql as $$
    select coalesce(array_agg(f.rule order by f.rule), '{}')
    from polder.finding f join polder.placement p on p.id = f.placement_id join polder.equipment e on e.id = p.equipment_id
    join polder.request_item i on i.id = e.request_item_id
    where i.request_id = request and f.kind = 'warning' and f.resolved_on is null
$$;
create function public.host(intention text, arguments jsonb) returns jsonb language sql as $$
    select public.act('facility_manager.ul', intention, arguments)
$$;

create temporary table ours as select public.request_in('in review') as request;
update polder.request set wish_redundant = true where id = (select request from ours);
update polder.request_item set cords = 1, draw_w = null where request_id = (select request from ours);
create temporary table held as
select public.host('hold', jsonb_build_object('request', request, 'item', 1, 'places', '[{"rack": "LEI/H1/R1", "unit": 30}]'::jsonb)) as answer
from ours;
select is(public.rules_of(answer), '{G5,P10,P8}', 'hold: one contact, a nameplate, one cord') from held;
select is(w - 'placement', '{"rule": "P8", "where": "LEI/H1/R1", "requested": 2, "used": null, "capacity": 1, "unit": "pieces",
    "quantity": "", "date": "2027-04-01", "text": "LEI/H1/R1: one cord, where redundancy is asked"}', 'with numbers')
from held, jsonb_array_elements(answer -> 'warnings') w where w ->> 'rule' = 'P8';
select is((w ->> 'placement')::int, public.placement_of(request), 'of this placement')
from ours, held, jsonb_array_elements(answer -> 'warnings') w where w ->> 'rule' = 'P8';
select is(public.open_warnings(request), '{G5,P10,P8}', 'on record') from ours;
select is(public.see('requester.ul', format($$ select string_agg(rule, ' ' order by rule) from polder.finding where placement_id = %s $$,
                                            public.placement_of(request))), 'G5 P10 P8', 'the requester sees them') from ours;
select is(public.see('requester.amc', format($$ select count(*) from polder.finding where placement_id = %s $$,
                                             public.placement_of(request))), '0', 'others do not') from ours;

-- Amended: what is asked is less, and there are two to write to.
select is(public.rules_of(public.act('requester.ul', 'amend_request', jsonb_build_object('request', request, 'wishes', '{"redundant": false}'::jsonb))),
          '{G5,P10}', 'amend: redundancy is no longer asked') from ours;
select is(public.open_warnings(request), '{G5,P10}', 'and the warning is taken back') from ours;
select is(count(*)::int, 1, 'with the day on which it was') from polder.finding where rule = 'P8' and resolved_on = '2027-03-01';
select public.host('hold', jsonb_build_object('request', request, 'item', 1, 'places', '[{"rack": "LEI/H1/R1", "unit": 30}]'::jsonb)) from ours \g /dev/null
select is(public.rules_of(public.act('technician.ul', 'install', jsonb_build_object('request', request, 'serial', 'S1'))), '{G5,P10}', 'install') from ours;
insert into polder.equipment_contact
select p.equipment_id, d.person_id from ours, polder.placement p, polder.person_detail d
where p.id = public.placement_of(request) and d.handle = 'stranger.ul';
select is(public.rules_of(public.host('extend', jsonb_build_object('request', request, 'until', '2030-01-01'))), '{P10}', 'extend: another contact meanwhile') from ours;
select is(public.rules_of(public.act('requester.ul', 'extend', jsonb_build_object('request', request, 'until', '2031-01-01'))), '{}', 'asked only: nothing has changed') from ours;

-- A move takes them along; the place that is left says nothing any more.
update polder.rack set airflow_supply_m3_h = 1 where code = 'R2';
set local polder.today = '2027-05-01';
create temporary table moved as
select public.placement_of(request) as old, public.host('move', jsonb_build_object('moves',
    jsonb_build_array(jsonb_build_object('placement', public.placement_of(request), 'rack', 'LEI/H1/R2', 'unit', 20)))) as answer from ours;
select is(public.rules_of(answer), '{C3,P10}', 'move: to where there is little air') from moved;
select is(array(select rule from polder.finding where placement_id = old and kind = 'warning' and resolved_on is null), '{}', 'the old place warns of nothing') from moved;
select is(public.rules_of(public.host('replace', jsonb_build_object('placement', answer -> 'placements' -> 0, 'serial', 'S2', 'draw_w', 2))), '{}',
          'replace: it is said what the new one draws') from moved;
select is(public.open_warnings(request), '{}', 'and nothing is left of the old') from ours;

-- What is given back warns of nothing, however it is given back.
create function public.given_back(intention text, who text, arguments jsonb) returns text[] language plpgsql as $$
declare
    request int := public.request_in('held');
begin
    if public.open_warnings(request) = '{}' then
        return '{never}';
    end if;
    perform public.act(who, intention, arguments || case intention when 'release' then jsonb_build_object('placement', public.placement_of(request))
                                                                   else jsonb_build_object('request', request) end);
    return public.open_warnings(request);
end
$$;
select is(public.given_back('withdraw', 'requester.ul', '{}'), '{}', 'withdrawn');
select is(public.given_back('release', 'facility_manager.ul', '{}'), '{}', 'released');
create temporary table lapsing as select public.request_in('held') as request;
select isnt(public.open_warnings(request), '{}', 'while it is held') from lapsing;
set local polder.today = '2027-07-01';
select api.lapse_holds() \g /dev/null
select is(public.open_warnings(request), '{}', 'lapsed') from lapsing;

select * from finish();
rollback;
