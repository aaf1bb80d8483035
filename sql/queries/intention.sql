select api.:intention($1::uuid, $2::bigint, $3::jsonb)
