-- :bookings holds by the facility manager, each of one device of a request, as the intention does it: the equipment is
-- made, the place read, the booking guarded, warnings noted, people told. Beside each a bare INSERT.
insert into polder.person (organisation_id, login) select id, 'facility manager' from polder.organisation where code = 'HOST'
on conflict do nothing;
insert into polder.appointment (person_id, role, organisation_id)
select p.id, 'facility_manager', p.organisation_id from polder.person p
where p.login = 'facility manager' and not exists (select from polder.appointment a where a.person_id = p.id);
insert into polder.request (number, state, organisation_id, requester_id, submitted_at, from_date, until_date)
select format('%s-%s', :slot, i), 'in review', p.organisation_id, p.id, now(), date '2027-03-15' + i * 13 % 300,
       date '2028-04-18' + i * 7 % 500
from polder.person p cross join generate_series(1, :bookings) i where p.login = 'facility manager';
insert into polder.request_item (request_id, ordinal, height_hu, depth_mm, weight_g, draw_w, cords)
select id, 1, 4, 700, 20000, 350, 2 from polder.request where number like format('%s-%%', :slot);
vacuum analyze polder.request, polder.request_item, polder.placement;
select set_config('polder.as_person', id::text, false) from polder.person where login = 'facility manager' \g /dev/null
\timing on
select format('insert into public.bare (equipment_id, state, during, rack_id, position_hu, outlet_ids, hu) '
              'values (%s, %L, %L, %s, %s, %L, %L)',
              (select min(id) from polder.equipment), 'installed', daterange(r.from_date, r.until_date), p.rack_id,
              p.position_hu, p.outlet_ids, int4range(p.position_hu, p.position_hu + 4)),
       format('do $do$ begin perform api.hold(%L, %s, %L); end $do$', gen_random_uuid(),
              (select max(generation) from polder.change),
              json_build_object('request', r.id, 'item', 1, 'places', json_build_array(json_build_object(
                  'rack', (select s.code || '/' || o.code || '/' || k.code
                           from polder.rack k join polder.room o on o.id = k.room_id join polder.site s on s.id = o.site_id
                           where k.id = p.rack_id),
                  'unit', p.position_hu / 2 + 1,
                  'outlets', (select json_agg(n.name || ':' || o.name order by a.cord)
                              from unnest(p.outlet_ids) with ordinality a (id, cord) join polder.outlet o on o.id = a.id
                              join polder.node n on n.id = o.node_id)))))
from generate_series(1, :bookings) i
join public.place p on p.slot = :slot and p.nth = :first + i
join polder.request r on r.number = format('%s-%s', :slot, i)
order by i
\gexec
