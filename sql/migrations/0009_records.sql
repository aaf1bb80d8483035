-- What is known, decided and written beside the bookings.

-- A rule that is broken by what is already there. Open until resolved_on.
create table polder.finding (
    id bigint generated always as identity primary key,
    rule text not null,
    kind text not null default 'violation' check (kind in ('violation', 'contested', 'unknown', 'audit', 'warning')),
    placement_id int references polder.placement,
    node_id int references polder.node,
    rack_id int references polder.rack,
    site_id int references polder.site,
    requested bigint,
    used bigint,
    capacity bigint,
    unit text not null default '',
    during daterange not null,
    text text not null default '',
    found_on date not null,
    resolved_on date
);
create index on polder.finding (placement_id);
create index on polder.finding (node_id);
create index on polder.finding (rack_id);
create index on polder.finding (site_id);

-- A rule set aside for a booking, with a reason and an end. Two people, or two institutions, where the rule asks it.
create table polder.override (
    id int generated always as identity primary key,
    rule text not null,
    placement_id int references polder.placement,
    node_id int references polder.node,
    reason text not null check (reason <> ''),
    until_date date not null,
    by_id int not null references polder.person,
    second_id int references polder.person check (second_id <> by_id),
    at timestamptz not null default clock_timestamp()
);
create index on polder.override (placement_id);
create index on polder.override (node_id);
create index on polder.override (by_id);
create index on polder.override (second_id);

-- Documents live outside the snapshot; their bytes are fetched one at a time.
create table polder.document (
    id int generated always as identity primary key,
    subject text not null,              -- table of the object: request, equipment, rack, node, agreement, ...
    subject_id int not null,
    name text not null,
    media_type text not null default 'application/octet-stream',
    sha256 bytea not null check (length(sha256) = 32),
    bytes bytea not null check (length(bytes) <= 26214400),
    owner_id int references polder.organisation,
    added_by int references polder.person,
    added_at timestamptz not null default clock_timestamp()
);
create index on polder.document (subject, subject_id);
create index on polder.document (owner_id);
create index on polder.document (added_by);

create table polder.note (
    id int generated always as identity primary key,
    subject text not null,
    subject_id int not null,
    text text not null check (text <> ''),
    owner_id int references polder.organisation,
    author_id int references polder.person,
    at timestamptz not null default clock_timestamp()
);
create index on polder.note (subject, subject_id);
create index on polder.note (owner_id);
create index on polder.note (author_id);

create table polder.external_link (
    id int generated always as identity primary key,
    subject text not null,
    subject_id int not null,
    system text not null,               -- netbox, topdesk, ...
    reference text not null,
    url text not null default '',
    unique (system, reference, subject, subject_id)
);
create index on polder.external_link (subject, subject_id);

-- Meter readings, kept ten years, for the yearly energy figures.
create table polder.meter_reading (
    id bigint generated always as identity primary key,
    site_id int not null references polder.site,
    node_id int references polder.node,
    indicator text not null,
    at timestamptz not null,
    quantity numeric not null,
    unit text not null,
    source text not null,
    unique nulls not distinct (site_id, node_id, indicator, at)
);
create index on polder.meter_reading (node_id);
