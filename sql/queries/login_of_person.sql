-- The login role of a demo person, by the short name that people use. $1: handle, or the login itself.
select p.login
from polder.person p
left join polder.person_detail d on d.person_id = p.id
where p.login is not null and (lower(d.handle) = lower($1) or p.login = $1)
order by (lower(d.handle) = lower($1)) desc
limit 1
