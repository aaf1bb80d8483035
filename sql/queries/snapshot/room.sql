select id, site_id, code, name, width_mm, depth_mm, tile_mm, protection_class, medical from polder.room
