-- The equipment library. Unknown is null, never 0: a height of 0 means that the model takes no unit.

create table polder.manufacturer (
    id int generated always as identity primary key,
    name text not null unique
);

create table polder.model (
    id int generated always as identity primary key,
    manufacturer_id int not null references polder.manufacturer,
    name text not null,
    slug text unique,
    part_number text not null default '',
    kind text not null default 'rack' check (kind in ('rack', 'zero_u', 'chassis', 'bay', 'floor', 'blank')),
    height_hu smallint check (height_hu >= 0),          -- half units
    full_depth boolean,
    depth_mm int check (depth_mm > 0),                  -- mounting depth, without cords
    width_mm int check (width_mm > 0),
    height_mm int check (height_mm > 0),
    half_width boolean not null default false,
    weight_g bigint check (weight_g > 0),
    airflow text,                                       -- as the library says: front-to-rear, side-to-rear, passive, ...
    nameplate_w int check (nameplate_w >= 0),
    inlet_min_mc int,
    inlet_max_mc int,
    drift_mk_per_h int check (drift_mk_per_h > 0),
    clearance_front_mm int,
    clearance_rear_mm int,
    clearance_left_mm int,
    clearance_right_mm int,
    clearance_top_mm int,
    heat_to_water_w int check (heat_to_water_w >= 0),
    vibration_class text,
    emi_nt int check (emi_nt > 0),
    acoustic_db smallint,
    media text[] not null default '{}',
    interfaces jsonb not null default '[]',             -- counts by type: [{"type", "count", "management"}]
    extra jsonb not null default '{}',                  -- what the source says and no column holds
    source text not null default '',                    -- which library, which file
    content_hash text,                                  -- of the source's canonical form; the same again is unchanged
    unique (manufacturer_id, name)
);

-- Supplies of a model. Ports are redundant with each other: their draws are alternatives, not a sum.
create table polder.model_supply (
    id int generated always as identity primary key,
    model_id int not null references polder.model,
    name text not null,
    inlet text,
    maximum_w int check (maximum_w >= 0),
    allocated_w int check (allocated_w >= 0),
    phases text not null default '1' check (phases in ('1', '123')),
    unique (model_id, name)
);

create table polder.model_bay (
    id int generated always as identity primary key,
    model_id int not null references polder.model,
    name text not null,
    unique (model_id, name)
);
