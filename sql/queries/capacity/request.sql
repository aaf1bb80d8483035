-- Without what only its page shows: the clock and what may be done with it.
select id, number, state, organisation_id, department_id, requester_id, sponsor_id, project, cost_centre, data_class,
       medical, personal_data, availability_class, from_date, until_date, wish_site_id, wish_redundant, wish_together,
       wish_apart, state_reason, null::date as submitted_on, null::date as decision_due, hold_until, comment,
       null::text as security_review, '{}'::text[] as offers
from polder.request
