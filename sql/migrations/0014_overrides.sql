-- Rules that may be set aside, by whom; overrides that need two; why a change of the building that breaks bookings was
-- made all the same.

-- The rules of DOMAIN, with what breaking one means and whose word sets it aside. Those that nobody may set aside are
-- physics, or protect others.
create table polder.rule (
    code text primary key,
    effect text not null check (effect in ('refuse', 'warn')),
    override text not null check (override in ('never', 'facility manager', 'two people', 'both institutions'))
);
create table history.rule (
    change_id bigint not null,
    op text not null check (op in ('insert', 'update', 'delete')),
    code text,
    effect text,
    override text,
    step bigint generated always as identity
);
create index on history.rule (change_id);
create index on history.rule (code, change_id);
insert into polder.rule values
    ('P1', 'refuse', 'never'), ('P2', 'refuse', 'never'), ('P3', 'refuse', 'never'), ('P4', 'refuse', 'never'),
    ('P5', 'refuse', 'two people'), ('P6', 'refuse', 'two people'), ('P7', 'refuse', 'never'), ('P8', 'warn', 'never'),
    ('P9', 'warn', 'never'), ('P10', 'warn', 'never'),
    ('C1', 'refuse', 'two people'), ('C2', 'refuse', 'two people'), ('C3', 'warn', 'facility manager'),
    ('C4', 'refuse', 'facility manager'), ('C5', 'refuse', 'facility manager'), ('C6', 'warn', 'facility manager'),
    ('C7', 'refuse', 'never'), ('C8', 'warn', 'never'),
    ('S1', 'refuse', 'never'), ('S2', 'refuse', 'facility manager'), ('S3', 'refuse', 'two people'),
    ('S4', 'refuse', 'two people'), ('S5', 'warn', 'facility manager'), ('S6', 'refuse', 'never'),
    ('S7', 'refuse', 'never'), ('S8', 'refuse', 'two people'), ('S9', 'refuse', 'never'),
    ('G1', 'refuse', 'two people'), ('G2', 'refuse', 'never'), ('G3', 'refuse', 'two people'),
    ('G4', 'refuse', 'both institutions'), ('G5', 'warn', 'never'), ('G6', 'refuse', 'never'),
    ('G7', 'refuse', 'never'), ('N1', 'refuse', 'never');
insert into history.rule (change_id, op, code, effect, override)
select c.id, 'insert', r.code, r.effect, r.override
from polder.rule r join polder.change c on c.generation = 1;

-- An override is of one rule for a request, for the equipment of a booking, or for a node; in one data centre; until the
-- first day on which it no longer holds. Who acts as a deputy names whose office it was (holder). Where the rule asks
-- two, it does nothing before the second has confirmed.
alter table polder.override
    add foreign key (rule) references polder.rule,
    add column request_id int references polder.request,
    add column site_id int references polder.site,
    add column by_holder_id int references polder.person,
    add column second_holder_id int references polder.person,
    add column confirmed_at timestamptz,
    add column withdrawn_by int references polder.person,
    add column withdrawn_at timestamptz,
    add check (num_nonnulls(request_id, placement_id, node_id) = 1);
alter table history.override
    add column request_id int, add column site_id int, add column by_holder_id int, add column second_holder_id int,
    add column confirmed_at timestamptz, add column withdrawn_by int, add column withdrawn_at timestamptz;
create index on polder.override (rule);
create index on polder.override (request_id);
create index on polder.override (site_id);
create index on polder.override (by_holder_id);
create index on polder.override (second_holder_id);
create index on polder.override (withdrawn_by);

-- A finding of what an override let in names it.
alter table polder.finding add column override_id int references polder.override;
alter table history.finding add column override_id int;
create index on polder.finding (override_id);

-- What a change was made for although it breaks bookings.
alter table polder.change add column reason text;

-- What stands outside its rack, or where nobody knows what there is, is a misfit too; nobody then knows what is used.
alter table polder.misfit alter column used drop not null;
