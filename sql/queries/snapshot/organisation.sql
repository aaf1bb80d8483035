select id, code, name from polder.organisation
