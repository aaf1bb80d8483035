-- :bookings bookings in slot :slot of the racks from :first on, with the outlets of column :outlets, each its own
-- transaction, bare and guarded in turn; \timing prints what each took, round trip included.
\timing on
select format('insert into public.bare (equipment_id, state, during, rack_id, position_hu, outlet_ids, hu) '
              'values (%s, %L, %L, %s, %s, %L, %L)',
              booking.device, 'installed', booking.during, p.rack_id, p.position_hu, p.:"outlets",
              int4range(p.position_hu, p.position_hu + 4)),
       format('insert into polder.placement (equipment_id, state, during, rack_id, position_hu, outlet_ids) '
              'values (%s, %L, %L, %s, %s, %L)',
              booking.device, 'installed', booking.during, p.rack_id, p.position_hu, p.:"outlets")
from generate_series(1, :bookings) i
join public.place p on p.slot = :slot and p.nth = :first + i
cross join lateral (
    select coalesce((select e.id from polder.equipment e where e.name = :'device' and e.name <> ''),
                    (select min(e.id) from polder.equipment e
                     where e.request_item_id is null and e.phases = case :'outlets' when 'three_phase_ids' then '123' else '1' end) + i % 100) as device,
           daterange(date '2027-03-15' + i * 13 % 300, date '2028-04-18' + i * 7 % 500) as during
) booking
order by i
\gexec
