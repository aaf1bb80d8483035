-- Schemas and what everything else stands on: time, generations, settings, units, intentions, notices.
--
--   polder   tables, the record
--   history  one append-only image table for each tracked table (made by 0010_history.sql)
--   guard    functions that keep the record true; nobody calls them directly
--   api      views and functions for people: the only door
--
-- Tables never refer to routines (no default, check or index calls one), because all routines are dropped and made
-- anew whenever one of them changes.

create schema polder;
create schema history;
create extension if not exists btree_gist with schema public;

-- A transaction that changes something has one row here from its first write on. At commit it gets the next
-- generation under the counter's lock, so commit order is generation order, without gaps.
create table polder.generation (
    single boolean primary key default true check (single),
    value bigint not null
);
insert into polder.generation (value) values (0);

create table polder.change (
    id bigint generated always as identity primary key,
    generation bigint unique,           -- null until commit
    at timestamptz not null default clock_timestamp(),
    person_id int,                      -- null: an administrator's tool, not a person
    intention text,                     -- name of the function through which it came
    transaction xid8 not null default pg_current_xact_id()
);
create unique index on polder.change (transaction) where generation is null;

-- What a person asked for. The key is made by the client before the first try: a repeat after a lost connection
-- returns the first result, the same key with other arguments is an error.
create table polder.intention (
    key uuid primary key,
    change_id bigint references polder.change deferrable initially deferred,
    person_id int,                      -- null: the owner's own tools, setting up
    name text not null,
    arguments jsonb not null,
    result jsonb,
    at timestamptz not null default clock_timestamp()
);
create index on polder.intention (change_id);

-- The outbox: one row for each notice that an intention owes to somebody; a mailer or the desktop takes them.
create table polder.notice (
    id bigint generated always as identity primary key,
    change_id bigint not null references polder.change deferrable initially deferred,
    recipient_id int not null,
    topic text not null,
    body jsonb not null,                -- ids and numbers, never other tenants' names
    sent_at timestamptz
);
create index on polder.notice (change_id);
create index on polder.notice (recipient_id, id);

-- Policies, densities, tariffs, estimates. The row of an organisation goes before the general one.
create table polder.setting (
    id int generated always as identity primary key,
    key text not null,
    organisation_id int,
    value jsonb not null,
    description text not null default '',
    unique nulls not distinct (key, organisation_id)
);

-- Units are rows: a new topic (core-hours, TB) needs no change of schema. base_per_unit: how many of the whole
-- numbers that the guard counts in make one unit (half units per U, milliwatt per kW, gram per kg).
create table polder.unit (
    code text primary key,
    name_en text not null,
    name_nl text not null,
    quantity text not null,             -- space, power, mass, ...
    base_per_unit bigint not null check (base_per_unit > 0)
);
insert into polder.unit values
    ('U',  'rack units', 'rack-eenheden', 'space', 2),
    ('kW', 'kilowatt', 'kilowatt', 'power', 1000000),
    ('kg', 'kilogram', 'kilogram', 'mass', 1000);
