select id, model_id, request_item_id, name, kind, owner_id, department_id, sponsor_id, project, serial, asset_tag,
       data_class, medical, personal_data, availability_class, system_id, shareable, height_hu, half_width, width_mm,
       depth_mm, weight_g, accessory_g, airflow, inlet_min_mc, inlet_max_mc, drift_mk_per_h, nameplate_w,
       budgeted_w, measured_w, measured_on, warranty_until, power_factor_permille, cords, phases, plug, height_mm,
       nullif(ports, '[]') as ports,
       coalesce(ducted, false) as ducted
from polder.equipment
