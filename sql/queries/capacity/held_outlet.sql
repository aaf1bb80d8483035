select id, node_id, name, type, phases, max_ma
from polder.outlet
where id in (select unnest(outlet_ids) from polder.placement where state in ('held', 'delivered'))
