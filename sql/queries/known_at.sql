-- $1: a generation, $2: a day. ISO 8601 in UTC, whatever the session's time zone.
select generation, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), day, final
from api.known_at($1::bigint, $2::date)
