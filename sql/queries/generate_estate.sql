-- $1: racks, $2: devices, $3: seed.
select guard.generate_estate($1::int, $2::int, $3::int)
