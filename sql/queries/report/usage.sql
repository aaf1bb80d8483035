-- The usage ledger, in thousandths of each unit; as known at polder.as_known.
select line_id, lower(during), upper(during), round(quantity * 1000)::bigint, unit, source, beneficiary_id
from known.usage
order by line_id, during, id
