-- :rounds bookings one after the other at 16 of the 20 places of each rack, over the years 2024 to 2031, in one statement.
insert into polder.placement (equipment_id, state, during, rack_id, position_hu, outlet_ids)
select (select min(id) from polder.equipment) + (p.id * 7 + n * 13) % 100, 'installed',
       daterange(date '2024-01-01' + (2922 / :rounds * n + p.id * 31 % 60)::int,
                 date '2024-01-01' + (2922 / :rounds * (n + 1) + p.id * 31 % 60 - p.id * 17 % 11)::int),
       p.rack_id, p.position_hu, p.outlet_ids
from public.place p cross join generate_series(0, :rounds - 1) n
where p.slot <= 16;
