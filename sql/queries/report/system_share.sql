-- Who owns how much of each system, and when; as known at polder.as_known.
select system_id, organisation_id, permille, lower(during), upper(during)
from known.system_share
order by system_id, lower(during), organisation_id
