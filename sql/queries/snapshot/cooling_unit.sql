select id, room_id, zone_id, feed_id, name, kind, sensible_w * 1000 as sensible_mw, lower(during) as from_date,
       upper(during) as until_date
from polder.cooling_unit
