-- The ledger's steps of some nodes on some days.
select * from (
:query
) as snapshot_row
where node_id = any ($1::int[]) and day = any ($2::date[])
