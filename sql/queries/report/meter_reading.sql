-- What meters counted in the month in which a reading begins, in thousandths of its unit; as known at polder.as_known.
-- Readings of a month are days in the data centres' time zone.
select site_id, node_id, indicator, to_char(at at time zone 'Europe/Amsterdam', 'YYYY-MM-DD'),
       round(quantity * 1000)::bigint, unit
from known.meter_reading
order by site_id, indicator, node_id, at
