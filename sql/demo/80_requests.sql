-- Requests in every state, so that everybody's first page has something to do. Those with a rack have places in it, one
-- above the other from that unit up.

create table demo.request_plan (
    n int primary key, state text, organisation text, department text, requester text, sponsor text, project text,
    data_class text, from_day int, until_day int, slug text, count int, draw_w int, site text, rack text, first_u int,
    submitted_days int, remark text
);
insert into demo.request_plan values
    (1, 'draft', 'UL', 'LIACS', 'researcher.leiden', 'sponsor.leiden', 'Language models for dialects', 'laag',
     120, 1580, 'gpu-2u', 4, 2000, null, null, null, null, ''),
    (2, 'draft', 'LUMC', 'HG', 'researcher.lumc', 'sponsor.lumc', 'Rare variants', 'middel',
     60, 1500, 'server-2u', 2, 430, 'LUMC', null, null, null, ''),
    (3, 'submitted', 'UL', 'STRW', 'researcher.astronomy', 'sponsor.astronomy', 'Radio survey archive', 'laag',
     45, 1870, 'jbod-4u', 3, 900, 'LEIDEN', null, null, 2, ''),
    (4, 'submitted', 'LUMC', 'CPM', 'researcher.proteomics', 'sponsor.proteomics', 'Proteome atlas', 'middel',
     40, 800, 'server-2u', 3, 430, 'LEIDEN', null, null, 4, ''),
    (5, 'submitted', 'LUMC', 'HG', 'researcher.lumc', 'sponsor.lumc', 'Long reads at the bedside', 'hoog',
     50, 1400, 'gpu-l4-2u', 2, 1050, 'LUMC', null, null, 1, ''),
    (6, 'submitted', 'UL', 'LIACS', 'researcher.leiden', 'sponsor.leiden', 'Twenty nodes for ALICE', 'laag',
     null, null, 'gpu-2u', 20, 2000, 'LEIDEN', null, null, 3, 'from September, as the grant says'),
    (7, 'returned', 'UL', 'IBL', 'researcher.biology', 'sponsor.biology', 'Plant phenotypes', 'laag',
     30, 1100, 'server-2u', 2, null, 'LEIDEN', null, null, 9, 'the draw of the servers is missing'),
    (8, 'returned', 'LUMC', 'RAD', 'researcher.radiology', 'sponsor.radiology', 'Image archive', 'hoog',
     30, 1500, 'jbod-4u', 2, 900, 'LUMC', null, null, 12, 'which processor agreement covers it?'),
    (9, 'endorsed', 'UL', 'LIACS', 'researcher.leiden', 'sponsor.leiden', 'Reproducible benchmarks', 'laag',
     25, 1485, 'server-2u', 4, 430, 'LEIDEN', null, null, 7, ''),
    (10, 'endorsed', 'LUMC', 'HG', 'researcher.lumc', 'sponsor.lumc', 'Copy outside the hospital', 'middel',
     25, 700, 'filer-2u', 2, 480, 'LEIDEN', null, null, 6, ''),
    (11, 'endorsed', 'UL', 'IBL', 'researcher.biology', 'sponsor.biology', 'Zebrafish imaging', 'laag',
     35, 380, 'server-2u', 2, 430, 'LUMC', null, null, 5, ''),
    (12, 'in review', 'UL', 'LIC', 'researcher.chemistry', 'sponsor.chemistry', 'Catalyst screening', 'laag',
     20, 1480, 'hpc-1u', 6, 500, 'LEIDEN', null, null, 10, ''),
    (13, 'in review', 'LUMC', 'RAD', 'researcher.radiology', 'sponsor.radiology', 'Screening with scans', 'hoog',
     20, 1480, 'gpu-2u', 2, 2000, 'LUMC', null, null, 8, ''),
    (14, 'in review', 'UL', 'PSY', 'researcher.psychology', 'sponsor.humanities', 'Twin study', 'hoog',
     28, 1500, 'server-2u', 1, 430, 'LEIDEN', null, null, 8, ''),
    (15, 'held', 'UL', 'LIACS', 'researcher.leiden', 'sponsor.leiden', 'Quantum circuit search', 'laag',
     10, 1470, 'server-2u', 2, 430, 'LEIDEN', 'LEIDEN/DC2/E05', 1, 20, ''),
    (16, 'held', 'LUMC', 'HG', 'researcher.lumc', 'sponsor.lumc', 'Population genomes', 'middel',
     30, 850, 'filer-2u', 2, 480, 'LEIDEN', 'LEIDEN/DC2/E06', 1, 15, ''),
    (17, 'held', 'UL', 'IBL', 'researcher.biology', 'sponsor.biology', 'Soil microbiome', 'laag',
     15, 390, 'server-2u', 2, 430, 'LUMC', 'LUMC/M1/E10', 1, 18, ''),
    (18, 'waiting', 'UL', 'ARCH', 'researcher.archaeology', 'sponsor.humanities', 'Scans of excavations', 'laag',
     60, 1900, 'storage', 1, 0, 'LEIDEN', null, null, 40, 'until the expansion of hall 2'),
    (19, 'rejected', 'UL', 'LUCL', 'coordinator.leiden', 'sponsor.humanities', 'A mail server', 'middel',
     10, 400, 'server-2u', 1, 430, 'LEIDEN', null, null, 60, 'ISSC offers this as a service'),
    (20, 'expired', 'UL', 'STRW', 'researcher.astronomy', 'sponsor.astronomy', 'Pulsar timing', 'laag',
     5, 1400, 'hpc-1u', 2, 500, 'LEIDEN', 'LEIDEN/DC2/E07', 1, 80, 'nobody renewed the hold'),
    (21, 'delivered', 'UL', 'LIACS', 'researcher.leiden', 'sponsor.leiden', 'Vision transformers', 'laag',
     -3, 1450, 'gpu-2u', 2, 2000, 'LEIDEN', 'LEIDEN/DC2/E08', 1, 45, ''),
    (22, 'delivered', 'LUMC', 'BDS', 'researcher.data', 'sponsor.lumc', 'Registry of registries', 'hoog',
     -2, 1450, 'server-2u', 2, 430, 'LUMC', 'LUMC/M1/E11', 1, 50, ''),
    (23, 'installed', 'UL', 'IBL', 'researcher.biology', 'sponsor.biology', 'Sequencing on site', 'laag',
     -200, 900, 'gridion', 1, 650, 'LEIDEN', 'LEIDEN/DC2/E09', 20, 240, ''),
    (24, 'installed', 'LUMC', 'CPM', 'researcher.proteomics', 'sponsor.proteomics', 'Peptide search', 'middel',
     -700, 21, 'server-2u', 2, 430, 'LUMC', 'LUMC/M1/E12', 1, 760, 'ends in three weeks'),
    (25, 'decommissioning', 'UL', 'LIC', 'researcher.chemistry', 'sponsor.chemistry', 'Molecular dynamics', 'laag',
     -1500, 14, 'server-2u', 2, 430, 'LEIDEN', 'LEIDEN/DC2/E10', 1, 1560, ''),
    (26, 'removed', 'UL', 'PSY', 'researcher.psychology', 'sponsor.humanities', 'Reaction times', 'middel',
     -1100, -30, 'server-2u', 2, 430, 'LEIDEN', 'LEIDEN/DC2/E11', 1, 1160, ''),
    (27, 'withdrawn', 'UL', 'ARCH', 'researcher.archaeology', 'sponsor.humanities', 'Pottery shapes', 'laag',
     20, 700, 'server-2u', 1, 430, 'LEIDEN', null, null, 30, 'moved to the national cloud'),
    (28, 'submitted', 'UL', 'ARCH', 'professor.archaeology', 'sponsor.humanities', 'Lidar of the delta', 'laag',
     70, 1900, 'filer-2u', 2, 480, 'LEIDEN', null, null, 1, ''),
    (29, 'held', 'UL', 'STRW', 'researcher.astronomy', 'sponsor.astronomy', 'Survey of the next decade', 'laag',
     370, 1825, 'hpc-1u', 8, 500, 'LEIDEN', 'LEIDEN/DC2/E12', 1, 25, ''),
    (30, 'in review', 'LUMC', 'CPM', 'researcher.proteomics', 'sponsor.proteomics', 'A second mass spectrometer',
     'middel', 90, 3700, 'astral', 1, 1500, 'LUMC', null, null, 11, '');
update demo.request_plan set slug = 'jbod-4u', count = 6, draw_w = 900 where slug = 'storage';
update demo.request_plan
set from_day = demo.next_month(9) - guard.today(), until_day = demo.next_month(9) - guard.today() + 1461
where from_day is null;

insert into request (number, state, organisation_id, department_id, requester_id, sponsor_id, security_contact_id,
                     project, funder, cost_centre, data_class, medical, from_date, until_date, review_date,
                     wish_site_id, wish_redundant, on_behalf_by, evidence, security_review, state_reason, submitted_at,
                     endorsed_at, decided_at, hold_until)
select format('R-%s-%s', extract(year from guard.today()), to_char(row_number() over (order by p.n), 'FM00000')), p.state,
       demo.org(p.organisation), d.id, demo.person(p.requester), demo.person(p.sponsor),
       demo.person(case p.organisation when 'UL' then 'security.leiden' else 'security.lumc' end),
       p.project, case p.n % 3 when 0 then 'national programme' when 1 then 'faculty' else 'European grant' end,
       p.organisation || '-' || 4000 + p.n, p.data_class, p.data_class = 'hoog' and p.organisation = 'LUMC',
       demo.day(p.from_day), demo.day(p.until_day), demo.day((p.from_day + p.until_day) / 2), demo.site(p.site),
       p.count > 1, case when behalf then demo.person('coordinator.leiden') end,
       case when behalf then 'mail of the professor to the coordinator, with the signed form' else '' end,
       case when p.data_class <> 'hoog' or p.state in ('draft', 'submitted', 'returned') then 'not needed'
            when p.state = 'in review' then 'open' else 'passed' end,
       p.remark, submitted, case when p.state not in ('draft', 'submitted') then submitted + interval '1 day' end,
       case when p.state not in ('draft', 'submitted', 'returned', 'endorsed', 'in review', 'withdrawn')
            then submitted + interval '3 days' end,
       case p.state when 'held' then demo.day(p.n % 4 * 8 + 2) end
from demo.request_plan p
join department d on d.organisation_id = demo.org(p.organisation) and d.code = p.department
cross join lateral (select p.requester = 'professor.archaeology' as behalf,
                           demo.day(-p.submitted_days) + interval '10 hours' as submitted) v
order by p.n;

create view demo.planned_request as
    select p.*, r.id as request_id, r.number, r.hold_until, m.id as model_id
    from demo.request_plan p
    join request r on r.project = p.project
    join model m on m.slug = p.slug;

insert into request_contact (request_id, person_id)
select request_id, demo.person(requester) from demo.planned_request
union
select request_id, demo.person(case organisation when 'LUMC' then 'contact.hg' else 'contact.liacs' end)
from demo.planned_request where n % 4 <> 3;

insert into request_item (request_id, ordinal, model_id, description, count, kind, height_hu, width_mm, depth_mm,
                          height_mm, weight_g, nameplate_w, draw_w, cords, plug, airflow, ports, shareable)
select p.request_id, 1, m.id, p.project, p.count, m.kind, m.height_hu, m.width_mm, m.depth_mm, m.height_mm, m.weight_g,
       m.nameplate_w, p.draw_w, s.cords, s.plug, m.airflow,
       '[{"count": 2, "speed_mbps": 25000, "medium": "SFP28"},
         {"count": 1, "speed_mbps": 1000, "medium": "RJ45", "out_of_band": true}]',
       p.slug in ('gridion', 'astral')
from demo.planned_request p
join model m on m.id = p.model_id
cross join lateral (select count(*) as cords, min(inlet) as plug from model_supply where model_id = m.id) s
order by p.n;

insert into demo.device (slug, name, organisation, department, request_item_id, draw_w, rack_id, position_hu, state,
                         during, hold_until)
select p.slug, p.number || '-1.' || i, p.organisation, p.department, item.id, p.draw_w, demo.rack(p.rack),
       (p.first_u - 1) * 2 + (i - 1) * m.height_hu,
       case p.state when 'removed' then 'ended' when 'expired' then 'released' else p.state end,
       daterange(demo.day(p.from_day), demo.day(p.until_day)), p.hold_until
from demo.planned_request p
join model m on m.id = p.model_id
join request_item item on item.request_id = p.request_id
cross join lateral generate_series(1, p.count) i
where p.rack is not null
order by p.n, i;
