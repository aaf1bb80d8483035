select node_id, 0 as source_id, date ':on' as day, load as normal_main, 0 as normal_l1, 0 as normal_l2, 0 as normal_l3,
       0 as extra_main, 0 as extra_l1, 0 as extra_l2, 0 as extra_l3
from api.rack_load(date ':on')
