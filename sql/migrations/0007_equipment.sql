-- Requests, and the equipment that they are about. A request's items say what is wanted; holding an item makes
-- equipment of it (still without serial), so that everything that is placed is equipment with an owner.

create table polder.system (
    id int generated always as identity primary key,
    name text not null unique,
    kind text not null default 'cluster' check (kind in ('cluster', 'storage', 'network', 'instrument'))
);

create table polder.system_share (
    id int generated always as identity primary key,
    system_id int not null references polder.system,
    organisation_id int not null references polder.organisation,
    permille smallint not null check (permille between 1 and 1000),
    during daterange not null check (not isempty(during)),
    exclude using gist (system_id with =, organisation_id with =, during with &&)
);
create index on polder.system_share (organisation_id);

create table polder.request (
    id int generated always as identity primary key,
    number text not null unique,                        -- what people say on the telephone
    state text not null default 'draft' check (state in ('draft', 'submitted', 'returned', 'endorsed', 'in review',
        'held', 'waiting', 'rejected', 'expired', 'delivered', 'installed', 'decommissioning', 'removed', 'withdrawn')),
    organisation_id int not null references polder.organisation,
    department_id int references polder.department,
    requester_id int not null references polder.person,
    sponsor_id int references polder.person,
    security_contact_id int references polder.person,
    project text not null default '',
    funder text not null default '',
    cost_centre text not null default '',
    data_class text not null default 'middel' check (data_class in ('laag', 'middel', 'hoog')),
    medical boolean not null default false,
    personal_data boolean not null default false,
    availability_class smallint check (availability_class between 1 and 4),
    from_date date not null,
    until_date date check (until_date > from_date),     -- the first day that it is gone; null: without end
    review_date date,
    wish_site_id int references polder.site,
    wish_redundant boolean,
    wish_together text not null default '' check (wish_together in ('', 'rack', 'row', 'room', 'site')),
    wish_apart text not null default '' check (wish_apart in ('', 'rack', 'row', 'room', 'site')),
    on_behalf_by int references polder.person,          -- the coordinator who submitted it
    evidence text not null default '',
    security_review text not null default 'not needed' check (security_review in ('not needed', 'open', 'passed')),
    state_reason text not null default '',
    submitted_at timestamptz,
    endorsed_at timestamptz,
    decided_at timestamptz,
    hold_until date,                                    -- the hold lapses after this day
    comment text not null default ''
);
create index on polder.request (organisation_id);
create index on polder.request (department_id);
create index on polder.request (requester_id);
create index on polder.request (sponsor_id);
create index on polder.request (security_contact_id);
create index on polder.request (wish_site_id);
create index on polder.request (on_behalf_by);
create index on polder.request (state);
create sequence polder.request_number;

create table polder.request_contact (
    request_id int not null references polder.request,
    person_id int not null references polder.person,
    primary key (request_id, person_id)
);
create index on polder.request_contact (person_id);

create table polder.request_item (
    id int generated always as identity primary key,
    request_id int not null references polder.request,
    ordinal smallint not null check (ordinal > 0),
    model_id int references polder.model,
    description text not null default '',
    count smallint not null default 1 check (count between 1 and 1000),
    kind text not null default 'rack' check (kind in ('rack', 'zero_u', 'bay', 'floor')),
    height_hu smallint check (height_hu >= 0),
    half_width boolean not null default false,
    width_mm int check (width_mm > 0),
    depth_mm int check (depth_mm > 0),
    height_mm int check (height_mm > 0),
    weight_g bigint check (weight_g > 0),
    nameplate_w int check (nameplate_w >= 0),
    draw_w int check (draw_w >= 0),                     -- budgeted: what is planned with
    cords smallint check (cords between 1 and 12),
    phases text not null default '1' check (phases in ('1', '123')),
    plug text,
    airflow text,
    inlet_min_mc int,
    inlet_max_mc int,
    ports jsonb not null default '[]',                  -- [{"count", "speed_mbps", "medium", "out_of_band"}]
    shareable boolean not null default false,
    unique (request_id, ordinal)
);
create index on polder.request_item (model_id);

create table polder.equipment (
    id int generated always as identity primary key,
    model_id int references polder.model,
    request_item_id int references polder.request_item,
    system_id int references polder.system,
    replaces_id int references polder.equipment,
    parent_id int references polder.equipment,          -- the chassis it is in
    name text not null default '',
    kind text not null default 'rack' check (kind in ('rack', 'zero_u', 'chassis', 'bay', 'floor')),
    owner_id int not null references polder.organisation,
    department_id int references polder.department,
    sponsor_id int references polder.person,
    security_contact_id int references polder.person,
    project text not null default '',
    cost_centre text not null default '',
    serial text,
    asset_tag text,
    data_class text not null default 'middel' check (data_class in ('laag', 'middel', 'hoog')),
    medical boolean not null default false,
    shareable boolean not null default false,
    warranty_until date,
    last_seen date,
    -- the envelope; null = unknown, the guard then takes the institution's estimate and marks it
    height_hu smallint not null default 2 check (height_hu >= 0),
    half_width boolean not null default false,
    width_mm int check (width_mm > 0),
    depth_mm int check (depth_mm > 0),
    height_mm int check (height_mm > 0),
    weight_g bigint check (weight_g > 0),
    accessory_g bigint not null default 0 check (accessory_g >= 0),  -- rails, cable arms
    airflow text,
    inlet_min_mc int,
    inlet_max_mc int,
    drift_mk_per_h int check (drift_mk_per_h > 0),
    -- three power numbers; planning uses the budgeted one
    nameplate_w int check (nameplate_w >= 0),
    budgeted_w int check (budgeted_w >= 0),
    measured_w int check (measured_w >= 0),
    measured_on date,
    power_source text not null default '',
    power_factor_permille smallint not null default 950 check (power_factor_permille between 1 and 1000),
    cords smallint not null default 2 check (cords between 0 and 12),
    supplies_needed smallint,                           -- k of the n cords must live; null: any one
    phases text not null default '1' check (phases in ('1', '123')),
    plug text,
    ports jsonb not null default '[]',
    wiped_on date,                                      -- wipe or disposal certificate (rule G7)
    wipe_reference text not null default '',
    unique (owner_id, serial),
    unique (owner_id, asset_tag)
);
create index on polder.equipment (model_id);
create index on polder.equipment (request_item_id);
create index on polder.equipment (system_id);
create index on polder.equipment (replaces_id);
create index on polder.equipment (parent_id);
create index on polder.equipment (department_id);
create index on polder.equipment (sponsor_id);
create index on polder.equipment (security_contact_id);

create table polder.equipment_contact (
    equipment_id int not null references polder.equipment,
    person_id int not null references polder.person,
    primary key (equipment_id, person_id)
);
create index on polder.equipment_contact (person_id);
