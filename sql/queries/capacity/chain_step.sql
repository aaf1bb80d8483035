select node_id, source_id, day, normal_main, normal_l1, normal_l2, normal_l3, extra_main, extra_l1, extra_l2, extra_l3
from api.load_step
where day > date ':start' and day <= date ':until'
  and node_id in (select n.id from polder.node n join polder.node_kind k on k.code = n.kind
                  where k.dimension in ('power', 'heat', 'mass') and n.kind not in ('rack_heat', 'rack_mass'))
