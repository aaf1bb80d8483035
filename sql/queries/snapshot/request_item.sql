select id, request_id, ordinal, model_id, description, count, kind, height_hu, half_width, width_mm, depth_mm, weight_g,
       nameplate_w, draw_w, cords, phases, plug, airflow, inlet_min_mc, inlet_max_mc, height_mm,
       nullif(ports, '[]') as ports, shareable
from polder.request_item
