select api.:reading($1::jsonb)
