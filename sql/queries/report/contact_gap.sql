-- Equipment that names no sponsor or no security contact, or somebody who has left, with the day; as known at
-- polder.as_known.
select e.id, e.sponsor_id is null, sponsor.left_on, e.security_contact_id is null, security.left_on, technical.left_on
from known.equipment e
left join known.person sponsor on sponsor.id = e.sponsor_id
left join known.person security on security.id = e.security_contact_id
left join (select k.equipment_id, min(p.left_on) as left_on
           from known.equipment_contact k join known.person p on p.id = k.person_id
           where p.left_on is not null
           group by k.equipment_id) technical on technical.equipment_id = e.id
where e.sponsor_id is null or e.security_contact_id is null
   or num_nonnulls(sponsor.left_on, security.left_on, technical.left_on) > 0
order by e.id
