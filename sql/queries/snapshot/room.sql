select id, site_id, code, name, width_mm, depth_mm, tile_mm, protection_class, medical, floor_class, sides,
       cooling_zone_id, liquid_loop_id
from polder.room
