-- Who may host what for whom. A line is a topic, a direction (the agreement's host), a unit and a quota over a period;
-- its node carries the ledger, so that the guard needs nothing special for it.

create table polder.topic (
    code text primary key,
    name_en text not null,
    name_nl text not null
);
insert into polder.topic values ('hosting', 'hosting of equipment', 'huisvesting van apparatuur');

create table polder.agreement (
    id int generated always as identity primary key,
    host_id int not null references polder.organisation,
    guest_id int not null references polder.organisation check (guest_id <> host_id),
    reference text not null unique,
    during daterange not null check (not isempty(during)),
    processor_agreement text            -- reference; needed for medical data
);
create index on polder.agreement (host_id, guest_id);
create index on polder.agreement (guest_id);

create table polder.agreement_line (
    id int generated always as identity primary key,
    agreement_id int not null references polder.agreement,
    topic text not null references polder.topic,
    unit text not null references polder.unit,
    quota numeric not null check (quota >= 0),
    during daterange not null check (not isempty(during)),
    node_id int not null unique references polder.node,
    unique (agreement_id, topic, unit, during)
);
create index on polder.agreement_line (topic);
create index on polder.agreement_line (unit);

-- One usage ledger for reciprocity, whatever the topic.
create table polder.usage (
    id bigint generated always as identity primary key,
    line_id int not null references polder.agreement_line,
    during daterange not null check (not isempty(during)),
    quantity numeric not null,
    unit text not null references polder.unit,
    source text not null,
    beneficiary_id int references polder.organisation
);
create index on polder.usage (line_id);
create index on polder.usage (unit);
create index on polder.usage (beneficiary_id);
