select id, host_id, guest_id, reference, lower(during) as from_date, upper(during) as until_date from polder.agreement
