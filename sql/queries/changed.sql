-- The rows of a snapshot table with these keys; the planner moves the condition inwards.
select * from (
:query
) as snapshot_row
where :key = any ($1::int[])
