-- The day of submission is the one in the data centre's time zone, not in the reader's.
select id, number, state, organisation_id, department_id, requester_id, sponsor_id, project, cost_centre, data_class,
       medical, personal_data, availability_class, from_date, until_date, wish_site_id, wish_redundant, wish_together,
       wish_apart, state_reason,
       (submitted_at at time zone 'Europe/Amsterdam')::date as submitted_on,
       (select c.decision_due from api.request_clock c where c.request_id = request.id) as decision_due,
       hold_until, comment, security_review,
       coalesce((select o.intentions from api.request_offer o where o.request_id = request.id), '{}') as offers
from polder.request
