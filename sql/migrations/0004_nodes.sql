-- Everything that has a limit is a node: a feed, a UPS, a cooling zone, what a rack may weigh, a line of an agreement.
-- A placement puts charges on nodes, the ledger sums them over time, one guard compares them with the limits. A new
-- rule is a new kind of node and the rows that charge it, not a new guard.

-- dimension: what is counted. Whole numbers only: milliwatt, milli-volt-ampere, gram, half unit, ...
-- A power node counts `main` in mW and three phases in mVA; every other kind counts `main` alone.
create table polder.node_kind (
    code text primary key,
    dimension text not null check (dimension in ('power', 'heat', 'mass', 'space', 'quota', 'ports', 'flow')),
    rule text not null,                 -- broken by the normal load
    failover_rule text,                 -- broken by a single failure
    level smallint not null             -- drawing order, supply first
);
insert into polder.node_kind values
    ('supply',         'power', 'P5', 'P6', 1),
    ('generator',      'power', 'P5', 'P6', 2),
    ('transfer',       'power', 'P5', 'P6', 3),
    ('ups',            'power', 'P5', 'P6', 4),
    ('switchboard',    'power', 'P5', 'P6', 5),
    ('pdu',            'power', 'P5', 'P6', 6),
    ('busway',         'power', 'P5', 'P6', 7),
    ('feed',           'power', 'P5', 'P6', 8),
    ('rack_pdu',       'power', 'P4', 'P6', 9),
    ('bank',           'power', 'P3', 'P6', 10),
    ('rack_mass',      'mass',  'S3', null, 11),
    ('rack_heat',      'heat',  'C1', null, 12),
    ('cooling_zone',   'heat',  'C2', 'C2', 13),
    ('floor_area',     'mass',  'S4', null, 14),
    ('ports',          'ports', 'N1', null, 15),
    ('liquid_loop',    'flow',  'C7', null, 16),
    ('agreement_line', 'quota', 'G4', null, 17);

create table polder.node (
    id int generated always as identity primary key,
    kind text not null references polder.node_kind,
    parent_id int references polder.node,       -- the power chain is a forest; a transfer switch with its sources is one node
    site_id int references polder.site,
    room_id int references polder.room,
    rack_id int references polder.rack,
    name text not null,
    side text,                                  -- as declared by the room: A, B, C
    phases text not null default '123' check (phases in ('1', '2', '3', '123')),
    units smallint not null default 1 check (units > 0),            -- paralleled units are one node
    voltage_ln smallint not null default 230,                       -- line to neutral, V
    concurrently_maintainable boolean not null default false,       -- for the delivered availability class
    during daterange not null default '[,)',
    check (parent_id <> id)
);
create index on polder.node (kind);
create index on polder.node (parent_id);
create index on polder.node (site_id);
create index on polder.node (room_id);
create index on polder.node (rack_id, kind);

-- A limit holds from a date until the next row of the same node. No row yet: unknown, and the node takes nothing new.
-- A null number: this quantity is not limited here. Numbers are what may be used, rating x policy, in base units:
-- main in mW, g, half units ...; line in mVA for each phase. failover_*: under any single failure elsewhere.
create table polder.node_limit (
    id int generated always as identity primary key,
    node_id int not null references polder.node,
    from_date date not null default '2000-01-01',
    normal_main bigint check (normal_main >= 0),
    normal_line bigint check (normal_line >= 0),
    failover_main bigint check (failover_main >= 0),
    failover_line bigint check (failover_line >= 0),
    rating_main bigint check (rating_main >= 0),
    rating_line bigint check (rating_line >= 0),
    source text not null default '',
    reason text not null default '',
    unique (node_id, from_date)
);

-- The ancestors of each power node, itself included (distance 0): kept by the guard.
create table polder.node_path (
    node_id int not null references polder.node,
    ancestor_id int not null references polder.node,
    distance smallint not null,
    primary key (node_id, ancestor_id)
);
create index on polder.node_path (ancestor_id);

create table polder.outlet (
    id int generated always as identity primary key,
    node_id int not null references polder.node,        -- rack PDU or bank
    name text not null,
    type text not null,                                 -- C13, C19, IEC 60309 ...
    phases text not null check (phases in ('1', '2', '3', '123')),
    max_ma int not null check (max_ma > 0),
    unique (node_id, name)
);

-- Which inlet goes into which outlet, and what the outlet gives.
create table polder.plug_fit (
    inlet text not null,
    outlet text not null,
    primary key (inlet, outlet)
);
insert into polder.plug_fit values ('C14', 'C13'), ('C20', 'C19'), ('C14', 'C13/C15'), ('C16', 'C15'),
    ('IEC 60309 16A 1P', 'IEC 60309 16A 1P'), ('IEC 60309 32A 1P', 'IEC 60309 32A 1P'),
    ('IEC 60309 16A 3P', 'IEC 60309 16A 3P'), ('IEC 60309 32A 3P', 'IEC 60309 32A 3P'), ('CEE 7/7', 'CEE 7/3');

-- A cooling unit hangs on power (it goes with its feed) and serves a zone, which is a node.
create table polder.cooling_unit (
    id int generated always as identity primary key,
    room_id int not null references polder.room,
    zone_id int not null references polder.node,
    feed_id int references polder.node,
    name text not null,
    kind text not null check (kind in ('CRAC', 'CRAH', 'in-row', 'rear-door', 'CDU')),
    sensible_w bigint check (sensible_w > 0),
    airflow_m3_h int check (airflow_m3_h > 0),
    x_mm int not null default 0,
    y_mm int not null default 0,
    width_mm int not null default 900,
    depth_mm int not null default 900,
    during daterange not null default '[,)'
);
create index on polder.cooling_unit (room_id);
create index on polder.cooling_unit (zone_id);
create index on polder.cooling_unit (feed_id);

create table polder.liquid_loop (
    node_id int primary key references polder.node,
    medium text not null default 'water',
    supply_mc int,
    max_flow_ml_min bigint check (max_flow_ml_min > 0)
);

alter table polder.rack add foreign key (cooling_zone_id) references polder.node;
