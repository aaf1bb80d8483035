-- What is agreed for all the days of each line of an agreement, in thousandths of its unit; as known at polder.as_known.
select id, round(quota * 1000)::bigint
from known.agreement_line
order by id
