-- One migrator at a time in a database; freed when the connection closes.
select pg_advisory_lock(hashtext('polder migrator'))
