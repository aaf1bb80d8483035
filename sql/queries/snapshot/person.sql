-- Names only as far as this person may see them.
select p.id, p.organisation_id, p.department_id, c.handle, c.name, c.email
from polder.person p left join api.person_card c on c.person_id = p.id
