-- The requests that this person may see, newest first, as JSON. $1: only this state, or empty.
select jsonb_build_object(
    'number', r.number, 'state', r.state, 'organisation', o.code, 'project', r.project,
    'from', r.from_date, 'until', r.until_date, 'submitted', r.submitted_at,
    'hold_until', r.hold_until, 'items', (select count(*) from polder.request_item i where i.request_id = r.id))
from polder.request r
join polder.organisation o on o.id = r.organisation_id
where coalesce($1, '') in ('', r.state)
order by r.id desc
