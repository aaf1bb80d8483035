select id, kind, parent_id, site_id, room_id, rack_id, name, side, phases,
       lower(during) as from_date, upper(during) as until_date
from polder.node
