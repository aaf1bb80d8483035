-- :bookings holds by the facility manager, each of one device of a guest's request, as the intention does it: the equipment is
-- made, the place read, the booking guarded, warnings noted, people told. Beside each a bare INSERT. Where and how as in
-- booking.sql; a :device with a name asks for more than any place has left.
insert into polder.person (organisation_id, login)
select o.id, p.login
from polder.organisation o
join (values ('HOST', 'facility manager'), ('GUEST', 'requester'), ('GUEST', 'sponsor'), ('GUEST', 'contact')) p (code, login)
     on p.code = o.code
on conflict do nothing;
insert into polder.appointment (person_id, role, organisation_id)
select p.id, 'facility_manager', p.organisation_id from polder.person p
where p.login = 'facility manager' and not exists (select from polder.appointment a where a.person_id = p.id);
select count(*) as before from polder.request \gset
insert into polder.request (number, state, organisation_id, requester_id, sponsor_id, submitted_at, from_date, until_date, data_class,
                            medical, personal_data, availability_class, wish_redundant, security_review)
select format('%s-%s', :before, i), 'in review', p.organisation_id, p.id, s.id, now(), date '2027-03-15' + i * 13 % 300,
       date '2028-04-18' + i * 7 % 500, 'hoog', true, true, 3, true, 'passed'
from polder.person p join polder.person s on s.login = 'sponsor' cross join generate_series(1, :bookings) i
where p.login = 'requester';
insert into polder.request_contact (request_id, person_id)
select r.id, p.id
from polder.request r join polder.person p on p.login in ('requester', 'contact')
where r.number like format('%s-%%', :before);
insert into polder.request_item (request_id, ordinal, model_id, height_hu, depth_mm, width_mm, weight_g, draw_w, cords, phases, plug,
                                 airflow, ports)
select r.id, 1, e.model_id, 4, 700, 440, 20000, case :'device' when '' then 350 else 20000 end, 2, e.phases, e.plug, e.airflow, e.ports
from polder.request r
join polder.equipment e on e.id = (select min(d.id) from polder.equipment d
                                   where d.request_item_id is null
                                     and d.phases = case :'outlets' when 'three_phase_ids' then '123' else '1' end)
where r.number like format('%s-%%', :before);
vacuum analyze polder.request, polder.request_contact, polder.request_item, polder.placement;
select set_config('polder.as_person', id::text, false) from polder.person where login = 'facility manager' \g /dev/null
\timing on
select format('insert into public.bare (equipment_id, state, during, rack_id, position_hu, outlet_ids, hu) '
              'values (%s, %L, %L, %s, %s, %L, %L)',
              (select min(id) from polder.equipment), 'installed', daterange(r.from_date, r.until_date), p.rack_id,
              p.position_hu, p.:"outlets", int4range(p.position_hu, p.position_hu + 4)),
       format('select api.hold(%L, %s, %L) is null', gen_random_uuid(),
              (select max(generation) from polder.change),
              json_build_object('request', r.id, 'item', 1, 'places', json_build_array(json_build_object(
                  'rack', (select s.code || '/' || o.code || '/' || k.code
                           from polder.rack k join polder.room o on o.id = k.room_id join polder.site s on s.id = o.site_id
                           where k.id = p.rack_id),
                  'unit', p.position_hu / 2 + 1,
                  'outlets', (select json_agg(n.name || ':' || o.name order by a.cord)
                              from unnest(p.:"outlets") with ordinality a (id, cord) join polder.outlet o on o.id = a.id
                              join polder.node n on n.id = o.node_id)))))
from generate_series(1, :bookings) i
join public.place p on p.slot = :slot and p.nth = :first + i
join polder.request r on r.number = format('%s-%s', :before, i)
order by i
\gexec
