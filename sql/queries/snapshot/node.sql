select id, kind, parent_id, site_id, room_id, rack_id, name, side, phases, units, voltage_ln,
       concurrently_maintainable, lower(during) as from_date, upper(during) as until_date
from polder.node
