select id, organisation_id, code, name, faculty from polder.department
