-- Maintenance: its owners are told, each of the own devices; and devices that leave on a day, all or nothing.
begin;
\ir support/two_houses.sql

select plan(28);

-- Three devices of requests of both houses stand in LEI, of which ul's facility manager is host.
create temporary table stands as
    select n, house, public.request_in('installed', house) as request, null::int as placement
    from (values (1, 'ul'), (2, 'amc'), (3, 'ul')) v (n, house);
update stands set placement = public.placement_of(request);
update polder.request set sponsor_id = (select person_id from polder.person_detail where handle = 'sponsor.ul')
where id = (select request from stands where n = 1);
update polder.equipment e set sponsor_id = (select person_id from polder.person_detail where handle = 'sponsor.ul'), asset_tag = 'T-' || e.id
from polder.placement p where p.equipment_id = e.id and p.id in (select placement from stands);
delete from polder.equipment_contact;
insert into polder.equipment_contact (equipment_id, person_id)
    select p.equipment_id, d.person_id from polder.placement p, polder.person_detail d
    where p.id = (select placement from stands where n = 1) and d.handle = 'colleague.ul';
delete from polder.request_contact;

create function pg_temp.handles(ids jsonb) returns text language sql as $$
    select coalesce(string_agg(d.handle, ' ' order by d.handle), '') from jsonb_array_elements(ids) i
    join polder.person_detail d on to_jsonb(d.person_id) = i
$$;
create function pg_temp.outage(more jsonb default '{}') returns jsonb language sql as $$
    select jsonb_build_object('node', (select n.id from polder.node n join polder.site s on s.id = n.site_id
                                       where n.name = 'feed A' and s.code = 'LEI'),
                              'from', '2027-05-01', 'until', '2027-05-03',
                              'down', (select jsonb_agg(placement) from stands where n = 1),
                              'weakened', (select jsonb_agg(placement) from stands where n = 2)) || more
$$;

-- Whom one tells
select results_eq($$ select distinct d.handle, o.office from guard.owner_person o
                     join polder.placement p on p.equipment_id = o.equipment_id
                     join stands s on s.placement = p.id and s.n = 1
                     join polder.person_detail d on d.person_id = o.person_id order by 1, 2 $$,
                  $$ values ('colleague.ul', 'contact'), ('coordinator.ul', 'coordinator'), ('sponsor.ul', 'sponsor') $$,
                  'the sponsor, the technical contacts and the coordinators of the owner');
update polder.person set left_on = '2027-02-01' where id = (select person_id from polder.person_detail where handle = 'colleague.ul');
select is((select count(*) from guard.owner_person o join polder.person_detail d on d.person_id = o.person_id
           where d.handle = 'colleague.ul'), 0::bigint, 'who has left is not told');
update polder.person set left_on = null where id = (select person_id from polder.person_detail where handle = 'colleague.ul');

-- The preview
create function pg_temp.preview(handle text, arguments jsonb) returns jsonb language sql as $$
    select public.see(handle, format('select api.owners_to_notify(%L)::text', arguments))::jsonb
$$;
select is((select pg_temp.handles(jsonb_agg(p -> 'person')) from jsonb_array_elements(
               pg_temp.preview('facility_manager.ul', pg_temp.outage()) -> 'people') p),
          'colleague.ul coordinator.amc coordinator.ul sponsor.ul', 'who would be told');
select is((select p ->> 'name' from jsonb_array_elements(pg_temp.preview('facility_manager.ul', pg_temp.outage()) -> 'people') p
           where pg_temp.handles(jsonb_build_array(p -> 'person')) = 'coordinator.amc'), null,
          'by name only who the asker may know');
select is((select format('%s|%s', p -> 'down' = to_jsonb(array[(select equipment_id from polder.placement where id = (select placement from stands where n = 1))]),
                         jsonb_array_length(p -> 'weakened'))
           from jsonb_array_elements(pg_temp.preview('facility_manager.ul', pg_temp.outage()) -> 'people') p
           where pg_temp.handles(jsonb_build_array(p -> 'person')) = 'colleague.ul'), 't|0', 'each of what is theirs');

-- Bad input and rights
select is(public.act('facility_manager.ul', 'notify_owners', pg_temp.outage()) ->> 'field', 'text', 'something has to be said');
select is(public.act('facility_manager.ul', 'notify_owners', pg_temp.outage('{"text": "x", "until": "2027-05-01"}')) ->> 'field', 'until', 'a window has a day');
select is(public.act('facility_manager.ul', 'notify_owners', pg_temp.outage('{"text": "x", "from": "2027-01-01", "until": "2027-02-01"}')) ->> 'field', 'until', 'and is not over');
select is(public.act('facility_manager.ul', 'notify_owners', pg_temp.outage('{"text": "x", "down": [0]}')) ->> 'field', 'down/0', 'of what stands there');
select is(public.act('facility_manager.ul', 'notify_owners', pg_temp.outage('{"text": "x", "down": [], "weakened": []}')) ->> 'field', 'down', 'of something');
select is(public.act('facility_manager.ul', 'notify_owners', pg_temp.outage('{"text": "x", "node": 0}')) ->> 'field', 'node', 'a node');
select is(public.act('facility_manager.ul', 'notify_owners', pg_temp.outage('{"text": "x", "node": 999999}')) ->> 'sqlstate', 'PL005', 'that there is');
select is(public.act('facility_manager.amc', 'notify_owners', pg_temp.outage('{"text": "x"}')) ->> 'sqlstate', 'PL002', 'its own facility manager');
select is((select count(*) from polder.notice where topic = 'maintenance'), 0::bigint, 'nobody was told');

-- Told
select is(public.act('facility_manager.ul', 'notify_owners', pg_temp.outage('{"text": "UPS-B is tested."}')) ->> 'people', '4', 'four people');
select results_eq($$ select d.handle, jsonb_array_length(n.body -> 'down'), jsonb_array_length(n.body -> 'weakened'), n.body ->> 'text',
                            n.body ->> 'from', n.body ->> 'until'
                     from polder.notice n join polder.person_detail d on d.person_id = n.recipient_id
                     where n.topic = 'maintenance' order by 1 $$,
                  $$ values ('colleague.ul', 1, 0, 'UPS-B is tested.', '2027-05-01', '2027-05-03'), ('coordinator.amc', 0, 1, 'UPS-B is tested.', '2027-05-01', '2027-05-03'),
                            ('coordinator.ul', 1, 0, 'UPS-B is tested.', '2027-05-01', '2027-05-03'), ('sponsor.ul', 1, 1, 'UPS-B is tested.', '2027-05-01', '2027-05-03') $$,
                  'each of what is theirs, with the days and the words');
select is(public.see('colleague.ul', $$ select n ->> 'text' from jsonb_array_elements(api.notices('{}') -> 'notices') n
                                        where n ->> 'topic' = 'maintenance' $$), 'UPS-B is tested.', 'and reads it');

-- Devices leave on a day
select is(public.act('facility_manager.ul', 'retire', jsonb_build_object('from', '2027-06-01',
              'placements', (select jsonb_agg(placement order by n) || '[0]' from stands))) ->> 'sqlstate', 'PL005', 'all that there are');
select is((select count(*) from polder.placement p join stands s on s.placement = p.id where upper(p.during) = '2027-06-01'), 0::bigint,
          'or none');
select is(public.act('facility_manager.ul', 'retire', jsonb_build_object('from', '2027-06-01',
              'placements', (select jsonb_agg(placement order by n) from stands))) ->> 'asked', 'false', 'at once, whatever their requests');
select is((select string_agg(p.state || ' ' || upper(p.during), ', ') from polder.placement p join stands s on s.placement = p.id),
          'installed 2027-06-01, installed 2027-06-01, installed 2027-06-01', 'free from that day');
select is(public.act('facility_manager.ul', 'retire', jsonb_build_object('from', '2027-07-01',
              'placements', (select jsonb_agg(placement order by n) from stands))) ->> 'field', 'placements/0', 'not later than it leaves anyhow');
select is(public.act('requester.ul', 'retire', jsonb_build_object('from', '2027-04-01',
              'placements', (select jsonb_agg(placement) from stands where n = 1))) ->> 'asked', 'true', 'its people ask');
select is(public.act('requester.ul', 'decommission', jsonb_build_object(
              'placement', (select placement from stands where n = 1))) ->> 'asked', 'true', 'in either way');
select is((select state from polder.placement where id = (select placement from stands where n = 1)), 'installed', 'and nothing has left');

-- What is shared and stands somewhere everybody may know, and nothing more of it
select is(public.see('stranger.amc', 'select count(*) from api.shared_equipment'), '0', 'nothing is shared');
update polder.equipment e set shareable = true from polder.placement p join stands s on s.placement = p.id and s.n < 3
where e.id = p.equipment_id;
select is(public.see('stranger.amc', $$ select string_agg(o.code || ' ' || x.count, ', ' order by o.code)
                                        from api.shared_equipment x join polder.organisation o on o.id = x.owner_id
                                        join polder.site s on s.id = x.site_id where s.code = 'LEI' $$), 'AMC 1, UL 1', 'how many, whose, where');
select is((select distinct d.handle from jsonb_array_elements(public.see('stranger.amc', $$ select api.shared('{}') -> 'shared' $$)::jsonb) x
           join polder.person_detail d on to_jsonb(d.person_id) = x -> 'contact'), 'facility_manager.ul', 'and whom to ask');

select * from finish();
rollback;
