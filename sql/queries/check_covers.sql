-- What the check of this person covers: everything, or what happens in these data centres.
select everything, to_jsonb(sites) from api.check_covers()
