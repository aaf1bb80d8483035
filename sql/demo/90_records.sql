-- What people wrote down: findings, overrides, notes, tickets, a document, meter readings, notices.

-- From September UPS B of Leiden runs on one battery string while the other is renewed. What is booked still fits, with
-- 30 kW to spare; twenty GPU nodes would not.
insert into node_limit (node_id, from_date, normal_main, normal_line, failover_main, failover_line, rating_main,
                        rating_line, source, reason)
select ups.id, step.day, least(step.main, l.normal_main), l.normal_line, least(step.main, l.failover_main),
       l.failover_line, l.rating_main, l.rating_line, l.source, step.reason
from node ups
join node_limit l on l.node_id = ups.id
cross join lateral (
    select 1000 * (sum(coalesce(e.budgeted_w, e.height_hu * 75)) + 30000) as main
    from placement p
    join equipment e on e.id = p.equipment_id
    where p.during && daterange(demo.next_month(9), demo.next_month(9) + 91)
      and p.id in (select c.placement_id from connection c join node_path up on up.node_id = c.node_id
                   where up.ancestor_id = ups.id)
) load
cross join lateral (values
    (demo.next_month(9), load.main, 'battery strings renewed one after the other'),
    (demo.next_month(9) + 91, l.normal_main, 'both battery strings in service')
) step (day, main, reason)
where ups.site_id = demo.site('LEIDEN') and ups.name = 'UPS-B';

-- Findings. Those of rules come from the guard with the import; these are of the people who walk the rows.
insert into finding (rule, kind, placement_id, node_id, rack_id, site_id, unit, during, text, found_on)
select 'P6', 'warning', null::int, demo.node('LEIDEN', 'SB-DC1-B'), null::int, demo.site('LEIDEN'), '',
       daterange(demo.day(33), demo.day(34)), 'maintenance of switchboard B, hall 1: 06:00 to 14:00 on side A alone',
       demo.day(-14)
union all
select 'G5', 'audit', null, null, demo.rack('LEIDEN/DC1/E10'), demo.site('LEIDEN'), '', daterange(demo.day(-70), null),
       'the owner of this equipment has left the institution', demo.day(-60)
union all
select 'G6', 'audit', p.id, null, p.rack_id, demo.site('LUMC'), '', daterange(demo.day(-12), null),
       'not found at the last walk along row D', demo.day(-12)
from placement p join equipment e on e.id = p.equipment_id
where p.rack_id = demo.rack('LUMC/M1/D04') and e.name like 'server-%' and p.position_hu = 4;

-- Two rules set aside: an airflow against the aisle, and a rack of old equipment above its density limit.
insert into override (rule, placement_id, node_id, reason, until_date, by_id, second_id)
select 'C4', p.id, null::int, 'switch replaced by one with the other airflow in the next window', demo.day(75),
       demo.person('fm.leiden'), null::int
from placement p join equipment e on e.id = p.equipment_id
where p.rack_id = demo.rack('LEIDEN/DC1/D10') and e.name like 'tor-%' and p.during @> guard.today()
union all
select 'C1', null, n.id, 'estimated figures of the import; the door stays open until the readings are in',
       demo.day(120), demo.person('fm.lumc'), demo.person('fm2.lumc')
from node n where n.kind = 'rack_heat' and n.rack_id = demo.rack('LUMC/M1/E07');

insert into note (subject, subject_id, text, owner_id, author_id, at)
select subject, subject_id, text, demo.org(organisation), demo.person(author), demo.day(-days) + interval '14 hours'
from (values
    ('rack', demo.rack('LEIDEN/DC1/C07'), 'Rail bent at U39 and U40; the new one is ordered.', 'UL',
     'technician.leiden', 40),
    ('rack', demo.rack('LEIDEN/DC1/E12'), 'The import has two devices in U10: look which one is there.', 'UL',
     'technician.leiden', 35),
    ('rack', demo.rack('LEIDEN/DC2/A02'), 'Full by power at 18U: do not plan with the free units.', 'UL', 'fm.leiden',
     200),
    ('node', demo.node('LEIDEN', 'SB-DC1-B'), 'Maintenance next month; owners of single-corded devices are told.', 'UL',
     'fm.leiden', 14),
    ('node', demo.node('LEIDEN', 'UPS-B'), 'From September on one battery string, for three months.', 'UL',
     'fm.leiden', 30),
    ('agreement', (select max(id) from agreement where guest_id = demo.org('LUMC')),
     'More than 80 % of the kW are used; talk about the next term before the summer.', 'UL', 'agreements.leiden', 9)
) v (subject, subject_id, text, organisation, author, days);

insert into external_link (subject, subject_id, system, reference, url) values
    ('rack', demo.rack('LEIDEN/DC1/A02'), 'netbox', 'rack-1042', 'https://netbox.example/dcim/racks/1042/'),
    ('node', demo.node('LEIDEN', 'SB-DC1-B'), 'topdesk', 'W2611-0087', 'https://topdesk.example/W2611-0087');

insert into document (subject, subject_id, name, media_type, sha256, bytes, owner_id, added_by, added_at)
select 'agreement', max(a.id), 'hosting-agreement.txt', 'text/plain', sha256(body), body, demo.org('UL'),
       demo.person('agreements.leiden'), demo.day(-1200) + interval '11 hours'
from agreement a
cross join (select convert_to('An invented agreement: UL hosts equipment of LUMC within the quotas of its lines.',
                              'UTF8')
                   as body) d
where a.guest_id = demo.org('LUMC')
group by body;

-- Three years of monthly readings. IT energy is metered at the UPS, the site's at the supply; water in summer.
insert into meter_reading (site_id, node_id, indicator, at, quantity, unit, source)
select s.id, demo.node(s.code, i.node), i.indicator, month,
       round(case s.code when 'LEIDEN' then 395000 else 165000 end * i.share
             * (1 + 0.08 * cos(extract(month from month) * pi() / 6))::numeric - age * i.share * 900), i.unit, 'meter'
from site s
cross join lateral (select n as age, date_trunc('month', demo.day(0) - interval '1 month' * n) as month
                    from generate_series(0, 35) n) m
cross join lateral (values
    ('E_DC', 1.28, 'kWh', 'GRID'), ('E_IT', 1.0, 'kWh', 'UPS-A'), ('E_REUSE', 0.22, 'kWh', null),
    ('W_IN', 0.002, 'm3', null)
) i (indicator, share, unit, node)
where s.code in ('LEIDEN', 'LUMC');

-- The outbox, as the intentions would have filled it.
select guard.tell(people, r.state, jsonb_build_object('request', r.id))
from request r
cross join lateral (
    select case r.state when 'submitted' then array[r.sponsor_id]
                        when 'endorsed' then guard.host_people(r, 'facility_manager')
                        when 'delivered' then guard.host_people(r, 'technician')
                        else guard.home_people(r) end as people) whom
where r.state <> 'draft'
order by r.id;

select guard.tell(guard.host_people(r, 'security_officer'), 'security review', jsonb_build_object('request', r.id))
from request r where r.security_review = 'open'
order by r.id;

select guard.tell(array[demo.person(handle)], topic, body)
from (values
    ('admin.leiden', 'owner left', jsonb_build_object('person', demo.person('former.liacs'))),
    ('coordinator.leiden', 'owner left', jsonb_build_object('person', demo.person('former.liacs'))),
    ('admin.lumc', 'deputy', jsonb_build_object('person', demo.person('fm.lumc'))),
    ('agreements.leiden', 'quota warning', jsonb_build_object('agreement', (select max(id) from agreement
                                                                            where guest_id = demo.org('LUMC')))),
    ('agreements.lumc', 'quota warning', jsonb_build_object('agreement', (select max(id) from agreement
                                                                          where guest_id = demo.org('LUMC')))),
    ('reporting', 'quarterly report', jsonb_build_object('site', demo.site('LEIDEN'))),
    ('reporting.lumc', 'quarterly report', jsonb_build_object('site', demo.site('LUMC')))
) v (handle, topic, body);

select guard.tell(array[demo.person('coordinator.lumc')], 'returned', jsonb_build_object('request', id))
from request where state = 'returned' and organisation_id = demo.org('LUMC');
