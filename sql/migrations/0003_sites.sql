-- Data centres, rooms to scale, rows and racks. Lengths in mm, on the room's plan x to the east, y to the south.

create table polder.site (
    id int generated always as identity primary key,
    organisation_id int not null references polder.organisation,   -- the host
    code text not null unique check (code !~ '[/\s]'),
    name text not null,
    address text not null default '',
    time_zone text not null default 'Europe/Amsterdam',
    installed_it_w bigint check (installed_it_w > 0)
);
create index on polder.site (organisation_id);
alter table polder.appointment add foreign key (site_id) references polder.site;
create index on polder.appointment (site_id);

create table polder.room (
    id int generated always as identity primary key,
    site_id int not null references polder.site,
    code text not null check (code !~ '[/\s]'),
    name text not null default '',
    width_mm int not null check (width_mm > 0),
    depth_mm int not null check (depth_mm > 0),
    height_mm int check (height_mm > 0),
    tile_mm int not null default 600 check (tile_mm > 0),
    floor_class smallint check (floor_class between 1 and 6),       -- EN 12825
    protection_class text not null default 'middel' check (protection_class in ('laag', 'middel', 'hoog')),
    medical boolean not null default false,                         -- in scope of NEN 7510
    sides text[] not null default '{A,B}',                          -- what counts as a path of its own
    unique (site_id, code)
);

-- Walls, columns, aisles, doors, restricted areas: what the plan draws and the guard keeps clear. A shape is a polygon
-- [[x,y],...] in mm; aisles say which way the air goes.
create table polder.room_feature (
    id int generated always as identity primary key,
    room_id int not null references polder.room,
    kind text not null check (kind in ('wall', 'column', 'door', 'aisle_cold', 'aisle_hot', 'containment', 'ramp', 'area')),
    name text not null default '',
    shape jsonb not null check (jsonb_typeof(shape) = 'array'),
    airflow_deg smallint check (airflow_deg between 0 and 359),     -- direction of the air on the plan, 0 = north
    keep_clear boolean not null default false
);
create index on polder.room_feature (room_id);

-- Environment of a room or of a part of it (shape null: the whole room).
create table polder.room_environment (
    id int generated always as identity primary key,
    room_id int not null references polder.room,
    name text not null default '',
    shape jsonb check (jsonb_typeof(shape) = 'array'),
    setpoint_mc int,                                                -- millidegree Celsius at the inlet
    drift_mk_per_h int check (drift_mk_per_h >= 0),                 -- millikelvin in an hour
    vibration_class text check (vibration_class in ('VC-A', 'VC-B', 'VC-C', 'VC-D', 'VC-E', 'VC-F', 'VC-G')),
    emi_nt int check (emi_nt >= 0),
    acoustic_db smallint check (acoustic_db >= 0),
    floor_load_n_m2 int check (floor_load_n_m2 > 0),
    during daterange not null default '[,)'
);
create index on polder.room_environment (room_id);

create table polder.media_point (
    id int generated always as identity primary key,
    room_id int not null references polder.room,
    medium text not null,               -- network, nitrogen, helium, compressed air, water, drain, exhaust, ...
    name text not null,
    x_mm int not null,
    y_mm int not null,
    capacity numeric,
    unit text,
    during daterange not null default '[,)'
);
create index on polder.media_point (room_id);

-- The way in, as segments in order: what each lets through.
create table polder.delivery_segment (
    id int generated always as identity primary key,
    room_id int not null references polder.room,
    route text not null default 'main',
    ordinal smallint not null,
    name text not null,
    kind text not null check (kind in ('dock', 'door', 'corridor', 'lift', 'ramp', 'floor')),
    width_mm int check (width_mm > 0),
    height_mm int check (height_mm > 0),
    length_mm int check (length_mm > 0),
    load_kg int check (load_kg > 0),
    point_load_n int check (point_load_n > 0),
    unique (room_id, route, ordinal)
);

create table polder.rack_row (
    id int generated always as identity primary key,
    room_id int not null references polder.room,
    code text not null,
    unique (room_id, code)
);

create table polder.rack (
    id int generated always as identity primary key,
    room_id int not null references polder.room,
    row_id int references polder.rack_row,
    code text not null check (code !~ '[/\s]'),
    x_mm int not null default 0,
    y_mm int not null default 0,
    orientation_deg smallint not null default 0 check (orientation_deg in (0, 90, 180, 270)),  -- where the front looks, 0 = north
    width_mm int not null default 600 check (width_mm > 0),
    depth_mm int not null default 1200 check (depth_mm > 0),
    height_mm int not null default 2000 check (height_mm > 0),
    height_u smallint not null check (height_u between 1 and 100),
    usable_depth_mm int not null default 1000 check (usable_depth_mm > 0),                    -- device + cords
    rail_width_in smallint not null default 19 check (rail_width_in in (10, 19, 21, 23)),
    rail_min_mm int,
    rail_max_mm int,
    numbered_down boolean not null default false,
    zero_u_slots smallint not null default 0 check (zero_u_slots >= 0),
    tare_g bigint check (tare_g >= 0),
    tare_counts boolean not null default false,                     -- the static limit includes the rack itself
    airflow text not null default 'front-to-rear' check (airflow in ('front-to-rear', 'rear-to-front', 'side', 'none')),
    cooling text not null default 'none' check (cooling in ('none', 'containment', 'in-row', 'rear-door', 'liquid')),
    cooling_zone_id int,
    sides text[] not null default '{A,B}',
    during daterange not null default '[,)',                        -- exists in these dates
    unique (room_id, code)
);
create index on polder.rack (row_id);
create index on polder.rack (cooling_zone_id);

-- Units that nothing may use. Depth and width as in a box; the guard makes a box of each.
create table polder.blocked_unit (
    id int generated always as identity primary key,
    rack_id int not null references polder.rack,
    hu int4range not null check (not isempty(hu) and lower(hu) >= 0),
    reason text not null,
    during daterange not null default '[,)' check (not isempty(during))
);
create index on polder.blocked_unit (rack_id);

-- Network ports of a rack or a row: free = total - wanted by placements (rule N1).
create table polder.network_ports (
    id int generated always as identity primary key,
    rack_id int references polder.rack,
    row_id int references polder.rack_row,
    speed_mbps int not null check (speed_mbps > 0),
    medium text not null,
    out_of_band boolean not null default false,
    ports int not null check (ports >= 0),
    check (num_nonnulls(rack_id, row_id) = 1)
);
create index on polder.network_ports (rack_id);
create index on polder.network_ports (row_id);
