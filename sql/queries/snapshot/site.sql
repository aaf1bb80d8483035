select id, organisation_id, code, name from polder.site
