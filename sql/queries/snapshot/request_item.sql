select id, request_id, ordinal, model_id, description, count, kind, height_hu, half_width, depth_mm, weight_g, draw_w,
       cords, phases, plug, airflow
from polder.request_item
