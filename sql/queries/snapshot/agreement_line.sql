select id, agreement_id, topic, unit, lower(during) as from_date, upper(during) as until_date, node_id
from polder.agreement_line
