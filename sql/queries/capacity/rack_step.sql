-- Of what racks bear, all days: the trend looks back.
select node_id, source_id, day, normal_main, normal_l1, normal_l2, normal_l3, extra_main, extra_l1, extra_l2, extra_l3
from api.load_step
where node_id in (select id from polder.node where kind in ('rack_heat', 'rack_mass'))
