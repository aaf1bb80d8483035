insert into polder_meta.migration (name, sha256) values ($1, $2)
on conflict (name) do update set sha256 = excluded.sha256, at = excluded.at
