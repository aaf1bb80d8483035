-- What is held or delivered, in what it stands, what stands already of requests that are still open, and that for which
-- a rule is set aside.
select id, equipment_id, state, lower(during) as from_date, upper(during) as until_date, hold_until, rack_id,
       position_hu, zero_u_slot, chassis_id, bay_id, face, half, room_id, coalesce(x_mm, 0) as x_mm, coalesce(y_mm, 0) as y_mm,
       coalesce(orientation_deg, 0) as orientation_deg, inherited, contested,
       outlet_ids, node_ids
from polder.placement
where state in ('held', 'delivered')
   or equipment_id in (select chassis_id from polder.placement where state in ('held', 'delivered'))
   or equipment_id in (select e.id from polder.equipment e join polder.request_item i on i.id = e.request_item_id
                       join polder.request r on r.id = i.request_id
                       where r.state in ('submitted', 'endorsed', 'in review', 'waiting'))
   or id in (select placement_id from polder.override)
   or equipment_id in (select e.id from polder.equipment e join polder.request_item i on i.id = e.request_item_id
                       join polder.override o on o.request_id = i.request_id)
