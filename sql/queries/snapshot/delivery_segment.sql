select id, room_id, route, ordinal, name, kind, width_mm, height_mm, length_mm, load_kg, point_load_n
from polder.delivery_segment
