select o.id, o.rule, o.request_id, o.placement_id, o.node_id, o.reason, o.until_date,
       o.withdrawn_at is null and (r.override = 'facility manager' or o.second_id is not null) as given
from polder.override o
join polder.rule r on r.code = o.rule
