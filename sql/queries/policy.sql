-- The viewer's institution goes before the general rule.
select distinct on (key) key, value
from polder.setting
where organisation_id is null or organisation_id = $1::int
order by key, organisation_id nulls last
