-- As whom the demo may be seen: those with a login and something to do today, facility managers first.
select d.handle, d.name,
       string_agg(distinct r.name_en || coalesce(' ' || s.code, ''), ', ') || ' · ' || o.code,
       p.login
from polder.person p
join polder.person_detail d on d.person_id = p.id
join polder.organisation o on o.id = p.organisation_id
join polder.appointment a on a.person_id = p.id and a.during @> guard.today()
join polder.role r on r.code = a.role
left join polder.site s on s.id = a.site_id
where p.login is not null and p.active @> guard.today()
group by d.handle, d.name, o.code, p.login
order by bool_or(a.role = 'facility_manager') desc, o.code desc, d.handle
