-- Working days, and the clock of a request.
begin;
\ir support/two_houses.sql
select plan(24);
select is(guard.easter(year), easter, 'Easter of ' || year)
from (values (1954, '1954-04-18'::date), (1981, '1981-04-19'), (2008, '2008-03-23'), (2011, '2011-04-24'), (2026, '2026-04-05'),
             (2027, '2027-03-28'), (2038, '2038-04-25')) e (year, easter);
select is(guard.is_working_day(day), works, format('%s: %s', day, why))
from (values ('2027-03-26'::date, false, 'Good Friday'), ('2027-03-29', false, 'Easter Monday'),
             ('2027-03-30', true, 'an ordinary Tuesday'), ('2026-04-27', false, 'King''s Day'),
             ('2025-04-27', false, 'a Sunday'), ('2025-04-26', false, 'King''s Day, moved to Saturday'),
             ('2026-05-05', true, 'Liberation Day in an ordinary year'), ('2025-05-05', false, 'Liberation Day in a lustrum'),
             ('2027-05-06', false, 'Ascension'), ('2027-05-17', false, 'Whit Monday'), ('2026-12-25', false, 'Christmas'),
             ('2027-01-01', false, 'New Year')) d (day, works, why);
select is(guard.working_days('2027-03-24', 3), '2027-03-31', 'three working days over Easter');
select is(guard.working_days('2027-03-24', 0), '2027-03-24', 'none');
select is(guard.working_days_between('2027-03-24', '2027-03-31'), 3, 'and back');

create temporary table asked as select public.request_in('submitted') as request;
update polder.request set submitted_at = '2027-03-24 23:30+01' where id = (select request from asked);
select is(public.see('requester.ul', 'select decision_due from api.request_clock'), '2027-04-06', 'seven working days');
select is(public.see('requester.amc', 'select count(*) from api.request_clock'), '0', 'a clock is seen with its request');
select * from finish();
rollback;
