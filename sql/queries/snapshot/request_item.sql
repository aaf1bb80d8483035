select id, request_id, ordinal, model_id, description, count, kind, height_hu, half_width, width_mm, depth_mm, weight_g,
       draw_w, cords, phases, plug, airflow, inlet_min_mc, inlet_max_mc, height_mm, nullif(ports, '[]') as ports
from polder.request_item
