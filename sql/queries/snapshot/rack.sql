-- A tare that nobody has weighed does not count: 0.
select id, room_id, row_id, code, x_mm, y_mm, orientation_deg, width_mm, depth_mm, height_u, usable_depth_mm,
       rail_width_in, rail_min_mm, rail_max_mm, numbered_down, zero_u_slots, airflow, coalesce(tare_g, 0) as tare_g, tare_counts,
       sides, cooling_zone_id, liquid_loop_id, lower(during) as from_date, upper(during) as until_date
from polder.rack
