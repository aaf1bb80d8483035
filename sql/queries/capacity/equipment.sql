-- Of what capacity/placement says.
select id, model_id, request_item_id, name, kind, owner_id, department_id, sponsor_id, project, serial, asset_tag,
       data_class, medical, personal_data, availability_class, system_id, shareable, height_hu, half_width, width_mm,
       depth_mm, weight_g, accessory_g, airflow, inlet_min_mc, inlet_max_mc, drift_mk_per_h, nameplate_w,
       budgeted_w, measured_w, measured_on, warranty_until, power_factor_permille, cords, phases, plug, height_mm,
       nullif(ports, '[]') as ports,
       coalesce(ducted, false) as ducted
from polder.equipment
where id in (select equipment_id from polder.placement where state in ('held', 'delivered'))
   or id in (select chassis_id from polder.placement where state in ('held', 'delivered'))
   or request_item_id in (select i.id from polder.request_item i join polder.request r on r.id = i.request_id
                          where r.state in ('submitted', 'endorsed', 'in review', 'waiting'))
   or id in (select p.equipment_id from polder.placement p join polder.override o on o.placement_id = p.id)
   or request_item_id in (select i.id from polder.request_item i join polder.override o on o.request_id = i.request_id)
