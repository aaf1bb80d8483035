select m.id, f.name as manufacturer, m.name, m.slug, m.kind, m.height_hu, m.full_depth, m.depth_mm, m.width_mm, m.weight_g,
       m.nameplate_w, m.airflow, coalesce(s.supplies, 0) as supplies, s.inlet, m.rail_min_mm, m.rail_max_mm,
       m.inlet_min_mc, m.inlet_max_mc, m.drift_mk_per_h, m.vibration_class, m.emi_nt, m.media, m.height_mm,
       m.clearance_front_mm, m.clearance_rear_mm, m.clearance_left_mm, m.clearance_right_mm, m.crate_width_mm,
       m.crate_depth_mm, m.crate_height_mm, m.crate_weight_g, m.heat_to_water_w, m.water_flow_ml_min,
       m.water_inlet_min_mc, m.water_inlet_max_mc
from polder.model m
join polder.manufacturer f on f.id = m.manufacturer_id
left join (select model_id, count(*) as supplies, (array_agg(inlet order by id))[1] as inlet
           from polder.model_supply group by model_id) s on s.model_id = m.id
