select id, rule, kind, site_id, rack_id, placement_id, text, lower(during) as from_date, upper(during) as until_date,
       resolved_on is not null as resolved
from polder.finding
