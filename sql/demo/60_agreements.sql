-- Each institution hosts the other: one agreement in force in either direction, and one that has ended. The quota of a
-- line is the limit of its node, in the base units of its unit.

create table demo.agreement_plan (
    host text, guest text, from_day int, until_day int, processor text, u numeric, kw numeric, kg numeric
);
insert into demo.agreement_plan values
    ('UL', 'LUMC', -2200, -1200, null,               180, 40, 3000),
    ('UL', 'LUMC', -1200,   900, 'VWO-UL-LUMC-3',    300, 55, 5000),
    ('LUMC', 'UL', -1300,   400, null,               200, 45, 3000);

insert into agreement (host_id, guest_id, reference, during, processor_agreement)
select demo.org(host), demo.org(guest), host || '-' || guest || '-' || extract(year from demo.day(from_day)),
       daterange(demo.day(from_day), demo.day(until_day)), processor
from demo.agreement_plan
order by from_day;

create view demo.line_plan as
    select a.id as agreement_id, a.during, q.unit, q.quota, s.id as site_id, a.reference || ' ' || q.unit as name
    from demo.agreement_plan p
    join agreement a on a.host_id = demo.org(p.host) and a.guest_id = demo.org(p.guest)
                    and lower(a.during) = demo.day(p.from_day)
    join site s on s.organisation_id = a.host_id
    cross join lateral (values ('U', p.u), ('kW', p.kw), ('kg', p.kg)) q (unit, quota);

insert into node (kind, site_id, name) select 'agreement_line', site_id, name from demo.line_plan order by name;

insert into node_limit (node_id, normal_main, rating_main, source)
select n.id, l.quota * u.base_per_unit, l.quota * u.base_per_unit, 'quota'
from demo.line_plan l join unit u on u.code = l.unit join node n on n.kind = 'agreement_line' and n.name = l.name;

insert into agreement_line (agreement_id, topic, unit, quota, during, node_id)
select l.agreement_id, 'hosting', l.unit, l.quota, l.during, n.id
from demo.line_plan l join node n on n.kind = 'agreement_line' and n.name = l.name
order by l.name;
