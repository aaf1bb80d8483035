-- When each request was decided, as a day in the data centres' time zone, and whether the coordinator submitted it; as
-- known at polder.as_known.
select id, to_char(decided_at at time zone 'Europe/Amsterdam', 'YYYY-MM-DD'), on_behalf_by is not null
from known.request
order by id
