-- Institutions and people. Names, mail and telephone numbers stand in one table outside history, so that a person
-- can be erased; everything else stores ids.

create table polder.organisation (
    id int generated always as identity primary key,
    code text not null unique check (code ~ '^[A-Za-z0-9][A-Za-z0-9_-]*$'),
    name text not null,
    time_zone text not null default 'Europe/Amsterdam',
    active boolean not null default true
);

create table polder.department (
    id int generated always as identity primary key,
    organisation_id int not null references polder.organisation,
    code text not null,
    name text not null,
    faculty text not null default '',
    unique (organisation_id, code)
);

create table polder.person (
    id int generated always as identity primary key,
    organisation_id int not null references polder.organisation,
    department_id int references polder.department,
    login name unique,                  -- opaque, never reused; null: a person without a login
    active daterange not null default '[,)',
    left_on date                        -- has left the institution; equipment may still name this person
);
create index on polder.person (organisation_id);
create index on polder.person (department_id);

create table polder.person_detail (
    person_id int primary key references polder.person,
    handle text not null unique,        -- what `--as` and search accept
    name text not null,
    email text not null default '',
    phone text not null default ''
);

create table polder.role (
    code text primary key,
    name_en text not null,
    name_nl text not null
);
insert into polder.role values
    ('requester', 'requester', 'aanvrager'),
    ('sponsor', 'sponsor', 'opdrachtgever'),
    ('coordinator', 'research ICT coordinator', 'coördinator onderzoeks-ICT'),
    ('facility_manager', 'facility manager', 'datacenterbeheerder'),
    ('technician', 'technician', 'technicus'),
    ('security_officer', 'security officer', 'security officer'),
    ('agreement_manager', 'agreement manager', 'contractbeheerder'),
    ('reporting', 'reporting', 'rapportage'),
    ('administrator', 'administrator', 'beheerder');

-- Who may act as what, where and when. site_id is set for roles that belong to a data centre, null elsewhere.
create table polder.appointment (
    id int generated always as identity primary key,
    person_id int not null references polder.person,
    role text not null references polder.role,
    organisation_id int not null references polder.organisation,
    site_id int,
    during daterange not null default '[,)'
);
create index on polder.appointment (person_id);
create index on polder.appointment (role);
create index on polder.appointment (organisation_id);

-- A deputy acts with every appointment of the person during these dates.
create table polder.deputy (
    id int generated always as identity primary key,
    person_id int not null references polder.person,
    deputy_id int not null references polder.person check (deputy_id <> person_id),
    during daterange not null check (not isempty(during))
);
create index on polder.deputy (person_id);
create index on polder.deputy (deputy_id);

alter table polder.change add foreign key (person_id) references polder.person;
create index on polder.change (person_id);
alter table polder.intention add foreign key (person_id) references polder.person;
create index on polder.intention (person_id);
alter table polder.notice add foreign key (recipient_id) references polder.person;
alter table polder.setting add foreign key (organisation_id) references polder.organisation;
create index on polder.setting (organisation_id);
