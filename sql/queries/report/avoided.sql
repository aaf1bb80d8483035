-- Requests that were withdrawn because something that is shared stood there already, and when; as known at
-- polder.as_known.
select id, instead_id, to_char(decided_at at time zone 'Europe/Amsterdam', 'YYYY-MM-DD')
from known.request
where state = 'withdrawn' and instead_id is not null
order by id
