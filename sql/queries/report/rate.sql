-- The settings by which use is settled, of everybody and of single institutions, in millionths; as known at
-- polder.as_known. What is not a number is none.
select key, organisation_id, round((value #>> '{}')::numeric * 1000000)::bigint
from known.setting
where (key like 'tariff\_%' or key = 'pue') and value #>> '{}' ~ '^[0-9]+(\.[0-9]+)?$'
order by key, organisation_id nulls first
