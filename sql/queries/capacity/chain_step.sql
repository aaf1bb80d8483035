select node_id, source_id, day, normal_main, normal_l1, normal_l2, normal_l3, extra_main, extra_l1, extra_l2, extra_l3
from api.chain_step
where day > date ':start' and day <= date ':until'
