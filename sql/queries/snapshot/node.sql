select n.id, n.kind, n.parent_id, n.site_id, n.room_id, n.rack_id, n.name, n.side, n.phases, n.units, n.voltage_ln,
       n.concurrently_maintainable, l.supply_mc, lower(n.during) as from_date, upper(n.during) as until_date
from polder.node n
left join polder.liquid_loop l on l.node_id = n.id
