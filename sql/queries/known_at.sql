-- ISO 8601 in UTC, whatever the session's time zone.
select generation, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), day
from api.known_at($1::bigint, coalesce($2::date, case when $1::bigint is null then 'infinity'::date end))
