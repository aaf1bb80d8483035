-- One row is one booking of all resources: the place, the outlets, the dates. Everything below it in this file
-- (boxes, connections, charges, ledger) is derived from placements by the guard, in the same statement, and says no
-- where two things would not fit. Nobody writes those tables by hand.

create table polder.placement (
    id int generated always as identity primary key,
    equipment_id int not null references polder.equipment,
    -- ended: it stood there until the end of `during`; released: given up before it was used, it counts nothing
    state text not null check (state in ('held', 'delivered', 'installed', 'decommissioning', 'ended', 'released')),
    during daterange not null check (not isempty(during) and lower_inc(during) and not upper_inc(during)
                                     and upper(during) is distinct from 'infinity'),
    hold_until date,                                    -- a hold is free again after this day, without a scheduler
    -- in a rack: U position (lowest unit, in half units from the bottom, 0 = the bottom of U1)
    rack_id int references polder.rack,
    position_hu smallint check (position_hu >= 0),
    face text not null default 'both' check (face in ('front', 'rear', 'both')),
    half text not null default 'full' check (half in ('full', 'left', 'right')),
    zero_u_slot smallint check (zero_u_slot > 0),
    -- in a chassis
    bay_id int references polder.model_bay,
    -- on the floor
    room_id int references polder.room,
    x_mm int,
    y_mm int,
    orientation_deg smallint check (orientation_deg between 0 and 359),
    -- power: outlet of each cord, or (outlet unknown) the node and its phases
    outlet_ids int[] not null default '{}',
    node_ids int[] not null default '{}',
    inherited boolean not null default false,           -- taken over by import, not booked
    contested boolean not null default false,           -- overlaps another: not drawn, but it weighs and draws
    planned_from int references polder.placement,       -- the place that this move leaves
    check (num_nonnulls(rack_id, room_id, bay_id) = 1),
    check (rack_id is null or num_nonnulls(position_hu, zero_u_slot) = 1),
    check (room_id is null or num_nonnulls(x_mm, y_mm, orientation_deg) = 3),
    check ((state = 'held') = (hold_until is not null))
);
create index on polder.placement (equipment_id);
create index on polder.placement (rack_id);
create index on polder.placement (bay_id);
create index on polder.placement (room_id);
create index on polder.placement (planned_from);
create index placement_hold on polder.placement (hold_until) where state = 'held';

-- What follows is derived. It has no foreign keys: the guard alone writes it, from rows that have them, and checking each
-- of some fifty rows a booking would cost more than everything else. Placements are never deleted, and the guard does
-- not let a node or a rack go that stands in here.

-- The space that something occupies: rack x half units x depth (mm from the front rails) x width (halves) x dates.
-- Two boxes that overlap are impossible. Every column is not null and never empty: nulls and empty ranges slip through.
create table polder.box (
    id bigint generated always as identity primary key,
    rack_id int not null,
    hu int4range not null check (not isempty(hu) and lower(hu) >= 0 and upper(hu) is not null),
    depth int4range not null check (not isempty(depth) and lower(depth) >= 0 and upper(depth) is not null),
    width int4range not null check (width in ('[0,2)', '[0,1)', '[1,2)')),
    during daterange not null check (not isempty(during)),
    placement_id int,
    blocked_id int,
    check (num_nonnulls(placement_id, blocked_id) = 1),
    constraint box_overlap exclude using gist
        (rack_id with =, hu with &&, depth with &&, width with &&, during with &&) deferrable initially immediate
);
create index on polder.box (placement_id);
create index on polder.box (blocked_id);

-- The same on the floor: the bounding rectangle of the footprint with its clearances.
create table polder.floor_box (
    id bigint generated always as identity primary key,
    room_id int not null,
    x int4range not null check (not isempty(x)),
    y int4range not null check (not isempty(y)),
    during daterange not null check (not isempty(during)),
    placement_id int not null,
    constraint floor_box_overlap exclude using gist
        (room_id with =, x with &&, y with &&, during with &&) deferrable initially immediate
);
create index on polder.floor_box (placement_id);

-- Which outlet each cord of a placement uses. Inherited equipment may not know it: then the node alone, and the null
-- slips through the exclusion on purpose.
create table polder.connection (
    id bigint generated always as identity primary key,
    placement_id int not null,
    cord smallint not null check (cord > 0),
    node_id int not null,
    outlet_id int,
    phases text not null check (phases in ('1', '2', '3', '123')),
    during daterange not null check (not isempty(during)),
    constraint outlet_overlap exclude using gist (outlet_id with =, during with &&) deferrable initially immediate
);
create index on polder.connection (placement_id);
create index on polder.connection (node_id);

-- What a placement asks of a node. source_id is the single failure that shifts more load here (0: none): the topmost
-- node of another cord's path that this cord's path does not share. normal_*: what it draws normally; extra_*: what
-- comes on top when source_id fails. main in the node's base unit, l1..l3 in mVA.
create table polder.charge (
    placement_id int not null,
    node_id int not null,
    source_id int not null,
    normal_main bigint not null,
    normal_l1 bigint not null default 0,
    normal_l2 bigint not null default 0,
    normal_l3 bigint not null default 0,
    extra_main bigint not null default 0,
    extra_l1 bigint not null default 0,
    extra_l2 bigint not null default 0,
    extra_l3 bigint not null default 0,
    during daterange not null,
    primary key (placement_id, node_id, source_id)
);
create index on polder.charge (node_id);

-- Sum of the charges by day: what changes on that day.
create table polder.ledger (
    node_id int not null,
    source_id int not null,
    day date not null,
    normal_main bigint not null default 0,
    normal_l1 bigint not null default 0,
    normal_l2 bigint not null default 0,
    normal_l3 bigint not null default 0,
    extra_main bigint not null default 0,
    extra_l1 bigint not null default 0,
    extra_l2 bigint not null default 0,
    extra_l3 bigint not null default 0,
    primary key (node_id, source_id, day)
) with (fillfactor = 50);

-- The ledger by quarters, so that a booking need not add up the days of years. net: what the quarter's days change
-- together. rise: a bound of how far the load gets above where the quarter begins; never too small. Where a bound
-- does not do, the days are added up. The numbers are the normal ones (source 0) or the extra ones.
create table polder.ledger_quarter (
    node_id int not null,
    source_id int not null,
    quarter date not null,              -- its first day
    net_main bigint not null,
    net_l1 bigint not null,
    net_l2 bigint not null,
    net_l3 bigint not null,
    rise_main bigint not null,
    rise_l1 bigint not null,
    rise_l2 bigint not null,
    rise_l3 bigint not null,
    primary key (node_id, source_id, quarter)
) with (fillfactor = 50);

-- The most that a node and source ever carry: a bound, never too small. Nearly every booking is below its limits by this
-- one row alone; only where it is not, quarters are looked at. line: the fullest phase.
create table polder.ledger_peak (
    node_id int not null,
    source_id int not null,
    main bigint not null,
    line bigint not null,
    primary key (node_id, source_id)
) with (fillfactor = 50);

-- Locks are taken by updating these rows, in order, so that a transaction that reads an old snapshot fails (40001)
-- instead of overbooking. One row a site: every booking of a site meets at its supply anyway, and a lock taken once,
-- before anything else, cannot deadlock with the nodes below it.
create table polder.site_lock (
    site_id int primary key references polder.site,
    taken bigint not null default 0
) with (fillfactor = 50);
