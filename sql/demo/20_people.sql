-- Two institutions with a data centre each, their departments and people of every role. Names are invented.

insert into organisation (code, name) values
    ('UL', 'Leiden University'),
    ('LUMC', 'Leiden University Medical Center');

insert into site (organisation_id, code, name, address, installed_it_w) values
    (demo.org('UL'), 'LEIDEN', 'University data centre', 'Leiden, science campus', 1400000),
    (demo.org('LUMC'), 'LUMC', 'Hospital data centre', 'Leiden, hospital campus', 500000);

insert into department (organisation_id, code, name, faculty)
select demo.org(o), code, name, faculty
from (values
    ('UL', 'LIACS', 'Institute of Advanced Computer Science', 'Science'),
    ('UL', 'STRW', 'Observatory', 'Science'),
    ('UL', 'IBL', 'Institute of Biology', 'Science'),
    ('UL', 'LIC', 'Institute of Chemistry', 'Science'),
    ('UL', 'LUCL', 'Centre for Linguistics', 'Humanities'),
    ('UL', 'PSY', 'Institute of Psychology', 'Social Sciences'),
    ('UL', 'ARCH', 'Faculty of Archaeology', 'Archaeology'),
    ('UL', 'ISSC', 'ICT Shared Service Centre', 'Services'),
    ('LUMC', 'HG', 'Human Genetics', 'Division 4'),
    ('LUMC', 'BDS', 'Biomedical Data Sciences', 'Division 4'),
    ('LUMC', 'CPM', 'Proteomics and Metabolomics', 'Division 4'),
    ('LUMC', 'RAD', 'Radiology', 'Division 3'),
    ('LUMC', 'PARA', 'Parasitology', 'Division 4'),
    ('LUMC', 'ITD', 'Information Technology', 'Services')
) d (o, code, name, faculty);

-- login: has a role of PostgreSQL to log in as, without password: the embedded server lets its own user in as each of
-- them. left_days: left the institution so many days ago.
create table demo.cast_member (
    handle text primary key, organisation text, department text, name text, login boolean, left_days int
);
insert into demo.cast_member values
    ('fm.leiden', 'UL', 'ISSC', 'Femke Osinga', true, null),
    ('fm2.leiden', 'UL', 'ISSC', 'Bram Terpstra', true, null),
    ('technician.leiden', 'UL', 'ISSC', 'Joris Wagenaar', true, null),
    ('technician2.leiden', 'UL', 'ISSC', 'Nadia el Idrissi', true, null),
    ('coordinator.leiden', 'UL', 'ISSC', 'Marleen Duursma', true, null),
    ('security.leiden', 'UL', 'ISSC', 'Pieter Hoogland', true, null),
    ('agreements.leiden', 'UL', 'ISSC', 'Ingrid Zijlstra', true, null),
    ('reporting', 'UL', 'ISSC', 'Wouter Kamstra', true, null),
    ('admin.leiden', 'UL', 'ISSC', 'Sanne Boukema', true, null),
    ('sponsor.leiden', 'UL', 'LIACS', 'Prof. Hester van Amerongen', true, null),
    ('sponsor.astronomy', 'UL', 'STRW', 'Prof. Tibor Lindqvist', true, null),
    ('sponsor.biology', 'UL', 'IBL', 'Prof. Annelies Roodzant', true, null),
    ('sponsor.chemistry', 'UL', 'LIC', 'Prof. Okke Brandsma', true, null),
    ('sponsor.humanities', 'UL', 'LUCL', 'Prof. Catharina Wiersinga', true, null),
    ('researcher.leiden', 'UL', 'LIACS', 'Daan Schuurman', true, null),
    ('researcher.astronomy', 'UL', 'STRW', 'Yara Mansouri', true, null),
    ('researcher.biology', 'UL', 'IBL', 'Lotte Veldhuis', true, null),
    ('researcher.chemistry', 'UL', 'LIC', 'Ruben Achterberg', true, null),
    ('researcher.psychology', 'UL', 'PSY', 'Merel Tuinstra', true, null),
    ('researcher.archaeology', 'UL', 'ARCH', 'Casper Nieuwland', true, null),
    ('contact.liacs', 'UL', 'LIACS', 'Ewout Bergsma', false, null),
    ('contact.strw', 'UL', 'STRW', 'Silke Ottens', false, null),
    ('contact.ibl', 'UL', 'IBL', 'Gijs Hardeman', false, null),
    ('professor.archaeology', 'UL', 'ARCH', 'Prof. Egbert Stolwijk', false, null),
    ('former.liacs', 'UL', 'LIACS', 'Prof. Harmen Vierhout', false, 70),
    ('fm.lumc', 'LUMC', 'ITD', 'Koen Rademaker', true, null),
    ('fm2.lumc', 'LUMC', 'ITD', 'Astrid Bloemhof', true, null),
    ('technician.lumc', 'LUMC', 'ITD', 'Samir Benali', true, null),
    ('coordinator.lumc', 'LUMC', 'ITD', 'Tessa Grootveld', true, null),
    ('security.lumc', 'LUMC', 'ITD', 'Ruud Messemaker', true, null),
    ('agreements.lumc', 'LUMC', 'ITD', 'Jolien Vermaat', true, null),
    ('reporting.lumc', 'LUMC', 'ITD', 'Hugo Oldenkamp', true, null),
    ('admin.lumc', 'LUMC', 'ITD', 'Floor Wijngaarden', true, null),
    ('sponsor.lumc', 'LUMC', 'HG', 'Prof. Judith Kleinveld', true, null),
    ('sponsor.proteomics', 'LUMC', 'CPM', 'Prof. Matthijs Ruitenberg', true, null),
    ('sponsor.radiology', 'LUMC', 'RAD', 'Prof. Elske Noordam', true, null),
    ('researcher.lumc', 'LUMC', 'HG', 'Iris Paauw', true, null),
    ('researcher.proteomics', 'LUMC', 'CPM', 'Milan Dorrestein', true, null),
    ('researcher.radiology', 'LUMC', 'RAD', 'Noor Hasselt', true, null),
    ('researcher.data', 'LUMC', 'BDS', 'Thijs Ekelenkamp', true, null),
    ('contact.hg', 'LUMC', 'HG', 'Vera Slotboom', false, null),
    ('contact.para', 'LUMC', 'PARA', 'Jeroen Wildschut', false, null);

with made as (
    insert into person (organisation_id, department_id, login, left_on)
    select demo.org(c.organisation), d.id, case when c.login then guard.create_login(null) end,
           guard.today() - c.left_days
    from demo.cast_member c
    join department d on d.organisation_id = demo.org(c.organisation) and d.code = c.department
    order by c.handle collate "C"
    returning id
), numbered as (
    select id, row_number() over (order by id) as n from made
)
insert into person_detail (person_id, handle, name, email, phone)
select p.id, c.handle, c.name, c.handle || '@' || lower(c.organisation) || '.example',
       '+31 71 000 ' || lpad(n::text, 4, '0')
from (select *, row_number() over (order by handle collate "C") as n from demo.cast_member) c
join numbered p using (n);

-- Who holds which office, where. Everybody may ask.
insert into appointment (person_id, role, organisation_id, site_id)
select demo.person(handle), role, demo.org(organisation), demo.site(site)
from (values
    ('fm.leiden', 'facility_manager', 'UL', 'LEIDEN'), ('fm2.leiden', 'facility_manager', 'UL', 'LEIDEN'),
    ('technician.leiden', 'technician', 'UL', 'LEIDEN'), ('technician2.leiden', 'technician', 'UL', 'LEIDEN'),
    ('coordinator.leiden', 'coordinator', 'UL', null), ('security.leiden', 'security_officer', 'UL', null),
    ('agreements.leiden', 'agreement_manager', 'UL', null), ('reporting', 'reporting', 'UL', null),
    ('admin.leiden', 'administrator', 'UL', null),
    ('fm.lumc', 'facility_manager', 'LUMC', 'LUMC'), ('fm2.lumc', 'facility_manager', 'LUMC', 'LUMC'),
    ('technician.lumc', 'technician', 'LUMC', 'LUMC'),
    ('coordinator.lumc', 'coordinator', 'LUMC', null), ('security.lumc', 'security_officer', 'LUMC', null),
    ('agreements.lumc', 'agreement_manager', 'LUMC', null), ('reporting.lumc', 'reporting', 'LUMC', null),
    ('admin.lumc', 'administrator', 'LUMC', null)
) a (handle, role, organisation, site)
union all
select demo.person(handle), 'requester', demo.org(organisation), null from demo.cast_member where left_days is null
union all
select demo.person(handle), 'sponsor', demo.org(organisation), null from demo.cast_member where handle like 'sponsor.%';

-- A holiday with a deputy, now; and what is left of an appointment that ended when its holder did.
insert into deputy (person_id, deputy_id, during) values
    (demo.person('fm.lumc'), demo.person('fm2.lumc'), daterange(demo.day(-3), demo.day(18)));
insert into appointment (person_id, role, organisation_id, during) values
    (demo.person('former.liacs'), 'sponsor', demo.org('UL'), daterange(demo.day(-2500), demo.day(-70)));
